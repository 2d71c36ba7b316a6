/** What is wrong with a sheet, line by line, on the page and as a file. */
import type { Problem } from '../../../api/problem.ts';
import { csvOf } from '../../daily/csv-lines.ts';
import type { PageResult, SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Table } from '../../parts/structure.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';

type LineProblem = NonNullable<Problem['lines']>[number];

export interface Failed {
  readonly sentence: Words;
  readonly next?: Words;
  readonly lines?: readonly LineProblem[];
}

export function WentWrong({ failed: { sentence, next, lines = [] } }: { readonly failed: Failed }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <>
      <ErrorSummary errors={[{ text: t(sentence), field: lines.length > 0 ? 'problems' : 'file' }]} />
      {next === undefined ? null : <p class="govuk-body">{t(next)}</p>}
      {lines.length === 0 ? null : (
        <div id="problems">
          <Table
            caption={t({ id: 'Yang perlu diperbaiki', en: 'What needs to be put right' })}
            rows={lines}
            empty=""
            columns={[
              {
                head: t({ id: 'Baris', en: 'Line' }),
                names: true,
                cell: ({ line }) =>
                  line === null ? t({ id: 'Berkas', en: 'File' }) : wholeInWords(language, line),
              },
              {
                head: t({ id: 'Kolom', en: 'Column' }),
                cell: ({ column }) => column ?? t({ id: 'Seluruh baris', en: 'The whole line' }),
              },
              { head: t({ id: 'Masalah', en: 'Problem' }), cell: (one) => one[language] },
            ]}
          />
          <Form action="/sheets/problems.csv">
            {lines.map((one) => (
              <input
                type="hidden"
                name="problem"
                value={JSON.stringify([one.line, one.column, one.code, one.id, one.en])}
              />
            ))}
            <Button kind="secondary">
              {t({ id: 'Unduh daftar ini (CSV)', en: 'Download this list (CSV)' })}
            </Button>
          </Form>
        </div>
      )}
    </>
  );
}

/** The list that is on the page at hand, as a file: the sheet itself was not kept. */
export async function problemsFile({ form }: SignedIn): Promise<PageResult> {
  const sent = form.problem ?? [];
  const rows = [sent].flat().flatMap((text): string[][] => {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? [read.map((cell) => (cell === null ? '' : String(cell)))] : [];
  });
  const header = ['Baris', 'Kolom', 'Kode', 'Masalah', 'In English'];
  return { file: csvOf([header, ...rows]), contentType: 'text/csv; charset=utf-8', saveAs: 'perbaikan.csv' };
}
