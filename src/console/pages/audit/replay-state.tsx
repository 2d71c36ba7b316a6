/** The state at a position: what it is, what changed since the position before, and what is known otherwise now. */
import type { StateAnswer } from '../../audit/answers.ts';
import { type Position, positionQuery } from '../../audit/replay-position.ts';
import { changesBetween, pathKey, type StateChange, type StateRow } from '../../audit/state-rows.ts';
import { rowsOfAnswer, summaryOf } from '../../audit/state-summary.ts';
import { useWords } from '../../parts/rendering.ts';
import { Details, Empty, Heading, SummaryList, Table } from '../../parts/structure.tsx';
import { Tag } from '../../parts/text.tsx';
import { type Names, PathText, ValueText } from './values.tsx';

/** A class of a year has some thousands of values; whoever wants all reads them through the API. */
const MOST_VALUES = 600;

export interface ReplayedState {
  readonly kind: string;
  readonly position: Position;
  readonly here: StateAnswer;
  /** At the position before, on the axis that was moved last. */
  readonly before: StateAnswer | undefined;
  readonly now: StateAnswer;
  readonly names: Names;
}

export function ReplayState({ kind, position, here, before, now, names }: ReplayedState) {
  const t = useWords();
  const summary = summaryOf(kind, here);
  const all = rowsOfAnswer(here);
  const changed = before === undefined ? [] : changesBetween(rowsOfAnswer(before), all);
  const summaryChanges = before === undefined ? [] : changesBetween(summaryOf(kind, before), summary);
  const otherNow = changesBetween(summary, summaryOf(kind, now));
  return (
    <section
      aria-labelledby="state-heading"
      data-state-version={String(here.version)}
      data-state-position={positionQuery(position)}
    >
      <Heading level={2}>
        <span id="state-heading">{t({ id: 'Keadaan pada posisi ini', en: 'State at this position' })}</span>
      </Heading>
      {summary.length === 0 ? (
        <Empty>
          {t({ id: 'Pada posisi ini belum ada apa-apa.', en: 'At this position there is nothing yet.' })}
        </Empty>
      ) : (
        <SummaryList
          rows={summary.map((row) => ({
            key: <PathText path={row.path} names={names} />,
            value: (
              <RowValue
                row={row}
                names={names}
                change={changeOf(summaryChanges, row)}
                now={changeOf(otherNow, row)}
              />
            ),
          }))}
        />
      )}
      <Changes changed={changed} position={position} before={before} names={names} />
      {here.headHash === null ? null : (
        <p class="govuk-body-s">
          {t({ id: 'Segel peristiwa terakhir', en: 'Seal of the last event' })} ({here.version}):{' '}
          <span class="titian-mono">{here.headHash}</span>
        </p>
      )}
      <Details summary={t({ id: `Semua bidang (${all.length})`, en: `All fields (${all.length})` })}>
        <Table
          caption={t({ id: 'Semua bidang keadaan', en: 'All fields of the state' })}
          hideCaption
          rows={all.slice(0, MOST_VALUES)}
          empty={t({ id: 'Tidak ada.', en: 'None.' })}
          columns={[
            {
              head: t({ id: 'Bidang', en: 'Field' }),
              names: true,
              cell: ({ path }) => <PathText path={path} names={names} />,
            },
            {
              head: t({ id: 'Nilai', en: 'Value' }),
              cell: ({ path, value }) => <ValueText path={path} value={value} names={names} />,
            },
          ]}
        />
      </Details>
    </section>
  );
}

const changeOf = (changes: readonly StateChange[], { path }: StateRow): StateChange | undefined =>
  changes.find((change) => pathKey(change.path) === pathKey(path));

function RowValue({
  row,
  names,
  change,
  now,
}: {
  readonly row: StateRow;
  readonly names: Names;
  readonly change: StateChange | undefined;
  readonly now: StateChange | undefined;
}) {
  const t = useWords();
  const { path, value } = row;
  return (
    <>
      <span data-path={pathKey(path)} data-value={JSON.stringify(value)}>
        <ValueText path={path} value={value} names={names} />
      </span>
      {change === undefined ? null : (
        <span class="titian-changed">
          <Tag meaning="due">{t({ id: 'Berubah', en: 'Changed' })}</Tag>{' '}
          {change.before === undefined ? (
            t({ id: 'sebelumnya belum ada', en: 'was not there before' })
          ) : (
            <>
              {t({ id: 'sebelumnya', en: 'before' })}:{' '}
              <ValueText path={path} value={change.before} names={names} />
            </>
          )}
        </span>
      )}
      {now === undefined ? null : (
        <span class="titian-changed">
          <Tag meaning="waiting">{t({ id: 'Kini lain', en: 'Known otherwise now' })}</Tag>{' '}
          {now.after === undefined ? (
            t({ id: 'kini tidak ada lagi', en: 'is not there any more' })
          ) : (
            <>
              {t({ id: 'kini diketahui', en: 'known now' })}:{' '}
              <ValueText path={path} value={now.after} names={names} />
            </>
          )}
        </span>
      )}
    </>
  );
}

function Changes({
  changed,
  position,
  before,
  names,
}: {
  readonly changed: readonly StateChange[];
  readonly position: Position;
  readonly before: StateAnswer | undefined;
  readonly names: Names;
}) {
  const t = useWords();
  if (before === undefined) return null;
  const since =
    position.on === undefined
      ? { id: 'Yang diubah oleh keputusan ini', en: 'What this decision changed' }
      : { id: 'Yang berubah sejak tanggal sebelumnya', en: 'What changed since the date before' };
  return (
    <>
      <Heading level={3}>{t(since)}</Heading>
      <Table
        caption={t(since)}
        hideCaption
        rows={changed.slice(0, MOST_VALUES)}
        empty={t({ id: 'Tidak ada yang berubah.', en: 'Nothing changed.' })}
        columns={[
          {
            head: t({ id: 'Bidang', en: 'Field' }),
            names: true,
            cell: ({ path }) => <PathText path={path} names={names} />,
          },
          {
            head: t({ id: 'Sebelumnya', en: 'Before' }),
            cell: ({ path, before: was }) =>
              was === undefined ? (
                t({ id: 'belum ada', en: 'not there yet' })
              ) : (
                <ValueText path={path} value={was} names={names} />
              ),
          },
          {
            head: t({ id: 'Pada posisi ini', en: 'At this position' }),
            cell: ({ path, after: is }) =>
              is === undefined ? (
                t({ id: 'tidak ada lagi', en: 'gone' })
              ) : (
                <ValueText path={path} value={is} names={names} />
              ),
          },
        ]}
      />
    </>
  );
}
