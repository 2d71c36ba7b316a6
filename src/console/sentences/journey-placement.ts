/** Sentences about placements and the checks that follow. */
import type { EmploymentEvents } from '../../domain/journey/employment/events.ts';
import { CHANNEL, CHECKED, FLAG, PLACEMENT, PLACEMENT_END } from './codes-work.ts';
import { about, type TemplatesOf, words } from './template.ts';

const work = about('work');

export const PLACEMENTS = {
  PlacementStarted: work('Mulai bekerja', 'A placement began', (d, t) => {
    const id = `Mulai bekerja pada ${t.date(d.startedOn)}: ${t.of(PLACEMENT, d.kind)}`;
    const en = `A placement began on ${t.date(d.startedOn)}: ${t.of(PLACEMENT, d.kind)}`;
    if (d.employerId === null) return words(id, en);
    return words(`${id}, ${t.name(d.employerId)}`, `${en}, ${t.name(d.employerId)}`);
  }),
  RetentionCheckDue: work(
    'Saatnya memeriksa apakah masih bekerja',
    'A retention check came due',
    ({ day }, t) =>
      words(
        `Saatnya memeriksa apakah masih bekerja setelah ${t.days(day)}`,
        `The retention check after ${t.days(day)} came due`,
      ),
  ),
  RetentionChecked: work('Keadaan kerja diperiksa', 'A retention check was made', (d, t) =>
    words(
      `Diperiksa pada ${t.date(d.checkedOn)}, setelah ${t.days(d.day)}: ${t.of(CHECKED, d.result)}`,
      `A retention check was made on ${t.date(d.checkedOn)}, after ${t.days(d.day)}: ${t.of(CHECKED, d.result)}`,
    ),
  ),
  ContactAttempted: work('Orangnya dihubungi', 'A contact was attempted', (d, t) => {
    const how = t.of(CHANNEL, d.channel);
    const on = t.date(d.attemptedOn);
    return d.reached
      ? words(`Dihubungi ${how} pada ${on}: berhasil`, `The person was reached ${how} on ${on}`)
      : words(
          `Dihubungi ${how} pada ${on}: tidak berhasil`,
          `The person could not be reached ${how} on ${on}`,
        );
  }),
  ContactLost: work('Kontak dengan orangnya terputus', 'The contact was lost', ({ on }, t) =>
    words(`Kontak dengan orangnya terputus pada ${t.date(on)}`, `The contact was lost on ${t.date(on)}`),
  ),
  JobChanged: work('Pindah pekerjaan', 'The person changed jobs', (d, t) => {
    const gap = t.days(d.gapDays);
    const id = `Pindah pekerjaan: berhenti ${t.date(d.endedOn)}, mulai ${t.date(d.startedOn)}, jeda ${gap}`;
    const en = `The person changed jobs: ended ${t.date(d.endedOn)}, began ${t.date(d.startedOn)}, ${gap} between`;
    if (d.employerId === null) return words(id, en);
    return words(`${id}; kini di ${t.name(d.employerId)}`, `${en}; now at ${t.name(d.employerId)}`);
  }),
  PlacementEnded: work('Penempatan berakhir', 'The placement ended', (d, t) =>
    words(
      `Penempatan berakhir pada ${t.date(d.endedOn)} karena ${t.of(PLACEMENT_END, d.reason)}`,
      `The placement ended on ${t.date(d.endedOn)} because ${t.of(PLACEMENT_END, d.reason)}`,
    ),
  ),
  PlacementFlagged: work('Penempatan ditandai', 'The placement was flagged', ({ flag }, t) =>
    words(`Penempatan ditandai: ${t.of(FLAG, flag)}`, `The placement was flagged: ${t.of(FLAG, flag)}`),
  ),
  PlacementFlagCleared: work(
    'Tanda pada penempatan dihapus; sertifikatnya berlaku lagi',
    'The flag on the placement was cleared; the certificate counts again',
  ),
  RetentionChecksCancelled: work(
    'Pemeriksaan sesudah bekerja dihentikan atas permintaan orangnya',
    'The checks after placement were cancelled at the wish of the person',
  ),
} satisfies Partial<TemplatesOf<EmploymentEvents>>;
