//! What comes in finds its category.

use std::collections::HashMap;

use database::Tx;
use language::Reading;
use platform::{Actor, Brand};
use primitives::Id;

use super::{CaseKind, CaseState, Category, FeedbackError, Filing, case, store};
use crate::judgement::{self, Intent, Judgement};
use crate::message::{Message, store as messages};

/// Files or proposes what came, by the brand's categories: the first that takes it.
pub(crate) async fn at_arrival(
    brand: Id<Brand>,
    messages: &[Id<Message>],
    tx: &mut Tx,
) -> Result<(), database::Error> {
    let categories = store::categories(brand, tx).await?;
    let active: Vec<&Category> =
        categories.iter().filter(|one| one.says.filing != Filing::ByHand).collect();
    if active.is_empty() {
        return Ok(());
    }
    let read: HashMap<Id<Message>, Judgement> = judgement::of(brand, messages, tx).await?;
    let actor = Actor::system(brand);
    for id in messages {
        let Some(kind) = read.get(id).and_then(kind_of) else { continue };
        let Some(message) = messages::by_id(brand, *id, tx).await? else { continue };
        let reading = Reading::of(&message.text);
        // A category that names words goes before one that takes all.
        let mut fitting: Vec<&&Category> =
            active.iter().filter(|one| one.takes(kind, &reading, &message.text)).collect();
        fitting.sort_by_key(|one| one.says.terms.trim().is_empty());
        let Some(category) = fitting.first() else { continue };
        let state = match category.says.filing {
            Filing::Automatic => CaseState::Received,
            Filing::Proposed | Filing::ByHand => CaseState::Proposed,
        };
        match case::put(&message, kind, category, state, &actor, tx).await {
            Ok(_) => {}
            Err(FeedbackError::Database(error)) => return Err(error),
            // What can't be filed is still a message: nothing that came is held up by it.
            Err(error) => tracing::warn!(message = %id, %error, "a message could not be filed"),
        }
    }
    Ok(())
}

/// As what a message is filed; none for what neither suggests nor complains, hurts or sells.
fn kind_of(read: &Judgement) -> Option<CaseKind> {
    if read.spam || read.harm.hurts() {
        return None;
    }
    if read.wants(Intent::Complaint) {
        Some(CaseKind::Complaint)
    } else if read.wants(Intent::Suggestion) {
        Some(CaseKind::Suggestion)
    } else {
        None
    }
}
