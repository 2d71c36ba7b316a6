/** Sentences about an auditor's finding. Its words are told beside them. */
import type { FindingKind, FindingOutcome } from '../../domain/finding/commands.ts';
import type { FindingEvents } from '../../domain/finding/events.ts';
import { about, type Said, type TemplatesOf, words } from './template.ts';

const finding = about('finding');

const FOUND: Said<FindingKind> = {
  OVERLAP: words('waktu bertumpang tindih', 'time that overlaps'),
  BACKDATED: words('tanggal mundur', 'an entry dated back'),
  AFTER_THE_END: words('catatan sesudah perkara berakhir', 'entries after the end of a case'),
  ONE_HAND: words('tugas yang harus terpisah di satu tangan', 'separate duties in one hand'),
  OUT_OF_HOURS: words('catatan di luar jam kerja', 'entries outside working hours'),
  EVEN_SHEETS: words('daftar hadir yang terlalu seragam', 'attendance that is too even'),
  WARNING_IGNORED: words('peringatan yang diabaikan', 'a warning that was ignored'),
  LATE: words('keterlambatan', 'lateness'),
  MONEY: words('uang', 'money'),
  ACCESS: words('akses data', 'access to data'),
  TAMPERING: words('dugaan pengubahan catatan', 'suspected tampering'),
  OTHER: words('hal lain', 'another matter'),
};

const OUTCOME: Said<FindingOutcome> = {
  RESOLVED: words('sudah diselesaikan', 'resolved'),
  ACCEPTED_RISK: words('risikonya diterima', 'the risk is accepted'),
  REFERRED: words('diteruskan kepada yang berwenang', 'referred to another authority'),
};

export const FINDING: TemplatesOf<FindingEvents> = {
  FindingOpened: finding('Temuan dibuka', 'A finding was opened', (d, t) =>
    words(
      `Temuan dibuka tentang ${t.of(FOUND, d.kind)}; ${t.name(d.office)} menjawab paling lambat ${t.dayOf(d.answerDueAt)}`,
      `A finding was opened about ${t.of(FOUND, d.kind)}; ${t.name(d.office)} is to answer by ${t.dayOf(d.answerDueAt)}`,
    ),
  ),
  FindingAnswered: finding('Temuan dijawab', 'The finding was answered', ({ late }) =>
    late
      ? words('Temuan dijawab, terlambat', 'The finding was answered, late')
      : words('Temuan dijawab tepat waktu', 'The finding was answered in time'),
  ),
  FindingAnswerOverdue: finding(
    'Jawaban atas temuan terlambat',
    'The answer to the finding is overdue',
    (d, t) =>
      words(
        `${t.name(d.office)} belum menjawab temuan yang batasnya ${t.date(d.dueOn)}`,
        `${t.name(d.office)} did not answer the finding by ${t.date(d.dueOn)}`,
      ),
  ),
  FindingClosed: finding('Temuan ditutup', 'The finding was closed', ({ outcome }, t) =>
    words(`Temuan ditutup: ${t.of(OUTCOME, outcome)}`, `The finding was closed: ${t.of(OUTCOME, outcome)}`),
  ),
};
