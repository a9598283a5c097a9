//! Bringing many posts in at once from a file: a table with a line for each post.
//!
//! The file is read and kept with a proposed plan (which column is what); nothing is made until
//! a person has seen what each line would become. Then each line becomes one post, in a
//! transaction of its own that also marks the line: a crash in the middle goes on where it was,
//! and no line is made twice.

mod line;
mod plan;
mod run;
mod store;

use database::{Tx, text_enum};
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tables::TableError;

use crate::Post;
use crate::post::PostError;

pub use line::{Known, Line, LineProblem, ProblemKind};
pub use plan::{Becomes, Column, Plan, Sheet};
pub use run::{RunPostImport, run};

/// The most posts one file may bring.
pub const MOST_LINES: usize = 5_000;

/// A file of posts.
#[derive(Debug, Clone)]
pub struct PostImport {
    /// Its id.
    pub id: Id<PostImport>,
    /// The name of the file.
    pub file_name: String,
    /// Its table.
    pub sheet: Sheet,
    /// Which column is what.
    pub plan: Plan,
    /// Where it stands.
    pub state: ImportState,
    /// Who brought it.
    pub by: Option<Id<Teammate>>,
    /// When.
    pub created_at: Timestamp,
    /// When its last line was done.
    pub ended_at: Option<Timestamp>,
}

text_enum! {
    /// Where an import stands.
    pub enum ImportState {
        /// Read; a person has not said yes.
        Proposed => "proposed",
        /// Making posts.
        Running => "running",
        /// Every line is done.
        Done => "done",
        /// What it made was taken away.
        Undone => "undone",
    }
}

/// What a line became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneLine {
    /// The line of the file.
    pub line: i64,
    /// The post it made.
    pub post: Option<Id<Post>>,
    /// What kept it from becoming all of what was asked.
    pub problems: Vec<LineProblem>,
}

/// Why an import could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum BulkError {
    /// There is no such import in the actor's brand.
    #[error("there is no such import in this brand")]
    NotFound,
    /// The file is not a table that can be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// More than [`MOST_LINES`].
    #[error("more than {MOST_LINES} lines")]
    TooManyLines,
    /// No column is said to be the text.
    #[error("no column is the text")]
    NoText,
    /// It was run, or undone, already.
    #[error("this import is no longer a proposal")]
    NotProposed,
    /// It has not ended.
    #[error("this import has not ended")]
    NotDone,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Lines that have been done.
    pub done: i64,
    /// Posts that were made.
    pub made: i64,
    /// Lines that met a problem.
    pub problems: i64,
}

impl PostImport {
    /// Keeps a file that has been read, with a plan to look at.
    pub async fn propose(
        sheet: Sheet,
        file_name: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<PostImport, BulkError> {
        actor.must(Right::Draft)?;
        let import = PostImport {
            id: tx.new_id(),
            file_name: file_name.to_owned(),
            plan: Plan::propose(&sheet),
            sheet,
            state: ImportState::Proposed,
            by: actor.teammate_id(),
            created_at: tx.now(),
            ended_at: None,
        };
        store::insert(&import, actor, tx).await?;
        Ok(import)
    }

    /// The import, if the actor's brand has it.
    pub async fn load(
        id: Id<PostImport>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<PostImport, BulkError> {
        actor.must(Right::Draft)?;
        store::load(actor.brand(), id, tx).await?.ok_or(BulkError::NotFound)
    }

    /// The brand's latest imports, the newest first; at most 30, without their tables.
    pub async fn latest(actor: &Actor, tx: &mut Tx) -> Result<Vec<PostImport>, BulkError> {
        actor.must(Right::Draft)?;
        Ok(store::latest(actor.brand(), tx).await?)
    }

    /// Changes which column is what.
    pub async fn change_plan(
        &mut self,
        plan: Plan,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), BulkError> {
        actor.must(Right::Draft)?;
        if self.state != ImportState::Proposed {
            return Err(BulkError::NotProposed);
        }
        store::set_plan(self.id, &plan, tx).await?;
        self.plan = plan;
        Ok(())
    }

    /// Says yes: each line becomes a post from now on. Scheduling needs [`Right::Publish`].
    pub async fn start(&mut self, actor: &Actor, tx: &mut Tx) -> Result<(), BulkError> {
        let schedules = self.plan.becomes == Becomes::Scheduled;
        actor.must(if schedules { Right::Publish } else { Right::Draft })?;
        if !self.plan.columns.contains(&Column::Text) {
            return Err(BulkError::NoText);
        }
        if !store::set_state(self.id, ImportState::Proposed, ImportState::Running, tx).await? {
            return Err(BulkError::NotProposed);
        }
        self.state = ImportState::Running;
        run::enqueue(self.id, actor.brand(), tx).await?;
        let data = json!({ "file": self.file_name, "lines": self.sheet.rows.len() });
        let subject = Subject::new("post_import", self.id);
        activity::record(tx, actor, "post.import_started", subject, data).await?;
        Ok(())
    }

    /// How far it has come.
    pub async fn progress(&self, tx: &mut Tx) -> Result<Progress, BulkError> {
        Ok(store::progress(self.id, tx).await?)
    }

    /// What its lines became, in their order.
    pub async fn lines(&self, tx: &mut Tx) -> Result<Vec<DoneLine>, BulkError> {
        Ok(store::lines(self.id, tx).await?)
    }

    /// Takes away what it made and has not left; returns how many posts stay because part of
    /// them has been published.
    pub async fn undo(&mut self, actor: &Actor, tx: &mut Tx) -> Result<usize, BulkError> {
        actor.must(Right::Publish)?;
        if !store::set_state(self.id, ImportState::Done, ImportState::Undone, tx).await? {
            return Err(BulkError::NotDone);
        }
        self.state = ImportState::Undone;
        let mut stay = 0;
        for line in store::lines(self.id, tx).await? {
            let Some(post) = line.post else { continue };
            let Ok(post) = Post::load(post, actor, tx).await else { continue };
            match post.take_away(actor, tx).await {
                Ok(true) => {}
                Ok(false) => stay += 1,
                Err(PostError::Database(error)) => return Err(error.into()),
                Err(PostError::NotAllowed(error)) => return Err(error.into()),
                Err(_) => stay += 1,
            }
        }
        let subject = Subject::new("post_import", self.id);
        let data = json!({ "file": self.file_name, "stay": stay });
        activity::record(tx, actor, "post.import_undone", subject, data).await?;
        Ok(stay)
    }
}
