//! Recognising our own words when a network gives them back.

use unicode_normalization::UnicodeNormalization;

use super::display::without_scheme;
use super::entities::{Entity, EntityKind, entities};
use super::fold::is_invisible;

/// `text` without what networks change on the way: composed (NFC), white space collapsed,
/// invisible characters dropped, quotes, dashes and dots straightened, `@name@server` as `@name`,
/// links without scheme, `www.`, final slash or capitals in the host. Case is kept elsewhere:
/// networks keep it, and it tells drafts apart.
#[must_use]
pub fn normalise_for_fingerprint(text: &str) -> String {
    let visible: String = text.nfc().filter(|c| !is_invisible(*c)).collect();
    let mut out = String::with_capacity(visible.len());
    let mut at = 0;
    for entity in entities(&visible) {
        push_plain(&mut out, &visible[at..entity.range.start]);
        push_entity(&mut out, &visible, &entity);
        at = entity.range.end;
    }
    push_plain(&mut out, &visible[at..]);
    out.truncate(out.trim_end().len());
    out
}

fn push_plain(out: &mut String, plain: &str) {
    for c in plain.chars() {
        match c {
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{2018}' | '\u{2019}' => out.push('\''),
            '\u{201c}'..='\u{201e}' => out.push('"'),
            '\u{2013}' | '\u{2014}' => out.push('-'),
            '…' => out.push_str("..."),
            c => out.push(c),
        }
    }
}

fn push_entity(out: &mut String, text: &str, entity: &Entity) {
    match entity.kind {
        EntityKind::Url { .. } => {
            let link = without_scheme(&text[entity.range.clone()]);
            let host_end = link.find(['/', '?', '#']).unwrap_or(link.len());
            let host = link[..host_end].to_lowercase();
            out.push_str(host.strip_prefix("www.").unwrap_or(&host));
            let rest = &link[host_end..];
            out.push_str(rest.strip_suffix('/').unwrap_or(rest));
        }
        _ => out.push_str(entity.local_name(text)),
    }
}

/// How alike two texts are, from 0.0 (nothing in common) to 1.0 (the same runs of three
/// characters): the Jaccard index of their 3-grams. Texts shorter than three characters are
/// alike only when equal. Fold or normalise both first if their differences should not count.
#[must_use]
pub fn similarity(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let (a, b) = (shingles(a), shingles(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let shared = a.iter().filter(|shingle| b.binary_search(shingle).is_ok()).count();
    let all = a.len() + b.len() - shared;
    shared as f64 / all as f64
}

fn shingles(text: &str) -> Vec<[char; 3]> {
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<[char; 3]> = chars.windows(3).map(|w| [w[0], w[1], w[2]]).collect();
    found.sort_unstable();
    found.dedup();
    found
}
