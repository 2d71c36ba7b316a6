-- Limits that cross persons, and what the registers know.

SET LOCAL ROLE titian_ledger_owner;

-- At most one holder of a key in a world: a case number, a certificate number.
CREATE TABLE ledger.claim (
  world text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL CHECK (key <> ''),
  holder text COLLATE "C" NOT NULL CHECK (holder <> ''),
  stream_id text COLLATE "C" NOT NULL REFERENCES ledger.stream,
  PRIMARY KEY (world, key)
);

-- One of several places under a key: a site's places on a day (A-23).
CREATE TABLE ledger.claim_place (
  world text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL CHECK (key <> ''),
  holder text COLLATE "C" NOT NULL CHECK (holder <> ''),
  stream_id text COLLATE "C" NOT NULL REFERENCES ledger.stream,
  PRIMARY KEY (world, key, holder)
);

-- `place_limit` is the limit of the last grant, so the CHECK holds even where a site later cuts its places.
CREATE TABLE ledger.claim_total (
  world text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  taken bigint NOT NULL,
  place_limit bigint NOT NULL,
  PRIMARY KEY (world, key),
  CHECK (taken BETWEEN 0 AND place_limit)
) WITH (fillfactor = 70);

-- Current value of each register fact. Its version is that of the register's stream when it last changed.
CREATE TABLE ledger.fact (
  key text COLLATE "C" PRIMARY KEY CHECK (key <> ''),
  version bigint NOT NULL CHECK (version >= 1),
  value jsonb NOT NULL,
  stream_id text COLLATE "C" NOT NULL REFERENCES ledger.stream
);
