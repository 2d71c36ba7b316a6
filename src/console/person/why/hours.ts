/** Why hours are late, stand still, or were worked and not credited. */
import type { NotCreditedReason } from '../../../domain/journey/events.ts';
import type { Session } from '../../../domain/journey/state.ts';
import { dateInWords, durationInWords } from '../../words/amounts.ts';
import { valueWords } from '../../words/values.ts';
import type { CaseSeen, OutlookSeen } from '../journey-view.ts';
import { helpInWords, outlookSentences } from '../outlook-words.ts';
import { type Reason, reason } from './reason.ts';

const ART_85_5 = 'UU 1/2023 Pasal 85 ayat (5)';
const ART_85_7 = 'UU 1/2023 Pasal 85 ayat (7)';

/** On what each rests, and what can be done about it. */
const NOT_CREDITED: {
  readonly [R in NotCreditedReason]: { readonly basis?: string; readonly help: readonly [string, string] };
} = {
  WINDOW_CLOSED: {
    basis: `${ART_85_5}, Pasal 184–185`,
    help: [
      'Jaksa dapat memutuskan apakah jam ini dihitung.',
      'The prosecutor may decide whether these hours count.',
    ],
  },
  DAILY_LIMIT: {
    basis: ART_85_5,
    help: [
      'Jam di atas 8 jam sehari tidak pernah dihitung. Sebarkan ke hari lain.',
      'Hours above eight a day never count. Spread them over other days.',
    ],
  },
  ORDERED_TOTAL_REACHED: {
    basis: 'UU 1/2023 Pasal 85 ayat (4)',
    help: ['Seluruh jam menurut putusan sudah tercapai.', 'All hours of the ruling are reached.'],
  },
  TRAINING_NOT_COUNTED: {
    help: [
      'Jam pelatihan dihitung hanya bila ada surat putusan atau jaksa.',
      'Training hours count only with a document of the court or the prosecutor.',
    ],
  },
  WORK_AFTER_DEATH: {
    help: ['Periksa tanggal sesi dan tanggal meninggal.', 'Check the date of the session and of the death.'],
  },
  DISPUTED: {
    help: [
      'Jaksa memutuskan setelah membaca sanggahan.',
      'The prosecutor decides after reading the dispute.',
    ],
  },
  ENTERED_IN_ERROR: {
    help: [
      'Tidak ada: entri ini salah catat dan sudah diperbaiki.',
      'Nothing: the entry was a mistake and was corrected.',
    ],
  },
  CASE_ON_HOLD: {
    help: [
      'Jam selama penundaan dihitung hanya dengan keputusan jaksa.',
      'Hours during a hold count only if the prosecutor decides so.',
    ],
  },
  NOT_STARTED: {
    help: [
      'Pelaksanaan belum dimulai (BA-17) pada tanggal itu.',
      'Execution (BA-17) had not begun on that date.',
    ],
  },
  AWAITING_CONFIRMATION: {
    help: ['Dihitung setelah tempat kerja sosial mengonfirmasi.', 'Counts once the site confirms.'],
  },
  OVERLAP: {
    help: [
      'Perbaiki salah satu dari dua sesi yang waktunya bertumpuk.',
      'Correct one of the two sessions that share time.',
    ],
  },
  DECIDED_NOT_CREDITED: {
    help: [
      'Jaksa sudah memutuskan jam ini tidak dihitung.',
      'The prosecutor decided that these hours do not count.',
    ],
  },
};

function notCredited({ caseId }: CaseSeen, sessions: readonly Session[]): Reason[] {
  const sums = new Map<NotCreditedReason, number>();
  for (const session of sessions) {
    if (session.caseId !== caseId || session.status === 'VOID') continue;
    for (const { reason: why, minutes } of session.notCredited)
      if (minutes > 0) sums.set(why, (sums.get(why) ?? 0) + minutes);
  }
  return [...sums].map(([why, minutes]) => {
    const words = valueWords('notCredited.reason', why);
    const { basis, help } = NOT_CREDITED[why];
    return reason(
      'due',
      [
        `${durationInWords('id', minutes)} dikerjakan tetapi tidak dihitung: ${words.id}.`,
        `${durationInWords('en', minutes)} were worked and not credited: ${words.en}.`,
      ],
      help,
      basis === undefined ? {} : { basis },
    );
  });
}

