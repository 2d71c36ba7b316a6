/** Sheets: forms to download, a filled one to be checked, and the latest that were sent. */
import { newCommandId } from '../../daily/act.ts';
import { SHEET_KIND_WORDS, sheetKindsFor, sheetKindTitle } from '../../daily/sheet-kinds.ts';
import { fieldText, type PageResult, type Shown, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Lead, Link, Table } from '../../parts/structure.tsx';
import { InstantText, Text } from '../../parts/text.tsx';
import { countInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';
import { type SheetView, StateTag } from './sheet.tsx';
import { type Failed, WentWrong } from './sheet-problems.tsx';

const TITLE: Words = { id: 'Lembar', en: 'Sheets' };
const FORMATS = ['xlsx', 'csv'] as const;
const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const openSheets = (asked: SignedIn): Promise<PageResult> => shown(asked);

async function shown(asked: SignedIn, failed?: Failed, status?: number): Promise<Shown> {
  const latest = await asked.api.get<{ sheets: readonly SheetView[] }>('/api/v1/sheets', {
    world: asked.session.world,
  });
  return {
    title: TITLE,
    within: '/sheets',
    ...(status === undefined ? {} : { status }),
    body: (
      <>
        {failed === undefined ? null : <WentWrong failed={failed} />}
        <Heading>
          <Text of={TITLE} />
        </Heading>
        <Lead>
          <Text
            of={{
              id: 'Satu lembar untuk banyak baris. Berkas diperiksa seluruhnya lebih dulu; tidak ada yang dijalankan selama masih ada kesalahan.',
              en: 'One sheet for many lines. The whole file is checked first; nothing runs while anything is wrong.',
            }}
          />
        </Lead>
        <Templates role={asked.session.actor.role} />
        <Upload role={asked.session.actor.role} chosen={fieldText(asked.form, 'kind')} />
        {latest.ok ? <Latest sheets={latest.body.sheets} /> : <Unavailable problem={latest.problem} />}
      </>
    ),
  };
}

function Templates({ role }: { readonly role: SignedIn['session']['actor']['role'] }) {
  const t = useWords();
  const kinds = sheetKindsFor(role);
  if (kinds.length === 0) return null;
  return (
    <Table
      caption={t({ id: '1. Unduh templat', en: '1. Download a template' })}
      rows={kinds}
      empty=""
      columns={[
        {
          head: t({ id: 'Jenis lembar', en: 'Kind of sheet' }),
          names: true,
          cell: ({ title, about }) => (
            <>
              {t(title)}
              <span class="govuk-hint titian-grid__hint">{t(about)}</span>
            </>
          ),
        },
        {
          head: t({ id: 'Templat', en: 'Template' }),
          cell: ({ name, title }) => (
            <ul class="govuk-list titian-inline-list">
              {FORMATS.map((format) => (
                <li>
                  <a class="govuk-link" href={`/sheets/templates/${name}.${format}`}>
                    {format === 'xlsx' ? 'Excel' : 'CSV'}
                    <span class="govuk-visually-hidden">: {t(title)}</span>
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function Upload({
  role,
  chosen,
}: {
  readonly role: SignedIn['session']['actor']['role'];
  readonly chosen: string;
}) {
  const t = useWords();
  const kinds = sheetKindsFor(role);
  if (kinds.length === 0) return null;
  const [first] = kinds;
  return (
    <section aria-labelledby="upload">
      <h2 class="govuk-heading-m" id="upload">
        {t({ id: '2. Kirim lembar yang sudah diisi', en: '2. Send the filled sheet' })}
      </h2>
      <Form action="/sheets" files>
        <input type="hidden" name="id" value={newCommandId('sheet')} />
        <div class="govuk-form-group">
          <label class="govuk-label" for="kind">
            {t({ id: 'Jenis lembar', en: 'Kind of sheet' })}
          </label>
          <select class="govuk-select" id="kind" name="kind">
            {kinds.map(({ name, title }) => (
              <option value={name} selected={name === (chosen || first?.name)}>
                {t(title)}
              </option>
            ))}
          </select>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="file">
            {t({ id: 'Berkas', en: 'File' })}
          </label>
          <div class="govuk-hint" id="file-hint">
            {t({
              id: 'Excel (.xlsx) atau CSV, paling besar 6 MB dan 20.000 baris.',
              en: 'Excel (.xlsx) or CSV, at most 6 MB and 20,000 lines.',
            })}
          </div>
          <input
            class="govuk-file-upload"
            id="file"
            name="file"
            type="file"
            accept=".xlsx,.csv,text/csv"
            aria-describedby="file-hint"
          />
        </div>
        <Button>{t({ id: 'Periksa lembar', en: 'Check the sheet' })}</Button>
      </Form>
    </section>
  );
}

function Latest({ sheets }: { readonly sheets: readonly SheetView[] }) {
  const t = useWords();
  const { language } = useRendering();
  const lines = { id: 'baris', en: ['line', 'lines'] } as const;
  return (
    <Table
      caption={t({ id: 'Lembar Anda yang terakhir', en: 'Your latest sheets' })}
      rows={sheets}
      empty={t({ id: 'Anda belum mengirim lembar.', en: 'You have not sent a sheet yet.' })}
      columns={[
        {
          head: t({ id: 'Lembar', en: 'Sheet' }),
          names: true,
          cell: ({ sheetId, kind }) => <Link href={`/sheets/${sheetId}`}>{t(sheetKindTitle(kind))}</Link>,
        },
        {
          head: t({ id: 'Diperiksa', en: 'Checked' }),
          cell: ({ checkedAt }) => (checkedAt === null ? '–' : <InstantText at={checkedAt} />),
        },
        { head: t({ id: 'Isi', en: 'Holds' }), cell: (sheet) => countInWords(language, sheet.lines, lines) },
        { head: t({ id: 'Keadaan', en: 'Standing' }), cell: (sheet) => <StateTag sheet={sheet} /> },
      ]}
    />
  );
}

export async function sendSheet(asked: SignedIn): Promise<PageResult> {
  const kind = SHEET_KIND_WORDS.find(({ name }) => name === fieldText(asked.form, 'kind'));
  const file = asked.files.find(({ field }) => field === 'file');
  if (kind === undefined || file === undefined) {
    const sentence = {
      id: 'Pilih jenis lembar dan berkasnya.',
      en: 'Choose the kind of sheet and its file.',
    };
    return shown(asked, { sentence }, 422);
  }
  // A browser names a CSV in many ways; its end tells more. What it is, the reader looks at the bytes for.
  const format = /\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv';
  const answer = await asked.api.upload<SheetView>(
    `/api/v1/sheets/${kind.name}`,
    file.bytes,
    CONTENT_TYPES[format],
    { world: asked.session.world },
    fieldText(asked.form, 'id'),
  );
  if (answer.ok) return { redirect: `/sheets/${answer.body.sheetId}` };
  const { sentence, next, lines, status } = answer.problem;
  return shown(asked, { sentence, next, ...(lines === undefined ? {} : { lines }) }, status);
}
