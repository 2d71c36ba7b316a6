/** Why a candidate fits a vacancy, or in what not: every reason has a code and a sentence (no hidden score). */
import type { MatchReason } from './score.ts';

export type ReasonCode =
  | 'UNIT_HELD'
  | 'UNIT_MISSING'
  | 'SCHEME_CERTIFIED'
  | 'SCHEME_MISSING'
  | 'REGENCY_FITS'
  | 'REGENCY_DIFFERS'
  | 'AVAILABLE_IN_TIME'
  | 'AVAILABLE_LATER'
  | 'NEED_MET'
  | 'NEED_UNMET'
  | 'SECTOR_WANTED';

const SENTENCES: { readonly [code in ReasonCode]: { readonly id: string; readonly en: string } } = {
  UNIT_HELD: { id: 'Menguasai unit {what}.', en: 'Holds the unit {what}.' },
  UNIT_MISSING: { id: 'Belum menguasai unit {what}.', en: 'Does not hold the unit {what} yet.' },
  SCHEME_CERTIFIED: { id: 'Bersertifikat pada skema {what}.', en: 'Certified in the scheme {what}.' },
  SCHEME_MISSING: { id: 'Belum bersertifikat pada skema {what}.', en: 'Not certified in the scheme {what}.' },
  REGENCY_FITS: { id: 'Bersedia bekerja di {what}.', en: 'Would work in {what}.' },
  REGENCY_DIFFERS: { id: 'Tidak menyebut {what}.', en: 'Did not name {what}.' },
  AVAILABLE_IN_TIME: { id: 'Siap sejak {what}.', en: 'Available from {what}.' },
  AVAILABLE_LATER: { id: 'Baru siap pada {what}.', en: 'Available only from {what}.' },
  NEED_MET: { id: 'Kebutuhan {what} dipenuhi tempat kerja.', en: 'The workplace meets the need {what}.' },
  NEED_UNMET: { id: 'Kebutuhan {what} belum dipenuhi.', en: 'The need {what} is not met yet.' },
  SECTOR_WANTED: { id: 'Mencari pekerjaan di bidang {what}.', en: 'Looks for work in {what}.' },
};

export const reasonSentence = ({ code, what }: MatchReason): { readonly id: string; readonly en: string } => {
  const { id, en } = SENTENCES[code];
  return { id: id.replace('{what}', what), en: en.replace('{what}', what) };
};
