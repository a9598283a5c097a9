//! Where media are put away: folders, and folders in them, no deeper.

mod store;

use database::{Error, Tx};
use primitives::Id;
use primitives::text::fold;
use serde_json::json;

use crate::{Actor, NotAllowed, Right, Subject, activity};

/// The longest name, in characters.
pub const LONGEST_FOLDER: usize = 60;
/// How many folders a brand has at most.
pub const MOST_FOLDERS: usize = 500;

/// A folder of a brand's library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its identity.
    pub id: Id<Folder>,
    /// The folder it lies in; that one lies in none.
    pub parent: Option<Id<Folder>>,
    /// Its name.
    pub name: String,
    /// How many media are directly in it.
    pub media: i64,
}

/// Why a folder is not made or changed.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It has no name, or one longer than [`LONGEST_FOLDER`].
    #[error("a folder has a name of at most {LONGEST_FOLDER} characters")]
    Name,
    /// There is one of that name in the same place.
    #[error("there is a folder of that name here")]
    Taken,
    /// It would lie deeper than a folder in a folder.
    #[error("folders lie at most one in another")]
    TooDeep,
    /// There are [`MOST_FOLDERS`].
    #[error("a brand has at most {MOST_FOLDERS} folders")]
    TooMany,
    /// There is no such folder.
    #[error("there is no such folder in this brand")]
    NotFound,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Folder {
    /// The brand's folders: each one followed by those in it, by name.
    ///
    /// # Errors
    /// What the database met.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Folder>, Error> {
        let found = store::all(actor.brand(), tx).await?;
        let (roots, nested): (Vec<_>, Vec<_>) = found.into_iter().partition(|f| f.parent.is_none());
        let mut all = Vec::new();
        for root in roots {
            let id = root.id;
            all.push(root);
            all.extend(nested.iter().filter(|folder| folder.parent == Some(id)).cloned());
        }
        Ok(all)
    }

    /// Makes a folder. Needs [`Right::Draft`].
    ///
    /// # Errors
    /// [`FolderError`].
    pub async fn make(
        name: &str,
        parent: Option<Id<Folder>>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Folder, FolderError> {
        actor.must(Right::Draft)?;
        let all = Folder::all(actor, tx).await?;
        if all.len() >= MOST_FOLDERS {
            return Err(FolderError::TooMany);
        }
        let folder = Folder { id: tx.new_id(), parent, name: named(name)?, media: 0 };
        folder.check(&all)?;
        store::insert(actor.brand(), &folder, &fold(&folder.name), tx).await?;
        folder.recorded("media_folder.made", actor, tx).await?;
        Ok(folder)
    }

    /// Gives it another name and another place. Needs [`Right::Draft`].
    ///
    /// # Errors
    /// [`FolderError`].
    pub async fn change(
        id: Id<Folder>,
        name: &str,
        parent: Option<Id<Folder>>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Folder, FolderError> {
        actor.must(Right::Draft)?;
        let all = Folder::all(actor, tx).await?;
        let known = all.iter().find(|folder| folder.id == id).ok_or(FolderError::NotFound)?;
        let folder = Folder { name: named(name)?, parent, ..known.clone() };
        folder.check(&all)?;
        store::update(actor.brand(), &folder, &fold(&folder.name), tx).await?;
        folder.recorded("media_folder.changed", actor, tx).await?;
        Ok(folder)
    }

    /// Takes the folder away: what is in it, folders and media, moves to where it was. Needs
    /// [`Right::Draft`].
    ///
    /// # Errors
    /// [`FolderError`].
    pub async fn remove(id: Id<Folder>, actor: &Actor, tx: &mut Tx) -> Result<Folder, FolderError> {
        actor.must(Right::Draft)?;
        let all = Folder::all(actor, tx).await?;
        let known = all.iter().find(|folder| folder.id == id).ok_or(FolderError::NotFound)?;
        store::empty_into(actor.brand(), known, tx).await?;
        store::delete(actor.brand(), id, tx).await?;
        known.recorded("media_folder.removed", actor, tx).await?;
        Ok(known.clone())
    }

    fn check(&self, all: &[Folder]) -> Result<(), FolderError> {
        if let Some(parent) = self.parent {
            let above = all.iter().find(|folder| folder.id == parent);
            let above = above.ok_or(FolderError::NotFound)?;
            let holds_some = all.iter().any(|folder| folder.parent == Some(self.id));
            if above.parent.is_some() || holds_some || parent == self.id {
                return Err(FolderError::TooDeep);
            }
        }
        let same = |other: &&Folder| other.parent == self.parent && other.id != self.id;
        let name = fold(&self.name);
        match all.iter().filter(same).any(|other| fold(&other.name) == name) {
            true => Err(FolderError::Taken),
            false => Ok(()),
        }
    }

    async fn recorded(
        &self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), FolderError> {
        let (subject, data) = (Subject::new("media_folder", self.id), json!({ "name": self.name }));
        Ok(activity::record(tx, actor, verb, subject, data).await.map(drop)?)
    }
}

fn named(name: &str) -> Result<String, FolderError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = name.chars().count();
    let is_fit = (1..=LONGEST_FOLDER).contains(&length) && !name.chars().any(char::is_control);
    if is_fit { Ok(name) } else { Err(FolderError::Name) }
}
