/** Sessions week by week: when, what was credited and why not, and the forms that put things right. */
import type { Session } from '../../../domain/journey/state.ts';
import { commandPath } from '../../addresses.ts';
import { maySend } from '../../forms/flow/doors.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Details, Empty, Heading, Link, SummaryList, Table } from '../../parts/structure.tsx';
import { Duration, ReadingText, Tag } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { clockInWords, dateInWords, dayAndDate, durationInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import { valueWords } from '../../words/values.ts';
import type { CaseSeen, JourneySeen } from '../journey-view.ts';
import { creditedIn, notCreditedIn, sumOf, weeksOf, workedIn } from '../weeks.ts';

interface Desk {
  readonly personId: string;
  readonly role: TokenRole;
  readonly names: ReadonlyMap<string, string>;
}

/** What can still be done about a session, by its state. */
const COMMANDS: { readonly [status in Session['status']]: readonly string[] } = {
  OPEN: ['check-out-session'],
  RECORDED: ['confirm-session', 'dispute-session'],
  CONFIRMED: [],
  DISPUTED: ['decide-session-credit'],
  DECIDED: [],
  VOID: [],
};

function SessionLinks({ session, desk }: { readonly session: Session; readonly desk: Desk }) {
  const t = useWords();
  const target = { kind: 'person', id: desk.personId } as const;
  const { sessionId, version, status, notCredited } = session;
  const words: { readonly [command: string]: string } = {
    'check-out-session': t({ id: 'Catat pulang', en: 'Record departure' }),
    'confirm-session': t({ id: 'Konfirmasi', en: 'Confirm' }),
    'dispute-session': t({ id: 'Sanggah', en: 'Dispute' }),
    'decide-session-credit': t({ id: 'Putuskan jamnya', en: 'Decide on the hours' }),
  };
  const decides = notCredited.length > 0 && status !== 'VOID' ? ['decide-session-credit'] : [];
  const commands = [...new Set([...COMMANDS[status], ...decides])].filter((name) => maySend(desk.role, name));
  const mayCorrect = status !== 'VOID' && status !== 'OPEN' && maySend(desk.role, 'correct-entry');
  if (commands.length === 0 && !mayCorrect) return null;
  return (
    <ul class="titian-links titian-screen-only">
      {commands.map((name) => (
        <li>
          <Link href={commandPath(target, name, { sessionId })}>
            {words[name]}
            <span class="govuk-visually-hidden"> {sessionId}</span>
          </Link>
        </li>
      ))}
      {mayCorrect ? (
        <li>
          <Link href={commandPath(target, 'correct-entry', { version: String(version) })}>
            {t({ id: 'Perbaiki', en: 'Correct' })}
            <span class="govuk-visually-hidden"> {sessionId}</span>
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

function When({ session, place }: { readonly session: Session; readonly place: string }) {
  const t = useWords();
  const { language } = useRendering();
  const { start, end, zone } = session;
  return (
    <>
      <time dateTime={start}>{dayAndDate(language, start.slice(0, 10))}</time>
      <br />
      <span class="titian-faint">
        {clockInWords(language, start)}–
        {end === null
          ? t({ id: 'belum pulang', en: 'not left yet' })
          : end.slice(0, 10) === start.slice(0, 10)
            ? clockInWords(language, end)
            : ''}
        {end !== null && end.slice(0, 10) !== start.slice(0, 10) ? <ReadingText at={end} /> : null} {zone}
        <br />
        {place}
      </span>
    </>
  );
}

function NotCredited({ session }: { readonly session: Session }) {
  const t = useWords();
  if (session.notCredited.length === 0) return null;
  return (
    <ul class="govuk-list titian-faint">
      {session.notCredited.map(({ minutes, reason }) => (
        <li>
          {t({ id: 'Tidak dihitung', en: 'Not credited' })} <Duration minutes={minutes} />:{' '}
          {t(valueWords('notCredited.reason', reason))}
        </li>
      ))}
    </ul>
  );
}

export function SessionWeeks({
  sessions,
  desk,
}: {
  readonly sessions: readonly Session[];
  readonly desk: Desk;
}) {
  const t = useWords();
  const { language } = useRendering();
  const weeks = weeksOf(sessions);
  if (weeks.length === 0) {
    return <Empty>{t({ id: 'Belum ada sesi.', en: 'There are no sessions yet.' })}</Empty>;
  }
  const open = 4;
  const week = (one: (typeof weeks)[number]) => {
    const from = dateInWords(language, one.monday);
    return (
      <div class="titian-week">
        <Table
          caption={t({ id: `Minggu mulai ${from}`, en: `Week from ${from}` })}
          empty=""
          rows={one.sessions}
          columns={[
            {
              head: t({ id: 'Kapan dan di mana', en: 'When and where' }),
              cell: (session) => (
                <When session={session} place={desk.names.get(session.siteId) ?? session.siteId} />
              ),
              names: true,
            },
            {
              head: t({ id: 'Dihitung', en: 'Credited' }),
              cell: (session) => (
                <>
                  <Duration minutes={creditedIn(session)} />
                  <NotCredited session={session} />
                </>
              ),
            },
            {
              head: t({ id: 'Keadaan', en: 'State' }),
              cell: (session) => (
                <>
                  <Tag meaning={stageMeaning('session', session.status)}>
                    {t(stageWords('session', session.status))}
                  </Tag>
                  <SessionLinks session={session} desk={desk} />
                </>
              ),
            },
          ]}
        />
        <p class="govuk-body">
          {t({ id: 'Minggu ini', en: 'This week' })}: {durationInWords(language, one.credited)}{' '}
          {t({ id: 'dihitung', en: 'credited' })}
          {one.notCredited === 0
            ? '.'
            : `, ${durationInWords(language, one.notCredited)} ${t({ id: 'tidak', en: 'not' })}.`}
        </p>
      </div>
    );
  };
  return (
    <>
      {weeks.slice(0, open).map(week)}
      {weeks.length <= open ? null : (
        <Details
          summary={t({
            id: `${weeks.length - open} minggu sebelumnya`,
            en: `${weeks.length - open} weeks before`,
          })}
        >
          {weeks.slice(open).map(week)}
        </Details>
      )}
    </>
  );
}

/** Sums of what stands; worked = credited + not credited. */
export function HoursTotals({ sessions }: { readonly sessions: readonly Session[] }) {
  const t = useWords();
  return (
    <SummaryList
      rows={[
        {
          key: t({ id: 'Jumlah dikerjakan', en: 'Worked in all' }),
          value: <Duration minutes={sumOf(sessions, workedIn)} />,
        },
        {
          key: t({ id: 'Jumlah dihitung', en: 'Credited in all' }),
          value: <Duration minutes={sumOf(sessions, creditedIn)} />,
        },
        {
          key: t({ id: 'Jumlah tidak dihitung', en: 'Not credited in all' }),
          value: <Duration minutes={sumOf(sessions, notCreditedIn)} />,
        },
      ]}
    />
  );
}

/** Excuses, absences and letters of one case; nothing where the desk does not see them. */
export function Absences({ found }: { readonly found: CaseSeen }) {
  const t = useWords();
  const { language } = useRendering();
  const { excused, noShows, warningLetters } = found;
  if (excused === undefined && noShows === undefined) return null;
  const dates = (all: readonly string[]): string =>
    all.length === 0
      ? t({ id: 'Tidak ada', en: 'None' })
      : all.map((date) => dateInWords(language, date)).join(', ');
  return (
    <>
      <Heading level={2}>{t({ id: 'Izin, mangkir, peringatan', en: 'Excuses, absences, warnings' })}</Heading>
      <SummaryList
        rows={[
          ...(excused === undefined
            ? []
            : [{ key: t({ id: 'Izin atau sakit', en: 'Excused' }), value: dates(excused) }]),
          ...(noShows === undefined
            ? []
            : [{ key: t({ id: 'Tidak hadir', en: 'Did not come' }), value: dates(noShows) }]),
          ...(warningLetters === undefined
            ? []
            : [
                {
                  key: t({ id: 'Surat peringatan', en: 'Warning letters' }),
                  value: t({ id: `${warningLetters} dari 3`, en: `${warningLetters} of 3` }),
                },
              ]),
        ]}
      />
    </>
  );
}

export const sessionsOf = ({ sessions }: JourneySeen, { caseId }: CaseSeen): readonly Session[] =>
  sessions.filter((session) => session.caseId === caseId);
