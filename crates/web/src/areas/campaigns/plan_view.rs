//! A campaign's plan as it is shown: its day, its phases, each step with its post.

use database::Tx;
use maud::{Markup, Render, html};
use platform::Right;
use publishing::Campaign;
use publishing::campaign::{Following, PhaseName, Step, phases};

use super::one::CampaignPage;
use super::wording::{of, offset, when};
use crate::areas::posts::composer::panels::Composed;
use crate::parts::{
    Field, Tone, channel_mark, csrf, icon, link_button, notice, one_button, state, submit,
};
use crate::words::{Words, args};
use crate::{Form, Frame, Refusal};

/// The plan.
pub(super) fn plan(page: &CampaignPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let writes = frame.may(Right::Draft) && !page.campaign.archived;
    html! {
        section.stack #plan aria-labelledby="plan-title" {
            div.section-title {
                h2 id="plan-title" { (words.t("campaigns-plan")) }
                @if writes && !page.steps.is_empty() { a href=(page.url(frame, "steps/new")) { (words.t("campaigns-step-add")) } }
            }
            @if page.steps.is_empty() { (empty(page, frame, writes)) } @else {
                @if writes { (day(page, frame)) }
                (left_behind(page, frame))
                @for phase in phases(page.campaign.kind) { (phase_card(page, frame, phase, writes)) }
                @if writes { (prepare(page, frame)) }
            }
        }
    }
}

fn empty(page: &CampaignPage, frame: &Frame, writes: bool) -> Markup {
    let words = &frame.words;
    html! {
        div.card.stack.stack-sm {
            p { (words.t(&format!("campaigns-plan-none-{}", page.campaign.kind))) }
            @if writes {
                div.row {
                    (one_button(frame, &page.url(frame, "plan"), &words.t("campaigns-lay-out"), "button-primary"))
                    (link_button(&words.t("campaigns-step-add"), &page.url(frame, "steps/new"), ""))
                }
            }
        }
    }
}

/// The day that the plan turns around, to be moved.
fn day(page: &CampaignPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let kind = page.campaign.kind;
    let shown = page.campaign.day.map(|day| day.to_string()).unwrap_or_default();
    let form =
        if page.form.is_refused() { page.form.clone() } else { Form::empty().with("day", shown) };
    let label = words.t(&format!("campaigns-day-of-{kind}"));
    html! {
        form.card.card-quiet.form method="post" action=(page.url(frame, "day")) {
            (csrf(frame))
            div.row.plan-day {
                (Field::new(&form, "day", &label).kind("date").render())
                (submit(&words.t("campaigns-day-move"), ""))
            }
            p.hint id="day-follows" { (words.t("campaigns-day-follows")) }
        }
    }
}

/// What is scheduled at another time than the plan's: it moves when asked.
fn left_behind(page: &CampaignPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let zone = words.zone().iana_name().unwrap_or("UTC");
    let apart = |step: &&Step| step.following(page.campaign.day, zone) == Following::ScheduledApart;
    let count = page.steps.iter().filter(apart).count();
    html! {
        @if count > 0 && page.campaign.day.is_some() {
            (notice(Tone::Warning, &words.tn("campaigns-left-behind", args![count => count as i64]), html! {
                p { (words.t("campaigns-left-behind-lead")) }
                @if frame.may(Right::Publish) {
                    div.row { (one_button(frame, &page.url(frame, "plan/time"), &words.tn("campaigns-bring-all", args![count => count as i64]), "button-small")) }
                }
            }))
        }
    }
}

fn phase_card(page: &CampaignPage, frame: &Frame, phase: PhaseName, writes: bool) -> Markup {
    let words = &frame.words;
    let steps: Vec<_> = page.steps.iter().filter(|step| step.phase == phase).collect();
    html! {
        @if !steps.is_empty() {
            section.card.card-flush.phase aria-labelledby={ "phase-" (phase) } {
                div.card-head {
                    h3 id={ "phase-" (phase) } { (words.t(&format!("campaigns-phase-{phase}"))) }
                    span.muted.small { (words.tn("campaigns-steps", args![count => steps.len() as i64])) }
                }
                ol.list.plan-steps { @for step in steps { (line(page, frame, step, writes)) } }
            }
        }
    }
}

fn line(page: &CampaignPage, frame: &Frame, step: &Step, writes: bool) -> Markup {
    let words = &frame.words;
    let zone = words.zone().iana_name().unwrap_or("UTC");
    let following = step.following(page.campaign.day, zone);
    let own = page.url(frame, &format!("steps/{}", step.id));
    html! {
        li {
            div.item.plan-step {
                span.plan-offset { (offset(words, step.days)) }
                div.item-body {
                    p.item-title { (step.brief) }
                    p.item-meta {
                        (when(words, step, page.campaign.day))
                        @if let Some(format) = step.format { " · " (words.t(&format!("mix-format-{format}"))) }
                    }
                    (standing(page, words, step, following))
                }
                div.item-end.row {
                    @if step.post.as_ref().is_some_and(|post| page.asked.contains(&post.id)) { (state(words, "asked")) } @else { (said(words, following)) }
                    @if let Some(post) = step.post.as_ref().filter(|post| !post.deleted) {
                        (link_button(&words.t("campaigns-open"), &frame.url(&format!("posts/{}", post.id)), "button-small"))
                    }
                    @if writes {
                        @match following {
                            Following::Apart if page.campaign.day.is_some() => (one_button(frame, &format!("{own}/time"), &words.t("campaigns-bring"), "button-small button-quiet")),
                            Following::ScheduledApart if frame.may(Right::Publish) => (one_button(frame, &format!("{own}/time"), &words.t("campaigns-bring"), "button-small button-quiet")),
                            Following::NotBegun => (one_button(frame, &format!("{own}/draft"), &words.t("campaigns-begin"), "button-small")),
                            Following::Deleted => (one_button(frame, &format!("{own}/draft"), &words.t("campaigns-begin-again"), "button-small button-quiet")),
                            _ => {},
                        }
                        a.button.button-quiet.button-icon.button-small href=(own) aria-label=(words.tn("campaigns-step-edit", args![name => offset(words, step.days)])) { (icon("pencil")) }
                    }
                }
            }
        }
    }
}

