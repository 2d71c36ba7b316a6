/** What is reported of a vacancy (Perpres 57/2023, E-03), and whether it takes candidates on a date. */
import type { LocalDate, Zone } from '../time/moment.ts';

export interface VacancyDetails {
  readonly employerId: string;
  readonly jobTitle: string;
  /** Occupation by KBJI, as text; null where the employer named none. */
  readonly kbjiCode: string | null;
  /** How many are wanted. */
  readonly openings: number;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  /** The place of work decides by which calendar the vacancy ends. */
  readonly zone: Zone;
  readonly regency: string;
  readonly sector: string;
  /** Youngest and oldest age where the work itself demands it; null = any. */
  readonly ages: { readonly from: number; readonly to: number } | null;
  /** Only where the law lets an employer ask: then with the ground. */
  readonly sex: { readonly only: 'MALE' | 'FEMALE'; readonly ground: string } | null;
  readonly education: string | null;
  /** SKKNI units asked for, as text (C-02). */
  readonly units: readonly string[];
  /** Certification schemes asked for, by their code in the register. */
  readonly schemes: readonly string[];
  readonly experienceMonths: number;
  readonly wage: { readonly fromRupiah: number; readonly toRupiah: number } | null;
  /** Needs that the workplace meets (accommodation codes). */
  readonly needsSupported: readonly string[];
  /** Legal exclusions of the job, by key, with their article: answered eligible or not, never why. */
  readonly exclusions: readonly { readonly key: string; readonly article: string }[];
}

/** Fact `vacancy/<id>`. */
export interface VacancyFact extends VacancyDetails {
  readonly id: string;
  /** Who may speak for it: its employer. */
  readonly owner: string;
  readonly status: 'OPEN' | 'FILLED' | 'WITHDRAWN';
  /** Local date since which it is not open any more (art. 6). */
  readonly closedOn: LocalDate | null;
}

/** Open, begun and not past its validity. */
export const takesCandidatesOn = (vacancy: VacancyFact, date: LocalDate): boolean =>
  vacancy.status === 'OPEN' && vacancy.validFrom <= date && date <= vacancy.validUntil;
