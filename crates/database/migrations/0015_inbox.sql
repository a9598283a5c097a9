-- The inbox of a team: where a conversation stands, whose it is, how urgent, under which labels.
ALTER TABLE conversation ADD COLUMN assignee_id BYTEA;
ALTER TABLE conversation ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
-- Pending and snoozed conversations: who said so and when, and until when they sleep.
ALTER TABLE conversation ADD COLUMN paused_by BYTEA;
ALTER TABLE conversation ADD COLUMN paused_at BIGINT;
ALTER TABLE conversation ADD COLUMN snoozed_until BIGINT;
-- Whether something of theirs came that nobody has opened.
ALTER TABLE conversation ADD COLUMN unread BOOL NOT NULL DEFAULT FALSE;
-- What the person writes in, as far as it is known.
ALTER TABLE conversation ADD COLUMN language TEXT;
-- The conversation that took its messages.
ALTER TABLE conversation ADD COLUMN merged_into BYTEA;
CREATE INDEX conversation_assignee
  ON conversation (assignee_id, state, last_message_at, id) WHERE assignee_id IS NOT NULL;
CREATE INDEX conversation_assignee_all
  ON conversation (assignee_id, last_message_at, id) WHERE assignee_id IS NOT NULL;
-- By channel and state in one index, instead of by channel alone.
CREATE INDEX conversation_channel_state
  ON conversation (channel_id, reactions, state, last_message_at, id);
DROP INDEX conversation_channel;
CREATE INDEX conversation_unread
  ON conversation (brand_id, last_message_at, id) WHERE unread = TRUE;
CREATE INDEX conversation_priority
  ON conversation (brand_id, priority, state, last_message_at, id) WHERE priority <> 'normal';

-- Each change of where a conversation stands, whose it is and how urgent: what clocks are
-- computed from. Times its own rows tell (messages) are not repeated here.
CREATE TABLE conversation_change (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  -- state, assignee, priority, label
  what TEXT NOT NULL,
  from_value TEXT,
  to_value TEXT,
  by_teammate BYTEA,
  because TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX conversation_change_conversation ON conversation_change (conversation_id, at, id);
CREATE INDEX conversation_change_brand ON conversation_change (brand_id, at, id);

-- The brand's labels.
CREATE TABLE label (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  colour TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (brand_id, name_key)
);

-- Which conversations carry them; state and time are copied so that a label's list is in order.
CREATE TABLE conversation_label (
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  label_id BYTEA NOT NULL REFERENCES label (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  last_message_at BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, label_id)
);
CREATE INDEX conversation_label_list
  ON conversation_label (label_id, state, last_message_at, conversation_id);
CREATE INDEX conversation_label_all
  ON conversation_label (label_id, last_message_at, conversation_id);

-- What teammates say among themselves of a conversation; never sent.
CREATE TABLE conversation_note (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  teammate_id BYTEA,
  words TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  edited_at BIGINT
);
CREATE INDEX conversation_note_conversation ON conversation_note (conversation_id, created_at, id);
CREATE INDEX conversation_note_brand ON conversation_note (brand_id, id);

-- What was asked of a network about a message: a like, hiding, deleting. Of one aspect the last counts.
CREATE TABLE message_act (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  conversation_id BYTEA NOT NULL,
  message_id BYTEA NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  act TEXT NOT NULL,
  -- like, hide, delete
  aspect TEXT NOT NULL,
  -- asked, done, failed
  state TEXT NOT NULL,
  reason TEXT,
  detail TEXT,
  by_teammate BYTEA,
  asked_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX message_act_message ON message_act (message_id, aspect, id);
CREATE INDEX message_act_brand ON message_act (brand_id, id);

-- Lists that teammates keep: a name and what the list is narrowed to.
CREATE TABLE conversation_view (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA,
  shared BOOL NOT NULL,
  name TEXT NOT NULL,
  -- As the list's address writes it.
  query TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX conversation_view_brand ON conversation_view (brand_id, id);

-- Who has a conversation open, and whether they are writing.
CREATE TABLE conversation_presence (
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  writing BOOL NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, teammate_id)
);
CREATE INDEX conversation_presence_seen ON conversation_presence (seen_at);

-- The conversation that a message came in, when it was put with another.
ALTER TABLE message ADD COLUMN origin_id BYTEA;
CREATE INDEX message_origin ON message (origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX conversation_merged ON conversation (merged_into) WHERE merged_into IS NOT NULL;

-- The message's number in the search index, in order of time; none until it is indexed.
ALTER TABLE message ADD COLUMN search_key BIGINT;
CREATE UNIQUE INDEX message_search ON message (search_key) WHERE search_key IS NOT NULL;
CREATE INDEX message_unsearched ON message (id) WHERE search_key IS NULL;
