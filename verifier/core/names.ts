/** How streams and rows are called in sentences. Codes of the record itself are never translated. */
import type { Sentence } from './findings.ts';

const KINDS: { readonly [kind: string]: Sentence } = {
  journey: { id: 'perjalanan', en: 'journey' },
  class: { id: 'kelas', en: 'class' },
  'training-class': { id: 'kelas', en: 'class' },
  certificate: { id: 'sertifikat', en: 'certificate' },
  permit: { id: 'izin', en: 'permit' },
  quota: { id: 'kuota', en: 'quota' },
};

/** For example `perjalanan p3f…`: the kind stands in the word, the id as the file writes it. */
export function streamName(stream: string): Sentence {
  const [kind = '', ...rest] = stream.split('/');
  const word = Object.hasOwn(KINDS, kind) ? KINDS[kind]! : undefined;
  if (word === undefined || rest.length === 0) return { id: `aliran ${stream}`, en: `stream ${stream}` };
  return { id: `${word.id} ${rest.join('/')}`, en: `${word.en} ${rest.join('/')}` };
}

export interface RowPlace {
  readonly stream: string;
  readonly kind: 'decision' | 'event';
  readonly position: number;
  /** The event's type or the command's name. */
  readonly name: string;
}

/** For example `Peristiwa ke-7 perjalanan p3f… (MinutesCredited)`. */
export function rowName({ stream, kind, position, name }: RowPlace): Sentence {
  const owner = streamName(stream);
  const [id, en] = kind === 'event' ? ['Peristiwa', 'Event'] : ['Keputusan', 'Decision'];
  return {
    id: `${id} ke-${position} ${owner.id} (${name})`,
    en: `${en} ${position} of ${owner.en} (${name})`,
  };
}

const VALUE_LENGTH = 80;

/** A value as a sentence quotes it. */
export function shownValue(value: unknown): string {
  const text = value === undefined ? '–' : (JSON.stringify(value) ?? '–');
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text;
}

export const inBoth = (text: string): Sentence => ({ id: text, en: text });
