/** Plausible data for every command of a journey: right and wrong ones, by the fall of the dice. */
import fc from 'fast-check';
import type { CommunityServiceCommands } from '../../src/domain/journey/commands.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import { ruling, weekdays } from './way.ts';

type Data = {
  readonly [Name in keyof CommunityServiceCommands]: fc.Arbitrary<CommunityServiceCommands[Name]>;
};

const text = 'sealed:v1:text';
const caseId = fc.constantFrom('c1', 'c1', 'c1', 'c2', 'constructor');
const sessionId = fc.constantFrom('s1', 's1', 's2', '__proto__');
const siteId = fc.constantFrom('puskesmas', 'puskesmas', 'mosque', 'balai', 'nowhere');
const date: fc.Arbitrary<LocalDate> = fc.constantFrom(
  ...['2026-01-01', '2026-03-18', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-12-31'],
);
const hours = fc.constantFrom(0, 1, 7, 8, 24, 40, 240, 241);
/** About the length of a stream that has come to its end. */
const version = fc.integer({ min: 0, max: 60 });
const aCase = fc.record({ caseId });
const maybe = <T extends object>(fields: { [Field in keyof T]: fc.Arbitrary<T[Field]> }) =>
  fc.record(fields, { requiredKeys: [] });
const with_ = <A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>) =>
  fc.tuple(a, b).map(([left, right]) => ({ ...left, ...right })) as unknown as fc.Arbitrary<never>;
const reading = fc.tuple(date, fc.constantFrom('00:00', '07:00', '08:00', '12:00', '23:59'));
const at = reading.map(([day, clock]) => `${day}T${clock}`);
const breaks = fc.constantFrom([], [{ start: '2026-03-31T09:00', end: '2026-03-31T10:00' }]);
const replaced = fc.constantFrom(
  { kind: 'PRISON', days: 120 } as const,
  {
    kind: 'FINE',
    rupiah: 20_000_000,
  } as const,
);

