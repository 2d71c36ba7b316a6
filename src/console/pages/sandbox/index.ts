/** The clock of a practice world, and a fresh start. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';

export const sandboxPages = (_options: ConsoleOptions): readonly Page[] => [];
