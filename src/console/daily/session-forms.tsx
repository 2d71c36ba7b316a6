/** The forms that ask for times: when somebody left, or a whole session of an earlier date. */
import type { AttendanceDay, PlannedSlot } from '../../api/attendance-view.ts';
import type { LocalDateTime } from '../../domain/time/moment.ts';
import { clockInWords, durationInWords } from '../words/amounts.ts';
import { type About, ActButton, ActForm, ActMore, ClockField, fieldId } from './act-forms.tsx';
import { useDay, useWords } from './day-context.ts';
import type { DayPerson } from './day-rows.ts';
import { workedMinutes } from './session-times.ts';

const BREAKS = [0, 15, 30, 60] as const;

/** Break minutes, each with the hours that would count for it. */
function BreakField({
  about,
  usual,
  countedOf,
}: {
  readonly about: About;
  readonly usual: number;
  /** Undefined where the times are not known yet. */
  readonly countedOf: (minutes: number) => number | undefined;
}) {
  const t = useWords();
  const { language } = useDay();
  const choices = BREAKS.some((one) => one === usual) ? BREAKS : [...BREAKS, usual];
  return (
    <fieldset class="govuk-fieldset titian-day__field">
      <legend class="govuk-fieldset__legend">{t({ id: 'Istirahat', en: 'Break' })}</legend>
      <div class="titian-day__choices">
        {choices.map((minutes) => {
          const counted = countedOf(minutes);
          const name =
            minutes === 0 ? t({ id: 'Tidak ada', en: 'None' }) : durationInWords(language, minutes);
          const id = fieldId(about, `break-${minutes}`);
          return (
            <label class="titian-day__choice" for={id}>
              <input id={id} type="radio" name="breakMinutes" value={minutes} checked={minutes === usual} />
              <span>
                {name}
                {counted === undefined
                  ? ''
                  : `: ${t({ id: 'dihitung', en: 'counts' })} ${durationInWords(language, counted)}`}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

export function LeaveForm({
  about,
  session,
  day,
  row,
  now,
  isToday,
  name,
}: {
  readonly about: About;
  readonly session: { readonly sessionId: string; readonly start: LocalDateTime };
  readonly day: AttendanceDay;
  readonly row: Pick<DayPerson, 'minutesLeft' | 'planned'>;
  readonly now: LocalDateTime;
  readonly isToday: boolean;
  readonly name: string;
}) {
  const t = useWords();
  const { language } = useDay();
  const whole = session.sessionId === '' ? about : { ...about, sessionId: session.sessionId };
  const [slot] = row.planned;
  const usual = slot?.breakMinutes ?? 0;
  const most = Math.min(day.dailyLimitMinutes, row.minutesLeft ?? day.dailyLimitMinutes);
  const counted = (minutes: number): number | undefined =>
    isToday && now > session.start
      ? Math.min(workedMinutes(session.start, now, minutes, day.breakUncreditedMinutes), most)
      : undefined;
  return (
    <details class="titian-day__leave">
      <summary class="govuk-button titian-thumb">
        {t({ id: 'Pulang', en: 'Leaves' })}
        <span class="govuk-visually-hidden">: {name}</span>
      </summary>
      <ActForm kind="leave" about={whole}>
        <input type="hidden" name="start" value={session.start} />
        <ClockField
          {...{ name: 'time', about: whole }}
          label={t({ id: 'Pulang pukul', en: 'Left at' })}
          value={isToday ? now : ''}
        />
        <BreakField about={whole} usual={usual} countedOf={counted} />
        {counted(usual) === undefined ? null : (
          <p class="titian-day__facts">
            {t({ id: 'Hitungan untuk pulang pukul', en: 'As counted for leaving at' })}{' '}
            {clockInWords(language, now)}.
          </p>
        )}
        <ActButton of={name}>{t({ id: 'Catat pulang', en: 'Record departure' })}</ActButton>
      </ActForm>
    </details>
  );
}

/** A whole session of an earlier date. */
export function RecordForm({
  about,
  day,
  planned,
  name,
}: {
  readonly about: About;
  readonly day: AttendanceDay;
  readonly planned: readonly PlannedSlot[];
  readonly name: string;
}) {
  const t = useWords();
  const [slot] = planned;
  const counted = (minutes: number): number | undefined =>
    slot === undefined
      ? undefined
      : Math.min(
          workedMinutes(
            ...([`${about.date}T${slot.start}`, `${about.date}T${slot.end}`] as const),
            ...([minutes, day.breakUncreditedMinutes] as const),
          ),
          day.dailyLimitMinutes,
        );
  return (
    <ActMore summary={t({ id: 'Datang: catat jamnya', en: 'Came: record the hours' })}>
      <ActForm kind="record" about={about}>
        <div class="titian-day__clocks">
          <ClockField
            name="startTime"
            about={about}
            label={t({ id: 'Datang', en: 'Arrived' })}
            value={slot?.start ?? ''}
          />
          <ClockField
            name="endTime"
            about={about}
            label={t({ id: 'Pulang', en: 'Left' })}
            value={slot?.end ?? ''}
          />
        </div>
        <BreakField about={about} usual={slot?.breakMinutes ?? 0} countedOf={counted} />
        <ActButton of={name}>{t({ id: 'Catat sesi', en: 'Record session' })}</ActButton>
      </ActForm>
    </ActMore>
  );
}
