/** A witness in this process, whose clock stands. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseSignatures } from '../../src/transparency/note-text.ts';
import { cosigner, verifySignature } from '../../src/transparency/signed-note.ts';
import { openEvidenceFolder } from '../../witness/evidence.ts';
import { openStateFolder } from '../../witness/state-folder.ts';
import { createWitness } from '../../witness/witness.ts';
import { testKey } from '../transparency/test-keys.ts';
import { testLog } from './test-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'titian-witness-clock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const log = testLog('titian.example/log');
const other = testLog('titian.example/log', 'another');
const now = new Date('2026-03-16T03:00:00.000Z');
const lines: string[] = [];
const signer = cosigner('witness.example', testKey(2), () => now.getTime() / 1000);
const witness = createWitness({
  logs: [log.signer.key],
  signer,
  state: openStateFolder(join(folder, 'state'), signer.key, true),
  evidence: openEvidenceFolder(join(folder, 'evidence')),
  tell: (line) => lines.push(line),
  now: () => now,
});
const add = (body: string) => witness.add(Buffer.from(body));

it('cosigns with the time of its clock', async () => {
  const { body } = add(await log.request(0, 9));
  expect(verifySignature(log.text(9), signer.key, parseSignatures(body)[0]!).time).toBe(1_773_630_000n);
});

it('keeps a fork after others have filled the day with checkpoints that everybody has', async () => {
  lines.length = 0;
  for (const size of [3, 4, 5, 6]) expect(add(await log.request(0, size)).status).toBe(409);
  expect(add(await other.request(9, 9)).status).toBe(422);
  expect(lines).toEqual([
    expect.stringMatching(
      /^EVIDENCE older: titian\.example\/log at size 3 was not cosigned; kept as older-3-/,
    ),
    'EVIDENCE older: titian.example/log at size 4 was not cosigned, and NOT KEPT: one of 2026-03-16 is kept ' +
      'already, and no more of that day are',
    expect.stringMatching(/^EVIDENCE fork: titian\.example\/log at size 9 was not cosigned; kept as fork-9-/),
  ]);
  const name = lines[2]!.split('kept as ')[1]!;
  expect(JSON.parse(readFileSync(join(folder, 'evidence', name), 'utf8'))).toMatchObject({
    at: '2026-03-16T03:00:00.000Z',
    refused: other.note(9),
  });
});
