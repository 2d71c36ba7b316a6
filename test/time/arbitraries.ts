import fc from 'fast-check';
import type { LocalDateTime, Zone } from '../../src/domain/time/index.ts';

/** One seed for all properties of this folder: a failure prints it together with its path. */
export const SEED = 20_260_102;

const FIRST_DAY = Date.UTC(1900, 0, 1) / 86_400_000;
const LAST_DAY = Date.UTC(2200, 11, 31) / 86_400_000;

const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

export const anyDate: fc.Arbitrary<string> = fc
  .integer({ min: FIRST_DAY, max: LAST_DAY })
  .map((day) => isoOf(day * 86_400_000).slice(0, 10));

export const anyReading: fc.Arbitrary<LocalDateTime> = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2031, 0, 1) / 1000 })
  .map((seconds) => isoOf(seconds * 1000).slice(0, 19));

export const anyZone: fc.Arbitrary<Zone> = fc.constantFrom<Zone>('WIB', 'WITA', 'WIT');
