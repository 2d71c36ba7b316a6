/** Why training, assessment, certificate or work stand still. */
import type { LocalDate } from '../../../domain/time/moment.ts';
import { dateInWords } from '../../words/amounts.ts';
import { stageWords } from '../../words/stages.ts';
import { valueWords } from '../../words/values.ts';
import type { JourneySeen } from '../journey-view.ts';
import { type Reason, reason } from './reason.ts';

const training = ({ training: seen }: JourneySeen): Reason[] =>
  (seen?.enrolments ?? []).flatMap(({ stage, attendance, suspension, conflict }) => [
    ...(stage === 'INCOMPLETE' && attendance != null
      ? [
          reason(
            'overdue',
            [
              `Kehadiran ${attendance.attendedJp} JP, perlu ${attendance.requiredJp} JP (${attendance.thresholdPercent}%).`,
              `Attended ${attendance.attendedJp} JP of the ${attendance.requiredJp} JP needed (${attendance.thresholdPercent}%).`,
            ],
            [
              'Unit yang tercapai tetap berlaku; daftarkan ke kelas lain.',
              'Achieved units stay; enrol in another class.',
            ],
          ),
        ]
      : []),
    ...(stage === 'SUSPENDED'
      ? [
          reason(
            'hold',
            suspension == null
              ? ['Pelatihan terhenti sementara.', 'The training is suspended.']
              : [
                  `Pelatihan terhenti sejak ${dateInWords('id', suspension.on)}.`,
                  `The training has been suspended since ${dateInWords('en', suspension.on)}.`,
                ],
            [
              'Unit yang tercapai tetap berlaku; dilanjutkan bila hambatannya selesai.',
              'Achieved units stay; it goes on when the obstacle is gone.',
            ],
          ),
        ]
      : []),
    ...(conflict === true
      ? [
          reason(
            'due',
            [
              'Orang ini tidak lagi tersedia sampai kelas selesai.',
              'The person is no longer available until the class ends.',
            ],
            [
              'Pindahkan ke kelas di luar atau yang selesai lebih awal.',
              'Move to a class outside or one that ends earlier.',
            ],
          ),
        ]
      : []),
  ]);

const assessment = ({ assessment: seen }: JourneySeen): Reason[] =>
  (seen?.assessments ?? []).flatMap(({ stage, missing = [], appeal, retestOpenAt, attempts }) => {
    const failed = (attempts.at(-1)?.results ?? [])
      .filter(({ result }) => result === 'BK')
      .map(({ unit }) => unit);
    return [
      ...(missing.length > 0 && stage === 'REQUESTED'
        ? [
            reason(
              'due',
              [
                `Berkas kurang: ${missing.map((code) => valueWords('missing', code).id).join(', ')}.`,
                `Papers missing: ${missing.map((code) => valueWords('missing', code).en).join(', ')}.`,
              ],
              ['Lengkapi lalu LSP memeriksa lagi.', 'Complete them; the certification body looks again.'],
            ),
          ]
        : []),
      ...(stage === 'NOT_YET_COMPETENT' || stage === 'REMEDIAL'
        ? [
            reason(
              'overdue',
              [
                `Belum kompeten pada ${failed.length} unit: ${failed.join(', ')}.`,
                `Not yet competent in ${failed.length} units: ${failed.join(', ')}.`,
              ],
              [
                'Perbaikan lalu uji ulang unit yang belum, atau banding (AK.04).',
                'Remedial and a retest of these units, or an appeal (AK.04).',
              ],
              { changesOn: (retestOpenAt ?? appeal?.until)?.date },
            ),
          ]
        : []),
      ...(stage === 'FROZEN'
        ? [
            reason(
              'hold',
              [
                'Hasil dibekukan karena benturan kepentingan asesor.',
                'The result is frozen: an assessor had a conflict of interest.',
              ],
              ['LSP menetapkan asesor lain.', 'The certification body assigns another assessor.'],
            ),
          ]
        : []),
    ];
  });

const certificate = ({ assessment: seen }: JourneySeen): Reason[] =>
  (seen?.certificates ?? []).flatMap(({ status, validUntil }) => {
    if (status === 'VALID' || status === 'REQUESTED') return [];
    const words = stageWords('certificate', status);
    const until = validUntil === null ? '' : dateInWords('id', validUntil);
    return [
      reason(
        status === 'EXPIRING' ? 'due' : status === 'FROZEN' ? 'hold' : 'overdue',
        [
          status === 'EXPIRING' ? `Sertifikat berlaku sampai ${until}.` : `Sertifikat: ${words.id}.`,
          status === 'EXPIRING' && validUntil !== null
            ? `The certificate is valid until ${dateInWords('en', validUntil)}.`
            : `Certificate: ${words.en}.`,
        ],
        status === 'EXPIRING'
          ? ['Ajukan perpanjangan (RCC) sebelum berakhir.', 'Ask for a renewal (RCC) before it ends.']
          : ['Hubungi LSP penerbit.', 'Turn to the certification body.'],
        { changesOn: status === 'EXPIRING' ? validUntil : null },
      ),
    ];
  });

function work({ employment }: JourneySeen, today: LocalDate): Reason[] {
  if (employment === undefined) return [];
  const { card, placements } = employment;
  const late = placements
    .filter(({ ended }) => ended === null)
    .flatMap(({ checks }) =>
      checks.filter(({ on, result, cancelled }) => result === null && !cancelled && on <= today),
    );
  return [
    ...(card != null && !card.active
      ? [
          reason(
            'hold',
            [
              'Kartu AK-1 tidak aktif: pencocokan lowongan berhenti.',
              'The AK-1 card is not active: matching has stopped.',
            ],
            ['Aktif lagi setelah orangnya lapor.', 'Active again once the person reports.'],
          ),
        ]
      : []),
    ...late.map(({ day, on }) =>
      reason(
        'overdue',
        [
          `Pemantauan hari ke-${day} belum dicatat (${dateInWords('id', on)}).`,
          `The follow-up of day ${day} is not recorded (${dateInWords('en', on)}).`,
        ],
        ['Tanyakan apakah orangnya masih bekerja.', 'Find out whether the person still works.'],
      ),
    ),
  ];
}

export const learningReasons = (journey: JourneySeen, today: LocalDate): readonly Reason[] => [
  ...training(journey),
  ...assessment(journey),
  ...certificate(journey),
  ...work(journey, today),
];
