/** Checkpoints of a log, `c2sp.org/tlog-checkpoint`: which tree it vouches for. */
import { decodeBase64 } from './base64.ts';
import { HASH_BYTES, requireCount } from './merkle.ts';
import { NoteProblem } from './note-problem.ts';
import { type OpenedNote, openNote } from './signed-note.ts';
import { SIGNATURE_TYPES, type VerifierKey } from './verifier-key.ts';

export interface Checkpoint {
  /** Says which log it is; one line. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
  /** Opaque lines after the first three. Titian writes none. */
  readonly extensions?: readonly string[];
}

export interface OpenedCheckpoint extends OpenedNote {
  readonly checkpoint: Checkpoint;
}

/** The text that the log signs. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  requireCount('The size of a tree', size);
  if (root.length !== HASH_BYTES) throw new RangeError('The root of a tree has 32 bytes');
  const lines = [origin, String(size), root.toString('base64'), ...extensions];
  if (lines.some((line) => line === '' || line.includes('\n')))
    throw new RangeError('The lines of a checkpoint are not empty and hold no line feed');
  return `${lines.join('\n')}\n`;
}

/** @throws NoteProblem `malformed` */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, decimal, base64, ...extensions] = text.endsWith('\n') ? text.slice(0, -1).split('\n') : [];
  const size = decimal === undefined ? undefined : parseCount(decimal);
  const root = base64 === undefined ? undefined : decodeBase64(base64);
  if (!origin || extensions.includes('')) throw malformed('it should have at least three lines, none empty');
  if (size === undefined) throw malformed('its second line is no tree size');
  if (root?.length !== HASH_BYTES) throw malformed('its third line is no root hash');
  return { origin, size, root, ...(extensions.length > 0 && { extensions }) };
}

/**
 * A checkpoint that its own log has signed: by one of the keys, under the name that is its origin.
 *
 * @param keys of logs and of witnesses; signatures of others are passed over
 * @throws NoteProblem as openNote does, and `unsigned` if only others than its log have signed it
 */
export function openCheckpoint(note: Uint8Array | string, keys: readonly VerifierKey[]): OpenedCheckpoint {
  const opened = openNote(note, keys);
  const checkpoint = parseCheckpoint(opened.text);
  const isByLog = opened.verified.some(
    ({ key }) => key.type === SIGNATURE_TYPES.note && key.name === checkpoint.origin,
  );
  if (!isByLog)
    throw new NoteProblem('unsigned', `The checkpoint of ${checkpoint.origin} is not signed by that log.`);
  return { ...opened, checkpoint };
}

/** @returns `undefined` unless the text is a whole number from 0 in its one spelling, and counted exactly */
export function parseCount(text: string): number | undefined {
  if (!/^(0|[1-9]\d{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

const malformed = (why: string): NoteProblem =>
  new NoteProblem('malformed', `This is no checkpoint: ${why}.`);
