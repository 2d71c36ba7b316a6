/** What each matter of a desk is called: what is to be done, or what is waited for. */
import type { WorkKind } from '../../projections/work/row.ts';
import type { Words } from './words.ts';

const COMMUNITY_SERVICE = {
  'identity-warning': { id: 'Peringatan identitas', en: 'Identity warning' },
  'rights-request': { id: 'Permintaan hak data pribadi', en: 'Personal data request' },
  'complete-ruling': { id: 'Data putusan belum lengkap', en: 'Ruling incomplete' },
  'confirm-anomaly': { id: 'Kejanggalan amar perlu ditegaskan', en: 'Anomaly of the sentence to confirm' },
  profiling: { id: 'Hasil profiling (PKS-02)', en: 'Profiling (PKS-02)' },
  'ruling-final': { id: 'Putusan belum berkekuatan hukum tetap', en: 'Ruling not final yet' },
  'order-execution': { id: 'P-48 belum terbit', en: 'Execution not ordered (P-48)' },
  'assign-site': { id: 'Lokasi belum ditetapkan', en: 'Site not assigned' },
  'site-answer': { id: 'Jawaban lokasi', en: 'Answer of the site' },
  'change-site': { id: 'Lokasi berhenti, perlu lokasi lain', en: 'Site stopped, another is needed' },
  'plan-schedule': { id: 'Jadwal belum disusun', en: 'Schedule not planned' },
  'start-execution': { id: 'Pelaksanaan belum dimulai', en: 'Execution not started' },
  expected: { id: 'Datang hari ini', en: 'Comes today' },
  'check-out': { id: 'Kepulangan belum dicatat', en: 'Departure not recorded' },
  'confirm-session': { id: 'Sesi belum ditegaskan', en: 'Session not confirmed' },
  'disputed-session': { id: 'Sesi disanggah', en: 'Session disputed' },
  'behind-pace': { id: 'Tertinggal dari jadwal', en: 'Behind pace' },
  'window-end': { id: 'Tenggat penyelesaian jam', en: 'End of the time for the hours' },
  'window-ended': { id: 'Tenggat lewat, jam masih kurang', en: 'Time has ended, hours are missing' },
  held: { id: 'Pelaksanaan ditunda', en: 'Execution on hold' },
  'breach-opinion': { id: 'Pendapat atas dugaan pelanggaran', en: 'Opinion on an alleged breach' },
  'breach-decision': { id: 'Putusan atas dugaan pelanggaran', en: 'Decision on an alleged breach' },
  'fine-payment': { id: 'Pembayaran denda', en: 'Payment of the fine' },
  'monthly-report': { id: 'Laporan bulanan', en: 'Monthly report' },
  'sign-completion': { id: 'Berita acara selesai belum ditandatangani', en: 'Completion minutes not signed' },
  'close-case': { id: 'Perkara siap ditutup', en: 'Case ready to close' },
} as const;

const PRISON = {
  'assess-needs': { id: 'Asesmen kebutuhan', en: 'Assessment of needs' },
  litmas: { id: 'Litmas', en: 'Social inquiry report (litmas)' },
  'schedule-tpp': { id: 'Sidang TPP belum dijadwalkan', en: 'TPP session not scheduled' },
  tpp: { id: 'Hasil sidang TPP', en: 'Result of the TPP session' },
  'offer-training': { id: 'Disetujui, belum ditawari pelatihan', en: 'Approved, no training offered' },
  interruption: { id: 'Pembinaan terhenti', en: 'Programme interrupted' },
  release: { id: 'Tanggal bebas', en: 'Release' },
  'hand-over': { id: 'Serah terima setelah bebas', en: 'Hand-over after the release' },
  'accept-client': { id: 'Klien baru dari Lapas', en: 'New client from prison' },
  'aftercare-report': { id: 'Wajib lapor klien', en: 'Report of a client' },
  'end-aftercare': { id: 'Masa percobaan selesai', en: 'Probation has ended' },
  'close-prison-case': { id: 'Perkara Lapas siap ditutup', en: 'Prison case ready to close' },
} as const;

const TRAINING = {
  'referral-consent': { id: 'Rujukan menunggu persetujuan orangnya', en: 'Referral waits for consent' },
  'referral-assess': { id: 'Rujukan perlu dijawab', en: 'Referral to answer' },
  'referral-place': { id: 'Rujukan perlu tempat', en: 'Referral needs a place' },
  'waiting-list': { id: 'Di daftar tunggu', en: 'On the waiting list' },
  accommodation: { id: 'Akomodasi yang layak', en: 'Accommodation' },
  'confirm-accommodation': { id: 'Akomodasi perlu dikonfirmasi', en: 'Accommodation to confirm' },
  'offer-answer': { id: 'Tawaran pelatihan belum dijawab', en: 'Offer of training not answered' },
  'suspended-training': { id: 'Pelatihan terhenti', en: 'Training suspended' },
  'resume-training': { id: 'Pelatihan dapat dilanjutkan', en: 'Training may go on' },
  'training-certificate': { id: 'Sertifikat pelatihan belum terbit', en: 'Training certificate not issued' },
  'open-class': { id: 'Kelas belum dibuka', en: 'Class not open' },
  'start-class': { id: 'Kelas akan dimulai', en: 'Class about to start' },
  'finish-class': { id: 'Kelas berjalan', en: 'Class running' },
  'seat-held': { id: 'Kursi ditahan', en: 'Seat held' },
  'class-waiting': { id: 'Menunggu kursi di kelas', en: 'Waits for a seat in the class' },
  'class-accommodation': { id: 'Akomodasi peserta kelas', en: 'Accommodation in the class' },
  attendance: { id: 'Daftar hadir belum diisi', en: 'Attendance not recorded' },
} as const;

