-- Suggestions and complaints: who they go to, where they stand, what their authors were told.
CREATE TABLE feedback_category (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- suggestion, complaint, both
  takes TEXT NOT NULL,
  -- The teammate who looks after it.
  owner_id BYTEA NOT NULL,
  -- A line each.
  terms TEXT NOT NULL,
  -- by_hand, proposed, automatic
  filing TEXT NOT NULL,
  -- draft, send
  telling TEXT NOT NULL,
  -- How many days one may take.
  days BIGINT NOT NULL,
  -- What authors are told, by step and language, as JSON.
  words TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX feedback_category_brand ON feedback_category (brand_id, name, id);

CREATE TABLE feedback_case (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  category_id BYTEA NOT NULL REFERENCES feedback_category (id) ON DELETE CASCADE,
  -- suggestion, complaint
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  -- proposed, received, in_progress, done, declined, dismissed
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  merged_into BYTEA,
  filed_by BYTEA,
  -- When it was received, or proposed.
  filed_at BIGINT NOT NULL,
  moved_at BIGINT NOT NULL,
  begun_at BIGINT,
  closed_at BIGINT,
  due_at BIGINT NOT NULL,
  -- When its owner is reminded next.
  remind_at BIGINT
);
CREATE INDEX feedback_case_brand ON feedback_case (brand_id, state, filed_at, id);
CREATE INDEX feedback_case_category ON feedback_case (category_id, filed_at, id);
CREATE INDEX feedback_case_remind ON feedback_case (remind_at, id) WHERE remind_at IS NOT NULL;

-- Who said it: each conversation once in a case, each message in one case.
CREATE TABLE feedback_source (
  case_id BYTEA NOT NULL REFERENCES feedback_case (id) ON DELETE CASCADE,
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  message_id BYTEA NOT NULL UNIQUE REFERENCES message (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- The case that it came to, when that was put with another.
  origin_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (case_id, conversation_id)
);
CREATE INDEX feedback_source_conversation ON feedback_source (conversation_id, case_id);
CREATE INDEX feedback_source_brand ON feedback_source (brand_id, at);

-- What was told, each step once to each person.
CREATE TABLE feedback_told (
  id BYTEA PRIMARY KEY,
  case_id BYTEA NOT NULL REFERENCES feedback_case (id) ON DELETE CASCADE,
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  step TEXT NOT NULL,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- draft, sent, dropped
  state TEXT NOT NULL,
  words TEXT NOT NULL,
  -- Why it waits for a person: chosen, too_long, no_channel, old, nothing_to_answer
  because TEXT NOT NULL,
  message_id BYTEA,
  at BIGINT NOT NULL,
  UNIQUE (case_id, conversation_id, step)
);
CREATE INDEX feedback_told_brand ON feedback_told (brand_id, state, at, id);

-- The course of a case.
CREATE TABLE feedback_event (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  case_id BYTEA NOT NULL REFERENCES feedback_case (id) ON DELETE CASCADE,
  -- filed, proposed, moved, merged, joined, category, reminded
  what TEXT NOT NULL,
  detail TEXT NOT NULL,
  by_teammate BYTEA,
  at BIGINT NOT NULL
);
CREATE INDEX feedback_event_case ON feedback_event (case_id, at, id);

-- The months whose summary was written to an owner.
CREATE TABLE feedback_summary (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL,
  month TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (brand_id, teammate_id, month)
);
