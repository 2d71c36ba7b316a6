/**
 * Every picture of stages in the domain and the table beside it that the code obeys say the same. A picture in
 * a module without such a table is labelled with events: those are events of its part.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PART_OF_EVENT } from '../../src/domain/journey/decider.ts';

type Moves = { readonly [from: string]: readonly string[] };
/** By event: the moves it makes. */
type MovesByEvent = { readonly [type: string]: readonly (readonly [readonly string[], string])[] };

interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Names of events, where the arrow is labelled. */
  readonly events: readonly string[];
}

const ROOT = new URL('../../', import.meta.url);
const FILES = readdirSync(new URL('src/domain', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/domain/${file}`)
  .filter((file) => readFileSync(new URL(file, ROOT), 'utf8').includes('```mermaid'))
  .sort();

function arrowsIn(source: string): Arrow[] {
  const [, picture = ''] = /```mermaid\n([\s\S]*?)```/.exec(source) ?? [];
  return [...picture.matchAll(/^ \* {3}(\S+) --> ([^\s:]+)(?:: (.*))?$/gm)].map(
    ([, from = '', to = '', label = '']) => ({ from, to, events: label.match(/\b[A-Z][A-Za-z]+\b/g) ?? [] }),
  );
}

const isMoves = (value: unknown): value is Moves =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 2 &&
  Object.values(value).every(
    (stages) => Array.isArray(stages) && stages.every((stage) => typeof stage === 'string'),
  );

const isMovesByEvent = (value: unknown): value is MovesByEvent =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 2 &&
  Object.values(value).every(
    (moves) => Array.isArray(moves) && moves.every((move) => Array.isArray(move) && Array.isArray(move[0])),
  );

const pictured = await Promise.all(
  FILES.map(async (file) => ({
    file,
    arrows: arrowsIn(readFileSync(new URL(file, ROOT), 'utf8')),
    module: (await import(new URL(file, ROOT).href)) as { readonly [name: string]: unknown },
  })),
);

const tableOf = ({ module }: (typeof pictured)[number]): Moves | undefined =>
  Object.values(module).find(isMoves);
const byEventOf = ({ module }: (typeof pictured)[number]): MovesByEvent | undefined =>
  Object.values(module).find((value) => !isMoves(value) && isMovesByEvent(value)) as MovesByEvent | undefined;

const drawn = (arrows: readonly Arrow[]): string[] =>
  arrows
    .filter(({ from, to }) => from !== '[*]' && to !== '[*]')
    .map(({ from, to }) => `${from} --> ${to}`)
    .sort();

it('these modules show a picture', () => {
  expect(FILES).toEqual([
    'src/domain/certificate/status-moves.ts',
    'src/domain/finding/status-moves.ts',
    'src/domain/journey/assessment/stage-moves.ts',
    'src/domain/journey/employment/apprenticeship.ts',
    'src/domain/journey/employment/card.ts',
    'src/domain/journey/employment/placements.ts',
    'src/domain/journey/employment/proposal-moves.ts',
    'src/domain/journey/prison/stage-moves.ts',
    'src/domain/journey/referral/stage-moves.ts',
    'src/domain/journey/stage-moves.ts',
    'src/domain/journey/training/stage-moves.ts',
    'src/domain/permit/status-moves.ts',
    'src/domain/training-class/status-moves.ts',
  ]);
});

const withTable = pictured.filter((one) => tableOf(one) !== undefined);

describe.each(withTable.map((one) => [one.file, one] as const))('%s', (_file, one) => {
  const moves = tableOf(one) ?? {};
  const { arrows } = one;
  const starts = arrows.filter(({ from }) => from === '[*]').map(({ to }) => to);
  // What stands for "nothing yet" is the first point of the picture.
  const beforeAll = moves.NONE !== undefined && !starts.includes('NONE') ? ['NONE'] : [];

  it('draws every move, and no other', () => {
    const coded = Object.entries(moves)
      .filter(([from]) => !beforeAll.includes(from))
      .flatMap(([from, stages]) => stages.map((to) => `${from} --> ${to}`));
    expect(drawn(arrows)).toEqual(coded.sort());
    if (beforeAll.length > 0) expect(starts.sort()).toEqual([...(moves.NONE ?? [])].sort());
  });

  it('draws an end for every stage that nothing leaves', () => {
    const ends = arrows.filter(({ to }) => to === '[*]').map(({ from }) => from);
    const final = Object.keys(moves).filter((stage) => moves[stage]?.length === 0);
    expect(ends).toEqual(expect.arrayContaining(final));
  });

  it('reaches every stage from its beginning', () => {
    const reached = new Set(starts);
    for (const stage of reached) for (const next of moves[stage] ?? []) reached.add(next);
    expect([...reached, ...beforeAll].sort()).toEqual(Object.keys(moves).sort());
  });
});

describe.each(pictured.filter((one) => byEventOf(one)).map((one) => [one.file, one] as const))(
  '%s, by events',
  (_file, one) => {
    // Where every stage without a decision may go, no arrows are drawn: the text beside says so.
    const NOT_DRAWN = ['AssessmentCancelled', 'AssessmentVoided'];

    it('draws every move with its event, and no other', () => {
      const coded = Object.entries(byEventOf(one) ?? {})
        .filter(([type]) => !NOT_DRAWN.includes(type))
        .flatMap(([type, moves]) =>
          moves.flatMap(([from, to]) => from.map((stage) => `${stage} --> ${to}: ${type}`)),
        );
      const shown = one.arrows
        .filter(({ from }) => from !== '[*]')
        .map(({ from, to, events }) => `${from} --> ${to}: ${events.join(', ')}`);
      expect(shown.sort()).toEqual(coded.sort());
    });
  },
);

const withoutTable = pictured.filter((one) => tableOf(one) === undefined && byEventOf(one) === undefined);

describe.each(withoutTable.map((one) => [one.file, one] as const))('%s, without a table', (_file, one) => {
  it('is labelled with events of its part, and begins with one of this module', () => {
    const [, , , part = ''] = one.file.split('/');
    const told = [...new Set(one.arrows.flatMap(({ events }) => events))];
    expect(told.length).toBeGreaterThan(1);
    expect(told.map((type) => `${type} ${PART_OF_EVENT.get(type)}`)).toEqual(
      told.map((type) => `${type} ${part}`),
    );
    const [, evolvers] = Object.entries(one.module).find(([name]) => name.endsWith('Evolvers')) ?? [];
    const starts = one.arrows.filter(({ from }) => from === '[*]').flatMap(({ events }) => events);
    expect(Object.keys(evolvers as object)).toEqual(expect.arrayContaining(starts));
  });
});
