use conversations::escalation::{Asked, AskedState, Escalation, Shown};
use maud::{Markup, html};

use super::one::sample;
use super::one_view::other_answers;
use super::shown::{context, due};
use crate::parts::{Field, Tone, csrf, error_summary, notice, submit};
use crate::words::args;
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// What the link still opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The question.
    Open,
    /// A fresh link.
    Expired,
    /// Nothing: it is settled.
    Over,
}

/// The question, as someone without an account reads it on a phone.
pub struct GuestPage {
    pub(super) stage: Stage,
    pub(super) escalation: Escalation,
    pub(super) asked: Asked,
    pub(super) shown: Shown,
    pub(super) asker: String,
    pub(super) form: Form,
}

impl Page for GuestPage {
    fn samples() -> Vec<Self> {
        let page = |escalation: Escalation, stage| Self {
            stage,
            asked: escalation.asked[0].clone(),
            escalation,
            shown: Shown::default(),
            asker: "Louise Moreau".to_owned(),
            form: Form::empty(),
        };
        let mut all: Vec<_> = sample()
            .into_iter()
            .map(|one| {
                let stage = if one.state.is_open() { Stage::Open } else { Stage::Over };
                page(one, stage)
            })
            .collect();
        let mut refused = page(sample().remove(0), Stage::Open);
        refused.form.refuse("answer", "Écrivez votre réponse.");
        all.extend([page(sample().remove(0), Stage::Expired), refused]);
        all
    }

    fn title(&self, frame: &Frame) -> String {
        let key = match self.stage {
            Stage::Open if self.asked.state == AskedState::Answered => {
                "escalation-guest-answered-title"
            }
            Stage::Open => "escalation-guest-title",
            Stage::Expired => "escalation-guest-expired-title",
            Stage::Over => "escalation-guest-over-title",
        };
        frame.words.tn(key, args![name => self.asker.as_str()])
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        match self.stage {
            Stage::Open => self.open(frame),
            Stage::Expired => self.expired(frame),
            Stage::Over => self.over(frame),
        }
    }
}

page_samples!(GuestPage);

impl GuestPage {
    fn open(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let brand = frame.brand.as_ref().map_or("", |brand| brand.name.as_str());
        let answered = self.asked.state == AskedState::Answered;
        let mut form = self.form.clone();
        if !form.has("answer") {
            form = form.with("answer", self.asked.answer.clone());
        }
        html! {
            div.stack.stack-lg {
                header.stack.stack-sm {
                    h1 { (self.title(frame)) }
                    p.page-lead {
                        (words.tn("escalation-guest-lead", args![name => self.asked.name.as_str(), brand => brand])) " "
                        @if !answered { (due(words, &self.escalation)) }
                    }
                    @if !answered { p.small.muted { (words.tn("escalation-guest-until", args![when => words.moment(self.escalation.due_at)])) } }
                }
                (error_summary(words, &self.form))
                section.card.escalation-question aria-label=(words.t("escalations-question")) { p.pre { (self.escalation.question) } }
                @if answered { (notice(Tone::Success, &words.t("escalation-guest-is-answered"), html! { p { (words.t("escalation-guest-correct")) } })) }
                @if self.asked.state == AskedState::More { (notice(Tone::Info, &words.t("escalation-guest-is-missed"), html! { p.pre { (self.asked.why) } })) }
                details.card.disclosure open[!answered] {
                    summary { strong { (words.t("escalation-guest-context")) } }
                    (context(words, &self.shown, brand))
                }
                section.card.stack {
                    form.form.stack method="post" action=(frame.url("answer")) {
                        (csrf(frame))
                        (Field::new(&form, "answer", &words.t("escalations-answer")).lines(7).required().with("maxlength", "10000").hint(words.t("escalation-guest-hint")))
                        div.form-actions { (submit(&words.t(if answered { "escalations-answer-correct" } else { "escalations-answer-send" }), "button-primary")) }
                    }
                }
                @if !answered { section.stack.stack-sm aria-label=(words.t("escalation-guest-otherwise")) { (other_answers(frame, &self.form, &frame.url("missing"), &frame.url("refusal"), true)) } }
            }
        }
    }

    fn expired(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.card.stack {
                h1 { (self.title(frame)) }
                p { (words.t("escalation-guest-expired-lead")) }
                (self.not_taken(frame))
                form method="post" action=(frame.url("link")) {
                    (csrf(frame))
                    (submit(&words.t("escalation-guest-fresh"), "button-primary"))
                }
            }
        }
    }

    fn over(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let key = match self.asked.state {
            AskedState::Used => "escalation-guest-over-used",
            AskedState::Declined => "escalation-guest-over-declined",
            _ => "escalation-guest-over-lead",
        };
        html! {
            div.card.stack {
                h1 { (self.title(frame)) }
                p { (words.tn(key, args![name => self.asker.as_str()])) }
                @if !self.asked.answer.is_empty() {
                    p.small.muted { (words.t("escalation-guest-your-answer")) }
                    blockquote.escalation-answer { p.pre { (self.asked.answer) } }
                }
                (self.not_taken(frame))
            }
        }
    }

    /// What was typed and came too late, to be copied.
    fn not_taken(&self, frame: &Frame) -> Markup {
        let fields = ["answer", "missing", "why"].map(|name| self.form.get(name).trim());
        let typed =
            fields.into_iter().find(|typed| !typed.is_empty() && *typed != self.asked.answer);
        html! {
            @if let Some(typed) = typed {
                p.small.muted { (frame.words.t("escalation-guest-not-taken")) }
                blockquote.escalation-answer { p.pre { (typed) } }
            }
        }
    }
}
