/** What stands on every page around the text: letterhead, mark of a draft, footer. */
import { type Drawing, FONTS, margins, SIZES } from './drawing.ts';
import type { Paper } from './paper.ts';
import { printable } from './printable.ts';

export function drawLetterhead({ pdf, width }: Drawing, { content, office }: Paper): void {
  const left = margins.left;
  pdf.font(FONTS.bold).fontSize(SIZES.office);
  pdf.text(printable(office.name.toUpperCase()), left, margins.top, { width, align: 'center' });
  pdf.font(FONTS.text).fontSize(SIZES.text);
  pdf.text(printable(`${office.regency} · ${office.zone}`), { width, align: 'center' });
  const ruleAt = pdf.y + 6;
  pdf
    .lineWidth(1.4)
    .moveTo(left, ruleAt)
    .lineTo(left + width, ruleAt)
    .stroke('#000');
  pdf
    .lineWidth(0.4)
    .moveTo(left, ruleAt + 2.5)
    .lineTo(left + width, ruleAt + 2.5)
    .stroke('#000');
  pdf.y = ruleAt + 8;
  if (content.formCode !== '') {
    pdf.font(FONTS.smallBold).fontSize(SIZES.table);
    pdf.text(content.formCode, left, pdf.y, { width, align: 'right' });
  }
  pdf.y += 8;
  pdf.font(FONTS.bold).fontSize(SIZES.title);
  pdf.text(printable(content.title.toUpperCase()), left, pdf.y, { width, align: 'center' });
  pdf.font(FONTS.text).fontSize(SIZES.text);
  if (content.number !== '') pdf.text(printable(`Nomor: ${content.number}`), { width, align: 'center' });
  if (content.draft) {
    pdf.y += 3;
    pdf.font(FONTS.smallBold).fontSize(SIZES.table);
    pdf.fillColor('#a00').text('RANCANGAN – tata letak ini bukan formulir resmi', { width, align: 'center' });
    pdf.fillColor('#000');
  }
  pdf.y += 10;
}

/** Light, below the text, once a page. */
export function drawWatermark({ pdf }: Drawing): void {
  const { x, y } = pdf;
  const { width, height } = pdf.page;
  pdf.save();
  pdf.rotate(-35, { origin: [width / 2, height / 2] });
  pdf.font(FONTS.smallBold).fontSize(92).fillColor('#f1f1f1');
  const text = 'RANCANGAN';
  pdf.text(text, (width - pdf.widthOfString(text)) / 2, height / 2 - 52, { lineBreak: false });
  pdf.restore();
  pdf.fillColor('#000').font(FONTS.text).fontSize(SIZES.text);
  pdf.x = x;
  pdf.y = y;
}

export function drawFooters({ pdf, width }: Drawing, { content, basis }: Paper): void {
  const { start, count } = pdf.bufferedPageRange();
  const left = margins.left;
  const events = content.events.length === 0 ? '–' : versionsInWords(content.events);
  const lines = [
    ...content.law.map((law) => `Dasar: ${law}`),
    content.reference === undefined
      ? `Dibuat dari catatan ${basis.stream}, versi ${basis.version}; peristiwa ${events}.`
      : `Dibuat dari catatan ${content.reference}.`,
    `Sidik catatan (SHA-256): ${basis.headHash}`,
    content.draft
      ? 'RANCANGAN: teks formulir resmi tidak tersedia; isi berasal dari catatan, tata letak dibuat sistem.'
      : 'Isi berasal dari catatan; sidik berkas ini tercatat pada riwayat yang sama.',
  ];
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Text below the bottom margin would begin a page of its own.
    pdf.page.margins.bottom = 0;
    const top = pdf.page.height - 84;
    pdf
      .lineWidth(0.4)
      .moveTo(left, top)
      .lineTo(left + width, top)
      .stroke('#777');
    pdf.font(FONTS.small).fontSize(SIZES.footer).fillColor('#444');
    pdf.y = top + 4;
    for (const line of lines) pdf.text(printable(line), left, pdf.y, { width: width - 60, lineGap: 0.5 });
    pdf.text(`${page - start + 1} / ${count}`, left, top + 4, { width, align: 'right', lineBreak: false });
    pdf.page.margins.bottom = margins.bottom;
  }
  pdf.fillColor('#000');
}

/** `3, 5–9, 12`. */
export function versionsInWords(versions: readonly number[]): string {
  const sorted = [...new Set(versions)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const version of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === version - 1) last[1] = version;
    else runs.push([version, version]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
