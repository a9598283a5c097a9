//! E-mail: letters read by IMAP, answered by SMTP. One only answers people there: nothing is
//! published for all to see.
//!
//! A letter's lasting id is its Message-ID. That of an answer is made from the publication's own
//! id, so that it is found again in the folder of sent letters.

mod account;
mod bounce;
mod compose;
mod connect;
mod find_servers;
mod folders;
mod letter;
#[cfg(test)]
mod letter_tests;
mod parts;
mod providers;
mod publish;
mod quoted;
mod read;
mod session;
mod smtp;
mod watch;

use channels::connector::{Connect, Connector, Inbox, Network, PreviewStyle, Publish, Watch};
use channels::{Limits, look::Look};
use primitives::text::CountRule;

/// The connector of mailboxes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mail;

static NETWORK: Network =
    Network { key: "mail", name: "E-mail", icon: "mail", preview: PreviewStyle::Plain };

/// How long an answer may be: what people still read, and servers still take.
const LONGEST: u32 = 20_000;
/// How many files may be joined.
const MOST_FILES: u32 = 10;
/// How heavy each may be; providers take 20 to 25 MB in all, once encoded.
const HEAVIEST_FILE: u64 = 10 * 1024 * 1024;

impl Connector for Mail {
    fn network(&self) -> &'static Network {
        &NETWORK
    }
    fn look(&self, _: &str) -> Look {
        Look::PLAIN
    }
    fn connect(&self) -> Option<&dyn Connect> {
        Some(self)
    }
    fn publish(&self) -> Option<&dyn Publish> {
        Some(self)
    }
    fn takes_posts(&self) -> bool {
        false
    }
    fn inbox(&self) -> Option<&dyn Inbox> {
        Some(self)
    }
    fn watch(&self) -> Option<&dyn Watch> {
        Some(self)
    }
}

/// What a letter takes.
fn limits() -> Limits {
    let types = ["image/jpeg", "image/png", "image/gif", "image/webp"];
    Limits {
        images: MOST_FILES,
        image_bytes: HEAVIEST_FILE,
        image_side: 6000,
        image_types: types.map(str::to_owned).to_vec(),
        alt_text: 1000,
        source: "RFC 5321, RFC 5322".to_owned(),
        learnt_on: "2026-11-22".to_owned(),
        gif: channels::Gif::Animated,
        answers_only: true,
        learnt_as: Limits::UP_TO_DATE,
        ..Limits::of(CountRule::graphemes(LONGEST))
    }
}
