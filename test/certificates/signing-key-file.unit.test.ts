/** Keys that sign certificates: made once in a sandbox, readable by nobody else, and never spelt out in an error. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadOrCreateSigningKeys, readSigningKeys } from '../../src/credentials/signing-key-file.ts';
import { generateSigningKey, SigningKeyProblem } from '../../src/credentials/signing-keys.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signing-keys-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('are made at the first start and stay the same, also for two that start at once', async () => {
  const file = join(folder, 'made', 'keys.json');
  const [one, other] = await Promise.all([loadOrCreateSigningKeys(file), loadOrCreateSigningKeys(file)]);
  expect(one.publicKeys).toHaveLength(1);
  expect(other.publicKeys).toEqual(one.publicKeys);
  expect((await readSigningKeys(file)).publicKeys).toEqual(one.publicKeys);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.stringify(one.publicKeys)).not.toContain(JSON.parse(readFileSync(file, 'utf8')).keys[0].d);
});

it('are refused where the file is missing, broken, empty or holds a public key only', async () => {
  const secret = await generateSigningKey();
  const { d: _private, ...open } = secret;
  const files = {
    broken: `{"keys":[{"d":"${secret.d}"`,
    empty: '{"keys":[]}',
    open: JSON.stringify({ keys: [open] }),
    curve: JSON.stringify({ keys: [{ ...secret, crv: 'P-384' }] }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  for (const name of ['missing', ...Object.keys(files)]) {
    const problem = await readSigningKeys(join(folder, name)).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(SigningKeyProblem);
    expect(String(problem)).not.toContain(secret.d);
  }
});
