//! Several conversations at once, with undo.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use conversations::{Conversation, ConversationError, Priority};
use primitives::Id;

use super::asked::Asked;
use super::care::chosen;
use super::state::{undo_of, until};
use crate::{Form, InBrand, Refusal};

/// The most conversations at once.
const MOST: usize = 200;

/// Does one thing to those that are checked.
pub async fn post(
    here: InBrand,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let ids: Vec<Id<Conversation>> =
        form.all("conversation").filter_map(|id| id.parse().ok()).take(MOST).collect();
    let back = format!("inbox{}", asked.query());
    if ids.is_empty() {
        return Ok(here.go(&back).saying("inbox-bulk-none").into_response());
    }
    let mut tx = here.begin().await?;
    let now = tx.now();
    let act = form.get("do");
    let snoozed = until(&here, &form, now);
    if act == "snooze" && snoozed.is_none() {
        return Ok(here.go(&back).saying("inbox-snooze-past").into_response());
    }
    // Rows are held in one order everywhere.
    let mut sorted = ids;
    sorted.sort_unstable();
    sorted.dedup();
    let mut many = 0_u32;
    for id in sorted {
        let conversation = match Conversation::load(id, &here.actor, &mut tx).await {
            Ok(conversation) if !conversation.kind.is_reactions() => conversation,
            Ok(_) | Err(ConversationError::NotFound) => continue,
            Err(error) => return Err(error.into()),
        };
        let actor = &here.actor;
        match act {
            "resolve" => drop(conversation.resolve(actor, &mut tx).await?),
            "open" => drop(conversation.reopen(actor, &mut tx).await?),
            "pending" => drop(conversation.await_person(actor, &mut tx).await?),
            "snooze" => {
                let until = snoozed.ok_or(Refusal::NotFound)?;
                drop(conversation.snooze(until, actor, &mut tx).await?);
            }
            "assign" => drop(conversation.assign(chosen(&here, &form)?, actor, &mut tx).await?),
            "priority" => {
                let priority: Priority =
                    form.get("priority").parse().map_err(|_| Refusal::NotFound)?;
                conversation.prioritise(priority, actor, &mut tx).await?;
            }
            "label" => {
                let label = form.get("label").parse().map_err(|_| Refusal::NotFound)?;
                conversation.label(label, actor, &mut tx).await?;
            }
            "read" => conversation.mark_read(true, actor, &mut tx).await?,
            _ => return Err(Refusal::NotFound),
        }
        many += 1;
    }
    tx.commit().await?;
    let go = here.go(&back).saying("inbox-bulk-done").with("count", many.to_string());
    Ok(go.undo(undo_of(&here, now, &asked)).into_response())
}
