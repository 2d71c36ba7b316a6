/** What every paper of a community-service case begins with. */
import type { JourneyEvents } from '../../domain/journey/events.ts';
import type { CommunityServiceCase } from '../../domain/journey/state.ts';
import type { OfficeFact, SiteFact } from '../../domain/registers/facts.ts';
import type { LedgerEvent } from '../../ledger/ledger.ts';
import type { PaperPerson, PaperRuling } from '../kinds/common-fields.ts';
import type { JourneyMaterial } from '../material.ts';
import type { PaperOffice } from '../paper.ts';

type Types = keyof JourneyEvents;
type EventOf<Type extends Types> = LedgerEvent & { readonly data: JourneyEvents[Type] };

/** The newest event of a type that is about the case. */
export const newestOf = <Type extends Types>(
  { events }: JourneyMaterial,
  caseId: string,
  ...types: readonly Type[]
): EventOf<Type> | undefined =>
  events.findLast(
    ({ type, data }) =>
      (types as readonly string[]).includes(type) && (data as { caseId?: string }).caseId === caseId,
  ) as EventOf<Type> | undefined;

export interface CaseFacts {
  readonly found: CommunityServiceCase;
  readonly person: PaperPerson;
  readonly ruling: PaperRuling;
  readonly office: PaperOffice;
  readonly officeName: string;
  readonly regency: string;
  readonly probationOffice: string;
  /** Version of the event that registered the ruling. */
  readonly registeredAt: number;
}

export async function caseFacts(material: JourneyMaterial, caseId: string): Promise<CaseFacts | undefined> {
  const { state, identity } = material;
  const found = state.cases[caseId];
  const registered = newestOf(material, caseId, 'RulingRegistered');
  if (found === undefined || registered === undefined) return undefined;
  const { court, rulingDate, caseNumber } = registered.data;
  const office = await material.fact<OfficeFact>(`office/${found.office}`);
  const name = office?.name ?? found.office;
  const regency = office?.regency ?? '';
  const { birthDate, sex, address } = identity;
  return {
    found,
    person: {
      name: identity.name,
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(sex === undefined ? {} : { sex }),
      ...(address === undefined ? {} : { address }),
    },
    ruling: {
      ...{ court, date: rulingDate, finalOn: found.finalOn },
      caseNumber: await material.open(registered, 'caseNumber', caseNumber),
    },
    office: { name, regency, zone: found.zone },
    ...{ officeName: name, regency, registeredAt: registered.version },
    probationOffice: await officeName(material, found.probationOffice),
  };
}

export async function officeName(material: JourneyMaterial, officeId: string): Promise<string> {
  return (await material.fact<OfficeFact>(`office/${officeId}`))?.name ?? officeId;
}

export async function siteName(material: JourneyMaterial, siteId: string | undefined): Promise<string> {
  if (siteId === undefined) return '';
  return (await material.fact<SiteFact>(`site/${siteId}`))?.name ?? siteId;
}

/** Number of the paper on which an event rests; `fallback` where none was given. */
export async function numberOf(
  material: JourneyMaterial,
  event: LedgerEvent,
  fallback: string,
): Promise<string> {
  const number = event.meta.document?.number;
  return number === undefined ? fallback : material.open(event, 'document.number', number);
}
