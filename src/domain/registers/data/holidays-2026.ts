/**
 * National holidays of 2026 from the day the first rulings were executed. The year's joint ministerial
 * decree (SKB 3 Menteri) is what counts: check and complete the list against it. The holidays of 2027
 * are left to be loaded with `set-holidays`; until then working days of 2027 carry a warning.
 */
import type { SetHolidaysData } from '../calendar.ts';

export const HOLIDAYS_2026: SetHolidaysData = {
  year: 2026,
  source: 'SKB 3 Menteri 2026 (to be checked)',
  holidays: [
    { date: '2026-03-19', name: 'Hari Suci Nyepi' },
    { date: '2026-03-21', name: 'Idul Fitri 1447 Hijriah' },
    { date: '2026-03-22', name: 'Idul Fitri 1447 Hijriah (hari kedua)' },
    { date: '2026-04-03', name: 'Wafat Yesus Kristus' },
    { date: '2026-05-01', name: 'Hari Buruh Internasional' },
    { date: '2026-05-14', name: 'Kenaikan Yesus Kristus' },
    { date: '2026-05-27', name: 'Idul Adha 1447 Hijriah' },
    { date: '2026-05-31', name: 'Hari Raya Waisak' },
    { date: '2026-06-01', name: 'Hari Lahir Pancasila' },
    { date: '2026-06-16', name: 'Tahun Baru Islam 1448 Hijriah' },
    { date: '2026-08-17', name: 'Hari Kemerdekaan' },
    { date: '2026-08-25', name: 'Maulid Nabi Muhammad' },
    { date: '2026-12-25', name: 'Hari Natal' },
  ],
};
