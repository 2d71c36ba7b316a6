-- The ledger's one write door. One call is one command's decision, in one transaction:
--   lock the stream -> is the ledger behind? -> was the command seen? -> is there a tail? -> did facts move?
--   -> take claims -> write events, decision, deadlines, messages, facts, run and the leaf's place in the queue.
-- Every answer but `recorded` has written nothing. A request that breaks an invariant raises TL001.
-- Request and answer are described in src/ledger/record-decision.ts.

SET LOCAL ROLE titian_ledger_owner;

-- What no decision may ask for, whoever decided it.
CREATE FUNCTION ledger.check_request(request jsonb) RETURNS void
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
  IF event_count > 500 THEN
    RAISE EXCEPTION 'a decision of % events is over the limit of 500', event_count USING ERRCODE = 'TL001';
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

-- Appends the events and moves the stream's head in `s`. All share the decision's clock.
CREATE FUNCTION ledger.append_events(INOUT s ledger.stream, events jsonb, now_text text, committed timestamptz)
LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
  e ledger.event;
BEGIN
  e.stream_id := s.stream_id;
  e.recorded_at := ledger.parse_instant(now_text);
  e.committed_at := committed;
  FOR item IN SELECT value FROM jsonb_array_elements(events) WITH ORDINALITY AS t (value, place) ORDER BY place
  LOOP
    IF jsonb_typeof(item -> 'body') IS DISTINCT FROM 'string'
      OR jsonb_typeof(item -> 'meta') IS DISTINCT FROM 'string'
      OR item ->> 'recordedAt' IS DISTINCT FROM now_text THEN
      RAISE EXCEPTION 'an event needs body and meta as text, and the decision''s now as recordedAt'
        USING ERRCODE = 'TL001';
    END IF;
    e.version := s.head_version + 1;
    e.event_id := item ->> 'id';
    e.type := item ->> 'type';
    e.schema := (item ->> 'schema')::integer;
    e.body := item ->> 'body';
    e.meta := item ->> 'meta';
    e.occurred_at := ledger.parse_instant(item #>> '{occurredAt,at}');
    e.occurred_date := ledger.parse_date(item #>> '{occurredAt,date}');
    e.occurred_zone := item #>> '{occurredAt,zone}';
    e.previous_hash := s.head_hash;
    e.hash := ledger.event_hash(e);
    INSERT INTO ledger.event VALUES (e.*);
    s.head_version := e.version;
    s.head_hash := e.hash;
  END LOOP;
END;
$$;

CREATE FUNCTION ledger.effects_text(request jsonb) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT (
    CASE WHEN jsonb_array_length(request -> 'claims') > 0
      THEN jsonb_build_object('claims', request -> 'claims') ELSE '{}' END
    || CASE WHEN jsonb_array_length(request -> 'messages') > 0
      THEN jsonb_build_object('messages', request -> 'messages') ELSE '{}' END
    || CASE WHEN jsonb_array_length(request -> 'factsOut') > 0
      THEN jsonb_build_object('facts', request -> 'factsOut') ELSE '{}' END
  )::text
$$;

CREATE FUNCTION ledger.facts_text(facts jsonb) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(
    '[' || string_agg('{"key":' || to_json(f.key)::text || ',"version":' || f.version || '}', ',' ORDER BY f.key COLLATE "C") || ']',
    '[]'
  )
  FROM jsonb_to_recordset(facts) AS f (key text, version bigint)
$$;

-- Appends the decision row after those of `s`, whose event head already stands where this decision left it.
CREATE FUNCTION ledger.append_decision(
  s ledger.stream, request jsonb, first_version bigint, committed timestamptz
) RETURNS ledger.decision
LANGUAGE plpgsql AS $$
DECLARE
  command jsonb := request -> 'command';
  d ledger.decision;
BEGIN
  IF jsonb_typeof(command -> 'body') IS DISTINCT FROM 'string' THEN
    RAISE EXCEPTION 'a command needs its body as text' USING ERRCODE = 'TL001';
  END IF;
  d.stream_id := s.stream_id;
  d.sequence := s.decision_count + 1;
  d.command_id := command ->> 'id';
  d.name := command ->> 'name';
  d.request_hash := command ->> 'requestHash';
  d.body := command ->> 'body';
  d.actor_id := command #>> '{actor,id}';
  d.actor_role := command #>> '{actor,role}';
  d.actor_office := command #>> '{actor,office}';
  d.now := ledger.parse_instant(request ->> 'now');
  d.clock_offset_ms := (request ->> 'clockOffsetMs')::bigint;
  d.facts := ledger.facts_text(coalesce(request -> 'facts', '[]'));
  d.effects := ledger.effects_text(request);
  d.build_id := request ->> 'buildId';
  -- Registers are decided without a workflow: they have no run.
  d.run_id := nullif(request ->> 'runId', '');
  d.outcome := request ->> 'outcome';
  d.detail := coalesce(request ->> 'detail', '{}');
  IF s.head_version >= first_version THEN
    d.first_version := first_version;
    d.last_version := s.head_version;
  END IF;
  d.event_head_hash := s.head_hash;
  d.committed_at := committed;
  d.previous_hash := s.decision_head_hash;
  d.hash := ledger.decision_hash(d);
  INSERT INTO ledger.decision VALUES (d.*);
  RETURN d;
END;
$$;

CREATE FUNCTION ledger.record(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  expected bigint := (request ->> 'expectedVersion')::bigint;
  claims jsonb := coalesce(request -> 'claims', '[]');
  messages jsonb := coalesce(request -> 'messages', '[]');
  facts_out jsonb := coalesce(request -> 'factsOut', '[]');
  committed timestamptz;
  s ledger.stream;
  d ledger.decision;
  answer jsonb;
  lost jsonb;
BEGIN
  PERFORM ledger.check_request(request);
  s := ledger.lock_stream(request ->> 'stream', request ->> 'kind', request ->> 'world');

  answer := ledger.answer_from_history(s, expected, request #>> '{command,id}', request #>> '{command,requestHash}');
  IF answer IS NULL THEN
    answer := ledger.answer_from_facts(s, request);
  END IF;
  IF answer IS NULL AND claims <> '[]' THEN
    BEGIN
      lost := ledger.change_claims(s, claims);
      IF lost <> '[]' THEN
        -- Undoes the claims that were had, and nothing else.
        RAISE EXCEPTION 'claim lost' USING ERRCODE = 'TL003';
      END IF;
    EXCEPTION WHEN SQLSTATE 'TL003' THEN
      answer := ledger.reply('claim_lost', s, '[]') || jsonb_build_object('lostClaims', lost);
    END;
  END IF;
  IF answer IS NOT NULL THEN
    PERFORM ledger.forget_unwritten(s);
    RETURN answer;
  END IF;

  committed := date_trunc('milliseconds', clock_timestamp());
  s := ledger.append_events(s, coalesce(request -> 'events', '[]'), request ->> 'now', committed);
  d := ledger.append_decision(s, request, expected + 1, committed);
  UPDATE ledger.stream SET head_version = s.head_version, head_hash = s.head_hash,
      decision_count = d.sequence, decision_head_hash = d.hash
    WHERE stream_id = s.stream_id;
  INSERT INTO ledger.pending_leaf (stream_id, decision_sequence, first_version, last_version)
    VALUES (d.stream_id, d.sequence, d.first_version, d.last_version);
  PERFORM ledger.change_deadlines(s, request -> 'deadlines');
  IF messages <> '[]' THEN
    PERFORM ledger.put_messages(s, s.head_version, messages);
  END IF;
  IF facts_out <> '[]' THEN
    PERFORM ledger.put_facts(s, s.head_version, facts_out);
  END IF;
  IF d.run_id IS NOT NULL THEN
    INSERT INTO ledger.run (stream_id, run_id, build_id) VALUES (d.stream_id, d.run_id, d.build_id)
      ON CONFLICT (stream_id, run_id) DO NOTHING;
  END IF;
  RETURN ledger.reply('recorded', s, ledger.tail(s.stream_id, expected, 500, 9223372036854775807))
    || ledger.outcome_of(d);
END;
$$;
