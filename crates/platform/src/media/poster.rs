//! The still picture shown in a film's place: a frame that a browser drew, or a picture of the
//! library. Nothing here decodes films.

use database::Tx;
use serde_json::json;

use super::{Media, MediaKind, UploadError, store};
use crate::{Actor, Right, Subject, activity};

impl Media {
    /// Shows the picture stored under `hash` in this film's place; none gives it back its plain
    /// tile. Needs [`Right::Draft`]. Does nothing to a picture.
    ///
    /// # Errors
    /// [`UploadError::NotAllowed`] or [`UploadError::Database`].
    pub async fn show_as(
        self,
        hash: Option<String>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Media, UploadError> {
        actor.must(Right::Draft)?;
        if self.kind != MediaKind::Video {
            return Ok(self);
        }
        let media = Media { poster: hash, ..self };
        store::update(actor.brand(), &media, tx).await?;
        let (subject, data) = (Subject::new("media", media.id), json!({ "name": media.name }));
        activity::record(tx, actor, "media.poster_chosen", subject, data).await?;
        Ok(media)
    }

    /// Notes how long a film is, as a browser that played it says, where its file does not.
    ///
    /// # Errors
    /// [`UploadError::NotAllowed`] or [`UploadError::Database`].
    pub async fn lasting(
        self,
        milliseconds: i64,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Media, UploadError> {
        actor.must(Right::Draft)?;
        let is_known = self.kind != MediaKind::Video || self.duration_ms.is_some();
        if is_known || !(1..=24 * 3_600_000).contains(&milliseconds) {
            return Ok(self);
        }
        let media = Media { duration_ms: Some(milliseconds), ..self };
        store::update(actor.brand(), &media, tx).await?;
        Ok(media)
    }

    /// The hash of the picture that shows it in lists: its own, or its poster.
    pub fn still(&self) -> Option<&str> {
        match self.kind {
            MediaKind::Video => self.poster.as_deref(),
            MediaKind::Image | MediaKind::Gif => Some(&self.hash),
        }
    }
}
