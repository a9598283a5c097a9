-- The editorial desk: themes, campaigns, and what a post carries beside its words.

CREATE TABLE topic (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  about TEXT NOT NULL,
  colour TEXT NOT NULL,
  -- Hundredths of what is published that should be on it; NULL asks for no share.
  target_share BIGINT,
  -- Words by which a text is known to be on it, one a line.
  words TEXT NOT NULL,
  position BIGINT NOT NULL,
  archived_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX topic_brand ON topic (brand_id, position, id);

CREATE TABLE campaign (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  colour TEXT NOT NULL,
  -- Days since 1970-01-01 in the brand's zone.
  starts_on BIGINT,
  ends_on BIGINT,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  archived_at BIGINT
);
CREATE INDEX campaign_brand ON campaign (brand_id, id);

ALTER TABLE post ADD COLUMN topic_id BYTEA;
ALTER TABLE post ADD COLUMN campaign_id BYTEA;
ALTER TABLE post ADD COLUMN language TEXT;
-- The time that a draft is meant for; nothing leaves for it.
ALTER TABLE post ADD COLUMN wanted_local TEXT;
ALTER TABLE post ADD COLUMN wanted_zone TEXT;
ALTER TABLE post ADD COLUMN wanted_at BIGINT;
-- Thread, first comment, poll, labels: see `Extras`.
ALTER TABLE post ADD COLUMN extras TEXT NOT NULL DEFAULT '{}';
-- `text`, `image`, `carousel`…: see `Format`.
ALTER TABLE post ADD COLUMN format TEXT NOT NULL DEFAULT 'text';
CREATE INDEX post_brand_wanted ON post (brand_id, wanted_at);
CREATE INDEX post_campaign ON post (campaign_id);
CREATE INDEX post_topic ON post (topic_id);

ALTER TABLE variant ADD COLUMN extras TEXT NOT NULL DEFAULT '{}';
