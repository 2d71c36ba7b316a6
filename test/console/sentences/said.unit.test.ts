/** How values stand in a sentence: names, hours, dates; and what stays outside it. */
import { describe, expect, it } from 'vitest';
import { codesIn, eventSentence, writtenIn } from '../../../src/console/sentences/index.ts';

const NAMES = new Map([
  ['puskesmas-helvetia', 'Puskesmas Helvetia'],
  ['s3', 'sesi Senin, 30 Maret 2026'],
]);

const session = {
  type: 'SessionRecorded',
  data: {
    sessionId: 's3',
    caseId: 'c1',
    siteId: 'puskesmas-helvetia',
    zone: 'WIB',
    start: '2026-03-30T08:00:00',
    end: '2026-03-30T11:30:00',
    breaks: [],
    parts: [{ date: '2026-03-30', start: '2026-03-30T08:00:00', end: '2026-03-30T11:30:00', minutes: 210 }],
    note: 'sealed:v1:abc',
  },
};

describe('a sentence', () => {
  it('names the place, the day, the zone and hours as people say them', () => {
    expect(eventSentence('id', session, NAMES)).toBe(
      'Sesi di Puskesmas Helvetia dicatat: Senin, 30 Maret 2026, pukul 08.00–11.30 WIB, 3 jam 30 menit.',
    );
    expect(eventSentence('en', session, NAMES)).toBe(
      'A session at Puskesmas Helvetia was recorded: Monday, 30 March 2026, 08:00–11:30 WIB, 3 hours 30 minutes.',
    );
  });

  it('is plain where the data is hidden', () => {
    expect(eventSentence('id', { type: 'SessionRecorded' }, NAMES)).toBe('Sesi dicatat.');
  });

  it('is plain where a part of the data is hidden', () => {
    const { siteId: _hidden, ...data } = session.data;
    expect(eventSentence('en', { ...session, data }, NAMES)).toBe('A session was recorded.');
  });

  it('is plain where a list is hidden that it counts', () => {
    const data = { finishedOn: '2026-06-26' };
    expect(eventSentence('id', { type: 'ClassFinished', stream: 'class', data })).toBe('Kelas selesai.');
  });

  it('is plain where a code is newer than its words', () => {
    const data = { caseId: 'c1', reason: 'OF_TOMORROW' };
    expect(eventSentence('id', { type: 'CaseClosed', data })).toBe('Perkara ditutup.');
  });

  it('calls a session by the name it is given', () => {
    const confirmed = { type: 'SessionConfirmed', data: { sessionId: 's3' } };
    expect(eventSentence('id', confirmed, NAMES)).toBe(
      'Tempat kerja sosial mengonfirmasi sesi Senin, 30 Maret 2026.',
    );
    expect(eventSentence('id', confirmed)).toBe('Tempat kerja sosial mengonfirmasi sesi nomor 3.');
  });

  it('tells a type that two streams know by its own stream', () => {
    expect(eventSentence('en', { type: 'SeatConfirmed', stream: 'class' })).toBe('A seat was confirmed.');
    expect(eventSentence('en', { type: 'SeatConfirmed', stream: 'journey' })).toBe('The seat was confirmed.');
  });
});

describe('what was written', () => {
  it('stands beside the sentence, and only where it can be read', () => {
    expect(writtenIn({ reason: 'Sakit perut', note: 'sealed:v1:abc' }).map(({ text }) => text)).toEqual([
      'Sakit perut',
    ]);
    expect(writtenIn({ reason: 'OWN_WISH' })).toEqual([]);
    expect(writtenIn(undefined)).toEqual([]);
  });
});

describe('codes to ask names for', () => {
  it('are found at any depth', () => {
    const codes = codesIn({ siteId: 'puskesmas-helvetia', deep: [{ office: 'kejari-medan' }], zone: 'WIB' });
    expect(codes).toEqual(['puskesmas-helvetia', 'kejari-medan']);
  });
});
