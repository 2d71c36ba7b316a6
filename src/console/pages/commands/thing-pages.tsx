/** Certificates, permits, assessments, proposals, candidates: what the API shows of one, and what comes next. */
import { ASSESSMENT_COMMANDS, PROPOSAL_COMMANDS } from '../../../catalogue/addressed.ts';
import { certificateCommands } from '../../../catalogue/certificate.ts';
import type { CatalogueEntry } from '../../../catalogue/index.ts';
import { permitCommands } from '../../../catalogue/permit.ts';
import type { CommandTarget } from '../../addresses.ts';
import { ApiRefused, must } from '../../api.ts';
import type { Page, PageResult, SignedIn } from '../../page.ts';
import { Form, LinkButton } from '../../parts/form.tsx';
import { useWords } from '../../parts/rendering.ts';
import { Heading, Paragraph } from '../../parts/structure.tsx';
import { Tag, Text } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { type StagePart, stageMeaning, stageWords } from '../../words/stages.ts';
import type { Words } from '../../words/words.ts';
import { commandsFor, NextSteps } from './next-steps.tsx';
import { ShownRows } from './registers.tsx';
import { namesIn, type ShownRow, shownRows } from './shown-view.ts';

type View = { readonly [field: string]: unknown };

interface Kind {
  readonly path: string;
  readonly title: Words;
  readonly roles: readonly TokenRole[];
  /** By this command its fields are called. */
  readonly filledBy: string;
  readonly part?: StagePart;
  readonly commands: readonly string[];
  target(id: string): CommandTarget;
  read(asked: SignedIn, id: string): Promise<View>;
}

const path = (asked: SignedIn, resource: string, id: string): Promise<View> =>
  asked.api.get<View>(`/api/v1/${resource}/${encodeURIComponent(id)}`).then(must);

const inWorld = (asked: SignedIn, resource: string, id: string): Promise<View> =>
  asked.api
    .get<View>(`/api/v1/${resource}/${encodeURIComponent(id)}`, { world: asked.session.world })
    .then(must);

const PAGE = 200;

