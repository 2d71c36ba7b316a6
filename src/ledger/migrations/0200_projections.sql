-- Read models for lists. They follow the ledger's leaf index and hold nothing that is not in the ledger:
-- `titian` can throw them away and build them again. The application may therefore change them freely.

CREATE SCHEMA projection;

-- How far each projection has read, as an index of ledger.leaf; -1 = nothing yet.
CREATE TABLE projection.cursor (
  name       text        PRIMARY KEY CHECK (name <> ''),
  leaf_index bigint      NOT NULL DEFAULT -1 CHECK (leaf_index >= -1),
  moved_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

INSERT INTO projection.cursor (name) VALUES ('case-list');

-- One row per community-service case: what an office looks through in the morning.
CREATE TABLE projection.case_list (
  person_id          text    COLLATE "C" NOT NULL,
  case_id            text    COLLATE "C" NOT NULL,
  world              text    COLLATE "C" NOT NULL,
  stage              text    NOT NULL,
  origin             text    NOT NULL,
  office             text    NOT NULL,
  probation_office   text    NOT NULL,
  site_id            text,
  training_centre    text,
  ordered_minutes    bigint  CHECK (ordered_minutes >= 0),
  credited_minutes   bigint  NOT NULL CHECK (credited_minutes >= 0),
  minutes_left       bigint  CHECK (minutes_left >= 0),
  window_ends_on     date,
  next_deadline_kind text,
  next_deadline_at   timestamptz,
  next_deadline_on   date,
  behind_pace        boolean NOT NULL,
  -- Version of the journey that the row shows.
  version            bigint  NOT NULL CHECK (version >= 1),
  PRIMARY KEY (person_id, case_id),
  CHECK ((next_deadline_kind IS NULL) = (next_deadline_at IS NULL)),
  CHECK ((next_deadline_at IS NULL) = (next_deadline_on IS NULL))
);

CREATE INDEX case_list_by_office ON projection.case_list (world, office, person_id, case_id);
CREATE INDEX case_list_by_probation_office
  ON projection.case_list (world, probation_office, person_id, case_id);
CREATE INDEX case_list_by_site ON projection.case_list (world, site_id, person_id, case_id)
  WHERE site_id IS NOT NULL;
CREATE INDEX case_list_by_training_centre
  ON projection.case_list (world, training_centre, person_id, case_id)
  WHERE training_centre IS NOT NULL;

GRANT USAGE ON SCHEMA projection TO titian_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON projection.case_list TO titian_app;
GRANT SELECT, UPDATE ON projection.cursor TO titian_app;
