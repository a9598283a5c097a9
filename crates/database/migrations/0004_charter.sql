-- The editorial charter beside its topics, and the guard rails that read it.

CREATE TABLE charter (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  tone TEXT NOT NULL,
  -- A few words for the tone, one a line.
  tone_words TEXT NOT NULL,
  -- BCP 47 tags, one a line; none is the brand's own language.
  languages TEXT NOT NULL,
  -- Hosts of the brand's own sites, one a line: links there are to be followed.
  sites TEXT NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE charter_word (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- What is looked for in texts; see `language::Term`.
  word TEXT NOT NULL,
  instead TEXT NOT NULL,
  why TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX charter_word_brand ON charter_word (brand_id, id);

CREATE TABLE charter_format (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  format TEXT NOT NULL,
  target_share BIGINT NOT NULL,
  PRIMARY KEY (brand_id, format)
);

CREATE TABLE charter_channel (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  per_week BIGINT,
  most_per_day BIGINT,
  -- Minutes between two posts.
  least_gap BIGINT,
  language TEXT,
  -- Whether it is a person's own profile rather than the brand's.
  personal BOOL NOT NULL,
  PRIMARY KEY (brand_id, channel_id)
);

CREATE TABLE charter_regulated (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  active BOOL NOT NULL,
  -- One a line; NULL follows the list that Parvis comes with.
  terms TEXT,
  PRIMARY KEY (brand_id, kind)
);

CREATE TABLE guard_setting (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  guard TEXT NOT NULL,
  active BOOL NOT NULL,
  level TEXT NOT NULL,
  PRIMARY KEY (brand_id, guard)
);

-- « I know, send it »: one teammate's word, for one text.
CREATE TABLE guard_acceptance (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  post_id BYTEA NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  guard TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  teammate_id BYTEA,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX guard_acceptance_text ON guard_acceptance (post_id, guard, content_hash);
CREATE INDEX guard_acceptance_brand ON guard_acceptance (brand_id);

-- What kept a publication back when it came due.
CREATE TABLE guard_hold (
  publication_id BYTEA PRIMARY KEY REFERENCES publication (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  findings TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX guard_hold_brand ON guard_hold (brand_id);

CREATE TABLE checked_link (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  state TEXT NOT NULL,
  -- The HTTP status, where there was an answer.
  status BIGINT,
  checked_at BIGINT NOT NULL,
  PRIMARY KEY (brand_id, url)
);
