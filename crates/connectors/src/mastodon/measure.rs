//! Figures: what the status itself says. Reach and clicks are not known here.

use async_trait::async_trait;
use channels::connector::{Measure, RemoteFigures};
use channels::{Call, NetworkError};

use super::Mastodon;
use super::client::Server;
use super::wire::Status;

#[async_trait]
impl Measure for Mastodon {
    async fn figures(
        &self,
        call: &Call,
        remote_ids: &[String],
    ) -> Result<Vec<RemoteFigures>, NetworkError> {
        let server = Server::of(call).await?;
        let mut figures = Vec::new();
        for id in remote_ids {
            let request = server.get(&format!("/api/v1/statuses/{id}"));
            let Some(status) = server.find::<Status>(request).await? else { continue };
            figures.push(RemoteFigures {
                remote_id: id.clone(),
                reactions: status.favourites_count,
                comments: status.replies_count,
                shares: status
                    .reblogs_count
                    .map(|shares| shares + status.quotes_count.unwrap_or(0)),
                ..RemoteFigures::default()
            });
        }
        Ok(figures)
    }

    fn gives(&self) -> &'static [&'static str] {
        &["reactions", "comments", "shares"]
    }
}
