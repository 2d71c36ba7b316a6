/**
 * The whole sheet before any of it runs: the file, its cells, whom its lines are about, the shapes of the
 * commands, and whether the sender may. What is left are commands, sealed as the API seals a single one.
 */
import { FewAtATime } from '../../sheets/few-at-a-time.ts';
import { readApart } from '../../sheets/file/read-apart.ts';
import type { FileFormat } from '../../sheets/file/write.ts';
import type { SheetKind } from '../../sheets/kinds/kind.ts';
import { personColumns } from '../../sheets/kinds/person-columns.ts';
import { lineCommandId } from '../../sheets/line-command-id.ts';
import { type ReadLine, readLinesInTurns } from '../../sheets/read-lines.ts';
import type { SheetLine } from '../../sheets/store.ts';
import { PROBLEMS_MAX, type SheetProblem } from '../../sheets/words.ts';
import { personIdOf } from '../client-command-id.ts';
import { requestRefused } from '../problem.ts';
import { type AskedLine, checkLine, entryOf, type LineNeeds, type LineOf } from './check-line.ts';
import { type FoundTargets, findTargets, type TargetNeeds } from './find-targets.ts';

export interface CheckNeeds extends LineNeeds, Omit<TargetNeeds, 'vault' | 'turns'> {}

export interface SentSheet extends LineOf {
  readonly kind: SheetKind;
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
}

export interface CheckedSheet {
  /** Lines of the file. */
  readonly lines: number;
  readonly commands: readonly SheetLine[];
  /** Where there is any, nothing of the sheet may run. */
  readonly problems: readonly SheetProblem[];
}

/** Lines looked at together, their persons in one query and their states in three; others get their turn in between. */
const PAGE = 50;
/** Of a page: fewer than the pool has connections, as single commands want some too. */
const LINES_AT_ONCE = 4;

/** Until a reader will have time again, when others' files keep all of them busy. */
const BUSY_SECONDS = 15;

export async function checkSheet(needs: CheckNeeds, sheet: SentSheet): Promise<CheckedSheet> {
  const table = await readApart({ format: sheet.format, bytes: sheet.bytes });
  if (table === undefined) throw requestRefused('UNAVAILABLE', { retryAfterSeconds: BUSY_SECONDS });
  if (!table.read) return { lines: 0, commands: [], problems: [table.problem] };
  const { lines, problems: inCells } = await readLinesInTurns(sheet.kind, table.value);
  // Nothing is looked up for a sheet that is wrong in itself.
  if (inCells.length > 0) return { lines: 0, commands: [], problems: inCells };
  const problems: SheetProblem[] = [];
  const commands: SheetLine[] = [];
  const twins = new Map<string, number>();
  const turns = new FewAtATime(LINES_AT_ONCE);
  for (let next = 0; next < lines.length && problems.length < PROBLEMS_MAX; next += PAGE) {
    const page = lines.slice(next, next + PAGE).filter(({ commands: [first] }) => first !== undefined);
    const wanted = page.map(({ line, commands: [first] }) => ({
      // All commands of a line are about the same person or thing.
      target: first!.target,
      newPersonId: personIdOf(lineCommandId(sheet.id, line, 1)),
    }));
    const { targets, states } = await findTargets({ ...needs, turns }, sheet, wanted);
    const asked = askedOf(page, targets, problems);
    const outcomes = await Promise.all(
      asked.map((one) => turns.take(() => checkLine(needs, sheet, one, states.get(one.stream)))),
    );
    for (const [place, checked] of outcomes.entries()) {
      if ('code' in checked) {
        problems.push(checked);
        continue;
      }
      commands.push(checked);
      const told = twinOf(needs, asked[place]!, checked, twins);
      if (told !== undefined) problems.push(told);
    }
  }
  return { lines: table.value.rows.length, commands, problems: problems.slice(0, PROBLEMS_MAX) };
}

function askedOf(
  lines: readonly ReadLine[],
  targets: FoundTargets['targets'],
  problems: SheetProblem[],
): AskedLine[] {
  const asked: AskedLine[] = [];
  for (const [place, { line, commands, covers }] of lines.entries()) {
    const target = targets[place]!;
    if (!target.found) {
      problems.push({ line, column: target.column, ...target.problem });
      continue;
    }
    const { stream, isNew = false } = target;
    for (const [index, command] of commands.entries()) {
      // Whom Titian knows already is not registered a second time.
      if (!isNew && entryOf(stream, command.name)?.door === 'people') continue;
      asked.push({ line, place: index + 1, command, stream, isNew, covers });
    }
  }
  return asked;
}

/** A line that says the same as one before, or registers somebody with the same NIK. */
function twinOf(
  { vault }: CheckNeeds,
  { line, command: { target } }: AskedLine,
  { name, requestHash, sealedIdentity }: SheetLine,
  twins: Map<string, number>,
): SheetProblem | undefined {
  const nik = target.to === 'new-person' && sealedIdentity !== undefined ? target.identity.nik : undefined;
  const index = typeof nik === 'string' ? vault.nikIndex(nik) : undefined;
  const key = index === undefined ? requestHash : `${name} ${index}`;
  const twin = twins.get(key);
  if (twin === undefined) {
    twins.set(key, line);
    return undefined;
  }
  return index === undefined
    ? {
        ...{ line, column: null, code: 'LINE_TWICE' },
        id: `Baris ini sama dengan baris ${twin}.`,
        en: `This line says the same as line ${twin}.`,
      }
    : {
        ...{ line, column: personColumns.nik.header, code: 'NIK_TWICE' },
        id: `NIK ini sudah ada di baris ${twin}.`,
        en: `This NIK stands in line ${twin} already.`,
      };
}
