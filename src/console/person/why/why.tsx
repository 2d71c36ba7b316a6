/** All reasons of one person, as a section of the page. */
import type { LocalDate } from '../../../domain/time/moment.ts';
import { useWords } from '../../parts/rendering.ts';
import { Empty, Heading } from '../../parts/structure.tsx';
import { DateText, Tag, Text } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';
import type { JourneySeen, OutlookSeen } from '../journey-view.ts';
import { entranceReasons } from './entrances.ts';
import { hoursReasons } from './hours.ts';
import { learningReasons } from './learning.ts';
import type { Reason } from './reason.ts';
import { rulingReasons } from './ruling.ts';

export const reasonsOf = (
  journey: JourneySeen,
  outlooks: readonly OutlookSeen[],
  today: LocalDate,
): readonly Reason[] =>
  journey.diedOn !== null
    ? []
    : [
        ...journey.cases.flatMap((found) => [
          ...rulingReasons(found),
          ...hoursReasons(
            found,
            outlooks.find(({ caseId }) => caseId === found.caseId),
            journey.sessions,
          ),
        ]),
        ...entranceReasons(journey),
        ...learningReasons(journey, today),
      ];

const TAGS: { readonly [M in Reason['meaning']]: Words } = {
  overdue: { id: 'Terlambat', en: 'Late' },
  due: { id: 'Perlu dilihat', en: 'To look at' },
  hold: { id: 'Tertahan', en: 'On hold' },
  done: { id: 'Selesai', en: 'Done' },
  waiting: { id: 'Menunggu', en: 'Waiting' },
  breach: { id: 'Pelanggaran', en: 'Breach' },
};

export function Why({ reasons }: { readonly reasons: readonly Reason[] }) {
  const t = useWords();
  return (
    <section>
      <Heading level={2}>
        <Text of={{ id: 'Mengapa', en: 'Why' }} />
      </Heading>
      {reasons.length === 0 ? (
        <Empty>
          {t({
            id: 'Tidak ada yang terlambat, tertahan, atau ditolak dari yang Anda lihat.',
            en: 'Nothing that you can see is late, on hold or refused.',
          })}
        </Empty>
      ) : (
        <ul class="titian-why">
          {reasons.map(({ meaning, what, basis, help, changesOn }) => (
            <li>
              <p class="govuk-body">
                <Tag meaning={meaning}>{t(TAGS[meaning])}</Tag> {t(what)}
              </p>
              <p class="govuk-body titian-why__help">
                {t({ id: 'Yang dapat membantu', en: 'What helps' })}: {t(help)}
              </p>
              {basis === null && changesOn === null ? null : (
                <p class="govuk-body titian-why__basis">
                  {basis === null ? null : `${t({ id: 'Dasar', en: 'Basis' })}: ${basis}. `}
                  {changesOn === null ? null : (
                    <>
                      {t({ id: 'Dilihat lagi', en: 'Looked at again' })}: <DateText date={changesOn} />.
                    </>
                  )}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
