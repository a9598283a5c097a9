//! The room of a crisis: what it shows.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use conversations::crisis::{Crisis, HoldingStatement, Hour, InRole, Spoken, Task};
use primitives::Id;

use super::rehearsal::team;
use super::room_view::RoomPage;
use super::shown::{self, Person, ShownLine};
use crate::{Form, InBrand, Refusal};

/// Shows it.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Crisis>)>,
) -> Result<Response, Refusal> {
    let facts = load(&here, id).await?;
    if !facts.crisis.runs() {
        return Ok(here.go(&format!("crisis/{id}/review")).into_response());
    }
    Ok(here.show(&RoomPage { facts, form: Form::empty() }))
}

/// All that a room shows.
pub(super) struct RoomFacts {
    pub crisis: Crisis,
    pub pauses: bool,
    /// Posts that wait for a decision of the stand-down.
    pub undecided: usize,
    pub spoken: Spoken,
    pub curve: Vec<Hour>,
    pub roles: Vec<InRole>,
    pub tasks: Vec<Task>,
    pub lines: Vec<ShownLine>,
    pub statements: Vec<HoldingStatement>,
    pub channels: Vec<Channel>,
    pub team: Vec<Person>,
}

pub(super) async fn load(here: &InBrand, id: Id<Crisis>) -> Result<RoomFacts, Refusal> {
    let (actor, words) = (&here.actor, here.words());
    let mut tx = here.read().await?;
    let crisis = Crisis::load(id, actor, &mut tx).await?;
    let team = team(here, &mut tx).await?;
    let lines = crisis.timeline(actor, &mut tx).await?;
    let mut statements = HoldingStatement::list(actor, &mut tx).await?;
    statements.retain(HoldingStatement::is_approved);
    let channels = Channel::all(actor, &mut tx).await.map_err(Refusal::fault)?;
    Ok(RoomFacts {
        pauses: crisis.pauses(&mut tx).await?,
        undecided: crisis.stand_down(actor, &mut tx).await?.undecided(),
        spoken: crisis.spoken(actor, &mut tx).await?,
        curve: crisis.curve(actor, &mut tx).await?,
        roles: crisis.roles(actor, &mut tx).await?,
        tasks: crisis.tasks(actor, &mut tx).await?,
        lines: lines.iter().rev().map(|line| shown::line(words, line, &team)).collect(),
        statements,
        channels: channels.into_iter().filter(|channel| channel.removed_at.is_none()).collect(),
        team,
        crisis,
    })
}
