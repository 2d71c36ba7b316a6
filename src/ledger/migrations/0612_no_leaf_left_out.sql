-- A row that waits for its leaf and is gone stops the sequencer: before, its place in the queue vanished without a
-- word. And heads never stand between a decision and its events.

SET LOCAL ROLE titian_ledger_owner;

-- As in 0600; then what was written is held to what waited.
CREATE OR REPLACE FUNCTION ledger.sequence_leaves(decision_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first_index bigint;
  waiting record;
BEGIN
  IF decision_limit NOT BETWEEN 1 AND 10000 THEN
    RAISE EXCEPTION 'decision_limit must be 1 to 10000, not %', decision_limit USING ERRCODE = 'TL001';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('titian/ledger/leaves', 0));
  SELECT coalesce(max(leaf_index) + 1, 0) INTO first_index FROM ledger.leaf;
  WITH batch AS (
    DELETE FROM ledger.pending_leaf
    WHERE pending_id IN (SELECT p.pending_id FROM ledger.pending_leaf p ORDER BY p.pending_id LIMIT decision_limit)
    RETURNING *
  ), looks AS (
    DELETE FROM ledger.pending_access
    WHERE access_id IN (SELECT p.access_id FROM ledger.pending_access p ORDER BY p.access_id LIMIT decision_limit)
    RETURNING *
  ), notes AS (
    DELETE FROM ledger.pending_note
    WHERE note_id IN (SELECT p.note_id FROM ledger.pending_note p ORDER BY p.note_id LIMIT decision_limit)
    RETURNING *
  ), entries AS (
    SELECT 1 AS queue, b.pending_id AS place, 'decision' AS entry, d.stream_id, d.sequence AS position, d.hash
    FROM batch b JOIN ledger.decision d ON d.stream_id = b.stream_id AND d.sequence = b.decision_sequence
    UNION ALL
    SELECT 1, b.pending_id, 'event', e.stream_id, e.version, e.hash
    FROM batch b JOIN ledger.event e
      ON e.stream_id = b.stream_id AND e.version BETWEEN b.first_version AND b.last_version
    UNION ALL
    SELECT 2, a.id, 'access', 'access', a.id, ledger.access_hash(a)
    FROM looks k JOIN access.log a ON a.id = k.access_id
    UNION ALL
    SELECT 3, n.id, 'note', 'note', n.id, n.hash
    FROM notes k JOIN ledger.note n ON n.id = k.note_id
  ), written AS (
    INSERT INTO ledger.leaf (leaf_index, entry, stream_id, position, hash)
    SELECT first_index + row_number() OVER (ORDER BY n.queue, n.place, n.entry, n.position) - 1,
      n.entry, n.stream_id, n.position, n.hash
    FROM entries n
    RETURNING entry
  )
  SELECT w.*, b.*, (SELECT count(*) FROM looks) AS looks, (SELECT count(*) FROM notes) AS notes INTO waiting
  FROM (
    SELECT count(*) AS leaves, count(*) FILTER (WHERE entry = 'decision') AS decision_leaves,
      count(*) FILTER (WHERE entry = 'event') AS event_leaves,
      count(*) FILTER (WHERE entry = 'access') AS access_leaves,
      count(*) FILTER (WHERE entry = 'note') AS note_leaves
    FROM written
  ) w, (
    SELECT count(*) AS decisions, coalesce(sum(last_version - first_version + 1), 0) AS events FROM batch
  ) b;
  IF waiting.decision_leaves <> waiting.decisions OR waiting.event_leaves <> waiting.events
    OR waiting.access_leaves <> waiting.looks OR waiting.note_leaves <> waiting.notes THEN
    RAISE EXCEPTION '% decisions, % events, % accesses and % notes wait for a leaf and are not there: run titian verify',
      waiting.decisions - waiting.decision_leaves, waiting.events - waiting.event_leaves,
      waiting.looks - waiting.access_leaves, waiting.notes - waiting.note_leaves
      USING ERRCODE = 'TL002';
  END IF;
  RETURN waiting.leaves;
END;
$$;

SET LOCAL ROLE titian_seal_owner;

-- As in 0610, and no cut where the next leaf is an event: its decision, and perhaps others of its events, stand
-- before it.
CREATE OR REPLACE FUNCTION seal.move_heads(cut bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before bigint;
BEGIN
  SELECT c.leaves INTO before FROM seal.heads_cut c FOR UPDATE;
  IF cut < before THEN
    RAISE EXCEPTION 'the heads stand at % leaves and do not go back to %', before, cut USING ERRCODE = 'TL001';
  END IF;
  IF cut > (SELECT coalesce(max(l.leaf_index) + 1, 0) FROM ledger.leaf l) THEN
    RAISE EXCEPTION 'there are no % leaves', cut USING ERRCODE = 'TL001';
  END IF;
  IF EXISTS (SELECT FROM ledger.leaf l WHERE l.leaf_index = cut AND l.entry = 'event') THEN
    RAISE EXCEPTION 'a cut at % leaves would part a decision from its events', cut USING ERRCODE = 'TL001';
  END IF;
  WITH latest AS (
    SELECT DISTINCT ON (l.stream_id, l.entry) l.stream_id, l.entry, l.position, l.hash
    FROM ledger.leaf l
    WHERE l.leaf_index >= before AND l.leaf_index < cut AND l.entry IN ('decision', 'event')
    ORDER BY l.stream_id, l.entry, l.position DESC
  )
  INSERT INTO seal.stream_head AS h (stream_id, kind, world, events, event_hash, decisions, decision_hash)
  SELECT d.stream_id, s.kind, s.world, coalesce(e.position, 0),
    coalesce(e.hash, ledger.stream_hash(s.stream_id, s.kind, s.world)), d.position, d.hash
  FROM latest d JOIN ledger.stream s ON s.stream_id = d.stream_id
  LEFT JOIN latest e ON e.stream_id = d.stream_id AND e.entry = 'event'
  WHERE d.entry = 'decision'
  ON CONFLICT (stream_id) DO UPDATE SET
    events = CASE WHEN EXCLUDED.events = 0 THEN h.events ELSE EXCLUDED.events END,
    event_hash = CASE WHEN EXCLUDED.events = 0 THEN h.event_hash ELSE EXCLUDED.event_hash END,
    decisions = EXCLUDED.decisions, decision_hash = EXCLUDED.decision_hash;
  UPDATE seal.heads_cut SET leaves = cut WHERE leaves < cut;
  RETURN (SELECT count(*) FROM seal.stream_head);
END;
$$;

-- How far each witness has signed is asked before each request to it.
CREATE INDEX cosignature_by_witness ON seal.cosignature (witness, size);
