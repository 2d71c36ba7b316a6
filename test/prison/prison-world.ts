/** A person in prison, under the clock of `Story`: the usual way through I.3, each step one command. */
import { expect } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { JourneyEvents } from '../../src/domain/journey/events.ts';
import type { PrisonCase, PrisonStage } from '../../src/domain/journey/prison/state.ts';
import { momentAt } from '../../src/domain/time/index.ts';
import type { LocalDateTime } from '../../src/domain/time/moment.ts';
import { counsellor, paper, Story, World } from '../journey/story.ts';

export const warden: Actor = { id: 'a-lapas', role: 'PRISON_OFFICER', office: 'lapas-medan' };
export const otherWarden: Actor = { id: 'a-lain', role: 'PRISON_OFFICER', office: 'lapas-selong' };
export { counsellor };

const office = (id: string, kind: string, zone = 'WIB') => [
  `office/${id}`,
  { id, kind, name: id, zone, parent: null, regency: id, calendar: 'national' },
];

export function prisonWorld(): World {
  const world = new World();
  for (const [key, value] of [
    office('lapas-medan', 'PRISON'),
    office('lapas-selong', 'PRISON', 'WITA'),
    office('bapas-medan', 'BAPAS'),
    office('disnaker-medan', 'MANPOWER_OFFICE'),
  ]) {
    world.know(key as string, value);
  }
  return world;
}

type Import = JourneyCommands['import-inmate'];

/** Two years from 2026-01-05 (S35). */
export const twoYears = (changes: Partial<Import> = {}): Import => ({
  registerNumber: 'BI.123/2026',
  sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 24, days: 0 },
  stageDates: { oneThird: '2026-09-05', half: '2027-01-05', twoThirds: '2027-05-05', expiry: '2028-01-05' },
  probationOffice: 'bapas-medan',
  generalRemissions: 0,
  ...changes,
});

export function imported(changes: Partial<Import> = {}, at: LocalDateTime = '2026-02-02T09:00'): Story {
  const story = new Story(prisonWorld(), 'person-1', at);
  story.accepts('register-person', { provisional: false, nikIndex: 'nik-1', identityWarnings: [] });
  story.accepts('import-inmate', twoYears(changes), { actor: warden });
  return story;
}

/** The command is taken, by the prison unless another sends it. */
export const does = <Name extends JourneyCommandName>(
  story: Story,
  name: Name,
  data: Omit<JourneyCommands[Name], 'caseId'>,
  actor: Actor = warden,
) => story.accepts(name, { caseId: 'c1', ...data } as unknown as JourneyCommands[Name], { actor });

export const refused = <Name extends JourneyCommandName>(
  story: Story,
  name: Name,
  data: Omit<JourneyCommands[Name], 'caseId'>,
  actor: Actor = warden,
  document: typeof paper | null = paper,
) => story.refuses(name, { caseId: 'c1', ...data } as unknown as JourneyCommands[Name], { actor, document });

export function prisonCase(story: Story, caseId = 'c1'): PrisonCase {
  const found = story.state.domain.prison.cases[caseId];
  if (found === undefined) throw new Error(`no prison case ${caseId}`);
  return found;
}

export const stageIs = (story: Story, stage: PrisonStage): void => {
  expect(prisonCase(story).stage).toBe(stage);
};

type Noted = JourneyEvents['InmateTrainingNoted'];

/** Training is the business of another part: here its word is folded in as custody notes it. */
export function trainingSays(
  story: Story,
  status: Noted['status'],
  enrolmentId = 'e1',
  caseId = 'c1',
): Story {
  const data: Noted = { caseId, enrolmentId, status };
  const meta = { actor: warden, commandId: `noted-${status}` };
  const event = { version: 0, type: 'InmateTrainingNoted', schema: 1, data, meta, recordedAt: story.now };
  const occurredAt = momentAt(story.now, 'WIB');
  const domain = journeyDecider.evolve(story.state.domain, { ...event, occurredAt });
  story.state = { ...story.state, domain };
  return story;
}

export const inTraining = (story: Story): Story => trainingSays(story, 'STARTED');

export function approved(): Story {
  const story = imported();
  does(story, 'assess-inmate-needs', {});
  does(story, 'request-litmas', { purpose: 'TRAINING' });
  does(story, 'record-litmas', { recommended: true }, counsellor);
  does(story, 'schedule-tpp', { purpose: 'TRAINING', on: '2026-02-10' });
  story.at('2026-02-10T15:00');
  does(story, 'record-tpp-decision', { heldOn: '2026-02-10', approved: true });
  return story;
}

function proposed(): Story {
  const story = imported();
  does(story, 'assess-inmate-needs', {});
  does(story, 'request-litmas', { purpose: 'TRAINING' });
  does(story, 'record-litmas', { recommended: true }, counsellor);
  return story;
}

export function preRelease(): Story {
  const story = approved().at('2027-05-03T09:00');
  does(story, 'grant-conditional-release', { from: '2027-05-05', probationEndsOn: '2029-01-05' });
  return story;
}

export function released(): Story {
  const story = preRelease().at('2027-05-05T08:00');
  does(story, 'record-release', { kind: 'PB', on: '2027-05-05', contactPhone: 'sealed:v1:phone' });
  return story;
}

export function inAftercare(): Story {
  const story = released().at('2027-05-10T09:00');
  does(story, 'accept-client', { on: '2027-05-10' }, counsellor);
  return story;
}

/** A case at each stage of I.3, reached by the usual way. */
export const AT_PRISON_STAGE: { readonly [At in PrisonStage]: () => Story } = {
  ADMITTED: () => imported(),
  CANDIDATE: () => {
    const story = imported();
    does(story, 'assess-inmate-needs', {});
    return story;
  },
  PROPOSED: proposed,
  APPROVED: approved,
  DECLINED: () => {
    const story = proposed();
    does(story, 'schedule-tpp', { purpose: 'TRAINING', on: '2026-02-02' });
    does(story, 'record-tpp-decision', { heldOn: '2026-02-02', approved: false });
    return story;
  },
  IN_TRAINING: () => inTraining(approved()),
  INTERRUPTED: () => {
    const story = inTraining(approved());
    does(story, 'declare-lockdown', { from: '2026-02-10' });
    return story;
  },
  PRE_RELEASE: preRelease,
  RELEASED: released,
  AFTERCARE: inAftercare,
  RETURNED: () => {
    const story = inAftercare().at('2027-06-01T09:00');
    does(story, 'revoke-conditional-release', { on: '2027-06-01', ground: 'BREACH' });
    return story;
  },
  CLOSED: () => {
    const story = inAftercare().at('2027-06-01T09:00');
    does(story, 'end-aftercare', { on: '2027-06-01', reason: 'OTHER' }, counsellor);
    does(story, 'close-prison-case', { reason: 'PROGRAMME_DONE' });
    return story;
  },
};

export const PRISON_STAGES = Object.keys(AT_PRISON_STAGE) as readonly PrisonStage[];
