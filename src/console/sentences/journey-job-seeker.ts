/** Sentences about the job seeker: card, counselling, proposals to employers, apprenticeship. */
import type { EmploymentEvents } from '../../domain/journey/employment/events.ts';
import { COUNSELLING, DECLINED, PROPOSAL_WITHDRAWN, SCHEME, TASK } from './codes-work.ts';
import { about, type TemplatesOf, words } from './template.ts';

const work = about('work');

export const JOB_SEEKER = {
  JobSeekerCardIssued: work(
    'Kartu pencari kerja (AK/I) diterbitkan',
    'A job seeker card (AK/I) was issued',
    (d, t) =>
      words(
        `Kartu pencari kerja (AK/I) nomor ${t.text(d.number)} diterbitkan ${t.name(d.office)} pada ${t.date(d.issuedOn)}, berlaku sampai ${t.dayOf(d.expiresAt)}`,
        `Job seeker card (AK/I) number ${t.text(d.number)} was issued by ${t.name(d.office)} on ${t.date(d.issuedOn)}, valid until ${t.dayOf(d.expiresAt)}`,
      ),
  ),
  JobSeekerReported: work('Lapor pencari kerja dicatat', 'The job seeker reported', (d, t) =>
    words(
      `Lapor pencari kerja pada ${t.date(d.reportedOn)} dicatat; berikutnya ${t.dayOf(d.reportDueAt)}`,
      `The job seeker reported on ${t.date(d.reportedOn)}; next by ${t.dayOf(d.reportDueAt)}`,
    ),
  ),
  JobSeekerReportMissed: work(
    'Lapor pencari kerja terlewat',
    'The job seeker missed a report',
    ({ dueOn }, t) =>
      words(
        `Lapor pencari kerja tanggal ${t.date(dueOn)} terlewat`,
        `The job seeker missed the report of ${t.date(dueOn)}`,
      ),
  ),
  JobSeekerInactivated: work(
    'Kartu pencari kerja menjadi tidak aktif',
    'The job seeker card became inactive',
    ({ on }, t) =>
      words(
        `Kartu pencari kerja tidak aktif sejak ${t.date(on)}`,
        `The job seeker card became inactive on ${t.date(on)}`,
      ),
  ),
  JobSeekerReactivated: work(
    'Kartu pencari kerja aktif lagi',
    'The job seeker card is active again',
    ({ on }, t) =>
      words(
        `Kartu pencari kerja aktif lagi sejak ${t.date(on)}`,
        `The job seeker card became active again on ${t.date(on)}`,
      ),
  ),
  JobSeekerCardRenewed: work('Kartu pencari kerja diperpanjang', 'The job seeker card was renewed', (d, t) =>
    words(
      `Kartu pencari kerja diperpanjang pada ${t.date(d.renewedOn)} sampai ${t.dayOf(d.expiresAt)}`,
      `The job seeker card was renewed on ${t.date(d.renewedOn)} until ${t.dayOf(d.expiresAt)}`,
    ),
  ),
  JobSeekerCardExpired: work(
    'Masa berlaku kartu pencari kerja habis',
    'The job seeker card expired',
    ({ on }, t) =>
      words(
        `Masa berlaku kartu pencari kerja habis pada ${t.date(on)}`,
        `The job seeker card expired on ${t.date(on)}`,
      ),
  ),
  JobSeekerCardPrinted: work('Kartu pencari kerja dicetak', 'The job seeker card was printed', (d, t) =>
    words(
      `Kartu pencari kerja nomor ${t.text(d.number)} dicetak pada ${t.date(d.date)}`,
      `Job seeker card number ${t.text(d.number)} was printed on ${t.date(d.date)}`,
    ),
  ),
  JobSeekerHandedOver: work(
    'Pencari kerja dialihkan ke kantor lain',
    'The job seeker was handed over',
    (d, t) =>
      words(
        `Pencari kerja dialihkan dari ${t.name(d.from)} ke ${t.name(d.office)} pada ${t.date(d.on)}`,
        `The job seeker was handed over from ${t.name(d.from)} to ${t.name(d.office)} on ${t.date(d.on)}`,
      ),
  ),
  PlacementTaskRaised: work(
    'Ada tugas bagi pengantar kerja',
    'A task for a placement officer was raised',
    (d, t) =>
      words(
        `Tugas baru bagi pengantar kerja: ${t.of(TASK, d.task)}`,
        `A task for a placement officer was raised: ${t.of(TASK, d.task)}`,
      ),
  ),
  CounsellingHeld: work('Konseling kerja diadakan', 'A counselling was held', (d, t) =>
    words(
      `Konseling pada ${t.date(d.heldOn)} di ${t.name(d.office)}: ${t.of(COUNSELLING, d.kind)}`,
      `A counselling was held on ${t.date(d.heldOn)} at ${t.name(d.office)}: ${t.of(COUNSELLING, d.kind)}`,
    ),
  ),
  AvailabilitySet: work('Kesediaan bekerja dicatat', 'The availability for work was set', ({ from }, t) =>
    words(
      `Kesediaan bekerja dicatat mulai ${t.date(from)}`,
      `The availability for work was set from ${t.date(from)}`,
    ),
  ),
  AvailabilityEnded: work('Kesediaan bekerja berakhir', 'The availability for work ended', ({ on }, t) =>
    words(
      `Kesediaan bekerja berakhir pada ${t.date(on)}`,
      `The availability for work ended on ${t.date(on)}`,
    ),
  ),
  EligibilityAsked: work(
    'Ditanyakan apakah orangnya boleh melakukan pekerjaan itu',
    'It was asked whether the person may do the job',
  ),
  EligibilityRecorded: work(
    'Jawaban kelayakan dicatat',
    'The answer on eligibility was recorded',
    ({ eligible }) =>
      eligible
        ? words(
            'Dijawab: orangnya boleh melakukan pekerjaan itu',
            'The answer was: the person may do the job',
          )
        : words(
            'Dijawab: orangnya tidak boleh melakukan pekerjaan itu',
            'The answer was: the person may not do the job',
          ),
  ),
  CandidateProposed: work('Calon diusulkan kepada pemberi kerja', 'The candidate was proposed', (d, t) =>
    words(
      `Calon diusulkan kepada ${t.name(d.employerId)} oleh ${t.name(d.office)}`,
      `The candidate was proposed to ${t.name(d.employerId)} by ${t.name(d.office)}`,
    ),
  ),
  CandidateInvited: work('Calon diundang wawancara', 'The candidate was invited to an interview'),
  CandidateInterviewed: work('Wawancara diadakan', 'The interview was held', ({ heldOn }, t) =>
    words(`Wawancara diadakan pada ${t.date(heldOn)}`, `The interview was held on ${t.date(heldOn)}`),
  ),
  JobOffered: work('Pekerjaan ditawarkan', 'A job was offered'),
  CandidateAccepted: work('Tawaran pekerjaan diterima', 'The offer of a job was accepted'),
  CandidateDeclined: work('Pemberi kerja tidak melanjutkan', 'The employer declined', ({ reason }, t) =>
    words(
      `Pemberi kerja tidak melanjutkan karena ${t.of(DECLINED, reason)}`,
      `The employer declined because ${t.of(DECLINED, reason)}`,
    ),
  ),
  ProposalWithdrawn: work(
    'Usulan kepada pemberi kerja ditarik',
    'The proposal was withdrawn',
    ({ reason }, t) =>
      words(
        `Usulan kepada pemberi kerja ditarik karena ${t.of(PROPOSAL_WITHDRAWN, reason)}`,
        `The proposal was withdrawn because ${t.of(PROPOSAL_WITHDRAWN, reason)}`,
      ),
  ),
  EmploymentConfirmed: work('Pemberi kerja mengonfirmasi', 'The employer confirmed', ({ working, on }, t) =>
    working
      ? words(
          `Pemberi kerja mengonfirmasi: bekerja pada ${t.date(on)}`,
          `The employer confirmed that the person was at work on ${t.date(on)}`,
        )
      : words(
          `Pemberi kerja menyatakan: tidak bekerja pada ${t.date(on)}`,
          `The employer said that the person was not at work on ${t.date(on)}`,
        ),
  ),
  ApprenticeshipRequested: work('Pemagangan diajukan', 'An apprenticeship was asked for', (d, t) =>
    words(
      `Permohonan ${t.of(SCHEME, d.scheme)} di ${t.name(d.employerId)} diajukan: ${t.date(d.startsOn)} sampai ${t.date(d.endsOn)}`,
      `The agreement on ${t.of(SCHEME, d.scheme)} at ${t.name(d.employerId)} was filed: ${t.date(d.startsOn)} to ${t.date(d.endsOn)}`,
    ),
  ),
  ApprenticeshipAnswerOverdue: work(
    'Permohonan pemagangan belum dijawab sampai batas waktunya',
    'The apprenticeship was not answered in time',
  ),
  ApprenticeshipAnswered: work('Permohonan pemagangan dijawab', 'The apprenticeship was answered', (d, t) =>
    d.approved
      ? words(
          `Pemagangan disetujui pada ${t.date(d.answeredOn)}`,
          `The apprenticeship was approved on ${t.date(d.answeredOn)}`,
        )
      : words(
          `Pemagangan tidak disetujui pada ${t.date(d.answeredOn)}`,
          `The apprenticeship was not approved on ${t.date(d.answeredOn)}`,
        ),
  ),
} satisfies Partial<TemplatesOf<EmploymentEvents>>;
