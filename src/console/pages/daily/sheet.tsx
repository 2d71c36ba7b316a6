/** One sheet: checked, running with its progress, done with what became of each line. */
import { must } from '../../api.ts';
import { csvLines } from '../../daily/csv-lines.ts';
import { sheetKindTitle } from '../../daily/sheet-kinds.ts';
import type { PageResult, SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { BackLink, ButtonLink, Heading, Link, SummaryList, Table, Warning } from '../../parts/structure.tsx';
import { InstantText, Tag, Text } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';

export interface SheetView {
  readonly sheetId: string;
  readonly kind: string;
  readonly state: 'CHECKED' | 'RUNNING' | 'DONE';
  readonly lines: number;
  readonly commands: number;
  readonly accepted: number;
  readonly refused: number;
  readonly failed: number;
  readonly checkedAt: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly sameFileAs?: string;
}

const STATES: { readonly [S in SheetView['state']]: readonly ['waiting' | 'due' | 'done', Words] } = {
  CHECKED: ['due', { id: 'Sudah diperiksa, belum dijalankan', en: 'Checked, not run yet' }],
  RUNNING: ['waiting', { id: 'Sedang dijalankan', en: 'Running' }],
  DONE: ['done', { id: 'Selesai', en: 'Done' }],
};

export function StateTag({ sheet }: { readonly sheet: SheetView }) {
  const t = useWords();
  const [meaning, words] = STATES[sheet.state];
  const bad = sheet.refused + sheet.failed;
  if (sheet.state === 'DONE' && bad > 0) {
    return (
      <Tag meaning="overdue">
        {t({ id: 'Selesai, ada yang ditolak', en: 'Done, some were refused' })} ({bad})
      </Tag>
    );
  }
  return <Tag meaning={meaning}>{t(words)}</Tag>;
}

/** Often enough to be watched, rarely enough for a slow line. */
const AGAIN_SECONDS = 4;
/** Longer lists are for the file. */
const LINES_SHOWN = 200;

export async function openSheet(asked: SignedIn): Promise<PageResult> {
  const id = encodeURIComponent(asked.params.sheetId ?? '');
  const sheet = must(await asked.api.get<SheetView>(`/api/v1/sheets/${id}`));
  const isStill = asked.query.still !== undefined;
  const lines = sheet.state === 'DONE' ? await resultLines(asked, id) : undefined;
  return {
    title: { id: 'Lembar', en: 'Sheet' },
    within: '/sheets',
    before: <BackLink href="/sheets" />,
    ...(sheet.state === 'RUNNING' && !isStill ? { refreshAfterSeconds: AGAIN_SECONDS } : {}),
    body: (
      <>
        <Heading caption={<Text of={{ id: 'Lembar', en: 'Sheet' }} />}>
          <Text of={sheetKindTitle(sheet.kind)} />
        </Heading>
        <p class="govuk-body">
          <StateTag sheet={sheet} />
        </p>
        {sheet.state === 'CHECKED' ? <Checked sheet={sheet} /> : <Progress sheet={sheet} isStill={isStill} />}
        <Facts sheet={sheet} />
        {lines === undefined ? null : <Lines lines={lines} sheetId={sheet.sheetId} />}
      </>
    ),
  };
}

/** Of those that were not accepted; undefined where the file cannot be read now. */
async function resultLines(asked: SignedIn, id: string): Promise<readonly (readonly string[])[] | undefined> {
  const file = await asked.api.file(`/api/v1/sheets/${id}/result.csv`);
  if (file.status !== 200) return undefined;
  const [, ...rows] = csvLines(file.bytes.toString('utf8'));
  return rows;
}

function Checked({ sheet }: { readonly sheet: SheetView }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <>
      {sheet.sameFileAs === undefined ? null : (
        <Warning>
          {t({
            id: 'Berkas yang sama persis sudah pernah dikirim kantor Anda. Baris yang sudah tercatat akan ditolak.',
            en: 'Your office has sent the very same file before. Lines that are on record will be refused.',
          })}{' '}
          <Link href={`/sheets/${sheet.sameFileAs}`}>
            {t({ id: 'Lihat lembar itu', en: 'See that sheet' })}
          </Link>
        </Warning>
      )}
      <p class="govuk-body">
        {t({ id: 'Tidak ada kesalahan. Bila dijalankan,', en: 'Nothing is wrong. When it runs,' })}{' '}
        {wholeInWords(language, sheet.commands)}{' '}
        {t({
          id: 'catatan dibuat, satu per satu, masing-masing sekali. Hal yang ditolak hukum disebut pada hasilnya.',
          en: 'entries are made, one by one and each once. What the law refuses is named in the result.',
        })}
      </p>
      <Form action={`/sheets/${sheet.sheetId}/run`}>
        <Button>{t({ id: 'Jalankan lembar', en: 'Run the sheet' })}</Button>
      </Form>
    </>
  );
}

