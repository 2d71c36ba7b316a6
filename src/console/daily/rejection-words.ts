/** Why one line of a class's sheet was not taken while the others were. */
import type { MarkRejection, UnitRejection } from '../../domain/training-class/events.ts';
import { same, type Words } from '../words/words.ts';

const REJECTIONS: { readonly [R in MarkRejection | UnitRejection]: Words } = {
  NOT_IN_CLASS: { id: 'tidak lagi duduk di kelas ini.', en: 'no longer sits in this class.' },
  SEAT_NOT_ACTIVE: { id: 'sedang tidak mengikuti kelas.', en: 'does not attend at present.' },
  ALREADY_MARKED: {
    id: 'sudah dicatat oleh meja lain. Ubah catatannya bila salah.',
    en: 'was marked by another desk. Change the mark if it is wrong.',
  },
  JP_OVER_SLOT: { id: 'JP melebihi lamanya sesi.', en: 'more JP than the session has.' },
  TWICE_IN_SHEET: { id: 'tertulis dua kali.', en: 'stands twice in the list.' },
  ALREADY_ACHIEVED: { id: 'sudah tuntas untuk unit ini.', en: 'has achieved this unit already.' },
};

export const rejectionWords = (code: string): Words =>
  Object.hasOwn(REJECTIONS, code) ? REJECTIONS[code as MarkRejection] : same(code);
