-- Sandbox worlds and their clocks. A clock is an offset to the real one; it only grows, so that no
-- entity of a world can ever see time go back. The application changes it through two functions.
CREATE SCHEMA sandbox;

CREATE TABLE sandbox.world (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,39}$' AND id <> 'live'),
  clock_offset_ms bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE FUNCTION sandbox.create_world(world_id text, offset_ms bigint) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ INSERT INTO sandbox.world (id, clock_offset_ms) VALUES (world_id, offset_ms) ON CONFLICT (id) DO NOTHING $$;

CREATE FUNCTION sandbox.move_clock(world_id text, offset_ms bigint) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ UPDATE sandbox.world SET clock_offset_ms = GREATEST(clock_offset_ms, offset_ms) WHERE id = world_id $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA sandbox FROM PUBLIC;
GRANT USAGE ON SCHEMA sandbox TO titian_app;
GRANT SELECT ON sandbox.world TO titian_app;
GRANT EXECUTE ON FUNCTION sandbox.create_world(text, bigint), sandbox.move_clock(text, bigint) TO titian_app;
