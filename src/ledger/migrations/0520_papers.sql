-- Papers made from the record: their bytes, encrypted under the key of whoever they name, and the hash that
-- the ledger holds as well. A paper never changes; another one is made instead.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_paper_owner') THEN
    CREATE ROLE titian_paper_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_paper_owner', 'SET') THEN
    EXECUTE format('GRANT titian_paper_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA paper AUTHORIZATION titian_paper_owner;
SET LOCAL ROLE titian_paper_owner;

CREATE TABLE paper.document (
  paper_id      text        PRIMARY KEY CHECK (paper_id ~ '^d-[0-9a-f]{32}$'),
  kind          text        NOT NULL CHECK (kind ~ '^[a-z0-9-]{2,40}$'),
  world         text        NOT NULL,
  stream_id     text        COLLATE "C" NOT NULL CHECK (stream_id <> ''),
  -- What of the stream it is about: a case, an enrolment; empty where it is all of it.
  subject       text        NOT NULL,
  -- Version of the stream that it shows.
  version       integer     NOT NULL CHECK (version > 0),
  number        text        NOT NULL,
  dated_on      date        NOT NULL,
  -- Of the bytes in clear, hex.
  sha256        text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- Of the paper's number and hash: the event that says it was made; null until it is recorded.
  attached_version integer  CHECK (attached_version > 0),
  key_subject   text        NOT NULL CHECK (key_subject <> ''),
  sealed_bytes  bytea       NOT NULL CHECK (octet_length(sealed_bytes) BETWEEN 33 AND 8388608),
  made_by       text        NOT NULL,
  made_role     text        NOT NULL,
  made_office   text        NOT NULL,
  stored_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX document_by_stream ON paper.document (stream_id, version, paper_id);
CREATE INDEX document_by_hash ON paper.document (stream_id, sha256);

CREATE FUNCTION paper.guard_document() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF tg_op <> 'UPDATE' THEN
    RAISE EXCEPTION '% on paper.document is refused: papers are kept', tg_op
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF old.attached_version IS NOT NULL
     OR to_jsonb(new) - 'attached_version' IS DISTINCT FROM to_jsonb(old) - 'attached_version' THEN
    RAISE EXCEPTION 'a paper never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END
$$;

CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON paper.document
  FOR EACH ROW EXECUTE FUNCTION paper.guard_document();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON paper.document
  FOR EACH STATEMENT EXECUTE FUNCTION paper.guard_document();
ALTER TABLE paper.document ENABLE ALWAYS TRIGGER guard;
ALTER TABLE paper.document ENABLE ALWAYS TRIGGER refuse_truncate;

REVOKE EXECUTE ON FUNCTION paper.guard_document() FROM PUBLIC;
GRANT USAGE ON SCHEMA paper TO titian_app;
GRANT SELECT ON paper.document TO titian_app;
GRANT INSERT (paper_id, kind, world, stream_id, subject, version, number, dated_on, sha256, key_subject,
              sealed_bytes, made_by, made_role, made_office) ON paper.document TO titian_app;
GRANT UPDATE (attached_version) ON paper.document TO titian_app;
