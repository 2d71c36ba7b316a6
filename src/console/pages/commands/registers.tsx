/** `/registers`: offices, sites, calendars, policies and what else is nobody's data. */
import { type CatalogueEntry, REGISTER_COMMANDS } from '../../../catalogue/index.ts';
import { REGISTER_NAMES, type RegisterName } from '../../../domain/registers/register-decider.ts';
import { type CommandTarget, registerPath } from '../../addresses.ts';
import { must } from '../../api.ts';
import { beginsSomething } from '../../forms/flow/doors.ts';
import type { Page, PageResult, SignedIn } from '../../page.ts';
import { useWords } from '../../parts/rendering.ts';
import { BackLink, Heading, Lead, Link, NextPage, SummaryList, Table } from '../../parts/structure.tsx';
import type { BookEntry } from '../../register-book.ts';
import { policyWords } from '../../words/policies.ts';
import { same, type Words } from '../../words/words.ts';
import { commandsFor, NextSteps } from './next-steps.tsx';
import { policyRows } from './policy-rows.ts';
import { namesIn, type ShownRow, shownRows } from './shown-view.ts';

const TITLES: { readonly [R in RegisterName]: { readonly title: Words; readonly about: Words } } = {
  office: {
    title: { id: 'Kantor', en: 'Offices' },
    about: {
      id: 'Kejari, Bapas, Lapas, balai, LSP, dinas.',
      en: 'Prosecution, probation, prisons, centres, LSP.',
    },
  },
  site: {
    title: { id: 'Tempat kerja sosial', en: 'Sites' },
    about: {
      id: 'Di mana kerja sosial dijalani, berapa orang sehari.',
      en: 'Where hours are served, how many a day.',
    },
  },
  calendar: {
    title: { id: 'Kalender', en: 'Calendars' },
    about: { id: 'Hari libur yang dihitung.', en: 'Holidays that count.' },
  },
  policy: {
    title: { id: 'Kebijakan', en: 'Policies' },
    about: { id: 'Nilai hukum bertanggal dan sumbernya.', en: 'Dated values of the law and their sources.' },
  },
  programme: {
    title: { id: 'Program pelatihan', en: 'Training programmes' },
    about: { id: 'Unit, JP dan syarat.', en: 'Units, hours and requirements.' },
  },
  scheme: {
    title: { id: 'Skema sertifikasi', en: 'Certification schemes' },
    about: { id: 'Apa yang diuji dan oleh LSP mana.', en: 'What is tested and by which body.' },
  },
  assessor: {
    title: { id: 'Asesor', en: 'Assessors' },
    about: { id: 'Lisensi dan skema.', en: 'Licences and schemes.' },
  },
  employer: {
    title: { id: 'Pemberi kerja', en: 'Employers' },
    about: { id: 'Perusahaan dan jumlah pekerjanya.', en: 'Companies and their workforce.' },
  },
  vacancy: {
    title: { id: 'Lowongan', en: 'Vacancies' },
    about: { id: 'Pekerjaan yang terbuka.', en: 'Jobs that are open.' },
  },
};

const isRegister = (text: string): text is RegisterName =>
  (REGISTER_NAMES as readonly string[]).includes(text);

const NOT_FOUND: PageResult = {
  title: { id: 'Register tidak ditemukan', en: 'No such register' },
  status: 404,
  body: (
    <Heading>
      <NoRegister />
    </Heading>
  ),
};

function NoRegister() {
  return <>{useWords()({ id: 'Register ini tidak ada', en: 'There is no such register' })}</>;
}

export const registerPages: readonly Page[] = [
  {
    method: 'GET',
    path: '/registers',
    roles: 'everyone',
    open: async () => ({
      title: { id: 'Register', en: 'Registers' },
      within: '/registers',
      body: <AllRegisters />,
    }),
  },
  { method: 'GET', path: '/registers/:register', roles: 'everyone', open: openRegister },
  { method: 'GET', path: '/registers/:register/:id', roles: 'everyone', open: openEntry },
];

interface RegisterAnswer {
  readonly entries: readonly BookEntry[];
  readonly nextCursor: string | null;
}

async function openRegister({ params, query, api, session }: SignedIn): Promise<PageResult> {
  const { register = '' } = params;
  if (!isRegister(register)) return NOT_FOUND;
  const { entries, nextCursor } = must(
    await api.get<RegisterAnswer>(`/api/v1/registers/${register}`, {
      limit: 100,
      cursor: query.cursor,
    }),
  );
  const target: CommandTarget = { kind: 'new' };
  const commands = commandsFor(session.actor.role, target, ofRegister(register)).filter(({ name }) =>
    beginsSomething(name),
  );
  const next =
    nextCursor === null ? null : `${registerPath(register)}?${new URLSearchParams({ cursor: nextCursor })}`;
  return {
    title: TITLES[register].title,
    within: '/registers',
    before: <BackLink href="/registers" />,
    body: <RegisterList register={register} entries={entries} next={next} commands={commands} />,
  };
}

