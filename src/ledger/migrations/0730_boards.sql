-- What boards for heads of office count. Rows of one person each, by opaque id; nothing of them leaves but sums, and
-- no column says by which entrance, for what offence or with what disability anybody came (G-08).

SET LOCAL ROLE titian_projection_owner;

CREATE TABLE projection.board_journey (
  person_id     text    COLLATE "C" PRIMARY KEY,
  world         text    COLLATE "C" NOT NULL,
  -- Every office that has a part in it: each counts it in its own figures.
  offices       text[]  NOT NULL,
  -- Where it began; where offices are compared, it stands there alone.
  first_office  text,
  programme_id  text,
  -- Something was asked for so that the person could take part.
  accommodation boolean NOT NULL,
  entered_on    date    NOT NULL,
  -- The furthest step ever reached.
  step          text    NOT NULL,
  on_the_way    boolean NOT NULL
);
CREATE INDEX board_journey_by_world ON projection.board_journey (world, entered_on);
CREATE INDEX board_journey_by_office ON projection.board_journey USING gin (offices);

-- What is open now, by part of the path.
CREATE TABLE projection.board_stage (
  person_id        text    COLLATE "C" NOT NULL,
  part             text    NOT NULL,
  item             text    COLLATE "C" NOT NULL,
  world            text    COLLATE "C" NOT NULL,
  offices          text[]  NOT NULL,
  stage            text    NOT NULL,
  since            date    NOT NULL,
  held             boolean NOT NULL,
  behind           boolean NOT NULL,
  overdue          boolean NOT NULL,
  next_deadline_at timestamptz,
  PRIMARY KEY (person_id, part, item)
);
CREATE INDEX board_stage_by_world ON projection.board_stage (world);
CREATE INDEX board_stage_by_office ON projection.board_stage USING gin (offices);

CREATE TABLE projection.board_certificate (
  person_id          text    COLLATE "C" NOT NULL,
  certificate_id     text    COLLATE "C" NOT NULL,
  world              text    COLLATE "C" NOT NULL,
  offices            text[]  NOT NULL,
  scheme_id          text    NOT NULL,
  certification_body text    NOT NULL,
  programme_id       text,
  accommodation      boolean NOT NULL,
  status             text    NOT NULL,
  issued_on          date    NOT NULL,
  valid_until        date,
  PRIMARY KEY (person_id, certificate_id)
);
CREATE INDEX board_certificate_by_world ON projection.board_certificate (world, issued_on);
CREATE INDEX board_certificate_by_office ON projection.board_certificate USING gin (offices);

CREATE TABLE projection.board_placement (
  person_id     text    COLLATE "C" NOT NULL,
  placement_id  text    COLLATE "C" NOT NULL,
  world         text    COLLATE "C" NOT NULL,
  offices       text[]  NOT NULL,
  -- Manpower office that placed the person.
  office        text    NOT NULL,
  programme_id  text,
  accommodation boolean NOT NULL,
  started_on    date    NOT NULL,
  -- Date of each check, and what came of it: RETAINED, LOST, UNREACHABLE, OPEN.
  due_90        date,
  result_90     text,
  due_180       date,
  result_180    text,
  due_365       date,
  result_365    text,
  PRIMARY KEY (person_id, placement_id)
);
CREATE INDEX board_placement_by_world ON projection.board_placement (world, started_on);
CREATE INDEX board_placement_by_office ON projection.board_placement USING gin (offices);

INSERT INTO projection.cursor (name)
VALUES ('board-journey'), ('board-stage'), ('board-certificate'), ('board-placement');

GRANT SELECT, INSERT, UPDATE, DELETE
  ON projection.board_journey, projection.board_stage, projection.board_certificate, projection.board_placement
  TO titian_app;