export const ANY_DATA: Data = {
  'register-person': fc.constant({ provisional: false, nikIndex: 'n', identityWarnings: [] }),
  'link-identity': fc.constant({ nikIndex: 'other', identityWarnings: [] }),
  'resolve-identity-warning': fc.constant({ code: 'NIK_MISMATCH' }),
  'register-ruling': fc
    .record({
      orderedHours: fc.option(hours),
      caseNumberIndex: fc.constantFrom('index-1', 'index-2'),
      rulingDate: date,
      ageAtAct: fc.constantFrom(null, { years: 17, months: 11 }, { years: 18, months: 0 }),
    })
    .map((changes) => ruling(changes)),
  'record-profiling': with_(maybe({ caseId }), fc.constant({ fit: true, workTypes: ['cleaning'] })),
  'record-ruling-final': fc.record({ caseId, finalOn: date }),
  'confirm-sentence-anomaly': fc.record({
    ...{ caseId, reason: fc.constant(text) },
    anomaly: fc.constantFrom('THREAT_TOO_HIGH', 'HOURS_OUT_OF_RANGE'),
  }),
  'record-consent': aCase,
  'complete-ruling': with_(
    aCase,
    maybe({
      actDate: fc.constant('2026-01-10'),
      ageAtAct: fc.constantFrom(null, { years: 17, months: 0 }, { years: 20, months: 0 }),
      ...{ replaced, hoursPerDay: fc.constantFrom(1, 8), daysPerWeek: fc.constantFrom(1, 5) },
      ...{ completionDays: fc.constantFrom(1, 90, 365), consentRecorded: fc.constant(true as const) },
    }),
  ),
  'void-case': fc.record({ caseId, reason: fc.constant(text) }),
  'order-execution': fc.record({ caseId, orderedOn: date, firstAppearanceOn: date }),
  'assign-site': fc.record({ caseId, siteId, source: fc.constantFrom('COURT', 'PROSECUTOR') }),
  'answer-site-assignment': fc.record({ caseId, siteId, accepted: fc.boolean() }),
  'plan-schedule': fc.record({
    ...{ caseId, siteId, from: date, discussedWithPerson: fc.boolean() },
    slots: fc.constantFrom(
      weekdays([1, 2, 3, 4, 5], '08:00', '16:00'),
      weekdays([6], '20:00', '04:00'),
      weekdays([1], '08:00', '20:00'),
    ),
  }),
  'start-execution': fc.record({ caseId, startedOn: date }),
  'suspend-execution': with_(
    fc.record({ caseId, reason: fc.constant(text), resumeOn: fc.option(date) }),
    maybe({ windowEndsOn: date }),
  ),
  'resume-execution': with_(aCase, maybe({ windowEndsOn: date })),
  'check-in-session': fc.record({ caseId, siteId, at }),
  'check-out-session': fc.record({ sessionId, at, breaks }),
  'record-session': fc.record({ caseId, siteId, start: at, end: at, breaks }),
  'confirm-session': fc.record({ sessionId }),
  'dispute-session': fc.record({ sessionId, reason: fc.constant(text) }),
  'excuse-session': fc.record({ caseId, date, reason: fc.constantFrom('PERMISSION', 'SICK') }),
  'record-no-show': fc.record({ caseId, date }),
  'decide-session-credit': fc.record({ sessionId, credited: fc.boolean(), reason: fc.constant(text) }),
  'issue-warning-letter': fc.record({
    ...{ caseId, evidence: fc.constant([]) },
    number: fc.constantFrom(1, 2, 3),
  }),
  'change-site': fc.record({ caseId, siteId, reason: fc.constant(text) }),
  'flag-commercial-use': fc.record({ caseId, siteId }),
  'report-injury': with_(fc.record({ caseId, date, note: fc.constant(text) }), maybe({ sessionId })),
  'file-monthly-report': fc.record({ caseId, month: fc.constantFrom('2026-03', '2026-04', '2026-13') }),
  'record-guidance': fc.record({ caseId, heldOn: date }),
  'open-breach-review': fc.record({ caseId, note: fc.constant(text) }),
  'report-new-offence': fc.record({ caseId, note: fc.constant(text) }),
  'record-breach-opinion': fc.record({ caseId, lawfulExcuse: fc.boolean() }),
  'record-breach-decision': fc.oneof(
    with_(fc.record({ caseId, outcome: fc.constant('CONTINUE') }), maybe({ windowEndsOn: date })),
    with_(
      fc.record({ caseId, outcome: fc.constant('REPEAT'), repeatHours: hours }),
      maybe({ windowEndsOn: date }),
    ),
    with_(
      fc.record({ caseId, outcome: fc.constant('REPLACED_PRISON'), prisonDays: hours }),
      fc.constant({ facility: 'lapas-medan' }),
    ),
    with_(
      fc.record({ caseId, outcome: fc.constant('REPLACED_FINE'), payBy: date }),
      fc.constant({ rupiah: 100_000 }),
    ),
  ),
  'sign-completion': aCase,
  'close-case': fc.record({
    caseId,
    reason: fc.constantFrom(
      ...(['COMPLETED', 'CONVERTED', 'DEATH', 'LAPSED', 'CLEMENCY', 'RULING_CHANGED'] as const),
    ),
  }),
  'set-hour-credit-policy': fc.record({
    caseId,
    policy: fc.constantFrom('NONE', 'WORK_AT_BALAI', 'TRAINING_COUNTS'),
  }),
  'record-training-hours': fc.record({ caseId, siteId, date, jp: fc.constantFrom(0, 1, 8, 32) }),
  'complete-measure': aCase,
  'record-fine-payment': fc.record({ caseId, rupiah: fc.constantFrom(1, 50_000, 100_000), paidOn: date }),
  'change-ruling': with_(
    fc.record({ caseId, decidedOn: date, orderedHours: fc.option(hours) }),
    fc.record(
      {
        instance: fc.constantFrom('APPEAL', 'CASSATION', 'REVIEW'),
        ...{ replaced, completionDays: fc.constantFrom(1, 90), hoursPerDay: fc.constantFrom(1, 8) },
      },
      { requiredKeys: ['instance'] },
    ),
  ),
  'transfer-jurisdiction': fc.record({
    ...{ caseId, movedOn: date, toOffice: fc.constantFrom('kejari-karo', 'kejari-medan', 'nowhere') },
    toProbationOffice: fc.constantFrom('bapas-karo', 'bapas-medan'),
  }),
  'record-death': fc.record({ diedOn: date }),
  'annul-death': fc.constant({ reason: text }),
  'record-lapse-decision': fc.record({ caseId, ground: fc.constantFrom('DEATH', 'LIMITATION') }),
  'grant-clemency': fc.record({
    ...{ caseId, grantedOn: date },
    kind: fc.constantFrom('GRASI', 'AMNESTI', 'ABOLISI'),
  }),
  'correct-entry': fc.oneof(
    fc.record({ version, reason: fc.constant(text) }),
    fc.record({
      ...{ version, reason: fc.constant(text) },
      replacement: fc.record({ siteId, start: at, end: at, breaks }),
    }),
  ),
  'attach-document': with_(
    maybe({ caseId }),
    fc.record({ kind: fc.constant('P-44'), number: fc.constant('1'), date }),
  ),
  'suspend-site-sessions': fc.record({ siteId, suspendedOn: date }),
};
