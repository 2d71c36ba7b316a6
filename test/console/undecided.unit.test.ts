/** Which answers of the API leave it open what became of a command. */
import { expect, test } from 'vitest';
import { isUndecided } from '../../src/console/undecided.ts';
import { REFUSAL_CODES, REFUSALS } from '../../src/domain/law/refusals.ts';

const receipt = {
  ...{ commandId: 'f-1', ledgerCommandId: 'client:1:f-1', stream: 'journey/p1' },
  decisionHash: 'ab'.repeat(32),
};

test('what the law says no to is decided; a server that cannot answer leaves it open', () => {
  const open = REFUSAL_CODES.filter((code) => isUndecided({ code, status: REFUSALS[code].status }));
  const ofReads = ['AUDIT_BUSY', 'HISTORY_GONE', 'PAPER_ALTERED'];
  const ofCommands = ['INTERNAL', 'LEDGER_BEHIND', 'OUTCOME_UNKNOWN', 'RATE_LIMITED', 'UNAVAILABLE'];
  expect(open.toSorted()).toEqual([...ofReads, ...ofCommands].sort());
});

test('a request that lost its turn is sent again, whatever HTTP calls it', () => {
  expect(isUndecided({ code: 'RATE_LIMITED', status: 409 })).toBe(true);
});

test('a fault that was recorded is an answer: the same id never gets another', () => {
  expect(isUndecided({ code: 'INTERNAL', status: 500, receipt })).toBe(false);
});
