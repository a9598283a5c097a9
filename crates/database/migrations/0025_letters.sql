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

-- Letters that were taken for what they answer, and are no message: each is taken once.
CREATE TABLE letter_taken (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  remote_id TEXT NOT NULL,
  taken_at BIGINT NOT NULL,
  PRIMARY KEY (channel_id, remote_id)
);
