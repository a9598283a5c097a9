//! Answering. A letter handed over twice would be two letters: what was in doubt is looked for
//! among sent letters, and where that can't tell, a person decides.

use async_trait::async_trait;
use channels::connector::{Publish, Repeat};
use channels::{
    Call, Content, Found, Limits, NetworkError, Outcome, Prepared, Rejection, Remote, Staged,
};
use jiff::Timestamp;
use lettre::Address;
use primitives::text::count;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::account::Account;
use super::compose::{Payload, letter, message_id};
use super::letter::Back;
use super::session::{reopen, within};
use super::smtp::{Handed, hand};
use super::{Mail, compose};
use crate::answer::rejected;

#[async_trait]
impl Publish for Mail {
    fn send_key(&self, publication: [u8; 16], _: Timestamp) -> String {
        format!("{}.parvis", hex::encode(publication))
    }

    fn prepare(
        &self,
        content: &Content,
        limits: &Limits,
        _: Timestamp,
    ) -> Result<Value, NetworkError> {
        let unsupported = |what: &str| NetworkError::Unsupported { what: what.to_owned() };
        let Some(target) = &content.reply_to else { return Err(unsupported("posts")) };
        if content.poll.is_some() {
            return Err(unsupported("polls"));
        }
        let text = content.text.trim();
        if text.is_empty() && content.media.is_empty() {
            return Err(rejected(Rejection::Empty, "there is nothing to send"));
        }
        if count(text, &limits.text).over {
            return Err(rejected(Rejection::TextTooLong, "the letter is too long"));
        }
        if content.media.len() > usize::try_from(limits.images).unwrap_or(usize::MAX) {
            return Err(rejected(Rejection::TooManyMedia, "too many files"));
        }
        let takes = |kind: &String| limits.image_types.contains(kind);
        if !content.media.iter().all(|media| takes(&media.content_type)) {
            return Err(rejected(Rejection::Media, "a file of this kind is not joined"));
        }
        let back: Back = serde_json::from_value(target.data.clone()).unwrap_or_default();
        Ok(json!(Payload::answering(&back, &target.handle, text)?))
    }

    async fn stage(&self, call: &Call, prepared: &Prepared) -> Result<Staged, NetworkError> {
        // Nothing is uploaded beforehand; what could not be written is told before sending.
        let account = Account::of(call).await?;
        letter(call, &account, prepared).await?;
        Ok(Staged::Ready(prepared.payload.clone()))
    }

    async fn send(&self, call: &Call, prepared: &Prepared) -> Result<Outcome, NetworkError> {
        let account = Account::of(call).await?;
        let letter = compose::letter(call, &account, prepared).await?;
        let to: Address = Payload::of(prepared)?
            .to
            .parse()
            .map_err(|_| rejected(Rejection::ReplyTargetGone, "the address is wrong"))?;
        let bytes = letter.formatted();
        match hand(&call.http, &account, &to, &bytes).await? {
            Handed::InDoubt(detail) => Ok(Outcome::Uncertain { detail }),
            Handed::Taken => {
                // Sent is sent, whether or not a copy can be kept.
                let kept = timeout(call.http.patience(), keep(call, &account, &bytes)).await;
                if !matches!(kept, Ok(Ok(()))) {
                    tracing::warn!(channel = %call.channel, "a copy could not be put among sent letters");
                }
                Ok(Outcome::Published(remote(prepared, call)))
            }
        }
    }

    async fn find(
        &self,
        call: &Call,
        prepared: &Prepared,
        _: &[String],
    ) -> Result<Found, NetworkError> {
        let account = Account::of(call).await?;
        let Some(sent) = account.sent.clone() else { return Ok(Found::CannotTell(Vec::new())) };
        let mut session = reopen(&call.http, &account).await?;
        let id = message_id(prepared, call);
        let found = within(call.http.patience(), &account, async {
            session.examine(&sent).await?;
            session.uid_search(format!("HEADER Message-ID \"<{id}>\"")).await
        });
        let found = found.await?;
        drop(timeout(std::time::Duration::from_secs(2), session.logout()).await);
        Ok(match found.is_empty() {
            false => Found::There(remote(prepared, call)),
            // A provider that keeps what it sends would have kept it.
            true if account.keeps_sent => Found::Absent,
            true => Found::CannotTell(Vec::new()),
        })
    }

    fn repeat(&self) -> Repeat {
        Repeat::AfterReadingBack
    }
}

fn remote(prepared: &Prepared, call: &Call) -> Remote {
    Remote { id: message_id(prepared, call), url: None, at: None }
}

/// Puts a copy among sent letters, unless the provider does.
async fn keep(call: &Call, account: &Account, letter: &[u8]) -> Result<(), NetworkError> {
    let Some(sent) = account.sent.as_ref().filter(|_| !account.keeps_sent) else { return Ok(()) };
    let mut session = reopen(&call.http, account).await?;
    within(call.http.patience(), account, async {
        session.append(sent, Some("(\\Seen)"), None, letter).await
    })
    .await?;
    drop(timeout(std::time::Duration::from_secs(2), session.logout()).await);
    Ok(())
}
