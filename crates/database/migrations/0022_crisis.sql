-- A pause that a crisis made: posts are held, answers leave, and so does what is let through.
ALTER TABLE brand ADD COLUMN paused_crisis BYTEA;
ALTER TABLE publication ADD COLUMN through_crisis BOOL NOT NULL DEFAULT FALSE;
-- How many follow a person, where the network says it.
ALTER TABLE identity ADD COLUMN followers BIGINT;

-- How a brand watches for crises; who is told (nobody: those who manage the brand).
CREATE TABLE crisis_setting (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  watching BOOL NOT NULL,
  letters BOOL NOT NULL,
  -- What is to be done in a crisis, a task a line; empty: the list that Parvis proposes.
  checklist TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE TABLE crisis_watcher (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL,
  PRIMARY KEY (brand_id, teammate_id)
);

-- A negative burst, from the hour or day in which it was seen.
CREATE TABLE crisis_alert (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- hour, day
  span TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  -- Negative messages in it so far; the most that its past predicts; that past, as JSON.
  seen BIGINT NOT NULL,
  most BIGINT NOT NULL,
  past TEXT NOT NULL,
  -- measured: same weekday and hour of 28 days; early: same hour of 7 days
  basis TEXT NOT NULL,
  raised_at BIGINT NOT NULL,
  -- When the burst was last seen to go on: it raises nothing else until it is over.
  last_at BIGINT NOT NULL,
  -- open, closed, crisis
  state TEXT NOT NULL,
  closed_by BYTEA,
  closed_at BIGINT,
  crisis_id BYTEA
);
CREATE UNIQUE INDEX crisis_alert_burst ON crisis_alert (brand_id, span, starts_at);
CREATE INDEX crisis_alert_brand ON crisis_alert (brand_id, raised_at, id);
CREATE INDEX crisis_alert_open ON crisis_alert (brand_id, id) WHERE state = 'open';

CREATE TABLE crisis (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- watch, serious, major
  level TEXT NOT NULL,
  -- running, ended
  state TEXT NOT NULL,
  rehearsal BOOL NOT NULL,
  alert_id BYTEA,
  -- Words by which a message belongs to it, one a line, besides being negative.
  words TEXT NOT NULL,
  -- Messages said since then belong to it.
  since BIGINT NOT NULL,
  opened_by BYTEA,
  opened_at BIGINT NOT NULL,
  ended_by BYTEA,
  ended_at BIGINT,
  lessons TEXT NOT NULL
);
CREATE INDEX crisis_brand ON crisis (brand_id, opened_at, id);
CREATE INDEX crisis_running ON crisis (brand_id, id) WHERE state = 'running';

-- What is said in a crisis: messages of the inbox; in a rehearsal copies and made-up ones.
CREATE TABLE crisis_message (
  id BYTEA PRIMARY KEY,
  crisis_id BYTEA NOT NULL REFERENCES crisis (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL,
  message_id BYTEA,
  conversation_id BYTEA,
  channel_id BYTEA,
  author TEXT NOT NULL,
  handle TEXT NOT NULL,
  followers BIGINT,
  words TEXT NOT NULL,
  at BIGINT NOT NULL,
  left_out_by BYTEA,
  left_out_at BIGINT,
  -- The answer that the room gave it, once.
  answered_at BIGINT,
  answered_by BYTEA,
  answer TEXT,
  UNIQUE (crisis_id, message_id)
);
CREATE INDEX crisis_message_time ON crisis_message (crisis_id, at, id);
CREATE INDEX crisis_message_conversation ON crisis_message (conversation_id)
  WHERE conversation_id IS NOT NULL;

-- The timeline. Append only.
CREATE TABLE crisis_entry (
  id BYTEA PRIMARY KEY,
  crisis_id BYTEA NOT NULL REFERENCES crisis (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL,
  -- Their order: several may be of one instant.
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  teammate_id BYTEA,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE INDEX crisis_entry_number ON crisis_entry (crisis_id, number, id);

CREATE TABLE crisis_role (
  crisis_id BYTEA NOT NULL REFERENCES crisis (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL,
  -- decides, answers, watches, informs
  role TEXT NOT NULL,
  teammate_id BYTEA NOT NULL,
  PRIMARY KEY (crisis_id, role, teammate_id)
);
CREATE TABLE crisis_task (
  id BYTEA PRIMARY KEY,
  crisis_id BYTEA NOT NULL REFERENCES crisis (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL,
  position BIGINT NOT NULL,
  words TEXT NOT NULL,
  done_by BYTEA,
  done_at BIGINT
);
CREATE INDEX crisis_task_crisis ON crisis_task (crisis_id, position, id);
-- What is to be done after it.
CREATE TABLE crisis_action (
  id BYTEA PRIMARY KEY,
  crisis_id BYTEA NOT NULL REFERENCES crisis (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL,
  words TEXT NOT NULL,
  teammate_id BYTEA,
  due_on TEXT,
  done_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX crisis_action_crisis ON crisis_action (crisis_id, id);
-- What a person decided of each post that was held, or was about to leave.
CREATE TABLE crisis_review (
  crisis_id BYTEA NOT NULL REFERENCES crisis (id) ON DELETE CASCADE,
  publication_id BYTEA NOT NULL,
  brand_id BYTEA NOT NULL,
  -- release, move, keep, give_up
  decision TEXT NOT NULL,
  -- A clock reading in the brand's zone, for move.
  moved_to TEXT,
  reason TEXT NOT NULL,
  decided_by BYTEA,
  decided_at BIGINT NOT NULL,
  PRIMARY KEY (crisis_id, publication_id)
);

-- Words to hold on with, written and approved in quiet times.
CREATE TABLE holding_statement (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  situation TEXT NOT NULL,
  approved_by BYTEA,
  approved_at BIGINT,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX holding_statement_brand ON holding_statement (brand_id, id);
CREATE TABLE holding_statement_text (
  id BYTEA PRIMARY KEY,
  statement_id BYTEA NOT NULL REFERENCES holding_statement (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL,
  -- No channel: wherever no text of its own says otherwise.
  channel_id BYTEA,
  -- fr, en
  language TEXT NOT NULL,
  words TEXT NOT NULL
);
CREATE INDEX holding_statement_text_of ON holding_statement_text (statement_id, id);
