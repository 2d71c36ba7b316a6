import type { JsonValue } from '../../decider.ts';
import type { LocalDate } from '../../time/moment.ts';

/** The penal code (KUHP), as sources cite it. */
export const CODE = 'UU 1/2023';

/** UU 1/2023 (KUHP) and UU 20/2025 (KUHAP) have been in force since this date. */
export const CODE_IN_FORCE: LocalDate = '2026-01-02';

/** First value of a policy. */
export interface StartingPolicy {
  /**
   * `assumption`: a reading of section L that the code follows everywhere and no value switches. It stands in the
   * register so that a decision's reader finds it; another reading is another build. Absent: a rule that is read.
   */
  readonly kind?: 'assumption';
  readonly unit: string;
  readonly from: LocalDate;
  readonly value: JsonValue;
  /** Article, practice or design that it rests on. */
  readonly source: string;
  /** The open question of the law that the value answers for the time being. */
  readonly question?: `L-${number}`;
  readonly id: string;
  readonly en: string;
}
