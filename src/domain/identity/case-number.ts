/**
 * Court case numbers: `<n>/Pid.B/<year>/PN <abbreviation>` and, on appeal, `<n>/PID/<year>/PT <abbr>`
 * (G-04). Read leniently, because offices write case, dots and spaces differently: what is unique is
 * the key, together with the defendant's order in the case. The text as written is kept by the caller.
 */
import { EARLIEST_YEAR, LATEST_YEAR } from '../time/day-number.ts';

export interface CaseNumber {
  /** The same for all ways of writing one number: `12/PID.B/2026/PN MDN`. */
  readonly key: string;
  /** `PID.B`, `PID.S`, `PID.C`, `PID.SUS`, `PID.SUS-ANAK`, or `PID` on appeal. */
  readonly type: string;
  readonly year: number;
  /** `PN MDN` (first instance) or `PT MDN` (appeal), without inner dots and spaces. */
  readonly court: string;
}

/** Longer text is no case number; also keeps matching cheap. */
const LONGEST_TEXT = 100;

const SHAPE =
  /^(?:NOMOR|NO\.?)?\s*:?\s*0*(\d{1,6})\s*\/\s*PID([A-Z.\-\s]*?)\s*\/\s*(\d{4})\s*\/\s*(PN|PT)([A-Z.\-\s]+)$/;

const lettersOf = (text: string): string => text.replace(/[^A-Z]/g, '');

/** `.SUS-ANAK`, `. Sus.Anak` and `SUS ANAK` are one type. */
const canonicalType = (suffix: string): string => {
  const [first, ...rest] = suffix.split(/[.\-\s]+/).filter((word) => word !== '');
  return first === undefined ? 'PID' : `PID.${[first, ...rest].join('-')}`;
};

/** Null when the text cannot be read as a case number of a first-instance or appeal court. */
export const normaliseCaseNumber = (text: string): CaseNumber | null => {
  if (text.length > LONGEST_TEXT) return null;
  const match = SHAPE.exec(text.normalize('NFKC').trim().toUpperCase());
  if (match === null) return null;
  const [, number = '', suffix = '', yearText = '', level = '', abbreviation = ''] = match;
  const year = Number(yearText);
  const place = lettersOf(abbreviation);
  if (Number(number) === 0 || place === '' || year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  const type = canonicalType(suffix);
  const court = `${level} ${place}`;
  return { key: `${number}/${type}/${year}/${court}`, type, year, court };
};
