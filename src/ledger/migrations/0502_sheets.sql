-- Sheets: what came in a file, checked as a whole and then run line by line through the bulk door. The file itself
-- is not kept, only the commands of its lines as the API would send them: sealed, by id, hashed before sealing.
-- The ledger stays the truth; a line's outcome here is what the ledger answered, so that a run can go on.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'titian_sheet_owner') THEN
    CREATE ROLE titian_sheet_owner NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the cluster: another of its databases was migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'titian_sheet_owner', 'SET') THEN
    EXECUTE format('GRANT titian_sheet_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA sheet;

CREATE TABLE sheet.sheet (
  sheet_id text COLLATE "C" PRIMARY KEY CHECK (sheet_id ~ '^sh[0-9a-f]{32}$'),
  kind text NOT NULL CHECK (kind <> ''),
  world text COLLATE "C" NOT NULL CHECK (world <> ''),
  -- Who sent it: role, office, site and person are what its lines may reach.
  actor_id text NOT NULL,
  actor_role text NOT NULL,
  actor_office text NOT NULL,
  actor_site text,
  actor_person text,
  -- Keyed hash of the file: the same one sent again is the same sheet, and the file cannot be guessed from it.
  file_hash text NOT NULL,
  state text NOT NULL DEFAULT 'CHECKED' CHECK (state IN ('CHECKED', 'RUNNING', 'DONE')),
  lines integer NOT NULL CHECK (lines >= 1),
  commands integer NOT NULL CHECK (commands >= lines),
  accepted integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  -- Denied since the check, a fault, or an id in use: no refusal of the law.
  failed integer NOT NULL DEFAULT 0,
  checked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  CHECK (accepted + refused + failed <= commands),
  CHECK ((state = 'CHECKED') = (started_at IS NULL)),
  CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
);
CREATE INDEX sheet_same_file ON sheet.sheet (file_hash);

-- One row per command; most kinds have one for each line of the file.
CREATE TABLE sheet.line (
  sheet_id text COLLATE "C" NOT NULL REFERENCES sheet.sheet ON DELETE CASCADE,
  line integer NOT NULL CHECK (line >= 2),
  place integer NOT NULL CHECK (place >= 1),
  stream text COLLATE "C" NOT NULL,
  name text NOT NULL,
  -- The command as it will be sent: canonical JSON, sensitive text sealed.
  body text NOT NULL CHECK (body IS JSON OBJECT),
  request_hash text NOT NULL,
  fact_keys text[] NOT NULL,
  outcome text CHECK (outcome IN ('accepted', 'refused', 'fault', 'denied', 'failed')),
  -- Refusal as code and parameters, never personal data; a code alone for what failed.
  refusal jsonb,
  first_version bigint,
  last_version bigint,
  settled_at timestamptz,
  PRIMARY KEY (sheet_id, line, place),
  CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE INDEX line_waiting ON sheet.line (sheet_id, line, place) WHERE outcome IS NULL;

ALTER SCHEMA sheet OWNER TO titian_sheet_owner;
ALTER TABLE sheet.sheet OWNER TO titian_sheet_owner;
ALTER TABLE sheet.line OWNER TO titian_sheet_owner;
REVOKE ALL ON SCHEMA sheet FROM PUBLIC;
GRANT USAGE ON SCHEMA sheet TO titian_app;
GRANT SELECT, INSERT ON sheet.sheet, sheet.line TO titian_app;
GRANT UPDATE (state, accepted, refused, failed, started_at, finished_at) ON sheet.sheet TO titian_app;
GRANT UPDATE (outcome, refusal, first_version, last_version, settled_at) ON sheet.line TO titian_app;
