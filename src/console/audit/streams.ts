/** Streams and where an auditor looks at them: `journey/p1` is shown at `/audit/streams/journey/p1`. */
import type { Words } from '../words/words.ts';

export interface StreamName {
  readonly kind: string;
  readonly id: string;
}

/** Kinds of stream that an auditor opens, in the order of the menu. */
export const STREAM_KINDS: { readonly [kind: string]: Words } = {
  journey: { id: 'Perjalanan orang', en: 'Journey of a person' },
  class: { id: 'Kelas', en: 'Class' },
  certificate: { id: 'Sertifikat', en: 'Certificate' },
  permit: { id: 'Izin tenaga kerja asing', en: 'Foreign-worker permit' },
  register: { id: 'Isi register', en: 'Register entry' },
  finding: { id: 'Temuan', en: 'Finding' },
};

export const kindWords = (kind: string): Words =>
  (Object.hasOwn(STREAM_KINDS, kind) ? STREAM_KINDS[kind] : undefined) ?? { id: kind, en: kind };

export function streamNameOf(stream: string): StreamName {
  const slash = stream.indexOf('/');
  return { kind: stream.slice(0, slash), id: stream.slice(slash + 1) };
}

export type StreamTab = 'runs' | 'replay' | 'comparison' | 'explain' | 'balance';

export function streamPath(stream: string, tab?: StreamTab): string {
  const { kind, id } = streamNameOf(stream);
  const path = `/audit/streams/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;
  return tab === undefined ? path : `${path}/${tab}`;
}

/** What an explanation can be asked about. */
export type Asked =
  | { readonly decision: number }
  | { readonly event: number }
  | { readonly deadline: string };

export const explainPath = (stream: string, asked: Asked): string =>
  `${streamPath(stream, 'explain')}?${new URLSearchParams(
    Object.entries(asked).map(([name, value]) => [name, String(value)]),
  )}`;

/** Of the API, for one stream. */
export const auditApiPath = ({ kind, id }: StreamName, what: string): string =>
  `/api/v1/audit/streams/${encodeURIComponent(kind)}/${encodeURIComponent(id)}/${what}`;

/** Who looked at it stands under the person's id, or under the stream's name. */
export const looksPath = ({ kind, id }: StreamName): string =>
  `/audit/who-looked?${kind === 'journey' ? new URLSearchParams({ person: id }) : new URLSearchParams({ subject: `${kind}/${id}` })}`;
