/** Each step of docs/audit-bundle.md, "What a verifier does", by what it says when it fails. */
import { expect, test } from 'vitest';
import { canonical, checkpointOf, closed, type Line, policyOf, signers } from './bundle-writer.ts';
import { check } from './checking.ts';
import { PACK, SmallLog, type Tampering } from './small-log.ts';

const keys = signers();
const trustPolicy = Buffer.from(policyOf(keys));

/** Changes lines and closes the file again with the stolen key; answers codes and the first sentence. */
async function changed(
  change: (lines: Line[]) => void,
  tampering: Tampering = {},
): Promise<{ codes: string[]; first: string | undefined; verdict: string }> {
  const log = new SmallLog(keys, tampering);
  const lines = structuredClone(log.lines);
  change(lines);
  const { findings, verdict } = await check(closed(lines, keys), { trustPolicy });
  return { codes: findings.map(({ code }) => code), first: findings[0]?.sentence.id, verdict };
}

const line = (lines: Line[], type: string, place = 0): Line =>
  lines.filter((one) => one.type === type)[place]!;

test('a bundle as it was made is verified, and says what was made again', async () => {
  const report = await check(new SmallLog(keys).text, { trustPolicy });
  expect(report.verdict).toBe('verified');
  expect(report.findings).toEqual([]);
  expect(report.seal.witnesses.map(({ name }) => name)).toEqual(['W1', 'W2']);
  expect(report.streams.map(({ stream }) => stream)).toEqual(['register/limits', 'journey/p1']);
  expect(report.streams[1]).toMatchObject({
    decidedAgain: 3,
    recomputed: { creditedMinutes: 360, refusals: { DAILY_LIMIT: 1 } },
  });
});

test('streams may stand in any order: what rests on a later fact waits for it', async () => {
  const report = await check(new SmallLog(keys, { registerLast: true }).text, { trustPolicy });
  expect(report.verdict).toBe('verified');
  expect(report.counts.decidedAgain).toBe(3);
});

test('1: a byte changed after the file was closed', async () => {
  const text = new SmallLog(keys).text.replace(
    '"office":"bpk","role":"AUDITOR"}',
    '"office":"bpl","role":"AUDITOR"}',
  );
  const { findings } = await check(text, { trustPolicy });
  expect(findings.map(({ code }) => code)).toEqual(['FILE_CHANGED']);
  expect(findings[0]?.sentence.id).toMatch(/^Berkas diubah setelah ditutup: SHA-256 isinya [0-9a-f]{64}/);
});

test('1: signed by somebody else', async () => {
  const report = await check(new SmallLog(signers()).text, { trustPolicy });
  expect(report.verdict).toBe('differs');
  expect(report.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['CHECKPOINT_UNSIGNED', 'FILE_SIGNATURE']),
  );
});

test('2: too few witnesses for this policy, enough for that', async () => {
  const [first] = keys.witnesses;
  const alone = { ...keys, witnesses: [first!] };
  const text = new SmallLog(alone).text;
  const strict = await check(text, { trustPolicy });
  expect(strict.findings[0]?.sentence.id).toBe(
    'Checkpoint tidak disaksikan oleh cukup saksi menurut kebijakan kepercayaan; yang menandatangani: W1.',
  );
  const anyOne = await check(text, { trustPolicy: Buffer.from(policyOf(keys, 'any')) });
  expect(anyOne.verdict).toBe('verified');
});

test('2: a cosignature that does not hold spoils the checkpoint', async () => {
  const { codes, first } = await changed((lines) => {
    const checkpoint = line(lines, 'checkpoint');
    const [kept, forged] = (checkpoint.note as string).split(/(?<=— witness\.example\/ombudsman )/);
    checkpoint.note =
      kept + forged!.replace(/(.)(..=*\n)$/, (_, one, rest) => (one === 'A' ? 'B' : 'A') + rest);
  });
  expect(codes).toContain('CHECKPOINT_FORGED');
  expect(first).toBe('Tanda tangan witness.example/ombudsman pada checkpoint di baris 3 tidak sah.');
});

test('3: the log does not continue the earlier tree', async () => {
  const { first } = await changed((lines) => {
    const proof = line(lines, 'consistency').proof as string[];
    proof[0] = Buffer.alloc(32, 7).toString('base64');
  });
  expect(first).toMatch(/^Pohon log dengan 14 daun bukan kelanjutan dari pohon dengan \d daun/);
});

