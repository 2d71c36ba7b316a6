/** Somebody is found again by name or NIK. Sent, never in an address; the search itself is written down. */
import { rolesReading } from '../../../access/roles.ts';
import { commandPath, personPath } from '../../addresses.ts';
import type { ApiAnswer } from '../../api.ts';
import { maySend } from '../../forms/flow/doors.ts';
import { fieldText, type Page, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary, Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Details, Empty, Heading, Lead, Link } from '../../parts/structure.tsx';
import { Tag } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { countInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import type { Words } from '../../words/words.ts';
import { shortCode } from '../../work/subject.tsx';

const ROLES = rolesReading('find-by-name');
/** A counsellor, for example, finds the own clients by name alone. */
const BY_NIK = rolesReading('find-by-nik');

interface Found {
  readonly personId: string;
  readonly mergedFrom: string | null;
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly open: readonly {
    readonly part: keyof typeof PARTS;
    readonly caseId: string;
    readonly stage: string | null;
  }[];
}
interface FoundPage {
  readonly persons: readonly Found[];
  readonly tooMany: boolean;
}

const TITLE: Words = { id: 'Cari orang', en: 'Find a person' };
const PEOPLE = { id: 'orang', en: ['person', 'people'] } as const;

const shown = (body: Parameters<typeof Search>[0]) => ({
  title: TITLE,
  within: '/search',
  body: <Search {...body} />,
});

export const searchPages: readonly Page[] = [
  { method: 'GET', path: '/search', roles: ROLES, open: async () => shown({ asked: '' }) },
  {
    method: 'POST',
    path: '/search',
    roles: ROLES,
    async open(page) {
      const asked = fieldText(page.form, 'who').trim().slice(0, 200);
      const problem = problemOf(asked, page.session.actor.role);
      if (problem !== undefined) return { ...shown({ asked, problem }), status: 422 };
      return shown({ asked, answer: await find(page, asked) });
    },
  },
];

const digitsOf = (asked: string): string => asked.replace(/[\s.-]/g, '');
const looksLikeNik = (asked: string): boolean => /^\d+$/.test(digitsOf(asked));

function problemOf(asked: string, role: TokenRole): Words | undefined {
  if (asked === '') {
    return { id: 'Tulis nama atau NIK orang yang Anda cari.', en: 'Write the name or NIK of the person.' };
  }
  if (!looksLikeNik(asked)) {
    return [...asked].length < 2
      ? { id: 'Tulis nama sedikitnya dua huruf.', en: 'Write at least two letters of the name.' }
      : undefined;
  }
  if (!BY_NIK.includes(role)) {
    return { id: 'Dari meja ini, cari menurut nama.', en: 'From this desk, search by name.' };
  }
  return digitsOf(asked).length === 16
    ? undefined
    : { id: 'NIK terdiri dari 16 angka.', en: 'A NIK has 16 digits.' };
}

const find = ({ api, session: { world } }: SignedIn, asked: string): Promise<ApiAnswer<FoundPage>> =>
  api.post(
    '/api/v1/people/search',
    looksLikeNik(asked) ? { nik: digitsOf(asked), world } : { name: asked, world },
  );

function Search({
  asked,
  problem,
  answer,
}: {
  readonly asked: string;
  readonly problem?: Words;
  readonly answer?: ApiAnswer<FoundPage>;
}) {
  const t = useWords();
  return (
    <>
      {problem === undefined ? null : <ErrorSummary errors={[{ text: t(problem), field: 'who' }]} />}
      <Heading>{t(TITLE)}</Heading>
      <Lead>
        {t({
          id: 'Hanya orang yang berurusan dengan kantor Anda yang ditampilkan. Setiap pencarian dicatat.',
          en: 'Only people whom your office has to do with are shown. Every search is written down.',
        })}
      </Lead>
      <Form action="/search" class="titian-search">
        <div class={`govuk-form-group${problem === undefined ? '' : ' govuk-form-group--error'}`}>
          <label class="govuk-label govuk-label--m" for="who">
            {t({ id: 'Nama atau NIK', en: 'Name or NIK' })}
          </label>
          <div id="who-hint" class="govuk-hint">
            {t({
              id: 'Ejaan lama dan baru sama-sama ditemukan, misalnya Soekirman dan Sukirman.',
              en: 'Old and new spellings are both found, for example Soekirman and Sukirman.',
            })}
          </div>
          {problem === undefined ? null : (
            <p id="who-error" class="govuk-error-message">
              {t(problem)}
            </p>
          )}
          <input
            class={`govuk-input${problem === undefined ? '' : ' govuk-input--error'}`}
            id="who"
            name="who"
            type="search"
            value={asked}
            autocomplete="off"
            spellcheck={false}
            maxLength={200}
            data-search
            aria-describedby={problem === undefined ? 'who-hint' : 'who-hint who-error'}
          />
        </div>
        <Button>{t({ id: 'Cari', en: 'Search' })}</Button>
      </Form>
      {answer === undefined ? null : answer.ok ? (
        <Results page={answer.body} />
      ) : (
        <Unavailable problem={answer.problem} />
      )}
    </>
  );
}

function Results({ page: { persons, tooMany } }: { readonly page: FoundPage }) {
  const t = useWords();
  const { language } = useRendering();
  if (persons.length === 0 && !tooMany) return <Nobody />;
  return (
    <section aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        {persons.length === 0
          ? t({ id: 'Terlalu banyak yang bernama demikian', en: 'Too many have this name' })
          : t({
              id: `${countInWords(language, persons.length, PEOPLE)} ditemukan`,
              en: `${countInWords(language, persons.length, PEOPLE)} found`,
            })}
      </h2>
      {tooMany ? (
        <p class="govuk-body" role="status">
          {t({
            id: 'Tidak semua ditampilkan. Tambahkan kata lain dari namanya, atau cari menurut NIK.',
            en: 'Not all are shown. Add another word of the name, or search by NIK.',
          })}
        </p>
      ) : null}
      <ul class="titian-found" data-rows>
        {persons.map((person) => (
          <FoundRow person={person} />
        ))}
      </ul>
    </section>
  );
}

function FoundRow({ person: { personId, mergedFrom, name, birthYear, open } }: { readonly person: Found }) {
  const t = useWords();
  return (
    <li>
      <Link href={personPath(personId)}>
        {name ?? `${t({ id: 'Orang', en: 'Person' })} ${shortCode(personId)}`}
      </Link>
      {birthYear === null ? null : (
        <span class="titian-work__more">{t({ id: `lahir ${birthYear}`, en: `born ${birthYear}` })}</span>
      )}
      <span class="titian-found__open">
        {open.length === 0
          ? t({ id: 'Tidak ada yang terbuka di kantor Anda.', en: 'Nothing is open at your office.' })
          : open.map(({ part, stage }) => <OpenPart part={part} stage={stage} />)}
      </span>
      {mergedFrom === null ? null : (
        <span class="titian-work__more">
          {t({
            id: 'Data yang Anda cari sudah digabung ke orang ini.',
            en: 'The record that you searched for was merged into this one.',
          })}
        </span>
      )}
    </li>
  );
}

const PARTS = {
  service: { stages: 'case', id: 'Kerja sosial', en: 'Community service' },
  prison: { stages: 'prison', id: 'Lapas', en: 'Prison' },
  referral: { stages: 'referral', id: 'Rujukan', en: 'Referral' },
} as const;

function OpenPart({ part, stage }: { readonly part: keyof typeof PARTS; readonly stage: string | null }) {
  const t = useWords();
  const { stages, ...name } = PARTS[part];
  if (stage === null) return <span>{t(name)}</span>;
  return (
    <span>
      {t(name)} <Tag meaning={stageMeaning(stages, stage)}>{t(stageWords(stages, stage))}</Tag>
    </span>
  );
}

function Nobody() {
  const t = useWords();
  const { session } = useRendering();
  return (
    <>
      <Empty>
        {t({
          id: 'Tidak ditemukan orang dengan nama atau NIK itu di kantor Anda.',
          en: 'Nobody with this name or NIK was found at your office.',
        })}
      </Empty>
      {session !== undefined && maySend(session.actor.role, 'register-person') ? (
        <p class="govuk-body">
          <Link href={commandPath({ kind: 'new' }, 'register-person')}>
            {t({ id: 'Daftarkan orang', en: 'Register a person' })}
          </Link>
        </p>
      ) : null}
      <Details summary={t({ id: 'Apa yang dapat Anda coba', en: 'What you can try' })}>
        <ul class="govuk-list govuk-list--bullet">
          <li>{t({ id: 'Tulis satu kata saja dari namanya.', en: 'Write one word of the name only.' })}</li>
          <li>{t({ id: 'Cari menurut NIK jika ada.', en: 'Search by NIK where there is one.' })}</li>
          <li>
            {t({
              id: 'Orang dari kantor lain tidak ditampilkan di sini.',
              en: 'People of other offices are not shown here.',
            })}
          </li>
        </ul>
      </Details>
    </>
  );
}
