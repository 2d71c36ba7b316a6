/** One journey in memory, on a clock that is moved, with everything that an assessment needs around it. */
import {
  decideRound,
  dueDeadlines,
  type EntityState,
  firingCommandIdOf,
  foldEntity,
  initialEntityState,
  provisional,
} from '../../src/domain/decide.ts';
import type {
  Actor,
  ClaimChange,
  Command,
  DecideContext,
  DomainEvent,
  Fact,
  JsonValue,
  LostClaim,
  OutgoingMessage,
} from '../../src/domain/decider.ts';
import { assessmentReactions } from '../../src/domain/journey/assessment/reactions.ts';
import { type Assessment, assessmentOf, presentAttempt } from '../../src/domain/journey/assessment/state.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { JourneyEventName, JourneyEvents } from '../../src/domain/journey/events.ts';
import type { Reaction, Reactor } from '../../src/domain/journey/part.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import type { Enrolment } from '../../src/domain/journey/training/state.ts';
import { STARTING_POLICIES } from '../../src/domain/law/policy-catalogue.ts';

const LSP = 'lsp-p2-bbpvp-medan';
const staff = (id: string): Actor => ({ id, role: 'CERTIFICATION_BODY_ADMINISTRATOR', office: LSP });
const assessor = (id: string): Actor => ({ id, role: 'ASSESSOR', office: LSP });

export const VERIFIER = staff('staf-1');
export const REVIEWER = staff('staf-2');
export const CHAIR = staff('staf-3');
export const ISSUER = staff('staf-4');
export const ASSESSOR = assessor('akun-asesor-1');
export const OTHER_ASSESSOR = assessor('akun-asesor-2');
export const THIRD_ASSESSOR = assessor('akun-asesor-3');
export const ASESI: Actor = { id: 'akun-asesi', role: 'PERSON', office: 'person' };
const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };
/** The role alone opens the door; the decider looks at the rest. */
export const CENTRE: Actor = {
  id: 'akun-balai',
  role: 'TRAINING_CENTRE_ADMINISTRATOR',
  office: 'bbpvp-medan',
};

export const PAPER = { kind: 'Berita acara', number: '7/LSP/2026', date: '2026-07-01' };
export const UNITS = ['C.24LAS01.001.1', 'C.24LAS01.002.1', 'C.24LAS01.003.1'];
export const PLACE = { placeId: 'tuk-las-medan', kind: 'MANDIRI', verified: true };
export const MEMBERS = ['staf-3', 'staf-5'];

/** K for all but those named. */
export const results = (units: readonly string[] = UNITS, ...failed: string[]) =>
  units.map((unit) => ({ unit, result: failed.includes(unit) ? 'BK' : 'K' }));
export const evidence = (units: readonly string[] = UNITS, form = 'IA.02') =>
  units.map((unit) => ({ unit, forms: [form] }));

const ASSESSOR_FACT = {
  certificationBody: LSP,
  licences: [{ validFrom: '2025-01-01', validTo: '2027-12-31' }],
  schemeIds: ['las-smaw'],
  employer: null,
  withdrawn: null,
};

export const CLASS_FACT = {
  id: 'k1',
  centre: 'bbpvp-medan',
  startsOn: '2026-05-04',
  endsOn: '2026-06-05',
  instructors: ['akun-instruktur'],
  formerInstructors: ['akun-instruktur-lama'],
};

