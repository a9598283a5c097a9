//! « To whom shall we hand this question? »

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use conversations::escalation::{
    Context, Deadline, Escalation, Expert, ExpertEdit, NewEscalation, Setting, Whom,
};
use conversations::hours::Hours;
use conversations::saved::{Fields, SavedReply};
use conversations::{Conversation, Direction};
use database::Tx;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::{Id, Language};
use serde::Deserialize;

use super::ask_view::AskPage;
use super::shown::refuse;
use crate::{Form, InBrand, Refusal};

/// Deadlines at hand: their names in forms.
pub const QUICK: [&str; 6] = ["1h", "2h", "4h", "today", "tomorrow", "2d"];

/// What the address asks.
#[derive(Debug, Default, Deserialize)]
pub struct Begun {
    /// About which conversation.
    #[serde(default)]
    conversation: String,
}

/// What the form offers.
#[derive(Debug, Clone)]
pub struct Offered {
    /// About which conversation.
    pub conversation: Id<Conversation>,
    /// Whom it is with.
    pub person: String,
    /// The last message of theirs.
    pub said: String,
    /// Whether a piece is known that it answers.
    pub has_post: bool,
    /// How many notes there are.
    pub notes: usize,
    /// The address book, those who know of it first.
    pub experts: Vec<(Expert, bool)>,
    /// The teammates.
    pub team: Vec<(Id<Teammate>, String)>,
    /// Deadlines at hand, and the instants they stand for.
    pub deadlines: Vec<(&'static str, Timestamp)>,
    /// Whether the brand has opening hours.
    pub has_hours: bool,
    /// Whether a holding reply keeps the promise of an answer.
    pub holding_counts: bool,
    /// Ready replies, with their words.
    pub ready: Vec<(Id<SavedReply>, String, String)>,
    /// Today, where the brand is.
    pub today: jiff::civil::Date,
}

/// The form, begun.
pub async fn get(here: InBrand, Query(begun): Query<Begun>) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let id = begun.conversation.parse().map_err(|_| Refusal::NotFound)?;
    let offered = offered(&here, id).await?;
    let deadline = if offered.deadlines.iter().any(|(key, _)| *key == "4h") { "4h" } else { "at" };
    let form = Form::filled([
        ("question", offered.said.as_str()),
        ("deadline", deadline),
        ("context", Context::Thread.as_str()),
        ("language", here.brand.language.tag()),
    ]);
    Ok(here.show(&AskPage { offered, form }))
}

/// Asks.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let id: Id<Conversation> = form.get("conversation").parse().map_err(|_| Refusal::NotFound)?;
    let offered = offered(&here, id).await?;
    let mut tx = here.begin().await?;
    let deadline = deadline(&here, &mut form);
    let to = whom(&here, &mut form, &mut tx).await?;
    if let Some(deadline) = deadline.filter(|_| !form.is_refused()) {
        let new = NewEscalation {
            conversation: id,
            question: form.get("question").to_owned(),
            to,
            deadline,
            context: form.get("context").parse().unwrap_or(Context::Thread),
            with_notes: form.has("notes"),
            holding: holding(&form, &offered),
        };
        match Escalation::ask(new, &here.actor, &mut tx).await {
            Ok(escalation) => {
                tx.commit().await?;
                let names = super::shown::names(&escalation);
                let go = here.go(&format!("inbox/{id}")).saying("escalations-asked");
                return Ok(go.with("name", names).into_response());
            }
            Err(error) => refuse(&mut form, "question", error, here.words())?,
        }
    }
    drop(tx);
    Ok(here.refused(&AskPage { offered, form }))
}

/// What is written, or else the ready reply that was chosen.
fn holding(form: &Form, offered: &Offered) -> String {
    if !form.has("hold") {
        return String::new();
    }
    let written = form.get("holding").trim();
    if !written.is_empty() {
        return written.to_owned();
    }
    let chosen = form.get("ready");
    let ready = offered.ready.iter().find(|(id, ..)| id.to_string() == chosen);
    ready.map(|(_, _, words)| words.clone()).unwrap_or_default()
}

/// Those who are ticked, and the one who is written in, who goes into the address book.
pub async fn whom(here: &InBrand, form: &mut Form, tx: &mut Tx) -> Result<Vec<Whom>, Refusal> {
    let mut to = Vec::new();
    for value in form.all("to") {
        match value.split_once('-') {
            Some(("expert", id)) => to.extend(id.parse().ok().map(Whom::Expert)),
            Some(("teammate", id)) => to.extend(id.parse().ok().map(Whom::Teammate)),
            _ => {}
        }
    }
    let (name, email) = (form.get("name").trim().to_owned(), form.get("email").trim().to_owned());
    if name.is_empty() && email.is_empty() {
        return Ok(to);
    }
    let known = Expert::all(&here.actor, tx).await?;
    if let Some(known) = known.iter().find(|one| one.email.eq_ignore_ascii_case(&email)) {
        to.push(Whom::Expert(known.id));
        return Ok(to);
    }
    let edit = ExpertEdit {
        name,
        email,
        fields: form.get("fields").to_owned(),
        language: form.get("language").parse().unwrap_or(here.brand.language),
    };
    match Expert::add(edit, &here.actor, tx).await {
        Ok(expert) => to.push(Whom::Expert(expert.id)),
        Err(error) => super::book::refuse(form, error, here.words())?,
    }
    Ok(to)
}

