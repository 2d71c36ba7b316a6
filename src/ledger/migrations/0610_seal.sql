-- The sealed log: tiles of its Merkle tree, signed checkpoints, what witnesses signed beneath them, and where each
-- stream stood at the last cut. Everything can be computed again from ledger.leaf; what was signed and handed out
-- must not change, and what was put into a tile may only be added to.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_seal_owner') THEN
    CREATE ROLE titian_seal_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_seal_owner', 'SET') THEN
    EXECUTE format('GRANT titian_seal_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA seal AUTHORIZATION titian_seal_owner;

SET LOCAL ROLE titian_ledger_owner;
GRANT USAGE ON SCHEMA ledger TO titian_seal_owner;
GRANT SELECT ON ledger.leaf, ledger.stream TO titian_seal_owner;
GRANT EXECUTE ON FUNCTION ledger.stream_hash(text, text, text), ledger.field(text) TO titian_seal_owner;

SET LOCAL ROLE titian_seal_owner;

ALTER DEFAULT PRIVILEGES FOR ROLE titian_seal_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE FUNCTION seal.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the sealed log is append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'TL002';
END;
$$;

-- As in c2sp.org/tlog-tiles: tile `tile_index` of a level holds up to 256 hashes of complete subtrees, 32 bytes
-- each; those of level 0 are the leaf hashes.
CREATE TABLE seal.tile (
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
  tile_index bigint NOT NULL CHECK (tile_index >= 0),
  hashes bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
  PRIMARY KEY (level, tile_index)
) WITH (fillfactor = 70);
-- Hashes cannot be compressed.
ALTER TABLE seal.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE FUNCTION seal.refuse_other_tile() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.level, NEW.tile_index) IS DISTINCT FROM (OLD.level, OLD.tile_index)
    OR substring(NEW.hashes FROM 1 FOR octet_length(OLD.hashes)) <> OLD.hashes THEN
    RAISE EXCEPTION 'tile %/% is only added to, never changed', OLD.level, OLD.tile_index USING ERRCODE = 'TL002';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER only_grows BEFORE UPDATE ON seal.tile FOR EACH ROW EXECUTE FUNCTION seal.refuse_other_tile();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON seal.tile
  FOR EACH STATEMENT EXECUTE FUNCTION seal.refuse_change();
ALTER TABLE seal.tile ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE seal.tile ENABLE ALWAYS TRIGGER append_only;

