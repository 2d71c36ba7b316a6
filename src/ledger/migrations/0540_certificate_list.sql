-- One row per certificate: what an LSP looks through, what the public check and the status lists read. It
-- holds nothing of the holder, not even an address.

SET LOCAL ROLE titian_projection_owner;

CREATE TABLE projection.certificate_list (
  certificate_id     text    COLLATE "C" PRIMARY KEY,
  world              text    COLLATE "C" NOT NULL,
  certification_body text    NOT NULL,
  scheme_id          text    NOT NULL,
  scheme_name        text,
  number             text    NOT NULL,
  -- The number as it is compared: without spaces, in capitals.
  number_key         text    COLLATE "C" NOT NULL,
  registration_number text,
  status             text    NOT NULL,
  status_since       date    NOT NULL,
  issued_on          date    NOT NULL,
  valid_from         date    NOT NULL,
  valid_until        date    NOT NULL,
  -- Last instant of validity.
  valid_until_at     timestamptz NOT NULL,
  zone               text    NOT NULL,
  period             integer NOT NULL CHECK (period >= 1),
  units              text[]  NOT NULL,
  assessor_ids       text[]  NOT NULL,
  -- Assessors after whose lost licence it was looked at already.
  reviewed_for       text[]  NOT NULL,
  assessment_id      text    NOT NULL,
  blank_number       text,
  renewal_requested_on date,
  holder_deceased    boolean NOT NULL,
  version            bigint  NOT NULL CHECK (version >= 1)
);

CREATE INDEX certificate_list_by_body ON projection.certificate_list (world, certification_body, certificate_id);
CREATE INDEX certificate_list_by_number ON projection.certificate_list (world, number_key);
CREATE INDEX certificate_list_by_assessor ON projection.certificate_list USING gin (assessor_ids);
CREATE INDEX certificate_list_stopped ON projection.certificate_list (certificate_id)
  WHERE status IN ('FROZEN', 'WITHDRAWN');

INSERT INTO projection.cursor (name) VALUES ('certificate-list');

GRANT SELECT, INSERT, UPDATE, DELETE ON projection.certificate_list TO titian_app;
