-- Addresses that are told what happens in a brand, and the log of each telling.

CREATE TABLE webhook (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  -- Nouns told of, one a line; empty tells everything.
  nouns TEXT NOT NULL,
  secret BYTEA NOT NULL,
  stopped TEXT,
  -- Since when nothing has been taken.
  failing_since BIGINT,
  created_by BYTEA,
  created_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX webhook_brand ON webhook (brand_id, id);

CREATE TABLE webhook_delivery (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  webhook_id BYTEA NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  verb TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL DEFAULT 0,
  status BIGINT,
  detail TEXT,
  created_at BIGINT NOT NULL,
  tried_at BIGINT
);
CREATE INDEX webhook_delivery_webhook ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at, id);
