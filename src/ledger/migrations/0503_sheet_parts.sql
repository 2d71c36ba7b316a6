-- Two things that a line of a sheet may be: a person who is new, and a part of a command for many.

-- One command may stand for many lines of the file: the attendance of a whole class.
ALTER TABLE sheet.sheet DROP CONSTRAINT sheet_check;
ALTER TABLE sheet.sheet ADD CONSTRAINT sheet_commands CHECK (commands >= 1);

ALTER TABLE sheet.line
  -- Lines of the file that this command carries, in the order of its parts; empty where it is one line's alone.
  ADD COLUMN covers integer[] NOT NULL DEFAULT '{}',
  -- Who a new person is, sealed with that person's own key until the line runs and the vault takes it.
  ADD COLUMN sealed_identity text CHECK (sealed_identity LIKE 'sealed:v1:%');
