/** The words around a report's sentences, shared by the command line and the page. */
import type { Sentence } from './findings.ts';
import type { Scope } from './line-types.ts';
import type { Report } from './report.ts';
import type { Totals } from './totals.ts';

export type Language = 'id' | 'en';

export const WORDS = {
  title: { id: 'Hasil pemeriksaan bundel Titian', en: 'Verdict on a bundle of Titian' },
  first: { id: 'Yang pertama berbeda', en: 'The first thing that differs' },
  others: { id: 'Perbedaan lain', en: 'Other differences' },
  proven: { id: 'Yang terbukti', en: 'What is proven' },
  notProven: { id: 'Yang tidak terbukti', en: 'What is not proven' },
  remarks: { id: 'Yang perlu diperhatikan', en: 'Look at this' },
  file: { id: 'Berkas', en: 'File' },
  scope: { id: 'Cakupan', en: 'Scope' },
  made: { id: 'Dibuat', en: 'Made' },
  origin: { id: 'Log', en: 'Log' },
  size: { id: 'Daun dalam log', en: 'Leaves in the log' },
  root: { id: 'Akar pohon', en: 'Root of the tree' },
  key: { id: 'Kunci log', en: 'Key of the log' },
  fingerprint: { id: 'Sidik jari kunci', en: 'Fingerprint of the key' },
  witnesses: { id: 'Saksi', en: 'Witnesses' },
  looks: { id: 'Akses tercatat', en: 'Looks recorded' },
  streams: { id: 'Isi menurut aturan di dalam berkas', en: 'Content by the rules in the file' },
  stream: { id: 'Aliran', en: 'Stream' },
  decisions: { id: 'Keputusan', en: 'Decisions' },
  again: { id: 'Dihitung ulang', en: 'Made again' },
  events: { id: 'Peristiwa', en: 'Events' },
  refused: { id: 'Ditolak', en: 'Refused' },
  warnings: { id: 'Peringatan', en: 'Warnings' },
  deadlines: { id: 'Tenggat (dipasang/terjadi/batal)', en: 'Deadlines (armed/fired/cancelled)' },
  certificates: { id: 'Sertifikat', en: 'Certificates' },
  minutes: { id: 'Menit diakui', en: 'Minutes credited' },
  recorded: { id: 'catatan', en: 'record' },
  more: { id: 'dan seterusnya', en: 'and more' },
  unconfirmedKey: { id: 'belum Anda pastikan', en: 'not confirmed by you' },
} as const satisfies { readonly [word: string]: Sentence };

const VERDICTS: { readonly [Verdict in Report['verdict']]: Sentence } = {
  verified: {
    id: 'TERBUKTI: tidak ada yang berbeda dari segelnya.',
    en: 'VERIFIED: nothing differs from its seal.',
  },
  unconfirmed: {
    id: 'TIDAK ADA YANG BERBEDA, TETAPI BELUM PASTI: baca "Yang tidak terbukti".',
    en: 'NOTHING DIFFERS, BUT NOT CONFIRMED: read "What is not proven".',
  },
  differs: {
    id: 'BERBEDA: berkas ini tidak sama dengan segelnya.',
    en: 'DIFFERS: this file does not match its seal.',
  },
};

export const verdictSentence = (verdict: Report['verdict']): Sentence => VERDICTS[verdict];

export function scopeText(scope: Scope | undefined, language: Language): string {
  if (scope === undefined) return '–';
  const kinds: { readonly [kind: string]: Sentence } = {
    person: { id: 'orang', en: 'person' },
    class: { id: 'kelas', en: 'class' },
    office: { id: 'kantor', en: 'office' },
    period: { id: 'periode', en: 'period' },
  };
  const kind = kinds[scope.kind]![language];
  const span = 'from' in scope || 'to' in scope ? ` ${scope.from ?? '…'} – ${scope.to ?? '…'}` : '';
  return `${kind}${'id' in scope ? ` ${scope.id}` : ''}${span}`;
}

/** One figure of a stream; where the record says another, both. */
export function figure(
  name: keyof Omit<Totals, 'refusals'>,
  { recorded, recomputed }: { readonly recorded: Totals; readonly recomputed?: Totals },
  language: Language,
): string {
  const ours = (recomputed ?? recorded)[name];
  return ours === recorded[name] ? String(ours) : `${ours} (${WORDS.recorded[language]}: ${recorded[name]})`;
}

/** For example `2 (DAILY_LIMIT 1, WINDOW_CLOSED 1)`. */
export function refusalsText(totals: Totals): string {
  const codes = Object.entries(totals.refusals).sort(([one], [other]) => (one < other ? -1 : 1));
  if (codes.length === 0) return String(totals.refused);
  return `${totals.refused} (${codes.map(([code, count]) => `${code} ${count}`).join(', ')})`;
}
