/** The auditor's desk. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { streamPage } from './stream.tsx';

export const auditPages = (_options: ConsoleOptions): readonly Page[] => [streamPage];
