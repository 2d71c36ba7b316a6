import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../../src/vault/authenticated-cipher.ts';
import { newDataKey, unwrapKey, wrapKey } from '../../src/vault/data-key.ts';
import { KeyCache } from '../../src/vault/key-cache.ts';
import { createKeyedHashes } from '../../src/vault/keyed-hash.ts';
import { lengthPrefixed } from '../../src/vault/length-prefixed.ts';
import {
  deriveKey,
  MasterKeyProblem,
  masterKeyRing,
  parseMasterKeys,
  singleMasterKey,
} from '../../src/vault/master-key.ts';
import { formatSealed, isSealed, PURPOSES, parseSealed } from '../../src/vault/sealed-text.ts';
import { seeded, text } from './texts.ts';

const MASTER = Buffer.alloc(32, 7);

describe('length prefixes', () => {
  it('give two different lists different bytes', () => {
    const lists = fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(lengthPrefixed(one).equals(lengthPrefixed(other))).toBe(same);
      }),
      seeded,
    );
    expect(lengthPrefixed(['ab', 'c'])).not.toEqual(lengthPrefixed(['a', 'bc']));
  });
});

describe('the cipher', () => {
  const key = randomBytes(32);

  it('opens what it closed, and nothing with one bit changed', () => {
    const flip = (bytes: Buffer, at: number) => {
      const changed = Buffer.from(bytes);
      changed[at % bytes.length]! ^= 1 << (at % 8);
      return changed;
    };
    fc.assert(
      fc.property(text(), text(), fc.nat(), (plain, place, at) => {
        const context = lengthPrefixed([place]);
        const sealed = encrypt(key, Buffer.from(plain), context);
        expect(decrypt(key, sealed, context)?.toString()).toBe(plain);
        expect(decrypt(key, { ...sealed, tag: flip(sealed.tag, at) }, context)).toBeUndefined();
        expect(decrypt(key, { ...sealed, nonce: flip(sealed.nonce, at) }, context)).toBeUndefined();
        expect(decrypt(key, sealed, flip(context, at))).toBeUndefined();
        expect(decrypt(flip(key, at), sealed, context)).toBeUndefined();
        if (sealed.bytes.length > 0) {
          expect(decrypt(key, { ...sealed, bytes: flip(sealed.bytes, at) }, context)).toBeUndefined();
        }
      }),
      seeded,
    );
  });

  it('never accepts a shortened tag', () => {
    const sealed = encrypt(key, Buffer.from('catatan'), Buffer.alloc(0));
    expect(decrypt(key, { ...sealed, tag: sealed.tag.subarray(0, 12) }, Buffer.alloc(0))).toBeUndefined();
  });
});

describe('the written form', () => {
  it('is read back to what was written', () => {
    const parts = fc.record({
      purpose: fc.constantFrom(...PURPOSES),
      keyVersion: fc.integer({ min: 1, max: 999_999_999 }),
      nonce: fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
      bytes: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
      tag: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes)),
    });
    fc.assert(
      fc.property(parts, (sealed) => {
        const written = formatSealed(sealed);
        expect(written).toMatch(/^sealed:v1:/);
        expect(parseSealed(written)).toEqual(sealed);
      }),
      seeded,
    );
  });

  const good = `sealed:v1:case:1:${'A'.repeat(16)}.AAAA.${'A'.repeat(22)}`;

  it.each([
    '',
    'sealed:v1:',
    good.replace('v1', 'v2'),
    good.replace('case', 'gossip'),
    good.replace(':1:', ':0:'),
    good.replace(':1:', ':01:'),
    good.replace(`${'A'.repeat(16)}.`, 'AAAA.'),
    `${good}A`,
    `${good}\n`,
    ` ${good}`,
    `${good}=`,
    // The same bytes in another spelling: the last character carries bits that mean nothing.
    `${good.slice(0, -1)}B`,
  ])('%j is none', (written) => {
    expect(isSealed(good)).toBe(true);
    expect(isSealed(written)).toBe(false);
  });
});

