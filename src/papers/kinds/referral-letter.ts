/**
 * Referral letter (surat rujukan) to a training centre. It says who comes, for what and with which needs;
 * never from where or why (G-08): the sender is the referring office's front, not the case.
 */
import type { PaperContent } from '../paper.ts';
import { dateInWords, placeAndDate } from '../words.ts';
import { nameRows, type PaperPerson } from './common-fields.ts';

/** Purpose → what it says, and the rule for it (C-01, C-13, E-01). */
const PURPOSES = {
  TRAINING: {
    words: 'pelatihan kerja',
    law: 'Permenakertrans 8/2014 (pedoman pelatihan berbasis kompetensi)',
  },
  APPRENTICESHIP: {
    words: 'pemagangan',
    law: 'Permenaker 6/2020 (pemagangan)',
  },
  PLACEMENT: {
    words: 'penempatan kerja',
    law: 'Permenaker 18/2024 tentang Penempatan Tenaga Kerja Dalam Negeri',
  },
} as const;

export type LetterPurpose = keyof typeof PURPOSES;

export interface ReferralLetterInput {
  readonly number: string;
  readonly date: string;
  readonly regency: string;
  readonly senderPost: string;
  readonly toCentre: string;
  readonly person: PaperPerson;
  readonly purpose: LetterPurpose;
  /** For example `Las SMAW 3F, 160 JP`. */
  readonly programme?: string;
  readonly availableFrom?: string;
  /** Needs that the person agreed to have told (C-10); absent = not told. */
  readonly accommodations?: readonly string[];
  /** Of the enrolment, or of the referral: says nothing of the person. */
  readonly reference: string;
  readonly events: readonly number[];
}

export function referralLetter(input: ReferralLetterInput): PaperContent {
  const { accommodations, availableFrom, programme } = input;
  const { words, law } = PURPOSES[input.purpose];
  return {
    kind: 'referral-letter',
    formCode: '',
    title: 'Surat Rujukan',
    number: input.number,
    date: input.date,
    law: [law],
    draft: true,
    blocks: [
      { kind: 'paragraph', text: `Kepada Yth. Kepala ${input.toCentre}` },
      { kind: 'paragraph', indent: true, text: 'Dengan ini kami merujuk calon peserta berikut.' },
      { kind: 'fields', rows: [...nameRows(input.person), ['Pengenal', input.reference]] },
      {
        kind: 'fields',
        rows: [
          ['Tujuan', programme === undefined ? words : `${words}: ${programme}`],
          ...row('Mulai', availableFrom === undefined ? undefined : dateInWords(availableFrom)),
          ...row(
            'Penyesuaian yang diperlukan',
            accommodations?.join('\n') || (accommodations && 'tidak ada'),
          ),
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
    reference: input.reference,
  };
}

/** What the record does not know has no row. */
const row = (name: string, value: string | undefined): (readonly [string, string])[] =>
  value === undefined ? [] : [[name, value]];
