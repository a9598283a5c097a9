//! The form of a rule, each kind of condition and of action in its place: nothing in a place, and
//! the rule does not look at it.

use channels::{Channel, ItemKind};
use conversations::moderation::{
    Action, Condition, Harm, Joined, NewRule, PatternError, PriorityWord, RuleError, Tone, What,
};
use conversations::saved::SavedReply;
use conversations::{Label, Priority};
use database::Tx;

use maud::{Markup, Render, html};
use platform::{Membership, Right};

use super::decide::{clauses, ground, ground_fields, grounds, with_ground};
use crate::parts::{Choice, Field, Select, check, choice, switch};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Refusal};

const LANGUAGES: [&str; 3] = ["fr", "en", "other"];
const HARMS: [(Harm, &str); 4] = [
    (Harm::Insult, "insult"),
    (Harm::Hate, "hate"),
    (Harm::Threat, "threat"),
    (Harm::Swearing, "swearing"),
];
const TONES: [(Tone, &str); 3] =
    [(Tone::Negative, "negative"), (Tone::Neutral, "neutral"), (Tone::Positive, "positive")];
const KINDS: [ItemKind; 5] =
    [ItemKind::Reply, ItemKind::Mention, ItemKind::Quote, ItemKind::Direct, ItemKind::Review];

/// What rules may name, by id.
#[derive(Clone, Default)]
pub struct Around {
    channels: Vec<(String, String)>,
    labels: Vec<(String, String)>,
    team: Vec<(String, String)>,
    saved: Vec<(String, String)>,
    grounds: Vec<(String, String)>,
}

impl Around {
    pub async fn load(here: &InBrand, tx: &mut Tx) -> Result<Self, Refusal> {
        let actor = &here.actor;
        let channels = Channel::all(actor, tx).await.map_err(Refusal::fault)?;
        let labels = Label::all(actor, tx).await.map_err(Refusal::fault)?;
        let team = Membership::of_brand(actor, tx).await.map_err(Refusal::fault)?;
        let saved = SavedReply::all(actor, tx).await?;
        let answers = team.iter().filter(|one| one.role.may(Right::Converse));
        let network = |one: &Channel| format!("{}, {}", one.network_name, one.handle);
        Ok(Self {
            channels: channels.iter().map(|one| (one.id.to_string(), network(one))).collect(),
            labels: labels.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
            team: answers.map(|one| (one.teammate.to_string(), one.name.to_string())).collect(),
            saved: saved.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
            grounds: grounds(here.words(), &clauses(here, tx).await?),
        })
    }

    pub fn sample() -> Self {
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        Self {
            channels: vec![pair("01920000-0000-7000-8000-000000000001", "Mastodon, fournil")],
            labels: vec![pair("01920000-0000-7000-8000-000000000002", "Prix")],
            team: vec![pair("01920000-0000-7000-8000-000000000003", "Louise Martin")],
            saved: vec![pair("01920000-0000-7000-8000-000000000004", "Horaires")],
            grounds: vec![pair("", "Choisir"), pair("law:insult", "Injure publique")],
        }
    }
}

fn name_of(all: &[(String, String)], id: &str, words: &Words) -> String {
    let found = all.iter().find(|(known, _)| known == id);
    found.map_or_else(|| words.t("moderation-gone"), |(_, name)| name.clone())
}

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

/// What is wrong with a pattern, in words.
pub fn pattern_words(words: &Words, error: PatternError) -> String {
    use PatternError as P;
    let (key, at) = match error {
        P::Empty => return words.t("moderation-pattern-empty"),
        P::TooLarge => return words.t("moderation-pattern-too-large"),
        P::Unclosed(at) => ("unclosed", at),
        P::Unopened(at) => ("unopened", at),
        P::NothingRepeated(at) => ("nothing-repeated", at),
        P::BadRepetition(at) => ("bad-repetition", at),
        P::BadEscape(at) => ("bad-escape", at),
        P::NotOffered(at) => ("not-offered", at),
        P::BadClass(at) => ("bad-class", at),
        P::Other(at) => ("other", at),
    };
    words.tn(&format!("moderation-pattern-{key}"), args![at => at])
}

/// Puts what a rule refuses beside its field.
pub fn refuse(form: &mut Form, error: RuleError, words: &Words) -> Result<(), Refusal> {
    use RuleError as E;
    let (field, said) = match error {
        E::BadName => ("name", words.t("moderation-rule-bad-name")),
        E::NoCondition => ("words", words.t("moderation-rule-no-condition")),
        E::NoAction => ("label", words.t("moderation-rule-no-action")),
        E::Pattern(error) => ("pattern", pattern_words(words, error)),
        E::Words => ("words", words.t("moderation-rule-words")),
        E::Host(host) => ("hosts", words.tn("moderation-rule-host", args![host => host])),
        E::Number("sure") => ("harm_sure", words.t("moderation-rule-sure")),
        E::Number("rulings") => ("rulings", words.t("moderation-rule-number")),
        E::Number("flood") => ("flood", words.t("moderation-rule-number")),
        E::Number(_) => ("regular", words.t("moderation-rule-number")),
        E::Time => ("from", words.t("moderation-rule-time")),
        E::NoGround => ("ground", words.t("moderation-rule-no-ground")),
        E::TooLong => ("reason", words.t("moderation-too-long")),
        E::TooMany => ("name", words.t("moderation-rule-too-many")),
        E::Unknown("ground") => ("ground", words.t("moderation-no-ground")),
        E::Unknown(_) | E::Choice(_) | E::Twice => ("name", words.t("moderation-rule-unknown")),
        error => return Err(error.into()),
    };
    form.refuse(field, said);
    Ok(())
}

