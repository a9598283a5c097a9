-- What follows a publication on the same channel: a thread, a first comment. Each part is a
-- publication of its own, planned with the first and prepared once the one before it is there.

ALTER TABLE publication ADD COLUMN part BIGINT NOT NULL DEFAULT 0;
-- `main`, `thread`, `first_comment`.
ALTER TABLE publication ADD COLUMN part_kind TEXT NOT NULL DEFAULT 'main';
-- The publication that this one answers.
ALTER TABLE publication ADD COLUMN after_id BYTEA;
DROP INDEX publication_variant;
CREATE UNIQUE INDEX publication_variant ON publication (variant_id, part)
  WHERE variant_id IS NOT NULL AND state <> 'cancelled';
CREATE INDEX publication_after ON publication (after_id) WHERE after_id IS NOT NULL;
