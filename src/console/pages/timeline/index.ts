/** What happened, sentence by sentence, and each event with its rule, its paper and its proof. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { eventPages } from './event.tsx';
import { historyPages } from './history.tsx';

export const timelinePages = (_options: ConsoleOptions): readonly Page[] => [...historyPages, ...eventPages];
