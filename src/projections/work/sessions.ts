/** What the sessions of a case ask: who comes, what is to be confirmed or decided, which month is not reported. */
import type { CommunityServiceCase, JourneyState, Session } from '../../domain/journey/state.ts';
import { addDays } from '../../domain/time/index.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { todo, type WorkItem, waiting } from './row.ts';

const WORKING = ['RUNNING', 'REPEAT'];

export function caseSessionWork(state: JourneyState, found: CommunityServiceCase): WorkItem[] {
  const own = Object.values(state.sessions).filter(({ caseId }) => caseId === found.caseId);
  return [
    ...own.flatMap((session) => sessionWork(found, session)),
    ...(WORKING.includes(found.stage) ? [...expected(found, own), ...monthlyReport(state, found)] : []),
  ];
}

const dayOf = ({ start }: Session): LocalDate => start.slice(0, 10);

function sessionWork(found: CommunityServiceCase, session: Session): WorkItem[] {
  const { caseId, site, plan, stage, office } = found;
  const { sessionId: subject, siteId, zone, status, confirmation } = session;
  const prosecutor = { roles: ['EXECUTING_PROSECUTOR'], office } as const;
  // A site that the person has left still confirms by its own command; its list shows who is there now.
  const here = siteId === site?.siteId || siteId === plan?.siteId;
  const atSite = { roles: ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'], office: siteId } as const;
  const matter = { caseId, zone, subject, since: dayOf(session) };
  if (status === 'OPEN') {
    return here ? [todo(atSite, { ...matter, work: 'check-out', due: { on: dayOf(session) } })] : [];
  }
  if (status === 'RECORDED') {
    const confirm = {
      ...matter,
      work: 'confirm-session',
      due: { kind: 'session-confirmation', at: confirmation.confirmBy },
    } as const;
    return [...(here ? [todo(atSite, confirm)] : []), waiting(prosecutor, siteId, { ...confirm, stage })];
  }
  if (status === 'DISPUTED') {
    return [todo(prosecutor, { ...matter, work: 'disputed-session', stage })];
  }
  return [];
}

/** On the days of the plan, but for those that are excused, missed or worked already. */
function expected(found: CommunityServiceCase, sessions: readonly Session[]): WorkItem[] {
  const { plan, site, caseId, zone, excused, noShows } = found;
  if (plan === null || site === null || site.stopped || site.siteId !== plan.siteId) return [];
  const worked = sessions.filter(({ status }) => status !== 'VOID').map(dayOf);
  return [
    {
      roles: ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'],
      ...{ office: plan.siteId, condition: 'EXPECTED', work: 'expected', caseId, zone, since: plan.from },
      weekdays: plan.slots.map(({ weekday }) => weekday),
      hours: plan.slots.map(({ start, end }) => `${start}-${end}`),
      notOn: [...new Set([...worked, ...excused, ...noShows])].sort(),
    },
  ];
}

/** The earliest month since the start that nobody has reported; due when it has ended. */
function monthlyReport({ entries }: JourneyState, found: CommunityServiceCase): WorkItem[] {
  const { execution, caseId, zone, stage, probationOffice: office } = found;
  if (execution === null) return [];
  const reported = new Set(
    entries.flatMap((entry) =>
      entry.type === 'MonthlyReportFiled' && entry.caseId === caseId && !entry.corrected ? [entry.key] : [],
    ),
  );
  let month = execution.startedOn.slice(0, 7);
  while (reported.has(month)) month = nextMonth(month);
  const on = addDays(`${nextMonth(month)}-01`, -1);
  return [
    todo(
      { roles: ['PROBATION_COUNSELLOR'], office },
      { work: 'monthly-report', caseId, zone, stage, subject: month, since: `${month}-01`, due: { on } },
    ),
  ];
}

const nextMonth = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);
