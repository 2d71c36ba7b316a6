/** Warning letters SP-1 to SP-3, with the events they rest on. No added hours: art. 85 knows none. */
import type { PaperContent } from '../paper.ts';
import { placeAndDate } from '../words.ts';
import type { PaperPerson } from './common-fields.ts';

export interface WarningLetterInput {
  readonly number: string;
  readonly letter: 1 | 2 | 3;
  readonly issuedOn: string;
  readonly officeName: string;
  readonly regency: string;
  readonly person: PaperPerson;
  readonly orderNumber: string;
  readonly place: string;
  /** What happened, one line each, with its date and the version of its event. */
  readonly grounds: readonly { readonly version: number; readonly text: string }[];
  readonly events: readonly number[];
}

const ORDINALS = { 1: 'Pertama', 2: 'Kedua', 3: 'Ketiga' } as const;

export function warningLetter(input: WarningLetterInput): PaperContent {
  const { letter, grounds, officeName } = input;
  return {
    kind: 'warning-letter',
    formCode: `SP-${letter}`,
    title: `Surat Peringatan ${ORDINALS[letter]}`,
    number: input.number,
    date: input.issuedOn,
    law: [
      'UU 1/2023 (KUHP) Pasal 85 ayat (7) dan (8); surat peringatan menurut praktik Pedoman Jaksa Agung 1/2025',
    ],
    draft: true,
    blocks: [
      {
        kind: 'fields',
        rows: [
          ['Kepada', input.person.name],
          ['Tempat tinggal', input.person.address ?? ''],
          ['Surat perintah', input.orderNumber],
          ['Lokasi', input.place],
        ],
      },
      {
        kind: 'paragraph',
        indent: true,
        text: `${officeName} mencatat bahwa Saudara tidak memenuhi kewajiban yang telah ditetapkan, sebagai berikut:`,
      },
      {
        kind: 'numbered',
        items: grounds.map(({ text, version }) => `${text} (peristiwa nomor ${version}).`),
      },
      {
        kind: 'paragraph',
        indent: true,
        text: 'Saudara diperingatkan untuk melaksanakan kewajiban sesuai jadwal. Apabila ada alasan yang sah, sampaikan kepada jaksa pengawas atau pembimbing kemasyarakatan dengan bukti yang ada.',
      },
      {
        kind: 'paragraph',
        indent: true,
        text:
          letter === 3
            ? 'Peringatan ini adalah peringatan ketiga. Pemeriksaan atas pelaksanaan kewajiban Saudara dibuka, dan pendapat pembimbing kemasyarakatan akan didengar.'
            : 'Apabila kewajiban tetap tidak dipenuhi tanpa alasan yang sah, peringatan berikutnya dapat diberikan dan pelaksanaannya dapat diperiksa.',
      },
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, input.issuedOn),
        people: [{ post: 'Yang menerima', name: input.person.name }, { post: 'Jaksa eksekutor' }],
      },
    ],
    events: input.events,
  };
}
