import type { Logger } from 'pino';
import { describe, expect, it } from 'vitest';
import { LeafMissing } from '../../src/ledger/leaf-places.ts';
import type { SealedLog } from '../../src/seal/sealed-log.ts';
import { SigningRefused } from '../../src/seal/signing-refused.ts';
import { TileMissing } from '../../src/seal/tile-store.ts';
import { sealRound } from '../../workers/seal.ts';

const STATUS = { leaves: 5, sealed: 3, missing: [] };

/** A round over a sealer that fails as it is told, and what an operator sees of it. */
function round(told: { sealing?: Error; publishing?: Error; looking?: Error; problem?: string }) {
  const seen = { alarms: [] as boolean[], lines: [] as string[], looks: 0 };
  const failing = (why: keyof typeof told) => async () => {
    if (told[why] !== undefined) throw told[why];
  };
  const log = {
    sealer: {
      sealIfDue: failing('sealing'),
      publisher: { publish: failing('publishing') },
      problem: () => told.problem,
    },
    status: async () => {
      await failing('looking')();
      return STATUS;
    },
  } as unknown as SealedLog;
  const logger = { error: (_: object, line: string) => seen.lines.push(line) } as unknown as Logger;
  const metrics = {
    seal: () => {
      seen.looks += 1;
    },
    sealAlarm: (alarming: boolean) => seen.alarms.push(alarming),
  };
  return { seen, told, run: sealRound(log, { logger, metrics }) };
}

const ofDatabase = (code: string) => Object.assign(new Error(`refused with ${code}`), { code });

describe('an alarm at once', () => {
  it.each([
    ['what the key refuses', new SigningRefused('refused')],
    ['a leaf that is gone', new LeafMissing('leaf 3 is missing')],
    ['a tile that is gone', new TileMissing('tile 0/0 is missing')],
    ['what the database refuses to change', ofDatabase('TL002')],
  ])('is %s, while sealing and while publishing', async (_, error) => {
    for (const told of [{ sealing: error }, { publishing: error }]) {
      const { seen, run } = round(told);
      expect(await run()).toBe(false);
      expect(seen).toEqual({ alarms: [true], lines: [error.message], looks: 1 });
    }
  });

  it('is what a witness holds against the log', async () => {
    const { seen, run } = round({ problem: 'witness w1 has signed another tree' });
    await run();
    expect(seen).toMatchObject({ alarms: [true], lines: ['witness w1 has signed another tree'] });
  });
});

describe('any other failure', () => {
  it('is one of the loop; the metrics are told all the same, and no alarm is taken back', async () => {
    const { seen, run } = round({ sealing: ofDatabase('57P01') });
    await expect(run()).rejects.toThrow('refused with 57P01');
    expect(seen).toEqual({ alarms: [], lines: [], looks: 1 });
  });

  it('is an alarm in the fifth round one after another, until a round succeeds', async () => {
    const { seen, told, run } = round({ looking: ofDatabase('57P01') });
    for (let failed = 1; failed <= 5; failed += 1) {
      expect(seen.alarms).toEqual([]);
      await expect(run()).rejects.toThrow();
    }
    expect(seen.alarms).toEqual([true]);
    expect(seen.lines).toEqual(['the log was not sealed in the last 5 rounds: refused with 57P01']);
    delete told.looking;
    await run();
    expect(seen.alarms).toEqual([true, false]);
  });
});
