/** The parts of a verification by themselves: threads that die, tiles that a small record does not have. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createRunners } from '../../src/audit/verify/job-runners.ts';
import { LEAVES_PER_STRETCH } from '../../src/audit/verify/jobs.ts';
import { WholeTree } from '../../src/audit/verify/whole-tree.ts';
import type { Finding } from '../../src/ledger/findings.ts';
import { toVerify } from '../../src/runtime/verify-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'titian-verify-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a thread that ends without an error', () => {
  const file = join(folder, 'ends.mjs');
  const begin = () => {
    writeFileSync(file, 'process.exit(0);');
    return createRunners({ url: 'postgres://nowhere.invalid/none' }, 1, pathToFileURL(file).href)[0]!;
  };

  it('fails each of its parts, also those that come later, and closes', async () => {
    const runner = begin();
    const run = () => runner.run({ kind: 'claims' }, () => undefined);
    await expect(run()).rejects.toThrow('a thread of the verification ended by itself');
    await expect(run()).rejects.toThrow('a thread of the verification ended by itself');
    await runner.close();
  });
});

describe('tiles above a stretch', () => {
  const stretch = { from: 0, leaves: LEAVES_PER_STRETCH, root: 'ab'.repeat(32), sizes: [] };
  const foundWith = (tiles: ReadonlyMap<string, Buffer>, sealed: number): string[] => {
    const found: Finding[] = [];
    const tree = new WholeTree([], { tiles, sealed }, (finding) => found.push(finding));
    tree.take(stretch);
    tree.end(true);
    return found.map(({ explanation }) => explanation);
  };

  it('must be there as far as a checkpoint covers them', () => {
    const told = 'tile 2/0 is missing or has 0 of 1 hashes, although a checkpoint covers it';
    expect(foundWith(new Map(), LEAVES_PER_STRETCH)).toEqual([told]);
    expect(foundWith(new Map(), LEAVES_PER_STRETCH - 1)).toEqual([]);
    const kept = new Map([['2/0', Buffer.from(stretch.root, 'hex')]]);
    expect(foundWith(kept, LEAVES_PER_STRETCH)).toEqual([]);
  });
});

it('where the log’s key lies its memory is asked for, also where it is gone', () => {
  const key = join(folder, 'log.pem');
  const log = { origin: 'log.test/titian', policy: 'quorum none\n' };
  const installation = () =>
    toVerify({ seal: { key } as never, dataFolder: folder }, { appUrl: 'postgres://none' } as never, log);
  expect(installation().signedTreeFile).toBeUndefined();
  writeFileSync(key, 'a key');
  expect(installation().signedTreeFile).toBe(`${key}.signed`);
});
