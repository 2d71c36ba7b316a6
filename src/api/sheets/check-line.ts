/** One line of a sheet: the command's shape, whether its sender may, and what of it must be sealed. */
import type { AccessLog } from '../../access/access-log.ts';
import type { VerifiedActor } from '../../access/reach.ts';
import type { CommandName } from '../../access/roles.ts';
import { type CatalogueEntry, type EntityKind, entityEntry, journeyEntry } from '../../catalogue/index.ts';
import type { JsonObject, Refusal } from '../../domain/decider.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { renderRefusal } from '../../domain/law/refusals.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { LoadedStream } from '../../ledger/bulk/states.ts';
import { canonicalText } from '../../ledger/record-decision.ts';
import type { LineCommand } from '../../sheets/kinds/kind.ts';
import { lineCommandId } from '../../sheets/line-command-id.ts';
import type { SheetLine } from '../../sheets/store.ts';
import type { SheetProblem } from '../../sheets/words.ts';
import type { Vault } from '../../vault/vault.ts';
import { type CommandBody, commandBody, fieldProblems } from '../command-body.ts';
import { touchedByCommand } from '../journey-reach.ts';
import { type CommandToPrepare, prepareCommand } from '../prepare-command.ts';
import { RequestRefused } from '../problem.ts';
import { refusalOfLine } from './line-reach.ts';
import { sealSheetIdentity } from './new-person.ts';

export interface LineNeeds {
  readonly vault: Vault;
  readonly accessLog: AccessLog;
}

/** The sheet that the line stands in, as far as its lines need to know. */
export interface LineOf {
  readonly id: string;
  readonly world: string;
  readonly actor: VerifiedActor;
  /** By the clock of its world. */
  readonly now: Instant;
}

export interface AskedLine {
  readonly line: number;
  readonly place: number;
  readonly command: LineCommand;
  readonly stream: string;
  /** The line's own command makes the journey. */
  readonly isNew: boolean;
  readonly covers: readonly number[] | undefined;
}

export async function checkLine(
  needs: LineNeeds,
  sheet: LineOf,
  asked: AskedLine,
  loaded: LoadedStream | Error | undefined,
): Promise<SheetLine | SheetProblem> {
  const { line, command, stream, isNew } = asked;
  const entry = entryOf(stream, command.name);
  if (entry === undefined) throw new Error(`a kind of sheet names ${command.name}, which nobody knows`);
  const { target: _target, name, ...wanted } = command;
  const parsed = commandBody(entry).safeParse(wanted, { reportInput: false });
  if (!parsed.success) {
    const [first] = fieldProblems(parsed.error.issues);
    return {
      ...{ line, column: null, code: 'LINE_MALFORMED' },
      id: `Isi baris ini tidak sesuai (${first?.path}): ${first?.reason}.`,
      en: `This line does not fit (${first?.path}): ${first?.reason}.`,
    };
  }
  const isThere = loaded !== undefined && !(loaded instanceof Error) && (isNew || loaded.state.version > 0);
  // Another world is another Titian.
  if (!isThere || (!isNew && loaded.world !== sheet.world)) {
    const code = stream.startsWith('journey/') ? 'PERSON_UNKNOWN' : 'NOT_FOUND';
    return refusedLine(line, { code, parameters: {} });
  }
  const body = parsed.data as CommandBody;
  const state = loaded.state.domain;
  const refusal = refusalOfLine(sheet.actor, { stream, state, name, data: body.data });
  if (refusal !== undefined) {
    await noteDenied(needs.accessLog, sheet, asked, refusal);
    return refusedLine(line, refusal);
  }
  try {
    return await sealedLine(needs.vault, sheet, asked, { entry, body, state });
  } catch (error) {
    if (error instanceof RequestRefused) return refusedLine(line, error.refusal);
    throw error;
  }
}

async function sealedLine(
  vault: Vault,
  { id, world, actor, now }: LineOf,
  { line, place, stream, covers }: AskedLine,
  { entry, body, state }: Pick<CommandToPrepare, 'entry' | 'body'> & { readonly state: unknown },
): Promise<SheetLine> {
  const { name } = entry;
  const target = {
    ...{ stream, world },
    ...(stream.startsWith('journey/')
      ? {
          personId: stream.slice('journey/'.length),
          siteIds: touchedByCommand(state as JourneyState, name, body.data).siteIds ?? [],
        }
      : { subject: stream }),
  };
  const commandId = lineCommandId(id, line, place);
  const { command, requestHash, factKeys } = await prepareCommand(vault, {
    ...{ entry, target, actor, commandId, now, body },
  });
  const { data, document, occurredAt } = command;
  const identity = entry.storesIdentity ? (body.data.identity as JsonObject) : undefined;
  return {
    ...{ line, place, stream, name, requestHash, factKeys },
    ...(covers === undefined ? {} : { covers }),
    ...(identity === undefined
      ? {}
      : { sealedIdentity: await sealSheetIdentity(vault, stream, commandId, identity) }),
    body: canonicalText({
      data,
      ...(document === undefined ? {} : { document }),
      ...(occurredAt === undefined ? {} : { occurredAt }),
    }),
  };
}

export function entryOf(stream: string, name: string): CatalogueEntry | undefined {
  const kind = stream.slice(0, stream.indexOf('/'));
  return kind === 'journey' ? journeyEntry(name) : entityEntry(kind as EntityKind, name);
}

/** As a single command that is denied before it reaches its entity. */
async function noteDenied(
  accessLog: AccessLog,
  { actor, world }: LineOf,
  { command, stream, isNew }: AskedLine,
  { code }: Refusal,
): Promise<void> {
  const subject = isNew ? 'new' : stream.replace(/^journey\//, '');
  await accessLog.record({
    ...{ actor, world, action: command.name as CommandName, subject, outcome: 'denied', reason: code },
  });
}

function refusedLine(line: number, refusal: Refusal): SheetProblem {
  const { id, en } = renderRefusal(refusal);
  return { line, column: null, code: refusal.code, id, en };
}
