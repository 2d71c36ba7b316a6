/** Which command makes sense in which status, and what each move tells the holder (I.5, D-15, S46). */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CERTIFICATE_COMMAND_NAMES } from '../../src/domain/certificate/decider.ts';
import { STATUS_MOVES } from '../../src/domain/certificate/status-moves.ts';
import { CertificateWorld, DECISION, ISSUE, LSP_ADMIN, noon } from './certificate-world.ts';

const REASON = { reason: 'sealed:v1:…' };
const document = DECISION;

const COMMANDS: { readonly [name: string]: object } = {
  'issue-certificate': ISSUE,
  'flag-holder-deceased': { certificateId: 't1', on: '2027-01-02' },
  'freeze-certificate': REASON,
  'freeze-certificate-for-review': { certificateId: 't1', on: '2029-04-02' },
  'unfreeze-certificate': REASON,
  'withdraw-certificate': REASON,
  'reprint-certificate': { blankNumber: 'B 000999', ...REASON },
  'void-blank': { blankNumber: 'B 000123', ...REASON },
  'request-renewal': { requestedOn: '2029-04-01' },
  'renew-certificate': { decidedOn: '2029-04-02', evidence: 'logbook-1', assessorIds: ['assessor-2'] },
  'review-certificate': { assessorId: 'assessor-1', outcome: 'UPHELD' },
  'note-certificate-paper': {
    ...{ kind: 'CERTIFICATE', number: ISSUE.number, date: '2026-06-15', hash: 'ab'.repeat(32) },
  },
};

/** Each on 2 April 2029, within the window for a renewal, except the one that has ended. */
function worldIn(status: string): CertificateWorld {
  const world = new CertificateWorld(noon(status === 'VALID' ? '2026-06-16' : '2026-06-15'));
  if (status === 'NONE') return world;
  world.issue();
  if (status === 'VALID') return world;
  world.passTo(noon(status === 'EXPIRED' ? '2029-06-16' : '2029-04-02'));
  if (status === 'FROZEN') world.send('freeze-certificate', REASON, { document });
  if (status === 'WITHDRAWN') world.send('withdraw-certificate', REASON, { document });
  return world;
}

const U = 'CERTIFICATE_UNKNOWN';
const W = 'CERTIFICATE_WRONG_STATUS';
const N = 'CERTIFICATE_NOT_VALID';
const OK = 'ok';

const MATRIX: { readonly [command: string]: readonly string[] } = {
  //                        NONE   VALID                     EXPIRING                 FROZEN  EXPIRED WITHDRAWN
  'issue-certificate': [OK, 'ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE'],
  'flag-holder-deceased': [U, OK, OK, OK, OK, OK],
  'freeze-certificate': [U, OK, OK, W, W, W],
  'freeze-certificate-for-review': [U, OK, OK, W, W, W],
  'unfreeze-certificate': [U, W, W, OK, W, W],
  'withdraw-certificate': [U, OK, OK, OK, OK, W],
  'reprint-certificate': [U, OK, OK, W, W, W],
  'void-blank': [U, OK, OK, OK, OK, OK],
  'request-renewal': [U, 'DATE_IN_FUTURE', OK, N, OK, N],
  'renew-certificate': [U, 'DATE_IN_FUTURE', 'RENEWAL_NOT_REQUESTED', N, 'RENEWAL_NOT_REQUESTED', N],
  'review-certificate': [U, OK, OK, OK, OK, W],
  'note-certificate-paper': [U, OK, OK, W, W, W],
};
const STATUSES = ['NONE', 'VALID', 'EXPIRING', 'FROZEN', 'EXPIRED', 'WITHDRAWN'];

describe('every command in every status', () => {
  it('has a row for each command', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...CERTIFICATE_COMMAND_NAMES].sort());
  });
  for (const [command, row] of Object.entries(MATRIX)) {
    it(command, () => {
      const outcomes = STATUSES.map((status) => {
        const world = worldIn(status);
        expect(world.status).toBe(status);
        return world.send(command, COMMANDS[command]!, { document }).refused ?? OK;
      });
      expect(outcomes).toEqual(row);
    });
  }
});

