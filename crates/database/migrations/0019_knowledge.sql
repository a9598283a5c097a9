-- What the team answers again and again: texts kept for answers.
CREATE TABLE saved_reply (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  used BIGINT NOT NULL DEFAULT 0,
  last_used_at BIGINT,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX saved_reply_brand ON saved_reply (brand_id, name, id);

-- The messages that they answered, as the stems that matter: what suggestions learn from.
CREATE TABLE saved_reply_use (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  saved_reply_id BYTEA NOT NULL REFERENCES saved_reply (id) ON DELETE CASCADE,
  stems TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX saved_reply_use_reply ON saved_reply_use (saved_reply_id, at, id);
CREATE INDEX saved_reply_use_brand ON saved_reply_use (brand_id, at, id);

-- The brand's public help: questions with their answers, and tutorials.
CREATE TABLE article (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- question, tutorial
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  category TEXT NOT NULL,
  body TEXT NOT NULL,
  published_at BIGINT,
  seen BIGINT NOT NULL DEFAULT 0,
  useful BIGINT NOT NULL DEFAULT 0,
  not_useful BIGINT NOT NULL DEFAULT 0,
  from_conversation BYTEA,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  edited_at BIGINT NOT NULL,
  removed_at BIGINT,
  UNIQUE (brand_id, language, slug)
);
CREATE INDEX article_brand ON article (brand_id, title, id);

-- What readers say of an article; one say a reader and article.
CREATE TABLE article_opinion (
  article_id BYTEA NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- A keyed hash of who it is, of no use elsewhere.
  reader TEXT NOT NULL,
  useful BOOL NOT NULL,
  words TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (article_id, reader)
);
CREATE INDEX article_opinion_brand ON article_opinion (brand_id, at);

-- What readers looked for in the public help and did not find, counted by wording.
CREATE TABLE help_search (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  words_key TEXT NOT NULL,
  words TEXT NOT NULL,
  times BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  PRIMARY KEY (brand_id, language, words_key)
);

-- Gaps that the team set aside, by the wording of their question.
CREATE TABLE help_gap_dismissed (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  gap_key TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (brand_id, gap_key)
);

-- Whether the help is open to the public, and what it says first.
CREATE TABLE help (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  open BOOL NOT NULL,
  lead_fr TEXT NOT NULL,
  lead_en TEXT NOT NULL
);
