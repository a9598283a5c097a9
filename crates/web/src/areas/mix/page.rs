use axum::extract::Query;
use axum::response::Response;
use jiff::civil::Date;
use maud::{Markup, Render, html};
use platform::Right;
use publishing::mix::{Mix, Proposal, Targets};
use strategy::Topic;

use super::period::{Asked, KEYS, Period};
use super::{lines, next, targets};
use crate::parts::{Field, Select, empty_state, link_button, page_header, submit};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The balance of a period, and what to prepare next.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let words = here.words();
    let today = words.now().map_or(Date::MIN, |now| words.local(now).date());
    let period = Period::of(&asked, today);
    let (from, to) = period.instants(words.zone()).ok_or(Refusal::Malformed)?;
    let mut tx = here.read().await?;
    let (targets, topics) = targets::load(&here.actor, &mut tx).await?;
    let mix = Mix::read(from, to, &here.actor, &mut tx).await?;
    let proposal = mix.next(&targets);
    Ok(here.show(&MixPage { period, mix, targets, topics, proposal }))
}

/// « The balance of what you publish. »
pub struct MixPage {
    pub(super) period: Period,
    pub(super) mix: Mix,
    pub(super) targets: Targets,
    pub(super) topics: Vec<Topic>,
    pub(super) proposal: Option<Proposal>,
}

impl Page for MixPage {
    fn samples() -> Vec<Self> {
        let of = |many: usize| {
            let (mix, targets, topics) = lines::sample(many);
            let proposal = mix.next(&targets);
            let period = Period::of(&Asked::default(), "2026-11-22".parse().unwrap_or(Date::MIN));
            Self { period, mix, targets, topics, proposal }
        };
        let mut unsaid = of(6);
        unsaid.targets = Targets::default();
        unsaid.proposal = unsaid.mix.next(&unsaid.targets);
        vec![of(0), of(9), of(48), unsaid]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("mix-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("mix", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let actions = html! {
            (link_button(&words.t("mix-to-advice"), &frame.url("advice"), ""))
            (link_button(&words.t("mix-to-charter"), &frame.url("charter"), "button-quiet"))
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("mix-lead")) }, actions))
            div.stack.stack-lg {
                (self.filter(frame))
                (next::proposal(self, frame))
                @if self.mix.pieces.is_empty() {
                    (empty_state("scale", &words.t("mix-none"), &words.t("mix-none-lead"), html! {
                        @if frame.may(Right::Draft) { (link_button(&words.t("shell-write"), &frame.url("posts/new"), "button-primary")) }
                    }))
                } @else {
                    (self.summary(words))
                    (lines::topics(self, frame))
                    (lines::formats(self, frame))
                    (lines::channels(self, frame))
                }
            }
        }
    }
}

impl MixPage {
    fn filter(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let form = Form::empty()
            .with("period", self.period.key)
            .with("from", self.period.from.to_string())
            .with("to", self.period.to.to_string());
        let periods = KEYS.map(|key| (key, words.t(&format!("mix-period-{key}"))));
        html! {
            form.card.card-quiet.form.filter method="get" action=(frame.url("mix")) aria-label=(words.t("mix-period")) {
                div.fields-inline {
                    (Select::new(&form, "period", &words.t("mix-period"), periods))
                    (Field::new(&form, "from", &words.t("measures-from")).kind("date").render())
                    (Field::new(&form, "to", &words.t("measures-to")).kind("date").render())
                }
                div.form-actions { (submit(&words.t("measures-show"), "button-small")) }
            }
        }
    }

    fn summary(&self, words: &Words) -> Markup {
        let counts = self.mix.counts();
        html! {
            div.stack.stack-sm {
                p {
                    (words.tn("mix-summary", args![count => counts.all(), period => self.period.worded(words)])) " "
                    (words.tn("mix-summary-published", args![count => counts.published])) ", "
                    (words.tn("mix-summary-scheduled", args![count => counts.scheduled])) ", "
                    (words.tn("mix-summary-drafts", args![count => counts.drafts])) "."
                }
                ul.legend {
                    li.mix-published { (words.t("mix-published")) }
                    li.mix-scheduled { (words.t("mix-scheduled")) }
                    li.mix-drafts { (words.t("mix-drafts")) }
                    li.mix-target { (words.t("mix-target")) }
                }
            }
        }
    }
}

page_samples!(MixPage);
