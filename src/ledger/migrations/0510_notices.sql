-- Notices: who is to be told of what, and what became of telling them. Unlike the lists this is no read
-- model: a notice that went out cannot be unsent, so nothing here is ever thrown away and built again.
-- No names, numbers or addresses in clear: addresses are sealed, references are opaque ids.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_notice_owner') THEN
    CREATE ROLE titian_notice_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_notice_owner', 'SET') THEN
    EXECUTE format('GRANT titian_notice_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA notice AUTHORIZATION titian_notice_owner;

-- How far the ledger's leaves were turned into items. A ledger older than notices starts at its end:
-- nobody is told today of what happened last year.
CREATE TABLE notice.cursor (
  name       text        PRIMARY KEY CHECK (name = 'items'),
  leaf_index bigint      NOT NULL CHECK (leaf_index >= -1),
  moved_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO notice.cursor (name, leaf_index) SELECT 'items', coalesce(max(leaf_index), -1) FROM ledger.leaf;
ALTER TABLE notice.cursor OWNER TO titian_notice_owner;

SET LOCAL ROLE titian_notice_owner;

-- Where an office, a site or a gateway to people's phones wants to be told.
CREATE TABLE notice.subscription (
  subscription_id text        PRIMARY KEY CHECK (subscription_id ~ '^s-[0-9a-f]{24}$'),
  recipient_kind  text        NOT NULL CHECK (recipient_kind IN ('OFFICE', 'SITE', 'GATEWAY')),
  recipient       text        COLLATE "C" NOT NULL CHECK (recipient ~ '^[A-Za-z0-9._-]{1,100}$'),
  channel         text        NOT NULL CHECK (channel IN ('EMAIL', 'WEBHOOK')),
  sealed_address  text        NOT NULL CHECK (sealed_address LIKE 'sealed:v1:%'),
  -- Of a webhook: the key of its signatures.
  sealed_secret   text        CHECK (sealed_secret LIKE 'sealed:v1:%'),
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by      text        NOT NULL CHECK (created_by <> ''),
  ended_at        timestamptz,
  ended_by        text,
  CHECK ((channel = 'WEBHOOK') = (sealed_secret IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  CHECK (recipient_kind <> 'GATEWAY' OR channel = 'WEBHOOK')
);
CREATE INDEX subscription_by_recipient ON notice.subscription (recipient_kind, recipient)
  WHERE ended_at IS NULL;

-- What goes out as one: all items of one recipient and template that came together.
CREATE TABLE notice.message (
  message_id     text        PRIMARY KEY CHECK (message_id ~ '^n-[0-9a-f]{32}$'),
  world          text        NOT NULL,
  recipient_kind text        NOT NULL CHECK (recipient_kind IN ('OFFICE', 'SITE', 'PERSON')),
  recipient      text        COLLATE "C" NOT NULL,
  zone           text        NOT NULL CHECK (zone IN ('WIB', 'WITA', 'WIT')),
  template       text        NOT NULL,
  urgent         boolean     NOT NULL,
  item_count     integer     NOT NULL CHECK (item_count > 0),
  -- The first few items as they are shown: references and details, no names.
  shown          jsonb       NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX message_by_recipient ON notice.message (recipient_kind, recipient, created_at DESC, message_id);

-- One fact that one recipient is to be told; at most one for each event and recipient.
CREATE TABLE notice.item (
  leaf_index     bigint      NOT NULL CHECK (leaf_index >= 0),
  recipient_kind text        NOT NULL CHECK (recipient_kind IN ('OFFICE', 'SITE', 'PERSON')),
  recipient      text        COLLATE "C" NOT NULL CHECK (recipient <> ''),
  world          text        NOT NULL,
  template       text        NOT NULL,
  zone           text        NOT NULL CHECK (zone IN ('WIB', 'WITA', 'WIT')),
  urgent         boolean     NOT NULL,
  reference      text        NOT NULL,
  details        jsonb       NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  ready_at       timestamptz NOT NULL,
  message_id     text        REFERENCES notice.message (message_id),
  PRIMARY KEY (leaf_index, recipient_kind, recipient)
);
CREATE INDEX item_waiting ON notice.item (world, recipient_kind, recipient, template, leaf_index)
  WHERE message_id IS NULL;
CREATE INDEX item_ready ON notice.item (ready_at) WHERE message_id IS NULL;
CREATE INDEX item_by_message ON notice.item (message_id, leaf_index) WHERE message_id IS NOT NULL;

-- One message through one channel.
CREATE TABLE notice.delivery (
  delivery_id     text        PRIMARY KEY,
  message_id      text        NOT NULL REFERENCES notice.message (message_id),
  subscription_id text        NOT NULL REFERENCES notice.subscription (subscription_id),
  -- HELD: of a sandbox, whose notices do not leave.
  state           text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'FAILED', 'GIVEN_UP', 'HELD')),
  attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- A code, never the other side's words: they may hold the address.
  reason          text        CHECK (reason ~ '^[A-Z0-9_.]{1,60}$'),
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When its workflow is looked after again.
  look_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  give_up_at      timestamptz NOT NULL,
  finished_at     timestamptz,
  UNIQUE (message_id, subscription_id),
  CHECK ((state = 'WAITING') = (finished_at IS NULL))
);
CREATE INDEX delivery_to_look_at ON notice.delivery (look_at) WHERE state = 'WAITING';

-- Who agreed to be told, through what, as of the newest event read.
CREATE TABLE notice.person_consent (
  person_id  text    COLLATE "C" NOT NULL,
  channel    text    NOT NULL CHECK (channel ~ '^[A-Z_]{2,30}$'),
  leaf_index bigint  NOT NULL,
  PRIMARY KEY (person_id, channel)
);

GRANT USAGE ON SCHEMA notice TO titian_app;
GRANT SELECT, UPDATE ON notice.cursor TO titian_app;
GRANT SELECT, INSERT ON notice.subscription, notice.item, notice.message, notice.delivery TO titian_app;
GRANT UPDATE (ended_at, ended_by) ON notice.subscription TO titian_app;
GRANT UPDATE (ready_at, message_id) ON notice.item TO titian_app;
GRANT UPDATE (state, attempts, reason, next_attempt_at, look_at, give_up_at, finished_at)
  ON notice.delivery TO titian_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON notice.person_consent TO titian_app;
