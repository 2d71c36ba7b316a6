/**
 * Small numbers are not published (docs/boards.md): a count from 1 to below the threshold is shown as "<5", and as many
 * further counts are withheld as it takes that no hidden one can be computed from what is shown.
 */
import { unprotected } from './hidden-cells.ts';
import { type Counted, type CountedCell, type Figure, type Hidden, sumOf } from './tables.ts';

/** Marks that stand already, for counts that another table shows too: they are neither hidden nor shown anew. */
export type Standing = ReadonlyMap<string, Hidden | 'shown'>;

/**
 * @returns the figure of each cell, by its key.
 * @param standing for a table that refines one which was published: its totals stay as they were.
 */
export function suppressed(
  counted: Counted,
  threshold: number,
  standing: Standing = new Map(),
): ReadonlyMap<string, Figure> {
  const hidden = new Map<string, Hidden>();
  for (const cell of counted.cells) {
    if (cell.implied === true) continue;
    const mark = standing.get(cell.key);
    const value = sumOf(counted, cell);
    if (mark === undefined ? value > 0 && value < threshold : mark !== 'shown') {
      hidden.set(cell.key, mark === 'withheld' ? 'withheld' : 'small');
    }
  }
  coverUp(counted, threshold, hidden, standing);
  showAgain(counted, threshold, hidden, standing);
  return new Map(
    counted.cells
      .filter(({ implied }) => implied !== true)
      .map((cell) => [cell.key, hidden.get(cell.key) ?? sumOf(counted, cell)] as const),
  );
}

/** What was hidden on the way and turned out not to be needed is shown, sums before parts, large before small. */
function showAgain(
  counted: Counted,
  threshold: number,
  hidden: Map<string, Hidden>,
  standing: Standing,
): void {
  const first = (cell: CountedCell) => -rank(counted, cell);
  for (const cell of [...counted.cells].sort((a, b) => first(a) - first(b))) {
    const { key } = cell;
    if (hidden.get(key) !== 'withheld' || standing.has(key) || sumOf(counted, cell) < threshold) continue;
    hidden.delete(key);
    if (unprotected({ counted, threshold, hidden }).length > 0) hidden.set(key, 'withheld');
  }
}

/** Hides the smallest number that helps, until every small one is covered; where none helps, the words "<5" go too. */
function coverUp(counted: Counted, threshold: number, hidden: Map<string, Hidden>, standing: Standing): void {
  for (;;) {
    const open = unprotected({ counted, threshold, hidden });
    const [first] = open;
    if (first === undefined) return;
    const next = bestToHide(counted, threshold, hidden, standing, open.length);
    if (next !== undefined) hidden.set(next, 'withheld');
    else if (!sayLess(hidden, standing)) return;
  }
}

function bestToHide(
  counted: Counted,
  threshold: number,
  hidden: ReadonlyMap<string, Hidden>,
  standing: Standing,
  open: number,
): string | undefined {
  const candidates = counted.cells
    .filter(
      (cell) =>
        cell.implied !== true && !hidden.has(cell.key) && !standing.has(cell.key) && sumOf(counted, cell) > 0,
    )
    .sort((a, b) => rank(counted, a) - rank(counted, b));
  const helps = candidates.find(({ key }) => {
    const tried = new Map(hidden).set(key, 'withheld');
    return unprotected({ counted, threshold, hidden: tried }).length < open;
  });
  return (helps ?? candidates[0])?.key;
}

/** Parts before sums, small before large: as little as possible is lost. */
const rank = (counted: Counted, cell: CountedCell): number =>
  (cell.of.length === 1 ? 0 : 1_000_000 * cell.of.length) + sumOf(counted, cell);

/** "<5" tells more than "withheld"; answers false where nothing is left to take back. */
function sayLess(hidden: Map<string, Hidden>, standing: Standing): boolean {
  const small = [...hidden].filter(([key, mark]) => mark === 'small' && !standing.has(key));
  for (const [key] of small) hidden.set(key, 'withheld');
  return small.length > 0;
}
