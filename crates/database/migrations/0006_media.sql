-- The media library: films beside pictures, folders, tags, crops, and a bin.

CREATE TABLE media_folder (
  id BYTEA PRIMARY KEY,
  brand_id BYTEA NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
  -- The folder it lies in; folders lie at most one in another.
  parent_id BYTEA,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX media_folder_brand ON media_folder (brand_id, folded, id);

-- `image`, `gif` (an animation) or `video`.
ALTER TABLE media ADD COLUMN kind TEXT NOT NULL DEFAULT 'image';
-- Of a film, as far as its file says: its length, its codecs, frames in a second.
ALTER TABLE media ADD COLUMN duration_ms BIGINT;
ALTER TABLE media ADD COLUMN video_codec TEXT;
ALTER TABLE media ADD COLUMN audio_codec TEXT;
ALTER TABLE media ADD COLUMN frame_rate DOUBLE PRECISION;
-- The hash of the still picture shown in its place.
ALTER TABLE media ADD COLUMN poster TEXT;
ALTER TABLE media ADD COLUMN folder_id BYTEA;
-- One a line, as written.
ALTER TABLE media ADD COLUMN tags TEXT NOT NULL DEFAULT '';
-- Name, alternative text and tags as search compares them, a line each.
ALTER TABLE media ADD COLUMN search TEXT NOT NULL DEFAULT '';
-- The picture that it is a part of, and which part, in pixels.
ALTER TABLE media ADD COLUMN original_id BYTEA;
ALTER TABLE media ADD COLUMN crop_left BIGINT;
ALTER TABLE media ADD COLUMN crop_top BIGINT;
ALTER TABLE media ADD COLUMN crop_width BIGINT;
ALTER TABLE media ADD COLUMN crop_height BIGINT;
-- Put in the bin then.
ALTER TABLE media ADD COLUMN removed_at BIGINT;

UPDATE media SET kind = 'gif' WHERE content_type = 'image/gif';
UPDATE media SET search = LOWER(name) || '
' || LOWER(alt_text);

CREATE INDEX media_poster ON media (poster);
CREATE INDEX media_brand_folder ON media (brand_id, folder_id, id);
CREATE INDEX media_original ON media (original_id);
