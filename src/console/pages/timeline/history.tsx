/** The timeline of a stream: newest first, by day, corrections beside what they correct. */
import type { ComponentChildren } from 'preact';
import { momentAt } from '../../../domain/time/moments.ts';
import { personTabPath } from '../../addresses.ts';
import { ApiRefused } from '../../api.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { BackLink, Empty, Heading } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { PersonFrame } from '../../person/frame.tsx';
import { openPerson } from '../../person/open-person.ts';
import { codesIn } from '../../sentences/index.ts';
import { choiceOf, isChosen } from '../../timeline/choice.ts';
import {
  correctionsIn,
  readEvents,
  type SeenEvent,
  TIMELINES,
  type TimelineKind,
} from '../../timeline/events.ts';
import { dayAndDate } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';
import { neutralTitle } from '../person/neutral-title.ts';
import { ChoiceForm } from './choice-form.tsx';
import { Entry } from './entry.tsx';

const TITLE: Words = { id: 'Riwayat', en: 'History' };

export const historyPages: readonly DeskPage[] = (Object.keys(TIMELINES) as TimelineKind[]).map(historyPage);

function historyPage(kind: TimelineKind): DeskPage {
  return {
    method: 'GET',
    path: `/${TIMELINES[kind].page}/:id/history`,
    // Who may see events is the API's table; a desk that may not is told so in its words.
    roles: 'everyone',
    open: (asked) => show(asked, kind),
  };
}

async function show(asked: SignedIn, kind: TimelineKind) {
  const { api, params, query, book, now, zone, language } = asked;
  const id = params.id!;
  const read = await readEvents(api, kind, id);
  if (!read.ok) throw new ApiRefused(read.problem);
  const choice = choiceOf(query);
  const today = momentAt(now, zone).date;
  const chosen = read.events.filter((event) => isChosen(event, kind, choice, today)).toReversed();
  const offices = [...new Set(read.events.flatMap(({ meta }) => meta?.actor.office ?? []))].sort();
  const names = await book.namesOf([...offices, ...read.events.flatMap(({ data }) => codesIn(data))]);
  const corrections = correctionsIn(read.events);
  const days = byDay(chosen);
  const home = `/${TIMELINES[kind].page}/${encodeURIComponent(id)}`;
  const timeline = (heading: ComponentChildren) => (
    <div class={choice.print ? 'titian-timeline titian-timeline--paper' : 'titian-timeline'}>
      {heading}
      <ChoiceForm
        action={`${home}/history`}
        choice={choice}
        offices={offices}
        names={names}
        stream={kind}
        events={read.events}
      />
      {read.more ? (
        <p class="govuk-body">
          <Text
            of={{
              id: 'Hanya bagian pertama yang ditampilkan; selengkapnya ada dalam ekspor auditor.',
              en: 'Only the first part is shown; all of it is in the auditor’s export.',
            }}
          />
        </p>
      ) : null}
      {chosen.length === 0 ? (
        <Empty>
          <Text of={{ id: 'Tidak ada peristiwa dengan pilihan ini.', en: 'No event matches this choice.' }} />
        </Empty>
      ) : (
        [...days].map(([date, events]) => (
          <section class="titian-timeline__day">
            <h2 class="govuk-heading-s">{dayAndDate(language, date)}</h2>
            <ol class="titian-timeline__list" reversed>
              {events.map((event) => (
                <Entry
                  event={event}
                  stream={`${kind}/${id}`}
                  kind={kind}
                  names={names}
                  corrections={corrections.get(event.version)}
                  paper={choice.print}
                />
              ))}
            </ol>
          </section>
        ))
      )}
    </div>
  );
  if (kind !== 'journey') {
    return {
      title: TITLE,
      before: <BackLink href={home} />,
      body: timeline(
        <Heading caption={<Text of={WHOSE[kind]} />}>
          <Text of={TITLE} />
        </Heading>,
      ),
    };
  }
  // A tab of the person's page like the others: whose history it is stands above it, also on paper.
  const { frame } = await openPerson({ ...asked, params: { ...params, personId: id } });
  return {
    title: neutralTitle(frame.journey, TITLE),
    within: '/search',
    body: (
      <PersonFrame of={frame} current={personTabPath(id, 'history')}>
        {timeline(null)}
      </PersonFrame>
    ),
  };
}

/** Where there is no page of a person around it. */
const WHOSE: { readonly [K in Exclude<TimelineKind, 'journey'>]: Words } = {
  class: { id: 'Kelas', en: 'Class' },
  certificate: { id: 'Sertifikat', en: 'Certificate' },
  permit: { id: 'RPTKA', en: 'Foreign-worker permit' },
  finding: { id: 'Temuan', en: 'Finding' },
};

/** In the order in which they come: a correction of long ago stands on the day on which it was made. */
function byDay(events: readonly SeenEvent[]): ReadonlyMap<string, readonly SeenEvent[]> {
  const days = new Map<string, SeenEvent[]>();
  for (const event of events) {
    const { date } = event.occurredAt;
    const day = days.get(date);
    if (day === undefined) days.set(date, [event]);
    else day.push(event);
  }
  return days;
}
