//! Links of posts: looked at outside transactions, what was seen kept for a while.

use database::{Database, Tx, text_enum};
use jiff::{SignedDuration, Timestamp};
use jobs::Enqueue;
use platform::outbound::{Outbound, OutboundError};
use platform::{Actor, Brand};
use primitives::Id;
use primitives::text::entities;
use serde::{Deserialize, Serialize};

use super::{LinkTrouble, store};
use crate::post::Post;

/// How many links of a post are looked at.
const MOST: usize = 5;
/// What was seen of a link that works is believed this long.
const BELIEVED: SignedDuration = SignedDuration::from_hours(12);
/// What was seen of one that does not, so that a repaired site is soon seen so.
const DOUBTED: SignedDuration = SignedDuration::from_mins(2);
/// What is kept at all.
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How long a site is waited for.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(10);

text_enum! {
    /// What was seen of a link.
    pub enum LinkState {
        /// It leads somewhere, or can't be told not to.
        Alive => "alive",
        /// The site answered with an error.
        Broken => "broken",
        /// No such site, or no answer.
        NoAnswer => "no_answer",
        /// An address of a private network, never asked.
        Private => "private",
    }
}

/// What is known of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkRecord {
    /// What was seen.
    pub state: LinkState,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// When.
    pub checked_at: Timestamp,
}

impl LinkRecord {
    /// What is wrong with it, if anything is.
    pub fn trouble(&self) -> Option<LinkTrouble> {
        match (self.state, self.status) {
            (LinkState::Alive, _) => None,
            (LinkState::Broken, Some(404 | 410)) => Some(LinkTrouble::NotFound),
            (LinkState::Broken, status) => Some(LinkTrouble::Broken(status.unwrap_or(0))),
            (LinkState::NoAnswer, _) => Some(LinkTrouble::NoAnswer),
            (LinkState::Private, _) => Some(LinkTrouble::Private),
        }
    }

    fn is_fresh(&self, now: Timestamp) -> bool {
        let believed = if self.state == LinkState::Alive { BELIEVED } else { DOUBTED };
        self.checked_at + believed > now
    }
}

/// The job that looks at links.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckLinks {
    /// The brand whose posts hold them.
    pub brand: Id<Brand>,
    /// The links.
    pub urls: Vec<String>,
}

impl jobs::Job for CheckLinks {
    const KIND: &'static str = "check_links";
}

/// The links that a post would show, in order, each once.
pub fn links_of(post: &Post) -> Vec<String> {
    let texts = post
        .variants
        .iter()
        .filter_map(|variant| variant.text.as_deref())
        .chain([post.text.as_str()])
        .chain(post.extras.thread.iter().map(String::as_str))
        .chain(post.extras.first_comment.as_deref());
    let mut links: Vec<String> = post.link.iter().cloned().collect();
    for text in texts {
        links.extend(entities(text).iter().filter_map(|entity| entity.url(text)));
    }
    let mut seen = Vec::new();
    for link in links {
        if seen.len() < MOST && link.len() <= 2000 && !seen.contains(&link) {
            seen.push(link);
        }
    }
    seen
}

/// The host of an address, lower case, without `www.`.
pub(super) fn host_of(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.to_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// The links of a post of which nothing recent is known.
pub async fn unknown(
    post: &Post,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<String>, database::Error> {
    let mut links = links_of(post);
    let known = store::links(actor.brand(), &links, tx).await?;
    links.retain(|url| known.get(url).is_none_or(|record| !record.is_fresh(tx.now())));
    Ok(links)
}

/// Queues a look at links, now or later; several askings for the same links are one.
pub async fn look_at(
    urls: Vec<String>,
    at: Option<Timestamp>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    if urls.is_empty() {
        return Ok(());
    }
    let key = format!("links:{}:{}", actor.brand(), at.map_or(0, Timestamp::as_second));
    let key = format!("{key}:{}", super::acceptance::digest(&urls.join("\n")));
    let how = Enqueue::at(at.unwrap_or_else(|| tx.now())).brand(actor.brand()).once(key);
    jobs::enqueue(tx, &CheckLinks { brand: actor.brand(), urls }, how).await?;
    Ok(())
}

/// Looks at links, outside any transaction, and keeps what was seen.
pub async fn run(
    job: &CheckLinks,
    database: &Database,
    http: &Outbound,
) -> Result<(), database::Error> {
    for url in job.urls.iter().take(MOST) {
        let (state, status) = ask(url, http).await;
        let mut tx = database.begin().await?;
        if Brand::for_system(job.brand, &mut tx).await?.is_some() {
            store::write_link(job.brand, url, state, status, &mut tx).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Forgets what was learnt long ago.
pub async fn forget_old(tx: &mut Tx) -> Result<(), database::Error> {
    let before = tx.now() - KEPT;
    store::forget_links(before, tx).await
}

/// Asks for the headers; sites that refuse that are asked for the page. A refusal to robots
/// (401, 403, 429…) says nothing of what people would see: it counts as alive.
async fn ask(url: &str, http: &Outbound) -> (LinkState, Option<u16>) {
    let mut answer = http.head(url).timeout(PATIENCE).send().await;
    if matches!(&answer, Ok(answer) if answer.status >= 400) {
        answer = http.get(url).timeout(PATIENCE).max_body(256 * 1024).send().await;
    }
    match answer {
        Ok(answer) => match answer.status {
            404 | 410 | 500..=599 => (LinkState::Broken, Some(answer.status)),
            status => (LinkState::Alive, Some(status)),
        },
        Err(OutboundError::Forbidden { .. }) => (LinkState::Private, None),
        Err(OutboundError::NotSent { .. }) => (LinkState::NoAnswer, None),
        // Something answered, too large or too slowly to be read to its end.
        Err(OutboundError::NoAnswer { .. }) => (LinkState::Alive, None),
    }
}
