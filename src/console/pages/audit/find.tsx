/** Finding a stream: by id, or from the lists of a kind. */
import { type ConsoleApi, must } from '../../api.ts';
import { given, officeChoices } from '../../audit/places.ts';
import { REGISTERS } from '../../audit/registers.ts';
import { STREAM_KINDS, streamPath } from '../../audit/streams.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Button } from '../../parts/form.tsx';
import { useWords } from '../../parts/rendering.ts';
import { Empty, Heading, Lead, Link, NextPage, Table } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { stageWords } from '../../words/stages.ts';
import { same, type Words } from '../../words/words.ts';
import { ANY, AskForm, type Choice, Fields, SelectField, TextField } from './fields.tsx';
import { AuditBack } from './stream-frame.tsx';

const PATH = '/audit/find';
const KINDS = ['journey', 'class', 'certificate', 'permit', 'register', 'finding'] as const;
type Kind = (typeof KINDS)[number];

interface Row {
  readonly stream: string;
  readonly name: string;
  readonly about: Words;
}

interface Found {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}

export const findPage: DeskPage = {
  method: 'GET',
  path: PATH,
  roles: ['AUDITOR'],
  async open(asked) {
    const { query, book } = asked;
    const kind: Kind = KINDS.find((one) => one === query.kind) ?? 'journey';
    const id = (query.id ?? '').trim();
    // Whoever has the id goes there; whether it is there, the page itself says.
    if (id !== '')
      return {
        redirect: streamPath(
          `${kind}/${kind === 'register' && !id.includes('/') ? `${query.register ?? 'office'}/${id}` : id}`,
        ),
      };
    const offices = await officeChoices(book, { value: '', words: ANY });
    const found = await rowsOf(kind, asked);
    return {
      title: { id: 'Cari catatan', en: 'Find a record' },
      within: '/audit',
      before: <AuditBack />,
      body: (
        <>
          <Heading>
            <Text of={{ id: 'Cari catatan', en: 'Find a record' }} />
          </Heading>
          <Lead>
            <Text
              of={{
                id: 'Menurut nama atau NIK, cari orangnya di halaman pencarian; di sini menurut jenis, kantor, dan id.',
                en: 'By name or NIK, find the person on the search page; here by kind, office and id.',
              }}
            />{' '}
            <Link href="/search">
              <Text of={{ id: 'Cari orang', en: 'Find a person' }} />
            </Link>
          </Lead>
          <Ask kind={kind} query={query} offices={offices} />
          <List kind={kind} found={found} query={query} />
        </>
      ),
    };
  },
};

async function rowsOf(kind: Kind, asked: SignedIn): Promise<Found | undefined> {
  const { api, query, session, book } = asked;
  const paging = { world: session.world, limit: 50, ...given(query, 'cursor') };
  switch (kind) {
    case 'journey':
      return cases(api, { ...paging, ...given(query, 'office') });
    case 'class': {
      type Row = { readonly classId: string; readonly status: string; readonly programmeId: string };
      const { classes, nextCursor } = must(
        await api.get<{ classes: readonly Row[]; nextCursor: string | null }>('/api/v1/classes', {
          ...paging,
          ...renamed(query.office, 'centre'),
        }),
      );
      return {
        rows: classes.map(({ classId, status }) => ({
          stream: `class/${classId}`,
          name: classId,
          about: stageWords('class', status),
        })),
        cursor: nextCursor,
      };
    }
    case 'certificate': {
      type Row = { readonly certificateId: string; readonly number: string; readonly status: string };
      const { certificates, nextCursor } = must(
        await api.get<{ certificates: readonly Row[]; nextCursor: string | null }>('/api/v1/certificates', {
          ...paging,
          ...given(query, 'office'),
        }),
      );
      return {
        rows: certificates.map(({ certificateId, number, status }) => ({
          ...{
            stream: `certificate/${certificateId}`,
            name: number,
            about: stageWords('certificate', status),
          },
        })),
        cursor: nextCursor,
      };
    }
    case 'register': {
      const register = REGISTERS.find((one) => one === query.register) ?? 'office';
      const entries = await book.all(register);
      return {
        rows: entries.map(({ id, value, version }) => ({
          stream: `register/${register}/${id}`,
          name: typeof value.name === 'string' ? value.name : id,
          about: { id: `versi ${version}`, en: `version ${version}` },
        })),
        cursor: null,
      };
    }
    default:
      return undefined;
  }
}

