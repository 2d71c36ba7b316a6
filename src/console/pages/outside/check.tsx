/**
 * Whether a certificate is valid, by its number, for anybody. The number goes in the body of the request and into no
 * log; the answer says nothing of origin, of the holder, or why one is not valid (S46). Codes and files are checked on
 * the page `/verify`, in the browser and without a network.
 */
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import { must } from '../../api.ts';
import type { ConsoleOptions } from '../../options.ts';
import { type Asked, fieldText, type PublicPage } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useWords } from '../../parts/rendering.ts';
import { ButtonLink, Heading, Lead, Paragraph, SummaryList } from '../../parts/structure.tsx';
import { DateText, InstantText, Text } from '../../parts/text.tsx';
import type { OpenSession } from '../../session/session-store.ts';
import type { Words } from '../../words/words.ts';

const TITLE: Words = { id: 'Periksa sertifikat', en: 'Check a certificate' };
const PATH = '/certificates/check';
/** As the API itself allows of one address: enough for a pile of papers, too little to try out numbers. */
const CHECKS_PER_MINUTE = 60;
/** The world that people look at in a sandbox without signing in. */
const SANDBOX_WORLD = 'pilot';
const NUMBER = /^[^\p{Cc}\p{Cs}]{1,100}$/u;

interface CheckAnswer {
  readonly valid: boolean;
  readonly certificates: readonly {
    readonly scheme: string;
    readonly certificationBody: string;
    readonly validUntil: string;
  }[];
}

export const checkForm: PublicPage = {
  method: 'GET',
  path: PATH,
  roles: 'public',
  open: async () => ({ title: TITLE, body: <Ask /> }),
};

export const checkResult = ({ clockOffsetOf }: Pick<ConsoleOptions, 'clockOffsetOf'>): PublicPage => ({
  method: 'POST',
  path: PATH,
  roles: 'public',
  perMinute: CHECKS_PER_MINUTE,
  async open(asked) {
    const number = fieldText(asked.form, 'number').trim();
    if (!NUMBER.test(number)) return { title: TITLE, status: 400, body: <Ask missing /> };
    const answer = must(
      await asked.api.get<CheckAnswer>(
        `/api/v1/public/certificates/${encodeURIComponent(number)}`,
        worldOf(asked),
      ),
    );
    // On the clock of the world that was asked, also of who has not signed in.
    const { world = LIVE_WORLD } = worldOf(asked);
    const at = new Date(Date.now() + (await clockOffsetOf(world))).toISOString();
    return { title: TITLE, body: <Result number={number} answer={answer} at={at} /> };
  },
});

function worldOf(asked: Asked & { readonly session?: OpenSession }): { readonly world?: string } {
  const world = asked.session?.world ?? (asked.inSandbox ? SANDBOX_WORLD : undefined);
  return world === undefined || !asked.inSandbox ? {} : { world };
}

const PROBLEM: Words = {
  id: 'Tulis nomor sertifikat seperti tercetak.',
  en: 'Enter the certificate number as it is printed.',
};

function Ask({ missing }: { readonly missing?: boolean }) {
  const t = useWords();
  return (
    <>
      <ErrorSummary errors={missing === true ? [{ text: t(PROBLEM), field: 'number' }] : []} />
      <Heading>
        <Text of={TITLE} />
      </Heading>
      <Lead>
        <Text
          of={{
            id: 'Siapa pun boleh memeriksa. Anda tahu apakah sertifikat berlaku, dan tidak lebih dari itu.',
            en: 'Anybody may check. You learn whether a certificate is valid, and nothing more.',
          }}
        />
      </Lead>
      <Heading level={2}>
        <Text of={{ id: 'Dengan nomor', en: 'By number' }} />
      </Heading>
      <NumberForm missing={missing === true} />
      <ByCode />
    </>
  );
}