describe('master keys', () => {
  it('wrap a key for one subject, purpose and version only', () => {
    const ring = singleMasterKey(MASTER);
    const of = { subject: 'person-1', purpose: 'case', keyVersion: 1 } as const;
    const key = newDataKey();
    const wrapped = wrapKey(ring, 1, of, key);
    expect(wrapped).toHaveLength(60);
    expect(unwrapKey(ring, 1, of, wrapped)).toEqual(key);
    expect(wrapped.includes(key)).toBe(false);
    for (const other of [{ subject: 'person-2' }, { purpose: 'health' as const }, { keyVersion: 2 }]) {
      expect(() => unwrapKey(ring, 1, { ...of, ...other }, wrapped)).toThrow('was not wrapped');
    }
    expect(() => unwrapKey(singleMasterKey(Buffer.alloc(32, 8)), 1, of, wrapped)).toThrow('was not wrapped');
  });

  it('give each use a key of its own', () => {
    const ring = singleMasterKey(MASTER);
    const uses = [
      'wrap',
      'request-hash',
      'blind-index/nik',
      'blind-index/case-number',
      'fingerprint',
    ] as const;
    const derived = uses.map((use) => deriveKey(ring, 1, use).toString('hex'));
    expect(new Set([...derived, MASTER.toString('hex')]).size).toBe(uses.length + 1);
  });

  it('are read in versions: the newest wraps, the oldest finds', () => {
    const [old, fresh] = [MASTER.toString('base64url'), Buffer.alloc(32, 9).toString('base64url')];
    expect(parseMasterKeys(`2:${fresh},1:${old}\n`)).toMatchObject({ active: 2, lookup: 1 });
    for (const wrong of ['', old, `0:${old}`, `1:${old.slice(1)}`, `1:${old},`, '1:AAAA']) {
      expect(() => parseMasterKeys(wrong)).toThrow(MasterKeyProblem);
    }
    expect(() => singleMasterKey(Buffer.alloc(31))).toThrow(MasterKeyProblem);
    expect(() => masterKeyRing(new Map([[1, MASTER]]), 2, 1)).toThrow(MasterKeyProblem);
  });
});

describe('keyed hashes', () => {
  const hashes = createKeyedHashes(singleMasterKey(MASTER));

  it('are the same in every process that has the key, for good', () => {
    // Written down once: a change here would hide every NIK that was ever indexed.
    expect(hashes.blindIndex('nik', '1271014703960001')).toBe(
      'c86c0a34581020984f64e05e97e53b35b01a1f044da076b561ef877554e3a47f',
    );
    expect(hashes.blindIndex('case-number', '12/pid.b/2026/pn mdn')).toBe(
      'bba9cbd4f96c255508349ee188ddb259f1b591c0b17011ceb9c8778b40845c17',
    );
    expect(hashes.requestHash('{"a":1}')).toBe(
      '15c5eaf4f71a782197bf5895abf0cf58e87e6b6db3871ed9ff7375131baaf5f6',
    );
  });

  it('differ by key, by kind and by value', () => {
    const other = createKeyedHashes(singleMasterKey(Buffer.alloc(32, 8)));
    const all = [
      hashes.blindIndex('nik', '1'),
      hashes.blindIndex('nik', '2'),
      hashes.blindIndex('case-number', '1'),
      hashes.requestHash('1'),
      other.blindIndex('nik', '1'),
      other.requestHash('1'),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const hash of all) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('outlive a rotation of the master key', () => {
    const keys = new Map([
      [1, MASTER],
      [2, Buffer.alloc(32, 9)],
    ]);
    const rotated = createKeyedHashes(masterKeyRing(keys, 2, 1));
    expect(rotated.blindIndex('nik', '1')).toBe(hashes.blindIndex('nik', '1'));
    expect(rotated.requestHash('1')).toBe(hashes.requestHash('1'));
  });
});

describe('the cache of keys', () => {
  it('holds so many and no more: the longest unused goes', () => {
    const cache = new KeyCache<number>({ capacity: 2 });
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
    expect(cache.size).toBe(2);
  });

  it('holds each for so long and no longer, however often it is used', () => {
    let now = 0;
    const cache = new KeyCache<number>({ lifetimeMs: 100, clock: () => now });
    cache.set('a', 1);
    now = 99;
    expect(cache.get('a')).toBe(1);
    now = 100;
    expect(cache.get('a')).toBeUndefined();
    expect(cache.size).toBe(0);
  });
});
