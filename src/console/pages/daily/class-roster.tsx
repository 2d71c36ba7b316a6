/** Who sits in a class, and when it meets. */
import { commandPath } from '../../addresses.ts';
import { type OpenClass, type SeatView, seatName, seatsInOrder } from '../../daily/class-view.ts';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Table } from '../../parts/structure.tsx';
import { DateText, Tag, Text } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { weekdayName, wholeInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import { valueWords } from '../../words/values.ts';
import type { Words } from '../../words/words.ts';

export function Roster({ open, role }: { readonly open: OpenClass; readonly role: TokenRole }) {
  const t = useWords();
  const { language } = useRendering();
  const { view } = open;
  const target = { kind: 'class', id: view.id } as const;
  const actions = ({ enrolmentId, status, needs, readyNeeds }: SeatView) => {
    const prefill = { enrolmentId };
    const name = seatName(open, enrolmentId);
    const links: [string, Words][] = [
      ...(status === 'HELD' ? [['confirm-seat', { id: 'Pastikan', en: 'Confirm' }] as [string, Words]] : []),
      ...(needs.some((need) => !readyNeeds.includes(need))
        ? [['ready-accommodation', { id: 'Akomodasi siap', en: 'Accommodation ready' }] as [string, Words]]
        : []),
      ['release-seat', { id: 'Lepaskan', en: 'Release' }],
    ];
    return (
      <ul class="govuk-list titian-inline-list">
        {links.map(([command, words]) => (
          <li>
            <a class="govuk-link" href={commandPath(target, command, prefill)}>
              {t(words)}
              <span class="govuk-visually-hidden">: {name}</span>
            </a>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <>
      {open.namesProblem === undefined ? null : <Unavailable problem={open.namesProblem} />}
      <Table
        caption={t({ id: 'Peserta', en: 'Participants' })}
        rows={seatsInOrder(open)}
        empty={t({ id: 'Belum ada peserta di kelas ini.', en: 'Nobody sits in this class yet.' })}
        columns={[
          {
            head: t({ id: 'Peserta', en: 'Participant' }),
            names: true,
            cell: ({ enrolmentId }) => seatName(open, enrolmentId),
          },
          {
            head: t({ id: 'Kursi', en: 'Seat' }),
            cell: ({ status, heldUntil }) => (
              <>
                <Tag meaning={stageMeaning('seat', status)}>{t(stageWords('seat', status))}</Tag>
                {heldUntil === null ? null : (
                  <>
                    {' '}
                    {t({ id: 'sampai', en: 'until' })} <DateText date={heldUntil} />
                  </>
                )}
              </>
            ),
          },
          {
            head: t({ id: 'Akomodasi', en: 'Accommodation' }),
            cell: ({ needs, readyNeeds }) =>
              needs.length === 0
                ? '–'
                : needs.map((need) => (
                    <div>
                      {t(valueWords('needs', need))}{' '}
                      <Tag meaning={readyNeeds.includes(need) ? 'done' : 'due'}>
                        {readyNeeds.includes(need)
                          ? t({ id: 'siap', en: 'ready' })
                          : t({ id: 'belum siap', en: 'not ready' })}
                      </Tag>
                    </div>
                  )),
          },
          {
            head: t({ id: 'Hadir', en: 'Attended' }),
            numeric: true,
            cell: ({ attendedJp }) => `${wholeInWords(language, attendedJp)} JP`,
          },
          {
            head: t({ id: 'Tidak hadir', en: 'Missed' }),
            numeric: true,
            cell: ({ missedJp }) => `${wholeInWords(language, missedJp)} JP`,
          },
          {
            head: t({ id: 'Unit tuntas', en: 'Units achieved' }),
            numeric: true,
            cell: ({ units, keptUnits }) =>
              `${new Set([...units, ...keptUnits]).size} ${t({ id: 'dari', en: 'of' })} ${view.units.length}`,
          },
          ...(role === 'TRAINING_CENTRE_ADMINISTRATOR' &&
          view.status !== 'FINISHED' &&
          view.status !== 'CANCELLED'
            ? [{ head: t({ id: 'Tindakan', en: 'Actions' }), cell: actions }]
            : []),
        ]}
      />
    </>
  );
}

export function Timetable({ open: { view } }: { readonly open: OpenClass }) {
  const t = useWords();
  const { language } = useRendering();
  const { weekly, dated, except } = view.timetable;
  const clock = (start: string) => (language === 'id' ? start.replace(':', '.') : start);
  return (
    <section aria-labelledby="timetable">
      <h2 class="govuk-heading-m" id="timetable">
        <Text of={{ id: 'Jadwal', en: 'Timetable' }} />
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {weekly.map(({ weekday, start, jp }) => (
          <li>
            {weekdayName(language, weekday)}, {clock(start)}, {jp} JP
          </li>
        ))}
        {dated.map(({ date, start, jp }) => (
          <li>
            <DateText date={date} />, {clock(start)}, {jp} JP
          </li>
        ))}
      </ul>
      {except.length === 0 ? null : (
        <p class="govuk-body">
          {t({ id: 'Tidak ada kelas pada', en: 'No class on' })}:{' '}
          {except.map((date, at) => (
            <>
              {at === 0 ? '' : ', '}
              <DateText date={date} />
            </>
          ))}
        </p>
      )}
    </section>
  );
}
