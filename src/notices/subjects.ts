/**
 * What an event is about, and who answers for it now. A case that moved since is told to the office that
 * has it, not to the one that had it.
 */
import type { CertificateState } from '../domain/certificate/state.ts';
import type { FindingState } from '../domain/finding/state.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { PermitState } from '../domain/permit/state.ts';
import type { Zone } from '../domain/time/moment.ts';
import type { TrainingClassState } from '../domain/training-class/state.ts';
import type { OfficeReader } from './rule.ts';

export interface Subject {
  /** Opaque. Where neutral readers are named below, it says nothing of the person (I-8). */
  readonly reference: string;
  readonly zone: Zone;
  readonly offices: { readonly [reader in OfficeReader]?: string };
  readonly site?: string;
}

type EventData = Readonly<Record<string, unknown>>;

/** Office under which registrars act (I.6c). */
const REGISTRAR_OFFICE = 'pusat';

/** Empty where the event is about something else. */
type Lookup<State> = (state: State, data: EventData) => readonly Subject[];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const namesNothing = (data: EventData): boolean =>
  !['caseId', 'sessionId', 'enrolmentId', 'assessmentId', 'placementId', 'proposalId', 'breachId'].some(
    (name) => name in data,
  );

const ENDED: ReadonlySet<string> = new Set(['CLOSED', 'VOID']);

const communityService: Lookup<JourneyState> = ({ personId, cases, sessions }, data) => {
  const session = sessions[text(data.sessionId)];
  const named = typeof data.caseId === 'string' ? data.caseId : session?.caseId;
  const open = namesNothing(data) || 'breachId' in data;
  const found =
    named === undefined
      ? Object.values(cases).filter(({ stage }) => open && !ENDED.has(stage))
      : [cases[named]].filter((one) => one !== undefined);
  return found.map((one) => {
    // Hours are confirmed by the site where they were worked, also after the case moved on.
    const site = session?.siteId ?? one.site?.siteId ?? one.plan?.siteId;
    return {
      reference: `${personId}/${one.caseId}`,
      zone: one.zone,
      offices: { caseOffice: one.office, probationOffice: one.probationOffice },
      ...(site === undefined ? {} : { site }),
    };
  });
};

/** A breach, a request: about the person as such. */
const ofPerson = (data: EventData): boolean => 'breachId' in data || 'requestId' in data;

const prison: Lookup<JourneyState> = ({ personId, prison: { cases } }, data) =>
  Object.values(cases)
    .filter(({ caseId }) => caseId === data.caseId || namesNothing(data) || ofPerson(data))
    .map(({ caseId, facility, zone, probationOffice }) => ({
      ...{ reference: `${personId}/${caseId}`, zone },
      offices: { prison: facility, ...(probationOffice === null ? {} : { probationOffice }) },
    }));

const referral: Lookup<JourneyState> = ({ personId, referral: { cases } }, data) =>
  Object.values(cases)
    .filter(({ caseId }) => caseId === data.caseId)
    .map(({ caseId, centre, referrer, zone }) => ({
      ...{ reference: `${personId}/${caseId}`, zone },
      offices: { centre, referrer },
    }));

/** The registrar answers for what concerns the person as such, also where no case is open any more (G-07). */
const registrar: Lookup<JourneyState> = ({ personId }, data) =>
  ofPerson(data) ? [{ reference: personId, zone: 'WIB', offices: { registrar: REGISTRAR_OFFICE } }] : [];

const enrolment: Lookup<JourneyState> = ({ training: { enrolments } }, { enrolmentId }) => {
  const found = enrolments[text(enrolmentId)];
  if (found === undefined) return [];
  return [{ reference: found.enrolmentId, zone: found.zone, offices: { centre: found.centre } }];
};

const assessment: Lookup<JourneyState> = ({ assessment: { assessments } }, { assessmentId }) => {
  const found = assessments[text(assessmentId)];
  if (found === undefined) return [];
  const { certificationBody, zone } = found;
  return [{ reference: found.assessmentId, zone, offices: { certificationBody } }];
};

const employment: Lookup<JourneyState> = ({ personId, employment: state }, data) => {
  const placement = state.placements[text(data.placementId)];
  const apprenticeship = state.apprenticeships[text(data.agreementNumber)];
  const proposal = state.proposals[text(data.proposalId)];
  const office = placement?.office ?? apprenticeship?.office ?? proposal?.office ?? state.office;
  if (office === null) return [];
  const reference = placement?.placementId ?? apprenticeship?.agreementNumber ?? proposal?.proposalId;
  return [
    {
      reference: reference ?? state.candidateId ?? personId,
      zone: placement?.zone ?? state.zone ?? 'WIB',
      offices: { placementOffice: office },
    },
  ];
};

const journey: Lookup<JourneyState> = (state, data) =>
  [communityService, prison, referral, enrolment, assessment, employment, registrar].flatMap((lookup) =>
    lookup(state, data),
  );

const trainingClass: Lookup<TrainingClassState> = ({ classId, plan }, { enrolmentId }) => {
  if (plan === null) return [];
  const { centre, zone } = plan;
  const reference = typeof enrolmentId === 'string' ? `${classId} ${enrolmentId}` : classId;
  return [{ reference, zone, offices: { centre } }];
};

const certificate: Lookup<CertificateState> = ({ certificateId, details }) =>
  details === null
    ? []
    : [
        {
          ...{ reference: certificateId, zone: details.zone },
          offices: { certificationBody: details.certificationBody },
        },
      ];

const permit: Lookup<PermitState> = ({ permitId, employer, permitOffice, zone }) => [
  { reference: permitId, zone, offices: { employer, permitOffice } },
];

const finding: Lookup<FindingState> = ({ findingId, zone, office }) => [
  { reference: findingId, zone, offices: { answeringOffice: office } },
];

const LOOKUPS: { readonly [kind: string]: Lookup<never> } = {
  journey,
  class: trainingClass,
  certificate,
  permit,
  finding,
};

/** @param kind of stream. @param state of its entity. */
export const subjectsOf = (kind: string, state: unknown, data: EventData): readonly Subject[] =>
  LOOKUPS[kind]?.(state as never, data) ?? [];
