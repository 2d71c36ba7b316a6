/** What is read out of real histories: every command that was told an outcome has just that outcome witnessed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/audit/history/read-history.ts';
import type { Happening, RunHistory } from '../../src/audit/history/run-history.ts';
import { HistoryUnreadable } from '../../src/audit/history/run-history.ts';
import { witnessedBy } from '../../src/audit/history/witnessed.ts';
import type { CommandAnswer, CommandEnvelope, RecordAnswer } from '../../src/domain/envelope.ts';
import { canonicalText } from '../../src/ledger/record-decision.ts';

const folder = new URL('../histories/', import.meta.url).pathname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.bin'))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const runs = files
  .filter((file) => file.includes('journey-run-'))
  .map((file) => ({ runId: file, history: readHistory(readFileSync(join(folder, file))) }));

describe('the corpus of real histories', () => {
  it('is read whole: the same stream, snapshots handed on from run to run', () => {
    expect(new Set(runs.map(({ history }) => history.stream)).size).toBe(1);
    expect(runs.every(({ history }) => history.workflowType === 'journey' && history.builds.length > 0)).toBe(
      true,
    );
    for (const [place, { history }] of runs.entries()) {
      const next = runs[place + 1]?.history.begunWith;
      if (next !== undefined && history.ending === 'continued as new')
        expect(next).toEqual(history.endedWith);
    }
  });

  it('every command that was told an outcome has just that one witnessed', () => {
    const witnessed = witnessedBy(runs, canonicalText);
    const told = runs.flatMap(({ history }) =>
      history.happenings.flatMap((one) => (one.kind === 'answered' && one.answer ? [one.answer] : [])),
    );
    expect(told.length).toBeGreaterThan(10);
    expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['accepted', 'refused']));
    for (const { commandId, outcome, firstVersion, lastVersion, refusal } of told) {
      const found = witnessed.outcomes.get(commandId);
      expect({ ...found, refusal: found?.detail.refusal }).toMatchObject({
        outcome,
        firstVersion,
        lastVersion,
        refusal,
      });
    }
    expect(witnessed.contradictions).toEqual([]);
    expect([...witnessed.events.keys()].sort((a, b) => a - b)).toEqual(
      [...witnessed.events.keys()].map((_, i) => i + 1),
    );
  });

  it('a history that was cut or is none is named', () => {
    expect(() => readHistory(Buffer.from('nothing'))).toThrow(HistoryUnreadable);
    expect(() => readHistory(Buffer.alloc(0))).toThrow('does not begin with the start of a run');
  });
});

it('an answer about a command that is long known is not taken for that of the next in turn', () => {
  const accepted = (update: string): Happening => {
    const command = {
      commandId: update,
      name: 'x',
      data: {},
      actor: { id: 'a', role: 'SYSTEM', office: 'o' },
    };
    return { kind: 'accepted', at: 1, update, envelope: { command } as unknown as CommandEnvelope };
  };
  const answered = (update: string, firstVersion: number): Happening => {
    const answer = { outcome: 'accepted', firstVersion, lastVersion: firstVersion } as CommandAnswer;
    return { kind: 'answered', at: 9, update, answer };
  };
  const known = (firstVersion: number): Happening => {
    const answer = {
      status: 'known',
      outcome: 'accepted',
      firstVersion,
      lastVersion: firstVersion,
      events: [],
    };
    return { kind: 'recorded', at: 5, answer: answer as unknown as RecordAnswer };
  };
  const happenings = [
    accepted('one'),
    accepted('two'),
    known(7),
    known(4),
    answered('one', 4),
    answered('two', 7),
  ];
  const history = { happenings } as unknown as RunHistory;
  const { outcomes } = witnessedBy([{ runId: 'r', history }], canonicalText);
  expect([...outcomes].map(([commandId, { firstVersion }]) => [commandId, firstVersion])).toEqual([
    ['two', 7],
    ['one', 4],
  ]);
});
