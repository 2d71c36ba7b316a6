import { describe, expect, it } from 'vitest';
import {
  COMMAND_NAMES,
  type CommandName,
  isCommandName,
  isReadName,
  isTokenRole,
  mayIssue,
  mayRead,
  READ_NAMES,
  type ReadName,
} from '../../src/access/roles.ts';
import { VIEWS } from '../../src/access/views.ts';
import type { Actor, Role } from '../../src/domain/decider.ts';
import {
  EXPECTED_COMMAND_NAMES,
  EXPECTED_COMMANDS,
  EXPECTED_READ_NAMES,
  EXPECTED_READS,
} from './expected-permissions.ts';

const ROLES = Object.keys(EXPECTED_COMMANDS) as Role[];
const actor = (role: Role): Actor => ({ id: 'account-1', role, office: 'kejari-medan' });

describe('the table of I.6c', () => {
  it('knows exactly the commands and reads there are', () => {
    expect([...COMMAND_NAMES].sort()).toEqual([...EXPECTED_COMMAND_NAMES].sort());
    expect([...READ_NAMES].sort()).toEqual([...EXPECTED_READ_NAMES].sort());
  });

  it('expects nothing of commands and reads that do not exist', () => {
    const mentioned = (table: typeof EXPECTED_COMMANDS) => Object.values(table).flatMap(Object.keys);
    expect(EXPECTED_COMMAND_NAMES).toEqual(expect.arrayContaining(mentioned(EXPECTED_COMMANDS)));
    expect(EXPECTED_READ_NAMES).toEqual(expect.arrayContaining(mentioned(EXPECTED_READS)));
  });

  for (const role of ROLES) {
    describe(role, () => {
      for (const name of EXPECTED_COMMAND_NAMES as CommandName[]) {
        const rule = EXPECTED_COMMANDS[role][name];
        it(`${rule === undefined ? 'may not' : 'may'} ${name}`, () => {
          expect(mayIssue(actor(role), name)).toEqual(answer(role, name, rule));
        });
      }
      for (const name of EXPECTED_READ_NAMES as ReadName[]) {
        const rule = EXPECTED_READS[role][name];
        it(`${rule === undefined ? 'may not' : 'may'} ${name}`, () => {
          expect(mayRead(actor(role), name)).toEqual(answer(role, name, rule));
        });
      }
    });
  }

  function answer(role: Role, action: string, rule: string | undefined) {
    return rule === undefined
      ? { allowed: false, refusal: { code: 'NOT_PERMITTED', parameters: { role, action, rule: 'ROLE' } } }
      : { allowed: true, rule };
  }
});

describe('names from outside', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'CLOSE-CASE', 'close-case '])(
    '%j is no command, no read and no role',
    (name) => {
      expect(isCommandName(name)).toBe(false);
      expect(isReadName(name)).toBe(false);
      expect(isTokenRole(name)).toBe(false);
      expect(mayIssue(actor('AUDITOR'), name as CommandName).allowed).toBe(false);
      expect(mayRead(actor('AUDITOR'), name as ReadName).allowed).toBe(false);
      expect(mayIssue(actor(name as Role), 'close-case').allowed).toBe(false);
    },
  );

  it('never takes SYSTEM for a role that a token can carry', () => {
    expect(isTokenRole('SYSTEM')).toBe(false);
    expect(ROLES.filter((role) => role !== 'SYSTEM').every(isTokenRole)).toBe(true);
  });
});

describe('what a role sees of a journey (G-08)', () => {
  const shown = (role: Role) => Object.entries(VIEWS[role]).filter(([, visibility]) => visibility !== 'NONE');

  it('is nothing for those who may not read one, and something for those who may', () => {
    // Those who place, certify and refer see their own part of it, and nothing of a case: at most whom to ask for.
    const seeing = ROLES.filter((role) =>
      shown(role).some(([, visibility]) => visibility !== 'NAME_IF_AGREED'),
    );
    const partOnly = ['PLACEMENT_OFFICER', 'CERTIFICATION_BODY_ADMINISTRATOR', 'REFERRAL_OFFICER'];
    const reading = ROLES.filter((role) => EXPECTED_READS[role]['read-journey'] !== undefined);
    expect(seeing).toEqual(reading.filter((role) => !partOnly.includes(role)));
    expect(reading).toEqual(expect.arrayContaining(partOnly));
  });

  it('hides the offence and the ruling from site and training centre', () => {
    for (const role of ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'] as const) {
      expect(VIEWS[role]).toMatchObject({ offence: 'NONE', ruling: 'NONE', breach: 'NONE', history: 'NONE' });
      expect(VIEWS[role]).toMatchObject({ identity: 'NAME_ONLY', documents: 'NONE' });
    }
  });

  it('gives those who place a name, and only of those who agreed', () => {
    expect(shown('PLACEMENT_OFFICER')).toEqual([['identity', 'NAME_IF_AGREED']]);
  });

  it('gives the code of a person’s own page only to those who see all that stands on it', () => {
    const handing = ROLES.filter((role) => mayRead(actor(role), 'issue-page-code').allowed);
    expect(handing).not.toEqual([]);
    for (const role of handing) expect([role, VIEWS[role]]).toEqual([role, VIEWS.PERSON]);
  });

  it('gives raw events only to those who see offence and history in full', () => {
    for (const role of ROLES.filter((each) => EXPECTED_READS[each]['read-events'] !== undefined)) {
      expect(VIEWS[role]).toMatchObject({ offence: 'FULL', history: 'FULL' });
    }
  });
});

describe('an account that a code opened', () => {
  const withCode = { id: 'page:p1', role: 'PERSON', office: 'self' } as const;
  const signedIn = { ...withCode, id: 'account-1' } as const;

  it('says no more than the page offers: consent and appeals need the person’s own sign-in', () => {
    const may = (actor: typeof withCode | typeof signedIn) =>
      COMMAND_NAMES.filter((name) => mayIssue(actor, name).allowed).sort();
    expect(may(withCode)).toEqual(['file-rights-request', 'flag-commercial-use', 'report-injury']);
    expect(may(signedIn)).toContain('give-consent');
  });
});
