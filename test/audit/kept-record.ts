/** A record of a world in memory, as the ledger would have kept it: lives, register facts and who set them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditRecord } from '../../src/audit/explain/record.ts';
import { provisional } from '../../src/domain/decide.ts';
import type { Fact, JsonValue } from '../../src/domain/decider.ts';
import type { LedgerDecision } from '../../src/ledger/decisions.ts';
import type { LedgerEvent } from '../../src/ledger/events.ts';
import { parseScenario } from '../../src/scenarios/parse-scenario.ts';
import { PureDriver } from '../../src/scenarios/pure/pure-driver.ts';
import type { DecisionMade } from '../../src/scenarios/pure/world.ts';
import { runScenario } from '../../src/scenarios/run-scenario.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import type { Story } from '../journey/story.ts';

interface Kept {
  readonly decisions: LedgerDecision[];
  readonly events: LedgerEvent[];
}

interface Setting {
  readonly version: number;
  readonly value: JsonValue;
  readonly decision: LedgerDecision;
}

/** As JSON would bring it back from the ledger. */
const asRecorded = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

export class KeptRecord implements AuditRecord {
  readonly lives = new Map<string, Kept>();
  private readonly settings = new Map<string, Setting[]>();
  private commits = 0;

  readonly hear = ({ stream, command, now, lostClaims, round, events }: DecisionMade): void => {
    const kept = this.lives.get(stream) ?? { decisions: [], events: [] };
    this.lives.set(stream, kept);
    this.commits += 1;
    const committedAt = new Date(Date.UTC(2030, 0, 1) + this.commits).toISOString();
    const { commandId, name, data, actor, document, occurredAt } = command;
    const lost = lostClaims.length === 0 ? {} : { lostClaims };
    const { policies, facts } = round;
    const detail =
      round.outcome === 'refused'
        ? { refusal: round.refusal, policies, ...lost }
        : { warnings: round.decision.warnings ?? [], policies, ...lost };
    const first = events[0]?.version;
    const decision = asRecorded({
      ...{ stream, sequence: kept.decisions.length + 1, commandId, name, requestHash: '' },
      body: { name, data, ...(document && { document }), ...(occurredAt && { occurredAt }) },
      ...{ actor, now, clockOffsetMs: 0, facts, effects: {}, buildId: 'test' },
      ...{ outcome: round.outcome, detail, committedAt, hash: `hash-${this.commits}` },
      ...(first === undefined ? {} : { firstVersion: first, lastVersion: first + events.length - 1 }),
    }) as unknown as LedgerDecision;
    kept.decisions.push(decision);
    for (const event of events) {
      const identified = { stream, eventId: `${stream}:${event.version}`, committedAt };
      kept.events.push(asRecorded({ ...event, ...identified, hash: `hash-${event.version}` }) as LedgerEvent);
    }
    if (round.outcome !== 'accepted') return;
    for (const { key, value } of round.decision.factsOut ?? []) {
      const known = this.settings.get(key) ?? [];
      this.settings.set(key, [...known, { version: known.length + 1, value: asRecorded(value), decision }]);
    }
  };

  readonly facts: AuditRecord['facts'] = {
    at: async (key, version) => {
      if (version === 0) return { key, version, value: null };
      const found = this.settings.get(key)?.[version - 1];
      return found === undefined ? undefined : { key, version, value: found.value };
    },
    before: async (key, committedAt) => {
      const found = this.settings.get(key)?.findLast(({ decision }) => decision.committedAt <= committedAt);
      return { key, version: found?.version ?? 0, value: found?.value ?? null };
    },
  };

  /** What a register holds of which no decision is kept here. */
  know({ key, value }: Fact): this {
    const decision = { committedAt: '' } as LedgerDecision;
    this.settings.set(key, [{ version: 1, value: asRecorded(value), decision }]);
    return this;
  }

  async life(stream: string) {
    const kept = this.lives.get(stream);
    return kept === undefined ? undefined : { stream, ...kept };
  }

  async setter(key: string, version: number) {
    return this.settings.get(key)?.[version - 1]?.decision;
  }

  async keysUnder(prefix: string, limit: number) {
    return [...this.settings.keys()]
      .filter((key) => key.startsWith(prefix))
      .sort()
      .slice(0, limit);
  }

  /** The last decision of a command in a stream. */
  last(stream: string, command: string): LedgerDecision {
    const found = this.lives.get(stream)?.decisions.findLast(({ name }) => name === command);
    if (found === undefined) throw new Error(`${stream} has no ${command}`);
    return found;
  }

  event(stream: string, type: string): LedgerEvent {
    const found = this.lives.get(stream)?.events.findLast((event) => event.type === type);
    if (found === undefined) throw new Error(`${stream} has no ${type}`);
    return found;
  }
}

/** Plays one scenario file in memory and keeps its record; the story itself must pass. */
export async function keptScenario(scenario: Scenario): Promise<KeptRecord> {
  const record = new KeptRecord();
  const { passed } = await runScenario(scenario, new PureDriver(record.hear));
  if (!passed) throw new Error(`${scenario.file} does not pass`);
  return record;
}

export const scenarioFile = (name: string): Scenario =>
  parseScenario(name, readFileSync(join(import.meta.dirname, '../scenarios', name), 'utf8'));

/** Keeps the record of a life told by a `Story`, from here on. */
export function keptStory(story: Story): KeptRecord {
  const record = new KeptRecord();
  for (const fact of story.world.facts.values()) record.know(fact);
  story.onDecision = ({ command, now, lostClaims, round, version }) => {
    const events = round.outcome === 'accepted' ? provisional(command, now, round.events, version) : [];
    const stream = `journey/${story.state.domain.personId}`;
    record.hear({ stream, command, now, lostClaims, round: round as DecisionMade['round'], events });
  };
  return record;
}
