/**
 * Referral letter (surat rujukan) to a training centre. It says who comes, for what and with which needs;
 * never from where or why (G-08): the sender is the referring office's front, not the case.
 */
import type { PaperContent } from '../paper.ts';
import { dateInWords, placeAndDate } from '../words.ts';
import { type PaperPerson, personRows } from './common-fields.ts';

export interface ReferralLetterInput {
  readonly number: string;
  readonly date: string;
  readonly regency: string;
  readonly senderPost: string;
  readonly toCentre: string;
  readonly person: PaperPerson;
  /** For example `pelatihan keterampilan las SMAW, 160 JP`. */
  readonly purpose: string;
  readonly availableFrom: string;
  /** Times at which the person is not free, in words. */
  readonly timetable: readonly string[];
  /** Needs that the person agreed to share (C-10). */
  readonly accommodations: readonly string[];
  readonly enrolmentId: string;
  readonly events: readonly number[];
}

export function referralLetter(input: ReferralLetterInput): PaperContent {
  const { accommodations, timetable } = input;
  return {
    kind: 'referral-letter',
    formCode: '',
    title: 'Surat Rujukan',
    number: input.number,
    date: input.date,
    law: ['UU 13/2003 Pasal 9 dan 11: pelatihan kerja terbuka bagi setiap tenaga kerja'],
    draft: true,
    blocks: [
      { kind: 'paragraph', text: `Kepada Yth. Kepala ${input.toCentre}` },
      { kind: 'paragraph', indent: true, text: 'Dengan ini kami merujuk calon peserta berikut.' },
      { kind: 'fields', rows: [...personRows(input.person), ['Pengenal pendaftaran', input.enrolmentId]] },
      {
        kind: 'fields',
        rows: [
          ['Tujuan', input.purpose],
          ['Dapat mulai', dateInWords(input.availableFrom)],
          ['Waktu yang tidak tersedia', timetable.length === 0 ? 'tidak ada' : timetable.join('\n')],
          [
            'Penyesuaian yang diperlukan',
            accommodations.length === 0 ? 'tidak ada' : accommodations.join('\n'),
          ],
        ],
      },
      {
        kind: 'paragraph',
        indent: true,
        text: 'Mohon jawaban disampaikan melalui sistem atau kepada kami.',
      },
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, input.date),
        people: [{ post: input.senderPost }],
      },
    ],
    events: input.events,
  };
}