const ASSESSMENT = {
  'verify-requirements': { id: 'Permohonan perlu diperiksa', en: 'Application to check' },
  'assign-assessor': { id: 'Asesor belum ditugaskan', en: 'No assessor assigned' },
  'schedule-test': { id: 'Uji belum dijadwalkan', en: 'Test not scheduled' },
  adjustment: { id: 'Penyesuaian (AK.07) belum disepakati', en: 'Adjustments (AK.07) not agreed' },
  consent: { id: 'Persetujuan (AK.01) belum ditandatangani', en: 'Agreement (AK.01) not signed' },
  test: { id: 'Uji kompetensi', en: 'Test' },
  recommendation: { id: 'Rekomendasi (AK.05) belum dikirim', en: 'Recommendation (AK.05) not filed' },
  review: { id: 'Rekomendasi perlu ditinjau', en: 'Recommendation to review' },
  plenary: { id: 'Rapat pleno', en: 'Plenary' },
  'issue-certificate': { id: 'Kompeten, sertifikat belum terbit', en: 'Competent, certificate not issued' },
  remedial: { id: 'Belum kompeten', en: 'Not yet competent' },
  retest: { id: 'Uji ulang', en: 'Retest' },
  appeal: { id: 'Banding masuk', en: 'Appeal filed' },
  're-assess': { id: 'Asesmen ulang atas banding', en: 'Re-assessment on appeal' },
  'appeal-decision': { id: 'Banding perlu diputus', en: 'Appeal to decide' },
  'frozen-assessment': { id: 'Asesmen dibekukan', en: 'Assessment frozen' },
  'certificate-expiring': { id: 'Sertifikat segera berakhir', en: 'Certificate expires soon' },
  'certificate-renewal': { id: 'Perpanjangan sertifikat diminta', en: 'Renewal asked for' },
  'certificate-frozen': { id: 'Sertifikat dibekukan', en: 'Certificate frozen' },
} as const;

const EMPLOYMENT = {
  propose: { id: 'Siap diusulkan', en: 'Ready to be proposed' },
  'ak1-report': { id: 'Laporan AK-1', en: 'AK-1 report' },
  'ak1-renew': { id: 'AK-1 tidak aktif', en: 'AK-1 not active' },
  'proposal-answer': { id: 'Usulan calon belum dijawab', en: 'Proposal not answered' },
  'start-placement': { id: 'Diterima, penempatan belum dicatat', en: 'Accepted, placement not recorded' },
  'confirm-hire': { id: 'Status kerja perlu dinyatakan', en: 'Employment to confirm' },
  'follow-up': { id: 'Pemantauan penempatan', en: 'Follow-up' },
  unreachable: { id: 'Belum dapat dihubungi', en: 'Not reached yet' },
  'apprenticeship-answer': { id: 'Jawaban permohonan pemagangan', en: 'Answer on an apprenticeship' },
} as const;

const PERMITS_AND_FINDINGS = {
  'permit-complete': { id: 'Permohonan RPTKA belum lengkap', en: 'Permit application incomplete' },
  'permit-feasibility': { id: 'Penilaian kelayakan RPTKA', en: 'Feasibility of a permit' },
  'permit-candidates': { id: 'Calon TKA belum diajukan', en: 'Candidates not submitted' },
  'permit-payment': { id: 'Bukti pembayaran RPTKA', en: 'Payment of the permit' },
  'permit-approve': { id: 'RPTKA siap disahkan', en: 'Permit ready for approval' },
  'permit-extension': { id: 'Hari terakhir mengajukan perpanjangan', en: 'Last day to ask for an extension' },
  'permit-extension-decision': { id: 'Keputusan perpanjangan', en: 'Decision on an extension' },
  'permit-annual-report': { id: 'Laporan tahunan RPTKA', en: 'Annual report of a permit' },
  'permit-end-report': { id: 'Laporan akhir RPTKA', en: 'Final report of a permit' },
  'finding-answer': { id: 'Temuan belum dijawab', en: 'Finding not answered' },
  'finding-close': { id: 'Jawaban temuan perlu dinilai', en: 'Answer to a finding to judge' },
  'register-ending': { id: 'Masa berlaku berakhir', en: 'Validity ends' },
} as const;

const ALL: { readonly [W in WorkKind | 'register-ending']: Words } = {
  ...COMMUNITY_SERVICE,
  ...PRISON,
  ...TRAINING,
  ...ASSESSMENT,
  ...EMPLOYMENT,
  ...PERMITS_AND_FINDINGS,
};

export const workWords = (work: WorkKind | 'register-ending'): Words => ALL[work];
