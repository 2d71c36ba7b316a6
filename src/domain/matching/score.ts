/**
 * How well a candidate fits a vacancy: by skill, place, date and needs, and by nothing else. Pure; each
 * point stands beside its reason. Whatever a person learns more never lowers the score.
 *
 * It proposes an order to a placement officer; it decides nothing, and nobody is left out by it.
 */
import type { DecideContext } from '../decider.ts';
import type { LocalDate } from '../time/moment.ts';
import type { ReasonCode } from './reasons.ts';

/** What matching knows of a person: neither who they are nor where they come from (G-08, I-8). */
export interface CandidateProfile {
  /** SKKNI codes, achieved or certified. */
  readonly units: readonly string[];
  /** Schemes with a certificate that counts today. */
  readonly schemes: readonly string[];
  readonly regencies: readonly string[];
  readonly sectors: readonly string[];
  readonly availableFrom: LocalDate;
  /** Empty where the person did not agree to disclose them: matching goes on without (S52). */
  readonly needs: readonly string[];
}

export interface Wanted {
  readonly units: readonly string[];
  readonly schemes: readonly string[];
  readonly regency: string;
  readonly sector: string;
  readonly validUntil: LocalDate;
  readonly needsSupported: readonly string[];
}

/** Most points for each aspect; a dated policy (`matching_weights`, in this order). */
export interface MatchWeights {
  readonly unit: number;
  readonly scheme: number;
  readonly regency: number;
  readonly date: number;
  readonly need: number;
  readonly sector: number;
}

export interface MatchReason {
  readonly code: ReasonCode;
  /** Unit, scheme, regency, date, need or sector that it is about. */
  readonly what: string;
  readonly points: number;
}

export interface Match {
  readonly points: number;
  readonly reasons: readonly MatchReason[];
}

export const matchWeightsOn = (rules: Pick<DecideContext, 'policy'>, on: LocalDate): MatchWeights => {
  const [unit = 0, scheme = 0, regency = 0, date = 0, need = 0, sector = 0] = rules.policy<readonly number[]>(
    'matching_weights',
    on,
  );
  return { unit, scheme, regency, date, need, sector };
};

/** The most points are shared evenly by what is asked for; each that is there brings its share. */
const shares = (
  asked: readonly string[],
  held: readonly string[],
  most: number,
  [there, missing]: readonly [ReasonCode, ReasonCode],
): MatchReason[] =>
  asked.map((what) =>
    held.includes(what)
      ? { code: there, what, points: most / asked.length }
      : { code: missing, what, points: 0 },
  );

export function matchOf(candidate: CandidateProfile, wanted: Wanted, weights: MatchWeights): Match {
  const { regency, sector, validUntil } = wanted;
  const inPlace = candidate.regencies.includes(regency);
  const inTime = candidate.availableFrom <= validUntil;
  const reasons: MatchReason[] = [
    ...shares(wanted.units, candidate.units, weights.unit, ['UNIT_HELD', 'UNIT_MISSING']),
    ...shares(wanted.schemes, candidate.schemes, weights.scheme, ['SCHEME_CERTIFIED', 'SCHEME_MISSING']),
    {
      code: inPlace ? 'REGENCY_FITS' : 'REGENCY_DIFFERS',
      what: regency,
      points: inPlace ? weights.regency : 0,
    },
    {
      code: inTime ? 'AVAILABLE_IN_TIME' : 'AVAILABLE_LATER',
      what: candidate.availableFrom,
      points: inTime ? weights.date : 0,
    },
    ...shares(candidate.needs, wanted.needsSupported, weights.need, ['NEED_MET', 'NEED_UNMET']),
    ...(candidate.sectors.includes(sector)
      ? [{ code: 'SECTOR_WANTED', what: sector, points: weights.sector } as const]
      : []),
  ];
  // Whoever needs nothing has nothing that could be unmet: it must be no disadvantage to say so.
  const needless = candidate.needs.length === 0 ? weights.need : 0;
  return { points: reasons.reduce((sum, { points }) => sum + points, needless), reasons };
}

/** Best first; of equals the one who is available earlier, then by key so that the order is always the same. */
export function ranked<Candidate extends CandidateProfile & { readonly key: string }>(
  candidates: readonly Candidate[],
  wanted: Wanted,
  weights: MatchWeights,
): readonly { readonly candidate: Candidate; readonly match: Match }[] {
  return candidates
    .map((candidate) => ({ candidate, match: matchOf(candidate, wanted, weights) }))
    .sort(
      (a, b) =>
        b.match.points - a.match.points ||
        compare(a.candidate.availableFrom, b.candidate.availableFrom) ||
        compare(a.candidate.key, b.candidate.key),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
