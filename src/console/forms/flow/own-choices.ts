/** What can be chosen of the person's own things, as far as this desk sees them: with words, not only ids. */
import { viewOf } from '../../../access/views.ts';
import { prisonCommands } from '../../../catalogue/prison.ts';
import { referralCommands } from '../../../catalogue/referral.ts';
import { localDateTimeOf } from '../../../domain/time/moments.ts';
import type { CommandTarget } from '../../addresses.ts';
import type { SignedIn } from '../../page.ts';
import { readCaseNumbers } from '../../person/read-person.ts';
import { titlesOf } from '../../register-titles.ts';
import { eventSentence } from '../../sentences/index.ts';
import { dateInWords, durationInWords, readingInWords } from '../../words/amounts.ts';
import { stageWords } from '../../words/stages.ts';
import { valueWords } from '../../words/values.ts';
import { say, type Words } from '../../words/words.ts';
import { referencesIn } from '../schema/choices.ts';
import type { Choice, Choices, FormDescription, ReferenceOf } from '../schema/index.ts';
import { registerChoices } from '../schema/index.ts';
import { deskChoices } from './desk-choices.ts';

type Thing = { readonly [field: string]: unknown };
type Own = { readonly [Of in ReferenceOf]?: readonly Choice[] };

export interface About {
  readonly choices: Choices;
  /** What the API showed of the person, class or whatever the command goes to; absent where it shows nothing. */
  readonly view?: Thing;
  /** The one case that is still open, where there is one and no other. */
  readonly openCase?: string;
  /** Of the person, where the desk may see it. */
  readonly name?: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly Thing[] =>
  Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : [];
const part = (view: Thing, name: string): Thing => (view[name] ?? {}) as Thing;

export async function whatItIsAbout(
  asked: SignedIn,
  target: CommandTarget,
  description: FormDescription,
): Promise<About> {
  const fields = [...description.fields, ...description.common];
  const wanted = referencesIn(fields);
  const kinds = new Set(wanted.map(({ field }) => field.of));
  const [inRegisters, ofDesk, about] = await Promise.all([
    registerChoices(description, asked.book),
    // What the form is about already is not chosen again, and nobody else is looked up for it.
    deskChoices(asked, new Set([...kinds].filter((of) => of !== target.kind))),
    target.kind === 'person' ? ofPerson(asked, target.id, description, kinds) : ofEntity(asked, target),
  ]);
  const own: { [path: string]: readonly Choice[] } = {};
  for (const { path, field } of wanted) {
    const found = about.own[field.of] ?? ofDesk[field.of];
    if (found !== undefined && found.length > 0) own[path] = found;
  }
  const { view, name, openCase } = about;
  return {
    choices: { ...inRegisters, ...own },
    ...(view === undefined ? {} : { view }),
    ...(name === undefined ? {} : { name }),
    ...(openCase === undefined ? {} : { openCase }),
  };
}

interface Found {
  readonly own: Own;
  readonly view?: Thing;
  readonly openCase?: string;
  readonly name?: string;
}

async function ofPerson(
  asked: SignedIn,
  personId: string,
  { command }: FormDescription,
  wanted: ReadonlySet<ReferenceOf>,
): Promise<Found> {
  const { api, session, language, book } = asked;
  const seesName = viewOf(session.actor.role).identity !== 'NONE';
  const path = `/api/v1/journeys/${encodeURIComponent(personId)}`;
  const answer = await api.get<Thing>(path, seesName ? { include: 'identity' } : {});
  // A form can be filled in without lists to choose from; whether it may be sent is asked when it is sent.
  if (!answer.ok) return { own: {} };
  const view = answer.body;
  const words = (of: Words): string => say(language, of);
  const employed = list(part(view, 'employment').placements);
  const sites = await book.namesOf([
    ...list(view.sessions).map(({ siteId }) => text(siteId)),
    ...employed.map(({ employerId }) => text(employerId)),
  ]);
  const [programmes, schemes, vacancies] = await Promise.all([
    titlesOf(book, 'programme'),
    titlesOf(book, 'scheme'),
    titlesOf(book, 'vacancy'),
  ]);
  const titled = (titles: ReadonlyMap<string, string>, id: unknown): string =>
    titles.get(text(id)) ?? text(id);
  const called = (id: string, name: string, ...parts: (string | false | undefined)[]): Choice => {
    const said = parts.filter((one): one is string => typeof one === 'string' && one !== '');
    return { value: id, label: said.length === 0 ? name : `${name}: ${said.join(', ')}` };
  };
  const label = (id: string, ...parts: (string | false | undefined)[]): Choice => called(id, id, ...parts);
  const on = (date: unknown): string => (text(date) === '' ? '' : dateInWords(language, text(date)));
  const shown = [...list(view.cases)].sort((a, b) => Number(b.open === true) - Number(a.open === true));
  const numbers = wanted.has('case')
    ? await readCaseNumbers({ ...asked, params: { ...asked.params, personId } })
    : new Map<string, string>();
  const cases = shown.map((one) =>
    called(
      text(one.caseId),
      // What stands on the papers, where the desk may know it.
      numbers.get(text(one.caseId)) ?? text(one.caseId),
      typeof one.orderedMinutes === 'number'
        ? `${words({ id: 'kerja sosial', en: 'community service' })} ${durationInWords(language, one.orderedMinutes)}`
        : words({ id: 'kerja sosial', en: 'community service' }),
      text(one.stage) !== '' && lower(words(stageWords('case', text(one.stage)))),
    ),
  );
  const prison = list(part(view, 'prison').cases).map((one) =>
    label(
      text(one.caseId),
      words({ id: 'perkara Lapas', en: 'prison case' }),
      lower(words(stageWords('prison', text(one.stage)))),
    ),
  );
  const referral = list(part(view, 'referral').cases).map((one) =>
    label(
      text(one.caseId),
      words({ id: 'rujukan', en: 'referral' }),
      lower(words(stageWords('referral', text(one.stage)))),
    ),
  );
  const own: Own = {
    case: Object.hasOwn(prisonCommands, command)
      ? prison
      : Object.hasOwn(referralCommands, command)
        ? referral
        : [...cases, ...prison, ...referral],
    session: list(view.sessions).map((one) =>
      label(
        text(one.sessionId),
        text(one.start) !== '' && readingInWords(language, text(one.start)),
        sites.get(text(one.siteId)),
        lower(words(stageWords('session', text(one.status)))),
      ),
    ),
    enrolment: list(part(view, 'training').enrolments).map((one) =>
      label(
        text(one.enrolmentId),
        titled(programmes, one.programmeId),
        lower(words(stageWords('training', text(one.stage)))),
        on(one.startsOn),
      ),
    ),
    offer: list(part(view, 'training').offers).map((one) =>
      label(text(one.offerId), titled(programmes, one.programmeId)),
    ),
    assessment: list(part(view, 'assessment').assessments).map((one) =>
      label(
        text(one.assessmentId),
        titled(schemes, one.schemeId),
        lower(words(stageWords('assessment', text(one.stage)))),
      ),
    ),
    proposal: list(part(view, 'employment').proposals).map((one) =>
      label(
        text(one.proposalId),
        titled(vacancies, one.vacancyId),
        lower(words(stageWords('proposal', text(one.stage)))),
      ),
    ),
    placement: employed.map((one) =>
      label(text(one.placementId), sites.get(text(one.employerId)), on(one.startedOn)),
    ),
    request: list(part(view, 'keeping').requests).map((one) =>
      label(text(one.requestId), say(language, valueWords('kind', text(one.kind))), on(one.filedOn)),
    ),
    breach: list(part(view, 'keeping').breaches).map((one) => label(text(one.breachId))),
    ...(wanted.has('event') ? { event: await eventsOf({ api, language }, path) } : {}),
  };
  const identity = part(view, 'identity');
  const open = shown.filter((one) => one.open === true).map(({ caseId }) => text(caseId));
  return {
    ...{ own, view },
    ...(text(identity.name) === '' ? {} : { name: text(identity.name) }),
    ...(open.length === 1 ? { openCase: open[0]! } : {}),
  };
}

/** Letters that stand for themselves stay (P-48). */
const lower = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

interface ShownEvent {
  readonly version: number;
  readonly type: string;
  readonly occurredAt: { readonly at: string; readonly date: string; readonly zone: 'WIB' | 'WITA' | 'WIT' };
  readonly data?: never;
}

/** The last entries, for what is corrected or rested on; without what the system itself waits for. */
async function eventsOf(
  { api, language }: Pick<SignedIn, 'api' | 'language'>,
  path: string,
): Promise<readonly Choice[]> {
  const found: ShownEvent[] = [];
  for (let after: number | null = 0; after !== null && found.length < 5_000; ) {
    const page: {
      readonly ok: boolean;
      readonly body?: { readonly events: readonly ShownEvent[]; readonly nextAfter: number | null };
    } = await api.get(`${path}/events`, { after, limit: 200 });
    if (!page.ok || page.body === undefined) return [];
    found.push(...page.body.events);
    after = page.body.nextAfter;
  }
  return found
    .filter(({ type, data }) => !type.startsWith('Deadline') && data !== undefined)
    .slice(-150)
    .reverse()
    .map((event) => ({
      value: String(event.version),
      label: `${event.version}: ${dateInWords(language, localDateTimeOf(event.occurredAt).slice(0, 10))}, ${eventSentence(language, event)}`,
    }));
}

async function ofEntity({ api, language, session }: SignedIn, target: CommandTarget): Promise<Found> {
  const resource = RESOURCES[target.kind];
  if (resource === undefined || !('id' in target)) return { own: {} };
  // Assessments are looked up by their world: the id tells none.
  const inWorld = target.kind === 'assessment' ? { world: session.world } : {};
  const answer = await api.get<Thing>(`/api/v1/${resource}/${encodeURIComponent(target.id)}`, inWorld);
  if (!answer.ok) return { own: {} };
  const view = answer.body;
  const seats = list(view.seats).map((one): Choice => {
    const id = text(one.enrolmentId);
    return { value: id, label: `${id}: ${say(language, stageWords('seat', text(one.status)))}` };
  });
  return { view, own: { enrolment: seats } };
}

const RESOURCES: { readonly [kind: string]: string } = {
  class: 'classes',
  certificate: 'certificates',
  permit: 'permits',
  finding: 'findings',
  assessment: 'assessments',
};
