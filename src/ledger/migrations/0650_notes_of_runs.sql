-- An export asks for the notes about the runs of its streams: without an index that is a look over all notes.

SET LOCAL ROLE titian_ledger_owner;

CREATE INDEX note_of_runs ON ledger.note ((body::jsonb ->> 'stream')) WHERE kind IN ('run-archived', 'run-lost');
