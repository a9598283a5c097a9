//! Pictures fetched from other sites, before the transaction that makes something of them.

use channels::ChannelKit;
use database::Tx;
use platform::Actor;
use platform::media::{Media, Picture, StorageError, UploadError};
use platform::outbound::OutboundError;

/// The heaviest picture taken from a site, in bytes.
const MOST_BYTES: usize = 15 * 1024 * 1024;

/// A picture whose bytes are stored and which no brand has yet.
pub(crate) struct Fetched {
    picture: Picture,
    hash: String,
    name: String,
}

/// Why a picture can't be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    /// There is no answer.
    #[error(transparent)]
    Outbound(#[from] OutboundError),
    /// The site answers with an error.
    #[error("the site answers {0}")]
    Status(u16),
    /// It is no picture.
    #[error(transparent)]
    Upload(#[from] UploadError),
    /// It can't be stored.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Fetched {
    /// Fetches and checks the picture at an address.
    pub async fn get(address: &str, kit: &ChannelKit) -> Result<Fetched, FetchError> {
        let answer = kit.http.get(address).max_body(MOST_BYTES).send().await?;
        if !answer.is_success() {
            return Err(FetchError::Status(answer.status));
        }
        let picture = Picture::take(answer.body).await?;
        let hash = kit.media.put(picture.bytes().clone()).await?;
        Ok(Fetched { picture, hash, name: name_of(address) })
    }

    /// Makes it the brand's, in the transaction at hand.
    pub async fn record(
        &self,
        alt_text: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<Media>, database::Error> {
        let hash = self.hash.clone();
        match Media::record(&self.picture, hash, &self.name, alt_text, actor, tx).await {
            Ok(media) => Ok(Some(media)),
            Err(UploadError::Database(error)) => Err(error),
            Err(_) => Ok(None),
        }
    }
}

/// The last part of an address, without what follows a question mark.
fn name_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}
