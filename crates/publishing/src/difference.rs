//! What changed between two texts, word by word, for people to read.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

/// A run of words of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Whether it stayed, went or came.
    pub kind: Change,
    /// The words, with the spaces around them.
    pub text: String,
}

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// In both texts.
    Kept,
    /// Only in the first.
    Removed,
    /// Only in the second.
    Added,
}

/// What must be done to `before` to say `after`. Long texts that share little are compared
/// coarsely rather than slowly.
///
/// ```
/// use publishing::difference::{Change, between};
/// let pieces = between("La bûche est là", "La galette est là");
/// let changed: Vec<_> = pieces.iter().filter(|p| p.kind != Change::Kept).collect();
/// assert_eq!(changed[0].text, "bûche");
/// assert_eq!(changed[1].text, "galette");
/// ```
pub fn between(before: &str, after: &str) -> Vec<Piece> {
    let diff = TextDiff::configure().timeout(Duration::from_millis(20)).diff_words(before, after);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => Change::Kept,
            ChangeTag::Delete => Change::Removed,
            ChangeTag::Insert => Change::Added,
        };
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => pieces.push(Piece { kind, text: change.value().to_owned() }),
        }
    }
    pieces
}

/// How many words came and how many went.
pub fn extent(before: &str, after: &str) -> (usize, usize) {
    let words = |kind| {
        let of_kind = between(before, after).into_iter().filter(|piece| piece.kind == kind);
        of_kind.map(|piece| piece.text.split_whitespace().count()).sum()
    };
    (words(Change::Added), words(Change::Removed))
}