/// Where its post is, and when, if not as planned.
fn standing(page: &CampaignPage, words: &Words, step: &Step, following: Following) -> Markup {
    let post = step.post.as_ref();
    let shown = post.and_then(|one| page.posts.iter().find(|shown| shown.id == one.id));
    let scheduled = post.and_then(|post| match &post.state {
        publishing::PostState::Scheduled(at) => Some(at.at),
        publishing::PostState::Draft => None,
    });
    let apart = match following {
        Following::Apart => match post.and_then(|post| post.wanted.as_ref()) {
            Some(wanted) => {
                Some(words.tn("campaigns-apart", args![when => words.moment(wanted.at)]))
            }
            None => Some(words.t("campaigns-apart-undated")),
        },
        Following::ScheduledApart => scheduled
            .map(|at| words.tn("campaigns-scheduled-apart", args![when => words.moment(at)])),
        _ => None,
    };
    html! {
        @if let Some(shown) = shown {
            @if !shown.on.is_empty() {
                p.item-meta {
                    @for on in &shown.on {
                        @if let Some(channel) = page.channels.iter().find(|one| one.id == on.channel) { (channel_mark(channel, "network-sm")) }
                    }
                    @if !shown.excerpt.is_empty() { span.clip { (primitives::text::shorten(shown.excerpt.trim(), 90)) } }
                }
            }
        }
        @if let Some(apart) = apart { p.item-meta.plan-apart { (icon("clock")) (apart) } }
    }
}

fn said(words: &Words, following: Following) -> Markup {
    match following {
        Following::NotBegun => html! { span.badge { (words.t("campaigns-step-not-begun")) } },
        Following::Deleted => html! { span.badge { (words.t("campaigns-step-deleted")) } },
        Following::Follows | Following::Apart => state(words, "draft"),
        Following::Scheduled | Following::ScheduledApart => state(words, "planned"),
        Following::Left => state(words, "published"),
    }
}

/// Turns what is left of the plan into drafts: where each phase goes.
fn prepare(page: &CampaignPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let left =
        |phase| page.steps.iter().filter(|step| step.phase == phase && step.post.is_none()).count();
    let all = page.steps.iter().filter(|step| step.post.is_none()).count();
    html! {
        @if all > 0 {
            form.card.form method="post" action=(page.url(frame, "drafts")) aria-labelledby="prepare-title" {
                (csrf(frame))
                h3 id="prepare-title" { (words.tn("campaigns-prepare-title", args![count => all as i64])) }
                p.muted { (words.t(if page.campaign.day.is_some() { "campaigns-prepare-lead" } else { "campaigns-prepare-no-day" })) }
                @if page.campaign.day.is_some() {
                    @for phase in phases(page.campaign.kind) {
                        @if left(phase) > 0 && !page.channels.is_empty() { (where_to(page, words, phase)) }
                    }
                    div.form-actions { (submit(&words.tn("campaigns-prepare", args![count => all as i64]), "button-primary")) }
                }
            }
        }
    }
}

fn where_to(page: &CampaignPage, words: &Words, phase: PhaseName) -> Markup {
    let members = phase == PhaseName::Members;
    html! {
        fieldset.fieldset {
            legend { (words.t(&format!("campaigns-phase-{phase}"))) }
            @if members { p.hint { (words.t("campaigns-members-where")) } }
            div.choices.choices-compact {
                @for channel in &page.channels {
                    label.choice {
                        input type="checkbox" name={ "channel-" (phase) } value=(channel.id) checked[!members];
                        (channel_mark(channel, "network-sm"))
                        span { (channel.network_name) }
                    }
                }
            }
        }
    }
}

/// In the composer: what the campaign's plan asks of this post.
pub(crate) async fn panel(at: &Composed<'_>, tx: &mut Tx) -> Result<Markup, Refusal> {
    let empty = html! { div id="panel-campaign" {} };
    let Some(id) = at.id else { return Ok(empty) };
    let Some((campaign, step)) = Campaign::step_of(id, &at.here.actor, tx).await.map_err(of)?
    else {
        return Ok(empty);
    };
    let frame = &at.here.frame;
    let words = &frame.words;
    let url = frame.url(&format!("campaigns/{}", campaign.id));
    Ok(html! {
        section.card.card-quiet.stack.stack-sm id="panel-campaign" aria-labelledby="panel-campaign-title" {
            h2.small.strong.row.row-tight id="panel-campaign-title" { (icon("megaphone")) span { (words.tn("campaigns-panel", args![name => &campaign.name])) } }
            p.small.muted { (offset(words, step.days)) " · " (words.t(&format!("campaigns-phase-{}", step.phase))) " · " (when(words, &step, campaign.day)) }
            p { (step.brief) }
            @if let Some(format) = step.format { p.small { (words.tn("campaigns-panel-format", args![name => words.t(&format!("mix-format-{format}"))])) } }
            a.small href=(url) { (words.t("campaigns-panel-plan")) }
        }
    })
}
