/**
 * Whether a hidden count stays hidden. It does where another table exists that reads the same in every published
 * number and in which this count is another: then nobody can tell which of the two is true. Such a table is searched
 * for as a move, whole numbers to be added to the smallest counts; a move that is found is a proof, one that is not
 * found makes the caller hide more.
 */
import { type Counted, type CountedCell, type Hidden, sumOf } from './tables.ts';

type Move = readonly number[];

export interface Cover {
  readonly counted: Counted;
  readonly threshold: number;
  /** By key; what is not in it is published. */
  readonly hidden: ReadonlyMap<string, Hidden>;
}

/** Keys of small counts, hidden or implied, of which no other value is shown to be possible. */
export function unprotected(cover: Cover): string[] {
  const { counted, hidden, threshold } = cover;
  const open = counted.cells.filter((cell) => {
    const value = sumOf(counted, cell);
    return (cell.implied === true || hidden.has(cell.key)) && value > 0 && value < threshold;
  });
  if (open.length === 0) return [];
  const basis = movesThatDoNotShow(cover).filter((move) => move.every(Number.isInteger));
  const left = new Set(open);
  const settle = (move: Move) => {
    for (const cell of left) if (changeOf(move, cell) !== 0) left.delete(cell);
  };
  // What changes none of the counts that are left proves nothing about them.
  const helps = (move: Move): boolean => [...left].some((cell) => changeOf(move, cell) !== 0);
  const each = function* (): Generator<Move> {
    yield* basis;
    for (const [place, one] of basis.entries()) {
      const helpsAlone = helps(one);
      for (const other of basis.slice(place + 1)) {
        if (!helpsAlone && !helps(other)) continue;
        yield one.map((step, atom) => step + (other[atom] ?? 0));
        yield one.map((step, atom) => step - (other[atom] ?? 0));
      }
    }
  };
  for (const move of each()) {
    if (left.size === 0) break;
    if (!helps(move)) continue;
    if (isPossible(move, cover)) settle(move);
    else if (isPossible(opposite(move), cover)) settle(opposite(move));
  }
  return [...left].map(({ key }) => key);
}

const opposite = (move: Move): Move => move.map((step) => -step);

const changeOf = (move: Move, { of }: CountedCell): number =>
  of.reduce((sum, place) => sum + (move[place] ?? 0), 0);

/** The other table could be: no count below nothing, and every hidden one would be marked as it is. */
function isPossible(move: Move, { counted, hidden, threshold }: Cover): boolean {
  if (counted.atoms.some((count, place) => count + (move[place] ?? 0) < 0)) return false;
  return counted.cells.every((cell) => {
    if (cell.implied === true) return true;
    const change = changeOf(move, cell);
    const mark = hidden.get(cell.key);
    if (mark === undefined) return change === 0;
    const value = sumOf(counted, cell) + change;
    // Nothing at all is published as 0, so that a hidden count is at least 1.
    return mark === 'small' ? value >= 1 && value < threshold : value >= 1;
  });
}

/** A basis of all moves that leave every published sum as it is (Gauss and Jordan; the sums are of ones alone). */
function movesThatDoNotShow({ counted, hidden }: Cover): Move[] {
  const width = counted.atoms.length;
  const shown = counted.cells.filter(({ key, implied }) => implied !== true && !hidden.has(key));
  const still = new Set(shown.filter((cell) => sumOf(counted, cell) === 0).flatMap(({ of }) => of));
  const free = Array.from({ length: width }, (_, atom) => atom).filter((atom) => !still.has(atom));
  const rows = shown.map(({ of }) => free.map((atom) => (of.includes(atom) ? 1 : 0)));
  const pivots = reduce(rows, free.length);
  const pivotAt = new Map(pivots.map((column, row) => [column, row]));
  return free.flatMap((_, column) => {
    if (pivotAt.has(column)) return [];
    const move = new Array<number>(width).fill(0);
    move[free[column] ?? 0] = 1;
    for (const [pivot, row] of pivotAt) move[free[pivot] ?? 0] = tidy(-(rows[row]?.[column] ?? 0));
    return [move];
  });
}

const SMALL = 1e-9;
const tidy = (value: number): number =>
  Math.abs(value - Math.round(value)) < SMALL ? Math.round(value) + 0 : value;

/** Brings rows to their reduced form in place; answers the column of each row's leading one. */
function reduce(rows: number[][], width: number): number[] {
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < rows.length; column += 1) {
    const at = pivots.length;
    const found = rows.findIndex((row, place) => place >= at && Math.abs(row[column] ?? 0) > SMALL);
    if (found < 0) continue;
    [rows[at], rows[found]] = [rows[found] ?? [], rows[at] ?? []];
    const lead = rows[at] ?? [];
    const by = lead[column] ?? 1;
    for (let place = column; place < width; place += 1) lead[place] = (lead[place] ?? 0) / by;
    for (const [place, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (place === at || Math.abs(factor) <= SMALL) continue;
      for (let other = column; other < width; other += 1) {
        row[other] = tidy((row[other] ?? 0) - factor * (lead[other] ?? 0));
      }
    }
    pivots.push(column);
  }
  return pivots;
}
