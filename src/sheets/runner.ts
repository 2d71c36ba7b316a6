/**
 * Runs a checked sheet through the bulk door, a chunk at a time. What became of a line is known to the ledger
 * first: a chunk that was interrupted is sent again under the same command ids and hears the same outcomes.
 */
import type { VerifiedActor } from '../access/reach.ts';
import type { Command, Fact, JsonObject, Refusal } from '../domain/decider.ts';
import type { BulkCommand, BulkDoor, BulkDoorOptions, BulkOutcome } from '../ledger/bulk/bulk-door.ts';
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
  readonly facts: (keys: readonly string[]) => Promise<readonly Fact[]>;
  readonly clockOffsetOf: (world: string) => Promise<number>;
  /** Makes a shell look at the ledger. A failure is only told: the sweep wakes it within a minute. */
  readonly wake: (stream: string, world: string, clockOffsetMs: number) => Promise<void>;
  readonly onWakeFailure?: (stream: string, error: unknown) => void;
  readonly chunk: number;
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
  return {
    async runChunk(sheetId) {
      const sheet = await store.find(sheetId);
      // A sheet that was taken away, or that has ended before: there is nothing left to do.
      if (sheet === undefined || sheet.state === 'DONE') return { settled: 0, done: true };
      const lines = await store.waiting(sheetId, needs.chunk);
      if (lines.length === 0) {
        await store.finish(sheetId);
        return { settled: 0, done: true };
      }
      const commands = await commandsOf(needs, sheet, lines);
      const door = needs.door(({ stream, envelope: { command } }, { domain }) =>
        needs.refusalOfLine(sheet.actor, {
          ...{ stream, state: domain, name: command.name, data: command.data as JsonObject },
        }),
      );
      const { outcomes, wake } = await door.run(commands);
      const settled = lines.flatMap((line, place) => settledLine(line, outcomes[place]!));
      await store.settle(sheetId, settled);
      for (const { stream, world, clockOffsetMs } of wake) {
        await needs
          .wake(stream, world, clockOffsetMs)
          .catch((error: unknown) => needs.onWakeFailure?.(stream, error));
      }
      if (settled.length === 0) throw new SheetWaits('no line of the chunk could be settled yet');
      return { settled: settled.length, done: false };
    },
  };
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
