/** Beside which field a refusal belongs: the one that can be changed so that the answer becomes another. */

import type { RefusalCode } from '../../../domain/law/refusals.ts';
import type { Problem } from '../../api.ts';
import { articleWords } from '../../words/articles.ts';
import type { Field, FormDescription, FormError, FormValues } from '../schema/index.ts';
import { errorsAt } from '../schema/index.ts';

/** By code, the first of these that the form asks. */
const FIELDS: { readonly [C in RefusalCode]?: readonly string[] } = {
  DAILY_LIMIT: ['end', 'at', 'jp', 'replacement', 'start'],
  OVERLAP: ['start', 'at', 'date'],
  WINDOW_CLOSED: ['start', 'at', 'date', 'from', 'startedOn'],
  DATE_IN_FUTURE: ['start', 'at', 'date', 'on', 'from', 'startedOn', 'heldOn'],
  DATE_IMPLAUSIBLE: ['date', 'on', 'from', 'rulingDate', 'actDate'],
  NO_RULE_ON_DATE: ['actDate', 'rulingDate', 'date'],
  PLAN_INFEASIBLE: ['slots'],
  RULING_SCHEDULE: ['slots', 'hoursPerDay', 'daysPerWeek'],
  HOURS_RANGE: ['orderedHours', 'anomalyReason'],
  CONSENT_MISSING: ['consentRecorded', 'caseId'],
  NOT_FINAL: ['caseId'],
  ANOMALY_UNCONFIRMED: ['anomalyReason', 'caseId'],
  DUPLICATE_CASE: ['caseNumber', 'defendantOrder'],
  DUPLICATE_PERSON: ['identity'],
  SITE_FULL: ['siteId', 'slots'],
  SITE_NOT_OF_CASE: ['siteId'],
  SITE_UNKNOWN: ['siteId'],
  SITE_NOT_APPROVED: ['siteId'],
  SITE_SUSPENDED: ['siteId'],
  SITE_COMMERCIAL: ['siteId'],
  WRONG_STAGE: ['caseId', 'sessionId'],
  CASE_UNKNOWN: ['caseId'],
  CASE_CLOSED: ['caseId'],
  CASE_ON_HOLD: ['caseId'],
  NOT_CLOSED: ['caseId'],
  SESSION_UNKNOWN: ['sessionId'],
  DECISION_MISSING: ['outcome', 'caseId'],
  DOCUMENT_MISSING: ['document'],
  ID_TAKEN: ['~id'],
  OFFICE_UNKNOWN: ['probationOffice', 'toOffice', 'office', 'owner', 'centre', 'certificationBody', 'parent'],
  OFFICE_WRONG_KIND: ['probationOffice', 'toOffice', 'office', 'owner', 'centre', 'certificationBody'],
  NOT_A_PRISON: ['toFacility', 'facility', 'hostFacility'],
  NOT_A_CERTIFICATION_BODY: ['certificationBody', 'certificationBodies'],
  NOT_A_TRAINING_CENTRE: ['centre', 'siteId'],
  CALENDAR_UNKNOWN: ['calendar'],
  CLASS_UNKNOWN: ['classId'],
  CLASS_NOT_OPEN: ['classId'],
  CLASS_STARTED: ['classId'],
  CLASS_TIME_CONFLICT: ['timetable', 'classId'],
  CLASS_PLAN_WRONG: ['timetable', 'endsOn', 'startsOn'],
  CLASS_CAPACITY_TAKEN: ['capacity'],
  NO_SEAT: ['classId', 'waits'],
  ENROLMENT_UNKNOWN: ['enrolmentId'],
  ENROLMENT_WRONG_STAGE: ['enrolmentId'],
  PROGRAMME_UNKNOWN: ['programmeId', 'programmeIds'],
  PROGRAMME_RETIRED: ['programmeId'],
  JP_OVER_SLOT: ['marks', 'jp'],
  UNIT_UNKNOWN: ['unitCode', 'units'],
  SCHEME_UNKNOWN: ['schemeId', 'schemeIds', 'schemes'],
  SCHEME_NOT_OF_BODY: ['schemeId', 'certificationBody'],
  ASSESSOR_UNKNOWN: ['assessorId', 'assessorIds'],
  ASSESSOR_CONFLICT: ['assessorId'],
  ASSESSOR_NOT_LICENSED: ['assessorId', 'on'],
  ASSESSOR_NOT_COMPETENT: ['assessorId'],
  ASSESSOR_OF_OTHER_BODY: ['assessorId'],
  ASSESSOR_LEAD_TAKEN: ['role'],
  ASSESSOR_DAY_FULL: ['on', 'assessorId'],
  PLENARY_CONFLICT: ['members'],
  PLENARY_QUORUM: ['members'],
  UNITS_DO_NOT_MATCH: ['results', 'units'],
  RETEST_TOO_EARLY: ['on'],
  APPEAL_LATE: ['filedOn'],
  CERTIFICATE_NUMBER_TAKEN: ['number'],
  CERTIFICATE_BLANK_TAKEN: ['blankNumber'],
  TRAINING_NUMBER_TAKEN: ['number'],
  RENEWAL_TOO_EARLY: ['requestedOn'],
  EMPLOYER_UNKNOWN: ['employerId'],
  VACANCY_UNKNOWN: ['vacancyId'],
  VACANCY_CLOSED: ['vacancyId'],
  VACANCY_FULL: ['vacancyId'],
  PROPOSAL_UNKNOWN: ['proposalId'],
  PLACEMENT_UNKNOWN: ['placementId'],
  CHECK_TOO_EARLY: ['day', 'checkedOn'],
  CHECK_UNKNOWN: ['day'],
  TOO_MANY_WORKERS: ['workers'],
  PERMIT_TOO_LONG: ['periodTo', 'validTo', 'until'],
  APPLICATION_INCOMPLETE: ['companion'],
  RELEASE_DATE_DIFFERS: ['releaseOn', 'from'],
  DUPLICATE_REGISTER_NUMBER: ['registerNumber'],
  CONTACT_MISSING: ['contactPhone', 'noContactReason'],
  TPP_MISSING: ['caseId'],
  POLICY_IS_ASSUMPTION: ['source', 'from'],
  MERGE_WITH_ITSELF: ['otherPersonId'],
  PERSON_UNKNOWN: ['otherPersonId'],
  REFUSAL_NEEDS_ARTICLE: ['article'],
  FINDING_UNKNOWN: ['subjectStream'],
};

