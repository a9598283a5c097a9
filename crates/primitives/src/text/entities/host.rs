//! Host names: labels and top-level domains.

use std::collections::HashSet;
use std::net::Ipv4Addr;
use std::sync::OnceLock;

use super::chars::is_latin;

/// The names of the root zone, with a space or a line end between them.
const TOP_LEVEL_DOMAINS: &str = include_str!("top_level_domains.txt");
/// The longest label DNS carries.
const LONGEST_LABEL: usize = 63;

/// Whether `label` is a top-level domain, whatever its case. Punycode is taken on its word.
pub(super) fn is_top_level(label: &str) -> bool {
    static NAMES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| TOP_LEVEL_DOMAINS.split_whitespace().collect());
    let label = label.to_lowercase();
    names.contains(label.as_str()) || (label.starts_with("xn--") && is_label(&label))
}

/// Whether `name` is a host with at least two labels under a top-level domain.
pub(super) fn is_domain(name: &str) -> bool {
    domain_prefix(name) == Some(name.len())
}

/// Byte length of the longest prefix of `run` that is a domain: `parvis.fr.Venez` gives
/// `parvis.fr`. A run where a label before it is not valid gives `None`.
pub(super) fn domain_prefix(run: &str) -> Option<usize> {
    let mut best = None;
    let mut end = 0;
    let mut previous = None;
    for label in run.split('.') {
        if previous.is_some_and(|label| !is_subdomain(label)) {
            break;
        }
        if previous.is_some_and(is_label)
            && let Some(length) = top_level_prefix(label)
        {
            best = Some(end + length);
        }
        end += label.len() + 1;
        previous = Some(label);
    }
    best
}

/// Byte length of a host of several labels whose last is made of letters, known as a top-level
/// domain or not.
pub(super) fn dotted(run: &str) -> Option<usize> {
    let name = run.trim_end_matches(['.', '-', '_']);
    let (before, last) = name.rsplit_once('.')?;
    let letters = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    let under = before.rsplit('.').next().is_some_and(is_label);
    (letters && under && before.split('.').all(is_subdomain)).then_some(name.len())
}

/// Whether `host` is an IPv4 address.
pub(super) fn is_ipv4(host: &str) -> bool {
    host.parse::<Ipv4Addr>().is_ok()
}

/// The top-level domain that `label` is or begins with: letters of an unspaced script may follow
/// it directly (`comこれは`), others may not (`com-that`).
fn top_level_prefix(label: &str) -> Option<usize> {
    if is_top_level(label) {
        return Some(label.len());
    }
    let ascii = label.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(label.len());
    let next = label[ascii..].chars().next()?;
    let may_follow = !next.is_ascii_digit() && !matches!(next, '_' | '-') && !is_latin(next);
    (may_follow && is_top_level(&label[..ascii])).then_some(ascii)
}

/// A label directly under a top-level domain: no underscore, no hyphen at its ends.
fn is_label(label: &str) -> bool {
    is_subdomain(label) && !label.contains('_')
}

fn is_subdomain(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= LONGEST_LABEL * 4
        && label.chars().count() <= LONGEST_LABEL
        && !label.starts_with(['-', '_'])
        && !label.ends_with(['-', '_'])
        && (label.is_ascii() || !label.starts_with("xn--"))
}
