/**
 * What the outside gets of certificates: files for their holders, status lists and keys for everybody, and
 * the page that checks. Files are made when asked for and kept nowhere; their names come from the vault.
 */
import type { CertificateState } from '../domain/certificate/state.ts';
import { detailsOf } from '../domain/certificate/state.ts';
import { achievementCredential, type CertificateFacts } from './achievement-credential.ts';
import { DID_DOCUMENT_PATH, didOf, keyPath, STATUS_PURPOSES, type StatusPurpose } from './addresses.ts';
import type { SigningKeys } from './signing-keys.ts';
import { signStatusList } from './status-list.ts';
import type { StatusPlaces } from './status-places.ts';
import { openVerifyPage } from './verify-page.ts';

export interface CredentialsOptions {
  readonly keys: SigningKeys;
  /** Where the public finds this installation, without a slash at the end. */
  readonly publicUrl: string;
  readonly inSandbox: boolean;
  readonly places: StatusPlaces;
  /** Ids of all certificates that are withdrawn, or frozen. */
  readonly stopped: (status: 'WITHDRAWN' | 'FROZEN') => Promise<ReadonlySet<string>>;
  /** A list is signed anew at most this often. */
  readonly listKeptMs?: number;
}

/** What registers and vault know beside the certificate. */
export interface CredentialNames {
  readonly holder: string;
  readonly certificationBody: string;
  readonly scheme: string;
}

export interface Credentials {
  readonly publicUrl: string;
  /** Signs the credential of the period that counts. The state must be of a certificate in force. */
  file(state: CertificateState, names: CredentialNames): Promise<string>;
  /** Signed; undefined where there is no such list. */
  statusList(list: number, purpose: StatusPurpose): Promise<string | undefined>;
  jwks(): object;
  /** One public key by its thumbprint. */
  key(keyId: string): object | undefined;
  didDocument(): object;
  page(): Promise<string>;
  readonly pagePolicy: string;
  readonly pageWorker: string;
}

const LIST_KEPT_MS = 60_000;

const STATUS_OF = { revocation: 'WITHDRAWN', suspension: 'FROZEN' } as const;

export function createCredentials(options: CredentialsOptions): Credentials {
  const { keys, publicUrl, inSandbox, places, listKeptMs = LIST_KEPT_MS } = options;
  const page = openVerifyPage();
  const kept = new Map<string, { readonly text: Promise<string>; readonly madeAt: number }>();

  async function signed(list: number, purpose: StatusPurpose): Promise<string> {
    const [placed, stopped] = await Promise.all([places.inList(list), options.stopped(STATUS_OF[purpose])]);
    const set = placed.filter(({ certificateId }) => stopped.has(certificateId)).map(({ index }) => index);
    return signStatusList(keys, publicUrl, list, purpose, set, new Date());
  }

  async function statusList(list: number, purpose: StatusPurpose): Promise<string | undefined> {
    const name = `${list}/${purpose}`;
    const found = kept.get(name);
    if (found !== undefined && Date.now() - found.madeAt < listKeptMs) return found.text;
    if (list < 1 || list > (await places.count())) return undefined;
    const text = signed(list, purpose);
    kept.set(name, { text, madeAt: Date.now() });
    text.catch(() => kept.delete(name));
    return text;
  }

  return {
    publicUrl,
    async file(state, names) {
      const facts = factsOf(state, names);
      const place = await places.placeOf(state.certificateId);
      const credential = achievementCredential(facts, names.holder, place, { publicUrl, inSandbox });
      return keys.sign(credential, (keyId) => publicUrl + keyPath(keyId));
    },
    statusList,
    jwks: () => ({ keys: keys.publicKeys }),
    key: (keyId) => keys.publicKeys.find(({ kid }) => kid === keyId),
    didDocument: () => didDocument(keys, publicUrl),
    async page() {
      const lists: string[] = [];
      const count = await places.count();
      for (let list = 1; list <= count; list += 1) {
        for (const purpose of STATUS_PURPOSES) lists.push((await statusList(list, purpose)) ?? '');
      }
      return page.html({ publicUrl, keys: keys.publicKeys, lists });
    },
    pagePolicy: page.contentSecurityPolicy,
    pageWorker: page.worker,
  };
}

function factsOf(state: CertificateState, names: CredentialNames): CertificateFacts {
  const { number, certificationBody, schemeId, units, zone } = detailsOf(state);
  const period = state.periods.at(-1);
  if (period === undefined) throw new Error(`certificate ${state.certificateId} has no period`);
  return {
    ...{ certificateId: state.certificateId, number, certificationBody, schemeId, units, zone },
    certificationBodyName: names.certificationBody,
    schemeName: names.scheme,
    validFrom: period.from,
    validUntil: period.until,
    period: state.periods.length,
  };
}

/** The same keys as a `did:web` document, for those who look there. */
function didDocument(keys: SigningKeys, publicUrl: string): object {
  const id = didOf(publicUrl);
  const methods = keys.publicKeys.map((publicKeyJwk) => ({
    id: `${id}#${publicKeyJwk.kid}`,
    type: 'JsonWebKey2020',
    controller: id,
    publicKeyJwk,
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id,
    alsoKnownAs: [publicUrl + DID_DOCUMENT_PATH],
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id),
  };
}
