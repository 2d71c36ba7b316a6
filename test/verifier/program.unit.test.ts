/** verify.mjs alone in a folder, with nothing in its environment. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProcessRules } from '../../verifier/node/rule-process.ts';
import { builtVerifier } from './built.ts';
import { canonical, checkpointOf, inclusionProof, policyOf, signers } from './bundle-writer.ts';
import { check } from './checking.ts';
import { PACK, SmallLog } from './small-log.ts';

const keys = signers();
const log = new SmallLog(keys);
const trustPolicy = Buffer.from(policyOf(keys));
let folder: string;

beforeAll(async () => {
  folder = await builtVerifier();
  put('life.titian', log.text);
  put('trust.txt', policyOf(keys));
  put('old.txt', log.earlier);
});
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

function verify(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['verify.mjs', ...words], { cwd: folder, env: {}, encoding: 'utf8' });
}

test('verified, in words, with exit code 0', () => {
  const { status, stdout } = verify('life.titian', '--policy', 'trust.txt', '--checkpoint', 'old.txt');
  expect(stdout).toContain('TERBUKTI: tidak ada yang berbeda dari segelnya.');
  expect(stdout).toContain('+ 3 keputusan dihitung ulang dengan aturan yang disegel di berkas ini');
  expect(stdout).toContain('Menit diakui 360');
  expect(status).toBe(0);
});

test('one changed byte: what differs first, with exit code 1', () => {
  put('changed.titian', log.text.replace('\\"minutes\\":240}"', '\\"minutes\\":280}"'));
  const { status, stdout } = verify('changed.titian', '--policy', 'trust.txt', '--language', 'en');
  expect(stdout).toContain('The first thing that differs');
  expect(stdout).toContain('of journey p1 (');
  expect(status).toBe(1);
});

test('no policy: exit code 3; no bundle, no file, no sense: 2', () => {
  expect(verify('life.titian').status).toBe(3);
  expect(verify('trust.txt', '--policy', 'trust.txt')).toMatchObject({
    status: 2,
    stderr: 'Berkas ini bukan bundel Titian (titian-bundle/1).\n',
  });
  expect(verify('nothing.titian').status).toBe(2);
  expect(verify().status).toBe(2);
  expect(verify('life.titian', '--language', 'fr').status).toBe(2);
});

test('the report as JSON', () => {
  const report = JSON.parse(verify('life.titian', '--policy', 'trust.txt', '--json').stdout);
  expect(report).toMatchObject({ format: 'titian-verdict/1', verdict: 'verified', findings: [] });
});

test('a receipt, and one whose row was changed', () => {
  const row = log.lines.find(({ type }) => type === 'event')!;
  const index = row.leaf as number;
  const receiptOf = (text: string): string =>
    [
      'c2sp.org/tlog-proof@v1',
      `extra ${Buffer.from(text).toString('base64')}`,
      `index ${index}`,
      ...inclusionProof(log.leaves, index).map((hash) => hash.toString('base64')),
      '',
      checkpointOf(keys, log.leaves),
    ].join('\n');
  put('event.tlog-proof', receiptOf(canonical(row)));
  put('changed.tlog-proof', receiptOf(canonical(row).replace('300', '900')));
  const good = verify('receipt', 'event.tlog-proof', '--policy', 'trust.txt');
  expect(good.stdout).toContain('berada dalam log log.example/titian sebagai daun nomor 3 dari 14');
  expect(good.status).toBe(0);
  const bad = verify('receipt', 'changed.tlog-proof', '--policy', 'trust.txt');
  expect(bad.stdout).toContain('isi tanda terima ini bukan daun nomor 3 dari log');
  expect(bad.status).toBe(1);
  expect(verify('receipt', 'event.tlog-proof').status).toBe(2);
  expect(verify('receipt', 'trust.txt', '--policy', 'trust.txt').status).toBe(2);
});

test('rules that never answer are ended and named', async () => {
  const rules = createProcessRules(join(folder, 'verify.mjs'), 1);
  const pack = PACK.replace('const limit=', 'while(command.data.minutes===480);const limit=');
  const { findings } = await check(new SmallLog(keys, { pack }).text, { trustPolicy, rules });
  expect(findings[0]?.sentence.en).toBe(
    'Decision 2 of journey p1 (record-session) could not be decided again: its rules did not answer in time.',
  );
});

test('the well-known way out of a world of its own leads nowhere', async () => {
  const rules = createProcessRules(join(folder, 'verify.mjs'));
  const way = "globalThis.constructor.constructor('return process')().exit(0);";
  const pack = PACK.replace('const limit=', `${way}const limit=`);
  const { findings } = await check(new SmallLog(keys, { pack }).text, { trustPolicy, rules });
  expect(findings[0]?.sentence.en).toMatch(/its rules broke down \((EvalError|TypeError)\)\.$/);
});

test('both files come out the same each time, and hold no address to fetch from', async () => {
  const again = await builtVerifier();
  for (const name of ['verify.mjs', 'verify.html'])
    expect(readFileSync(join(again, name), 'utf8')).toBe(readFileSync(join(folder, name), 'utf8'));
  rmSync(again, { recursive: true });
  const page = readFileSync(join(folder, 'verify.html'), 'utf8');
  expect(page).not.toMatch(/<(link|img|iframe|script src)/);
  expect(page).toContain("default-src 'none'");
});
