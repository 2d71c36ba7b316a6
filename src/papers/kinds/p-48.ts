/** P-48, order to execute the ruling (KEP-518/A/J.A/11/2001, A-22). The code is official, the layout ours. */
import type { PaperContent } from '../paper.ts';
import { dayAndDate, durationInWords, placeAndDate } from '../words.ts';
import {
  type PaperPerson,
  type PaperReplaced,
  type PaperRuling,
  personRows,
  replacedInWords,
  rulingRows,
} from './common-fields.ts';

export interface ExecutionOrderInput {
  readonly number: string;
  readonly orderedOn: string;
  readonly firstAppearanceOn: string;
  readonly officeName: string;
  readonly regency: string;
  readonly person: PaperPerson;
  readonly ruling: PaperRuling;
  readonly orderedMinutes: number | null;
  readonly hoursPerDay: number | null;
  readonly daysPerWeek: number | null;
  readonly completionDays: number;
  readonly replaced: PaperReplaced | null;
  readonly probationOffice: string;
  readonly events: readonly number[];
}

export function executionOrder(input: ExecutionOrderInput): PaperContent {
  const { orderedOn, firstAppearanceOn, officeName, orderedMinutes, hoursPerDay, daysPerWeek } = input;
  const weekly = daysPerWeek === null ? '' : `, ${daysPerWeek} hari dalam seminggu`;
  return {
    kind: 'p-48',
    formCode: 'P-48',
    title: 'Surat Perintah Pelaksanaan Putusan Pengadilan',
    number: input.number,
    date: orderedOn,
    law: [
      'UU 1/2023 (KUHP) Pasal 65 ayat (1) huruf e dan Pasal 85; kode surat: KEP-518/A/J.A/11/2001',
      'Jangka waktu dihitung menurut UU 1/2023 Pasal 184 dan 185 (Bulan = 30 Hari)',
    ],
    draft: true,
    blocks: [
      {
        kind: 'paragraph',
        text: `Kepala ${officeName} memerintahkan pelaksanaan putusan pengadilan berikut.`,
      },
      { kind: 'heading', text: 'Terhadap' },
      { kind: 'fields', rows: personRows(input.person) },
      { kind: 'heading', text: 'Putusan yang dilaksanakan' },
      {
        kind: 'fields',
        rows: [
          ...rulingRows(input.ruling),
          ['Pidana', orderedMinutes === null ? 'tindakan pelatihan kerja' : 'pidana kerja sosial'],
          ['Lama', orderedMinutes === null ? '' : durationInWords(orderedMinutes)],
          [
            'Pelaksanaan per hari',
            hoursPerDay === null ? 'paling lama 8 jam' : `${hoursPerDay} jam${weekly}`,
          ],
          ['Jangka waktu', `${input.completionDays} hari sejak mulai dilaksanakan`],
          ['Menggantikan', replacedInWords(input.replaced)],
        ],
      },
      { kind: 'heading', text: 'Memerintahkan' },
      {
        kind: 'numbered',
        items: [
          'Jaksa eksekutor melaksanakan putusan tersebut, menetapkan lokasi dan jadwal, mengawasi pelaksanaannya, dan membuat berita acara.',
          `Yang bersangkutan menghadap di ${officeName} pada hari ${dayAndDate(firstAppearanceOn)}.`,
          `Pembimbingan dilakukan oleh pembimbing kemasyarakatan pada ${input.probationOffice}.`,
          'Pelaksanaan tidak boleh dikomersialkan dan memperhatikan mata pencaharian serta kegiatan lain yang bermanfaat.',
        ],
      },
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, orderedOn),
        people: [{ post: `Kepala ${officeName}` }],
      },
    ],
    events: input.events,
  };
}
