// Checks a certificate with nothing but what the page brought along: keys, status lists and the clock. Runs in
// a browser and, for the tests, in Node: both have WebCrypto and DecompressionStream. Nothing is fetched.

/** A credential has at most this many characters once inflated; more is an attack on memory. */
const LONGEST = 64 * 1024;
const LIST_BYTES = 131_072 / 8;

const NOT_GENUINE = { verdict: 'NOT_GENUINE' };

/**
 * @param {string} text a JWT, the packed form of the QR code, or an address that ends in either
 * @param {{ publicUrl: string, keys: object[], lists: string[] }} known
 * @param {number} now seconds since 1970
 */
export async function checkCertificate(text, known, now) {
  const signed = await opened(text).catch(() => undefined);
  if (signed === undefined || !(await isSigned(signed, known).catch(() => false))) return NOT_GENUINE;
  const certificate = certificateFrom(signed.payload, known.publicUrl);
  if (certificate === undefined) return NOT_GENUINE;
  const { nbf, exp } = signed.payload;
  if (now < nbf) return { verdict: 'NOT_YET', certificate };
  if (now > exp) return { verdict: 'NOT_VALID', certificate };
  const status = await statusOf(signed.payload.credentialStatus, known, now);
  return { ...status, certificate };
}

/** The parts of a signed text: what was signed, what it says, by whom. */
async function opened(text) {
  const shown = text.trim().split('#').at(-1);
  const parts = shown.split('.');
  if (parts.length !== 3) throw new TypeError('three parts are needed');
  return parts[0] === 'z' ? unpacked(parts) : plain(parts);
}

function plain([header, payload, signature]) {
  if (payload.length > LONGEST) throw new RangeError('too long');
  return {
    signedText: `${header}.${payload}`,
    header: JSON.parse(decoded(fromBase64Url(header))),
    payload: JSON.parse(decoded(fromBase64Url(payload))),
    signature: fromBase64Url(signature),
  };
}

async function unpacked([, packed, signature]) {
  const text = decoded(await inflated(fromBase64Url(packed), 'deflate-raw', LONGEST));
  const [header, payload] = text.split('\n');
  return plain([toBase64Url(header), toBase64Url(payload), signature]);
}

/** @param {object[]} keys public keys, each with its `kid` */
async function isSigned({ signedText, header, signature }, { keys, publicUrl }) {
  const jwk = keys.find(({ kid }) => header.kid === `${publicUrl}/credentials/keys/${kid}`);
  // The kind of signature is ours to say, never the text's.
  if (jwk === undefined || header.alg !== 'ES256') return false;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const { kty, crv, x, y } = jwk;
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify']);
  const bytes = new TextEncoder().encode(signedText);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, bytes);
}

/** What the page shows; undefined for anything that is signed and is no certificate, as a status list is. */
function certificateFrom(payload, publicUrl) {
  const { type, issuer, credentialSubject: subject, iss, jti, sub, nbf, exp } = payload;
  const isCertificate =
    Array.isArray(type) && type.includes('OpenBadgeCredential') && iss?.startsWith(`${publicUrl}/issuers/`);
  if (!isCertificate || typeof nbf !== 'number' || typeof exp !== 'number') return undefined;
  if (iss !== issuer?.id || jti !== payload.id || sub !== subject?.id) return undefined;
  if (Date.parse(payload.validFrom) !== nbf * 1_000 || Date.parse(payload.validUntil) !== exp * 1_000)
    return undefined;
  return {
    title: payload.name,
    holder: subject.identifier?.find(({ identityType }) => identityType === 'name')?.identityHash ?? '',
    number: subject.licenseNumber ?? '',
    scheme: subject.achievement?.name ?? '',
    units: subject.achievement?.tag ?? [],
    issuer: issuer.name ?? '',
    validFrom: payload.validFrom.slice(0, 10),
    validUntil: payload.validUntil.slice(0, 10),
  };
}

/** The bits of the certificate. A list that is missing, not ours or too old leaves the question open. */
async function statusOf(entries, known, now) {
  let asOf = Number.POSITIVE_INFINITY;
  for (const purpose of ['revocation', 'suspension']) {
    const entry = entries?.find(({ statusPurpose }) => statusPurpose === purpose);
    const list = entry === undefined ? undefined : await listAt(entry.statusListCredential, purpose, known);
    if (list === undefined) return { verdict: 'UNKNOWN' };
    const index = Number(entry.statusListIndex);
    if (!Number.isInteger(index) || index < 0 || index >= LIST_BYTES * 8) return NOT_GENUINE;
    if ((list.bits[index >> 3] & (0x80 >> (index & 7))) !== 0) return { verdict: 'NOT_VALID' };
    if (now > list.exp) return { verdict: 'UNKNOWN', asOf: list.nbf };
    asOf = Math.min(asOf, list.nbf);
  }
  return { verdict: 'VALID', asOf };
}

async function listAt(address, purpose, known) {
  for (const text of known.lists) {
    const signed = plain(text.split('.'));
    const { id, credentialSubject: subject, nbf, exp } = signed.payload;
    if (id !== address || subject?.statusPurpose !== purpose) continue;
    if (subject.type !== 'BitstringStatusList' || !(await isSigned(signed, known))) continue;
    const bytes = fromBase64Url(subject.encodedList.slice(1));
    return { bits: await inflated(bytes, 'gzip', LIST_BYTES), nbf, exp };
  }
  return undefined;
}

/** @param {number} most bytes: what comes out is never kept beyond it */
async function inflated(bytes, format, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const all = new Uint8Array(most);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return all.subarray(0, length);
    if (length + value.length > most) throw new RangeError('too long');
    all.set(value, length);
    length += value.length;
  }
}

const decoded = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function fromBase64Url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new TypeError('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function toBase64Url(text) {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
