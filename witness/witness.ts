/** A witness: cosigns for the logs it knows, remembers, and keeps evidence. */
import { formatNote, formatSignature, type NoteSignature, parseNote } from '../src/transparency/note-text.ts';
import type { NoteSigner } from '../src/transparency/signed-note.ts';
import type { VerifierKey } from '../src/transparency/verifier-key.ts';
import type { EvidenceFolder } from './evidence.ts';
import { findRefusal, type Refusal, readRequest, type SignedRequest } from './judge.ts';
import type { KnownCheckpoint, StateFolder } from './state-folder.ts';

export interface Answer {
  readonly status: 200 | Refusal['status'];
  readonly type: string;
  readonly body: string;
}

export interface Witness {
  /** Answers `add-checkpoint`. Throws if its memory cannot be read or written: then nothing was cosigned. */
  add(body: Uint8Array): Answer;
  /** The checkpoint cosigned last, by SHA-256 of the log's origin, hex. */
  latestNote(originHash: string): string | undefined;
}

export interface WitnessParts {
  readonly logs: readonly VerifierKey[];
  readonly signer: NoteSigner;
  readonly state: StateFolder;
  readonly evidence: EvidenceFolder;
  /** One line for whoever runs the witness. */
  readonly tell: (line: string) => void;
  readonly now: () => Date;
}

const TEXT = 'text/plain; charset=utf-8';

export function createWitness({ logs, signer, state, evidence, tell, now }: WitnessParts): Witness {
  const refuse = (refused: Refusal): Answer =>
    refused.status === 409
      ? { status: 409, type: 'text/x.tlog.size', body: `${refused.sentence}\n` }
      : { status: refused.status, type: TEXT, body: `${refused.sentence}\n` };

  const keepEvidence = ({ evidence: kind }: Refusal, request: SignedRequest, latest?: KnownCheckpoint) => {
    if (kind === undefined) return;
    const { origin, size, note: refused } = request;
    const proof = request.proof.map((hash) => hash.toString('base64'));
    const cosigned = latest?.note ?? '';
    const kept = evidence.keep({ kind, origin, size, refused, cosigned, proof }, now());
    const refusal = `EVIDENCE ${kind}: ${origin} at size ${size} was not cosigned`;
    if (kept.outcome === 'kept') tell(`${refusal}; kept as ${kept.name}`);
    if (kept.outcome === 'full') tell(`${refusal}, and NOT KEPT: ${kept.why}`);
  };

  return {
    latestNote: (originHash) => state.latestNote(originHash),

    // Without a pause from reading the memory to writing it: of two requests the second finds what the first left.
    add: (body) => {
      const request = readRequest(body, logs);
      if ('status' in request) return refuse(request);
      const latest = state.latest(request.origin);
      const refused = findRefusal(request, latest);
      if (refused !== undefined) {
        keepEvidence(refused, request, latest);
        return refuse(refused);
      }
      const cosignature = signer.sign(request.text);
      state.keep(request.origin, withSignature(request.note, cosignature));
      tell(`cosigned ${request.origin} at size ${request.size}`);
      return { status: 200, type: TEXT, body: formatSignature(cosignature) };
    },
  };
}

function withSignature(note: string, signature: NoteSignature): string {
  const { text, signatures } = parseNote(note);
  return formatNote({ text, signatures: [...signatures, signature] });
}
