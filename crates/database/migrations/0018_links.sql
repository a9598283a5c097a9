-- The `utm_campaign` of campaigns that have their own, as JSON: {"CAMPAIGN": "buche-26"}.
ALTER TABLE tracking ADD COLUMN campaigns TEXT NOT NULL DEFAULT '{}';
