-- One row per training class: what a centre looks through, and where offices look for free seats. Seats are
-- counted; nobody who sits in one is named, not even by an enrolment.

SET LOCAL ROLE titian_projection_owner;

CREATE TABLE projection.training_class (
  class_id        text    COLLATE "C" PRIMARY KEY,
  world           text    COLLATE "C" NOT NULL,
  centre          text    COLLATE "C" NOT NULL,
  programme_id    text    COLLATE "C" NOT NULL,
  programme_version integer NOT NULL CHECK (programme_version >= 1),
  status          text    NOT NULL,
  delivery_mode   text    NOT NULL,
  host_facility   text,
  site_id         text,
  room            text,
  starts_on       date    NOT NULL,
  ends_on         date    NOT NULL,
  capacity        integer NOT NULL CHECK (capacity >= 1),
  -- Held, confirmed and attended seats together.
  seats_taken     integer NOT NULL CHECK (seats_taken >= 0 AND seats_taken <= capacity),
  waiting         integer NOT NULL CHECK (waiting >= 0),
  instructors     text[]  NOT NULL,
  version         bigint  NOT NULL CHECK (version >= 1)
);

CREATE INDEX training_class_by_centre ON projection.training_class (world, centre, class_id);
CREATE INDEX training_class_open ON projection.training_class (world, programme_id, class_id)
  WHERE status = 'OPEN' AND seats_taken < capacity;

INSERT INTO projection.cursor (name) VALUES ('training-class');

GRANT SELECT, INSERT, UPDATE, DELETE ON projection.training_class TO titian_app;
