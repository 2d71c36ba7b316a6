/**
 * What a certificate says as an Open Badges 3.0 credential, claims of its JWT included (OB 3.0 § 8.2).
 *
 * It names the holder, the scheme with its units, the LSP, the number and the dates. It never holds a
 * NIK, an id of the person, a case, a facility or a route (I-8): whoever reads it learns what the paper
 * says and no more. The subject's id is the certificate's own and leads to nobody.
 */
import type { LocalDate, Zone } from '../domain/time/moment.ts';
import { endOfDay, startOfDay, ZONE_OFFSET_HOURS } from '../domain/time/moments.ts';
import {
  credentialAddress,
  issuerAddress,
  STATUS_PURPOSES,
  schemeAddress,
  statusListPath,
} from './addresses.ts';
import type { StatusPlace } from './status-places.ts';

export interface CertificateFacts {
  readonly certificateId: string;
  readonly number: string;
  readonly certificationBody: string;
  readonly certificationBodyName: string;
  readonly schemeId: string;
  readonly schemeName: string;
  readonly units: readonly string[];
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly zone: Zone;
  /** 1 = as issued; each renewal adds one. */
  readonly period: number;
}

export interface CredentialSetting {
  /** Where this installation is found, without a slash at the end. */
  readonly publicUrl: string;
  /** Marks what a sandbox made, so that nobody takes it for a certificate. */
  readonly inSandbox: boolean;
}

const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

/** @param holderName fetched from the vault for this file; it stands in no event. */
export function achievementCredential(
  facts: CertificateFacts,
  holderName: string,
  place: StatusPlace,
  { publicUrl, inSandbox }: CredentialSetting,
): object {
  const id = credentialAddress(publicUrl, facts.certificateId, facts.period);
  const issuer = issuerAddress(publicUrl, facts.certificationBody);
  const subject = `urn:titian:${facts.certificateId}`;
  const from = startOfDay(facts.validFrom, facts.zone);
  const until = endOfDay(facts.validUntil, facts.zone);
  return {
    '@context': CONTEXT,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: inSandbox ? 'UJI COBA, bukan sertifikat' : 'Sertifikat Kompetensi',
    issuer: { id: issuer, type: ['Profile'], name: facts.certificationBodyName },
    validFrom: withOffset(`${facts.validFrom}T00:00:00`, facts.zone),
    validUntil: withOffset(`${facts.validUntil}T23:59:59`, facts.zone),
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: holderName, identityType: 'name' }],
      licenseNumber: facts.number,
      achievement: {
        id: schemeAddress(publicUrl, facts.schemeId),
        type: ['Achievement'],
        achievementType: 'Certification',
        name: facts.schemeName,
        description: facts.schemeName,
        criteria: { narrative: 'Kompeten pada setiap unit.' },
        tag: facts.units,
      },
    },
    credentialStatus: STATUS_PURPOSES.map((statusPurpose) => ({
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: String(place.index),
      statusListCredential: publicUrl + statusListPath(place.list, statusPurpose),
    })),
    iss: issuer,
    jti: id,
    sub: subject,
    nbf: seconds(from.at),
    exp: seconds(until.at),
  };
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1_000);

const withOffset = (reading: string, zone: Zone): string => `${reading}+0${ZONE_OFFSET_HOURS[zone]}:00`;
