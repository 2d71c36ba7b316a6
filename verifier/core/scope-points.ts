/** What a file of each scope may lack though every row in it holds: nobody can prove that these are all there are. */
import type { Sentence } from './findings.ts';
import type { Scope } from './line-types.ts';

const LOOKS: Sentence = {
  id: 'Bahwa berkas ini memuat semua akses yang tercatat (siapa yang melihat) tidak dibuktikan: yang ada di dalamnya disegel, tetapi bisa ada yang ditinggalkan. Hanya berkas suatu periode memuat setiap akses dalam rentangnya.',
  en: 'That this file holds all looks that were recorded (who read it) is not proven: those in it are sealed, but some may be left out. Only the file of a period holds every look in its range.',
};

const CERTIFICATES: Sentence = {
  id: 'Bahwa berkas ini memuat semua sertifikat orang itu tidak dibuktikan; setiap sertifikat yang ada di dalamnya utuh.',
  en: 'That this file holds all certificates of the person is not proven; each certificate that is in it is whole.',
};

const STREAMS: Sentence = {
  id: 'Bahwa berkas ini memuat semua aliran milik kantor itu tidak dibuktikan; setiap aliran yang ada di dalamnya utuh.',
  en: 'That this file holds all streams of that office is not proven; each stream that is in it is whole.',
};

const PERIOD: Sentence = {
  id: 'Setiap daun dalam rentang periode ada di berkas ini (keputusan, peristiwa, akses, dan catatan): dalam rentang itu tidak ada yang ditinggalkan. Bahwa rentang itu memuat seluruh periode bergantung pada jam pencatat.',
  en: 'Every leaf in the range of the period is in this file (decisions, events, looks and notes): in that range nothing was left out. That the range spans the period rests on the clock of the recorder.',
};

export function scopePoints(scope: Scope | undefined): readonly Sentence[] {
  switch (scope?.kind) {
    case 'person':
      return [CERTIFICATES, LOOKS];
    case 'class':
      return [LOOKS];
    case 'office':
      return [STREAMS, LOOKS];
    case 'period':
      return [PERIOD];
    default:
      return [];
  }
}
