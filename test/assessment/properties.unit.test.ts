/** Whatever is sent in whatever order: what must hold of every assessment. The seed is printed by fast-check. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import { handsIn } from '../../src/domain/journey/assessment/duties.ts';
import { shownUnits } from '../../src/domain/journey/assessment/state.ts';
import { DUTIES } from '../../src/domain/journey/assessment/terms.ts';
import { ASESI, type AssessmentWorld, evidence, PAPER, PLACE, results, UNITS } from './assessment-world.ts';
import { APPEAL, AT, CERTIFICATE } from './way.ts';

const LSP = 'lsp-p2-bbpvp-medan';
const ACCOUNTS = ['staf-1', 'staf-2', 'staf-3', 'staf-4', 'staf-5', 'akun-asesor-1', 'akun-asesor-2'];

const REASON = { reason: 'sealed:v1:…' };
const account = fc.constantFrom(...ACCOUNTS);
const failed = fc.subarray(UNITS);
const dated = (world: AssessmentWorld): string => world.now.slice(0, 10);

interface Step {
  readonly name: string;
  readonly days: number;
  readonly by: string;
  readonly members: readonly string[];
  readonly failed: readonly string[];
  readonly assessorId: string;
}

const NAMES = [
  ...['verify-requirements', 'assign-assessor', 'recuse-assessor', 'schedule-test', 'sign-consent'],
  ...['record-test-taken', 'file-recommendation', 'review-recommendation', 'hold-plenary', 'start-remedial'],
  ...['schedule-retest', 'file-appeal', 'accept-appeal', 're-assess', 'decide-appeal', 'postpone-test'],
  ...['report-assessor-conflict', 'request-certificate-issue'],
] as const;
const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...NAMES),
  days: fc.integer({ min: 0, max: 9 }),
  by: account,
  members: fc.array(account, { minLength: 1, maxLength: 3 }),
  failed,
  assessorId: fc.constantFrom('asesor-1', 'asesor-2', 'asesor-3', 'instruktur'),
});

const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function take(world: AssessmentWorld, { name, days, by, members, failed: bad, assessorId }: Step): void {
  world.on(later(dated(world), days));
  const on = dated(world);
  const { units } = world.attempt;
  const told = results(units, ...bad);
  const role: Actor['role'] =
    name.startsWith('record-test') || name.startsWith('file-rec') || name === 're-assess'
      ? 'ASSESSOR'
      : 'CERTIFICATION_BODY_ADMINISTRATOR';
  const actor = name === 'file-appeal' ? ASESI : { id: by, role, office: LSP };
  const data: { readonly [name: string]: object } = {
    'verify-requirements': { met: true, missing: [] },
    'assign-assessor': { assessorId, role: 'LEAD' },
    'recuse-assessor': { assessorId, reason: 'OTHER' },
    'schedule-test': { on, testPlace: PLACE },
    'schedule-retest': { on, testPlace: PLACE },
    'sign-consent': { signedOn: on },
    'record-test-taken': { takenOn: on, evidence: evidence(units) },
    'file-recommendation': { results: told },
    'review-recommendation': { agreed: days < 8 },
    'hold-plenary': { heldOn: on, members, results: told },
    'start-remedial': { startedOn: on },
    'file-appeal': { ...APPEAL, filedOn: on },
    're-assess': { takenOn: on, evidence: evidence(units), results: told },
    'decide-appeal': { decidedOn: on, members, results: told },
    'postpone-test': { reason: 'OTHER' },
    'report-assessor-conflict': { assessorId, ground: 'FAMILY', foundOn: on },
    'request-certificate-issue': { ...CERTIFICATE, issuedOn: on },
  };
  world.send(name, data[name] ?? REASON, actor, { document: PAPER });
}

it('keeps hands apart, judges impartially and certifies only what was shown', { timeout: 60_000 }, () => {
  const reached = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(AT).filter((stage) => stage !== 'CANCELLED' && stage !== 'VOID')),
      fc.array(step, { minLength: 1, maxLength: 25 }),
      (stage, steps) => {
        const world = (AT[stage] as () => AssessmentWorld)();
        for (const one of steps) take(world, one);
        const { found } = world;
        reached.set(found.stage, (reached.get(found.stage) ?? 0) + 1);
        // I-7, D-10: five hands.
        for (const [index, duty] of DUTIES.entries()) {
          for (const other of DUTIES.slice(index + 1)) {
            const both = handsIn(found, duty).filter((id) => handsIn(found, other).includes(id));
            expect(both).toEqual([]);
          }
        }
        // I-7: whoever trained the person is never assigned; after an appeal or a conflict it is another.
        const judges = found.attempts.map(({ assessors }) => assessors.map(({ assessorId }) => assessorId));
        expect(judges.flat()).not.toContain('instruktur');
        for (const [index, { kind }] of found.attempts.entries()) {
          if (kind !== 'APPEAL' && kind !== 'REPLACEMENT') continue;
          const before = judges.slice(0, index).flat();
          expect(before.filter((id) => judges[index]?.includes(id))).toEqual([]);
        }
        // D-06: competent is every unit shown, each in an attempt that counts, and none twice.
        const shown = shownUnits(found);
        expect(new Set(shown).size).toBe(shown.length);
        expect(found.stage === 'COMPETENT').toBe(
          found.stage === 'COMPETENT' && shown.length === UNITS.length,
        );
        expect(found.retests).toBeLessThanOrEqual(2);
        const certificates = Object.keys(world.state.assessment.certificates);
        const everCompetent = world.history.some(({ type }) => type === 'DeclaredCompetent');
        expect(certificates.length === 0 || everCompetent).toBe(true);
        // No message names the person (I-8).
        expect(JSON.stringify(world.messages)).not.toContain('p1');
      },
    ),
    { numRuns: 150 },
  );
  expect(reached.size).toBeGreaterThan(6);
});
