/**
 * Registers: offices, sites, calendars and policies. Each entry is a stream `register/<kind>/<id>`
 * without a workflow and without deadlines. An accepted decision gives out the entry's new value as a
 * fact, which other entities' decisions then rest on.
 */
import type { Command, DecideContext, Decider, Decision, JsonValue, RecordedEvent } from '../decider.ts';
import { assessorRegister } from './assessor.ts';
import { calendarRegister } from './calendar.ts';
import { employerRegister } from './employer.ts';
import { officeRegister } from './office.ts';
import { policyRegister } from './policy.ts';
import { programmeRegister } from './programme.ts';
import type { RegisterKind } from './register-kind.ts';
import { schemeRegister } from './scheme.ts';
import { siteRegister } from './site-register.ts';
import { vacancyRegister } from './vacancy-register.ts';

const KINDS = {
  office: officeRegister,
  site: siteRegister,
  calendar: calendarRegister,
  policy: policyRegister,
  programme: programmeRegister,
  scheme: schemeRegister,
  assessor: assessorRegister,
  employer: employerRegister,
  vacancy: vacancyRegister,
} as const;

export type RegisterName = keyof typeof KINDS;

export const REGISTER_NAMES = Object.keys(KINDS) as RegisterName[];

/** Commands of one register: a command sent to an entry of another register is a fault. */
export const registerCommands = (register: RegisterName): readonly string[] => KINDS[register].commands;

export interface RegisterState {
  readonly register: RegisterName;
  readonly id: string;
  /** The fact's value; null until the entry is registered. */
  readonly entry: unknown;
}

const kindOf = (register: RegisterName): RegisterKind<unknown> => KINDS[register] as RegisterKind<unknown>;

export const registerStream = (register: RegisterName, id: string): string => `register/${register}/${id}`;

export const factKey = (register: RegisterName, id: string): string => `${register}/${id}`;

const ID_SHAPE = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;
const LONGEST_ID = 64;

/** True for `kejari-medan`, `window_days`: lower-case letters, digits, single hyphens or underscores. */
export const isRegisterId = (text: string): boolean => text.length <= LONGEST_ID && ID_SHAPE.test(text);

/** @param entityId `<kind>/<id>`, with or without `register/` before it. */
const parseEntityId = (entityId: string): { register: RegisterName; id: string } => {
  const parts = entityId.replace(/^register\//, '').split('/');
  const [register = '', id = ''] = parts;
  if (parts.length !== 2 || !Object.hasOwn(KINDS, register) || !isRegisterId(id)) {
    throw new Error('not a register entry');
  }
  return { register: register as RegisterName, id };
};

const decide = (state: RegisterState, command: Command, context: DecideContext): Decision => {
  const { register, id, entry } = state;
  const kind = kindOf(register);
  if (!kind.commands.includes(command.name)) {
    throw new Error(`the register ${register} knows no command ${command.name}`);
  }
  const decision = kind.decide(id, entry, command, context);
  if (decision.kind === 'refused') return decision;
  const value = decision.events.reduce(
    (folded, event) => kind.evolve(id, folded, { type: event.type, data: event.data }),
    entry,
  );
  return { ...decision, factsOut: [{ key: factKey(register, id), value: value as JsonValue }] };
};

export const registerDecider: Decider<RegisterState> = {
  kind: 'register',
  snapshotShape: 1,
  initialState: (entityId) => ({ ...parseEntityId(entityId), entry: null }),
  decide,
  evolve: (state, event: RecordedEvent) => ({
    ...state,
    entry: kindOf(state.register).evolve(state.id, state.entry, event),
  }),
  deadlines: () => [],
};
