/** Some people at different points of their way, in one world: so that most desks have something to do. */
import type { SandboxIdentity } from '../../../src/access/sandbox-issuer.ts';
import { createChangesElsewhere } from '../../../src/projections/changes-elsewhere.ts';
import { createPeopleOfDesk } from '../../../src/projections/people-of-desk.ts';
import { createProjectors, type Projectors } from '../../../src/projections/projectors.ts';
import { createWorkList } from '../../../src/projections/work-list.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import {
  type CaseOnTheWay,
  fictitiousIdentity,
  must,
  newWorld,
  PROSECUTOR,
  paper,
  REGISTRAR,
  registerPerson,
  ruling,
  STAFF,
  SUPERVISOR,
} from '../../api/case-on-the-way.ts';

export const as = (role: SandboxIdentity['role'], office: string): SandboxIdentity => ({
  sub: `${role}-${office}`.toLowerCase(),
  role,
  office,
});
export const PRISON = as('PRISON_OFFICER', 'lapas-medan');
export const REFERRER = as('REFERRAL_OFFICER', 'baznas');
export const OFFICER = as('PLACEMENT_OFFICER', 'disnaker-medan');
export const FAR_PROSECUTOR = as('EXECUTING_PROSECUTOR', 'kejari-jayapura');

export interface DesksAtWork {
  readonly api: ApiWorld;
  readonly world: string;
  readonly people: {
    /** Final since long, no order. */
    readonly late: CaseOnTheWay;
    /** Placed with a site that has not answered. */
    readonly placed: CaseOnTheWay;
    readonly inmate: CaseOnTheWay;
    readonly referred: CaseOnTheWay;
    readonly seeker: CaseOnTheWay;
  };
  catchUp(): Promise<void>;
}

const steps = async (person: CaseOnTheWay, ...all: Parameters<CaseOnTheWay['send']>[]): Promise<void> => {
  for (const one of all) await must(person.send(...one));
};

const finalRuling = (more: Record<string, unknown> = {}): Parameters<CaseOnTheWay['send']>[] => [
  ['register-ruling', ruling(more), STAFF, { document: paper('PUTUSAN', 'PTS-1', '2026-03-09') }],
  [
    'record-ruling-final',
    { caseId: 'c1', finalOn: '2026-03-09' },
    STAFF,
    { document: paper('PETIKAN', 'PTK-1', '2026-03-09') },
  ],
];

export async function openDesks(): Promise<DesksAtWork> {
  let projectors: Projectors | undefined;
  const api = await openApi({
    console: true,
    rooms: ({ pool, ledger }) => {
      projectors = createProjectors({ pool, ledger });
      return {
        work: createWorkList(pool),
        people: createPeopleOfDesk(pool),
        changes: createChangesElsewhere(pool),
      };
    },
  });
  const world = await newWorld(api);
  const person = (name: string) => registerPerson(api, fictitiousIdentity({ name }), world);
  const late = await person('Soekirman Rahasia');
  const placed = await person('Dewi Rahasia');
  const inmate = await person('Karno Rahasia');
  const referred = await person('Nurul Rahasia');
  const seeker = await person('Yanto Rahasia');
  await steps(late, ...finalRuling());
  await steps(
    placed,
    ...finalRuling(),
    [
      'order-execution',
      { caseId: 'c1', orderedOn: '2026-03-09', firstAppearanceOn: '2026-03-30' },
      PROSECUTOR,
      { document: paper('P-48', 'PRINT-1/L.2.10/Eku.3/03/2026', '2026-03-09') },
    ],
    ['assign-site', { caseId: 'c1', siteId: SUPERVISOR.site, source: 'PROSECUTOR' }, PROSECUTOR],
  );
  await steps(
    inmate,
    [
      'import-inmate',
      {
        ...{ registerNumber: 'BI.123/2026', probationOffice: 'bapas-medan', generalRemissions: 0 },
        sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 24, days: 0 },
        stageDates: {
          oneThird: '2026-09-05',
          half: '2027-01-05',
          twoThirds: '2027-05-05',
          expiry: '2028-01-04',
        },
      },
      PRISON,
      { document: paper('SDP', 'SDP-1', '2026-03-09') },
    ],
    ['assess-inmate-needs', { caseId: 'c1', note: 'Ingin belajar las.' }, PRISON],
    [
      'request-litmas',
      { caseId: 'c1', purpose: 'TRAINING' },
      PRISON,
      { document: paper('S', 'S-1', '2026-03-09') },
    ],
  );
  await steps(referred, [
    'receive-referral',
    {
      ...{ centre: 'bbpvp-medan', purpose: 'TRAINING', goal: 'Ingin bekerja', needs: [] },
      reference: { system: 'DTSEN', id: 'X-1' },
    },
    REFERRER,
  ]);
  await steps(seeker, [
    'issue-job-seeker-card',
    { number: 'AK1-1', issuedOn: '2026-03-09' },
    OFFICER,
    { document: paper('AK1', 'AK1-1', '2026-03-09') },
  ]);
  const catchUp = async () => {
    while ((await api.ledger.sequenceLeaves()) > 0);
    await projectors?.catchUp();
  };
  // Nobody acts: what was due is late.
  await must(
    api.call({
      url: `/api/v1/sandbox/worlds/${world}/clock`,
      as: REGISTRAR,
      body: { to: '2026-03-23T02:00:00.000Z' },
    }),
  );
  await catchUp();
  return { api, world, people: { late, placed, inmate, referred, seeker }, catchUp };
}
