//! Ready replies while one answers: those that fit first, put in with their blanks filled.

use conversations::saved::{Fields, SavedReply};
use conversations::{Conversation, Message};
use database::Tx;
use primitives::Language;

use crate::{Form, InBrand, Refusal};

/// How many fit at most.
const MOST_FITTING: usize = 3;

/// The ready replies of a brand, those that fit the last message first.
#[derive(Debug, Clone, Default)]
pub struct Ready {
    /// Those that fit.
    pub fitting: Vec<SavedReply>,
    /// The others, by name.
    pub others: Vec<SavedReply>,
}

impl Ready {
    /// Those for an answer to that message.
    pub async fn to(here: &InBrand, last: Option<&Message>, tx: &mut Tx) -> Result<Self, Refusal> {
        let fitting = match last {
            Some(last) => SavedReply::suggested(&last.text, MOST_FITTING, &here.actor, tx).await?,
            None => Vec::new(),
        };
        let mut others = SavedReply::all(&here.actor, tx).await?;
        others.retain(|one| fitting.iter().all(|fits| fits.id != one.id));
        Ok(Self { fitting, others })
    }
}

/// The form with the ready reply that was asked for put after what was typed.
pub(super) async fn put_in(
    here: &InBrand,
    conversation: &Conversation,
    form: Form,
    tx: &mut Tx,
) -> Result<Form, Refusal> {
    let id = form.get("saved").parse().map_err(|_| Refusal::NotFound)?;
    let saved = SavedReply::load(id, &here.actor, tx).await?;
    let person = conversation.person(tx).await?;
    let language = match conversation.language.as_deref() {
        Some("fr") => Language::Fr,
        Some("en") => Language::En,
        _ => here.brand.language,
    };
    let fields = Fields {
        name: person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        account: person.map(|person| person.handle).unwrap_or_default(),
        brand: here.brand.name.to_string(),
        me: here.teammate.name.to_string(),
    };
    let words = saved.words(language, &fields);
    let typed = form.get("text").trim_end().to_owned();
    let text = if typed.is_empty() { words } else { format!("{typed}\n\n{words}") };
    let form = form.without(&["text", "saved", "ready"]);
    Ok(form.with("text", text).with("ready", id.to_string()))
}

/// The answer that a rule laid out, while nothing was answered since; an empty form otherwise.
pub(super) async fn proposed(here: &InBrand, conversation: &Conversation) -> Result<Form, Refusal> {
    let mut tx = here.read().await?;
    let laid =
        conversations::moderation::proposed_answer(conversation.id, &here.actor, &mut tx).await?;
    let Some(laid) = laid.filter(|_| here.must(platform::Right::Converse).is_ok()) else {
        return Ok(Form::empty());
    };
    let form = Form::empty().with("saved", laid.saved.to_string());
    match put_in(here, conversation, form, &mut tx).await {
        Ok(form) => Ok(form.with("proposed", "on")),
        // The ready reply was taken away meanwhile.
        Err(Refusal::NotFound) => Ok(Form::empty()),
        Err(refusal) => Err(refusal),
    }
}

/// Counts the ready reply that an answer was made with.
pub(super) async fn note_use(
    here: &InBrand,
    form: &Form,
    last: Option<&Message>,
    tx: &mut Tx,
) -> Result<(), Refusal> {
    let (Ok(id), Some(last)) = (form.get("ready").parse(), last) else { return Ok(()) };
    // Taken away meanwhile: the answer goes all the same.
    let Ok(saved) = SavedReply::load(id, &here.actor, tx).await else { return Ok(()) };
    Ok(saved.note_use(&last.text, &here.actor, tx).await?)
}
