//! Beginning and changing a post that comes back.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use channels::Channel;
use jiff::civil::{Date, DateTime};
use maud::{Markup, Render, html};
use platform::Right;
use primitives::Id;
use publishing::Post;
use publishing::recurrence::{
    Piece, Recurrence, RecurrenceEdit, RecurrenceState, Rhythm, Rule, When,
};
use serde::Deserialize;
use strategy::Topic;

use super::shown::{
    channel_boxes, clock, days, minute, reading, topic_options, topic_samples, weekday,
};
use super::words::{refusal, refused};
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::problems;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{
    Choice, Field, Select, check, choice, crumbs, csrf, error_summary, page_header_under, submit,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Empty places for variations more than there are.
const ROOM: usize = 2;

/// What a form is begun with.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Begun {
    /// The post to repeat.
    #[serde(default)]
    post: String,
    /// The time from which those that follow change.
    #[serde(default)]
    from: String,
}

/// A new one, from a post or from nothing.
pub async fn get_new(here: InBrand, Query(begun): Query<Begun>) -> Result<Response, Refusal> {
    here.must(Right::Publish)?;
    let mut tx = here.read().await?;
    let today = here.words().now().map(|now| here.words().local(now).date()).unwrap_or_default();
    let mut form =
        Form::filled([("kind", "weeks"), ("every", "1"), ("time", "09:00"), ("ends", "never")])
            .with("start", today.to_string())
            .with("gap", "30")
            .with("on", today.weekday().to_monday_one_offset().to_string());
    match begun.post.parse::<Id<Post>>() {
        Ok(id) => {
            let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
            form = form.with("post", id.to_string()).with("text", post.text.clone());
            form =
                form.with("topic", post.topic.map(|topic| topic.to_string()).unwrap_or_default());
            for variant in &post.variants {
                form = form.with("channel", variant.channel.to_string());
            }
        }
        Err(_) => {
            for channel in load_channels(&here, &mut tx).await? {
                form = form.with("channel", channel.id.to_string());
            }
        }
    }
    drop(tx);
    let page = FormPage::load(&here, None, None, form).await?;
    Ok(here.show(&page))
}

/// Begins one.
pub async fn post_new(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let piece = match form.get("post").parse::<Id<Post>>() {
        Ok(id) => {
            let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
            Piece::of(&post.as_edit())
        }
        Err(_) => Piece::default(),
    };
    match Recurrence::begin(read(&form, piece), &here.actor, &mut tx).await {
        Ok(recurrence) => {
            tx.commit().await?;
            made_at_once(&here).await?;
            let go = here.go(&format!("queue/recurring/{}", recurrence.id));
            Ok(go.saying("again-begun").into_response())
        }
        Err(error) => {
            drop(tx);
            not_taken(&here, None, None, form, error).await
        }
    }
}

/// The form of one that is there, for all that is to come or from one time on.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Recurrence>)>,
    Query(begun): Query<Begun>,
) -> Result<Response, Refusal> {
    here.must(Right::Publish)?;
    let mut tx = here.read().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    drop(tx);
    let from = begun.from.parse().ok();
    let page = FormPage::load(&here, Some(id), from, filled(&recurrence)).await?;
    Ok(here.show(&page))
}

/// Changes it.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Recurrence>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let from: Option<DateTime> = form.get("from").parse().ok();
    let mut tx = here.begin().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    let edit = read(&form, recurrence.piece.clone());
    match recurrence.edit(edit, from, &here.actor, &mut tx).await {
        Ok(next) => {
            tx.commit().await?;
            made_at_once(&here).await?;
            let go = here.go(&format!("queue/recurring/{}", next.id));
            Ok(go.saying("again-changed").into_response())
        }
        Err(error) => {
            drop(tx);
            not_taken(&here, Some(id), from, form, error).await
        }
    }
}

/// What is near is made now rather than at the next round, so that it shows at once.
async fn made_at_once(here: &InBrand) -> Result<(), Refusal> {
    publishing::recurrence::make_due(&here.house.kit.database).await?;
    Ok(())
}

