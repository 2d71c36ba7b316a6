/** "Apa yang dihitung": what every figure counts, said where it stands and in every file that leaves. */
import type { Words } from '../words/words.ts';
import type { BoardName } from './answer.ts';

export interface Definition {
  readonly term: Words;
  readonly means: Words;
}

const say = (id: string, en: string, idMeans: string, enMeans: string): Definition => ({
  term: { id, en },
  means: { id: idMeans, en: enMeans },
});

const DEFINITIONS: { readonly [B in BoardName]: readonly Definition[] } = {
  flow: [
    say(
      'Siapa yang dihitung',
      'Who is counted',
      'Setiap orang satu kali, dalam tahun ia pertama kali dicatat masuk. Kantor menghitung orang yang bagian perjalanannya ditangani kantor itu.',
      'Each person once, in the year of the first entrance. An office counts the people of whose path it has a part.',
    ),
    say(
      'Sampai di sini',
      'Came this far',
      'Pernah mencapai langkah ini atau langkah sesudahnya. Orang yang langsung diuji tanpa pelatihan tetap dihitung sampai di langkah pelatihan.',
      'Ever reached this step or a later one. Whoever was assessed without training counts as having passed that step.',
    ),
    say(
      'Masih di sini',
      'Still here',
      'Ini langkah terjauhnya, dan masih ada perkara, pelatihan, asesmen, kartu pencari kerja, atau pekerjaan yang berjalan.',
      'This is the furthest step, and a case, a training, an assessment, a search for work or a job is still under way.',
    ),
    say(
      'Berhenti di sini',
      'Stopped here',
      'Ini langkah terjauhnya, dan tidak ada lagi yang berjalan, termasuk karena meninggal.',
      'This is the furthest step, and nothing is under way any more, death included.',
    ),
    say(
      'Mulai menjalani',
      'Started',
      'Pelaksanaan kerja sosial dimulai (BA-17), asesmen kebutuhan di Lapas dibuat, atau persetujuan atas rujukan diberikan.',
      'Community service began (BA-17), needs were assessed in prison, or the referral was agreed to.',
    ),
    say(
      'Masih bekerja',
      'Still working',
      'Pemantauan pada hari itu dicatat dengan hasil bertahan. Jeda antarpekerjaan paling lama 30 hari tetap dihitung bertahan.',
      'The check of that day was recorded as retained. A gap of at most 30 days between jobs counts as retained.',
    ),
  ],
  stages: [
    say(
      'Yang dihitung',
      'What is counted',
      'Setiap perkara, rujukan, keikutsertaan pelatihan, dan asesmen yang masih terbuka hari ini.',
      'Each case, referral, enrolment and assessment that is open today.',
    ),
    say(
      'Lama di tahap',
      'Time in the stage',
      'Hari sejak kejadian yang memindahkannya ke tahap itu, menurut tanggal kejadian.',
      'Days since the event that moved it there, by the date of the event.',
    ),
    say(
      'Tertinggal dari laju',
      'Behind pace',
      'Kerja sosial yang pada pemeriksaan hari Senin terakhir tidak akan selesai dalam jendela waktunya dengan laju sekarang.',
      'Community service that at the last Monday check would not end within its window at the present pace.',
    ),
    say(
      'Lewat batas waktu',
      'Overdue',
      'Eksekusi belum diperintahkan sesudah batasnya, jendela waktu berakhir sebelum jam selesai, tanggal bebas terlewati, atau batas waktu lain sudah lewat.',
      'Execution was not ordered in time, the window ended before the hours, the release date has passed, or another deadline has.',
    ),
  ],
  certificates: [
    say(
      'Yang dihitung',
      'What is counted',
      'Sertifikat yang terbit dalam tahun itu, menurut statusnya hari ini. Satu orang dapat memiliki lebih dari satu.',
      'Certificates issued in that year, by their status of today. One person may hold several.',
    ),
    say(
      'Berlaku',
      'Valid',
      'Berlaku hari ini dan belum berakhir dalam 90 hari.',
      'Valid today and for more than 90 days to come.',
    ),
    say(
      'Dibekukan, dicabut',
      'Frozen, withdrawn',
      'Menurut keputusan LSP. Alasannya tidak tercatat di papan ini.',
      'By decision of the certification body. The reason stands in no board.',
    ),
  ],
  retention: [
    say(
      'Yang dihitung',
      'What is counted',
      'Setiap penempatan yang mulai dalam tahun itu: bekerja, berwirausaha, atau magang. Satu orang dapat ditempatkan lebih dari sekali.',
      'Each placement that began in that year: employed, self-employed or apprenticed. One person may be placed more than once.',
    ),
    say(
      'Sudah sampai hari itu',
      'Have come to that day',
      'Penempatan yang hari ke-90, ke-180, atau ke-365-nya sudah tiba. Inilah penyebut setiap persen. Yang meninggal sebelum hari itu tidak dihitung.',
      'Placements whose day 90, 180 or 365 has come: what every percentage is of. Who died before it is not counted.',
    ),
    say(
      'Masih bekerja',
      'Still working',
      'Pemantauan dicatat dengan hasil bertahan, walaupun pekerjaannya berganti, dengan jeda paling lama 30 hari.',
      'The check was recorded as retained, also in another job, with a gap of at most 30 days.',
    ),
    say(
      'Tidak bekerja lagi',
      'No longer working',
      'Pemantauan dicatat dengan hasil tidak bertahan, atau penempatan berakhir sebelum hari itu, apa pun sebabnya.',
      'The check was recorded as lost, or the placement had ended before that day, for whatever reason.',
    ),
    say(
      'Tidak terhubungi, belum ditanya',
      'Unreachable, not asked yet',
      'Tetap ada dalam penyebut: yang tidak diketahui tidak dianggap bertahan.',
      'They stay in the denominator: what is not known does not count as retained.',
    ),
  ],
};

const TRAITS: readonly Definition[] = [
  say(
    'Kejuruan dan tanda hijau',
    'Trade and green tag',
    'Dari program pelatihan terakhir yang dimulai; tanda hijau bila program itu bertanda green-job.',
    'Of the last training that began; green where its programme carries the tag green-job.',
  ),
  say(
    'Akomodasi disabilitas',
    'Accommodation for a disability',
    'Pernah ada kebutuhan akomodasi yang dicatat untuk rujukan, pelatihan, atau asesmen. Jenisnya tidak tercatat di papan ini, dan hanya dipilah sendiri.',
    'A need was recorded for a referral, a training or an assessment. Its kind stands in no board, and it is never crossed with another trait.',
  ),
];

const smallNumbers = (threshold: number): Definition =>
  say(
    `“<${threshold}” dan “disembunyikan”`,
    `“<${threshold}” and “hidden”`,
    `Angka 1 sampai ${threshold - 1} ditulis “<${threshold}”. Angka lain disembunyikan bila darinya angka kecil dapat dihitung. Nol tetap ditulis nol.`,
    `Numbers from 1 to ${threshold - 1} are written “<${threshold}”. Others are hidden where a small one could be worked out from them. Zero stays zero.`,
  );

export const definitionsOf = (board: BoardName, threshold: number): readonly Definition[] => [
  ...DEFINITIONS[board],
  ...(board === 'flow' || board === 'retention' ? TRAITS : []),
  smallNumbers(threshold),
];
