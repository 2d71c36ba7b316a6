/** Numbers of classes and enrolments: practice and design, none of them law. */
import type { StartingPolicy } from './starting-policy.ts';
import { CODE_IN_FORCE as from } from './starting-policy.ts';

export const CLASS_RULES = {
  class_capacity: {
    unit: 'persons',
    from,
    value: 16,
    source: 'practice C-04',
    id: 'Peserta satu kelas bila kelas tidak menyebut jumlahnya.',
    en: 'Persons in a class that names no number of its own.',
  },
  attendance_threshold_percent: {
    unit: 'percent of JP',
    from,
    value: 80,
    source: 'practice C-06',
    question: 'L-15',
    id: 'Kehadiran paling sedikit untuk mengikuti uji, bila program tidak menyebut lain.',
    en: 'Least attendance for the test, where the programme says nothing else.',
  },
  low_attendance_percent: {
    unit: 'percent of JP',
    from,
    value: 90,
    source: 'design I.5',
    id: 'Di bawah ini balai diperingatkan, sebelum batas kehadiran sendiri.',
    en: 'Below this the centre is alerted, before the threshold itself.',
  },
  absences_in_a_row: {
    unit: 'sessions',
    from,
    value: 3,
    source: 'design I.5',
    id: 'Ketidakhadiran berturut-turut yang memberi peringatan.',
    en: 'Absences in a row that raise an alert.',
  },
  seat_hold_days: {
    unit: 'days',
    from,
    value: 14,
    source: 'design I.7',
    id: 'Lama kursi ditahan sebelum diberikan kepada daftar tunggu.',
    en: 'How long a seat is held before the waiting list gets it.',
  },
  interrupted_seat_hold_days: {
    unit: 'days',
    from,
    value: 30,
    source: 'design I.7',
    id: 'Lama kursi ditahan ketika pelatihan terputus.',
    en: 'How long the seat of an interrupted training is held.',
  },
} as const satisfies { [name: string]: StartingPolicy };
