/** Sentences about offers of training and enrolments in classes. */
import type { TrainingEvents } from '../../domain/journey/training/events.ts';
import { BASIS, DROPPED, ENROLMENT_CANCELLED, SEAT_END, SEAT_REFUSED, SUSPENSION } from './codes-learning.ts';
import { about, type TemplatesOf, words } from './template.ts';

const training = about('training');

export const TRAINING: TemplatesOf<TrainingEvents> = {
  TrainingOffered: training('Pelatihan ditawarkan', 'A training was offered', (d, t) =>
    words(
      `Pelatihan ${t.name(d.programmeId)} ditawarkan, ${t.of(BASIS, d.as)}`,
      `The training ${t.name(d.programmeId)} was offered, ${t.of(BASIS, d.as)}`,
    ),
  ),
  TrainingOfferAccepted: training('Tawaran pelatihan diterima', 'The offer of training was accepted'),
  TrainingOfferDeclined: training(
    'Tawaran pelatihan tidak diambil; tidak ada akibat bagi jam pidana',
    'The offer of training was declined; that changes no hours',
  ),
  EnrolmentRequested: training('Pendaftaran ke kelas diajukan', 'A seat in a class was applied for', (d, t) =>
    words(
      `Pendaftaran ke kelas ${t.name(d.programmeId)} di ${t.name(d.centre)} diajukan: ${t.date(d.startsOn)} sampai ${t.date(d.endsOn)}, ${t.jp(d.jp)}`,
      `A seat in a class of ${t.name(d.programmeId)} at ${t.name(d.centre)} was applied for: ${t.date(d.startsOn)} to ${t.date(d.endsOn)}, ${t.jp(d.jp)}`,
    ),
  ),
  SeatReserved: training('Kursi di kelas dipesan', 'A seat was reserved', ({ until }, t) =>
    words(`Kursi di kelas dipesan sampai ${t.date(until)}`, `A seat was reserved until ${t.date(until)}`),
  ),
  SeatConfirmed: training('Kursi di kelas dipastikan', 'The seat was confirmed'),
  SeatRefused: training('Kursi di kelas tidak diperoleh', 'No seat was given', ({ code }, t) =>
    words(
      `Kursi di kelas tidak diperoleh karena ${t.of(SEAT_REFUSED, code)}`,
      `No seat was given because ${t.of(SEAT_REFUSED, code)}`,
    ),
  ),
  WaitingListed: training(
    'Masuk daftar tunggu kelas',
    'The person went onto the waiting list of the class',
    (d, t) =>
      words(
        `Masuk daftar tunggu kelas, urutan ${t.whole(d.position)}`,
        `The person went onto the waiting list of the class, at place ${t.whole(d.position)}`,
      ),
  ),
  SeatDeclined: training(
    'Kursi dikembalikan karena orangnya tidak dapat hadir; kelas lain dicari',
    'The seat was given back because the person cannot come; another class is looked for',
  ),
  SeatReleased: training('Kursi di kelas dilepas', 'The seat was released', ({ reason }, t) =>
    words(
      `Kursi di kelas dilepas karena ${t.of(SEAT_END, reason)}`,
      `The seat was released because ${t.of(SEAT_END, reason)}`,
    ),
  ),
  EnrolmentStarted: training('Pelatihan dimulai', 'The training began', ({ on }, t) =>
    words(`Pelatihan dimulai pada ${t.date(on)}`, `The training began on ${t.date(on)}`),
  ),
  EnrolmentDatesChanged: training('Tanggal kelas berubah', 'The dates of the class changed', (d, t) =>
    words(
      `Tanggal kelas berubah menjadi ${t.date(d.startsOn)} sampai ${t.date(d.endsOn)}`,
      `The dates of the class changed to ${t.date(d.startsOn)} to ${t.date(d.endsOn)}`,
    ),
  ),
  AttendanceLowNoted: training('Kehadiran rendah dicatat', 'Low attendance was noted', (d, t) =>
    words(
      `Kehadiran rendah: hadir ${t.jp(d.attendedJp)}, tidak hadir ${t.jp(d.missedJp)}`,
      `Low attendance was noted: ${t.jp(d.attendedJp)} attended, ${t.jp(d.missedJp)} missed`,
    ),
  ),
  UnitAchieved: training('Satu unit kompetensi dicapai', 'A unit was achieved', ({ unitCode }, t) =>
    words(`Unit ${t.text(unitCode)} dicapai`, `Unit ${t.text(unitCode)} was achieved`),
  ),
  EnrolmentSuspended: training('Pelatihan terhenti sementara', 'The training was interrupted', (d, t) =>
    words(
      `Pelatihan terhenti sementara sejak ${t.date(d.on)} karena ${t.of(SUSPENSION, d.reason)}; unit yang dicapai tetap: ${t.units(d.keptUnits.length)}`,
      `The training was interrupted on ${t.date(d.on)} because of ${t.of(SUSPENSION, d.reason)}; what was achieved stays: ${t.units(d.keptUnits.length)}`,
    ),
  ),
  EnrolmentMayResume: training('Pelatihan boleh dilanjutkan', 'The training may go on', ({ on }, t) =>
    words(`Pelatihan boleh dilanjutkan sejak ${t.date(on)}`, `The training may go on from ${t.date(on)}`),
  ),
  ReturnRequested: training('Kursi semula diminta kembali', 'The old seat was asked for again'),
  EnrolmentResumed: training('Pelatihan dilanjutkan', 'The training went on', ({ on, atUnit }, t) =>
    atUnit === null
      ? words(`Pelatihan dilanjutkan pada ${t.date(on)}`, `The training went on from ${t.date(on)}`)
      : words(
          `Pelatihan dilanjutkan pada ${t.date(on)} dari unit ${t.text(atUnit)}`,
          `The training went on from ${t.date(on)} at unit ${t.text(atUnit)}`,
        ),
  ),
  MoveRequested: training('Pindah ke kelas lain diminta', 'A move to another class was asked for', (d, t) =>
    words(
      `Pindah ke kelas lain di ${t.name(d.centre)} diminta, mulai ${t.date(d.startsOn)}`,
      `A move to another class at ${t.name(d.centre)} was asked for, from ${t.date(d.startsOn)}`,
    ),
  ),
  EnrolmentMoved: training('Pindah ke kelas lain', 'The person moved to another class', (d, t) =>
    words(
      `Pindah ke kelas lain; unit yang dicapai tetap: ${t.units(d.keptUnits.length)}`,
      `The person moved to another class; what was achieved stays: ${t.units(d.keptUnits.length)}`,
    ),
  ),
  ClassCancelled: training(
    'Kelas dibatalkan; kembali ke daftar tunggu di urutan pertama',
    'The class was cancelled; the person is first on the waiting list again',
  ),
  TrainingFinished: training('Pelatihan selesai', 'The training was finished', (d, t) =>
    words(
      `Pelatihan selesai pada ${t.date(d.finishedOn)}: hadir ${t.jp(d.attendedJp)}, syaratnya ${t.jp(d.requiredJp)}`,
      `The training was finished on ${t.date(d.finishedOn)}: ${t.jp(d.attendedJp)} attended, ${t.jp(d.requiredJp)} needed`,
    ),
  ),
  AttendanceFellShort: training('Kehadiran tidak mencukupi', 'The attendance fell short', (d, t) =>
    words(
      `Pelatihan berakhir pada ${t.date(d.finishedOn)} dengan kehadiran kurang: hadir ${t.jp(d.attendedJp)}, syaratnya ${t.jp(d.requiredJp)}`,
      `The training ended on ${t.date(d.finishedOn)} with too little attendance: ${t.jp(d.attendedJp)} attended, ${t.jp(d.requiredJp)} needed`,
    ),
  ),
  TrainingCertificateIssued: training(
    'Sertifikat pelatihan diterbitkan',
    'A training certificate was issued',
    (d, t) =>
      words(
        `Sertifikat pelatihan nomor ${t.text(d.number)} diterbitkan pada ${t.date(d.issuedOn)}`,
        `Training certificate number ${t.text(d.number)} was issued on ${t.date(d.issuedOn)}`,
      ),
  ),
  EnrolmentDropped: training('Dikeluarkan dari pelatihan', 'The enrolment was dropped', ({ reason }, t) =>
    words(
      `Balai mengakhiri keikutsertaan karena ${t.of(DROPPED, reason)}`,
      `The centre ended the enrolment because ${t.of(DROPPED, reason)}`,
    ),
  ),
  EnrolmentCancelled: training('Pendaftaran dibatalkan', 'The enrolment was cancelled', ({ reason }, t) =>
    words(
      `Pendaftaran dibatalkan karena ${t.of(ENROLMENT_CANCELLED, reason)}`,
      `The enrolment was cancelled because ${t.of(ENROLMENT_CANCELLED, reason)}`,
    ),
  ),
  EnrolmentConflictFound: training(
    'Kelas tidak selesai sebelum orangnya bebas; perlu dipindahkan',
    'The class does not end before the person is released; somebody should move it',
    ({ availableUntil }, t) =>
      availableUntil === null
        ? words(
            'Orangnya sudah bebas sebelum kelas selesai; pelatihan perlu dipindahkan ke luar',
            'The person was released before the class ended; the training should move outside',
          )
        : words(
            `Orangnya hanya dapat hadir sampai ${t.date(availableUntil)}, sebelum kelas selesai; perlu dipindahkan`,
            `The person can attend only until ${t.date(availableUntil)}, before the class ends; somebody should move it`,
          ),
  ),
  EnrolmentConflictEnded: training(
    'Waktunya cukup lagi untuk seluruh kelas',
    'There is time for the whole class again',
  ),
  EarlyTestSuggested: training('Uji lebih awal disarankan', 'An early test was suggested'),
  EnrolmentBecameVoluntary: training('Pelatihan menjadi sukarela', 'The training became voluntary'),
};
