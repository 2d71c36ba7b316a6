/** The picture of the stages of a prison case and the table that the code obeys are the same. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moveTo, PRISON_STAGE_MOVES } from '../../src/domain/journey/prison/stage-moves.ts';
import { AT_PRISON_STAGE, PRISON_STAGES, prisonCase } from './prison-world.ts';

const path = '../../src/domain/journey/prison/stage-moves.ts';
const source = readFileSync(new URL(path, import.meta.url), 'utf8');

const drawn = [...source.matchAll(/^ \* {3}(\S+) --> (\S+)$/gm)]
  .map(([, from, to]) => `${from} --> ${to}`)
  .filter((move) => !move.includes('[*]'))
  .sort();

const coded = Object.entries(PRISON_STAGE_MOVES)
  .flatMap(([from, stages]) => stages.map((to) => `${from} --> ${to}`))
  .sort();

describe('stages of a prison case', () => {
  it('are drawn as they are coded', () => {
    expect(drawn.length).toBeGreaterThan(40);
    expect(drawn).toEqual(coded);
  });

  it.each(PRISON_STAGES)('from %s only by a move of the table', (from) => {
    const found = prisonCase(AT_PRISON_STAGE[from]());
    for (const stage of PRISON_STAGES) {
      if (stage === from || PRISON_STAGE_MOVES[from].includes(stage)) {
        expect(moveTo(found, stage)).toEqual({ stage });
      } else {
        expect(() => moveTo(found, stage)).toThrow(`from ${from} to ${stage}`);
      }
    }
  });
});
