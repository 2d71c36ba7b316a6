/** Sentences about places of work and the plan: who answers, when work is done, what a site reported. */
import type { CommunityServiceEvents } from '../../domain/journey/events.ts';
import { SITE_SOURCE } from './codes-service.ts';
import type { Telling } from './telling.ts';
import { about, type TemplatesOf, words } from './template.ts';

const execution = about('execution');
const breach = about('breach');

type Planned = CommunityServiceEvents['SchedulePlanned'];

const planned = (id: string, en: string) => (d: Planned, t: Telling) => {
  const where = t.name(d.siteId);
  const from = t.date(d.from);
  const plan = words(`${id} di ${where} mulai ${from}`, `${en} at ${where} from ${from}`);
  return d.completesOn === null
    ? words(
        `${plan.id}: ${t.hours(d.plannedMinutes)}, belum cukup untuk semua jam dalam jangka waktu`,
        `${plan.en}: ${t.hours(d.plannedMinutes)}, not enough for all hours within the window`,
      )
    : words(
        `${plan.id}; semua jam selesai pada ${t.date(d.completesOn)}`,
        `${plan.en}; all hours are done on ${t.date(d.completesOn)}`,
      );
};

export const SITE = {
  SiteAssigned: execution('Tempat kerja sosial ditetapkan', 'A site was assigned', (d, t) =>
    words(
      `${t.name(d.siteId)} ditetapkan ${t.of(SITE_SOURCE, d.source)} sebagai tempat kerja sosial; jawaban ditunggu sampai ${t.dayOf(d.answerDueAt)}`,
      `${t.name(d.siteId)} was assigned ${t.of(SITE_SOURCE, d.source)} as the site; it is to answer by ${t.dayOf(d.answerDueAt)}`,
    ),
  ),
  SiteAccepted: execution('Tempat kerja sosial bersedia menerima', 'The site accepted', (d, t) =>
    words(`${t.name(d.siteId)} bersedia menerima`, `${t.name(d.siteId)} accepted`),
  ),
  SiteDeclined: execution('Tempat kerja sosial tidak bersedia menerima', 'The site declined', (d, t) =>
    words(`${t.name(d.siteId)} tidak bersedia menerima`, `${t.name(d.siteId)} declined`),
  ),
  SiteAnswerOverdue: execution(
    'Tempat kerja sosial belum menjawab sampai batas waktunya',
    'The site had not answered in time',
    (d, t) =>
      words(
        `${t.name(d.siteId)} belum menjawab sampai batas waktunya`,
        `${t.name(d.siteId)} had not answered in time`,
      ),
  ),
  SchedulePlanned: execution(
    'Jadwal disusun',
    'The schedule was planned',
    planned('Jadwal disusun', 'The schedule was planned'),
  ),
  PlanRevised: execution(
    'Jadwal diubah',
    'The schedule was revised',
    planned('Jadwal diubah', 'The schedule was revised'),
  ),
  SiteChanged: execution('Tempat kerja sosial diganti', 'The site was changed', (d, t) =>
    d.fromSiteId === null
      ? words(`Tempat kerja sosial menjadi ${t.name(d.siteId)}`, `The site became ${t.name(d.siteId)}`)
      : words(
          `Tempat kerja sosial diganti dari ${t.name(d.fromSiteId)} menjadi ${t.name(d.siteId)}`,
          `The site was changed from ${t.name(d.fromSiteId)} to ${t.name(d.siteId)}`,
        ),
  ),
  SiteSessionsStopped: execution(
    'Sesi di tempat kerja sosial dihentikan karena tempatnya ditangguhkan',
    'Sessions stopped because the site was suspended',
    (d, t) =>
      words(
        `Sesi di ${t.name(d.siteId)} dihentikan karena tempat itu ditangguhkan; tempat lain ditetapkan paling lambat ${t.dayOf(d.reassignBy)}`,
        `Sessions at ${t.name(d.siteId)} stopped because it was suspended; another site is to be named by ${t.dayOf(d.reassignBy)}`,
      ),
  ),
  SiteReassignmentOverdue: execution(
    'Tempat pengganti belum ditetapkan sampai batas waktunya',
    'No other site was named in time',
    (d, t) =>
      words(
        `Tempat pengganti untuk ${t.name(d.siteId)} belum ditetapkan sampai batas waktunya`,
        `No site in place of ${t.name(d.siteId)} was named in time`,
      ),
  ),
  MonthlyReportFiled: execution('Laporan bulanan dikirim', 'The monthly report was filed', (d, t) =>
    words(`Laporan bulan ${t.month(d.month)} dikirim`, `The report for ${t.month(d.month)} was filed`),
  ),
  GuidanceRecorded: execution('Pembimbingan dicatat', 'A guidance meeting was recorded', (d, t) =>
    words(
      `Pembimbingan pada ${t.date(d.heldOn)} dicatat`,
      `A guidance meeting on ${t.date(d.heldOn)} was recorded`,
    ),
  ),
  InjuryReported: execution('Cedera dilaporkan', 'An injury was reported', (d, t) =>
    d.reportedBy === 'PERSON'
      ? words(
          `Orangnya melaporkan cedera pada ${t.date(d.date)}`,
          `The person reported an injury on ${t.date(d.date)}`,
        )
      : words(`Cedera pada ${t.date(d.date)} dilaporkan`, `An injury on ${t.date(d.date)} was reported`),
  ),
  CommercialUseFlagged: breach(
    'Dugaan pemakaian untuk keuntungan komersial dilaporkan',
    'Suspected commercial use was reported',
    (d, t) =>
      words(
        `Dugaan pemakaian untuk keuntungan komersial di ${t.name(d.siteId)} dilaporkan`,
        `Suspected commercial use at ${t.name(d.siteId)} was reported`,
      ),
  ),
} satisfies Partial<TemplatesOf<CommunityServiceEvents>>;
