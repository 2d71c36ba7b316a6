/**
 * The list of a day at a site, with its buttons. One component for two places: the server renders it for everybody,
 * and a phone renders it again where something waits to be sent (browser/attendance.ts).
 */
import type { ComponentChildren } from 'preact';
import type { AttendanceDay } from '../../api/attendance-view.ts';
import type { LocalDateTime } from '../../domain/time/moment.ts';
import { dayAndDate } from '../words/amounts.ts';
import { useDay, useWords } from './day-context.ts';
import { expectedPeople, otherPeople } from './day-rows.ts';
import { PersonCard } from './person-card.tsx';
import { MissingCard, WaitingCard } from './waiting-cards.tsx';

export interface DayListProps {
  readonly day: AttendanceDay;
  /** On the clock of the site. */
  readonly now: LocalDateTime;
  readonly isToday: boolean;
  /** Persons of whom something waits on this phone. */
  readonly unsent: ReadonlySet<string>;
  /** On a page that does not say it: where this is. */
  readonly siteName?: string;
  /** No network: what needs one is not offered. */
  readonly offline: boolean;
}

export function DayList(props: DayListProps) {
  const t = useWords();
  const { language } = useDay();
  const { day } = props;
  const expected = expectedPeople(day);
  const others = otherPeople(day);
  return (
    <>
      {props.siteName === undefined ? null : (
        <p class="govuk-body-l">
          {props.siteName}, {dayAndDate(language, day.date)}
        </p>
      )}
      <DayNotice day={day} />
      <Section
        id="expected"
        title={t({ id: 'Siapa datang', en: 'Who comes' })}
        count={expected.length}
        empty={
          day.open
            ? t({
                id: 'Tidak ada orang yang dijadwalkan pada tanggal ini.',
                en: 'Nobody is planned for this date.',
              })
            : t({ id: 'Lokasi tutup pada tanggal ini.', en: 'The site is closed on this date.' })
        }
      >
        {expected.map((row) => (
          <PersonCard key={`${row.personId}/${row.caseId}`} row={row} {...props} />
        ))}
      </Section>
      {day.toConfirm.length === 0 ? null : (
        <Section
          id="to-confirm"
          title={t({ id: 'Menunggu kata Anda', en: 'Waiting for your word' })}
          count={day.toConfirm.length}
        >
          {day.toConfirm.map((row) => (
            <WaitingCard key={`${row.personId}/${row.sessionId}`} row={row} {...props} />
          ))}
        </Section>
      )}
      {day.missing.length === 0 ? null : (
        <Section
          id="missing"
          title={t({ id: 'Belum dicatat', en: 'Nothing recorded yet' })}
          count={day.missing.length}
        >
          {day.missing.map((row) => (
            <MissingCard key={`${row.personId}/${row.date}`} row={row} {...props} />
          ))}
        </Section>
      )}
      {others.length === 0 ? null : (
        <details class="govuk-details titian-day__others">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {t({ id: 'Orang lain yang ditempatkan di sini', en: 'Others who are placed here' })} (
              {others.length})
            </span>
          </summary>
          <ul class="titian-day">
            {others.map((row) => (
              <PersonCard key={`${row.personId}/${row.caseId}`} row={row} {...props} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Section({
  id,
  title,
  count,
  empty,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly empty?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={id} class="titian-day__part">
      <h2 class="govuk-heading-m" id={id}>
        {title} ({count})
      </h2>
      {count === 0 ? <p class="govuk-body titian-empty">{empty}</p> : <ul class="titian-day">{children}</ul>}
    </section>
  );
}

function DayNotice({ day }: { readonly day: AttendanceDay }) {
  const t = useWords();
  if (!day.suspended) return null;
  return (
    <p class="govuk-body titian-empty">
      {t({
        id: 'Lokasi ini sedang dihentikan: tidak ada jam yang dapat dicatat. Hubungi kejaksaan.',
        en: 'This site is suspended: no hours can be recorded. Ask the prosecution office.',
      })}
    </p>
  );
}