describe('the picture of the states', () => {
  it('shows the moves of the table and no others', () => {
    const text = readFileSync(
      new URL('../../src/domain/certificate/status-moves.ts', import.meta.url),
      'utf8',
    );
    const drawn = [...text.matchAll(/^ \* {3}(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${from} ${to}`);
    const allowed = Object.entries(STATUS_MOVES).flatMap(([from, tos]) => tos.map((to) => `${from} ${to}`));
    expect(drawn.sort()).toEqual(allowed.sort());
  });
});

describe('freeze and withdrawal', () => {
  const issued = (date = '2027-02-10'): CertificateWorld => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue();
    world.passTo(noon(date));
    return world;
  };

  it('tells the holder that it is withdrawn and since when, and nothing of why (S46)', () => {
    const world = issued();
    const { messages } = world.send('withdraw-certificate', REASON, { document });
    expect(messages).toEqual([
      {
        target: 'address/certificate/t1',
        name: 'note-certificate-status',
        data: { certificateId: 't1', status: 'WITHDRAWN', on: '2027-02-10', validUntil: '2029-06-15' },
      },
    ]);
    expect(world.entity.armed).toEqual({});
    expect(world.state.details?.number).toBe('62014 2512 3 0001234 2026');
  });

  it('needs a paper', () => {
    expect(issued().send('withdraw-certificate', REASON)).toMatchObject({ refused: 'DOCUMENT_MISSING' });
  });

  it('is not for another LSP', () => {
    const actor = { ...LSP_ADMIN, office: 'lsp-garmen-kudus' };
    expect(issued().send('freeze-certificate', REASON, { document, actor }).refused).toBe('NOT_PERMITTED');
  });

  it('is not for whoever assessed, under their account either (D-10)', () => {
    for (const id of ['assessor-1', 'account-7']) {
      const actor = { ...LSP_ADMIN, id };
      for (const name of ['freeze-certificate', 'withdraw-certificate']) {
        expect(issued().send(name, REASON, { document, actor }).refused).toBe('CERTIFICATE_OWN_ASSESSMENT');
      }
    }
  });

  it('returns to where it was; the clock ran on, and points that passed are raised as one', () => {
    const world = issued('2029-03-01');
    world.send('freeze-certificate', REASON, { document });
    world.passTo(noon('2029-06-09'));
    expect(world.told('ExpiryReminderSent')).toEqual([]);
    const { events, messages } = world.send('unfreeze-certificate', REASON, { document });
    expect(events).toEqual(['CertificateUnfrozen', 'ExpiryReminderSent']);
    expect(messages[0]?.data).toMatchObject({ status: 'EXPIRING', on: '2029-06-09' });
    expect([world.status, world.state.pendingReminders]).toEqual(['EXPIRING', []]);
    world.passTo(noon('2029-06-16'));
    expect(world.status).toBe('EXPIRED');
  });

  it('does not keep a frozen certificate from ending', () => {
    const world = issued();
    world.send('freeze-certificate', REASON, { document });
    world.passTo(noon('2029-06-16'));
    expect(world.status).toBe('EXPIRED');
    expect(world.told('ExpiryReminderSent')).toEqual([]);
  });
});

describe('the look after an assessor lost the licence', () => {
  it('is recorded for an assessor of this certificate only, and changes no status', () => {
    const world = worldIn('VALID');
    const other = { assessorId: 'assessor-9', outcome: 'UPHELD' };
    expect(world.send('review-certificate', other, { document }).refused).toBe('CERTIFICATE_OTHER_ASSESSOR');
    const found = { assessorId: 'assessor-1', outcome: 'FREEZE', note: 'sealed:v1:…' };
    expect(world.send('review-certificate', found, { document }).events).toEqual(['CertificateReviewed']);
    expect(world.state.reviews).toEqual([{ assessorId: 'assessor-1', outcome: 'FREEZE' }]);
    expect(world.status).toBe('VALID');
  });
});
