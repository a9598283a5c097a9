-- The calendar: what it shows beside posts, who may read it from elsewhere, what was done in one go.

-- Which kinds of days (holidays, feasts, sales…) a brand sees, separated by spaces.
CREATE TABLE calendar_choice (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  families TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

-- The secret address at which calendar programs read the brand's calendar; one at a time.
CREATE TABLE calendar_link (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  -- The token, sealed, so that it can be shown again.
  sealed BYTEA NOT NULL,
  with_days BOOL NOT NULL,
  created_by BYTEA,
  created_at BIGINT NOT NULL
);

-- What was changed in one go, with what it takes to undo it.
CREATE TABLE calendar_change (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  undo TEXT NOT NULL,
  made_by BYTEA,
  made_at BIGINT NOT NULL,
  undone_at BIGINT
);
CREATE INDEX calendar_change_brand ON calendar_change (brand_id, id);
CREATE INDEX calendar_change_made ON calendar_change (made_at);

-- All that a month's page counts by, so that it reads no row of a post it does not show.
CREATE INDEX publication_calendar
  ON publication (brand_id, due_at, post_id, channel_id, state)
  WHERE purpose = 'post' AND state <> 'cancelled';
