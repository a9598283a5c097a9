//! What people typed, as it is kept: PostgreSQL takes no NUL, and browsers end lines
//! with two characters.

/// Words on several lines, without what is empty around them.
pub(crate) fn words(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\0', "").trim().to_owned()
}

/// A name or a title: one line, with one space between words.
pub(crate) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\0', "")
}
