//! Conditions and actions, each in one line.

use conversations::moderation::{Action, Condition, What};

use super::{Around, HARMS, TONES};
use crate::words::{Words, args};

/// A condition in one line.
pub fn condition_line(words: &Words, condition: &Condition, around: &Around) -> String {
    let first = |lines: &str| {
        let all: Vec<&str> = lines.lines().filter(|line| !line.trim().is_empty()).collect();
        let shown = all.iter().take(4).copied().collect::<Vec<_>>().join(", ");
        if all.len() > 4 { format!("{shown}…") } else { shown }
    };
    let list = |names: Vec<String>| names.join(", ");
    let sure = |sure: &u8| words.tn("moderation-sure", args![count => i64::from(*sure)]);
    let found = match &condition.what {
        What::Words { lines } => first(lines),
        What::Pattern { pattern } => pattern.clone(),
        What::Links { hosts } => hosts.join(", "),
        What::Language { tags } => {
            list(tags.iter().map(|tag| words.t(&format!("moderation-language-{tag}"))).collect())
        }
        What::Feeling { tone, sure: least } => {
            let tone = TONES.iter().find(|(known, _)| known == tone).map_or("", |(_, name)| name);
            format!("{}, {}", words.t(&format!("moderation-tone-{tone}")), sure(least))
        }
        What::Harm { kinds, sure: least } => {
            let named = HARMS.iter().filter(|(kind, _)| kinds.contains(kind));
            let named = named.map(|(_, name)| words.t(&format!("moderation-harm-{name}")));
            format!("{}, {}", list(named.collect()), sure(least))
        }
        What::Spam { sure: least } => sure(least),
        What::FirstMessage => String::new(),
        What::Rulings { least } | What::Flood { least } => words.number(*least),
        What::Regular { messages, days } => {
            words.tn("moderation-regular-said", args![count => *messages, days => *days])
        }
        What::Channel { channels } => list(
            channels.iter().map(|id| name_of(&around.channels, &id.to_string(), words)).collect(),
        ),
        What::Kind { kinds } => {
            list(kinds.iter().map(|kind| words.t(&format!("moderation-kind-{kind}"))).collect())
        }
        What::Time { days, from, until } => {
            let named = days.iter().map(|day| words.t(&format!("moderation-day-{day}")));
            let days = list(named.collect());
            let hours =
                words.tn("moderation-hours", args![from => from.as_str(), until => until.as_str()]);
            if days.is_empty() { hours } else { format!("{days}, {hours}") }
        }
    };
    let name = condition.what.name().replace('_', "-");
    let said = words.t(&format!("moderation-why-{name}"));
    let said = if found.is_empty() {
        said
    } else {
        words.tn("moderation-why-with", args![what => said, found => found])
    };
    if condition.not { words.tn("moderation-why-not", args![what => said]) } else { said }
}

/// An action in one line.
pub fn action_line(words: &Words, action: &Action, around: &Around) -> String {
    let what = words.t(&format!("moderation-action-{}", action.name()));
    let which = match action {
        Action::Label { label } => name_of(&around.labels, &label.to_string(), words),
        Action::Assign { to } => name_of(&around.team, &to.to_string(), words),
        Action::Priority { priority } => words.t(&format!("promises-priority-{}", priority.0)),
        Action::Reply { saved, .. } => name_of(&around.saved, &saved.to_string(), words),
        Action::Hide | Action::Delete | Action::Ask | Action::Resolve => return what,
    };
    words.tn("moderation-why-with", args![what => what, found => which])
}

fn name_of(all: &[(String, String)], id: &str, words: &Words) -> String {
    let found = all.iter().find(|(known, _)| known == id);
    found.map_or_else(|| words.t("moderation-gone"), |(_, name)| name.clone())
}
