//! Durations, policies and due times in words.

use channels::Channel;
use conversations::promise::{ClockKind, DueRow, DueState, NewPolicy, Promised};
use conversations::{Label, Priority};
use database::Tx;
use jiff::SignedDuration;
use maud::{Markup, html};
use platform::{Membership, Right};

use crate::parts::{badge, icon};
use crate::words::{Words, args};
use crate::{InBrand, Refusal};

/// « 1 h 30 », « 45 min », « 4 h ».
pub fn amount(words: &Words, duration: SignedDuration) -> String {
    let minutes = (duration.as_secs() + 30) / 60;
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, _) => words.tn("promises-minutes", args![count => minutes]),
        (_, 0) => words.tn("promises-hours", args![count => hours]),
        _ => words
            .tn("promises-hours-minutes", args![count => hours, minutes => format!("{rest:02}")]),
    }
}

/// When the nearest promise of a conversation ends, as a badge: red when late.
pub fn due_badge(words: &Words, promised: Promised) -> Markup {
    let now = words.now().unwrap_or(promised.due_at);
    let (tone, key) = match promised.state(now) {
        DueState::Late => ("danger", "promises-badge-late"),
        DueState::AtRisk => ("warning", "promises-badge-risk"),
        DueState::OnTime => ("", "promises-badge-on-time"),
    };
    let when = words.relative(promised.due_at);
    let class = if tone.is_empty() { "badge".to_owned() } else { format!("badge badge-{tone}") };
    html! {
        span class=(class) {
            (icon("clock")) " " (words.tn(key, args![when => when]))
        }
    }
}

/// The state of a promise, as a badge.
pub fn state_badge(words: &Words, state: DueState) -> Markup {
    let tone = match state {
        DueState::Late => "danger",
        DueState::AtRisk => "warning",
        DueState::OnTime => "success",
    };
    badge(&words.t(&format!("promises-state-{}", key(state))), tone)
}

/// A state as words and addresses write it.
pub fn key(state: DueState) -> &'static str {
    match state {
        DueState::Late => "late",
        DueState::AtRisk => "risk",
        DueState::OnTime => "on-time",
    }
}

/// The names that policies and rules speak of.
#[derive(Clone, Default)]
pub struct Named {
    /// Channels that are there, by id.
    pub channels: Vec<(String, String)>,
    /// Labels, by id.
    pub labels: Vec<(String, String)>,
    /// Those who answer, by id.
    pub team: Vec<(String, String)>,
}

impl Named {
    pub async fn load(here: &InBrand, tx: &mut Tx) -> Result<Self, Refusal> {
        let channels = Channel::all(&here.actor, tx).await.map_err(Refusal::fault)?;
        let labels = Label::all(&here.actor, tx).await.map_err(Refusal::fault)?;
        let team = Membership::of_brand(&here.actor, tx).await?;
        let answers = team.iter().filter(|member| member.role.may(Right::Converse));
        Ok(Self {
            channels: channels
                .iter()
                .map(|c| (c.id.to_string(), format!("{}, {}", c.network_name, c.name)))
                .collect(),
            labels: labels.iter().map(|l| (l.id.to_string(), l.name.clone())).collect(),
            team: answers.map(|m| (m.teammate.to_string(), m.name.to_string())).collect(),
        })
    }

    pub fn sample() -> Self {
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        Self {
            channels: vec![pair("1", "Bluesky, Le Fournil"), pair("2", "Mastodon, Le Fournil")],
            labels: vec![pair("3", "Réclamation"), pair("4", "Commande")],
            team: vec![pair("5", "Louise Moreau"), pair("6", "Karim Benali")],
        }
    }

    /// The name of one, of any kind.
    pub fn name(&self, words: &Words, id: &str) -> String {
        let all = self.channels.iter().chain(&self.labels).chain(&self.team);
        let mut found = all.filter(|(known, _)| known == id).map(|(_, name)| name.clone());
        found.next().unwrap_or_else(|| words.t("promises-gone"))
    }
}

/// To whom a policy or a rule speaks: « Bluesky ; étiquette Réclamation ; urgent ».
pub fn scope(
    words: &Words,
    named: &Named,
    channel: Option<String>,
    label: Option<String>,
    priority: Option<Priority>,
) -> String {
    let mut parts = Vec::new();
    if let Some(id) = channel {
        parts.push(words.tn("promises-on-channel", args![name => named.name(words, &id)]));
    }
    if let Some(id) = label {
        parts.push(words.tn("promises-with-label", args![name => named.name(words, &id)]));
    }
    if let Some(priority) = priority {
        parts.push(words.t(&format!("promises-priority-{priority}")));
    }
    if parts.is_empty() { words.t("promises-everyone") } else { parts.join(", ") }
}

/// What a policy promises, in one sentence for each promise.
pub fn promised_lines(words: &Words, policy: &NewPolicy) -> Vec<String> {
    let unit = if policy.working { "working" } else { "around" };
    let line = |kind: ClockKind, delay: Option<SignedDuration>| {
        let delay = amount(words, delay?);
        Some(words.tn(&format!("promises-says-{kind}-{unit}"), args![delay => delay]))
    };
    let lines = [
        line(ClockKind::First, policy.first),
        line(ClockKind::Next, policy.next),
        line(ClockKind::Resolution, policy.resolution),
    ];
    lines.into_iter().flatten().collect()
}

/// Lines made up, for the samples of pages: one that is late, one that is not.
pub fn sample_rows() -> Vec<DueRow> {
    let at = |text: &str| text.parse().unwrap_or_default();
    let now = at("2026-11-23T09:00:00Z");
    vec![
        DueRow::sample(now, at("2026-11-23T08:00:00Z")),
        DueRow::sample(now, at("2027-01-04T15:00:00Z")),
    ]
}
