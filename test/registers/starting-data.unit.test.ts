import { beforeAll, describe, expect, test } from 'vitest';
import { policyOn } from '../../src/domain/law/policies.ts';
import { POLICY_NAMES } from '../../src/domain/law/policy-catalogue.ts';
import { DISABILITY_CENTRES } from '../../src/domain/registers/data/disability-centres.ts';
import type { CalendarFact, OfficeFact, PolicyFact, SiteFact } from '../../src/domain/registers/facts.ts';
import {
  hasAgreementOn,
  holidayDates,
  isRegisterId,
  isYearLoaded,
  STARTING_COMMANDS,
} from '../../src/domain/registers/index.ts';
import { addWorkingDays } from '../../src/domain/time/index.ts';
import { RegisterWorld, type Sent } from './register-world.ts';

const load = (world: RegisterWorld): Sent[] =>
  STARTING_COMMANDS.map(({ register, entryId, name, data }) => world.send(register, entryId, name, data));

describe('the starting data', () => {
  const world = new RegisterWorld();
  let answers: Sent[];
  beforeAll(() => {
    answers = load(world);
  });
  const entries = <T>(register: 'site' | 'office'): T[] =>
    STARTING_COMMANDS.filter((command) => command.register === register).map(
      ({ entryId }) => world.value<T>(register, entryId) as T,
    );

  test('is accepted in its order, command by command', () => {
    const refused = STARTING_COMMANDS.flatMap((command, index) =>
      answers[index]?.refused === undefined ? [] : [`${command.commandId}: ${answers[index]?.refused}`],
    );
    expect(refused).toEqual([]);
  });
  test('has one command id per command and proper ids', () => {
    expect(new Set(STARTING_COMMANDS.map((command) => command.commandId)).size).toBe(
      STARTING_COMMANDS.length,
    );
    expect(STARTING_COMMANDS.filter((command) => !isRegisterId(command.entryId))).toEqual([]);
  });
  test('survives being written as JSON, as the ledger does', () => {
    for (const { data } of STARTING_COMMANDS) expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });
  test('changes nothing when it is loaded again', () => {
    const before = JSON.stringify([...world.facts]);
    expect(new Set(load(world).map((answer) => answer.refused))).toEqual(new Set(['ALREADY_DONE']));
    expect(JSON.stringify([...world.facts])).toBe(before);
  });
  test('gives out as facts what its events fold to', () => {
    for (const { register, entryId } of STARTING_COMMANDS) {
      expect(world.folded(register, entryId)).toEqual(world.value(register, entryId));
    }
  });
  test('has the 21 training centres, Lembang beside them, and offices in all three zones', () => {
    const offices = entries<OfficeFact>('office');
    expect(offices.filter((office) => office.kind === 'TRAINING_CENTRE')).toHaveLength(21 + 1);
    expect(new Set(offices.map((office) => office.zone))).toEqual(new Set(['WIB', 'WITA', 'WIT']));
    for (const office of offices.filter(({ kind }) => kind === 'KEJARI')) {
      expect(world.value<OfficeFact>('office', office.parent ?? '')?.kind).toBe('KEJATI');
    }
  });
  test('has sites with an owner in the same zone and an agreement', () => {
    const sites = entries<SiteFact>('site');
    expect(sites.map((site) => site.id)).toEqual(
      expect.arrayContaining(['bbpvp-medan', 'puskesmas-helvetia', 'puskesmas-abepura']),
    );
    for (const site of sites) {
      expect(world.value<OfficeFact>('office', site.owner)?.zone).toBe(site.zone);
      expect(hasAgreementOn(site, '2026-04-01')).toBe(true);
      expect(site.commercial).toBe(false);
    }
    expect(world.value<SiteFact>('site', 'bbpvp-medan')?.trainingCentre).toBe(true);
    expect(world.value<SiteFact>('site', 'puskesmas-abepura')?.zone).toBe('WIT');
  });
  test('dates the agreements as they were signed (A-23)', () => {
    const signedOn = (id: string) => world.value<SiteFact>('site', id)?.agreement?.validFrom;
    expect(signedOn('bbpvp-medan')).toBe('2025-11-18');
    expect(signedOn('rsud-kudus')).toBe('2025-12-01');
    expect(signedOn('dlh-kota-bandung')).toBe('2025-11-04');
    expect(signedOn('puskesmas-ampenan')).toBe('2025-11-26');
  });
  test('has every policy in force from the day of the code', () => {
    for (const name of POLICY_NAMES) {
      expect(() => policyOn(world.value<PolicyFact>('policy', name), name, '2026-01-02')).not.toThrow();
    }
    const limit = policyOn(world.value<PolicyFact>('policy', 'daily_limit_minutes'), 'x', '2026-06-01');
    expect(limit).toMatchObject({ value: 480, source: 'UU 1/2023 art. 85(5)' });
  });
  test('S37: knows the holiday of 2026-06-16, and that 2028 is not loaded', () => {
    const calendar = world.value<CalendarFact>('calendar', 'nasional') as CalendarFact;
    expect(addWorkingDays('2026-06-02', 14, holidayDates(calendar))).toBe('2026-06-23');
    expect(isYearLoaded(calendar, 2026)).toBe(true);
    expect(isYearLoaded(calendar, 2027)).toBe(true);
    expect(isYearLoaded(calendar, 2028)).toBe(false);
  });
});

test('has the three centres that are prepared for persons with disabilities (C-09), each a training centre', () => {
  const offices = STARTING_COMMANDS.filter(({ name }) => name === 'register-office');
  const kinds = DISABILITY_CENTRES.map((id) => {
    const found = offices.find(({ entryId }) => entryId === id);
    return (found?.data as { kind?: string } | undefined)?.kind;
  });
  expect(kinds).toEqual(['TRAINING_CENTRE', 'TRAINING_CENTRE', 'TRAINING_CENTRE']);
});
