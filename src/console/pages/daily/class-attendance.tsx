/** Attendance of a class as a grid: one outcome for all, exceptions singly, one save for the session. */

import { momentAt } from '../../../domain/time/index.ts';
import { entityPath } from '../../addresses.ts';
import type { ApiAnswer } from '../../api.ts';
import {
  commandsOf,
  jpField,
  nextClassDay,
  outcomeField,
  sessionsOf,
  usualDate,
} from '../../daily/attendance-grid.ts';
import { type OpenClass, openClass, seatName } from '../../daily/class-view.ts';
import { rejectionWords } from '../../daily/rejection-words.ts';
import { type FormFields, fieldText, type PageResult, type Shown, type SignedIn } from '../../page.ts';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { BackLink, Empty, Link, Success } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { dayAndDate } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';
import { SessionGrid } from './class-grid.tsx';
import { ClassHeading, ClassTabs } from './class-page.tsx';

export const CLASS_KEEPERS = ['INSTRUCTOR', 'TRAINING_CENTRE_ADMINISTRATOR'] as const;

const TITLE: Words = { id: 'Daftar hadir', en: 'Attendance' };

interface GridError {
  readonly text: string;
  readonly field?: string;
}

export async function openGrid(asked: SignedIn): Promise<PageResult> {
  const open = await openClass(asked);
  const today = momentAt(asked.now, open.view.zone).date;
  const wanted = asked.query.date ?? '';
  const date = /^\d{4}-\d\d-\d\d$/.test(wanted) ? wanted : usualDate(open.view, today);
  return shown(asked, open, date, []);
}

function shown(
  asked: SignedIn,
  open: OpenClass,
  date: string,
  errors: readonly GridError[],
  status?: number,
): Shown {
  const { view } = open;
  const today = momentAt(asked.now, view.zone).date;
  const path = `${entityPath('class', view.id)}/attendance`;
  return {
    title: { id: 'Daftar hadir kelas', en: 'Class attendance' },
    within: '/classes',
    before: <BackLink href={entityPath('class', view.id)} />,
    ...(status === undefined ? {} : { status }),
    body: (
      <>
        <ErrorSummary errors={errors} />
        {asked.query.saved === undefined ? null : <Saved count={Number(asked.query.saved)} />}
        <ClassHeading open={open}>
          <Text of={TITLE} />
        </ClassHeading>
        <ClassTabs classId={view.id} current={path} role={asked.session.actor.role} />
        <Days view={view} date={date} path={path} />
        {date > today ? (
          <Empty>
            <Text
              of={{
                id: 'Hari ini belum tiba: kehadiran dicatat pada harinya.',
                en: 'This day has not come yet: attendance is recorded on the day.',
              }}
            />
          </Empty>
        ) : (
          sessionsOf(view, date).map((session) => (
            <SessionGrid open={open} session={session} path={path} form={asked.form} />
          ))
        )}
        {sessionsOf(view, date).length > 0 ? null : (
          <Empty>
            <Text of={{ id: 'Tidak ada sesi pada tanggal ini.', en: 'There is no session on this date.' }} />
          </Empty>
        )}
      </>
    ),
  };
}

function Saved({ count }: { readonly count: number }) {
  const t = useWords();
  return (
    <Success title={t({ id: 'Daftar hadir tersimpan.', en: 'Attendance saved.' })}>
      <p class="govuk-body">
        {count} {t({ id: 'orang dicatat.', en: 'people recorded.' })}
      </p>
    </Success>
  );
}

function Days({
  view,
  date,
  path,
}: {
  readonly view: OpenClass['view'];
  readonly date: string;
  readonly path: string;
}) {
  const t = useWords();
  const { language } = useRendering();
  const [before, after] = [nextClassDay(view, date, -1), nextClassDay(view, date, 1)];
  return (
    <div class="titian-day__date">
      <p class="govuk-body-l">
        <time dateTime={date}>{dayAndDate(language, date)}</time>
      </p>
      <nav aria-label={t({ id: 'Hari kelas lain', en: 'Other days of the class' })}>
        {before === undefined ? null : (
          <Link href={`${path}?date=${before}`}>
            {t({ id: 'Hari kelas sebelumnya', en: 'Class day before' })}
          </Link>
        )}
        {after === undefined ? null : (
          <Link href={`${path}?date=${after}`}>
            {t({ id: 'Hari kelas berikutnya', en: 'Class day after' })}
          </Link>
        )}
      </nav>
    </div>
  );
}

