/** What classes, certificates, permits and findings ask, each of those to whom they belong. */
import type { CertificateState } from '../../domain/certificate/state.ts';
import type { FindingState } from '../../domain/finding/state.ts';
import type { PermitState } from '../../domain/permit/state.ts';
import { addDays } from '../../domain/time/index.ts';
import type { TrainingClassState } from '../../domain/training-class/state.ts';
import { sessionKey, sessionsOn } from '../../domain/training-class/timetable.ts';
import { type Desk, type Due, onHold, todo, type WorkItem, type WorkKind, waiting } from './row.ts';

export function classWork(state: TrainingClassState): WorkItem[] {
  const { plan, status, seats, waiting: line } = state;
  if (plan === null || status === 'FINISHED' || status === 'CANCELLED') return [];
  const { zone, programmeId: about, centre: office, startsOn, endsOn, opensOn, readyOn } = plan;
  const centre: Desk = { roles: ['TRAINING_CENTRE_ADMINISTRATOR'], office };
  const matter = (work: WorkKind, due: Due = {}, subject?: string) => ({
    ...{ work, zone, about, due, stage: status },
    ...(subject === undefined ? {} : { subject }),
  });
  return [
    ...(status === 'PLANNED' ? [todo(centre, matter('open-class', { on: opensOn }))] : []),
    ...(status === 'OPEN' ? [todo(centre, matter('start-class', { on: startsOn }))] : []),
    ...(status === 'RUNNING' ? [todo(centre, matter('finish-class', { on: endsOn }))] : []),
    ...Object.values(seats).flatMap((seat) => [
      ...(seat.status === 'HELD'
        ? [
            todo(
              centre,
              matter('seat-held', { kind: 'class-seat-hold', at: seat.heldUntil }, seat.enrolmentId),
            ),
          ]
        : []),
      ...(seat.needs.some((need) => !seat.readyNeeds.includes(need))
        ? [todo(centre, matter('class-accommodation', { on: readyOn }, seat.enrolmentId))]
        : []),
    ]),
    ...line.map(({ enrolmentId }) => todo(centre, matter('class-waiting', {}, enrolmentId))),
    ...(status === 'RUNNING' ? attendanceWork(state) : []),
  ];
}

/** Sessions whose sheet nobody has filled: those of the past are late, those of today are today's work. */
function attendanceWork({ plan, sheets, seats }: TrainingClassState): WorkItem[] {
  if (plan === null || Object.keys(seats).length === 0) return [];
  const filled = new Set(Object.values(sheets).flatMap((sheet) => Object.keys(sheet)));
  const items: WorkItem[] = [];
  for (let on = plan.startsOn; on <= plan.endsOn; on = addDays(on, 1)) {
    for (const { start } of sessionsOn(plan, on)) {
      const subject = sessionKey(on, start);
      if (filled.has(subject)) continue;
      items.push({
        ...todo(
          { roles: ['INSTRUCTOR'], office: plan.centre, accounts: plan.instructors },
          { work: 'attendance', zone: plan.zone, about: plan.programmeId, subject, due: { on } },
        ),
        hours: [start],
      });
    }
  }
  return items;
}

export function certificateWork(state: CertificateState): WorkItem[] {
  const { details, status, holderDiedOn, periods, renewalRequestedOn } = state;
  const until = periods.at(-1)?.until;
  if (details === null || until === undefined || holderDiedOn !== null) return [];
  const { certificationBody: office, zone, schemeId: about } = details;
  const body: Desk = { roles: ['CERTIFICATION_BODY_ADMINISTRATOR'], office };
  const matter = (work: WorkKind, due: Due, since: string | null) => ({
    ...{ work, zone, about, stage: status, due, since },
  });
  const expiry = { kind: 'certificate-expiry', subject: state.certificateId, on: until };
  if (status === 'FROZEN') return [onHold(body, matter('certificate-frozen', expiry, state.statusSince))];
  if (renewalRequestedOn !== null && (status === 'VALID' || status === 'EXPIRING')) {
    return [todo(body, matter('certificate-renewal', expiry, renewalRequestedOn))];
  }
  if (status !== 'EXPIRING') return [];
  return [todo(body, matter('certificate-expiring', expiry, state.statusSince))];
}

