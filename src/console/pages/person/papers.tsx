/** Papers of one person: list, download, make. */
import { personTabPath } from '../../addresses.ts';
import { ApiRefused, type Problem } from '../../api.ts';
import { fieldText, type Page, type Shown, type SignedIn } from '../../page.ts';
import { PersonFrame } from '../../person/frame.tsx';
import { openPerson } from '../../person/open-person.ts';
import { journeyApiPath, personOf } from '../../person/read-person.ts';
import { PAPER_WORDS, type PapersSeen, PapersTab } from '../../person/tab-parts/papers.tsx';
import { neutralTitle } from './neutral-title.ts';

async function shown(asked: SignedIn, refused?: Problem): Promise<Shown> {
  const { frame } = await openPerson(asked);
  const { journey, caseNumbers, actor } = frame;
  const papers = await asked.api.get<PapersSeen>(`${journeyApiPath(journey.personId)}/papers`);
  const current = personTabPath(journey.personId, 'papers');
  return {
    title: neutralTitle(journey, { id: 'Surat', en: 'Papers' }),
    within: '/search',
    ...(refused === undefined ? {} : { status: refused.status }),
    body: (
      <PersonFrame of={frame} current={current}>
        <PapersTab
          journey={journey}
          papers={papers}
          role={actor.role}
          caseNumbers={caseNumbers}
          made={asked.query.made === '1'}
          refused={refused}
        />
      </PersonFrame>
    ),
  };
}

const papersPage: Page = {
  method: 'GET',
  path: '/people/:personId/papers',
  roles: 'everyone',
  open: (asked) => shown(asked),
};

/** The same form sent twice makes one paper: its id is the command's. */
const makePaper: Page = {
  method: 'POST',
  path: '/people/:personId/papers',
  roles: 'everyone',
  async open(asked) {
    const { form } = asked;
    const kind = fieldText(form, 'kind');
    const query = new URLSearchParams(
      (['caseId', 'about'] as const).flatMap((field) => {
        const value = fieldText(form, field);
        return value === '' ? [] : [[field, value]];
      }),
    );
    const path = `${journeyApiPath(personOf(asked))}/papers/${Object.hasOwn(PAPER_WORDS, kind) ? kind : 'unknown'}?${query}`;
    const answer = await asked.api.send(path, {}, fieldText(form, 'command'));
    if (!answer.ok) return shown(asked, answer.problem);
    return { redirect: `${personTabPath(personOf(asked), 'papers')}?made=1` };
  },
};

const paperFile: Page = {
  method: 'GET',
  path: '/people/:personId/papers/:paperId',
  roles: 'everyone',
  async open(asked) {
    const { paperId = '' } = asked.params;
    const { status, contentType, bytes } = await asked.api.file(
      `/api/v1/papers/${encodeURIComponent(paperId)}.pdf`,
    );
    if (status !== 200) throw new ApiRefused(JSON.parse(bytes.toString('utf8')) as Problem);
    // No name and no case number in the file's name: it stays behind on shared machines.
    return { file: bytes, contentType, saveAs: `titian-${paperId.slice(2, 10)}.pdf` };
  },
};

export const papersPages: readonly Page[] = [papersPage, makePaper, paperFile];
