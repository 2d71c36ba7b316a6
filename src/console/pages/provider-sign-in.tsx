/** Signing in at the office's own provider: there and back. */
import type { TokenProblem } from '../../access/verifier.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { ConsoleOptions } from '../options.ts';
import { ownPath } from '../own-path.ts';
import type { Page, PageResult } from '../page.ts';
import { ButtonLink, Heading, Lead, Paragraph } from '../parts/structure.tsx';
import { Text } from '../parts/text.tsx';
import { beginSession, NoDesk } from '../session/begin.ts';
import { type Attempt, CALLBACK_PATH, type Provider } from '../session/provider.ts';
import { createSessionStore } from '../session/session-store.ts';
import { logFailure, logNoDesk } from '../session/sign-in-log.ts';
import type { Words } from '../words/words.ts';

/** Between leaving for the provider and coming back; a second factor takes its time. */
const ATTEMPT_SECONDS = 600;

const TITLE: Words = { id: 'Masuk', en: 'Sign in' };

export function providerPages(options: ConsoleOptions, provider: Provider): readonly Page[] {
  const sessions = createSessionStore(options.pool);
  const log = options.log ?? { warn: () => {} };
  const logged = (step: 'begin' | 'finish') => (error: unknown) => {
    logFailure(log, step, error);
    return undefined;
  };
  return [
    {
      method: 'GET',
      path: '/sign-in',
      roles: 'public',
      open: async ({ query }) => ({
        title: TITLE,
        body: <Entrance name={provider.name} next={ownPath(query.next ?? '/')} />,
      }),
    },
    {
      method: 'GET',
      path: '/sign-in/start',
      roles: 'public',
      async open({ query }) {
        const begun = await provider.begin(ownPath(query.next ?? '/')).catch(logged('begin'));
        if (begun === undefined) return notNow(provider.name);
        const text = Buffer.from(JSON.stringify(begun.attempt)).toString('base64url');
        return { redirect: begun.to, note: { text, seconds: ATTEMPT_SECONDS } };
      },
    },
    {
      method: 'GET',
      path: CALLBACK_PATH,
      roles: 'public',
      async open({ path, note }) {
        const attempt = attemptOf(note);
        if (attempt === undefined) return failed();
        const returnedTo = new URL(path, 'http://here.invalid');
        const granted = await provider.finish(returnedTo, attempt).catch(logged('finish'));
        if (granted === undefined) return failed();
        try {
          return {
            ...(await beginSession(options, sessions, {
              ...granted,
              world: LIVE_WORLD,
              to: ownPath(attempt.next),
            })),
            note: { text: '', seconds: 0 },
          };
        } catch (error) {
          if (!(error instanceof NoDesk)) throw error;
          logNoDesk(log, 'finish', error.problem);
          return noDesk(error.problem);
        }
      },
    },
  ];
}

function attemptOf(note: string): Attempt | undefined {
  try {
    const attempt = JSON.parse(Buffer.from(note, 'base64url').toString('utf8')) as Partial<Attempt>;
    const complete = [attempt.state, attempt.nonce, attempt.verifier, attempt.next].every(
      (text) => typeof text === 'string',
    );
    return complete ? (attempt as Attempt) : undefined;
  } catch {
    return undefined;
  }
}

function Entrance({ name, next }: { readonly name: string; readonly next: string }) {
  return (
    <>
      <Heading>
        <Text of={TITLE} />
      </Heading>
      <Lead>
        <Text
          of={{
            id: 'Anda masuk dengan akun kantor Anda. Titian tidak menyimpan kata sandi.',
            en: 'You sign in with the account of your office. Titian keeps no password.',
          }}
        />
      </Lead>
      <ButtonLink href={`/sign-in/start?${new URLSearchParams({ next })}`}>
        <Text of={{ id: `Lanjutkan ke ${name}`, en: `Continue to ${name}` }} />
      </ButtonLink>
    </>
  );
}

function told(title: Words, words: Words, status: number): PageResult {
  return {
    ...{ title, status },
    body: (
      <>
        <Heading>
          <Text of={title} />
        </Heading>
        <Paragraph>
          <Text of={words} />
        </Paragraph>
        <ButtonLink href="/sign-in/start">
          <Text of={{ id: 'Coba lagi', en: 'Try again' }} />
        </ButtonLink>
      </>
    ),
  };
}

const failed = (): PageResult =>
  told(
    { id: 'Belum masuk', en: 'You are not signed in' },
    {
      id: 'Proses masuk tidak selesai atau sudah kedaluwarsa. Tidak ada yang tersimpan.',
      en: 'Signing in was not finished, or took too long. Nothing was kept.',
    },
    400,
  );

const notNow = (name: string): PageResult =>
  told(
    { id: 'Belum dapat masuk', en: 'Signing in is not possible right now' },
    {
      id: `Layanan masuk ${name} tidak menjawab. Coba lagi beberapa menit lagi.`,
      en: `The sign-in service ${name} does not answer. Try again in a few minutes.`,
    },
    503,
  );

/** Known to the provider, and to no desk here: the code is for the administrator who must put it right. */
const noDesk = (problem: TokenProblem): PageResult =>
  told(
    { id: 'Akun Anda belum memiliki meja', en: 'Your account has no desk yet' },
    {
      id: `Akun Anda dikenal, tetapi peran atau kantornya belum diatur untuk Titian (${problem}). Mintalah admin akun kantor Anda.`,
      en: `Your account is known, but its role or office is not set up for Titian (${problem}). Ask your office’s account administrator.`,
    },
    403,
  );
