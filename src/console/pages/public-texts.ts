/** The texts of the public pages. What is not settled is said to be open. */
import type { Words } from '../words/words.ts';

export interface PublicSection {
  readonly heading?: Words;
  readonly paragraphs?: readonly Words[];
  readonly points?: readonly Words[];
  readonly links?: readonly { readonly href: string; readonly name: Words }[];
}

export interface PublicText {
  readonly title: Words;
  readonly sections: readonly PublicSection[];
}

const w = (id: string, en: string): Words => ({ id, en });

export const ABOUT: PublicText = {
  title: w('Tentang Titian', 'About Titian'),
  sections: [
    {
      paragraphs: [
        w(
          'Titian mencatat satu perjalanan: dari pidana kerja sosial, pembinaan di Lapas, atau rujukan sosial, ke pelatihan, sertifikat kompetensi, dan pekerjaan yang bertahan.',
          'Titian records one journey: from community service, prison or a social referral, through training and a certificate of competence, to a job that lasts.',
        ),
        w(
          'Setiap kantor hanya melihat bagiannya. Pelatih, asesor, dan pemberi kerja tidak pernah tahu dari mana seseorang datang.',
          'Each office sees its own part alone. Trainers, assessors and employers never learn where a person comes from.',
        ),
      ],
    },
    {
      heading: w('Siapa yang menjalankan', 'Who runs it'),
      paragraphs: [
        w(
          'Setiap pemasangan dijalankan oleh instansi yang memasangnya. Register nasional dijaga oleh kantor pusat; kejaksaan, Bapas, Lapas, balai pelatihan, LSP, dan dinas ketenagakerjaan mencatat pekerjaannya masing-masing.',
          'Each installation is run by the agency that set it up. The centre keeps the national registers; prosecution, probation, prisons, training centres, certification bodies and manpower offices each record their own work.',
        ),
        w(
          'Catatan tidak dapat diubah diam-diam: setiap perubahan adalah kejadian baru, disegel, dan dapat diputar ulang oleh pemeriksa dari luar.',
          'The record cannot be changed in silence: each change is a new event, sealed, and an outside auditor can replay it.',
        ),
      ],
    },
    {
      heading: w('Untuk siapa saja', 'For everybody'),
      links: [
        { href: '/certificates/check', name: w('Periksa sertifikat', 'Check a certificate') },
        { href: '/my', name: w('Halaman saya, dengan kode', 'My own page, with a code') },
        { href: '/privacy', name: w('Perlindungan data pribadi', 'Privacy') },
      ],
    },
  ],
};

export const PRIVACY: PublicText = {
  title: w('Perlindungan data pribadi', 'Privacy'),
  sections: [
    {
      paragraphs: [
        w(
          'Halaman ini menjelaskan data apa yang dicatat Titian tentang seseorang, untuk apa, dan apa hak orang itu. Dasarnya Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.',
          'This page says what Titian records about a person, what for, and what rights the person has. It rests on Law 27 of 2022 on personal data protection.',
        ),
      ],
    },
    {
      heading: w('Dasar pencatatan', 'Legal basis'),
      points: [
        w(
          'Kewajiban hukum dan tugas publik (pasal 20): pelaksanaan putusan, pembinaan, pelatihan, dan sertifikasi. Untuk ini persetujuan tidak diminta.',
          'Legal duty and public task (article 20): execution of rulings, prison programmes, training and certification. Consent is not asked for these.',
        ),
        w(
          'Persetujuan orang itu: pencocokan dengan lowongan, pembagian data kepada pemberi kerja, penyebutan kebutuhan karena disabilitas, dan foto. Persetujuan dapat ditarik kapan saja, dan berlaku seketika.',
          'The person’s consent: matching with vacancies, sharing with employers, naming needs that come with a disability, and photographs. It can be withdrawn at any time, with effect at once.',
        ),
      ],
    },
    {
      heading: w('Data apa, dan siapa yang melihatnya', 'Which data, and who sees them'),
      points: [
        w(
          'Nama dan NIK disegel dengan kunci setiap orang. Yang melihatnya hanya petugas yang menangani orang itu.',
          'Name and NIK are sealed under a key for each person. Only officers who deal with the person see them.',
        ),
        w(
          'Data pidana hanya dilihat kejaksaan, pembimbing kemasyarakatan, dan Lapas, dalam perkaranya sendiri.',
          'Criminal data are seen by the prosecution, the probation counsellor and the prison alone, in their own cases.',
        ),
        w(
          'Balai pelatihan melihat jadwal dan kebutuhan, bukan tindak pidananya. Asesor dan LSP tidak melihat asal orang itu sama sekali.',
          'Training centres see schedule and needs, not the offence. Assessors and certification bodies see nothing of the origin.',
        ),
        w(
          'Pemberi kerja melihat sertifikat, kemampuan, dan kapan seseorang dapat mulai. Titian tidak memberikan namanya.',
          'Employers see certificates, skills and when a person can begin. Titian gives them no name.',
        ),
        w(
          'Pemeriksa melihat semuanya, tanpa dapat mengubah apa pun. Setiap kali data dilihat, hal itu dicatat.',
          'Auditors see everything and can change nothing. Every look is written down.',
        ),
        w(
          'Angka di papan pimpinan tidak pernah menunjukkan kelompok yang terlalu kecil.',
          'Figures on the boards never show a group that is too small.',
        ),
      ],
    },
    {
      heading: w('Hak orang yang dicatat', 'Rights of the person'),
      points: [
        w(
          'Melihat data sendiri dan siapa yang telah melihatnya: di halaman saya, dengan kode dari petugas.',
          'To see one’s own data and who looked at them: on the own page, with a code from an officer.',
        ),
        w(
          'Meminta perbaikan. Permintaan melihat dan memperbaiki data dijawab dalam tiga kali dua puluh empat jam.',
          'To have them put right. Requests for access and correction are answered within three times twenty-four hours.',
        ),
        w(
          'Meminta penghapusan. Selama undang-undang mewajibkan penyimpanan, data disembunyikan dari layar kerja dan tetap ada untuk pemeriksaan; alasannya disampaikan.',
          'To ask for erasure. While the law demands that the record is kept, the data are hidden from working screens and stay for audit; the reason is told.',
        ),
        w(
          'Diberi tahu dalam tiga kali dua puluh empat jam bila terjadi kebocoran data: data apa, kapan, bagaimana, dan penanganannya.',
          'To be told within three times twenty-four hours of a breach: which data, when, how, and what is done.',
        ),
      ],
    },
    {
      heading: w('Berapa lama', 'How long'),
      paragraphs: [
        w(
          'Masa simpan untuk program ini belum ditetapkan peraturan. Sampai ada ketentuannya, catatan disimpan 10 tahun setelah perkara ditutup, lalu kunci orangnya dimusnahkan sehingga datanya tidak dapat dibaca lagi.',
          'No rule sets a time for this programme yet. Until there is one, records are kept for 10 years after the case is closed; then the person’s key is destroyed, and the data cannot be read any more.',
        ),
      ],
    },
    {
      heading: w('Pengaduan', 'Complaints'),
      points: [
        w(
          'Kepada kantor yang menangani Anda: kejaksaan, Bapas, Lapas, balai, LSP, atau dinas. Permintaan hak dicatat dan batas waktunya dijaga.',
          'To the office that deals with you. Requests are recorded and their deadline is kept.',
        ),
        w(
          'Kepada pejabat pelindungan data instansi yang menjalankan pemasangan ini. Alamatnya diumumkan instansi itu.',
          'To the data-protection officer of the agency that runs this installation. The agency publishes the address.',
        ),
        w(
          'Kepada Ombudsman Republik Indonesia, untuk pelayanan publik yang tidak semestinya.',
          'To the Ombudsman of the Republic of Indonesia, for public service that is not as it should be.',
        ),
      ],
    },
    {
      heading: w('Kuki', 'Cookies'),
      paragraphs: [
        w(
          'Hanya kuki yang diperlukan: sesi masuk, pengaman formulir, dan pilihan bahasa. Tidak ada pelacak, dan tidak ada isi dari pihak lain.',
          'Only cookies that are needed: the session, the safety of forms, the language. There are no trackers and nothing from others.',
        ),
      ],
    },
  ],
};

