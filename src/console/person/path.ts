/**
 * Where on the path a person is: entrance, obligation, training, assessment, certificate, work, one year kept. Which
 * phases a desk sees follows from its role alone, never from what there is: an empty phase and a hidden one must
 * not be told apart by those from whom it is hidden (G-08).
 */
import type { Role } from '../../domain/decider.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { durationInWords } from '../words/amounts.ts';
import { stageWords } from '../words/stages.ts';
import type { Words } from '../words/words.ts';
import { hoursCases, type JourneySeen, prisonCases, referralCases } from './journey-view.ts';

export type PhaseName =
  | 'entrance'
  | 'obligation'
  | 'training'
  | 'assessment'
  | 'certificate'
  | 'work'
  | 'kept';

/** `elsewhere`: another desk looks after it, and this one does not see whether it has begun. */
export type PhaseStanding = 'done' | 'now' | 'ahead' | 'ended' | 'elsewhere';

export interface Phase {
  readonly name: PhaseName;
  readonly title: Words;
  readonly standing: PhaseStanding;
  /** A few words: the stage, the hours. */
  readonly detail: Words | null;
}

const OFFICES = ['PIDUM_STAFF', 'EXECUTING_PROSECUTOR', 'PROBATION_COUNSELLOR', 'PRISON_OFFICER'] as const;
const EVERYTHING = ['AUDITOR', 'PERSON'] as const;

/** Phases that a role sees at all; those of the rest are named as another desk's. */
const SEEN_BY: { readonly [P in PhaseName]: readonly Role[] } = {
  entrance: [...OFFICES, 'REFERRAL_OFFICER', ...EVERYTHING],
  obligation: [...OFFICES, 'REFERRAL_OFFICER', ...EVERYTHING],
  training: [
    ...OFFICES,
    'REFERRAL_OFFICER',
    'TRAINING_CENTRE_ADMINISTRATOR',
    'PLACEMENT_OFFICER',
    ...EVERYTHING,
  ],
  assessment: ['CERTIFICATION_BODY_ADMINISTRATOR', ...EVERYTHING],
  certificate: ['CERTIFICATION_BODY_ADMINISTRATOR', ...EVERYTHING],
  work: ['PLACEMENT_OFFICER', ...EVERYTHING],
  kept: ['PLACEMENT_OFFICER', ...EVERYTHING],
};

/** To them the way a person came is nobody's business: the picture begins with the training. */
const KNOWS_NO_ENTRANCE: readonly Role[] = [
  'TRAINING_CENTRE_ADMINISTRATOR',
  'PLACEMENT_OFFICER',
  'CERTIFICATION_BODY_ADMINISTRATOR',
];

type Found = Pick<Phase, 'standing' | 'detail'>;

const AHEAD: Found = { standing: 'ahead', detail: null };

/** Somebody who came by no case, prison or referral: found work or a class by asking for it. */
const hasNoEntrance = (journey: JourneySeen): boolean =>
  journey.cases.length === 0 &&
  prisonCases(journey).length === 0 &&
  referralCases(journey).length === 0 &&
  (journey.employment?.card != null || (journey.training?.enrolments ?? []).length > 0);

function entrance(journey: JourneySeen): Found & { readonly title: Words } {
  const [prison] = prisonCases(journey);
  const [referral] = referralCases(journey);
  if (journey.cases.length === 0 && prison !== undefined) {
    return {
      title: { id: 'Diterima di Lapas', en: 'Admitted to prison' },
      standing: 'done',
      detail: null,
    };
  }
  if (journey.cases.length === 0 && referral !== undefined) {
    const returned = referral.stage === 'RETURNED_TO_REFERRER';
    const standing = returned ? 'ended' : referral.stage === 'REFERRED' ? 'now' : 'done';
    return {
      title: { id: 'Rujukan', en: 'Referral' },
      standing,
      detail: standing === 'done' ? null : stageWords('referral', referral.stage),
    };
  }
  const found = journey.cases.findLast(({ open }) => open) ?? journey.cases.at(-1);
  const title = { id: 'Putusan', en: 'Ruling' };
  if (found === undefined && hasNoEntrance(journey)) {
    return { title: { id: 'Terdaftar', en: 'Registered' }, standing: 'done', detail: null };
  }
  if (found === undefined) return { ...AHEAD, title };
  const before = found.stage === 'REGISTERED' || found.stage === 'PROFILED';
  if (found.stage === 'VOID') return { title, standing: 'ended', detail: stageWords('case', 'VOID') };
  return {
    title,
    standing: before ? 'now' : 'done',
    detail: before ? stageWords('case', found.stage ?? '') : null,
  };
}

