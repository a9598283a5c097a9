//! The form, as it is drawn.

use jiff::civil::DateTime;
use maud::{Markup, Render, html};
use primitives::Id;
use publishing::recurrence::{Piece, Recurrence, RecurrenceState, Rhythm, Rule, When};
use strategy::Topic;

use super::read::filled;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::shown::ShownChannel;
use crate::areas::queue::shown::{
    channel_boxes, days, reading, topic_options, topic_samples, weekday,
};
use crate::parts::{
    Choice, Field, Select, check, choice, crumbs, csrf, error_summary, page_header_under, submit,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Empty places for variations more than there are.
const ROOM: usize = 2;

/// The form.
pub struct FormPage {
    id: Option<Id<Recurrence>>,
    from: Option<DateTime>,
    topics: Vec<Topic>,
    channels: Vec<ShownChannel>,
    form: Form,
}

impl FormPage {
    pub(super) async fn load(
        here: &InBrand,
        id: Option<Id<Recurrence>>,
        from: Option<DateTime>,
        form: Form,
    ) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let topics = Topic::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
        let channels = load_channels(here, &mut tx).await?;
        Ok(Self { id, from, topics, channels, form })
    }
}

impl Page for FormPage {
    fn samples() -> Vec<Self> {
        let page = |id, from, form| Self {
            id,
            from,
            topics: topic_samples(),
            channels: ShownChannel::samples(),
            form,
        };
        let mut wrong = filled(&sample());
        wrong.refuse("text", "x");
        wrong.refuse("kind", "x");
        let id = Some(sample().id);
        vec![
            page(None, None, Form::filled([("kind", "free"), ("ends", "times")])),
            page(id, None, filled(&sample())),
            page(id, "2026-12-01T09:00".parse().ok(), wrong),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        let words = &frame.words;
        match (self.id, self.from) {
            (None, _) => words.t("again-new"),
            (Some(_), None) => words.t("again-edit-title"),
            (Some(_), Some(from)) => {
                words.tn("again-edit-from", args![when => reading(words, from)])
            }
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("queue", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let action = match self.id {
            Some(id) => frame.url(&format!("queue/recurring/{id}/edit")),
            None => frame.url("queue/recurring/new"),
        };
        let lead = match (self.id, self.from) {
            (None, _) => words.t("again-new-lead"),
            (Some(_), None) => words.t("again-edit-lead"),
            (Some(_), Some(_)) => words.t("again-edit-from-lead"),
        };
        let back = crumbs(frame, &[(&words.t("again-title"), &frame.url("queue/recurring"))]);
        html! {
            (page_header_under(back, &self.title(frame), html! { (lead) }, html! {}))
            form.stack method="post" action=(action) {
                (csrf(frame))
                (error_summary(words, &self.form))
                @if let Some(from) = self.from { input type="hidden" name="from" value=(from); }
                @if self.form.has("post") { input type="hidden" name="post" value=(self.form.get("post")); p.hint { (words.t("again-from-post")) } }
                (self.texts(frame))
                (self.when(frame))
                (self.end(frame))
                div.form-actions { (submit(&words.t(if self.id.is_some() { "again-save" } else { "again-begin" }), "button-primary")) }
            }
        }
    }
}

page_samples!(FormPage);

impl FormPage {
    fn texts(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let texts: Vec<_> = self.form.all("text").filter(|text| !text.trim().is_empty()).collect();
        let shown = texts.len() + ROOM;
        html! {
            fieldset.card.stack {
                legend { (words.t("again-what")) }
                p.hint { (words.t("again-what-hint")) }
                @for index in 0..shown.max(1 + ROOM) {
                    @let name = format!("text-{index}");
                    div.field {
                        label for=(name) { (words.tn("again-variation", args![number => index + 1])) @if index > 0 { span.hint { " " (words.t("again-optional")) } } }
                        textarea.textarea id=(name) name="text" rows=(if index < texts.len().max(1) { "4" } else { "2" }) { "\n" (texts.get(index).copied().unwrap_or_default()) }
                    }
                }
                @if let Some(error) = self.form.error("text") { p.error id="text-error" { (error) } }
                (check(&self.form, "used", "on", &words.t("again-used")))
                (channel_boxes(words, &self.form, &self.channels))
                (Select::new(&self.form, "topic", &words.t("queue-topic"), topic_options(words, &self.topics, "again-topic-none")).render())
            }
        }
    }

    fn when(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let form = &self.form;
        let kinds = ["weeks", "month-weekday", "month-day", "days", "free"];
        let nths = ["1", "2", "3", "4", "-1"];
        let nth =
            |nth: &str| words.t(&format!("again-nth-{}", if nth == "-1" { "last" } else { nth }));
        html! {
            fieldset.card.stack.again-when {
                legend { (words.t("again-when")) }
                div.choices {
                    @for kind in kinds {
                        @let title = words.t(&format!("again-kind-{kind}"));
                        @let hint = words.t(&format!("again-kind-{kind}-hint"));
                        (choice(form, "radio", "kind", Choice { value: kind, title: &title, hint: &hint }))
                    }
                }
                @if let Some(error) = form.error("kind") { p.error id="kind-error" { (error) } }
                fieldset.fieldset data-for="weeks" { legend { (words.t("queue-days")) } (days(words, form, "on")) }
                div.fields-inline data-for="month-weekday" {
                    (Select::new(form, "nth", &words.t("again-nth"), nths.map(|one| (one, nth(one)))).render())
                    (Select::new(form, "weekday", &words.t("queue-day"), (1..=7_i64).map(|day| (day.to_string(), weekday(words, day)))).render())
                }
                div data-for="month-day" { (Field::new(form, "day", &words.t("again-day")).kind("number").with("min", "1").with("max", "31").hint(html! { (words.t("again-day-hint")) })) }
                div data-for="free" { (Field::new(form, "gap", &words.t("again-gap")).kind("number").with("min", "1").with("max", "366").hint(html! { (words.t("again-gap-hint")) })) }
                div.fields-inline data-for="rule" {
                    (Field::new(form, "every", &words.t("again-every")).kind("number").with("min", "1").with("max", "366").hint(html! { (words.t("again-every-hint")) }))
                    (Field::new(form, "time", &words.t("queue-time")).kind("time"))
                }
                (Field::new(form, "start", &words.t("again-start")).kind("date").required())
            }
        }
    }

    fn end(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let form = &self.form;
        html! {
            fieldset.card.stack.again-ends {
                legend { (words.t("again-ends")) }
                div.choices.choices-compact {
                    @for end in ["never", "until", "times"] {
                        label.choice { input type="radio" name="ends" value=(end) checked[form.chose("ends", end)]; span { (words.t(&format!("again-ends-{end}"))) } }
                    }
                }
                div data-for="until" { (Field::new(form, "until", &words.t("again-until")).kind("date")) }
                div data-for="times" { (Field::new(form, "times", &words.t("again-times")).kind("number").with("min", "1")) }
            }
        }
    }
}

/// Every Tuesday at nine, in two variations.
pub(in crate::areas::queue) fn sample() -> Recurrence {
    let channels: Vec<_> = ShownChannel::samples().iter().map(|channel| channel.id).collect();
    let at = "2026-11-02T08:00:00Z".parse().expect("a sample's instant");
    Recurrence {
        id: Id::from_uuid(uuid::Uuid::from_u128(9)),
        brand: Id::from_uuid(uuid::Uuid::from_u128(1)),
        state: RecurrenceState::Active,
        rhythm: Rhythm {
            start: "2026-11-03".parse().expect("a sample's day"),
            until: "2027-06-30".parse().ok(),
            times: None,
            when: When::Rule { rule: Rule::Weeks { every: 1, on: vec![2] }, minute: 540 },
        },
        texts: vec![
            "Mardi, c’est pain de seigle : il sort du four à dix heures.".to_owned(),
            "Le seigle du mardi est au levain, comme les autres jours.".to_owned(),
        ],
        piece: Piece::default().on(&channels),
        ends_when_used: false,
        seen_until: at,
        created_by: None,
        created_at: at,
        ended_at: None,
    }
}
