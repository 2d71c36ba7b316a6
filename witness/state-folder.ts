/**
 * What a witness must never forget: for each log, the last checkpoint it cosigned. A witness that lost it would
 * cosign a second history; so it does not start with a folder that is not, or no longer, its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, parseCheckpoint } from '../src/transparency/checkpoint.ts';
import { replaceFile } from '../src/transparency/durable-file.ts';
import { NoteProblem } from '../src/transparency/note-problem.ts';
import { openNote } from '../src/transparency/signed-note.ts';
import { formatVerifierKey, type VerifierKey } from '../src/transparency/verifier-key.ts';
import { WitnessProblem } from './witness-problem.ts';

export interface KnownCheckpoint {
  readonly checkpoint: Checkpoint;
  /** With the log's signature and the witness's own. */
  readonly note: string;
}

export interface StateFolder {
  /** By the disk, not by memory. Throws WitnessProblem for a file that is damaged. */
  latest(origin: string): KnownCheckpoint | undefined;
  /** By SHA-256 of the origin, hex. */
  latestNote(originHash: string): string | undefined;
  /** On return the checkpoint is on the disk. */
  keep(origin: string, note: string): void;
}

/** The name that `c2sp.org/tlog-witness` gives a log in addresses. */
export const originHash = (origin: string): string => createHash('sha256').update(origin).digest('hex');

const OWNER = 'witness';
const CHECKPOINT = '.checkpoint';

/**
 * @param key the witness's own: every file must bear its cosignature
 * @param isNew whether the witness begins: then the folder must not be in use, otherwise it must be
 * @throws WitnessProblem if a file cannot be read, or the folder is another witness's or has been lost
 */
export function openStateFolder(folder: string, key: VerifierKey, isNew: boolean): StateFolder {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const vkey = formatVerifierKey(key);
  /** Size by log, of every log that was ever cosigned: one that is listed and has no file was lost. */
  const cosigned = new Map(claim(folder, vkey, isNew).map((hash) => [hash, 0]));
  const fileOf = (hash: string) => join(folder, `${hash}${CHECKPOINT}`);
  const list = () => replaceFile(join(folder, OWNER), `${[vkey, ...cosigned.keys()].join('\n')}\n`);

  const known = (hash: string): KnownCheckpoint | undefined => {
    const latest = read(fileOf(hash), key);
    const size = latest?.checkpoint.size ?? -1;
    if (size < (cosigned.get(hash) ?? -1))
      throw new WitnessProblem(
        `${fileOf(hash)} is gone or older than what was cosigned; bring it back from a backup.`,
      );
    if (latest !== undefined) cosigned.set(hash, size);
    return latest;
  };

  for (const file of readdirSync(folder)) {
    if (file.endsWith(CHECKPOINT)) cosigned.set(file.slice(0, -CHECKPOINT.length), 0);
  }
  for (const hash of cosigned.keys()) known(hash);
  list();
  return {
    latest: (origin) => known(originHash(origin)),
    latestNote: (hash) => known(hash)?.note,
    keep(origin, note) {
      const hash = originHash(origin);
      replaceFile(fileOf(hash), note);
      // The checkpoint first: a log that is listed without a file would keep the witness from starting.
      const isFirst = !cosigned.has(hash);
      known(hash);
      if (isFirst) list();
    },
  };
}

/** @returns the logs cosigned so far, by SHA-256 of their origins */
function claim(folder: string, vkey: string, isNew: boolean): string[] {
  const file = join(folder, OWNER);
  const [owner, ...logs] = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  if (owner === vkey) return logs;
  if (owner !== undefined)
    throw new WitnessProblem(`${folder} is the memory of ${owner}, not of ${vkey}: bring that key back.`);
  if (!isNew)
    throw new WitnessProblem(
      `${folder} is empty, but this key was used before. Bring the folder back from a backup. If the key is ` +
        'really new, start once with --begin.',
    );
  return [];
}

function read(file: string, key: VerifierKey): KnownCheckpoint | undefined {
  if (!existsSync(file)) return undefined;
  const note = readFileSync(file);
  try {
    const { text } = openNote(note, [key]);
    return { checkpoint: parseCheckpoint(text), note: note.toString('utf8') };
  } catch (error) {
    if (error instanceof NoteProblem)
      throw new WitnessProblem(`${file} is damaged; bring it back from a backup. ${error.message}`);
    throw error;
  }
}
