-- What the scheduled verifications found: one row each, never changed, and a note that seals it into the log. That one
-- was left out, or found something, cannot be made undone afterwards.

SET LOCAL ROLE titian_ledger_owner;

CREATE TABLE ledger.verification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Which run of the workflow: tried again, it tells once.
  run_id text COLLATE "C" NOT NULL UNIQUE CHECK (run_id <> ''),
  outcome text NOT NULL CHECK (outcome IN ('intact', 'findings', 'unfinished')),
  findings bigint NOT NULL CHECK (findings >= 0 AND (findings > 0) = (outcome = 'findings')),
  -- The first bad thing, or what could not be looked at, in words without personal data.
  sentence text NOT NULL CHECK (octet_length(sentence) <= 2000),
  leaves bigint NOT NULL CHECK (leaves >= 0),
  rows_read bigint NOT NULL CHECK (rows_read >= 0),
  seconds double precision NOT NULL CHECK (seconds >= 0),
  ended_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE ledger.verification IS 'Outcomes of the scheduled verifications of the whole record.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.verification
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.verification ENABLE ALWAYS TRIGGER append_only;

-- True if noted now, false if this run has told before.
CREATE FUNCTION ledger.note_verification(
  told_run text, told_outcome text, told_findings bigint, told_sentence text, told_leaves bigint,
  told_rows bigint, told_seconds double precision
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ledger.verification (run_id, outcome, findings, sentence, leaves, rows_read, seconds)
  VALUES (told_run, told_outcome, told_findings, told_sentence, told_leaves, told_rows, told_seconds)
  ON CONFLICT (run_id) DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM ledger.put_note('verified', format('{"findings":%s,"leaves":%s,"outcome":"%s","rows":%s}',
    told_findings, told_leaves, told_outcome, told_rows));
  RETURN true;
END;
$$;

REVOKE ALL ON FUNCTION ledger.note_verification(text, text, bigint, text, bigint, bigint, double precision) FROM PUBLIC;
GRANT SELECT ON ledger.verification TO titian_app;
GRANT EXECUTE ON FUNCTION ledger.note_verification(text, text, bigint, text, bigint, bigint, double precision)
  TO titian_app;
