/** Reporting a vacancy, amending it, reporting that it is filled (Perpres 57/2023 art. 6), withdrawing it. */
import type { Command, DecideContext, Decision, Refusal } from '../decider.ts';
import { accept } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { LocalDate } from '../time/moment.ts';
import { momentAt } from '../time/moments.ts';
import { speaksForEmployer } from './employer.ts';
import type { RegisterKind } from './register-kind.ts';
import type { VacancyDetails, VacancyFact } from './vacancy.ts';

export type ReportVacancyData = VacancyDetails;
/** Only what changes. Employer, zone and exclusions stay: candidates were judged by them. */
export type AmendVacancyData = Partial<Omit<VacancyDetails, 'employerId' | 'zone' | 'exclusions'>>;
export interface CloseVacancyData {
  readonly on?: LocalDate;
}

type Refused = { kind: 'refused'; refusal: Refusal };

const inconsistent = ({ validFrom, validUntil, wage, ages }: VacancyDetails): Refused | undefined => {
  if (validUntil < validFrom)
    return refuseWith('DATE_IMPLAUSIBLE', { field: 'validUntil', date: validUntil });
  if (wage !== null && wage.toRupiah < wage.fromRupiah) return refuseWith('MALFORMED', { field: 'wage' });
  return ages !== null && ages.to < ages.from ? refuseWith('MALFORMED', { field: 'ages' }) : undefined;
};

const notTheirs = (employerId: string, context: DecideContext): Refused | undefined => {
  const { role, office } = context.command.actor;
  return speaksForEmployer(context, employerId) ? undefined : refuseWith('NOT_PERMITTED', { role, office });
};

const report = (id: string, command: Command, context: DecideContext): Decision => {
  const details = command.data as ReportVacancyData;
  const { employerId } = details;
  if (context.fact(`employer/${employerId}`) === undefined) {
    return refuseWith('EMPLOYER_UNKNOWN', { employerId });
  }
  const refused = notTheirs(employerId, context) ?? inconsistent(details);
  if (refused !== undefined) return refused;
  const data: VacancyFact = { ...details, id, owner: employerId, status: 'OPEN', closedOn: null };
  return accept({ type: 'VacancyReported', data });
};

const amend = (vacancy: VacancyFact, command: Command): Decision => {
  const asked = command.data as AmendVacancyData;
  const changes = Object.fromEntries(
    Object.entries(asked).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(vacancy[field as keyof VacancyFact]),
    ),
  );
  if (Object.keys(changes).length === 0) return refuseWith('ALREADY_DONE', {});
  return inconsistent({ ...vacancy, ...changes }) ?? accept({ type: 'VacancyAmended', data: { changes } });
};

const closing = { 'report-vacancy-filled': 'VacancyFilled', 'withdraw-vacancy': 'VacancyWithdrawn' } as const;

const close = (vacancy: VacancyFact, command: Command, { now }: DecideContext): Decision => {
  const on = (command.data as CloseVacancyData).on ?? momentAt(now, vacancy.zone).date;
  const type = closing[command.name as keyof typeof closing];
  // The register knows no candidates: the relay finds every journey that is proposed (G-08).
  const told = {
    target: `all/vacancy/${vacancy.id}`,
    name: 'end-proposals-of-vacancy',
    data: { vacancyId: vacancy.id, reason: type === 'VacancyFilled' ? 'FILLED' : 'WITHDRAWN' },
  };
  return { kind: 'accepted', events: [{ type, data: { on } }], messages: [told] };
};

export const vacancyRegister: RegisterKind<VacancyFact> = {
  commands: ['report-vacancy', 'amend-vacancy', 'report-vacancy-filled', 'withdraw-vacancy'],
  decide(id, vacancy, command, context) {
    if (command.name === 'report-vacancy') {
      return vacancy === null ? report(id, command, context) : refuseWith('ALREADY_DONE', {});
    }
    if (vacancy === null) return refuseWith('VACANCY_UNKNOWN', { vacancyId: id });
    const refused = notTheirs(vacancy.employerId, context);
    if (refused !== undefined) return refused;
    if (vacancy.status !== 'OPEN') return refuseWith('VACANCY_CLOSED', { vacancyId: id });
    return command.name === 'amend-vacancy' ? amend(vacancy, command) : close(vacancy, command, context);
  },
  evolve(_id, vacancy, event) {
    if (event.type === 'VacancyReported') return event.data as VacancyFact;
    if (vacancy === null) return null;
    switch (event.type) {
      case 'VacancyAmended':
        return { ...vacancy, ...(event.data as { changes: AmendVacancyData }).changes };
      case 'VacancyFilled':
        return { ...vacancy, status: 'FILLED', closedOn: (event.data as { on: LocalDate }).on };
      case 'VacancyWithdrawn':
        return { ...vacancy, status: 'WITHDRAWN', closedOn: (event.data as { on: LocalDate }).on };
      default:
        return vacancy;
    }
  },
};
