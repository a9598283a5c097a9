//! Finding messages by their words, accents, capitals and endings apart.
//!
//! Each message is indexed under its folded words and their French or English stems (both where
//! its language is not sure), with its author's name and handle. A job indexes what came, newest
//! first; a message has no number until then, so that it may stop and go on at any time.

mod store;

use std::collections::{BTreeSet, HashMap};

use database::search::{Entry, Search, Wanted};
use database::{Database, Error, Tx};
use jiff::Timestamp;
use language::{Reading, Spoken, identify, stem};
use platform::{Actor, Right};
use primitives::Id;
use primitives::text::{fold, shorten};

use crate::conversation::{Conversation, ConversationError, ConversationRow, Filter};
use crate::message::Message;

/// How many messages are indexed in one transaction.
const AT_ONCE: usize = 500;
/// How many transactions one run of the job makes at most.
const ROUNDS: usize = 8;
/// The most words of a message, or of a search, that are looked at.
const MOST_WORDS: usize = 400;
/// How many messages are looked at in one trip, and how many trips a page takes at most.
const LOOKED_AT: usize = 200;
const TRIPS: usize = 4;
/// How much of a message a search shows, in graphemes.
const EXCERPT: usize = 160;

/// A conversation found, with its latest message that holds the words.
#[derive(Debug, Clone)]
pub struct Found {
    /// The conversation, and who it is with.
    pub row: ConversationRow,
    /// The message.
    pub message: Id<Message>,
    /// Its words around what was looked for, on one line.
    pub excerpt: String,
    /// When it was said.
    pub sent_at: Timestamp,
}

/// A page of what was found, the latest message first.
#[derive(Debug, Clone, Default)]
pub struct FoundPage {
    /// The conversations.
    pub found: Vec<Found>,
    /// Where the next page begins: give it as `before`.
    pub next: Option<i64>,
}

impl Conversation {
    /// The conversations where someone said these words (of the last, a beginning is enough),
    /// narrowed by `filter`, whose place is left aside: give `before` instead.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn search(
        words: &str,
        filter: &Filter,
        before: Option<i64>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<FoundPage, ConversationError> {
        actor.must(Right::Read)?;
        let search = wanted(words);
        let limit = filter.limit.clamp(1, 100);
        let mut page = FoundPage { found: Vec::new(), next: before };
        let mut seen = BTreeSet::new();
        for _ in 0..TRIPS {
            let brand = actor.brand().uuid();
            let keys = database::search::find(brand, &search, page.next, LOOKED_AT, tx).await?;
            let all = keys.len() < LOOKED_AT;
            let hits = store::hits(actor.brand(), &keys, filter, tx).await?;
            for hit in hits {
                if !seen.insert(hit.row.conversation.id) {
                    continue;
                }
                if page.found.len() == limit {
                    return Ok(page);
                }
                page.next = Some(hit.key);
                let excerpt = excerpt(&hit.text, &search);
                let (message, sent_at) = (hit.message, hit.sent_at);
                page.found.push(Found { row: hit.row, message, excerpt, sent_at });
            }
            if all {
                page.next = None;
                return Ok(page);
            }
            page.next = keys.last().copied();
        }
        Ok(page)
    }
}

/// Indexes what came and, newest first, what is older: recurring work. How many messages.
///
/// # Errors
/// What the database met.
pub async fn index_messages(database: &Database) -> Result<usize, Error> {
    let mut done = 0;
    for _ in 0..ROUNDS {
        if !store::is_some_left(&mut database.read().await?).await? {
            break;
        }
        let mut tx = database.begin().await?;
        let indexed = index_some(&mut tx).await?;
        tx.commit().await?;
        done += indexed;
        if indexed < AT_ONCE {
            break;
        }
    }
    Ok(done)
}

async fn index_some(tx: &mut Tx) -> Result<usize, Error> {
    let mut left = store::left(AT_ONCE, tx).await?;
    let keys = free_keys(&left, tx).await?;
    let mut entries: HashMap<_, Vec<Entry>> = HashMap::new();
    let (mut numbers, mut languages) = (Vec::new(), HashMap::new());
    for (message, key) in left.drain(..).zip(keys) {
        let guess = identify(&message.text);
        let sure = guess.confidence > 0.5 && guess.spoken != Spoken::Unknown;
        if message.inbound && sure {
            // Newest first: the first that is told counts.
            languages.entry(message.conversation).or_insert_with(|| guess.spoken.tag().to_owned());
        }
        let spoken = if sure { guess.spoken } else { Spoken::Unknown };
        let mut words = words_of(&message.text, &spoken);
        if !words.is_empty() {
            words.extend(words_of(&message.person, &Spoken::Other(String::new())));
            entries.entry(message.brand).or_default().push(Entry { key, words });
        }
        numbers.push((message.id, key));
    }
    for (brand, entries) in entries {
        database::search::index(brand.uuid(), entries, tx).await?;
    }
    let many = numbers.len();
    store::number(numbers, tx).await?;
    store::tell_languages(languages, tx).await?;
    Ok(many)
}

