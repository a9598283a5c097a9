-- Letters (e-mail): what a machine wrote waits for no answer, a letter of ours may come back, and a
-- mailbox is watched by one program at a time.
ALTER TABLE message ADD COLUMN machine BOOL NOT NULL DEFAULT FALSE;
-- Why a letter of ours did not arrive.
ALTER TABLE message ADD COLUMN undelivered TEXT;

CREATE TABLE channel_watch (
  channel_id BYTEA PRIMARY KEY REFERENCES channel (id) ON DELETE CASCADE,
  instance BYTEA NOT NULL,
  lease_until BIGINT NOT NULL
);
