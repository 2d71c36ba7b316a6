/** A row that waits for its leaf and is gone, and other things that the database itself refuses. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBreakGlass } from '../../src/access/break-glass.ts';
import { tamperWith } from '../ledger/tamper.ts';
import { type SealedWorld, sealedWorld } from './sealed-world.ts';

let world: SealedWorld;
beforeEach(async () => {
  world = await sealedWorld();
});
afterEach(() => world.close());

const missing = (what: string) => ({
  code: 'TL002',
  message: `${what} wait for a leaf and are not there: run titian verify`,
});

describe('a row that waits for its leaf and is gone', () => {
  it.each([
    [
      'access',
      ['ALTER TABLE access.log DISABLE TRIGGER ALL', 'DELETE FROM access.log'],
      '0 decisions, 0 events, 1 accesses and 0 notes',
    ],
    ['note', ['DELETE FROM ledger.note'], '0 decisions, 0 events, 0 accesses and 1 notes'],
    [
      'event',
      ['DELETE FROM ledger.event WHERE version = 2'],
      '0 decisions, 1 events, 0 accesses and 0 notes',
    ],
    ['decision', ['DELETE FROM ledger.decision'], '1 decisions, 0 events, 0 accesses and 0 notes'],
  ])('stops the sequencer, and alarms: %s', async (_, statements, what) => {
    await world.write('journey/a', 1);
    await world.look('person-a');
    await world.open.ledger.keepBuild('build-1', Buffer.from('bundle'));
    await tamperWith(world.open.superPool, ...statements);
    await expect(world.sequence()).rejects.toMatchObject(missing(what));
    const sealer = world.sealer();
    await expect(sealer.sealIfDue()).rejects.toMatchObject(missing(what));
    expect(sealer.problem()).toBe(missing(what).message);
    const { rows } = await world.open.superPool.query('SELECT count(*) AS leaves FROM ledger.leaf');
    expect(rows).toEqual([{ leaves: 0 }]);
  });
});

it('heads are not moved between a decision and its events', async () => {
  await world.write('journey/a', 1);
  await world.look('person-a');
  await world.sequence();
  const move = (cut: number) => world.open.pool.query('SELECT seal.move_heads($1) AS streams', [cut]);
  for (const cut of [1, 2])
    await expect(move(cut)).rejects.toMatchObject({
      code: 'TL001',
      message: `a cut at ${cut} leaves would part a decision from its events`,
    });
  expect((await move(3)).rows).toEqual([{ streams: 1 }]);
});

it('break-glass is granted for a day and not for longer', async () => {
  const grant = (grantId: string, minutes: number) =>
    createBreakGlass(world.open.pool).grant({
      ...{ grantId, world: 'live', personId: 'person-a', reason: 'sealed:v1:x', minutes },
      actor: { id: 'far-1', role: 'PRISON_OFFICER', office: 'lapas-jayapura' },
    });
  const { beganAt, endsAt } = await grant(`g${'a'.repeat(28)}`, 1_440);
  expect(Date.parse(endsAt) - Date.parse(beganAt)).toBe(86_400_000);
  await expect(grant(`g${'b'.repeat(28)}`, 1_441)).rejects.toMatchObject({
    constraint: 'break_glass_a_day_at_most',
  });
});
