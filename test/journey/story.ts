/**
 * One person's life under a clock: commands are decided through the same round that the shell uses,
 * deadlines fire before them, claims are kept across persons. Sent as of 2026; all fictitious.
 */
import { expect } from 'vitest';
import {
  decideRound,
  dueDeadlines,
  type EntityState,
  earliestDeadline,
  firingCommandIdOf,
  initialEntityState,
  type Round,
} from '../../src/domain/decide.ts';
import type {
  Actor,
  ClaimChange,
  Command,
  DomainEvent,
  Fact,
  JsonValue,
  LostClaim,
  OutgoingMessage,
  SourceDocument,
} from '../../src/domain/decider.ts';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { CommunityServiceCase, JourneyState } from '../../src/domain/journey/state.ts';
import { POLICY_NAMES, startingPolicy } from '../../src/domain/law/policy-catalogue.ts';
import type { SiteFact } from '../../src/domain/registers/site.ts';
import { momentOf } from '../../src/domain/time/index.ts';
import type { Instant, LocalDateTime, Moment, Zone } from '../../src/domain/time/moment.ts';

export const staff: Actor = { id: 'a-staff', role: 'PIDUM_STAFF', office: 'kejari-medan' };
export const prosecutor: Actor = { id: 'a-jaksa', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' };
export const counsellor: Actor = { id: 'a-pk', role: 'PROBATION_COUNSELLOR', office: 'bapas-medan' };
export const supervisor: Actor = { id: 'a-site', role: 'SITE_SUPERVISOR', office: 'puskesmas' };
export const centre: Actor = { id: 'a-balai', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'balai' };
export const stranger: Actor = { id: 'a-else', role: 'EXECUTING_PROSECUTOR', office: 'kejari-karo' };
const system: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

export const paper: SourceDocument = { kind: 'decision', number: 'PRINT-1/2026', date: '2026-01-05' };

export const site = (id: string, changes: Partial<SiteFact> = {}): SiteFact => ({
  id,
  name: id,
  owner: 'kejari-medan',
  agency: 'agency',
  regency: 'medan',
  zone: 'WIB',
  capacityPerDay: 5,
  workTypes: [],
  agreement: { number: 'A-1', validFrom: '2026-01-01', validTo: '2028-12-31', parties: [] },
  safetyCoverReference: 'C-1',
  contactPost: null,
  accessNotes: null,
  trainingCentre: false,
  commercial: false,
  calendar: 'national',
  openWeekdays: [1, 2, 3, 4, 5, 6, 7],
  openOnHolidays: true,
  closedOn: [],
  suspended: null,
  ...changes,
});

/** Register facts and claims that several persons share. */
export class World {
  readonly facts = new Map<string, Fact>();
  private exclusive = new Map<string, string>();
  private places = new Map<string, Set<string>>();

  constructor() {
    for (const name of POLICY_NAMES) {
      const { unit, from, value, source } = startingPolicy(name);
      this.know(`policy/${name}`, { unit, values: [{ from, value, source }] });
    }
    for (const id of ['kejari-medan', 'kejari-karo', 'bapas-medan', 'bapas-karo']) {
      this.know(`office/${id}`, {
        id,
        kind: id.startsWith('bapas') ? 'BAPAS' : 'KEJARI',
        zone: 'WIB',
        calendar: 'national',
      });
    }
    this.know('calendar/national', {
      id: 'national',
      name: 'national',
      holidays: [],
      years: [{ year: 2026 }, { year: 2027 }],
    });
    for (const id of ['puskesmas', 'mosque']) this.know(`site/${id}`, site(id));
    this.know('site/balai', site('balai', { trainingCentre: true }));
  }

  know(key: string, value: unknown): this {
    this.facts.set(key, { key, version: 1, value: value as JsonValue });
    return this;
  }

  /** Takes and gives back in key order, all or nothing, as the ledger does. */
  claim(changes: readonly ClaimChange[]): readonly LostClaim[] {
    const exclusive = new Map(this.exclusive);
    const places = new Map([...this.places].map(([key, holders]) => [key, new Set(holders)]));
    const lost: LostClaim[] = [];
    for (const change of [...changes].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))) {
      const { key, holder } = change;
      const holders = places.get(key) ?? new Set();
      places.set(key, holders);
      if (change.kind === 'take') {
        const present = exclusive.get(key) ?? holder;
        if (present === holder) exclusive.set(key, holder);
        else lost.push({ key, holder: present });
      } else if (change.kind === 'take-place') {
        if (holders.has(holder) || holders.size < change.limit) holders.add(holder);
        else lost.push({ key });
      } else {
        if (exclusive.get(key) === holder) exclusive.delete(key);
        holders.delete(holder);
      }
    }
    if (lost.length === 0) {
      this.exclusive = exclusive;
      this.places = places;
    }
    return lost;
  }

  /** The same registers and claims, apart from here on. */
  fork(): World {
    const copy = new World();
    copy.facts.clear();
    for (const [key, fact] of this.facts) copy.facts.set(key, fact);
    copy.exclusive = new Map(this.exclusive);
    copy.places = new Map([...this.places].map(([key, holders]) => [key, new Set(holders)]));
    return copy;
  }

  placesTaken(key: string): number {
    return this.places.get(key)?.size ?? 0;
  }
}

