/** Text of a PDF that was drawn uncompressed with the standard fonts: what its drawing operators show. */
const BEYOND_LATIN_1: { readonly [byte: number]: string } = {
  ...{ 133: '…', 145: '‘', 146: '’', 147: '“', 148: '”', 150: '–', 151: '—' },
};
const decoded = (hex: string): string =>
  [...Buffer.from(hex, 'hex')].map((byte) => BEYOND_LATIN_1[byte] ?? String.fromCharCode(byte)).join('');

/** Text of each page, in the order in which it was drawn; lines are parted by a line break. */
export function textOfPages(pdf: Buffer): string[] {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => body ?? '');
  return streams.map(textOf).filter((text) => text !== '');
}

const textOf = (stream: string): string =>
  [...stream.matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, shown]) =>
      [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => decoded(hex ?? '')).join(''),
    )
    .join('\n');

export const textOfPaper = (pdf: Buffer): string => textOfPages(pdf).join('\n').replaceAll(/\s+/g, ' ');
