/** Sentences about rulings, and how a case of community service ends. */
import type { CommunityServiceEvents } from '../../domain/journey/events.ts';
import {
  ANOMALY,
  CLEMENCY,
  CLOSE_REASON,
  INSTANCE,
  LAPSE_GROUND,
  MISSING_PIECE,
  ORIGIN,
} from './codes-service.ts';
import { about, type TemplatesOf, words } from './template.ts';

const ruling = about('ruling');
const keeping = about('keeping');

type Missing = readonly (keyof typeof MISSING_PIECE)[];

export const RULING = {
  RulingRegistered: ruling('Putusan dicatat', 'The ruling was registered', (d, t) => {
    const head = words(
      `Putusan ${t.text(d.court)} tanggal ${t.date(d.rulingDate)} dicatat`,
      `The ruling of ${t.text(d.court)} of ${t.date(d.rulingDate)} was registered`,
    );
    const [amount, what] =
      d.orderedMinutes === null
        ? [t.jp(d.measure?.jp), t.of(ORIGIN, 'MEASURE_103')]
        : [t.hours(d.orderedMinutes), t.of(ORIGIN, d.origin)];
    return words(`${head.id}: ${amount} ${what}`, `${head.en}: ${amount} of ${what}`);
  }),
  SentenceAnomalyFound: ruling(
    'Putusan tampak menyimpang dari pasal 85',
    'The ruling seems to depart from article 85',
    (d, t) =>
      words(
        `Putusan tampak menyimpang dari pasal 85: ${t.of(ANOMALY, d.anomaly)}${d.hold ? '. Pelaksanaan menunggu pemeriksaan jaksa' : ''}`,
        `The ruling seems to depart from article 85: ${t.of(ANOMALY, d.anomaly)}${d.hold ? '. The execution waits until a prosecutor has looked at it' : ''}`,
      ),
  ),
  SentenceAnomalyConfirmed: ruling(
    'Jaksa memastikan isi putusan yang tampak menyimpang',
    'A prosecutor confirmed what the ruling says',
    (d, t) =>
      words(
        `Jaksa memastikan isi putusan yang tampak menyimpang: ${t.of(ANOMALY, d.anomaly)}`,
        `A prosecutor confirmed that the ruling really says so: ${t.of(ANOMALY, d.anomaly)}`,
      ),
  ),
  ConsentRecorded: ruling(
    'Persetujuan terdakwa dicatat dari putusan lengkap',
    'The consent of the defendant was recorded from the full ruling',
  ),
  RulingCompleted: ruling(
    'Data putusan dilengkapi',
    'What the ruling lacked was added',
    ({ supplied }, t) => {
      const known = (supplied ?? []).filter((piece) => Object.hasOwn(MISSING_PIECE, piece)) as Missing;
      if (known.length === 0) return words('Data putusan dilengkapi', 'What the ruling lacked was added');
      const pieces = t.allOf(MISSING_PIECE, known);
      return words(`Data putusan dilengkapi: ${pieces}`, `What the ruling lacked was added: ${pieces}`);
    },
  ),
  MissingDataChased: ruling(
    'Data putusan yang belum lengkap ditagih',
    'Staff were chased for what the ruling lacks',
    ({ missing }, t) => {
      const pieces = t.allOf(MISSING_PIECE, missing as Missing);
      return words(
        `Data putusan yang belum lengkap ditagih: ${pieces}`,
        `Staff were chased for what the ruling lacks: ${pieces}`,
      );
    },
  ),
  ProfilingRecorded: ruling('Hasil profil dicatat', 'The profile was recorded', ({ fit }) => {
    if (fit) {
      return words(
        'Profil dicatat: orangnya sanggup bekerja sosial',
        'The profile was recorded: the person is fit for community service',
      );
    }
    return words(
      'Profil dicatat: orangnya belum sanggup bekerja sosial',
      'The profile was recorded: the person is not fit for community service',
    );
  }),
  RulingBecameFinal: ruling('Putusan berkekuatan hukum tetap', 'The ruling became final', (d, t) =>
    words(
      `Putusan berkekuatan hukum tetap pada ${t.date(d.finalOn)}`,
      `The ruling became final on ${t.date(d.finalOn)}`,
    ),
  ),
  RulingChanged: ruling('Putusan diubah', 'The ruling was changed', (d, t) => {
    const on = t.date(d.decidedOn);
    const by = t.of(INSTANCE, d.instance);
    if (d.orderedMinutes === null) {
      return words(
        `Putusan diubah pada tingkat ${by} tanggal ${on}: tidak ada lagi yang dilaksanakan`,
        `The ruling was changed on ${by} on ${on}: nothing is left to be executed`,
      );
    }
    const hours = t.hours(d.orderedMinutes);
    return words(
      `Putusan diubah pada tingkat ${by} tanggal ${on}: menjadi ${hours}`,
      `The ruling was changed on ${by} on ${on}: it is ${hours} now`,
    );
  }),
  JurisdictionTransferred: ruling('Perkara dialihkan', 'The case was transferred', (d, t) =>
    words(
      `Perkara dialihkan dari ${t.name(d.fromOffice)} ke ${t.name(d.toOffice)} sejak ${t.date(d.movedOn)}`,
      `The case was transferred from ${t.name(d.fromOffice)} to ${t.name(d.toOffice)} as of ${t.date(d.movedOn)}`,
    ),
  ),
  ClemencyGranted: ruling('Pengampunan dari Presiden dicatat', 'Clemency was recorded', (d, t) =>
    words(
      `${t.of(CLEMENCY, d.kind)} diberikan pada ${t.date(d.grantedOn)}`,
      `${t.of(CLEMENCY, d.kind)} was granted on ${t.date(d.grantedOn)}`,
    ),
  ),
  PowerToExecuteLapsed: ruling(
    'Kewenangan melaksanakan pidana gugur (P-49)',
    'The power to execute lapsed (P-49)',
    (d, t) =>
      words(
        `Kewenangan melaksanakan pidana gugur (P-49) karena ${t.of(LAPSE_GROUND, d.ground)}`,
        `The power to execute lapsed (P-49) because ${t.of(LAPSE_GROUND, d.ground)}`,
      ),
  ),
  FinePaid: ruling('Pembayaran denda dicatat', 'A payment of the fine was recorded', (d, t) => {
    const paid = words(
      `${t.rupiah(d.rupiah)} dari denda dibayar pada ${t.date(d.paidOn)}`,
      `${t.rupiah(d.rupiah)} of the fine was paid on ${t.date(d.paidOn)}`,
    );
    if (d.hoursReduced === 0) return paid;
    const less = t.hours(d.hoursReduced * 60);
    return words(
      `${paid.id}; jam putusan berkurang ${less} menjadi ${t.hours(d.orderedMinutes)}`,
      `${paid.en}; the ordered hours went down by ${less} to ${t.hours(d.orderedMinutes)}`,
    );
  }),
  CaseClosed: ruling('Perkara ditutup', 'The case was closed', (d, t) =>
    words(
      `Perkara ditutup karena ${t.of(CLOSE_REASON, d.reason)}`,
      `The case was closed because ${t.of(CLOSE_REASON, d.reason)}`,
    ),
  ),
  CaseReopened: ruling('Perkara dibuka kembali', 'The case was opened again'),
  CaseVoided: ruling(
    'Perkara dibatalkan karena dicatat keliru',
    'The case was made void: it was entered in error',
  ),
  RetentionEnded: keeping(
    'Masa simpan berkas perkara berakhir. Tidak ada data yang dihapus karenanya',
    'The time for which the case is kept has ended. Nothing was erased by it',
  ),
} satisfies Partial<TemplatesOf<CommunityServiceEvents>>;
