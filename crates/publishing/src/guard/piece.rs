//! A post cut into the texts that its channels will show, each read once.

use channels::Channel;
use language::{Guess, Reading, Shingles, identify};
use primitives::Id;

use crate::post::{Post, Variant};

/// What one or several channels will show.
pub(super) struct Text {
    /// The channels that show it; none for a post that has no channel yet.
    pub channels: Vec<Id<Channel>>,
    /// Whether every channel of the post shows it.
    pub for_all: bool,
    /// The text that comes first.
    pub first: String,
    /// Everything that is shown: the text, the posts of the thread, the first comment.
    pub whole: String,
    pub reading: Reading,
    pub guess: Guess,
    pub shingles: Shingles,
}

/// A post, read.
pub(super) struct Piece<'a> {
    pub post: &'a Post,
    pub texts: Vec<Text>,
}

impl<'a> Piece<'a> {
    pub fn of(post: &'a Post) -> Self {
        let mut told: Vec<(String, String, Vec<Id<Channel>>)> = Vec::new();
        for variant in &post.variants {
            let (first, whole) = shown(post, Some(variant));
            match told.iter_mut().find(|(f, w, _)| *f == first && *w == whole) {
                Some((.., channels)) => channels.push(variant.channel),
                None => told.push((first, whole, vec![variant.channel])),
            }
        }
        if told.is_empty() {
            let (first, whole) = shown(post, None);
            told.push((first, whole, Vec::new()));
        }
        let one = told.len() == 1;
        let texts = told.into_iter().map(|(first, whole, channels)| Text {
            reading: Reading::of(&whole),
            guess: identify(&first),
            shingles: Shingles::of(&first),
            channels,
            for_all: one,
            first,
            whole,
        });
        Self { post, texts: texts.collect() }
    }
}

impl Text {
    /// The channels that a finding about the text is for: `None` once for all of them.
    pub fn concerned(&self) -> Vec<Option<Id<Channel>>> {
        if self.for_all {
            return vec![None];
        }
        self.channels.iter().copied().map(Some).collect()
    }
}

/// The text that comes first, and everything with it.
fn shown(post: &Post, variant: Option<&Variant>) -> (String, String) {
    let first = variant.map_or(post.text.as_str(), |variant| post.text_of(variant));
    let thread = variant.and_then(|v| v.extras.thread.as_ref()).unwrap_or(&post.extras.thread);
    let comment = variant
        .and_then(|v| v.extras.first_comment.as_ref())
        .or(post.extras.first_comment.as_ref());
    let mut whole = first.to_owned();
    for more in thread.iter().chain(comment).filter(|more| !more.trim().is_empty()) {
        whole.push_str("\n\n");
        whole.push_str(more);
    }
    (first.to_owned(), whole)
}
