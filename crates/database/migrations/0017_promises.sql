-- The hours in which a brand answers: Monday first, each day's openings as JSON.
CREATE TABLE opening_hours (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  week TEXT NOT NULL,
  -- none, france, alsace_moselle
  holidays TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
-- Days of its own, closed or at other hours; days count from 1970-01-01.
CREATE TABLE opening_exception (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  from_day BIGINT NOT NULL,
  until_day BIGINT NOT NULL,
  openings TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX opening_exception_brand ON opening_exception (brand_id, from_day, id);

-- What a brand promises of its answers; durations are microseconds of working time.
CREATE TABLE promise_setting (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  -- Nothing was promised before.
  since BIGINT NOT NULL,
  -- How long before its end a promise is at risk.
  warning BIGINT NOT NULL,
  -- Whether who looks after it is told then; and whether by letter too.
  reminds BOOL NOT NULL,
  letters BOOL NOT NULL,
  -- What changed since all was last worked out is worked out anew.
  changed_at BIGINT NOT NULL
);
CREATE TABLE promise_policy (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  channel_id BYTEA,
  label_id BYTEA,
  priority TEXT,
  first_within BIGINT,
  next_within BIGINT,
  resolution_within BIGINT,
  working BOOL NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX promise_policy_brand ON promise_policy (brand_id, position, id);
-- Whom a broken promise is told, later and later.
CREATE TABLE promise_step (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  late_by BIGINT NOT NULL,
  -- A teammate; nobody: those who manage the brand.
  teammate_id BYTEA,
  created_at BIGINT NOT NULL
);
CREATE INDEX promise_step_brand ON promise_step (brand_id, late_by, id);

-- Each promise that was made in a conversation, and where it stands. Worked out from messages
-- and changes; what has ended keeps what was promised then.
CREATE TABLE promise (
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  -- first, next, resolution
  kind TEXT NOT NULL,
  since BIGINT NOT NULL,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  policy_id BYTEA NOT NULL,
  working BOOL NOT NULL,
  -- What it took or has taken, in the brand's hours whatever it is promised in.
  worked BIGINT NOT NULL,
  promised BIGINT NOT NULL,
  used BIGINT NOT NULL,
  due_at BIGINT,
  at_risk_at BIGINT,
  broken_at BIGINT,
  ended_at BIGINT,
  -- met, dropped
  ending TEXT,
  -- When something about it is to be told next.
  notice_at BIGINT,
  PRIMARY KEY (conversation_id, kind, since)
);
CREATE INDEX promise_notice_at ON promise (notice_at, conversation_id) WHERE notice_at IS NOT NULL;
CREATE INDEX promise_brand_ended ON promise (brand_id, ended_at);
-- What was told of it, each thing once.
CREATE TABLE promise_notice (
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  since BIGINT NOT NULL,
  -- `reminder`, or a step's id.
  step TEXT NOT NULL,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  told_at BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, kind, since, step)
);
-- The nearest promise that runs, for lists.
ALTER TABLE conversation ADD COLUMN due_at BIGINT;
ALTER TABLE conversation ADD COLUMN at_risk_at BIGINT;
ALTER TABLE conversation ADD COLUMN due_kind TEXT;
CREATE INDEX conversation_due ON conversation (brand_id, due_at, id) WHERE due_at IS NOT NULL;

-- Who gets what comes: first that fits, in order.
CREATE TABLE assignment_rule (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  channel_id BYTEA,
  label_id BYTEA,
  -- in_turn, least_loaded
  way TEXT NOT NULL,
  last_teammate BYTEA,
  created_at BIGINT NOT NULL
);
CREATE INDEX assignment_rule_brand ON assignment_rule (brand_id, position, id);
CREATE TABLE assignment_member (
  rule_id BYTEA NOT NULL REFERENCES assignment_rule (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (rule_id, teammate_id)
);
-- How many open conversations a teammate bears; no line: as many as come.
CREATE TABLE assignment_capacity (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL,
  most BIGINT NOT NULL,
  PRIMARY KEY (brand_id, teammate_id)
);
-- What no rule could give to anyone, until someone can take it.
CREATE TABLE assignment_waiting (
  conversation_id BYTEA PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  rule_id BYTEA NOT NULL,
  since BIGINT NOT NULL
);
CREATE INDEX assignment_waiting_brand ON assignment_waiting (brand_id, since, conversation_id);
-- Days on which a teammate gets nothing new.
CREATE TABLE absence (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL,
  from_day BIGINT NOT NULL,
  until_day BIGINT NOT NULL,
  note TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX absence_brand ON absence (brand_id, until_day, id);

-- Each time a channel was read back, independently of where polls are.
CREATE TABLE inbox_check (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  -- by_clock, by_hand
  asked TEXT NOT NULL,
  -- running, done, partial, failed
  state TEXT NOT NULL,
  -- Read back to this instant.
  back_to BIGINT NOT NULL,
  -- How far it got, when it stopped before.
  reached BIGINT,
  was_read BIGINT NOT NULL,
  missing BIGINT NOT NULL,
  unreadable BIGINT NOT NULL,
  -- What this network does not let one read again, words separated by spaces.
  blind TEXT NOT NULL,
  trouble TEXT,
  started_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX inbox_check_brand ON inbox_check (brand_id, started_at, id);
CREATE INDEX inbox_check_channel ON inbox_check (channel_id, started_at, id);
-- The messages that only a check brought.
CREATE TABLE inbox_check_found (
  message_id BYTEA PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  check_id BYTEA NOT NULL REFERENCES inbox_check (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE
);
CREATE INDEX inbox_check_found_check ON inbox_check_found (check_id, message_id);

-- What was looked at among what has no place.
ALTER TABLE unplaced_item ADD COLUMN dismissed_at BIGINT;
ALTER TABLE unplaced_item ADD COLUMN dismissed_by BYTEA;
