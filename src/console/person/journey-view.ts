/**
 * A journey as the API gave it to this desk. Fields that the desk may not see are absent, not blank; so everything
 * but the ids is optional here, and a page shows what is there.
 */
import type { EntityState } from '../../domain/decide.ts';
import type { Assessment, HeldCertificate } from '../../domain/journey/assessment/state.ts';
import type {
  Apprenticeship,
  EmploymentState,
  Placement,
  Proposal,
} from '../../domain/journey/employment/state.ts';
import type { RightsRequest } from '../../domain/journey/keeping/state.ts';
import type { Outlook } from '../../domain/journey/outlook/outlook.ts';
import type { PrisonCase } from '../../domain/journey/prison/state.ts';
import type { ReferralCase } from '../../domain/journey/referral/state.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../../domain/journey/state.ts';
import type { Enrolment, TrainingOffer } from '../../domain/journey/training/state.ts';
import type { Instant, LocalDate } from '../../domain/time/moment.ts';

type Maybe<Shape> = { readonly [Field in keyof Shape]?: Shape[Field] | undefined };

export type CaseSeen = Maybe<Omit<CommunityServiceCase, 'caseId' | 'zone'>> &
  Pick<CommunityServiceCase, 'caseId' | 'zone'> & {
    readonly open: boolean;
    readonly minutesLeft?: number | null;
  };

export type EnrolmentSeen = Maybe<Enrolment> &
  Pick<Enrolment, 'enrolmentId' | 'stage' | 'programmeId' | 'centre'>;

export type AssessmentSeen = Maybe<Omit<Assessment, 'basis'>> &
  Pick<Assessment, 'assessmentId' | 'stage' | 'schemeId' | 'attempts'>;

export interface EmploymentSeen extends Maybe<Pick<EmploymentState, 'office' | 'card' | 'availability'>> {
  readonly proposals: readonly Proposal[];
  readonly apprenticeships: readonly Apprenticeship[];
  readonly placements: readonly Placement[];
}

export interface ArmedDeadline {
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: EntityState<JourneyState>['armed'][string]['dueAt'];
}

export interface IdentitySeen {
  readonly name: string;
  readonly nik?: string;
  readonly birthDate?: LocalDate;
}

export interface JourneySeen {
  readonly personId: string;
  readonly version: number | null;
  readonly registered: boolean;
  readonly diedOn: LocalDate | null;
  readonly provisional?: boolean;
  readonly identityWarnings?: readonly string[];
  readonly linkedCases?: JourneyState['linkedCases'];
  readonly cases: readonly CaseSeen[];
  readonly sessions: readonly Session[];
  readonly prison?: { readonly cases: { readonly [caseId: string]: PrisonCase } };
  readonly referral?: {
    readonly cases?: { readonly [caseId: string]: ReferralCase };
    readonly consents: { readonly [purpose: string]: boolean };
  };
  readonly training?: {
    readonly offers?: readonly TrainingOffer[];
    readonly enrolments: readonly EnrolmentSeen[];
  };
  readonly assessment?: {
    readonly assessments: readonly AssessmentSeen[];
    readonly certificates: readonly HeldCertificate[];
  };
  readonly employment?: EmploymentSeen;
  readonly keeping?: {
    readonly requests: readonly RightsRequest[];
    readonly legalHold?: boolean;
    readonly hidden?: boolean;
    readonly mergedInto?: string | null;
  };
  readonly armedDeadlines?: readonly ArmedDeadline[];
  readonly identity?: IdentitySeen | null;
}

export type OutlookSeen = Omit<Outlook, 'stage'>;

export interface OutlooksSeen {
  readonly now: Instant;
  readonly outlooks: readonly OutlookSeen[];
}

export const prisonCases = ({ prison }: JourneySeen): readonly PrisonCase[] =>
  Object.values(prison?.cases ?? {});

export const referralCases = ({ referral }: JourneySeen): readonly ReferralCase[] =>
  Object.values(referral?.cases ?? {});

/** Cases in which hours or a training measure are worked, as far as this desk sees them. */
export const hoursCases = ({ cases }: JourneySeen): readonly CaseSeen[] =>
  cases.filter(({ orderedMinutes, measure }) => orderedMinutes != null || measure != null);
