/** Why a case of community service has not got further: papers, site, signature. */
import { dateInWords } from '../../words/amounts.ts';
import { valueWords } from '../../words/values.ts';
import type { CaseSeen } from '../journey-view.ts';
import { type Reason, reason } from './reason.ts';

const MISSING: { readonly [what: string]: readonly [string, string] } = {
  consent: ['persetujuan terdakwa', 'the defendant’s consent'],
  age: ['usia saat perbuatan', 'the age at the act'],
  replaced: ['pidana yang diganti', 'the replaced penalty'],
};

function papers({
  missing = [],
  chaseAt,
  anomalies = [],
  executionOverdue,
  executionDueAt,
  stage,
}: CaseSeen): Reason[] {
  const lacks = (language: 0 | 1): string =>
    missing.map((what) => MISSING[what]?.[language] ?? what).join(', ');
  const open = anomalies.filter(({ confirmed }) => !confirmed);
  const dueId = executionDueAt == null ? '' : ` (batas ${dateInWords('id', executionDueAt.date)})`;
  const dueEn = executionDueAt == null ? '' : ` (due ${dateInWords('en', executionDueAt.date)})`;
  return [
    ...(missing.length === 0
      ? []
      : [
          reason(
            'due',
            [`Petikan putusan belum memuat ${lacks(0)}.`, `The excerpt of the ruling lacks ${lacks(1)}.`],
            [
              'Mintalah salinan lengkap ke pengadilan dan lengkapi putusan. Pelaksanaan tidak terhalang.',
              'Ask the court for the full copy and complete the ruling. Execution is not blocked.',
            ],
            { basis: 'UU 1/2023 Pasal 85 ayat (2) dan (9)', changesOn: chaseAt?.date },
          ),
        ]),
    ...open.map(({ anomaly }) => {
      const words = valueWords('anomaly', anomaly);
      return reason(
        'due',
        [`Putusan tidak sesuai syarat: ${words.id}.`, `The ruling does not meet a condition: ${words.en}.`],
        [
          'Jaksa memeriksa dan menegaskannya sebelum P-48.',
          'The prosecutor checks and confirms it before the P-48.',
        ],
        { basis: 'UU 1/2023 Pasal 85 ayat (1)' },
      );
    }),
    ...(executionOverdue === true && stage === 'FINAL'
      ? [
          reason(
            'overdue',
            [
              `P-48 belum terbit${dueId}. Tidak ada akibat hukum bagi orangnya.`,
              `The P-48 is not issued${dueEn}. It has no legal effect on the person.`,
            ],
            ['Jaksa eksekutor menerbitkan P-48.', 'The executing prosecutor issues the P-48.'],
            { basis: '7 hari sejak putusan tetap: ukuran kinerja, bukan undang-undang' },
          ),
        ]
      : []),
  ];
}

function place({ site, stage, plan, execution, measure }: CaseSeen): Reason[] {
  // Court-ordered training takes place at its training centre and needs no site.
  if (measure != null) return [];
  if (stage === undefined || !['ORDERED', 'PLANNED', 'RUNNING', 'REPEAT'].includes(stage)) return [];
  if (site === null) {
    return [
      reason(
        'due',
        ['Belum ada tempat kerja sosial.', 'There is no site yet.'],
        ['Jaksa menetapkan tempat.', 'The prosecutor assigns a site.'],
      ),
    ];
  }
  if (site?.stopped === true) {
    return [
      reason(
        'overdue',
        ['Tempat kerja sosial dihentikan; jadwalnya gugur.', 'The site was stopped; its schedule is gone.'],
        ['Jaksa menetapkan tempat lain.', 'The prosecutor names another site.'],
        { changesOn: site.reassignBy?.date },
      ),
    ];
  }
  if (site?.accepted === false) {
    return [
      reason(
        'waiting',
        ['Tempat kerja sosial belum menjawab.', 'The site has not answered.'],
        [
          'Menunggu jawaban tempat; jaksa dapat memilih tempat lain.',
          'The site answers, or the prosecutor chooses another.',
        ],
        { changesOn: site.answerDueAt?.date },
      ),
    ];
  }
  return execution != null && plan === null
    ? [
        reason(
          'overdue',
          ['Belum ada jadwal.', 'There is no schedule.'],
          ['Susun jadwal bersama orangnya.', 'Make a schedule with the person.'],
        ),
      ]
    : [];
}

function ending({ stage, completionMinuted, signatureDueAt, fine }: CaseSeen): Reason[] {
  if (stage === 'COMPLETED' && completionMinuted === false) {
    return [
      reason(
        'due',
        [
          'Jam selesai, berita acara selesai belum ditandatangani.',
          'The hours are done; the completion minutes are not signed.',
        ],
        ['Jaksa menandatangani berita acara selesai.', 'The prosecutor signs the completion minutes.'],
        { changesOn: signatureDueAt?.date },
      ),
    ];
  }
  if (stage === 'CONVERTED' && fine != null && fine.rupiah > 0) {
    return [
      reason(
        'breach',
        ['Denda pengganti belum lunas.', 'The replaced fine is not paid in full.'],
        ['Catat pembayaran menurut bukti.', 'Record payments by their proof.'],
        { basis: 'UU 1/2023 Pasal 85 ayat (7) huruf c', changesOn: fine.payBy?.date },
      ),
    ];
  }
  return [];
}

export const rulingReasons = (found: CaseSeen): readonly Reason[] =>
  found.open ? [...papers(found), ...place(found), ...ending(found)] : [];
