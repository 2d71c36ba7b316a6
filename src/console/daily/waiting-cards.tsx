/** What still waits for the site: a departure that was forgotten, hours to confirm, a day without any record. */
import { dateOf } from '../../domain/time/index.ts';
import { dayAndDate, readingInWords } from '../words/amounts.ts';
import { nameOf } from './attendance-words.ts';
import { useDay, useWords } from './day-context.ts';
import type { DayListProps } from './day-list.tsx';
import { Arrival, clockOf, SessionLine, WordOn } from './person-card.tsx';
import { LeaveForm } from './session-forms.tsx';

export function WaitingCard({
  row,
  ...props
}: DayListProps & { readonly row: DayListProps['day']['toConfirm'][number] }) {
  const t = useWords();
  const { language } = useDay();
  const { personId, caseId, sessionId } = row;
  const about = { personId, caseId, sessionId, date: dateOf(row.start) };
  const name = nameOf(row.name, t);
  const isOpen = row.end === null;
  return (
    <li
      class={`titian-day__card titian-day__card--${isOpen ? 'overdue' : 'due'}`}
      id={`s-${personId}-${sessionId}`}
    >
      <div class="titian-day__head">
        <h3 class="govuk-heading-s" tabIndex={-1}>
          {name}
        </h3>
        <strong class={`titian-tag titian-tag--${isOpen ? 'overdue' : 'due'}`}>
          {isOpen
            ? t({ id: 'Lupa dicatat pulang', en: 'Departure forgotten' })
            : t({ id: 'Tegaskan dalam 2 hari', en: 'Confirm within 2 days' })}
        </strong>
      </div>
      <p class="titian-day__facts">
        {isOpen
          ? `${t({ id: 'Datang', en: 'Arrived' })} ${readingInWords(language, row.start)}.`
          : `${dayAndDate(language, dateOf(row.start))}.`}
      </p>
      {isOpen ? null : <SessionLine session={row} unsent={false} />}
      {isOpen ? (
        <LeaveForm
          {...{ about, name, session: row, day: props.day, now: props.now, isToday: false }}
          row={{ minutesLeft: null, planned: [] }}
        />
      ) : (
        <WordOn about={about} name={name} offline={props.offline} />
      )}
    </li>
  );
}

export function MissingCard({
  row,
  ...props
}: DayListProps & { readonly row: DayListProps['day']['missing'][number] }) {
  const t = useWords();
  const { language } = useDay();
  const { personId, caseId, date, planned } = row;
  return (
    <li class="titian-day__card titian-day__card--overdue" id={`m-${personId}-${date}`}>
      <div class="titian-day__head">
        <h3 class="govuk-heading-s" tabIndex={-1}>
          {nameOf(row.name, t)}
        </h3>
        <strong class="titian-tag titian-tag--overdue">
          {t({ id: 'Kehadiran belum dicatat', en: 'Attendance not recorded' })}
        </strong>
      </div>
      <p class="titian-day__facts">
        {dayAndDate(language, date)}
        {planned.map(({ start, end }) => `, ${clockOf(language, start)}–${clockOf(language, end)}`).join('')}.
      </p>
      <Arrival
        row={{ state: 'EXPECTED', planned, personId, caseId }}
        about={{ personId, caseId, date }}
        day={props.day}
        now={props.now}
        isToday={false}
        name={nameOf(row.name, t)}
      />
    </li>
  );
}
