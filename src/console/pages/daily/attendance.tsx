/** Attendance at a site: the list of a day, and what its buttons do where no script runs. */
import type { AttendanceDay } from '../../../api/attendance-view.ts';
import { addDays, localDateTimeOf, momentAt } from '../../../domain/time/index.ts';
import { must } from '../../api.ts';
import type { Act, ActResult } from '../../daily/act.ts';
import { actOfForm } from '../../daily/act-of-form.ts';
import { AttendanceData } from '../../daily/attendance-data.tsx';
import { DONE_WORDS, isActKind, nameOf } from '../../daily/attendance-words.ts';
import { DayContext } from '../../daily/day-context.ts';
import { DayList } from '../../daily/day-list.tsx';
import { performAct } from '../../daily/perform-act.ts';
import { cardId } from '../../daily/person-card.tsx';
import { fieldText, type PageResult, type Shown, type SignedIn } from '../../page.ts';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Link, Success } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { countInWords, dayAndDate, durationInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';

export const ATTENDANCE_ROLES = ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'] as const;

export const ownSite = ({ session }: SignedIn): string => session.actor.site ?? session.actor.office;

export const actDesk = (asked: SignedIn) => ({
  ...{ api: asked.api, world: asked.session.world, now: asked.now, siteId: ownSite(asked) },
});

const TITLE: Words = { id: 'Kehadiran', en: 'Attendance' };

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** A date from an address; anything else is today. */
const dateAsked = ({ query }: SignedIn): string | undefined =>
  isDate(query.date ?? '') ? query.date : undefined;

export async function openAttendance(
  asked: SignedIn,
  accountOf: (asked: SignedIn) => string,
): Promise<PageResult> {
  const date = dateAsked(asked);
  return showDay(asked, accountOf, date === undefined ? {} : { date });
}

interface Extra {
  readonly date?: string;
  /** What went wrong with the form that was just sent. */
  readonly failed?: { readonly act: Partial<Act>; readonly sentence: Words; readonly next?: Words };
  readonly status?: number;
}

async function showDay(
  asked: SignedIn,
  accountOf: (asked: SignedIn) => string,
  { date, failed, status }: Extra,
): Promise<Shown> {
  const siteName = await asked.book.nameOf(ownSite(asked));
  const answer = await asked.api.get<AttendanceDay>('/api/v1/attendance', {
    world: asked.session.world,
    ...(date === undefined ? {} : { date }),
  });
  if (!answer.ok && answer.problem.code === 'NOT_FOUND') return notASite(siteName);
  const day = must(answer);
  const now = localDateTimeOf(momentAt(asked.now, day.zone)).slice(0, 16);
  const isToday = day.date === now.slice(0, 10);
  return {
    title: TITLE,
    within: '/attendance',
    scripts: ['attendance'],
    ...(status === undefined ? {} : { status }),
    body: (
      <>
        {failed === undefined ? null : <Failed day={day} {...failed} />}
        <Done day={day} did={asked.query.did} who={asked.query.who} session={asked.query.session} />
        <Heading caption={siteName}>
          <Text of={TITLE} />
        </Heading>
        <DateLine date={day.date} today={now.slice(0, 10)} />
        <div id="attendance-sync" />
        <div id="attendance-list">
          <DayContext.Provider value={{ language: asked.language, formToken: asked.formToken }}>
            <DayList day={day} now={now} isToday={isToday} unsent={new Set()} offline={false} />
          </DayContext.Provider>
        </div>
        <BulkLink day={day} />
        <AttendanceData
          {...{ day, now: asked.now, account: accountOf(asked), formToken: asked.formToken, siteName }}
        />
      </>
    ),
  };
}

const notASite = (siteName: string): Shown => ({
  title: TITLE,
  within: '/attendance',
  body: (
    <>
      <Heading caption={siteName}>
        <Text of={TITLE} />
      </Heading>
      <p class="govuk-body titian-empty">
        <Text
          of={{
            id: 'Balai Anda bukan lokasi kerja sosial. Kehadiran peserta pelatihan dicatat pada kelasnya.',
            en: 'Your centre is not a community-service site. Attendance of trainees is recorded with their class.',
          }}
        />
      </p>
      <p class="govuk-body">
        <Link href="/classes">
          <Text of={{ id: 'Lihat kelas', en: 'See classes' }} />
        </Link>
      </p>
    </>
  ),
});

function DateLine({ date, today }: { readonly date: string; readonly today: string }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <div class="titian-day__date">
      <p class="govuk-body-l">
        <time dateTime={date}>{dayAndDate(language, date)}</time>
      </p>
      <nav aria-label={t({ id: 'Tanggal lain', en: 'Other dates' })}>
        <Link href={`/attendance?date=${addDays(date, -1)}`}>
          {t({ id: 'Hari sebelumnya', en: 'Day before' })}
        </Link>
        {date === today ? null : <Link href="/attendance">{t({ id: 'Hari ini', en: 'Today' })}</Link>}
        {date < today && addDays(date, 1) !== today ? (
          <Link href={`/attendance?date=${addDays(date, 1)}`}>
            {t({ id: 'Hari berikutnya', en: 'Day after' })}
          </Link>
        ) : null}
      </nav>
    </div>
  );
}

