/** The log itself: hidden, rolled back, forked and signed again with its own key. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../src/ledger/ledger.ts';
import { latestCheckpoint } from '../../src/seal/checkpoints.ts';
import { headsRoot } from '../../src/seal/stream-heads.ts';
import { asOwner, chainAnew, leavesAnew, streamGone, tilesAnew, UNSEALED } from './as-owner.ts';
import { onCopy, record } from './on-copy.ts';
import { type Copy, permitMoves } from './sealed-record.ts';

const outside = () => ({ askWitnesses: true, signedTreeFile: join(record.folder, 'signed') });

/** Without the times that stand in them. */
const timeless = (sentences: readonly string[]): string[] =>
  sentences.map((sentence) => sentence.replaceAll(/ at \d{4}-\d\d-\d\dT[\d:.]+Z/g, ''));

describe('a stream hidden whole, with its leaves, and the others numbered anew', () => {
  it('is named by what was forgotten of it', () =>
    onCopy(async (copy) => {
      await asOwner(copy.pool, ...streamGone('journey/person-b'));
      await tilesAnew(copy.pool);
      const told = await copy.findings();
      expect(told).toContain(
        'STREAM_MISSING: stream journey/person-b is named by the vault’s identities, the vault’s keys, ' +
          'the list of cases, and is not in the ledger',
      );
      const first = record.sealed.yesterday;
      expect(timeless(told)).toContain(
        `TREE_DIFFERS: the checkpoint of ${first} leaves, signed, does not fit the leaves that are there: ` +
          `what was changed lies among leaves 0 to ${first - 1}`,
      );
    }));

  it('and where nothing was forgotten, the heads say that one is missing', () =>
    onCopy(async (copy) => {
      await asOwner(copy.pool, ...streamGone('parcel/p3'));
      await tilesAnew(copy.pool);
      const { rows } = await copy.pool.query<{ streams: number; leaves: number }>(
        `SELECT (body::jsonb ->> 'streams')::bigint AS streams, (body::jsonb ->> 'leaves')::bigint AS leaves
         FROM ledger.note WHERE kind = 'stream-heads' ORDER BY id LIMIT 1`,
      );
      const { streams, leaves } = rows[0]!;
      expect(await copy.findings()).toContain(
        `TREE_DIFFERS: note 4 sealed where ${streams} streams stood among the first ${leaves} leaves, ` +
          `and what is there gives ${streams - 1} streams`,
      );
    }));
});

describe('the tree rolled back', () => {
  it('is named by the checkpoint that stands', () =>
    onCopy(async (copy) => {
      const { yesterday, today } = record.sealed;
      await asOwner(copy.pool, `DELETE FROM ledger.leaf WHERE leaf_index >= ${yesterday}`);
      const told = timeless(await copy.findings());
      expect(told).toContain(
        `ROLLED_BACK: the checkpoint of ${today} leaves was signed, and there are ${yesterday} leaves: ` +
          'the newest ones were cut off, or an older database was put back',
      );
      expect(told[0]).toBe('LEAF_MISSING: access 3 has no leaf and waits for none');
    }));

  it('to yesterday’s backup: only those outside know, and each says so', () =>
    onCopy(async (copy) => {
      expect(await copy.findings()).toEqual([]);
      const { yesterday, today } = record.sealed;
      const ending = `for a tree of ${today} leaves, and there are ${yesterday}: the database was put back to an older state, or its newest rows were cut off`;
      expect(timeless(await copy.findings(outside()))).toEqual([
        `ROLLED_BACK: the memory of the log’s own signer vouches ${ending}`,
        `ROLLED_BACK: witness w1 vouches ${ending}`,
        `ROLLED_BACK: witness w2 vouches ${ending}`,
      ]);
    }, 'yesterday'));

  it('and so does a checkpoint that an auditor kept', () =>
    onCopy(async (today) => {
      const file = join(record.folder, 'kept.txt');
      writeFileSync(file, (await latestCheckpoint(today.pool))!.note);
      const told = await onCopy((copy) => copy.findings({ against: [file], quick: true }), 'yesterday');
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(
        `ROLLED_BACK: the checkpoint in ${file} vouches for a tree of ${record.sealed.today}`,
      );
    }));
});

