//! The pictures of a feed's items, fetched before the transaction that makes posts of them.

use std::collections::HashMap;

use channels::ChannelKit;
use channels::feeds::{FeedItem, FeedReader};
use database::Tx;
use platform::Actor;
use platform::media::{Media, Picture, UploadError};

/// The heaviest picture taken from a site, in bytes.
const MOST_BYTES: usize = 15 * 1024 * 1024;

/// Pictures fetched and stored, by the key of their item.
#[derive(Default)]
pub(super) struct Pictures {
    fetched: HashMap<String, (Picture, String, String)>,
}

impl Pictures {
    /// Fetches what these items show. One that can't be had is left out: the post is made
    /// without it.
    pub async fn fetch(&mut self, items: &[&FeedItem], reader: &dyn FeedReader, kit: &ChannelKit) {
        for item in items {
            let address = match (&item.picture_url, &item.link) {
                (Some(address), _) => Some(address.clone()),
                (None, Some(page)) => reader.picture_of(&kit.http, page).await,
                (None, None) => None,
            };
            let Some(address) = address else { continue };
            match fetch(&address, kit).await {
                Ok((picture, hash)) => {
                    let name = name_of(&address);
                    self.fetched.insert(item.key.clone(), (picture, hash, name));
                }
                Err(error) => tracing::info!(%error, "the picture of a feed's item is left out"),
            }
        }
    }

    /// Describes the picture of an item, if it was fetched, in the transaction at hand.
    pub async fn record(
        &self,
        key: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<Media>, database::Error> {
        let Some((picture, hash, name)) = self.fetched.get(key) else { return Ok(None) };
        match Media::record(picture, hash.clone(), name, "", actor, tx).await {
            Ok(media) => Ok(Some(media)),
            Err(UploadError::Database(error)) => Err(error),
            Err(_) => Ok(None),
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum PictureError {
    #[error(transparent)]
    Outbound(#[from] platform::outbound::OutboundError),
    #[error("the site answers {0}")]
    Status(u16),
    #[error(transparent)]
    Upload(#[from] UploadError),
    #[error(transparent)]
    Store(#[from] platform::media::StorageError),
}

async fn fetch(address: &str, kit: &ChannelKit) -> Result<(Picture, String), PictureError> {
    let answer = kit.http.get(address).max_body(MOST_BYTES).send().await?;
    if !answer.is_success() {
        return Err(PictureError::Status(answer.status));
    }
    let picture = Picture::take(answer.body).await?;
    let hash = kit.media.put(picture.bytes().clone()).await?;
    Ok((picture, hash))
}

/// The last part of an address, without what follows a question mark.
fn name_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}
