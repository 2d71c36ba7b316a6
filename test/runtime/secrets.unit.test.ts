import { statSync } from 'node:fs';
import { join } from 'node:path';
import { importPKCS8 } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Configuration, readConfiguration } from '../../src/runtime/configuration.ts';
import { readSecrets } from '../../src/runtime/secrets.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

let folder: string;
beforeEach(() => {
  folder = makeTestFolder();
});
afterEach(() => removeTestFolder(folder));

function configured(env: Record<string, string>): Configuration {
  const outcome = readConfiguration({ TITIAN_DATA: join(folder, 'data'), ...env });
  if (!outcome.ok) throw new Error(outcome.mistakes.join('\n'));
  return outcome.configuration;
}

test('a sandbox makes its keys once, in files that only their owner can read', async () => {
  const first = readSecrets(configured({}));
  expect(readSecrets(configured({}))).toEqual(first);
  for (const name of ['master-key', 'token-signing-key.pem']) {
    expect(statSync(join(folder, 'data', name)).mode & 0o777).toBe(0o600);
  }
  await expect(importPKCS8(first.tokenSigningKey ?? '', 'ES256')).resolves.toBeDefined();
});

test('a master key from the environment is used as given', () => {
  const text = `1:${'A'.repeat(43)}`;
  const { masterKeys } = readSecrets(configured({ TITIAN_MASTER_KEY: text }));
  expect(masterKeys.keys.get(1)).toEqual(Buffer.alloc(32));
});

test('outside a sandbox no key is made up, and tokens are not signed here', () => {
  const real = configured({
    TITIAN_MASTER_KEY: `1:${'A'.repeat(43)}`,
    TITIAN_OIDC_ISSUER: 'https://login.example',
  });
  expect(readSecrets(real).tokenSigningKey).toBeUndefined();
  const { masterKey: _, ...without } = real;
  expect(() => readSecrets(without)).toThrow(/TITIAN_MASTER_KEY/);
});

test('a malformed master key is refused in one line that does not repeat it', () => {
  const wrong = configured({ TITIAN_MASTER_KEY: 'hunter2' });
  expect(() => readSecrets(wrong)).toThrow(/^(?!.*hunter2).*Correct TITIAN_MASTER_KEY\.$/);
});
