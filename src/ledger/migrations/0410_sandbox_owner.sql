-- The clocks' two functions run with their owner's rights, and that was whoever migrated, often a superuser.
-- They get an owner that may touch the sandbox worlds and nothing else.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_sandbox_owner') THEN
    CREATE ROLE titian_sandbox_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_sandbox_owner', 'SET') THEN
    EXECUTE format('GRANT titian_sandbox_owner TO %I', current_user);
  END IF;
END
$$;

-- The schema first: who takes a table over must be able to make one there.
ALTER SCHEMA sandbox OWNER TO titian_sandbox_owner;
ALTER TABLE sandbox.world OWNER TO titian_sandbox_owner;
ALTER FUNCTION sandbox.create_world(text, bigint) OWNER TO titian_sandbox_owner;
ALTER FUNCTION sandbox.move_clock(text, bigint) OWNER TO titian_sandbox_owner;
