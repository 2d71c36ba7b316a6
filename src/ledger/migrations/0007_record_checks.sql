-- What ledger.record looks at before it writes: is the stream ours, was the command seen, did anything move.

SET LOCAL ROLE titian_ledger_owner;

-- Locks the stream's row for this transaction, making it first if need be. A row without decisions is always
-- one that this transaction made: ledger.forget_unwritten takes it away again where nothing came of it.
CREATE FUNCTION ledger.lock_stream(wanted_stream text, wanted_kind text, wanted_world text) RETURNS ledger.stream
LANGUAGE plpgsql AS $$
DECLARE
  found_stream ledger.stream;
  origin bytea;
BEGIN
  LOOP
    SELECT * INTO found_stream FROM ledger.stream WHERE stream_id = wanted_stream FOR NO KEY UPDATE;
    EXIT WHEN FOUND;
    origin := ledger.stream_hash(wanted_stream, wanted_kind, wanted_world);
    INSERT INTO ledger.stream (stream_id, kind, world, head_hash, decision_head_hash)
      VALUES (wanted_stream, wanted_kind, wanted_world, origin, origin)
      ON CONFLICT (stream_id) DO NOTHING;
  END LOOP;
  IF found_stream.world <> wanted_world OR found_stream.kind <> wanted_kind THEN
    RAISE EXCEPTION 'stream % is a % in world %, not a % in world %',
      wanted_stream, found_stream.kind, found_stream.world, wanted_kind, wanted_world USING ERRCODE = 'TL001';
  END IF;
  RETURN found_stream;
END;
$$;

CREATE FUNCTION ledger.forget_unwritten(s ledger.stream) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF s.decision_count = 0 THEN
    DELETE FROM ledger.stream WHERE stream_id = s.stream_id;
  END IF;
END;
$$;

-- Events after a version, as the shell folds them. Bounded, because a workflow's answer is: where more remain,
-- the last version is below the head and the caller asks again from there.
CREATE FUNCTION ledger.tail(wanted_stream text, after_version bigint, event_limit integer, byte_limit bigint)
RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'version', t.version,
      'type', t.type,
      'schema', t.schema,
      'body', t.body,
      'meta', t.meta,
      'occurredAt', jsonb_build_object(
        'at', ledger.instant_text(t.occurred_at),
        'date', to_char(t.occurred_date, 'YYYY-MM-DD'),
        'zone', t.occurred_zone
      ),
      'recordedAt', ledger.instant_text(t.recorded_at)
    ) ORDER BY t.version) FILTER (WHERE t.bytes <= byte_limit OR t.version = after_version + 1), '[]')
  FROM (
    SELECT e.*, sum(octet_length(e.body) + octet_length(e.meta)) OVER (ORDER BY e.version) AS bytes
    FROM ledger.event e
    WHERE e.stream_id = wanted_stream AND e.version > after_version
    ORDER BY e.version
    LIMIT event_limit
  ) t
$$;

CREATE FUNCTION ledger.reply(status text, s ledger.stream, events jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object(
    'status', status, 'headVersion', s.head_version, 'headHash', encode(s.head_hash, 'hex'), 'events', events
  )
$$;

-- What a decision row says to whoever sends its command again.
CREATE FUNCTION ledger.outcome_of(d ledger.decision) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object(
    'outcome', d.outcome,
    'detail', d.detail,
    'sequence', d.sequence,
    'decisionHash', encode(d.hash, 'hex'),
    'firstVersion', d.first_version,
    'lastVersion', d.last_version
  )
$$;

-- The answer where the caller is behind, ahead, or has asked before; NULL where it may go on.
CREATE FUNCTION ledger.answer_from_history(s ledger.stream, expected bigint, wanted_id text, wanted_hash text)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  seen ledger.decision;
  rest jsonb := '[]';
BEGIN
  IF s.head_version < expected THEN
    RETURN ledger.reply('ledger_behind', s, rest);
  END IF;
  IF s.head_version > expected THEN
    rest := ledger.tail(s.stream_id, expected, 500, 1048576);
    -- Too much for one answer: the caller folds this part first, and learns of its command in the last one.
    IF (rest -> -1 ->> 'version')::bigint < s.head_version THEN
      RETURN ledger.reply('tail', s, rest);
    END IF;
  END IF;
  SELECT * INTO seen FROM ledger.decision WHERE command_id = wanted_id;
  IF FOUND THEN
    IF seen.stream_id <> s.stream_id OR seen.request_hash <> wanted_hash THEN
      RETURN ledger.reply('command_id_reused', s, rest);
    END IF;
    RETURN ledger.reply('known', s, rest) || ledger.outcome_of(seen);
  END IF;
  IF s.head_version > expected THEN
    RETURN ledger.reply('tail', s, rest);
  END IF;
  RETURN NULL;
END;
$$;

CREATE FUNCTION ledger.fact_values(wanted_keys jsonb) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(
    jsonb_build_object('key', w.key, 'version', coalesce(f.version, 0), 'value', f.value) ORDER BY w.key COLLATE "C"
  ), '[]')
  FROM (SELECT DISTINCT k.key FROM jsonb_array_elements_text(wanted_keys) AS k (key)) w
  LEFT JOIN LATERAL (SELECT x.version, x.value FROM ledger.fact x WHERE x.key = w.key) f ON true
$$;

-- The answer where a fact is asked for or has moved since it was read; NULL where the decision still stands.
-- Readers share one lock that a register takes alone, so that no fact moves between this check and the commit;
-- row locks would write to every fact row for every command.
CREATE FUNCTION ledger.answer_from_facts(s ledger.stream, request jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  based_on jsonb := coalesce(request -> 'facts', '[]');
  wanted jsonb := coalesce(request -> 'wantedFacts', '[]');
  facts_lock CONSTANT bigint := hashtextextended('titian/ledger/facts', 0);
  moved jsonb;
BEGIN
  IF jsonb_array_length(coalesce(request -> 'factsOut', '[]')) > 0 THEN
    PERFORM pg_advisory_xact_lock(facts_lock);
  ELSIF based_on <> '[]' THEN
    PERFORM pg_advisory_xact_lock_shared(facts_lock);
  END IF;
  IF based_on <> '[]' THEN
    SELECT jsonb_agg(b.key) INTO moved
    FROM jsonb_to_recordset(based_on) AS b (key text, version bigint)
    WHERE b.version IS DISTINCT FROM coalesce((SELECT x.version FROM ledger.fact x WHERE x.key = b.key), 0);
  END IF;
  IF moved IS NULL AND request ->> 'outcome' <> 'needs' THEN
    RETURN NULL;
  END IF;
  RETURN ledger.reply('facts', s, '[]')
    || jsonb_build_object('facts', ledger.fact_values(coalesce(moved, '[]') || wanted));
END;
$$;
