-- Folded states, so that the bulk door need not read a long life for every command. Nothing but a cache: it is not
-- logged, a crash empties it, and anybody may empty it at any time. A snapshot counts only while the event that it
-- ends at is still the ledger's, hash for hash, and only for the build that folded it.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_cache_owner') THEN
    CREATE ROLE titian_cache_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_cache_owner', 'SET') THEN
    EXECUTE format('GRANT titian_cache_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA cache;

CREATE UNLOGGED TABLE cache.snapshot (
  stream_id text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version >= 1),
  -- Of the event at `version`: a ledger restored from a backup has another one there.
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  shape integer NOT NULL,
  build_id text NOT NULL,
  -- JSON. Holds what events hold: codes and sealed text, never a name.
  state text NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 70);

ALTER SCHEMA cache OWNER TO titian_cache_owner;
ALTER TABLE cache.snapshot OWNER TO titian_cache_owner;
REVOKE ALL ON SCHEMA cache FROM PUBLIC;
GRANT USAGE ON SCHEMA cache TO titian_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON cache.snapshot TO titian_app;
