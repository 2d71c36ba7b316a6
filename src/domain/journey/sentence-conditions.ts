/**
 * The conditions of art. 85(1) and (4) on a ruling, measured with the numbers in force on its date.
 * A final ruling that departs from them is stored with a warning and waits for the prosecutor's
 * confirmation: the system does not refuse a court (S10). Only hours outside the range must come with
 * the prosecutor's reason at once, because most of them are typing errors (S09).
 */
import type { Actor, DecideContext, Warning } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { warn } from '../law/warnings.ts';
import type { LocalDate } from '../time/moment.ts';
import type { Anomaly, JourneyCommands, ReplacedPenalty } from './commands.ts';
import type { Refused } from './handlers.ts';

export interface FoundAnomaly {
  readonly anomaly: Anomaly;
  readonly warning: Warning;
}

type Ruling = JourneyCommands['register-ruling'];

const found = (anomaly: Anomaly, actual: number, limit: number | string): FoundAnomaly => ({
  anomaly,
  warning: warn('SENTENCE_CONDITION_ANOMALY', { condition: anomaly, actual, limit }),
});

export interface HoursRange {
  readonly minimum: number;
  readonly maximum: number;
}

export const hoursRangeOn = (date: LocalDate, context: DecideContext): HoursRange => ({
  minimum: context.policy<number>('minimum_hours', date),
  maximum: context.policy<number>('maximum_hours', date),
});

export const withinRange = (hours: number, { minimum, maximum }: HoursRange): boolean =>
  Number.isInteger(hours) && hours >= minimum && hours <= maximum;

/** S09: outside the range only as what the paper says, entered by a prosecutor with a reason. */
export function hoursRefusal(ruling: Ruling, actor: Actor, context: DecideContext): Refused | undefined {
  const hours = ruling.orderedHours;
  if (hours === null) {
    return ruling.measure === undefined
      ? refuseWith('HOURS_RANGE', { hours: 0, ...hoursRangeOn(ruling.rulingDate, context) })
      : undefined;
  }
  const range = hoursRangeOn(ruling.rulingDate, context);
  if (withinRange(hours, range)) return undefined;
  const stated = ruling.anomalyReason !== undefined && actor.role === 'EXECUTING_PROSECUTOR';
  return stated && Number.isInteger(hours) && hours > 0
    ? undefined
    : refuseWith('HOURS_RANGE', { hours, ...range });
}

/** What is replaced against the limits of art. 85(1), on the date of the ruling. */
export function replacedAnomalies(
  replaced: ReplacedPenalty | null,
  rulingDate: LocalDate,
  context: DecideContext,
): FoundAnomaly[] {
  if (replaced?.kind === 'PRISON') {
    const limit = context.policy<number>('replaced_prison_limit_days', rulingDate);
    return replaced.days > limit ? [found('REPLACED_PRISON_TOO_LONG', replaced.days, limit)] : [];
  }
  return replaced === null ? [] : fineAnomalies(replaced.rupiah, rulingDate, context);
}

function fineAnomalies(rupiah: number, rulingDate: LocalDate, context: DecideContext): FoundAnomaly[] {
  const limit = context.policy<number>('fine_category_2_rupiah', rulingDate);
  return rupiah > limit ? [found('REPLACED_FINE_TOO_HIGH', rupiah, limit)] : [];
}

/** All departures of a ruling, in the order in which the article names them. */
export function anomaliesOf(ruling: Ruling, context: DecideContext): FoundAnomaly[] {
  const { rulingDate, replaced, unpaidFineRupiah } = ruling;
  const anomalies: FoundAnomaly[] = [];
  if (ruling.origin === 'PRIMARY_85') {
    const limit = context.policy<number>('threat_limit_months', rulingDate);
    const threat = ruling.maximumThreatMonths;
    if (threat >= limit) anomalies.push(found('THREAT_TOO_HIGH', threat, limit));
  }
  anomalies.push(...replacedAnomalies(replaced, rulingDate, context));
  if (replaced?.kind !== 'FINE' && unpaidFineRupiah !== undefined) {
    anomalies.push(...fineAnomalies(unpaidFineRupiah, rulingDate, context));
  }
  if (ruling.orderedHours !== null) {
    const range = hoursRangeOn(rulingDate, context);
    if (!withinRange(ruling.orderedHours, range)) {
      const limit = `${range.minimum}-${range.maximum}`;
      anomalies.push(found('HOURS_OUT_OF_RANGE', ruling.orderedHours, limit));
    }
  }
  return anomalies;
}