-- Tiles, new or grown. One that stands as given, or already holds more of the same, is left as it is.
CREATE FUNCTION seal.put_tiles(levels smallint[], indexes bigint[], contents bytea[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO seal.tile AS t (level, tile_index, hashes)
  SELECT g.level, g.tile_index, g.hashes FROM unnest(levels, indexes, contents) AS g (level, tile_index, hashes)
  ON CONFLICT (level, tile_index) DO UPDATE SET hashes = EXCLUDED.hashes
    WHERE substring(t.hashes FROM 1 FOR octet_length(EXCLUDED.hashes)) <> EXCLUDED.hashes
$$;

CREATE TABLE seal.checkpoint (
  size bigint PRIMARY KEY CHECK (size >= 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  -- The log's own signed note (c2sp.org/tlog-checkpoint), without cosignatures.
  note text NOT NULL CHECK (
    octet_length(note) <= 16384
    AND split_part(note, E'\n', 2) = size::text AND split_part(note, E'\n', 3) = encode(root, 'base64')
  ),
  signed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seal.checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION seal.refuse_change();
ALTER TABLE seal.checkpoint ENABLE ALWAYS TRIGGER append_only;

-- True if kept now, false if this very root stands at this size. Never a smaller one after a larger one.
CREATE FUNCTION seal.put_checkpoint(sealed_size bigint, sealed_root bytea, signed_note text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last seal.checkpoint;
BEGIN
  LOCK TABLE seal.checkpoint IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO last FROM seal.checkpoint c ORDER BY c.size DESC LIMIT 1;
  IF last.size = sealed_size AND last.root = sealed_root THEN
    RETURN false;
  END IF;
  IF last.size >= sealed_size THEN
    RAISE EXCEPTION 'a checkpoint of size % does not follow that of size %', sealed_size, last.size
      USING ERRCODE = 'TL002';
  END IF;
  IF sealed_size > (SELECT coalesce(max(l.leaf_index) + 1, 0) FROM ledger.leaf l) THEN
    RAISE EXCEPTION 'there are no % leaves', sealed_size USING ERRCODE = 'TL001';
  END IF;
  INSERT INTO seal.checkpoint (size, root, note) VALUES (sealed_size, sealed_root, signed_note);
  RETURN true;
END;
$$;

CREATE TABLE seal.cosignature (
  size bigint NOT NULL REFERENCES seal.checkpoint,
  -- Name and key of the witness, <name>+<key id in hex>: one witness may go over to another key.
  witness text COLLATE "C" NOT NULL CHECK (witness ~ '^[^[:space:]+]+\+[0-9a-f]{8}$'),
  -- Signature line of c2sp.org/signed-note, without its line feed.
  line text NOT NULL CHECK (line ~ '^— [^\n]+$' AND octet_length(line) <= 1024),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (size, witness)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seal.cosignature
  FOR EACH STATEMENT EXECUTE FUNCTION seal.refuse_change();
ALTER TABLE seal.cosignature ENABLE ALWAYS TRIGGER append_only;

-- True if kept now, false if this witness had signed this size before.
CREATE FUNCTION seal.put_cosignature(sealed_size bigint, signing_witness text, signed_line text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO seal.cosignature (size, witness, line) VALUES (sealed_size, signing_witness, signed_line)
    ON CONFLICT (size, witness) DO NOTHING;
  RETURN FOUND;
END;
$$;

-- Where each stream stood at the last cut: an index over ledger.leaf for proofs, moved forward by one function.
CREATE TABLE seal.stream_head (
  stream_id text COLLATE "C" PRIMARY KEY,
  kind text NOT NULL,
  world text COLLATE "C" NOT NULL,
  events bigint NOT NULL CHECK (events >= 0),
  event_hash bytea NOT NULL CHECK (octet_length(event_hash) = 32),
  decisions bigint NOT NULL CHECK (decisions >= 1),
  decision_hash bytea NOT NULL CHECK (octet_length(decision_hash) = 32)
) WITH (fillfactor = 70);

CREATE TABLE seal.heads_cut (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  leaves bigint NOT NULL CHECK (leaves >= 0)
);
INSERT INTO seal.heads_cut (leaves) VALUES (0);

-- Moves the heads on to the first `cut` leaves, and answers how many streams there are. Leaves only, never
-- ledger.stream's own heads: these are ahead of the leaves.
CREATE FUNCTION seal.move_heads(cut bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before bigint;
BEGIN
  SELECT c.leaves INTO before FROM seal.heads_cut c FOR UPDATE;
  IF cut < before THEN
    RAISE EXCEPTION 'the heads stand at % leaves and do not go back to %', before, cut USING ERRCODE = 'TL001';
  END IF;
  IF cut > (SELECT coalesce(max(l.leaf_index) + 1, 0) FROM ledger.leaf l) THEN
    RAISE EXCEPTION 'there are no % leaves', cut USING ERRCODE = 'TL001';
  END IF;
  WITH latest AS (
    SELECT DISTINCT ON (l.stream_id, l.entry) l.stream_id, l.entry, l.position, l.hash
    FROM ledger.leaf l
    WHERE l.leaf_index >= before AND l.leaf_index < cut AND l.entry IN ('decision', 'event')
    ORDER BY l.stream_id, l.entry, l.position DESC
  )
  INSERT INTO seal.stream_head AS h (stream_id, kind, world, events, event_hash, decisions, decision_hash)
  SELECT d.stream_id, s.kind, s.world, coalesce(e.position, 0),
    coalesce(e.hash, ledger.stream_hash(s.stream_id, s.kind, s.world)), d.position, d.hash
  FROM latest d JOIN ledger.stream s ON s.stream_id = d.stream_id
  LEFT JOIN latest e ON e.stream_id = d.stream_id AND e.entry = 'event'
  WHERE d.entry = 'decision'
  ON CONFLICT (stream_id) DO UPDATE SET
    events = CASE WHEN EXCLUDED.events = 0 THEN h.events ELSE EXCLUDED.events END,
    event_hash = CASE WHEN EXCLUDED.events = 0 THEN h.event_hash ELSE EXCLUDED.event_hash END,
    decisions = EXCLUDED.decisions, decision_hash = EXCLUDED.decision_hash;
  UPDATE seal.heads_cut SET leaves = cut WHERE leaves < cut;
  RETURN (SELECT count(*) FROM seal.stream_head);
END;
$$;

GRANT USAGE ON SCHEMA seal TO titian_app;
GRANT SELECT ON ALL TABLES IN SCHEMA seal TO titian_app;
GRANT EXECUTE ON FUNCTION seal.put_tiles(smallint[], bigint[], bytea[]), seal.put_checkpoint(bigint, bytea, text),
  seal.put_cosignature(bigint, text, text), seal.move_heads(bigint) TO titian_app;
