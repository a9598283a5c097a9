use channels::ChannelKit;
use database::Tx;
use jobs::{Done, Enqueue, JobError};
use platform::media::Media;
use platform::{Actor, Brand};
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::{
    Becomes, BulkError, ImportState, Known, Line, LineProblem, PostImport, ProblemKind, store,
};
use crate::fetched::Fetched;
use crate::post::{Edit, Post, PostMediaEdit, PostSource, ScheduleError};

/// The job that makes the posts of an import.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunPostImport {
    /// The import.
    pub import: Id<PostImport>,
}

impl jobs::Job for RunPostImport {
    const KIND: &'static str = "run_post_import";
}

pub(super) async fn enqueue(
    import: Id<PostImport>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    let how = Enqueue::now().brand(brand).once(format!("run_post_import:{import}"));
    jobs::enqueue(tx, &RunPostImport { import }, how).await.map(drop)
}

/// Makes a post of each line that has none yet. Stopped in the middle, it goes on there.
pub async fn run(id: Id<PostImport>, kit: &ChannelKit) -> Result<Done, JobError> {
    let mut tx = kit.database.read().await?;
    let Some((import, actor)) = store::to_run(id, &mut tx).await? else {
        return Ok(Done::Finished);
    };
    let known = Known::of(&actor, &mut tx).await.map_err(JobError::retry)?;
    let done = store::done_lines(id, &mut tx).await?;
    drop(tx);
    for row in &import.sheet.rows {
        let line = Line::read(row, &import.plan, &known);
        if !done.contains(&line.line) {
            make(&import, line, &actor, kit).await?;
        }
    }
    let mut tx = kit.database.begin().await?;
    store::set_state(id, ImportState::Running, ImportState::Done, &mut tx).await?;
    tx.commit().await?;
    Ok(Done::Finished)
}

/// One line: its picture is fetched first, then all the rest is one transaction.
async fn make(
    import: &PostImport,
    mut line: Line,
    actor: &Actor,
    kit: &ChannelKit,
) -> Result<(), JobError> {
    let mut fetched = None;
    if let Some(address) = line.picture.clone().filter(|_| line.makes_a_post()) {
        match Fetched::get(&address, kit).await {
            Ok(picture) => fetched = Some(picture),
            Err(error) => {
                tracing::info!(%error, "a picture of an import is left out");
                line.wrong(ProblemKind::NoPicture, &address);
            }
        }
    }
    let mut tx = kit.database.begin().await?;
    // The line is taken before its post is made: two runs never make it twice.
    if !store::take_line(import.id, line.line, &mut tx).await? {
        return Ok(());
    }
    if !line.makes_a_post() {
        store::close_line(import.id, line.line, None, &line.problems, &mut tx).await?;
        return Ok(tx.commit().await?);
    }
    let media = match &fetched {
        Some(picture) => picture.record(&line.alt_text, actor, &mut tx).await?,
        None => None,
    };
    let made = Post::begin(edit(&line, media), PostSource::Import, actor, &mut tx).await;
    match made {
        Ok(post) => {
            let mut problems = line.problems.clone();
            if import.plan.becomes == Becomes::Scheduled {
                problems.extend(schedule(&post, &line, actor, &mut tx).await?);
            }
            let post = Some(post.id);
            store::close_line(import.id, line.line, post, &problems, &mut tx).await?;
            Ok(tx.commit().await?)
        }
        Err(error) => {
            drop(tx);
            line.wrong(ProblemKind::NotMade, &error.to_string());
            let mut tx = kit.database.begin().await?;
            store::take_line(import.id, line.line, &mut tx).await?;
            store::close_line(import.id, line.line, None, &line.problems, &mut tx).await?;
            Ok(tx.commit().await?)
        }
    }
}

fn edit(line: &Line, media: Option<Media>) -> Edit {
    let mut edit = Edit {
        text: line.text.clone(),
        link: line.link.clone(),
        variants: line.channels.iter().map(|channel| (*channel, None).into()).collect(),
        topic: line.topic,
        campaign: line.campaign,
        wanted: line.at.clone(),
        ..Edit::default()
    };
    edit.extras.first_comment.clone_from(&line.first_comment);
    edit.media = media
        .map(|media| PostMediaEdit { media: media.id, alt_text: media.alt_text })
        .into_iter()
        .collect();
    edit
}

/// Schedules what can be; what keeps the others back.
async fn schedule(
    post: &Post,
    line: &Line,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Option<LineProblem>, JobError> {
    let Some(at) = &line.at else { return Ok(None) };
    let passed = line.problems.iter().any(|problem| problem.kind == ProblemKind::InThePast);
    if passed || line.channels.is_empty() {
        return Ok(None);
    }
    let kind = match post.schedule(&at.local.to_string(), actor, tx).await {
        Ok(_) => return Ok(None),
        Err(ScheduleError::Post(crate::post::PostError::Database(error))) => {
            return Err(error.into());
        }
        Err(ScheduleError::InThePast) => ProblemKind::InThePast,
        Err(ScheduleError::NoChannel) => ProblemKind::NoChannel,
        Err(ScheduleError::Refused(_)) => ProblemKind::Refused,
        Err(_) => ProblemKind::KeptBack,
    };
    Ok(Some(LineProblem { kind, cell: String::new() }))
}

impl From<BulkError> for JobError {
    fn from(error: BulkError) -> Self {
        match error {
            BulkError::Database(error) => error.into(),
            error => JobError::dead(error),
        }
    }
}
