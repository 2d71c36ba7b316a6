/** When notices go out. None of it changes what the law says: only when somebody hears of it. */
import type { StartingPolicy } from './starting-policy.ts';
import { CODE_IN_FORCE as from } from './starting-policy.ts';

export const NOTICE_RULES = {
  notice_group_minutes: {
    unit: 'minutes',
    from,
    value: 15,
    source: 'design I.7',
    id: 'Pemberitahuan sejenis untuk satu penerima dikumpulkan selama ini, lalu dikirim sebagai satu.',
    en: 'Notices of one kind for one recipient are gathered for this long and sent as one.',
  },
  notice_digest_time: {
    unit: 'local time',
    from,
    value: '16:00',
    source: 'design I.7',
    id: 'Jam setempat pengiriman ringkasan harian, misalnya perubahan tanggal bebas pada hari remisi.',
    en: 'Local time at which daily digests go out, for example of release dates changed on a remission day.',
  },
  notice_quiet_hours: {
    unit: 'local times from and to',
    from,
    value: ['20:00', '06:00'],
    source: 'design I.7',
    id: 'Jam tenang di kantor penerima; hanya pemberitahuan mendesak yang dikirim.',
    en: 'Quiet hours at the recipient; only urgent notices go out.',
  },
  notice_give_up_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'design I.7',
    id: 'Setelah ini pengiriman yang terus gagal dihentikan dan ditampilkan sebagai gagal.',
    en: 'After this a delivery that keeps failing is given up and shown as such.',
  },
  notice_items_kept_days: {
    unit: 'days',
    from,
    value: 180,
    source: 'design I.7',
    id: 'Rincian pemberitahuan dihapus sekian hari setelah pengirimannya selesai; catatan pengirimannya tetap.',
    en: 'The single items of a notice go this long after its deliveries have ended; the deliveries stay.',
  },
} as const satisfies { [name: string]: StartingPolicy };
