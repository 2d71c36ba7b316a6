/**
 * Draws a paper as PDF, A4. The same paper always gives the same bytes: no clock, no random ids, no
 * compression (whose bytes may change with the runtime), fonts that every reader has.
 */
import PdfDocument from 'pdfkit';
import { drawBlock } from './draw-blocks.ts';
import { type Drawing, FONTS, margins, widthOf } from './drawing.ts';
import { drawFooters, drawLetterhead, drawWatermark } from './page-frame.ts';
import type { Paper } from './paper.ts';
import { printable } from './printable.ts';

export function renderPaper(paper: Paper): Promise<Buffer> {
  const { content, office, basis } = paper;
  const pdf = new PdfDocument({
    size: 'A4',
    layout: content.landscape === true ? 'landscape' : 'portrait',
    margins,
    compress: false,
    // Footers say how many pages there are: all are kept until the end.
    bufferPages: true,
    font: FONTS.text,
    lang: 'id-ID',
    displayTitle: true,
    info: {
      Title: printable(`${content.title} ${content.number}`),
      Author: printable(office.name),
      Subject: content.reference ?? `${basis.stream} v${basis.version}`,
      Creator: 'Titian',
      Producer: 'Titian',
      CreationDate: new Date(basis.recordedAt),
    },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const drawing: Drawing = { pdf, width: widthOf(pdf) };
  if (content.draft) {
    drawWatermark(drawing);
    pdf.on('pageAdded', () => drawWatermark(drawing));
  }
  drawLetterhead(drawing, paper);
  for (const block of content.blocks) drawBlock(drawing, block);
  drawFooters(drawing, paper);
  pdf.end();
  return finished;
}