/** Whose turn it is at each status, and by when. */
export function permitWork(state: PermitState): WorkItem[] {
  const { employer: employerId, permitOffice: officeId, zone, status } = state;
  if (status === 'NONE') return [];
  const employer: Desk = { roles: ['EMPLOYER'], office: employerId };
  const office: Desk = { roles: ['PERMIT_OFFICER'], office: officeId };
  const subject = state.permitId;
  const turn = (whose: 'employer' | 'office', work: WorkKind, due: Due = {}): WorkItem[] => {
    const matter = { work, zone, stage: status, due: { subject, ...due } };
    return whose === 'employer'
      ? [todo(employer, matter), waiting(office, employerId, matter)]
      : [todo(office, matter), waiting(employer, officeId, matter)];
  };
  switch (status) {
    case 'INCOMPLETE':
      return turn('employer', 'permit-complete');
    case 'APPLIED':
      return turn('office', 'permit-feasibility', { kind: 'permit-feasibility', at: state.feasibilityDueAt });
    case 'FEASIBLE':
      return turn('employer', 'permit-candidates');
    case 'CANDIDATES_SUBMITTED':
      return turn('employer', 'permit-payment');
    case 'PAID':
      return turn('office', 'permit-approve');
    case 'APPROVED':
      return [
        ...turn('employer', 'permit-extension', {
          ...{ kind: 'permit-extension-last-day', on: state.extensionLastDay },
        }),
        ...(state.annualReportDueAt === null
          ? []
          : turn('employer', 'permit-annual-report', {
              ...{ kind: 'permit-annual-report', at: state.annualReportDueAt },
            })),
      ];
    case 'EXTENSION_REQUESTED':
      return turn('office', 'permit-extension-decision', {
        ...{ kind: 'permit-extension-decision', at: state.extensionDecisionDueAt },
      });
    case 'EXPIRED':
      return state.reports.some(({ kind }) => kind === 'END_OF_CONTRACT')
        ? []
        : turn('employer', 'permit-end-report', { kind: 'permit-end-report', at: state.endReportDueAt });
    default:
      return [];
  }
}

/** All who may answer for an office; whoever of them does. */
const OFFICE_STAFF = [
  ...(['PIDUM_STAFF', 'EXECUTING_PROSECUTOR', 'PROBATION_COUNSELLOR', 'PRISON_OFFICER'] as const),
  ...(['TRAINING_CENTRE_ADMINISTRATOR', 'CERTIFICATION_BODY_ADMINISTRATOR', 'PLACEMENT_OFFICER'] as const),
  ...(['REFERRAL_OFFICER', 'PERMIT_OFFICER'] as const),
];

export function findingWork(state: FindingState): WorkItem[] {
  const { status, office, auditOffice, zone, opened, answerDueAt, answers } = state;
  if (opened === null || status === 'NONE' || status === 'CLOSED') return [];
  const staff: Desk = { roles: OFFICE_STAFF, office };
  const auditor: Desk = { roles: ['AUDITOR'], office: auditOffice };
  if (status === 'ANSWERED') {
    const matter = { work: 'finding-close', zone, stage: status, since: answers.at(-1)?.on ?? null } as const;
    return [todo(auditor, matter), waiting(staff, auditOffice, matter)];
  }
  const due = { kind: 'finding-answer', subject: state.findingId, at: answerDueAt };
  const matter = { work: 'finding-answer', zone, stage: status, since: opened.on, due } as const;
  return [todo(staff, matter), waiting(auditor, office, matter)];
}
