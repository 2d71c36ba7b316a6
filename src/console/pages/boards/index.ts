/** Boards for heads of office. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';

export const boardPages = (_options: ConsoleOptions): readonly Page[] => [];