describe('yesterday’s backup, and work goes on', () => {
  const goOn = async (copy: Copy) => {
    const ledger = createLedger(copy.pool);
    await asOwner(copy.pool, 'UPDATE ledger.run SET build_id = build_id');
    for (const sequence of [2, 3, 4, 5, 6, 7, 8, 9]) await permitMoves({ ledger }, 'p3', sequence, 'run-one');
    while ((await ledger.sequenceLeaves()) > 0);
  };

  it('the signer does not sign', () =>
    onCopy(async (copy) => {
      await goOn(copy);
      await expect(copy.thief('kept').sealNow()).rejects.toThrow(
        `the first ${record.sealed.today} leaves of the log log.test/titian are not those that were signed: ` +
          'the ledger was changed, or an older one was put back and went on. Nothing is signed until it is as it was',
      );
    }, 'yesterday'));

  it('a signer made to forget does, and no witness goes along', () =>
    onCopy(async (copy) => {
      await goOn(copy);
      await asOwner(copy.pool, ...UNSEALED);
      const { today } = record.sealed;
      await expect(copy.thief('none').sealNow({ withinMs: 1_000 })).rejects.toThrow(
        `witness w1 has signed another tree of ${today} leaves`,
      );
      const told = timeless(await copy.findings(outside()));
      expect(told).toEqual(
        ['the memory of the log’s own signer', 'witness w1', 'witness w2'].map(
          (source) =>
            `FORKED: ${source} vouches for another tree of ${today} leaves than the first ${today} that are here: ` +
            'the record was rewritten, or two of it exist',
        ),
      );
    }, 'yesterday'));
});

describe('the whole record computed anew and signed again with the stolen key', () => {
  it('is whole by itself, and nobody vouches; the witnesses refuse it and name it', () =>
    onCopy(async (copy) => {
      const change = `UPDATE ledger.event SET body = '{"minutes":61}' WHERE stream_id = 'parcel/p2' AND version = 4`;
      await asOwner(copy.pool, change, chainAnew('parcel/p2'), leavesAnew('parcel/p2'), ...UNSEALED);
      await asOwner(
        copy.pool,
        `UPDATE seal.stream_head h SET
           event_hash = (SELECT e.hash FROM ledger.event e WHERE e.stream_id = h.stream_id AND e.version = h.events),
           decision_hash = (SELECT d.hash FROM ledger.decision d
             WHERE d.stream_id = h.stream_id AND d.sequence = h.decisions)
         WHERE stream_id = 'parcel/p2'`,
      );
      const root = (await headsRoot(copy.pool)).toString('hex');
      await asOwner(
        copy.pool,
        `UPDATE ledger.note SET body = regexp_replace(body, '"root":"[0-9a-f]+"', '"root":"${root}"')
         WHERE id = (SELECT max(id) FROM ledger.note)`,
        'UPDATE ledger.note n SET hash = ledger.note_hash(n)',
        `UPDATE ledger.leaf l SET hash = n.hash FROM ledger.note n WHERE l.entry = 'note' AND l.position = n.id`,
      );
      await tilesAnew(copy.pool);
      await expect(copy.thief('none').sealNow({ withinMs: 1_000 })).rejects.toThrow(
        `witness w1 has signed another tree of ${record.sealed.today} leaves than the first`,
      );
      const alone = await copy.verify();
      expect([alone.outcome, alone.unfinished]).toEqual([
        'unfinished',
        ['no checkpoint is cosigned as the trust policy demands: nobody outside vouches'],
      ]);
      const { today } = record.sealed;
      expect(timeless(await copy.findings(outside()))).toEqual(
        ['the memory of the log’s own signer', 'witness w1', 'witness w2'].map(
          (source) =>
            `FORKED: ${source} vouches for another tree of ${today} leaves than the first ${today} that are here: ` +
            'the record was rewritten, or two of it exist',
        ),
      );
    }));
});

it('a checkpoint, or a cosignature, that nobody signed', () =>
  onCopy(async (copy) => {
    const size = record.sealed.yesterday;
    await asOwner(
      copy.pool,
      `UPDATE seal.cosignature SET line = (SELECT o.line FROM seal.cosignature o
         WHERE o.size <> ${size} AND o.witness = seal.cosignature.witness) WHERE size = ${size}`,
    );
    expect(await copy.findings()).toEqual([
      `SIGNATURE_WRONG: the checkpoint of ${size} leaves is not as it was signed: ` +
        'The note bears a signature in the name of ombudsman.example/witness that is not by its key.',
    ]);
  }));

it('several threads find what one finds, in the same order', () =>
  onCopy(async (copy) => {
    await asOwner(
      copy.pool,
      `UPDATE ledger.event SET body = '{"minutes":61}' WHERE stream_id LIKE 'parcel/%' AND version = 1`,
      'DELETE FROM access.log WHERE id = 1',
      `UPDATE projection.case_list SET ordered_minutes = 60`,
    );
    const [alone, together] = [await copy.verify(), await copy.verify({ threads: 2 })];
    expect([alone.threads, together.threads]).toEqual([1, 2]);
    expect(together.list).toEqual(alone.list);
    expect(alone.list).toHaveLength(6);
  }));
