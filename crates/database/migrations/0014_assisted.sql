-- Posting by hand: whose turn it is, reminders and what became of them; notifications on devices.

CREATE TABLE hand_posting (
  publication_id BYTEA PRIMARY KEY REFERENCES publication (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- Who posts it; before the first reminder, only when someone decided so.
  assignee_id BYTEA,
  -- Since when a person is asked to post it: reminders and lateness count from there.
  asked_at BIGINT,
  snoozed_until BIGINT,
  reminded_at BIGINT,
  escalated_at BIGINT,
  updated_at BIGINT NOT NULL
);
CREATE INDEX hand_posting_brand ON hand_posting (brand_id, publication_id);

-- Who is reminded in a brand, and whom to tell when nothing happens.
CREATE TABLE hand_rule (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  assignee_id BYTEA,
  -- Microseconds; the brand's own delay before an alert when empty.
  escalate_after BIGINT,
  escalate_to_id BYTEA
);

CREATE TABLE hand_rule_channel (
  channel_id BYTEA PRIMARY KEY REFERENCES channel (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  assignee_id BYTEA NOT NULL
);
CREATE INDEX hand_rule_channel_brand ON hand_rule_channel (brand_id, channel_id);

-- The key that this house signs its pushed notifications with: one row.
CREATE TABLE push_key (
  id BIGINT PRIMARY KEY,
  public_key TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  created_at BIGINT NOT NULL
);

-- Browsers that teammates are told things on.
CREATE TABLE push_device (
  id BYTEA PRIMARY KEY,
  teammate_id BYTEA NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  -- The hash of the address at the push service, by which the same browser is known.
  endpoint_hash TEXT NOT NULL UNIQUE,
  -- The address and the browser's keys, sealed.
  sealed BYTEA NOT NULL,
  device TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  reached_at BIGINT
);
CREATE INDEX push_device_teammate ON push_device (teammate_id, id);
