/**
 * NONE -- CertificateIssued --> VALID, or EXPIRING where reminder points had passed already
 * NONE -- CertificateIssueRefused (the number or the form is another's) --> NONE, may be asked again
 *
 * A journey asks by a message and hears back by its address. So that it hears of a lost number too, that
 * outcome is recorded as an event of the certificate and not as a refusal, which could send nothing.
 */
import type { Command, DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { momentAt } from '../time/index.ts';
import type { IssueCertificate } from './commands.ts';
import type { CertificateEvents, IssueRefusal } from './events.ts';
import { accepted, type CertificateDecision, type CommandHandlers, type Evolvers } from './handlers.ts';
import { issuedNote, refusedNote } from './holder.ts';
import { blankKey, numberKey, takeBlank, takeNumber } from './numbers.ts';
import { armReminders } from './reminders.ts';
import type { CertificateDetails } from './state.ts';
import { moveTo } from './status-moves.ts';
import { validUntilFrom } from './validity.ts';

/** Why nothing can be issued under this number, on this form, on this day. */
function issueRefusal(data: IssueCertificate, context: DecideContext): IssueRefusal | undefined {
  const { certificationBody, number, blankNumber, issuedOn, zone } = data;
  if (issuedOn > momentAt(context.now, zone).date) return 'DATE_IN_FUTURE';
  const lost = context.lostClaims.map(({ key }) => key);
  if (lost.includes(numberKey(certificationBody, number))) return 'CERTIFICATE_NUMBER_TAKEN';
  if (blankNumber !== undefined && lost.includes(blankKey(certificationBody, blankNumber))) {
    return 'CERTIFICATE_BLANK_TAKEN';
  }
  return undefined;
}

const detailsFrom = (data: IssueCertificate): CertificateDetails => ({
  holderAddress: data.holderAddress,
  certificationBody: data.certificationBody,
  schemeId: data.schemeId,
  schemeName: data.schemeName ?? null,
  units: data.units,
  number: data.number,
  registrationNumber: data.registrationNumber ?? null,
  issuedOn: data.issuedOn,
  zone: data.zone,
  assessmentId: data.assessmentId,
  assessorIds: data.assessorIds,
});

function issue(
  certificateId: string,
  { data }: Command<'issue-certificate', IssueCertificate>,
  context: DecideContext,
): CertificateDecision {
  const { holderAddress, issuedOn, zone, certificationBody, blankNumber } = data;
  // No details stand yet from which the decider could tell the place.
  const occurredAt = context.command.occurredAt ?? momentAt(context.now, zone);
  const code = issueRefusal(data, context);
  if (code !== undefined) {
    return accepted([{ type: 'CertificateIssueRefused', data: { code, holderAddress }, occurredAt }], {
      messages: [refusedNote(certificateId, holderAddress, code)],
    });
  }
  const validUntil = validUntilFrom(issuedOn, data.validityMonths, context);
  const { ahead, raised } = armReminders(validUntil, zone, context);
  const issued: CertificateEvents['CertificateIssued'] = {
    ...detailsFrom(data),
    ...{ validUntil, blankNumber: blankNumber ?? null, reminderDays: ahead },
  };
  return accepted([{ type: 'CertificateIssued', data: issued, occurredAt }, ...raised], {
    claims: [
      takeNumber(certificateId, data),
      ...(blankNumber === undefined ? [] : [takeBlank(certificateId, certificationBody, blankNumber)]),
    ],
    messages: [issuedNote(certificateId, issued)],
  });
}

export const issueHandlers: CommandHandlers<'issue-certificate'> = {
  'issue-certificate': (state, command, context) =>
    state.status === 'NONE' ? issue(state.certificateId, command, context) : refuseWith('ALREADY_DONE', {}),
};

export const issueEvolvers: Evolvers<'CertificateIssued' | 'CertificateIssueRefused'> = {
  CertificateIssued: (state, { data }) => {
    const { validUntil, blankNumber, reminderDays, ...details } = data;
    return {
      ...state,
      ...moveTo(state, 'VALID'),
      ...{ details, blankNumber, pendingReminders: reminderDays, statusSince: details.issuedOn },
      periods: [{ from: details.issuedOn, until: validUntil }],
    };
  },
  CertificateIssueRefused: (state) => state,
};
