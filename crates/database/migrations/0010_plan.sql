-- A campaign's day and its plan: what is to be said, so many days before or after it.

-- Days since 1970-01-01 in the brand's zone.
ALTER TABLE campaign ADD COLUMN day BIGINT;
-- Taken away; kept so that it can be brought back.
ALTER TABLE campaign ADD COLUMN removed_at BIGINT;

CREATE TABLE campaign_step (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  campaign_id BYTEA NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  phase TEXT NOT NULL,
  -- Days after the campaign's day; before it, below 0.
  days BIGINT NOT NULL,
  -- Minutes after midnight, by the clock of the brand's zone.
  minute BIGINT NOT NULL,
  -- What the team means to say there.
  brief TEXT NOT NULL,
  -- The words that its draft begins with.
  opening TEXT NOT NULL,
  -- See `Format`; NULL leaves it open.
  format TEXT,
  -- The draft made of it, if one was.
  post_id BYTEA,
  created_at BIGINT NOT NULL,
  -- Taken out of the plan; kept so that it can be brought back.
  removed_at BIGINT
);
CREATE INDEX campaign_step_campaign ON campaign_step (campaign_id, days, minute, id);
CREATE INDEX campaign_step_post ON campaign_step (post_id);
