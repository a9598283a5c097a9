//! Answers of those who were asked, as drafts to review.

use conversations::Conversation;
use conversations::escalation::{AskedState, Escalation, EscalationError};
use database::Tx;
use primitives::Language;

use crate::words::args;
use crate::{Form, InBrand, Refusal, Words};

/// The form with the answer that was chosen, and whether it goes out as it is. What was typed
/// already stays, and is then to be reviewed with it.
pub(super) async fn put_in(
    here: &InBrand,
    conversation: &Conversation,
    form: Form,
    tx: &mut Tx,
) -> Result<(Form, bool), Refusal> {
    let chosen = form.get("use").to_owned();
    let mut parts = chosen.splitn(2, ':');
    let (how, which) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (escalation, asked) = which.split_once(':').ok_or(Refusal::NotFound)?;
    let id = escalation.parse().map_err(|_| Refusal::NotFound)?;
    let escalation = Escalation::load(id, &here.actor, tx).await?;
    let asked = asked.parse().map_err(|_| Refusal::NotFound)?;
    let asked = escalation.of_asked(asked).filter(|one| one.state == AskedState::Answered);
    let asked = asked.ok_or(Refusal::Stale)?;
    let language = match conversation.language.as_deref() {
        Some("fr") => Language::Fr,
        Some("en") => Language::En,
        _ => here.brand.language,
    };
    let mut text = asked.answer.clone();
    if form.has("credit") {
        let words = Words::new(language);
        let line = words.tn("escalations-credit-line", args![name => asked.name.as_str()]);
        text = format!("{text}\n\n{line}");
    }
    let typed = form.get("text").trim_end().to_owned();
    let sends = how == "send" && typed.is_empty();
    let text = if typed.is_empty() { text } else { format!("{typed}\n\n{text}") };
    let from = format!("{}:{}", escalation.id, asked.id);
    let form = form.without(&["text", "use", "credit", "from-answer"]);
    Ok((form.with("text", text).with("from-answer", from), sends))
}

/// Notes that the answer went into a reply. One that was used or taken back meanwhile stays so.
pub(super) async fn note_use(here: &InBrand, form: &Form, tx: &mut Tx) -> Result<(), Refusal> {
    let Some((escalation, asked)) = form.get("from-answer").split_once(':') else { return Ok(()) };
    let (Ok(escalation), Ok(asked)) = (escalation.parse(), asked.parse()) else { return Ok(()) };
    let done = match Escalation::load(escalation, &here.actor, tx).await {
        Ok(escalation) => escalation.used(asked, &here.actor, tx).await,
        Err(error) => Err(error),
    };
    match done {
        Err(EscalationError::Database(error)) => Err(error.into()),
        _ => Ok(()),
    }
}
