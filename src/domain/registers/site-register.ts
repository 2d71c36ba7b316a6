/** Registering, amending, suspending and reinstating a site. */
import type { Command, DecideContext, Decision, Refusal, Warning } from '../decider.ts';
import { accept } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { warn } from '../law/warnings.ts';
import { isLocalDate } from '../time/day-number.ts';
import type { LocalDate, Zone } from '../time/moment.ts';
import { momentAt } from '../time/moments.ts';
import type { RegisterKind } from './register-kind.ts';
import type { SiteFact, SuspensionReason } from './site.ts';

/** `commercial` is asked outright, because a site that says yes must be refused in words. */
export type RegisterSiteData = Omit<SiteFact, 'id' | 'commercial' | 'suspended' | 'suspensions'> & {
  readonly commercial: boolean;
};

/** Only the fields that change. The zone stays: dates already recorded were counted in it. */
export type AmendSiteData = Partial<
  Omit<SiteFact, 'id' | 'zone' | 'commercial' | 'suspended' | 'suspensions'>
>;

export interface SuspendSiteData {
  readonly reason: SuspensionReason;
  /** First day without new assignments; absent = the day it is recorded. */
  readonly on?: LocalDate;
}

export type ReinstateSiteData = { readonly [none: string]: never };

const MOST_PLACES_PER_DAY = 10_000;

type Refused = { kind: 'refused'; refusal: Refusal };

const refusalOf = (site: AmendSiteData, context: DecideContext): Refused | null => {
  if (site.owner !== undefined && context.fact(`office/${site.owner}`) === undefined) {
    return refuseWith('OFFICE_UNKNOWN', { officeId: site.owner });
  }
  if (site.calendar !== undefined && context.fact(`calendar/${site.calendar}`) === undefined) {
    return refuseWith('CALENDAR_UNKNOWN', { calendarId: site.calendar });
  }
  const places = site.capacityPerDay ?? 1;
  if (!Number.isInteger(places) || places < 1 || places > MOST_PLACES_PER_DAY) {
    return refuseWith('MALFORMED', { field: 'capacityPerDay' });
  }
  const weekdays = site.openWeekdays ?? [1];
  if (weekdays.length === 0 || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    return refuseWith('MALFORMED', { field: 'openWeekdays' });
  }
  if (!(site.closedOn ?? []).every(isLocalDate)) return refuseWith('MALFORMED', { field: 'closedOn' });
  return site.agreement ? agreementRefusal(site.agreement) : null;
};

const agreementRefusal = ({ validFrom, validTo }: NonNullable<SiteFact['agreement']>): Refused | null => {
  if (!isLocalDate(validFrom)) return refuseWith('MALFORMED', { field: 'agreement.validFrom' });
  if (!isLocalDate(validTo)) return refuseWith('MALFORMED', { field: 'agreement.validTo' });
  return validTo < validFrom
    ? refuseWith('DATE_IMPLAUSIBLE', { field: 'agreement.validTo', date: validTo })
    : null;
};

const warningsOf = (id: string, safetyCoverReference: string | null): Warning[] =>
  safetyCoverReference === null ? [warn('NO_SAFETY_COVER', { siteId: id })] : [];

const register = (id: string, command: Command, context: DecideContext): Decision => {
  const { commercial, ...site } = command.data as RegisterSiteData;
  if (commercial) return refuseWith('SITE_COMMERCIAL', {});
  const refused = refusalOf(site, context);
  if (refused !== null) return refused;
  const { name, owner, agency, regency, zone, capacityPerDay, workTypes, agreement } = site;
  const { safetyCoverReference, contactPost, accessNotes, trainingCentre } = site;
  const { calendar, openWeekdays, openOnHolidays, closedOn } = site;
  const fact: SiteFact = {
    ...{ id, name, owner, agency, regency, zone, capacityPerDay, workTypes, agreement },
    ...{ safetyCoverReference, contactPost, accessNotes, trainingCentre, commercial: false },
    ...{ calendar, openWeekdays, openOnHolidays, closedOn, suspended: null },
  };
  const warnings = warningsOf(id, safetyCoverReference);
  return { kind: 'accepted', events: [{ type: 'SiteRegistered', data: fact }], warnings };
};

