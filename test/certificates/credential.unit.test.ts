/** The credential, checked by others' eyes: `jose`, a bitstring read by hand, and the page's own checker. */
import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { achievementCredential } from '../../src/credentials/achievement-credential.ts';
import { keyPath } from '../../src/credentials/addresses.ts';
import { decodeBits, encodeBits, LIST_LENGTH } from '../../src/credentials/bitstring.ts';
import { checkCertificate } from '../../src/credentials/offline-page/checker.mjs';
import { CredentialTooLong, fragmentOf, qrSvg, verifyAddress } from '../../src/credentials/qr-code.ts';
import { generateSigningKey, openSigningKeys, type SigningKeys } from '../../src/credentials/signing-keys.ts';
import { signStatusList } from '../../src/credentials/status-list.ts';
import { openVerifyPage } from '../../src/credentials/verify-page.ts';

const publicUrl = 'https://titian.example.go.id';
const FACTS = {
  ...{ certificateId: `t${'3f'.repeat(14)}`, number: '62014 2512 3 0001234 2026' },
  ...{ certificationBody: 'lsp-las-medan', certificationBodyName: 'LSP Las Medan' },
  ...{ schemeId: 'las-smaw-2g', schemeName: 'Juru Las SMAW Posisi 2G' },
  units: Array.from({ length: 12 }, (_, index) => `C.24LAS01.0${10 + index}.1`),
  ...{ validFrom: '2026-06-15', validUntil: '2029-06-15', zone: 'WIT' as const, period: 1 },
};
const PLACE = { list: 1, index: 98_765 };
const HOLDER = 'Yohanis Wanimbo';
/** 1 July 2026. */
const NOW = new Date('2026-07-01T00:00:00Z');
const seconds = (date: Date): number => date.getTime() / 1_000;

let keys: SigningKeys;
let jwt: string;
let lists: (revoked: number[], suspended: number[]) => Promise<string[]>;
beforeAll(async () => {
  keys = await openSigningKeys([await generateSigningKey()]);
  const setting = { publicUrl, inSandbox: false };
  const kidOf = (keyId: string) => publicUrl + keyPath(keyId);
  jwt = await keys.sign(achievementCredential(FACTS, HOLDER, PLACE, setting), kidOf);
  lists = (revoked, suspended) =>
    Promise.all([
      signStatusList(keys, publicUrl, 1, 'revocation', revoked, NOW),
      signStatusList(keys, publicUrl, 1, 'suspension', suspended, NOW),
    ]);
});
const payloadOf = (text: string) => JSON.parse(String(Buffer.from(text.split('.')[1]!, 'base64url')));
const known = async (revoked: number[] = [], suspended: number[] = []) => ({
  ...{ publicUrl, keys: keys.publicKeys },
  lists: await lists(revoked, suspended),
});