test('3: checkpoints that were kept: proved, missing, and of another past', async () => {
  const log = new SmallLog(keys);
  const kept = (note: string) =>
    check(log.text, { trustPolicy, knownCheckpoints: [{ name: 'old.txt', note }] });
  expect((await kept(log.earlier)).verdict).toBe('verified');
  const missing = await kept(checkpointOf(keys, log.leaves.slice(0, 2)));
  expect(missing.verdict).toBe('unconfirmed');
  expect(missing.seal.kept).toEqual([{ name: 'old.txt', size: 2, outcome: 'missing' }]);
  const fork = await kept(checkpointOf(keys, [...log.leaves.slice(0, -1), Buffer.alloc(32, 9)]));
  expect(fork.verdict).toBe('differs');
  expect(fork.findings[0]?.sentence.en).toMatch(/^The checkpoint that you kept .* both are signed\.$/);
  await expect(kept('no checkpoint')).rejects.toThrow('old.txt is not a checkpoint.');
});

test('4: a changed event is named by stream, place and type', async () => {
  const { codes, first } = await changed((lines) => {
    const event = line(lines, 'event', 1);
    event.body = (event.body as string).replace('240', '480');
  });
  expect(first).toBe(
    'Peristiwa ke-1 perjalanan p1 (MinutesCredited) tidak sama dengan segelnya: keputusan ke-1 (record-session) menyegel isi yang lain.',
  );
  expect(codes).toEqual(['EVENT_HEAD', 'ROOT']);
});

test('4: a changed decision is named', async () => {
  const { first } = await changed((lines) => {
    line(lines, 'decision', 2).actor_id = 'u9';
  });
  expect(first).toBe(
    'Keputusan ke-2 perjalanan p1 (record-session) tidak sama dengan segelnya: keputusan ke-3 menyambung ke isi yang lain.',
  );
});

test('5: a look that was changed gives another root', async () => {
  const { codes, first } = await changed((lines) => {
    line(lines, 'access').actor_id = 'u3';
  });
  expect(codes).toEqual(['ROOT']);
  expect(first).toMatch(/^Isi berkas tidak sama dengan segel log: akar pohonnya [0-9a-f]{64}/);
});

test('5: a node too many, and one too few', async () => {
  const many = await changed((lines) => {
    const at = lines.findIndex(({ type }) => type === 'head-node');
    lines.splice(at, 0, { type: 'node', from: 2, to: 3, hash: '0'.repeat(64) });
  });
  expect(many).toMatchObject({
    codes: ['NODE'],
    first: 'Simpul 2-3 tidak diperlukan: ia menutupi baris di berkas ini, atau tidak termasuk pohonnya.',
  });
  const few = await changed((lines) => {
    lines.splice(
      lines.findIndex(({ type }) => type === 'node'),
      1,
    );
  });
  expect(few.first).toMatch(/^Untuk daun nomor \d+ sampai \d+ tidak ada baris maupun simpul/);
});

test('5: a period must hold each of its leaves', async () => {
  const log = new SmallLog(keys, { period: true });
  const { findings } = await check(log.text, { trustPolicy });
  expect(findings.map(({ sentence }) => sentence.id)).toEqual([
    'Daun nomor 6 termasuk dalam periode berkas ini, tetapi barisnya tidak ada.',
  ]);
});

test('6: the end of a life left out, with all that belongs to it, is missed', async () => {
  const { codes } = await changed((lines) => {
    const last = lines.filter(({ stream_id: id }) => id === 'journey/p1').slice(-2);
    for (const row of last) lines.splice(lines.indexOf(row), 1);
  });
  expect(codes[0]).toBe('HEAD');
  const { first } = await changed((lines) => {
    const last = lines.filter(({ stream_id: id }) => id === 'journey/p1').slice(-2);
    for (const row of last) lines.splice(lines.indexOf(row), 1);
  });
  expect(first).toBe(
    'Pada saat potongan perjalanan p1 memiliki 3 keputusan dan 2 peristiwa, tetapi berkas memuat 2 dan 1 dari masa itu.',
  );
});

test('6: without heads completeness is not claimed', async () => {
  const report = await check(new SmallLog(keys, { withoutHeads: true }).text, { trustPolicy });
  expect(report.verdict).toBe('unconfirmed');
  expect(report.notProven.map(({ en }) => en)).toContain(
    'That no stream was cut short is not proven: the file holds no heads of streams.',
  );
});

test('7: another pack than the one that was sealed is not run', async () => {
  const { codes, first } = await changed((lines) => {
    line(lines, 'rules').code = PACK.replace('>limit.value', '>999');
  });
  expect(first).toMatch(/^Aturan build build-1 bukan yang disebut barisnya/);
  expect(codes).not.toContain('RULES_DIFFER');
});

