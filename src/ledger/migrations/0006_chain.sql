-- How a row is hashed. src/ledger/chain.ts says the same in TypeScript, on its own; the two must agree.
--
-- SHA-256 over fields, each preceded by its length in bytes (8 bytes, big-endian), so that no text can slide
-- from one field into the next. The first field names the kind of row, so that no row passes for another kind.
-- A missing field has length -1. Hashes enter as lower-case hex, numbers in decimal, instants as ISO 8601 in
-- UTC with milliseconds.
--
-- Declared STABLE, as convert_to is: only then does the planner inline these, which halves their cost.

SET LOCAL ROLE titian_ledger_owner;

CREATE FUNCTION ledger.field(value text) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(int8send(octet_length(value)::bigint) || convert_to(value, 'UTF8'), int8send(-1::bigint))
$$;

CREATE FUNCTION ledger.instant_text(value timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Reads an instant and insists on its one canonical spelling.
CREATE FUNCTION ledger.parse_instant(value text) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
DECLARE
  parsed timestamptz := value::timestamptz;
BEGIN
  IF value IS NULL OR value IS DISTINCT FROM ledger.instant_text(parsed) THEN
    RAISE EXCEPTION 'not a canonical instant: %', value USING ERRCODE = 'TL001';
  END IF;
  RETURN parsed;
END;
$$;

CREATE FUNCTION ledger.parse_date(value text) RETURNS date
LANGUAGE plpgsql STABLE AS $$
DECLARE
  parsed date := value::date;
BEGIN
  IF value IS NULL OR value IS DISTINCT FROM to_char(parsed, 'YYYY-MM-DD') THEN
    RAISE EXCEPTION 'not a canonical date: %', value USING ERRCODE = 'TL001';
  END IF;
  RETURN parsed;
END;
$$;

-- Where both chains of a stream begin.
CREATE FUNCTION ledger.stream_hash(stream_id text, kind text, world text) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(ledger.field('titian:stream:v1') || ledger.field(stream_id) || ledger.field(kind) || ledger.field(world))
$$;

CREATE FUNCTION ledger.event_hash(e ledger.event) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(
    ledger.field('titian:event:v1')
    || ledger.field(encode(e.previous_hash, 'hex'))
    || ledger.field(e.stream_id)
    || ledger.field(e.version::text)
    || ledger.field(e.event_id)
    || ledger.field(e.type)
    || ledger.field(e.schema::text)
    || ledger.field(e.body)
    || ledger.field(e.meta)
    || ledger.field(ledger.instant_text(e.occurred_at))
    || ledger.field(to_char(e.occurred_date, 'YYYY-MM-DD'))
    || ledger.field(e.occurred_zone)
    || ledger.field(ledger.instant_text(e.recorded_at))
    || ledger.field(ledger.instant_text(e.committed_at))
  )
$$;

CREATE FUNCTION ledger.decision_hash(d ledger.decision) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(
    ledger.field('titian:decision:v1')
    || ledger.field(encode(d.previous_hash, 'hex'))
    || ledger.field(d.stream_id)
    || ledger.field(d.sequence::text)
    || ledger.field(d.command_id)
    || ledger.field(d.name)
    || ledger.field(d.request_hash)
    || ledger.field(d.body)
    || ledger.field(d.actor_id)
    || ledger.field(d.actor_role)
    || ledger.field(d.actor_office)
    || ledger.field(ledger.instant_text(d.now))
    || ledger.field(d.clock_offset_ms::text)
    || ledger.field(d.facts)
    || ledger.field(d.effects)
    || ledger.field(d.build_id)
    || ledger.field(d.run_id)
    || ledger.field(d.outcome)
    || ledger.field(d.detail)
    || ledger.field(d.first_version::text)
    || ledger.field(d.last_version::text)
    || ledger.field(encode(d.event_head_hash, 'hex'))
    || ledger.field(ledger.instant_text(d.committed_at))
  )
$$;
