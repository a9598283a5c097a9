-- What becomes of a feed's new items: see `FeedRule`.
ALTER TABLE feed ADD COLUMN rule TEXT NOT NULL DEFAULT '{}';

-- Files of posts that a teammate brought in, and what each of their lines became.
CREATE TABLE post_import (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  -- The table that was read, and which column is what, as JSON.
  sheet TEXT NOT NULL,
  plan TEXT NOT NULL,
  state TEXT NOT NULL,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX post_import_brand ON post_import (brand_id, id);

CREATE TABLE post_import_line (
  import_id BYTEA NOT NULL REFERENCES post_import (id) ON DELETE CASCADE,
  line BIGINT NOT NULL,
  post_id BYTEA,
  problem TEXT,
  PRIMARY KEY (import_id, line)
);
