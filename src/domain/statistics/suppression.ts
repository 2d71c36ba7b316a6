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

/** Says less about what is small, or hides the smallest number that helps, until every small one is covered. */
function coverUp(counted: Counted, threshold: number, hidden: Map<string, Hidden>, standing: Standing): void {
  for (;;) {
    const open = unprotected({ counted, threshold, hidden }).length;
    if (open === 0) return;
    const next = bestToHide(counted, threshold, hidden, standing, open);
    if (next === undefined) return;
    hidden.set(next, 'withheld');
  }
}

/** What could be withheld that is not yet: marks "<5" of sums first, as they cost no number; then small parts. */
function bestToHide(
  counted: Counted,
  threshold: number,
  hidden: ReadonlyMap<string, Hidden>,
  standing: Standing,
  open: number,
): string | undefined {
  const free = counted.cells.filter(
    (cell) =>
      cell.implied !== true &&
      !standing.has(cell.key) &&
      hidden.get(cell.key) !== 'withheld' &&
      sumOf(counted, cell) > 0,
  );
  const upwards = [...free].sort((a, b) => rank(counted, a) - rank(counted, b));
  const marks = upwards.filter(({ key }) => hidden.has(key)).reverse();
  const candidates = [...marks, ...upwards.filter(({ key }) => !hidden.has(key))];
  const helps = candidates.find(({ key }) => {
    const tried = new Map(hidden).set(key, 'withheld');
    return unprotected({ counted, threshold, hidden: tried }).length < open;
  });
  return (helps ?? candidates[0])?.key;
}

/** What was withheld on the way and turned out not to be needed is said again, sums before parts, large before small. */
function showAgain(
  counted: Counted,
  threshold: number,
  hidden: Map<string, Hidden>,
  standing: Standing,
): void {
  for (const cell of [...counted.cells].sort((a, b) => rank(counted, b) - rank(counted, a))) {
    const { key } = cell;
    if (hidden.get(key) !== 'withheld' || standing.has(key)) continue;
    if (sumOf(counted, cell) < threshold) hidden.set(key, 'small');
    else hidden.delete(key);
    if (unprotected({ counted, threshold, hidden }).length > 0) hidden.set(key, 'withheld');
  }
}

/** Parts before sums, small before large: as little as possible is lost. */
const rank = (counted: Counted, cell: CountedCell): number =>
  (cell.of.length === 1 ? 0 : 1_000_000 * cell.of.length) + sumOf(counted, cell);
