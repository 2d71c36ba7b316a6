/**
 * What the log's key signed last, in a file beside the key and not in the database: a database that was put back
 * to an older state does not take it along, and is found out.
 */
import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface SignedTree {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
}

/** Signing takes milliseconds: a lock older than this was left by a process that died. */
const STALE_MS = 10_000;
const LOOK_AGAIN_MS = 20;

/** @returns undefined where nothing was ever signed, as far as the file knows. */
export async function readSignedTree(file: string, origin: string): Promise<SignedTree | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [writtenOrigin, size = '', root = '', end] = text.split('\n');
  if (writtenOrigin !== origin || !/^\d{1,15}$/.test(size) || !/^[0-9a-f]{64}$/.test(root) || end !== '')
    throw new Error(`${file} does not say what the key of ${origin} signed last: put it back as it was`);
  return { size: Number(size), root: Buffer.from(root, 'hex') };
}

/** On the disk when this has answered, whatever happens to the machine next. */
export async function writeSignedTree(file: string, origin: string, tree: SignedTree): Promise<void> {
  const draft = draftOf(file);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${origin}\n${tree.size}\n${tree.root.toString('hex')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** One process at a time: of two databases under one key, the second must see what the first had signed. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  const draft = draftOf(lock);
  const handle = await open(draft, 'wx', 0o600);
  await handle.close();
  try {
    while (!(await taken(draft, lock))) {
      await removeStale(lock);
      await delay(LOOK_AGAIN_MS);
    }
    try {
      return await work();
    } finally {
      await rm(lock, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function taken(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(lock: string): Promise<void> {
  const found = await stat(lock).catch(() => undefined);
  if (found !== undefined && Date.now() - found.ctimeMs > STALE_MS) await rm(lock, { force: true });
}

const draftOf = (file: string): string => `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
