/**
 * Lives by the fall of the dice, over all routes: any command of journeys, a class and certificates, in any
 * order, by whoever may or may not, with data that pass the shapes of the catalogue and fit, more or less, what
 * is there. Time goes by in between, and sometimes nobody is awake.
 */
import fc from 'fast-check';
import { COMMAND_NAMES, COMMAND_RULES } from '../../src/access/roles.ts';
import { type CatalogueEntry, entityEntry, journeyEntry } from '../../src/catalogue/index.ts';
import type { Actor, JsonObject, Role } from '../../src/domain/decider.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { addDays, momentAt, momentOf } from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import type { OrderAnswer } from '../../src/scenarios/driver.ts';
import { sealedData } from '../../src/scenarios/pure/fake-vault.ts';
import { samples } from '../api/samples.ts';
import * as who from './whole-life.ts';
import { type LifeChoices, Steps, type WholePath, wholeLife } from './whole-life.ts';

export const PEOPLE = ['p-rahasia-1', 'p-rahasia-2', 'p-rahasia-3'] as const;

const ACTORS: { readonly [R in Role]?: readonly Actor[] } = {
  PIDUM_STAFF: [who.STAFF],
  EXECUTING_PROSECUTOR: [who.PROSECUTOR, { ...who.PROSECUTOR, office: 'kejari-karo' }],
  PROBATION_COUNSELLOR: [who.COUNSELLOR],
  SITE_SUPERVISOR: [who.SUPERVISOR],
  PRISON_OFFICER: [who.PRISON, { ...who.PRISON, office: 'lapas-pematangsiantar' }],
  INSTRUCTOR: [who.INSTRUCTOR],
  TRAINING_CENTRE_ADMINISTRATOR: [who.CENTRE],
  ASSESSOR: [who.ASSESSOR, { ...who.ASSESSOR, id: 'akun-asesor-surya-1' }],
  CERTIFICATION_BODY_ADMINISTRATOR: [who.VERIFIER, who.REVIEWER, who.CHAIR, who.ISSUER],
  PLACEMENT_OFFICER: [who.OFFICER],
  EMPLOYER: [who.EMPLOYER],
  REFERRAL_OFFICER: [who.REFERRER],
  PERSON: [who.PERSON],
  REGISTRAR: [who.REGISTRAR],
  AUDITOR: [{ id: 'a-auditor', role: 'AUDITOR', office: 'inspektorat' }],
};

const SAMPLES = samples();

type Target = 'journey' | 'class' | 'certificate';
const entryOf = (target: Target, name: string): CatalogueEntry | undefined =>
  target === 'journey' ? journeyEntry(name) : entityEntry(target, name);

/** Commands that people send, with where they go. The identity itself is the vault's business. */
const COMMANDS: readonly (readonly [Target, string])[] = COMMAND_NAMES.flatMap((name) =>
  (['journey', 'class', 'certificate'] as const).flatMap((target) => {
    const byPeople = Object.keys(COMMAND_RULES[name]).some((role) => role !== 'SYSTEM');
    const known = entryOf(target, name) !== undefined && SAMPLES[name] !== undefined && byPeople;
    const skipped = name === 'open-class' || name === 'register-person' || name === 'link-identity';
    return known && !skipped ? [[target, name] as const] : [];
  }),
);

export interface Dice {
  /** Tried one after another until one is taken: most of what anybody sends at random is refused. */
  readonly commands: readonly (readonly [Target, string])[];
  readonly person: number;
  readonly pick: number;
  readonly days: number;
  readonly wait: number;
  readonly asleep: boolean;
  readonly odd: boolean;
  readonly paper: boolean;
}

/** Rare ones end much: in the common lot they stand once, the others a few times. */
const ENDS = new Set(['record-death', 'merge-person', 'cancel-class', 'void-case', 'close-case']);
const WEIGHTED = COMMANDS.flatMap((command) => (ENDS.has(command[1]) ? [command] : Array(4).fill(command)));

