-- The queue: the times a brand keeps for publishing, what waits in them, and posts that come back.

CREATE TABLE slot (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- 1 for Monday to 7 for Sunday.
  weekday BIGINT NOT NULL,
  -- Minutes after midnight on the clock of the brand's zone.
  minute BIGINT NOT NULL,
  -- The topic it is kept for; NULL takes any.
  topic_id BYTEA,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX slot_brand ON slot (brand_id, weekday, minute, id);

CREATE TABLE slot_channel (
  slot_id BYTEA NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  PRIMARY KEY (slot_id, channel_id)
);

-- One post in one slot on one day for one channel. It counts as long as its post is scheduled
-- for that very reading.
CREATE TABLE queue_place (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  slot_id BYTEA NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
  -- The reading of the clock, as post.local_time.
  local_time TEXT NOT NULL,
  channel_id BYTEA NOT NULL,
  post_id BYTEA NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  UNIQUE (slot_id, local_time, channel_id),
  UNIQUE (post_id, channel_id)
);
CREATE INDEX queue_place_brand ON queue_place (brand_id, id);

-- Those who change a brand's queue take turns on this row.
CREATE TABLE queue_turn (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  turn BIGINT NOT NULL
);

-- What a change of the queue moved, so that it can be undone.
CREATE TABLE queue_change (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  slots TEXT NOT NULL,
  moves TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  undone_at BIGINT
);
CREATE INDEX queue_change_brand ON queue_change (brand_id, id);

CREATE TABLE recurrence (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  -- When it comes back: see `Rhythm`.
  rhythm TEXT NOT NULL,
  -- Its variations, in order: a JSON list of texts.
  texts TEXT NOT NULL,
  -- Link, pictures, channels, labels: see `Piece`.
  piece TEXT NOT NULL,
  ends_when_used BOOL NOT NULL,
  -- Everything up to here was decided.
  seen_until BIGINT NOT NULL,
  -- When to look at it next.
  due_at BIGINT NOT NULL,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX recurrence_brand ON recurrence (brand_id, id);
CREATE INDEX recurrence_due ON recurrence (state, due_at);

-- One time that a recurrence came round: decided once, whatever happens.
CREATE TABLE recurrence_run (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  recurrence_id BYTEA NOT NULL REFERENCES recurrence (id) ON DELETE CASCADE,
  -- The reading of the clock: 2026-11-24T09:00:00.
  occurrence TEXT NOT NULL,
  at BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  -- Which of the variations, from 0.
  variation BIGINT NOT NULL,
  post_id BYTEA,
  -- The version of the post when it was made: a later one was changed by hand.
  made_version BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (recurrence_id, occurrence)
);
CREATE INDEX recurrence_run_brand ON recurrence_run (brand_id, id);
CREATE INDEX recurrence_run_post ON recurrence_run (post_id);
