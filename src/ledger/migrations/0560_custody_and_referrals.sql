-- What a prison, a probation office, a referrer and a training centre look through in the morning: one row
-- per prison case and one per referral. Employers, certification bodies and placement offices never read them.

SET LOCAL ROLE titian_projection_owner;

CREATE TABLE projection.custody_list (
  person_id          text    COLLATE "C" NOT NULL,
  case_id            text    COLLATE "C" NOT NULL,
  world              text    COLLATE "C" NOT NULL,
  facility           text    NOT NULL,
  probation_office   text,
  stage              text    NOT NULL,
  -- Held inside now: neither released nor escaped.
  in_custody         boolean NOT NULL,
  release_on         date    NOT NULL,
  half_on            date    NOT NULL,
  two_thirds_on      date    NOT NULL,
  interruption       text,
  next_deadline_kind text,
  next_deadline_on   date,
  version            bigint  NOT NULL CHECK (version >= 1),
  PRIMARY KEY (person_id, case_id),
  CHECK ((next_deadline_kind IS NULL) = (next_deadline_on IS NULL))
);

CREATE INDEX custody_list_by_facility ON projection.custody_list (world, facility, person_id, case_id);
CREATE INDEX custody_list_by_probation_office
  ON projection.custody_list (world, probation_office, person_id, case_id)
  WHERE probation_office IS NOT NULL;

CREATE TABLE projection.referral_list (
  person_id          text    COLLATE "C" NOT NULL,
  case_id            text    COLLATE "C" NOT NULL,
  world              text    COLLATE "C" NOT NULL,
  referrer           text    NOT NULL,
  centre             text    NOT NULL,
  purpose            text    NOT NULL,
  -- Programme under which people are counted, for example the thousand of report 002.
  cohort             text,
  stage              text    NOT NULL,
  received_on        date    NOT NULL,
  -- How far the person has come on the shared road: the furthest point ever reached.
  reached            text    NOT NULL CHECK (reached IN ('REFERRED', 'ENROLLED', 'TRAINED', 'CERTIFIED', 'PLACED')),
  accommodation_open boolean NOT NULL,
  next_deadline_kind text,
  next_deadline_on   date,
  version            bigint  NOT NULL CHECK (version >= 1),
  PRIMARY KEY (person_id, case_id),
  CHECK ((next_deadline_kind IS NULL) = (next_deadline_on IS NULL))
);

CREATE INDEX referral_list_by_referrer ON projection.referral_list (world, referrer, person_id, case_id);
CREATE INDEX referral_list_by_centre ON projection.referral_list (world, centre, person_id, case_id);
CREATE INDEX referral_list_by_cohort ON projection.referral_list (world, cohort)
  WHERE cohort IS NOT NULL;

INSERT INTO projection.cursor (name) VALUES ('custody-list'), ('referral-list');

GRANT SELECT, INSERT, UPDATE, DELETE ON projection.custody_list, projection.referral_list TO titian_app;
