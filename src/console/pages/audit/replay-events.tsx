/** The decision at the position, and the events up to it, newest first. */
import { eventPath } from '../../addresses.ts';
import type { Entry, EntryEvent } from '../../audit/answers.ts';
import { commandWords, outcomeWords } from '../../audit/command-words.ts';
import type { Position } from '../../audit/replay-position.ts';
import { explainPath } from '../../audit/streams.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Link, Table } from '../../parts/structure.tsx';
import { InstantText, MomentText, Tag } from '../../parts/text.tsx';
import { eventSentence } from '../../sentences/index.ts';
import { type Names, WhoActed } from './values.tsx';

/** Longer histories are read by moving the slider. */
const MOST_EVENTS = 100;
/** The framework's own: they follow from the others, and crowd them out. */
const OF_DEADLINES: ReadonlySet<string> = new Set(['DeadlineArmed', 'DeadlineCancelled']);

export function DecisionHere({
  stream,
  entry,
  names,
}: {
  readonly stream: string;
  readonly entry: Entry | undefined;
  readonly names: Names;
}) {
  const t = useWords();
  if (entry === undefined) return null;
  const { decision, command, outcome, code, actor, decidedAt } = entry;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>
          {t({ id: 'Keputusan', en: 'Decision' })} {decision}: {t(commandWords(command))}
        </strong>{' '}
        <Tag meaning={outcome === 'accepted' ? 'done' : 'breach'}>{t(outcomeWords(outcome))}</Tag>
        {code === null ? null : <span class="titian-mono"> {code}</span>}
      </p>
      <p class="govuk-body">
        {t({ id: 'oleh', en: 'by' })} <WhoActed actor={actor} names={names} />, <InstantText at={decidedAt} />
      </p>
      <p class="govuk-body">
        <Link href={explainPath(stream, { decision })}>
          {t({ id: 'Mengapa keputusannya begitu?', en: 'Why was it decided so?' })}
        </Link>
      </p>
    </div>
  );
}

interface Told extends EntryEvent {
  readonly decision: number;
  readonly actor: Entry['actor'];
}

export function EventsUpTo({
  stream,
  entries,
  position,
  names,
}: {
  readonly stream: string;
  readonly entries: readonly Entry[];
  readonly position: Position;
  readonly names: Names;
}) {
  const t = useWords();
  const { language } = useRendering();
  const { known, on } = position;
  const told = entries
    .filter(({ decision }) => decision <= known)
    .flatMap(({ decision, actor, events }) => events.map((event): Told => ({ ...event, decision, actor })))
    .filter(({ type, occurredAt }) => !OF_DEADLINES.has(type) && (on === undefined || occurredAt.date <= on))
    .reverse();
  const caption = {
    id: 'Peristiwa sampai posisi ini, terbaru dahulu',
    en: 'Events up to this position, newest first',
  };
  return (
    <>
      <Heading level={2}>{t(caption)}</Heading>
      {told.length > MOST_EVENTS ? (
        <p class="govuk-body">
          {t({
            id: `${MOST_EVENTS} dari ${told.length} peristiwa. Geser posisi untuk yang lebih lama.`,
            en: `${MOST_EVENTS} of ${told.length} events. Move the position for older ones.`,
          })}
        </p>
      ) : null}
      <Table
        caption={t(caption)}
        hideCaption
        rows={told.slice(0, MOST_EVENTS)}
        empty={t({ id: 'Belum ada peristiwa.', en: 'No events yet.' })}
        columns={[
          {
            head: t({ id: 'Nomor', en: 'Number' }),
            names: true,
            cell: ({ version }) => <Link href={eventPath(stream, version)}>{version}</Link>,
          },
          {
            head: t({ id: 'Peristiwa', en: 'Event' }),
            cell: ({ type, data }) =>
              eventSentence(
                language,
                {
                  type,
                  ...(typeof data === 'object' && data !== null && !Array.isArray(data) ? { data } : {}),
                },
                names,
              ),
          },
          {
            head: t({ id: 'Terjadi', en: 'Happened' }),
            cell: ({ occurredAt }) => <MomentText at={occurredAt} />,
          },
          {
            head: t({ id: 'Dicatat', en: 'Recorded' }),
            cell: ({ recordedAt, occurredAt }) => (
              <>
                <InstantText at={recordedAt} zone={occurredAt.zone} />
                <Late occurredAt={occurredAt.at} recordedAt={recordedAt} />
              </>
            ),
          },
          {
            head: t({ id: 'Oleh', en: 'By' }),
            cell: ({ actor }) => <WhoActed actor={actor} names={names} />,
          },
          {
            head: t({ id: 'Mengapa', en: 'Why' }),
            cell: ({ decision }) => (
              <Link href={explainPath(stream, { decision })}>
                {t({ id: 'Keputusan', en: 'Decision' })} {decision}
              </Link>
            ),
          },
        ]}
      />
    </>
  );
}

const DAY_MS = 86_400_000;

/** What was entered a day or more after it happened says so in words. */
function Late({ occurredAt, recordedAt }: { readonly occurredAt: string; readonly recordedAt: string }) {
  const t = useWords();
  const days = Math.floor((Date.parse(recordedAt) - Date.parse(occurredAt)) / DAY_MS);
  if (days < 1) return null;
  return (
    <span class="titian-changed">
      <Tag meaning="due">
        {t({ id: `${days} hari kemudian`, en: days === 1 ? '1 day later' : `${days} days later` })}
      </Tag>
    </span>
  );
}
