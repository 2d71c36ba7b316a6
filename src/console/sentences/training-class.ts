/** Sentences about a training class. Nobody who sits in it is named. */
import type { TrainingClassEvents } from '../../domain/training-class/events.ts';
import { CLASS_CANCELLED, DELIVERY, SEAT_END, SEAT_REFUSED } from './codes-learning.ts';
import { about, type TemplatesOf, words } from './template.ts';

const training = about('training');

export const TRAINING_CLASS: TemplatesOf<TrainingClassEvents> = {
  ClassPlanned: training('Kelas direncanakan', 'The class was planned', (d, t) =>
    words(
      `Kelas ${t.name(d.programmeId)} direncanakan ${t.of(DELIVERY, d.deliveryMode)}: ${t.date(d.startsOn)} sampai ${t.date(d.endsOn)}, ${t.jp(d.jp)}, ${t.people(d.capacity)}`,
      `A class of ${t.name(d.programmeId)} was planned ${t.of(DELIVERY, d.deliveryMode)}: ${t.date(d.startsOn)} to ${t.date(d.endsOn)}, ${t.jp(d.jp)}, ${t.people(d.capacity)}`,
    ),
  ),
  ClassOpened: training('Pendaftaran kelas dibuka', 'The class opened for applications', ({ on }, t) =>
    words(
      `Pendaftaran kelas dibuka pada ${t.date(on)}`,
      `The class opened for applications on ${t.date(on)}`,
    ),
  ),
  ClassAmended: training('Rencana kelas diubah', 'The plan of the class was changed', ({ changes }, t) => {
    if (changes.startsOn === undefined && changes.endsOn === undefined)
      return words('Rencana kelas diubah', 'The plan of the class was changed');
    const from = changes.startsOn === undefined ? '' : t.date(changes.startsOn);
    const to = changes.endsOn === undefined ? '' : t.date(changes.endsOn);
    return words(
      `Rencana kelas diubah${from && `: mulai ${from}`}${to && `${from ? ', ' : ': '}berakhir ${to}`}`,
      `The plan of the class was changed${from && `: begins ${from}`}${to && `${from ? ', ' : ': '}ends ${to}`}`,
    );
  }),
  ClassCancelled: training('Kelas dibatalkan', 'The class was cancelled', ({ reason }, t) =>
    words(
      `Kelas dibatalkan karena ${t.of(CLASS_CANCELLED, reason)}`,
      `The class was cancelled because ${t.of(CLASS_CANCELLED, reason)}`,
    ),
  ),
  SeatHeld: training('Satu kursi dipesan', 'A seat was held', (d, t) =>
    d.fromWaitingList
      ? words(
          `Satu kursi dipesan dari daftar tunggu sampai ${t.dayOf(d.until)}`,
          `A seat was held for the next on the waiting list until ${t.dayOf(d.until)}`,
        )
      : words(`Satu kursi dipesan sampai ${t.dayOf(d.until)}`, `A seat was held until ${t.dayOf(d.until)}`),
  ),
  SeatRefused: training('Satu permintaan kursi ditolak', 'A request for a seat was refused', ({ code }, t) =>
    words(
      `Satu permintaan kursi ditolak karena ${t.of(SEAT_REFUSED, code)}`,
      `A request for a seat was refused because ${t.of(SEAT_REFUSED, code)}`,
    ),
  ),
  WaitingListed: training('Satu peserta masuk daftar tunggu', 'Somebody went onto the waiting list', (d, t) =>
    words(
      `Satu peserta masuk daftar tunggu, urutan ${t.whole(d.position)}`,
      `Somebody went onto the waiting list, at place ${t.whole(d.position)}`,
    ),
  ),
  SeatConfirmed: training('Satu kursi dipastikan', 'A seat was confirmed'),
  SeatSuspended: training('Satu kursi ditahan untuk sementara', 'A seat was kept for a while', (d, t) =>
    words(
      `Satu peserta berhalangan sejak ${t.date(d.on)}; kursinya ditahan sampai ${t.dayOf(d.until)}`,
      `A participant cannot come from ${t.date(d.on)}; the seat is kept until ${t.dayOf(d.until)}`,
    ),
  ),
  SeatReturned: training('Satu peserta kembali ke kelas', 'A participant came back to the class'),
  SeatReleased: training('Satu kursi dilepas', 'A seat was released', ({ reason }, t) =>
    words(
      `Satu kursi dilepas karena ${t.of(SEAT_END, reason)}`,
      `A seat was released because ${t.of(SEAT_END, reason)}`,
    ),
  ),
  WaitingEnded: training('Satu peserta keluar dari daftar tunggu', 'Somebody left the waiting list'),
  AttendanceCarried: training(
    'Jam hadir dari kelas sebelumnya dibawa',
    'Hours attended in an earlier class were carried over',
    ({ carriedJp }, t) =>
      words(
        `${t.jp(carriedJp)} dari kelas sebelumnya dibawa`,
        `${t.jp(carriedJp)} attended in an earlier class were carried over`,
      ),
  ),
  AvailabilityChanged: training(
    'Masa kehadiran satu peserta berubah',
    'Until when a participant can attend has changed',
    ({ availableUntil }, t) =>
      availableUntil === null
        ? words(
            'Satu peserta dapat hadir sampai kelas selesai',
            'A participant can attend to the end of the class',
          )
        : words(
            `Satu peserta dapat hadir sampai ${t.date(availableUntil)}`,
            `A participant can attend until ${t.date(availableUntil)}`,
          ),
  ),
  AccommodationConfirmed: training(
    'Akomodasi bagi satu peserta dipastikan',
    'The accommodation for a participant was confirmed',
  ),
  AccommodationChecked: training(
    'Kesiapan akomodasi diperiksa',
    'The accommodation was checked',
    ({ open }, t) =>
      open.length === 0
        ? words('Kesiapan akomodasi diperiksa: semua siap', 'The accommodation was checked: all is ready')
        : words(
            `Kesiapan akomodasi diperiksa: belum siap untuk ${t.people(open.length)}`,
            `The accommodation was checked: not ready for ${t.people(open.length)}`,
          ),
  ),
  ClassStartOverdue: training(
    'Kelas belum dimulai pada tanggalnya',
    'The class did not begin on its date',
    (d, t) =>
      words(
        `Kelas seharusnya mulai ${t.date(d.startsOn)} dan belum dimulai`,
        `The class was to begin on ${t.date(d.startsOn)} and did not`,
      ),
  ),
  ClassStarted: training('Kelas dimulai', 'The class began', (d, t) =>
    words(
      `Kelas dimulai pada ${t.date(d.startedOn)} dengan ${t.people(d.enrolmentIds.length)}`,
      `The class began on ${t.date(d.startedOn)} with ${t.people(d.enrolmentIds.length)}`,
    ),
  ),
  SeatStarted: training('Satu peserta menyusul', 'A participant joined the running class', ({ on }, t) =>
    words(
      `Satu peserta menyusul pada ${t.date(on)}`,
      `A participant joined the running class on ${t.date(on)}`,
    ),
  ),
  AttendanceRecorded: training('Daftar hadir dicatat', 'The attendance was recorded', (d, t) => {
    const missing = d.marks.filter(({ outcome }) => outcome === 'ABSENT').length;
    const all = t.people(d.marks.length);
    const id = `Daftar hadir ${t.date(d.sessionOn)} dicatat: ${all}`;
    const en = `The attendance of ${t.date(d.sessionOn)} was recorded: ${all}`;
    if (missing === 0) return words(id, en);
    return words(`${id}, ${t.whole(missing)} tanpa keterangan`, `${en}, ${t.whole(missing)} absent`);
  }),
  AttendanceCorrected: training(
    'Daftar hadir dikoreksi',
    'The attendance was corrected',
    ({ sessionOn }, t) =>
      words(
        `Daftar hadir ${t.date(sessionOn)} dikoreksi untuk satu peserta`,
        `The attendance of ${t.date(sessionOn)} was corrected for a participant`,
      ),
  ),
  LowAttendanceFound: training(
    'Kehadiran satu peserta rendah',
    'The attendance of a participant is low',
    (d, t) =>
      words(
        `Kehadiran satu peserta rendah: hadir ${t.jp(d.attendedJp)}, tidak hadir ${t.jp(d.missedJp)}`,
        `The attendance of a participant is low: ${t.jp(d.attendedJp)} attended, ${t.jp(d.missedJp)} missed`,
      ),
  ),
  AbsencesInARowFound: training(
    'Satu peserta tidak hadir berturut-turut',
    'A participant was absent several times in a row',
    ({ count }, t) =>
      words(
        `Satu peserta tidak hadir ${t.whole(count)} kali berturut-turut`,
        `A participant was absent ${t.whole(count)} times in a row`,
      ),
  ),
  UnitResultsRecorded: training('Hasil unit dicatat', 'Results of a unit were recorded', (d, t) => {
    const achieved = d.results.filter((result) => result.achieved).length;
    return words(
      `Hasil unit ${t.text(d.unitCode)} dicatat: dicapai ${t.whole(achieved)} dari ${t.people(d.results.length)}`,
      `Results of unit ${t.text(d.unitCode)} were recorded: achieved by ${t.whole(achieved)} of ${t.people(d.results.length)}`,
    );
  }),
  InstructorSwapped: training('Instruktur diganti', 'An instructor was replaced'),
  ClassEndOverdue: training(
    'Kelas belum ditutup pada tanggalnya',
    'The class was not finished on its date',
    (d, t) =>
      words(
        `Kelas seharusnya selesai ${t.date(d.endsOn)} dan belum ditutup`,
        `The class was to end on ${t.date(d.endsOn)} and is not finished`,
      ),
  ),
  PaperNoted: training('Daftar kelas dicetak', 'A class list was made', (d, t) =>
    words(
      `Daftar kelas nomor ${t.text(d.number)} tanggal ${t.date(d.date)} dibuat`,
      `Class list number ${t.text(d.number)} of ${t.date(d.date)} was made`,
    ),
  ),
  ClassFinished: training('Kelas selesai', 'The class finished', (d, t) => {
    const reached = d.results.filter((result) => result.reached).length;
    return words(
      `Kelas selesai pada ${t.date(d.finishedOn)}: kehadiran cukup ${t.whole(reached)} dari ${t.people(d.results.length)}`,
      `The class finished on ${t.date(d.finishedOn)}: enough attendance for ${t.whole(reached)} of ${t.people(d.results.length)}`,
    );
  }),
};
