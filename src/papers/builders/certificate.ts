/** Sheet of a certificate in force, with the QR code by which anybody checks it without asking back. */
import type { CertificateState } from '../../domain/certificate/state.ts';
import type { OfficeFact, ProgrammeFact, SchemeFact } from '../../domain/registers/facts.ts';
import { certificateSheet } from '../kinds/certificate.ts';
import type { BuiltPaper, EntityMaterial } from '../material.ts';

export interface CertificateCheck {
  /** For people: where to type the number. */
  readonly address: string;
  /** PNG; absent where the credential is too long for one. */
  readonly qr?: Buffer;
}

export async function buildCertificate(
  { events, fact }: EntityMaterial,
  { details, periods }: CertificateState,
  holderName: string,
  check: CertificateCheck,
): Promise<BuiltPaper | undefined> {
  const period = periods.at(-1);
  if (details === null || period === undefined) return undefined;
  const { certificationBody, schemeId, schemeName, units, number, issuedOn, zone } = details;
  const body = await fact<OfficeFact>(`office/${certificationBody}`);
  const scheme = await fact<SchemeFact>(`scheme/${schemeId}`);
  const titles = new Map<string, string>();
  for (const programmeId of scheme?.programmeIds ?? []) {
    const programme = await fact<ProgrammeFact>(`programme/${programmeId}`);
    for (const { code, title } of programme?.units ?? []) titles.set(code, title);
  }
  const bodyName = body?.name ?? certificationBody;
  const regency = body?.regency ?? '';
  return {
    office: { name: bodyName, regency, zone },
    content: certificateSheet({
      ...{ number, issuedOn, validUntil: period.until, regency, holderName, bodyName },
      ...(details.registrationNumber === null ? {} : { registrationNumber: details.registrationNumber }),
      scheme: schemeName ?? scheme?.title ?? schemeId,
      units: units.map((code) => ({ code, title: titles.get(code) ?? '' })),
      checkAddress: check.address,
      ...(check.qr === undefined ? {} : { qr: check.qr }),
      events: events
        .filter(({ type }) => type === 'CertificateIssued' || type === 'CertificateRenewed')
        .map(({ version }) => version),
    }),
  };
}
