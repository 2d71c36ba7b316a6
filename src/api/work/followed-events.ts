/** Which events of others each desk is told of on its first page: those after which its own work changes. */
import type { Role } from '../../domain/decider.ts';
import type { JourneyEventName } from '../../domain/journey/events.ts';

const LIFE = ['PersonDied', 'DeathAnnulled', 'PersonMerged', 'PersonUnmerged'] as const;
const ON_HOLD = ['ExecutionSuspended', 'ExecutionResumed'] as const;

const SERVICE = [
  ...LIFE,
  ...(['ClemencyGranted', 'RulingChanged', 'JurisdictionTransferred', 'NewOffenceReported'] as const),
  ...(['LinkedCaseOpened', 'InjuryReported', 'CommercialUseFlagged'] as const),
] as const;

export const FOLLOWED_EVENTS: { readonly [R in Role]?: readonly JourneyEventName[] } = {
  PIDUM_STAFF: [...SERVICE, 'SiteAccepted', 'SiteDeclined', 'ProfilingRecorded'],
  EXECUTING_PROSECUTOR: [
    ...SERVICE,
    ...(['SiteAccepted', 'SiteDeclined', 'ProfilingRecorded', 'BreachOpinionRecorded'] as const),
    ...(['SessionDisputed', 'NoShowRecorded'] as const),
  ],
  PROBATION_COUNSELLOR: [
    ...SERVICE,
    ...ON_HOLD,
    ...([
      'BreachReviewOpened',
      'BreachReviewClosed',
      'CaseClosed',
      'WarningLetterIssued',
      'SiteChanged',
    ] as const),
    ...(['LitmasRequested', 'TransferRecorded', 'ReleaseRecorded', 'ReleaseHandedOver'] as const),
    ...(['ReleaseDateChanged', 'EscapeRecorded', 'RecaptureRecorded'] as const),
  ],
  SITE_SUPERVISOR: [
    ...LIFE,
    ...ON_HOLD,
    'SiteAssigned',
    'SiteChanged',
    'SchedulePlanned',
    'PlanRevised',
    'CaseClosed',
  ],
  PRISON_OFFICER: [
    ...LIFE,
    ...(['LitmasReceived', 'TransferRecorded', 'ClientAcceptedByBapas', 'RemissionGranted'] as const),
    ...(['ConditionalReleaseRevoked', 'RecaptureRecorded'] as const),
  ],
  TRAINING_CENTRE_ADMINISTRATOR: [
    ...LIFE,
    ...ON_HOLD,
    ...(['ReferralReceived', 'ConsentGiven', 'ConsentWithdrawn', 'ReferralClosed'] as const),
    ...(['SiteAssigned', 'SiteChanged', 'CaseClosed'] as const),
  ],
  REFERRAL_OFFICER: [
    ...LIFE,
    ...([
      'ReferralReturned',
      'ReferralConsented',
      'NeedsAssessed',
      'PutOnWaitingList',
      'PlaceOffered',
    ] as const),
    ...(['ReferralEnrolled', 'ReferralClosed', 'ConsentWithdrawn'] as const),
  ],
};
