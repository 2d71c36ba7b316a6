/** Sheet for a certificate of competence: what it attests, never how the holder came to it (I-8). */
import type { PaperContent } from '../paper.ts';
import { dateInWords, placeAndDate } from '../words.ts';

export interface CertificateInput {
  readonly number: string;
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly regency: string;
  readonly holderName: string;
  readonly bodyName: string;
  readonly registrationNumber?: string;
  readonly scheme: string;
  readonly units: readonly { readonly code: string; readonly title: string }[];
  /** Where anybody checks it. */
  readonly checkAddress: string;
  /** PNG of the code that holds the whole credential. */
  readonly qr?: Buffer;
  readonly events: readonly number[];
}

/** Four centimetres and more: a phone reads it from paper. */
const QR = {
  points: 160,
  text: 'Pindai untuk memeriksa keaslian tanpa sambungan ke sistem ini: nama, skema, nomor dan masa berlaku ada di dalam kode.',
};

export function certificateSheet(input: CertificateInput): PaperContent {
  return {
    kind: 'certificate',
    formCode: '',
    title: 'Sertifikat Kompetensi',
    number: input.number,
    date: input.issuedOn,
    law: ['PP 10/2018 (Badan Nasional Sertifikasi Profesi)'],
    draft: true,
    blocks: [
      { kind: 'space', points: 10 },
      { kind: 'paragraph', text: 'Dengan ini menyatakan bahwa' },
      { kind: 'heading', text: input.holderName },
      {
        kind: 'paragraph',
        text: `telah dinyatakan kompeten pada skema ${input.scheme}, dengan unit kompetensi berikut:`,
      },
      {
        kind: 'table',
        columns: [
          { title: 'No.', share: 6, align: 'right' },
          { title: 'Kode unit', share: 26 },
          { title: 'Unit kompetensi', share: 68 },
        ],
        rows: input.units.map(({ code, title }, index) => [String(index + 1), code, title]),
      },
      {
        kind: 'fields',
        rows: [
          ['Lembaga sertifikasi', input.bodyName],
          ...(input.registrationNumber === undefined
            ? []
            : [['Nomor registrasi', input.registrationNumber] as const]),
          ['Berlaku sampai', dateInWords(input.validUntil)],
          ['Periksa keaslian', input.checkAddress],
        ],
      },
      ...(input.qr === undefined ? [] : [{ kind: 'image' as const, png: input.qr, ...QR }]),
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, input.issuedOn),
        people: [{ post: 'Pemegang', name: input.holderName }, { post: `Direktur ${input.bodyName}` }],
      },
    ],
    events: input.events,
  };
}