export const anyDice: fc.Arbitrary<Dice> = fc.record({
  commands: fc.array(fc.constantFrom(...(WEIGHTED as (readonly [Target, string])[])), {
    ...{ minLength: 8, maxLength: 8 },
  }),
  person: fc.constantFrom(0, 0, 0, 1, 2),
  pick: fc.nat({ max: 1_000_000 }),
  days: fc.constantFrom(-3, -1, 0, 0, 0, 0, 1, 6),
  wait: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 7, 40),
  asleep: fc.boolean(),
  odd: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  paper: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
});

export const anyChoices: fc.Arbitrary<LifeChoices> = fc.constantFrom(
  ...([{}, { inPrison: true }, { referred: true, obligation: false }, { seeking: true }] as const),
);

export function anyLife(choices: LifeChoices): WholePath {
  const { path } = wholeLife(choices, PEOPLE[0], 'x1');
  for (const [index, person] of PEOPLE.entries()) {
    if (index > 0) new Steps(path, person, `x${index + 1}`).register();
  }
  return path;
}

const oneOf = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % items.length];

/** One throw for all choices of a turn, none of which tells anything of another. */
function mixed(pick: number, what: string): number {
  let hash = pick;
  for (const letter of what) hash = (Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0) % 1_000_003;
  return hash;
}

/** What a field of that name may hold in this life; undefined = as in the sample. */
function fitting(
  path: WholePath,
  state: JourneyState,
  field: string,
  [target, name]: readonly [Target, string],
  dice: Dice,
): unknown {
  const pick = mixed(dice.pick, `${name} ${field}`);
  const { training, assessment, employment, keeping } = state;
  const units = Object.values(assessment.assessments).flatMap(({ units: all }) => [all]);
  switch (field) {
    case 'caseId':
      return oneOf(
        ['c1', ...Object.keys({ ...state.cases, ...state.prison.cases, ...state.referral.cases })],
        pick,
      );
    case 'enrolmentId':
      return oneOf([...Object.keys(training.enrolments), ...Object.keys(path.klass('k1').seats)], pick);
    case 'assessmentId':
      return oneOf(Object.keys(assessment.assessments), pick);
    case 'proposalId':
      return oneOf(Object.keys(employment.proposals), pick);
    case 'placementId':
      return oneOf(Object.keys(employment.placements), pick);
    case 'sessionId':
      return oneOf(Object.keys(state.sessions), pick);
    case 'offerId':
      return oneOf(Object.keys(training.offers), pick);
    case 'requestId':
      return oneOf(
        keeping.requests.map(({ requestId }) => requestId),
        pick,
      );
    case 'otherPersonId':
      return oneOf(PEOPLE, pick);
    case 'classId':
      return oneOf(['k1', 'k2'], pick);
    case 'programmeId':
      return 'las-3';
    case 'vacancyId':
      return 'las-1';
    case 'employerId':
      return 'bengkel-las-contoh';
    case 'unitCode':
      return oneOf(['U.1', 'U.2', 'U.3'], pick);
    case 'members':
      return ['staf-3', 'staf-5'];
    case 'assessorId':
      return oneOf(['asesor-las-1', 'asesor-las-2', 'asesor-surya-1'], pick);
    case 'evidence':
      return oneOf(units, pick)?.map((unit) => ({ unit, forms: ['IA.08'] }));
    case 'results':
      return target === 'class'
        ? Object.keys(path.klass('k1').seats).map((enrolmentId) => ({ enrolmentId, achieved: true }))
        : oneOf(units, pick)?.map((unit) => ({ unit, result: pick % 4 === 0 ? 'BK' : 'K' }));
    case 'marks':
      return Object.keys(path.klass('k1').seats).map((enrolmentId) => ({ enrolmentId, outcome: 'PRESENT' }));
    case 'purpose':
      return name.endsWith('-consent')
        ? oneOf(['TRAINING_REFERRAL', 'MATCHING', 'FOLLOW_UP', 'DISCLOSE_DISABILITY'], pick)
        : undefined;
    case 'stopsTraining':
    case 'suspendsTraining':
    case 'approved':
    case 'recommended':
    case 'agreed':
    case 'accepted':
      return pick % 4 !== 0;
    case 'number':
      return name === 'issue-warning-letter' ? (pick % 3) + 1 : undefined;
    default:
      return undefined;
  }
}

