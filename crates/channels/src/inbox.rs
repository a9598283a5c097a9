use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What one poll of a channel brought.
#[derive(Debug, Clone, Default)]
pub struct InboxBatch {
    /// What people said and did, oldest first.
    pub items: Vec<InboxItem>,
    /// Where the next poll starts.
    pub cursor: Option<String>,
    /// Whether more is waiting: poll again at once.
    pub more: bool,
}

/// A part of what a network still gives when it is read again.
#[derive(Debug, Clone, Default)]
pub struct Reread {
    /// What people said and did, oldest first.
    pub items: Vec<InboxItem>,
    /// Where the reading goes on, further back; none at its end.
    pub next: Option<String>,
    /// How far back this part goes.
    pub reached: Option<Timestamp>,
}

database::text_enum! {
    /// What a network does not give when it is read again; screens say so beside each check.
    pub enum Blind {
        /// What was removed at the network since.
        Removed => "removed",
        /// What was dismissed from the account's notifications.
        Dismissed => "dismissed",
        /// Private messages.
        Direct => "direct",
        /// What is older than the network keeps.
        Old => "old",
    }
}

/// One thing that a person said to the account or did to its posts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InboxItem {
    /// Its lasting id at the network; the same item polled twice has the same id.
    pub remote_id: String,
    /// What it is.
    pub kind: ItemKind,
    /// Who.
    pub author: RemoteProfile,
    /// The words, as plain text; empty for a like.
    pub text: String,
    /// Its public address.
    pub url: Option<String>,
    /// When the network says.
    pub at: Timestamp,
    /// The message it answers.
    pub in_reply_to: Option<String>,
    /// The first post of the thread, or the post liked or shared.
    pub root: Option<String>,
    /// The words of that post, where the network gave them.
    pub root_text: Option<String>,
    /// The address of that post.
    pub root_url: Option<String>,
    /// Addresses of pictures joined to it.
    #[serde(default)]
    pub pictures: Vec<RemotePicture>,
    /// What a reply must give back to the network (content ids, visibility).
    #[serde(default)]
    pub data: serde_json::Value,
    /// What it says beside its words, for a letter: where one person may have several private
    /// threads, each with its subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Box<Letter>>,
}

/// What a letter says beside its words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What it is about, without the marks of an answer.
    #[serde(default)]
    pub subject: String,
    /// The letters before it in its thread, the first first; empty when it names none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thread: Vec<String>,
    /// Whether its subject says that it answers one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub answers: bool,
    /// What it repeats of earlier letters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quoted: String,
    /// The addresses it was sent to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    /// The files joined to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<JoinedFile>,
    /// What wrote it, when nobody did: nobody waits for an answer then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<Machine>,
    /// The letter of ours that it says did not arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undelivered: Option<Undelivered>,
}

/// A file joined to a letter; [`crate::connector::Inbox::file`] brings it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedFile {
    /// Its name, as its sender gave it.
    pub name: String,
    /// Its type, as its sender says.
    pub content_type: String,
    /// Its weight in bytes.
    pub size: u64,
}

database::text_enum! {
    /// What writes letters that nobody wrote.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Machine {
        /// An answer sent while someone is away.
        Absence => "absence",
        /// A notice that a letter did not arrive.
        Bounce => "bounce",
        /// A mailing list or a newsletter.
        List => "list",
        /// Any other program.
        Other => "other",
    }
}

/// A letter of ours that did not arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undelivered {
    /// The letter's id.
    pub letter: String,
    /// Why, in the words of the server that refused it.
    pub reason: String,
}

/// A picture at a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemotePicture {
    /// Its address.
    pub url: String,
    /// What it shows, where its author said.
    pub alt_text: String,
}

/// Someone at a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteProfile {
    /// Lasting id (a DID, a number with its server).
    pub remote_id: String,
    /// Handle, without a leading at sign.
    pub handle: String,
    /// Display name, or the handle.
    pub name: String,
    /// The profile's page.
    pub url: Option<String>,
    /// The profile's picture.
    pub avatar_url: Option<String>,
    /// How many follow them, where the network says it with what they wrote.
    #[serde(default)]
    pub followers: Option<i64>,
}

database::text_enum! {
    /// What an inbox item is.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum ItemKind {
        /// An answer to one of our posts or in its thread.
        Reply => "reply",
        /// A post that names the account.
        Mention => "mention",
        /// A post that quotes one of ours.
        Quote => "quote",
        /// A private message.
        Direct => "direct",
        /// An opinion left on a page of the brand, with or without a mark.
        Review => "review",
        /// A like on one of our posts.
        Like => "like",
        /// A share of one of our posts.
        Share => "share",
        /// A new follower.
        Follow => "follow",
    }
}
