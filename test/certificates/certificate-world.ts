/** One certificate in memory, decided through the very rounds that the shell uses, on a clock that is moved. */

import type { IssueCertificate } from '../../src/domain/certificate/commands.ts';
import { certificateDecider } from '../../src/domain/certificate/decider.ts';
import type { CertificateState } from '../../src/domain/certificate/state.ts';
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
  Fact,
  JsonValue,
  LostClaim,
  OutgoingMessage,
} from '../../src/domain/decider.ts';
import { STARTING_POLICIES } from '../../src/domain/law/policy-catalogue.ts';

export const LSP_ADMIN: Actor = {
  id: 'lsp-admin-1',
  role: 'CERTIFICATION_BODY_ADMINISTRATOR',
  office: 'lsp-las-medan',
};
const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

export const DECISION = { kind: 'SK LSP', number: '12/LSP/2027', date: '2027-02-09' };

export const ISSUE: IssueCertificate = {
  certificateId: 't1',
  holderAddress: 'address/certificate/t1',
  certificationBody: 'lsp-las-medan',
  schemeId: 'las-smaw-2g',
  schemeName: 'Juru Las SMAW 2G',
  units: ['C.24LAS01.001.1', 'C.24LAS01.002.1'],
  number: '62014 2512 3 0001234 2026',
  registrationNumber: 'LAS 1234 00567 2026',
  issuedOn: '2026-06-15',
  zone: 'WIB',
  blankNumber: 'B 000123',
  assessorIds: ['assessor-1'],
  assessmentId: 'a1',
};

export interface Outcome {
  readonly refused?: string;
  readonly parameters?: object;
  readonly events: readonly string[];
  readonly messages: readonly OutgoingMessage[];
  readonly claims: readonly ClaimChange[];
}

export interface Happened {
  readonly type: string;
  readonly on: string;
  readonly data: unknown;
}

/** Local noon in Medan. */
export const noon = (date: string): string => `${date}T05:00:00.000Z`;

export class CertificateWorld {
  entity: EntityState<CertificateState> = initialEntityState(certificateDecider, 't1');
  readonly history: Happened[] = [];
  readonly messages: OutgoingMessage[] = [];
  readonly facts = new Map<string, JsonValue>([['assessor/assessor-1', { accountId: 'account-7' }]]);
  private sent = 0;

  constructor(public now: string) {}

  get state(): CertificateState {
    return this.entity.domain;
  }

  get status(): string {
    return this.state.status;
  }

  /** Sends what a person or another entity asks for, after what is due has fired. */
  send(
    name: string,
    data: object,
    also: Partial<Command> & { readonly lost?: readonly string[] } = {},
  ): Outcome {
    const { lost = [], ...rest } = also;
    this.passTo(this.now);
    const commandId = `command-${++this.sent}`;
    const actor = name === 'issue-certificate' || name === 'flag-holder-deceased' ? SYSTEM : LSP_ADMIN;
    const command: Command = { commandId, name, data, actor, ...rest };
    return this.decide(
      command,
      this.now,
      lost.map((key) => ({ key, holder: 'certificate/other' })),
    );
  }

  issue(changes: Partial<IssueCertificate> = {}): Outcome {
    return this.send('issue-certificate', { ...ISSUE, ...changes });
  }

  /** Time passes with somebody awake: each deadline fires at its own point. */
  passTo(instant: string): void {
    for (;;) {
      const due = dueDeadlines(this.entity, instant)[0];
      if (due === undefined) break;
      this.fire(due, due.dueAt.at);
    }
    this.now = instant > this.now ? instant : this.now;
  }

  /** Time passed with nobody awake: everything fires late, at the end. */
  outageUntil(instant: string): void {
    this.now = instant;
    for (;;) {
      const due = dueDeadlines(this.entity, instant)[0];
      if (due === undefined) break;
      this.fire(due, instant);
    }
  }

  /** Local dates and types of what happened, armed and cancelled timers left out. */
  told(...types: string[]): string[] {
    return this.history.filter(({ type }) => types.includes(type)).map(({ type, on }) => `${on} ${type}`);
  }

  private fire(due: ReturnType<typeof dueDeadlines>[number], at: string): void {
    const commandId = firingCommandIdOf(due.deadlineId);
    const command = { commandId, name: 'fire-deadline', data: due, actor: SYSTEM, occurredAt: due.dueAt };
    const outcome = this.decide(command, at, []);
    if (outcome.refused !== undefined) throw new Error(`a firing was refused: ${outcome.refused}`);
  }

  private decide(command: Command, now: string, lostClaims: readonly LostClaim[]): Outcome {
    const attached: Fact[] = [];
    for (;;) {
      const round = decideRound(certificateDecider, this.entity, command, {
        now,
        facts: attached,
        lostClaims,
      });
      if (round.outcome === 'needs') {
        attached.push(...round.facts.map((key) => this.fact(key)));
        continue;
      }
      if (round.outcome === 'refused') {
        const { code, parameters } = round.refusal;
        return { refused: code, parameters, events: [], messages: [], claims: [] };
      }
      const recorded = provisional(command, now, round.events, this.entity.version);
      this.entity = foldEntity(certificateDecider, this.entity, recorded);
      for (const { type, data, occurredAt } of recorded) {
        this.history.push({ type, data, on: occurredAt.date });
      }
      const { messages = [], claims = [] } = round.decision;
      this.messages.push(...messages);
      const events = round.decision.events.map(({ type }) => type);
      return { events, messages, claims };
    }
  }

  private fact(key: string): Fact {
    const name = key.slice('policy/'.length);
    if (key.startsWith('policy/') && Object.hasOwn(STARTING_POLICIES, name)) {
      const { unit, from, value, source } = STARTING_POLICIES[name as keyof typeof STARTING_POLICIES];
      return { key, version: 1, value: { unit, values: [{ from, value: value as JsonValue, source }] } };
    }
    return { key, version: 1, value: this.facts.get(key) ?? null };
  }
}
