-- One row per assessment: what an LSP and its assessors look through. It names no person and no case: rows
-- stand under the id of the holder's first assessment, and the way from an assessment to a journey is an
-- address in the ledger, which only the flow of a command follows (G-08, I-8).

SET LOCAL ROLE titian_projection_owner;

CREATE TABLE projection.assessment_list (
  assessment_id      text    COLLATE "C" NOT NULL,
  -- The first assessment of the same person: rows of one journey are renewed together. Shown to nobody.
  holder_key         text    COLLATE "C" NOT NULL,
  world              text    COLLATE "C" NOT NULL,
  certification_body text    NOT NULL,
  scheme_id          text    NOT NULL,
  stage              text    NOT NULL,
  basis              text    NOT NULL CHECK (basis IN ('TRAINING', 'RPL')),
  attempt            text    NOT NULL,
  requested_on       date    NOT NULL,
  test_on            date,
  test_place         text,
  -- The place may no longer fit, or AK.07 is missing though something was asked for.
  place_to_confirm   boolean NOT NULL,
  needs              text[]  NOT NULL,
  adjustments        text[],
  units              text[]  NOT NULL,
  -- Assessors of the present attempt.
  assessor_ids       text[]  NOT NULL,
  -- Accounts of assessors of any attempt: whose list it is in.
  account_ids        text[]  NOT NULL,
  retests            integer NOT NULL CHECK (retests >= 0),
  next_deadline_kind text,
  next_deadline_on   date,
  certificate_id     text,
  -- After a merge both records tell it for a moment.
  PRIMARY KEY (assessment_id, holder_key)
);

CREATE INDEX assessment_list_by_holder ON projection.assessment_list (holder_key);
CREATE INDEX assessment_list_by_body ON projection.assessment_list (world, certification_body, assessment_id);
CREATE INDEX assessment_list_by_account ON projection.assessment_list USING gin (account_ids);

INSERT INTO projection.cursor (name) VALUES ('assessment-list');

GRANT SELECT, INSERT, UPDATE, DELETE ON projection.assessment_list TO titian_app;
