/** A form came after its session's end: nothing is recorded, and what was typed is not lost where that can be helped. */
import type { DeskPage, FormFields, Shown, SignedIn } from './page.ts';
import { ButtonLink, Heading, Paragraph } from './parts/structure.tsx';
import { Text } from './parts/text.tsx';
import type { EndedSession } from './session/session-store.ts';
import type { Words } from './words/words.ts';

const TITLE: Words = { id: 'Sesi Anda sudah berakhir', en: 'Your session has ended' };

/**
 * @param ended whose session it was; only where the form's token is that session's own: otherwise anybody's page could
 * put something among somebody's drafts, or words of its own on a page of ours.
 */
export async function shownAfterEnd(
  page: DeskPage,
  asked: Omit<SignedIn, 'session'>,
  ended: EndedSession | undefined,
): Promise<Shown> {
  const result = ended === undefined ? undefined : await page.keep?.({ ...asked, session: ended });
  const kept = result !== undefined && 'redirect' in result ? result.redirect : undefined;
  // Whoever comes with a code of their own page has no account at the provider.
  const entrance = ended?.actor.role === 'PERSON' ? '/my' : '/sign-in';
  return {
    title: TITLE,
    status: 401,
    body: (
      <>
        <Heading>
          <Text of={TITLE} />
        </Heading>
        {kept === undefined ? (
          <NotKept entrance={entrance} written={ended === undefined ? [] : writtenIn(asked.form)} />
        ) : (
          <Kept entrance={entrance} at={kept} />
        )}
      </>
    ),
  };
}

function Kept({ entrance, at }: { readonly entrance: string; readonly at: string }) {
  return (
    <>
      <Paragraph>
        <Text
          of={{
            id: 'Yang baru saja Anda kirim belum tercatat. Isian Anda disimpan untuk akun Anda selama tujuh hari. Masuklah dengan akun yang sama: isian itu ada di halaman “Isian yang disimpan”.',
            en: 'What you have just sent was not recorded. What you filled in is kept for your account for seven days. Sign in with the same account: you find it under “Saved forms”.',
          }}
        />
      </Paragraph>
      <ButtonLink href={`${entrance}?${new URLSearchParams({ next: at })}`}>
        <Text of={{ id: 'Masuk dan lanjutkan isian', en: 'Sign in and go on' }} />
      </ButtonLink>
    </>
  );
}

function NotKept({ entrance, written }: { readonly entrance: string; readonly written: readonly string[] }) {
  return (
    <>
      <Paragraph>
        <Text
          of={{
            id: 'Tidak ada yang tercatat, dan isian ini tidak disimpan. Masuklah di tab baru, buka lagi halamannya, lalu isi sekali lagi. Tombol Kembali pada peramban mungkin masih menampilkan isian Anda: biarkan tab ini terbuka sampai selesai disalin.',
            en: 'Nothing was recorded, and this form was not kept. Sign in in a new tab, open the page again and fill it in once more. The browser’s Back button may still show what you filled in: leave this tab open until you have copied it.',
          }}
        />
      </Paragraph>
      {written.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">
            <Text of={{ id: 'Yang Anda tulis', en: 'What you wrote' }} />
          </h2>
          {written.map((text) => (
            <p class="govuk-body govuk-inset-text">{text}</p>
          ))}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={entrance} target="_blank" rel="noopener">
          <Text of={{ id: 'Masuk (di tab baru)', en: 'Sign in (in a new tab)' }} />
        </a>
      </p>
    </>
  );
}

/** Sentences: what would cost the most to write again. Codes and choices say nothing without their boxes. */
const writtenIn = (form: FormFields): readonly string[] =>
  Object.entries(form)
    .filter(([name]) => !name.startsWith('_'))
    .flatMap(([, value]) => [value].flat())
    .filter((text) => /\S\s+\S/.test(text));