function Progress({ sheet, isStill }: { readonly sheet: SheetView; readonly isStill: boolean }) {
  const t = useWords();
  const { language } = useRendering();
  const done = sheet.accepted + sheet.refused + sheet.failed;
  const said = `${wholeInWords(language, done)} ${t({ id: 'dari', en: 'of' })} ${wholeInWords(language, sheet.commands)}`;
  return (
    <div role="status">
      <p class="govuk-body">
        <progress
          class="titian-progress"
          max={Math.max(1, sheet.commands)}
          value={done}
          aria-label={t({ id: 'Kemajuan lembar', en: 'How far the sheet is' })}
        >
          {said}
        </progress>
      </p>
      <p class="govuk-body">
        {said} {t({ id: 'selesai.', en: 'done.' })}
      </p>
      {sheet.state !== 'RUNNING' ? null : (
        <p class="govuk-body">
          {isStill
            ? t({ id: 'Halaman ini tidak memperbarui diri.', en: 'This page does not update itself.' })
            : t({ id: 'Halaman ini memperbarui diri.', en: 'This page updates itself.' })}{' '}
          <Link href={`/sheets/${sheet.sheetId}${isStill ? '' : '?still=yes'}`}>
            {isStill
              ? t({ id: 'Perbarui otomatis', en: 'Update by itself' })
              : t({ id: 'Berhenti memperbarui otomatis', en: 'Stop updating' })}
          </Link>
        </p>
      )}
    </div>
  );
}

function Facts({ sheet }: { readonly sheet: SheetView }) {
  const t = useWords();
  const { language } = useRendering();
  const number = (value: number) => wholeInWords(language, value);
  const instants: [Words, string | null][] = [
    [{ id: 'Diperiksa', en: 'Checked' }, sheet.checkedAt],
    [{ id: 'Mulai dijalankan', en: 'Started' }, sheet.startedAt],
    [{ id: 'Selesai', en: 'Finished' }, sheet.finishedAt],
  ];
  return (
    <SummaryList
      rows={[
        { key: t({ id: 'Baris', en: 'Lines' }), value: number(sheet.lines) },
        { key: t({ id: 'Diterima', en: 'Accepted' }), value: number(sheet.accepted) },
        { key: t({ id: 'Ditolak', en: 'Refused' }), value: number(sheet.refused) },
        { key: t({ id: 'Gagal', en: 'Failed' }), value: number(sheet.failed) },
        ...instants.flatMap(([words, at]) =>
          at === null ? [] : [{ key: t(words), value: <InstantText at={at} /> }],
        ),
      ]}
    />
  );
}

function Lines({
  lines,
  sheetId,
}: {
  readonly lines: readonly (readonly string[])[];
  readonly sheetId: string;
}) {
  const t = useWords();
  const { language } = useRendering();
  const rejected = lines.filter(([, outcome]) => outcome !== 'diterima');
  return (
    <>
      <div class="govuk-button-group titian-screen-only">
        <ButtonLink href={`/sheets/${sheetId}/result.xlsx`}>
          {t({ id: 'Unduh hasil tiap baris (Excel)', en: 'Download each line’s result (Excel)' })}
        </ButtonLink>
        <ButtonLink href={`/sheets/${sheetId}/result.csv`} secondary>
          CSV
        </ButtonLink>
      </div>
      <Table
        caption={t({ id: 'Baris yang tidak diterima', en: 'Lines that were not accepted' })}
        rows={rejected.slice(0, LINES_SHOWN)}
        empty={t({ id: 'Semua baris diterima.', en: 'Every line was accepted.' })}
        columns={[
          { head: t({ id: 'Baris', en: 'Line' }), names: true, cell: ([line]) => line ?? '' },
          {
            head: t({ id: 'Sebab', en: 'Why' }),
            cell: ([, , , id, , en]) => (language === 'id' ? id : en) ?? '',
          },
          {
            head: t({ id: 'Langkah berikutnya', en: 'Next step' }),
            // The API says it in Indonesian; it is the words of the law's own answer.
            cell: ([, , , , next]) => <span lang="id">{next ?? ''}</span>,
          },
        ]}
      />
      {rejected.length <= LINES_SHOWN ? null : (
        <p class="govuk-body">
          {t({ id: 'Selebihnya ada dalam berkas hasil.', en: 'The rest stands in the result file.' })}
        </p>
      )}
    </>
  );
}

export async function runSheet(asked: SignedIn): Promise<PageResult> {
  const id = encodeURIComponent(asked.params.sheetId ?? '');
  must(await asked.api.post(`/api/v1/sheets/${id}/run`, {}));
  return { redirect: `/sheets/${id}` };
}
