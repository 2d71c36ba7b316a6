/**
 * The certificate of a competent person, as far as the journey has to do with it (D-13, I.1).
 *
 * COMPETENT -- CertificateRequested --> the certificate issues itself and answers
 *   REQUESTED -- CertificateIssued --> VALID -- CertificateStatusNoted --> what the certificate says
 *   REQUESTED -- CertificateIssueRefused (number or form taken) --> REFUSED: asked for again under another
 *
 * The certificate is told what is printed on it, and an address; never who holds it, nor by which way that
 * person came: it carries no link to any training (S42, I-8).
 */
import type { JsonObject } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { SchemeFact } from '../../registers/facts.ts';
import { notBefore, notInFuture } from '../dates.ts';
import { accepted, type CommandHandlers, type Evolvers, firstRefusal } from '../handlers.ts';
import type { AssessmentCommands } from './commands.ts';
import { requireSeparation, withHands } from './duties.ts';
import { certificateInForce, flagHolderDeceased } from './held.ts';
import { onAssessment } from './on-assessment.ts';
import { type Assessment, certificateOf, changeAssessment, changeCertificate } from './state.ts';

const certificateAddress = (certificateId: string): string => `address/certificate/${certificateId}`;

function issueMessage(
  found: Assessment,
  asked: AssessmentCommands['request-certificate-issue'],
  scheme: SchemeFact | undefined,
): JsonObject {
  const { certificateId, assessmentId, number, registrationNumber, blankNumber, issuedOn } = asked;
  const { certificationBody, schemeId, units, zone, attempts } = found;
  const judged = attempts.filter((attempt) => attempt.void === null && attempt.takenOn !== null);
  const assessorIds = new Set(judged.flatMap(({ assessors }) => assessors.map((one) => one.assessorId)));
  return {
    ...{ certificateId, holderAddress: certificateAddress(certificateId), certificationBody, schemeId },
    ...{ units: [...units], number, issuedOn, zone, assessorIds: [...assessorIds], assessmentId },
    ...(scheme === undefined ? {} : { schemeName: scheme.title }),
    ...(scheme?.validityMonths == null ? {} : { validityMonths: scheme.validityMonths }),
    ...(registrationNumber === undefined ? {} : { registrationNumber }),
    ...(blankNumber === undefined ? {} : { blankNumber }),
  };
}

export const certificateHandlers: CommandHandlers<
  | 'request-certificate-issue'
  | 'note-certificate-issued'
  | 'note-certificate-refused'
  | 'note-certificate-status'
> = {
  'request-certificate-issue': onAssessment(
    { stages: ['COMPETENT'] },
    (found, { data, actor }, context, state) => {
      const { certificateId, issuedOn } = data;
      const { schemeId, certificationBody, units } = found;
      if (certificateInForce(state, found) !== undefined) return refuseWith('ALREADY_DONE', {});
      const refused = firstRefusal(
        notInFuture(issuedOn, found.zone, context),
        notBefore('issuedOn', issuedOn, found.decidedOn),
        requireSeparation(found, 'ISSUE', [actor.id]),
      );
      if (refused !== undefined) return refused;
      const scheme = context.fact<SchemeFact>(`scheme/${schemeId}`);
      return accepted(
        [{ type: 'CertificateRequested', data: { ...data, schemeId, certificationBody, units } }],
        {
          claims: [
            {
              kind: 'take',
              key: certificateAddress(certificateId),
              holder: `journey/${state.personId}`,
            },
          ],
          messages: [
            {
              target: `certificate/${certificateId}`,
              name: 'issue-certificate',
              data: issueMessage(found, data, scheme),
            },
          ],
        },
      );
    },
  ),

  'note-certificate-issued': (state, { data }) => {
    const held = certificateOf(state, data.certificateId);
    if (held === undefined) return refuseWith('CERTIFICATE_UNKNOWN', {});
    if (held.status !== 'REQUESTED') return refuseWith('ALREADY_DONE', {});
    const { assessmentId, schemeId } = held;
    return accepted([{ type: 'CertificateIssued', data: { ...data, assessmentId, schemeId } }], {
      // The person died between the request and the answer.
      messages: state.diedOn === null ? [] : [flagHolderDeceased(data.certificateId, state.diedOn)],
    });
  },

  'note-certificate-refused': (state, { data }) => {
    const held = certificateOf(state, data.certificateId);
    if (held === undefined) return refuseWith('CERTIFICATE_UNKNOWN', {});
    if (held.status !== 'REQUESTED') return refuseWith('ALREADY_DONE', {});
    const { assessmentId } = held;
    return accepted([{ type: 'CertificateIssueRefused', data: { ...data, assessmentId } }]);
  },

  'note-certificate-status': (state, { data }) => {
    const held = certificateOf(state, data.certificateId);
    if (held === undefined) return refuseWith('CERTIFICATE_UNKNOWN', {});
    const { status, validUntil, assessmentId, schemeId } = held;
    if (status === data.status && validUntil === data.validUntil) return refuseWith('ALREADY_DONE', {});
    return accepted([{ type: 'CertificateStatusNoted', data: { ...data, assessmentId, schemeId } }]);
  },
};

export const certificateEvolvers: Evolvers<
  'CertificateRequested' | 'CertificateIssued' | 'CertificateIssueRefused' | 'CertificateStatusNoted'
> = {
  CertificateRequested: (state, { data, meta }) => {
    const { certificateId, assessmentId, schemeId, certificationBody, units, number, issuedOn } = data;
    const requested = changeAssessment(state, assessmentId, (found) => ({
      certificateId,
      ...withHands(found, 'ISSUE', [meta.actor.id]),
    }));
    const held = {
      ...{ certificateId, assessmentId, schemeId, certificationBody, units, number, issuedOn },
      ...{ status: 'REQUESTED' as const, since: null, validUntil: null },
    };
    const certificates = { ...requested.assessment.certificates, [certificateId]: held };
    return { ...requested, assessment: { ...requested.assessment, certificates } };
  },
  CertificateIssued: (state, { data }) =>
    changeCertificate(state, data.certificateId, {
      ...{ status: 'VALID', since: data.issuedOn, validUntil: data.validUntil },
    }),
  CertificateIssueRefused: (state, { data }) =>
    changeCertificate(state, data.certificateId, { status: 'REFUSED' }),
  CertificateStatusNoted: (state, { data }) =>
    changeCertificate(state, data.certificateId, {
      ...{ status: data.status, since: data.on, validUntil: data.validUntil },
    }),
};
