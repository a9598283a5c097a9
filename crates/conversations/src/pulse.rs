//! Whether anything happened in the inbox: what open screens ask, many times, for next to nothing.

mod store;

use database::Tx;
use platform::{Actor, Right};

use crate::conversation::ConversationError;

/// A mark of what last happened in the brand's inbox; another mark, and something did.
///
/// # Errors
/// [`ConversationError`].
pub async fn pulse(actor: &Actor, tx: &mut Tx) -> Result<String, ConversationError> {
    actor.must(Right::Read)?;
    Ok(store::pulse(actor.brand(), tx).await?)
}
