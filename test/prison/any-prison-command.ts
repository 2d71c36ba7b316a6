/** Plausible data for every command of the prison entrance: right and wrong ones, by the fall of the dice. */
import fc from 'fast-check';
import type { PrisonCommands } from '../../src/domain/journey/prison/commands.ts';

const text = 'sealed:v1:text';
const caseId = fc.constantFrom('c1', 'c1', 'c1', 'c1', 'c2', 'constructor');
const date = fc.constantFrom(
  '2026-01-05',
  '2026-03-30',
  '2026-04-01',
  '2026-02-05',
  '2027-05-11',
  '2027-06-02',
);
const on = date;
const entryOn = date;
const facility = fc.constantFrom('lapas-medan', 'lapas-selong', 'bapas-medan', 'nowhere');
const purpose = fc.constantFrom('TRAINING' as const, 'INTEGRATION' as const, 'STAGE_CHANGE' as const);
const stageDates = fc.constantFrom(
  { oneThird: '2026-09-05', half: '2027-01-05', twoThirds: '2027-05-05', expiry: '2028-01-05' },
  { oneThird: '2026-09-05', half: '2026-01-05', twoThirds: '2027-05-05', expiry: '2028-01-05' },
);
const reason = fc.constant(text);
const decree = fc.record({ caseId, from: date, probationEndsOn: date });
const dated = fc.record({ caseId, on });

export const ANY_PRISON_DATA: {
  readonly [Name in keyof PrisonCommands]: fc.Arbitrary<PrisonCommands[Name]>;
} = {
  'import-inmate': fc.record({
    registerNumber: fc.constantFrom('BI.1/2026', 'BI.2/2026'),
    sentence: fc.constant({ kind: 'TERM' as const, startedOn: '2026-01-05', months: 24, days: 0 }),
    stageDates,
    probationOffice: fc.constantFrom('bapas-medan', null, 'nowhere'),
    generalRemissions: fc.constantFrom(0, 3),
  }),
  'assess-inmate-needs': fc.record({ caseId }),
  'request-litmas': fc.record({ caseId, purpose }),
  'record-litmas': fc.record({ caseId, recommended: fc.boolean() }),
  'schedule-tpp': fc.record({ caseId, purpose, on }),
  'record-tpp-decision': fc.record({
    ...{ caseId, heldOn: date, approved: fc.boolean(), suspendsTraining: fc.boolean() },
  }),
  'change-stage-dates': fc.record({ caseId, stageDates }),
  'grant-remission': fc.record({
    ...{ caseId, grantedOn: date, releaseOn: date, amountDays: fc.constantFrom(0, 30) },
    kind: fc.constantFrom('GENERAL', 'SPECIAL', 'DASAWARSA'),
    effect: fc.constantFrom('RU_I', 'RU_II', 'RK_I', 'RK_II'),
  }),
  'change-release-date': fc.record({
    ...{ caseId, to: date, reason: fc.constantFrom('SDP_CORRECTION', 'REMISSION') },
    from: fc.constantFrom('2028-01-05', '2026-04-02'),
  }),
  'transfer-inmate': fc.record({ caseId, toFacility: facility, on }),
  'record-discipline': fc.record({ caseId, entryOn, suspendsTraining: fc.boolean() }),
  'annul-discipline': fc.record({ caseId, entryOn, reason }),
  'record-illness': fc.record({ caseId, from: date, expectedDays: fc.constantFrom(1, 3, 4, 60) }),
  'declare-lockdown': fc.record({ caseId, from: date, until: date }),
  'apply-lockdown': fc.record({ facility, from: date }),
  'record-escape': dated,
  'record-recapture': dated,
  'end-interruption': dated,
  'grant-assimilation': fc.record({ caseId, from: date }),
  'grant-conditional-release': decree,
  'grant-conditional-leave': decree,
  'grant-pre-release-leave': decree,
  'record-release': fc.record(
    {
      ...{ caseId, on, contactPhone: reason, noContactReason: reason, contactOffice: facility },
      kind: fc.constantFrom('BEBAS_MURNI', 'RU_II', 'PB', 'CB', 'CMB', 'DEMI_HUKUM'),
    },
    { requiredKeys: ['caseId', 'on', 'kind'] },
  ),
  'record-release-contact': fc.record(
    { caseId, contactFamily: reason, contactOffice: facility },
    { requiredKeys: ['caseId'] },
  ),
  'hand-over-released': fc.record({ caseId, to: facility, on }),
  'accept-client': dated,
  'record-aftercare-report': fc.record({
    ...{ caseId, reportedOn: date, way: fc.constantFrom('IN_PERSON', 'REMOTE') },
  }),
  'revoke-conditional-release': fc.record({ caseId, on, ground: fc.constantFrom('BREACH', 'NEW_OFFENCE') }),
  'end-aftercare': fc.record({
    ...{ caseId, on, reason: fc.constantFrom('PROBATION_ENDED', 'TERM_ENDED', 'OTHER') },
  }),
  'close-prison-case': fc.record({
    caseId,
    reason: fc.constantFrom('PROGRAMME_DONE', 'RELEASED_NO_CONTACT', 'DEATH', 'ESCAPE_LAPSED'),
  }),
};
