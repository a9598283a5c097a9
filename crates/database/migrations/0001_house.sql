-- The house: every record belongs to one brand, ids are 16-byte UUIDv7, instants are
-- microseconds UTC, enums are their one spelling in the code.

CREATE TABLE organization (
  id BYTEA PRIMARY KEY,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE brand (
  id BYTEA PRIMARY KEY,
  organization_id BYTEA NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  colour TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  demo BOOL NOT NULL DEFAULT FALSE,
  late_after BIGINT NOT NULL DEFAULT 600000000,
  paused_at BIGINT,
  paused_by BYTEA,
  paused_reason TEXT,
  created_at BIGINT NOT NULL
);
CREATE INDEX brand_organization ON brand (organization_id);

CREATE TABLE teammate (
  id BYTEA PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  theme TEXT NOT NULL DEFAULT 'auto',
  totp_secret BYTEA,
  totp_confirmed_at BIGINT,
  totp_last_step BIGINT,
  disabled_at BIGINT,
  created_at BIGINT NOT NULL
);

CREATE TABLE membership (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (brand_id, teammate_id)
);
CREATE INDEX membership_teammate ON membership (teammate_id);

CREATE TABLE recovery_code (
  id BYTEA PRIMARY KEY,
  teammate_id BYTEA NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  code_hash TEXT NOT NULL,
  used_at BIGINT
);
CREATE INDEX recovery_code_teammate ON recovery_code (teammate_id);

CREATE TABLE session (
  id BYTEA PRIMARY KEY,
  teammate_id BYTEA NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  csrf_token TEXT NOT NULL,
  second_factor_pending BOOL NOT NULL,
  device TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX session_teammate ON session (teammate_id);

CREATE TABLE invitation (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  invited_by BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  accepted_at BIGINT,
  revoked_at BIGINT
);
CREATE INDEX invitation_brand ON invitation (brand_id);

CREATE TABLE api_token (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT,
  expires_at BIGINT,
  revoked_at BIGINT
);
CREATE INDEX api_token_brand ON api_token (brand_id);

CREATE TABLE idempotent_answer (
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  idempotency_key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status BIGINT,
  body TEXT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (brand_id, idempotency_key)
);

-- What a teammate or the system did: the one stream that the audit log, notifications and
-- webhooks read. Append only.
CREATE TABLE activity (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA REFERENCES brand (id) ON DELETE CASCADE,
  actor_kind TEXT NOT NULL,
  actor_id BYTEA,
  verb TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BYTEA,
  data TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX activity_brand ON activity (brand_id, id);
CREATE INDEX activity_subject ON activity (subject_id, id);

CREATE TABLE notification (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BYTEA,
  data TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  read_at BIGINT
);
CREATE INDEX notification_teammate ON notification (teammate_id, read_at, id);
CREATE INDEX notification_brand ON notification (brand_id);

CREATE TABLE media (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size BIGINT NOT NULL,
  width BIGINT,
  height BIGINT,
  name TEXT NOT NULL,
  alt_text TEXT NOT NULL,
  created_by BYTEA,
  created_at BIGINT NOT NULL
);
CREATE INDEX media_brand ON media (brand_id, id);
CREATE INDEX media_hash ON media (hash);

CREATE TABLE job (
  id BYTEA PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  brand_id BYTEA REFERENCES brand (id) ON DELETE CASCADE,
  once_key TEXT UNIQUE,
  state TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL DEFAULT 0,
  lease_owner BYTEA,
  lease_until BIGINT,
  last_error TEXT,
  created_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX job_ready ON job (state, run_at, id);
CREATE INDEX job_brand ON job (brand_id);

CREATE TABLE recurring_work (
  name TEXT PRIMARY KEY,
  due_at BIGINT NOT NULL,
  last_run_at BIGINT
);

CREATE TABLE channel (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  network TEXT NOT NULL,
  network_name TEXT NOT NULL,
  server TEXT NOT NULL,
  remote_account_id TEXT NOT NULL,
  handle TEXT NOT NULL,
  name TEXT NOT NULL,
  profile_url TEXT,
  avatar_url TEXT,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  trouble TEXT,
  trouble_since BIGINT,
  credentials BYTEA,
  credentials_version BIGINT NOT NULL DEFAULT 0,
  refresh_lease_until BIGINT,
  limits TEXT NOT NULL,
  inbox_cursor TEXT,
  inbox_checked_at BIGINT,
  inbox_due_at BIGINT,
  followers BIGINT,
  followers_at BIGINT,
  paused_at BIGINT,
  rate_limited_until BIGINT,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX channel_brand ON channel (brand_id, id);
CREATE UNIQUE INDEX channel_account ON channel (brand_id, network, server, remote_account_id)
  WHERE removed_at IS NULL;

-- A sign-in at a network that a teammate began and has not finished (OAuth code flow).
CREATE TABLE channel_authorization (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  teammate_id BYTEA NOT NULL,
  network TEXT NOT NULL,
  state_hash TEXT NOT NULL UNIQUE,
  data BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX channel_authorization_brand ON channel_authorization (brand_id);

-- The send fence: one row for each thing that is to appear once on one channel.
CREATE TABLE publication (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  purpose TEXT NOT NULL,
  post_id BYTEA,
  variant_id BYTEA,
  conversation_id BYTEA,
  state TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  content TEXT NOT NULL,
  payload TEXT,
  fingerprint TEXT,
  send_key TEXT,
  attempts BIGINT NOT NULL DEFAULT 0,
  checks BIGINT NOT NULL DEFAULT 0,
  lease_owner BYTEA,
  lease_until BIGINT,
  sending_since BIGINT,
  next_at BIGINT,
  reason TEXT,
  detail TEXT,
  prepared_at BIGINT,
  remote_id TEXT,
  url TEXT,
  published_at BIGINT,
  late_alerted_at BIGINT,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX publication_brand_due ON publication (brand_id, due_at, id);
CREATE INDEX publication_state_due ON publication (state, due_at);
CREATE INDEX publication_channel ON publication (channel_id, published_at);
CREATE INDEX publication_post ON publication (post_id);
CREATE INDEX publication_conversation ON publication (conversation_id);
CREATE UNIQUE INDEX publication_remote ON publication (channel_id, remote_id)
  WHERE remote_id IS NOT NULL;
CREATE UNIQUE INDEX publication_variant ON publication (variant_id)
  WHERE variant_id IS NOT NULL AND state <> 'cancelled';

CREATE TABLE publication_step (
  id BYTEA PRIMARY KEY,
  publication_id BYTEA NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
  at BIGINT NOT NULL,
  kind TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id BYTEA,
  data TEXT NOT NULL
);
CREATE INDEX publication_step_publication ON publication_step (publication_id, id);

CREATE TABLE post (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  link TEXT,
  state TEXT NOT NULL,
  local_time TEXT,
  zone TEXT,
  due_at BIGINT,
  author_id BYTEA,
  version BIGINT NOT NULL DEFAULT 1,
  source TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  deleted_at BIGINT
);
CREATE INDEX post_brand ON post (brand_id, state, updated_at, id);
CREATE INDEX post_brand_due ON post (brand_id, due_at);

CREATE TABLE variant (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  post_id BYTEA NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  text TEXT,
  position BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (post_id, channel_id)
);
CREATE INDEX variant_brand ON variant (brand_id);

CREATE TABLE post_media (
  post_id BYTEA NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  media_id BYTEA NOT NULL REFERENCES media (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  alt_text TEXT NOT NULL,
  PRIMARY KEY (post_id, media_id)
);
CREATE INDEX post_media_media ON post_media (media_id);

CREATE TABLE feed (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  site_url TEXT,
  etag TEXT,
  last_modified TEXT,
  state TEXT NOT NULL,
  trouble TEXT,
  failures BIGINT NOT NULL DEFAULT 0,
  checked_at BIGINT,
  due_at BIGINT NOT NULL,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  UNIQUE (brand_id, url)
);
CREATE INDEX feed_due ON feed (state, due_at);

CREATE TABLE feed_item (
  feed_id BYTEA NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
  item_key TEXT NOT NULL,
  post_id BYTEA,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (feed_id, item_key)
);

CREATE TABLE identity (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  network TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  handle TEXT NOT NULL,
  name TEXT NOT NULL,
  profile_url TEXT,
  avatar_url TEXT,
  first_seen_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  UNIQUE (brand_id, network, remote_id)
);

-- What the people of a community did, one dated act each. Append only.
CREATE TABLE interaction (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  identity_id BYTEA NOT NULL,
  channel_id BYTEA,
  publication_id BYTEA,
  kind TEXT NOT NULL,
  source_key TEXT NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (brand_id, source_key)
);
CREATE INDEX interaction_identity ON interaction (identity_id, at);
CREATE INDEX interaction_publication ON interaction (publication_id)
  WHERE publication_id IS NOT NULL;

-- A thread with a person on a channel, or the reactions to one piece.
CREATE TABLE conversation (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  thread_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  reactions BOOL NOT NULL,
  state TEXT NOT NULL,
  identity_id BYTEA,
  publication_id BYTEA,
  about_remote_id TEXT,
  about_url TEXT,
  about_text TEXT,
  preview TEXT NOT NULL,
  message_count BIGINT NOT NULL,
  last_message_at BIGINT NOT NULL,
  -- When the first message that has no answer was said.
  waiting_since BIGINT,
  -- When the last answer that was written at the network itself was said.
  answered_at BIGINT,
  resolved_by BYTEA,
  resolved_at BIGINT,
  -- What came until this instant was settled by resolving; kept when a new message reopens.
  settled_at BIGINT,
  created_at BIGINT NOT NULL,
  UNIQUE (channel_id, thread_key)
);
CREATE INDEX conversation_list
  ON conversation (brand_id, reactions, state, last_message_at, id);
CREATE INDEX conversation_all ON conversation (brand_id, reactions, last_message_at, id);
CREATE INDEX conversation_channel ON conversation (channel_id, reactions, last_message_at, id);
CREATE INDEX conversation_waiting ON conversation (brand_id, waiting_since, id)
  WHERE waiting_since IS NOT NULL;
CREATE INDEX conversation_waiting_list ON conversation (brand_id, last_message_at, id)
  WHERE waiting_since IS NOT NULL;
CREATE INDEX conversation_identity ON conversation (identity_id);
CREATE INDEX conversation_publication ON conversation (publication_id)
  WHERE publication_id IS NOT NULL;

CREATE TABLE message (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  conversation_id BYTEA NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  direction TEXT NOT NULL,
  kind TEXT NOT NULL,
  remote_id TEXT,
  publication_id BYTEA,
  identity_id BYTEA,
  teammate_id BYTEA,
  text TEXT NOT NULL,
  url TEXT,
  in_reply_to TEXT,
  data TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  UNIQUE (channel_id, remote_id)
);
CREATE INDEX message_conversation ON message (conversation_id, sent_at, id);
CREATE INDEX message_publication ON message (publication_id) WHERE publication_id IS NOT NULL;
CREATE INDEX message_brand ON message (brand_id, received_at);

-- What a network gave that has no place in a conversation: unreadable, or our own answer to a
-- message that has not come yet. Nothing that was polled is thrown away.
CREATE TABLE unplaced_item (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA NOT NULL,
  item_key TEXT NOT NULL,
  reason TEXT NOT NULL,
  awaits TEXT,
  item TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  UNIQUE (channel_id, item_key)
);
CREATE INDEX unplaced_item_awaits ON unplaced_item (channel_id, awaits);
CREATE INDEX unplaced_item_brand ON unplaced_item (brand_id, id);

-- A piece that was published, by Parvis or not, whose figures are followed.
CREATE TABLE measured_post (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  channel_id BYTEA,
  publication_id BYTEA UNIQUE,
  import_id BYTEA,
  network TEXT NOT NULL,
  account TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  url TEXT,
  text TEXT NOT NULL,
  format TEXT NOT NULL,
  topic TEXT,
  paid BOOL,
  published_at BIGINT,
  local_month BIGINT,
  local_weekday BIGINT,
  local_hour BIGINT,
  followers BIGINT,
  measure_due_at BIGINT,
  read_at BIGINT,
  gone_at BIGINT,
  trouble TEXT,
  created_at BIGINT NOT NULL,
  UNIQUE (brand_id, network, account, remote_id)
);
CREATE INDEX measured_post_due ON measured_post (measure_due_at);
CREATE INDEX measured_post_channel ON measured_post (channel_id, measure_due_at);
CREATE INDEX measured_post_brand ON measured_post (brand_id, published_at, id);
CREATE INDEX measured_post_import ON measured_post (import_id);

-- The figures of one piece at one instant; NULL is "not known", never nought.
CREATE TABLE figure_snapshot (
  id BYTEA PRIMARY KEY,
  measured_post_id BYTEA NOT NULL REFERENCES measured_post (id) ON DELETE CASCADE,
  at BIGINT NOT NULL,
  source TEXT NOT NULL,
  import_id BYTEA,
  reactions BIGINT,
  comments BIGINT,
  shares BIGINT,
  clicks BIGINT,
  saves BIGINT,
  video_views BIGINT,
  reach_total BIGINT,
  reach_organic BIGINT,
  reach_paid BIGINT,
  impressions_total BIGINT,
  impressions_organic BIGINT,
  impressions_paid BIGINT,
  views BIGINT
);
CREATE INDEX figure_snapshot_post ON figure_snapshot (measured_post_id, at, id);
CREATE INDEX figure_snapshot_import ON figure_snapshot (import_id);

CREATE TABLE insights_import (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  network TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  plan TEXT NOT NULL,
  state TEXT NOT NULL,
  rows_read BIGINT NOT NULL DEFAULT 0,
  rows_imported BIGINT NOT NULL DEFAULT 0,
  rows_updated BIGINT NOT NULL DEFAULT 0,
  rows_unchanged BIGINT NOT NULL DEFAULT 0,
  rows_left_out BIGINT NOT NULL DEFAULT 0,
  problems TEXT NOT NULL,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX insights_import_brand ON insights_import (brand_id, id);
