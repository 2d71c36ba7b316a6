/** Numbers of keeping the record: the clocks of the data protection law, in clock hours. */
import type { StartingPolicy } from './starting-policy.ts';

/** In force two years after it was promulgated. */
const from = '2024-10-17';
const DATA_PROTECTION = 'UU 27/2022';

export const KEEPING_RULES = {
  rights_request_hours: {
    unit: 'hours',
    from,
    value: 72,
    source: `${DATA_PROTECTION} art. 30, 32`,
    id: 'Jawaban atas permintaan hak subjek data.',
    en: 'Answer to a data subject’s request.',
  },
  data_breach_notice_hours: {
    unit: 'hours',
    from,
    value: 72,
    source: `${DATA_PROTECTION} art. 46`,
    id: 'Pemberitahuan kegagalan pelindungan data kepada orangnya dan lembaga.',
    en: 'Notice of a data breach to the person and the agency.',
  },
  data_breach_escalation_hours: {
    unit: 'hours',
    from,
    value: 48,
    source: 'design I.7',
    id: 'Sejak jam ini kegagalan yang belum diberitahukan dinaikkan setiap jam.',
    en: 'From this hour on a breach not yet told is escalated every hour.',
  },
  checked_sheet_days: {
    unit: 'days',
    from,
    value: 14,
    source: DATA_PROTECTION,
    id: 'Lembar yang sudah diperiksa dan tidak dijalankan dihapus setelah ini.',
    en: 'A sheet that was checked and never run is deleted after this.',
  },
} as const satisfies { [name: string]: StartingPolicy };
