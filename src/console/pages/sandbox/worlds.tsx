/** Worlds to practise in: change to another, or begin with an empty one. Nothing is ever erased by it. */
import { randomBytes } from 'node:crypto';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { ConsoleOptions } from '../../options.ts';
import { fieldText, type Page } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { useWords } from '../../parts/rendering.ts';
import { BackLink, Heading, Lead, Table } from '../../parts/structure.tsx';
import { InstantText, Text } from '../../parts/text.tsx';
import { createSessionStore } from '../../session/session-store.ts';
import type { Words } from '../../words/words.ts';

const PATH = '/sandbox/worlds';
const TITLE: Words = { id: 'Mulai dari awal', en: 'Start afresh' };
/** A Monday morning after the penal code is in force, when all starting registers are valid. */
const FIRST_MORNING = '2026-03-23T01:00:00.000Z';

interface Listed {
  readonly id: string;
  readonly now: string;
}

export function worldPages(
  options: ConsoleOptions,
  { worlds }: { readonly worlds: Sandbox },
): readonly Page[] {
  const sessions = createSessionStore(options.pool);
  return [
    {
      method: 'GET',
      path: PATH,
      roles: 'everyone',
      async open({ session }) {
        const listed = await worlds.listWorlds();
        return {
          title: TITLE,
          before: <BackLink href="/sandbox/clock" />,
          body: <Worlds listed={listed} current={session.world} />,
        };
      },
    },
    {
      method: 'POST',
      path: PATH,
      roles: 'everyone',
      async open({ form, session }) {
        const chosen = fieldText(form, 'world');
        const listed = await worlds.listWorlds();
        const known = chosen === LIVE_WORLD || listed.some(({ id }) => id === chosen);
        const world = known ? chosen : `latihan-${randomBytes(4).toString('hex')}`;
        if (!known) await worlds.createWorld(world, FIRST_MORNING);
        await sessions.moveTo(session.id, world);
        return { redirect: '/' };
      },
    },
  ];
}

function Worlds({ listed, current }: { readonly listed: readonly Listed[]; readonly current: string }) {
  const t = useWords();
  return (
    <>
      <Heading>
        <Text of={TITLE} />
      </Heading>
      <Lead>
        <Text
          of={{
            id: 'Dunia latihan baru masih kosong dan mulai Senin, 23 Maret 2026, pukul 08.00 WIB. Dunia lain tetap seperti adanya: catatan tidak pernah dihapus.',
            en: 'A new practice world is empty and begins on Monday, 23 March 2026, 08:00 WIB. Other worlds stay as they are: no record is ever erased.',
          }}
        />
      </Lead>
      <Form action={PATH}>
        <Button name="world" value="">
          <Text of={{ id: 'Mulai di dunia kosong yang baru', en: 'Begin in a new, empty world' }} />
        </Button>
      </Form>
      <Heading level={2}>
        <Text of={{ id: 'Pindah dunia', en: 'Change worlds' }} />
      </Heading>
      <Table
        caption={t({ id: 'Dunia latihan', en: 'Practice worlds' })}
        hideCaption
        rows={listed}
        empty={<Text of={{ id: 'Belum ada.', en: 'None yet.' }} />}
        columns={[
          { head: t({ id: 'Dunia', en: 'World' }), cell: ({ id }) => id, names: true },
          {
            head: t({ id: 'Di sana sekarang', en: 'Now there' }),
            cell: ({ now }) => <InstantText at={now} />,
          },
          {
            head: t({ id: 'Pilihan', en: 'Choice' }),
            cell: ({ id }) =>
              id === current ? (
                <Text of={{ id: 'Anda di sini', en: 'You are here' }} />
              ) : (
                <Form action={PATH}>
                  <Button kind="secondary" name="world" value={id}>
                    <Text of={{ id: 'Pindah ke sini', en: 'Change to this' }} />
                    <span class="govuk-visually-hidden">: {id}</span>
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </>
  );
}
