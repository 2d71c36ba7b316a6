/** What the API shows of a thing, said in words: no code, no name of a field is left as a program writes it. */
import { expect, test } from 'vitest';
import { shownRows } from '../../../src/console/pages/commands/shown-view.ts';

const showing = {
  ...({ language: 'id', zone: 'WIB', command: 'issue-certificate' } as const),
  names: new Map([['lsp-p2-bbpvp-medan', 'LSP P2 BBPVP Medan']]),
};

test('dates, moments, offices, lists and yes or no', () => {
  const rows = shownRows(showing, {
    certificationBody: 'lsp-p2-bbpvp-medan',
    issuedOn: '2026-03-24',
    periods: [{ from: '2026-03-24', until: '2026-09-24' }],
    plenaryDueAt: { at: '2026-03-17T16:59:59.000Z', date: '2026-03-17', zone: 'WIB' },
    placeToConfirm: false,
    openWeekdays: [1, 3],
    voidedBlanks: [],
    headHash: 'abc',
  });
  const said = Object.fromEntries(rows.map(({ label, lines }) => [label, lines]));
  expect(said['Terbit pada'] ?? said['Tanggal terbit']).toEqual(['24 Maret 2026']);
  expect(said['Masa berlaku']?.[0]).toMatch(/24 Maret 2026; .*24 September 2026/);
  expect(said['Batas pleno']).toEqual(['Selasa, 17 Maret 2026, pukul 23.59 WIB']);
  expect(said['Tempat uji masih harus dipastikan?']).toEqual(['Tidak']);
  expect(said['Blanko yang dibatalkan']).toEqual([]);
  expect(JSON.stringify(said)).toContain('LSP P2 BBPVP Medan (lsp-p2-bbpvp-medan)');
  expect(JSON.stringify(said)).toContain('Senin, Rabu');
  expect(JSON.stringify(said)).not.toMatch(/headHash|abc|issuedOn|periods|"from"/);
});
