//! Hashtags and cashtags.

use super::chars::{is_mark, is_word, run};
use super::{Entity, EntityKind, Step};

/// Joins words within a hashtag, never ends one.
const JOINERS: [char; 4] = ['·', '・', '\u{200c}', '\u{200d}'];

/// The hashtag whose sign stands at `at`, if it is one.
pub(super) fn hashtag_at(text: &str, at: usize, sign: char, before: Option<char>) -> Step {
    let start = at + sign.len_utf8();
    let all = run(&text[start..], is_tag_char);
    let word = text[start..start + all].trim_end_matches(JOINERS);
    if word.is_empty() || word.starts_with(JOINERS) {
        return Step::Next;
    }
    let end = start + word.len();
    let after = &text[end..];
    let refused = before.is_some_and(refuses_hashtag)
        || !word.chars().any(|c| c.is_alphabetic() || is_mark(c))
        || after.starts_with("://")
        || after.starts_with(['#', '＃']);
    if refused {
        return Step::Skip(end);
    }
    Step::Found(Entity { range: at..end, kind: EntityKind::Hashtag })
}

fn refuses_hashtag(before: char) -> bool {
    before.is_alphanumeric()
        || is_mark(before)
        || matches!(before, '_' | '&' | '/' | '#' | '＃' | '@' | '＠')
}

fn is_tag_char(c: char) -> bool {
    c.is_alphanumeric()
        || is_mark(c)
        || JOINERS.contains(&c)
        // Hebrew maqaf, geresh and gershayim; Tibetan tsheg; ditto mark, wave dash, full-width tilde.
        || matches!(c, '_' | '\u{5be}' | '\u{5f3}' | '\u{5f4}' | '\u{f0b}' | '\u{3003}'
            | '\u{301c}' | '\u{ff5e}')
}

/// The cashtag whose sign stands at `at`: one to six letters, and perhaps a market of one or two.
pub(super) fn cashtag_at(text: &str, at: usize, before: Option<char>) -> Step {
    let start = at + 1;
    let symbol = run(&text[start..], |c| c.is_ascii_alphabetic());
    if symbol == 0 {
        return Step::Next;
    }
    let mut end = start + symbol;
    if let Some(market) = text[end..].strip_prefix(['.', '_']) {
        let length = run(market, |c| c.is_ascii_alphabetic());
        let ends = !market[length..].starts_with(is_wordlike);
        if matches!(length, 1 | 2) && ends {
            end += 1 + length;
        }
    }
    let refused = symbol > 6
        || before.is_some_and(|c| !c.is_whitespace() && c != '(')
        || text[end..].starts_with(is_wordlike)
        || text[end..].starts_with("://");
    if refused {
        return Step::Skip(end);
    }
    Step::Found(Entity { range: at..end, kind: EntityKind::Cashtag })
}

fn is_wordlike(c: char) -> bool {
    is_word(c) || c == '_'
}
