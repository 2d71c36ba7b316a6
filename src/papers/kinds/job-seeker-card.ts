/** AK-1, the job seeker's card (E-02): two years, a report every six months. */
import type { PaperContent } from '../paper.ts';
import { dateInWords, placeAndDate } from '../words.ts';
import { type PaperPerson, personRows } from './common-fields.ts';

export interface JobSeekerCardInput {
  readonly number: string;
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly regency: string;
  readonly officeName: string;
  readonly person: PaperPerson;
  /** Certificates and skills, one line each. */
  readonly skills: readonly string[];
  /** Dates by which the person reports, oldest first, and those already made. */
  readonly reports: readonly { readonly dueOn: string; readonly madeOn: string | null }[];
  readonly events: readonly number[];
}

export function jobSeekerCard(input: JobSeekerCardInput): PaperContent {
  return {
    kind: 'job-seeker-card',
    formCode: 'AK/I',
    title: 'Kartu Tanda Bukti Pendaftaran Pencari Kerja',
    number: input.number,
    date: input.issuedOn,
    law: ['Permenaker 18/2024 tentang Penempatan Tenaga Kerja Dalam Negeri; riwayat: Permenaker 39/2016'],
    draft: true,
    blocks: [
      { kind: 'fields', rows: personRows(input.person) },
      {
        kind: 'fields',
        rows: [
          ['Keterampilan', input.skills.join('\n')],
          ['Berlaku sampai', dateInWords(input.validUntil)],
        ],
      },
      { kind: 'heading', text: 'Laporan' },
      {
        kind: 'table',
        columns: [
          { title: 'Laporan', share: 12, align: 'right' },
          { title: 'Paling lambat', share: 34 },
          { title: 'Dilaporkan', share: 34 },
          { title: 'Paraf', share: 20 },
        ],
        rows: input.reports.map(({ dueOn, madeOn }, index) => [
          String(index + 1),
          dateInWords(dueOn),
          madeOn === null ? '' : dateInWords(madeOn),
          '',
        ]),
      },
      {
        kind: 'paragraph',
        text: 'Kartu ini bukan surat lamaran. Laporkan apabila sudah bekerja. Pendaftaran tidak dipungut biaya.',
      },
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, input.issuedOn),
        people: [
          { post: 'Pemegang kartu', name: input.person.name },
          { post: `Pengantar kerja, ${input.officeName}` },
        ],
      },
    ],
    events: input.events,
    reference: `kartu AK/I nomor ${input.number}`,
  };
}