const renamed = (value: string | undefined, name: string) => ((value ?? '') === '' ? {} : { [name]: value });

async function cases(api: ConsoleApi, query: { readonly [name: string]: string | number }): Promise<Found> {
  type Row = { readonly personId: string; readonly caseId: string; readonly stage: string };
  const { cases: found, nextCursor } = must(
    await api.get<{ cases: readonly Row[]; nextCursor: string | null }>('/api/v1/cases', query),
  );
  return {
    rows: found.map(({ personId, caseId, stage }) => ({
      ...{ stream: `journey/${personId}`, name: `${personId} ${caseId}`, about: stageWords('case', stage) },
    })),
    cursor: nextCursor,
  };
}

function Ask({
  kind,
  query,
  offices,
}: {
  readonly kind: Kind;
  readonly query: SignedIn['query'];
  readonly offices: readonly Choice[];
}) {
  const t = useWords();
  return (
    <AskForm action={PATH}>
      <Fields>
        <SelectField
          name="kind"
          label={{ id: 'Jenis', en: 'Kind' }}
          choices={KINDS.map((value): Choice => ({ value, words: STREAM_KINDS[value]! }))}
          value={kind}
        />
        <TextField name="id" label={{ id: 'Id (bila diketahui)', en: 'Id (if known)' }} value={query.id} />
        <SelectField
          name="office"
          label={{ id: 'Kantor, balai, atau LSP', en: 'Office, training centre or certification body' }}
          choices={offices}
          value={query.office}
        />
        {kind === 'register' ? (
          <SelectField
            name="register"
            label={{ id: 'Register', en: 'Register' }}
            choices={REGISTERS.map((value): Choice => ({ value, words: same(value) }))}
            value={query.register ?? 'office'}
          />
        ) : null}
        <Button kind="secondary">{t({ id: 'Cari', en: 'Find' })}</Button>
      </Fields>
    </AskForm>
  );
}

function List({
  kind,
  found,
  query,
}: {
  readonly kind: Kind;
  readonly found: Found | undefined;
  readonly query: SignedIn['query'];
}) {
  const t = useWords();
  if (found === undefined) {
    return (
      <Empty>
        {kind === 'finding' ? (
          <Link href="/findings">{t({ id: 'Ke daftar temuan', en: 'To the list of findings' })}</Link>
        ) : (
          t({
            id: 'Masukkan idnya; jenis ini tidak mempunyai daftar.',
            en: 'Enter its id; this kind has no list.',
          })
        )}
      </Empty>
    );
  }
  const filter = new URLSearchParams({ kind, ...given(query, 'office', 'register') });
  return (
    <>
      <Table
        caption={t(STREAM_KINDS[kind]!)}
        rows={found.rows}
        empty={t({ id: 'Tidak ada yang cocok.', en: 'Nothing fits.' })}
        columns={[
          {
            head: t({ id: 'Catatan', en: 'Record' }),
            names: true,
            cell: ({ stream, name }) => (
              <Link href={streamPath(stream)}>
                <span class="titian-mono">{name}</span>
              </Link>
            ),
          },
          { head: t({ id: 'Keadaan', en: 'Standing' }), cell: ({ about }) => t(about) },
        ]}
      />
      <NextPage
        href={
          found.cursor === null
            ? null
            : `${PATH}?${new URLSearchParams([...filter, ['cursor', found.cursor]])}`
        }
      />
    </>
  );
}