export const FACTS: { readonly [key: string]: unknown } = {
  [`office/${LSP}`]: { id: LSP, kind: 'CERTIFICATION_BODY', zone: 'WIB', calendar: 'nasional' },
  'office/lsp-lain': { id: 'lsp-lain', kind: 'CERTIFICATION_BODY', zone: 'WIB', calendar: 'nasional' },
  'calendar/nasional': {
    id: 'nasional',
    name: 'Hari libur nasional',
    // The dates that domain I.7 gives for the scenarios.
    holidays: ['2026-06-16', '2026-08-17', '2026-08-25'].map((date) => ({ date, name: 'libur' })),
    years: [{ year: 2026, source: 'SKB 3 Menteri' }],
  },
  'scheme/las-smaw': {
    ...{ id: 'las-smaw', title: 'Juru Las SMAW', certificationBodies: [LSP, 'lsp-lain'], units: UNITS },
    ...{ kbli: '25920', kbji: '7212', kkniLevel: 2, validityMonths: null, programmeIds: [], revision: 1 },
  },
  'assessor/asesor-1': { ...ASSESSOR_FACT, id: 'asesor-1', accountId: 'akun-asesor-1' },
  'assessor/asesor-2': { ...ASSESSOR_FACT, id: 'asesor-2', accountId: 'akun-asesor-2' },
  'assessor/asesor-3': { ...ASSESSOR_FACT, id: 'asesor-3', accountId: 'akun-asesor-3' },
  // Taught class k1, which the person attended.
  'assessor/instruktur': { ...ASSESSOR_FACT, id: 'instruktur', accountId: 'akun-instruktur' },
  'assessor/instruktur-lama': { ...ASSESSOR_FACT, id: 'instruktur-lama', accountId: 'akun-instruktur-lama' },
  'assessor/pegawai-balai': {
    ...{ ...ASSESSOR_FACT, id: 'pegawai-balai', accountId: 'akun-pegawai' },
    employer: 'bbpvp-medan',
  },
  'class/k1': CLASS_FACT,
};

const ENROLMENT = {
  enrolmentId: 'e1',
  stage: 'FINISHED',
  classId: 'k1',
  classIds: ['k1'],
  centre: 'bbpvp-medan',
  needs: [],
  attendance: { attendedJp: 150, requiredJp: 128, thresholdPercent: 80 },
} as unknown as Enrolment;

export interface Outcome {
  readonly refused?: string;
  readonly parameters?: { readonly [name: string]: unknown };
  readonly events: readonly string[];
  readonly data: readonly DomainEvent[];
  readonly messages: readonly OutgoingMessage[];
  readonly claims: readonly ClaimChange[];
  readonly warnings: readonly string[];
}

/** Local noon in Medan. */
export const noon = (date: string): string => `${date}T05:00:00.000Z`;

export class AssessmentWorld {
  entity: EntityState<JourneyState>;
  readonly history: { type: string; on: string; data: unknown }[] = [];
  readonly messages: OutgoingMessage[] = [];
  readonly facts = new Map<string, unknown>(Object.entries(FACTS));
  private sent = 0;

  constructor(
    public now: string,
    enrolment: Partial<Enrolment> | null = {},
  ) {
    const empty = initialEntityState(journeyDecider, 'p1');
    const enrolments: { readonly [id: string]: Enrolment } =
      enrolment === null ? {} : { e1: { ...ENROLMENT, ...enrolment } };
    const domain = {
      ...empty.domain,
      registered: true,
      training: { ...empty.domain.training, enrolments },
    };
    this.entity = { ...empty, domain };
  }

  get state(): JourneyState {
    return this.entity.domain;
  }
  get found(): Assessment {
    const found = assessmentOf(this.state, 'a1');
    if (found === undefined) throw new Error('nothing was asked for');
    return found;
  }
  get stage(): string {
    return assessmentOf(this.state, 'a1')?.stage ?? 'NONE';
  }
  get attempt() {
    return presentAttempt(this.found);
  }

  /** Sends after what is due has fired; `assessmentId` is a1 unless the data name another. */
  send(
    name: string,
    data: object,
    actor: Actor = VERIFIER,
    also: Partial<Command> & { lost?: readonly string[] } = {},
  ): Outcome {
    const { lost = [], ...rest } = also;
    this.passTo(this.now);
    const told = name.startsWith('note-') ? data : { assessmentId: 'a1', ...data };
    const command: Command = { commandId: `command-${++this.sent}`, name, data: told, actor, ...rest };
    return this.decide(
      command,
      lost.map((key) => ({ key })),
    );
  }

