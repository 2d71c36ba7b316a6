/** Signing in: in a sandbox at a desk of one's choice, elsewhere at the office's own provider. */
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { ConsoleOptions } from '../options.ts';
import type { Page } from '../page.ts';
import { fieldText } from '../page.ts';
import { Button, Form } from '../parts/form.tsx';
import { Details, Heading, Lead } from '../parts/structure.tsx';
import { Text } from '../parts/text.tsx';
import { type Colleague, SANDBOX_DESKS, sandboxIdentity } from '../sandbox-desks.ts';
import { beginSession } from '../session/begin.ts';
import { createSessionStore } from '../session/session-store.ts';
import { ROLE_WORDS } from '../words/roles.ts';
import { providerPages } from './provider-sign-in.tsx';

/** A working day. */
const DESK_SECONDS = 8 * 3_600;
/** The world that the first start of a sandbox plays its stories in. */
const USUAL_WORLD = 'pilot';

export function signInPages(options: ConsoleOptions): readonly Page[] {
  const { sandbox } = options;
  if (sandbox === null) return options.signIn === undefined ? [] : providerPages(options, options.signIn);
  const sessions = createSessionStore(options.pool);
  return [
    {
      method: 'GET',
      path: '/sign-in',
      roles: 'public',
      async open({ book }) {
        const places = await book.namesOf(
          SANDBOX_DESKS.map(({ identity }) => identity.site ?? identity.office),
        );
        return { title: { id: 'Pilih meja', en: 'Choose a desk' }, body: <Desks places={places} /> };
      },
    },
    {
      method: 'POST',
      path: '/sign-in',
      roles: 'public',
      async open({ form, session }) {
        const chosen = sandboxIdentity(fieldText(form, 'desk'));
        if (chosen === undefined) return { redirect: '/sign-in' };
        const token = await sandbox.issuer.issueSandboxToken(chosen, DESK_SECONDS);
        // Who changes desks stays in the world that they practise in.
        const world = session?.world ?? usualWorld(await sandbox.worlds.listWorlds());
        return beginSession(options, sessions, { token, world, seconds: DESK_SECONDS });
      },
    },
  ];
}

const usualWorld = (worlds: readonly { readonly id: string }[]): string =>
  worlds.some(({ id }) => id === USUAL_WORLD) ? USUAL_WORLD : (worlds.at(-1)?.id ?? LIVE_WORLD);

function Desks({ places }: { readonly places: ReadonlyMap<string, string> }) {
  return (
    <>
      <Heading>
        <Text of={{ id: 'Di meja siapa Anda bekerja?', en: 'At whose desk do you work?' }} />
      </Heading>
      <Lead>
        <Text
          of={{
            id: 'Ini kotak latihan: semua orang fiktif, hukum, kantor dan tempatnya nyata.',
            en: 'This is a sandbox: everybody is fictitious; laws, offices and places are real.',
          }}
        />
      </Lead>
      <Form action="/sign-in">
        <ul class="titian-cards">
          {SANDBOX_DESKS.map(({ key, identity, work, colleagues }) => (
            <li class="titian-card">
              <h2 class="govuk-heading-s">
                <Text of={ROLE_WORDS[identity.role]} />
              </h2>
              <p class="govuk-body">{places.get(identity.site ?? identity.office)}</p>
              <p class="govuk-body-s">
                <Text of={work} />
              </p>
              <Button kind="secondary" name="desk" value={key}>
                <Text of={{ id: 'Duduk di sini', en: 'Sit down here' }} />
                <span class="govuk-visually-hidden">
                  : <Text of={ROLE_WORDS[identity.role]} />, {places.get(identity.site ?? identity.office)}
                </span>
              </Button>
              {colleagues === undefined ? null : (
                <Colleagues of={colleagues} place={places.get(identity.site ?? identity.office) ?? ''} />
              )}
            </li>
          ))}
        </ul>
      </Form>
    </>
  );
}

function Colleagues({ of, place }: { readonly of: readonly Colleague[]; readonly place: string }) {
  return (
    <Details summary={<Text of={{ id: 'Rekan sekantor', en: 'Colleagues' }} />}>
      <p class="govuk-body-s">
        <Text
          of={{
            id: 'Untuk yang tidak boleh dikerjakan satu orang.',
            en: 'For what one person must not do alone.',
          }}
        />
      </p>
      {of.map(({ key, name }) => (
        <Button kind="secondary" name="desk" value={key}>
          <Text of={name} />
          <span class="govuk-visually-hidden">, {place}</span>
        </Button>
      ))}
    </Details>
  );
}
