-- What the application may do: read, and knock at the doors. Nothing else, on nothing.

SET LOCAL ROLE titian_ledger_owner;

REVOKE ALL ON SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;

GRANT USAGE ON SCHEMA ledger TO titian_app;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO titian_app;
GRANT EXECUTE ON FUNCTION ledger.record(jsonb) TO titian_app;
GRANT EXECUTE ON FUNCTION ledger.mark_delivered(text, text) TO titian_app;
GRANT EXECUTE ON FUNCTION ledger.sequence_leaves(integer) TO titian_app;
GRANT EXECUTE ON FUNCTION ledger.archive_run(text, text, bytea, bytea, text) TO titian_app;
GRANT EXECUTE ON FUNCTION ledger.mark_run_lost(text, text) TO titian_app;