const AMENDABLE = [
  'name',
  'owner',
  'agency',
  'regency',
  'capacityPerDay',
  'workTypes',
  'agreement',
  'safetyCoverReference',
  'contactPost',
  'accessNotes',
  'trainingCentre',
  'calendar',
  'openWeekdays',
  'openOnHolidays',
  'closedOn',
] as const satisfies readonly (keyof AmendSiteData)[];

const amend = (site: SiteFact, command: Command, context: DecideContext): Decision => {
  const asked = command.data as AmendSiteData;
  const refused = refusalOf(asked, context);
  if (refused !== null) return refused;
  const isChanged = (field: (typeof AMENDABLE)[number]): boolean =>
    asked[field] !== undefined && JSON.stringify(asked[field]) !== JSON.stringify(site[field]);
  const changes = Object.fromEntries(
    AMENDABLE.filter(isChanged).map((field) => [field, asked[field]]),
  ) as AmendSiteData;
  if (Object.keys(changes).length === 0) return refuseWith('ALREADY_DONE', {});
  const cover = changes.safetyCoverReference;
  const warnings = cover === undefined ? [] : warningsOf(site.id, cover);
  return { kind: 'accepted', events: [{ type: 'SiteAmended', data: { changes } }], warnings };
};

const localToday = (context: DecideContext, zone: Zone): LocalDate => momentAt(context.now, zone).date;

const suspend = (site: SiteFact, command: Command, context: DecideContext): Decision => {
  const { reason, on } = command.data as SuspendSiteData;
  if (on !== undefined && !isLocalDate(on)) return refuseWith('MALFORMED', { field: 'on' });
  if (site.suspended !== null) return refuseWith('ALREADY_DONE', {});
  const data = { on: on ?? localToday(context, site.zone), reason };
  // The register cannot know who works there: the relay finds every journey that does (I.6b).
  const told = {
    target: `all/site/${site.id}`,
    name: 'suspend-site-sessions',
    data: { siteId: site.id, suspendedOn: data.on },
  };
  return { kind: 'accepted', events: [{ type: 'SiteSuspended', data }], messages: [told] };
};

/** One that was lifted before it began never was. */
const reinstated = (
  { suspended, suspensions = [] }: SiteFact,
  until: LocalDate,
): Pick<SiteFact, 'suspended' | 'suspensions'> =>
  suspended === null || suspended.on >= until
    ? { suspended: null, suspensions }
    : { suspended: null, suspensions: [...suspensions, { from: suspended.on, until }] };

export const siteRegister: RegisterKind<SiteFact> = {
  commands: ['register-site', 'amend-site', 'suspend-site', 'reinstate-site'],
  decide(id, site, command, context) {
    if (command.name === 'register-site') {
      return site === null ? register(id, command, context) : refuseWith('ALREADY_DONE', {});
    }
    if (site === null) return refuseWith('SITE_UNKNOWN', { siteId: id });
    if (command.name === 'amend-site') return amend(site, command, context);
    if (command.name === 'suspend-site') return suspend(site, command, context);
    if (site.suspended === null) return refuseWith('ALREADY_DONE', {});
    return accept({ type: 'SiteReinstated', data: { on: localToday(context, site.zone) } });
  },
  evolve(_id, site, event) {
    if (event.type === 'SiteRegistered') return event.data as SiteFact;
    if (site === null) return null;
    switch (event.type) {
      case 'SiteAmended':
        return { ...site, ...(event.data as { changes: AmendSiteData }).changes };
      case 'SiteSuspended':
        return { ...site, suspended: event.data as NonNullable<SiteFact['suspended']> };
      case 'SiteReinstated':
        return { ...site, ...reinstated(site, (event.data as { on: LocalDate }).on) };
      default:
        return site;
    }
  },
};
