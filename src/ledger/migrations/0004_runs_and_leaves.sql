-- Evidence about how decisions came to be, and the one dense order over everything committed.

SET LOCAL ROLE titian_ledger_owner;

-- Each workflow run that recorded anything. Its history is archived here before Temporal forgets it.
CREATE TABLE ledger.run (
  stream_id text COLLATE "C" NOT NULL REFERENCES ledger.stream,
  run_id text COLLATE "C" NOT NULL CHECK (run_id <> ''),
  build_id text NOT NULL,
  first_recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  archived_at timestamptz,
  history bytea,
  history_hash bytea,
  -- Noted when Temporal no longer knows the run: what is missing is said, not passed over.
  lost_at timestamptz,
  PRIMARY KEY (stream_id, run_id),
  CHECK ((archived_at IS NULL) = (history IS NULL) AND (history IS NULL) = (history_hash IS NULL)),
  CHECK (history_hash = sha256(history))
);
CREATE INDEX run_unarchived ON ledger.run (first_recorded_at, stream_id, run_id) WHERE archived_at IS NULL AND lost_at IS NULL;

-- One row per record call, waiting for its leaves. Drawn under the stream's lock, so a stream's rows are in order.
CREATE TABLE ledger.pending_leaf (
  pending_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stream_id text COLLATE "C" NOT NULL,
  decision_sequence bigint NOT NULL,
  first_version bigint,
  last_version bigint
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Leaf 0, 1, 2 ... without a hole, whatever order transactions committed in: a decision, then its events.
CREATE TABLE ledger.leaf (
  leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
  entry text NOT NULL CHECK (entry IN ('decision', 'event')),
  stream_id text COLLATE "C" NOT NULL,
  -- The decision's sequence or the event's version.
  position bigint NOT NULL CHECK (position >= 1),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  UNIQUE (stream_id, entry, position)
);
