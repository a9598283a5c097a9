//! `&amp;` and the like, which some networks' exports leave in texts.

use std::borrow::Cow;

const KNOWN: [(&str, &str); 8] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&apos;", "'"),
    ("&nbsp;", " "),
    ("<br />", " "),
];

/// The text with what stands for its characters replaced by them.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') && !text.contains("<br") {
        return Cow::Borrowed(text);
    }
    let mut text = text.to_owned();
    for (written, meant) in KNOWN {
        if text.contains(written) {
            text = text.replace(written, meant);
        }
    }
    Cow::Owned(text)
}