/// The fields of a rule.
pub fn fields(frame: &Frame, form: &Form, around: &Around) -> Markup {
    let words = &frame.words;
    let joined = |value: &'static str| {
        let title = words.t(&format!("moderation-joined-{value}"));
        choice(form, "radio", "joined", Choice { value, title: &title, hint: "" })
    };
    html! {
        section.card.form {
            (Field::new(form, "name", &words.t("moderation-field-name")).required().with("maxlength", "80"))
            fieldset.fieldset { legend { (words.t("moderation-field-joined")) } div.choices { (joined("all")) (joined("any")) } }
        }
        section.card.form aria-labelledby="if" {
            h2.h3 #if { (words.t("moderation-if")) }
            p.muted { (words.t("moderation-if-lead")) }
            (said(frame, form))
            (meant(frame, form))
            (written_by(frame, form))
            (come(frame, form, around))
        }
        section.card.form aria-labelledby="then" {
            h2.h3 #then { (words.t("moderation-then")) }
            (done(frame, form, around))
        }
        section.card.form aria-labelledby="because" {
            h2.h3 #because { (words.t("moderation-because-title")) }
            p.muted { (words.t("moderation-because-lead")) }
            (ground_fields(frame, form, &around.grounds))
            (switch(form, "tells", &words.t("moderation-field-rule-tells")))
        }
    }
}

fn contrary(words: &Words, form: &Form, name: &'static str) -> Markup {
    check(form, name, "on", &words.t("moderation-contrary"))
}

fn number(form: &Form, name: &'static str, label: &str, most: &'static str) -> Markup {
    let field = Field::new(form, name, label).kind("number");
    field.with("min", "1").with("max", most).with("inputmode", "numeric").render()
}

/// What is said.
fn said(frame: &Frame, form: &Form) -> Markup {
    let words = &frame.words;
    let links = ["", "any", "hosts"].map(|value| {
        let key = if value.is_empty() { "none" } else { value };
        (value.to_owned(), words.t(&format!("moderation-links-{key}")))
    });
    let boxes = LANGUAGES.map(|tag| (tag, words.t(&format!("moderation-language-{tag}"))));
    html! {
        details.disclosure open[!form.get("words").is_empty() || form.error("words").is_some()] {
            summary { (words.t("moderation-why-words")) }
            (Field::new(form, "words", &words.t("moderation-field-words")).lines(4).hint(words.t("moderation-field-words-hint")))
            (contrary(words, form, "words_not"))
        }
        details.disclosure open[!form.get("pattern").is_empty() || form.error("pattern").is_some()] {
            summary { (words.t("moderation-why-pattern")) }
            (Field::new(form, "pattern", &words.t("moderation-field-pattern")).with("maxlength", "500").with("spellcheck", "false").hint(words.t("moderation-field-pattern-hint")))
            (contrary(words, form, "pattern_not"))
        }
        details.disclosure open[!form.get("links").is_empty() || form.error("hosts").is_some()] {
            summary { (words.t("moderation-why-links")) }
            (Select::new(form, "links", &words.t("moderation-field-links"), links))
            (Field::new(form, "hosts", &words.t("moderation-field-hosts")).lines(3).hint(words.t("moderation-field-hosts-hint")))
            (contrary(words, form, "links_not"))
        }
        details.disclosure open[form.has("language")] {
            summary { (words.t("moderation-why-language")) }
            div.row.row-wrap { @for (tag, name) in &boxes { (check(form, "language", tag, name)) } }
            (contrary(words, form, "language_not"))
        }
    }
}

/// What is meant.
fn meant(frame: &Frame, form: &Form) -> Markup {
    let words = &frame.words;
    let sure = words.t("moderation-field-sure");
    let none = (String::new(), words.t("moderation-tone-any"));
    let tones =
        TONES.map(|(_, name)| (name.to_owned(), words.t(&format!("moderation-tone-{name}"))));
    let tones: Vec<_> = std::iter::once(none).chain(tones).collect();
    let harms = HARMS.map(|(_, name)| (name, words.t(&format!("moderation-harm-{name}"))));
    html! {
        details.disclosure open[form.has("harm") || form.error("harm_sure").is_some()] {
            summary { (words.t("moderation-why-harm")) }
            div.row.row-wrap { @for (name, said) in &harms { (check(form, "harm", name, said)) } }
            (number(form, "harm_sure", &sure, "100"))
            (contrary(words, form, "harm_not"))
        }
        details.disclosure open[form.has("spam")] {
            summary { (words.t("moderation-why-spam")) }
            (check(form, "spam", "on", &words.t("moderation-field-spam")))
            (number(form, "spam_sure", &sure, "100"))
            (contrary(words, form, "spam_not"))
        }
        details.disclosure open[!form.get("feeling").is_empty()] {
            summary { (words.t("moderation-why-feeling")) }
            (Select::new(form, "feeling", &words.t("moderation-field-feeling"), tones))
            (number(form, "feeling_sure", &sure, "100"))
            (contrary(words, form, "feeling_not"))
        }
    }
}

