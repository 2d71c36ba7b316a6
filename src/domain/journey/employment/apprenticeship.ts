/**
 * Apprenticeship (C-13): a written agreement, approved by the manpower office within three working days,
 * before the first day. Without it the person would be a worker from that day on (Permenaker 6/2020).
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> REQUESTED: ApprenticeshipRequested
 *   REQUESTED --> APPROVED: ApprenticeshipAnswered
 *   REQUESTED --> REFUSED: ApprenticeshipAnswered
 * ```
 */
import type { DecideContext } from '../../decider.ts';
import type { PolicyValue } from '../../law/policy-catalogue.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { CalendarFact, OfficeFact } from '../../registers/facts.ts';
import { addWorkingDays, daysBetween, endOfDay, yearsAt } from '../../time/index.ts';
import { notBefore, notInFuture } from '../dates.ts';
import {
  accepted,
  type CommandHandlers,
  type DeadlinesOf,
  type Evolvers,
  type FiringHandlers,
  firstRefusal,
  type Refused,
  requireDocument,
} from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import type { EmploymentCommands } from './commands.ts';
import { requireAlive, requireCard, requirePlacementOffice } from './on-job-seeker.ts';
import { requireEmploymentRoom } from './size.ts';
import { type Apprenticeship, changeEmployment, employmentZone } from './state.ts';

type Request = EmploymentCommands['request-apprenticeship'];

const tooLong = ({ startsOn, endsOn }: Request, context: DecideContext): Refused | undefined => {
  const days = daysBetween(startsOn, endsOn);
  const most = context.policy<PolicyValue<'apprenticeship_most_days'>>('apprenticeship_most_days', startsOn);
  return days > most ? refuseWith('APPRENTICESHIP_TOO_LONG', { days, most }) : undefined;
};

const tooYoung = (
  { ageYears, ageNow = null, parentalConsent, startsOn }: Request,
  context: DecideContext,
): Refused | undefined => {
  const [least = 0, adult = 0] = context.policy<PolicyValue<'apprenticeship_minimum_age'>>(
    'apprenticeship_minimum_age',
    startsOn,
  );
  const attested = ageNow === null ? null : yearsAt(ageNow, startsOn);
  // What the officer read stands where the attested months leave it open.
  const age = attested === null ? ageYears : Math.min(Math.max(ageYears, attested.least), attested.most);
  if (age < least) return refuseWith('APPRENTICE_TOO_YOUNG', { least });
  return age < adult && !parentalConsent ? refuseWith('PARENTAL_CONSENT_MISSING', { adult }) : undefined;
};

const theoryShare = ({ theoryPercent, startsOn }: Request, context: DecideContext): Refused | undefined => {
  const [least = 0, most = 0] = context.policy<PolicyValue<'apprenticeship_theory_percent'>>(
    'apprenticeship_theory_percent',
    startsOn,
  );
  return theoryPercent < least || theoryPercent > most
    ? refuseWith('APPRENTICESHIP_THEORY_SHARE', { percent: theoryPercent, least, most })
    : undefined;
};

/** C-14: the graduates' scheme is not for this population, unless the person meets it. */
const graduateScheme = (
  { scheme, graduatedOn, startsOn }: Request,
  context: DecideContext,
): Refused | undefined => {
  if (scheme !== 'GRADUATE') return undefined;
  const days = context.policy<PolicyValue<'graduate_scheme_days'>>('graduate_scheme_days', startsOn);
  const since = graduatedOn === null ? null : daysBetween(graduatedOn, startsOn);
  return since === null || since < 0 || since > days
    ? refuseWith('GRADUATE_SCHEME_ONLY', { days })
    : undefined;
};

const answerDue = ({ requestedOn }: Request, state: JourneyState, context: DecideContext) => {
  const office = context.fact<OfficeFact>(`office/${context.command.actor.office}`);
  const calendar = office && context.fact<CalendarFact>(`calendar/${office.calendar}`);
  const holidays = (calendar?.holidays ?? []).map(({ date }) => date);
  const days = context.policy<PolicyValue<'apprenticeship_answer_working_days'>>(
    'apprenticeship_answer_working_days',
    requestedOn,
  );
  return endOfDay(addWorkingDays(requestedOn, days, holidays), employmentZone(state));
};