export interface Sent {
  readonly outcome: 'accepted' | 'refused';
  readonly refusal: { code: string; parameters: object } | undefined;
  /** Events of the decision, without the framework's own about deadlines. */
  readonly events: readonly DomainEvent[];
  readonly warnings: readonly string[];
  readonly messages: readonly OutgoingMessage[];
}

/** One decision as the ledger would record it, and what it rested on. */
export interface StoryDecision {
  readonly command: Command;
  readonly now: Instant;
  readonly facts: readonly Fact[];
  readonly lostClaims: readonly LostClaim[];
  readonly round: Exclude<Round<JourneyState>, { outcome: 'needs' }>;
  /** Version before it. */
  readonly version: number;
}

interface With {
  readonly actor?: Actor;
  readonly document?: SourceDocument | null;
  readonly occurredAt?: Moment;
}

export class Story {
  state: EntityState<JourneyState>;
  now: Instant;
  readonly history: DomainEvent[] = [];
  /** Told of each decision, also of firings. */
  onDecision: (decision: StoryDecision) => void = () => undefined;
  private sent = 0;
  private readonly fired = new Set<string>();

  constructor(
    readonly world: World = new World(),
    private readonly personId = 'person-1',
    startsAt: LocalDateTime = '2026-01-05T08:00',
    readonly zone: Zone = 'WIB',
  ) {
    this.state = initialEntityState(journeyDecider, personId);
    this.now = momentOf(startsAt, zone).at;
  }

  /** A life that goes on from here by itself: states are never changed in place. */
  fork(): Story {
    const copy = new Story(this.world.fork(), this.personId, undefined, this.zone);
    copy.state = this.state;
    copy.now = this.now;
    copy.history.push(...this.history);
    copy.sent = this.sent;
    for (const id of this.fired) copy.fired.add(id);
    return copy;
  }

  /** Lets time pass; every deadline on the way fires at its own time. */
  at(reading: LocalDateTime): this {
    const until = momentOf(reading, this.zone).at;
    for (;;) {
      const due = earliestDeadline(this.state);
      if (due === undefined || due.dueAt.at > until) break;
      if (due.dueAt.at > this.now) this.now = due.dueAt.at;
      this.fireDue();
    }
    this.now = until;
    return this;
  }

  /** Lets time pass while nobody is awake: what is due fires afterwards, late. */
  outage(reading: LocalDateTime): this {
    this.now = momentOf(reading, this.zone).at;
    this.fireDue();
    return this;
  }

  private fireDue(): void {
    for (let left = 100; ; left -= 1) {
      const [due] = dueDeadlines(this.state, this.now);
      if (due === undefined) return;
      if (left === 0) throw new Error(`deadline ${due.deadlineId} fires for ever`);
      const commandId = firingCommandIdOf(due.deadlineId);
      this.decide({ commandId, name: 'fire-deadline', data: due, actor: system });
    }
  }

