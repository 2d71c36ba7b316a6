/** The tabs of a person: each a page of its own, with its address. What the desk may not see says so and no more. */

import type { VNode } from 'preact';
import { type PersonTab, personTabPath } from '../../addresses.ts';
import type { Page, SignedIn } from '../../page.ts';
import { Empty, Heading } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { type FrameOf, PersonFrame } from '../../person/frame.tsx';
import { HoursPanel } from '../../person/hours-panel.tsx';
import { hoursCases } from '../../person/journey-view.ts';
import { type OpenedPerson, openPerson } from '../../person/open-person.ts';
import { AssessmentTab } from '../../person/tab-parts/assessment.tsx';
import { CertificateTab } from '../../person/tab-parts/certificate.tsx';
import { Absences, HoursTotals, SessionWeeks, sessionsOf } from '../../person/tab-parts/hours.tsx';
import { PlacementTab } from '../../person/tab-parts/placement.tsx';
import { TrainingTab } from '../../person/tab-parts/training.tsx';
import { opensTab } from '../../person/tabs.ts';
import { titlesOf } from '../../register-titles.ts';
import type { Words } from '../../words/words.ts';
import { neutralTitle } from './neutral-title.ts';

const NOT_YOURS: Words = {
  id: 'Bagian ini ditangani meja lain.',
  en: 'This part is looked after by another desk.',
};

function tabPage(
  tab: PersonTab,
  title: Words,
  show: (asked: SignedIn, opened: OpenedPerson) => Promise<VNode>,
): Page {
  return {
    method: 'GET',
    path: `/people/:personId/${tab}`,
    roles: 'everyone',
    async open(asked) {
      const opened = await openPerson(asked);
      const { frame } = opened;
      const body = opensTab(asked.session.actor, tab) ? (
        await show(asked, opened)
      ) : (
        <Empty>
          <Text of={NOT_YOURS} />
        </Empty>
      );
      return {
        title: neutralTitle(frame.journey, title),
        within: '/search',
        body: (
          <PersonFrame of={frame} current={personTabPath(frame.journey.personId, tab)}>
            {body}
          </PersonFrame>
        ),
      };
    },
  };
}

/** What units are called, by their codes, as the programmes say. */
async function unitNames({ book }: SignedIn): Promise<ReadonlyMap<string, string>> {
  const programmes = await book.all('programme');
  return new Map(
    programmes.flatMap(({ value }) =>
      ((value.units ?? []) as readonly { readonly code: string; readonly title: string }[]).map(
        ({ code, title }) => [code, title] as const,
      ),
    ),
  );
}

function Hours({
  of: { journey, names, actor, caseNumbers },
  opened,
}: {
  readonly of: FrameOf;
  readonly opened: OpenedPerson;
}) {
  // What is still going on comes first, then the newest.
  const cases = hoursCases(journey)
    .toReversed()
    .sort((one, other) => Number(other.open) - Number(one.open));
  const desk = { personId: journey.personId, role: actor.role, names };
  if (cases.length === 0) {
    return (
      <Empty>
        <Text
          of={{
            id: 'Tidak ada jam yang terlihat dari meja Anda.',
            en: 'There are no hours that your desk can see.',
          }}
        />
      </Empty>
    );
  }
  return (
    <>
      <HoursPanel journey={journey} outlooks={opened.outlooks} caseNumbers={caseNumbers} />
      {cases.map((found) => {
        const sessions = sessionsOf(journey, found);
        return (
          <section>
            <Heading
              level={2}
              {...(cases.length > 1 ? { caption: caseNumbers.get(found.caseId) ?? found.caseId } : {})}
            >
              <Text of={{ id: 'Sesi', en: 'Sessions' }} />
            </Heading>
            <HoursTotals sessions={sessions} />
            <SessionWeeks sessions={sessions} desk={desk} />
            <Absences found={found} />
          </section>
        );
      })}
    </>
  );
}

const hours = tabPage('hours', { id: 'Jam', en: 'Hours' }, async (_asked, opened) => (
  <Hours of={opened.frame} opened={opened} />
));

const training = tabPage('training', { id: 'Pelatihan', en: 'Training' }, async (asked, { frame }) => (
  <TrainingTab
    journey={frame.journey}
    role={frame.actor.role}
    names={frame.names}
    programmes={await titlesOf(asked.book, 'programme')}
    unitNames={await unitNames(asked)}
  />
));

const assessment = tabPage(
  'assessment',
  { id: 'Uji kompetensi', en: 'Assessment' },
  async (asked, { frame }) => (
    <AssessmentTab
      journey={frame.journey}
      names={frame.names}
      schemes={await titlesOf(asked.book, 'scheme')}
      unitNames={await unitNames(asked)}
    />
  ),
);

const certificate = tabPage(
  'certificate',
  { id: 'Sertifikat', en: 'Certificate' },
  async (asked, { frame }) => (
    <CertificateTab
      journey={frame.journey}
      role={frame.actor.role}
      names={frame.names}
      schemes={await titlesOf(asked.book, 'scheme')}
    />
  ),
);

const placement = tabPage('placement', { id: 'Penempatan', en: 'Placement' }, async (asked, { frame }) => (
  <PlacementTab
    journey={frame.journey}
    role={frame.actor.role}
    names={frame.names}
    vacancies={await titlesOf(asked.book, 'vacancy')}
    today={frame.today}
  />
));

export const tabPages: readonly Page[] = [hours, training, assessment, certificate, placement];
