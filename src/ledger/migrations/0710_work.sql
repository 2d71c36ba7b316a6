-- What each desk has to do, as the states of journeys, classes, certificates, permits and findings ask for it: one
-- row per matter and desk. A desk's first page counts these rows and its lists show them. A row names only what that
-- desk may see; whose matter it is stands in `entity_id`, which is shown to nobody who knows no journeys (G-08).

SET LOCAL ROLE titian_projection_owner;

CREATE TABLE projection.work (
  entity_kind  text     COLLATE "C" NOT NULL,
  entity_id    text     COLLATE "C" NOT NULL,
  -- Unique within its entity.
  item         text     COLLATE "C" NOT NULL,
  world        text     COLLATE "C" NOT NULL,
  -- The matter: `order-execution`, `site-answer`.
  work         text     COLLATE "C" NOT NULL,
  -- The desk: roles of one office, site or employer; where accounts are named, theirs alone.
  roles        text[]   NOT NULL,
  office       text     COLLATE "C" NOT NULL,
  accounts     text[],
  -- Whether this desk acts, nobody does for a while, another office does, or a person is expected there.
  condition    text     NOT NULL CHECK (condition IN ('TODO', 'HOLD', 'WAITING', 'EXPECTED')),
  waits_for    text,
  case_id      text     COLLATE "C",
  -- What within the case or the entity: a session, an enrolment, an assessment.
  subject      text     COLLATE "C",
  -- Where the matter stands, as far as this desk may know.
  stage        text,
  -- An entry of a register, for its name: a scheme, a programme, a vacancy.
  about        text,
  due_kind     text,
  -- Subject of the deadline; one that has fired says since when the matter is late.
  due_subject  text,
  due_on       date,
  -- The deadline comes again until somebody acts: the first missed one counts.
  chased       boolean  NOT NULL,
  since_on     date,
  zone         text     NOT NULL CHECK (zone IN ('WIB', 'WITA', 'WIT')),
  -- Of EXPECTED: 1 = Monday … 7 = Sunday, from a day on, but for days that are done with.
  weekdays     smallint[],
  not_on       date[],
  -- On the clock of the place, in the order of the weekdays: `08:00-12:00`.
  hours        text[],
  version      bigint   NOT NULL CHECK (version >= 1),
  PRIMARY KEY (entity_kind, entity_id, item),
  CHECK ((condition = 'WAITING') OR waits_for IS NULL),
  CHECK ((condition = 'EXPECTED') = (weekdays IS NOT NULL))
) PARTITION BY LIST (entity_kind);

CREATE TABLE projection.work_journey PARTITION OF projection.work FOR VALUES IN ('journey');
CREATE TABLE projection.work_class PARTITION OF projection.work FOR VALUES IN ('class');
CREATE TABLE projection.work_certificate PARTITION OF projection.work FOR VALUES IN ('certificate');
CREATE TABLE projection.work_permit PARTITION OF projection.work FOR VALUES IN ('permit');
CREATE TABLE projection.work_finding PARTITION OF projection.work FOR VALUES IN ('finding');

CREATE INDEX work_by_desk ON projection.work (world, office, condition);

INSERT INTO projection.cursor (name) VALUES
  ('work-journey'), ('work-class'), ('work-certificate'), ('work-permit'), ('work-finding');

GRANT SELECT ON projection.work TO titian_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  projection.work_journey, projection.work_class, projection.work_certificate, projection.work_permit,
  projection.work_finding
  TO titian_app;
