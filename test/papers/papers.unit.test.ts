import { describe, expect, it } from 'vitest';
import { slotsInWords } from '../../src/papers/builders/ba-17.ts';
import { versionsInWords } from '../../src/papers/page-frame.ts';
import { PAPER_KINDS, type Paper, type PaperContent } from '../../src/papers/paper.ts';
import { printable } from '../../src/papers/printable.ts';
import { renderPaper } from '../../src/papers/render.ts';
import {
  clockInWords,
  dayAndDate,
  durationInWords,
  momentInWords,
  placeAndDate,
  rupiahInWords,
} from '../../src/papers/words.ts';
import { textOfPages, textOfPaper } from './read-pdf.ts';
import { SAMPLES } from './samples.ts';

const paperOf = (content: PaperContent, more: Partial<Paper['basis']> = {}): Paper => ({
  content,
  office: { name: 'Kejaksaan Negeri Medan', regency: 'Kota Medan', zone: 'WIB' },
  basis: {
    ...{ stream: 'journey/p1', version: 57, headHash: 'ab'.repeat(32) },
    recordedAt: '2026-04-30T03:00:00.000Z',
    ...more,
  },
});

describe('words', () => {
  it('of days, times and amounts', () => {
    expect(dayAndDate('2026-03-30')).toBe('Senin, 30 Maret 2026');
    expect(dayAndDate('2026-08-16')).toBe('Minggu, 16 Agustus 2026');
    expect(clockInWords('2026-03-30T08:05')).toBe('08.05');
    expect(momentInWords({ at: '2026-03-29T23:05:00.000Z', date: '2026-03-30', zone: 'WITA' })).toBe(
      'Senin, 30 Maret 2026, pukul 07.05 WITA',
    );
    expect([210, 60, 45, 0, 14_400].map(durationInWords)).toEqual([
      ...['3 jam 30 menit', '1 jam', '45 menit', '0 menit', '240 jam'],
    ]);
    expect(rupiahInWords(10_000_000)).toBe('Rp10.000.000');
    expect(placeAndDate('Kota Medan', '2026-03-30')).toBe('Medan, 30 Maret 2026');
    expect(placeAndDate('Kota Administrasi Jakarta Selatan', '2026-03-30')).toBe(
      'Jakarta Selatan, 30 Maret 2026',
    );
  });

  it('of a weekly plan and of versions', () => {
    const slot = (weekday: number, start = '08:00', end = '12:00') => ({
      weekday,
      start,
      end,
      breakMinutes: 0,
    });
    expect(slotsInWords([1, 2, 3, 4, 5].map((day) => slot(day)))).toEqual(['Senin–Jumat, pukul 08.00–12.00']);
    expect(slotsInWords([slot(1), slot(3), slot(6, '13:00', '15:00')])).toEqual([
      'Senin, Rabu, pukul 08.00–12.00',
      'Sabtu, pukul 13.00–15.00',
    ]);
    expect(versionsInWords([9, 5, 6, 7, 3, 7])).toBe('3, 5–7, 9');
  });

  it('that the fonts cannot show lose their marks, and are never left out', () => {
    expect(printable('Ā’isyah – “Ṣāliḥ”')).toBe('A’isyah – “Salih”');
    expect(printable('名\tA')).toBe('? A');
  });
});

describe.each(PAPER_KINDS)('%s', (kind) => {
  const content = SAMPLES[kind]!;
  it('says where it comes from, and that its layout is ours', async () => {
    const text = textOfPaper(await renderPaper(paperOf(content)));
    expect(text).toContain(content.title.toUpperCase());
    expect(text).toContain(`Nomor: ${content.number}`);
    expect(text).toContain('RANCANGAN – tata letak ini bukan formulir resmi');
    const { reference } = content;
    expect(text).toContain(`Dibuat dari catatan ${reference ?? 'journey/p1, versi 57'}`);
    // Neither whose record it is nor how long: papers of a journey that others read (I-8).
    if (reference !== undefined) expect(text).not.toMatch(/journey\/|versi \d|peristiwa \d/);
    expect(text).toContain(`Sidik catatan (SHA-256): ${'ab'.repeat(32)}`);
    for (const law of content.law) expect(text).toContain(`Dasar: ${law}`);
  });

  it('is the same file whenever it is made, and another for another record', async () => {
    const first = await renderPaper(paperOf(content));
    const later = { version: 58, headHash: 'cd'.repeat(32) };
    expect((await renderPaper(paperOf(content))).equals(first)).toBe(true);
    expect((await renderPaper(paperOf(content, later))).equals(first)).toBe(false);
    expect(first.toString('latin1')).toContain('(D:20260430030000Z)');
  });
});

