/** What people read in a terminal: aligned tables and hours as "3 jam 30 menit". Programs ask for --json. */

/** Columns as wide as their widest cell; no colour, so that it can be pasted into a letter. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => (cell ?? '–').toString()));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [first, ...rest] = cells;
  return [line(first ?? []), widths.map((width) => '─'.repeat(width)).join('  '), ...rest.map(line)].join(
    '\n',
  );
}

export function hours(minutes: number | null | undefined): string {
  if (minutes === null || minutes === undefined) return '–';
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [whole > 0 || rest === 0 ? `${whole} jam` : '', rest > 0 ? `${rest} menit` : '']
    .filter(Boolean)
    .join(' ');
}

export function print(value: unknown, asJson: boolean, text: () => string): void {
  console.log(asJson ? JSON.stringify(value, null, 2) : text());
}

/** One line that is written over: progress for people; nothing where the output goes to a file. */
export function progressLine(): { show(text: string): void; done(): void } {
  const live = process.stderr.isTTY === true;
  return {
    show: (text) => {
      if (live) process.stderr.write(`\r\u001b[2K${text}`);
    },
    done: () => {
      if (live) process.stderr.write('\r\u001b[2K');
    },
  };
}
