/** Sentences about the time in prison: admission, proposals, dates, interruptions. */
import type { PrisonEvents } from '../../domain/journey/prison/events.ts';
import { FRACTION, PURPOSE, RELEASE_DATE_REASON, REMISSION } from './codes-custody.ts';
import { about, type Said, type TemplatesOf, words } from './template.ts';

const prison = about('prison');

const TRAINING_NEWS: Said<PrisonEvents['InmateTrainingNoted']['status']> = {
  STARTED: words('dimulai', 'began'),
  RESUMED: words('dilanjutkan', 'went on'),
  ENDED: words('berakhir', 'ended'),
};

export const PRISON = {
  InmateImported: prison(
    'Data warga binaan diterima dari SDP',
    'The inmate was imported from the SDP',
    (d, t) =>
      words(
        `Data warga binaan di ${t.name(d.facility)} diterima dari SDP; tanggal bebas ${t.date(d.releaseOn)}`,
        `The inmate at ${t.name(d.facility)} was imported from the prison database (SDP); release on ${t.date(d.releaseOn)}`,
      ),
  ),
  InmateNeedsAssessed: prison('Kebutuhan pembinaan dinilai', 'The needs were assessed'),
  LitmasRequested: prison('Litmas diminta', 'A social inquiry (litmas) was requested', (d, t) =>
    words(
      `Litmas untuk ${t.of(PURPOSE, d.purpose)} diminta dari ${t.name(d.probationOffice)}, paling lambat ${t.dayOf(d.dueAt)}`,
      `A social inquiry (litmas) for ${t.of(PURPOSE, d.purpose)} was requested from ${t.name(d.probationOffice)}, due by ${t.dayOf(d.dueAt)}`,
    ),
  ),
  LitmasReceived: prison('Litmas diterima', 'The social inquiry (litmas) was received', (d, t) => {
    const what = t.of(PURPOSE, d.purpose);
    return d.recommended
      ? words(
          `Litmas untuk ${what} diterima dan mendukung`,
          `The social inquiry (litmas) for ${what} was received and recommends it`,
        )
      : words(
          `Litmas untuk ${what} diterima dan tidak mendukung`,
          `The social inquiry (litmas) for ${what} was received and does not recommend it`,
        );
  }),
  LitmasOverdue: prison('Litmas terlambat', 'The social inquiry (litmas) is overdue', (d, t) =>
    words(
      `Litmas dari ${t.name(d.probationOffice)} belum datang sampai batas waktunya`,
      `The social inquiry (litmas) of ${t.name(d.probationOffice)} did not come in time`,
    ),
  ),
  TppScheduled: prison('Sidang TPP dijadwalkan', 'A session of the TPP was scheduled', (d, t) =>
    words(
      `Sidang TPP tentang ${t.of(PURPOSE, d.purpose)} dijadwalkan pada ${t.date(d.on)}`,
      `A session of the TPP on ${t.of(PURPOSE, d.purpose)} was scheduled for ${t.date(d.on)}`,
    ),
  ),
  TppResultDue: prison(
    'Hari sidang TPP lewat; hasilnya belum dicatat',
    'The day of the TPP session passed without a result on record',
  ),
  TppApproved: prison('TPP menyetujui', 'The TPP approved', ({ heldOn }, t) =>
    words(
      `TPP menyetujui usulan dalam sidang ${t.date(heldOn)}`,
      `The TPP approved the proposal in its session of ${t.date(heldOn)}`,
    ),
  ),
  TppDeclined: prison('TPP tidak menyetujui', 'The TPP declined', ({ heldOn, suspendsTraining }, t) => {
    const id = `TPP tidak menyetujui usulan dalam sidang ${t.date(heldOn)}`;
    const en = `The TPP declined the proposal in its session of ${t.date(heldOn)}`;
    return suspendsTraining
      ? words(
          `${id}; pelatihan yang berjalan dihentikan sementara`,
          `${en}; the training that runs is interrupted`,
        )
      : words(id, en);
  }),
  StageDatesChanged: prison('Tanggal tahapan diubah', 'The stage dates were changed', ({ stageDates }, t) =>
    words(
      `Tanggal tahapan diubah: setengah masa pidana ${t.date(stageDates.half)}, dua pertiga ${t.date(stageDates.twoThirds)}, ekspirasi ${t.date(stageDates.expiry)}`,
      `The stage dates were changed: half of the term ${t.date(stageDates.half)}, two thirds ${t.date(stageDates.twoThirds)}, expiry ${t.date(stageDates.expiry)}`,
    ),
  ),
  StageDateReached: prison('Tanggal tahapan tiba', 'A stage date was reached', (d, t) =>
    words(
      `Pada ${t.date(d.on)} sudah dijalani ${t.allOf(FRACTION, d.fractions)}`,
      `On ${t.date(d.on)}, ${t.allOf(FRACTION, d.fractions)} had been served`,
    ),
  ),
  RemissionGranted: prison('Remisi diberikan', 'Remission was granted', (d, t) =>
    words(
      `${t.of(REMISSION, d.kind)} ${t.days(d.amountDays)} diberikan pada ${t.date(d.grantedOn)}`,
      `${t.of(REMISSION, d.kind)} of ${t.days(d.amountDays)} was granted on ${t.date(d.grantedOn)}`,
    ),
  ),
  ReleaseDateChanged: prison('Tanggal bebas diubah', 'The release date was changed', (d, t) =>
    words(
      `Tanggal bebas diubah dari ${t.date(d.from)} menjadi ${t.date(d.to)} karena ${t.of(RELEASE_DATE_REASON, d.reason)}`,
      `The release date was changed from ${t.date(d.from)} to ${t.date(d.to)} because of ${t.of(RELEASE_DATE_REASON, d.reason)}`,
    ),
  ),
  ReleaseWatchRaised: prison(
    'Diingatkan: hari bebas mendekat',
    'A reminder was given: the release comes near',
    (d, t) => {
      const days = t.days(d.points.at(-1));
      return words(
        `Diingatkan ${days} sebelumnya: bebas pada ${t.date(d.releaseOn)}`,
        `A reminder was given ${days} ahead: release on ${t.date(d.releaseOn)}`,
      );
    },
  ),
  ReleaseOverdue: prison(
    'Tanggal bebas lewat dan pembebasan belum dicatat',
    'The release date passed and no release is on record',
    ({ releaseOn }, t) =>
      words(
        `Tanggal bebas ${t.date(releaseOn)} lewat dan pembebasan belum dicatat`,
        `The release date ${t.date(releaseOn)} passed and no release is on record`,
      ),
  ),
  TransferRecorded: prison(
    'Pemindahan antar-Lapas dicatat',
    'A transfer between prisons was recorded',
    (d, t) =>
      words(
        `Dipindahkan dari ${t.name(d.fromFacility)} ke ${t.name(d.toFacility)} pada ${t.date(d.on)}`,
        `The person was transferred from ${t.name(d.fromFacility)} to ${t.name(d.toFacility)} on ${t.date(d.on)}`,
      ),
  ),
  DisciplineRecorded: prison(
    'Catatan disiplin (Register F) dibuat',
    'A discipline entry (Register F) was made',
    (d, t) => {
      const id = `Catatan disiplin tanggal ${t.date(d.entryOn)} dibuat (Register F)`;
      const en = `A discipline entry of ${t.date(d.entryOn)} was made (Register F)`;
      return d.suspendsTraining
        ? words(`${id}; pelatihan dihentikan sementara`, `${en}; the training is interrupted`)
        : words(id, en);
    },
  ),
  DisciplineAnnulled: prison(
    'Catatan disiplin dibatalkan',
    'A discipline entry was annulled',
    ({ entryOn }, t) =>
      words(
        `Catatan disiplin tanggal ${t.date(entryOn)} dibatalkan`,
        `The discipline entry of ${t.date(entryOn)} was annulled`,
      ),
  ),
  LockdownDeclared: prison('Lapas ditutup sementara', 'The prison was locked down', ({ from, until }, t) =>
    until === undefined
      ? words(
          `Lapas ditutup sementara sejak ${t.date(from)}`,
          `The prison was locked down from ${t.date(from)}`,
        )
      : words(
          `Lapas ditutup sementara dari ${t.date(from)} sampai ${t.date(until)}`,
          `The prison was locked down from ${t.date(from)} to ${t.date(until)}`,
        ),
  ),
  IllnessRecorded: prison('Sakit dicatat', 'An illness was recorded', (d, t) =>
    words(
      `Sakit sejak ${t.date(d.from)} dicatat, diperkirakan ${t.days(d.expectedDays)}`,
      `An illness from ${t.date(d.from)} was recorded, expected to last ${t.days(d.expectedDays)}`,
    ),
  ),
  InterruptionReviewDue: prison(
    'Saatnya memeriksa apakah hambatan sudah selesai',
    'It was time to look whether the interruption is over',
  ),
  EscapeRecorded: prison('Pelarian dicatat', 'An escape was recorded', ({ on }, t) =>
    words(`Melarikan diri pada ${t.date(on)}`, `The person escaped on ${t.date(on)}`),
  ),
  RecaptureRecorded: prison('Tertangkap kembali', 'The person was recaptured', (d, t) =>
    words(
      `Tertangkap kembali pada ${t.date(d.on)} setelah ${t.days(d.advisoryDaysOnRun)}`,
      `The person was recaptured on ${t.date(d.on)} after ${t.days(d.advisoryDaysOnRun)}`,
    ),
  ),
  InterruptionEnded: prison('Hambatan selesai', 'The interruption ended', ({ on }, t) =>
    words(`Hambatan selesai pada ${t.date(on)}`, `The interruption ended on ${t.date(on)}`),
  ),
  InmateTrainingNoted: prison('Kabar pelatihan dicatat', 'News of the training was noted', ({ status }, t) =>
    words(`Pelatihan ${t.of(TRAINING_NEWS, status)}`, `The training ${t.of(TRAINING_NEWS, status)}`),
  ),
  FamilyNoticeDue: prison('Keluarga perlu diberi tahu', 'The family is to be told'),
} satisfies Partial<TemplatesOf<PrisonEvents>>;
