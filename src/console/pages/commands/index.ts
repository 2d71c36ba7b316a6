/** Every command of the catalogue, as a form. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';

export const commandPages = (_options: ConsoleOptions): readonly Page[] => [];
