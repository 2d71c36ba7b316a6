/** Sentences about a permit to use foreign workers. */
import type { PermitEvents } from '../../domain/permit/events.ts';
import { about, type TemplatesOf, words } from './template.ts';

const permit = about('permit');

export const PERMIT: TemplatesOf<PermitEvents> = {
  PermitApplied: permit('Pengesahan RPTKA diajukan', 'A permit (RPTKA) was applied for', (d, t) => {
    const id = `${t.name(d.employer)} mengajukan pengesahan RPTKA untuk ${t.people(d.workers)}, ${t.date(d.periodFrom)} sampai ${t.date(d.periodTo)}`;
    const en = `${t.name(d.employer)} applied for a permit (RPTKA) for ${t.people(d.workers)}, ${t.date(d.periodFrom)} to ${t.date(d.periodTo)}`;
    return d.missing.length === 0
      ? words(id, en)
      : words(`${id}; tenaga pendamping belum disebut`, `${en}; the companion is not named yet`);
  }),
  LocalGraduatesShown: permit('Lulusan setempat ditunjukkan', 'Local graduates were shown', (d, t) => {
    if (d.shown === 0)
      return words('Tidak ada lulusan setempat yang cocok', 'There were no local graduates who fit');
    const all = t.people(d.shown);
    return d.picked
      ? words(
          `${all} lulusan setempat ditunjukkan; satu dipilih`,
          `Local graduates were shown: ${all}; one was picked`,
        )
      : words(
          `${all} lulusan setempat ditunjukkan; tidak ada yang dipilih`,
          `Local graduates were shown: ${all}; nobody was picked`,
        );
  }),
  CompanionNamed: permit('Tenaga kerja pendamping disebut', 'The companion was named', ({ companion }) =>
    companion.kind === 'LOCAL_GRADUATE'
      ? words(
          'Tenaga kerja pendamping disebut: seorang lulusan setempat',
          'The companion was named: a local graduate',
        )
      : words(
          'Tenaga kerja pendamping disebut: seorang pekerja sendiri',
          'The companion was named: an own employee',
        ),
  ),
  FeasibilityAssessed: permit('Kelayakan dinilai', 'The feasibility was assessed', ({ feasible }) =>
    feasible
      ? words('Kelayakan dinilai: layak', 'The feasibility was assessed: feasible')
      : words('Kelayakan dinilai: tidak layak', 'The feasibility was assessed: not feasible'),
  ),
  FeasibilityOverdue: permit('Penilaian kelayakan terlambat', 'The feasibility assessment is overdue'),
  CandidatesSubmitted: permit('Data calon TKA disampaikan', 'The foreign candidates were submitted', (d, t) =>
    words(
      `Data calon TKA disampaikan: ${t.people(d.workers)}, rujukan ${t.text(d.reference)}`,
      `The foreign candidates were submitted: ${t.people(d.workers)}, reference ${t.text(d.reference)}`,
    ),
  ),
  PaymentReferenceRecorded: permit(
    'Bukti bayar DKPTKA dicatat',
    'The payment (DKPTKA) was recorded',
    (d, t) =>
      words(
        `Bukti bayar DKPTKA nomor ${t.text(d.reference)} dicatat`,
        `The receipt (DKPTKA) number ${t.text(d.reference)} was recorded`,
      ),
  ),
  PermitApproved: permit('RPTKA disahkan', 'The permit was approved', (d, t) =>
    words(
      `RPTKA nomor ${t.text(d.number)} disahkan: ${t.date(d.validFrom)} sampai ${t.date(d.validTo)}`,
      `Permit number ${t.text(d.number)} was approved: ${t.date(d.validFrom)} to ${t.date(d.validTo)}`,
    ),
  ),
  PermitRejected: permit('Pengesahan RPTKA ditolak', 'The permit was rejected'),
  HandedOffToImmigration: permit(
    'Data diteruskan ke Imigrasi',
    'The permit was handed to Immigration',
    (d, t) =>
      words(
        `Data diteruskan ke Imigrasi, rujukan ${t.text(d.reference)}`,
        `The permit was handed to Immigration, reference ${t.text(d.reference)}`,
      ),
  ),
  StayPermitRecorded: permit('Izin tinggal dicatat', 'A stay permit was recorded', (d, t) =>
    words(
      `Izin tinggal dicatat: ${t.date(d.validFrom)} sampai ${t.date(d.validTo)}`,
      `A stay permit was recorded: ${t.date(d.validFrom)} to ${t.date(d.validTo)}`,
    ),
  ),
  TrainingEvidenceAttached: permit(
    'Bukti pelatihan pendamping dilampirkan',
    'Evidence of training was attached',
    (d, t) =>
      words(
        `Bukti pelatihan pendamping dilampirkan: sertifikat ${t.text(d.certificateNumber)}`,
        `Evidence of the training of the companion was attached: certificate ${t.text(d.certificateNumber)}`,
      ),
  ),
  AbsorptionRecorded: permit(
    'Tenaga kerja Indonesia yang diserap dicatat',
    'Indonesian workers taken on were recorded',
    (d, t) =>
      words(
        `${t.people(d.workers)} tenaga kerja Indonesia diserap sejak ${t.date(d.since)}`,
        `Indonesian workers taken on from ${t.date(d.since)} were recorded: ${t.people(d.workers)}`,
      ),
  ),
  PermitReportFiled: permit(
    'Laporan penggunaan TKA dikirim',
    'A report on the permit was filed',
    ({ kind, year }, t) =>
      kind === 'ANNUAL'
        ? words(`Laporan tahunan ${t.text(year)} dikirim`, `The annual report for ${t.text(year)} was filed`)
        : words(
            `Laporan akhir kontrak ${t.text(year)} dikirim`,
            `The final report of ${t.text(year)} was filed`,
          ),
  ),
  PermitReportOverdue: permit('Laporan tahunan terlambat', 'The annual report is overdue', ({ year }, t) =>
    words(`Laporan tahunan ${t.text(year)} terlambat`, `The annual report for ${t.text(year)} is overdue`),
  ),
  ExtensionLastDayPassed: permit(
    'Hari terakhir mengajukan perpanjangan',
    'The last day to ask for an extension',
    (d, t) =>
      words(
        `${t.date(d.lastDay)} hari terakhir mengajukan perpanjangan; sesudahnya terlambat`,
        `${t.date(d.lastDay)} was the last day to ask for an extension; from now on it is too late`,
      ),
  ),
  ExtensionRequested: permit('Perpanjangan diajukan', 'An extension was applied for', (d, t) =>
    words(
      `Perpanjangan sampai ${t.date(d.until)} diajukan; keputusan paling lambat ${t.dayOf(d.decisionDueAt)}`,
      `An extension until ${t.date(d.until)} was applied for; to be decided by ${t.dayOf(d.decisionDueAt)}`,
    ),
  ),
  ExtensionDecisionOverdue: permit(
    'Keputusan perpanjangan terlambat',
    'The decision on the extension is overdue',
  ),
  ExtensionApproved: permit('Perpanjangan disetujui', 'The extension was approved', (d, t) =>
    words(
      `Perpanjangan disetujui sampai ${t.date(d.until)}, nomor ${t.text(d.number)}`,
      `The extension was approved until ${t.date(d.until)}, number ${t.text(d.number)}`,
    ),
  ),
  ExtensionRejected: permit('Perpanjangan ditolak', 'The extension was rejected'),
  PermitExpired: permit('Masa berlaku RPTKA habis', 'The permit expired', ({ endReportDueAt }, t) =>
    words(
      `Masa berlaku RPTKA habis; laporan akhir paling lambat ${t.dayOf(endReportDueAt)}`,
      `The permit expired; the final report is due by ${t.dayOf(endReportDueAt)}`,
    ),
  ),
  EndReportOverdue: permit('Laporan akhir terlambat', 'The final report is overdue'),
  PermitApplicationWithdrawn: permit('Permohonan ditarik', 'The application was withdrawn'),
};
