-- The bulk door: the same room as ledger.record, entered with many streams in one transaction. Every decision is
-- still written by ledger.record itself, one by one, so that nothing here could write other rows than a shell.

SET LOCAL ROLE titian_ledger_owner;

-- Locks streams that are there, in id order whatever order they are named in, so that two callers never wait for
-- each other in a circle; ledger.record takes the very same lock. A stream that is not there yet is left out.
CREATE FUNCTION ledger.lock_many(wanted_streams text[])
RETURNS TABLE (stream text, kind text, world text, head_version bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.stream_id, s.kind, s.world, s.head_version FROM ledger.stream s
  WHERE s.stream_id = ANY (wanted_streams)
  ORDER BY s.stream_id
  FOR NO KEY UPDATE
$$;

-- The requests of ledger.record, answered one by one in their order. All or none: a request that breaks an
-- invariant undoes the others, and its caller tries them again one at a time.
CREATE FUNCTION ledger.record_many(requests jsonb) RETURNS SETOF jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  request jsonb;
BEGIN
  IF jsonb_array_length(requests) > 500 THEN
    RAISE EXCEPTION '% requests in one call are over the limit of 500', jsonb_array_length(requests)
      USING ERRCODE = 'TL001';
  END IF;
  FOR request IN SELECT r.value FROM jsonb_array_elements(requests) WITH ORDINALITY AS r (value, place) ORDER BY r.place
  LOOP
    RETURN NEXT ledger.record(request);
  END LOOP;
END;
$$;

REVOKE ALL ON FUNCTION ledger.lock_many(text[]), ledger.record_many(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.lock_many(text[]), ledger.record_many(jsonb) TO titian_app;
