/** C-17: the age that the programme asks for, on the first day of the class, by what the vault attests. */
import { describe, expect, it } from 'vitest';
import { journeyEntry } from '../../src/catalogue/index.ts';
import { yearsAt } from '../../src/domain/time/index.ts';
import { sealedData } from '../../src/scenarios/pure/fake-vault.ts';
import { accepted, refusalOf, TrainingWorld } from './training-world.ts';

/** A class from 1 June whose programme asks for 17 years. */
const applied = (years: number, months: number) => {
  const world = new TrainingWorld().register('ani');
  accepted(world.open('k1'));
  return world.apply('ani', 'k1', { ageNow: { years, months, on: '2026-05-04' } });
};

describe('the least age for a class (C-17)', () => {
  it('refuses who is too young on its first day, and says when it begins', () => {
    expect(applied(16, 10).refusal).toEqual({
      code: 'UNDER_MINIMUM_AGE',
      parameters: { age: 16, minimumAge: 17, startsOn: '2026-06-01' },
    });
  });

  it('takes who turns the age before the class begins', () => {
    const world = new TrainingWorld().register('ani');
    accepted(world.open('k1', { startsOn: '2026-06-08', endsOn: '2026-07-03' }));
    const ageNow = { years: 16, months: 11, on: '2026-05-04' };
    expect(refusalOf(world.apply('ani', 'k1', { ageNow }))).toBeUndefined();
    expect(world.enrolment('ani').stage).toBe('SEATED');
  });

  it('takes who may have turned the age by then, and has it looked at', () => {
    expect(applied(16, 11)).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'AGE_NEAR_MINIMUM' }] });
  });

  it('takes who is old enough today, whenever the class begins', () => {
    expect(applied(17, 0)).toMatchObject({ outcome: 'accepted', warnings: [] });
  });

  it('warns and refuses nobody whose birth date is not known (I-11)', () => {
    const world = new TrainingWorld().register('ani');
    accepted(world.open('k1'));
    expect(world.apply('ani', 'k1', { ageNow: null })).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'AGE_NOT_KNOWN', parameters: { minimumAge: 17 } }],
    });
  });

  it('leaves no age in the record', () => {
    const world = new TrainingWorld().register('ani');
    accepted(world.open('k1'));
    accepted(world.apply('ani', 'k1', { ageNow: { years: 44, months: 7, on: '2026-05-04' } }));
    expect(JSON.stringify(world.events('journey/ani'))).not.toContain('44');
  });
});

describe('an attested age on another date', () => {
  it.each([
    // Born between 5 May and 4 June 2009: 17 on 3 June for all but the last day of it.
    [{ years: 16, months: 11, on: '2026-05-04' }, '2026-06-03', 16, 17],
    [{ years: 16, months: 11, on: '2026-05-04' }, '2026-06-04', 17, 17],
    [{ years: 16, months: 10, on: '2026-05-04' }, '2026-06-03', 16, 16],
    [{ years: 16, months: 0, on: '2026-05-04' }, '2027-05-04', 17, 17],
    [{ years: 16, months: 9, on: '2026-05-04' }, '2026-08-03', 16, 17],
    [{ years: 16, months: 9, on: '2026-05-04' }, '2026-08-04', 17, 17],
  ])('%j is on %s between %i and %i', (age, date, least, most) => {
    expect(yearsAt(age, date)).toEqual({ least, most });
  });

  it("is attested by the world's clock", () => {
    const person = { birthDate: '2009-05-05' } as Parameters<typeof sealedData>[4];
    const entry = journeyEntry('apply-for-class')!;
    // 5 May has begun in Jakarta.
    const sealed = sealedData(entry, { classId: 'k1' }, 'command-1', '2026-05-04T17:30:00.000Z', person);
    expect(sealed.ageNow).toEqual({ years: 17, months: 0, on: '2026-05-05' });
  });
});
