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
  readonly bodyLicence: string;
  readonly scheme: string;
  readonly units: readonly { readonly code: string; readonly title: string }[];
  /** Where anybody checks it. */
  readonly checkAddress: string;
  readonly events: readonly number[];
}

export function certificateSheet(input: CertificateInput): PaperContent {
  return {
    kind: 'certificate',
    formCode: '',
    title: 'Sertifikat Kompetensi',
    number: input.number,
    date: input.issuedOn,
    law: ['UU 13/2003 Pasal 18; PP 10/2018 tentang Badan Nasional Sertifikasi Profesi'],
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
          ['Lembaga sertifikasi', `${input.bodyName} (lisensi ${input.bodyLicence})`],
          ['Berlaku sampai', dateInWords(input.validUntil)],
          ['Periksa keaslian', input.checkAddress],
        ],
      },
      {
        kind: 'signatures',
        place: placeAndDate(input.regency, input.issuedOn),
        people: [{ post: 'Pemegang', name: input.holderName }, { post: `Direktur ${input.bodyName}` }],
      },
    ],
    events: input.events,
  };
}
