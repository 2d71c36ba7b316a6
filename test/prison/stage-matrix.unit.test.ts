/** Every command of the prison entrance at every stage of I.3: what is taken, and what else is answered. */
import { describe, expect, it } from 'vitest';
import { prisonCommands } from '../../src/catalogue/prison.ts';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';
import type { PrisonCommands } from '../../src/domain/journey/prison/commands.ts';
import { PRISON_STAGE_MOVES } from '../../src/domain/journey/prison/stage-moves.ts';
import type { PrisonStage } from '../../src/domain/journey/prison/state.ts';
import { momentAt } from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import type { Story } from '../journey/story.ts';
import { AT_PRISON_STAGE, counsellor, PRISON_STAGES, prisonCase, warden } from './prison-world.ts';

type OneCase = Exclude<keyof PrisonCommands, 'import-inmate' | 'apply-lockdown'>;

const text = 'sealed:v1:text';
const stageDates = {
  ...{ oneThird: '2026-09-06', half: '2027-01-06', twoThirds: '2027-05-06', expiry: '2028-01-06' },
};

/** Data that is right wherever the command is. `on`: today. */
const dataFor = (on: LocalDate, releaseOn: LocalDate): { [Name in OneCase]: object } => ({
  'assess-inmate-needs': {},
  'request-litmas': { purpose: 'INTEGRATION' },
  'record-litmas': { recommended: true },
  'schedule-tpp': { purpose: 'TRAINING', on },
  'record-tpp-decision': { heldOn: on, approved: true },
  'change-stage-dates': { stageDates },
  'grant-remission': { kind: 'GENERAL', effect: 'RU_I', amountDays: 30, grantedOn: on },
  'change-release-date': { from: releaseOn, to: '2027-12-01', reason: 'SDP_CORRECTION' },
  'transfer-inmate': { toFacility: 'lapas-selong', on },
  'record-discipline': { entryOn: on, suspendsTraining: true },
  'annul-discipline': { entryOn: '2026-01-31', reason: text },
  'record-illness': { from: on, expectedDays: 5 },
  'declare-lockdown': { from: on },
  'record-escape': { on },
  'record-recapture': { on },
  'end-interruption': { on },
  'grant-assimilation': { from: on },
  'grant-conditional-release': { from: on, probationEndsOn: '2029-01-05' },
  'grant-conditional-leave': { from: on, probationEndsOn: '2028-01-05' },
  'grant-pre-release-leave': { from: on, probationEndsOn: '2028-01-05' },
  'record-release': { kind: 'BEBAS_MURNI', on, contactPhone: text },
  'record-release-contact': { contactFamily: text },
  'hand-over-released': { to: 'disnaker-medan', on },
  'accept-client': { on },
  'record-aftercare-report': { reportedOn: on, way: 'IN_PERSON' },
  'revoke-conditional-release': { on, ground: 'BREACH' },
  'end-aftercare': { on, reason: 'OTHER' },
  'close-prison-case': { reason: 'PROGRAMME_DONE' },
});

const BY_COUNSELLOR: readonly string[] = [
  ...['record-litmas', 'accept-client', 'record-aftercare-report', 'end-aftercare'],
];

const ALWAYS_IN_CUSTODY = [
  ...['change-stage-dates', 'grant-remission', 'change-release-date', 'transfer-inmate'],
  ...['record-discipline', 'record-illness', 'declare-lockdown', 'record-escape'],
  ...['grant-assimilation', 'grant-conditional-release', 'grant-conditional-leave'],
  ...['grant-pre-release-leave', 'record-release'],
];
const SESSIONS = ['request-litmas', 'schedule-tpp', 'record-tpp-decision'];

