/** BA-17, minutes of execution: the day on which the window begins. The layout is ours. */
import type { PaperContent } from '../paper.ts';
import { dateInWords, dayAndDate, durationInWords, placeAndDate } from '../words.ts';
import { type PaperPerson, type PaperRuling, personRows, rulingRows } from './common-fields.ts';

export interface ExecutionMinutesInput {
  readonly number: string;
  readonly startedOn: string;
  readonly orderNumber: string;
  readonly orderedOn: string;
  readonly officeName: string;
  readonly regency: string;
  readonly person: PaperPerson;
  readonly ruling: PaperRuling;
  readonly orderedMinutes: number | null;
  /** null where only a training measure is executed. */
  readonly windowEndsOn: string | null;
  readonly zone: string;
  readonly place: string;
  /** One line for each weekly slot, for example `Senin, pukul 08.00–12.00`. */
  readonly schedule: readonly string[];
  readonly probationOffice: string;
  readonly events: readonly number[];
}

export function executionMinutes(input: ExecutionMinutesInput): PaperContent {
  const { startedOn, officeName, orderedMinutes, windowEndsOn } = input;
  return {
    kind: 'ba-17',
    formCode: 'BA-17',
    title: 'Berita Acara Pelaksanaan Putusan Pengadilan',
    number: input.number,
    date: startedOn,
    law: [
      'UU 1/2023 (KUHP) Pasal 85 ayat (4), (5) dan (8); kode berita acara: KEP-518/A/J.A/11/2001',
      'Akhir jangka waktu: hari mulai ditambah jangka waktu, pukul 23.59.59 waktu setempat (Pasal 184, 185)',
    ],
    draft: true,
    blocks: [
      {
        kind: 'paragraph',
        indent: true,
        text: `Pada hari ini, ${dayAndDate(startedOn)}, jaksa eksekutor pada ${officeName}, berdasarkan Surat Perintah Pelaksanaan Putusan Pengadilan nomor ${input.orderNumber} tanggal ${dateInWords(input.orderedOn)}, telah memulai pelaksanaan putusan terhadap:`,
      },
      { kind: 'fields', rows: personRows(input.person) },
      { kind: 'heading', text: 'Putusan' },
      { kind: 'fields', rows: rulingRows(input.ruling) },
      { kind: 'heading', text: 'Pelaksanaan' },
      {
        kind: 'fields',
        rows: [
          ['Lama', orderedMinutes === null ? 'tindakan pelatihan kerja' : durationInWords(orderedMinutes)],
          ['Mulai', dayAndDate(startedOn)],
          [
            'Paling lambat selesai',
            windowEndsOn === null ? '' : `${dayAndDate(windowEndsOn)}, pukul 23.59.59 ${input.zone}`,
          ],
          ['Lokasi', input.place],
          ['Jadwal', input.schedule.join('\n')],
          ['Pembimbing kemasyarakatan', input.probationOffice],
        ],
      },
      {
        kind: 'paragraph',
        indent: true,
        text: 'Kepada yang bersangkutan telah dijelaskan kewajiban, jadwal, dan akibat apabila kewajiban tidak dilaksanakan tanpa alasan yang sah. Demikian berita acara ini dibuat dengan sebenarnya.',
      },
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, startedOn),
        people: [{ post: 'Yang bersangkutan', name: input.person.name }, { post: 'Jaksa eksekutor' }],
      },
    ],
    events: input.events,
  };
}
