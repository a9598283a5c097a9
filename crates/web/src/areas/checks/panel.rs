//! What the checks say, beside the text: what stops, what asks, what is only said.

use database::Tx;
use maud::{Markup, html};
use platform::Right;
use publishing::guard::{self, Fact, Finding, Guard, Level, links};

use super::wording;
use crate::areas::posts::composer::panels::Composed;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::icon;
use crate::words::args;
use crate::{Frame, Refusal};

/// The panel of a composer: one element, `#checks`.
pub(crate) async fn panel(at: &Composed<'_>, tx: &mut Tx) -> Result<Markup, Refusal> {
    let findings = guard::look(at.post, at.when, &at.here.actor, tx).await?;
    let waits = !links::unknown(at.post, &at.here.actor, tx).await?.is_empty();
    let shown =
        Shown { findings: &findings, channels: at.channels, waits, scheduled: at.scheduled };
    Ok(checks_panel(&at.here.frame, &shown))
}

/// What a panel shows.
pub(crate) struct Shown<'a> {
    /// What was found.
    pub findings: &'a [Finding],
    /// To name them by.
    pub channels: &'a [ShownChannel],
    /// Whether links are being looked at: the page asks again.
    pub waits: bool,
    /// Whether the post has its time already: what asks was answered then.
    pub scheduled: bool,
}

/// The findings in three groups, each with its explanation and the way out.
pub(crate) fn checks_panel(frame: &Frame, shown: &Shown<'_>) -> Markup {
    let words = &frame.words;
    let again = shown.waits.then(|| frame.url("posts/checks"));
    let asked: Vec<Guard> = asked(shown.findings);
    html! {
        section.card.stack.stack-sm.checks id="checks" aria-labelledby="checks-title" data-again=[again] {
            h2 id="checks-title" { (words.t("checks-panel")) }
            p.visually-hidden role="status" {
                (words.tn("checks-count", args![count => i64::try_from(shown.findings.len()).unwrap_or(0)]))
            }
            @if shown.findings.is_empty() {
                p.check-fine { (icon("circle-check")) span { (words.t("checks-fine")) } }
            }
            @for level in Level::ALL {
                (group(frame, shown, *level))
            }
            @if !asked.is_empty() && !shown.scheduled && frame.may(Right::Publish) {
                (anyway(frame, &asked, false))
            }
            @if shown.waits { p.hint { (words.t("checks-links-wait")) } }
        }
    }
}

/// What was found, to be read by whoever is asked to agree; nothing where there is nothing.
pub(crate) fn to_read(frame: &Frame, findings: &[Finding], channels: &[ShownChannel]) -> Markup {
    let shown = Shown { findings, channels, waits: false, scheduled: true };
    html! { @if !findings.is_empty() { (checks_panel(frame, &shown)) } }
}

/// The checks that ask and have no answer, each once.
pub(crate) fn asked(findings: &[Finding]) -> Vec<Guard> {
    if findings.iter().any(|f| f.level == Level::Stops && f.is_open()) {
        return Vec::new();
    }
    let mut asked = Vec::new();
    for finding in findings.iter().filter(|f| f.is_open()) {
        if !asked.contains(&finding.guard) {
            asked.push(finding.guard);
        }
    }
    asked
}

/// The buttons that say « I know ».
pub(crate) fn anyway(frame: &Frame, asked: &[Guard], now: bool) -> Markup {
    let words = &frame.words;
    let (wish, label) = if now {
        ("now-anyway", "checks-publish-anyway")
    } else {
        ("schedule-anyway", "checks-schedule-anyway")
    };
    html! {
        div.row {
            @for guard in asked { input type="hidden" name="accept" value=(guard); }
            button.button.button-small name="do" value=(wish) { (words.t(label)) }
        }
    }
}

fn group(frame: &Frame, shown: &Shown<'_>, level: Level) -> Markup {
    let words = &frame.words;
    let of_level: Vec<_> = shown.findings.iter().filter(|f| f.level == level).collect();
    let key = level.as_str();
    html! {
        @if !of_level.is_empty() {
            div.check-group data-level=(key) {
                h3.check-level { (words.t(&format!("checks-level-{key}"))) }
                ul.stack.stack-sm {
                    @for finding in of_level { (line(frame, finding, shown.channels)) }
                }
            }
        }
    }
}

/// One finding: its name, what was seen, the way out.
pub(crate) fn line(frame: &Frame, finding: &Finding, channels: &[ShownChannel]) -> Markup {
    let words = &frame.words;
    let said = wording::say(words, finding, channels);
    let channel = finding.channel.and_then(|id| channels.iter().find(|channel| channel.id == id));
    let picture = match finding.level {
        Level::Stops => "circle-x",
        Level::Asks => "circle-question-mark",
        Level::Informs => "info",
    };
    html! {
        li.check-line {
            (icon(picture))
            div {
                p.strong {
                    (words.t(&wording::key(finding.guard)))
                    @if let Some(channel) = channel { " " (channel.mark("network-sm")) }
                    @if finding.accepted { " " span.badge.badge-success { (words.t("checks-accepted")) } }
                }
                p { (said.seen) }
                p.muted { (said.way) }
                @if let Fact::BrandPaused { crisis: Some(crisis), .. } = &finding.fact {
                    p { a href=(frame.url(&format!("crisis/{crisis}"))) { (words.t("checks-crisis-room")) } }
                }
                @if let Some(mention) = mention(finding, frame) {
                    button.button.button-small type="button" hidden data-insert-text=(mention) {
                        (icon("plus")) (words.tn("checks-insert", args![mention => mention]))
                    }
                }
            }
        }
    }
}

/// The mention that the law asks for, to be put before the text.
fn mention(finding: &Finding, frame: &Frame) -> Option<String> {
    match finding.fact {
        Fact::NoMention { .. } | Fact::Collaboration { .. } => {
            Some(frame.words.t("checks-mention-collaboration"))
        }
        Fact::NoRetouchMention => Some(frame.words.t("checks-mention-retouched")),
        _ => None,
    }
}

/// One of each level, for the samples of pages that show findings.
pub(crate) fn sample() -> Vec<Finding> {
    let finding = |guard: Guard, level, fact| Finding {
        guard,
        level,
        channel: None,
        fact,
        accepted: guard == Guard::Avoided,
    };
    let word = |words: &str| Fact::Word {
        words: words.to_owned(),
        instead: String::new(),
        why: "C’est aux clients de le dire.".to_owned(),
    };
    vec![
        finding(Guard::Avoided, Level::Asks, word("le meilleur pain")),
        finding(Guard::AltText, Level::Informs, Fact::NoAltText { pictures: vec![1] }),
    ]
}
