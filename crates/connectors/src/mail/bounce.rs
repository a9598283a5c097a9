//! Letters that no person wrote: absences, lists, and notices that a letter did not arrive
//! (RFC 3464). By their headers, which programs of good faith set.

use channels::{Machine, Undelivered};
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::letter::clean_id;

/// What wrote it, if no person did.
pub(super) fn machine(message: &Message<'_>) -> Option<Machine> {
    let said = |name: &'static str| {
        message.header_raw(name).map(|value| value.trim().to_ascii_lowercase())
    };
    if is_report(message) || said("X-Failed-Recipients").is_some() || is_from_the_post(message) {
        return Some(Machine::Bounce);
    }
    let automatic = said("Auto-Submitted").filter(|value| !value.starts_with("no"));
    let precedence = said("Precedence").unwrap_or_default();
    if automatic.as_deref().is_some_and(|value| value.starts_with("auto-replied"))
        || precedence.starts_with("auto_reply")
        || said("X-Autoreply").is_some_and(|value| !value.starts_with("no"))
        || said("X-Autorespond").is_some()
    {
        return Some(Machine::Absence);
    }
    if said("List-Id").is_some() || precedence.starts_with("list") || precedence.starts_with("bulk")
    {
        return Some(Machine::List);
    }
    (automatic.is_some() || precedence.starts_with("junk")).then_some(Machine::Other)
}

fn is_report(message: &Message<'_>) -> bool {
    let kind = message.content_type();
    let reports = |value: &str| value.eq_ignore_ascii_case("delivery-status");
    kind.is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("multipart")
            && kind.subtype().is_some_and(|sub| sub.eq_ignore_ascii_case("report"))
            && kind.attribute("report-type").is_some_and(reports)
    })
}

/// Without a way back, from the program that carries letters.
fn is_from_the_post(message: &Message<'_>) -> bool {
    let back = message.header_raw("Return-Path").is_some_and(|path| path.trim() == "<>");
    let from = message.from().and_then(|from| from.first()).and_then(|from| from.address());
    let local = from.unwrap_or_default().split('@').next().unwrap_or_default().to_ascii_lowercase();
    back && matches!(local.as_str(), "mailer-daemon" | "postmaster")
}

/// Which letter of ours it says did not arrive, and why. A mere delay is not that.
pub(super) fn undelivered(message: &Message<'_>) -> Option<Undelivered> {
    let status =
        message.parts.iter().find(|part| part.is_content_type("message", "delivery-status"));
    let told = status.map(|part| String::from_utf8_lossy(part.contents()).into_owned());
    let reason = match &told {
        Some(told) => failures(told)?,
        None => message.header_raw("X-Failed-Recipients")?.trim().to_owned(),
    };
    let letter = original(message)?;
    Some(Undelivered { letter, reason: primitives::text::shorten(&reason, 400).into_owned() })
}

/// Whom it failed for and in whose words, a line for each.
fn failures(told: &str) -> Option<String> {
    let told = told.replace("\r\n", "\n");
    let mut failures = Vec::new();
    for block in told.split("\n\n") {
        let field = |name: &str| field(block, name);
        if !field("Action").is_some_and(|action| action.eq_ignore_ascii_case("failed")) {
            continue;
        }
        let whom = field("Original-Recipient").or_else(|| field("Final-Recipient"));
        let whom = whom.map(|whom| after_type(&whom)).unwrap_or_default();
        let why = field("Diagnostic-Code").map(|why| after_type(&why));
        let why = why.or_else(|| field("Status")).unwrap_or_default();
        failures.push(format!("{whom}: {why}").trim_matches([':', ' ']).to_owned());
    }
    (!failures.is_empty()).then(|| failures.join("\n"))
}

/// A field of a block, with the lines that continue it.
fn field(block: &str, name: &str) -> Option<String> {
    let mut lines = block.lines();
    let first = lines.find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value)
    })?;
    let more = lines.take_while(|line| line.starts_with([' ', '\t']));
    let whole: Vec<&str> = std::iter::once(first).chain(more).map(str::trim).collect();
    Some(whole.join(" ").trim().to_owned())
}

/// `rfc822; camille@example.org` → `camille@example.org`
fn after_type(value: &str) -> String {
    value.split_once(';').map_or(value, |(_, rest)| rest).trim().to_owned()
}

/// The Message-ID of the letter that comes back with the notice, or of the one it answers.
fn original(message: &Message<'_>) -> Option<String> {
    let id = message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(letter) => letter.message_id().and_then(clean_id),
        _ if part.is_content_type("text", "rfc822-headers") => {
            let headers = MessageParser::default().parse_headers(part.contents())?;
            headers.message_id().and_then(clean_id)
        }
        _ => None,
    });
    id.or_else(|| super::letter::ids(message.in_reply_to()).pop())
        .or_else(|| super::letter::ids(message.references()).pop())
}
