/** Proof files of C2SP `tlog-proof`: that one entry stands in a log, with the checkpoint that seals it. */
import { bytesOfBase64 } from './encodings.ts';

export interface ProofFile {
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/** Undefined for anything that is not exactly a proof file. */
export function parseProofFile(text: string): ProofFile | undefined {
  const gap = text.indexOf('\n\n');
  if (gap < 0) return undefined;
  const [first, ...lines] = text.slice(0, gap).split('\n');
  if (first !== FIRST_LINE) return undefined;
  const extraText = lines[0]?.startsWith('extra ') ? lines.shift()!.slice('extra '.length) : undefined;
  const extra = extraText === undefined ? undefined : bytesOfBase64(extraText);
  if (extraText !== undefined && extra === undefined) return undefined;
  const [, digits] = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? '') ?? [];
  const proof = lines.map(bytesOfBase64);
  const index = Number(digits);
  if (digits === undefined || !Number.isSafeInteger(index)) return undefined;
  if (proof.length > 64 || !proof.every((hash) => hash?.length === 32)) return undefined;
  return { extra, index, proof: proof as Uint8Array[], checkpoint: text.slice(gap + 2) };
}
