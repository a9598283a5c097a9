//! Every room's last look, one after the other.

use std::sync::Arc;

use async_trait::async_trait;
use channels::LastLook;
use channels::publication::{HeldBy, Publication};
use database::Tx;

/// Asks each in turn; the first that holds has the say.
#[derive(Clone, Default)]
pub struct LastLooks(Vec<Arc<dyn LastLook>>);

impl LastLooks {
    /// These, in this order.
    pub fn new(looks: Vec<Arc<dyn LastLook>>) -> Self {
        Self(looks)
    }
}

#[async_trait]
impl LastLook for LastLooks {
    async fn look(
        &self,
        publication: &Publication,
        tx: &mut Tx,
    ) -> Result<Option<HeldBy>, database::Error> {
        for look in &self.0 {
            if let Some(reason) = look.look(publication, tx).await? {
                return Ok(Some(reason));
            }
        }
        Ok(None)
    }
}
