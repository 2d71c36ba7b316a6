/** `/drafts`: forms that were begun and not sent. */

import { ALL_COMMANDS } from '../../../catalogue/index.ts';
import type { DraftStore, KeptDraft } from '../../drafts/draft-store.ts';
import { isFormId } from '../../forms/flow/form-step.ts';
import type { Page } from '../../page.ts';
import { fieldText } from '../../page.ts';
import { Form } from '../../parts/form.tsx';
import { useWords } from '../../parts/rendering.ts';
import { Heading, Lead, Link, Table } from '../../parts/structure.tsx';
import { InstantText, Text } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';

const TITLE: Words = { id: 'Isian yang disimpan', en: 'Saved forms' };

export const draftPages = (drafts: DraftStore): readonly Page[] => [
  {
    method: 'GET',
    path: '/drafts',
    roles: 'everyone',
    async open({ session }) {
      const list = await drafts.list(session);
      return { title: TITLE, within: '/commands', body: <Drafts list={list} /> };
    },
  },
  {
    method: 'POST',
    path: '/drafts',
    roles: 'everyone',
    async open({ session, form }) {
      const formId = fieldText(form, 'draft');
      if (isFormId(formId)) await drafts.remove(session, formId);
      return { redirect: '/drafts' };
    },
  },
];

const titleOf = (command: string): Words =>
  ALL_COMMANDS.find(({ name }) => name === command)?.title ?? { id: command, en: command };

function Drafts({ list }: { readonly list: readonly KeptDraft[] }) {
  const t = useWords();
  const caption = t(TITLE);
  return (
    <>
      <Heading>{caption}</Heading>
      <Lead>
        <Text
          of={{
            id: 'Belum ada yang terkirim dari isian ini. Isian disimpan tujuh hari, tersegel, dan hanya untuk meja ini.',
            en: 'Nothing was sent from these. They are kept for seven days, sealed, and for this desk alone.',
          }}
        />
      </Lead>
      <Table
        caption={caption}
        hideCaption
        rows={list}
        empty={t({ id: 'Tidak ada isian yang tersimpan.', en: 'No forms are saved.' })}
        columns={[
          {
            head: t({ id: 'Perintah', en: 'Command' }),
            names: true,
            cell: (draft) => t(titleOf(draft.command)),
          },
          {
            head: t({ id: 'Disimpan', en: 'Saved' }),
            cell: (draft) => <InstantText at={draft.savedAt} />,
          },
          {
            head: t({ id: 'Dibuang sendiri', en: 'Thrown away by itself' }),
            cell: (draft) => <InstantText at={draft.expiresAt} />,
          },
          {
            head: t({ id: 'Tindakan', en: 'Actions' }),
            cell: (draft) => (
              <>
                <Link href={continuePath(draft)}>
                  {t({ id: 'Lanjutkan', en: 'Continue' })}
                  <span class="govuk-visually-hidden">: {t(titleOf(draft.command))}</span>
                </Link>
                <Form action="/drafts" class="titian-inline-form">
                  <button type="submit" class="titian-link-button" name="draft" value={draft.formId}>
                    {t({ id: 'Buang', en: 'Throw away' })}
                    <span class="govuk-visually-hidden">: {t(titleOf(draft.command))}</span>
                  </button>
                </Form>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const continuePath = ({ target, command, formId, page }: KeptDraft): string =>
  `${target}/do/${command}?${new URLSearchParams({ draft: formId, ...(page === '' ? {} : { page }) })}`;
