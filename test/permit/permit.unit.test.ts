/** Foreign-worker permits (domain F, S53), to the day. */
import { describe, expect, it } from 'vitest';
import { PERMIT_COMMAND_NAMES } from '../../src/domain/permit/decider.ts';
import { fineFor } from '../../src/domain/permit/fines.ts';
import { PERMIT_MOVES, type PermitStatus } from '../../src/domain/permit/status-moves.ts';
import { permitSamples } from '../api/samples/permit.ts';
import {
  application,
  approved,
  companion,
  employer,
  graduates,
  office,
  PermitWorld,
  rival,
} from './permit-world.ts';

const extension = (changes: object = {}) => ({
  ...{ reason: 'sealed:v1:x', until: '2029-03-31', companion, localGraduates: graduates() },
  ...changes,
});

describe('the application', () => {
  it('is assessed within two working days', () => {
    const world = new PermitWorld('2026-03-05T09:00');
    expect(world.accepts('apply-for-permit', application(), employer)).toEqual([
      'PermitApplied',
      'LocalGraduatesShown',
    ]);
    expect(world.state.status).toBe('APPLIED');
    // A Thursday: Friday is the first working day, Monday the second.
    expect(world.state.feasibilityDueAt?.date).toBe('2026-03-09');
    expect(world.until('2026-03-10T01:00')).toEqual(['FeasibilityOverdue']);
    expect(world.accepts('assess-feasibility', { feasible: true }, office)).toEqual(['FeasibilityAssessed']);
  });

  it('without a companion is incomplete, and nothing runs until one is named (F-02)', () => {
    const world = new PermitWorld('2026-03-05T09:00');
    world.accepts('apply-for-permit', application({ companion: null }), employer);
    expect(world.state.status).toBe('INCOMPLETE');
    expect(world.state.feasibilityDueAt).toBeNull();
    expect(world.refuses('assess-feasibility', { feasible: true }, office)).toBe('APPLICATION_INCOMPLETE');
    world.accepts('name-companion', { companion }, employer);
    expect(world.state.status).toBe('APPLIED');
    expect(world.state.feasibilityDueAt?.date).toBe('2026-03-09');
  });

  it('asks why none of the local graduates was picked, and takes any reason (F-07)', () => {
    const world = new PermitWorld('2026-03-05T09:00');
    const shown = application({ localGraduates: graduates(3) });
    expect(world.refuses('apply-for-permit', shown, employer)).toBe('SKIP_REASON_MISSING');
    const reasoned = application({ localGraduates: { ...graduates(3), skipReason: 'SKILL_LEVEL' } });
    expect(world.accepts('apply-for-permit', reasoned, employer)).toContain('LocalGraduatesShown');
  });

  it('with a local graduate as companion needs no reason', () => {
    const world = new PermitWorld('2026-03-05T09:00');
    const picked = { kind: 'LOCAL_GRADUATE', candidate: 'kandidat-contoh-1' };
    const sent = application({ companion: picked, localGraduates: graduates(3) });
    expect(world.accepts('apply-for-permit', sent, employer)).toContain('PermitApplied');
  });

  it('is for no more people than it says', () => {
    const world = new PermitWorld('2026-03-05T09:00');
    world.accepts('apply-for-permit', application(), employer);
    world.accepts('assess-feasibility', { feasible: true }, office);
    expect(world.refuses('submit-candidates', { workers: 3, reference: 'CALON-1' }, employer)).toBe(
      'TOO_MANY_WORKERS',
    );
  });
});

