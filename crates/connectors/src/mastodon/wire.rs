//! Mastodon's JSON, as far as it is used. Compatible servers leave things out: what is not
//! needed to be right is optional.

use channels::{Remote, RemotePicture, RemoteProfile};
use jiff::Timestamp;
use serde::Deserialize;

use crate::html::plain_text;
use crate::server;

#[derive(Debug, Deserialize)]
pub(super) struct Account {
    pub id: String,
    pub username: String,
    pub acct: String,
    #[serde(default)]
    pub display_name: String,
    pub url: Option<String>,
    pub avatar: Option<String>,
    pub followers_count: Option<i64>,
}

impl Account {
    /// The display name, or the handle.
    pub(super) fn name(&self) -> String {
        match self.display_name.trim() {
            "" => self.username.clone(),
            name => name.to_owned(),
        }
    }

    /// The account as a person; ids are numbers of one server, so they go with its name.
    pub(super) fn profile(&self, base: &str) -> RemoteProfile {
        let host = server::host(base);
        let handle = match self.acct.contains('@') {
            true => self.acct.clone(),
            false => format!("{}@{host}", self.acct),
        };
        RemoteProfile {
            remote_id: format!("{}@{host}", self.id),
            handle,
            name: self.name(),
            url: self.url.clone(),
            avatar_url: self.avatar.clone(),
            followers: self.followers_count,
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Status {
    pub id: String,
    pub url: Option<String>,
    pub created_at: Timestamp,
    pub account: Account,
    #[serde(default)]
    pub content: String,
    #[serde(default)]
    pub spoiler_text: String,
    pub in_reply_to_id: Option<String>,
    pub in_reply_to_account_id: Option<String>,
    #[serde(default)]
    pub visibility: String,
    #[serde(default)]
    pub media_attachments: Vec<Attachment>,
    pub replies_count: Option<i64>,
    pub reblogs_count: Option<i64>,
    pub favourites_count: Option<i64>,
    pub quotes_count: Option<i64>,
}

impl Status {
    /// Its words, the warning first where there is one.
    pub(super) fn text(&self) -> String {
        let words = plain_text(&self.content);
        match self.spoiler_text.trim() {
            "" => words,
            warning => format!("{warning}\n\n{words}").trim().to_owned(),
        }
    }

    pub(super) fn remote(&self) -> Remote {
        Remote { id: self.id.clone(), url: self.url.clone(), at: Some(self.created_at) }
    }

    pub(super) fn pictures(&self) -> Vec<RemotePicture> {
        let images = self.media_attachments.iter().filter(|media| media.kind == "image");
        images
            .filter_map(|media| {
                let alt_text = media.description.clone().unwrap_or_default();
                Some(RemotePicture { url: media.url.clone()?, alt_text })
            })
            .collect()
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Attachment {
    #[serde(rename = "type", default)]
    pub kind: String,
    pub url: Option<String>,
    pub description: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Notification {
    #[serde(rename = "type")]
    pub kind: String,
    pub created_at: Timestamp,
    pub account: Account,
    pub status: Option<Status>,
}

/// What stands around a status.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Context {
    #[serde(default)]
    pub ancestors: Vec<Status>,
}

/// A status as its author wrote it.
#[derive(Debug, Deserialize)]
pub(super) struct Source {
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Uploaded {
    pub id: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct App {
    pub client_id: String,
    pub client_secret: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Token {
    pub access_token: String,
}

/// An error's words: `error`, with what OAuth adds.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Failure {
    #[serde(default)]
    pub error: String,
    #[serde(default)]
    pub error_description: String,
}
