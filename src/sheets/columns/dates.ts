/** Dates and clock times, as Indonesian offices type them and as spreadsheets keep them. */
import { isLocalDate } from '../../domain/time/day-number.ts';
import { addDays } from '../../domain/time/index.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { bad, type CellReader, good } from './column.ts';

/** Day zero of spreadsheets: the serials count from here, a leap day that never was included. */
const SERIAL_ZERO: LocalDate = '1899-12-30';
/** 1950 to 2200 as serials: a bare number outside is a typing error, not a date. */
const SERIAL_RANGE = [18_264, 109_938] as const;
const MINUTES_PER_DAY = 1_440;

const twoDigits = (text: string | number): string => String(text).padStart(2, '0');

function checked(date: string) {
  if (isLocalDate(date)) return good<LocalDate>(date);
  return bad(
    'NOT_A_DATE',
    'Tanggal tidak ada dalam kalender. Tulis seperti 17/08/2026.',
    'No such date in the calendar. Write it like 17/08/2026.',
  );
}

/** `17/08/2026`, `17-8-2026`, `2026-08-17`, a date cell, or a spreadsheet's serial. Day first: never month first. */
export const dateCell: CellReader<LocalDate> = (cell) => {
  if (cell instanceof Date) return checked(cell.toISOString().slice(0, 10));
  const serial =
    typeof cell === 'number' ? cell : /^\d{5}$/.test(textOf(cell)) ? Number(textOf(cell)) : undefined;
  if (serial !== undefined) {
    const isSerial = Number.isInteger(serial) && serial >= SERIAL_RANGE[0] && serial <= SERIAL_RANGE[1];
    return isSerial ? checked(addDays(SERIAL_ZERO, serial)) : checked('');
  }
  const text = textOf(cell);
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (dayFirst !== null) {
    const [, day, month, year] = dayFirst;
    return checked(`${year}-${twoDigits(month!)}-${twoDigits(day!)}`);
  }
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) {
    return bad(
      'YEAR_OF_TWO_DIGITS',
      'Tulis tahun dengan empat angka, seperti 17/08/2026.',
      'Write the year with four digits, like 17/08/2026.',
    );
  }
  return checked(text);
};

/** `08:30`, `8.30`, or a spreadsheet's part of a day. `24:00` is the end of the day and not a time of it. */
export const clockCell: CellReader<string> = (cell) => {
  const minutes = minutesOf(cell);
  if (minutes === undefined || minutes < 0 || minutes >= MINUTES_PER_DAY) {
    return bad('NOT_A_TIME', 'Bukan jam. Tulis seperti 08:30.', 'Not a time. Write it like 08:30.');
  }
  return good(`${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`);
};

function minutesOf(cell: NonNullable<Parameters<typeof clockCell>[0]>): number | undefined {
  if (cell instanceof Date) return cell.getUTCHours() * 60 + cell.getUTCMinutes();
  if (typeof cell === 'number') {
    // 8.3 typed with a decimal point would be read as 7 hours and 12 minutes: only a part of a day is a time.
    return cell >= 0 && cell < 1 ? Math.round(cell * MINUTES_PER_DAY) : undefined;
  }
  const typed = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(textOf(cell));
  if (typed === null || Number(typed[2]) > 59) return undefined;
  return Number(typed[1]) * 60 + Number(typed[2]);
}

const textOf = (cell: NonNullable<Parameters<typeof clockCell>[0]>): string => String(cell).trim();
