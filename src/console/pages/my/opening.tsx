/** Opening one's own page: the code from the paper and the year of birth. No account, nothing in the address. */
import type { ConsoleOptions } from '../../options.ts';
import { fieldText, type Page, type PageResult } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { Heading, Lead, Paragraph } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { beginSession } from '../../session/begin.ts';
import { createSessionStore } from '../../session/session-store.ts';
import type { Words } from '../../words/words.ts';

const TITLE: Words = { id: 'Halaman saya', en: 'My page' };

const WRONG: Words = {
  id: 'Kode dan tahun lahir tidak cocok, atau kodenya sudah tidak berlaku. Periksa sekali lagi, atau mintalah kode baru kepada petugas Anda.',
  en: 'The code and the year of birth do not match, or the code has ended. Check again, or ask your officer for a new code.',
};
const NOT_NOW: Words = {
  id: 'Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.',
  en: 'Too many tries. Wait a minute, then try again.',
};

interface Opened {
  readonly token: string;
  readonly seconds: number;
  readonly world: string;
}

export function openingPages(options: ConsoleOptions): readonly Page[] {
  const sessions = createSessionStore(options.pool);
  const show = (mistake?: Words): PageResult => ({
    title: TITLE,
    plain: true,
    ...(mistake === undefined ? {} : { status: 422 }),
    body: <Opening {...(mistake === undefined ? {} : { mistake })} />,
  });
  return [
    {
      method: 'GET',
      path: '/my',
      roles: 'public',
      open: async ({ session }) => (session?.actor.role === 'PERSON' ? { redirect: '/my/today' } : show()),
    },
    {
      method: 'POST',
      path: '/my',
      roles: 'public',
      // What a page asks within the process is not counted there: tries are counted here.
      perMinute: 20,
      async open({ form, api }) {
        const code = fieldText(form, 'code').trim();
        const birthYear = Number(fieldText(form, 'year').trim());
        if (code === '' || !Number.isSafeInteger(birthYear)) return show(WRONG);
        const answer = await api.post<Opened>('/api/v1/person-pages', { code, birthYear });
        if (!answer.ok) return show(answer.problem.code === 'RATE_LIMITED' ? NOT_NOW : WRONG);
        return beginSession(options, sessions, { ...answer.body, to: '/my/today' });
      },
    },
  ];
}

function Opening({ mistake }: { readonly mistake?: Words }) {
  return (
    <>
      {mistake === undefined ? null : (
        <ErrorSummary errors={[{ text: <Text of={mistake} />, field: 'code' }]} />
      )}
      <Heading>
        <Text of={TITLE} />
      </Heading>
      <Lead>
        <Text
          of={{
            id: 'Tulis kode dari kertas yang Anda terima dan tahun lahir Anda.',
            en: 'Enter the code from the paper you were given, and the year you were born.',
          }}
        />
      </Lead>
      <Form action="/my">
        <div class={`govuk-form-group${mistake === undefined ? '' : ' govuk-form-group--error'}`}>
          <label class="govuk-label govuk-label--m" for="code">
            <Text of={{ id: 'Kode', en: 'Code' }} />
          </label>
          <div class="govuk-hint" id="code-hint">
            <Text
              of={{
                id: 'Dua belas huruf dan angka, misalnya K7QM-2XPA-9RTN. Huruf kecil boleh.',
                en: 'Twelve letters and digits, for example K7QM-2XPA-9RTN. Small letters will do.',
              }}
            />
          </div>
          {mistake === undefined ? null : (
            <p class="govuk-error-message" id="code-error">
              <Text of={mistake} />
            </p>
          )}
          <input
            class="govuk-input govuk-input--width-20 titian-big"
            id="code"
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
            aria-describedby={mistake === undefined ? 'code-hint' : 'code-hint code-error'}
          />
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--m" for="year">
            <Text of={{ id: 'Tahun lahir', en: 'Year of birth' }} />
          </label>
          <input
            class="govuk-input govuk-input--width-4 titian-big"
            id="year"
            name="year"
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        <Button>
          <Text of={{ id: 'Buka', en: 'Open' }} />
        </Button>
      </Form>
      <Paragraph>
        <Text
          of={{
            id: 'Belum punya kode? Mintalah kepada petugas yang mendampingi Anda. Kode tidak pernah diminta lewat telepon atau pesan.',
            en: 'No code yet? Ask the officer who works with you. Nobody ever asks for your code by telephone or message.',
          }}
        />
      </Paragraph>
    </>
  );
}
