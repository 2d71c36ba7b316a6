/** Pictures and tables of each board. */
import { type BoardAnswer, figureAt, tableOf } from '../../boards/answer.ts';
import { BarPlot } from '../../boards/bar-plot.tsx';
import { BoardTable } from '../../boards/board-table.tsx';
import { figureInWords, percentOf } from '../../boards/figure-words.ts';
import { FlowPlot } from '../../boards/flow-plot.tsx';
import { columnName, rowName, tableName } from '../../boards/words.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Empty, SummaryList } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';

interface FiguresProps {
  readonly answer: BoardAnswer;
  readonly names: ReadonlyMap<string, string>;
}

/** More columns than this stand below the picture. */
const WIDE = 4;

/** Picture and table side by side where there is room. */
function Pair({
  answer,
  names,
  name,
  parts,
  whole,
  percent,
}: FiguresProps & {
  readonly name: string;
  readonly parts: readonly string[];
  readonly whole: string;
  readonly percent?: boolean;
}) {
  const table = tableOf(answer, name);
  if (table === undefined) return null;
  const { by, threshold } = answer;
  const shared = { table, by, threshold, names };
  if (table.rows.length === 0) return <BoardTable {...shared} />;
  return (
    <div class={table.columns.length > WIDE ? undefined : 'titian-pair'}>
      <BarPlot
        {...{ table, threshold, whole, id: name }}
        title={tableName(name, by)}
        parts={parts.map((column) => ({ column, name: columnName(column) }))}
        nameOf={(row) => rowName(name, row, by, names)}
      />
      <BoardTable {...shared} {...(percent === true ? { percentOfColumn: whole } : {})} />
    </div>
  );
}

export function FlowFigures({ answer, names }: FiguresProps) {
  const path = tableOf(answer, 'path');
  if (path === undefined) return null;
  const { threshold, by } = answer;
  if (figureAt(path.rows[0], 'reached') === 0) return <NobodyYet />;
  const byTrait = tableOf(answer, 'pathBy');
  return (
    <>
      <div class="titian-pair">
        <FlowPlot table={path} threshold={threshold} />
        <BoardTable {...{ table: path, by, threshold, names }} />
      </div>
      {byTrait === undefined ? null : (
        <BoardTable {...{ table: byTrait, by, threshold, names }} percentOfColumn="entered" />
      )}
    </>
  );
}

const NobodyYet = () => (
  <Empty>
    <Text
      of={{
        id: 'Pada tahun ini belum ada yang dapat dihitung untuk kantor ini. Pilih tahun lain.',
        en: 'There is nothing to count for this office in this year. Choose another year.',
      }}
    />
  </Empty>
);

const SIGNS = ['overdue', 'behind', 'held'] as const;

export function StageFigures({ answer, names }: FiguresProps) {
  const t = useWords();
  const { language } = useRendering();
  const { threshold } = answer;
  const bands = ['TO_30', 'TO_90', 'TO_180', 'OVER_180'];
  return (
    <>
      <SummaryList
        rows={SIGNS.map((name) => {
          const total = tableOf(answer, name)?.total;
          const said = (column: string) => figureInWords(language, figureAt(total, column), threshold);
          return {
            key: t(tableName(name, null)),
            value: t({ id: `${said('yes')} dari ${said('all')}`, en: `${said('yes')} of ${said('all')}` }),
          };
        })}
      />
      <Pair {...{ answer, names, name: 'ageing', parts: bands, whole: 'all' }} />
    </>
  );
}

export const CertificateFigures = ({ answer, names }: FiguresProps) => (
  <Pair
    {...{ answer, names, name: 'certificates', whole: 'issued' }}
    parts={['VALID', 'EXPIRING', 'EXPIRED', 'FROZEN', 'WITHDRAWN']}
  />
);

const DAYS = [90, 180, 365] as const;
const OUTCOMES = ['RETAINED', 'LOST', 'UNREACHABLE', 'OPEN'];

export const RetentionFigures = ({ answer, names }: FiguresProps) => (
  <>
    {DAYS.map((day) => (
      <RetentionDay {...{ answer, names, day }} />
    ))}
  </>
);

function RetentionDay({ answer, names, day }: FiguresProps & { readonly day: number }) {
  const t = useWords();
  const { language } = useRendering();
  const { by, threshold } = answer;
  const name = `day${day}`;
  const total = tableOf(answer, name)?.total;
  const [due, kept] = [figureAt(total, 'due'), figureAt(total, 'RETAINED')];
  const [saidDue, saidKept] = [due, kept].map((one) => figureInWords(language, one, threshold));
  const percent = percentOf(kept, due);
  const share = percent === undefined ? '' : ` (${percent} %)`;
  return (
    // No landmark of its own: the table in it is one, and has the same name.
    <div>
      <h2 class="govuk-heading-m">{t(tableName(name, null))}</h2>
      {due === 0 ? (
        <Empty>
          <Text
            of={{
              id: `Belum ada penempatan yang sudah ${day} hari.`,
              en: `No placement has come to day ${day} yet.`,
            }}
          />
        </Empty>
      ) : (
        <>
          <p class="govuk-body">
            {t({
              id: `Dari ${saidDue} yang sudah ${day} hari, ${saidKept} masih bekerja${share}.`,
              en: `Of ${saidDue} who have come to day ${day}, ${saidKept} are still working${share}.`,
            })}
          </p>
          <Pair
            {...{ answer, names, name: by === null ? name : `${name}By` }}
            {...{ parts: OUTCOMES, whole: 'due', percent: true }}
          />
        </>
      )}
    </div>
  );
}
