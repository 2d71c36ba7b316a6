/** `/drafts`: forms that were begun and not sent. */

import { ALL_COMMANDS } from '../../../catalogue/index.ts';
import type { DraftStore, KeptDraft } from '../../drafts/draft-store.ts';
import { isFormId } from '../../forms/flow/form-step.ts';
import type { Page } from '../../page.ts';
import { fieldText } from '../../page.ts';
import { Form } from '../../parts/form.tsx';
import { useWords } from '../../parts/rendering.ts';
import { Empty, Heading, Lead, Link, SummaryList } from '../../parts/structure.tsx';
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
  return (
    <>
      <Heading>{t(TITLE)}</Heading>
      <Lead>
        <Text
          of={{
            id: 'Belum ada yang terkirim dari isian ini. Isian disimpan tujuh hari, tersegel, dan hanya untuk meja ini.',
            en: 'Nothing was sent from these. They are kept for seven days, sealed, and for this desk alone.',
          }}
        />
      </Lead>
      {list.length === 0 ? (
        <Empty>{t({ id: 'Tidak ada isian yang tersimpan.', en: 'No forms are saved.' })}</Empty>
      ) : (
        <SummaryList
          rows={list.map((draft) => ({
            key: t(titleOf(draft.command)),
            value: (
              <>
                <div>
                  {t({ id: 'Disimpan', en: 'Saved' })} <InstantText at={draft.savedAt} />
                </div>
                <div>
                  {t({ id: 'Dibuang sendiri pada', en: 'Thrown away by itself on' })}{' '}
                  <InstantText at={draft.expiresAt} />
                </div>
              </>
            ),
            actions: <Actions draft={draft} />,
          }))}
        />
      )}
    </>
  );
}

function Actions({ draft }: { readonly draft: KeptDraft }) {
  const t = useWords();
  const name = t(titleOf(draft.command));
  return (
    <>
      <p class="govuk-body">
        <Link href={continuePath(draft)}>
          {t({ id: 'Lanjutkan', en: 'Continue' })}
          <span class="govuk-visually-hidden">: {name}</span>
        </Link>
      </p>
      <Form action="/drafts">
        <button type="submit" class="titian-link-button" name="draft" value={draft.formId}>
          {t({ id: 'Buang', en: 'Throw away' })}
          <span class="govuk-visually-hidden">: {name}</span>
        </button>
      </Form>
    </>
  );
}

const continuePath = ({ target, command, formId, page }: KeptDraft): string =>
  `${target}/do/${command}?${new URLSearchParams({ draft: formId, ...(page === '' ? {} : { page }) })}`;