/** The person is named, and what counts now is said. */
function Done({
  day,
  did = '',
  who,
  session,
}: {
  readonly day: AttendanceDay;
  readonly did: string | undefined;
  readonly who: string | undefined;
  readonly session: string | undefined;
}) {
  const t = useWords();
  const { language } = useRendering();
  if (!isActKind(did)) return null;
  const row = day.people.find(({ personId }) => personId === who);
  if (row === undefined) return null;
  const shown = row.sessions.find(({ sessionId }) => sessionId === session) ?? row.sessions.at(-1);
  const counts = did !== 'arrive' && did !== 'absent' && shown !== undefined && shown.end !== null;
  return (
    <Success title={`${nameOf(row.name, t)}: ${t(DONE_WORDS[did])}.`}>
      {counts && row.minutesLeft !== null ? (
        <p class="govuk-body">
          {t({ id: 'Dihitung', en: 'Counted' })} {durationInWords(language, shown.creditedMinutes)};{' '}
          {t({ id: 'sisa', en: 'left' })} {durationInWords(language, row.minutesLeft)}.
        </p>
      ) : null}
    </Success>
  );
}

function Failed({
  day,
  act,
  sentence,
  next,
}: NonNullable<Extra['failed']> & { readonly day: AttendanceDay }) {
  const t = useWords();
  const row = [...day.people, ...day.toConfirm, ...day.missing].find(
    ({ personId }) => personId === act.personId,
  );
  const who = row === undefined ? '' : `${nameOf(row.name, t)}: `;
  const field =
    row === undefined || act.caseId === undefined ? {} : { field: cardId(row.personId, act.caseId) };
  return (
    <>
      <ErrorSummary errors={[{ text: `${who}${t(sentence)}`, ...field }]} />
      {next === undefined ? null : <p class="govuk-body">{t(next)}</p>}
    </>
  );
}

/** Several alike at once: the list of them with ticks. */
function BulkLink({ day }: { readonly day: AttendanceDay }) {
  const t = useWords();
  const { language } = useRendering();
  const sessions = { id: 'sesi', en: ['session', 'sessions'] } as const;
  const people = { id: 'orang', en: ['person', 'people'] } as const;
  const toConfirm = day.toConfirm.filter(({ status }) => status === 'RECORDED').length;
  const absent = day.people.filter(({ state }) => state === 'EXPECTED').length + day.missing.length;
  return (
    <ul class="govuk-list titian-screen-only">
      {toConfirm < 2 ? null : (
        <li>
          <Link href="/bulk/confirm-sessions">
            {t({ id: 'Tegaskan sekaligus', en: 'Confirm together' })}:{' '}
            {countInWords(language, toConfirm, sessions)}
          </Link>
        </li>
      )}
      {absent < 2 ? null : (
        <li>
          <Link href={`/bulk/no-shows?date=${day.date}`}>
            {t({ id: 'Catat tidak datang sekaligus', en: 'Record as not come together' })}:{' '}
            {countInWords(language, absent, people)}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** One form of the list was sent: without scripts, or with one that reads the page anew afterwards. */
export async function sendAttendance(
  asked: SignedIn,
  accountOf: (asked: SignedIn) => string,
): Promise<PageResult> {
  const field = (name: string): string => fieldText(asked.form, name).trim();
  const read = actOfForm(field, asked.now, asked.zone);
  if (!read.ok) {
    // Of the day that it was about, and beside the person: both stood in the form, whatever else was wrong in it.
    const [date, personId, caseId] = [field('date'), field('personId'), field('caseId')];
    const failed = { act: { personId, caseId }, sentence: read.error };
    return showDay(asked, accountOf, { ...(isDate(date) ? { date } : {}), failed, status: 422 });
  }
  const { act } = read;
  const result = await performAct(actDesk(asked), act, false);
  if (result.outcome === 'recorded' || result.outcome === 'known') {
    return { redirect: `/attendance?${new URLSearchParams(afterwards(act))}` };
  }
  return showDay(asked, accountOf, {
    ...{ date: act.date, status: result.outcome === 'later' ? 503 : 409 },
    failed: { act, ...sentenceOf(result) },
  });
}

function afterwards({ kind, personId, date, sessionId }: Act): { [name: string]: string } {
  return { date, did: kind, who: personId, ...(sessionId === undefined ? {} : { session: sessionId }) };
}

export function sentenceOf({ sentence, next }: ActResult): { sentence: Words; next?: Words } {
  return {
    sentence: sentence ?? {
      id: 'Belum dapat dicatat. Coba lagi sebentar lagi; catatan yang sama tidak dihitung dua kali.',
      en: 'This could not be recorded yet. Try again in a moment; the same entry never counts twice.',
    },
    ...(next === undefined ? {} : { next }),
  };
}
