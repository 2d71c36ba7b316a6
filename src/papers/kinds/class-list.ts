/** Class list with room for signatures: participants by enrolment, nothing of where they come from (I-8). */
import type { PaperContent } from '../paper.ts';
import { dateInWords, placeAndDate } from '../words.ts';

export interface ClassListInput {
  readonly number: string;
  readonly date: string;
  readonly regency: string;
  readonly programme: string;
  readonly classId: string;
  readonly room: string;
  readonly instructor: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly participants: readonly {
    readonly enrolmentId: string;
    /** Absent on a list that is hung up. */
    readonly name?: string;
    readonly note: string;
  }[];
  readonly events: readonly number[];
}

export function classList(input: ClassListInput): PaperContent {
  const named = input.participants.some(({ name }) => name !== undefined);
  return {
    kind: 'class-list',
    formCode: '',
    title: 'Daftar Peserta Pelatihan',
    number: input.number,
    date: input.date,
    law: ['Permenakertrans 8/2014 (pedoman pelatihan berbasis kompetensi)'],
    draft: true,
    blocks: [
      {
        kind: 'fields',
        rows: [
          ['Program', input.programme],
          ['Kelas', input.classId],
          ['Waktu', `${dateInWords(input.startsOn)} – ${dateInWords(input.endsOn)}`],
          ['Ruang', input.room],
          ['Instruktur', input.instructor],
          ['Jumlah peserta', String(input.participants.length)],
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: 'No.', share: 6, align: 'right' },
          { title: 'Pengenal', share: 32 },
          ...(named ? [{ title: 'Nama', share: 30 }] : []),
          { title: 'Keterangan', share: 14 },
          { title: 'Tanda tangan', share: 24 },
        ],
        rows: input.participants.map(({ enrolmentId, name, note }, index) => [
          String(index + 1),
          enrolmentId,
          ...(named ? [name ?? ''] : []),
          note,
          '',
        ]),
      },
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, input.date),
        people: [{ post: 'Instruktur' }],
      },
    ],
    events: input.events,
  };
}
