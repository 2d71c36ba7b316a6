-- What an accepted decision changes beside its events, all in the append's own transaction.

SET LOCAL ROLE titian_ledger_owner;

-- Takes and gives back claims in key order, so that two streams never wait for each other in a circle.
-- Returns the claims that could not be had: [{"key", "holder"?}].
CREATE FUNCTION ledger.change_claims(s ledger.stream, changes jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  change record;
  present text;
  total ledger.claim_total;
  lost jsonb := '[]';
BEGIN
  FOR change IN
    SELECT c.value ->> 'kind' AS kind, c.value ->> 'key' AS key, c.value ->> 'holder' AS holder,
      (c.value ->> 'limit')::bigint AS place_limit
    FROM jsonb_array_elements(changes) WITH ORDINALITY AS c (value, place)
    ORDER BY (c.value ->> 'key') COLLATE "C", c.place
  LOOP
    IF change.kind = 'take' THEN
      LOOP
        INSERT INTO ledger.claim (world, key, holder, stream_id)
          VALUES (s.world, change.key, change.holder, s.stream_id) ON CONFLICT (world, key) DO NOTHING;
        EXIT WHEN FOUND;
        SELECT c.holder INTO present FROM ledger.claim c
          WHERE c.world = s.world AND c.key = change.key FOR UPDATE;
        IF FOUND THEN
          IF present <> change.holder THEN
            lost := lost || jsonb_build_object('key', change.key, 'holder', present);
          END IF;
          EXIT;
        END IF;
        -- Given back between the two statements: try again.
      END LOOP;
    ELSIF change.kind = 'take-place' THEN
      INSERT INTO ledger.claim_total (world, key, taken, place_limit)
        VALUES (s.world, change.key, 0, greatest(change.place_limit, 0)) ON CONFLICT (world, key) DO NOTHING;
      SELECT * INTO total FROM ledger.claim_total c
        WHERE c.world = s.world AND c.key = change.key FOR UPDATE;
      PERFORM FROM ledger.claim_place p
        WHERE p.world = s.world AND p.key = change.key AND p.holder = change.holder;
      IF NOT FOUND THEN
        IF total.taken >= change.place_limit THEN
          lost := lost || jsonb_build_object('key', change.key);
        ELSE
          INSERT INTO ledger.claim_place (world, key, holder, stream_id)
            VALUES (s.world, change.key, change.holder, s.stream_id);
          UPDATE ledger.claim_total c SET taken = total.taken + 1, place_limit = change.place_limit
            WHERE c.world = s.world AND c.key = change.key;
        END IF;
      END IF;
    ELSIF change.kind = 'release' THEN
      DELETE FROM ledger.claim c
        WHERE c.world = s.world AND c.key = change.key AND c.holder = change.holder;
      -- The total first, as above; giving back what is not held changes nothing.
      PERFORM FROM ledger.claim_total c WHERE c.world = s.world AND c.key = change.key FOR UPDATE;
      DELETE FROM ledger.claim_place p
        WHERE p.world = s.world AND p.key = change.key AND p.holder = change.holder;
      IF FOUND THEN
        UPDATE ledger.claim_total c SET taken = c.taken - 1 WHERE c.world = s.world AND c.key = change.key;
      END IF;
    ELSE
      RAISE EXCEPTION 'unknown kind of claim change: %', change.kind USING ERRCODE = 'TL001';
    END IF;
  END LOOP;
  RETURN lost;
END;
$$;

-- Moves deadlines through their states. A move that does not fit means that the shell and the ledger disagree
-- about what is armed, although their versions agree: that is a bug, and nothing may be built on it.
CREATE FUNCTION ledger.change_deadlines(s ledger.stream, changes jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  fired jsonb := coalesce(changes -> 'fired', '[]');
  cancelled jsonb := coalesce(changes -> 'cancelled', '[]');
  armed jsonb := coalesce(changes -> 'armed', '[]');
  asked integer := jsonb_array_length(fired) + jsonb_array_length(cancelled) + jsonb_array_length(armed);
  ended integer := 0;
  begun integer := 0;
BEGIN
  IF asked = 0 THEN
    RETURN;
  END IF;
  IF fired <> '[]' OR cancelled <> '[]' THEN
    UPDATE ledger.deadline d SET state = c.state
    FROM (
      SELECT f.id, 'FIRED' AS state FROM jsonb_array_elements_text(fired) AS f (id)
      UNION ALL
      SELECT x.id, 'CANCELLED' FROM jsonb_array_elements_text(cancelled) AS x (id)
    ) c
    WHERE d.stream_id = s.stream_id AND d.deadline_id = c.id AND d.state = 'ARMED';
    GET DIAGNOSTICS ended = ROW_COUNT;
  END IF;
  IF armed <> '[]' THEN
    INSERT INTO ledger.deadline
      (stream_id, deadline_id, kind, subject, due_at, due_date, due_zone, world, state)
    SELECT s.stream_id, a."deadlineId", a.kind, a.subject, ledger.parse_instant(a."dueAt" ->> 'at'),
      ledger.parse_date(a."dueAt" ->> 'date'), a."dueAt" ->> 'zone', s.world, 'ARMED'
    FROM jsonb_to_recordset(armed) AS a ("deadlineId" text, kind text, subject text, "dueAt" jsonb)
    ON CONFLICT (stream_id, deadline_id) DO UPDATE SET state = 'ARMED' WHERE deadline.state = 'CANCELLED';
    GET DIAGNOSTICS begun = ROW_COUNT;
  END IF;
  IF ended + begun <> asked THEN
    RAISE EXCEPTION 'deadlines of % do not fit: % asked, % ended, % armed', s.stream_id, asked, ended, begun
      USING ERRCODE = 'TL001';
  END IF;
END;
$$;

-- Messages leave in the order given; `position` is drawn in that order.
CREATE FUNCTION ledger.put_messages(s ledger.stream, source_version bigint, messages jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO ledger.message (message_id, source_stream, source_version, target, name, data, world)
  SELECT m.value ->> 'id', s.stream_id, source_version, m.value ->> 'target', m.value ->> 'name',
    m.value ->> 'data', s.world
  FROM jsonb_array_elements(messages) WITH ORDINALITY AS m (value, place)
  ORDER BY m.place
$$;

-- A fact belongs to one register for good: its version is that stream's, and could go back in another's.
CREATE FUNCTION ledger.put_facts(s ledger.stream, new_version bigint, facts jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  written integer;
BEGIN
  INSERT INTO ledger.fact (key, version, value, stream_id)
  SELECT f.value ->> 'key', new_version, f.value -> 'value', s.stream_id
  FROM jsonb_array_elements(facts) AS f (value)
  ON CONFLICT (key) DO UPDATE SET version = EXCLUDED.version, value = EXCLUDED.value
    WHERE fact.stream_id = EXCLUDED.stream_id;
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written <> jsonb_array_length(facts) THEN
    RAISE EXCEPTION 'a fact of % belongs to another register', s.stream_id USING ERRCODE = 'TL001';
  END IF;
END;
$$;
