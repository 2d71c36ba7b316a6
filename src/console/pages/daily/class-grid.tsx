/** One session of a class as a form: an outcome for all, and one for each who is an exception. */
import {
  ATTENDANCE_OUTCOME_CODES,
  ATTENDANCE_OUTCOMES,
} from '../../../domain/training-class/attendance-outcomes.ts';
import { sessionKey } from '../../../domain/training-class/timetable.ts';
import { newCommandId } from '../../daily/act.ts';
import { ALL_FIELD, type GridSession, jpField, outcomeField, wasField } from '../../daily/attendance-grid.ts';
import { type OpenClass, type SeatView, seatName, seatsInOrder } from '../../daily/class-view.ts';
import { type FormFields, fieldText } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Empty, Table } from '../../parts/structure.tsx';

const OUTCOMES = ATTENDANCE_OUTCOME_CODES.map((code) => ({ code, words: ATTENDANCE_OUTCOMES[code] }));

interface OfSeat {
  readonly open: OpenClass;
  readonly session: GridSession;
  readonly seat: SeatView;
  /** What was just sent and could not be taken: it stands again as it was. */
  readonly form: FormFields;
}

const markOf = ({ open, session, seat }: OfSeat) =>
  open.view.sheets[seat.enrolmentId]?.[sessionKey(session.date, session.start)];

const isSentAgain = ({ form, session }: Pick<OfSeat, 'form' | 'session'>): boolean =>
  fieldText(form, 'slot') === session.start;

function OutcomeField(props: OfSeat) {
  const t = useWords();
  const { open, session, seat, form } = props;
  const mark = markOf(props);
  const field = outcomeField(seat.enrolmentId);
  // "Like all" was recorded meanwhile where a mark stands there now.
  const chosen = (isSentAgain(props) && fieldText(form, field)) || (mark?.outcome ?? '');
  return (
    <select
      class="govuk-select titian-grid__select"
      name={field}
      id={`${field}-${session.start}`}
      aria-label={`${t({ id: 'Kehadiran', en: 'Attendance' })}: ${seatName(open, seat.enrolmentId)}`}
    >
      {mark === undefined ? (
        <option value="" selected={chosen === ''}>
          {t({ id: 'Seperti semua', en: 'Like all' })}
        </option>
      ) : null}
      {OUTCOMES.map(({ code, words }) => (
        <option value={code} selected={chosen === code}>
          {t(words)}
        </option>
      ))}
    </select>
  );
}

const JP = { id: 'JP bila tidak penuh', en: 'JP if not all' };

function JpField(props: OfSeat) {
  const t = useWords();
  const { open, seat, form } = props;
  const mark = markOf(props);
  const isPart = mark !== undefined && mark.jp !== mark.slotJp && mark.jp !== 0;
  const name = jpField(seat.enrolmentId);
  return (
    <label class="titian-grid__jp">
      <input
        class="govuk-input govuk-input--width-2"
        name={name}
        inputMode="numeric"
        value={
          isSentAgain(props) && Object.hasOwn(form, name)
            ? fieldText(form, name)
            : isPart
              ? String(mark.jp)
              : ''
        }
        aria-label={`${t(JP)}: ${seatName(open, seat.enrolmentId)}`}
      />
      <span>{t(JP)}</span>
    </label>
  );
}

export function SessionGrid({
  open,
  session,
  path,
  form,
}: {
  readonly open: OpenClass;
  readonly session: GridSession;
  readonly path: string;
  readonly form: FormFields;
}) {
  const t = useWords();
  const { language } = useRendering();
  const { view } = open;
  const key = sessionKey(session.date, session.start);
  const active = seatsInOrder(open).filter(({ status }) => status === 'ACTIVE');
  const unmarked = active.filter(({ enrolmentId }) => view.sheets[enrolmentId]?.[key] === undefined);
  const isSent = fieldText(form, 'slot') === session.start;
  const clock = language === 'id' ? session.start.replace(':', '.') : session.start;
  const caption = `${t({ id: 'Sesi pukul', en: 'Session at' })} ${clock}, ${session.jp} JP`;
  if (view.status !== 'RUNNING' || active.length === 0) {
    return (
      <Empty>
        {view.status === 'RUNNING'
          ? t({ id: 'Belum ada peserta yang mengikuti kelas ini.', en: 'Nobody attends this class yet.' })
          : t({
              id: 'Kehadiran dicatat selama kelas berjalan.',
              en: 'Attendance is recorded while a class runs.',
            })}
      </Empty>
    );
  }
  return (
    <Form action={path}>
      <input type="hidden" name="id" value={newCommandId('class')} />
      <input type="hidden" name="date" value={session.date} />
      <input type="hidden" name="slot" value={session.start} />
      {unmarked.length === 0 ? null : (
        <fieldset class="govuk-fieldset titian-grid__all">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            {caption}: {t({ id: 'untuk semua yang belum dicatat', en: 'for all who have no mark yet' })}
          </legend>
          <div class="titian-grid__choices">
            {OUTCOMES.map(({ code, words }) => (
              <label class="titian-day__choice">
                <input
                  type="radio"
                  name={ALL_FIELD}
                  value={code}
                  checked={isSent ? fieldText(form, ALL_FIELD) === code : code === 'PRESENT'}
                />
                <span>{code === 'PRESENT' ? t({ id: 'Semua hadir', en: 'All present' }) : t(words)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Table
        caption={unmarked.length === 0 ? caption : t({ id: 'Pengecualian', en: 'Exceptions' })}
        rows={active}
        empty=""
        columns={[
          {
            head: t({ id: 'Peserta', en: 'Participant' }),
            names: true,
            cell: ({ enrolmentId, needs }) => (
              <>
                {seatName(open, enrolmentId)}
                {needs.length === 0 ? null : (
                  <span class="govuk-hint titian-grid__hint">
                    {t({ id: 'dengan akomodasi', en: 'with accommodation' })}
                  </span>
                )}
              </>
            ),
          },
          {
            head: t({ id: 'Kehadiran', en: 'Attendance' }),
            cell: (seat) => (
              <div class="titian-grid__mark">
                <input
                  type="hidden"
                  name={wasField(seat.enrolmentId)}
                  value={markOf({ open, session, seat, form })?.outcome ?? ''}
                />
                <OutcomeField {...{ open, session, seat, form }} />
                <JpField {...{ open, session, seat, form }} />
              </div>
            ),
          },
        ]}
      />
      {unmarked.length === active.length ? null : (
        <p class="govuk-body">
          {t({
            id: 'Yang sudah dicatat dan Anda ubah menjadi perbaikan: catatan lama tetap terlihat di riwayat.',
            en: 'A mark that you change becomes a correction: the former one stays visible in the history.',
          })}
        </p>
      )}
      <Button>
        {unmarked.length === 0
          ? t({ id: 'Simpan perbaikan', en: 'Save corrections' })
          : t({ id: 'Simpan daftar hadir', en: 'Save attendance' })}
      </Button>
    </Form>
  );
}