const DATE = /^\d{4}-\d\d-\d\d/;

function dataOf(
  path: WholePath,
  state: JourneyState,
  command: readonly [Target, string],
  dice: Dice,
): JsonObject {
  const today: LocalDate = momentAt(path.world.now, 'WIB').date;
  const date = addDays(today, dice.days);
  const shifted = (value: unknown): unknown =>
    typeof value === 'string' && DATE.test(value) ? date + value.slice(10) : value;
  const filled = Object.entries(SAMPLES[command[1]] ?? {}).map(([field, value]) => [
    field,
    fitting(path, state, field, command, dice) ?? shifted(value),
  ]);
  return Object.fromEntries(filled) as JsonObject;
}

function actorFor(name: string, { pick, odd }: Dice): Actor {
  const roles = Object.keys(COMMAND_RULES[name as keyof typeof COMMAND_RULES]) as Role[];
  const known = odd ? (Object.keys(ACTORS) as Role[]) : roles.filter((role) => ACTORS[role] !== undefined);
  const role = oneOf(known, mixed(pick, `${name} role`)) ?? 'AUDITOR';
  return oneOf(ACTORS[role] ?? [], mixed(pick, `${name} actor`)) ?? who.PERSON;
}

let sent = 0;

export interface Told {
  readonly name: string;
  readonly answer: OrderAnswer;
}

/** One turn: time goes by, then somebody tries, until something is taken. */
export function turn(path: WholePath, dice: Dice, without: readonly string[] = []): Told[] {
  if (dice.wait > 0) {
    const { at } = momentOf(`${addDays(momentAt(path.world.now, 'WIB').date, dice.wait)}T10:00`, 'WIB');
    if (dice.asleep) path.world.outage(at);
    else path.world.advance(at);
  }
  const told: Told[] = [];
  for (const command of dice.commands) {
    if (without.includes(command[1])) continue;
    const answer = tried(path, command, dice);
    if (answer !== undefined) told.push({ name: command[1], answer });
    if (answer?.outcome === 'accepted') break;
  }
  return told;
}

/** Undefined where the shape did not let the data pass, or nothing of that kind is there. */
function tried(path: WholePath, command: readonly [Target, string], dice: Dice): OrderAnswer | undefined {
  const [target, name] = command;
  const person = PEOPLE[dice.person] ?? PEOPLE[0];
  const state = path.journeyOf(person);
  const held = Object.keys(state.assessment.certificates);
  const certificateId = oneOf(held, mixed(dice.pick, 'certificate'));
  if (target === 'certificate' && certificateId === undefined) return undefined;
  const streams = {
    journey: `journey/${person}`,
    class: 'class/k1',
    certificate: `certificate/${certificateId}`,
  };
  const entry = entryOf(target, name);
  const shaped = entry?.data.safeParse(dataOf(path, state, command, dice));
  if (entry === undefined || shaped === undefined || !shaped.success) return undefined;
  sent += 1;
  const commandId = `dadu-${sent}`;
  const data = sealedData(entry, shaped.data as JsonObject, commandId, path.world.now, {
    ...{ alias: person, name: 'X', birthDate: '1996-03-07', sex: 'FEMALE', nik: null, provisional: true },
  } as unknown as Parameters<typeof sealedData>[4]);
  const order = { commandId, name, data, actor: actorFor(name, dice) };
  const document = { kind: 'surat', number: 'S-1', date: '2026-06-10' };
  return path.world.send(streams[target], dice.paper ? { ...order, document } : order);
}
