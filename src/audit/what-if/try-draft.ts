/** Tries a draft on recorded lives, one after the other: memory holds one life at a time. */
import type { JourneyState } from '../../domain/journey/state.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { AuditRecord } from '../explain/record.ts';
import type { FactHistory } from '../fact-history.ts';
import type { Life } from '../life.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import type { Difference } from './difference.ts';
import type { DraftValue } from './draft.ts';
import { type NotReplayable, type Replayed, replay, type WorkLimits } from './replay.ts';

export interface TriedStream extends Consequences {
  readonly stream: string;
  /** Office that has the first case, else the office of who opened the stream. */
  readonly office: string;
  readonly outcome: 'same' | 'different' | 'not replayable';
  readonly notReplayable: NotReplayable | null;
  readonly decisions: number;
  /** How often was decided to find this out: what a page is bounded by. */
  readonly decided: number;
  readonly differences: readonly Difference[];
}

const NOTHING: Consequences = {
  cases: [],
  late: { recorded: [], drafted: [] },
  deadlines: { recorded: [], drafted: [] },
};

/** Streams in the order given; one that holds nothing is passed over. */
export async function* tryDraft(
  record: AuditRecord,
  streams: Iterable<string>,
  draft: readonly DraftValue[],
  until: Instant,
): AsyncGenerator<TriedStream> {
  for (const stream of streams) {
    const life = await record.life(stream);
    if (life !== undefined) yield await triedLife(life, record.facts, draft, until);
  }
}

export async function triedLife(
  life: Life,
  facts: FactHistory,
  draft: readonly DraftValue[],
  until: Instant,
  limits?: WorkLimits,
): Promise<TriedStream> {
  const replayed = await replay(life, facts, draft, until, limits);
  const { decided } = replayed;
  if ('why' in replayed) {
    const { sequence, command, why } = replayed;
    return notReplayed(life, { sequence, command, why }, decided);
  }
  return { ...compared(life, replayed), decided };
}

/** A life of which nothing can be said, and why. */
export const notReplayed = (life: Life, why: NotReplayable, decided: number): TriedStream => ({
  ...{ stream: life.stream, decisions: life.decisions.length, decided, office: officeOf(life, undefined) },
  ...{ outcome: 'not replayable', notReplayable: why, differences: [], ...NOTHING },
});

function compared(life: Life, replayed: Replayed): Omit<TriedStream, 'decided'> {
  const { stream, decisions } = life;
  const told = { stream, decisions: decisions.length };
  const { differences, recorded, drafted } = replayed;
  const consequences = consequencesOf(recorded, drafted);
  const { cases, late, deadlines } = consequences;
  const lists = [differences, cases, late.recorded, late.drafted, deadlines.recorded, deadlines.drafted];
  return {
    ...{ ...told, office: officeOf(life, recorded.state.domain), notReplayable: null },
    outcome: lists.every((list) => list.length === 0) ? 'same' : 'different',
    ...{ differences, ...consequences },
  };
}

function officeOf({ decisions }: Life, state: unknown): string {
  const [first] = Object.values((state as Partial<JourneyState> | undefined)?.cases ?? {});
  if (first !== undefined) return first.office;
  return decisions.find(({ actor }) => actor.role !== 'SYSTEM')?.actor.office ?? 'system';
}
