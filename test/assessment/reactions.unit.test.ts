/** The assessment column of I.6b: each event at each stage, generated; and the certificates of a dead person. */
import { describe, expect, it } from 'vitest';
import type { JourneyEventName, JourneyEvents } from '../../src/domain/journey/events.ts';
import { noon } from './assessment-world.ts';
import { APPLICATION, AT, certified, decided, scheduled } from './way.ts';

/** On 20 June, when a test is set for the 22nd. */
const CELLS: readonly (readonly [JourneyEventName, object, answer: (stage: string) => string])[] = [
  [
    'PersonDied',
    { diedOn: '2026-06-20' },
    (stage) =>
      ['COMPETENT', 'NOT_YET_COMPETENT', 'CANCELLED', 'VOID'].includes(stage) ? stage : 'CANCELLED',
  ],
  ['EscapeRecorded', { caseId: 'c1', on: '2026-06-20' }, (stage) => (isSet(stage) ? 'CANCELLED' : stage)],
  ['TransferRecorded', { on: '2026-06-20' }, (stage) => (isSet(stage) ? 'VERIFIED' : stage)],
  ['DisciplineRecorded', { entryOn: '2026-06-20' }, (stage) => (isSet(stage) ? 'VERIFIED' : stage)],
  [
    'IllnessRecorded',
    { from: '2026-06-20', expectedDays: 5 },
    (stage) => (isSet(stage) ? 'VERIFIED' : stage),
  ],
  ['InjuryReported', { date: '2026-06-20' }, (stage) => (isSet(stage) ? 'VERIFIED' : stage)],
  ['ReleaseRecorded', { on: '2026-06-20' }, (stage) => stage],
  ['ConsentWithdrawn', { purpose: 'TRAINING_REFERRAL', stopsTraining: false }, (stage) => stage],
  [
    'ConsentWithdrawn',
    { purpose: 'TRAINING_REFERRAL', stopsTraining: true },
    (stage) =>
      ['COMPETENT', 'NOT_YET_COMPETENT', 'CANCELLED', 'VOID'].includes(stage) ? stage : 'CANCELLED',
  ],
  // None of these touches a test (I.6b).
  ['JurisdictionTransferred', {}, (stage) => stage],
  ['RulingChanged', {}, (stage) => stage],
  ['ClemencyGranted', {}, (stage) => stage],
  ['NewOffenceReported', {}, (stage) => stage],
];
const isSet = (stage: string): boolean => stage === 'SCHEDULED' || stage === 'CONSENTED';

describe.each(CELLS)('%s %j', (type, data, answer) => {
  it.each(Object.entries(AT))('at %s', (stage, reach) => {
    const world = reach();
    world.hears(type, data as JourneyEvents[typeof type]);
    expect(world.stage).toBe(answer(stage));
  });
});

describe('what goes with it', () => {
  it('gives the assessor’s day back, and tells the LSP no reason of custody (G-08)', () => {
    const world = scheduled();
    const reaction = world.hears('TransferRecorded', { on: '2026-06-20' } as never);
    expect(reaction.claims).toEqual([
      { kind: 'release', key: 'assessor-day/asesor-1/2026-06-22', holder: 'a1' },
    ]);
    expect(reaction.events?.map(({ data }) => data)).toEqual([
      { assessmentId: 'a1', reason: 'NOT_AVAILABLE', from: '2026-06-20' },
    ]);
    expect(world.attempt.test).toBeNull();
  });
  it('leaves a test that was before the event, and one after an illness is over', () => {
    const before = scheduled();
    before.hears('EscapeRecorded', { caseId: 'c1', on: '2026-06-23' });
    expect(before.stage).toBe('SCHEDULED');
    const after = scheduled();
    after.hears('IllnessRecorded', { from: '2026-06-15', expectedDays: 7 } as never);
    expect(after.stage).toBe('SCHEDULED');
    after.hears('IllnessRecorded', { from: '2026-06-15', expectedDays: 8 } as never);
    expect(after.stage).toBe('VERIFIED');
  });
  it('a release asks for another place of the test, until it is named', () => {
    const world = scheduled();
    const reaction = world.hears('ReleaseRecorded', { on: '2026-06-20' } as never);
    expect(reaction.events?.map(({ type }) => type)).toEqual(['TestPlaceReplanDue']);
    expect([world.stage, world.found.placeToConfirm]).toEqual(['SCHEDULED', true]);
    const outside = { placeId: 'tuk-luar', kind: 'SEWAKTU', verified: true };
    world.does('schedule-test', { on: '2026-06-22', testPlace: outside });
    expect(world.found.placeToConfirm).toBe(false);
  });
  it('a death leaves certificates valid, and each gets a flag; one without an answer gets it with the answer', () => {
    const world = certified();
    expect(world.hears('PersonDied', { diedOn: '2026-07-05' }).messages).toEqual([
      {
        target: 'certificate/t1',
        name: 'flag-holder-deceased',
        data: { certificateId: 't1', on: '2026-07-05' },
      },
    ]);
    expect(world.state.assessment.certificates.t1?.status).toBe('VALID');

    const waiting = decided().on('2026-07-02');
    const issuer = {
      id: 'staf-4',
      role: 'CERTIFICATION_BODY_ADMINISTRATOR',
      office: 'lsp-p2-bbpvp-medan',
    } as const;
    waiting.does(
      'request-certificate-issue',
      { certificateId: 't1', number: 'A', issuedOn: '2026-07-02' },
      issuer,
    );
    expect(waiting.hears('PersonDied', { diedOn: '2026-07-02' }).messages).toEqual([]);
    waiting.entity = { ...waiting.entity, domain: { ...waiting.state, diedOn: '2026-07-02' } };
    const told = { certificateId: 't1', number: 'A', issuedOn: '2026-07-02', validUntil: '2029-07-02' };
    const system = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
    const { messages } = waiting.does('note-certificate-issued', told, system);
    expect(messages.map(({ name }) => name)).toEqual(['flag-holder-deceased']);
  });
  it('a class that is cancelled when the training is finished takes no test away', () => {
    const world = scheduled();
    const { classId } = world.state.training.enrolments.e1 ?? { classId: '' };
    const system = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
    const told = { enrolmentId: 'e1', classId, reason: 'NO_INSTRUCTOR', attendedJp: 0 };
    expect(world.send('note-class-cancelled', told, system)).toMatchObject({
      ...{ refused: 'ALREADY_DONE', events: [], messages: [] },
    });
    expect(world.stage).toBe('SCHEDULED');
  });
  it('nobody is tested after a death', () => {
    const world = scheduled();
    world.hears('PersonDied', { diedOn: '2026-06-20' });
    world.entity = { ...world.entity, domain: { ...world.state, diedOn: '2026-06-20' } };
    world.now = noon('2026-06-21');
    expect(world.send('request-assessment', APPLICATION).refused).toBe('PERSON_DECEASED');
    expect(world.armed()).toEqual([]);
  });
});
