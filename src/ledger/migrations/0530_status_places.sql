-- Places in public status lists. They are drawn by lot and printed in credentials that were handed out, so
-- that nothing can build them again: not a projection. The application adds and reads; nobody changes.

CREATE SCHEMA credential;

CREATE TABLE credential.status_place (
  certificate_id text    COLLATE "C" PRIMARY KEY CHECK (certificate_id <> ''),
  list           integer NOT NULL CHECK (list >= 1),
  index          integer NOT NULL CHECK (index >= 0 AND index < 131072),
  placed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (list, index)
);

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_credential_owner') THEN
    CREATE ROLE titian_credential_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_credential_owner', 'SET') THEN
    EXECUTE format('GRANT titian_credential_owner TO %I', current_user);
  END IF;
END
$$;

GRANT USAGE ON SCHEMA credential TO titian_app;
GRANT SELECT, INSERT ON credential.status_place TO titian_app;

-- The schema first: who takes a table over must be able to make one there.
ALTER SCHEMA credential OWNER TO titian_credential_owner;
ALTER TABLE credential.status_place OWNER TO titian_credential_owner;
