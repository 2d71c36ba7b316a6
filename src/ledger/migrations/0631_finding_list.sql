-- One row per finding: what auditors look through, and what an office must still answer. Words stand nowhere here.

SET LOCAL ROLE titian_projection_owner;

CREATE TABLE projection.finding_list (
  finding_id     text    COLLATE "C" PRIMARY KEY,
  world          text    COLLATE "C" NOT NULL,
  office         text    NOT NULL,
  audit_office   text    NOT NULL,
  status         text    NOT NULL,
  kind           text    NOT NULL,
  list           text,
  subject_stream text    COLLATE "C" NOT NULL,
  opened_on      date    NOT NULL,
  -- Null once it was answered, overdue or closed.
  answer_due_on  date,
  outcome        text,
  version        bigint  NOT NULL CHECK (version >= 1)
);

CREATE INDEX finding_list_by_office ON projection.finding_list (world, office, finding_id);
CREATE INDEX finding_list_by_subject ON projection.finding_list (subject_stream);

INSERT INTO projection.cursor (name) VALUES ('finding-list');

GRANT SELECT, INSERT, UPDATE, DELETE ON projection.finding_list TO titian_app;
