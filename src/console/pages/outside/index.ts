/** For those outside the offices: the person, the employer, whoever checks a certificate. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';

export const outsidePages = (_options: ConsoleOptions): readonly Page[] => [];
