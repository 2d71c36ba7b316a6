/** What is done every day: attendance, classes, sheets, many at once. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';

export const dailyPages = (_options: ConsoleOptions): readonly Page[] => [];