/// Who wrote it.
fn written_by(frame: &Frame, form: &Form) -> Markup {
    let words = &frame.words;
    let open =
        ["first", "rulings", "regular", "flood"].iter().any(|name| !form.get(name).is_empty());
    html! {
        details.disclosure open[open] {
            summary { (words.t("moderation-author-conditions")) }
            (check(form, "first", "on", &words.t("moderation-field-first")))
            (contrary(words, form, "first_not"))
            div.fields-inline {
                (number(form, "rulings", &words.t("moderation-field-rulings"), "10000"))
                (number(form, "flood", &words.t("moderation-field-flood"), "10000"))
            }
            div.fields-inline {
                (number(form, "regular", &words.t("moderation-field-regular"), "10000"))
                (Field::new(form, "regular_days", &words.t("moderation-field-regular-days")).kind("number").with("min", "0").with("max", "3650"))
            }
            (check(form, "regular_not", "on", &words.t("moderation-field-regular-not")))
        }
    }
}

/// Where and when it came.
fn come(frame: &Frame, form: &Form, around: &Around) -> Markup {
    let words = &frame.words;
    let days = ["1", "2", "3", "4", "5", "6", "7"];
    let days = days.map(|day| (day, words.t(&format!("moderation-day-{day}"))));
    html! {
        @if !around.channels.is_empty() {
            details.disclosure open[form.has("channel")] {
                summary { (words.t("moderation-why-channel")) }
                div.row.row-wrap { @for (id, name) in &around.channels { (check(form, "channel", id, name)) } }
                (contrary(words, form, "channel_not"))
            }
        }
        details.disclosure open[form.has("kind")] {
            summary { (words.t("moderation-why-kind")) }
            div.row.row-wrap { @for kind in KINDS { (check(form, "kind", kind.as_str(), &words.t(&format!("moderation-kind-{kind}")))) } }
            (contrary(words, form, "kind_not"))
        }
        details.disclosure open[!form.get("from").is_empty() || form.error("from").is_some()] {
            summary { (words.t("moderation-why-time")) }
            div.fields-inline {
                (Field::new(form, "from", &words.t("moderation-field-from")).kind("time"))
                (Field::new(form, "until", &words.t("moderation-field-until")).kind("time"))
            }
            fieldset.fieldset {
                legend { (words.t("moderation-field-day")) }
                div.row.row-wrap { @for (day, name) in &days { (check(form, "day", day, name)) } }
            }
            (contrary(words, form, "time_not"))
        }
    }
}

/// What is done.
fn done(frame: &Frame, form: &Form, around: &Around) -> Markup {
    let words = &frame.words;
    let with = |key: &str, all: &[(String, String)]| {
        let none = (String::new(), words.t(key));
        std::iter::once(none).chain(all.iter().cloned()).collect::<Vec<_>>()
    };
    let priorities: Vec<_> = Priority::ALL
        .iter()
        .map(|one| (one.to_string(), words.t(&format!("promises-priority-{one}"))))
        .collect();
    let network = ["hide", "delete"]
        .map(|value| (value.to_owned(), words.t(&format!("moderation-action-{value}"))));
    let how = ["draft", "send"]
        .map(|value| (value.to_owned(), words.t(&format!("moderation-reply-{value}"))));
    html! {
        div.fields-inline {
            (Select::new(form, "label", &words.t("moderation-action-label"), with("moderation-none", &around.labels)))
            (Select::new(form, "priority", &words.t("moderation-action-priority"), with("moderation-none", &priorities)))
            (Select::new(form, "assign", &words.t("moderation-action-assign"), with("moderation-none", &around.team)))
        }
        (Select::new(form, "network", &words.t("moderation-field-network"), with("moderation-none", &network)).hint(words.t("moderation-field-network-hint")))
        (check(form, "ask", "on", &words.t("moderation-action-ask")))
        @if !around.saved.is_empty() {
            div.fields-inline {
                (Select::new(form, "reply", &words.t("moderation-field-reply"), with("moderation-none", &around.saved)))
                (Select::new(form, "reply_how", &words.t("moderation-field-reply-how"), how))
            }
        }
        (check(form, "resolve", "on", &words.t("moderation-action-resolve")))
        (switch(form, "stops", &words.t("moderation-stops")))
    }
}
