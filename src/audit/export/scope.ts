/** What a bundle is about. */
import type { Instant } from '../../domain/time/moment.ts';

export interface PersonScope {
  readonly kind: 'person';
  readonly id: string;
}

export interface ClassScope {
  readonly kind: 'class';
  readonly id: string;
}

export interface OfficeScope {
  readonly kind: 'office';
  readonly id: string;
  readonly world: string;
  /** Only streams that moved at or after this. */
  readonly from?: Instant;
  /** Only streams that moved before this. */
  readonly to?: Instant;
}

export interface PeriodScope {
  readonly kind: 'period';
  readonly from: Instant;
  readonly to: Instant;
}

export type BundleScope = PersonScope | ClassScope | OfficeScope | PeriodScope;

/** Leaves from `leafFrom` to `leafTo` - 1, all of which stand in the bundle of a period. */
export interface LeafRange {
  readonly leafFrom: number;
  readonly leafTo: number;
}

/** As the header says it. */
export type SealedScope = Exclude<BundleScope, PeriodScope> | (PeriodScope & LeafRange);

/** Under what the access log writes the export down: a person by the id, as every look at one. */
export function subjectOfScope(scope: BundleScope): string {
  if (scope.kind === 'period') return `period/${scope.from.slice(0, 10)}/${scope.to.slice(0, 10)}`;
  return scope.kind === 'person' ? scope.id : `${scope.kind}/${scope.id}`;
}