interface Sent {
  readonly events: readonly { readonly type: string; readonly data?: unknown }[];
}

interface SheetData {
  readonly marks: readonly unknown[];
  readonly rejected: readonly { readonly enrolmentId: string; readonly code: string }[];
}

export async function saveGrid(asked: SignedIn): Promise<PageResult> {
  const open = await openClass(asked);
  const { view } = open;
  const [date, slot, id] = ['date', 'slot', 'id'].map((name) => fieldText(asked.form, name)) as [
    string,
    string,
    string,
  ];
  const say = (words: Words): string => words[asked.language];
  const session = /^\d{4}-\d\d-\d\d$/.test(date)
    ? sessionsOf(view, date).find(({ start }) => start === slot)
    : undefined;
  if (session === undefined) {
    const text = say({ id: 'Sesi ini tidak ada di jadwal kelas.', en: 'The timetable has no such session.' });
    return shown(asked, open, usualDate(view, momentAt(asked.now, view.zone).date), [{ text }], 422);
  }
  const { marks, corrections, wrongJp, overtaken } = commandsOf(view, session, (name) =>
    fieldText(asked.form, name),
  );
  if (wrongJp.length > 0) {
    const text = (enrolmentId: string) =>
      `${seatName(open, enrolmentId)}: ${say({ id: `isi JP dari 0 sampai ${session.jp}.`, en: `enter JP from 0 to ${session.jp}.` })}`;
    const errors = wrongJp.map((one) => ({
      text: text(one),
      field: `${outcomeField(one)}-${session.start}`,
    }));
    return shown(asked, open, date, errors, 422);
  }
  const errors = overtaken.map((one): GridError => {
    const words = {
      id: 'baru saja dicatat oleh meja lain; catatan itu tidak diubah. Periksa sekali lagi.',
      en: 'another desk has just recorded this; its mark was not changed. Check once more.',
    };
    return { text: `${seatName(open, one)}: ${say(words)}`, field: `${outcomeField(one)}-${session.start}` };
  });
  const path = `/api/v1/classes/${encodeURIComponent(view.id)}/commands`;
  const about = { sessionOn: date, slot };
  const told = (answer: ApiAnswer<Sent>, who?: string): void => {
    if (answer.ok) return;
    const { sentence, next } = answer.problem;
    errors.push({ text: `${who === undefined ? '' : `${who}: `}${say(sentence)} ${say(next)}` });
  };
  let recorded = 0;
  if (marks.length > 0) {
    const answer = await asked.api.send<Sent>(`${path}/record-attendance`, { data: { ...about, marks } }, id);
    told(answer);
    const sheet = answer.ok
      ? (answer.body.events.find(({ type }) => type === 'AttendanceRecorded')?.data as SheetData | undefined)
      : undefined;
    recorded += sheet?.marks.length ?? 0;
    for (const { enrolmentId, code } of sheet?.rejected ?? []) {
      errors.push({ text: `${seatName(open, enrolmentId)}: ${say(rejectionWords(code))}` });
    }
  }
  for (const mark of corrections) {
    const data = { ...about, ...mark };
    const answer = await asked.api.send<Sent>(
      `${path}/correct-attendance`,
      { data },
      `${id}.${mark.enrolmentId}`,
    );
    told(answer, seatName(open, mark.enrolmentId));
    if (answer.ok) recorded += 1;
  }
  if (errors.length > 0) {
    // Not over what another desk recorded meanwhile: that stands first, and is changed by a choice made anew.
    const form = withoutSeats(asked.form, overtaken);
    return shown({ ...asked, form }, await openClass(asked), date, errors, 409);
  }
  const saved = new URLSearchParams({ date, saved: String(recorded) });
  return { redirect: `${entityPath('class', view.id)}/attendance?${saved}` };
}

function withoutSeats(form: FormFields, seats: readonly string[]): FormFields {
  const names = new Set(seats.flatMap((one) => [outcomeField(one), jpField(one)]));
  return Object.fromEntries(Object.entries(form).filter(([name]) => !names.has(name)));
}