export const apprenticeshipHandlers: CommandHandlers<'request-apprenticeship' | 'answer-apprenticeship'> = {
  'request-apprenticeship': (state, command, context) => {
    const { data, actor } = command;
    const { agreementNumber, employerId } = data;
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      requireCard(state),
      // No agreement on paper, no apprenticeship (art. 10).
      requireDocument(command, 'perjanjian pemagangan'),
      notInFuture(data.requestedOn, employmentZone(state), context),
      notBefore('endsOn', data.endsOn, data.startsOn),
      context.fact(`employer/${employerId}`) === undefined
        ? refuseWith('EMPLOYER_UNKNOWN', { employerId })
        : undefined,
      requireEmploymentRoom('apprenticeships', state.employment.apprenticeships),
      tooYoung(data, context),
      tooLong(data, context),
      theoryShare(data, context),
      graduateScheme(data, context),
    );
    if (refused !== undefined) return refused;
    if (Object.hasOwn(state.employment.apprenticeships, agreementNumber))
      return refuseWith('ALREADY_DONE', {});
    const { scheme, proposalId, requestedOn, startsOn, endsOn, theoryPercent, parentalConsent } = data;
    const asked = { agreementNumber, scheme, proposalId, employerId, requestedOn, startsOn, endsOn };
    return accepted([
      {
        type: 'ApprenticeshipRequested',
        data: {
          ...asked,
          ...{ theoryPercent, parentalConsent, office: actor.office },
          answerDueAt: answerDue(data, state, context),
        },
      },
    ]);
  },
  'answer-apprenticeship': (state, { data }, context) => {
    const { agreementNumber, answeredOn } = data;
    const { apprenticeships } = state.employment;
    const found = Object.hasOwn(apprenticeships, agreementNumber)
      ? apprenticeships[agreementNumber]
      : undefined;
    if (found === undefined) return refuseWith('APPRENTICESHIP_UNKNOWN', { agreementNumber });
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      notInFuture(answeredOn, employmentZone(state), context),
      found.approved === null ? undefined : refuseWith('ALREADY_DONE', {}),
    );
    return refused ?? accepted([{ type: 'ApprenticeshipAnswered', data }]);
  },
};

const changeAgreement = (
  state: JourneyState,
  agreementNumber: string,
  change: Partial<Apprenticeship>,
): JourneyState =>
  changeEmployment(state, ({ apprenticeships }) => {
    const found = apprenticeships[agreementNumber];
    if (found === undefined) throw new Error('event names an unknown apprenticeship agreement');
    return { apprenticeships: { ...apprenticeships, [agreementNumber]: { ...found, ...change } } };
  });

export const apprenticeshipEvolvers: Evolvers<
  'ApprenticeshipRequested' | 'ApprenticeshipAnswerOverdue' | 'ApprenticeshipAnswered'
> = {
  ApprenticeshipRequested: (state, { data }) => {
    const { agreementNumber, proposalId, employerId, office, startsOn, endsOn, answerDueAt } = data;
    const agreement = { agreementNumber, proposalId, employerId, office, startsOn, endsOn, answerDueAt };
    return changeEmployment(state, ({ apprenticeships }) => ({
      apprenticeships: { ...apprenticeships, [agreementNumber]: { ...agreement, approved: null } },
    }));
  },
  ApprenticeshipAnswerOverdue: (state, { data }) =>
    changeAgreement(state, data.agreementNumber, { answerDueAt: null }),
  ApprenticeshipAnswered: (state, { data: { agreementNumber, approved } }) =>
    changeAgreement(state, agreementNumber, { approved, answerDueAt: null }),
};

/** By its place in the list: the number of a paper may hold signs that no id may. */
export const apprenticeshipDeadlines: DeadlinesOf = ({ employment }) =>
  Object.values(employment.apprenticeships).flatMap(({ answerDueAt }, index) =>
    answerDueAt === null
      ? []
      : [{ kind: 'apprenticeship-answer', subject: `agreement-${index + 1}`, dueAt: answerDueAt }],
  );

export const apprenticeshipFirings: FiringHandlers = {
  'apprenticeship-answer': ({ employment }, { subject }) => {
    const index = Number(subject.slice('agreement-'.length)) - 1;
    const found = Object.values(employment.apprenticeships)[index];
    return found === undefined
      ? []
      : [{ type: 'ApprenticeshipAnswerOverdue', data: { agreementNumber: found.agreementNumber } }];
  },
};
