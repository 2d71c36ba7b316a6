-- The vault: what may never stand in an event. Identity documents, sealed under a key per person and
-- purpose, and the blind index by which a NIK is found without being stored.
--
-- The application may add and read. It can neither change nor delete what is here; a key is destroyed
-- by one function only, which leaves the trace of who did it and why (UU 27/2022, G-11).

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_vault_owner') THEN
    CREATE ROLE titian_vault_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_vault_owner', 'SET') THEN
    EXECUTE format('GRANT titian_vault_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA vault AUTHORIZATION titian_vault_owner;
SET LOCAL ROLE titian_vault_owner;

ALTER DEFAULT PRIVILEGES FOR ROLE titian_vault_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Which master keys this database was ever sealed with. A fingerprint, never the key: a server that
-- starts with another key must stop instead of sealing what nobody can open again.
CREATE TABLE vault.master_key (
  version       integer     PRIMARY KEY CHECK (version > 0),
  fingerprint   text        NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  first_seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- One data key per person and purpose. A destroyed row stays, so that no new key takes its place.
CREATE TABLE vault.subject_key (
  subject        text        NOT NULL CHECK (subject <> '' AND length(subject) <= 200),
  purpose        text        NOT NULL CHECK (purpose IN ('identity', 'case', 'health')),
  key_version    integer     NOT NULL DEFAULT 1 CHECK (key_version > 0),
  wrapped_key    bytea,
  master_version integer     REFERENCES vault.master_key (version),
  created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  destroyed_at   timestamptz,
  destroyed_by   text,
  destroyed_role text,
  destroyed_office text,
  destroy_reason text,
  PRIMARY KEY (subject, purpose),
  CONSTRAINT subject_key_alive_or_destroyed CHECK (
    (destroyed_at IS NULL
      -- nonce 12 + key 32 + tag 16
      AND wrapped_key IS NOT NULL AND octet_length(wrapped_key) = 60 AND master_version IS NOT NULL
      AND destroyed_by IS NULL AND destroyed_role IS NULL AND destroyed_office IS NULL
      AND destroy_reason IS NULL)
    OR
    (destroyed_at IS NOT NULL
      AND wrapped_key IS NULL AND master_version IS NULL
      AND destroyed_by IS NOT NULL AND destroyed_role IS NOT NULL AND destroyed_office IS NOT NULL
      AND destroy_reason <> '' AND length(destroy_reason) <= 500)
  )
);

-- Every version of a person's identity. The newest counts, the older ones answer the auditor.
CREATE TABLE vault.identity (
  person_id       text        NOT NULL CHECK (person_id <> '' AND length(person_id) <= 200),
  version         integer     NOT NULL CHECK (version > 0),
  world           text        NOT NULL CHECK (world <> ''),
  command_id      text        NOT NULL CHECK (command_id <> ''),
  sealed_document text        NOT NULL CHECK (sealed_document LIKE 'sealed:v1:identity:%'),
  stored_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  stored_by       text        NOT NULL,
  stored_role     text        NOT NULL,
  stored_office   text        NOT NULL,
  PRIMARY KEY (person_id, version),
  -- A retried command finds its first version and adds none.
  UNIQUE (person_id, command_id)
);

CREATE TABLE vault.nik_index (
  world            text    NOT NULL,
  blind_index      text    NOT NULL CHECK (blind_index ~ '^[0-9a-f]{64}$'),
  person_id        text    NOT NULL,
  identity_version integer NOT NULL,
  PRIMARY KEY (world, blind_index, person_id, identity_version),
  FOREIGN KEY (person_id, identity_version) REFERENCES vault.identity (person_id, version)
);

CREATE INDEX nik_index_by_person ON vault.nik_index (person_id);

CREATE FUNCTION vault.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the vault is append-only', tg_op, tg_table_schema, tg_table_name
    USING ERRCODE = 'restrict_violation';
END
$$;

-- A key row changes in two ways only: it is wrapped anew by another master key, or it is destroyed.
CREATE FUNCTION vault.guard_subject_key() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF old.destroyed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a destroyed key stays destroyed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (new.subject, new.purpose, new.key_version, new.created_at)
     IS DISTINCT FROM (old.subject, old.purpose, old.key_version, old.created_at) THEN
    RAISE EXCEPTION 'a key belongs to its subject and purpose for good' USING ERRCODE = 'restrict_violation';
  END IF;
  IF new.destroyed_at IS NULL AND new.master_version = old.master_version THEN
    RAISE EXCEPTION 'a key is only wrapped anew by another master key' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END
$$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON vault.identity
  FOR EACH ROW EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON vault.identity
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER guard BEFORE UPDATE ON vault.subject_key
  FOR EACH ROW EXECUTE FUNCTION vault.guard_subject_key();
CREATE TRIGGER refuse_delete BEFORE DELETE ON vault.subject_key
  FOR EACH ROW EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON vault.subject_key
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON vault.master_key
  FOR EACH ROW EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON vault.master_key
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER refuse_update BEFORE UPDATE ON vault.nik_index
  FOR EACH ROW EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON vault.nik_index
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

-- ALWAYS: they also hold where session_replication_role would switch ordinary triggers off.
ALTER TABLE vault.identity ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE vault.identity ENABLE ALWAYS TRIGGER refuse_truncate;
ALTER TABLE vault.subject_key ENABLE ALWAYS TRIGGER guard;
ALTER TABLE vault.subject_key ENABLE ALWAYS TRIGGER refuse_delete;
ALTER TABLE vault.subject_key ENABLE ALWAYS TRIGGER refuse_truncate;
ALTER TABLE vault.master_key ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE vault.master_key ENABLE ALWAYS TRIGGER refuse_truncate;
ALTER TABLE vault.nik_index ENABLE ALWAYS TRIGGER refuse_update;
ALTER TABLE vault.nik_index ENABLE ALWAYS TRIGGER refuse_truncate;

-- The one way to destroy a key. Where there never was one, the row is written destroyed, so that a
-- late retry cannot make one. With the identity key goes the NIK's blind index: it, too, leads to a
-- person. Answers whether this call destroyed it, and when it was destroyed.
CREATE FUNCTION vault.destroy_key(
  p_subject text, p_purpose text, p_reason text, p_actor text, p_role text, p_office text,
  OUT newly boolean, OUT destroyed_at timestamptz
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- The same lock under which an identity is stored: none slips in behind the destruction.
  IF p_purpose = 'identity' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('vault/identity/' || p_subject, 0));
  END IF;
  INSERT INTO vault.subject_key AS k
    (subject, purpose, destroyed_at, destroyed_by, destroyed_role, destroyed_office, destroy_reason)
  VALUES (p_subject, p_purpose, clock_timestamp(), p_actor, p_role, p_office, p_reason)
  ON CONFLICT ON CONSTRAINT subject_key_pkey DO UPDATE
    SET wrapped_key = NULL, master_version = NULL, destroyed_at = excluded.destroyed_at,
        destroyed_by = excluded.destroyed_by, destroyed_role = excluded.destroyed_role,
        destroyed_office = excluded.destroyed_office, destroy_reason = excluded.destroy_reason
    WHERE k.destroyed_at IS NULL
  RETURNING k.destroyed_at INTO destroyed_at;
  newly := destroyed_at IS NOT NULL;
  IF NOT newly THEN
    SELECT k.destroyed_at INTO destroyed_at FROM vault.subject_key k
     WHERE k.subject = p_subject AND k.purpose = p_purpose;
  END IF;
  IF p_purpose = 'identity' THEN
    DELETE FROM vault.nik_index n WHERE n.person_id = p_subject;
  END IF;
END
$$;

GRANT USAGE ON SCHEMA vault TO titian_app;
GRANT SELECT ON vault.master_key, vault.subject_key, vault.identity, vault.nik_index TO titian_app;
GRANT INSERT (version, fingerprint) ON vault.master_key TO titian_app;
GRANT INSERT (subject, purpose, key_version, wrapped_key, master_version) ON vault.subject_key TO titian_app;
GRANT INSERT (person_id, version, world, command_id, sealed_document, stored_by, stored_role, stored_office)
  ON vault.identity TO titian_app;
GRANT INSERT ON vault.nik_index TO titian_app;
GRANT EXECUTE ON FUNCTION vault.destroy_key(text, text, text, text, text, text) TO titian_app;
