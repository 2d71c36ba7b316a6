/** Why identity, prison or referral need a look. */
import { dateInWords } from '../../words/amounts.ts';
import { valueWords } from '../../words/values.ts';
import { type JourneySeen, prisonCases, referralCases } from '../journey-view.ts';
import { type Reason, reason } from './reason.ts';

const identity = ({ identityWarnings = [] }: JourneySeen): Reason[] =>
  identityWarnings.map((code) => {
    const words = valueWords('code', code);
    return reason(
      'due',
      [`Peringatan identitas: ${words.id}.`, `Identity warning: ${words.en}.`],
      [
        'Periksa dokumen identitas lalu selesaikan peringatannya. Perkara tetap berjalan.',
        'Check the identity papers and resolve the warning. The case goes on.',
      ],
    );
  });

const prison = (journey: JourneySeen): Reason[] =>
  prisonCases(journey).flatMap(({ releaseOverdue, stage, interruptions, releaseOn, release, tpp }) => [
    ...(releaseOverdue && release === null && stage !== 'CLOSED'
      ? [
          reason(
            'overdue',
            [
              `Tanggal bebas ${dateInWords('id', releaseOn)} sudah lewat dan kebebasan belum dicatat.`,
              `The release date ${dateInWords('en', releaseOn)} has passed and no release is recorded.`,
            ],
            [
              'Lapas mencatat kebebasan atau tanggal yang baru menurut suratnya.',
              'The prison records the release, or the new date by its paper.',
            ],
          ),
        ]
      : []),
    ...(stage === 'RELEASED' && release !== null && release.handedOverTo === null
      ? [
          reason(
            release.handOverDueAt === null ? 'overdue' : 'due',
            [
              `Bebas sejak ${dateInWords('id', release.on)} dan belum diserahterimakan.`,
              `Released on ${dateInWords('en', release.on)} and not handed over yet.`,
            ],
            [
              'Lapas mencatat serah terima kepada Bapas atau Disnaker.',
              'The prison records the hand-over to the probation or manpower office.',
            ],
            { changesOn: (release.handOverDueAt ?? release.chaseAt)?.date },
          ),
        ]
      : []),
    ...interruptions.map(({ kind, from, reviewAt }) => {
      const words = valueWords('interruption.kind', kind);
      return reason(
        'hold',
        [
          `Terhenti sejak ${dateInWords('id', from)}: ${words.id}.`,
          `Interrupted since ${dateInWords('en', from)}: ${words.en}.`,
        ],
        ['Lapas mencatat bila hambatannya selesai.', 'The prison records when it is over.'],
        { changesOn: reviewAt?.date },
      );
    }),
    ...(tpp?.dueAt == null
      ? []
      : [
          reason(
            'waiting',
            ['Menunggu hasil sidang TPP.', 'The result of the TPP session is awaited.'],
            ['Lapas mencatat hasil sidang.', 'The prison records the result.'],
            { changesOn: tpp.dueAt.date },
          ),
        ]),
  ]);

const referral = (journey: JourneySeen): Reason[] =>
  referralCases(journey).flatMap(({ stage, waiting, answerDueAt, accommodations }) => [
    ...(stage === 'REFERRED'
      ? [
          reason(
            answerDueAt === null ? 'overdue' : 'due',
            ['Rujukan belum dijawab.', 'The referral is not answered.'],
            [
              'Balai menanyakan persetujuan dan menilai kebutuhan.',
              'The centre asks for consent and assesses the needs.',
            ],
            { changesOn: answerDueAt?.date },
          ),
        ]
      : []),
    ...(stage === 'WAITING' && waiting !== null
      ? [
          reason(
            'waiting',
            ['Menunggu kursi di kelas berikutnya.', 'Waiting for a seat in the next class.'],
            ['Ditawarkan lagi pada setiap angkatan.', 'Offered again with every batch.'],
            { changesOn: (waiting.noticeAt ?? waiting.expiresAt)?.date },
          ),
        ]
      : []),
    ...accommodations
      .filter(({ status }) => status === 'PLANNED')
      .map(({ code, readyBy }) => {
        const words = valueWords('accommodation.code', code);
        return reason(
          readyBy === null ? 'overdue' : 'due',
          [`Akomodasi belum siap: ${words.id}.`, `Accommodation not ready: ${words.en}.`],
          ['Balai menyiapkan sebelum kelas dimulai.', 'The centre prepares it before the class.'],
          { changesOn: readyBy?.date },
        );
      }),
  ]);

export const entranceReasons = (journey: JourneySeen): readonly Reason[] => [
  ...identity(journey),
  ...prison(journey),
  ...referral(journey),
];
