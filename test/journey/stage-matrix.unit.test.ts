/**
 * Every command at every stage by every role: the decider accepts, or refuses with a code of the
 * catalogue. It never faults, and what it lets through leaves a case that is always waited for.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_RULES } from '../../src/access/roles.ts';
import { JOURNEY_COMMANDS } from '../../src/catalogue/index.ts';
import type { Actor, Role } from '../../src/domain/decider.ts';
import type { JourneyCommandName } from '../../src/domain/journey/commands.ts';
import { JOURNEY_COMMAND_NAMES } from '../../src/domain/journey/decider.ts';
import { isRefusalCode } from '../../src/domain/law/refusals.ts';
import { isWarningCode } from '../../src/domain/law/warnings.ts';
import { PART_SAMPLES } from '../api/samples/parts.ts';
import { ANY_DATA } from './any-command.ts';
import { AT_STAGE, STAGES } from './stages.ts';
import { centre, paper, type Story } from './story.ts';
import { running } from './way.ts';

/** One seed for these properties; a failure prints it together with its path. */
const SEED = 20_260_401;

const OFFICE_OF: { readonly [R in Role]?: string } = {
  PIDUM_STAFF: 'kejari-medan',
  EXECUTING_PROSECUTOR: 'kejari-medan',
  PROBATION_COUNSELLOR: 'bapas-medan',
  SITE_SUPERVISOR: 'puskesmas',
  TRAINING_CENTRE_ADMINISTRATOR: 'balai',
  PRISON_OFFICER: 'lapas-medan',
  AUDITOR: 'bpk',
  PERSON: 'person-1',
  SYSTEM: 'system',
  EMPLOYER: 'employer',
};
const ROLES = Object.keys(OFFICE_OF) as Role[];
const anyActor: fc.Arbitrary<Actor> = fc.constantFrom(
  ...ROLES.map((role) => ({ id: `a-${role}`, role, office: OFFICE_OF[role] ?? '' })),
  { id: 'a-else', role: 'EXECUTING_PROSECUTOR' as const, office: 'kejari-karo' },
);

/** Commands of community service and of the person; the parts have tables of their own. */
const NAMES = Object.keys(ANY_DATA) as (keyof typeof ANY_DATA)[];

const send = (story: Story, name: JourneyCommandName, data: unknown, actor: Actor, withPaper: boolean) =>
  story.send(name, data as never, { actor, document: withPaper ? paper : null });

/** Roles that may send a command at all: the others are stopped at the door. */
const senders = (name: JourneyCommandName): readonly Actor[] =>
  (Object.keys(COMMAND_RULES[name]) as Role[]).map((role) => ({
    ...{ id: `a-${role}`, role, office: OFFICE_OF[role] ?? '' },
  }));

describe.each(STAGES)('at %s', (stage) => {
  it.each(NAMES)('%s is accepted or refused, and never faults', (name) => {
    fc.assert(
      fc.property(
        ANY_DATA[name] as fc.Arbitrary<unknown>,
        anyActor,
        fc.boolean(),
        (data, actor, withPaper) => {
          const story = AT_STAGE[stage]();
          const { refusal, warnings } = send(story, name, data, actor, withPaper);
          if (refusal !== undefined) expect(isRefusalCode(refusal.code), refusal.code).toBe(true);
          for (const code of warnings) expect(isWarningCode(code), code).toBe(true);
          // Whatever was armed by it fires without a fault, punctually.
          story.at('2026-04-20T09:00');
        },
      ),
      { seed: SEED, numRuns: 12 },
    );
  });
});

it('every command of a journey is either here or has a sample of its part', () => {
  const known = [...Object.keys(ANY_DATA), ...Object.keys(PART_SAMPLES)];
  expect(Object.keys(JOURNEY_COMMANDS).filter((name) => !known.includes(name))).toEqual([]);
});

/** What belongs to another route is answered, whatever stage the community service is at. */
describe.each(STAGES)('of the other parts, at %s', (stage) => {
  const ofParts = JOURNEY_COMMAND_NAMES.filter((name) => !Object.hasOwn(ANY_DATA, name));
  it.each(ofParts)('%s is accepted or refused, and never faults', (name) => {
    for (const actor of senders(name)) {
      const data = JOURNEY_COMMANDS[name].data.parse(PART_SAMPLES[name]);
      const { refusal } = send(AT_STAGE[stage](), name, data, actor, true);
      if (refusal !== undefined) expect(isRefusalCode(refusal.code), refusal.code).toBe(true);
    }
  });
});