/// The deadline that a form chooses.
pub fn deadline(here: &InBrand, form: &mut Form) -> Option<Deadline> {
    if let Some(quick) = quick(form.get("deadline")) {
        return Some(quick);
    }
    let at = form.get("at").parse::<DateTime>().ok();
    let at = at.and_then(|at| at.to_zoned(here.words().zone().clone()).ok());
    if at.is_none() {
        form.refuse("deadline", here.words().t("escalations-no-deadline"));
    }
    at.map(|at| Deadline::At(at.timestamp()))
}

fn quick(named: &str) -> Option<Deadline> {
    Some(match named {
        "1h" => Deadline::Working(SignedDuration::from_hours(1)),
        "2h" => Deadline::Working(SignedDuration::from_hours(2)),
        "4h" => Deadline::Working(SignedDuration::from_hours(4)),
        "today" => Deadline::EndOfDay(0),
        "tomorrow" => Deadline::EndOfDay(1),
        "2d" => Deadline::EndOfDay(2),
        _ => return None,
    })
}

/// The deadlines at hand, each once.
pub fn deadlines(hours: &Hours, now: Timestamp) -> Vec<(&'static str, Timestamp)> {
    let today = now.to_zoned(hours.zone().clone()).date();
    let mut all: Vec<(&'static str, Timestamp)> = Vec::new();
    for key in QUICK {
        let due = quick(key).and_then(|deadline| deadline.resolve(hours, now).ok());
        let Some(due) = due else { continue };
        let day = due.to_zoned(hours.zone().clone()).date();
        // « Ce soir » is only said of today.
        if (key == "today" && day != today) || all.iter().any(|(_, at)| *at == due) {
            continue;
        }
        all.push((key, due));
    }
    all
}

async fn offered(here: &InBrand, id: Id<Conversation>) -> Result<Offered, Refusal> {
    let mut tx = here.read().await?;
    let (actor, tx) = (&here.actor, &mut tx);
    let conversation = Conversation::load(id, actor, tx).await?;
    let person = conversation.person(tx).await?;
    let messages = conversation.messages(None, 50, actor, tx).await?.messages;
    let last = messages.iter().rev().find(|message| message.direction == Direction::Inbound);
    let said = last.map(|message| message.text.clone()).unwrap_or_default();
    let hours = Hours::of(actor, tx).await?;
    let notes = conversation.notes(actor, tx).await.map_err(Refusal::fault)?;
    let team = Membership::of_brand(actor, tx).await.map_err(Refusal::fault)?;
    let known = Expert::all(actor, tx).await?;
    let fields = Fields {
        name: person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        account: person.as_ref().map(|person| person.handle.clone()).unwrap_or_default(),
        brand: here.brand.name.to_string(),
        me: here.teammate.name.to_string(),
    };
    let language = match conversation.language.as_deref() {
        Some("en") => Language::En,
        Some("fr") => Language::Fr,
        _ => here.brand.language,
    };
    let ready = SavedReply::all(actor, tx).await?;
    let me = here.actor.teammate_id();
    Ok(Offered {
        conversation: id,
        person: person.map(|person| person.name).unwrap_or_default(),
        has_post: conversation.about.text.as_deref().is_some_and(|text| !text.is_empty()),
        notes: notes.len(),
        experts: fitting(known, &said),
        team: team
            .into_iter()
            .filter(|member| Some(member.teammate) != me)
            .map(|member| (member.teammate, member.name.to_string()))
            .collect(),
        deadlines: deadlines(&hours, tx.now()),
        has_hours: !hours.is_always(),
        holding_counts: Setting::of(actor, tx).await?.holding_counts,
        ready: ready
            .into_iter()
            .map(|one| (one.id, one.name.clone(), one.words(language, &fields)))
            .collect(),
        today: tx.now().to_zoned(hours.zone().clone()).date(),
        said,
    })
}

/// Those who know of what is asked come first.
fn fitting(experts: Vec<Expert>, said: &str) -> Vec<(Expert, bool)> {
    let stems = |text: &str| -> Vec<String> {
        let folded = primitives::text::fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
        words.map(|word| word.trim_end_matches(['s', 'x', 'e']).to_owned()).collect()
    };
    let asked = stems(said);
    let fits = |expert: &Expert| stems(&expert.fields).iter().any(|stem| asked.contains(stem));
    let mut all: Vec<_> = experts
        .into_iter()
        .map(|expert| {
            let fits = fits(&expert);
            (expert, fits)
        })
        .collect();
    all.sort_by_key(|(_, fits)| !fits);
    all
}
