/** The tour of the README: its blocks to run, and the output that each promises. */
export interface TourStep {
  /** Bash, word for word. */
  readonly commands: string;
  /** Lines of the output that the README shows, in order; `…` at the end of one stands for the rest. */
  readonly promised: readonly string[];
}

const HEADING = '## The five-minute tour';

export function tourSteps(readme: string): TourStep[] {
  const section = readme.split(`${HEADING}\n`)[1]?.split('\n## ')[0];
  if (section === undefined) throw new Error(`the README has no section "${HEADING}"`);
  const steps: { commands: string; promised: string[] }[] = [];
  for (const [, language, text = ''] of section.matchAll(/^```(bash|text)\n([\s\S]*?)\n```$/gm)) {
    if (language === 'bash') steps.push({ commands: text, promised: [] });
    else steps.at(-1)?.promised.push(...text.split('\n'));
  }
  return steps;
}

/** Promised lines that the output does not have, or not in this order. */
export function missingLines(promised: readonly string[], output: string): string[] {
  const lines = output.split('\n').map(comparable);
  let from = 0;
  return promised.filter((line) => {
    const wanted = comparable(line);
    const at = lines.findIndex((candidate, index) => index >= from && matches(candidate, wanted));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

const matches = (line: string, wanted: string): boolean =>
  wanted.endsWith('…') ? line.startsWith(wanted.slice(0, -1)) : line === wanted;

/** Receipts and clock times differ from run to run, and columns are as wide as their widest cell. */
function comparable(line: string): string {
  return line
    .replaceAll(/receipt [0-9a-f]{16}…/g, 'receipt')
    .replaceAll(/(?<= \d{4}-\d\d-\d\d {2}\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d/g, '')
    .replaceAll(/ +/g, ' ');
}
