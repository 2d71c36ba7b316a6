/** Offices: who acts, where, in which zone, and by which calendar they count working days. */
import { accept, type Command, type DecideContext, type Decision } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { LocalDate, Zone } from '../time/moment.ts';
import { momentAt } from '../time/moments.ts';
import { isKnown } from './employer.ts';
import type { RegisterKind } from './register-kind.ts';

export const OFFICE_KINDS = [
  /** High prosecution office of a province. */
  'KEJATI',
  /** District prosecution office. */
  'KEJARI',
  /** Probation office. */
  'BAPAS',
  /** Prison (Lapas, LPP, LPKA). */
  'PRISON',
  /** Remand prison (Rutan). */
  'REMAND_PRISON',
  /** Vocational training centre of the manpower ministry (BBPVP, BPVP). */
  'TRAINING_CENTRE',
  /** Certification body (LSP) licensed by BNSP (D-02). */
  'CERTIFICATION_BODY',
  /** District or provincial manpower office (Disnaker), or the ministry's placement unit. */
  'MANPOWER_OFFICE',
  /** Whoever refers by the social entrance: Kemensos, Dinsos, Baznas, DNIKS, ULD (E-09, E-10). */
  'REFERRER',
  /** Ministry unit that decides on the use of foreign workers (F-01). */
  'PERMIT_OFFICE',
] as const;

export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** Fact `office/<id>`. */
export interface OfficeFact {
  readonly id: string;
  readonly kind: OfficeKind;
  readonly name: string;
  readonly zone: Zone;
  /** Office above it, for example the Kejati of a Kejari. */
  readonly parent: string | null;
  /** Regency or city; the seat, where the office serves a larger area. */
  readonly regency: string;
  readonly calendar: string;
}

export type RegisterOfficeData = Omit<OfficeFact, 'id'>;

/** A whole prison is locked down: told to every journey that is held there (I.3, `apply-lockdown`). */
export interface FacilityLockdownData {
  readonly from: LocalDate;
  /** Absent where nobody knows yet how long. */
  readonly until?: LocalDate;
}

function lockdown(id: string, office: OfficeFact | null, command: Command, { now }: DecideContext): Decision {
  const { from, until } = command.data as FacilityLockdownData;
  if (office === null) return refuseWith('OFFICE_UNKNOWN', { officeId: id });
  if (office.kind !== 'PRISON' && office.kind !== 'REMAND_PRISON') {
    return refuseWith('NOT_A_PRISON', { officeId: id });
  }
  // It stops training at once: one that lies ahead is recorded when it has begun.
  if (from > momentAt(now, office.zone).date) return refuseWith('DATE_IN_FUTURE', { date: from });
  if (until !== undefined && until < from) {
    return refuseWith('DATE_IMPLAUSIBLE', { field: 'until', date: until, earliest: from });
  }
  const data = { facility: id, from, ...(until === undefined ? {} : { until }) };
  return {
    kind: 'accepted',
    events: [{ type: 'FacilityLockdownBegun', data }],
    messages: [{ target: `all/facility/${id}`, name: 'apply-lockdown', data }],
  };
}

export const officeRegister: RegisterKind<OfficeFact> = {
  commands: ['register-office', 'begin-facility-lockdown'],
  decide(id, office, command, context) {
    if (command.name === 'begin-facility-lockdown') return lockdown(id, office, command, context);
    const data = command.data as RegisterOfficeData;
    if (office !== null) return refuseWith('ALREADY_DONE', {});
    // One name for one party: notices, reach and candidates go by it.
    if (isKnown(context, `employer/${id}`)) return refuseWith('ID_TAKEN', { id });
    if (context.fact(`calendar/${data.calendar}`) === undefined) {
      return refuseWith('CALENDAR_UNKNOWN', { calendarId: data.calendar });
    }
    if (data.parent !== null && context.fact(`office/${data.parent}`) === undefined) {
      return refuseWith('OFFICE_UNKNOWN', { officeId: data.parent });
    }
    const { kind, name, zone, parent, regency, calendar } = data;
    return accept({
      type: 'OfficeRegistered',
      data: { id, kind, name, zone, parent, regency, calendar } satisfies OfficeFact,
    });
  },
  evolve: (_id, office, event) => (event.type === 'OfficeRegistered' ? (event.data as OfficeFact) : office),
};
