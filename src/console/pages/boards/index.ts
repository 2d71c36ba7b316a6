/** Boards for heads of office. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { boardFile, boardPage, boardsStart } from './board.tsx';

export const boardPages = (_options: ConsoleOptions): readonly Page[] => [boardsStart, boardPage, boardFile];
