/** Home is work: what is overdue, due, on hold, waiting elsewhere. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { homePage } from './home.tsx';

export const homePages = (_options: ConsoleOptions): readonly Page[] => [homePage];
