/** What other offices did to the people of this desk: told, ticked, known. */

import { mayRead } from '../../../access/roles.ts';
import type { JsonObject } from '../../../domain/decider.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { personPath } from '../../addresses.ts';
import type { ApiAnswer } from '../../api.ts';
import { must, type Problem } from '../../api.ts';
import { fieldTexts, type Page, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Empty, Link, Success } from '../../parts/structure.tsx';
import { MomentText } from '../../parts/text.tsx';
import { codesIn, eventSentence } from '../../sentences/index.ts';
import { countInWords } from '../../words/amounts.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import { peopleNames } from '../../work/matters.ts';
import { shortCode } from '../../work/subject.tsx';

interface Change {
  readonly personId: string;
  readonly version: number;
  readonly type: string;
  readonly data?: JsonObject;
  readonly occurredAt: Moment;
  readonly by: { readonly role: string; readonly office: string };
}

interface ChangePage {
  readonly changes: readonly Change[];
  readonly more: boolean;
}

export type ShownChanges =
  | { readonly problem: Problem }
  | {
      readonly people: readonly { readonly personId: string; readonly changes: readonly Change[] }[];
      readonly names: ReadonlyMap<string, string>;
      readonly codes: ReadonlyMap<string, string>;
      readonly more: boolean;
    };

const PEOPLE = { id: 'orang', en: ['person', 'people'] } as const;

/** Undefined for desks that follow nobody. */
export async function changesFor(asked: SignedIn): Promise<ShownChanges | undefined> {
  const { api, book, session } = asked;
  if (!mayRead(session.actor, 'list-changes').allowed) return undefined;
  const answer: ApiAnswer<ChangePage> = await api.get('/api/v1/changes', { world: session.world });
  if (!answer.ok) return { problem: answer.problem };
  const { changes, more } = answer.body;
  const byPerson = new Map<string, Change[]>();
  for (const change of changes) {
    byPerson.set(change.personId, [...(byPerson.get(change.personId) ?? []), change]);
  }
  const people = [...byPerson].map(([personId, own]) => ({ personId, changes: own }));
  const codes = await book.namesOf([
    ...changes.map(({ by }) => by.office),
    ...changes.flatMap(({ data }) => codesIn(data)),
  ]);
  return { people, names: await peopleNames(asked, [...byPerson.keys()]), codes, more };
}

export function Changes({ changes, noted }: { readonly changes: ShownChanges; readonly noted: number }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <section aria-labelledby="changes">
      {noted > 0 && noted <= 200 ? (
        <Success
          title={t({
            id: `Perubahan pada ${countInWords('id', noted, PEOPLE)} sudah Anda ketahui.`,
            en: `You know of the changes to ${countInWords('en', noted, PEOPLE)}.`,
          })}
        />
      ) : null}
      <h2 class="govuk-heading-m" id="changes">
        {t({ id: 'Perubahan dari kantor lain', en: 'Changes by other offices' })}
      </h2>
      {'problem' in changes ? (
        <Unavailable problem={changes.problem} />
      ) : changes.people.length === 0 ? (
        <Empty>
          {t({
            id: 'Tidak ada perubahan baru dari kantor lain dalam 60 hari terakhir.',
            en: 'No new changes by other offices in the last 60 days.',
          })}
        </Empty>
      ) : (
        <Form action="/work/known">
          <fieldset class="govuk-fieldset">
            <legend class="govuk-visually-hidden">
              {t({ id: 'Perubahan yang sudah Anda ketahui', en: 'Changes that you know of' })}
            </legend>
            <div class="govuk-checkboxes govuk-checkboxes--small titian-changes">
              {changes.people.map(({ personId, changes: own }) => {
                const upTo = Math.max(...own.map(({ version }) => version));
                const id = `seen-${personId}`;
                const name =
                  changes.names.get(personId) ?? `${t({ id: 'Orang', en: 'Person' })} ${shortCode(personId)}`;
                return (
                  <div class="govuk-checkboxes__item">
                    <input
                      class="govuk-checkboxes__input"
                      type="checkbox"
                      id={id}
                      name="seen"
                      value={`${personId}:${upTo}`}
                    />
                    <div class="titian-changes__what">
                      <label class="govuk-label govuk-checkboxes__label" for={id}>
                        {name}
                      </label>
                      <ul class="govuk-list titian-changes__list">
                        {own.map((change) => (
                          <li>
                            {eventSentence(
                              language,
                              {
                                type: change.type,
                                stream: 'journey',
                                ...(change.data && { data: change.data }),
                              },
                              changes.codes,
                            )}{' '}
                            <span class="titian-work__more">
                              <MomentText at={change.occurredAt} /> ·{' '}
                              {change.by.role === 'PERSON'
                                ? t(ROLE_WORDS.PERSON)
                                : (changes.codes.get(change.by.office) ?? change.by.office)}
                            </span>
                          </li>
                        ))}
                      </ul>
                      <Link href={personPath(personId)}>
                        {t({ id: 'Buka', en: 'Open' })}
                        <span class="govuk-visually-hidden"> {name}</span>
                      </Link>
                    </div>
                  </div>
                );
              })}
            </div>
          </fieldset>
          <Button kind="secondary">{t({ id: 'Saya sudah tahu', en: 'I know of these' })}</Button>
          {changes.more ? (
            <p class="govuk-body">
              {t({
                id: 'Masih ada perubahan lain. Tandai yang ini, lalu yang berikutnya muncul.',
                en: 'There are more. Mark these, and the next ones appear.',
              })}
            </p>
          ) : null}
        </Form>
      )}
    </section>
  );
}

/** Nothing ticked is nothing known: the page says so by staying as it was. */
export const knownPage: Page = {
  method: 'POST',
  path: '/work/known',
  roles: 'everyone',
  async open({ form, api, session }) {
    const seen = fieldTexts(form, 'seen').flatMap((text) => {
      const [, personId, upTo] = /^([A-Za-z0-9._-]{1,200}):(\d{1,9})$/.exec(text) ?? [];
      return personId === undefined ? [] : [{ personId, upTo: Number(upTo) }];
    });
    if (seen.length === 0) return { redirect: '/#changes' };
    must(await api.post('/api/v1/changes/acknowledged', { seen, world: session.world }));
    return { redirect: `/?noted=${seen.length}#changes` };
  },
};
