-- The house rules of a brand: who may read them, and their numbered clauses. A number is given
-- once: what a decision cited keeps its place whatever becomes of the others.
CREATE TABLE house_rules (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  opened BOOL NOT NULL,
  lead_french TEXT NOT NULL,
  lead_english TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE TABLE house_clause (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  title_french TEXT NOT NULL,
  title_english TEXT NOT NULL,
  french TEXT NOT NULL,
  english TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  removed_at BIGINT,
  UNIQUE (brand_id, number)
);

-- Rules applied to what comes, in order. What one says is JSON: conditions, actions.
CREATE TABLE moderation_rule (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  active BOOL NOT NULL,
  name TEXT NOT NULL,
  says TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX moderation_rule_brand ON moderation_rule (brand_id, position, id);
-- What each rule did, once a message, and why.
CREATE TABLE moderation_run (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  rule_id BYTEA NOT NULL,
  message_id BYTEA NOT NULL,
  conversation_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  -- The conditions that held with what was found; what was done: JSON.
  why TEXT NOT NULL,
  did TEXT NOT NULL,
  -- When a person decided otherwise.
  overturned_at BIGINT,
  overturned_by BYTEA,
  UNIQUE (message_id, rule_id)
);
CREATE INDEX moderation_run_rule ON moderation_run (rule_id, at, id);

-- Messages that a person is to look at.
CREATE TABLE moderation_case (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  message_id BYTEA NOT NULL UNIQUE,
  conversation_id BYTEA NOT NULL,
  channel_id BYTEA NOT NULL,
  identity_id BYTEA,
  -- rule, cannot, refused, muted, person, undone
  because TEXT NOT NULL,
  rule_id BYTEA,
  why TEXT NOT NULL,
  -- Equal ones have the same: what they say, folded.
  likeness TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  decided_at BIGINT
);
CREATE INDEX moderation_case_open ON moderation_case (brand_id, opened_at, id)
  WHERE decided_at IS NULL;
CREATE INDEX moderation_case_like ON moderation_case (brand_id, likeness, id)
  WHERE decided_at IS NULL;

-- What was decided about a message.
CREATE TABLE ruling (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  message_id BYTEA NOT NULL,
  conversation_id BYTEA NOT NULL,
  channel_id BYTEA NOT NULL,
  identity_id BYTEA,
  -- keep, hide, delete
  decision TEXT NOT NULL,
  -- The law or the clause it rests on, as it read then: JSON; and a word to count by.
  ground TEXT,
  ground_key TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- The rule that found the message; whether it decided, too.
  rule_id BYTEA,
  automated BOOL NOT NULL,
  decided_by BYTEA,
  at BIGINT NOT NULL,
  -- fr, en: what its author reads.
  language TEXT NOT NULL,
  -- What was said, as it was.
  said TEXT NOT NULL,
  said_at BIGINT NOT NULL,
  sanction_id BYTEA,
  deed_id BYTEA,
  -- here, asked, done, cannot, failed
  reached TEXT NOT NULL,
  -- When the author was told, and how: sent, handed.
  told_at BIGINT,
  told_how TEXT,
  undone_at BIGINT,
  undone_by BYTEA,
  undone_because TEXT
);
CREATE INDEX ruling_brand ON ruling (brand_id, at, id);
CREATE INDEX ruling_identity ON ruling (identity_id, at) WHERE identity_id IS NOT NULL;
CREATE INDEX ruling_message ON ruling (message_id, at);
CREATE INDEX ruling_deed ON ruling (deed_id) WHERE deed_id IS NOT NULL;

-- What an author may not do for a while.
CREATE TABLE sanction (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  identity_id BYTEA NOT NULL,
  channel_id BYTEA NOT NULL,
  -- warn, mute, ban
  kind TEXT NOT NULL,
  since BIGINT NOT NULL,
  -- None: without end.
  until_at BIGINT,
  reason TEXT NOT NULL,
  ruling_id BYTEA,
  decided_by BYTEA,
  lifted_at BIGINT,
  lifted_by BYTEA,
  -- When its end was written down.
  ended_at BIGINT,
  -- At the network: none, asked, blocked, ending, ended, cannot, failed
  network TEXT NOT NULL,
  detail TEXT
);
CREATE INDEX sanction_identity ON sanction (identity_id, since);
CREATE INDEX sanction_brand ON sanction (brand_id, since, id);

-- What an author says against a decision; one a decision.
CREATE TABLE complaint (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  ruling_id BYTEA NOT NULL UNIQUE,
  words TEXT NOT NULL,
  at BIGINT NOT NULL,
  -- open, upheld, reversed
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_by BYTEA,
  answered_at BIGINT
);
CREATE INDEX complaint_brand ON complaint (brand_id, state, at, id);

-- Everything that was done in moderation; rows are only added.
CREATE TABLE moderation_log (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  at BIGINT NOT NULL,
  what TEXT NOT NULL,
  teammate_id BYTEA,
  rule_id BYTEA,
  message_id BYTEA,
  conversation_id BYTEA,
  identity_id BYTEA,
  ruling_id BYTEA,
  -- What it is about, in a few words.
  about TEXT NOT NULL,
  reason TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
);
CREATE INDEX moderation_log_brand ON moderation_log (brand_id, at, id);

-- Rules tried on what was said before; nothing is changed by it.
CREATE TABLE moderation_trial (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  asked_by BYTEA,
  asked_at BIGINT NOT NULL,
  -- The rules as they read then: JSON.
  rules TEXT NOT NULL,
  since BIGINT NOT NULL,
  most BIGINT NOT NULL,
  -- Where it stands, from the latest message backwards.
  cursor_at BIGINT NOT NULL,
  cursor_id BYTEA NOT NULL,
  looked BIGINT NOT NULL,
  -- running, done
  state TEXT NOT NULL,
  found TEXT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX moderation_trial_brand ON moderation_trial (brand_id, asked_at, id);

-- An answer that a rule laid out for a person to look over and send.
CREATE TABLE proposed_answer (
  conversation_id BYTEA PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  message_id BYTEA NOT NULL,
  rule_id BYTEA NOT NULL,
  saved_reply_id BYTEA NOT NULL,
  at BIGINT NOT NULL
);
