-- As in 0009, and a run that is told that its command is known already gets its row: until now only runs that
-- recorded something had one, so that the history of a run that only asked again was never archived.

SET LOCAL ROLE titian_ledger_owner;

CREATE OR REPLACE FUNCTION ledger.record(request jsonb) RETURNS jsonb
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
    -- A run that did nothing but ask again has a history to keep, too.
    IF answer ->> 'status' = 'known' AND request ->> 'runId' <> '' THEN
      INSERT INTO ledger.run (stream_id, run_id, build_id)
        VALUES (s.stream_id, request ->> 'runId', request ->> 'buildId')
        ON CONFLICT (stream_id, run_id) DO NOTHING;
    END IF;
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
