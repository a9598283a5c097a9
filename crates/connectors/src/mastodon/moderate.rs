//! Acting on statuses and on those who write them. A server lets an account delete its own only, and hide nothing under its
//! posts: what is offered is what can be done.

use async_trait::async_trait;
use channels::{Act, Call, Moderate, NetworkError, Piece};
use serde_json::{Value, json};

use super::Mastodon;
use super::client::Server;
use crate::answer::unanswered;

#[async_trait]
impl Moderate for Mastodon {
    fn offers(&self, _: &str, piece: &Piece) -> Vec<Act> {
        match piece.ours {
            true => vec![Act::Delete],
            false => vec![Act::Like, Act::Unlike],
        }
    }

    async fn act(&self, call: &Call, act: Act, piece: &Piece) -> Result<(), NetworkError> {
        if !self.offers(&call.remote_account_id, piece).contains(&act) {
            return Err(NetworkError::Unsupported { what: act.to_string() });
        }
        let server = Server::of(call).await?;
        let path = format!("/api/v1/statuses/{}", piece.remote_id);
        let request = match act {
            Act::Like => server.post(&format!("{path}/favourite")),
            Act::Unlike => server.post(&format!("{path}/unfavourite")),
            _ => server.delete(&path),
        };
        let answer = request.send().await.map_err(|error| unanswered(&error))?;
        match (answer.status, act) {
            // What is gone is deleted, and no longer liked.
            (404 | 410, Act::Delete | Act::Unlike) | (200..300, _) => Ok(()),
            _ => Err(server.refusal(&answer)),
        }
    }

    fn privately(&self, piece: &Piece) -> Option<Value> {
        if piece.ours {
            return None;
        }
        let mut data = piece.data.clone();
        if !data.is_object() {
            data = json!({});
        }
        data["visibility"] = json!("direct");
        Some(data)
    }

    fn blocks(&self) -> bool {
        true
    }

    async fn block(&self, call: &Call, person: &str, blocked: bool) -> Result<(), NetworkError> {
        let server = Server::of(call).await?;
        let verb = if blocked { "block" } else { "unblock" };
        // People are known by their number and their server; the server asks for its number.
        let number = person.split('@').next().unwrap_or(person);
        let path = format!("/api/v1/accounts/{number}/{verb}");
        let answer = server.post(&path).send().await.map_err(|error| unanswered(&error))?;
        match answer.status {
            200..300 => Ok(()),
            // An account that is gone writes no more.
            404 | 410 => Ok(()),
            _ => Err(server.refusal(&answer)),
        }
    }
}
