/**
 * National holidays of 2027. The joint ministerial decree (SKB 3 Menteri) for the year was not at hand: days
 * fixed by date or by the church's own reckoning are sure, those of the lunar calendars are reckoned ahead
 * and move by a day when the decree says so. Loading the decree's list takes the place of this one.
 */
import type { SetHolidaysData } from '../calendar.ts';

export const HOLIDAYS_2027: SetHolidaysData = {
  year: 2027,
  source: 'dates reckoned ahead; SKB 3 Menteri 2027 to be loaded',
  holidays: [
    { date: '2027-01-01', name: 'Tahun Baru Masehi' },
    { date: '2027-01-05', name: 'Isra Mikraj Nabi Muhammad (perkiraan)' },
    { date: '2027-02-06', name: 'Tahun Baru Imlek 2578' },
    { date: '2027-03-08', name: 'Hari Suci Nyepi (perkiraan)' },
    { date: '2027-03-10', name: 'Idul Fitri 1448 Hijriah (perkiraan)' },
    { date: '2027-03-11', name: 'Idul Fitri 1448 Hijriah, hari kedua (perkiraan)' },
    { date: '2027-03-26', name: 'Wafat Yesus Kristus' },
    { date: '2027-03-28', name: 'Kebangkitan Yesus Kristus' },
    { date: '2027-05-01', name: 'Hari Buruh Internasional' },
    { date: '2027-05-06', name: 'Kenaikan Yesus Kristus' },
    { date: '2027-05-17', name: 'Idul Adha 1448 Hijriah (perkiraan)' },
    { date: '2027-05-20', name: 'Hari Raya Waisak (perkiraan)' },
    { date: '2027-06-01', name: 'Hari Lahir Pancasila' },
    { date: '2027-06-06', name: 'Tahun Baru Islam 1449 Hijriah (perkiraan)' },
    { date: '2027-08-15', name: 'Maulid Nabi Muhammad (perkiraan)' },
    { date: '2027-08-17', name: 'Hari Kemerdekaan' },
    { date: '2027-12-25', name: 'Hari Natal' },
  ],
};
