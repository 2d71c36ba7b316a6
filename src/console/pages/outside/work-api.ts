/** What the API tells of candidates, proposals and vacancies, and the words for the codes in it. */
import type { MatchReason } from '../../../domain/matching/score.ts';
import type { VacancyFact } from '../../../domain/registers/vacancy.ts';
import type { LocalDate } from '../../../domain/time/moment.ts';
import type { SignedIn } from '../../page.ts';
import type { RegisterBook } from '../../register-book.ts';

/** Skills, certificates, place and date; needs only while the person agrees. There is nothing else to have (G-08). */
export interface ShownCandidate {
  readonly candidate: string;
  readonly units: readonly string[];
  readonly schemes: readonly string[];
  readonly certificates: readonly {
    readonly schemeId: string;
    readonly status: 'VALID' | 'EXPIRED';
    readonly validUntil: LocalDate | null;
  }[];
  readonly regencies: readonly string[];
  readonly sectors: readonly string[];
  readonly availableFrom: LocalDate;
  readonly needs?: readonly string[];
  readonly disability?: boolean;
  readonly wageFloorRupiah?: number | null;
}

export interface ShownProposal {
  readonly proposalId: string;
  readonly candidate: string;
  readonly vacancyId: string;
  readonly employerId: string;
  readonly stage: string;
  readonly available: boolean;
  readonly working: boolean;
}

export interface ShownMatch extends ShownCandidate {
  readonly points: number;
  readonly reasons: readonly MatchReason[];
}

export interface ShownQuota {
  readonly law: string;
  readonly percent: number;
  readonly workers: number;
  readonly exact: number;
  readonly roundedUp: number;
  readonly disabledWorkers: number;
  readonly missing: number;
  readonly reportedOn: LocalDate;
  readonly placedWithConsent: number;
}

export type Vacancy = VacancyFact;

/** Titles of schemes and units, and which schemes a green programme leads to. */
export interface Skills {
  schemeTitle(id: string): string;
  unitTitle(code: string): string;
  isGreen(schemeId: string): boolean;
}

const GREEN_TAG = 'green-job';

export async function skillsOf(book: RegisterBook): Promise<Skills> {
  const [schemes, programmes] = await Promise.all([book.all('scheme'), book.all('programme')]);
  const titles = new Map(schemes.map(({ id, value }) => [id, String(value.title ?? id)]));
  const units = new Map<string, string>();
  const green = new Set<string>();
  for (const { value } of programmes) {
    for (const { code, title } of value.units as readonly { code: string; title: string }[])
      units.set(code, title);
    const tags = value.tags as readonly string[];
    if (typeof value.schemeId === 'string' && tags.includes(GREEN_TAG)) green.add(value.schemeId);
  }
  return {
    schemeTitle: (id) => titles.get(id) ?? id,
    unitTitle: (code) => units.get(code) ?? code,
    isGreen: (schemeId) => green.has(schemeId),
  };
}

export const inWorld = ({ session }: SignedIn): { readonly world: string } => ({ world: session.world });

export const candidatePath = (token: string): string => `/candidates/${encodeURIComponent(token)}`;
export const vacancyPath = (id: string): string => `/vacancies/${encodeURIComponent(id)}`;

/** Enough to tell two candidates of a page apart; it means nothing to any other reader. */
export const shortName = (token: string): string => token.slice(0, 6).toUpperCase();
