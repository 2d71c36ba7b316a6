-- People are found again by their names without a name being kept in clear: keyed hashes of the words of a name as
-- they sound, one row per word. A hash holds its world as well: the same word in another world is another hash.

SET LOCAL ROLE titian_vault_owner;

CREATE TABLE vault.name_index (
  world            text    NOT NULL,
  word_index       text    NOT NULL CHECK (word_index ~ '^[0-9a-f]{64}$'),
  person_id        text    NOT NULL,
  identity_version integer NOT NULL,
  PRIMARY KEY (world, word_index, person_id, identity_version),
  FOREIGN KEY (person_id, identity_version) REFERENCES vault.identity (person_id, version)
);
CREATE INDEX name_index_by_person ON vault.name_index (person_id, identity_version);

CREATE TRIGGER refuse_update BEFORE UPDATE ON vault.name_index
  FOR EACH ROW EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON vault.name_index
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
ALTER TABLE vault.name_index ENABLE ALWAYS TRIGGER refuse_update;
ALTER TABLE vault.name_index ENABLE ALWAYS TRIGGER refuse_truncate;

-- With the identity key goes this index, too: it leads to a person. `vault.destroy_key` is the only way there.
CREATE FUNCTION vault.forget_name() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM vault.name_index n WHERE n.person_id = NEW.subject;
  RETURN NULL;
END
$$;
CREATE TRIGGER forget_name AFTER INSERT OR UPDATE ON vault.subject_key
  FOR EACH ROW WHEN (NEW.purpose = 'identity' AND NEW.destroyed_at IS NOT NULL)
  EXECUTE FUNCTION vault.forget_name();
ALTER TABLE vault.subject_key ENABLE ALWAYS TRIGGER forget_name;

GRANT SELECT, INSERT ON vault.name_index TO titian_app;
