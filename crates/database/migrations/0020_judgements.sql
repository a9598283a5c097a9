-- How each message of theirs is read: language, feeling, harm, spam, what it wants.
CREATE TABLE message_judgement (
  message_id BYTEA PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- When the message was said.
  at BIGINT NOT NULL,
  -- `fr`, `en`, another's tag, `und`
  language TEXT NOT NULL,
  language_sure DOUBLE PRECISION NOT NULL,
  -- negative, neutral, positive
  sentiment TEXT NOT NULL,
  sure DOUBLE PRECISION NOT NULL,
  -- none, swearing, insult, hate, threat
  harm TEXT NOT NULL,
  harm_sure DOUBLE PRECISION NOT NULL,
  spam BOOL NOT NULL,
  spam_sure DOUBLE PRECISION NOT NULL,
  -- What it wants most: question, complaint, praise, suggestion, request; none of them: NULL.
  intent TEXT,
  intent_sure DOUBLE PRECISION NOT NULL,
  -- All that hold, a space before and after each.
  intents TEXT NOT NULL,
  -- A teammate said so.
  corrected BOOL NOT NULL
);
CREATE INDEX message_judgement_feeling ON message_judgement (brand_id, sentiment, at);

-- What teammates said a message really is; what they did not say stayed as it was read.
CREATE TABLE judgement_correction (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  message_id BYTEA NOT NULL UNIQUE REFERENCES message (id) ON DELETE CASCADE,
  sentiment TEXT,
  harm TEXT,
  spam BOOL,
  -- `complaint question-`, as words: those that hold, and with a minus those that don't.
  intents TEXT NOT NULL,
  -- How it was read before, in the same way.
  before TEXT NOT NULL,
  by_teammate BYTEA,
  at BIGINT NOT NULL
);
CREATE INDEX judgement_correction_brand ON judgement_correction (brand_id, at, id);

-- What a brand's corrections taught, worked out from all of them.
CREATE TABLE judgement_lesson (
  brand_id BYTEA PRIMARY KEY REFERENCES brand (id) ON DELETE CASCADE,
  -- A digest of the adjustments, by which programs know those that they have read.
  digest TEXT NOT NULL,
  adjustments TEXT NOT NULL
);

-- How far older messages are read: those above are done, newest first.
CREATE TABLE judgement_walk (
  id BIGINT PRIMARY KEY,
  down_to BYTEA,
  done BOOL NOT NULL
);
INSERT INTO judgement_walk (id, down_to, done) VALUES (1, NULL, FALSE);

-- How the last message of theirs that was read is read, for lists.
ALTER TABLE conversation ADD COLUMN read_at BIGINT;
ALTER TABLE conversation ADD COLUMN feeling TEXT;
ALTER TABLE conversation ADD COLUMN harm TEXT;
ALTER TABLE conversation ADD COLUMN spam BOOL NOT NULL DEFAULT FALSE;
ALTER TABLE conversation ADD COLUMN intents TEXT NOT NULL DEFAULT '';
CREATE INDEX conversation_negative
  ON conversation (brand_id, state, last_message_at, id) WHERE feeling = 'negative';
CREATE INDEX conversation_harm
  ON conversation (brand_id, state, last_message_at, id) WHERE harm IS NOT NULL;
CREATE INDEX conversation_spam
  ON conversation (brand_id, state, last_message_at, id) WHERE spam = TRUE;
