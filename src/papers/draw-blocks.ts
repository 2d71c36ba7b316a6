/** Draws the pieces of a paper. Nothing is cut off: what does not fit goes on the next page. */
import { drawTable } from './draw-table.ts';
import { type Drawing, FONTS, makeRoom, margins, SIZES } from './drawing.ts';
import type { Block, Signature } from './paper.ts';
import { printable } from './printable.ts';

/** Width of the names of fields. */
const NAME_WIDTH = 158;
const LINE_GAP = 2.2;

export function drawBlock(drawing: Drawing, block: Block): void {
  const { pdf, width } = drawing;
  pdf.font(FONTS.text).fontSize(SIZES.text);
  switch (block.kind) {
    case 'heading':
      makeRoom(drawing, 50);
      pdf.y += 6;
      pdf.font(FONTS.bold).text(printable(block.text), margins.left, pdf.y, { width });
      pdf.y += 3;
      return;
    case 'paragraph':
      pdf.text(printable(block.text), margins.left, pdf.y, {
        ...{ width, lineGap: LINE_GAP },
        ...(block.indent === true ? { indent: 28 } : {}),
      });
      pdf.y += 6;
      return;
    case 'numbered':
      for (const [index, item] of block.items.entries()) drawItem(drawing, `${index + 1}.`, item);
      pdf.y += 4;
      return;
    case 'fields':
      for (const [name, value] of block.rows) drawField(drawing, name, value);
      pdf.y += 6;
      return;
    case 'table':
      drawTable(drawing, block.columns, block.rows);
      pdf.y += 8;
      return;
    case 'signatures':
      drawSignatures(drawing, block.place, block.people);
      return;
    case 'image':
      drawImage(drawing, block.png, block.points, block.text);
      return;
    case 'space':
      pdf.y += block.points;
  }
}

function drawItem(drawing: Drawing, mark: string, text: string): void {
  const { pdf, width } = drawing;
  const shown = printable(text);
  makeRoom(drawing, pdf.heightOfString(shown, { width: width - 22, lineGap: LINE_GAP }));
  const top = pdf.y;
  pdf.text(mark, margins.left, top, { width: 20, lineBreak: false });
  pdf.text(shown, margins.left + 22, top, { width: width - 22, lineGap: LINE_GAP });
  pdf.y += 2;
}

function drawField(drawing: Drawing, name: string, value: string): void {
  const { pdf, width } = drawing;
  const shown = printable(value === '' ? '–' : value);
  const valueWidth = width - NAME_WIDTH - 12;
  const height = Math.max(
    pdf.heightOfString(printable(name), { width: NAME_WIDTH }),
    pdf.heightOfString(shown, { width: valueWidth, lineGap: LINE_GAP }),
  );
  makeRoom(drawing, height);
  const top = pdf.y;
  pdf.text(printable(name), margins.left, top, { width: NAME_WIDTH });
  pdf.text(':', margins.left + NAME_WIDTH, top, { width: 10, lineBreak: false });
  pdf.text(shown, margins.left + NAME_WIDTH + 12, top, { width: valueWidth, lineGap: LINE_GAP });
  pdf.y = top + height + 2;
}

function drawImage({ pdf, width }: Drawing, png: Buffer, points: number, text: string): void {
  makeRoom({ pdf, width }, points + 8);
  const top = pdf.y;
  pdf.image(png, margins.left, top, { width: points, height: points });
  const left = margins.left + points + 12;
  pdf.text(printable(text), left, top + 10, { width: width - points - 12, lineGap: LINE_GAP });
  pdf.y = top + points + 8;
  pdf.x = margins.left;
}

function drawSignatures(drawing: Drawing, place: string, people: readonly Signature[]): void {
  const { pdf, width } = drawing;
  const column = width / 2;
  makeRoom(drawing, 130);
  const top = pdf.y + 10;
  people.slice(0, 2).forEach((person, index) => {
    // One alone stands on the right, as on letters.
    const left = margins.left + (people.length === 1 || index === 1 ? column : 0);
    const options = { width: column, align: 'center' as const };
    const last = index === people.length - 1;
    pdf.font(FONTS.text).text(last ? printable(place) : ' ', left, top, options);
    pdf.text(printable(person.post), left, pdf.y, options);
    pdf.text(person.name === undefined ? '(…………………………………)' : '', left, top + 92, options);
    if (person.name !== undefined) {
      pdf.font(FONTS.bold).text(printable(person.name), left, top + 92, { ...options, underline: true });
    }
  });
  pdf.y = top + 112;
  pdf.x = margins.left;
}
