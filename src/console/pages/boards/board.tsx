/** One board: its picture, its table, what it counts, and the file of it. */
import { rolesReading } from '../../../access/roles.ts';
import { must } from '../../api.ts';
import { type BoardAnswer, type BoardName, isBoard } from '../../boards/answer.ts';
import { boardAsCsv } from '../../boards/csv.ts';
import { BOARD_NAMES } from '../../boards/words.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { BoardBody } from './board-body.tsx';

const BOARD_ROLES = rolesReading('read-board');

const FIRST: BoardName = 'flow';

export const boardsStart: DeskPage = {
  method: 'GET',
  path: '/boards',
  roles: BOARD_ROLES,
  open: async () => ({ redirect: `/boards/${FIRST}` }),
};

interface Opened {
  readonly answer: BoardAnswer;
  readonly office: string | null;
  readonly names: ReadonlyMap<string, string>;
}

async function openBoard({ api, book, params, query, session }: SignedIn): Promise<Opened> {
  const board = isBoard(params.board ?? '') ? params.board : FIRST;
  const { year, by } = query;
  const answer = must(
    await api.get<BoardAnswer>(`/api/v1/boards/${board}`, {
      world: session.world,
      ...(year === undefined || year === '' ? {} : { year }),
      ...(by === undefined || by === '' ? {} : { by }),
    }),
  );
  const schemes = new Map(
    (await book.all('scheme')).map(({ id, value }) => [id, String(value.title ?? id)] as const),
  );
  const keys = answer.tables.flatMap(({ rows }) => rows.map(({ key }) => key));
  const offices = answer.by === 'office' ? await book.namesOf(keys) : new Map<string, string>();
  const office = answer.office === null ? null : await book.nameOf(answer.office);
  return { answer, office, names: new Map([...schemes, ...offices]) };
}

export const boardPage: DeskPage = {
  method: 'GET',
  path: '/boards/:board',
  roles: BOARD_ROLES,
  async open(asked) {
    const { answer, office, names } = await openBoard(asked);
    return {
      title: BOARD_NAMES[answer.board],
      within: '/boards',
      body: <BoardBody answer={answer} office={office} names={names} />,
    };
  },
};

const ALL_OFFICES = { id: 'Semua kantor', en: 'All offices' } as const;

export const boardFile: DeskPage = {
  method: 'GET',
  path: '/boards/:board/file.csv',
  roles: BOARD_ROLES,
  async open(asked) {
    const { answer, office, names } = await openBoard(asked);
    const { board, year, by } = answer;
    return {
      file: boardAsCsv(answer, asked.language, office ?? ALL_OFFICES[asked.language], names),
      contentType: 'text/csv; charset=utf-8',
      saveAs: ['titian', board, year, by]
        .filter((part) => part !== null)
        .join('-')
        .concat('.csv'),
    };
  },
};
