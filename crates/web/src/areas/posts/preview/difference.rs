//! What a text says otherwise than another, word by word.

use maud::{Markup, html};
use publishing::difference::{Change, between, extent};

use super::{Live, ShownChannel};
use crate::words::{Words, args};

/// Both texts as one: what went is struck out, what came is underlined.
pub(crate) fn compared(before: &str, after: &str) -> Markup {
    html! {
        @for piece in between(before, after) {
            @match piece.kind {
                Change::Kept => (piece.text),
                Change::Removed => del { (piece.text) },
                Change::Added => ins { (piece.text) },
            }
        }
    }
}

/// How much changed: « 3 mots ajoutés, 1 retiré ».
pub(crate) fn extent_words(words: &Words, before: &str, after: &str) -> String {
    let (added, removed) = extent(before, after);
    words.tn("posts-difference-extent", args![added => added, removed => removed])
}

impl Live<'_> {
    /// What a channel's own text says otherwise than the common one.
    pub(crate) fn difference(&self, channel: &ShownChannel, index: usize) -> Markup {
        let own = self.draft.own.iter().find(|(id, _)| *id == channel.id);
        html! {
            div id={ "difference-" (index) } {
                @if let Some((_, own)) = own {
                    details.disclosure.composer-difference {
                        summary { (self.words.t("posts-difference")) " " span.muted.small { (extent_words(self.words, &self.draft.text, own)) } }
                        p.difference { (compared(&self.draft.text, own)) }
                    }
                }
            }
        }
    }
}
