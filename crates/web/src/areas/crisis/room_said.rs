//! What is said in a crisis, by whom, and the two ways of answering it.

use conversations::crisis::{Crisis, LikeGroup, Said};
use maud::{Markup, Render, html};
use platform::Right;
use primitives::text::shorten;

use super::room::RoomFacts;
use super::shown;
use crate::parts::{
    Field, Tone, badge, channel_mark, csrf, icon, link_button, notice, submit, time,
};
use crate::words::{Words, args};
use crate::{Form, Frame};

/// How many groups and people are shown.
const GROUPS: usize = 30;
const AUTHORS: usize = 10;

/// The messages by likeness, to be answered or left out; who speaks.
pub(super) fn said(frame: &Frame, facts: &RoomFacts, form: &Form) -> Markup {
    let words = &frame.words;
    let spoken = &facts.spoken;
    let groups = spoken.groups();
    let crisis = &facts.crisis;
    let unanswered = spoken.unanswered() as i64;
    html! {
        section.stack aria-labelledby="said" {
            div.spread {
                h2.section-title #said { (words.t("crisis-said")) }
                @if !crisis.rehearsal {
                    a.small href=(frame.url(&format!("inbox?tab=all&crisis={}", crisis.id))) { (words.t("crisis-in-inbox")) }
                }
            }
            @if groups.is_empty() {
                p.muted { (words.t("crisis-said-none")) }
            } @else {
                p { (words.tn("crisis-said-count", args![count => spoken.total, unanswered => unanswered])) }
                form.stack method="post" action=(frame.url(&format!("crisis/{}/messages", crisis.id))) {
                    (csrf(frame))
                    ul.stack.stack-sm.crisis-groups {
                        @for group in groups.iter().take(GROUPS) { (like_group(frame, facts, group)) }
                    }
                    @if groups.len() > GROUPS {
                        p.muted { (words.tn("crisis-more-groups", args![count => (groups.len() - GROUPS) as i64])) }
                    }
                    @if frame.may(Right::Converse) { (answer(frame, facts, form)) }
                }
                (authors(words, facts))
            }
        }
    }
}

fn like_group(frame: &Frame, facts: &RoomFacts, group: &LikeGroup) -> Markup {
    let words = &frame.words;
    let Some(first) = group.said.first() else { return html! {} };
    let waiting: Vec<String> = group
        .said
        .iter()
        .filter(|said| said.answered_at.is_none())
        .map(|said| said.id.to_string())
        .collect();
    let count = group.said.len() as i64;
    html! {
        li.card.stack.stack-sm {
            div.row.crisis-group-head {
                @if frame.may(Right::Converse) && !waiting.is_empty() && count > 1 {
                    label.check {
                        input type="checkbox" name="said" value=(waiting.join(","));
                        span { (words.tn("crisis-choose-all", args![count => waiting.len() as i64])) }
                    }
                }
                span.strong { (words.tn("crisis-times", args![count => count, people => group.authors as i64])) }
                span.small.muted { (shown::reach(words, group.reach, group.reach_known, group.authors)) }
            }
            @if count == 1 {
                (one(frame, facts, first))
            } @else {
                blockquote.crisis-words { (first.words) }
                details.disclosure {
                    summary { (words.tn("crisis-see-all", args![count => count])) }
                    ul.stack.stack-sm { @for said in group.said.iter().rev().take(50) { li { (one(frame, facts, said)) } } }
                }
            }
        }
    }
}

fn one(frame: &Frame, facts: &RoomFacts, said: &Said) -> Markup {
    let words = &frame.words;
    let channel = facts.channels.iter().find(|channel| Some(channel.id) == said.channel);
    let name = if said.author.is_empty() { words.t("crisis-someone") } else { said.author.clone() };
    html! {
        div.crisis-said {
            @if frame.may(Right::Converse) && said.answered_at.is_none() {
                label.check {
                    input type="checkbox" name="said" value=(said.id) aria-label=(words.tn("crisis-choose", args![name => name.clone()]));
                }
            }
            div.grow {
                p.crisis-words { (said.words) }
                p.small.muted {
                    @if let Some(channel) = channel { (channel_mark(channel, "network-sm")) " " }
                    (name) " · " (shown::followers(words, said.followers)) " · "
                    (time(words, said.at, &words.short_moment(said.at)))
                    @if let Some(conversation) = said.conversation {
                        " · " a href=(frame.url(&format!("inbox/{conversation}"))) { (words.t("crisis-see-conversation")) }
                    }
                }
            }
            @if said.answered_at.is_some() { (badge(&words.t("crisis-answered"), "success")) }
        }
    }
}

