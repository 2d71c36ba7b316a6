/** What an employer reports of itself and of a vacancy (E-03, E-08), as a client sends it. */
import { z } from 'zod';
import { OWNERSHIPS } from '../domain/registers/employer.ts';
import { exclusionKey, needs, regency, sector } from './employment.ts';
import { code, localDate, oneLine, rupiah, wholeNumber, zone } from './fields.ts';

/** More workers than any firm has; beyond this it is a typing error. */
const MOST_WORKERS = 5_000_000;
const MOST_OPENINGS = 10_000;
const MOST_CODES = 100;
/** Ten years. */
const MOST_MONTHS = 120;

const age = wholeNumber(0, 120);
const workers = wholeNumber(0, MOST_WORKERS);

export const employer = z.strictObject({
  name: oneLine(200),
  ownership: z.enum(OWNERSHIPS),
  regency,
  sector,
});

export const workforce = z.strictObject({ workers, disabledWorkers: workers, on: localDate });

const amendable = {
  jobTitle: oneLine(200),
  kbjiCode: z
    .string()
    .regex(/^[0-9][0-9.]{0,11}$/, 'not a KBJI code')
    .nullable(),
  openings: wholeNumber(1, MOST_OPENINGS),
  validFrom: localDate,
  validUntil: localDate,
  regency,
  sector,
  ages: z.strictObject({ from: age, to: age }).nullable(),
  sex: z
    .strictObject({ only: z.enum(['MALE', 'FEMALE']), ground: oneLine(200) })
    .nullable()
    .describe('Only where the law lets an employer ask, with the article'),
  education: oneLine(100).nullable(),
  units: z.array(oneLine(60)).max(MOST_CODES),
  schemes: z.array(code).max(MOST_CODES),
  experienceMonths: wholeNumber(0, MOST_MONTHS),
  wage: z.strictObject({ fromRupiah: rupiah, toRupiah: rupiah }).nullable(),
  needsSupported: needs,
};

export const vacancy = z.strictObject({
  employerId: code,
  ...amendable,
  zone,
  exclusions: z.array(z.strictObject({ key: exclusionKey, article: oneLine(100) })).max(20),
});

export const vacancyChanges = z.strictObject({
  jobTitle: amendable.jobTitle.exactOptional(),
  kbjiCode: amendable.kbjiCode.exactOptional(),
  openings: amendable.openings.exactOptional(),
  validFrom: amendable.validFrom.exactOptional(),
  validUntil: amendable.validUntil.exactOptional(),
  regency: amendable.regency.exactOptional(),
  sector: amendable.sector.exactOptional(),
  ages: amendable.ages.exactOptional(),
  sex: amendable.sex.exactOptional(),
  education: amendable.education.exactOptional(),
  units: amendable.units.exactOptional(),
  schemes: amendable.schemes.exactOptional(),
  experienceMonths: amendable.experienceMonths.exactOptional(),
  wage: amendable.wage.exactOptional(),
  needsSupported: amendable.needsSupported.exactOptional(),
});

export const closing = z.strictObject({ on: localDate.exactOptional() });
