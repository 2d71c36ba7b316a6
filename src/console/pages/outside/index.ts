/** For those outside the offices: the employer, and whoever checks a certificate. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { candidatePage, candidatesPage } from './candidates.tsx';
import { checkForm, checkResult } from './check.tsx';
import { employerPage } from './employer.tsx';
import { vacanciesPage, vacancyPage } from './vacancies.tsx';

export const outsidePages = (options: ConsoleOptions): readonly Page[] => [
  checkForm,
  checkResult(options),
  employerPage,
  candidatesPage,
  candidatePage,
  vacanciesPage,
  vacancyPage,
];
