/** What happened, sentence by sentence. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';

export const timelinePages = (_options: ConsoleOptions): readonly Page[] => [];
