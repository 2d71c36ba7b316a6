/**
 * What a decision was given, one input at a time: fields of the command, when it was sent and happened, the
 * paper, the role of the sender, policies, other register facts, and places that others held.
 */

import type { UsedPolicy } from '../../domain/decide.ts';
import type { RecordedQuestion } from '../../domain/decide-again.ts';
import type { Fact, JsonValue, Role } from '../../domain/decider.ts';
import { type PolicyFact, policyOn } from '../../domain/law/policies.ts';
import { momentAt } from '../../domain/time/index.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { leavesOf, shortListsOf, withValue } from './paths.ts';
import { DATE, type Scale, scaleOf } from './scales.ts';

export type InputName =
  | { readonly kind: 'field' | 'document'; readonly path: string }
  | { readonly kind: 'sent' | 'happened' | 'role' }
  | { readonly kind: 'policy'; readonly policy: string; readonly unit: string; readonly from: string }
  | { readonly kind: 'fact'; readonly key: string; readonly path: string }
  | { readonly kind: 'claim'; readonly key: string }
  | { readonly kind: 'standing'; readonly path: string };

export interface Input {
  readonly name: InputName;
  readonly value: JsonValue;
  /** Moved along its scale, or exchanged for one of these. */
  readonly scale?: Scale;
  readonly choices?: readonly JsonValue[];
  readonly asked: (value: JsonValue) => RecordedQuestion;
  /** Where in the state the value stands, for what was on record and not asked. */
  readonly standing?: readonly string[];
}

const ROLES: readonly Role[] = [
  ...(['PIDUM_STAFF', 'EXECUTING_PROSECUTOR', 'PROBATION_COUNSELLOR', 'SITE_SUPERVISOR'] as const),
  ...(['PRISON_OFFICER', 'INSTRUCTOR', 'TRAINING_CENTRE_ADMINISTRATOR', 'ASSESSOR'] as const),
  ...(['CERTIFICATION_BODY_ADMINISTRATOR', 'PLACEMENT_OFFICER', 'REFERRAL_OFFICER'] as const),
  ...(['PERMIT_OFFICER', 'EMPLOYER', 'PERSON', 'REGISTRAR'] as const),
];

