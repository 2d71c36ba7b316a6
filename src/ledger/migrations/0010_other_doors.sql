-- The few other writes that running Titian needs: none touches what was recorded.

SET LOCAL ROLE titian_ledger_owner;

-- Notes what became of a message. True for the first to say so; a message is answered once.
CREATE FUNCTION ledger.mark_delivered(delivered_id text, delivered_outcome text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE ledger.message SET delivered_at = clock_timestamp(), outcome = delivered_outcome
    WHERE message_id = delivered_id AND delivered_at IS NULL;
  RETURN FOUND;
END;
$$;

-- Gives up to `decision_limit` waiting decisions and their events the next leaf numbers; returns how many leaves.
-- One caller at a time, and only over what has committed: a number is never given to a row that may vanish.
-- The queue grows in order within a stream, so a stream's leaves are in order too.
CREATE FUNCTION ledger.sequence_leaves(decision_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first_index bigint;
  written integer;
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
  ), entries AS (
    SELECT b.pending_id, 'decision' AS entry, d.stream_id, d.sequence AS position, d.hash
    FROM batch b JOIN ledger.decision d ON d.stream_id = b.stream_id AND d.sequence = b.decision_sequence
    UNION ALL
    SELECT b.pending_id, 'event', e.stream_id, e.version, e.hash
    FROM batch b JOIN ledger.event e
      ON e.stream_id = b.stream_id AND e.version BETWEEN b.first_version AND b.last_version
  )
  INSERT INTO ledger.leaf (leaf_index, entry, stream_id, position, hash)
  SELECT first_index + row_number() OVER (ORDER BY n.pending_id, n.entry, n.position) - 1,
    n.entry, n.stream_id, n.position, n.hash
  FROM entries n;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END;
$$;

-- Keeps a closed run's history. True if stored now, false if the very same bytes were there; other bytes raise.
CREATE FUNCTION ledger.archive_run(
  run_stream text, archived_run text, run_history bytea, run_history_sha256 bytea, run_build text
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kept ledger.run;
BEGIN
  IF sha256(run_history) IS DISTINCT FROM run_history_sha256 THEN
    RAISE EXCEPTION 'history of run % does not match its hash', archived_run USING ERRCODE = 'TL001';
  END IF;
  INSERT INTO ledger.run (stream_id, run_id, build_id) VALUES (run_stream, archived_run, run_build)
    ON CONFLICT (stream_id, run_id) DO NOTHING;
  SELECT * INTO kept FROM ledger.run r WHERE r.stream_id = run_stream AND r.run_id = archived_run FOR UPDATE;
  IF kept.archived_at IS NOT NULL THEN
    IF kept.history_hash <> run_history_sha256 THEN
      RAISE EXCEPTION 'run % is archived with another history', archived_run USING ERRCODE = 'TL001';
    END IF;
    RETURN false;
  END IF;
  UPDATE ledger.run r SET archived_at = clock_timestamp(), history = run_history, history_hash = run_history_sha256
    WHERE r.stream_id = run_stream AND r.run_id = archived_run;
  RETURN true;
END;
$$;

-- Notes that a run's history can no longer be had. True for the first to say so; an archived run is not lost.
CREATE FUNCTION ledger.mark_run_lost(run_stream text, lost_run text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE ledger.run r SET lost_at = clock_timestamp()
    WHERE r.stream_id = run_stream AND r.run_id = lost_run AND r.archived_at IS NULL AND r.lost_at IS NULL;
  RETURN FOUND;
END;
$$;
