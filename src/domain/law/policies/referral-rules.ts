/** Numbers of the social entrance: service times, none of them a limit of the law. */
import type { StartingPolicy } from './starting-policy.ts';
import { CODE_IN_FORCE as from } from './starting-policy.ts';

export const REFERRAL_RULES = {
  referral_answer_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'design I.4',
    id: 'Jawaban balai atas rujukan.',
    en: 'A training centre’s answer to a referral.',
  },
  accommodation_ready_days: {
    unit: 'days before the class',
    from,
    value: 14,
    source: 'design I.4',
    id: 'Akomodasi yang layak siap sebelum kelas dimulai.',
    en: 'Reasonable accommodation is ready before the class begins.',
  },
  waiting_list_days: {
    unit: 'days',
    from,
    value: 180,
    source: 'design I.4',
    id: 'Lamanya satu tempat dalam daftar tunggu.',
    en: 'How long a place in the waiting list lasts.',
  },
  waiting_list_notice_days: {
    unit: 'days before the end',
    from,
    value: 14,
    source: 'design I.4',
    id: 'Pemberitahuan sebelum tempat dalam daftar tunggu berakhir.',
    en: 'Notice before a place in the waiting list ends.',
  },
} as const satisfies { [name: string]: StartingPolicy };
