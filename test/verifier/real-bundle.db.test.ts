/** A bundle that the product itself made, of a life led over HTTP, checked by verify.mjs alone in a folder. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, PROSECUTOR, runningCase, SUPERVISOR } from '../api/case-on-the-way.ts';
import { type ExportWorld, openExportWorld } from '../audit/export-world.ts';
import { rulesPack } from '../support/rules-pack.ts';
import { builtVerifier } from './built.ts';

let api: ExportWorld;
let folder: string;
let bundle: string;
let person: string;

beforeAll(async () => {
  [api, folder] = await Promise.all([openExportWorld(), builtVerifier()]);
  await api.ledger.keepRules('test', Buffer.from(await rulesPack()));
  const life = await runningCase(api);
  await life.moveClock('2026-04-02T06:00:00.000Z');
  const session = { caseId: 'c1', siteId: 'puskesmas-helvetia' };
  for (const date of ['2026-03-30', '2026-03-31']) {
    const hours = { start: `${date}T08:00`, end: `${date}T12:00` };
    await must(life.send('record-session', { ...session, ...hours }, SUPERVISOR));
  }
  await life.send('void-case', { caseId: 'c7', reason: 'no such case' }, PROSECUTOR);
  await api.settle();
  person = life.personId;
  bundle = (await api.bundle(`scope=person&id=${person}`)).text;
  writeFileSync(join(folder, 'life.titian'), bundle);
  writeFileSync(join(folder, 'trust.txt'), api.log.policy);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

function verify(file: string) {
  const words = ['verify.mjs', file, '--policy', 'trust.txt', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    ...{ cwd: folder, env: {}, encoding: 'utf8' },
  });
  return { status, stderr, report: stdout === '' ? undefined : JSON.parse(stdout) };
}

test('is verified, and its hours come out again by the rules in it', () => {
  const { status, report } = verify('life.titian');
  expect(report.findings).toEqual([]);
  expect(status).toBe(0);
  const stream = report.streams.find((one: { stream: string }) => one.stream === `journey/${person}`);
  expect(stream.recomputed).toEqual(stream.recorded);
  expect(stream.recomputed.creditedMinutes).toBe(480);
  expect(stream.recomputed.refused).toBe(1);
  expect(stream.decidedAgain).toBe(stream.recorded.decisions);
});

test('is refused where minutes were changed, by stream, place and type', () => {
  const changed = bundle.replace(
    /(\{\\"caseId\\":\\"c1\\",\\"date\\":\\"2026-03-31\\"[^}]*\\"minutes\\":)240/,
    '$1480',
  );
  expect(changed).not.toBe(bundle);
  writeFileSync(join(folder, 'changed.titian'), changed);
  const { status, report } = verify('changed.titian');
  expect(status).toBe(1);
  expect(report.findings[0].sentence.id).toMatch(
    new RegExp(`^Peristiwa ke-\\d+ perjalanan ${person} \\(MinutesCredited\\) tidak sama dengan segelnya: `),
  );
  expect(report.counts.decidedAgain).toBe(0);
});

test('a period, whose registers the scope itself asks about, is verified too: they are decided again', async () => {
  const today = new Date(Date.now() + 86_400_000).toISOString();
  const { text } = await api.bundle(`scope=period&from=2026-01-01T00:00:00.000Z&to=${today}`);
  writeFileSync(join(folder, 'period.titian'), text);
  const { status, report } = verify('period.titian');
  expect(report.findings.slice(0, 3)).toEqual([]);
  expect(report.verdict).toBe('verified');
  expect(status).toBe(0);
  const kinds = new Set(
    report.streams.map(({ kind, role }: { kind: string; role: string }) => `${kind} ${role}`),
  );
  expect([...kinds].sort()).toEqual(['journey subject', 'register subject']);
  expect(report.counts.decidedAgain).toBe(report.counts.subjectDecisions);
});