export interface InputsNeeds {
  readonly policies: readonly UsedPolicy[];
  /** The entity's last recorded instant: nothing is sent before it. */
  readonly earliest: Instant;
  /** Other entries of the same register, by the key of the fact that was used. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

export function inputsOf(
  question: RecordedQuestion,
  { policies, earliest, others: registers }: InputsNeeds,
): Input[] {
  return [
    ...fieldInputs(question, registers),
    ...timeInputs(question, earliest),
    ...documentInputs(question),
    ...policies.flatMap((used) => policyInputs(question, used)),
    ...question.facts.flatMap((fact) => factInputs(question, fact)),
    ...roleInputs(question),
    ...question.lostClaims.map(({ key }) => claimInput(question, key)),
  ];
}

/** A value that can be moved or exchanged; texts, codes and ids cannot. */
function movable(value: JsonValue): Pick<Input, 'scale' | 'choices'> | undefined {
  const scale = scaleOf(value);
  if (scale !== undefined) return { scale };
  return typeof value === 'boolean' ? { choices: [!value] } : undefined;
}

/** An id that names an entry of a register could have named another. */
function others(
  value: JsonValue,
  { facts }: RecordedQuestion,
  known: ReadonlyMap<string, readonly string[]>,
): Pick<Input, 'choices'> | undefined {
  if (typeof value !== 'string') return undefined;
  const named = facts.find(({ key }) => key.slice(key.indexOf('/') + 1) === value)?.key;
  const ids = (known.get(named ?? '') ?? []).map((key) => key.slice(key.indexOf('/') + 1));
  const choices = ids.filter((id) => id !== value);
  return choices.length === 0 ? undefined : { choices };
}

function fieldInputs(question: RecordedQuestion, registers: ReadonlyMap<string, readonly string[]>): Input[] {
  const { command } = question;
  return leavesOf(command.data as JsonValue).flatMap(({ path, value }): Input[] => {
    const how = movable(value) ?? others(value, question, registers);
    if (how === undefined) return [];
    const asked = (next: JsonValue): RecordedQuestion => ({
      ...question,
      command: { ...command, data: withValue(command.data as JsonValue, path, next) },
    });
    return [{ name: { kind: 'field', path: path.join('.') }, value, ...how, asked }];
  });
}

const DAY_MS = 86_400_000;

const shifted = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString();

function timeInputs(question: RecordedQuestion, earliest: Instant): Input[] {
  const { command, now } = question;
  const today = momentAt(now, 'WIB').date;
  const daysTo = (value: JsonValue): number => DATE.toNumber(value) - DATE.toNumber(today);
  const sent: Input = {
    ...{ name: { kind: 'sent' }, value: today, scale: DATE },
    asked: (value) => {
      const at = shifted(now, daysTo(value));
      return { ...question, now: at > earliest ? at : earliest };
    },
  };
  const { occurredAt } = command;
  if (occurredAt === undefined) return [sent];
  const happened: Input = {
    ...{ name: { kind: 'happened' }, value: occurredAt.date, scale: DATE },
    asked: (value) => {
      const days = DATE.toNumber(value) - DATE.toNumber(occurredAt.date);
      const moved = momentAt(shifted(occurredAt.at, days), occurredAt.zone);
      return { ...question, command: { ...command, occurredAt: moved } };
    },
  };
  return [sent, happened];
}

function documentInputs(question: RecordedQuestion): Input[] {
  const { command, now } = question;
  const { document, ...bare } = command;
  if (document === undefined) {
    const attached = { kind: 'document', number: '-', date: momentAt(now, 'WIB').date };
    return [
      {
        ...{ name: { kind: 'document', path: '' }, value: false, choices: [true] },
        asked: () => ({ ...question, command: { ...bare, document: attached } }),
      },
    ];
  }
  const none: Input = {
    ...{ name: { kind: 'document', path: '' }, value: true, choices: [false] },
    asked: () => ({ ...question, command: bare }),
  };
  const dated: Input = {
    ...{ name: { kind: 'document', path: 'date' }, value: document.date, scale: DATE },
    asked: (date) => ({ ...question, command: { ...bare, document: { ...document, date: String(date) } } }),
  };
  return scaleOf(document.date) === undefined ? [none] : [none, dated];
}

const withFact = (question: RecordedQuestion, key: string, value: JsonValue): RecordedQuestion => ({
  ...question,
  facts: question.facts.map((fact) => (fact.key === key ? { ...fact, value } : fact)),
});

function policyInputs(question: RecordedQuestion, { name: policy, from }: UsedPolicy): Input[] {
  const key = `policy/${policy}`;
  const fact = question.facts.find((one) => one.key === key)?.value as PolicyFact | null | undefined;
  if (fact == null) return [];
  const { value } = policyOn(fact, policy, from);
  const how = movable(value);
  if (how === undefined) return [];
  const asked = (next: JsonValue): RecordedQuestion =>
    withFact(question, key, {
      unit: fact.unit,
      values: [...fact.values, { from, value: next, source: 'tried' }] as unknown as JsonValue,
    });
  return [{ name: { kind: 'policy', policy, unit: fact.unit, from }, value, ...how, asked }];
}

/** Values of sites, offices, assessors and classes; what is set could also be unset, a list lack an entry. */
function factInputs(question: RecordedQuestion, { key, value: fact }: Fact): Input[] {
  if (key.startsWith('policy/') || typeof fact !== 'object' || fact === null || Array.isArray(fact))
    return [];
  const input = (
    path: readonly string[],
    value: JsonValue,
    how: Pick<Input, 'scale' | 'choices'>,
  ): Input => ({
    ...{ name: { kind: 'fact', key, path: path.join('.') }, value, ...how },
    asked: (next) => withFact(question, key, withValue(fact, path, next)),
  });
  const leaves = leavesOf(fact).flatMap(({ path, value }) => {
    const how = movable(value);
    return how === undefined ? [] : [input(path, value, how)];
  });
  const unset = Object.entries(fact)
    .filter(([name, value]) => name !== 'id' && value !== null && !Array.isArray(value))
    .filter(([, value]) => typeof value === 'object' || typeof value === 'string')
    .map(([name, value]) => input([name], value, { choices: [null] }));
  const lists = shortListsOf(fact).map(({ path, value }) =>
    input(path, value, { choices: value.map((_, index) => value.filter((_other, at) => at !== index)) }),
  );
  return [...leaves, ...unset, ...lists];
}

function roleInputs(question: RecordedQuestion): Input[] {
  const { command } = question;
  const { actor } = command;
  if (actor.role === 'SYSTEM') return [];
  return [
    {
      ...{ name: { kind: 'role' }, value: actor.role, choices: ROLES.filter((role) => role !== actor.role) },
      asked: (role) => ({ ...question, command: { ...command, actor: { ...actor, role: role as Role } } }),
    },
  ];
}

const claimInput = (question: RecordedQuestion, key: string): Input => ({
  ...{ name: { kind: 'claim', key }, value: true, choices: [false] },
  asked: () => ({ ...question, lostClaims: question.lostClaims.filter((lost) => lost.key !== key) }),
});
