-- A late death takes back every session after it in one decision: up to 600 sessions with about three events each.
-- The answer still brings 500 events at most; a caller that stands below the head asks again and gets the rest.

SET LOCAL ROLE titian_ledger_owner;

-- As in 0009, with 2,500 events instead of 500.
CREATE OR REPLACE FUNCTION ledger.check_request(request jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  outcome text := request ->> 'outcome';
  firing boolean := request #>> '{command,name}' = 'fire-deadline';
  event_count integer := jsonb_array_length(coalesce(request -> 'events', '[]'));
  fact_count integer := jsonb_array_length(coalesce(request -> 'factsOut', '[]'));
BEGIN
  IF outcome IS NULL OR outcome NOT IN ('accepted', 'refused', 'fault', 'needs') THEN
    RAISE EXCEPTION 'unknown outcome: %', outcome USING ERRCODE = 'TL001';
  END IF;
  IF coalesce((request ->> 'expectedVersion')::bigint, -1) < 0 THEN
    RAISE EXCEPTION 'expectedVersion is missing or negative' USING ERRCODE = 'TL001';
  END IF;
  IF event_count > 2500 THEN
    RAISE EXCEPTION 'a decision of % events is over the limit of 2500', event_count USING ERRCODE = 'TL001';
  END IF;
  IF outcome <> 'accepted' AND (
    (event_count > 0 AND NOT firing)
    OR fact_count > 0
    OR jsonb_array_length(coalesce(request -> 'claims', '[]')) > 0
    OR jsonb_array_length(coalesce(request -> 'messages', '[]')) > 0
  ) THEN
    RAISE EXCEPTION 'only an accepted command may change anything' USING ERRCODE = 'TL001';
  END IF;
  IF fact_count > 0 AND event_count = 0 THEN
    RAISE EXCEPTION 'facts move only with an event of their register' USING ERRCODE = 'TL001';
  END IF;
END;
$$;
