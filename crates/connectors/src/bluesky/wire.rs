//! The network's JSON, as far as it is used.

use channels::{RemotePicture, RemoteProfile};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A session, as opened and renewed.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Session {
    pub access_jwt: String,
    pub refresh_jwt: String,
    pub did: String,
    pub handle: String,
    #[serde(default)]
    pub did_doc: Option<Value>,
    pub active: Option<bool>,
    pub status: Option<String>,
}

/// An error: its name is what tells, never the status alone.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Failure {
    #[serde(default)]
    pub error: String,
    #[serde(default)]
    pub message: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Resolved {
    pub did: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Author {
    pub did: String,
    pub handle: String,
    #[serde(default)]
    pub display_name: String,
    pub avatar: Option<String>,
    pub followers_count: Option<i64>,
}

impl Author {
    /// The display name, or the handle.
    pub(super) fn name(&self) -> String {
        match self.display_name.trim() {
            "" => self.handle.clone(),
            name => name.to_owned(),
        }
    }

    pub(super) fn page(&self) -> String {
        format!("https://bsky.app/profile/{}", self.handle)
    }

    pub(super) fn profile(&self) -> RemoteProfile {
        RemoteProfile {
            remote_id: self.did.clone(),
            handle: self.handle.clone(),
            name: self.name(),
            url: Some(self.page()),
            avatar_url: self.avatar.clone(),
            followers: None,
        }
    }
}

/// A record named by where it is and what it holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Strong {
    pub uri: String,
    pub cid: String,
}

/// What a reply answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Reply {
    pub root: Strong,
    pub parent: Strong,
}

/// A record of the repository.
#[derive(Debug, Deserialize)]
pub(super) struct Stored {
    pub uri: String,
    #[serde(default)]
    pub cid: Option<String>,
    pub value: Value,
}

/// The answer to a record written.
#[derive(Debug, Deserialize)]
pub(super) struct Written {
    pub uri: String,
}

/// The answer to bytes uploaded: the blob is given back as it is.
#[derive(Debug, Deserialize)]
pub(super) struct Uploaded {
    pub blob: Value,
}

/// A post as the app view shows it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Post {
    pub uri: String,
    pub cid: String,
    pub record: Value,
    #[serde(default)]
    pub embed: Option<Value>,
    pub reply_count: Option<i64>,
    pub repost_count: Option<i64>,
    pub like_count: Option<i64>,
    pub quote_count: Option<i64>,
    pub bookmark_count: Option<i64>,
    /// How the account that asks stands to it.
    #[serde(default)]
    pub viewer: Value,
}

impl Post {
    /// The record of our like of it.
    pub(super) fn our_like(&self) -> Option<&str> {
        self.viewer.get("like")?.as_str()
    }

    pub(super) fn text(&self) -> String {
        text_of(&self.record)
    }

    /// The pictures of the post, alone or beside a quoted post.
    pub(super) fn pictures(&self) -> Vec<RemotePicture> {
        let Some(embed) = &self.embed else { return Vec::new() };
        let images = embed.get("images").or_else(|| embed.pointer("/media/images"));
        let shown = images.and_then(Value::as_array).into_iter().flatten();
        shown
            .filter_map(|image| {
                let alt_text = image["alt"].as_str().unwrap_or_default().to_owned();
                Some(RemotePicture { url: image["fullsize"].as_str()?.to_owned(), alt_text })
            })
            .collect()
    }
}

/// The words of a post's record.
pub(super) fn text_of(record: &Value) -> String {
    record["text"].as_str().unwrap_or_default().to_owned()
}

#[derive(Debug, Deserialize)]
pub(super) struct Posts {
    pub posts: Vec<Value>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Notifications {
    pub notifications: Vec<Value>,
    pub cursor: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Notification {
    pub uri: String,
    #[serde(default)]
    pub cid: Option<String>,
    pub author: Author,
    pub reason: String,
    pub reason_subject: Option<String>,
    #[serde(default)]
    pub record: Value,
    pub indexed_at: Timestamp,
}
