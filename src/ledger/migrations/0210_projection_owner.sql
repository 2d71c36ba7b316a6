-- The lists belonged to whoever migrated. Like the ledger they get an owner that nobody logs in as; what the
-- application may do with them stays as it was.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_projection_owner') THEN
    CREATE ROLE titian_projection_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_projection_owner', 'SET') THEN
    EXECUTE format('GRANT titian_projection_owner TO %I', current_user);
  END IF;
END
$$;

-- The schema first: who takes a table over must be able to make one there.
ALTER SCHEMA projection OWNER TO titian_projection_owner;
ALTER TABLE projection.cursor OWNER TO titian_projection_owner;
ALTER TABLE projection.case_list OWNER TO titian_projection_owner;
