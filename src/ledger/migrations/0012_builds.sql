-- The workflow bundle of each build, so that an archived history can be replayed years later by the very
-- code that made it. Kept once, never changed. 20 MB is ten times the largest bundle so far.

SET LOCAL ROLE titian_ledger_owner;

CREATE TABLE ledger.build (
  build_id text COLLATE "C" PRIMARY KEY CHECK (build_id <> ''),
  -- The bundle, gzip.
  bundle bytea NOT NULL CHECK (octet_length(bundle) <= 20971520),
  bundle_hash bytea NOT NULL CHECK (bundle_hash = sha256(bundle)),
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.build
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.build ENABLE ALWAYS TRIGGER append_only;

-- True if kept now, false if this build was kept before.
CREATE FUNCTION ledger.keep_build(kept_build text, kept_bundle bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ledger.build (build_id, bundle, bundle_hash) VALUES (kept_build, kept_bundle, sha256(kept_bundle))
    ON CONFLICT (build_id) DO NOTHING;
  RETURN FOUND;
END;
$$;

REVOKE ALL ON FUNCTION ledger.keep_build(text, bytea) FROM PUBLIC;
GRANT SELECT ON ledger.build TO titian_app;
GRANT EXECUTE ON FUNCTION ledger.keep_build(text, bytea) TO titian_app;
