/**
 * Papers for centres, certification bodies and placement offices say nothing of where a person comes from
 * (G-08, I-8). What the record knows is left out by the builders; text that people typed passes here.
 */
const ORIGIN =
  /kejaksaan|kejari|kejati|jaksa|lapas|rutan|lpka|pemasyarakatan|bapas|pidana|penjara|putusan|narapidana|warga binaan|tahanan/i;

/** The text, or nothing where it names a place or a matter of justice: an address may be that of a prison. */
export const withoutOrigin = (text: string | null | undefined): string | undefined =>
  text === null || text === undefined || ORIGIN.test(text) ? undefined : text;

/** Letterhead of a referral: the same for every entrance, so that it tells none from another. */
export const NEUTRAL_SENDER = 'Program Pelatihan dan Penempatan Kerja';
