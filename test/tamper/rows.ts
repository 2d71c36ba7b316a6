/** Rows changed, moved, cut and added by somebody who owns the server. */
import { describe, expect, it } from 'vitest';
import { asOwner, chainAnew, leavesAnew, tilesAnew } from './as-owner.ts';
import { foundAfter, onCopy, record } from './on-copy.ts';

const ROW = `stream_id = 'parcel/p2' AND version = 2`;

it('a record that nobody touched is intact, and is said to be so in words', () =>
  onCopy(async (copy) => {
    const report = await copy.verify({ askWitnesses: true, signedTreeFile: `${record.folder}/signed` });
    expect(report).toMatchObject({ outcome: 'intact', list: [], remarks: [], unfinished: [] });
    expect(report).toMatchObject({ accesses: 3, notes: 5, checkpoints: 2, cosignatures: 4, heads: 2 });
    expect(report).toMatchObject({ anchors: 3, histories: 1, builds: 2, identities: 2, sealedTexts: 4 });
    expect(report.tree.leaves).toBe(record.sealed.today);
    expect(report.tree.lastPublished?.size).toBe(record.sealed.today);
  }));

describe('one changed byte is named', () => {
  it.each([
    ['of a body', `UPDATE ledger.event SET body = '{"minutes":61}' WHERE ${ROW}`],
    ['of meta', `UPDATE ledger.event SET meta = '{"commandId":"parcel/p2/2"}' WHERE ${ROW}`],
    [
      'of the recorded time',
      `UPDATE ledger.event SET recorded_at = recorded_at + interval '1 ms' WHERE ${ROW}`,
    ],
  ])('%s', async (_, statement) => {
    const told = ['HASH_DIFFERS: event 2 (Two) was changed after it was recorded'];
    expect(await foundAfter(statement)).toEqual(told);
  });

  it('is refused before the triggers are off, also to the superuser', () =>
    onCopy(async ({ pool }) => {
      const change = pool.query(`UPDATE ledger.event SET body = '{"minutes":61}' WHERE ${ROW}`);
      await expect(change).rejects.toThrow('UPDATE on ledger.event is refused: the ledger is append-only');
    }));
});

describe('an event rewritten with its whole chain', () => {
  const rewritten = [`UPDATE ledger.event SET body = '{"minutes":61}' WHERE ${ROW}`, chainAnew('parcel/p2')];

  it('is named by its leaf', async () => {
    const [first, ...others] = await foundAfter(...rewritten);
    expect(first).toMatch(/^LEAF_DIFFERS: leaf \d+ was given to another event 2$/);
    expect(others.map((sentence) => sentence.replace(/leaf \d+/, 'leaf'))).toEqual([
      'LEAF_DIFFERS: leaf was given to another event 3',
      'LEAF_DIFFERS: leaf was given to another event 4',
      'LEAF_DIFFERS: leaf was given to another decision 1',
      'LEAF_DIFFERS: leaf was given to another decision 2',
    ]);
  });

  it('and with its leaves, by its tile', async () => {
    const [first] = await foundAfter(...rewritten, leavesAnew('parcel/p2'));
    expect(first).toMatch(
      /^TREE_DIFFERS: leaf \d+, decision 1 of parcel\/p2, is not the leaf that tile 0\/2 was made of; so are 4 of/,
    );
  });

  it('and with its tiles, by the checkpoint that somebody signed', () =>
    onCopy(async (copy) => {
      await asOwner(copy.pool, ...rewritten, leavesAnew('parcel/p2'));
      await tilesAnew(copy.pool);
      const { list } = await copy.verify();
      const { yesterday } = record.sealed;
      expect(list[0]!.problem).toBe('TREE_DIFFERS');
      expect(list[0]!.explanation.replace(/signed at \S+,/, 'signed then,')).toBe(
        `the checkpoint of ${yesterday} leaves, signed then, does not fit the leaves that are there: ` +
          `what was changed lies among leaves 0 to ${yesterday - 1}; nor does the checkpoint after it`,
      );
    }));
});

describe('events moved, cut or added', () => {
  const move = (from: number, to: number) =>
    `UPDATE ledger.event SET version = ${to} WHERE stream_id = 'parcel/p1' AND version = ${from}`;

  it('two exchanged', async () => {
    const [first] = await foundAfter(move(3, 99), move(4, 3), move(99, 4));
    expect(first).toBe('HASH_DIFFERS: event 3 (Two) was changed after it was recorded');
  });

  it('one deleted', async () => {
    const [first] = await foundAfter(
      `DELETE FROM ledger.event WHERE stream_id = 'parcel/p1' AND version = 4`,
    );
    expect(first).toBe('GAP: event 4 is missing before 5');
  });

  it('one inserted', async () => {
    const [first] = await foundAfter(
      `INSERT INTO ledger.event SELECT stream_id, 7, event_id || 'x', type, schema, body, meta, occurred_at,
         occurred_date, occurred_zone, recorded_at, committed_at, hash, hash
       FROM ledger.event WHERE stream_id = 'parcel/p1' AND version = 6`,
    );
    expect(first).toBe('HASH_DIFFERS: event 7 (Two) was changed after it was recorded');
  });

  it('the tail cut off, with its decision, and the head set back', async () => {
    const told = await foundAfter(
      `DELETE FROM ledger.event WHERE stream_id = 'parcel/p1' AND version > 4`,
      `DELETE FROM ledger.decision WHERE stream_id = 'parcel/p1' AND sequence > 2`,
      `UPDATE ledger.stream SET head_version = 4, decision_count = 2 WHERE stream_id = 'parcel/p1'`,
      chainAnew('parcel/p1'),
    );
    expect(told.slice(0, 3).map((sentence) => sentence.replace(/leaf \d+/, 'leaf'))).toEqual([
      'ROW_MISSING: leaf stands for event 5, which is gone',
      'ROW_MISSING: leaf stands for event 6, which is gone',
      'ROW_MISSING: leaf stands for decision 3, which is gone',
    ]);
  });
});

describe('who looked', () => {
  it('a row taken out of the access log', async () => {
    const [first] = await foundAfter('DELETE FROM access.log WHERE id = 2');
    expect(first).toMatch(/^ROW_MISSING: leaf \d+ stands for access 2, which is gone$/);
  });

  it('a row that names somebody else', async () => {
    const [first] = await foundAfter(`UPDATE access.log SET actor_id = 'auditor-2' WHERE id = 2`);
    expect(first).toMatch(/^LEAF_DIFFERS: leaf \d+ was given to another access 2$/);
  });
});
