/** A checkpoint as an auditor kept it: its size alone, or the whole signed note (c2sp.org/tlog-checkpoint). */

export interface KeptSize {
  readonly size: number;
  /** Base64; absent where only the size was kept. */
  readonly root?: string;
}

export function keptCheckpoint(text: string): KeptSize | undefined {
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim());
  const [first = '', second = '', third = ''] = lines;
  const sizeIn = (line: string): number | undefined => {
    const size = /^\d{1,15}$/.test(line) ? Number(line) : Number.NaN;
    return Number.isSafeInteger(size) ? size : undefined;
  };
  const alone = sizeIn(first);
  if (alone !== undefined) return { size: alone };
  const size = sizeIn(second);
  if (size === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(third)) return undefined;
  return { size, root: third };
}
