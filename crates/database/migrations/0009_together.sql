-- Working together: links that open one thing to one person, approvals, comments, client portals.

CREATE TABLE signed_link (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  -- What it opens: a word of the room that made it.
  purpose TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BYTEA NOT NULL,
  -- Who holds it; the account, when they have one.
  person_name TEXT NOT NULL,
  person_email TEXT NOT NULL,
  teammate_id BYTEA,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT,
  last_seen_at BIGINT,
  used_at BIGINT
);
CREATE INDEX signed_link_subject ON signed_link (brand_id, subject_id, purpose);

CREATE TABLE approval_path (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- `brand`, `channel` or `campaign`, and which one.
  scope_kind TEXT NOT NULL,
  scope_id BYTEA NOT NULL,
  -- The steps in order, as JSON; none: nobody is asked.
  steps TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX approval_path_scope ON approval_path (brand_id, scope_kind, scope_id);

CREATE TABLE approval_request (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  post_id BYTEA NOT NULL,
  state TEXT NOT NULL,
  -- What was given to read: the hash of what people will see.
  content_hash TEXT NOT NULL,
  -- The steps as they were when it was asked, with each person.
  steps TEXT NOT NULL,
  step BIGINT NOT NULL,
  wanted_local TEXT,
  wanted_zone TEXT,
  wanted_at BIGINT,
  asked_by BYTEA,
  note TEXT NOT NULL,
  -- Which reminders were sent.
  reminded BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  settled_at BIGINT
);
CREATE INDEX approval_request_state ON approval_request (brand_id, state, wanted_at);
CREATE INDEX approval_request_post ON approval_request (post_id, id);

CREATE TABLE approval_answer (
  id BYTEA PRIMARY KEY,
  request_id BYTEA NOT NULL REFERENCES approval_request (id) ON DELETE CASCADE,
  step BIGINT NOT NULL,
  approver TEXT NOT NULL,
  name TEXT NOT NULL,
  agrees BOOL NOT NULL,
  words TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  -- Set when what was agreed to changed.
  void_at BIGINT
);
CREATE INDEX approval_answer_request ON approval_answer (request_id, id);

CREATE TABLE post_comment (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  post_id BYTEA NOT NULL,
  channel_id BYTEA,
  -- A teammate, or someone outside by name.
  teammate_id BYTEA,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  -- Whether the holders of a client link and outside approvers read it too.
  shared BOOL NOT NULL,
  created_at BIGINT NOT NULL,
  edited_at BIGINT,
  resolved_at BIGINT,
  resolved_by BYTEA,
  deleted_at BIGINT
);
CREATE INDEX post_comment_post ON post_comment (post_id, id);

CREATE TABLE portal (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  company TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  campaign_id BYTEA,
  -- Ids of channels as JSON; empty: all of them.
  channels TEXT NOT NULL,
  may_comment BOOL NOT NULL,
  may_approve BOOL NOT NULL,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX portal_brand ON portal (brand_id, id);
