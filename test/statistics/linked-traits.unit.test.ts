/** Trade and green tag are told of the same programmes: one table must not give away what the other hides. */
import { describe, expect, test } from 'vitest';
import { flowTables, retentionTables } from '../../src/api/boards/assemble.ts';
import type { Division } from '../../src/api/boards/division.ts';
import type { FigureTable } from '../../src/api/boards/figure-table.ts';
import type { Figure } from '../../src/domain/statistics/tables.ts';
import type { JourneyCount, PlacementCount } from '../../src/projections/board-figures.ts';

const THRESHOLD = 5;
/** Which programmes are green stands in a register that everybody may read. */
const GREEN = new Set(['las']);
const tradeOf = ({ programmeId }: { readonly programmeId: string | null }) => programmeId ?? '-';
const greenOf = ({ programmeId }: { readonly programmeId: string | null }) =>
  GREEN.has(programmeId ?? '') ? 'YES' : 'NO';
const BY_TRADE: Division<{ readonly programmeId: string | null }> = { by: tradeOf, within: greenOf };
const BY_GREEN: typeof BY_TRADE = { by: greenOf };

const PEOPLE = { las: 10, jahit: 3, boga: 20 };

const cell = (table: FigureTable | undefined, row: string, column: string): Figure =>
  table?.rows.find(({ key }) => key === row)?.cells[column] ?? 0;

const fits = (figure: Figure, count: number): boolean =>
  figure === 'withheld' || (figure === 'small' ? count > 0 && count < THRESHOLD : figure === count);

/** What the small trade can be, for whoever reads both tables and their totals. */
function possible(byTrade: FigureTable | undefined, byGreen: FigureTable | undefined, column: string) {
  const found = new Set<number>();
  for (let las = 0; las <= 40; las += 1) {
    for (let jahit = 0; jahit <= 40; jahit += 1) {
      for (let boga = 0; boga <= 40; boga += 1) {
        const agrees =
          fits(cell(byTrade, 'las', column), las) &&
          fits(cell(byTrade, 'jahit', column), jahit) &&
          fits(cell(byTrade, 'boga', column), boga) &&
          fits(cell(byGreen, 'YES', column), las) &&
          fits(cell(byGreen, 'NO', column), jahit + boga) &&
          fits(byTrade?.total?.cells[column] ?? 0, las + jahit + boga);
        if (agrees) found.add(jahit);
      }
    }
  }
  return found;
}

describe('the tables by trade and by green tag, read together', () => {
  test('of the path', () => {
    const rows = Object.entries(PEOPLE).map(
      ([programmeId, count]): JourneyCount => ({
        ...{ step: 'IN_TRAINING', onTheWay: true, count, programmeId, office: null, accommodation: false },
      }),
    );
    const tableBy = (by: typeof BY_TRADE) => flowTables(rows, by, THRESHOLD)[1];
    expect(possible(tableBy(BY_TRADE), tableBy(BY_GREEN), 'entered').size).toBeGreaterThan(1);
  });

  test('of retention', () => {
    const rows = Object.entries(PEOPLE).map(
      ([programmeId, count]): PlacementCount => ({
        ...{ day90: 'RETAINED', day180: null, day365: null },
        ...{ count, programmeId, office: 'disnaker-medan', accommodation: false },
      }),
    );
    const tableBy = (by: typeof BY_TRADE) =>
      retentionTables(rows, by, THRESHOLD).find(({ name }) => name === 'day90By');
    expect(possible(tableBy(BY_TRADE), tableBy(BY_GREEN), 'RETAINED').size).toBeGreaterThan(1);
  });

  test('a trait that is shown alone is protected as before', () => {
    const rows = Object.entries(PEOPLE).map(
      ([programmeId, count]): JourneyCount => ({
        ...{
          step: 'IN_TRAINING',
          onTheWay: true,
          count,
          programmeId,
          office: 'disnaker-medan',
          accommodation: false,
        },
      }),
    );
    const table = flowTables(rows, { by: tradeOf }, THRESHOLD)[1];
    expect(table?.rows.map(({ key, cells }) => [key, cells.entered])).toEqual([
      ['boga', 20],
      ['jahit', 'small'],
      ['las', 'withheld'],
    ]);
  });
});
