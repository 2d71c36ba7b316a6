/** A finding from its opening to its end (features 53): it points to a record and changes no fact of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor, JsonObject, SourceDocument } from '../../src/domain/decider.ts';
import { deciderOfStream } from '../../src/domain/deciders.ts';
import type { FindingState } from '../../src/domain/finding/state.ts';
import { FINDING_MOVES } from '../../src/domain/finding/status-moves.ts';
import { STARTING_COMMANDS } from '../../src/domain/registers/starting-data.ts';
import { momentOf } from '../../src/domain/time/index.ts';
import { PureWorld } from '../../src/scenarios/pure/world.ts';

const auditor: Actor = { id: 'a-1', role: 'AUDITOR', office: 'bpk-sumut' };
const otherAuditor: Actor = { id: 'a-2', role: 'AUDITOR', office: 'inspektorat' };
const centre: Actor = { id: 'c-1', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'bbpvp-medan' };
const otherCentre: Actor = { ...centre, id: 'c-2', office: 'bbpvp-serang' };
const registrar: Actor = { id: 'registrar', role: 'REGISTRAR', office: 'pusat' };
const letter: SourceDocument = { kind: 'surat', number: 'B-12/2026', date: '2026-05-04' };

const opening = (changes: JsonObject = {}): JsonObject => ({
  ...{ subjectStream: 'class/las-1', eventVersion: 3, kind: 'BACKDATED', list: 'backdating' },
  ...{ text: 'sealed:v1:x', office: 'bbpvp-medan' },
  ...changes,
});

let world: PureWorld;
let sent = 0;
beforeEach(() => {
  world = new PureWorld(momentOf('2026-03-02T09:00', 'WIB').at, deciderOfStream);
  for (const { stream, commandId, name, data } of STARTING_COMMANDS) {
    world.send(stream, { commandId, name, data, actor: registrar });
  }
});

const send = (name: string, data: JsonObject, actor: Actor, document?: SourceDocument) => {
  sent += 1;
  const paper = document === undefined ? {} : { document };
  return world.send('finding/t-1', { commandId: `c${sent}`, name, data, actor, ...paper });
};
const state = () => world.stateOf('finding/t-1') as FindingState;
const refused = (answer: ReturnType<typeof send>) => answer.refusal?.code;

describe('an auditor opens', () => {
  test('and the office has sixty days, to the end of the last one in its own zone', () => {
    expect(send('open-finding', opening(), auditor).outcome).toBe('accepted');
    expect(state()).toMatchObject({ status: 'OPEN', office: 'bbpvp-medan', auditOffice: 'bpk-sumut' });
    expect(state().subject).toEqual({ subjectStream: 'class/las-1', eventVersion: 3, list: 'backdating' });
    // 2 March and 60 days are 1 May 2026.
    expect(state().answerDueAt).toMatchObject({ date: '2026-05-01', zone: 'WIB' });
  });
  test('and the subject hears nothing of it: no message, no claim, no fact', () => {
    send('open-finding', opening(), auditor);
    expect(world.eventsOf('class/las-1')).toEqual([]);
    expect(world.eventsOf('finding/t-1').map(({ type }) => type)).toEqual(['FindingOpened', 'DeadlineArmed']);
  });
  test('only once, only as an auditor, only to an office that there is', () => {
    expect(refused(send('open-finding', opening(), centre))).toBe('NOT_PERMITTED');
    expect(refused(send('open-finding', opening({ office: 'kantor-hantu' }), auditor))).toBe(
      'OFFICE_UNKNOWN',
    );
    send('open-finding', opening(), auditor);
    expect(refused(send('open-finding', opening(), auditor))).toBe('ALREADY_DONE');
  });
});

describe('the office answers', () => {
  beforeEach(() => void send('open-finding', opening(), auditor));
  const answer = (actor: Actor, document: SourceDocument | undefined = letter) =>
    send('answer-finding', { text: 'sealed:v1:y' }, actor, document);

  test('on its letter, and nobody else does', () => {
    expect(refused(send('answer-finding', { text: 'sealed:v1:y' }, centre))).toBe('DOCUMENT_MISSING');
    expect(refused(answer(otherCentre))).toBe('NOT_PERMITTED');
    expect(refused(answer({ ...auditor, office: 'bbpvp-medan' }))).toBe('NOT_PERMITTED');
    expect(answer(centre).outcome).toBe('accepted');
    expect(state()).toMatchObject({ status: 'ANSWERED', answerDueAt: null, answers: [{ late: false }] });
  });
  test('late is said, and is an answer all the same', () => {
    world.advance(momentOf('2026-05-02T08:00', 'WIB').at);
    expect(state().status).toBe('OVERDUE');
    const overdue = world.eventsOf('finding/t-1').find(({ type }) => type === 'FindingAnswerOverdue');
    expect(overdue?.data).toEqual({ office: 'bbpvp-medan', dueOn: '2026-05-01' });
    answer(centre);
    answer(centre);
    expect(state()).toMatchObject({ status: 'ANSWERED', answers: [{ late: true }, { late: false }] });
  });
});

describe('the auditor closes', () => {
  beforeEach(() => void send('open-finding', opening(), auditor));
  const close = (outcome: string, actor = auditor, document?: SourceDocument) =>
    send('close-finding', { outcome, reason: 'sealed:v1:z' }, actor, document);

  test('as resolved only what was answered', () => {
    expect(refused(close('RESOLVED'))).toBe('FINDING_UNANSWERED');
    send('answer-finding', { text: 'sealed:v1:y' }, centre, letter);
    expect(close('RESOLVED').outcome).toBe('accepted');
    expect(state()).toMatchObject({ status: 'CLOSED', closed: { outcome: 'RESOLVED' } });
    expect(refused(close('RESOLVED'))).toBe('FINDING_STATUS');
    expect(refused(send('answer-finding', { text: 'sealed:v1:y' }, centre, letter))).toBe('FINDING_STATUS');
  });
  test('to law enforcement on a letter, and a risk without', () => {
    expect(refused(close('REFERRED'))).toBe('DOCUMENT_MISSING');
    expect(close('REFERRED', auditor, letter).outcome).toBe('accepted');
  });
  test('of the audit office that opened it, and waits for nothing more', () => {
    expect(refused(close('ACCEPTED_RISK', otherAuditor))).toBe('NOT_PERMITTED');
    close('ACCEPTED_RISK');
    world.advance(momentOf('2027-01-01T08:00', 'WIB').at);
    expect(world.eventsOf('finding/t-1').map(({ type }) => type)).not.toContain('FindingAnswerOverdue');
  });
  test('nothing that is not there', () => {
    const answer = world.send('finding/t-9', {
      ...{ commandId: 'c-none', name: 'close-finding', actor: auditor },
      data: { outcome: 'ACCEPTED_RISK', reason: 'sealed:v1:z' },
    });
    expect(answer.refusal?.code).toBe('FINDING_UNKNOWN');
  });
});

test('every status but the last has a way on, and none leads back to the beginning', () => {
  for (const [from, to] of Object.entries(FINDING_MOVES)) {
    expect([from, to.length > 0]).toEqual([from, from !== 'CLOSED']);
    expect(to).not.toContain('NONE');
  }
});
