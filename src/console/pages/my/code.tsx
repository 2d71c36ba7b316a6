/** An officer hands out the code for a person's own page: shown once, to print and hand over. */
import { personPath } from '../../addresses.ts';
import { ApiRefused, must } from '../../api.ts';
import { HANDS_OUT_CODES } from '../../my/hands-out-codes.ts';
import type { Page, SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { BackLink, Heading, Lead, Paragraph, Warning } from '../../parts/structure.tsx';
import { InstantText, Text } from '../../parts/text.tsx';
import { titleOf } from '../../person/header-words.ts';
import { readJourney } from '../../person/read-person.ts';
import type { Words } from '../../words/words.ts';

const TITLE: Words = { id: 'Kode halaman pribadi', en: 'Code for the person’s own page' };

const pathOf = (personId: string): string => `${personPath(personId)}/code`;

export const codePages: readonly Page[] = [
  {
    method: 'GET',
    path: '/people/:personId/code',
    roles: HANDS_OUT_CODES,
    async open(asked) {
      const { personId } = asked.params;
      return {
        title: TITLE,
        before: <BackLink href={personPath(personId!)} />,
        body: <Offer action={pathOf(personId!)} whose={await whoseOf(asked)} />,
      };
    },
  },
  {
    method: 'POST',
    path: '/people/:personId/code',
    roles: HANDS_OUT_CODES,
    async open(asked) {
      const { params, api } = asked;
      const personId = params.personId!;
      const path = `/api/v1/people/${encodeURIComponent(personId)}/page-code`;
      const issued = must(await api.post<{ code: string; expiresAt: string }>(path, {}));
      return {
        title: TITLE,
        before: <BackLink href={personPath(personId)} />,
        body: <Slip {...issued} whose={await whoseOf(asked)} />,
      };
    },
  },
];

/** Handed to the wrong person, a code opens somebody else's record: the desk reads for whom it is. */
async function whoseOf(asked: SignedIn): Promise<Words | undefined> {
  try {
    return titleOf(await readJourney(asked));
  } catch (error) {
    // Whether a code may be made is the API's to answer, when it is asked for one.
    if (error instanceof ApiRefused) return undefined;
    throw error;
  }
}

function Offer({ action, whose }: { readonly action: string; readonly whose: Words | undefined }) {
  return (
    <>
      <Heading {...(whose === undefined ? {} : { caption: <Text of={whose} /> })}>
        <Text of={TITLE} />
      </Heading>
      <Lead>
        <Text
          of={{
            id: 'Dengan kode ini orang yang bersangkutan melihat tempat dan waktu berikutnya, sisa jam, hak, dan siapa yang melihat datanya.',
            en: 'With this code the person sees the next place and time, the hours left, the rights, and who looked at the data.',
          }}
        />
      </Lead>
      <Warning>
        <Text
          of={{
            id: 'Serahkan langsung kepada orangnya. Kode yang lama berhenti berlaku begitu kode baru dibuat. Pembuatan kode dicatat.',
            en: 'Hand it over in person. The old code ends as soon as a new one is made. Making a code is logged.',
          }}
        />
      </Warning>
      <Form action={action}>
        <Button>
          <Text of={{ id: 'Buat kode', en: 'Make a code' }} />
        </Button>
      </Form>
    </>
  );
}

function Slip({
  code,
  expiresAt,
  whose,
}: {
  readonly code: string;
  readonly expiresAt: string;
  readonly whose: Words | undefined;
}) {
  return (
    <>
      {/* Not on paper: the slip says nothing of whose it is. */}
      {whose === undefined ? null : (
        <p class="govuk-caption-l titian-screen-only">
          <Text of={whose} />
        </p>
      )}
      <Heading>
        <Text of={TITLE} />
      </Heading>
      <div class="govuk-panel govuk-panel--confirmation titian-slip">
        <p class="govuk-panel__title">{code}</p>
      </div>
      <Paragraph>
        <Text
          of={{
            id: 'Buka Titian, pilih "Halaman saya", lalu tulis kode ini dan tahun lahir Anda. Berlaku sampai ',
            en: 'Open Titian, choose “My own page”, then enter this code and your year of birth. Valid until ',
          }}
        />
        <InstantText at={expiresAt} />.
      </Paragraph>
      <Paragraph>
        <Text
          of={{
            id: 'Kode hanya ditampilkan sekali. Cetak atau salin sekarang; simpan seperti kunci rumah.',
            en: 'The code is shown once. Print or copy it now; keep it like the key of your house.',
          }}
        />
      </Paragraph>
    </>
  );
}
