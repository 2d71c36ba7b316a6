import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadOrCreateKeyFile, readKeyFile } from '../../src/transparency/key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'titian-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a key file', () => {
  it('is made once, for its owner only', () => {
    const file = join(folder, 'new', 'log.key');
    const key = loadOrCreateKeyFile(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700);
    expect(loadOrCreateKeyFile(file).equals(key)).toBe(true);
    expect(readdirSync(join(folder, 'new'))).toEqual(['log.key']);
  });

  it('that is damaged is named, and never replaced', () => {
    const file = join(folder, 'damaged.key');
    writeFileSync(file, '-----BEGIN PRIVATE KEY-----\nsecret\n');
    expect(() => loadOrCreateKeyFile(file)).toThrow(`${file} holds no Ed25519 private key (PEM, PKCS #8)`);
    expect(() => readKeyFile(join(folder, 'none.key'))).toThrow('ENOENT');
  });
});
