/** What is done every day: attendance, classes, sheets, many at once. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { attendancePages } from './attendance-pages.ts';
import { bulkPages } from './bulk-pages.tsx';
import { classPages } from './class-pages.ts';
import { sheetPages } from './sheet-pages.ts';

export const dailyPages = (options: ConsoleOptions): readonly Page[] => [
  ...attendancePages(options),
  ...classPages,
  ...sheetPages,
  ...bulkPages,
];
