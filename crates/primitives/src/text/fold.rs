//! Folding for search.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// `text` as search compares it: compatibility forms unified (NFKD), accents stripped, `œ`, `æ`,
/// `ß` and their kin spelled out, lower case, curly apostrophes straightened, invisible
/// characters dropped. Marks that change the letter in Indic scripts and Japanese (nukta, virama,
/// voicing) are kept, since without them it is another word. Folding twice changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    // Lower-casing may bring marks or compatibility characters back: a second, usually idle,
    // decomposition removes them.
    let lowered: String = text.nfkd().filter(is_kept).flat_map(char::to_lowercase).collect();
    let mut folded = String::with_capacity(lowered.len());
    for c in lowered.nfkd().filter(is_kept) {
        match spelled_out(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded.nfc().collect()
}

fn is_kept(c: &char) -> bool {
    !is_stripped_mark(*c) && !is_invisible(*c)
}

fn is_stripped_mark(c: char) -> bool {
    !matches!(canonical_combining_class(c), 0 | 7 | 8 | 9)
}

/// Characters that take no room: joiners, direction marks, soft hyphens, variation selectors.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

const fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => "'",
        _ => return None,
    })
}
