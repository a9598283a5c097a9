//! Mentions: `@name`, `@name@server.example`, `@name.example`.

use super::chars::{is_latin, is_word, run};
use super::{Entity, EntityKind, Step, host};

/// The mention whose sign stands at `at`, if it is one.
pub(super) fn at(text: &str, at: usize, sign: char, before: Option<char>) -> Step {
    let name_start = at + sign.len_utf8();
    let length = name_length(&text[name_start..]);
    if length == 0 {
        return Step::Next;
    }
    let name_end = name_start + length;
    if before.is_some_and(refuses_mention) {
        return Step::Skip(name_end);
    }
    let after = &text[name_end..];
    if after.starts_with("://") || after.starts_with(is_latin) {
        return Step::Skip(name_end);
    }
    let (end, server) = match after.strip_prefix('@') {
        None => (name_end, None),
        Some(rest) => match server_length(rest) {
            // `@a@b` is too close to a mail address to be anybody.
            0 => return Step::Skip(name_end + 1 + name_length(rest)),
            length => (name_end + 1 + length, Some(name_end + 1..name_end + 1 + length)),
        },
    };
    Step::Found(Entity { range: at..end, kind: EntityKind::Mention { server } })
}

fn refuses_mention(before: char) -> bool {
    is_word(before)
        || matches!(before, '_' | '!' | '#' | '＃' | '$' | '%' | '&' | '*' | '@' | '＠' | '/')
}

/// Byte length of the name at the start of `rest`. A domain is taken whole; otherwise hyphens
/// end the name, and so does a dot unless a small letter, a digit or `_` follows it.
fn name_length(rest: &str) -> usize {
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
        return 0;
    }
    let all = run(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'));
    let whole = rest[..all].trim_end_matches(['.', '-']);
    if host::is_domain(whole) {
        return whole.len();
    }
    let bytes = whole.as_bytes();
    (0..bytes.len())
        .find(|&i| match bytes[i] {
            b'-' => true,
            b'.' => !bytes
                .get(i + 1)
                .is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'_'),
            _ => false,
        })
        .unwrap_or(bytes.len())
}

/// Byte length of the server after the second `@`, 0 if it is no domain.
fn server_length(rest: &str) -> usize {
    let all = run(rest, |c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    host::domain_prefix(&rest[..all]).unwrap_or(0)
}
