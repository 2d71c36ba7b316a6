/** PKS-03, record of supervision (A-21): each session, and what it adds up to. */
import type { PaperContent } from '../paper.ts';
import { clockInWords, dateInWords, dayAndDate, durationInWords, placeAndDate } from '../words.ts';
import type { PaperPerson } from './common-fields.ts';

export interface SupervisionLine {
  readonly date: string;
  /** Local clock readings; absent for a day on which nobody came. */
  readonly start?: string;
  readonly end?: string;
  readonly minutes: number;
  readonly creditedMinutes: number;
  /** A few words: `dikonfirmasi lokasi`, `tidak hadir`, `sakit`. */
  readonly compliance: string;
  readonly note: string;
}

export interface SupervisionSheetInput {
  readonly number: string;
  /** Date of the newest entry it shows. */
  readonly date: string;
  readonly officeName: string;
  readonly regency: string;
  readonly person: PaperPerson;
  readonly caseNumber: string;
  readonly place: string;
  readonly zone: string;
  readonly orderedMinutes: number | null;
  readonly windowEndsOn: string | null;
  /** Oldest first. */
  readonly lines: readonly SupervisionLine[];
  readonly events: readonly number[];
}

export function supervisionSheet(input: SupervisionSheetInput): PaperContent {
  const { lines, orderedMinutes, windowEndsOn } = input;
  let total = 0;
  const rows = lines.map((line, index) => {
    total += line.creditedMinutes;
    const times =
      line.start === undefined || line.end === undefined
        ? '–'
        : `${clockInWords(line.start)}–${clockInWords(line.end)}`;
    return [
      String(index + 1),
      dayAndDate(line.date),
      times,
      line.minutes === 0 ? '–' : durationInWords(line.minutes),
      line.creditedMinutes === 0 ? '–' : durationInWords(line.creditedMinutes),
      durationInWords(total),
      line.compliance,
      '',
      line.note,
    ];
  });
  const left = orderedMinutes === null ? null : Math.max(0, orderedMinutes - total);
  return {
    kind: 'pks-03',
    formCode: 'PKS-03',
    title: 'Catatan Pengawasan Pidana Kerja Sosial',
    number: input.number,
    date: input.date,
    law: [
      'UU 1/2023 (KUHP) Pasal 85 ayat (4), (5) dan (8): paling lama 8 jam dalam satu hari',
      'Kode formulir PKS-03 menurut praktik Pedoman Jaksa Agung 1/2025',
    ],
    draft: true,
    landscape: true,
    blocks: [
      {
        kind: 'fields',
        rows: [
          ['Nama', input.person.name],
          ['Perkara', input.caseNumber],
          ['Lokasi', `${input.place} (${input.zone})`],
          ['Lama pidana', orderedMinutes === null ? '' : durationInWords(orderedMinutes)],
          ['Paling lambat selesai', windowEndsOn === null ? '' : dateInWords(windowEndsOn)],
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: 'No.', share: 3.2, align: 'right' },
          { title: 'Hari, tanggal', share: 15 },
          { title: 'Pukul', share: 9, align: 'center' },
          { title: 'Lama', share: 11, align: 'right' },
          { title: 'Dihitung', share: 11, align: 'right' },
          { title: 'Jumlah berjalan', share: 12, align: 'right' },
          { title: 'Kepatuhan', share: 14 },
          { title: 'Perilaku', share: 10 },
          { title: 'Catatan', share: 19 },
        ],
        rows,
      },
      {
        kind: 'paragraph',
        text: `Jumlah yang dihitung: ${durationInWords(total)}.${left === null ? '' : ` Sisa: ${durationInWords(left)}.`}`,
      },
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, input.date),
        people: [{ post: 'Petugas lokasi' }, { post: 'Jaksa pengawas' }],
      },
    ],
    events: input.events,
  };
}
