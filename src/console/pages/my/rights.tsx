/** What a person may ask for, and where one complains or appeals. Sources: docs of the law named beside each. */
import { commandPath } from '../../addresses.ts';
import { Heading, Link } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';

/** Forms that a person may send by oneself. */
const REQUESTS: readonly { readonly command: string; readonly words: Words }[] = [
  {
    command: 'report-injury',
    words: { id: 'Laporkan cedera saat bekerja', en: 'Report an injury at work' },
  },
  {
    command: 'flag-commercial-use',
    words: {
      id: 'Laporkan bila Anda disuruh bekerja untuk keuntungan orang lain',
      en: 'Report being made to work for somebody’s profit',
    },
  },
  {
    command: 'file-rights-request',
    words: {
      id: 'Minta salinan, perbaikan atau penjelasan data Anda',
      en: 'Ask for a copy, a correction or an explanation of your data',
    },
  },
];

const RIGHTS: readonly Words[] = [
  {
    // Law 1/2023, art. 85(5) and (6): the work must not keep a person from earning a living or going to school.
    id: 'Kerja sosial tidak boleh lebih dari 8 jam sehari dan diatur agar Anda tetap dapat bekerja, bersekolah dan beribadah.',
    en: 'Community service is at most 8 hours a day and is planned so that you can still work, study and worship.',
  },
  {
    id: 'Jam Anda tidak pernah ditambah sebagai hukuman. Setiap menit yang dihitung dapat Anda lihat dan tanyakan.',
    en: 'Your hours are never increased as a punishment. You may see and question every minute that is counted.',
  },
  {
    id: 'Anda berhak atas alat keselamatan dan pertolongan bila cedera.',
    en: 'You have a right to safety equipment, and to help when injured.',
  },
  {
    id: 'Anda berhak didampingi dan dijelaskan dalam bahasa yang Anda pahami.',
    en: 'You have a right to be accompanied, and to explanations in a language you understand.',
  },
];

const COMPLAINTS: readonly Words[] = [
  {
    id: 'Pertama: bicaralah dengan petugas Anda, atau dengan pembimbing kemasyarakatan (PK) di Bapas.',
    en: 'First: talk to your officer, or to the probation counsellor (PK) at the Bapas.',
  },
  {
    id: 'Tidak puas? Ombudsman Republik Indonesia, telepon 137, gratis dan rahasia.',
    en: 'Not satisfied? The Ombudsman of the Republic of Indonesia, telephone 137, free and confidential.',
  },
  {
    id: 'Keberatan atas hasil uji kompetensi: ajukan banding kepada LSP; petugas membantu Anda menulisnya.',
    en: 'Not content with a competence test: appeal to the certification body (LSP); an officer helps you write it.',
  },
];

export function OwnRights({ personId }: { readonly personId: string }) {
  return (
    <>
      <section>
        <Heading level={2}>
          <Text of={{ id: 'Hak Anda', en: 'Your rights' }} />
        </Heading>
        <List items={RIGHTS} />
      </section>
      <section>
        <Heading level={2}>
          <Text of={{ id: 'Mengadu atau berkeberatan', en: 'To complain or appeal' }} />
        </Heading>
        <List items={COMPLAINTS} />
      </section>
      <section class="titian-screen-only">
        <Heading level={2}>
          <Text of={{ id: 'Sampaikan sendiri', en: 'Say it yourself' }} />
        </Heading>
        <ul class="govuk-list govuk-list--spaced">
          {REQUESTS.map(({ command, words }) => (
            <li>
              <Link href={commandPath({ kind: 'person', id: personId }, command)}>
                <Text of={words} />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const List = ({ items }: { readonly items: readonly Words[] }) => (
  <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
    {items.map((words) => (
      <li>
        <Text of={words} />
      </li>
    ))}
  </ul>
);
