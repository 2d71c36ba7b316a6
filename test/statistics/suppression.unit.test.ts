/** No hidden count can be computed from what is published: asked of every table that reads the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressed } from '../../src/domain/statistics/suppression.ts';
import { type Counted, type CountedCell, type Figure, sumOf } from '../../src/domain/statistics/tables.ts';

const THRESHOLD = 5;

/** A row of counts with its total. */
const row = (atoms: readonly number[]): Counted => ({
  atoms,
  cells: [
    ...atoms.map((_, place): CountedCell => ({ key: `a${place}`, of: [place] })),
    { key: 'all', of: atoms.map((_, place) => place) },
  ],
});

/** Rows and columns with both kinds of totals. */
const grid = (rows: number, columns: number, atoms: readonly number[]): Counted => ({
  atoms,
  cells: [
    ...atoms.map((_, place): CountedCell => ({ key: `a${place}`, of: [place] })),
    ...Array.from(
      { length: rows },
      (_, r): CountedCell => ({
        key: `row${r}`,
        of: Array.from({ length: columns }, (_, c) => r * columns + c),
      }),
    ),
    ...Array.from(
      { length: columns },
      (_, c): CountedCell => ({
        key: `column${c}`,
        of: Array.from({ length: rows }, (_, r) => r * columns + c),
      }),
    ),
    { key: 'all', of: atoms.map((_, place) => place) },
  ],
});

const said = (counted: Counted) => Object.fromEntries(suppressed(counted, THRESHOLD));

describe('by hand', () => {
  test('enough of everything: nothing is hidden', () => {
    expect(said(row([7, 12, 5]))).toEqual({ a0: 7, a1: 12, a2: 5, all: 24 });
  });

  test('one small number takes the next smallest with it, or the total would give it away', () => {
    expect(said(row([3, 12, 8]))).toEqual({ a0: 'small', a1: 12, a2: 'withheld', all: 23 });
  });

  test('two small numbers cover each other, and nothing more is lost', () => {
    expect(said(row([3, 2, 20]))).toEqual({ a0: 'small', a1: 'small', a2: 20, all: 25 });
  });

  test('two that could only be 1 and 1 do not cover each other', () => {
    expect(said(row([1, 1, 20]))).toEqual({ a0: 'small', a1: 'small', a2: 'withheld', all: 22 });
  });

  test('nobody at all is no secret', () => {
    expect(said(row([0, 9]))).toEqual({ a0: 0, a1: 9, all: 9 });
  });

  test('a total that another table shows stays as it stands there', () => {
    const figures = suppressed(row([2, 30]), THRESHOLD, new Map([['all', 'shown']]));
    expect(Object.fromEntries(figures)).toEqual({ a0: 'small', a1: 'withheld', all: 32 });
  });
});

/** Every table of the same shape with the same published numbers, and hidden ones that would be marked alike. */
function* twins(counted: Counted, figures: ReadonlyMap<string, Figure>): Generator<readonly number[]> {
  const most = Math.max(...counted.atoms) + 3;
  const atoms = counted.atoms.map(() => 0);
  const fits = () =>
    counted.cells.every((cell) => {
      const value = sumOf({ atoms }, cell);
      const figure = figures.get(cell.key);
      if (figure === 'small') return value >= 1 && value < THRESHOLD;
      return figure === 'withheld' ? value >= 1 : value === figure;
    });
  for (;;) {
    if (fits()) yield [...atoms];
    let place = 0;
    while (place < atoms.length && atoms[place] === most) atoms[place++] = 0;
    if (place === atoms.length) return;
    atoms[place]! += 1;
  }
}

function expectHidden(counted: Counted): void {
  const figures = suppressed(counted, THRESHOLD);
  const possible = [...twins(counted, figures)];
  for (const cell of counted.cells) {
    const value = sumOf(counted, cell);
    const figure = figures.get(cell.key);
    if (typeof figure === 'number') expect(figure).toBe(value);
    if (value === 0 || value >= THRESHOLD) continue;
    expect(typeof figure).toBe('string');
    const values = new Set(possible.map((atoms) => sumOf({ atoms }, cell)));
    // A single small count that is the whole table can be anything that is marked like it.
    expect([cell.key, values.size > 1]).toEqual([cell.key, true]);
  }
}

describe('whatever the counts', () => {
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 9 }));

  test('of a row, no small one can be told', () => {
    const rows = fc.array(count, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(rows, (atoms) => expectHidden(row(atoms))),
      { numRuns: 150 },
    );
  });

  test('of a table with rows and columns, no small one can be told', () => {
    const four = fc.array(count, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(four, (atoms) => expectHidden(grid(2, 2, atoms))),
      { numRuns: 100 },
    );
  });

  test('of a larger table, none follows from the others by adding and subtracting', () => {
    const nine = fc.array(count, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(nine, (atoms) => {
        const counted = grid(3, 4, atoms);
        const figures = suppressed(counted, THRESHOLD);
        const shown = counted.cells.filter(({ key }) => typeof figures.get(key) === 'number');
        for (const cell of counted.cells) {
          const value = sumOf(counted, cell);
          if (value > 0 && value < THRESHOLD)
            expect([cell.key, follows(counted, shown, cell)]).toEqual([cell.key, false]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether a sum is a combination of the published ones: by exact fractions, in another way than the code does it. */
function follows(counted: Counted, shown: readonly CountedCell[], target: CountedCell): boolean {
  const zero = new Set(shown.filter((cell) => sumOf(counted, cell) === 0).flatMap(({ of }) => of));
  const vector = ({ of }: CountedCell) =>
    counted.atoms.map((_, atom) => (of.includes(atom) && !zero.has(atom) ? 1n : 0n));
  return rankOf([...shown.map(vector), vector(target)]) === rankOf(shown.map(vector));
}

function rankOf(vectors: bigint[][]): number {
  const rows = vectors.map((one) => [...one]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const found = rows.findIndex((one, place) => place >= rank && one[column] !== 0n);
    if (found < 0) continue;
    [rows[rank], rows[found]] = [rows[found]!, rows[rank]!];
    const lead = rows[rank]!;
    for (const [place, one] of rows.entries()) {
      const factor = one[column]!;
      if (place <= rank || factor === 0n) continue;
      rows[place] = one.map((value, other) => value * lead[column]! - factor * lead[other]!);
    }
    rank += 1;
  }
  return rank;
}
