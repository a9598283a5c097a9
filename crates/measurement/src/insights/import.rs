//! An import: a plan kept, run in batches, and undone.

mod keep;

use channels::Channel;
use database::{Database, Tx, text_enum};
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::plan::{ImportPlan, PlanError};
use super::problem::Problems;
use super::row::RowReader;
use super::sheet::Sheet;
use super::store;

/// How many rows one transaction stores.
const BATCH: usize = 500;

/// A file of insights on its way in, or in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: Id<Import>,
    /// The brand it is for.
    pub brand: Id<Brand>,
    /// How the file is read.
    pub plan: ImportPlan,
    /// Where it stands.
    pub state: ImportState,
    /// Rows read so far.
    pub rows_read: i64,
    /// Posts it brought.
    pub rows_imported: i64,
    /// Posts already known whose figures it changed.
    pub rows_updated: i64,
    /// Posts already known of which it says nothing new.
    pub rows_unchanged: i64,
    /// Rows left out: days of a breakdown, totals, rows without figures.
    pub rows_left_out: i64,
    /// What could not be read.
    pub problems: Problems,
    /// Who began it.
    pub created_by: Option<Id<Teammate>>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was done or undone.
    pub ended_at: Option<Timestamp>,
}

text_enum! {
    /// Where an import stands.
    pub enum ImportState {
        /// Waiting for a person to confirm its plan.
        Planned => "planned",
        /// Being stored, or cut short: running it again ends it.
        Running => "running",
        /// Stored.
        Done => "done",
        /// What it brought was removed.
        Undone => "undone",
    }
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows read.
    pub read: usize,
    /// Rows in the file.
    pub all: usize,
}

