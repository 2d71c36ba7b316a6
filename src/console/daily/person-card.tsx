/** One person on the list of a day: where they stand, and the one or two buttons that come next. */
import { personPath } from '../addresses.ts';
import { clockInWords, durationInWords } from '../words/amounts.ts';
import { ActButton, ActForm, ActMore, ClockField, DisputeForm } from './act-forms.tsx';
import { nameOf, notCreditedWords, SESSION_WORDS, STATE_TAGS } from './attendance-words.ts';
import { useDay, useWords } from './day-context.ts';
import type { DayListProps } from './day-list.tsx';
import type { DayPerson } from './day-rows.ts';
import { LeaveForm, RecordForm } from './session-forms.tsx';

type Session = DayPerson['sessions'][number];

export const cardId = (personId: string, caseId: string): string => `p-${personId}-${caseId}`;

export function PersonCard({ row, ...props }: DayListProps & { readonly row: DayPerson }) {
  const t = useWords();
  const { language } = useDay();
  const [meaning, tag] = STATE_TAGS[row.state];
  const isUnsent = props.unsent.has(row.personId);
  return (
    <li class={`titian-day__card titian-day__card--${meaning}`} id={cardId(row.personId, row.caseId)}>
      <div class="titian-day__head">
        <h3 class="govuk-heading-s" tabIndex={-1}>
          {nameOf(row.name, t)}
        </h3>
        <strong class={`titian-tag titian-tag--${meaning}`}>{t(tag)}</strong>
      </div>
      <p class="titian-day__facts">
        {row.planned.length === 0
          ? null
          : `${t({ id: 'Jadwal', en: 'Planned' })} ${row.planned
              .map(({ start, end }) => `${clockOf(language, start)}–${clockOf(language, end)}`)
              .join(', ')}. `}
        {row.minutesLeft === null
          ? null
          : `${t({ id: 'Sisa', en: 'Still to do:' })} ${durationInWords(language, row.minutesLeft)}.`}
      </p>
      {row.sessions.map((session) => (
        <SessionLine session={session} unsent={isUnsent} />
      ))}
      {isUnsent ? (
        <p class="titian-day__unsent">
          <span aria-hidden="true">◌ </span>
          {t({ id: 'Tersimpan di telepon ini, belum terkirim.', en: 'Kept on this phone, not sent yet.' })}
        </p>
      ) : null}
      <NextSteps row={row} {...props} />
      {props.offline ? null : <PersonLink row={row} />}
    </li>
  );
}

/** Everything else that this desk may write down about somebody stands on their own page. */
function PersonLink({ row }: { readonly row: DayPerson }) {
  const t = useWords();
  return (
    <p class="titian-day__facts titian-screen-only">
      <a class="govuk-link" href={personPath(row.personId)}>
        {t({ id: 'Halaman orang ini', en: 'Page of this person' })}
        <span class="govuk-visually-hidden">: {nameOf(row.name, t)}</span>
      </a>
    </p>
  );
}

export const clockOf = (language: 'id' | 'en', clock: string): string =>
  clockInWords(language, `2026-01-01T${clock}`);

/** What came of a session: from when to when, what counted and what did not. */
export function SessionLine({ session, unsent }: { readonly session: Session; readonly unsent: boolean }) {
  const t = useWords();
  const { language } = useDay();
  const start = clockInWords(language, session.start);
  if (session.end === null) {
    return <p class="titian-day__facts">{`${t({ id: 'Datang pukul', en: 'Arrived at' })} ${start}.`}</p>;
  }
  const times = `${start}–${clockInWords(language, session.end)}`;
  // Before the server has decided, nobody says what counts.
  if (unsent && session.status !== 'CONFIRMED' && session.minutes === 0) {
    return <p class="titian-day__facts">{times}</p>;
  }
  const status = SESSION_WORDS[session.status];
  return (
    <p class="titian-day__facts">
      {times}. {t({ id: 'Dihitung', en: 'Counted' })}{' '}
      <strong>{durationInWords(language, session.creditedMinutes)}</strong>.{' '}
      {session.notCredited.map(
        ({ minutes, reason }) =>
          `${t({ id: 'Tidak dihitung', en: 'Not counted' })} ${durationInWords(language, minutes)}: ${t(notCreditedWords(reason))}. `,
      )}
      {status === undefined ? null : `${t(status)}.`}
    </p>
  );
}

