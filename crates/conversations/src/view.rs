//! Lists that teammates keep: a name, and what the list is narrowed to.

mod store;

use crate::typed;
use database::{Error, Tx};
use platform::{Actor, NotAllowed, Right, Teammate};
use primitives::Id;

/// The longest name, in characters.
const LONGEST: usize = 60;
/// How many one teammate sees.
const MOST: usize = 50;

/// A list that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Which one.
    pub id: Id<View>,
    /// Who keeps it.
    pub teammate: Option<Id<Teammate>>,
    /// Whether colleagues see it too.
    pub shared: bool,
    /// Its name.
    pub name: String,
    /// What it is narrowed to, as the list's address writes it.
    pub query: String,
}

/// Why a list was not kept.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// It has no name, or too long a name.
    #[error("a name has 1 to {LONGEST} characters")]
    BadName,
    /// There are as many as there may be.
    #[error("{MOST} at most")]
    TooMany,
    /// There is no such list, or it is a colleague's.
    #[error("there is no such list")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl View {
    /// Those that the actor keeps or that colleagues share, by name.
    ///
    /// # Errors
    /// [`ViewError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<View>, ViewError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), actor.teammate_id(), tx).await?)
    }

    /// Keeps one. Sharing takes the right to answer.
    ///
    /// # Errors
    /// [`ViewError`].
    pub async fn keep(
        name: &str,
        query: &str,
        shared: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<View, ViewError> {
        actor.must(if shared { Right::Converse } else { Right::Read })?;
        let name = typed::line(name);
        if name.is_empty() || name.chars().count() > LONGEST {
            return Err(ViewError::BadName);
        }
        if View::all(actor, tx).await?.len() >= MOST {
            return Err(ViewError::TooMany);
        }
        let query: String = query.replace('\0', "").chars().take(1000).collect();
        let view = View { id: tx.new_id(), teammate: actor.teammate_id(), shared, name, query };
        store::insert(&view, actor.brand(), tx).await?;
        Ok(view)
    }

    /// Forgets one: one's own, or a shared one for those who run the brand.
    ///
    /// # Errors
    /// [`ViewError`].
    pub async fn forget(id: Id<View>, actor: &Actor, tx: &mut Tx) -> Result<(), ViewError> {
        let all = View::all(actor, tx).await?;
        let view = all.into_iter().find(|view| view.id == id).ok_or(ViewError::NotFound)?;
        if view.teammate != actor.teammate_id() {
            actor.must(Right::ManageBrand)?;
        }
        Ok(store::remove(actor.brand(), id, tx).await?)
    }
}
