/**
 * Classes and candidates that this desk may list: offered by name where all of them fit into one list. Where there are
 * more, the box stays one to write in: a list that lacks the right one would be worse than none.
 */
import { mayRead } from '../../../access/roles.ts';
import type { SignedIn } from '../../page.ts';
import { shortName } from '../../pages/outside/work-api.ts';
import { titlesOf } from '../../register-titles.ts';
import { dateInWords } from '../../words/amounts.ts';
import { stageWords } from '../../words/stages.ts';
import { say } from '../../words/words.ts';
import type { Choice, ReferenceOf } from '../schema/index.ts';

/** A list longer than this is none that anybody chooses from. */
const MOST = 100;

type Listed = { readonly [Of in ReferenceOf]?: readonly Choice[] };

export async function deskChoices(asked: SignedIn, wanted: ReadonlySet<ReferenceOf>): Promise<Listed> {
  const [classes, candidates] = await Promise.all([
    wanted.has('class') ? classesOf(asked) : undefined,
    wanted.has('candidate') ? candidatesOf(asked) : undefined,
  ]);
  return {
    ...(classes === undefined ? {} : { class: classes }),
    ...(candidates === undefined ? {} : { candidate: candidates }),
  };
}

async function classesOf(asked: SignedIn): Promise<readonly Choice[] | undefined> {
  const { api, language, session } = asked;
  if (!mayRead(session.actor, 'list-classes').allowed) return undefined;
  type Row = {
    readonly classId: string;
    readonly status: string;
    readonly programmeId: string;
    readonly startsOn: string;
  };
  const answer = await api.get<{ readonly classes: readonly Row[]; readonly nextCursor: string | null }>(
    '/api/v1/classes',
    { world: session.world, limit: MOST },
  );
  if (!answer.ok || answer.body.nextCursor !== null) return undefined;
  const titles = await titlesOf(asked.book, 'programme');
  return answer.body.classes.map(({ classId, status, programmeId, startsOn }) => ({
    value: classId,
    label: `${titles.get(programmeId) ?? programmeId}, ${dateInWords(language, startsOn)}: ${say(
      language,
      stageWords('class', status),
    )} (${classId})`,
  }));
}

async function candidatesOf(asked: SignedIn): Promise<readonly Choice[] | undefined> {
  const { api, language, session } = asked;
  if (!mayRead(session.actor, 'list-candidates').allowed) return undefined;
  type Row = {
    readonly candidate: string;
    readonly certificates: readonly { readonly schemeId: string }[];
    readonly availableFrom: string;
  };
  const answer = await api.get<{ readonly candidates: readonly Row[]; readonly nextCursor: string | null }>(
    '/api/v1/candidates',
    { world: session.world, limit: MOST },
  );
  if (!answer.ok || answer.body.nextCursor !== null) return undefined;
  const titles = await titlesOf(asked.book, 'scheme');
  return answer.body.candidates.map(({ candidate, certificates, availableFrom }) => {
    const skills = certificates.map(({ schemeId }) => titles.get(schemeId) ?? schemeId).join(', ');
    const from = dateInWords(language, availableFrom);
    const who = say(language, { id: 'Calon', en: 'Candidate' });
    return {
      value: candidate,
      label: `${who} ${shortName(candidate)}: ${[skills, from].filter(Boolean).join(', ')}`,
    };
  });
}
