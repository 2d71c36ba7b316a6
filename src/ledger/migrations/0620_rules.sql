-- The rule pack of each build: the whole law of that build as one script, so that years later a recorded decision
-- can be decided again by the rules of its own day. As it is, not compressed by us: then its hash can be checked
-- where it lies. Kept once, never changed; the note seals it into the log.

SET LOCAL ROLE titian_ledger_owner;

CREATE TABLE ledger.rules (
  build_id text COLLATE "C" PRIMARY KEY CHECK (build_id <> ''),
  -- UTF-8. 20 MB is thirty times the first pack.
  script bytea NOT NULL CHECK (octet_length(script) <= 20971520),
  script_hash bytea NOT NULL CHECK (script_hash = sha256(script)),
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.rules
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.rules ENABLE ALWAYS TRIGGER append_only;

-- A trigger and not the function that writes: whatever door a pack comes through, it is noted.
CREATE FUNCTION ledger.note_rules() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM ledger.put_note('rules-kept',
    format('{"build":%s,"sha256":"%s"}', to_json(NEW.build_id), encode(NEW.script_hash, 'hex')));
  RETURN NULL;
END;
$$;
CREATE TRIGGER noted AFTER INSERT ON ledger.rules FOR EACH ROW EXECUTE FUNCTION ledger.note_rules();
ALTER TABLE ledger.rules ENABLE ALWAYS TRIGGER noted;

-- True if kept now, false if the very same script was kept before. Another script under a build's name raises:
-- what that process decides could not be decided again.
CREATE FUNCTION ledger.keep_rules(kept_build text, kept_script bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kept_hash bytea;
BEGIN
  INSERT INTO ledger.rules (build_id, script, script_hash) VALUES (kept_build, kept_script, sha256(kept_script))
    ON CONFLICT (build_id) DO NOTHING;
  IF FOUND THEN
    RETURN true;
  END IF;
  SELECT r.script_hash INTO STRICT kept_hash FROM ledger.rules r WHERE r.build_id = kept_build;
  IF kept_hash <> sha256(kept_script) THEN
    RAISE EXCEPTION 'build % is kept with other rules', kept_build USING ERRCODE = 'TL001';
  END IF;
  RETURN false;
END;
$$;

REVOKE ALL ON FUNCTION ledger.keep_rules(text, bytea) FROM PUBLIC;
GRANT SELECT ON ledger.rules TO titian_app;
GRANT EXECUTE ON FUNCTION ledger.keep_rules(text, bytea) TO titian_app;

-- What was noted about a run, for auditors who ask about one life among all.
CREATE INDEX note_of_run ON ledger.note ((body::jsonb ->> 'run')) WHERE kind IN ('run-archived', 'run-lost');