/** There is no read of one proposal: it is found in the list of one's own. */
async function proposal(asked: SignedIn, id: string): Promise<View> {
  for (let cursor: string | undefined, pages = 0; pages < 20; pages += 1) {
    const page: {
      readonly proposals: readonly (View & { readonly proposalId: string })[];
      readonly nextCursor: string | null;
    } = must(await asked.api.get('/api/v1/proposals', { world: asked.session.world, limit: PAGE, cursor }));
    const found = page.proposals.find(({ proposalId }) => proposalId === id);
    if (found !== undefined) return found;
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  throw new ApiRefused(NO_SUCH_PROPOSAL);
}

const NO_SUCH_PROPOSAL = {
  ...{ type: 'urn:titian:problem:proposal-unknown', status: 404, code: 'PROPOSAL_UNKNOWN' },
  ...{ title: '', detail: '', article: null, parameters: {}, instance: '' },
  sentence: { id: 'Usulan ini tidak ada pada Anda.', en: 'You have no such proposal.' },
  next: { id: 'Buka daftar usulan.', en: 'Open the list of proposals.' },
};

const BODY: readonly TokenRole[] = ['CERTIFICATION_BODY_ADMINISTRATOR'];

const KINDS: readonly Kind[] = [
  {
    path: '/certificates/:id',
    title: { id: 'Sertifikat', en: 'Certificate' },
    roles: [...BODY, 'AUDITOR'],
    filledBy: 'issue-certificate',
    part: 'certificate',
    commands: Object.keys(certificateCommands),
    target: (id) => ({ kind: 'certificate', id }),
    read: (asked, id) => path(asked, 'certificates', id),
  },
  {
    path: '/permits/:id',
    title: { id: 'Izin tenaga kerja asing (RPTKA)', en: 'Foreign-worker permit' },
    roles: ['EMPLOYER', 'PERMIT_OFFICER', 'AUDITOR'],
    filledBy: 'apply-for-permit',
    part: 'permit',
    commands: Object.keys(permitCommands).filter((name) => name !== 'apply-for-permit'),
    target: (id) => ({ kind: 'permit', id }),
    read: (asked, id) => path(asked, 'permits', id),
  },
  {
    path: '/assessments/:id',
    title: { id: 'Asesmen', en: 'Assessment' },
    roles: [...BODY, 'ASSESSOR', 'AUDITOR'],
    filledBy: 'request-assessment',
    part: 'assessment',
    commands: ASSESSMENT_COMMANDS,
    target: (id) => ({ kind: 'assessment', id }),
    read: (asked, id) => inWorld(asked, 'assessments', id),
  },
  {
    path: '/proposals/:id',
    title: { id: 'Usulan calon', en: 'Proposal' },
    roles: ['EMPLOYER', 'PLACEMENT_OFFICER'],
    filledBy: 'propose-candidate',
    part: 'proposal',
    commands: PROPOSAL_COMMANDS,
    target: (id) => ({ kind: 'proposal', id }),
    read: proposal,
  },
];

export const thingPages: readonly Page[] = [
  ...KINDS.map(
    (kind): Page => ({
      method: 'GET',
      path: kind.path,
      roles: kind.roles,
      open: (asked) => open(asked, kind),
    }),
  ),
  {
    method: 'POST',
    path: '/assessments/:id/name',
    roles: [...BODY, 'ASSESSOR'],
    open: openWithName,
  },
];

async function openWithName(asked: SignedIn): Promise<PageResult> {
  const { id = '' } = asked.params;
  const kind = KINDS.find(({ part }) => part === 'assessment')!;
  const { name } = must(
    await asked.api.get<{ readonly name: string | null }>(
      `/api/v1/assessments/${encodeURIComponent(id)}/candidate-name`,
      { world: asked.session.world },
    ),
  );
  return open(asked, kind, name ?? undefined);
}

async function open(asked: SignedIn, kind: Kind, name?: string): Promise<PageResult> {
  const { id = '' } = asked.params;
  const view = await kind.read(asked, id);
  const { language, zone, book, session } = asked;
  const names = await namesIn(book, view);
  const showing = { language, zone, command: kind.filledBy, names };
  const target = kind.target(id);
  const { role } = session.actor;
  const stage = [view.stage, view.status].find((one) => typeof one === 'string');
  return {
    title: kind.title,
    body: (
      <Thing
        kind={kind}
        id={id}
        heading={headingOf(kind, id, view, names)}
        rows={shownRows(showing, withoutOwnId(view)).filter(({ lines }) => lines.length > 0)}
        target={target}
        commands={commandsFor(role, target, kind.commands)}
        mayAskName={kind.part === 'assessment' && role !== 'AUDITOR'}
        {...(typeof stage === 'string' ? { stage } : {})}
        {...(name === undefined ? {} : { name })}
      />
    ),
  };
}

/** A certificate is known by its scheme, a permit by the employer; nobody's name stands in a title of the kind. */
function headingOf({ part }: Kind, id: string, view: View, names: ReadonlyMap<string, string>) {
  if (part === 'certificate' && typeof view.schemeName === 'string') return view.schemeName;
  return part === 'permit' ? names.get(typeof view.employer === 'string' ? view.employer : id) : undefined;
}

/** The id and the stage stand at the top. */
function withoutOwnId({ stage: _stage, status: _status, ...view }: View): View {
  const { certificateId, permitId: _permit, proposalId: _proposal, candidate: _candidate, ...rest } = view;
  const { assessmentId: _assessment, schemeId, ...others } = rest;
  // An assessment names its certificate; the other way round the number alone helps nobody.
  return {
    ...others,
    // A scheme by its name alone, where that is there.
    ...(schemeId === undefined || view.schemeName !== undefined ? {} : { schemeId }),
    ...(certificateId === undefined || view.number !== undefined ? {} : { certificateId }),
  };
}

interface ThingProps {
  readonly kind: Kind;
  readonly id: string;
  readonly heading: string | undefined;
  readonly rows: readonly ShownRow[];
  readonly target: CommandTarget;
  readonly commands: readonly CatalogueEntry[];
  readonly stage?: string;
  readonly mayAskName: boolean;
  readonly name?: string;
}

function Thing({ kind, id, heading, rows, target, commands, stage, mayAskName, name }: ThingProps) {
  const t = useWords();
  return (
    <>
      <Heading caption={(name ?? heading) === undefined ? undefined : t(kind.title)}>
        {name ?? heading ?? t(kind.title)}
      </Heading>
      <p class="govuk-body-s titian-receipt">
        {t({ id: 'Nomor dalam Titian', en: 'Id in Titian' })}: <code>{id}</code>
      </p>
      {stage === undefined || kind.part === undefined ? null : (
        <p class="govuk-body">
          <Tag meaning={stageMeaning(kind.part, stage)}>{t(stageWords(kind.part, stage))}</Tag>
        </p>
      )}
      {mayAskName && name === undefined ? (
        <>
          <Paragraph>
            <Text
              of={{
                id: 'Nama asesi dibuka satu per satu; setiap pembukaan dicatat.',
                en: 'Names are opened one by one; each look is written down.',
              }}
            />
          </Paragraph>
          <Form action={`/assessments/${encodeURIComponent(id)}/name`}>
            <LinkButton>{t({ id: 'Tampilkan nama asesi', en: 'Show the name' })}</LinkButton>
          </Form>
        </>
      ) : null}
      <ShownRows rows={rows} />
      <NextSteps target={target} entries={commands} />
    </>
  );
}
