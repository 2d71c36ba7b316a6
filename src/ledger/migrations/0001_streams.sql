-- The two chains of every stream: what was decided, and what happened.
--
-- A stream is one entity (a person's journey, a register entry). Each command leaves exactly one row in
-- `decision`, accepted or refused; each accepted one leaves its events. Both chains start from a hash of the
-- stream's own name, kind and world, so that rows cannot be carried over to another stream.
--
-- Texts that are hashed are kept as text, never as jsonb: the bytes that were sealed are the bytes stored.
-- Identifiers sort bytewise (COLLATE "C"), so that pages and locks have one order on every machine.

SET LOCAL ROLE titian_ledger_owner;

ALTER DEFAULT PRIVILEGES FOR ROLE titian_ledger_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE ledger.stream (
  stream_id text COLLATE "C" PRIMARY KEY
    CHECK (stream_id ~ '^[^[:space:][:cntrl:]]+$' AND length(stream_id) <= 200),
  kind text NOT NULL CHECK (kind <> ''),
  -- A stream belongs to one world for good: `live`, or a sandbox with its own clock.
  world text COLLATE "C" NOT NULL CHECK (world <> ''),
  head_version bigint NOT NULL DEFAULT 0 CHECK (head_version >= 0),
  head_hash bytea NOT NULL CHECK (octet_length(head_hash) = 32),
  decision_count bigint NOT NULL DEFAULT 0 CHECK (decision_count >= 0),
  decision_head_hash bytea NOT NULL CHECK (octet_length(decision_head_hash) = 32),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 70);
COMMENT ON TABLE ledger.stream IS 'One row per entity: the heads of its two chains, and the lock that makes its commands take turns.';

CREATE TABLE ledger.event (
  stream_id text COLLATE "C" NOT NULL REFERENCES ledger.stream,
  version bigint NOT NULL CHECK (version >= 1),
  event_id text COLLATE "C" NOT NULL UNIQUE,
  type text NOT NULL CHECK (type ~ '^[A-Z][A-Za-z0-9]*$'),
  schema integer NOT NULL CHECK (schema >= 1),
  -- Canonical JSON (RFC 8785). The limit keeps one event far below what a workflow's answer may carry.
  body text NOT NULL CHECK (body IS JSON OBJECT AND octet_length(body) <= 262144),
  meta text NOT NULL CHECK (meta IS JSON OBJECT AND octet_length(meta) <= 16384),
  -- When it happened, with the local date and zone that the office wrote down.
  occurred_at timestamptz NOT NULL CHECK (occurred_at = date_trunc('milliseconds', occurred_at)),
  occurred_date date NOT NULL,
  occurred_zone text NOT NULL CHECK (occurred_zone IN ('WIB', 'WITA', 'WIT')),
  -- When the entity's own clock said it was recorded; in a sandbox this is the world's time ...
  recorded_at timestamptz NOT NULL CHECK (recorded_at = date_trunc('milliseconds', recorded_at)),
  -- ... and when it really was.
  committed_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp())
    CHECK (committed_at = date_trunc('milliseconds', committed_at)),
  previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (stream_id, version)
);
COMMENT ON TABLE ledger.event IS 'What happened, in order, for ever. Written by ledger.record only.';

CREATE TABLE ledger.decision (
  stream_id text COLLATE "C" NOT NULL REFERENCES ledger.stream,
  sequence bigint NOT NULL CHECK (sequence >= 1),
  command_id text COLLATE "C" NOT NULL UNIQUE CHECK (command_id <> ''),
  name text NOT NULL CHECK (name <> ''),
  -- Keyed hash over the command before sealing: a retry sealed with another nonce is the same request.
  request_hash text NOT NULL CHECK (request_hash <> ''),
  body text NOT NULL CHECK (body IS JSON OBJECT AND octet_length(body) <= 262144),
  actor_id text NOT NULL CHECK (actor_id <> ''),
  actor_role text NOT NULL CHECK (actor_role <> ''),
  actor_office text NOT NULL,
  now timestamptz NOT NULL CHECK (now = date_trunc('milliseconds', now)),
  clock_offset_ms bigint NOT NULL,
  -- Register facts the decision rested on: [{"key","version"}] in key order.
  facts text NOT NULL CHECK (facts IS JSON ARRAY),
  -- What it changed beside its events: claims, messages and register facts, as asked for.
  effects text NOT NULL CHECK (effects IS JSON OBJECT),
  build_id text NOT NULL,
  run_id text,
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused', 'fault')),
  detail text NOT NULL CHECK (detail IS JSON OBJECT AND octet_length(detail) <= 65536),
  first_version bigint,
  last_version bigint,
  -- Head of the event chain after this decision: binds the two chains together.
  event_head_hash bytea NOT NULL CHECK (octet_length(event_head_hash) = 32),
  committed_at timestamptz NOT NULL CHECK (committed_at = date_trunc('milliseconds', committed_at)),
  previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (stream_id, sequence),
  CHECK ((first_version IS NULL) = (last_version IS NULL) AND first_version <= last_version),
  -- A refusal consumes no event version. Only a deadline that fired is written down whatever the rule said.
  CHECK (outcome = 'accepted' OR first_version IS NULL OR name = 'fire-deadline')
);
COMMENT ON TABLE ledger.decision IS 'Every command that was decided, accepted or refused: enough to decide it again.';
