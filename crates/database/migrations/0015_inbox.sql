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
