/** Nothing of a file is run before all of its seals hold, and nothing but what they were seen to hold for. */
import { expect, test } from 'vitest';
import type { RuleHost } from '../../verifier/core/rule-host.ts';
import { verifyBundle } from '../../verifier/core/verify-bundle.ts';
import { checkpointOf, closed, type Line, policyOf, Signer, signers } from './bundle-writer.ts';
import { rulesHere } from './checking.ts';
import { PACK, SmallLog } from './small-log.ts';

const keys = signers();
const trustPolicy = Buffer.from(policyOf(keys));
const log = new SmallLog(keys);

/** Reads the first text, then the second; answers what was loaded, too. */
async function read(first: string, second = first) {
  const loaded: string[] = [];
  const rules: RuleHost = {
    load: (code) => {
      loaded.push(code);
      return rulesHere.load(code);
    },
  };
  const texts = [first, second];
  async function* chunks() {
    yield Buffer.from(texts.shift()!);
  }
  const report = await verifyBundle(chunks, { rules, trustPolicy });
  return { report, loaded, readings: 2 - texts.length };
}

function changed(change: (lines: Line[]) => void): string {
  const lines = structuredClone(log.lines);
  change(lines);
  return closed(lines, keys);
}

const of = (lines: Line[], type: string): Line => lines.find((line) => line.type === type)!;

test('a file whose seals hold is read twice, and its rules are loaded', async () => {
  const { report, loaded, readings } = await read(log.text);
  expect(report.verdict).toBe('verified');
  expect(loaded).toEqual([PACK]);
  expect(readings).toBe(2);
});

const stranger = new Signer(keys.log.name, 1);

test.each<readonly [string, string]>([
  ['no end', log.text.slice(0, log.text.lastIndexOf('{"lines":'))],
  ['a byte changed', log.text.replace('"office":"bpk"', '"office":"bpl"')],
  ['the end signed by somebody else', closed(log.lines, { ...keys, log: stranger })],
  [
    'a checkpoint without its witnesses',
    changed((lines) => {
      of(lines, 'checkpoint').note = checkpointOf({ ...keys, witnesses: [] }, log.leaves);
    }),
  ],
  [
    'a pack that no leaf holds',
    changed((lines) => {
      const rules = of(lines, 'rules');
      rules.note = { ...(rules.note as object), committed_at: '2026-01-05T02:00:00.001Z' };
    }),
  ],
  [
    'another root',
    changed((lines) => {
      of(lines, 'node').hash = '0'.repeat(64);
    }),
  ],
])('%s: nothing is run', async (_, text) => {
  const { report, loaded, readings } = await read(text);
  expect(report.verdict).toBe('differs');
  expect(loaded).toEqual([]);
  expect(readings).toBe(1);
  expect(report.counts.decidedAgain).toBe(0);
});

test('what differs from its seal says that nothing of it was run', async () => {
  const { report } = await read(log.text.replace('"office":"bpk"', '"office":"bpl"'));
  expect(report.notProven.map(({ en }) => en)).toContain(
    'No decision was made again: the rules in a file are run only where all of its seals hold.',
  );
});

test('other bytes in the second reading are a finding, and another pack in them is not run', async () => {
  const other = new SmallLog(keys, { pack: `${PACK};` });
  const { report, loaded } = await read(log.text, other.text);
  expect(loaded).toEqual([]);
  expect(report.verdict).toBe('differs');
  expect(report.findings.map(({ sentence }) => sentence.en)).toContain(
    'The file changed while it was checked: the second reading gave other content than the first.',
  );
});

test('times that do not fit are shown, and differ from no seal', async () => {
  const late = new SmallLog(keys, {
    decision: { place: 1, fields: { committed_at: '2026-01-05T02:01:00.001Z' } },
  });
  const { report } = await read(late.text);
  expect(report.verdict).toBe('verified');
  expect(report.remarks.map(({ en }) => en)).toEqual([
    'Decision 2 of journey p1 (record-session) says that it was committed at 2026-01-05T02:01:00.001Z, after witnesses saw the log that already held it (2026-01-05T02:00:00.000Z).',
  ]);
  const back = new SmallLog(keys, {
    decision: { place: 1, fields: { committed_at: '2026-01-05T00:59:59.999Z' } },
  });
  expect((await read(back.text)).report.remarks.map(({ en }) => en)).toEqual([
    'Decision 2 of journey p1 (record-session) says that it was committed at 2026-01-05T00:59:59.999Z, more than an hour before a row that precedes it in the same stream (2026-01-05T02:00:00.000Z).',
  ]);
  expect((await read(log.text)).report.remarks).toEqual([]);
});

test('what a file may lack is said: looks, certificates, histories', async () => {
  const { report } = await read(log.text);
  const open = report.notProven.map(({ en }) => en);
  expect(open).toContainEqual(expect.stringMatching(/^That this file holds all looks .* is not proven/));
  expect(open).toContainEqual(
    expect.stringMatching(/^That this file holds all certificates .* is not proven/),
  );
  const without = await read(closed(new SmallLog(keys, { withoutHistory: true }).lines, keys));
  expect(without.report.counts.runsWithoutHistory).toBe(1);
  expect(without.report.notProven.map(({ en }) => en)).toContain(
    '1 workflow runs have no history in this file: whether they are still open, not archived yet or left out is not proven.',
  );
});
