//! A text as networks mark it: links, mentions and hashtags coloured.

use maud::{Markup, html};
use primitives::text::{EntityKind, entities};

/// A text with its links, mentions and hashtags coloured, and what is too long marked.
pub(crate) fn marked(text: &str, over: Option<usize>) -> Markup {
    let mut at = 0;
    let mut pieces: Vec<(std::ops::Range<usize>, bool)> = Vec::new();
    for entity in entities(text) {
        if entity.kind == EntityKind::Cashtag || entity.range.start < at {
            continue;
        }
        pieces.push((at..entity.range.start, false));
        pieces.push((entity.range.clone(), true));
        at = entity.range.end;
    }
    pieces.push((at..text.len(), false));
    let over = over.unwrap_or(text.len());
    html! {
        @for (range, linked) in pieces {
            @let cut = over.clamp(range.start, range.end);
            (piece(&text[range.start..cut], linked, false))
            (piece(&text[cut..range.end], linked, true))
        }
    }
}

fn piece(text: &str, linked: bool, over: bool) -> Markup {
    let class = match (linked, over) {
        (false, false) => return html! { (text) },
        (true, false) => "preview-link",
        (_, true) => "over",
    };
    html! { @if !text.is_empty() { span class=(class) { (text) } } }
}