/**
 * At the top and beside the field. The path is '' where nothing in the form would change the answer.
 */
export function refusalErrors(
  description: FormDescription,
  values: FormValues,
  problem: Problem,
): readonly FormError[] {
  if (problem.code === 'MALFORMED' && (problem.errors?.length ?? 0) > 0) {
    return errorsAt(description, values, problem.errors ?? []);
  }
  return [{ path: fieldOf(description, values, problem) ?? '', message: sentenceOf(problem) }];
}

/** The sentence, the article and the way out, as one says them in a breath. */
function sentenceOf({ sentence, article, next }: Problem): FormError['message'] {
  const basis = (language: 'id' | 'en'): string =>
    article === null ? '' : ` (${language === 'id' ? 'Dasar' : 'Basis'}: ${articleWords(article)[language]})`;
  const whole = (text: string): string => text.replace(/\.$/, '');
  return {
    id: `${whole(sentence.id)}${basis('id')}. ${next.id}`,
    en: `${whole(sentence.en)}${basis('en')}. ${next.en}`,
  };
}

function fieldOf(description: FormDescription, values: FormValues, problem: Problem): string | undefined {
  const { parameters, code } = problem;
  const asked = askedNames(description, values);
  const named = String(parameters.field ?? '').replace(/^data\./, '');
  const keys = Object.keys(parameters);
  return [named, ...(FIELDS[code as RefusalCode] ?? []), ...keys]
    .map((name) => (name === '~id' ? name : asked.get(name)))
    .find((name) => name !== undefined);
}

/** Names of the boxes by the names of their fields; in a choice of kinds, those of the kind that was chosen. */
function askedNames(description: FormDescription, values: FormValues): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (fields: readonly Field[], prefix: string): void => {
    for (const field of fields) {
      if (field.kind === 'choice' && field.inline) {
        names.set(field.discriminator, field.discriminator);
        const chosen = field.options.find(({ value }) => value === values[field.discriminator]);
        if (chosen !== undefined) add(chosen.fields, `${chosen.value}.`);
      } else if (field.kind !== 'fixed') names.set(field.name, prefix + field.name);
    }
  };
  add(description.common, '');
  add(description.fields, '');
  return names;
}
