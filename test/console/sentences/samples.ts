/** What no scenario brings about: as much of its data as the sentence needs. */
import type { RegisterEvents } from '../../../src/console/sentences/register.ts';
import type { CertificateEvents } from '../../../src/domain/certificate/events.ts';
import type { JourneyEvents } from '../../../src/domain/journey/events.ts';
import type { PermitEvents } from '../../../src/domain/permit/events.ts';
import type { Moment } from '../../../src/domain/time/moment.ts';
import { momentOf } from '../../../src/domain/time/moments.ts';
import type { TrainingClassEvents } from '../../../src/domain/training-class/events.ts';

type SamplesOf<Events> = { readonly [Type in keyof Events]?: readonly Partial<Events[Type]>[] };

const ON = '2026-05-04';
const LATER = '2026-06-15';
const DUE: Moment = momentOf('2026-06-15T10:30:00', 'WIB');
const PAPER = { number: 'DFT-12/2026', date: ON, hash: 'a'.repeat(64) };
const LEAVE = { from: ON, probationEndsOn: LATER };

const JOURNEY: SamplesOf<JourneyEvents> = {
  RulingCompleted: [{ supplied: ['consent', 'age'] }, { supplied: ['hoursPerDay'] }],
  ProfilingRecorded: [{ fit: true }, { fit: false }],
  SiteDeclined: [{ siteId: 'taman' }],
  OverlapFound: [
    { siteId: 'taman', otherSessionId: 's2' },
    { otherSessionId: 's2', siteId: 'taman', otherSiteId: 'panti' },
  ],
  InjuryReported: [{ date: ON }, { date: ON, reportedBy: 'PERSON' }],
  MonthlyReportFiled: [{ month: '2026-04' }],
  GuidanceRecorded: [{ heldOn: ON }],
  MeasureMinutesWithdrawn: [{ minutes: 90 }],
  DeathAnnulled: [{ diedOn: ON }],
  DocumentAttached: [{ number: '12/2026', date: ON }],
  TppDeclined: [
    { heldOn: ON, suspendsTraining: true },
    { heldOn: ON, suspendsTraining: false },
  ],
  StageDatesChanged: [{ stageDates: { oneThird: ON, half: ON, twoThirds: LATER, expiry: LATER } }],
  ReleaseOverdue: [{ releaseOn: ON }],
  LockdownDeclared: [{ from: ON }, { from: ON, until: LATER }],
  IllnessRecorded: [{ from: ON, expectedDays: 12 }],
  EscapeRecorded: [{ on: ON }],
  RecaptureRecorded: [{ on: ON, advisoryDaysOnRun: 1 }],
  InterruptionEnded: [{ on: ON }],
  AssimilationGranted: [{ from: ON }],
  ConditionalLeaveGranted: [LEAVE],
  PreReleaseLeaveGranted: [LEAVE],
  ProbationEndReached: [{ on: ON }],
  AftercareEnded: [{ on: ON, reason: 'OTHER' }],
  AccommodationOverdue: [{ code: 'RAMP' }],
  PlaceOffered: [{ accepted: true }, { accepted: false }],
  ReferralLetterMade: [{ number: '12/2026', date: ON }],
  EnrolmentDatesChanged: [{ startsOn: ON, endsOn: LATER }],
  EnrolmentMayResume: [{ on: ON }],
  EnrolmentDropped: [{ reason: 'DID_NOT_COME' }],
  EnrolmentConflictFound: [{ availableUntil: null }],
  RequirementsIncomplete: [{ missing: ['ijazah'] }, { missing: ['ijazah', 'foto'] }],
  AssessorRecused: [{ reason: 'CONFLICT' }],
  AssessmentPostponed: [{ reason: 'NOT_AVAILABLE', from: ON }],
  AppealTimeWaived: [{ until: DUE }],
  RemedialStarted: [{ startedOn: ON, units: ['U.01'], earliestRetestOn: LATER }],
  RetestScheduled: [
    { on: ON, testPlace: { placeId: 'tuk', kind: 'MANDIRI', verified: true }, units: ['U.01'], retest: 1 },
  ],
  AppealRejected: [{ rejectedOn: ON }],
  AssessmentHandedOver: [{ from: 'lsp-medan', certificationBody: 'lsp-bekasi' }],
  AssessmentCancelled: [{ reason: 'NO_SHOW' }],
  JobSeekerCardRenewed: [{ renewedOn: ON, expiresAt: DUE }],
  JobSeekerCardPrinted: [PAPER],
  JobSeekerHandedOver: [{ from: 'disnaker-medan', office: 'disnaker-karo', on: ON }],
  EligibilityRecorded: [{ eligible: true }, { eligible: false }],
  EmploymentConfirmed: [
    { working: true, on: ON },
    { working: false, on: ON },
  ],
  ContactAttempted: [
    { channel: 'PHONE', attemptedOn: ON, reached: true },
    { channel: 'FAMILY', attemptedOn: ON, reached: false },
  ],
  ContactLost: [{ on: ON }],
  DataBreachDetected: [{ categories: ['IDENTITY', 'HEALTH', 'CONTACT'], notifyBy: DUE }],
  DataBreachEscalated: [{ hoursLeft: 12 }],
  DataBreachNotified: [
    { told: 'PERSON', late: false },
    { told: 'AGENCY', late: true },
  ],
  EventCorrected: [
    { corrects: 12, entry: 'NoShowRecorded' },
    { corrects: 12, sessionId: 's3' },
  ],
  MinutesCredited: [
    { minutes: 210, kind: 'TRAINING', date: ON, insteadOf: 'AWAITING_CONFIRMATION' },
    { minutes: 1, kind: 'WORK', date: ON },
  ],
};

