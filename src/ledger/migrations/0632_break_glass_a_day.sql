-- No grant lasts longer than a day, whatever door it comes through.

SET LOCAL ROLE titian_access_owner;

-- Not of those that stand: one of a whole day was a few microseconds longer.
ALTER TABLE access.break_glass
  ADD CONSTRAINT break_glass_a_day_at_most CHECK (ends_at <= began_at + interval '24 hours') NOT VALID;

-- As in 0630, with one look at the clock: a grant of a whole day ends a day after it began.
CREATE OR REPLACE FUNCTION access.grant_break_glass(
  p_grant_id text, p_world text, p_actor_id text, p_role text, p_office text, p_person_id text,
  p_reason text, p_minutes integer
) RETURNS SETOF access.break_glass
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  logged bigint;
  begins timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_grant_id, 0));
  IF NOT EXISTS (SELECT FROM access.break_glass WHERE grant_id = p_grant_id) THEN
    logged := access.record_access(p_world, p_actor_id, p_role, p_office, 'break-glass', p_person_id,
                                   'allowed', 'break-glass=' || p_grant_id);
    begins := clock_timestamp();
    INSERT INTO access.break_glass
      (grant_id, world, actor_id, role, office, person_id, reason, log_id, began_at, ends_at)
    VALUES (p_grant_id, p_world, p_actor_id, p_role, p_office, p_person_id, p_reason, logged,
            begins, begins + make_interval(mins => p_minutes));
  END IF;
  RETURN QUERY SELECT * FROM access.break_glass WHERE grant_id = p_grant_id;
END
$$;
