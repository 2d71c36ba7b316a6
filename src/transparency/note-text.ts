/** The form of a signed note (`c2sp.org/signed-note`): its text and its signature lines, nothing verified yet. */
import { decodeBase64 } from './base64.ts';
import { NoteProblem } from './note-problem.ts';
import { decodeUtf8 } from './utf8.ts';
import { isKeyName } from './verifier-key.ts';

export interface NoteSignature {
  readonly name: string;
  readonly id: number;
  /** The bytes after the key id. */
  readonly bytes: Buffer;
}

export interface ParsedNote {
  /** What is signed, with its last line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** More than any log needs with its witnesses; the specification asks for at least 16. */
const MOST_SIGNATURES = 100;
const LONGEST_NOTE_BYTES = 1_000_000;
const ID_BYTES = 4;

export function formatSignature({ name, id, bytes }: NoteSignature): string {
  const keyId = Buffer.allocUnsafe(ID_BYTES);
  keyId.writeUInt32BE(id);
  return `— ${name} ${Buffer.concat([keyId, bytes]).toString('base64')}\n`;
}

/** @throws RangeError for a text that a note cannot have */
export function formatNote({ text, signatures }: ParsedNote): string {
  if (!isNoteText(text))
    throw new RangeError('The text of a note ends with a line feed and has no other controls');
  if (signatures.length === 0) throw new RangeError('A note has at least one signature');
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** @throws NoteProblem `malformed` */
export function parseNote(note: Uint8Array | string): ParsedNote {
  const whole = textOf(note);
  const split = whole.lastIndexOf('\n\n');
  if (split === -1) throw malformed('no empty line parts text and signatures');
  const text = whole.slice(0, split + 1);
  if (!isNoteText(text)) throw malformed('its text is empty or has control characters');
  return { text, signatures: parseSignatures(whole.slice(split + 2)) };
}

/**
 * Signature lines on their own, as a witness answers them.
 *
 * @throws NoteProblem `malformed`
 */
export function parseSignatures(lines: Uint8Array | string): NoteSignature[] {
  const text = textOf(lines);
  if (!text.endsWith('\n')) throw malformed('its last signature line is not ended');
  const found = text.slice(0, -1).split('\n');
  if (found.length > MOST_SIGNATURES) throw malformed(`it has more than ${MOST_SIGNATURES} signatures`);
  return found.map(parseSignature);
}

function parseSignature(line: string): NoteSignature {
  const [dash, name, base64, ...more] = line.split(' ');
  if (dash !== '—' || name === undefined || base64 === undefined || more.length > 0 || !isKeyName(name))
    throw malformed('a line after its text is no signature line');
  const bytes = decodeBase64(base64);
  if (bytes === undefined || bytes.length <= ID_BYTES)
    throw malformed(`the signature of ${name} is not base64 of an id and a signature`);
  return { name, id: bytes.readUInt32BE(0), bytes: bytes.subarray(ID_BYTES) };
}

/** UTF-8 without control characters other than line feeds, and of bearable length. */
function textOf(note: Uint8Array | string): string {
  if (Buffer.byteLength(note) > LONGEST_NOTE_BYTES)
    throw malformed(`it is longer than ${LONGEST_NOTE_BYTES} bytes`);
  const text = decodeUtf8(note);
  if (text === undefined) throw malformed('it is not UTF-8');
  if (hasControls(text)) throw malformed('it has control characters');
  return text;
}

const isNoteText = (text: string): boolean => text.endsWith('\n') && !hasControls(text);

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}

const malformed = (why: string): NoteProblem =>
  new NoteProblem('malformed', `This is no signed note: ${why}.`);
