-- One look at several people, for a list with names: a row for each of them, all or none, in one statement.

SET LOCAL ROLE titian_access_owner;

CREATE FUNCTION access.record_accesses(
  p_world text, p_actor_id text, p_role text, p_office text, p_action text, p_subjects text[],
  p_outcome text, p_reason text
) RETURNS TABLE (log_id bigint, log_subject text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  INSERT INTO access.log (world, actor_id, role, office, action, subject, outcome, reason)
  SELECT p_world, p_actor_id, p_role, p_office, p_action, s.subject, p_outcome, p_reason
  FROM unnest(p_subjects) WITH ORDINALITY AS s (subject, place) ORDER BY s.place
  RETURNING id, subject;
END;

GRANT EXECUTE ON FUNCTION access.record_accesses(text, text, text, text, text, text[], text, text) TO titian_app;