const CLASS: SamplesOf<TrainingClassEvents> = {
  ClassAmended: [
    { changes: { room: 'A2' } },
    { changes: { startsOn: ON } },
    { changes: { endsOn: LATER } },
    { changes: { startsOn: ON, endsOn: LATER } },
  ],
  SeatStarted: [{ on: ON }],
  AttendanceCorrected: [{ sessionOn: ON }],
  AbsencesInARowFound: [{ count: 3 }],
  PaperNoted: [PAPER],
};

const CERTIFICATE: SamplesOf<CertificateEvents> = {
  CertificateIssueRefused: [{ code: 'CERTIFICATE_NUMBER_TAKEN' }],
  RenewalRequested: [{ requestedOn: ON }],
  CertificateRenewed: [{ decidedOn: ON, validUntil: LATER }],
  CertificateReprinted: [{ blankNumber: 'B-17' }],
  BlankVoided: [{ blankNumber: 'B-17' }],
  CertificateReviewed: [{ outcome: 'REASSESS' }],
  PaperNoted: [PAPER],
  HolderDeceasedFlagged: [{ on: ON }],
};

const PERMIT: SamplesOf<PermitEvents> = {
  PermitReportOverdue: [{ year: 2027 }],
  PermitReportFiled: [{ kind: 'END_OF_CONTRACT', year: 2027 }],
};

const REGISTER: SamplesOf<RegisterEvents> = {
  LicenceRenewed: [{ licence: { validFrom: ON, validTo: LATER } }],
  LicenceWithdrawn: [{ on: ON }],
  FacilityLockdownBegun: [
    { facility: 'lapas-medan', from: ON },
    { facility: 'lapas-medan', from: ON, until: LATER },
  ],
  ProgrammeRetired: [{ on: ON }],
  SiteReinstated: [{ on: ON }],
  VacancyWithdrawn: [{ on: ON }],
};

export const SAMPLES = {
  journey: JOURNEY,
  class: CLASS,
  certificate: CERTIFICATE,
  permit: PERMIT,
  register: REGISTER,
};
