import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LockLost, withFencedFile } from '../../src/seal/fenced-file.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

const folder = makeTestFolder();
afterAll(() => removeTestFolder(folder));

/** Locks and drafts: their names have a dot more. */
const leftOver = () => readdirSync(folder).filter((name) => /^(count|slow|many)\./.test(name));

const PATIENT = { staleMs: 3_600_000, waitMs: 3_600_000 };

function waiting(): [Promise<void>, () => void] {
  let end!: () => void;
  return [
    new Promise((resolve) => {
      end = resolve;
    }),
    () => end(),
  ];
}

/** A process that has the lock, until it is told to go on. */
async function holding(file: string, times = PATIENT) {
  const [until, goOn] = waiting();
  const [has, got] = waiting();
  const ended = withFencedFile(
    file,
    async (replace) => {
      got();
      await until;
      replace('by the holder');
    },
    times,
  );
  // Looked at by the test.
  ended.catch(() => undefined);
  await has;
  return { goOn, ended };
}

describe('a file that several processes replace', () => {
  it('is replaced by one after another, each by what it read', async () => {
    const file = join(folder, 'count');
    writeFileSync(file, '0');
    const add = () =>
      withFencedFile(file, async (replace) => {
        const read = Number(readFileSync(file, 'utf8'));
        await new Promise((resolve) => setImmediate(resolve));
        replace(String(read + 1));
      });
    await Promise.all(Array.from({ length: 12 }, add));
    expect(readFileSync(file, 'utf8')).toBe('12');
    expect(leftOver()).toEqual([]);
  });

  it('by a holder that was too slow is not replaced, and the next one keeps its lock', async () => {
    const file = join(folder, 'slow');
    const slow = await holding(file);
    const next = await holding(file, { staleMs: 0, waitMs: 3_600_000 });
    slow.goOn();
    await expect(slow.ended).rejects.toThrow(
      `${file} was not written: this process was too slow, and another took the lock`,
    );
    expect(existsSync(file)).toBe(false);
    await expect(withFencedFile(file, async () => 'got it', { ...PATIENT, waitMs: 0 })).rejects.toThrow(
      /^another process has the lock .*slow\.lock for too long/,
    );
    next.goOn();
    await next.ended;
    expect(readFileSync(file, 'utf8')).toBe('by the holder');
    expect(leftOver()).toEqual([]);
  });

  it('loses no replacement though everybody thinks everybody else dead', async () => {
    const file = join(folder, 'many');
    writeFileSync(file, '0');
    const dead = await holding(file);
    const add = async (): Promise<void> => {
      try {
        await withFencedFile(
          file,
          async (replace) => {
            const read = Number(readFileSync(file, 'utf8'));
            await new Promise((resolve) => setImmediate(resolve));
            replace(String(read + 1));
          },
          { staleMs: 0, waitMs: 3_600_000 },
        );
      } catch (error) {
        if (!(error instanceof LockLost)) throw error;
        await add();
      }
    };
    await Promise.all(Array.from({ length: 12 }, add));
    expect(readFileSync(file, 'utf8')).toBe('12');
    dead.goOn();
    await expect(dead.ended).rejects.toThrow('was not written');
    expect(readFileSync(file, 'utf8')).toBe('12');
    expect(leftOver()).toEqual([]);
  });
});
