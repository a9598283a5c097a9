//! Acting on what is said at a network: liking, hiding, deleting.

use async_trait::async_trait;
use serde_json::Value;

use crate::call::Call;
use crate::outcome::NetworkError;

database::text_enum! {
    /// One thing that may be done to a piece at a network. Each may be asked twice: the second
    /// time changes nothing.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Act {
        /// The account likes it.
        Like => "like",
        /// It likes it no more.
        Unlike => "unlike",
        /// It is hidden under our post.
        Hide => "hide",
        /// It is shown again.
        Unhide => "unhide",
        /// It is deleted for good.
        Delete => "delete",
    }
}

/// A piece at a network, as acts need it.
#[derive(Debug, Clone, Default)]
pub struct Piece {
    /// Its lasting id.
    pub remote_id: String,
    /// Whether the account itself wrote it.
    pub ours: bool,
    /// The first post of its thread.
    pub root: Option<String>,
    /// What the network gave with it.
    pub data: Value,
}

/// Acting on pieces. What a network does not offer on a piece, it does not offer on screen.
#[async_trait]
pub trait Moderate: Send + Sync {
    /// Which acts the network offers the account (by its lasting id) on this piece.
    fn offers(&self, account: &str, piece: &Piece) -> Vec<Act>;
    /// Does it, or finds it done already.
    async fn act(&self, call: &Call, act: Act, piece: &Piece) -> Result<(), NetworkError>;
    /// What an answer must give back to the network so that only the person answered reads it;
    /// `None` where the network offers no such thing on this piece.
    fn privately(&self, piece: &Piece) -> Option<Value>;
    /// Whether the network lets the account block people: they write to it no more.
    fn blocks(&self) -> bool {
        false
    }
    /// Blocks someone (by their lasting id), or lets them back; asked twice, the second time
    /// changes nothing. Muting someone at the network is left out on purpose: what they write
    /// would no longer reach those who moderate.
    async fn block(&self, _: &Call, _: &str, _: bool) -> Result<(), NetworkError> {
        Err(NetworkError::Unsupported { what: "block".to_owned() })
    }
}
