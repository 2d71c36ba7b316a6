/** Lines that belong to one command, for example all of a class on one day. */
import type { JoinedLines, LineCommand } from './kinds/kind.ts';
import type { ReadLine } from './read-lines.ts';
import type { SheetProblem } from './words.ts';

export function joinLines(
  { keyOf, join, most }: JoinedLines,
  lines: readonly ReadLine[],
  problems: SheetProblem[],
): ReadLine[] {
  const groups = new Map<string, { line: number; covers: number[]; commands: LineCommand[] }>();
  for (const { line, commands } of lines) {
    for (const command of commands) {
      const key = keyOf(command);
      const group = groups.get(key) ?? { line, covers: [], commands: [] };
      groups.set(key, group);
      group.covers.push(line);
      group.commands.push(command);
      if (group.covers.length === most + 1) {
        problems.push({
          ...{ line, column: null, code: 'TOO_MANY_TOGETHER' },
          id: `Lebih dari ${most} baris untuk satu pertemuan.`,
          en: `More than ${most} lines for one session.`,
        });
      }
    }
  }
  return [...groups.values()].map(({ line, covers, commands }) => ({
    line,
    covers,
    commands: [join(commands)],
  }));
}
