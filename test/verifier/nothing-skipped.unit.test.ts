/** What a bundle's maker could leave out of the checks: none of it ends in `verified`. */
import { expect, test } from 'vitest';
import type { Report } from '../../verifier/core/report.ts';
import { canonical, closed, type Line, policyOf, signers } from './bundle-writer.ts';
import { check } from './checking.ts';
import { SmallLog, type Tampering } from './small-log.ts';

const keys = signers();
const trustPolicy = Buffer.from(policyOf(keys));

const checked = (tampering: Tampering): Promise<Report> =>
  check(new SmallLog(keys, tampering).text, { trustPolicy });

/** Lines that no leaf seals are changed, and the file closed again with the stolen key. */
function relabelled(stream: string, members: { [member: string]: string }): Promise<Report> {
  const lines: Line[] = structuredClone(new SmallLog(keys).lines);
  Object.assign(lines.find((line) => line.type === 'stream' && line.stream === stream)!, members);
  return check(closed(lines, keys), { trustPolicy });
}

const codes = ({ findings }: Report): string[] => findings.map(({ code }) => code);

test.each([
  ['facts that are no list', { facts: '{}' }, 'facts'],
  ['facts without a version', { facts: '[{"key":"policy/limit"}]' }, 'facts'],
])('a decision with %s cannot be decided again, and is named', async (_, fields, field) => {
  const report = await checked({
    minutes: { session: 0, minutes: 14_400 },
    decision: { place: 0, fields },
  });
  expect(report.verdict).toBe('differs');
  expect(report.findings).toContainEqual(
    expect.objectContaining({ code: 'QUESTION', stream: 'journey/p1', kind: 'decision', position: 1 }),
  );
  expect(report.findings.find(({ code }) => code === 'QUESTION')?.sentence.en).toBe(
    `Decision 1 of journey p1 (record-session) could not be decided again: its ${field} does not say what it was asked.`,
  );
});

test('a body that is no object is refused before anything is decided', async () => {
  const report = await checked({ decision: { place: 0, fields: { body: '[]' } } });
  expect(report.verdict).toBe('differs');
  expect(codes(report)).toEqual(['ROW_TEXT']);
});

test('each decision of a subject is decided again, a fault, or without rules: what is missing is counted', async () => {
  const report = await checked({ decision: { place: 0, fields: { facts: '{}' } } });
  expect(report.findings.at(-1)).toEqual({
    code: 'NOT_DECIDED_AGAIN',
    step: 8,
    sentence: {
      id: 'Dari 3 keputusan yang harus dihitung ulang, 1 tidak dihitung ulang: 2 dihitung ulang, 0 galat, 0 tanpa aturan.',
      en: 'Of 3 decisions that must be made again, 1 was not: 2 were made again, 0 are faults, 0 lack their rules.',
    },
  });
  expect(report.counts).toMatchObject({ subjectDecisions: 3, decidedAgain: 2 });
});

test('a deadline that is told to be a fault may not carry events', async () => {
  const fields = { name: 'fire-deadline', outcome: 'fault', effects: '{}', detail: '{"fault":"TypeError"}' };
  const report = await checked({ decision: { place: 0, fields } });
  expect(report.verdict).toBe('differs');
  expect(codes(report)).toContain('FAULT');
  expect(report.findings[0]?.sentence.en).toBe(
    'Decision 1 of journey p1 (fire-deadline) is recorded as a fault, but changed something.',
  );
});

test('a fault that changed nothing leaves the verdict open', async () => {
  const fields = { outcome: 'fault', detail: canonical({ fault: 'TypeError' }) };
  const report = await checked({ decision: { place: 1, fields } });
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('unconfirmed');
  expect(report.notProven.map(({ en }) => en)).toContain(
    '1 decisions are recorded as faults of the program and were not made again: journey/p1 2 (record-session).',
  );
});

test('a life that is called a register is refused, and nothing of the file is run', async () => {
  const report = await relabelled('journey/p1', { role: 'register' });
  expect(report.verdict).toBe('differs');
  expect(report.findings).toEqual([
    expect.objectContaining({
      code: 'STREAM_ROLE',
      stream: 'journey/p1',
      sentence: {
        id: 'Berkas menyebut perjalanan p1 sebuah register; aliran jenis journey adalah subjek dan harus dihitung ulang.',
        en: 'The file calls journey p1 a register; a stream of kind journey is a subject and must be decided again.',
      },
    }),
  ]);
  expect(report.counts).toMatchObject({ subjectDecisions: 3, decidedAgain: 0 });
});

test('a kind that is not that of the name is refused', async () => {
  const report = await relabelled('journey/p1', { role: 'register', kind: 'register' });
  expect(codes(report)).toContain('STREAM_ROLE');
});

test('a register about which an office or a period asks stands as a subject, and is decided again', async () => {
  const report = await relabelled('register/limits', { role: 'subject' });
  expect(codes(report)).not.toContain('STREAM_ROLE');
  expect(report.counts.subjectDecisions).toBe(4);
  const notMadeAgain =
    'Decisions of registers (facts and policies) were not made again; their content matches its seal.';
  expect(report.notProven.map(({ en }) => en)).not.toContain(notMadeAgain);
  expect((await checked({})).notProven.map(({ en }) => en)).toContain(notMadeAgain);
});

test('without heads nothing is verified', async () => {
  const report = await checked({ withoutHeads: true });
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('unconfirmed');
});

test('heads of before the rows shown leave the verdict open', async () => {
  const report = await checked({ headsEarly: true });
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('unconfirmed');
  expect(report.notProven.map(({ en }) => en)).toContain(
    '3 rows of this file were sealed after the cut of the heads at leaf 7: that nothing after it was left out is not proven. Ask for a bundle with heads of its own day.',
  );
});

test('heads an hour older than the witnesses leave the verdict open, since later rows may be left out', async () => {
  expect((await checked({ headsAge: 3_600 })).verdict).toBe('verified');
  const old = await checked({ headsAge: 3_601 });
  expect(old.findings).toEqual([]);
  expect(old.verdict).toBe('unconfirmed');
  expect(old.notProven.map(({ en }) => en)).toContain(
    'The heads of the streams are of 2026-01-05T02:00:00.000Z, the checkpoint was cosigned at 2026-01-05T03:00:01.000Z: what was recorded in between may be missing. Ask for a bundle with heads of its own day.',
  );
});
