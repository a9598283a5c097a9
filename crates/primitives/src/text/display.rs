//! Shortening for display. What is shortened is never sent.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// `text` in at most `max` graphemes, cut between words where a space is near, ending in `…`.
#[must_use]
pub fn shorten(text: &str, max: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.grapheme_indices(true).nth(max) else {
        return Cow::Borrowed(text);
    };
    let Some((room, _)) = text[..end].grapheme_indices(true).next_back() else {
        return Cow::Borrowed("");
    };
    let kept = &text[..room];
    let cut_in_word = text[room..].chars().next().is_some_and(|c| !c.is_whitespace());
    let kept = match kept.rfind(char::is_whitespace) {
        Some(space) if cut_in_word && space * 3 >= kept.len() * 2 => &kept[..space],
        _ => kept,
    };
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// A link as people read it: no scheme, no `www.`, no final slash, at most `max` graphemes.
#[must_use]
pub fn shorten_url(url: &str, max: usize) -> String {
    let bare = without_scheme(url);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let bare = bare.strip_suffix('/').unwrap_or(bare);
    match bare.grapheme_indices(true).nth(max) {
        None => bare.to_owned(),
        Some(_) if max == 0 => String::new(),
        Some(_) => {
            let kept: String = bare.graphemes(true).take(max - 1).collect();
            format!("{kept}…")
        }
    }
}

/// The link without `http://` or `https://`, whatever their case.
pub(super) fn without_scheme(url: &str) -> &str {
    ["https://", "http://"]
        .iter()
        .find_map(|scheme| {
            let head = url.get(..scheme.len())?;
            head.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
        })
        .unwrap_or(url)
}
