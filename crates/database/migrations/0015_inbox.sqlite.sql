-- Words by which messages are found: see `database::search`.
CREATE VIRTUAL TABLE message_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii',
  -- Beginnings of three to five letters, after the brand's mark of six.
  prefix = '9 10 11'
);
