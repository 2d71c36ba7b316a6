-- What matching and employers read. By construction no column tells who a candidate is or comes from: no
-- person, no case, no route, no facility, no referrer, no gap (G-08, I-8). Rows stand under an opaque id
-- of the person's job seeker card; the way from it to a journey is an address in the ledger, which only
-- the flow of a command follows.

SET LOCAL ROLE titian_projection_owner;

-- Whoever looks for work, agreed to be matched, and does not work now.
CREATE TABLE projection.candidate (
  candidate_id      text    COLLATE "C" PRIMARY KEY,
  world             text    COLLATE "C" NOT NULL,
  -- Manpower office that proposes the candidate.
  office            text    NOT NULL,
  units             text[]  NOT NULL,
  -- Schemes with a certificate that counts.
  schemes           text[]  NOT NULL,
  -- [{schemeId, status, validUntil}], also of those that ended.
  certificates      jsonb   NOT NULL,
  regencies         text[]  NOT NULL,
  sectors           text[]  NOT NULL,
  available_from    date    NOT NULL,
  wage_floor_rupiah bigint,
  -- Both only while the person agrees to disclose them (S52).
  needs             text[]  NOT NULL,
  disability        boolean NOT NULL,
  CHECK (disability OR needs = '{}')
);

CREATE INDEX candidate_by_office ON projection.candidate (world, office, candidate_id);
CREATE INDEX candidate_by_unit ON projection.candidate USING gin (units);
CREATE INDEX candidate_by_scheme ON projection.candidate USING gin (schemes);
CREATE INDEX candidate_by_regency ON projection.candidate USING gin (regencies);

-- One row per proposal: the employer's side of it.
CREATE TABLE projection.proposal (
  proposal_id  text    COLLATE "C" NOT NULL,
  candidate_id text    COLLATE "C" NOT NULL,
  world        text    COLLATE "C" NOT NULL,
  employer_id  text    NOT NULL,
  vacancy_id   text    NOT NULL,
  office       text    NOT NULL,
  stage        text    NOT NULL,
  -- False once it ended, for whatever reason: the same word for all of them (S32).
  available    boolean NOT NULL,
  -- Work that began by this proposal and goes on.
  working      boolean NOT NULL,
  -- Counted towards the quota only while the person agrees (E-08).
  disability   boolean NOT NULL,
  -- After a merge both records tell it for a moment.
  PRIMARY KEY (proposal_id, candidate_id)
);

CREATE INDEX proposal_by_candidate ON projection.proposal (candidate_id);
CREATE INDEX proposal_by_employer ON projection.proposal (world, employer_id, proposal_id);
CREATE INDEX proposal_by_office ON projection.proposal (world, office, proposal_id);

INSERT INTO projection.cursor (name) VALUES ('candidate-list'), ('proposal-list');

GRANT SELECT, INSERT, UPDATE, DELETE ON projection.candidate, projection.proposal TO titian_app;
