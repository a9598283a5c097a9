//! Character classes shared by the detectors.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// Scripts written without spaces: a link, mention or tag may follow their letters directly.
pub(super) const fn is_unspaced_script(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

/// A letter, mark or digit of a script that separates its words.
pub(super) fn is_word(c: char) -> bool {
    !is_unspaced_script(c) && (c.is_alphanumeric() || is_mark(c))
}

/// A combining mark of a letter; the marks that make emoji are not.
pub(super) fn is_mark(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Mark
        && !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{20d0}'..='\u{20ff}')
}

/// A letter that a host written without scheme may hold: ASCII and accented Latin.
pub(super) const fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
            && !matches!(c, '\u{d7}' | '\u{f7}')
}

/// Byte length of the longest prefix of `text` whose characters all satisfy `accepted`.
pub(super) fn run(text: &str, accepted: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !accepted(c)).unwrap_or(text.len())
}