export const ACCESSIBILITY: PublicText = {
  title: w('Aksesibilitas', 'Accessibility'),
  sections: [
    {
      paragraphs: [
        w(
          'Titian dibuat agar dapat dipakai dengan papan ketik, pembaca layar, layar kecil, perbesaran sampai 400 persen, dan tanpa JavaScript. Acuannya WCAG 2.2 tingkat AA.',
          'Titian is made to be used by keyboard, by screen reader, on small screens, enlarged to 400 per cent and without JavaScript. It aims at WCAG 2.2, level AA.',
        ),
      ],
    },
    {
      heading: w('Apa yang diperiksa', 'What is checked'),
      points: [
        w(
          'Halaman dilihat pada lebar 360 dan 1.280 piksel, terang dan gelap, dalam kedua bahasa.',
          'Pages are looked at 360 and 1,280 pixels wide, light and dark, in both languages.',
        ),
        w(
          'Alur utama dijalankan uji otomatis tanpa JavaScript.',
          'Automatic tests run the core flows without JavaScript.',
        ),
        w(
          'Makna tidak pernah disampaikan dengan warna saja; setiap gambar angka disertai tabelnya.',
          'Nothing is told by colour alone; every picture of figures has its table.',
        ),
      ],
    },
    {
      heading: w('Kekurangan yang kami ketahui', 'Faults that we know of'),
      points: [
        w(
          'Belum diuji oleh pengguna pembaca layar, dan belum oleh penyandang disabilitas lain.',
          'It was not yet tried by people who use screen readers, nor by people with other disabilities.',
        ),
        w(
          'Tabel yang lebar digulir ke samping pada layar kecil; tabelnya sendiri, bukan halamannya.',
          'Wide tables scroll sideways on small screens: the table alone, not the page.',
        ),
        w(
          'Halaman pemeriksaan sertifikat tanpa internet memakai dua bahasa sekaligus dan memerlukan JavaScript. Tanpa JavaScript, periksa dengan nomor.',
          'The page that checks certificates without a network speaks both languages at once and needs JavaScript. Without it, check by number.',
        ),
        w(
          'Surat dalam bentuk PDF belum bertanda untuk pembaca layar; isinya juga ada di halaman orang itu.',
          'Letters as PDF are not tagged for screen readers yet; their content stands on the person’s page, too.',
        ),
        w(
          'Gambar alur menyusut bersama layar; tulisan di dalamnya menjadi kecil pada layar 320 piksel. Tabel di sebelahnya memuat hal yang sama.',
          'The picture of the flow shrinks with the screen; its letters become small at 320 pixels. The table beside it says the same.',
        ),
      ],
    },
    {
      heading: w('Menemui hambatan?', 'Something in your way?'),
      paragraphs: [
        w(
          'Sampaikan kepada kantor yang menangani Anda. Setiap lembar, surat, dan daftar dapat diminta dalam bentuk cetak.',
          'Tell the office that deals with you. Every sheet, letter and list can be had on paper.',
        ),
      ],
    },
  ],
};