describe('S53: extension', () => {
  it('can be applied for until 30 working days before the end', () => {
    const world = approved();
    expect(world.state.extensionLastDay).toBe('2027-02-17');
    world.until('2027-02-17T16:00');
    expect(world.accepts('apply-for-extension', extension(), employer)[0]).toBe('ExtensionRequested');
    expect(world.state.extensionDecisionDueAt?.date).toBe('2027-02-19');
    const decision = { approved: true, number: 'RPTKA-2', until: '2029-03-31' };
    world.accepts('decide-extension', decision, office);
    expect(world.state).toMatchObject({ status: 'APPROVED', validTo: '2029-03-31', number: 'RPTKA-2' });
  });

  it('asked for in time is decided even after the old end, and reports go on (F-06)', () => {
    const world = approved();
    world.until('2027-02-17T16:00');
    world.accepts('apply-for-extension', extension(), employer);
    expect(world.until('2027-04-02T09:00')).toEqual(['ExtensionDecisionOverdue']);
    world.accepts('decide-extension', { approved: true, number: 'RPTKA-2', until: '2029-03-31' }, office);
    expect(world.state).toMatchObject({ status: 'APPROVED', validTo: '2029-03-31' });
    expect(world.state.annualReportDueAt?.date).toBe('2028-04-01');
  });

  it('rejected after the old end, the permit is over at once', () => {
    const world = approved();
    world.until('2027-02-17T16:00');
    world.accepts('apply-for-extension', extension(), employer);
    world.until('2027-04-02T09:00');
    world.accepts('decide-extension', { approved: false }, office);
    world.until('2027-04-02T09:01');
    expect(world.state.status).toBe('EXPIRED');
  });

  it('comes too late the day after', () => {
    const world = approved();
    expect(world.until('2027-02-18T00:30')).toContain('ExtensionLastDayPassed');
    expect(world.refuses('apply-for-extension', extension(), employer)).toBe('EXTENSION_LATE');
  });

  it('has an earlier last day once the holidays of March 2027 are loaded', () => {
    const world = new PermitWorld('2026-03-02T09:00');
    const holidays = ['2027-03-08', '2027-03-09', '2027-03-10'].map((date) => ({ date, name: 'contoh' }));
    world.registers('register/calendar/nasional', 'set-holidays', { year: 2027, source: 'contoh', holidays });
    world.accepts('apply-for-permit', application(), employer);
    world.accepts('assess-feasibility', { feasible: true }, office);
    world.accepts('submit-candidates', { workers: 2, reference: 'CALON-1' }, employer);
    world.accepts('record-payment-reference', { reference: 'NTPN-1' }, office);
    const approval = { number: 'RPTKA-1', validFrom: '2026-04-01', validTo: '2027-03-31' };
    world.accepts('approve-permit', approval, office);
    expect(world.state.extensionLastDay).toBe('2027-02-12');
  });

  it('is incomplete without a companion (F-03)', () => {
    const world = approved();
    expect(world.refuses('apply-for-extension', extension({ companion: null }), employer)).toBe(
      'APPLICATION_INCOMPLETE',
    );
  });

  it.each([
    [false, '2029-03-31', undefined],
    [false, '2029-04-01', 'PERMIT_TOO_LONG'],
    [true, '2032-03-31', undefined],
    [true, '2032-04-01', 'PERMIT_TOO_LONG'],
  ])('in an economic zone: %s, until %s: %s', (specialEconomicZone, until, code) => {
    const world = approved(true, { specialEconomicZone });
    world.accepts('apply-for-extension', extension({ until }), employer);
    const decision = { approved: true, number: 'RPTKA-2', until };
    expect(world.refuses('decide-extension', decision, office)).toBe(code);
  });
});

describe('a running permit', () => {
  it('is reported on every year, and after its end', () => {
    const world = approved();
    expect(world.state.annualReportDueAt).toBeNull();
    expect(world.until('2027-04-01T09:00')).toEqual(['ExtensionLastDayPassed', 'PermitExpired']);
    expect(world.state.endReportDueAt?.date).toBe('2027-04-30');
    const report = { kind: 'END_OF_CONTRACT', year: 2027, companionTrained: true };
    world.accepts('file-permit-report', report, employer);
    expect(world.state.endReportDueAt).toBeNull();
    expect(world.refuses('file-permit-report', report, employer)).toBe('ALREADY_DONE');
  });

  it('chases an annual report once, and waits for the next', () => {
    const world = new PermitWorld('2026-03-02T09:00');
    world.accepts('apply-for-permit', application({ periodTo: '2028-03-31' }), employer);
    world.accepts('assess-feasibility', { feasible: true }, office);
    world.accepts('submit-candidates', { workers: 1, reference: 'CALON-1' }, employer);
    world.accepts('record-payment-reference', { reference: 'NTPN-1' }, employer);
    const approval = { number: 'RPTKA-1', validFrom: '2026-04-01', validTo: '2028-03-31' };
    world.accepts('approve-permit', approval, office);
    expect(world.until('2027-04-02T09:00')).toEqual(['PermitReportOverdue']);
    // A second year would end after the permit itself.
    expect(world.state.annualReportDueAt).toBeNull();
  });

  it('tells Immigration before it takes a stay permit', () => {
    const world = approved();
    const itas = { number: 'ITAS-1', validFrom: '2026-04-01', validTo: '2027-03-31' };
    expect(world.refuses('record-stay-permit', itas, employer)).toBe('NOT_HANDED_OFF');
    world.accepts('hand-off-to-immigration', { reference: 'IMI-1' }, office);
    world.accepts('record-stay-permit', itas, employer);
    expect(world.state.stayPermit).toEqual({ number: 'ITAS-1', validTo: '2027-03-31' });
  });

  it('counts who was taken on', () => {
    const world = approved();
    world.accepts('record-absorption', { workers: 2, since: '2026-05-01' }, employer);
    world.accepts('record-absorption', { workers: 3, since: '2026-06-01' }, employer);
    expect(world.state.absorbed).toBe(5);
  });
});

it('is nobody else’s', () => {
  const world = approved();
  expect(world.refuses('record-absorption', { workers: 2, since: '2026-05-01' }, rival)).toBe(
    'NOT_PERMITTED',
  );
  const other = { ...office, office: 'dit-lain' };
  expect(world.refuses('hand-off-to-immigration', { reference: 'IMI-1' }, other)).toBe('NOT_PERMITTED');
});

