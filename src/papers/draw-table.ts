/** A table over as many pages as it needs: each row whole, the head again on every page. */
import { bottomOf, type Drawing, FONTS, margins, SIZES } from './drawing.ts';
import type { Column } from './paper.ts';
import { printable } from './printable.ts';

const PADDING = 3;

export function drawTable(
  drawing: Drawing,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const { pdf, width } = drawing;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * width);

  const heightOf = (cells: readonly string[], font: string): number => {
    pdf.font(font).fontSize(SIZES.table);
    const heights = cells.map((cell, index) =>
      pdf.heightOfString(printable(cell), { width: widths[index]! - 2 * PADDING }),
    );
    return Math.max(...heights, SIZES.table) + 2 * PADDING;
  };

  const drawRow = (cells: readonly string[], font: string, shade?: string): void => {
    const height = heightOf(cells, font);
    const top = pdf.y;
    let left = margins.left;
    columns.forEach((column, index) => {
      const cellWidth = widths[index]!;
      if (shade !== undefined) pdf.rect(left, top, cellWidth, height).fill(shade).fillColor('#000');
      pdf.lineWidth(0.5).rect(left, top, cellWidth, height).stroke('#444');
      pdf.font(font).fontSize(SIZES.table);
      pdf.text(printable(cells[index] ?? ''), left + PADDING, top + PADDING + 1, {
        ...{
          width: cellWidth - 2 * PADDING,
          align: shade === undefined ? (column.align ?? 'left') : 'center',
        },
      });
      left += cellWidth;
    });
    pdf.y = top + height;
  };

  const head = columns.map(({ title }) => title);
  const headHeight = heightOf(head, FONTS.bold);
  if (pdf.y + headHeight + 30 > bottomOf(pdf)) pdf.addPage();
  drawRow(head, FONTS.bold, '#e4e4e4');
  for (const row of rows) {
    if (pdf.y + heightOf(row, FONTS.text) > bottomOf(pdf)) {
      pdf.addPage();
      drawRow(head, FONTS.bold, '#e4e4e4');
    }
    drawRow(row, FONTS.text);
  }
  pdf.x = margins.left;
  pdf.font(FONTS.text).fontSize(SIZES.text);
}
