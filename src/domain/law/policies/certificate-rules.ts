/** How long certificates count, when their end is announced, and when they can be renewed (D-13, D-14). */
import type { StartingPolicy } from './starting-policy.ts';

/** Certificates were issued long before the penal code: their rules begin where no certificate is older. */
const from = '2005-01-01';

export const CERTIFICATE_RULES = {
  certificate_validity_years: {
    unit: 'years',
    from,
    value: 3,
    source: 'practice D-13',
    id: 'Masa berlaku sertifikat kompetensi bila skema tidak menentukan lain.',
    en: 'How long a competence certificate counts where the scheme does not say otherwise.',
  },
  certificate_reminder_days: {
    unit: 'days before the end',
    from,
    value: [90, 30, 7],
    source: 'design D-14',
    id: 'Pengingat sebelum sertifikat berakhir.',
    en: 'Reminders before a certificate ends.',
  },
  certificate_renewal_window_days: {
    unit: 'days before the end',
    from,
    value: 90,
    source: 'design I.7',
    question: 'L-20',
    id: 'Perpanjangan melalui RCC dapat diminta sejak sekian hari sebelum sertifikat berakhir.',
    en: 'A renewal by RCC can be asked for from so many days before the end.',
  },
  certificate_renewal_counts_from: {
    unit: 'rule',
    from,
    value: 'OLD_EXPIRY',
    source: 'design D-14',
    question: 'L-20',
    id: 'Masa baru dihitung dari akhir masa lama (OLD_EXPIRY) atau dari keputusan (DECISION).',
    en: 'The new period counts from the old end (OLD_EXPIRY) or from the decision (DECISION).',
  },
} as const satisfies { [name: string]: StartingPolicy };