test('7: a history that was edited', async () => {
  const { first } = await changed((lines) => {
    line(lines, 'history').bytes = Buffer.from('another history').toString('base64');
  });
  expect(first).toMatch(/^Riwayat proses run-1 milik perjalanan p1 tidak sama dengan segelnya/);
});

test('8: minutes changed with the stolen key, everything sealed anew: the rules still know', async () => {
  const forged = new SmallLog(keys, { minutes: { session: 0, minutes: 480 } });
  const report = await check(forged.text, { trustPolicy });
  // The second: the total of minutes that it tells the certificate rests on the changed one.
  expect(report.findings.map(({ code }) => code)).toEqual(['RULES_DIFFER', 'RULES_DIFFER']);
  expect(report.findings[0]).toMatchObject({ stream: 'journey/p1', kind: 'event', position: 1, step: 8 });
  expect(report.findings[0]?.sentence).toEqual({
    id: 'Peristiwa ke-1 perjalanan p1 (MinutesCredited): aturan memberi 240 menit, catatan 480 (minutes).',
    en: 'Event 1 of journey p1 (MinutesCredited): the rules give 240 minutes, the record 480 (minutes).',
  });
  expect(report.streams[1]).toMatchObject({
    recorded: { creditedMinutes: 600 },
    recomputed: { creditedMinutes: 360 },
  });
});

test.each([
  [
    'throws',
    PACK.replace('const limit=', "throw new RangeError('x');const limit="),
    'berhenti dengan galat (RangeError)',
  ],
  [
    'answers nonsense',
    PACK.replace("{outcome:'needs'", "{outcome:'maybe'").replace('if(limit===undefined)', ''),
    'tidak berbentuk keputusan',
  ],
  [
    'reaches for its process',
    PACK.replace('const limit=', 'process.exit(0);const limit='),
    'berhenti dengan galat (ReferenceError)',
  ],
  [
    'makes code of texts',
    PACK.replace('const limit=', "Function('return 1')();const limit="),
    'berhenti dengan galat (EvalError)',
  ],
])('8: a pack that %s is a finding', async (_, pack, words) => {
  const { findings } = await check(new SmallLog(keys, { pack }).text, { trustPolicy });
  expect(findings[0]?.code).toBe('RULES_ANSWER');
  expect(findings[0]?.sentence.id).toContain(words);
});

test('8: a script that leaves no rules, and none at all', async () => {
  const broken = await check(new SmallLog(keys, { pack: 'nonsense(' }).text, { trustPolicy });
  expect(broken.verdict).toBe('differs');
  expect(broken.findings.map(({ code }) => code)).toContain('RULES');
  const none = await check(new SmallLog(keys, { withoutRules: true }).text, { trustPolicy });
  expect(none.verdict).toBe('unconfirmed');
  expect(none.notProven[1]?.en).toBe(
    '3 decisions were not made again: the rules of build build-1 are not in this file or cannot be run.',
  );
});

test('8: a fault is not decided again, so it must have changed nothing', async () => {
  const { findings, counts } = await check(new SmallLog(keys, { outcome: 'fault' }).text, { trustPolicy });
  expect(findings[0]?.sentence.id).toBe(
    'Keputusan ke-1 perjalanan p1 (record-session) dicatat sebagai galat, tetapi mengubah sesuatu.',
  );
  expect(counts).toMatchObject({ faults: 1, decidedAgain: 2 });
});

test('without a policy of the reader nothing is confirmed, and the key is shown', async () => {
  const report = await check(new SmallLog(keys).text);
  expect(report.verdict).toBe('unconfirmed');
  expect(report.seal.key?.confirmed).toBe(false);
  expect(report.notProven[0]?.en).toMatch(
    /^Signed by the key log\.example\/titian with fingerprint ([0-9a-f]{4} ){15}[0-9a-f]{4}, which you have not confirmed/,
  );
});

test('a policy or a file that is none is no verdict', async () => {
  await expect(check(new SmallLog(keys).text, { trustPolicy: Buffer.from('log x\n') })).rejects.toThrow(
    'Your trust policy cannot be read: line 1: not a key',
  );
  await expect(check('')).rejects.toThrow('This file is not a bundle');
  const other = canonical({ type: 'header', format: 'titian-bundle/2' });
  await expect(check(`${other}\n`)).rejects.toThrow('of the format titian-bundle/2');
});