/// Numbers that sort by time, none taken: the millisecond, then the end of the message's id.
async fn free_keys(messages: &[store::Left], tx: &mut Tx) -> Result<Vec<i64>, Error> {
    let key = |message: &store::Left| {
        let bytes = *message.id.uuid().as_bytes();
        let tail = i64::from(u32::from_be_bytes([bytes[12], bytes[13], bytes[14], bytes[15]]));
        (message.sent_at.as_millisecond().max(0) << 20) | (tail & 0xf_ffff)
    };
    let wished: Vec<i64> = messages.iter().map(key).collect();
    let mut taken: BTreeSet<i64> = store::taken(&wished, tx).await?.into_iter().collect();
    let mut keys = Vec::with_capacity(wished.len());
    for mut key in wished {
        while !taken.insert(key) {
            key += 1;
            if store::taken(&[key], tx).await?.contains(&key) {
                taken.insert(key);
            }
        }
        keys.push(key);
    }
    Ok(keys)
}

/// The words of a text as they are indexed: folded, and their stems.
fn words_of(text: &str, spoken: &Spoken) -> Vec<String> {
    let mut words = BTreeSet::new();
    for word in Reading::of(text).words().iter().take(MOST_WORDS) {
        match spoken {
            Spoken::Other(_) => {}
            Spoken::Unknown => {
                words.insert(stem(&text[word.range.clone()], &Spoken::French));
                words.insert(stem(&text[word.range.clone()], &Spoken::English));
            }
            known => {
                words.insert(stem(&text[word.range.clone()], known));
            }
        }
        words.insert(word.folded.clone());
    }
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

/// What is looked for: each word as it is, or its stem in either language; of the last, a
/// beginning is enough.
fn wanted(text: &str) -> Search {
    let reading = Reading::of(text);
    let words = reading.words();
    let many = words.len().min(12);
    let unfinished = text.chars().next_back().is_some_and(|c| !c.is_whitespace());
    let groups = words.iter().take(many).enumerate().map(|(at, word)| {
        let written = &text[word.range.clone()];
        let all =
            [word.folded.clone(), stem(written, &Spoken::French), stem(written, &Spoken::English)];
        let all: BTreeSet<String> = all.into_iter().filter(|word| !word.is_empty()).collect();
        let mut group: Vec<Wanted> = all.into_iter().map(Wanted::Word).collect();
        if at + 1 == many && unfinished && word.folded.chars().count() >= 3 {
            group.push(Wanted::Beginning(word.folded.clone()));
        }
        group
    });
    Search(groups.collect())
}

/// The words around the first that was looked for.
fn excerpt(text: &str, search: &Search) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_wanted = |folded: &str| {
        search.0.iter().flatten().any(|wanted| match wanted {
            Wanted::Word(word) => folded.starts_with(word.as_str()),
            Wanted::Beginning(start) => folded.starts_with(start.as_str()),
        })
    };
    let reading = Reading::of(&line);
    let at = reading.words().iter().find(|word| is_wanted(&word.folded));
    let start = at.map_or(0, |word| word.range.start);
    if start <= 80 {
        return shorten(&line, EXCERPT).into_owned();
    }
    let from = line[..start].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    let from = line[from..start].find(' ').map_or(from, |space| from + space + 1);
    format!("… {}", shorten(&line[from..], EXCERPT))
}

/// The parts of a text that a search found, to be marked on screen: text, and whether it is one.
pub fn marked(text: &str, words: &str) -> Vec<(String, bool)> {
    let search = wanted(words);
    let stems: BTreeSet<String> = search
        .0
        .iter()
        .flatten()
        .map(|wanted| match wanted {
            Wanted::Word(word) | Wanted::Beginning(word) => word.clone(),
        })
        .collect();
    let (mut parts, mut end) = (Vec::new(), 0);
    for word in Reading::of(text).words() {
        let written = &text[word.range.clone()];
        let is_one = stems.contains(&word.folded)
            || stems.contains(&fold(written))
            || [Spoken::French, Spoken::English].iter().any(|s| stems.contains(&stem(written, s)))
            || search.0.last().into_iter().flatten().any(|wanted| {
                matches!(wanted, Wanted::Beginning(start) if word.folded.starts_with(start.as_str()))
            });
        if is_one {
            parts.push((text[end..word.range.start].to_owned(), false));
            parts.push((written.to_owned(), true));
            end = word.range.end;
        }
    }
    parts.push((text[end..].to_owned(), false));
    parts.retain(|(text, _)| !text.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_shown_with_what_surrounds_it() {
        let long = "Bonjour à toute l’équipe, ".repeat(8) + "la boulangère a oublié ma commande";
        let shown = excerpt(&long, &wanted("boulangères"));
        assert!(shown.starts_with('…') && shown.contains("boulangère"), "{shown}");
        let parts = marked("La boulangère vend du pain", "boulangères pai");
        let found: Vec<_> = parts.iter().filter(|part| part.1).map(|part| &*part.0).collect();
        assert_eq!(found, ["boulangère", "pain"]);
    }
}