const ACCEPTED: { readonly [At in PrisonStage]: readonly string[] } = {
  ADMITTED: [...ALWAYS_IN_CUSTODY, 'assess-inmate-needs'],
  CANDIDATE: [...ALWAYS_IN_CUSTODY, 'request-litmas'],
  PROPOSED: [...ALWAYS_IN_CUSTODY, 'request-litmas', 'schedule-tpp'],
  APPROVED: [...ALWAYS_IN_CUSTODY, ...SESSIONS],
  DECLINED: [...ALWAYS_IN_CUSTODY, 'assess-inmate-needs', 'request-litmas'],
  IN_TRAINING: [...ALWAYS_IN_CUSTODY, ...SESSIONS],
  INTERRUPTED: [...ALWAYS_IN_CUSTODY, ...SESSIONS, 'end-interruption'],
  PRE_RELEASE: [...ALWAYS_IN_CUSTODY, ...SESSIONS],
  RELEASED: ['record-release-contact', 'hand-over-released', 'accept-client', 'revoke-conditional-release'],
  AFTERCARE: [
    ...['record-release-contact', 'record-aftercare-report'],
    ...['revoke-conditional-release', 'end-aftercare'],
  ],
  RETURNED: [],
  CLOSED: [],
};

/** Refused for another reason than the stage: nothing was asked for, no entry stands, nothing is ready. */
const OTHERWISE: { readonly [Name in OneCase]?: string } = {
  'annul-discipline': 'DISCIPLINE_ENTRY_UNKNOWN',
  'close-prison-case': 'NOT_READY_TO_CLOSE',
};
const NOT_REQUESTED: readonly string[] = [
  ...['CANDIDATE', 'PROPOSED', 'APPROVED', 'DECLINED', 'IN_TRAINING', 'INTERRUPTED', 'PRE_RELEASE'],
];

function expected(stage: PrisonStage, name: OneCase): string {
  if (stage === 'CLOSED' || stage === 'RETURNED') return 'CASE_CLOSED';
  if (ACCEPTED[stage].includes(name)) return 'accepted';
  if (name === 'record-litmas' && NOT_REQUESTED.includes(stage)) return 'NOT_REQUESTED';
  if (name === 'record-tpp-decision' && stage === 'PROPOSED') return 'NOT_REQUESTED';
  if (name === 'record-recapture' && stage === 'INTERRUPTED') return 'ALREADY_DONE';
  return OTHERWISE[name] ?? 'WRONG_STAGE';
}

function answer(story: Story, name: OneCase): string {
  const on = momentAt(story.now, 'WIB').date;
  const data = { caseId: 'c1', ...dataFor(on, prisonCase(story).releaseOn)[name] };
  const actor = BY_COUNSELLOR.includes(name) ? counsellor : warden;
  const command = data as unknown as JourneyCommands[JourneyCommandName];
  return story.send(name, command as never, { actor }).refusal?.code ?? 'accepted';
}

const NAMES = Object.keys(dataFor('2026-01-01', '2028-01-05')) as OneCase[];

it('covers all commands about one case', () => {
  const others = ['import-inmate', 'apply-lockdown'];
  expect([...NAMES, ...others].sort()).toEqual(Object.keys(prisonCommands).sort());
});

describe.each(PRISON_STAGES)('at %s', (stage) => {
  it('stands there', () => expect(prisonCase(AT_PRISON_STAGE[stage]()).stage).toBe(stage));

  it.each(NAMES)('%s', (name) => {
    const story = AT_PRISON_STAGE[stage]();
    expect(answer(story, name)).toBe(expected(stage, name));
    // Whatever it armed fires without a fault.
    story.at('2031-01-01T00:00');
  });

  it.each(NAMES)('%s of another prison is not permitted', (name) => {
    const story = AT_PRISON_STAGE[stage]();
    const data = { caseId: 'c1', ...dataFor('2027-06-01', '2028-01-05')[name] };
    const actor = { id: 'a-x', role: 'PRISON_OFFICER', office: 'lapas-lain' } as const;
    expect(story.send(name, data as never, { actor }).refusal?.code).toBe('NOT_PERMITTED');
  });
});

it('every stage can be left, but for those in which a case ends', () => {
  const ends = PRISON_STAGES.filter((stage) => PRISON_STAGE_MOVES[stage].length === 0);
  expect(ends).toEqual(['RETURNED', 'CLOSED']);
});
