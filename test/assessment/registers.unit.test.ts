/** Schemes and assessors in the register: what is refused, what a fact says on which day (D-11, L-19). */
import { describe, expect, it } from 'vitest';
import { type AssessorFact, isLicensedOn, type SchemeFact } from '../../src/domain/registers/facts.ts';
import { STARTING_COMMANDS } from '../../src/domain/registers/index.ts';
import { RegisterWorld } from '../registers/register-world.ts';

function filled(): RegisterWorld {
  const world = new RegisterWorld();
  for (const { register, entryId, name, data } of STARTING_COMMANDS)
    world.send(register, entryId, name, data);
  return world;
}

const SCHEME = {
  ...{ title: 'Skema contoh', certificationBodies: ['lsp-p2-bbpvp-medan'], units: ['A.1', 'A.2'] },
  ...{ kbli: null, kbji: null, kkniLevel: null, validityMonths: 48, programmeIds: [] },
};
const ASSESSOR = {
  ...{ met: 'nomor menurut pola lain', certificationBody: 'lsp-p2-bbpvp-medan', schemeIds: ['las-smaw'] },
  ...{ licence: { validFrom: '2026-01-01', validTo: '2028-12-31' }, accountId: null, employer: null },
};
const PAPER = { kind: 'SK BNSP', number: '1/2027', date: '2027-01-10' };

describe('a scheme', () => {
  it('is held by certification bodies, and names each unit once', () => {
    const world = filled();
    const tried = (change: object) =>
      world.send('scheme', 'contoh', 'register-scheme', { ...SCHEME, ...change }).refused;
    expect(tried({ certificationBodies: ['bbpvp-medan'] })).toBe('NOT_A_CERTIFICATION_BODY');
    expect(tried({ certificationBodies: ['tidak-ada'] })).toBe('OFFICE_UNKNOWN');
    expect(tried({ units: ['A.1', 'A.1'] })).toBe('MALFORMED');
    expect(tried({ units: [] })).toBe('MALFORMED');
    expect(tried({ validityMonths: 121 })).toBe('MALFORMED');
    expect(tried({})).toBeUndefined();
    expect(tried({})).toBe('ALREADY_DONE');
  });
  it('is revised, and each revision has a number of its own', () => {
    const world = filled();
    world.send('scheme', 'contoh', 'register-scheme', SCHEME);
    expect(world.send('scheme', 'contoh', 'revise-scheme', { units: ['A.1', 'A.2'] }).refused).toBe(
      'ALREADY_DONE',
    );
    expect(world.send('scheme', 'lain', 'revise-scheme', { units: ['A.1'] }).refused).toBe('SCHEME_UNKNOWN');
    world.send('scheme', 'contoh', 'revise-scheme', { units: ['A.1', 'A.2', 'A.3'], validityMonths: null });
    expect(world.value<SchemeFact>('scheme', 'contoh')).toMatchObject({
      ...{ revision: 2, units: ['A.1', 'A.2', 'A.3'], validityMonths: null, title: 'Skema contoh' },
    });
  });
});

describe('an assessor', () => {
  const known = (): RegisterWorld => {
    const world = filled();
    expect(world.send('assessor', 'contoh', 'register-assessor', ASSESSOR).refused).toBeUndefined();
    return world;
  };
  const licensed = (world: RegisterWorld, ...dates: string[]): boolean[] =>
    dates.map((date) => isLicensedOn(world.value<AssessorFact>('assessor', 'contoh') as AssessorFact, date));

  it('needs a body, known schemes, and a licence that ends after it began', () => {
    const world = filled();
    const tried = (change: object) =>
      world.send('assessor', 'contoh', 'register-assessor', { ...ASSESSOR, ...change }).refused;
    expect(tried({ certificationBody: 'kejari-medan' })).toBe('NOT_A_CERTIFICATION_BODY');
    expect(tried({ schemeIds: ['tidak-ada'] })).toBe('SCHEME_UNKNOWN');
    expect(tried({ licence: { validFrom: '2026-01-01', validTo: '2025-12-31' } })).toBe('DATE_IMPLAUSIBLE');
  });
  it('is licensed from the first to the last day', () => {
    expect(licensed(known(), '2025-12-31', '2026-01-01', '2028-12-31', '2029-01-01')).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  it('loses the licence on a paper, from its day on, and not for what was before', () => {
    const world = known();
    expect(world.send('assessor', 'contoh', 'withdraw-licence', { on: '2027-01-10' }).refused).toBe(
      'DOCUMENT_MISSING',
    );
    world.send('assessor', 'contoh', 'withdraw-licence', { on: '2027-01-10' }, PAPER);
    expect(licensed(world, '2027-01-09', '2027-01-10', '2028-01-01')).toEqual([true, false, false]);
  });
  it('is licensed anew without closing the gap', () => {
    const world = known();
    world.send('assessor', 'contoh', 'withdraw-licence', { on: '2027-01-10' }, PAPER);
    world.send('assessor', 'contoh', 'renew-licence', { validFrom: '2027-06-01', validTo: '2030-05-31' });
    expect(licensed(world, '2027-01-09', '2027-01-10', '2027-05-31', '2027-06-01', '2030-05-31')).toEqual([
      ...[true, false, false, true, true],
    ]);
    const again = { validFrom: '2027-06-01', validTo: '2030-05-31' };
    expect(world.send('assessor', 'contoh', 'renew-licence', again).refused).toBe('ALREADY_DONE');
  });
});
