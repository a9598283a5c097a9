//! Links, mentions, hashtags and cashtags in a text.
//!
//! One detection for all networks, close to what they publish (twitter-text, Mastodon, Bluesky's
//! rich text). Where they differ it takes what a French reader would call a link or a mention;
//! the difference between links with and without scheme is kept in [`EntityKind::Url`].

use std::ops::Range;

use super::display::without_scheme;

mod chars;
mod host;
mod mention;
mod tag;
mod url;

/// A part of a text that a network treats apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Byte range in the text, sign (`@`, `#`, `$`) included.
    pub range: Range<usize>,
    /// What it is.
    pub kind: EntityKind,
}

/// What an [`Entity`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntityKind {
    /// A link; `bare` when written without `http://` or `https://`.
    Url {
        /// Written without a scheme.
        bare: bool,
    },
    /// `@name`, `@name@server.example` or `@name.example`.
    Mention {
        /// Byte range of the server in the text, when there is one after a second `@`.
        server: Option<Range<usize>>,
    },
    /// `#word`.
    Hashtag,
    /// `$SYMBOL`.
    Cashtag,
}

impl Entity {
    /// The entity as written.
    #[must_use]
    pub fn written<'t>(&self, text: &'t str) -> &'t str {
        &text[self.range.clone()]
    }

    /// As written, but a mention without its server: `@name@server` gives `@name`.
    #[must_use]
    pub fn local_name<'t>(&self, text: &'t str) -> &'t str {
        match &self.kind {
            // The server is preceded by its `@`, one byte.
            EntityKind::Mention { server: Some(server) } => {
                &text[self.range.start..server.start - 1]
            }
            _ => self.written(text),
        }
    }

    /// The name or word without its sign: `name@server`, `word`, `SYMBOL`; a link as written.
    #[must_use]
    pub fn name<'t>(&self, text: &'t str) -> &'t str {
        let written = self.written(text);
        match self.kind {
            EntityKind::Url { .. } => written,
            _ => written.trim_start_matches(['@', '＠', '#', '＃', '$']),
        }
    }

    /// The address of a link, `https://` added if it was written without; `None` for the rest.
    #[must_use]
    pub fn url(&self, text: &str) -> Option<String> {
        let written = self.written(text);
        match self.kind {
            EntityKind::Url { bare: true } => Some(format!("https://{}", without_scheme(written))),
            EntityKind::Url { bare: false } => Some(written.to_owned()),
            _ => None,
        }
    }
}

/// The entities of `text`, in order, never overlapping. One pass, linear in the text.
#[must_use]
pub fn entities(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = None;
    while let Some(c) = text[at..].chars().next() {
        let step = step_at(text, at, c, before);
        let end = match step {
            Step::Found(entity) => {
                let end = entity.range.end;
                found.push(entity);
                end
            }
            Step::Skip(end) => end,
            Step::Next => at + c.len_utf8(),
        };
        before = text[at..end].chars().next_back();
        at = end;
    }
    found
}

/// What was recognised at one place of the text.
enum Step {
    Found(Entity),
    /// Nothing begins before this offset.
    Skip(usize),
    Next,
}

fn step_at(text: &str, at: usize, c: char, before: Option<char>) -> Step {
    match c {
        '@' | '＠' => mention::at(text, at, c, before),
        '#' | '＃' => tag::hashtag_at(text, at, c, before),
        '$' => tag::cashtag_at(text, at, before),
        _ => url::at(text, at, c, before),
    }
}
