-- The log takes in what the ledger says about itself, and who looked: notes and accesses get leaves beside
-- decisions and events (docs/audit-bundle.md). Each waits in a queue that is filled in the transaction that wrote
-- the row, so that numbers are given in the order of commitment and without a hole, as ever.

SET LOCAL ROLE titian_ledger_owner;

CREATE TABLE ledger.note (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text COLLATE "C" NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- Canonical JSON (RFC 8785), as everywhere in the ledger.
  body text NOT NULL CHECK (body IS JSON OBJECT AND octet_length(body) <= 16384),
  committed_at timestamptz NOT NULL CHECK (committed_at = date_trunc('milliseconds', committed_at)),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE ledger.note IS 'What the ledger says about itself: histories and builds kept, runs lost, where all streams stood.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.note
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.note ENABLE ALWAYS TRIGGER append_only;

CREATE TABLE ledger.pending_note (
  note_id bigint PRIMARY KEY
);
CREATE TABLE ledger.pending_access (
  access_id bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
GRANT SELECT ON ledger.note, ledger.pending_note, ledger.pending_access TO titian_app;

ALTER TABLE ledger.leaf DROP CONSTRAINT leaf_entry_check;
ALTER TABLE ledger.leaf
  ADD CONSTRAINT leaf_entry_check CHECK (entry IN ('decision', 'event') OR (entry IN ('access', 'note') AND stream_id = entry));
-- Projections follow decisions and events only, and must not walk a night's accesses to find that none came.
CREATE INDEX leaf_of_stream ON ledger.leaf (leaf_index) WHERE entry IN ('decision', 'event');

-- src/ledger/chain.ts says both hashes again in TypeScript, on its own.
CREATE FUNCTION ledger.note_hash(n ledger.note) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(
    ledger.field('titian:note:v1')
    || ledger.field(n.id::text)
    || ledger.field(n.kind)
    || ledger.field(n.body)
    || ledger.field(ledger.instant_text(n.committed_at))
  )
$$;

-- For functions of this schema: nobody else may call it. The body must be canonical JSON already.
CREATE FUNCTION ledger.put_note(kind text, body text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  n ledger.note;
BEGIN
  n.id := nextval(pg_get_serial_sequence('ledger.note', 'id'));
  n.kind := kind;
  n.body := body;
  n.committed_at := date_trunc('milliseconds', clock_timestamp());
  n.hash := ledger.note_hash(n);
  INSERT INTO ledger.note OVERRIDING SYSTEM VALUE VALUES (n.*);
  INSERT INTO ledger.pending_note (note_id) VALUES (n.id);
  RETURN n.id;
END;
$$;

-- Canonical: Postgres writes a JSON string as RFC 8785 does, and the names stand in order.
CREATE FUNCTION ledger.run_archived_body(r ledger.run) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format('{"build":%s,"run":%s,"sha256":"%s","stream":%s}',
    to_json(r.build_id), to_json(r.run_id), encode(r.history_hash, 'hex'), to_json(r.stream_id))
$$;
CREATE FUNCTION ledger.run_lost_body(r ledger.run) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format('{"run":%s,"stream":%s}', to_json(r.run_id), to_json(r.stream_id))
$$;
CREATE FUNCTION ledger.build_kept_body(b ledger.build) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format('{"build":%s,"sha256":"%s"}', to_json(b.build_id), encode(b.bundle_hash, 'hex'))
$$;

-- Triggers and not the functions that write: whatever door a history or a build comes through, it is noted.
CREATE FUNCTION ledger.note_run() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.archived_at IS NULL AND NEW.archived_at IS NOT NULL THEN
    PERFORM ledger.put_note('run-archived', ledger.run_archived_body(NEW));
  END IF;
  IF OLD.lost_at IS NULL AND NEW.lost_at IS NOT NULL THEN
    PERFORM ledger.put_note('run-lost', ledger.run_lost_body(NEW));
  END IF;
  RETURN NULL;
END;
$$;
CREATE FUNCTION ledger.note_build() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM ledger.put_note('build-kept', ledger.build_kept_body(NEW));
  RETURN NULL;
END;
$$;
CREATE TRIGGER noted AFTER UPDATE ON ledger.run FOR EACH ROW EXECUTE FUNCTION ledger.note_run();
CREATE TRIGGER noted AFTER INSERT ON ledger.build FOR EACH ROW EXECUTE FUNCTION ledger.note_build();
ALTER TABLE ledger.run ENABLE ALWAYS TRIGGER noted;
ALTER TABLE ledger.build ENABLE ALWAYS TRIGGER noted;

-- What stood before there were notes. The triggers' locks keep writers out until this has committed.
DO $$
DECLARE
  b ledger.build;
  r ledger.run;
BEGIN
  FOR b IN SELECT * FROM ledger.build ORDER BY kept_at, build_id LOOP
    PERFORM ledger.put_note('build-kept', ledger.build_kept_body(b));
  END LOOP;
  FOR r IN SELECT * FROM ledger.run WHERE archived_at IS NOT NULL ORDER BY archived_at, stream_id, run_id LOOP
    PERFORM ledger.put_note('run-archived', ledger.run_archived_body(r));
  END LOOP;
  FOR r IN SELECT * FROM ledger.run WHERE lost_at IS NOT NULL ORDER BY lost_at, stream_id, run_id LOOP
    PERFORM ledger.put_note('run-lost', ledger.run_lost_body(r));
  END LOOP;
END;
$$;

-- Where all streams stood among leaves 0 to `leaves` - 1; src/seal computes the root, and whoever checks again.
CREATE FUNCTION ledger.note_heads(leaves bigint, streams bigint, root bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF octet_length(root) IS DISTINCT FROM 32 OR coalesce(streams, -1) < 0 THEN
    RAISE EXCEPTION 'heads need a count of streams and a root of 32 bytes' USING ERRCODE = 'TL001';
  END IF;
  IF coalesce(leaves, -1) NOT BETWEEN 0 AND (SELECT coalesce(max(l.leaf_index) + 1, 0) FROM ledger.leaf l) THEN
    RAISE EXCEPTION 'there are no % leaves', leaves USING ERRCODE = 'TL001';
  END IF;
  RETURN ledger.put_note('stream-heads',
    format('{"leaves":%s,"root":"%s","streams":%s}', leaves, encode(root, 'hex'), streams));
END;
$$;
REVOKE ALL ON FUNCTION ledger.note_heads(bigint, bigint, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.note_heads(bigint, bigint, bytea) TO titian_app;

-- The access log's owner may put a number into the queue, and nothing else here; the ledger reads the log's rows.
GRANT USAGE ON SCHEMA ledger TO titian_access_owner;
GRANT INSERT ON ledger.pending_access TO titian_access_owner;

SET LOCAL ROLE titian_access_owner;

GRANT USAGE ON SCHEMA access TO titian_ledger_owner;
GRANT SELECT ON access.log TO titian_ledger_owner;

CREATE FUNCTION access.await_leaf() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ledger.pending_access (access_id) VALUES (NEW.id);
  RETURN NULL;
END;
$$;
CREATE TRIGGER await_leaf AFTER INSERT ON access.log FOR EACH ROW EXECUTE FUNCTION access.await_leaf();
ALTER TABLE access.log ENABLE ALWAYS TRIGGER await_leaf;

SET LOCAL ROLE titian_ledger_owner;

INSERT INTO ledger.pending_access (access_id) SELECT id FROM access.log;

CREATE FUNCTION ledger.access_hash(a access.log) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(
    ledger.field('titian:access:v1')
    || ledger.field(a.id::text)
    || ledger.field(to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || ledger.field(a.world)
    || ledger.field(a.actor_id)
    || ledger.field(a.role)
    || ledger.field(a.office)
    || ledger.field(a.action)
    || ledger.field(a.subject)
    || ledger.field(a.outcome)
    || ledger.field(a.reason)
  )
$$;

-- As in 0010, with two queues more: up to `decision_limit` decisions with their events, then as many accesses,
-- then as many notes. The rows of a queue are in order of their numbers among those that have committed.
CREATE OR REPLACE FUNCTION ledger.sequence_leaves(decision_limit integer) RETURNS integer
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
  )
  INSERT INTO ledger.leaf (leaf_index, entry, stream_id, position, hash)
  SELECT first_index + row_number() OVER (ORDER BY n.queue, n.place, n.entry, n.position) - 1,
    n.entry, n.stream_id, n.position, n.hash
  FROM entries n;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END;
$$;
