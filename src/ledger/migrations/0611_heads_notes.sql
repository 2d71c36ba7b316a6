-- The last note about heads is asked for again and again, and stands behind a note for each archived run.

SET LOCAL ROLE titian_ledger_owner;

CREATE INDEX note_of_heads ON ledger.note (id) WHERE kind = 'stream-heads';
