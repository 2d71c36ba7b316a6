-- What an entity still waits for and what it still has to say: both survive the loss of Temporal's own data.

SET LOCAL ROLE titian_ledger_owner;

-- ARMED --fire--> FIRED          an id that fired stays so: firing it again would be the same command
-- ARMED --cancel--> CANCELLED    and CANCELLED --arm--> ARMED, where a date moved away and came back
CREATE TABLE ledger.deadline (
  stream_id text COLLATE "C" NOT NULL REFERENCES ledger.stream,
  deadline_id text COLLATE "C" NOT NULL CHECK (deadline_id <> ''),
  kind text NOT NULL,
  subject text NOT NULL,
  due_at timestamptz NOT NULL,
  due_date date NOT NULL,
  due_zone text NOT NULL CHECK (due_zone IN ('WIB', 'WITA', 'WIT')),
  world text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('ARMED', 'FIRED', 'CANCELLED')),
  PRIMARY KEY (stream_id, deadline_id)
);
COMMENT ON TABLE ledger.deadline IS 'Current state of each deadline; the events DeadlineArmed, -Cancelled and -Fired are the record.';

CREATE INDEX deadline_due ON ledger.deadline (world, due_at, stream_id, deadline_id) WHERE state = 'ARMED';
CREATE INDEX deadline_armed_stream ON ledger.deadline (stream_id) WHERE state = 'ARMED';

CREATE TABLE ledger.message (
  message_id text COLLATE "C" PRIMARY KEY CHECK (message_id <> ''),
  -- Grows within a source, because its stream is locked while it is drawn: the order of delivery.
  position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  source_stream text COLLATE "C" NOT NULL REFERENCES ledger.stream,
  source_version bigint NOT NULL,
  target text COLLATE "C" NOT NULL CHECK (target <> ''),
  name text NOT NULL CHECK (name <> ''),
  data text NOT NULL CHECK (data IS JSON OBJECT AND octet_length(data) <= 262144),
  world text COLLATE "C" NOT NULL,
  delivered_at timestamptz,
  outcome text,
  CHECK ((delivered_at IS NULL) = (outcome IS NULL))
);
COMMENT ON TABLE ledger.message IS 'Commands for other entities, kept until the relay has their answer.';

CREATE INDEX message_source ON ledger.message (source_stream);
CREATE INDEX message_undelivered ON ledger.message (position) WHERE delivered_at IS NULL;