describe('every command in every status', () => {
  const AT: { readonly [S in PermitStatus]: () => PermitWorld } = {
    NONE: () => new PermitWorld('2026-03-02T09:00'),
    INCOMPLETE: () => {
      const world = AT.NONE();
      world.accepts('apply-for-permit', application({ companion: null }), employer);
      return world;
    },
    APPLIED: () => {
      const world = AT.NONE();
      world.accepts('apply-for-permit', application(), employer);
      return world;
    },
    FEASIBLE: () => {
      const world = AT.APPLIED();
      world.accepts('assess-feasibility', { feasible: true }, office);
      return world;
    },
    CANDIDATES_SUBMITTED: () => {
      const world = AT.FEASIBLE();
      world.accepts('submit-candidates', { workers: 1, reference: 'CALON-1' }, employer);
      return world;
    },
    PAID: () => {
      const world = AT.CANDIDATES_SUBMITTED();
      world.accepts('record-payment-reference', { reference: 'NTPN-1' }, employer);
      return world;
    },
    APPROVED: () => approved(),
    EXTENSION_REQUESTED: () => {
      const world = approved();
      world.accepts('apply-for-extension', extension(), employer);
      return world;
    },
    EXPIRED: () => {
      const world = approved();
      world.until('2027-04-01T09:00');
      return world;
    },
    REJECTED: () => {
      const world = AT.APPLIED();
      world.accepts('assess-feasibility', { feasible: false }, office);
      return world;
    },
    WITHDRAWN: () => {
      const world = AT.APPLIED();
      world.accepts('withdraw-permit-application', { reason: 'sealed:v1:x' }, employer);
      return world;
    },
  };

  /** Status → command → the status it leads to. Everything else is refused. */
  const LEADS: { readonly [S in PermitStatus]: { readonly [command: string]: PermitStatus } } = {
    NONE: { 'apply-for-permit': 'APPLIED' },
    INCOMPLETE: { 'name-companion': 'APPLIED', 'withdraw-permit-application': 'WITHDRAWN' },
    APPLIED: {
      'name-companion': 'APPLIED',
      'assess-feasibility': 'FEASIBLE',
      'withdraw-permit-application': 'WITHDRAWN',
    },
    FEASIBLE: {
      'submit-candidates': 'CANDIDATES_SUBMITTED',
      'reject-permit': 'REJECTED',
      'withdraw-permit-application': 'WITHDRAWN',
    },
    CANDIDATES_SUBMITTED: {
      'record-payment-reference': 'PAID',
      'reject-permit': 'REJECTED',
      'withdraw-permit-application': 'WITHDRAWN',
    },
    PAID: {
      'approve-permit': 'APPROVED',
      'reject-permit': 'REJECTED',
      'withdraw-permit-application': 'WITHDRAWN',
    },
    APPROVED: {
      'name-companion': 'APPROVED',
      'hand-off-to-immigration': 'APPROVED',
      'attach-training-evidence': 'APPROVED',
      'record-absorption': 'APPROVED',
      'file-permit-report': 'APPROVED',
      'apply-for-extension': 'EXTENSION_REQUESTED',
    },
    EXTENSION_REQUESTED: {
      'attach-training-evidence': 'EXTENSION_REQUESTED',
      'record-absorption': 'EXTENSION_REQUESTED',
      'file-permit-report': 'EXTENSION_REQUESTED',
      'decide-extension': 'APPROVED',
    },
    EXPIRED: { 'file-permit-report': 'EXPIRED' },
    REJECTED: {},
    WITHDRAWN: {},
  };

  const statuses = Object.keys(PERMIT_MOVES) as PermitStatus[];
  it.each(statuses.flatMap((status) => PERMIT_COMMAND_NAMES.map((name) => [status, name] as const)))(
    'at %s: %s',
    (status, name) => {
      const outcomes = [employer, office].map((actor) => {
        const world = AT[status]();
        expect(world.state.status).toBe(status);
        const { outcome } = world.send(name, (permitSamples[name] ?? {}) as never, actor);
        return outcome === 'accepted' ? world.state.status : undefined;
      });
      expect(outcomes.find((reached) => reached !== undefined)).toBe(LEADS[status][name]);
    },
  );
});

it('shows what working without a permit costs, up to six months, and 2 % a month when paid late (F-05)', () => {
  const rule = { rupiahPerMonth: 6_000_000, mostMonths: 6, latePercentPerMonth: 2 };
  expect(fineFor(rule, 1, 1, 0)).toBe(6_000_000);
  expect(fineFor(rule, 1, 6, 0)).toBe(36_000_000);
  expect(fineFor(rule, 1, 9, 0)).toBe(36_000_000);
  expect(fineFor(rule, 2, 1, 3)).toBe(12_720_000);
});