function obligation(journey: JourneySeen): Found & { readonly title: Words } {
  const found = hoursCases(journey).findLast(({ open }) => open) ?? hoursCases(journey).at(-1);
  const title =
    found?.measure == null
      ? { id: 'Kerja sosial', en: 'Community service' }
      : { id: 'Tindakan pelatihan', en: 'Court-ordered training' };
  if (found !== undefined) {
    const { stage = '', execution, open, measure } = found;
    const [orderedMinutes, creditedMinutes = 0] =
      found.orderedMinutes == null
        ? [measure?.orderedMinutes, measure?.doneMinutes]
        : [found.orderedMinutes, found.creditedMinutes];
    const hours =
      orderedMinutes == null
        ? stageWords('case', stage)
        : {
            id: `${durationInWords('id', creditedMinutes)} dari ${durationInWords('id', orderedMinutes)}`,
            en: `${durationInWords('en', creditedMinutes)} of ${durationInWords('en', orderedMinutes)}`,
          };
    const served = stage === 'COMPLETED' || found.closedReason === 'COMPLETED';
    if (served) return { title, standing: 'done', detail: hours };
    if (!open || stage === 'CONVERTED')
      return { title, standing: 'ended', detail: stageWords('case', stage) };
    if (execution != null) return { title, standing: 'now', detail: hours };
    const begun = stage !== 'REGISTERED' && stage !== 'PROFILED' && stage !== 'VOID';
    return { title, standing: begun ? 'now' : 'ahead', detail: begun ? stageWords('case', stage) : null };
  }
  const prison = prisonCases(journey).at(-1);
  if (prison !== undefined) {
    const over = prison.stage === 'CLOSED';
    return {
      title: { id: 'Pembinaan di Lapas', en: 'Time in prison' },
      standing: over ? 'done' : 'now',
      detail: stageWords('prison', prison.stage),
    };
  }
  const referral = referralCases(journey).at(-1);
  if (referral !== undefined) {
    const over = referral.stage === 'ENROLLED' || referral.stage === 'CLOSED';
    return {
      title: { id: 'Persetujuan dan kebutuhan', en: 'Consent and needs' },
      standing: over ? 'done' : referral.stage === 'REFERRED' ? 'ahead' : 'now',
      detail: over || referral.stage === 'REFERRED' ? null : stageWords('referral', referral.stage),
    };
  }
  return { ...AHEAD, title };
}

function training({ training: seen }: JourneySeen): Found {
  const all = seen?.enrolments ?? [];
  const chief =
    all.findLast(({ stage }) => ['APPLIED', 'WAITING', 'SEATED', 'ACTIVE', 'SUSPENDED'].includes(stage)) ??
    all.findLast(({ stage }) => stage === 'FINISHED') ??
    all.at(-1);
  if (chief === undefined) return AHEAD;
  const detail = stageWords('training', chief.stage);
  if (chief.stage === 'FINISHED') return { standing: 'done', detail };
  const ended = ['INCOMPLETE', 'DROPPED', 'CANCELLED', 'REFUSED'].includes(chief.stage);
  return { standing: ended ? 'ended' : 'now', detail };
}

function assessment({ assessment: seen }: JourneySeen): Found {
  const chief = seen?.assessments.at(-1);
  if (chief === undefined) return AHEAD;
  const detail = stageWords('assessment', chief.stage);
  if (chief.stage === 'COMPETENT') return { standing: 'done', detail };
  return { standing: chief.stage === 'CANCELLED' || chief.stage === 'VOID' ? 'ended' : 'now', detail };
}

function certificate({ assessment: seen }: JourneySeen): Found {
  const chief =
    seen?.certificates.find(({ status }) => status === 'VALID' || status === 'EXPIRING') ??
    seen?.certificates.at(-1);
  if (chief === undefined) return AHEAD;
  const detail = stageWords('certificate', chief.status);
  if (chief.status === 'VALID' || chief.status === 'EXPIRING') return { standing: 'done', detail };
  return { standing: chief.status === 'REQUESTED' ? 'now' : 'ended', detail };
}

const placementNow = ({ employment }: JourneySeen) =>
  employment?.placements.find(({ ended }) => ended === null) ?? employment?.placements.at(-1);

function work(journey: JourneySeen): Found {
  const placement = placementNow(journey);
  if (placement !== undefined) {
    return placement.ended === null
      ? { standing: 'done', detail: { id: 'Bekerja', en: 'At work' } }
      : { standing: 'ended', detail: { id: 'Penempatan berakhir', en: 'Placement ended' } };
  }
  return journey.employment?.card == null
    ? AHEAD
    : { standing: 'now', detail: { id: 'Mencari kerja', en: 'Looking for work' } };
}

const isPast = (on: LocalDate, today: LocalDate): boolean => on <= today;

function kept(journey: JourneySeen, today: LocalDate): Found {
  const placement = placementNow(journey);
  if (placement === undefined) return AHEAD;
  const made = placement.checks.filter(({ result }) => result === 'RETAINED');
  const year = placement.checks.at(-1);
  const detail = {
    id: `${made.length} dari ${placement.checks.length} pemantauan`,
    en: `${made.length} of ${placement.checks.length} follow-ups`,
  };
  if (year?.result === 'RETAINED') return { standing: 'done', detail };
  if (placement.ended !== null) return { standing: 'ended', detail };
  return { standing: isPast(placement.startedOn, today) ? 'now' : 'ahead', detail };
}

/** The phases in their order; fewer than two where the role sees one part alone. */
export function pathOf(journey: JourneySeen, role: Role, today: LocalDate): readonly Phase[] {
  const title = (id: string, en: string): Words => ({ id, en });
  const all: readonly [PhaseName, Found & { readonly title: Words }][] = [
    ['entrance', entrance(journey)],
    ['obligation', obligation(journey)],
    ['training', { title: title('Pelatihan', 'Training'), ...training(journey) }],
    ['assessment', { title: title('Uji kompetensi', 'Assessment'), ...assessment(journey) }],
    ['certificate', { title: title('Sertifikat', 'Certificate'), ...certificate(journey) }],
    ['work', { title: title('Bekerja', 'Work'), ...work(journey) }],
    ['kept', { title: title('Bertahan setahun', 'A year at work'), ...kept(journey, today) }],
  ];
  if (role === 'SITE_SUPERVISOR') return [];
  const owesNothing = SEEN_BY.obligation.includes(role) && hasNoEntrance(journey);
  return all.flatMap(([name, found]): Phase[] => {
    if (name === 'obligation' && owesNothing) return [];
    if (SEEN_BY[name].includes(role)) return [{ name, ...found }];
    if (KNOWS_NO_ENTRANCE.includes(role) && (name === 'entrance' || name === 'obligation')) return [];
    return [{ name, title: found.title, standing: 'elsewhere', detail: null }];
  });
}
