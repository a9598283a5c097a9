//! The pictures of a feed's items, fetched before the transaction that makes posts of them.

use std::collections::HashMap;

use channels::ChannelKit;
use channels::feeds::{FeedItem, FeedReader};
use database::Tx;
use platform::Actor;
use platform::media::Media;

use crate::fetched::Fetched;

/// Pictures fetched and stored, by the key of their item.
#[derive(Default)]
pub(super) struct Pictures {
    fetched: HashMap<String, Fetched>,
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
            match Fetched::get(&address, kit).await {
                Ok(fetched) => drop(self.fetched.insert(item.key.clone(), fetched)),
                Err(error) => tracing::info!(%error, "the picture of a feed's item is left out"),
            }
        }
    }

    /// Makes the picture of an item the brand's, if it was fetched.
    pub async fn record(
        &self,
        key: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<Media>, database::Error> {
        match self.fetched.get(key) {
            Some(fetched) => fetched.record("", actor, tx).await,
            None => Ok(None),
        }
    }
}
