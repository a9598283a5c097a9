-- Posts and conversations that lose pace against their usual; what was done, and what came of it.
CREATE TABLE fading (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  -- post, conversation
  subject TEXT NOT NULL,
  publication_id BYTEA,
  conversation_id BYTEA,
  noticed_at BIGINT NOT NULL,
  -- What came lately, what is usual, over how many that is known. Of a conversation: hours of
  -- silence, and the hours after which three in four came back.
  recent BIGINT NOT NULL,
  usual BIGINT NOT NULL,
  compared BIGINT NOT NULL,
  total BIGINT NOT NULL,
  -- proposed, relaunched, dismissed, passed
  state TEXT NOT NULL,
  -- question, poll, mention
  way TEXT,
  reason TEXT NOT NULL DEFAULT '',
  decided_by BYTEA,
  decided_at BIGINT,
  post_id BYTEA,
  -- What came in the seven days after; none when nothing was sent, or until it is known.
  measure_at BIGINT NOT NULL,
  measured_at BIGINT,
  came BIGINT
);
CREATE INDEX fading_brand ON fading (brand_id, state, noticed_at, id);
CREATE INDEX fading_measure ON fading (measure_at, id) WHERE measured_at IS NULL;
CREATE INDEX fading_publication ON fading (publication_id) WHERE publication_id IS NOT NULL;
CREATE INDEX fading_conversation ON fading (conversation_id) WHERE conversation_id IS NOT NULL;

-- When a brand's posts and conversations were last looked at for that.
CREATE TABLE fading_look (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  looked_at BIGINT NOT NULL,
  -- Posts and comings-back that usual figures are known over.
  posts BIGINT NOT NULL,
  returns BIGINT NOT NULL
);
