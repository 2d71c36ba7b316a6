/** Kinds and outcomes of an auditor's findings, in words. */
import type { FindingKind, FindingOutcome } from '../../domain/finding/commands.ts';
import { same, type Words } from '../words/words.ts';

const KINDS: { readonly [kind in FindingKind]: Words } = {
  OVERLAP: { id: 'Dua tempat sekaligus', en: 'Two places at once' },
  BACKDATED: { id: 'Dicatat terlambat', en: 'Entered late' },
  AFTER_THE_END: { id: 'Setelah akhir', en: 'After the end' },
  ONE_HAND: { id: 'Satu tangan', en: 'One hand' },
  OUT_OF_HOURS: { id: 'Di luar jam kerja', en: 'Out of hours' },
  EVEN_SHEETS: { id: 'Terlalu rapi', en: 'Too even' },
  WARNING_IGNORED: { id: 'Peringatan yang dilewati', en: 'Warning passed over' },
  LATE: { id: 'Terlambat', en: 'Late' },
  MONEY: { id: 'Uang', en: 'Money' },
  ACCESS: { id: 'Akses data', en: 'Access to data' },
  TAMPERING: { id: 'Pengubahan catatan', en: 'Tampering' },
  OTHER: { id: 'Lain-lain', en: 'Other' },
};

const OUTCOMES: { readonly [outcome in FindingOutcome]: Words } = {
  RESOLVED: { id: 'Diselesaikan', en: 'Resolved' },
  ACCEPTED_RISK: { id: 'Risiko diterima', en: 'Risk accepted' },
  REFERRED: { id: 'Diteruskan ke pihak berwenang', en: 'Referred to another authority' },
};

export const findingKindWords = (kind: string): Words =>
  (Object.hasOwn(KINDS, kind) ? KINDS[kind as FindingKind] : undefined) ?? same(kind);
export const findingOutcomeWords = (outcome: string): Words =>
  (Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome as FindingOutcome] : undefined) ?? same(outcome);