  /** Sends what must be accepted. */
  does(name: string, data: object = {}, actor: Actor = VERIFIER, also: Partial<Command> = {}): Outcome {
    const outcome = this.send(name, data, actor, also);
    if (outcome.refused !== undefined) {
      throw new Error(`${name} was refused: ${outcome.refused} ${JSON.stringify(outcome.parameters)}`);
    }
    return outcome;
  }

  on(date: string): this {
    this.passTo(noon(date));
    return this;
  }

  passTo(instant: string): void {
    for (;;) {
      const due = dueDeadlines(this.entity, instant)[0];
      if (due === undefined) break;
      this.fire(due, due.dueAt.at);
    }
    this.now = instant > this.now ? instant : this.now;
  }

  /** Nobody is awake meanwhile: everything fires late, at the end. */
  outageUntil(instant: string): void {
    this.now = instant;
    for (;;) {
      const due = dueDeadlines(this.entity, instant)[0];
      if (due === undefined) break;
      this.fire(due, instant);
    }
  }

  /** Local dates and types of what happened. */
  told(...types: string[]): string[] {
    return this.history.filter(({ type }) => types.includes(type)).map(({ type, on }) => `${on} ${type}`);
  }

  armed(): string[] {
    return Object.values(this.entity.armed)
      .map(({ kind, dueAt }) => `${kind} ${dueAt.date}`)
      .sort();
  }

  /** What this part answers to an event of another part, folded in. */
  hears<Type extends JourneyEventName>(type: Type, data: JourneyEvents[Type]): Reaction {
    const command: Command = { commandId: `heard-${++this.sent}`, name: 'heard', data: {}, actor: SYSTEM };
    const context = { now: this.now, command } as DecideContext;
    const react = assessmentReactions[type] as Reactor<Type> | undefined;
    const reaction = react?.(this.state, { type, data }, context) ?? {};
    const recorded = provisional(command, this.now, reaction.events ?? [], this.entity.version);
    this.entity = foldEntity(journeyDecider, this.entity, recorded);
    return reaction;
  }

  private fire(due: ReturnType<typeof dueDeadlines>[number], at: string): void {
    const commandId = firingCommandIdOf(due.deadlineId);
    const command = { commandId, name: 'fire-deadline', data: due, actor: SYSTEM, occurredAt: due.dueAt };
    const outcome = this.decide(command, [], at);
    if (outcome.refused !== undefined) throw new Error(`a firing was refused: ${outcome.refused}`);
  }

  private decide(command: Command, lostClaims: readonly LostClaim[], now = this.now): Outcome {
    const attached: Fact[] = [];
    for (;;) {
      const round = decideRound(journeyDecider, this.entity, command, { now, facts: attached, lostClaims });
      if (round.outcome === 'needs') {
        attached.push(...round.facts.map((key) => this.fact(key)));
        continue;
      }
      if (round.outcome === 'refused') {
        const { code, parameters } = round.refusal;
        return { refused: code, parameters, events: [], data: [], messages: [], claims: [], warnings: [] };
      }
      const recorded = provisional(command, now, round.events, this.entity.version);
      this.entity = foldEntity(journeyDecider, this.entity, recorded);
      for (const { type, data, occurredAt } of recorded) {
        this.history.push({ type, data, on: occurredAt.date });
      }
      const { messages = [], claims = [], warnings = [], events } = round.decision;
      this.messages.push(...messages);
      return {
        ...{ events: events.map(({ type }) => type), data: events, messages, claims },
        warnings: warnings.map(({ code }) => code),
      };
    }
  }

  private fact(key: string): Fact {
    const name = key.slice('policy/'.length);
    if (key.startsWith('policy/') && Object.hasOwn(STARTING_POLICIES, name) && !this.facts.has(key)) {
      const { unit, from, value, source } = STARTING_POLICIES[name as keyof typeof STARTING_POLICIES];
      return { key, version: 1, value: { unit, values: [{ from, value: value as JsonValue, source }] } };
    }
    return { key, version: 1, value: (this.facts.get(key) ?? null) as JsonValue };
  }
}