describe('content', () => {
  const text = async (kind: string) => textOfPaper(await renderPaper(paperOf(SAMPLES[kind]!)));

  it('P-48 names the ruling, the hours and the day of appearance', async () => {
    const shown = await text('p-48');
    for (const part of [
      'PN Mdn nomor 1008/Pid.B/2026/PN Mdn',
      'Sari Contoh binti Ahmad Contoh Panjang Sekali Namanya',
      '60 jam',
      '4 jam, 5 hari dalam seminggu',
      '180 hari sejak mulai dilaksanakan',
      'pidana penjara 60 hari',
      'menghadap di Kejaksaan Negeri Medan pada hari Senin, 30 Maret 2026',
      'Medan, 20 Maret 2026',
    ]) {
      expect(shown).toContain(part);
    }
  });

  it('BA-17 tells the last moment of the window', async () => {
    const shown = await text('ba-17');
    expect(shown).toContain('Pada hari ini, Senin, 30 Maret 2026');
    expect(shown).toContain('Sabtu, 26 September 2026, pukul 23.59.59 WIB');
    expect(shown).toContain('60 jam 30 menit');
  });

  it('PKS-03 adds up session by session over several pages, each with its head and number', async () => {
    const pages = textOfPages(await renderPaper(paperOf(SAMPLES['pks-03']!))).map((page) =>
      page.replaceAll(/\s+/g, ' '),
    );
    expect(pages).toHaveLength(3);
    pages.forEach((page, index) => {
      expect(page).toContain('Jumlah berjalan');
      expect(page).toContain(`${index + 1} / 3`);
      expect(page).toContain('RANCANGAN');
    });
    // 44 sessions of 3 hours 30 minutes, one absence.
    expect(pages[2]).toContain('Jumlah yang dihitung: 154 jam. Sisa: 86 jam.');
    expect(pages[0]).toContain('17 jam 30 menit tidak hadir');
  });

  it('a warning letter rests on events, and adds no hours (A-21)', async () => {
    const shown = await text('warning-letter');
    expect(shown).toContain('Tidak hadir pada Jumat, 10 April 2026 (peristiwa nomor 31).');
    expect(shown).not.toMatch(/penambahan|ditambah/);
    expect(shown).not.toContain('Peringatan ini adalah peringatan ketiga');
  });

  it.each(['referral-letter', 'class-list', 'job-seeker-card', 'certificate'])(
    '%s says nothing of where the person comes from (I-8)',
    async (kind) => {
      const { blocks, title } = SAMPLES[kind]!;
      expect(JSON.stringify([blocks, title])).not.toMatch(
        /pidana|lapas|penjara|kejaksaan|jaksa|putusan|bapas|warga binaan|kerja sosial|perkara/i,
      );
    },
  );
});

it('nothing is drawn beyond the page', async () => {
  for (const content of Object.values(SAMPLES)) {
    const raw = (await renderPaper(paperOf(content))).toString('latin1');
    const width = content.landscape === true ? 841.89 : 595.28;
    // The mark of a draft is turned, and drawn in coordinates of its own.
    const drawn = [...raw.matchAll(/BT\n([\s\S]*?)ET/g)].filter(([, text]) => !text?.includes(' 92 Tf'));
    const lefts = drawn.flatMap(([, text]) =>
      [...(text ?? '').matchAll(/1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm/g)].map(([, x]) => Number(x)),
    );
    expect(lefts.length).toBeGreaterThan(10);
    expect(Math.max(...lefts)).toBeLessThan(width - 40);
    expect(Math.min(...lefts)).toBeGreaterThanOrEqual(50);
  }
});