function NumberForm({ missing }: { readonly missing: boolean }) {
  const t = useWords();
  return (
    <Form action={PATH}>
      <div class={`govuk-form-group${missing ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label" for="number">
          {t({ id: 'Nomor sertifikat', en: 'Certificate number' })}
        </label>
        <div class="govuk-hint" id="number-hint">
          {t({
            id: 'Seperti tercetak, misalnya 62014 2512 3 0001234 2026. Spasi tidak berpengaruh.',
            en: 'As printed, for example 62014 2512 3 0001234 2026. Spaces do not matter.',
          })}
        </div>
        {missing ? (
          <p class="govuk-error-message" id="number-error">
            {t(PROBLEM)}
          </p>
        ) : null}
        <input
          class={`govuk-input govuk-!-width-two-thirds${missing ? ' govuk-input--error' : ''}`}
          id="number"
          name="number"
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          aria-describedby={missing ? 'number-hint number-error' : 'number-hint'}
        />
      </div>
      <Button>{t({ id: 'Periksa nomor', en: 'Check the number' })}</Button>
    </Form>
  );
}

/** The other way needs no server: the page brings keys and status lists along. */
const ByCode = () => (
  <>
    <Heading level={2}>
      <Text of={{ id: 'Dengan kode QR atau berkas', en: 'By QR code or file' }} />
    </Heading>
    <Paragraph>
      <Text
        of={{
          id: 'Pindai kode QR pada sertifikat dengan kamera telepon, atau buka halaman pemeriksaan untuk menempelkan isinya atau memilih berkasnya. Tanda tangan dan status diperiksa di perangkat Anda sendiri, juga tanpa internet setelah halaman itu pernah dibuka. Tidak ada yang dikirim.',
          en: 'Scan the QR code on the certificate with a phone’s camera, or open the checking page to paste its content or choose its file. Signature and status are checked on your own device, also without a network once that page was opened. Nothing is sent.',
        }}
      />
    </Paragraph>
    <ButtonLink href="/verify" secondary>
      <Text of={{ id: 'Buka halaman pemeriksaan', en: 'Open the checking page' }} />
    </ButtonLink>
  </>
);

function Result({
  number,
  answer,
  at,
}: {
  readonly number: string;
  readonly answer: CheckAnswer;
  readonly at: string;
}) {
  const t = useWords();
  const { valid, certificates } = answer;
  return (
    <>
      <Heading caption={number}>
        {valid ? (
          <span class="titian-valid">
            <Text of={{ id: 'Berlaku', en: 'Valid' }} />
          </span>
        ) : (
          <Text of={{ id: 'Tidak ada sertifikat yang berlaku', en: 'No valid certificate' }} />
        )}
      </Heading>
      <Paragraph>
        <Text of={{ id: 'Status per', en: 'Status as of' }} /> <InstantText at={at} />.
      </Paragraph>
      {valid ? (
        <>
          {certificates.map(({ scheme, certificationBody, validUntil }) => (
            <SummaryList
              rows={[
                { key: t({ id: 'Skema', en: 'Scheme' }), value: scheme },
                { key: t({ id: 'LSP', en: 'Certification body (LSP)' }), value: certificationBody },
                {
                  key: t({ id: 'Berlaku sampai', en: 'Valid until' }),
                  value: <DateText date={validUntil} />,
                },
              ]}
            />
          ))}
          <Paragraph>
            <Text
              of={{
                id: 'Nama pemegang tidak ditampilkan di sini. Cocokkan nama pada sertifikat dengan kartu identitasnya.',
                en: 'The holder’s name does not stand here. Compare the name on the certificate with the identity card.',
              }}
            />
          </Paragraph>
        </>
      ) : (
        <Paragraph>
          <Text
            of={{
              id: 'Dengan nomor ini tidak ada sertifikat yang berlaku hari ini. Nomornya mungkin salah ketik, atau sertifikatnya berakhir, dibekukan, dicabut, atau tidak pernah terbit. Halaman ini tidak membedakannya. Tanyakan kepada pemegang atau LSP-nya.',
              en: 'No certificate with this number is valid today. The number may be mistyped, or the certificate has ended, is frozen, withdrawn, or was never issued. This page does not tell them apart. Ask the holder or the certification body.',
            }}
          />
        </Paragraph>
      )}
      <Heading level={2}>
        <Text of={{ id: 'Periksa nomor lain', en: 'Check another number' }} />
      </Heading>
      <NumberForm missing={false} />
      <ByCode />
    </>
  );
}
