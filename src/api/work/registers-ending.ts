/** What ends in the registers: agreements with sites and licences of assessors. Nobody's personal data. */
import { addDays } from '../../domain/time/index.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { RegisterService } from '../../registers/service.ts';

/** Days before its end at which an entry is somebody's work. */
const AHEAD_DAYS = 90;
const MOST = 20_000;

export interface EndingEntry {
  readonly register: 'site' | 'assessor';
  readonly id: string;
  readonly endsOn: LocalDate;
}

/** All that have ended or end soon, the earliest first. */
export async function registersEnding(
  registers: Pick<RegisterService, 'list'>,
  today: LocalDate,
): Promise<readonly EndingEntry[]> {
  const [sites, assessors] = await Promise.all([
    registers.list('site', MOST),
    registers.list('assessor', MOST),
  ]);
  const until = addDays(today, AHEAD_DAYS);
  const entries = [
    ...sites.map(({ id, value }) => ({ register: 'site', id, endsOn: agreementEnd(value) }) as const),
    ...assessors.map(({ id, value }) => ({ register: 'assessor', id, endsOn: licenceEnd(value) }) as const),
  ];
  return entries
    .flatMap(({ endsOn, ...entry }) => (endsOn === null || endsOn > until ? [] : [{ ...entry, endsOn }]))
    .sort((a, b) => (a.endsOn + a.id < b.endsOn + b.id ? -1 : 1));
}

const agreementEnd = (value: unknown): LocalDate | null =>
  (value as { agreement?: { validTo: LocalDate } | null }).agreement?.validTo ?? null;

/** Of the last licence; one that was withdrawn ends no more. */
function licenceEnd(value: unknown): LocalDate | null {
  const { licences = [], withdrawn } = value as {
    licences?: readonly { readonly validTo: LocalDate }[];
    withdrawn?: unknown;
  };
  if (withdrawn) return null;
  return (
    licences
      .map(({ validTo }) => validTo)
      .sort()
      .at(-1) ?? null
  );
}
