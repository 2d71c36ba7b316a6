import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cosigner, logSigner } from '../../src/transparency/signed-note.ts';
import { formatVerifierKey } from '../../src/transparency/verifier-key.ts';
import { readConfiguration } from '../../witness/configuration.ts';
import { testKey } from '../transparency/test-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'titian-witness-configuration-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LOG = formatVerifierKey(logSigner('titian.example/log', testKey(1)).key);
const WITNESS = formatVerifierKey(cosigner('witness.example', testKey(2), () => 1).key);

const read = (content: object | string) => {
  const file = join(folder, 'witness.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readConfiguration(file);
};

describe("a witness's configuration", () => {
  it('needs a name and logs, and finds the rest beside itself', () => {
    expect(read({ name: 'a.example', logs: [LOG] })).toMatchObject({
      name: 'a.example',
      logs: [{ name: 'titian.example/log' }],
      keyFile: join(folder, 'witness.key'),
      stateFolder: join(folder, 'witness-state'),
      host: '127.0.0.1',
      port: 8787,
    });
    const given = { name: 'a', logs: [LOG], keyFile: '/keys/a', stateFolder: 'b', listen: '[::1]:80' };
    expect(read(given)).toMatchObject({
      keyFile: '/keys/a',
      stateFolder: join(folder, 'b'),
      host: '::1',
      port: 80,
    });
  });

  it.each<[string, object | string, RegExp]>([
    ['no JSON', '{', /witness\.json cannot be read: /],
    ['a list', '[]', /should hold a JSON object/],
    ['an unknown member', { nane: 'a' }, /"nane" is not known; there are name, logs/],
    ['a name with a space', { name: 'a b' }, /"name" should be a name without spaces/],
    ['no logs', { name: 'a', logs: [] }, /"logs" should be a list of the keys of logs, at least one/],
    ['a key that is none', { name: 'a', logs: ['b'] }, /"b" is no verifier key/],
    ['the key of a witness', { name: 'a', logs: [WITNESS] }, /is the key of a witness, not of a log/],
    ['a number for a folder', { name: 'a', logs: [LOG], stateFolder: 1 }, /"stateFolder" should be paths/],
    ['no port', { name: 'a', logs: [LOG], listen: '::' }, /"listen" should read like 127\.0\.0\.1:8787/],
    ['a port that is none', { name: 'a', logs: [LOG], listen: 'a:99999' }, /"listen" should read like/],
  ])('that has %s is refused', (_, content, why) => {
    expect(() => read(content)).toThrow(why);
  });
});
