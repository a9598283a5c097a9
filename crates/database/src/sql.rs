//! SQL texts: their registry, and the little that is done to them.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// A static SQL text of the program, registered by [`sql!`](crate::sql) so that a test can prepare
/// every one of them on both engines: what a compile-time check would have given.
#[derive(Debug, Clone, Copy)]
pub struct RegisteredSql {
    /// The text.
    pub text: &'static str,
    /// Source file.
    pub file: &'static str,
    /// Line in the file.
    pub line: u32,
}

inventory::collect!(RegisteredSql);

/// Every text written through [`sql!`](crate::sql) in the crates linked into this program, by file and line.
pub fn registered_sql() -> impl Iterator<Item = &'static RegisteredSql> {
    let mut all: Vec<_> = inventory::iter::<RegisteredSql>().collect();
    all.sort_by_key(|sql| (sql.file, sql.line));
    all.into_iter()
}

/// A static SQL text: registers it and evaluates to `&'static str`. Several literals are joined, so that
/// a shared list of columns can be a `macro_rules!` of literals: `sql!("SELECT ", columns!(), " FROM post")`.
#[macro_export]
macro_rules! sql {
    ($($text:expr),+ $(,)?) => {{
        const TEXT: &str = ::core::concat!($($text),+);
        $crate::inventory::submit! {
            $crate::RegisteredSql { text: TEXT, file: ::core::file!(), line: ::core::line!() }
        }
        TEXT
    }};
}

/// `$first, $first+1, …`: `count` placeholders for an `IN (…)` whose length is known at run time.
/// With `count` 0 it is `NULL`, which no value is in.
pub fn placeholders(first: usize, count: usize) -> String {
    if count == 0 {
        return "NULL".to_owned();
    }
    let mut text = String::with_capacity(count * 5);
    for n in first..first + count {
        if n > first {
            text.push_str(", ");
        }
        text.push('$');
        text.push_str(&n.to_string());
    }
    text
}

/// `values` in groups of at most 512, each filled up to a power of two by repeating its last value:
/// for an `IN (…)` over a list of any length, with few different texts to prepare.
pub fn in_groups<T: Clone>(values: &[T]) -> impl Iterator<Item = Vec<T>> + '_ {
    values.chunks(512).map(|chunk| {
        let mut group = chunk.to_vec();
        group.resize(chunk.len().next_power_of_two(), chunk[chunk.len() - 1].clone());
        group
    })
}

/// The texts as SQLite wants them, kept: the same ones come again and again.
#[derive(Default)]
pub(crate) struct SqliteTexts(RwLock<HashMap<Box<str>, Arc<str>>>);

impl SqliteTexts {
    /// Beyond this many (texts built at run time without end), new ones are no longer kept.
    const KEPT: usize = 4096;

    pub(crate) fn get(&self, sql: &str) -> Arc<str> {
        if let Some(text) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(sql) {
            return text.clone();
        }
        let text: Arc<str> = to_sqlite(sql).into();
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < Self::KEPT {
            kept.insert(sql.into(), text.clone());
        }
        text
    }
}

/// Rewrites `$N` to `?N`: in SQLite `$1` is a *named* parameter, numbered by its first appearance.
/// Texts, quoted names and comments are left alone.
pub(crate) fn to_sqlite(sql: &str) -> String {
    let bytes = sql.as_bytes();
    let mut out = String::with_capacity(sql.len());
    let mut copied = 0;
    let mut at = 0;
    while at < bytes.len() {
        let next = bytes.get(at + 1).copied();
        match bytes[at] {
            quote @ (b'\'' | b'"') => at = skip_past(bytes, at + 1, &[quote]),
            b'-' if next == Some(b'-') => at = skip_past(bytes, at + 2, b"\n"),
            b'/' if next == Some(b'*') => at = skip_past(bytes, at + 2, b"*/"),
            b'$' if next.is_some_and(|b| b.is_ascii_digit()) => {
                out.push_str(&sql[copied..at]);
                out.push('?');
                at += 1;
                copied = at;
            }
            _ => at += 1,
        }
    }
    out.push_str(&sql[copied..]);
    out
}

/// The place just after the next `end` (doubled quotes are two texts side by side: the same result).
fn skip_past(bytes: &[u8], from: usize, end: &[u8]) -> usize {
    bytes[from.min(bytes.len())..]
        .windows(end.len())
        .position(|window| window == end)
        .map_or(bytes.len(), |found| from + found + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_become_question_marks_outside_of_texts_names_and_comments() {
        assert_eq!(to_sqlite("a = $2 AND b = $1"), "a = ?2 AND b = ?1");
        assert_eq!(to_sqlite("'$1 l''été $2' || $10"), "'$1 l''été $2' || ?10");
        assert_eq!(to_sqlite("\"$1\" -- $1\n $1 /* $2 ' */ $3"), "\"$1\" -- $1\n ?1 /* $2 ' */ ?3");
        assert_eq!(to_sqlite("'open $1"), "'open $1");
        assert_eq!(to_sqlite("$a $"), "$a $");
    }

    #[test]
    fn a_list_is_asked_in_few_sizes() {
        let sizes = |n: usize| in_groups(&vec![7; n]).map(|group| group.len()).collect::<Vec<_>>();
        assert_eq!(sizes(0), [0; 0]);
        assert_eq!(sizes(3), [4]);
        assert_eq!(sizes(1100), [512, 512, 128]);
    }

    #[test]
    fn placeholders_are_numbered_from_the_first() {
        assert_eq!(placeholders(2, 3), "$2, $3, $4");
        assert_eq!(placeholders(2, 0), "NULL");
    }
}
