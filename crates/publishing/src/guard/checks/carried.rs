//! What the post carries: pictures and links.

use super::super::links::{host_of, links_of};
use super::super::piece::Piece;
use super::super::{Fact, Guard};
use super::Findings;

pub(super) fn look(piece: &Piece<'_>, found: &mut Findings<'_>) {
    let media = piece.post.media.iter().enumerate();
    let pictures: Vec<usize> =
        media.filter(|(_, one)| one.alt_text.trim().is_empty()).map(|(at, _)| at + 1).collect();
    if !pictures.is_empty() {
        found.add(Guard::AltText, None, Fact::NoAltText { pictures });
    }
    let desk = found.desk;
    for url in links_of(piece.post) {
        if let Some((record, trouble)) =
            desk.links.get(&url).and_then(|record| Some((record, record.trouble()?)))
        {
            let fact = Fact::DeadLink { url: url.clone(), trouble, checked_at: record.checked_at };
            found.add(Guard::DeadLink, None, fact);
        }
        let host = host_of(&url).unwrap_or_default();
        let within = |sites: &[String]| sites.iter().any(|site| is_of(&host, site));
        let tracking = &desk.tracking;
        let own = within(&desk.charter.voice.sites) || within(&tracking.domains);
        // What is added when the post leaves is as good as written.
        let added = tracking.on && (tracking.domains.is_empty() || within(&tracking.domains));
        if own && !added && !is_tracked(&url) {
            found.add(Guard::Untracked, None, Fact::Untracked { url });
        }
    }
}

/// Whether a host is a site or a part of it.
fn is_of(host: &str, site: &str) -> bool {
    host == site || host.strip_suffix(site).is_some_and(|sub| sub.ends_with('.'))
}

fn is_tracked(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    query.split('&').any(|pair| pair.to_ascii_lowercase().starts_with("utm_"))
}
