/** The picture of the stages and the table that the code obeys are the same. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXECUTION_STAGES, moveTo, STAGE_MOVES } from '../../src/domain/journey/stage-moves.ts';
import type { Stage } from '../../src/domain/journey/state.ts';
import { running } from './way.ts';

const source = readFileSync(new URL('../../src/domain/journey/stage-moves.ts', import.meta.url), 'utf8');

const drawn = [...source.matchAll(/^ \* {3}(\S+) --> (\S+)$/gm)]
  .map(([, from, to]) => `${from} --> ${to}`)
  .filter((move) => !move.includes('[*]'))
  .sort();

const coded = Object.entries(STAGE_MOVES)
  .flatMap(([from, stages]) => stages.map((to) => `${from} --> ${to}`))
  .sort();

describe('stages', () => {
  it('are drawn as they are coded', () => {
    expect(drawn.length).toBeGreaterThan(40);
    expect(drawn).toEqual(coded);
  });

  it('are entered only by a move of the table', () => {
    const found = running().case();
    for (const stage of Object.keys(STAGE_MOVES) as Stage[]) {
      if (stage === found.stage || STAGE_MOVES[found.stage].includes(stage)) {
        expect(moveTo(found, stage)).toEqual({ stage });
      } else {
        expect(() => moveTo(found, stage)).toThrow(`from ${found.stage} to ${stage}`);
      }
    }
  });

  it('can all be reached, and all but VOID can be left', () => {
    const reached = new Set<Stage>(['REGISTERED']);
    for (const stage of reached) for (const next of STAGE_MOVES[stage]) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(STAGE_MOVES).sort());
    const final = (Object.keys(STAGE_MOVES) as Stage[]).filter((stage) => STAGE_MOVES[stage].length === 0);
    expect(final).toEqual(['VOID']);
    expect(EXECUTION_STAGES.every((stage) => STAGE_MOVES[stage].includes('COMPLETED'))).toBe(true);
  });
});
