/**
 * What the registers hold on the first day, as an ordered list of ordinary register commands: nothing
 * is put in by another way. Command ids are fixed, so that loading the list again changes nothing.
 * Whoever changes an entry's data here raises its revision: the register then answers `ALREADY_DONE` for
 * entries that exist, and the loader treats that as done. Existing entries are changed by `amend-site`
 * and the like, never by this list.
 */
import { isAssumption, POLICY_NAMES, startingPolicy, statedSource } from '../law/policy-catalogue.ts';
import { ASSESSORS } from './data/assessors.ts';
import { CERTIFICATION_BODIES } from './data/certification-bodies.ts';
import { CORRECTIONS_OFFICES } from './data/corrections-offices.ts';
import { EXPANSION_CENTRES } from './data/disability-centres.ts';
import { HOLIDAYS_2026 } from './data/holidays-2026.ts';
import { HOLIDAYS_2027 } from './data/holidays-2027.ts';
import { MANPOWER_OFFICES } from './data/manpower-offices.ts';
import { NATIONAL_CALENDAR } from './data/national-calendar.ts';
import { PERMIT_OFFICES } from './data/permit-offices.ts';
import { PROGRAMMES } from './data/programmes.ts';
import { PROSECUTION_OFFICES } from './data/prosecution-offices.ts';
import { REFERRERS } from './data/referrers.ts';
import { SCHEMES } from './data/schemes.ts';
import { SITES } from './data/sites.ts';
import { TRAINING_CENTRES } from './data/training-centres.ts';
import type { RegisterOfficeData } from './office.ts';
import type { SetPolicyData } from './policy.ts';
import type { RegisterName } from './register-decider.ts';
import { registerStream } from './register-decider.ts';

export interface StartingCommand {
  readonly stream: string;
  readonly register: RegisterName;
  readonly entryId: string;
  readonly commandId: string;
  readonly name: string;
  readonly data: unknown;
}

const REVISION = 1;

const command = (
  register: RegisterName,
  entryId: string,
  name: string,
  data: unknown,
  revision = REVISION,
): StartingCommand => ({
  stream: registerStream(register, entryId),
  register,
  entryId,
  commandId: `seed:${revision}:${register}/${entryId}:${name}`,
  name,
  data,
});

const offices = [
  ...PROSECUTION_OFFICES,
  ...CORRECTIONS_OFFICES,
  ...TRAINING_CENTRES,
  ...EXPANSION_CENTRES,
  ...PERMIT_OFFICES,
  ...MANPOWER_OFFICES,
  ...REFERRERS,
  ...CERTIFICATION_BODIES,
].map(([id, kind, name, zone, regency, parent = null]) =>
  command('office', id, 'register-office', {
    kind,
    name,
    zone,
    parent,
    regency,
    calendar: NATIONAL_CALENDAR,
  } satisfies RegisterOfficeData),
);

const sites = Object.entries(SITES).map(([id, data]) => command('site', id, 'register-site', data));

const programmes = Object.entries(PROGRAMMES).map(([id, data]) =>
  command('programme', id, 'register-programme', data),
);

const schemes = Object.entries(SCHEMES).map(([id, data]) => command('scheme', id, 'register-scheme', data));
const assessors = Object.entries(ASSESSORS).map(([id, data]) =>
  command('assessor', id, 'register-assessor', data),
);

/** Since then an assumption's source says that it is one; other entries are as they were. */
const ASSUMPTIONS_REVISION = 2;

const policies = POLICY_NAMES.map((name) => {
  const { unit, from, value } = startingPolicy(name);
  const data: SetPolicyData = { unit, from, value, source: statedSource(name) };
  return command('policy', name, 'set-policy', data, isAssumption(name) ? ASSUMPTIONS_REVISION : REVISION);
});

/** The year came later: a command id of its own. */
const YEAR_2027_REVISION = 2;

/** In this order each command finds what it names: calendar, offices from above, sites, policies. */
export const STARTING_COMMANDS: readonly StartingCommand[] = [
  command('calendar', NATIONAL_CALENDAR, 'register-calendar', { name: 'Hari libur nasional' }),
  command('calendar', NATIONAL_CALENDAR, 'set-holidays', HOLIDAYS_2026),
  command('calendar', NATIONAL_CALENDAR, 'set-holidays', HOLIDAYS_2027, YEAR_2027_REVISION),
  ...offices,
  ...sites,
  ...programmes,
  ...schemes,
  ...assessors,
  ...policies,
];
