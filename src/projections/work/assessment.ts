/** What assessments ask of the certification body and of the assessor (I.5). No row says whose they are. */
import type { Assessment } from '../../domain/journey/assessment/state.ts';
import { presentAttempt } from '../../domain/journey/assessment/state.ts';
import { neededAdjustments } from '../../domain/journey/assessment/test.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { type Desk, type Due, onHold, todo, type WorkItem, type WorkKind } from './row.ts';

export const assessmentWork = (state: JourneyState): WorkItem[] =>
  Object.values(state.assessment.assessments).flatMap((found) => workOf(state, found));

function workOf(state: JourneyState, found: Assessment): WorkItem[] {
  const attempt = presentAttempt(found);
  const { assessmentId: subject, zone, stage, schemeId: about, certificationBody: office } = found;
  const body: Desk = { roles: ['CERTIFICATION_BODY_ADMINISTRATOR'], office };
  const accounts = attempt.assessors.flatMap(({ accountId }) => accountId ?? []);
  const assessor: Desk = { roles: ['ASSESSOR'], office, accounts };
  const matter = (work: WorkKind, due: Due = {}, since: string | null = null) => ({
    ...{ work, zone, subject, stage, about, due, since },
  });
  const test = { on: attempt.test?.on ?? null };
  const plenary = { kind: 'assessment-plenary', at: found.plenaryDueAt };
  const appeal = { kind: 'appeal-decision', at: found.appealDecisionDueAt };
  switch (stage) {
    case 'REQUESTED':
      return [todo(body, matter('verify-requirements', {}, found.requestedOn))];
    case 'VERIFIED':
      return attempt.assessors.length === 0
        ? [todo(body, matter('assign-assessor', {}, found.requestedOn))]
        : [todo(body, matter('schedule-test', {}, found.requestedOn))];
    case 'SCHEDULED':
      return [
        todo(assessor, matter('consent', test)),
        ...(found.adjustments === null && neededAdjustments(state, found).length > 0
          ? [todo(body, matter('adjustment', test))]
          : []),
      ];
    case 'CONSENTED':
      return [todo(assessor, matter('test', test))];
    case 'TAKEN':
      return [
        todo(
          assessor,
          matter('recommendation', { kind: 'assessment-report', at: found.reportDueAt }, attempt.takenOn),
        ),
      ];
    case 'RECOMMENDED':
      return [todo(body, matter('review', plenary, attempt.takenOn))];
    case 'REVIEWED':
      return [todo(body, matter('plenary', plenary, attempt.takenOn))];
    case 'COMPETENT':
      return found.certificateId === null
        ? [todo(body, matter('issue-certificate', {}, found.decidedOn))]
        : [];
    case 'NOT_YET_COMPETENT':
      return [todo(body, matter('remedial', {}, found.decidedOn))];
    case 'REMEDIAL':
      return [todo(body, matter('retest', { kind: 'retest-open', at: found.retestOpenAt }, found.decidedOn))];
    case 'APPEALED':
      return [todo(body, matter('appeal', appeal, found.decidedOn))];
    case 'RE_ASSESSMENT':
      return [todo(assessor, matter('re-assess', appeal, found.decidedOn))];
    case 'RE_ASSESSED':
      return [todo(body, matter('appeal-decision', appeal, found.decidedOn))];
    case 'FROZEN':
      return [onHold(body, matter('frozen-assessment'))];
    default:
      return [];
  }
}
