-- A holding reply: it keeps the person waiting politely, and is no answer.
ALTER TABLE message ADD COLUMN holding BOOL NOT NULL DEFAULT FALSE;

-- Whom a brand may ask, without an account.
CREATE TABLE expert (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  -- What they know of, in the brand's words.
  fields TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX expert_brand ON expert (brand_id, name, id);

-- Days on which an expert is away, counted from 1970-01-01, the last one included.
CREATE TABLE expert_absence (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  expert_id BYTEA NOT NULL REFERENCES expert (id) ON DELETE CASCADE,
  first_day BIGINT NOT NULL,
  last_day BIGINT NOT NULL
);
CREATE INDEX expert_absence_expert ON expert_absence (expert_id, first_day, id);

-- How a brand escalates.
CREATE TABLE escalation_setting (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  -- Whether a holding reply keeps the promise of an answer.
  holding_counts BOOL NOT NULL
);

-- A question about a conversation, with a deadline.
CREATE TABLE escalation (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  question TEXT NOT NULL,
  -- thread, last, post
  context TEXT NOT NULL,
  with_notes BOOL NOT NULL,
  -- What came or was noted later is not shown to who was asked.
  context_until BIGINT NOT NULL,
  -- waiting, more, answered, refused, done, withdrawn
  state TEXT NOT NULL,
  asked_by BYTEA,
  asked_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  holding_message_id BYTEA,
  closed_at BIGINT
);
CREATE INDEX escalation_open ON escalation (brand_id, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX escalation_brand ON escalation (brand_id, asked_at, id);
CREATE INDEX escalation_conversation ON escalation (conversation_id, asked_at, id);

-- Who is asked, and what they said.
CREATE TABLE escalation_asked (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  escalation_id BYTEA NOT NULL REFERENCES escalation (id) ON DELETE CASCADE,
  expert_id BYTEA,
  teammate_id BYTEA,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  -- waiting, more, answered, used, declined, withdrawn
  state TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  remind_at BIGINT NOT NULL,
  reminded_at BIGINT,
  late_told_at BIGINT,
  first_answered_at BIGINT,
  answered_at BIGINT,
  -- page, mail, here
  via TEXT,
  answer TEXT NOT NULL DEFAULT '',
  -- A letter as it came, when something was left out of it, and the address it came from.
  letter TEXT,
  answered_from TEXT,
  -- What they miss, or why they refuse.
  why TEXT NOT NULL DEFAULT '',
  -- Whom they name instead.
  instead_name TEXT,
  instead_email TEXT,
  used_at BIGINT
);
CREATE INDEX escalation_asked_escalation ON escalation_asked (escalation_id, asked_at, id);
CREATE INDEX escalation_asked_brand ON escalation_asked (brand_id, asked_at, id);
CREATE INDEX escalation_asked_remind ON escalation_asked (remind_at, id)
  WHERE state = 'waiting' AND reminded_at IS NULL;
CREATE INDEX escalation_asked_late ON escalation_asked (due_at, id)
  WHERE state = 'waiting' AND late_told_at IS NULL;

-- The course of an escalation; rows are only added.
CREATE TABLE escalation_event (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  escalation_id BYTEA NOT NULL REFERENCES escalation (id) ON DELETE CASCADE,
  -- asked, held, reminded, late, answered, corrected, declined, more, completed, extended,
  -- withdrawn, used, link, after
  what TEXT NOT NULL,
  by_teammate BYTEA,
  -- Of whom it tells.
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX escalation_event_escalation ON escalation_event (escalation_id, at, id);
CREATE INDEX escalation_event_brand ON escalation_event (brand_id, id);
