-- A sheet that was checked and never run holds sealed commands that nobody will send: it goes after a while. Through
-- this function alone: the application may delete no other sheet, whose outcomes are what its office goes by.

SET LOCAL ROLE titian_sheet_owner;

CREATE INDEX sheet_not_done ON sheet.sheet (state, checked_at) WHERE state <> 'DONE';

-- Answers how many went.
CREATE FUNCTION sheet.forget_checked(before timestamptz, most integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH gone AS (
    DELETE FROM sheet.sheet WHERE sheet_id IN (
      SELECT s.sheet_id FROM sheet.sheet s
      WHERE s.state = 'CHECKED' AND s.checked_at < before
      ORDER BY s.checked_at LIMIT most FOR UPDATE SKIP LOCKED)
    RETURNING 1
  )
  SELECT count(*)::integer FROM gone
$$;

REVOKE ALL ON FUNCTION sheet.forget_checked(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sheet.forget_checked(timestamptz, integer) TO titian_app;
