-- An officer whose office has nothing to do with a person opens their journey in an emergency: time-boxed, with a
-- reason, and in the open. A grant is written once with its row in the access log and never changed; it ends by
-- itself.

SET LOCAL ROLE titian_access_owner;

CREATE TABLE access.break_glass (
  grant_id  text        COLLATE "C" PRIMARY KEY CHECK (grant_id ~ '^g[0-9a-f]{28}$'),
  world     text        NOT NULL CHECK (world <> ''),
  actor_id  text        NOT NULL CHECK (actor_id <> '' AND length(actor_id) <= 200),
  role      text        NOT NULL CHECK (role IN ('EXECUTING_PROSECUTOR', 'PROBATION_COUNSELLOR', 'PRISON_OFFICER')),
  office    text        NOT NULL CHECK (office <> '' AND length(office) <= 100),
  person_id text        COLLATE "C" NOT NULL CHECK (person_id <> '' AND length(person_id) <= 200),
  -- Sealed under the person's own key: it goes when the key goes.
  reason    text        NOT NULL CHECK (reason LIKE 'sealed:v1:%'),
  -- Number of the access row that was written with it.
  log_id    bigint      NOT NULL UNIQUE,
  began_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  ends_at   timestamptz NOT NULL,
  CHECK (ends_at > began_at)
);

CREATE INDEX break_glass_by_holder ON access.break_glass (actor_id, person_id, ends_at);
CREATE INDEX break_glass_by_start ON access.break_glass (began_at, grant_id);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON access.break_glass
  FOR EACH ROW EXECUTE FUNCTION access.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON access.break_glass
  FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
ALTER TABLE access.break_glass ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE access.break_glass ENABLE ALWAYS TRIGGER refuse_truncate;

-- The grant and its row in the log, or nothing. Asked again with the same id it gives the first answer: the time
-- does not begin anew.
CREATE FUNCTION access.grant_break_glass(
  p_grant_id text, p_world text, p_actor_id text, p_role text, p_office text, p_person_id text,
  p_reason text, p_minutes integer
) RETURNS SETOF access.break_glass
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  logged bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_grant_id, 0));
  IF NOT EXISTS (SELECT FROM access.break_glass WHERE grant_id = p_grant_id) THEN
    logged := access.record_access(p_world, p_actor_id, p_role, p_office, 'break-glass', p_person_id,
                                   'allowed', 'break-glass=' || p_grant_id);
    INSERT INTO access.break_glass
      (grant_id, world, actor_id, role, office, person_id, reason, log_id, ends_at)
    VALUES (p_grant_id, p_world, p_actor_id, p_role, p_office, p_person_id, p_reason, logged,
            clock_timestamp() + make_interval(mins => p_minutes));
  END IF;
  RETURN QUERY SELECT * FROM access.break_glass WHERE grant_id = p_grant_id;
END
$$;

GRANT SELECT ON access.break_glass TO titian_app;
GRANT EXECUTE ON FUNCTION access.grant_break_glass(text, text, text, text, text, text, text, integer)
  TO titian_app;

-- One place to ask who looked: by office, by what was done, by time.
CREATE INDEX log_by_office ON access.log (office, id);
CREATE INDEX log_by_action ON access.log (action, id);
CREATE INDEX log_by_time ON access.log (at, id);