function pace(found: CaseSeen, outlook: OutlookSeen | undefined): Reason[] {
  const next = found.execution?.nextPaceCheckAt?.date;
  if (outlook !== undefined && (outlook.kind === 'SHORT' || outlook.kind === 'WINDOW_ENDED')) {
    const [whatId = ''] = outlookSentences('id', outlook);
    const [whatEn = ''] = outlookSentences('en', outlook);
    const ended = outlook.kind === 'WINDOW_ENDED';
    return [
      reason(
        'overdue',
        [whatId, whatEn],
        ended
          ? ['Catat keputusan atas kekurangan jamnya.', 'Record the decision on the missing hours.']
          : [helpInWords('id', outlook), helpInWords('en', outlook)],
        { basis: `${ART_85_5}, Pasal 184–185`, changesOn: ended ? null : next },
      ),
    ];
  }
  if (found.execution?.behind !== true || !found.open) return [];
  return [
    reason(
      'due',
      [
        'Pada pemeriksaan laju terakhir, jadwal tidak cukup untuk sisa jam.',
        'At the last look at the pace, the schedule was not enough for the hours left.',
      ],
      [
        'Tambah hari atau jam dalam jadwal, paling banyak 8 jam sehari.',
        'Add days or hours to the schedule, at most eight hours a day.',
      ],
      { basis: ART_85_5, changesOn: next },
    ),
  ];
}

function breach({ review, stage, warningLetters = 0, noShows = [], open }: CaseSeen): Reason[] {
  if (!open) return [];
  const letters =
    warningLetters > 0
      ? [
          reason(
            'breach',
            [
              `${warningLetters} dari 3 surat peringatan sudah terbit; ${noShows.length} kali tidak hadir.`,
              `${warningLetters} of 3 warning letters were issued; ${noShows.length} absences.`,
            ],
            [
              'Surat ketiga membuka tinjauan pelanggaran. Izin yang sah dicatat sebagai alasan.',
              'The third letter opens a review. A lawful excuse is recorded as such.',
            ],
          ),
        ]
      : [];
  if (stage !== 'REVIEW' || review == null) return letters;
  const ground = valueWords('ground', review.ground);
  const waits = review.opinion === 'NONE';
  return [
    ...letters,
    reason(
      'breach',
      [
        `Dugaan pelanggaran ditinjau sejak ${dateInWords('id', review.openedOn)}: ${ground.id}.`,
        `An alleged breach has been under review since ${dateInWords('en', review.openedOn)}: ${ground.en}.`,
      ],
      waits
        ? [
            'PK memberi pendapat, lalu keputusan hakim dicatat jaksa.',
            'The counsellor gives an opinion; then the prosecutor records the court’s decision.',
          ]
        : [
            'Pendapat PK sudah ada. Jaksa mencatat keputusan.',
            'The opinion is there. The prosecutor records the decision.',
          ],
      { basis: ART_85_7, changesOn: (waits ? review.opinionDueAt : review.decisionChaseAt)?.date },
    ),
  ];
}

function hold({ stage, hold: found, heldPeriods = [] }: CaseSeen): Reason[] {
  if (stage !== 'HELD' || found == null) return [];
  const since = heldPeriods.at(-1)?.from;
  const sinceId = since === undefined ? '' : ` sejak ${dateInWords('id', since)}`;
  const sinceEn = since === undefined ? '' : ` since ${dateInWords('en', since)}`;
  return [
    reason(
      'hold',
      [
        `Pelaksanaan ditunda${sinceId}. Jangka waktu tetap berjalan kecuali suratnya menyatakan lain.`,
        `Execution has been on hold${sinceEn}. The window runs on unless the document says otherwise.`,
      ],
      ['Lanjutkan bila alasannya sudah tidak ada.', 'Resume when the reason is gone.'],
      { changesOn: found.resumeAt?.date },
    ),
  ];
}

function unconfirmed({ caseId }: CaseSeen, sessions: readonly Session[]): Reason[] {
  const waiting = sessions.filter((session) => session.caseId === caseId && session.status === 'RECORDED');
  const disputed = sessions.filter((session) => session.caseId === caseId && session.status === 'DISPUTED');
  const due = waiting
    .map(({ confirmation }) => (confirmation.confirmBy ?? confirmation.escalateAt)?.date)
    .filter((date) => date !== undefined)
    .sort()[0];
  return [
    ...(waiting.length === 0
      ? []
      : [
          reason(
            'due',
            [
              `${waiting.length} sesi belum dikonfirmasi tempat kerja sosial.`,
              `${waiting.length} sessions are not confirmed by the site.`,
            ],
            ['Tempat kerja sosial mengonfirmasi atau menyanggah.', 'The site confirms or disputes them.'],
            { changesOn: due },
          ),
        ]),
    ...(disputed.length === 0
      ? []
      : [
          reason(
            'breach',
            [`${disputed.length} sesi disanggah.`, `${disputed.length} sessions are disputed.`],
            ['Jaksa memutuskan jamnya.', 'The prosecutor decides on the hours.'],
          ),
        ]),
  ];
}

export const hoursReasons = (
  found: CaseSeen,
  outlook: OutlookSeen | undefined,
  sessions: readonly Session[],
): readonly Reason[] => [
  ...pace(found, outlook),
  ...breach(found),
  ...hold(found),
  ...unconfirmed(found, sessions),
  ...notCredited(found, sessions),
];
