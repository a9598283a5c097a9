-- Words by which messages are found: see `database::search`.
CREATE TABLE message_words (search_key BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX message_words_words ON message_words USING GIN (words);
