//! What the form says, and the form of what a rule says.

use conversations::moderation::{Action, Condition, Joined, NewRule, PriorityWord, What};

use super::{HARMS, TONES};
use crate::Form;
use crate::areas::moderation::decide::{ground, with_ground};

/// What the form says.
pub fn read(form: &Form) -> NewRule {
    NewRule {
        name: form.get("name").to_owned(),
        joined: form.get("joined").parse().unwrap_or(Joined::All),
        conditions: conditions(form),
        actions: actions(form),
        stops: form.has("stops"),
        ground: ground(form),
        reason: form.get("reason").to_owned(),
        tells: form.has("tells"),
    }
}

fn conditions(form: &Form) -> Vec<Condition> {
    let mut all = Vec::new();
    let mut add = |name: &str, what: What| {
        let not = form.has(&format!("{name}_not"));
        all.push(Condition { not, what });
    };
    let sure = |name: &str| form.get(name).trim().parse().unwrap_or(0u8);
    let some = |name: &str| !form.get(name).trim().is_empty();
    let number = |name: &str| form.get(name).trim().parse().unwrap_or(0i64);
    if some("words") {
        add("words", What::Words { lines: form.get("words").replace("\r\n", "\n") });
    }
    if some("pattern") {
        add("pattern", What::Pattern { pattern: form.get("pattern").to_owned() });
    }
    if some("links") {
        let hosts = form.get("hosts").split([' ', '\n', '\r', ',']);
        let hosts = hosts.map(str::trim).filter(|host| !host.is_empty());
        let hosts: Vec<_> = hosts.map(str::to_lowercase).collect();
        let hosts = if form.get("links") == "any" { Vec::new() } else { hosts };
        add("links", What::Links { hosts });
    }
    let tags: Vec<_> = form.all("language").map(str::to_owned).collect();
    if !tags.is_empty() {
        add("language", What::Language { tags });
    }
    if let Some((tone, _)) = TONES.iter().find(|(_, name)| *name == form.get("feeling")) {
        add("feeling", What::Feeling { tone: *tone, sure: sure("feeling_sure") });
    }
    let harms = HARMS.iter().filter(|(_, name)| form.chose("harm", name));
    let kinds: Vec<_> = harms.map(|(kind, _)| *kind).collect();
    if !kinds.is_empty() {
        add("harm", What::Harm { kinds, sure: sure("harm_sure") });
    }
    if form.has("spam") {
        add("spam", What::Spam { sure: sure("spam_sure") });
    }
    if form.has("first") {
        add("first", What::FirstMessage);
    }
    if some("rulings") {
        add("rulings", What::Rulings { least: number("rulings") });
    }
    if some("regular") {
        let what = What::Regular { messages: number("regular"), days: number("regular_days") };
        add("regular", what);
    }
    if some("flood") {
        add("flood", What::Flood { least: number("flood") });
    }
    let channels: Vec<_> = form.all("channel").filter_map(|id| id.parse().ok()).collect();
    if !channels.is_empty() {
        add("channel", What::Channel { channels });
    }
    let kinds: Vec<_> = form.all("kind").filter_map(|kind| kind.parse().ok()).collect();
    if !kinds.is_empty() {
        add("kind", What::Kind { kinds });
    }
    if some("from") || some("until") {
        let days = form.all("day").filter_map(|day| day.parse().ok()).collect();
        let (from, until) = (form.get("from").to_owned(), form.get("until").to_owned());
        add("time", What::Time { days, from, until });
    }
    all
}

fn actions(form: &Form) -> Vec<Action> {
    let mut all = Vec::new();
    if let Ok(label) = form.get("label").parse() {
        all.push(Action::Label { label });
    }
    if let Ok(priority) = form.get("priority").parse() {
        all.push(Action::Priority { priority: PriorityWord(priority) });
    }
    if let Ok(to) = form.get("assign").parse() {
        all.push(Action::Assign { to });
    }
    match form.get("network") {
        "hide" => all.push(Action::Hide),
        "delete" => all.push(Action::Delete),
        _ => {}
    }
    if form.has("ask") {
        all.push(Action::Ask);
    }
    if let Ok(saved) = form.get("reply").parse() {
        all.push(Action::Reply { saved, send: form.get("reply_how") == "send" });
    }
    if form.has("resolve") {
        all.push(Action::Resolve);
    }
    all
}

/// The form of what a rule says.
pub fn form_of(rule: &NewRule) -> Form {
    let mut form = Form::filled([("name", rule.name.as_str()), ("joined", rule.joined.as_str())])
        .with("reason", rule.reason.clone());
    for (name, on) in [("stops", rule.stops), ("tells", rule.tells)] {
        if on {
            form = form.with(name, "on");
        }
    }
    for condition in &rule.conditions {
        form = with_condition(form, condition);
    }
    for action in &rule.actions {
        form = with_action(form, action);
    }
    with_ground(form, rule.ground.as_ref())
}

fn with_condition(mut form: Form, condition: &Condition) -> Form {
    let name = match &condition.what {
        What::FirstMessage => "first",
        what => what.name(),
    };
    if condition.not {
        form = form.with(&format!("{name}_not"), "on");
    }
    match &condition.what {
        What::Words { lines } => form.with("words", lines.clone()),
        What::Pattern { pattern } => form.with("pattern", pattern.clone()),
        What::Links { hosts } if hosts.is_empty() => form.with("links", "any"),
        What::Links { hosts } => form.with("links", "hosts").with("hosts", hosts.join("\n")),
        What::Language { tags } => {
            tags.iter().fold(form, |form, tag| form.with("language", tag.clone()))
        }
        What::Feeling { tone, sure } => {
            let named = TONES.iter().find(|(known, _)| known == tone).map_or("", |(_, name)| name);
            form.with("feeling", named).with("feeling_sure", sure.to_string())
        }
        What::Harm { kinds, sure } => {
            let named = HARMS.iter().filter(|(kind, _)| kinds.contains(kind));
            let form = form.with("harm_sure", sure.to_string());
            named.fold(form, |form, (_, name)| form.with("harm", *name))
        }
        What::Spam { sure } => form.with("spam", "on").with("spam_sure", sure.to_string()),
        What::FirstMessage => form.with("first", "on"),
        What::Rulings { least } => form.with("rulings", least.to_string()),
        What::Regular { messages, days } => {
            form.with("regular", messages.to_string()).with("regular_days", days.to_string())
        }
        What::Flood { least } => form.with("flood", least.to_string()),
        What::Channel { channels } => {
            channels.iter().fold(form, |form, id| form.with("channel", id.to_string()))
        }
        What::Kind { kinds } => {
            kinds.iter().fold(form, |form, kind| form.with("kind", kind.to_string()))
        }
        What::Time { days, from, until } => {
            let form = form.with("from", from.clone()).with("until", until.clone());
            days.iter().fold(form, |form, day| form.with("day", day.to_string()))
        }
    }
}

fn with_action(form: Form, action: &Action) -> Form {
    match action {
        Action::Label { label } => form.with("label", label.to_string()),
        Action::Assign { to } => form.with("assign", to.to_string()),
        Action::Priority { priority } => form.with("priority", priority.0.as_str()),
        Action::Hide => form.with("network", "hide"),
        Action::Delete => form.with("network", "delete"),
        Action::Ask => form.with("ask", "on"),
        Action::Reply { saved, send } => form
            .with("reply", saved.to_string())
            .with("reply_how", if *send { "send" } else { "draft" }),
        Action::Resolve => form.with("resolve", "on"),
    }
}
