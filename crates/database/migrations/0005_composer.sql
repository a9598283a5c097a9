-- The composer: what a post said before, who writes in it now, texts kept for later, and what is
-- added to links.

CREATE TABLE post_version (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  post_id BYTEA NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  -- Counted from 1 for each post.
  number BIGINT NOT NULL,
  -- NULL when a feed or the demonstration wrote it.
  author_id BYTEA,
  -- What the post said, whole: see `Said`.
  content TEXT NOT NULL,
  begun_at BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  -- Nothing joins it any more.
  closed BOOL NOT NULL,
  -- The version that it brought back.
  restored_from BYTEA
);
CREATE UNIQUE INDEX post_version_number ON post_version (post_id, number);
CREATE INDEX post_version_brand ON post_version (brand_id, id);

-- Who has a post open in the composer, and was seen there last.
CREATE TABLE post_presence (
  post_id BYTEA NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (post_id, teammate_id)
);
CREATE INDEX post_presence_seen ON post_presence (seen_at);

-- Texts kept for later: a whole text, a signature, a group of hashtags.
CREATE TABLE template (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  -- The channel that a signature is for; NULL is every one.
  channel_id BYTEA,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX template_brand ON template (brand_id, kind, name, id);

-- What is added to a brand's links, so that visits tell where they come from.
CREATE TABLE tracking (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  tracked BOOL NOT NULL,
  medium TEXT NOT NULL,
  -- A source for each network that has its own, as JSON: {"bluesky": "bsky"}.
  sources TEXT NOT NULL,
  -- The brand's own sites, one a line; no other link is touched. Empty: every link.
  domains TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

-- How people are searched: their handle and name, folded, each word after a space.
ALTER TABLE identity ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE identity SET folded = ' ' || LOWER(handle) || ' ' || LOWER(name);

-- The words of a post and of its versions, folded, to be searched.
ALTER TABLE post ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE post SET folded = LOWER(text);
