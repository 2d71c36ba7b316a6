/** `/…/do/<command>` for everything that a command can be sent to. */
import type { EntityKind } from '../../../catalogue/index.ts';
import type { CommandTarget } from '../../addresses.ts';
import type { DraftStore } from '../../drafts/draft-store.ts';
import { openForm, postForm } from '../../forms/flow/command-form.tsx';
import { entryFor, maySend } from '../../forms/flow/doors.ts';
import { keepForm } from '../../forms/flow/keep-form.ts';
import type { Page, PageResult, SignedIn } from '../../page.ts';
import { Heading, Link, Paragraph } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { ForbiddenPage } from '../problem-pages.tsx';

type Params = { readonly [name: string]: string };
type TargetOf = (params: Params) => CommandTarget;

const ofEntity =
  (kind: EntityKind): TargetOf =>
  ({ id = '' }) => ({ kind, id });
const byId =
  (kind: 'assessment' | 'proposal' | 'candidate'): TargetOf =>
  ({ id = '' }) => ({ kind, id });

const TARGETS: readonly (readonly [path: string, of: TargetOf])[] = [
  ['', () => ({ kind: 'new' })],
  ['/people/:personId', ({ personId = '' }) => ({ kind: 'person', id: personId })],
  ['/classes/:id', ofEntity('class')],
  ['/certificates/:id', ofEntity('certificate')],
  ['/permits/:id', ofEntity('permit')],
  ['/findings/:id', ofEntity('finding')],
  ['/registers/:register/:id', ({ register = '', id = '' }) => ({ kind: 'register', register, id })],
  ['/assessments/:id', byId('assessment')],
  ['/proposals/:id', byId('proposal')],
  ['/candidates/:id', byId('candidate')],
];

export const formPages = (drafts: DraftStore): readonly Page[] =>
  TARGETS.flatMap(([path, of]) => pagesFor(drafts, `${path}/do/:command`, of));

function pagesFor(drafts: DraftStore, path: string, of: TargetOf): readonly Page[] {
  const served =
    (serve: typeof openForm) =>
    async (asked: SignedIn): Promise<PageResult> => {
      const { command = '' } = asked.params;
      const target = of(asked.params);
      const entry = entryFor(target, command);
      if (entry === undefined) return NO_SUCH_COMMAND;
      if (!maySend(asked.session.actor.role, command)) return NOT_OF_THIS_DESK;
      return serve(drafts, asked, target, entry);
    };
  return [
    { method: 'GET', path, roles: 'everyone', open: served(openForm) },
    {
      method: 'POST',
      path,
      roles: 'everyone',
      takesFiles: true,
      open: served(postForm),
      keep: served(keepForm),
    },
  ];
}

const NOT_OF_THIS_DESK: PageResult = {
  title: { id: 'Bukan perintah meja Anda', en: 'Not a command of your desk' },
  status: 403,
  body: <ForbiddenPage reason="role" />,
};

const NO_SUCH_COMMAND: PageResult = {
  title: { id: 'Perintah tidak ditemukan', en: 'No such command' },
  status: 404,
  body: (
    <>
      <Heading>
        <Text of={{ id: 'Perintah ini tidak ada', en: 'There is no such command' }} />
      </Heading>
      <Paragraph>
        <Link href="/commands">
          <Text of={{ id: 'Lihat semua perintah meja Anda', en: 'See all commands of your desk' }} />
        </Link>
      </Paragraph>
    </>
  ),
};
