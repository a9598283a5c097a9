//! Links, with and without scheme.

use super::chars::{is_latin, is_mark, is_unspaced_script, is_word, run};
use super::{Entity, EntityKind, Step, host};

/// The longest name before the `@` of a mail address.
const LONGEST_MAILBOX: usize = 64;

/// The link that begins at `at`, if one does.
pub(super) fn at(text: &str, at: usize, c: char, before: Option<char>) -> Step {
    if matches!(c, 'h' | 'H')
        && let Some(scheme) = scheme_length(&text[at..])
    {
        return with_scheme(text, at, scheme, before);
    }
    if !(c.is_ascii_alphanumeric() || is_latin(c)) {
        return Step::Next;
    }
    bare(text, at, before)
}

fn scheme_length(rest: &str) -> Option<usize> {
    ["https://", "http://"].iter().find_map(|scheme| {
        let head = rest.as_bytes().get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme.as_bytes()).then_some(scheme.len())
    })
}

fn with_scheme(text: &str, at: usize, scheme: usize, before: Option<char>) -> Step {
    let host_start = at + scheme;
    if before.is_some_and(|c| is_word(c) || matches!(c, '@' | '＠' | '#' | '＃' | '$' | '_')) {
        return Step::Skip(host_start);
    }
    let host_run = &text[host_start..host_start + run(&text[host_start..], is_host_char)];
    let length =
        if host::is_ipv4(host_run) { Some(host_run.len()) } else { host::domain_prefix(host_run) };
    // Who writes the scheme means a link, whatever the ending: networks take it for one too.
    match length.or_else(|| host::dotted(host_run)) {
        Some(length) => Step::Found(link(text, at, host_start + length, false)),
        None => Step::Skip(host_start),
    }
}

/// A link without scheme, `parvis.fr/contact`. Its host is Latin, so that a host between
/// letters of a script written without spaces is found.
fn bare(text: &str, at: usize, before: Option<char>) -> Step {
    let rest = &text[at..];
    let length = run(rest, |c| {
        c.is_ascii_alphanumeric() || is_latin(c) || is_mark(c) || matches!(c, '.' | '-' | '_')
    });
    let host_run = &rest[..length];
    let after = rest[length..].chars().next();
    if let Some(mail) = mail_length(rest, length) {
        return Step::Skip(at + mail);
    }
    let skip = Step::Skip(at + length_before_scheme(host_run, &rest[length..]));
    if before.is_some_and(refuses_bare) || host_run.contains('_') || after.is_some_and(is_word) {
        return skip;
    }
    match host::domain_prefix(host_run) {
        Some(length) => Step::Found(link(text, at, at + length, true)),
        None => skip,
    }
}

/// Length of `run` without the scheme of a link stuck to its end, as in `fin.https://parvis.fr`.
fn length_before_scheme(run: &str, after: &str) -> usize {
    if !after.starts_with("://") {
        return run.len();
    }
    match run.rfind(['.', '-']) {
        Some(sign) => sign + 1,
        None => run.len(),
    }
}

/// Byte length of the mail address that begins with a run of `length` bytes, if it is one, so
/// that it is taken for no link and no mention.
fn mail_length(rest: &str, length: usize) -> Option<usize> {
    // Bounded, so that a long text is still read in linear time.
    let more = rest[length..]
        .bytes()
        .take(LONGEST_MAILBOX)
        .take_while(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(b))
        .count();
    let sign_at = length + more;
    let sign = rest[sign_at..].chars().next().filter(|c| matches!(c, '@' | '＠'))?;
    let domain = sign_at + sign.len_utf8();
    let domain_length =
        run(&rest[domain..], |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    Some(domain + domain_length)
}

fn refuses_bare(before: char) -> bool {
    is_word(before)
        || matches!(
            before,
            '-' | '_'
                | '.'
                | '/'
                | '\\'
                | '@'
                | '＠'
                | '#'
                | '＃'
                | '$'
                | '='
                | '&'
                | '%'
                | '+'
                | '~'
        )
}

fn is_host_char(c: char) -> bool {
    matches!(c, '.' | '-' | '_')
        || c.is_alphanumeric()
        || is_mark(c)
        || (!c.is_ascii() && !is_delimiter(c))
}

/// What ends a link: white space, controls, quotes of every kind, brackets of other scripts.
fn is_delimiter(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '}' | '«' | '»'
            | '\u{ad}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{feff}'
            | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

fn is_path_char(c: char) -> bool {
    if c == '–' {
        // Encyclopedias have it in their addresses.
        true
    } else if c.is_ascii() {
        !is_delimiter(c)
    } else {
        (c.is_alphanumeric() || is_mark(c)) && !is_unspaced_script(c)
    }
}

/// The link from `start` whose host ends at `host_end`: takes the port, path, query and fragment.
fn link(text: &str, start: usize, host_end: usize, bare: bool) -> Entity {
    let mut end = host_end + port_length(&text[host_end..]);
    if text[end..].starts_with(['/', '?', '#']) {
        let tail = run(&text[end..], is_path_char);
        end += trimmed_tail(&text[end..end + tail]);
    }
    Entity { range: start..end, kind: EntityKind::Url { bare } }
}

fn port_length(rest: &str) -> usize {
    let Some(digits) = rest.strip_prefix(':') else {
        return 0;
    };
    match run(digits, |c| c.is_ascii_digit()) {
        0 | 6.. => 0,
        length => 1 + length,
    }
}

/// Length of `tail` without the punctuation that belongs to the sentence around the link. A
/// closing bracket stays if the link opened it.
fn trimmed_tail(tail: &str) -> usize {
    let mut open = [0_i64; 2];
    for c in tail.chars() {
        match c {
            '(' => open[0] += 1,
            ')' => open[0] -= 1,
            '[' => open[1] += 1,
            ']' => open[1] -= 1,
            _ => {}
        }
    }
    let mut end = tail.len();
    while let Some(c) = tail[..end].chars().next_back() {
        match c {
            ')' if open[0] < 0 => open[0] += 1,
            ']' if open[1] < 0 => open[1] += 1,
            '(' => open[0] -= 1,
            '[' => open[1] -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '|' | '*' | '@' | '–' => {}
            _ => break,
        }
        end -= c.len_utf8();
    }
    end
}
