/**
 * The small shapes that commands are made of, as a client sends them. Every text has a limit and every
 * number a range: what is refused here never reaches a decision.
 */
import { z } from 'zod';
import { isLocalDate } from '../domain/time/day-number.ts';
import { isLocalDateTime } from '../domain/time/local-date-time.ts';

/** Longest free text of a note or a reason: a page of a case file, no more. */
export const LONGEST_TEXT = 4_000;
/** More breaks than this in one session is a typing error. */
const MOST_BREAKS = 20;
/** Seven days with three slots each. */
const MOST_SLOTS = 21;
/** Hours of a paper that departs from the law may lie outside 8–240 (S09); beyond this it is a typing error. */
const MOST_HOURS = 10_000;
/** Longest period in days that any field may name: a hundred years. */
const MOST_DAYS = 36_525;
/** Category VIII of art. 79(1) is 50 billion; a replaced fine above ten times that is a typing error. */
const MOST_RUPIAH = 500_000_000_000;

/** A real calendar date in the years 1900 to 2200. */
export const localDate = z
  .string()
  .length(10)
  .refine(isLocalDate, 'not a calendar date YYYY-MM-DD in the years 1900 to 2200')
  .meta({ format: 'date', example: '2026-04-01' });

/** A clock reading at the site, without zone. */
export const localDateTime = z
  .string()
  .min(16)
  .max(19)
  .refine(isLocalDateTime, 'not a clock reading YYYY-MM-DDTHH:MM in the years 1900 to 2200')
  .meta({ example: '2026-04-01T08:00' });

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a clock time HH:MM')
  .meta({ example: '08:00' });

export const zone = z.enum(['WIB', 'WITA', 'WIT']);

/** Code of an office, a site or another register entry. Codes only: never the name of a person. */
export const code = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?$/,
    'not a code: small letters, digits, dot, dash, underscore',
  )
  .meta({ example: 'puskesmas-helvetia' });

/** A court by its usual abbreviation (`PN Mdn`) or its code (`pn-medan`). */
export const court = z
  .string()
  .max(60)
  .regex(/^(?:(?:PN|PT|MA)(?:[ .][A-Za-z .]{2,40})?|[a-z0-9](?:[a-z0-9.-]{0,58}[a-z0-9])?)$/, 'not a court')
  .meta({ example: 'PN Mdn' });

export const caseId = z
  .string()
  .regex(/^c[1-9]\d{0,3}$/, 'not a case id like c1')
  .meta({ example: 'c1' });
export const sessionId = z
  .string()
  .regex(/^s[1-9]\d{0,5}$/, 'not a session id like s1')
  .meta({ example: 's1' });

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in small hex');

/** Half a surrogate pair has no UTF-8, and would come back as another text. */
const WELL_FORMED = /^\P{Surrogate}*$/u;
/** Postgres keeps no NUL in its JSON, and no other control character belongs on one line. */
const ONE_LINE = /^[^\p{Cc}\p{Surrogate}]*$/u;

/** Free text. The vault seals it before it goes any further. */
export const sensitiveText = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TEXT)
  .regex(WELL_FORMED, 'not well-formed text');

const LETTERS_OF_A_REASON = 10;

/** Free text that says why in words: neither dots nor what nobody sees make a reason. */
export const reasonInWords = sensitiveText.refine(
  (text) =>
    (text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').match(/\p{L}/gu)?.length ?? 0) >=
    LETTERS_OF_A_REASON,
  `holds fewer than ${LETTERS_OF_A_REASON} letters`,
);

/** One line of plain text about a place, an office or a source: never about a person. */
export const oneLine = (longest: number) =>
  z.string().trim().min(1).max(longest).regex(ONE_LINE, 'not one line of text');

export const wholeNumber = (least: number, most: number) => z.int().min(least).max(most);
export const hours = wholeNumber(0, MOST_HOURS);
export const days = wholeNumber(0, MOST_DAYS);
export const rupiah = wholeNumber(0, MOST_RUPIAH);
/** Version of an event in the person's own stream. */
export const eventVersion = wholeNumber(1, 1_000_000);

/** A kind of work: small words only, so that neither a name nor a number fits. */
export const workType = z
  .string()
  .regex(/^[a-z][a-z -]{1,59}$/, 'not a kind of work in small letters')
  .meta({ example: 'street cleaning' });

/** Kind and number of a paper. Slashes, dots and brackets occur; a sentence does not fit. */
export const documentKind = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,59}$/, 'not a kind of document')
  .meta({ example: 'P-48' });
export const documentNumber = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ./_()-]{0,99}$/, 'not a document number')
  .meta({ example: 'PRINT-123/L.2.10/Eku.3/03/2026' });

export const sourceDocument = z.strictObject({
  kind: documentKind,
  number: documentNumber,
  date: localDate,
  hash: sha256.exactOptional(),
});

export const breaks = z
  .array(z.strictObject({ start: localDateTime, end: localDateTime }))
  .max(MOST_BREAKS)
  .default([]);

export const slots = z
  .array(
    z.strictObject({
      weekday: wholeNumber(1, 7).describe('1 = Monday … 7 = Sunday'),
      start: clockTime,
      end: clockTime,
      breakMinutes: wholeNumber(0, 480).default(0),
    }),
  )
  .min(1)
  .max(MOST_SLOTS);

export const replacedPenalty = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('PRISON'), days }),
  z.strictObject({ kind: z.literal('FINE'), rupiah }),
]);

/** What the vault keeps of a person. It never enters an event. */
export const identity = z.strictObject({
  name: oneLine(200),
  // As on the paper: a wrong one is kept and warned about, never refused (I-11).
  nik: z
    .string()
    .regex(/^[0-9][0-9 .-]{0,38}$/, 'a NIK is written in digits')
    .exactOptional(),
  birthDate: localDate,
  sex: z.enum(['MALE', 'FEMALE']),
  address: sensitiveText.exactOptional(),
  phone: z
    .string()
    .regex(/^\+?[0-9][0-9 -]{4,24}$/, 'not a telephone number')
    .exactOptional(),
});