/** Where the table of I.6c lets a role send a command, the decider knows a case in which it does, too. */
describe('table and decider agree', () => {
  const journeyNames = NAMES.filter((name) => name !== 'register-person');
  // Offices of the other routes have no community-service case: test/whole-path looks at theirs.
  const here = (name: JourneyCommandName) => senders(name).filter(({ office }) => office !== '');
  it.each(journeyNames.flatMap((name) => here(name).map((actor) => [name, actor.role, actor] as const)))(
    '%s by %s',
    (name, _role, actor) => {
      const permitted = AGREED.some((story) =>
        fc.sample(ANY_DATA[name] as fc.Arbitrary<object>, { seed: SEED, numRuns: 15 }).some((data) => {
          const at = story();
          const sent = send(at, name, placedAt(aimed(data, at), actor), actor, true);
          return sent.refusal?.code !== 'NOT_PERMITTED';
        }),
      );
      expect(permitted).toBe(true);
    },
  );
});

/** The case is worked off at the puskesmas, its training is given at the balai, and a prison is linked. */
const AGREED: readonly (() => Story)[] = [
  AT_STAGE.RUNNING,
  AT_STAGE.REVIEW,
  () => {
    const story = running({ ruling: { orderedHours: 16, measure: { jp: 1, siteId: 'balai' } } });
    story.at('2026-03-31T20:00');
    const training = { caseId: 'c1', siteId: 'balai', date: '2026-03-30', jp: 1 };
    story.accepts('record-training-hours', training, { actor: centre });
    return story;
  },
  () => {
    const story = AT_STAGE.REVIEW();
    const prison = { caseId: 'c1', outcome: 'REPLACED_PRISON', prisonDays: 10 } as const;
    story.accepts('record-breach-decision', { ...prison, facility: 'lapas-medan' });
    return story;
  },
  // Work at the balai itself.
  () => {
    const story = running().at('2026-03-31T20:00');
    story.accepts('change-site', { caseId: 'c1', siteId: 'balai', reason: 'sealed:v1:x' });
    const entry = { caseId: 'c1', siteId: 'balai', breaks: [] };
    const times = { start: '2026-03-30T08:00', end: '2026-03-30T12:00' };
    story.accepts('record-session', { ...entry, ...times }, { actor: centre });
    return story;
  },
];

/** People of a site speak of their own. */
const placedAt = (data: object, { role, office }: Actor): object =>
  'siteId' in data && (role === 'SITE_SUPERVISOR' || role === 'TRAINING_CENTRE_ADMINISTRATOR')
    ? { ...data, siteId: office }
    : data;

type Ended = 'CLOSED' | 'VOID';

/** What may still touch a case that has ended. */
const TOUCHES: { readonly [At in Ended]: readonly string[] } = {
  // A paper, a correction by the prosecutor (I.1), a flag on the site (S22).
  CLOSED: ['attach-document', 'correct-entry', 'flag-commercial-use'],
  VOID: ['attach-document'],
};
/** What concerns the person, another case or a site, and not the case that has ended. */
const TOUCHES_NO_CASE = [
  ...['register-person', 'link-identity', 'resolve-identity-warning', 'record-death', 'annul-death'],
  ...['register-ruling', 'record-profiling', 'suspend-site-sessions'],
];
/** Refused for a reason that comes first: the session is confirmed, there is none, nobody trains there. */
const NOT_ASKED: { readonly [At in Ended]: readonly string[] } = {
  CLOSED: ['check-out-session', 'confirm-session', 'complete-measure'],
  VOID: [
    ...['check-out-session', 'confirm-session', 'correct-entry', 'decide-session-credit'],
    ...['dispute-session', 'complete-measure'],
  ],
};

/** The sample, about this very case and its first session. */
function aimed(data: object, story: Story): object {
  const version = story.state.domain.sessions.s1?.version;
  return {
    ...data,
    ...('caseId' in data ? { caseId: 'c1' } : {}),
    ...('sessionId' in data ? { sessionId: 's1' } : {}),
    ...('version' in data && version !== undefined ? { version } : {}),
  };
}

describe.each(['CLOSED', 'VOID'] as const)('a case that is %s', (stage) => {
  const answers = new Map<string, ReadonlySet<string>>();
  for (const name of NAMES.filter((each) => !TOUCHES_NO_CASE.includes(each))) {
    const codes = new Set<string>();
    for (const data of fc.sample(ANY_DATA[name] as fc.Arbitrary<object>, { seed: SEED, numRuns: 10 })) {
      for (const actor of senders(name)) {
        const story = AT_STAGE[stage]();
        codes.add(send(story, name, aimed(data, story), actor, true).refusal?.code ?? 'accepted');
      }
    }
    answers.set(name, codes);
  }
  const namesWith = (code: string) =>
    [...answers].filter(([, codes]) => codes.has(code)).map(([name]) => name);

  it('is touched by these commands and by no others', () => {
    expect(namesWith('accepted').sort()).toEqual(TOUCHES[stage]);
  });

  it('refuses all others as CASE_CLOSED', () => {
    const silent = [...TOUCHES[stage], ...NOT_ASKED[stage]];
    const others = [...answers.keys()].filter((name) => !silent.includes(name));
    expect(namesWith('CASE_CLOSED')).toEqual(expect.arrayContaining(others));
    expect(others.length).toBeGreaterThan(34);
  });
});
