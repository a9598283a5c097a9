-- Beginnings of three to ten letters, after the brand's mark of six; longer ones were looked for
-- by walking every message that holds such a word. Messages are indexed again, newest first, by
-- the recurring work that indexes what comes.
DROP TABLE message_words;
CREATE VIRTUAL TABLE message_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii',
  prefix = '9 10 11 12 13 14 15 16'
);
UPDATE message SET search_key = NULL WHERE search_key IS NOT NULL;