const ofRegister = (register: RegisterName): readonly string[] =>
  Object.values(REGISTER_COMMANDS)
    .filter((command) => command.register === register)
    .map(({ name }) => name);

async function openEntry({ params, api, book, language, zone, session }: SignedIn): Promise<PageResult> {
  const { register = '', id = '' } = params;
  if (!isRegister(register)) return NOT_FOUND;
  const entry = must(await api.get<BookEntry>(`/api/v1/registers/${register}/${encodeURIComponent(id)}`));
  const command = ofRegister(register)[0] ?? '';
  const value =
    typeof entry.value === 'object' && entry.value !== null ? entry.value : { value: entry.value };
  const showing = { language, zone, command, names: await namesIn(book, value) };
  const target: CommandTarget = { kind: 'register', register, id };
  // It is there already: what would begin it is left out.
  const names = ofRegister(register).filter((name) => !beginsSomething(name));
  return {
    title: TITLES[register].title,
    within: '/registers',
    before: <BackLink href={registerPath(register)} />,
    body: (
      <RegisterEntry
        register={register}
        entry={entry}
        rows={register === 'policy' ? policyRows(language, value) : shownRows(showing, value)}
        target={target}
        commands={commandsFor(session.actor.role, target, names)}
      />
    ),
  };
}

function AllRegisters() {
  const t = useWords();
  return (
    <>
      <Heading>{t({ id: 'Register', en: 'Registers' })}</Heading>
      <Lead>
        {t({
          id: 'Terbuka bagi semua meja; tidak memuat data orang. Yang mengubahnya dicatat.',
          en: 'Open to all desks; they hold nobody’s data. Whoever changes them is recorded.',
        })}
      </Lead>
      <SummaryList
        rows={REGISTER_NAMES.map((register) => ({
          key: <Link href={registerPath(register)}>{t(TITLES[register].title)}</Link>,
          value: t(TITLES[register].about),
        }))}
      />
    </>
  );
}

const nameOf = (register: RegisterName, { id, value }: BookEntry): Words => {
  if (register === 'policy') return policyWords(id);
  const name = [value?.name, value?.title, value?.jobTitle].find((one) => typeof one === 'string');
  return same(typeof name === 'string' ? name : id);
};

interface RegisterListProps {
  readonly register: RegisterName;
  readonly entries: readonly BookEntry[];
  readonly next: string | null;
  readonly commands: readonly CatalogueEntry[];
}

function RegisterList({ register, entries, next, commands }: RegisterListProps) {
  const t = useWords();
  const title = t(TITLES[register].title);
  return (
    <>
      <Heading>{title}</Heading>
      <Lead>{t(TITLES[register].about)}</Lead>
      <NextSteps target={{ kind: 'new' }} entries={commands} />
      <Table
        caption={title}
        hideCaption
        rows={entries}
        empty={t({ id: 'Register ini masih kosong.', en: 'This register is still empty.' })}
        columns={[
          {
            head: t({ id: 'Nama', en: 'Name' }),
            names: true,
            cell: (entry) => (
              <Link href={registerPath(register, entry.id)}>{t(nameOf(register, entry))}</Link>
            ),
          },
          { head: t({ id: 'Kode', en: 'Code' }), cell: (entry) => <code>{entry.id}</code> },
        ]}
      />
      <NextPage href={next} />
    </>
  );
}

interface RegisterEntryProps {
  readonly register: RegisterName;
  readonly entry: BookEntry;
  readonly rows: readonly ShownRow[];
  readonly target: CommandTarget;
  readonly commands: readonly CatalogueEntry[];
}

function RegisterEntry({ register, entry, rows, target, commands }: RegisterEntryProps) {
  const t = useWords();
  return (
    <>
      <Heading caption={t(TITLES[register].title)}>{t(nameOf(register, entry))}</Heading>
      <ShownRows rows={[{ label: t({ id: 'Kode', en: 'Code' }), lines: [entry.id] }, ...rows]} />
      <NextSteps target={target} entries={commands} />
    </>
  );
}

export function ShownRows({ rows }: { readonly rows: readonly ShownRow[] }) {
  const t = useWords();
  return (
    <SummaryList
      rows={rows.map(({ label, lines }) => ({
        key: label,
        value:
          lines.length === 0 ? (
            <span class="titian-nothing">{t({ id: 'Tidak ada', en: 'None' })}</span>
          ) : (
            lines.map((line) => <div>{line}</div>)
          ),
      }))}
    />
  );
}
