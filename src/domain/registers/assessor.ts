/** Assessors: number, licence, what they may judge, and where they are employed (D-09, D-11). Never a name. */
import type { Decision } from '../decider.ts';
import { accept, type Command, type DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { isLocalDate } from '../time/day-number.ts';
import { addDays } from '../time/local-date.ts';
import type { LocalDate } from '../time/moment.ts';
import type { OfficeFact } from './office.ts';
import type { RegisterKind } from './register-kind.ts';

export interface AssessorLicence {
  readonly validFrom: LocalDate;
  /** Last day on which it holds. */
  readonly validTo: LocalDate;
}

/** Fact `assessor/<id>`. */
export interface AssessorFact {
  readonly id: string;
  /** MET number as text: no pattern is refused (L-19). */
  readonly met: string;
  /** Office code of the certification body (LSP) the assessor works for. */
  readonly certificationBody: string;
  /** All licences there were, so that a test of last year is judged by that year's. */
  readonly licences: readonly AssessorLicence[];
  /** Schemes in which the assessor is technically competent. */
  readonly schemeIds: readonly string[];
  /** Account that the assessor signs in with; null until there is one. */
  readonly accountId: string | null;
  /** Office code of the unit of employment, for example a training centre; null where it is none of ours. */
  readonly employer: string | null;
  readonly withdrawn: { readonly on: LocalDate } | null;
}

export interface RegisterAssessorData extends Omit<AssessorFact, 'id' | 'licences' | 'withdrawn'> {
  readonly licence: AssessorLicence;
}
export interface RenewLicenceData extends AssessorLicence {
  readonly schemeIds?: readonly string[];
}
export interface WithdrawLicenceData {
  readonly on: LocalDate;
}

/** Whether a licence held on that day. A withdrawal counts from its own day. */
export const isLicensedOn = ({ licences, withdrawn }: AssessorFact, date: LocalDate): boolean =>
  licences.some(({ validFrom, validTo }) => validFrom <= date && date <= validTo) &&
  (withdrawn === null || date < withdrawn.on);

function licenceRefusal({ validFrom, validTo }: AssessorLicence) {
  if (!isLocalDate(validFrom)) return refuseWith('MALFORMED', { field: 'validFrom' });
  if (!isLocalDate(validTo)) return refuseWith('MALFORMED', { field: 'validTo' });
  return validTo < validFrom
    ? refuseWith('DATE_IMPLAUSIBLE', { field: 'validTo', date: validTo })
    : undefined;
}

function unknownScheme(schemeIds: readonly string[], context: DecideContext) {
  const schemeId = schemeIds.find((id) => context.fact(`scheme/${id}`) === undefined);
  return schemeId === undefined ? undefined : refuseWith('SCHEME_UNKNOWN', { schemeId });
}

function register(id: string, { data }: Command, context: DecideContext): Decision {
  const { met, certificationBody, licence, schemeIds, accountId, employer } = data as RegisterAssessorData;
  const office = context.fact<OfficeFact>(`office/${certificationBody}`);
  if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId: certificationBody });
  if (office.kind !== 'CERTIFICATION_BODY') {
    return refuseWith('NOT_A_CERTIFICATION_BODY', { officeId: certificationBody });
  }
  const refused = licenceRefusal(licence) ?? unknownScheme(schemeIds, context);
  if (refused !== undefined) return refused;
  const fact: AssessorFact = {
    ...{ id, met, certificationBody, licences: [licence], schemeIds, accountId, employer },
    withdrawn: null,
  };
  return accept({ type: 'AssessorRegistered', data: fact });
}

function renew(assessor: AssessorFact, { data }: Command, context: DecideContext): Decision {
  const { validFrom, validTo, schemeIds } = data as RenewLicenceData;
  const licence = { validFrom, validTo };
  const refused = licenceRefusal(licence) ?? unknownScheme(schemeIds ?? [], context);
  if (refused !== undefined) return refused;
  const known = assessor.licences.some((one) => one.validFrom === validFrom && one.validTo === validTo);
  if (known && assessor.withdrawn === null && schemeIds === undefined) return refuseWith('ALREADY_DONE', {});
  return accept({
    type: 'LicenceRenewed',
    data: { licence, ...(schemeIds === undefined ? {} : { schemeIds }) },
  });
}

/** What was withdrawn stays withdrawn up to the day before the new licence begins. */
function renewed(assessor: AssessorFact, licence: AssessorLicence): AssessorFact {
  const { licences, withdrawn } = assessor;
  const kept =
    withdrawn === null
      ? licences
      : licences.flatMap((one) =>
          one.validTo < withdrawn.on
            ? [one]
            : one.validFrom < withdrawn.on
              ? [{ ...one, validTo: dayBefore(withdrawn.on) }]
              : [],
        );
  return { ...assessor, licences: [...kept, licence], withdrawn: null };
}

const dayBefore = (date: LocalDate): LocalDate => addDays(date, -1);

export const assessorRegister: RegisterKind<AssessorFact> = {
  commands: ['register-assessor', 'renew-licence', 'withdraw-licence'],
  decide(id, assessor, command, context) {
    if (command.name === 'register-assessor') {
      return assessor === null ? register(id, command, context) : refuseWith('ALREADY_DONE', {});
    }
    if (assessor === null) return refuseWith('ASSESSOR_UNKNOWN', { assessorId: id });
    if (command.name === 'renew-licence') return renew(assessor, command, context);
    const { on } = command.data as WithdrawLicenceData;
    if (!isLocalDate(on)) return refuseWith('MALFORMED', { field: 'on' });
    if (command.document === undefined) {
      return refuseWith('DOCUMENT_MISSING', { document: 'withdrawal of the licence' });
    }
    if (assessor.withdrawn !== null) return refuseWith('ALREADY_DONE', {});
    return accept({ type: 'LicenceWithdrawn', data: { on } });
  },
  evolve(_id, assessor, event) {
    if (event.type === 'AssessorRegistered') return event.data as AssessorFact;
    if (assessor === null) return null;
    if (event.type === 'LicenceWithdrawn') {
      return { ...assessor, withdrawn: event.data as WithdrawLicenceData };
    }
    if (event.type !== 'LicenceRenewed') return assessor;
    const { licence, schemeIds = assessor.schemeIds } = event.data as {
      licence: AssessorLicence;
      schemeIds?: readonly string[];
    };
    return { ...renewed(assessor, licence), schemeIds };
  },
};
