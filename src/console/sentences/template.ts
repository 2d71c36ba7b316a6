/** What is said of one type of event: its kind, a sentence without its data, and one with it. */
import type { Words } from '../words/words.ts';
import type { Telling } from './telling.ts';

/** By what a timeline is filtered. */
export const EVENT_KIND_WORDS = {
  ruling: { id: 'Putusan', en: 'Ruling' },
  execution: { id: 'Pelaksanaan', en: 'Execution' },
  session: { id: 'Sesi dan jam', en: 'Sessions and hours' },
  breach: { id: 'Pelanggaran', en: 'Breach' },
  prison: { id: 'Lapas dan Bapas', en: 'Prison and probation' },
  referral: { id: 'Rujukan', en: 'Referral' },
  training: { id: 'Pelatihan', en: 'Training' },
  assessment: { id: 'Asesmen', en: 'Assessment' },
  certificate: { id: 'Sertifikat', en: 'Certificate' },
  work: { id: 'Kerja', en: 'Work' },
  permit: { id: 'Izin tenaga kerja asing', en: 'Permit for foreign workers' },
  identity: { id: 'Identitas', en: 'Identity' },
  keeping: { id: 'Berkas dan hak atas data', en: 'Record and data rights' },
  finding: { id: 'Temuan', en: 'Finding' },
  register: { id: 'Register', en: 'Register' },
  system: { id: 'Tenggat', en: 'Deadlines' },
} as const satisfies { readonly [kind: string]: Words };

export type EventKind = keyof typeof EVENT_KIND_WORDS;

export const EVENT_KINDS = Object.keys(EVENT_KIND_WORDS) as EventKind[];

export interface Template<Data> {
  readonly kind: EventKind;
  /** Where the data is hidden, or lacks what the full sentence needs. */
  readonly plain: Words;
  readonly told: ((data: Data, t: Telling) => Words) | undefined;
}

/** Every event of a table has its template; none that is not there has one. */
export type TemplatesOf<Events> = { readonly [Type in keyof Events]: Template<Events[Type]> };

/** Writes templates of one kind. The sentences have no full stop: it is set in one place. */
export const about =
  (kind: EventKind) =>
  <Data>(id: string, en: string, told?: (data: Data, t: Telling) => Words): Template<Data> => ({
    kind,
    plain: { id, en },
    told,
  });

/** Both languages of one sentence. */
export const words = (id: string, en: string): Words => ({ id, en });

/** Codes and what they are called: none of them can be forgotten. */
export type Said<Code extends string> = { readonly [C in Code]: Words };
