/** Sentences about the way out of prison: integration, release, aftercare, the end of the case. */

import type { PrisonEvents } from '../../domain/journey/prison/events.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { AFTERCARE_END, PRISON_CLOSED, RELEASE, REVOKED, WAY } from './codes-custody.ts';
import type { Telling } from './telling.ts';
import { about, type TemplatesOf, words } from './template.ts';

const prison = about('prison');
const keeping = about('keeping');

const granted =
  (id: string, en: string) =>
  ({ from, probationEndsOn }: { from: LocalDate; probationEndsOn: LocalDate }, t: Telling) =>
    words(
      `${id} diberikan mulai ${t.date(from)}; masa percobaan sampai ${t.date(probationEndsOn)}`,
      `${en} was granted from ${t.date(from)}; probation until ${t.date(probationEndsOn)}`,
    );

export const WAY_OUT = {
  AssimilationGranted: prison('Asimilasi diberikan', 'Assimilation was granted', ({ from }, t) =>
    words(`Asimilasi diberikan mulai ${t.date(from)}`, `Assimilation was granted from ${t.date(from)}`),
  ),
  ConditionalReleaseGranted: prison(
    'Pembebasan bersyarat diberikan',
    'Conditional release was granted',
    granted('Pembebasan bersyarat', 'Conditional release'),
  ),
  ConditionalLeaveGranted: prison(
    'Cuti bersyarat diberikan',
    'Conditional leave was granted',
    granted('Cuti bersyarat', 'Conditional leave'),
  ),
  PreReleaseLeaveGranted: prison(
    'Cuti menjelang bebas diberikan',
    'Leave before release was granted',
    granted('Cuti menjelang bebas', 'Leave before release'),
  ),
  ReleaseRecorded: prison('Pembebasan dicatat', 'The release was recorded', (d, t) =>
    words(
      `Keluar dari Lapas pada ${t.date(d.on)}: ${t.of(RELEASE, d.kind)}; serah terima paling lambat ${t.dayOf(d.handOverDueAt)}`,
      `The person was released on ${t.date(d.on)} ${t.of(RELEASE, d.kind)}; hand-over due by ${t.dayOf(d.handOverDueAt)}`,
    ),
  ),
  ReleaseContactRecorded: prison('Kontak sesudah bebas dicatat', 'A contact after release was recorded'),
  ReleaseHandOverOverdue: prison(
    'Serah terima sesudah bebas terlambat',
    'The hand-over after release is overdue',
  ),
  ReleaseHandedOver: prison('Orangnya diserahterimakan', 'The person was handed over', (d, t) =>
    words(
      `Diserahterimakan kepada ${t.name(d.to)} pada ${t.date(d.on)}`,
      `The person was handed over to ${t.name(d.to)} on ${t.date(d.on)}`,
    ),
  ),
  ReleaseChaseEnded: prison(
    'Pencarian orangnya sesudah bebas berakhir tanpa hasil',
    'The search for the person after release ended without success',
  ),
  ClientAcceptedByBapas: prison('Bapas menerima klien', 'The probation office accepted the client', (d, t) =>
    words(
      `${t.name(d.probationOffice)} menerima klien pada ${t.date(d.on)}; lapor berikutnya paling lambat ${t.dayOf(d.reportDueAt)}`,
      `${t.name(d.probationOffice)} accepted the client on ${t.date(d.on)}; next report due by ${t.dayOf(d.reportDueAt)}`,
    ),
  ),
  AftercareReportRecorded: prison(
    'Wajib lapor dicatat',
    'A report to the probation office was recorded',
    (d, t) =>
      words(
        `Wajib lapor pada ${t.date(d.reportedOn)} dicatat: ${t.of(WAY, d.way)}`,
        `The person reported on ${t.date(d.reportedOn)} ${t.of(WAY, d.way)}`,
      ),
  ),
  AftercareReportOverdue: prison(
    'Wajib lapor terlewat',
    'A report to the probation office was missed',
    (d, t) =>
      words(
        `Wajib lapor tanggal ${t.date(d.dueOn)} terlewat`,
        `The report due on ${t.date(d.dueOn)} was missed`,
      ),
  ),
  ProbationEndReached: prison('Masa percobaan berakhir', 'The probation period ended', ({ on }, t) =>
    words(`Masa percobaan berakhir pada ${t.date(on)}`, `The probation period ended on ${t.date(on)}`),
  ),
  AftercareEnded: prison('Pembimbingan Bapas selesai', 'The aftercare ended', (d, t) =>
    words(
      `Pembimbingan Bapas selesai pada ${t.date(d.on)} karena ${t.of(AFTERCARE_END, d.reason)}`,
      `The aftercare ended on ${t.date(d.on)} because ${t.of(AFTERCARE_END, d.reason)}`,
    ),
  ),
  ConditionalReleaseRevoked: prison(
    'Pembebasan bersyarat dicabut',
    'The conditional release was revoked',
    (d, t) =>
      words(
        `Pembebasan bersyarat dicabut pada ${t.date(d.on)} karena ${t.of(REVOKED, d.ground)}`,
        `The conditional release was revoked on ${t.date(d.on)} because ${t.of(REVOKED, d.ground)}`,
      ),
  ),
  PrisonCaseClosed: prison('Berkas Lapas ditutup', 'The prison case was closed', ({ reason }, t) =>
    words(
      `Berkas Lapas ditutup karena ${t.of(PRISON_CLOSED, reason)}`,
      `The prison case was closed because ${t.of(PRISON_CLOSED, reason)}`,
    ),
  ),
  PrisonRetentionEnded: keeping(
    'Masa simpan berkas Lapas berakhir. Tidak ada data yang dihapus karenanya',
    'The time for which the prison case is kept has ended. Nothing was erased by it',
  ),
} satisfies Partial<TemplatesOf<PrisonEvents>>;