function NextSteps({ row, day, now, isToday, offline }: DayListProps & { readonly row: DayPerson }) {
  const t = useWords();
  const about = { personId: row.personId, caseId: row.caseId, date: day.date };
  const name = nameOf(row.name, t);
  const open = row.sessions.find(({ end }) => end === null);
  switch (row.state) {
    case 'NOT_STARTED':
      return (
        <p class="titian-day__facts">
          {t({
            id: 'Jaksa belum mencatat mulai pelaksanaan (BA-17). Hubungi kejaksaan sebelum orang ini bekerja.',
            en: 'The prosecutor has not recorded the beginning (BA-17). Ask the prosecution office before this person works.',
          })}
        </p>
      );
    case 'HERE':
      return open === undefined ? null : (
        <LeaveForm about={about} session={open} day={day} row={row} now={now} isToday={isToday} name={name} />
      );
    case 'LEFT':
      return (
        <>
          {row.sessions
            .filter(({ status, sessionId }) => status === 'RECORDED' && sessionId !== '')
            .map(({ sessionId }) => (
              <WordOn about={{ ...about, sessionId }} name={name} offline={offline} />
            ))}
          {isToday ? (
            <ActMore summary={t({ id: 'Datang lagi hari ini', en: 'Came again today' })}>
              <ActForm kind="arrive" about={about}>
                <ClockField name="time" about={about} label={t({ id: 'Pukul', en: 'At' })} value={now} />
                <ActButton of={name}>{t({ id: 'Catat datang', en: 'Record arrival' })}</ActButton>
              </ActForm>
            </ActMore>
          ) : null}
        </>
      );
    default:
      return <Arrival row={row} about={about} day={day} now={now} isToday={isToday} name={name} />;
  }
}

/** Came or did not come; for an earlier date, from when to when. */
export function Arrival({
  row,
  about,
  day,
  now,
  isToday,
  name,
}: Pick<DayListProps, 'day' | 'now' | 'isToday'> & {
  readonly row: Pick<DayPerson, 'state' | 'planned' | 'personId' | 'caseId'>;
  readonly about: { readonly personId: string; readonly caseId: string; readonly date: string };
  readonly name: string;
}) {
  const t = useWords();
  const mayBeAbsent = row.state === 'EXPECTED';
  // Something is recorded already: that they came after all is said on purpose, not by a thumb.
  const isSettled = row.state === 'ABSENT' || row.state === 'EXCUSED';
  const came = { id: 'Datang', en: 'Arrived' };
  return (
    <>
      <div class="titian-day__thumbs">
        {isToday && !isSettled ? (
          <ActForm kind="arrive" about={about}>
            <ActButton of={name}>{t(came)}</ActButton>
          </ActForm>
        ) : null}
        {mayBeAbsent ? (
          <ActForm kind="absent" about={about}>
            <ActButton of={name} secondary>
              {t({ id: 'Tidak datang', en: 'Did not come' })}
            </ActButton>
          </ActForm>
        ) : null}
      </div>
      {isToday ? (
        <ActMore
          summary={t(
            isSettled
              ? { id: 'Ternyata datang', en: 'Came after all' }
              : { id: 'Datang pada jam lain', en: 'Arrived at another time' },
          )}
        >
          <ActForm kind="arrive" about={about}>
            <ClockField name="time" about={about} label={t({ id: 'Pukul', en: 'At' })} value={now} />
            <ActButton of={name}>{t({ id: 'Catat datang', en: 'Record arrival' })}</ActButton>
          </ActForm>
        </ActMore>
      ) : (
        <RecordForm about={about} day={day} planned={row.planned} name={name} />
      )}
    </>
  );
}

/** The site's word on hours that are recorded: yes, or no with a reason. */
export function WordOn({
  about,
  name,
  offline,
}: {
  readonly about: {
    readonly personId: string;
    readonly caseId: string;
    readonly date: string;
    readonly sessionId: string;
  };
  readonly name: string;
  readonly offline: boolean;
}) {
  const t = useWords();
  return (
    <>
      <div class="titian-day__thumbs">
        <ActForm kind="confirm" about={about}>
          <ActButton of={name}>{t({ id: 'Tegaskan jam', en: 'Confirm hours' })}</ActButton>
        </ActForm>
      </div>
      {offline ? null : <DisputeForm about={about} name={name} />}
    </>
  );
}
