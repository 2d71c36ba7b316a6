-- Who read what. Every read of a person's data is written here first, allowed or denied (G-08, UU
-- 27/2022 art. 31). Rows come in through one function and never change.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_access_owner') THEN
    CREATE ROLE titian_access_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_access_owner', 'SET') THEN
    EXECUTE format('GRANT titian_access_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA access AUTHORIZATION titian_access_owner;
SET LOCAL ROLE titian_access_owner;

ALTER DEFAULT PRIVILEGES FOR ROLE titian_access_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE access.log (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  world    text        NOT NULL CHECK (world <> ''),
  actor_id text        NOT NULL CHECK (actor_id <> '' AND length(actor_id) <= 200),
  role     text        NOT NULL CHECK (role ~ '^[A-Z_]{2,60}$'),
  office   text        NOT NULL CHECK (office <> '' AND length(office) <= 100),
  -- Name of the read, or of a command that was denied.
  action   text        NOT NULL CHECK (action ~ '^[a-z][a-z-]{1,60}$'),
  -- Opaque id of what was read; for a search by NIK its blind index, never the NIK (16 digits).
  subject  text        NOT NULL CHECK (subject <> '' AND length(subject) <= 200 AND subject !~ '^[0-9]{16}$'),
  outcome  text        NOT NULL CHECK (outcome IN ('allowed', 'denied')),
  reason   text        CHECK (length(reason) <= 500),
  -- A denial without its reason explains nothing to the auditor.
  CHECK (outcome = 'allowed' OR reason IS NOT NULL)
);

CREATE INDEX log_by_subject ON access.log (subject, id);
CREATE INDEX log_by_actor ON access.log (actor_id, id);

CREATE FUNCTION access.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the access log is append-only', tg_op, tg_table_schema, tg_table_name
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON access.log
  FOR EACH ROW EXECUTE FUNCTION access.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON access.log
  FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
ALTER TABLE access.log ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE access.log ENABLE ALWAYS TRIGGER refuse_truncate;

CREATE FUNCTION access.record_access(
  p_world text, p_actor_id text, p_role text, p_office text, p_action text, p_subject text,
  p_outcome text, p_reason text
) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  INSERT INTO access.log (world, actor_id, role, office, action, subject, outcome, reason)
  VALUES (p_world, p_actor_id, p_role, p_office, p_action, p_subject, p_outcome, p_reason)
  RETURNING id;
END;

GRANT USAGE ON SCHEMA access TO titian_app;
GRANT SELECT ON access.log TO titian_app;
GRANT EXECUTE ON FUNCTION access.record_access(text, text, text, text, text, text, text, text) TO titian_app;
