/** What all drawing shares: page, fonts, sizes in points. */
import type PdfDocument from 'pdfkit';

export interface Drawing {
  readonly pdf: InstanceType<typeof PdfDocument>;
  /** Between the margins. */
  readonly width: number;
}

/** The footer stands in the bottom margin. */
export const margins = { top: 54, bottom: 92, left: 62, right: 62 };

export const FONTS = {
  text: 'Times-Roman',
  bold: 'Times-Bold',
  small: 'Helvetica',
  smallBold: 'Helvetica-Bold',
};

export const SIZES = { office: 13, title: 14, text: 11, table: 9, footer: 7 };

export const widthOf = (pdf: Drawing['pdf']): number => pdf.page.width - margins.left - margins.right;

export const bottomOf = (pdf: Drawing['pdf']): number => pdf.page.height - margins.bottom;

/** Starts a new page where fewer than `points` are left on this one. */
export function makeRoom({ pdf }: Drawing, points: number): void {
  if (pdf.y + points > bottomOf(pdf)) pdf.addPage();
}
