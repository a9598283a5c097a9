//! What is done with one question.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::escalation::{Asked, Escalation, EscalationError};
use database::Tx;
use platform::Right;
use primitives::Id;

use super::ask::{deadline, whom};
use super::one::{Place, load};
use super::one_view::EscalationPage;
use super::shown::refuse;
use crate::{Form, InBrand, Refusal};

/// The question, and a transaction to change it in.
async fn begin(here: &InBrand, id: Id<Escalation>) -> Result<(Escalation, Tx), Refusal> {
    let mut tx = here.begin().await?;
    let escalation = Escalation::load(id, &here.actor, &mut tx).await?;
    Ok((escalation, tx))
}

/// Goes back to the page, or shows it again with what refuses.
async fn finish(
    here: InBrand,
    id: Id<Escalation>,
    mut form: Form,
    (field, said): (&'static str, &'static str),
    done: Result<(), EscalationError>,
    tx: Tx,
) -> Result<Response, Refusal> {
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(here.go(&format!("escalations/{id}")).saying(said).into_response())
        }
        Err(error) => {
            drop(tx);
            refuse(&mut form, field, error, here.words())?;
            let facts = load(&here, id).await?;
            Ok(here.refused(&EscalationPage { facts, form }))
        }
    }
}

/// Answers, as the teammate who is asked.
pub async fn answer(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let done = escalation.answer_here(form.get("answer"), &here.actor, &mut tx).await;
    finish(here, id, form, ("answer", "escalations-answered-said"), done, tx).await
}

/// Can't, as the teammate who is asked.
pub async fn decline(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let done = escalation.decline_here(form.get("why"), &here.actor, &mut tx).await;
    finish(here, id, form, ("why", "escalations-declined-said"), done, tx).await
}

/// Misses something, as the teammate who is asked.
pub async fn miss(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let done = escalation.miss_here(form.get("missing"), &here.actor, &mut tx).await;
    finish(here, id, form, ("missing", "escalations-missed-said"), done, tx).await
}

/// Completes the question.
pub async fn complete(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let to = form.get("asked").parse().ok();
    let words = form.get("words").to_owned();
    let done = escalation.complete(&words, to, None, &here.actor, &mut tx).await;
    finish(here, id, form, ("words", "escalations-completed-said"), done, tx).await
}

/// Gives another deadline.
pub async fn extend(
    here: InBrand,
    Path((_brand, id)): Place,
    mut form: Form,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let Some(deadline) = deadline(&here, &mut form) else {
        drop(tx);
        let facts = load(&here, id).await?;
        return Ok(here.refused(&EscalationPage { facts, form }));
    };
    let done = escalation.extend(deadline, &here.actor, &mut tx).await;
    finish(here, id, form, ("deadline", "escalations-extended-said"), done, tx).await
}

/// Sends the holding reply.
pub async fn hold(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let text = form.get("holding").to_owned();
    let done = escalation.hold(&text, &here.actor, &mut tx).await;
    finish(here, id, form, ("holding", "escalations-held-said"), done, tx).await
}

/// Asks others too, or instead.
pub async fn also(
    here: InBrand,
    Path((_brand, id)): Place,
    mut form: Form,
) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let (escalation, mut tx) = begin(&here, id).await?;
    let to = whom(&here, &mut form, &mut tx).await?;
    if form.is_refused() {
        drop(tx);
        let facts = load(&here, id).await?;
        return Ok(here.refused(&EscalationPage { facts, form }));
    }
    let mut done = escalation.ask_also(&to, &here.actor, &mut tx).await;
    let instead: Vec<Id<Asked>> = form.all("instead").filter_map(|id| id.parse().ok()).collect();
    for asked in instead {
        if done.is_ok() {
            done = escalation.withdraw_from(asked, &here.actor, &mut tx).await;
        }
    }
    finish(here, id, form, ("to", "escalations-also-said"), done, tx).await
}

/// Does not ask someone any more.
pub async fn release(
    here: InBrand,
    Path((_brand, id, asked)): Path<(String, Id<Escalation>, Id<Asked>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let done = escalation.withdraw_from(asked, &here.actor, &mut tx).await;
    finish(here, id, form, ("to", "escalations-released-said"), done, tx).await
}

/// Makes a link to hand over by other means than a letter: shown once.
pub async fn link(
    here: InBrand,
    Path((_brand, id, asked)): Path<(String, Id<Escalation>, Id<Asked>)>,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let secret = escalation.hand_link(asked, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let name = escalation.of_asked(asked).map(|asked| asked.name.clone()).unwrap_or_default();
    let address = format!("{}/escalation/{}", here.house.settings.base_url, secret.reveal());
    let mut facts = load(&here, id).await?;
    facts.link = Some((name, address));
    Ok(here.show(&EscalationPage { facts, form: Form::empty() }))
}

/// Asks nobody any more.
pub async fn withdraw(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    let (escalation, mut tx) = begin(&here, id).await?;
    let done = escalation.withdraw(&here.actor, &mut tx).await;
    finish(here, id, form, ("", "escalations-withdrawn-said"), done, tx).await
}