describe('the file', () => {
  it('checks under the published key, with the headers of Open Badges 3.0 and no others', async () => {
    const [key] = keys.publicKeys;
    const verified = await compactVerify(jwt, await importJWK({ ...key! }, 'ES256'));
    expect(JSON.parse(String(Buffer.from(verified.payload)))).toEqual(payloadOf(jwt));
    expect(decodeProtectedHeader(jwt)).toEqual({
      alg: 'ES256',
      typ: 'JWT',
      kid: `https://titian.example.go.id/credentials/keys/${key!.kid}`,
    });
    expect(Object.keys(key!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('says what the paper says: local dates, number, scheme, units, LSP and the name', () => {
    const said = payloadOf(jwt);
    expect(said).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: `${publicUrl}/issuers/lsp-las-medan`, type: ['Profile'], name: 'LSP Las Medan' },
      validFrom: '2026-06-15T00:00:00+09:00',
      validUntil: '2029-06-15T23:59:59+09:00',
      credentialSubject: {
        licenseNumber: '62014 2512 3 0001234 2026',
        identifier: [{ type: 'IdentityObject', hashed: false, identityHash: HOLDER, identityType: 'name' }],
        achievement: { achievementType: 'Certification', tag: FACTS.units },
      },
      nbf: Date.parse('2026-06-14T15:00:00Z') / 1_000,
      exp: Date.parse('2029-06-15T14:59:59Z') / 1_000,
    });
    expect([said.iss, said.jti, said.sub]).toEqual([said.issuer.id, said.id, said.credentialSubject.id]);
  });

  it('fits a QR code that a phone reads', async () => {
    expect(jwt.length).toBeGreaterThan(2_000);
    const address = verifyAddress(publicUrl, jwt);
    expect(address.length).toBeLessThan(1_300);
    expect(address.startsWith('https://titian.example.go.id/verify#z.')).toBe(true);
    expect(await qrSvg(address)).toMatch(/^<svg /);
    const random = randomBytes(1_600).toString('base64');
    const long = `e30.${Buffer.from(random).toString('base64url')}.x`;
    expect(() => verifyAddress(publicUrl, long)).toThrow(CredentialTooLong);
  });
});

describe('the status list', () => {
  it('has at least 131,072 bits, the first one left-most', async () => {
    const [text] = await lists([0, 9, 131_071], []);
    const { credentialSubject } = payloadOf(text!);
    expect(credentialSubject).toMatchObject({ type: 'BitstringStatusList', statusPurpose: 'revocation' });
    expect(credentialSubject.encodedList[0]).toBe('u');
    const bytes = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
    expect(bytes.length).toBe(16_384);
    expect([bytes[0], bytes[1], bytes[2], bytes[16_383]]).toEqual([0b1000_0000, 0b0100_0000, 0, 1]);
  });

  it('reads back what was written, and takes no index outside', () => {
    const isSet = decodeBits(encodeBits([5, 77_777]));
    expect([4, 5, 6, 77_777].map(isSet)).toEqual([false, true, false, true]);
    expect(() => encodeBits([LIST_LENGTH])).toThrow(RangeError);
  });
});

describe('the page’s check, without a network', () => {
  it('finds it valid, from the QR code, the file, or the whole address', async () => {
    const brought = await known([1], [2]);
    for (const text of [jwt, fragmentOf(jwt), verifyAddress(publicUrl, jwt), ` ${jwt}\n`]) {
      expect(await checkCertificate(text, brought, seconds(NOW))).toEqual({
        verdict: 'VALID',
        asOf: seconds(NOW),
        certificate: {
          title: 'Sertifikat Kompetensi',
          holder: HOLDER,
          number: '62014 2512 3 0001234 2026',
          scheme: 'Juru Las SMAW Posisi 2G',
          units: FACTS.units,
          issuer: 'LSP Las Medan',
          validFrom: '2026-06-15',
          validUntil: '2029-06-15',
        },
      });
    }
  });

  it('refuses it with any one byte changed', async () => {
    const brought = await known();
    for (const text of [jwt, fragmentOf(jwt)]) {
      for (let position = 2; position < text.length - 1; position += 97) {
        if (text[position] === '.') continue;
        const changed =
          text.slice(0, position) + (text[position] === 'A' ? 'B' : 'A') + text.slice(position + 1);
        expect((await checkCertificate(changed, brought, seconds(NOW))).verdict).toBe('NOT_GENUINE');
      }
    }
  });

  it('says not valid of a withdrawn and of a frozen one, in the same words', async () => {
    for (const brought of [await known([98_765], []), await known([], [98_765])]) {
      expect((await checkCertificate(jwt, brought, seconds(NOW))).verdict).toBe('NOT_VALID');
    }
  });

  it('knows its dates to the second', async () => {
    const brought = await known();
    const at = async (time: string) =>
      (await checkCertificate(jwt, brought, Date.parse(time) / 1_000)).verdict;
    expect(await at('2026-06-14T14:59:59Z')).toBe('NOT_YET');
    expect(await at('2026-06-14T15:00:00Z')).toBe('VALID');
    expect(await at('2029-06-15T15:00:00Z')).toBe('NOT_VALID');
  });

  it('leaves the question open where the lists are too old, missing or not ours', async () => {
    const brought = await known();
    const eightDays = seconds(NOW) + 8 * 86_400;
    expect((await checkCertificate(jwt, brought, eightDays)).verdict).toBe('UNKNOWN');
    expect((await checkCertificate(jwt, { ...brought, lists: [] }, seconds(NOW))).verdict).toBe('UNKNOWN');
    const others = await openSigningKeys([await generateSigningKey()]);
    const forged = [
      await signStatusList(others, publicUrl, 1, 'revocation', [], NOW),
      await signStatusList(others, publicUrl, 1, 'suspension', [], NOW),
    ];
    expect((await checkCertificate(jwt, { ...brought, lists: forged }, seconds(NOW))).verdict).toBe(
      'UNKNOWN',
    );
  });

  it('takes neither a stranger’s key, nor a status list, nor nonsense for a certificate', async () => {
    const brought = await known();
    const others = await openSigningKeys([await generateSigningKey()]);
    const setting = { publicUrl, inSandbox: false };
    const claim = achievementCredential(FACTS, HOLDER, PLACE, setting);
    const [own] = keys.publicKeys;
    const forged = await others.sign(claim, () => publicUrl + keyPath(own!.kid));
    for (const text of [forged, brought.lists[0]!, '', 'x', 'a.b.c', 'z.AAAA.BBBB']) {
      expect(await checkCertificate(text, brought, seconds(NOW))).toEqual({ verdict: 'NOT_GENUINE' });
    }
  });

  it('still takes what was signed before a rotation', async () => {
    const [older, newer] = [await generateSigningKey(), await generateSigningKey()];
    const before = await openSigningKeys([older]);
    const after = await openSigningKeys([newer, older]);
    const setting = { publicUrl, inSandbox: false };
    const claim = achievementCredential(FACTS, HOLDER, PLACE, setting);
    const old = await before.sign(claim, (keyId) => publicUrl + keyPath(keyId));
    const brought = {
      ...{ publicUrl, keys: after.publicKeys },
      lists: [
        await signStatusList(after, publicUrl, 1, 'revocation', [], NOW),
        await signStatusList(after, publicUrl, 1, 'suspension', [], NOW),
      ],
    };
    expect((await checkCertificate(old, brought, seconds(NOW))).verdict).toBe('VALID');
  });
});

describe('the page', () => {
  it('runs its own script and style and nothing else', async () => {
    const { html, contentSecurityPolicy } = openVerifyPage();
    const page = html(await known());
    expect(page).not.toMatch(/\/\*(script|style)\*\/|"KNOWN"/);
    // It loads nothing; its links lead to pages of this server.
    expect(page).not.toMatch(
      / src=|<link|<(?!a )\w+[^>]* href=| href="(?!\/[a-z]*)|https?:\/\/(?!titian\.example)/,
    );
    expect(contentSecurityPolicy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+';/,
    );
  });
});
