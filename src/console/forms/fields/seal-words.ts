/** Who will be able to read what is sealed: said before it is written. */
import type { SealPurpose } from '../../../catalogue/index.ts';
import type { Words } from '../../words/words.ts';

const WORDS: { readonly [P in SealPurpose]: Words } = {
  case: {
    id: 'Disegel: hanya petugas yang berwenang atas perkara ini yang dapat membacanya.',
    en: 'Sealed: only officers in charge of this case can read it.',
  },
  health: {
    id: 'Disegel dengan kunci kesehatan: hanya petugas yang berwenang atas data kesehatan orang ini yang dapat membacanya.',
    en: 'Sealed with the health key: only officers permitted to see this person’s health data can read it.',
  },
};

export const sealWords = (purpose: SealPurpose): Words => WORDS[purpose];
