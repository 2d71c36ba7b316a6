/** Sentences about the execution of community service: order, window, pace, completion. */
import type { CommunityServiceEvents } from '../../domain/journey/events.ts';
import { HOUR_CREDIT, WINDOW_REASON } from './codes-service.ts';
import { about, type TemplatesOf, words } from './template.ts';

const execution = about('execution');

export const EXECUTION = {
  ExecutionOverdue: execution(
    'Batas menerbitkan perintah pelaksanaan (P-48) terlewati',
    'The time limit for the order to execute (P-48) passed',
  ),
  ExecutionOrdered: execution(
    'Perintah pelaksanaan (P-48) terbit',
    'The execution was ordered (P-48)',
    (d, t) =>
      words(
        `Perintah pelaksanaan (P-48) terbit pada ${t.date(d.orderedOn)}; hari pertama menghadap ${t.day(d.firstAppearanceOn)}`,
        `The execution was ordered (P-48) on ${t.date(d.orderedOn)}; first appearance on ${t.day(d.firstAppearanceOn)}`,
      ),
  ),
  FirstAppearanceMissed: execution(
    'Hari pertama menghadap lewat tanpa jadwal',
    'The day of the first appearance passed without a schedule',
  ),
  ExecutionStarted: execution('Pelaksanaan dimulai (BA-17)', 'The execution began (BA-17)', (d, t) => {
    const id = `Pelaksanaan dimulai pada ${t.date(d.startedOn)} (BA-17)`;
    const en = `The execution began on ${t.date(d.startedOn)} (BA-17)`;
    if (d.windowEndsAt === null) return words(id, en);
    const end = t.dayOf(d.windowEndsAt);
    return words(`${id}; jangka waktu berakhir pada ${end}`, `${en}; the window ends on ${end}`);
  }),
  ExecutionSuspended: execution('Pelaksanaan ditunda', 'The execution was put on hold', (d, t) =>
    d.resumeAt === null
      ? words(
          'Pelaksanaan ditunda sampai ada keputusan',
          'The execution was put on hold until further notice',
        )
      : words(
          `Pelaksanaan ditunda; dilanjutkan pada ${t.dayOf(d.resumeAt)}`,
          `The execution was put on hold; it is to go on from ${t.dayOf(d.resumeAt)}`,
        ),
  ),
  ExecutionResumed: execution('Pelaksanaan dilanjutkan', 'The execution went on'),
  SuspensionResumeDue: execution(
    'Masa tunda berakhir; pelaksanaan perlu dilanjutkan',
    'The hold was to end; the execution should go on',
  ),
  WindowChanged: execution('Jangka waktu pelaksanaan diubah', 'The completion window was changed', (d, t) =>
    words(
      `Jangka waktu pelaksanaan diubah ${t.of(WINDOW_REASON, d.reason)}: sampai ${t.dayOf(d.windowEndsAt)}`,
      `The completion window was changed ${t.of(WINDOW_REASON, d.reason)}: until ${t.dayOf(d.windowEndsAt)}`,
    ),
  ),
  PaceChecked: execution('Laju mingguan diperiksa', 'The weekly pace was looked at', (d, t) => {
    const left = t.hours(d.minutesLeft);
    const days = t.days(d.daysLeft);
    const weekly = t.hours(d.requiredMinutesPerWeek);
    const id = `Sisa ${left} dalam ${days}; perlu ${weekly} seminggu`;
    const en = `What was left: ${left} in ${days}; that needs ${weekly} a week`;
    return d.behind ? words(`Laju tertinggal. ${id}`, `Behind pace. ${en}`) : words(id, en);
  }),
  WindowWarningRaised: execution(
    'Diingatkan: jangka waktu hampir berakhir',
    'A warning was given: the window ends soon',
    (d, t) => {
      const days = t.days(d.points.at(-1));
      const left = t.hours(d.minutesLeft);
      return words(
        `Diingatkan: ${days} lagi jangka waktu berakhir, sisa ${left}`,
        `A warning was given: ${days} until the window ends, ${left} left`,
      );
    },
  ),
  WindowEnded: execution('Jangka waktu pelaksanaan berakhir', 'The completion window ended', (d, t) =>
    d.minutesShort === 0
      ? words('Jangka waktu berakhir dengan semua jam terpenuhi', 'The window ended with all hours served')
      : words(
          `Jangka waktu berakhir; masih kurang ${t.hours(d.minutesShort)}`,
          `The window ended with ${t.hours(d.minutesShort)} missing`,
        ),
  ),
  HourCreditPolicySet: execution(
    'Ditetapkan apakah jam pelatihan dihitung',
    'It was set whether training hours count',
    (d, t) =>
      words(`Ditetapkan: ${t.of(HOUR_CREDIT, d.policy)}`, `It was set that ${t.of(HOUR_CREDIT, d.policy)}`),
  ),
  MeasureCompleted: execution(
    'Tindakan pelatihan kerja dinyatakan selesai',
    'The court-ordered training was declared complete',
  ),
  ObligationCompleted: execution('Semua jam terpenuhi', 'All hours were served', (d, t) => {
    if (d.creditedMinutes === 0)
      return words(
        'Kewajiban selesai; tidak ada jam yang tersisa',
        'The obligation was met; no hours are left',
      );
    const done = t.hours(d.creditedMinutes);
    if (d.surplusMinutes === 0)
      return words(`Semua jam terpenuhi: ${done} diakui`, `All hours were served: ${done} credited`);
    const more = t.hours(d.surplusMinutes);
    return words(
      `Semua jam terpenuhi: ${done} diakui, kelebihan ${more} tidak dihitung`,
      `All hours were served: ${done} credited, ${more} beyond them do not count`,
    );
  }),
  SignatureChased: execution(
    'Tanda tangan berita acara selesai ditagih',
    'The signature under the completion minutes was chased',
  ),
  CompletionMinuted: execution('Berita acara selesai ditandatangani', 'The completion minutes were signed'),
} satisfies Partial<TemplatesOf<CommunityServiceEvents>>;