/// The bar under the messages.
fn answer(frame: &Frame, facts: &RoomFacts, form: &Form) -> Markup {
    let words = &frame.words;
    html! {
        div.card.stack.stack-sm {
            h3 { (words.t("crisis-answer")) }
            @if let Some(error) = form.error("said") { p.error role="alert" { (error) } }
            @if facts.statements.is_empty() {
                p { (words.t("crisis-no-statement")) " " a href=(frame.url("crisis/statements")) { (words.t("crisis-tab-statements")) } }
            } @else {
                div.crisis-line-form {
                    (statement_select(words, facts))
                    select.select name="language" aria-label=(words.t("crisis-answer-language")) {
                        option value="" { (words.t("crisis-language-theirs")) }
                        option value="fr" { (words.t("crisis-language-fr")) }
                        option value="en" { (words.t("crisis-language-en")) }
                    }
                }
                p.hint { (words.t(if facts.crisis.rehearsal { "crisis-answer-hint-rehearsal" } else { "crisis-answer-hint" })) }
            }
            div.row {
                @if !facts.statements.is_empty() {
                    button.button.button-primary name="do" value="answer" { (icon("reply")) (words.t("crisis-answer-chosen")) }
                }
                button.button.button-quiet name="do" value="leave-out" { (words.t("crisis-leave-out")) }
            }
        }
    }
}

fn statement_select(words: &Words, facts: &RoomFacts) -> Markup {
    html! {
        select.select name="statement" aria-label=(words.t("crisis-statement")) {
            @for statement in &facts.statements { option value=(statement.id) { (statement.title) } }
        }
    }
}

fn authors(words: &Words, facts: &RoomFacts) -> Markup {
    let authors = facts.spoken.authors();
    let known = authors.iter().filter(|author| author.followers.is_some()).count();
    let title = words.t("crisis-authors");
    html! {
        div.stack.stack-sm {
            h3 { (title) }
            p.small.muted { (words.tn("crisis-authors-known", args![known => known as i64, count => authors.len() as i64])) }
            div.table-wrap tabindex="0" role="region" aria-label=(title) {
                table.table {
                    thead { tr {
                        th scope="col" { (words.t("crisis-author")) }
                        th.num scope="col" { (words.t("crisis-author-followers")) }
                        th.num scope="col" { (words.t("crisis-author-messages")) }
                    } }
                    tbody {
                        @for author in authors.iter().take(AUTHORS) {
                            tr {
                                td { (author.name) @if !author.handle.is_empty() { " " span.muted.small { "@" (author.handle) } } }
                                td.num { @match author.followers { Some(count) => (words.number(count)), None => span.muted { (words.t("crisis-unknown")) } } }
                                td.num { (words.number(author.messages as i64)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A statement as a post, now.
pub(super) fn post(frame: &Frame, facts: &RoomFacts) -> Markup {
    let words = &frame.words;
    let rehearsal = facts.crisis.rehearsal;
    html! {
        @if frame.may(Right::Publish) {
            section.card.stack.stack-sm aria-labelledby="post" {
                h2.section-title #post { (words.t("crisis-post")) }
                @if facts.statements.is_empty() {
                    p { (words.t("crisis-no-statement")) }
                    div.row { (link_button(&words.t("crisis-tab-statements"), &frame.url("crisis/statements"), "")) }
                } @else {
                    form.stack.stack-sm method="post" action=(frame.url(&format!("crisis/{}/statement", facts.crisis.id))) {
                        (csrf(frame))
                        div.crisis-line-form {
                            (statement_select(words, facts))
                            select.select name="language" aria-label=(words.t("crisis-answer-language")) {
                                option value="fr" { (words.t("crisis-language-fr")) }
                                option value="en" { (words.t("crisis-language-en")) }
                            }
                        }
                        @for statement in &facts.statements {
                            details.disclosure {
                                summary { (statement.title) }
                                @for text in &statement.texts { p.crisis-words lang=(text.language.tag()) { (shorten(&text.words, 600)) } }
                            }
                        }
                        fieldset.fieldset {
                            legend.small { (words.t("crisis-post-where")) }
                            div.choices.choices-compact {
                                @for channel in &facts.channels {
                                    label.choice {
                                        input type="checkbox" name="channel" value=(channel.id);
                                        span { (channel_mark(channel, "network-sm")) " @" (channel.handle) }
                                    }
                                }
                            }
                        }
                        p.hint { (words.t(if rehearsal { "crisis-post-hint-rehearsal" } else { "crisis-post-hint" })) }
                        div.row { (submit(&words.t("crisis-post-now"), "button-danger")) }
                    }
                }
            }
        }
    }
}

/// By which words messages belong to the crisis.
pub(super) fn words_form(frame: &Frame, crisis: &Crisis) -> Markup {
    let words = &frame.words;
    let form = Form::filled([("words", crisis.words.as_str())]);
    html! {
        @if crisis.rehearsal {
            (notice(Tone::Doubt, &words.t("crisis-remove-rehearsal"), html! {
                p { (words.t("crisis-remove-rehearsal-lead")) }
                (crate::parts::one_button(frame, &frame.url(&format!("crisis/{}/removal", crisis.id)), &words.t("crisis-remove-rehearsal-do"), "button-danger"))
            }))
        } @else {
            details.disclosure.card {
                summary { (words.t("crisis-words")) }
                form.form method="post" action=(frame.url(&format!("crisis/{}/words", crisis.id))) {
                    (csrf(frame))
                    (Field::new(&form, "words", &words.t("crisis-field-words")).lines(4).hint(words.t("crisis-field-words-hint")).render())
                    div.form-actions { (submit(&words.t("crisis-words-save"), "")) }
                }
            }
        }
    }
}
