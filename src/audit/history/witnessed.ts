/**
 * What all archived histories of a stream witnessed together: commands with their outcomes, and events, each with
 * the run and the answer that first told of it. An event may be told of more than once; the first one counts and
 * the others must say the same.
 */
import type { RecordedEvent } from '../../domain/decider.ts';
import type { CommandEnvelope, DecisionDetail, RecordAnswer } from '../../domain/envelope.ts';
import type { RunHistory } from './run-history.ts';

/** Where in the histories something stands. */
export interface Place {
  readonly runId: string;
  /** Number of the history's event. */
  readonly at: number;
}

/** How a run came to know of it. `known` and `tail` come after the fact: the answer of the first record was lost. */
export type Telling = 'recorded' | 'known' | 'tail' | 'loaded';

export interface WitnessedEvent {
  readonly event: RecordedEvent;
  readonly place: Place;
  readonly telling: Telling;
}

export interface WitnessedOutcome {
  /** Undefined where the history does not name the command. */
  readonly commandId: string | undefined;
  readonly place: Place;
  readonly telling: 'recorded' | 'known';
  readonly outcome: 'accepted' | 'refused' | 'fault';
  readonly detail: DecisionDetail;
  readonly firstVersion: number | undefined;
  readonly lastVersion: number | undefined;
}

export interface WitnessedCommand {
  readonly envelope: CommandEnvelope;
  readonly place: Place;
  /** What the caller was told: an outcome, an error, or nothing, since the run ended before. */
  readonly told: 'accepted' | 'refused' | 'fault' | 'error' | 'nothing';
}

export interface Witnessed {
  /** By command id; a command that was sent again has the first acceptance. */
  readonly commands: ReadonlyMap<string, WitnessedCommand>;
  /** By command id: the first answer that told of a recorded decision. */
  readonly outcomes: ReadonlyMap<string, WitnessedOutcome>;
  /** Outcomes whose command the history does not name: a firing of a deadline that met a bug. */
  readonly nameless: readonly WitnessedOutcome[];
  readonly events: ReadonlyMap<number, WitnessedEvent>;
  /** Versions that two answers tell differently. */
  readonly contradictions: readonly {
    readonly version: number;
    readonly first: Place;
    readonly second: Place;
  }[];
  /** The newest version that a run had in its state without having been told of each event up to it. */
  readonly loadedUpTo: { readonly version: number; readonly place: Place } | undefined;
}

export interface NamedHistory {
  readonly runId: string;
  readonly history: RunHistory;
}

/** @param textOf canonical JSON, by which two tellings are the same or not. */
export function witnessedBy(runs: readonly NamedHistory[], textOf: (value: unknown) => string): Witnessed {
  const commands = new Map<string, WitnessedCommand>();
  const outcomes = new Map<string, WitnessedOutcome>();
  const nameless: WitnessedOutcome[] = [];
  const events = new Map<number, WitnessedEvent>();
  const contradictions: Witnessed['contradictions'][number][] = [];
  let loadedUpTo: Witnessed['loadedUpTo'];

  const tell = (event: RecordedEvent, place: Place, telling: Telling): void => {
    const first = events.get(event.version);
    if (first === undefined) events.set(event.version, { event, place, telling });
    else if (textOf(first.event) !== textOf(event)) {
      contradictions.push({ version: event.version, first: first.place, second: place });
    }
  };
  const load = (state: unknown, place: Place): void => {
    const { version = 0 } = state as { version?: number };
    if (version > (loadedUpTo?.version ?? 0)) loadedUpTo = { version, place };
  };

  for (const { runId, history } of runs) {
    const unanswered = waitingUpdates(history);
    if (history.begunWith !== undefined) load(history.begunWith.state, { runId, at: 1 });
    for (const happening of history.happenings) {
      const place = { runId, at: happening.at };
      if (happening.kind === 'accepted') {
        const { commandId } = happening.envelope.command;
        const told = unanswered.get(happening.update)?.told ?? 'nothing';
        if (!commands.has(commandId)) commands.set(commandId, { envelope: happening.envelope, place, told });
      } else if (happening.kind === 'loaded') load(happening.state, place);
      else if (happening.kind === 'caught-up') {
        for (const event of happening.events) tell(event, place, 'loaded');
      } else if (happening.kind === 'recorded') {
        const outcome = outcomeOf(happening.answer, place, unanswered, textOf);
        for (const event of happening.answer.events) {
          tell(event, place, isOwn(happening.answer, event) ? (outcome?.telling ?? 'tail') : 'tail');
        }
        if (outcome?.commandId === undefined) {
          if (outcome !== undefined) nameless.push(outcome);
        } else if (!outcomes.has(outcome.commandId)) outcomes.set(outcome.commandId, outcome);
      }
    }
  }
  return { commands, outcomes, nameless, events, contradictions, loadedUpTo };
}

interface WaitingUpdate {
  readonly commandId: string;
  readonly told: WitnessedCommand['told'];
  readonly refusal: unknown;
  readonly firstVersion: number | undefined;
  taken: boolean;
}

/** By update id, in the order of acceptance, which is the order of turns. */
function waitingUpdates({ happenings }: RunHistory): Map<string, WaitingUpdate> {
  const answers = new Map(
    happenings.flatMap((one) => (one.kind === 'answered' ? [[one.update, one] as const] : [])),
  );
  return new Map(
    happenings.flatMap((one) => {
      if (one.kind !== 'accepted') return [];
      const answered = answers.get(one.update);
      const told = answered === undefined ? 'nothing' : (answered.answer?.outcome ?? 'error');
      const { commandId } = one.envelope.command;
      const { refusal, firstVersion } = answered?.answer ?? {};
      return [[one.update, { commandId, told, refusal, firstVersion, taken: false }] as const];
    }),
  );
}

const isOwn = ({ firstVersion, lastVersion }: RecordAnswer, { version }: RecordedEvent): boolean =>
  firstVersion !== undefined && version >= firstVersion && version <= (lastVersion ?? 0);

function outcomeOf(
  answer: RecordAnswer,
  place: Place,
  updates: ReadonlyMap<string, WaitingUpdate>,
  textOf: (value: unknown) => string,
): WitnessedOutcome | undefined {
  const { status, outcome, detail = {}, firstVersion, lastVersion } = answer;
  if ((status !== 'recorded' && status !== 'known') || outcome === undefined) return undefined;
  const named = answer.events.find((event) => isOwn(answer, event))?.meta.commandId;
  for (const update of updates.values()) if (update.commandId === named) update.taken = true;
  const commandId = named ?? takeUpdate(updates, answer, textOf);
  return { commandId, place, telling: status, outcome, detail, firstVersion, lastVersion };
}

/**
 * A refusal makes no events that would name its command, and a command that is known already may have made its own
 * long before: it is the next in turn that was told the same.
 */
function takeUpdate(
  updates: ReadonlyMap<string, WaitingUpdate>,
  { outcome, detail, firstVersion }: RecordAnswer,
  textOf: (value: unknown) => string,
): string | undefined {
  const refusal = textOf(detail?.refusal ?? null);
  for (const update of updates.values()) {
    if (update.taken || update.told !== outcome || update.firstVersion !== firstVersion) continue;
    if (textOf(update.refusal ?? null) !== refusal) continue;
    update.taken = true;
    return update.commandId;
  }
  return undefined;
}
