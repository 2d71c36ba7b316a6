/**
 * Runs a checked sheet through the bulk door, a chunk at a time. What became of a line is known to the ledger
 * first: a chunk that was interrupted is sent again under the same command ids and hears the same outcomes.
 */
import type { VerifiedActor } from '../access/reach.ts';
import type { Command, Fact, JsonObject, Refusal } from '../domain/decider.ts';
import {
  type BulkCommand,
  type BulkDoor,
  type BulkDoorOptions,
  type BulkOutcome,
  type BulkResult,
  CHUNK_MAX,
} from '../ledger/bulk/bulk-door.ts';
import { FewAtATime } from './few-at-a-time.ts';
import { sheetKindNamed } from './kinds/index.ts';
import { lineCommandId } from './line-command-id.ts';
import type { SettledLine, Sheet, SheetLine, SheetStore } from './store.ts';

export interface SheetRunnerNeeds {
  readonly store: SheetStore;
  readonly door: (admit: NonNullable<BulkDoorOptions['admit']>) => BulkDoor;
  /** The refusal of a sender that may not, any more; see `BulkDoorOptions.admit`. */
  readonly refusalOfLine: (
    actor: VerifiedActor,
    asked: { stream: string; state: unknown; name: string; data: JsonObject },
  ) => Refusal | undefined;
  /** Has the vault take who a new person is, before that person's journey begins; once, however often asked. */
  readonly storeIdentity: (sheet: Sheet, line: SheetLine) => Promise<void>;
  readonly facts: (keys: readonly string[]) => Promise<readonly Fact[]>;
  readonly clockOffsetOf: (world: string) => Promise<number>;
  /** Makes a shell look at the ledger. A failure is only told: the sweep wakes it within a minute. */
  readonly wake: (stream: string, world: string, clockOffsetMs: number) => Promise<void>;
  readonly onWakeFailure?: (stream: string, error: unknown) => void;
  /** Lines of one transaction. */
  readonly chunk: number;
  /** Transactions at the same time, of all sheets together. */
  readonly lanes: number;
}

export interface ChunkRun {
  readonly settled: number;
  readonly done: boolean;
}

/** No line of a chunk could be settled: whoever holds their streams must let go first. */
export class SheetWaits extends Error {
  override readonly name = 'SheetWaits';
}

export interface SheetRunner {
  /**
   * Settles the next chunk, and ends the sheet where there is none.
   * @throws SheetWaits, or the database's error where it is away: the same may be asked again.
   */
  runChunk(sheetId: string): Promise<ChunkRun>;
}

export function createSheetRunner(needs: SheetRunnerNeeds): SheetRunner {
  const { store } = needs;
  const turns = new FewAtATime(needs.lanes);
  return {
    async runChunk(sheetId) {
      const sheet = await store.find(sheetId);
      // A sheet that was taken away, or that has ended before: there is nothing left to do.
      if (sheet === undefined || sheet.state === 'DONE') return { settled: 0, done: true };
      const lanes = sheetKindNamed(sheet.kind)?.inOrder ? 1 : needs.lanes;
      const lines = await store.waiting(sheetId, needs.chunk * lanes);
      if (lines.length === 0) {
        await store.finish(sheetId);
        return { settled: 0, done: true };
      }
      for (const line of lines) if (line.sealedIdentity !== undefined) await needs.storeIdentity(sheet, line);
      const commands = await commandsOf(needs, sheet, lines);
      const door = needs.door(({ stream, envelope: { command } }, { domain }) =>
        needs.refusalOfLine(sheet.actor, {
          ...{ stream, state: domain, name: command.name, data: command.data as JsonObject },
        }),
      );
      const ran = await Promise.all(
        lanesOf(lines, lanes).map((lane) => turns.take(() => runLane(door, lines, commands, lane))),
      );
      const settled = ran.flatMap((lane) => lane.settled);
      await store.settle(sheetId, settled);
      for (const { stream, world, clockOffsetMs } of ran.flatMap(({ wake }) => wake)) {
        await needs
          .wake(stream, world, clockOffsetMs)
          .catch((error: unknown) => needs.onWakeFailure?.(stream, error));
      }
      if (settled.length === 0) throw new SheetWaits('no line of the chunk could be settled yet');
      return { settled: settled.length, done: false };
    },
  };
}

/**
 * Places of the lines, shared out: one lane decides while another waits for Postgres. All lines of a stream are in
 * one lane, in their order; lines of other streams wait for each other only in kinds whose commands take claims.
 */
function lanesOf(lines: readonly SheetLine[], count: number): readonly (readonly number[])[] {
  const lanes: number[][] = Array.from({ length: count }, () => []);
  const laneOf = new Map<string, number[]>();
  for (const [place, { stream }] of lines.entries()) {
    const lane =
      laneOf.get(stream) ?? lanes.reduce((least, each) => (each.length < least.length ? each : least));
    laneOf.set(stream, lane);
    lane.push(place);
  }
  return lanes.filter(({ length }) => length > 0);
}

async function runLane(
  door: BulkDoor,
  lines: readonly SheetLine[],
  commands: readonly BulkCommand[],
  lane: readonly number[],
): Promise<{ settled: SettledLine[]; wake: BulkResult['wake'] }> {
  const settled: SettledLine[] = [];
  const wake: BulkResult['wake'][number][] = [];
  // Where nearly all lines are one person's, a lane holds more than a chunk.
  for (let next = 0; next < lane.length; next += CHUNK_MAX) {
    const some = lane.slice(next, next + CHUNK_MAX);
    const result = await door.run(some.map((place) => commands[place]!));
    for (const [index, place] of some.entries()) {
      settled.push(...settledLine(lines[place]!, result.outcomes[index]!));
    }
    wake.push(...result.wake);
  }
  return { settled, wake };
}

async function commandsOf(
  { facts: readFacts, clockOffsetOf }: SheetRunnerNeeds,
  sheet: Sheet,
  lines: readonly SheetLine[],
): Promise<BulkCommand[]> {
  const keys = [...new Set(lines.flatMap(({ factKeys }) => factKeys))];
  const [facts, clockOffsetMs] = await Promise.all([readFacts(keys), clockOffsetOf(sheet.world)]);
  const known = new Map(facts.map((fact) => [fact.key, fact]));
  const { id, role, office } = sheet.actor;
  return lines.map(({ line, place, stream, name, body, requestHash, factKeys }) => {
    const command = {
      ...(JSON.parse(body) as Pick<Command, 'data' | 'document' | 'occurredAt'>),
      ...{ commandId: lineCommandId(sheet.id, line, place), name, actor: { id, role, office } },
    };
    const attached = factKeys.flatMap((key) => known.get(key) ?? []);
    return {
      ...{ stream, world: sheet.world },
      envelope: { command, requestHash, facts: attached, clockOffsetMs },
    };
  });
}

function settledLine({ line, place }: SheetLine, outcome: BulkOutcome): SettledLine[] {
  switch (outcome.kind) {
    case 'settled': {
      const { outcome: word, refusal, firstVersion, lastVersion } = outcome.answer;
      return [
        {
          ...{ line, place, outcome: word },
          ...(refusal === undefined ? {} : { refusal }),
          ...(firstVersion === undefined ? {} : { firstVersion }),
          ...(lastVersion === undefined ? {} : { lastVersion }),
        },
      ];
    }
    case 'denied':
      return [{ line, place, outcome: 'denied', refusal: outcome.refusal }];
    case 'failed':
      return [{ line, place, outcome: 'failed', refusal: { code: outcome.code, parameters: {} } }];
    case 'waits':
      return [];
  }
}
