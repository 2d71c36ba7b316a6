/** The person's own page, opened with a code, and where officers hand the code out. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { codePages } from './code.tsx';
import { myPage } from './my-page.tsx';
import { openingPages } from './opening.tsx';

export const myPages = (options: ConsoleOptions): readonly Page[] => [
  ...openingPages(options),
  ...codePages,
  myPage,
];
