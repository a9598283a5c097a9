use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What came of sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is there.
    Published(Remote),
    /// The network took it and is not done; ask about `handle` after `check_after`.
    Processing {
        /// What to ask about.
        handle: String,
        /// When to ask.
        check_after: Timestamp,
    },
    /// The request left and no answer can be trusted: it may be there.
    Uncertain {
        /// What was seen, for the publication's timeline.
        detail: String,
    },
}

/// A piece at a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remote {
    /// Its lasting id there (an AT URI, a status number).
    pub id: String,
    /// Its public address.
    pub url: Option<String>,
    /// When the network says it appeared.
    pub at: Option<Timestamp>,
}

/// What reading back showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It is there.
    There(Remote),
    /// The network was read far enough back, and it is not there.
    Absent,
    /// Reading back can't tell: a person must look. The pieces that may be it.
    CannotTell(Vec<Remote>),
}

/// Why a call to a network did not do what was asked. For a `send`, every one of these means
/// that the network certainly did not accept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NetworkError {
    /// Passing trouble: the server could not be reached, or said that it is unwell.
    #[error("passing trouble: {detail}")]
    Retry {
        /// What was seen.
        detail: String,
        /// How long the network asked to wait.
        after: Option<SignedDuration>,
    },
    /// Too many requests.
    #[error("the network asks to wait until {until}")]
    RateLimited {
        /// When requests are welcome again.
        until: Timestamp,
    },
    /// The credentials no longer work: a person must connect the channel again.
    #[error("the network refuses the credentials: {detail}")]
    Reauthorize {
        /// What the network said.
        detail: String,
    },
    /// The network refuses this content or this request; trying again changes nothing.
    #[error("refused: {reason:?}: {detail}")]
    Rejected {
        /// What was wrong, in a form that screens can word.
        reason: Rejection,
        /// What the network said.
        detail: String,
    },
    /// The network cannot do this.
    #[error("this network can't do this: {what}")]
    Unsupported {
        /// What was asked.
        what: String,
    },
}

/// Why a network refuses, with what a person can do about each worded by the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// Longer than the network takes.
    TextTooLong,
    /// Nothing to publish.
    Empty,
    /// A picture it can't take (kind, weight, dimensions).
    Media,
    /// More pictures than it takes.
    TooManyMedia,
    /// The post answered is gone.
    ReplyTargetGone,
    /// The same text was published just before.
    Duplicate,
    /// The account may not do this (suspended, scope missing).
    Forbidden,
    /// The server's address is wrong, or is not a server of this network.
    NotThisNetwork,
    /// The name or password is wrong.
    WrongCredentials,
    /// The server asks for a code sent by e-mail or an app: use an app password.
    SecondFactor,
    /// The provider takes a password made for applications only, not the account's own.
    AppPassword,
    /// The provider lets nobody in by password.
    NoPasswords,
    /// The server does not prove who it is, or does not encrypt.
    NotSecure,
    /// The server that sends is refused, though the one that receives is not.
    SendingRefused,
    /// Which servers to use is not known: they must be given.
    ServersUnknown,
    /// Anything else; the network's own words are in the detail.
    Other,
}

impl Rejection {
    /// The key that screens word it by.
    pub fn key(self) -> &'static str {
        match self {
            Rejection::TextTooLong => "text_too_long",
            Rejection::Empty => "empty",
            Rejection::Media => "media",
            Rejection::TooManyMedia => "too_many_media",
            Rejection::ReplyTargetGone => "reply_target_gone",
            Rejection::Duplicate => "duplicate",
            Rejection::Forbidden => "forbidden",
            Rejection::NotThisNetwork => "not_this_network",
            Rejection::WrongCredentials => "wrong_credentials",
            Rejection::SecondFactor => "second_factor",
            Rejection::AppPassword => "app_password",
            Rejection::NoPasswords => "no_passwords",
            Rejection::NotSecure => "not_secure",
            Rejection::SendingRefused => "sending_refused",
            Rejection::ServersUnknown => "servers_unknown",
            Rejection::Other => "other",
        }
    }
}
