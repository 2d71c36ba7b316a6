/**
 * A file that several processes, also of several machines, replace one after another, each by what it read there.
 * Whoever has the lock may be thought dead and lose it; then it replaces nothing any more: its draft is gone, and
 * giving the draft the file's name is one step that happens or does not.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { moveDraft, writeDraft } from '../transparency/durable-file.ts';

export interface LockTimes {
  /** A lock that one and the same holder has for so long was left by a process that died. Work takes milliseconds. */
  readonly staleMs: number;
  /** Nobody waits longer. */
  readonly waitMs: number;
}

/** Another process had the lock too long, or took it from this one. To be tried again. */
export class LockLost extends Error {
  override readonly name = 'LockLost';
}

const TIMES: LockTimes = { staleMs: 10_000, waitMs: 30_000 };
const LOOK_AGAIN_MS = 20;
const FOR_ITS_OWNER = 0o600;

/**
 * @param work may replace the file once; throws LockLost where it no longer may.
 * @throws LockLost if the lock was not to be had.
 */
export async function withFencedFile<T>(
  file: string,
  work: (replace: (content: string) => void) => Promise<T>,
  times: LockTimes = TIMES,
): Promise<T> {
  const holder = `${process.pid}.${randomBytes(8).toString('hex')}`;
  closeSync(openSync(draftOf(file, holder), 'wx', FOR_ITS_OWNER));
  try {
    await takeLock(file, holder, times);
    return await work((content) => replaceBy(file, holder, content));
  } finally {
    endLock(file, holder);
    rmSync(draftOf(file, holder), { force: true });
  }
}

function replaceBy(file: string, holder: string, content: string): void {
  const draft = draftOf(file, holder);
  try {
    writeDraft(draft, content);
    moveDraft(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new LockLost(`${file} was not written: this process was too slow, and another took the lock`);
  }
}

async function takeLock(file: string, own: string, { staleMs, waitMs }: LockTimes): Promise<void> {
  const began = performance.now();
  let seen: { readonly holder: string; readonly since: number } | undefined;
  while (!makeLink(own, lockOf(file))) {
    const holder = holderOf(file);
    // By this process's own clock: those of two machines differ.
    if (holder !== seen?.holder)
      seen = holder === undefined ? undefined : { holder, since: performance.now() };
    if (seen !== undefined && performance.now() - seen.since >= staleMs) endLock(file, seen.holder);
    if (performance.now() - began >= waitMs)
      throw new LockLost(
        `another process has the lock ${lockOf(file)} for too long. If there is none, delete what begins with that name`,
      );
    await delay(LOOK_AGAIN_MS);
  }
}

/**
 * First the draft, so that the holder replaces nothing any more, then the lock. Only one process at a time ends the
 * lock of one holder, also the holder itself: no lock is removed that somebody has got meanwhile.
 */
function endLock(file: string, holder: string): void {
  const right = `${lockOf(file)}.${holder}`;
  if (!makeLink(holder, right)) return;
  try {
    if (holderOf(file) !== holder) return;
    rmSync(draftOf(file, holder), { force: true });
    rmSync(lockOf(file));
  } finally {
    rmSync(right);
  }
}

const lockOf = (file: string): string => `${file}.lock`;
const draftOf = (file: string, holder: string): string => `${file}.${holder}.draft`;

/** A link that points nowhere: it is made with its content, or not at all. */
function makeLink(content: string, link: string): boolean {
  try {
    symlinkSync(content, link);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): string | undefined {
  try {
    return readlinkSync(lockOf(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
