/** Tries a draft on recorded lives, one after the other: memory holds one life at a time. */
import type { JourneyState } from '../../domain/journey/state.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { AuditRecord } from '../explain/record.ts';
import type { Life } from '../life.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import type { Difference } from './difference.ts';
import type { DraftValue } from './draft.ts';
import { type NotReplayable, type Replayed, replay } from './replay.ts';

export interface TriedStream extends Consequences {
  readonly stream: string;
  /** Office that has the first case, else the office of who opened the stream. */
  readonly office: string;
  readonly outcome: 'same' | 'different' | 'not replayable';
  readonly notReplayable: NotReplayable | null;
  readonly decisions: number;
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
    if (life !== undefined) yield tried(life, await replay(life, record.facts, draft, until));
  }
}

function tried(life: Life, replayed: Replayed | NotReplayable): TriedStream {
  const { stream, decisions } = life;
  const told = { stream, decisions: decisions.length };
  if ('why' in replayed) {
    const office = officeOf(life, undefined);
    return {
      ...told,
      office,
      outcome: 'not replayable',
      notReplayable: replayed,
      differences: [],
      ...NOTHING,
    };
  }
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
