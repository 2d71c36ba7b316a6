/** The auditor's desk. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';

export const auditPages = (_options: ConsoleOptions): readonly Page[] => [];
