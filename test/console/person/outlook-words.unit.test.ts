/** The outlook as people read it: the sentence of the product list, and the law where it binds. */
import { describe, expect, it } from 'vitest';
import type { OutlookSeen } from '../../../src/console/person/journey-view.ts';
import { outlookSentences } from '../../../src/console/person/outlook-words.ts';

const outlook = (changes: Partial<OutlookSeen>): OutlookSeen => ({
  ...{ caseId: 'c1', asOf: '2027-02-03', kind: 'ON_TIME', targetMinutes: 3_600, creditedMinutes: 1_380 },
  ...{ minutesLeft: 2_220, creditedToday: 0, dailyLimitMinutes: 480, minutesLeftToday: 480 },
  ...{ startedOn: '2026-10-22', windowEndsOn: '2027-04-20', daysLeft: 76, neededPerWeek: 205 },
  rhythm: { weekdays: [2, 4], minutesPerWeek: 480, minutesPerDay: 240, fullWeekdays: [] },
  ...{ completesOn: '2027-03-09', minutesShort: 0, ahead: [], sharedDays: 0, hold: null, restartBy: null },
  ...{ ways: [], beyondReach: false, yearsWithoutHolidays: [] },
  ...changes,
});

const said = (changes: Partial<OutlookSeen>) => outlookSentences('id', outlook(changes));

describe('an outlook', () => {
  it('on time is one sentence', () => {
    expect(said({})).toEqual([
      'Sisa 37 jam: 2 × 4 jam seminggu sampai 9 Maret 2027; jangka waktu berakhir 20 April 2027.',
    ]);
    expect(outlookSentences('en', outlook({}))).toEqual([
      '37 hours left: 2 × 4 hours a week until 9 March 2027; the window ends on 20 April 2027.',
    ]);
  });

  it('that falls short says by how much, and what would help', () => {
    expect(
      said({
        ...{ kind: 'SHORT', completesOn: null, minutesShort: 720 },
        ways: [
          { kind: 'ADD_DAYS', weekdays: [1], minutesPerDay: 240, completesOn: '2027-04-12' },
          { kind: 'LONGER_DAYS', minutesPerDay: 330, completesOn: '2027-04-15' },
        ],
      }),
    ).toEqual([
      'Sisa 37 jam, dengan 2 × 4 jam seminggu tidak akan selesai pada waktunya: kurang 12 jam saat jangka waktu berakhir 20 April 2027.',
      'Yang dapat membantu: tambah hari Senin (4 jam sehari): selesai 12 April 2027; atau jadikan setiap hari kerja sosial 5 jam 30 menit: selesai 15 April 2027.',
    ]);
  });

  it('names days that are full, and what nobody can reach', () => {
    const [, help, full] = said({
      ...{ kind: 'SHORT', completesOn: null, minutesShort: 720, beyondReach: true },
      rhythm: { weekdays: [1, 2], minutesPerWeek: 960, minutesPerDay: 480, fullWeekdays: [1, 2] },
    });
    expect(help).toMatch(/^Jam terbanyak pada setiap hari buka pun tidak cukup/);
    expect(full).toBe('Hari Senin dan Selasa sudah penuh: 8 jam sehari, batas Pasal 85 ayat (5).');
  });

  it('on hold says by when it must go on', () => {
    expect(said({ hold: { until: null }, restartBy: '2027-03-16' })).toContain(
      'Pelaksanaan ditunda. Jangka waktu tetap berjalan: paling lambat dilanjutkan 16 Maret 2027.',
    );
  });

  it('says that today is full, that days are shared, that holidays are unknown', () => {
    expect(said({ minutesLeftToday: 0, sharedDays: 3, yearsWithoutHolidays: [2027] }).slice(1)).toEqual([
      'Hari ini sudah penuh: 8 jam.',
      'Pada 3 hari perkara lain orang ini memakai sebagian dari 8 jam sehari.',
      'Hari libur 2027 belum dimuat; tanggalnya masih dapat bergeser.',
    ]);
  });

  it.each(['DONE', 'WINDOW_ENDED', 'NO_PLAN'] as const)('%s has words in both languages', (kind) => {
    for (const language of ['id', 'en'] as const) {
      const [first = ''] = outlookSentences(language, outlook({ kind, rhythm: null }));
      expect(first).toMatch(/^.{15,}\.$/);
    }
  });
});
