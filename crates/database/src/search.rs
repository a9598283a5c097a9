//! Finding texts by their words: the one thing that each engine does in its own language (FTS5
//! and tsvector). What a word is, its folding and its stems are the caller's; here words are
//! opaque, kept apart by brand, and texts are numbers that sort by time.
//!
//! Each word is written with its brand's mark in front, so that a brand's common words cost
//! nothing to another. A text is found when it holds one of the words of every group.

use uuid::Uuid;

use crate::{Dialect, Error, IntoValue, Params, Tx};

/// The longest word that is kept, in characters.
const LONGEST: usize = 32;
/// The longest beginning that is indexed, in letters: what is longer is found by its first ones.
const LONGEST_BEGINNING: usize = 10;
/// How many texts PostgreSQL sorts at most; a search that finds more walks them by time.
const SORTED: i64 = 4_000;

/// One of the words that a group of a [`Search`] takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// This word.
    Word(String),
    /// Any word that begins so.
    Beginning(String),
}

/// What is looked for: of each group, one word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search(pub Vec<Vec<Wanted>>);

/// A text to be found: its number, which sorts by time, and its words.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its number.
    pub key: i64,
    /// Its words, already folded; each once is enough.
    pub words: Vec<String>,
}

/// Indexes texts of a brand; a number that is there already is replaced.
///
/// # Errors
/// What the database met.
pub async fn index(brand: Uuid, mut entries: Vec<Entry>, tx: &mut Tx) -> Result<(), Error> {
    entries.sort_by_key(|entry| entry.key);
    let mark = mark(brand);
    let rows = entries.into_iter().map(|entry| {
        let mut words: Vec<String> =
            entry.words.iter().map(|word| format!("{mark}{}", safe(word))).collect();
        words.sort_unstable();
        words.dedup();
        vec![entry.key.into_value(), words.join(" ").into_value()]
    });
    let rows: Vec<Params> = rows.collect();
    let text = match tx.dialect() {
        Dialect::Sqlite => "INSERT OR REPLACE INTO message_words (rowid, words) VALUES ($1, $2)",
        Dialect::Postgres => {
            "INSERT INTO message_words (search_key, words) VALUES ($1, CAST($2 AS TEXT)::tsvector)
             ON CONFLICT (search_key) DO UPDATE SET words = excluded.words"
        }
    };
    tx.execute_many(text, rows).await.map(drop)
}

/// Forgets texts.
///
/// # Errors
/// What the database met.
pub async fn forget(keys: &[i64], tx: &mut Tx) -> Result<(), Error> {
    let text = match tx.dialect() {
        Dialect::Sqlite => "DELETE FROM message_words WHERE rowid = $1",
        Dialect::Postgres => "DELETE FROM message_words WHERE search_key = $1",
    };
    let rows = keys.iter().map(|key| vec![key.into_value()]).collect();
    tx.execute_many(text, rows).await.map(drop)
}

/// The texts found, the latest first, before a number if one is given.
///
/// # Errors
/// What the database met.
pub async fn find(
    brand: Uuid,
    search: &Search,
    before: Option<i64>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<i64>, Error> {
    if search.0.is_empty() || search.0.iter().any(Vec::is_empty) {
        return Ok(Vec::new());
    }
    let before = before.unwrap_or(i64::MAX);
    match tx.dialect() {
        Dialect::Sqlite => {
            let wanted = expression(brand, search, " AND ", " OR ", |word| format!("\"{word}\" *"));
            // The index itself walks its texts by number.
            let text = "SELECT rowid AS search_key FROM message_words WHERE message_words MATCH $1
                AND rowid < $2 ORDER BY rowid DESC LIMIT $3";
            keys(text, vec![wanted.into_value(), before.into_value(), limit.into_value()], tx).await
        }
        Dialect::Postgres => {
            let wanted = expression(brand, search, " & ", " | ", |word| format!("{word}:*"));
            find_in_postgres(wanted, before, limit, tx).await
        }
    }
}

/// PostgreSQL's index gives its texts in no order. Few are sorted; many are met soon by walking
/// the latest ones.
async fn find_in_postgres(
    wanted: String,
    before: i64,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<i64>, Error> {
    let text =
        "SELECT search_key FROM message_words WHERE words @@ CAST(CAST($1 AS TEXT) AS tsquery)
        AND search_key < $2 LIMIT $3";
    let values = vec![wanted.clone().into_value(), before.into_value(), SORTED.into_value()];
    let mut found = keys(text, values, tx).await?;
    if found.len() < usize::try_from(SORTED).unwrap_or(usize::MAX) {
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.truncate(limit);
        return Ok(found);
    }
    // The sum keeps the planner on the primary key.
    let text = "SELECT search_key FROM message_words WHERE search_key < $2
        AND (words @@ CAST(CAST($1 AS TEXT) AS tsquery)) IS TRUE ORDER BY search_key DESC LIMIT $3";
    keys(text, vec![wanted.into_value(), before.into_value(), limit.into_value()], tx).await
}

async fn keys(text: &str, values: Params, tx: &mut Tx) -> Result<Vec<i64>, Error> {
    tx.query(text, values).await?.iter().map(|row| row.get("search_key")).collect()
}

fn expression(
    brand: Uuid,
    search: &Search,
    and: &str,
    or: &str,
    beginning: impl Fn(&str) -> String,
) -> String {
    let mark = mark(brand);
    let one = |wanted: &Wanted| match wanted {
        Wanted::Word(word) => format!("{mark}{}", safe(word)),
        Wanted::Beginning(word) => beginning(&format!("{mark}{}", start(word))),
    };
    let group = |group: &Vec<Wanted>| {
        let words: Vec<String> = group.iter().map(one).collect();
        format!("({})", words.join(or))
    };
    search.0.iter().map(group).collect::<Vec<_>>().join(and)
}

/// What stands before the words of a brand.
fn mark(brand: Uuid) -> String {
    let bytes = brand.as_bytes();
    let tail = u32::from_be_bytes([bytes[12], bytes[13], bytes[14], bytes[15]]);
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz012345";
    let letter = |place: u32| char::from(LETTERS[((tail >> (5 * place)) & 31) as usize]);
    ['b'].into_iter().chain((0..5).map(letter)).collect()
}

/// As much of a beginning as the index of beginnings holds.
fn start(word: &str) -> String {
    let mut written = safe(word);
    written.truncate(LONGEST_BEGINNING);
    written
}

/// A word of letters and digits of ASCII only, so that neither engine cuts or quotes it.
fn safe(word: &str) -> String {
    let mut written = String::with_capacity(word.len());
    for c in word.chars().take(LONGEST) {
        match c {
            c if c.is_ascii_alphanumeric() => written.push(c.to_ascii_lowercase()),
            other => written.push_str(&format!("x{:x}x", u32::from(other))),
        }
    }
    written
}
