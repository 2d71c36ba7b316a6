/** A rule pack run apart: the same answers as the source, and nothing of the world inside. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openRules, RulesUnusable } from '../../src/audit/rules/open-rules.ts';
import { type Rules, TODAYS_RULES } from '../../src/audit/rules/rules.ts';
import { bundleRules, rulesPack } from '../support/rules-pack.ts';
import { opening } from '../support/running-case.ts';

let pack: Rules;
beforeAll(async () => {
  pack = openRules(await rulesPack());
});

const stream = 'journey/p1';
const question = () => {
  const [command] = opening();
  return { command: command!, now: '2026-03-10T02:00:00.000Z', facts: [], lostClaims: [] };
};

describe('the rule pack of this build', () => {
  it('has the same bytes each time, and imports nothing', async () => {
    expect(await bundleRules()).toBe(await rulesPack());
    expect(await rulesPack()).not.toMatch(/\brequire\(|^import /m);
  });

  it('decides as the source does, and folds to the same state', () => {
    const asked = question();
    const answer = pack.decide(stream, pack.begin(stream), asked);
    expect(answer).toEqual(TODAYS_RULES.decide(stream, TODAYS_RULES.begin(stream), asked));
    if (answer.outcome !== 'accepted') throw new Error(answer.outcome);
    const fold = (rules: Rules): string =>
      rules.textOf(
        answer.events.reduce((state, event) => rules.evolve(stream, state, event), rules.begin(stream)),
      );
    expect(fold(pack)).toBe(fold(TODAYS_RULES));
    expect(JSON.parse(fold(pack))).toMatchObject({ version: answer.events.length });
  });
});

describe('a pack that has gone wrong', () => {
  const packOf = (begin: string): string =>
    `var TitianRules = { PACK_VERSION: 1, begin: () => ${begin}, evolve: () => 0, decide: () => 0 };`;

  it.each(['process', 'require', 'fetch', 'setTimeout', 'console', 'Buffer'])('finds no %s', (name) => {
    expect(() => openRules(packOf(`${name}.x`)).begin(stream)).toThrow();
  });

  it.each([
    'Math.random()',
    'Date.now()',
    'new Date()',
    'Date()',
    'new (new Date(0).constructor)()',
    'Reflect.construct(Date, [])',
  ])('has no %s', (source) => {
    expect(() => openRules(packOf(source)).begin(stream)).toThrow('no clock and no chance');
  });

  it('still has dates that are told what they are about', () => {
    const rules = openRules(packOf('new Date("2026-03-10T02:00:00.000Z").toISOString()'));
    expect(rules.begin(stream)).toBe('2026-03-10T02:00:00.000Z');
    expect(openRules(packOf('new Date(Date.UTC(2026, 2, 10)) instanceof Date')).begin(stream)).toBe(true);
  });

  it('cannot make code of text', () => {
    expect(() => openRules(packOf('new Function("return 1")()')).begin(stream)).toThrow(/Code generation/);
  });

  it('finds nothing of this process through what it is given', () => {
    const reach = 'globalThis.stream.constructor.constructor("return typeof process")()';
    expect(() => openRules(packOf(reach)).begin(stream)).toThrow(/Code generation/);
  });

  it.each([
    "import('x').constructor.constructor('return process')()",
    "import/**/('x').catch((e) => e.constructor.constructor('return process')())",
  ])('is not opened where it says %s', (source) => {
    expect(() => openRules(packOf(source))).toThrow('a rule pack imports nothing');
  });

  it.each(['(async () => { throw 1; })()', '{ async function f() {} }', '({ async f() {} }).f()'])(
    'is not opened where it promises: %s',
    (source) => {
      expect(() => openRules(packOf(source))).toThrow('a rule pack promises nothing');
    },
  );

  it('finds no Promise to break', () => {
    expect(() => openRules(packOf('Promise.reject(1)')).begin(stream)).toThrow('Promise is not defined');
  });

  it('throws into this process an error of this process, whatever it threw', () => {
    const own = 'Object.assign(new TypeError("gone"), { secret: 1 })';
    const thrownBy = (source: string): unknown => {
      try {
        openRules(packOf(`{ throw ${source}; }`)).begin(stream);
      } catch (error) {
        return error;
      }
      return undefined;
    };
    const error = thrownBy(own);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'TypeError', message: 'gone' });
    expect(error).not.toHaveProperty('secret');
    expect(thrownBy('new Proxy({}, { get() { throw 1; } })')).toBeInstanceOf(Error);
  });

  it('is shown no stack of this process', () => {
    const spy =
      'Error.prepareStackTrace = (_, calls) => { for (const one of [calls, ...calls]) if (!(one instanceof Object)) globalThis.seen = true; return ""; };';
    const rules = openRules(
      `${spy} var TitianRules = { PACK_VERSION: 1, evolve: () => 0, decide: () => 0,
        begin: (stream) => { if (stream === 'tell') return globalThis.seen === true; throw new Error('x'); } };`,
    );
    expect(() => rules.begin(stream)).toThrow('x');
    expect(rules.begin('tell')).toBe(false);
  });

  it.each(['', 'not a script (', 'var TitianRules = { PACK_VERSION: 2 }'])('%j is none', (script) => {
    expect(() => openRules(script)).toThrow(RulesUnusable);
  });
});

it('canonical text is RFC 8785 also inside a pack', () => {
  const given = fc.sample(fc.jsonValue(), 200);
  for (const value of given) {
    const rules = openRules(
      `var TitianRules = { PACK_VERSION: 1, begin: () => JSON.parse(${JSON.stringify(JSON.stringify(value))}), evolve: 0, decide: 0 };`,
    );
    expect(rules.textOf(rules.begin(stream))).toBe(TODAYS_RULES.textOf(value as never));
  }
});