  send<Name extends JourneyCommandName>(name: Name, data: JourneyCommands[Name], options: With = {}): Sent {
    this.fireDue();
    this.sent += 1;
    const { actor = prosecutor, document = paper, occurredAt } = options;
    const commandId = `command-${this.sent}`;
    const command: Command = { commandId, name, data, actor, ...(occurredAt && { occurredAt }) };
    return this.decide(document === null ? command : { ...command, document });
  }

  accepts<Name extends JourneyCommandName>(
    name: Name,
    data: JourneyCommands[Name],
    options: With = {},
  ): Sent {
    const sent = this.send(name, data, options);
    expect(sent.refusal, `${name} should be accepted`).toBeUndefined();
    return sent;
  }

  refuses<Name extends JourneyCommandName>(
    name: Name,
    data: JourneyCommands[Name],
    options: With = {},
  ): { code: string; parameters: object } {
    const { refusal } = this.send(name, data, options);
    if (refusal === undefined) throw new Error(`${name} was accepted`);
    return refusal;
  }

  private decide(command: Command): Sent {
    let lostClaims: readonly LostClaim[] = [];
    for (let round = 0; round < 3; round += 1) {
      const input = { now: this.now, facts: [...this.world.facts.values()], lostClaims };
      const decided = this.withMissing(command, input);
      const told = (): void =>
        this.onDecision({ command, ...input, round: decided, version: this.state.version });
      if (decided.outcome === 'refused') {
        const { refusal } = decided;
        told();
        return { outcome: 'refused', refusal, events: [], warnings: [], messages: [] };
      }
      lostClaims = this.world.claim(decided.decision.claims ?? []);
      if (lostClaims.length > 0) continue;
      told();
      const events = decided.events.filter(({ type }) => !type.startsWith('Deadline'));
      this.countDown(decided.events);
      this.history.push(...decided.events);
      this.state = decided.next;
      const warnings = (decided.decision.warnings ?? []).map(({ code }) => code);
      return {
        outcome: 'accepted',
        refusal: undefined,
        events,
        warnings,
        messages: decided.decision.messages ?? [],
      };
    }
    throw new Error('a lost claim was asked for again');
  }

  /** A fact that the register does not know is attached as unknown. */
  private withMissing(
    command: Command,
    input: { now: Instant; facts: Fact[]; lostClaims: readonly LostClaim[] },
  ) {
    const facts = [...input.facts];
    for (;;) {
      const decided = decideRound(journeyDecider, this.state, command, { ...input, facts });
      if (decided.outcome !== 'needs') return decided;
      facts.push(...decided.facts.map((key) => ({ key, version: 0, value: null })));
    }
  }

  /** The ledger keeps each deadline once: one that has fired cannot be armed again. */
  private countDown(events: readonly DomainEvent[]): void {
    for (const { type, data } of events) {
      const { deadlineId } = data as { deadlineId: string };
      if (type === 'DeadlineFired') this.fired.add(deadlineId);
      if (type === 'DeadlineArmed' && this.fired.has(deadlineId)) {
        throw new Error(`deadline ${deadlineId} has fired and is armed again`);
      }
    }
  }

  case(caseId = 'c1'): CommunityServiceCase {
    const found = this.state.domain.cases[caseId];
    if (found === undefined) throw new Error(`no case ${caseId}`);
    return found;
  }

  /** Kinds of the deadlines that are armed, sorted. */
  waitsFor(): string[] {
    return Object.values(this.state.armed)
      .map(({ kind }) => kind)
      .sort();
  }

  dueAt(kind: string): string | undefined {
    return Object.values(this.state.armed).find((deadline) => deadline.kind === kind)?.dueAt.at;
  }

  all(type: string): DomainEvent[] {
    return this.history.filter((event) => event.type === type);
  }
}

export const types = (sent: Sent): string[] => sent.events.map(({ type }) => type);
export const instant = (reading: LocalDateTime, zone: Zone = 'WIB'): Instant => momentOf(reading, zone).at;
