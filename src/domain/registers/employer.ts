/** Employers: who offers work, of which ownership, and with how many workers (E-03, E-08). */
import type { Command, DecideContext, Decision } from '../decider.ts';
import { accept } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { LocalDate } from '../time/moment.ts';
import type { RegisterKind } from './register-kind.ts';

/** UU 8/2016 art. 53: the first asks 1 %, all others 2 % (BUMN, BUMD, government, regional government). */
export const OWNERSHIPS = [
  'PRIVATE',
  'STATE_OWNED',
  'REGIONALLY_OWNED',
  'GOVERNMENT',
  'REGIONAL_GOVERNMENT',
] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

export interface Workforce {
  readonly workers: number;
  readonly disabledWorkers: number;
  readonly on: LocalDate;
}

/** Fact `employer/<id>`. */
export interface EmployerFact {
  readonly id: string;
  /** Who may speak for it: the employer itself. */
  readonly owner: string;
  readonly name: string;
  readonly ownership: Ownership;
  readonly regency: string;
  readonly sector: string;
  /** Reports in the order of their dates; a later report of the same date replaces it. */
  readonly workforce: readonly Workforce[];
}

export type RegisterEmployerData = Omit<EmployerFact, 'id' | 'owner' | 'workforce'>;
export type ReportWorkforceData = Workforce;

/** The report in force on a date; undefined before the first. */
export const workforceOn = ({ workforce }: EmployerFact, date: LocalDate): Workforce | undefined =>
  workforce.findLast(({ on }) => on <= date);

/** An employer speaks for itself alone; the register's own officers may speak for all. */
export const speaksForEmployer = ({ command }: DecideContext, employerId: string): boolean =>
  command.actor.role !== 'EMPLOYER' || command.actor.office === employerId;

const report = (employer: EmployerFact, command: Command, context: DecideContext): Decision => {
  const { workers, disabledWorkers, on } = command.data as ReportWorkforceData;
  if (!speaksForEmployer(context, employer.id)) {
    return refuseWith('NOT_PERMITTED', { role: command.actor.role, office: command.actor.office });
  }
  if (disabledWorkers > workers) return refuseWith('MALFORMED', { field: 'disabledWorkers' });
  return accept({ type: 'WorkforceReported', data: { workers, disabledWorkers, on } });
};

const withReport = (employer: EmployerFact, report: Workforce): EmployerFact => ({
  ...employer,
  workforce: [...employer.workforce.filter(({ on }) => on !== report.on), report].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  ),
});

/** Whether another register has an entry under this key. */
export const isKnown = (context: DecideContext, key: string): boolean => (context.fact(key) ?? null) !== null;

export const employerRegister: RegisterKind<EmployerFact> = {
  commands: ['register-employer', 'report-workforce'],
  decide(id, employer, command, context) {
    if (command.name === 'register-employer') {
      if (employer !== null) return refuseWith('ALREADY_DONE', {});
      // One name for one party: notices, reach and candidates go by it.
      if (isKnown(context, `office/${id}`)) return refuseWith('ID_TAKEN', { id });
      const { name, ownership, regency, sector } = command.data as RegisterEmployerData;
      const data: EmployerFact = { id, owner: id, name, ownership, regency, sector, workforce: [] };
      return accept({ type: 'EmployerRegistered', data });
    }
    return employer === null
      ? refuseWith('EMPLOYER_UNKNOWN', { employerId: id })
      : report(employer, command, context);
  },
  evolve(_id, employer, event) {
    if (event.type === 'EmployerRegistered') return event.data as EmployerFact;
    if (employer === null || event.type !== 'WorkforceReported') return employer;
    return withReport(employer, event.data as Workforce);
  },
};