/// Why an import could not be begun, run or undone.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// There is no such import in the actor's brand.
    #[error("there is no such import in this brand")]
    NotFound,
    /// There is no such channel in the actor's brand.
    #[error("there is no such channel in this brand")]
    NoSuchChannel,
    /// The plan can't be followed.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// It was run or undone already.
    #[error("the import is {0}")]
    WrongState(ImportState),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Import {
    /// Keeps a plan until a person confirms it. Needs [`Right::ManageChannels`].
    ///
    /// # Errors
    /// [`ImportError`].
    pub async fn begin(plan: ImportPlan, actor: &Actor, tx: &mut Tx) -> Result<Self, ImportError> {
        actor.must(Right::ManageChannels)?;
        check_channel(&plan, actor, tx).await?;
        let import = Self {
            id: tx.new_id(),
            brand: actor.brand(),
            plan,
            state: ImportState::Planned,
            rows_read: 0,
            rows_imported: 0,
            rows_updated: 0,
            rows_unchanged: 0,
            rows_left_out: 0,
            problems: Problems::default(),
            created_by: actor.teammate_id(),
            created_at: tx.now(),
            ended_at: None,
        };
        store::insert(&import, tx).await?;
        Ok(import)
    }

    /// Changes the plan before it is run.
    ///
    /// # Errors
    /// [`ImportError`].
    pub async fn replan(
        mut self,
        plan: ImportPlan,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, ImportError> {
        actor.must(Right::ManageChannels)?;
        if self.state != ImportState::Planned {
            return Err(ImportError::WrongState(self.state));
        }
        check_channel(&plan, actor, tx).await?;
        // The file stays the one that was uploaded.
        let (file_hash, file_name) = (self.plan.file_hash, self.plan.file_name);
        self.plan = ImportPlan { file_hash, file_name, ..plan };
        store::update(&self, tx).await?;
        Ok(self)
    }

    /// The import, if the actor's brand has it.
    ///
    /// # Errors
    /// [`ImportError::NotFound`] or [`ImportError::Database`].
    pub async fn load(id: Id<Self>, actor: &Actor, tx: &mut Tx) -> Result<Self, ImportError> {
        store::load(actor.brand(), id, tx).await?.ok_or(ImportError::NotFound)
    }

    /// The brand's imports that were run, the latest first.
    ///
    /// # Errors
    /// [`ImportError::Database`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Self>, ImportError> {
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// Stores what the file says, 500 rows a transaction; `progress` is told after each. Cut
    /// short, it can be run again: what is stored already is not stored twice.
    ///
    /// # Errors
    /// [`ImportError`]; batches before the error stay stored.
    pub async fn run(
        mut self,
        sheet: &Sheet,
        actor: &Actor,
        database: &Database,
        mut progress: impl FnMut(Progress),
    ) -> Result<Self, ImportError> {
        actor.must(Right::ManageChannels)?;
        if !matches!(self.state, ImportState::Planned | ImportState::Running) {
            return Err(ImportError::WrongState(self.state));
        }
        self.plan.check(sheet)?;
        let plan = self.plan.clone();
        let (brand, account) = self.make_ready(actor, database).await?;
        let mut reader = RowReader::new(&plan, sheet, brand.zone.time_zone().clone());
        for batch in sheet.rows.chunks(BATCH) {
            let mut rows = Vec::with_capacity(batch.len());
            for row in batch {
                let read = reader.read(row);
                self.problems.add(read.problems);
                match read.row {
                    Ok(row) => rows.push(row),
                    Err(_) => self.rows_left_out += 1,
                }
            }
            self.rows_read += batch.len() as i64;
            let mut tx = database.begin().await?;
            self.store_rows(rows, &account, &mut tx).await?;
            store::update(&self, &mut tx).await?;
            tx.commit().await?;
            let read = usize::try_from(self.rows_read).unwrap_or(usize::MAX);
            progress(Progress { read, all: sheet.rows.len() });
        }
        self.end(actor, database).await
    }

    /// Removes what the import brought: its figures, and the posts that then have none and that
    /// Parvis did not publish itself.
    ///
    /// # Errors
    /// [`ImportError`].
    pub async fn undo(mut self, actor: &Actor, tx: &mut Tx) -> Result<Self, ImportError> {
        actor.must(Right::ManageChannels)?;
        if !matches!(self.state, ImportState::Running | ImportState::Done) {
            return Err(ImportError::WrongState(self.state));
        }
        let removed = store::remove_what_it_brought(self.id, tx).await?;
        self.state = ImportState::Undone;
        self.ended_at = Some(tx.now());
        store::update(&self, tx).await?;
        let data = json!({ "file": self.plan.file_name, "posts": removed });
        activity::record(tx, actor, "insights.undone", self.subject(), data).await?;
        Ok(self)
    }

    fn subject(&self) -> Subject {
        Subject::new("insights_import", self.id)
    }

    /// Marks the import as running; its brand and the server of its channel.
    async fn make_ready(
        &mut self,
        actor: &Actor,
        database: &Database,
    ) -> Result<(Brand, String), ImportError> {
        let mut tx = database.begin().await?;
        let brand = Brand::of(actor, &mut tx).await?;
        if brand.id != self.brand {
            return Err(ImportError::NotFound);
        }
        let channel = check_channel(&self.plan, actor, &mut tx).await?;
        self.state = ImportState::Running;
        (self.rows_read, self.rows_imported, self.rows_updated) = (0, 0, 0);
        (self.rows_unchanged, self.rows_left_out) = (0, 0);
        self.problems = Problems::default();
        store::update(self, &mut tx).await?;
        tx.commit().await?;
        Ok((brand, channel.map(|channel| channel.server).unwrap_or_default()))
    }

    async fn end(mut self, actor: &Actor, database: &Database) -> Result<Self, ImportError> {
        let mut tx = database.begin().await?;
        self.state = ImportState::Done;
        self.ended_at = Some(tx.now());
        store::update(&self, &mut tx).await?;
        let data = json!({
            "file": self.plan.file_name, "network": self.plan.network,
            "imported": self.rows_imported, "updated": self.rows_updated,
            "problems": self.problems.count,
        });
        activity::record(&mut tx, actor, "insights.imported", self.subject(), data).await?;
        tx.commit().await?;
        Ok(self)
    }
}

/// The plan's channel, which must be the brand's.
async fn check_channel(
    plan: &ImportPlan,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Option<Channel>, ImportError> {
    use channels::ChannelError;
    let Some(id) = plan.channel else { return Ok(None) };
    match Channel::load(id, actor, tx).await {
        Ok(channel) => Ok(Some(channel)),
        Err(ChannelError::Database(error)) => Err(error.into()),
        Err(_) => Err(ImportError::NoSuchChannel),
    }
}
