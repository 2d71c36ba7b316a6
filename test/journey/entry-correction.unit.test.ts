/** Corrections of what is no session: absences, reports, papers, letters (I-9). */
import { describe, expect, it } from 'vitest';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';
import { type Story, staff, supervisor, types } from './story.ts';
import { registered, running } from './way.ts';

const reason = 'sealed:v1:wrong date';
const start = (): Story => running().at('2026-04-10T09:00');
const lastVersion = (story: Story): number => story.state.domain.entries.at(-1)?.version ?? 0;

/** Sends a command and gives the version of the entry that it made. */
function entered<Name extends JourneyCommandName>(
  story: Story,
  name: Name,
  data: JourneyCommands[Name],
): number {
  story.accepts(name, data);
  return lastVersion(story);
}

const c1 = { caseId: 'c1' } as const;
const sick = { ...c1, date: '2026-04-09', reason: 'SICK' } as const;
const injury = { ...c1, date: '2026-04-09', note: 'sealed:v1:health' };

describe('absences', () => {
  it('a no-show in error is none', () => {
    const story = start();
    const version = entered(story, 'record-no-show', { ...c1, date: '2026-04-09' });
    const sent = story.accepts('correct-entry', { version, reason }, { actor: staff });
    expect(sent.events).toMatchObject([
      { type: 'EventCorrected', data: { corrects: version, caseId: 'c1', entry: 'NoShowRecorded' } },
    ]);
    expect(story.case().noShows).toEqual([]);
    expect(story.refuses('correct-entry', { version, reason }).code).toBe('ALREADY_DONE');
    story.accepts('record-no-show', { ...c1, date: '2026-04-09' });
  });

  it('an excuse in error leaves the day missed', () => {
    const story = start();
    story.accepts('record-no-show', { ...c1, date: '2026-04-09' });
    const version = entered(story, 'excuse-session', sick);
    expect(story.refuses('correct-entry', { version, reason }, { actor: staff }).code).toBe('NOT_PERMITTED');
    story.accepts('correct-entry', { version, reason });
    expect(story.case()).toMatchObject({ excused: [], noShows: ['2026-04-09'] });
  });

  it('a day stays excused where another entry excuses it', () => {
    const story = start();
    story.accepts('report-injury', injury, { actor: supervisor });
    const version = entered(story, 'report-injury', injury);
    story.accepts('correct-entry', { version, reason });
    expect(story.case().excused).toEqual(['2026-04-09']);
  });
});

describe('reports and papers', () => {
  it('are named by their version; the right one is entered anew', () => {
    const story = start();
    const report = entered(story, 'file-monthly-report', { ...c1, month: '2026-03' });
    const paper = { kind: 'P-48', number: '1', date: '2026-03-23' };
    const ofCase = entered(story, 'attach-document', { ...c1, ...paper });
    const ofPerson = entered(story, 'attach-document', paper);
    for (const version of [report, ofCase, ofPerson]) {
      story.accepts('correct-entry', { version, reason }, { actor: staff });
    }
    expect(story.all('EventCorrected')).toHaveLength(3);
  });

  it('take no replacement of a session', () => {
    const story = start();
    const version = entered(story, 'file-monthly-report', { ...c1, month: '2026-03' });
    const replacement = { siteId: 'mosque', start: '2026-04-09T08:00', end: '2026-04-09T09:00', breaks: [] };
    expect(story.refuses('correct-entry', { version, reason, replacement }).code).toBe('MALFORMED');
  });

  it('of a void case stay as they are', () => {
    const story = registered();
    const version = entered(story, 'attach-document', {
      ...c1,
      kind: 'P-44',
      number: '1',
      date: '2026-03-04',
    });
    story.accepts('void-case', { ...c1, reason });
    expect(story.refuses('correct-entry', { version, reason }).code).toBe('CASE_CLOSED');
  });
});

describe('warning letters', () => {
  const letter = (story: Story, number: 1 | 2 | 3): number =>
    entered(story, 'issue-warning-letter', { ...c1, number, evidence: [] });

  it('are taken back from the last one on', () => {
    const story = start();
    const [first, second] = [letter(story, 1), letter(story, 2)];
    expect(story.refuses('correct-entry', { version: first, reason }).code).toBe('WRONG_STAGE');
    story.accepts('correct-entry', { version: second, reason });
    expect(story.case().warningLetters).toBe(1);
    story.accepts('correct-entry', { version: first, reason });
    letter(story, 1);
  });

  it('take the review back that the third one opened', () => {
    const story = start();
    const letters = ([1, 2, 3] as const).map((number) => letter(story, number));
    const sent = story.accepts('correct-entry', { version: letters[2] ?? 0, reason });
    expect(types(sent)).toEqual(['EventCorrected', 'BreachReviewClosed']);
    expect(story.case()).toMatchObject({ stage: 'RUNNING', warningLetters: 2 });
  });

  it('leave the review where the window is over meanwhile', () => {
    const story = start();
    const letters = ([1, 2, 3] as const).map((number) => letter(story, number));
    story.at('2026-10-01T09:00');
    const sent = story.accepts('correct-entry', { version: letters[2] ?? 0, reason });
    expect(types(sent)).toEqual(['EventCorrected']);
    expect(story.case().stage).toBe('REVIEW');
  });
});
