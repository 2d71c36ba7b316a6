/** From one certificate's state to its row in the list. Pure: live and rebuilt rows come from here. */
import { certificateDecider } from '../domain/certificate/decider.ts';
import { printedKey } from '../domain/certificate/numbers.ts';
import type { CertificateState } from '../domain/certificate/state.ts';
import { expiryMoment } from '../domain/certificate/validity.ts';
import type { ProjectedRow, StreamTable } from './stream-projector.ts';

const rowOf = (state: CertificateState, world: string, version: number): ProjectedRow | undefined => {
  const { details } = state;
  const period = state.periods.at(-1);
  // Nothing was issued: the number was another's.
  if (details === null || period === undefined) return undefined;
  return {
    certificate_id: state.certificateId,
    world,
    certification_body: details.certificationBody,
    scheme_id: details.schemeId,
    scheme_name: details.schemeName,
    number: details.number,
    number_key: printedKey(details.number),
    registration_number: details.registrationNumber,
    status: state.status,
    status_since: state.statusSince ?? details.issuedOn,
    issued_on: details.issuedOn,
    valid_from: period.from,
    valid_until: period.until,
    valid_until_at: expiryMoment(period.until, details.zone).at,
    zone: details.zone,
    period: state.periods.length,
    units: details.units,
    assessor_ids: details.assessorIds,
    reviewed_for: state.reviews.map(({ assessorId }) => assessorId),
    assessment_id: details.assessmentId,
    blank_number: state.blankNumber,
    renewal_requested_on: state.renewalRequestedOn,
    holder_deceased: state.holderDiedOn !== null,
    version,
  };
};

export const CERTIFICATE_TABLE: StreamTable<CertificateState> = {
  name: 'certificate-list',
  table: 'projection.certificate_list',
  entityColumn: 'certificate_id',
  decider: certificateDecider,
  rowsOf: ({ domain, version }, world) => {
    const row = rowOf(domain, world, version);
    return row === undefined ? [] : [row];
  },
};