async fn not_taken(
    here: &InBrand,
    id: Option<Id<Recurrence>>,
    from: Option<DateTime>,
    mut form: Form,
    error: publishing::recurrence::RecurrenceError,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let channels = load_channels(here, &mut tx).await?;
    drop(tx);
    let (field, why) = refused(error, &channels, here.words())?;
    form.refuse(field, why);
    let page = FormPage::load(here, id, from, form).await?;
    Ok(here.refused(&page))
}

/// What the form says; `piece` is what it does not show.
fn read(form: &Form, piece: Piece) -> RecurrenceEdit {
    let channels: Vec<Id<Channel>> = form.all("channel").filter_map(|id| id.parse().ok()).collect();
    let mut piece = piece.on(&channels);
    piece.topic = form.get("topic").parse().ok();
    RecurrenceEdit {
        rhythm: rhythm(form),
        texts: form.all("text").map(str::to_owned).collect(),
        piece,
        ends_when_used: form.has("used"),
    }
}

/// Numbers that mean nothing are nought, which the verb refuses.
fn rhythm(form: &Form) -> Rhythm {
    let every = form.get("every").parse().unwrap_or(0);
    let weekday = form.get("weekday").parse().unwrap_or(0);
    let rule = match form.get("kind") {
        "days" => Rule::Days { every },
        "month-day" => Rule::MonthDay { every, day: form.get("day").parse().unwrap_or(0) },
        "month-weekday" => {
            Rule::MonthWeekday { every, nth: form.get("nth").parse().unwrap_or(0), weekday }
        }
        _ => Rule::Weeks { every, on: form.all("on").filter_map(|on| on.parse().ok()).collect() },
    };
    let when = if form.get("kind") == "free" {
        When::Free { gap_days: form.get("gap").parse().unwrap_or(0) }
    } else {
        When::Rule { rule, minute: minute(form.get("time")).unwrap_or(-1) }
    };
    let until = form.get("until").parse::<Date>().ok().filter(|_| form.get("ends") == "until");
    let times = (form.get("ends") == "times").then(|| form.get("times").parse().unwrap_or(0));
    Rhythm { start: form.get("start").parse().unwrap_or_default(), until, times, when }
}

fn filled(recurrence: &Recurrence) -> Form {
    let rhythm = &recurrence.rhythm;
    let mut form = Form::empty().with("start", rhythm.start.to_string()).with("gap", "30");
    let mut set = |name: &str, value: String| form = std::mem::take(&mut form).with(name, value);
    match &rhythm.when {
        When::Free { gap_days } => {
            set("kind", "free".to_owned());
            set("gap", gap_days.to_string());
            set("time", "09:00".to_owned());
            set("every", "1".to_owned());
        }
        When::Rule { rule, minute } => {
            set("time", clock(*minute));
            let (kind, every) = match rule {
                Rule::Days { every } => ("days", every),
                Rule::Weeks { every, on } => {
                    on.iter().for_each(|day| set("on", day.to_string()));
                    ("weeks", every)
                }
                Rule::MonthDay { every, day } => {
                    set("day", day.to_string());
                    ("month-day", every)
                }
                Rule::MonthWeekday { every, nth, weekday } => {
                    set("nth", nth.to_string());
                    set("weekday", weekday.to_string());
                    ("month-weekday", every)
                }
            };
            set("kind", kind.to_owned());
            set("every", every.to_string());
        }
    }
    match (rhythm.until, rhythm.times) {
        (Some(until), _) => {
            set("ends", "until".to_owned());
            set("until", until.to_string());
        }
        (None, Some(times)) => {
            set("ends", "times".to_owned());
            set("times", times.to_string());
        }
        (None, None) => set("ends", "never".to_owned()),
    }
    recurrence.texts.iter().for_each(|text| set("text", text.clone()));
    recurrence.piece.channels().iter().for_each(|id| set("channel", id.to_string()));
    set("topic", recurrence.piece.topic.map(|topic| topic.to_string()).unwrap_or_default());
    if recurrence.ends_when_used {
        set("used", "on".to_owned());
    }
    form
}

/// The form.
pub struct FormPage {
    id: Option<Id<Recurrence>>,
    from: Option<DateTime>,
    topics: Vec<Topic>,
    channels: Vec<ShownChannel>,
    form: Form,
}

impl FormPage {
    async fn load(
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
pub(super) fn sample() -> Recurrence {
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
