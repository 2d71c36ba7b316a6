-- Codes with which a person without an account opens the own page. Only a keyed hash of a code is kept; a new code of
-- a person ends the one before. Wrong years of birth are counted on the row, wrong codes nowhere: they name nobody.

SET LOCAL ROLE titian_console_owner;

CREATE TABLE console.page_code (
  code_hash  text        COLLATE "C" PRIMARY KEY CHECK (code_hash ~ '^[0-9a-f]{64}$'),
  person_id  text        COLLATE "C" NOT NULL CHECK (person_id <> '' AND length(person_id) <= 200),
  world      text        NOT NULL CHECK (world <> ''),
  issued_by  text        NOT NULL CHECK (issued_by <> '' AND length(issued_by) <= 200),
  office     text        NOT NULL CHECK (office <> '' AND length(office) <= 100),
  issued_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  ended_at   timestamptz,
  misses     integer     NOT NULL DEFAULT 0 CHECK (misses >= 0),
  CHECK (expires_at > issued_at)
);
CREATE UNIQUE INDEX page_code_of_person ON console.page_code (person_id) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON console.page_code TO titian_app;
