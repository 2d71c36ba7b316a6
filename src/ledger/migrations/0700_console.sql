-- What the console keeps for those who work in it. Nothing of it is part of the record, and all of it may be lost:
-- then people sign in again and begin their drafts anew.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_console_owner') THEN
    CREATE ROLE titian_console_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_console_owner', 'SET') THEN
    EXECUTE format('GRANT titian_console_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA console AUTHORIZATION titian_console_owner;
SET LOCAL ROLE titian_console_owner;

-- The token and who it names are sealed under a key that only the browser's secret yields.
CREATE TABLE console.session (
  id          text        COLLATE "C" PRIMARY KEY CHECK (id ~ '^d[0-9a-f]{24}$'),
  secret_hash text        COLLATE "C" NOT NULL UNIQUE CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
  sealed      bytea       NOT NULL,
  world       text        NOT NULL CHECK (world <> ''),
  began_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at  timestamptz NOT NULL
);
CREATE INDEX session_by_end ON console.session (expires_at);

-- Half-filled forms, per account, sealed under a key derived from the master key: they may hold names.
CREATE TABLE console.draft (
  -- Keyed hash of account, world and form.
  id         text        COLLATE "C" PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
  -- Keyed hash of the account, for the list of one's own drafts.
  account    text        COLLATE "C" NOT NULL CHECK (account ~ '^[0-9a-f]{64}$'),
  sealed     bytea       NOT NULL,
  saved_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX draft_by_account ON console.draft (account, saved_at);
CREATE INDEX draft_by_end ON console.draft (expires_at);

-- Changes elsewhere that somebody has seen: up to which version of a stream.
CREATE TABLE console.acknowledgement (
  account    text        COLLATE "C" NOT NULL CHECK (account ~ '^[0-9a-f]{64}$'),
  stream     text        COLLATE "C" NOT NULL CHECK (stream <> '' AND length(stream) <= 300),
  up_to      bigint      NOT NULL CHECK (up_to > 0),
  noted_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (account, stream)
);

GRANT USAGE ON SCHEMA console TO titian_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON console.session, console.draft, console.acknowledgement TO titian_app;
