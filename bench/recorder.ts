/**
 * A journey decided in this process and recorded by the ledger's own door, without Temporal: the same
 * decider and the same bytes as the shell, with the state held here. Gives journeys a past quickly, and
 * measures the ledger alone.
 */
import {
  decideRound,
  type EntityState,
  foldEntity,
  initialEntityState,
  provisional,
  type Round,
} from '../src/domain/decide.ts';
import type { Command, Fact } from '../src/domain/decider.ts';
import type { RecordInput } from '../src/domain/envelope.ts';
import { journeyDecider } from '../src/domain/journey/decider.ts';
import type { JourneyState } from '../src/domain/journey/state.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import type { Fixture, Journey } from './fixture.ts';
import { runAll } from './load.ts';

/** As many as commit together well on two cores. */
const TOGETHER = 8;

export class Recorder {
  readonly #ledger: Ledger;
  readonly #fixture: Fixture;
  readonly journey: Journey;
  #state: EntityState<JourneyState>;

  constructor(ledger: Ledger, fixture: Fixture, journey: Journey) {
    this.#ledger = ledger;
    this.#fixture = fixture;
    this.journey = journey;
    this.#state = initialEntityState(journeyDecider, journey.personId);
  }

  /** @throws if the command was not accepted: a fixture that is refused measures nothing. */
  async record(command: Command): Promise<void> {
    const { requestHash, facts: attached } = await this.#fixture.envelope(this.journey, command);
    const facts = new Map<string, Fact>(attached.map((fact) => [fact.key, fact]));
    for (;;) {
      const now = new Date().toISOString();
      const input = { now, facts: [...facts.values()], lostClaims: [] };
      const round = decideRound(journeyDecider, this.#state, command, input);
      const answer = await this.#ledger.record(this.#requestOf(round, command, requestHash, now));
      if (answer.status === 'facts') {
        for (const fact of answer.facts ?? []) facts.set(fact.key, fact);
        continue;
      }
      if (answer.status !== 'recorded' || answer.outcome !== 'accepted') {
        const why = JSON.stringify(answer.detail?.refusal ?? answer.status);
        throw new Error(`${command.name} was not taken: ${why}`);
      }
      this.#state = foldEntity(journeyDecider, this.#state, answer.events);
      return;
    }
  }

  async recordSession(): Promise<void> {
    await this.record(this.#fixture.nextSession(this.journey));
  }

  /** Decides the next sessions beforehand, so that recording them is all that is left to measure. */
  async decideSessions(count: number): Promise<RecordInput[]> {
    const inputs: RecordInput[] = [];
    for (let ordinal = 0; ordinal < count; ordinal += 1) {
      const command = this.#fixture.nextSession(this.journey);
      const { requestHash, facts } = await this.#fixture.envelope(this.journey, command);
      const now = new Date().toISOString();
      const round = decideRound(journeyDecider, this.#state, command, { now, facts, lostClaims: [] });
      if (round.outcome !== 'accepted') throw new Error(`${command.name} was not accepted`);
      const input = this.#requestOf(round, command, requestHash, now);
      inputs.push(input);
      const events = input.verdict.outcome === 'accepted' ? input.verdict.events : [];
      this.#state = foldEntity(journeyDecider, this.#state, events);
    }
    return inputs;
  }

  #requestOf(round: Round<JourneyState>, command: Command, requestHash: string, now: string): RecordInput {
    const { version } = this.#state;
    return {
      ...{ stream: this.journey.stream, kind: journeyDecider.kind, world: 'live', expectedVersion: version },
      ...{ command, requestHash, now, clockOffsetMs: 0, runId: '' },
      facts: round.outcome === 'needs' ? [] : round.facts,
      verdict:
        round.outcome === 'accepted'
          ? {
              outcome: 'accepted',
              events: provisional(command, now, round.events, version),
              warnings: round.decision.warnings ?? [],
              claims: round.decision.claims ?? [],
              messages: round.decision.messages ?? [],
              factsOut: [],
              policies: round.policies,
            }
          : round,
    };
  }
}

/** Brings every journey to RUNNING with so many sessions behind it. */
export async function prepareJourneys(
  ledger: Ledger,
  fixture: Fixture,
  wanted: readonly { readonly journey: Journey; readonly sessions: number }[],
): Promise<Recorder[]> {
  const recorders: Recorder[] = [];
  await runAll(wanted, TOGETHER, async ({ journey, sessions }) => {
    const recorder = new Recorder(ledger, fixture, journey);
    recorders.push(recorder);
    const commands = [...fixture.opening(journey), ...fixture.starting(journey)];
    for (const command of commands) await recorder.record(command);
    for (let ordinal = 0; ordinal < sessions; ordinal += 1) await recorder.recordSession();
  });
  return recorders;
}
