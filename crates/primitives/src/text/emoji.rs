//! Which grapheme clusters are emoji.

use unicode_properties::UnicodeEmoji;

const TEXT_PRESENTATION: char = '\u{fe0e}';
const EMOJI_PRESENTATION: char = '\u{fe0f}';
const KEYCAP: char = '\u{20e3}';

/// Whether a grapheme cluster is shown as an emoji: a pictograph with its modifiers and joiners,
/// a flag, or a keycap. Digits, `#`, `*`, © and ® are not, unless the cluster says otherwise.
pub(super) fn is_emoji(cluster: &str) -> bool {
    let Some(first) = cluster.chars().next() else {
        return false;
    };
    if first.is_ascii() {
        return first.is_emoji_char() && cluster.contains(KEYCAP);
    }
    if !first.is_emoji_char() || cluster.contains(TEXT_PRESENTATION) {
        return false;
    }
    !matches!(first, '©' | '®') || cluster.contains(EMOJI_PRESENTATION)
}
