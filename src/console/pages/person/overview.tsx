/** The first page of a person: where on the path, what next, how many hours, and why. */
import { personPath } from '../../addresses.ts';
import type { Page } from '../../page.ts';
import { PersonFrame } from '../../person/frame.tsx';
import { HoursPanel } from '../../person/hours-panel.tsx';
import { NextDeadlines } from '../../person/next-deadlines.tsx';
import { NextSteps, type WorkSeen } from '../../person/next-steps.tsx';
import { openPerson } from '../../person/open-person.ts';
import { pathOf } from '../../person/path.ts';
import { PathPicture } from '../../person/path-picture.tsx';
import { journeyApiPath } from '../../person/read-person.ts';
import { reasonsOf, Why } from '../../person/why/why.tsx';
import { neutralTitle } from './neutral-title.ts';

export const overviewPage: Page = {
  method: 'GET',
  path: '/people/:personId',
  roles: 'everyone',
  async open(asked) {
    const { frame, outlooks } = await openPerson(asked);
    const { journey, names, actor, caseNumbers, today } = frame;
    const work = await asked.api.get<WorkSeen>(`${journeyApiPath(journey.personId)}/work`);
    const waitsFor = work.ok ? work.body.items.map((item) => item.waitsFor) : [];
    const allNames = new Map([...names, ...(await asked.book.namesOf(waitsFor))]);
    return {
      title: neutralTitle(journey),
      within: '/search',
      body: (
        <PersonFrame of={frame} current={personPath(journey.personId)}>
          <PathPicture phases={pathOf(journey, actor.role, today)} />
          <div class="titian-person-columns">
            <div>
              <NextSteps work={work} journey={journey} role={actor.role} names={allNames} />
              <NextDeadlines deadlines={journey.armedDeadlines} caseNumbers={caseNumbers} />
            </div>
            <div>
              <Why reasons={reasonsOf(journey, frame.outlooks, today)} />
            </div>
          </div>
          <HoursPanel journey={journey} outlooks={outlooks} caseNumbers={caseNumbers} />
        </PersonFrame>
      ),
    };
  },
};
