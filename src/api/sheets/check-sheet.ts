/**
 * The whole sheet before any of it runs: the file, its cells, whom its lines are about, the shapes of the
 * commands, and whether the sender may. What is left are commands, sealed as the API seals a single one.
 */
import type { AccessLog } from '../../access/access-log.ts';
import type { VerifiedActor } from '../../access/reach.ts';
import type { CommandName } from '../../access/roles.ts';
import { type CatalogueEntry, type EntityKind, entityEntry, journeyEntry } from '../../catalogue/index.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { renderRefusal } from '../../domain/law/refusals.ts';
import type { LoadedStream } from '../../ledger/bulk/states.ts';
import { canonicalText } from '../../ledger/record-decision.ts';
import { readCsv } from '../../sheets/file/csv.ts';
import type { FileFormat } from '../../sheets/file/write.ts';
import { readXlsx } from '../../sheets/file/xlsx.ts';
import type { LineCommand, SheetKind } from '../../sheets/kinds/kind.ts';
import { lineCommandId } from '../../sheets/line-command-id.ts';
import { readLines } from '../../sheets/read-lines.ts';
import type { SheetLine } from '../../sheets/store.ts';
import { PROBLEMS_MAX, type SheetProblem } from '../../sheets/words.ts';
import type { Vault } from '../../vault/vault.ts';
import { type CommandBody, commandBody, fieldProblems } from '../command-body.ts';
import { touchedByCommand } from '../journey-reach.ts';
import { prepareCommand } from '../prepare-command.ts';
import { RequestRefused } from '../problem.ts';
import type { SheetDesk } from './desk.ts';
import { findTarget, type TargetNeeds } from './find-targets.ts';
import { refusalOfLine } from './line-reach.ts';

export interface CheckNeeds extends TargetNeeds {
  readonly vault: Vault;
  readonly accessLog: AccessLog;
  readonly desk: Pick<SheetDesk, 'statesOf'>;
}

export interface SentSheet {
  readonly id: string;
  readonly kind: SheetKind;
  readonly world: string;
  readonly actor: VerifiedActor;
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
}

export interface CheckedSheet {
  /** Lines of the file that are commands now. */
  readonly lines: number;
  readonly commands: readonly SheetLine[];
  /** Where there is any, nothing of the sheet may run. */
  readonly problems: readonly SheetProblem[];
}

/** Lines looked at together: their states in three queries, and other requests get their turn in between. */
const PAGE = 50;

interface Asked {
  readonly line: number;
  readonly place: number;
  readonly asked: LineCommand;
  readonly stream: string;
}

export async function checkSheet(needs: CheckNeeds, sheet: SentSheet): Promise<CheckedSheet> {
  const table = sheet.format === 'csv' ? readCsv(sheet.bytes) : await readXlsx(sheet.bytes);
  if (!table.read) return { lines: 0, commands: [], problems: [table.problem] };
  const { lines, problems: inCells } = readLines(sheet.kind, table.value);
  // Nothing is looked up for a sheet that is wrong in itself.
  if (inCells.length > 0) return { lines: 0, commands: [], problems: inCells };
  const problems: SheetProblem[] = [];
  const commands: SheetLine[] = [];
  const seen = new Map<string, number>();
  for (let next = 0; next < lines.length && problems.length < PROBLEMS_MAX; next += PAGE) {
    const asked: Asked[] = [];
    for (const { line, commands: wanted } of lines.slice(next, next + PAGE)) {
      for (const [index, command] of wanted.entries()) {
        const target = await findTarget(needs, sheet.actor, sheet.world, command.target);
        if (target.found) asked.push({ line, place: index + 1, asked: command, stream: target.stream });
        else problems.push({ line, column: target.column, ...target.problem });
      }
    }
    const states = await needs.desk.statesOf([...new Set(asked.map(({ stream }) => stream))]);
    for (const one of asked) {
      const checked = await checkLine(needs, sheet, one, states.get(one.stream));
      if ('code' in checked) {
        problems.push(checked);
        continue;
      }
      const twin = seen.get(checked.requestHash);
      if (twin === undefined) {
        seen.set(checked.requestHash, one.line);
        commands.push(checked);
      } else problems.push(sameAs(one.line, twin));
    }
  }
  return { lines: lines.length, commands, problems: problems.slice(0, PROBLEMS_MAX) };
}

async function checkLine(
  { vault, accessLog }: CheckNeeds,
  { id, world, actor }: SentSheet,
  { line, place, asked, stream }: Asked,
  loaded: LoadedStream | Error | undefined,
): Promise<SheetLine | SheetProblem> {
  const entry = entryOf(stream, asked.name);
  if (entry === undefined)
    throw new Error(`a kind of sheet names ${asked.name}, which ${stream} does not know`);
  const { target: _target, name, ...wanted } = asked;
  const parsed = commandBody(entry).safeParse(wanted, { reportInput: false });
  if (!parsed.success) {
    const [first] = fieldProblems(parsed.error.issues);
    return {
      ...{ line, column: null, code: 'LINE_MALFORMED' },
      id: `Isi baris ini tidak sesuai (${first?.path}): ${first?.reason}.`,
      en: `This line does not fit (${first?.path}): ${first?.reason}.`,
    };
  }
  const isThere = loaded !== undefined && !(loaded instanceof Error) && loaded.state.version > 0;
  if (!isThere || loaded.world !== world)
    return refusedLine(line, { code: 'PERSON_UNKNOWN', parameters: {} });
  const body = parsed.data as CommandBody;
  const state = loaded.state.domain;
  const refusal = refusalOfLine(actor, { stream, state, name, data: body.data });
  if (refusal !== undefined) {
    await accessLog.record({
      ...{ actor, world, action: name as CommandName, subject: stream.slice(stream.indexOf('/') + 1) },
      ...{ outcome: 'denied', reason: refusal.code },
    });
    return refusedLine(line, refusal);
  }
  const isJourney = stream.startsWith('journey/');
  const target = {
    ...{ stream, world },
    ...(isJourney
      ? {
          personId: stream.slice('journey/'.length),
          siteIds: touchedByCommand(state as JourneyState, name, body.data).siteIds ?? [],
        }
      : { subject: stream }),
  };
  try {
    const commandId = lineCommandId(id, line, place);
    const prepared = await prepareCommand(vault, { entry, target, actor, commandId, body });
    const { data, document, occurredAt } = prepared.command;
    return {
      ...{ line, place, stream, name, requestHash: prepared.requestHash, factKeys: prepared.factKeys },
      body: canonicalText({
        data,
        ...(document === undefined ? {} : { document }),
        ...(occurredAt === undefined ? {} : { occurredAt }),
      }),
    };
  } catch (error) {
    if (error instanceof RequestRefused) return refusedLine(line, error.refusal);
    throw error;
  }
}

function entryOf(stream: string, name: string): CatalogueEntry | undefined {
  const kind = stream.slice(0, stream.indexOf('/'));
  return kind === 'journey' ? journeyEntry(name) : entityEntry(kind as EntityKind, name);
}

function refusedLine(line: number, refusal: Parameters<typeof renderRefusal>[0]): SheetProblem {
  const { id, en } = renderRefusal(refusal);
  return { line, column: null, code: refusal.code, id, en };
}

const sameAs = (line: number, twin: number): SheetProblem => ({
  ...{ line, column: null, code: 'LINE_TWICE' },
  id: `Baris ini sama dengan baris ${twin}.`,
  en: `This line says the same as line ${twin}.`,
});
