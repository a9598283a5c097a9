//! What is written of a crisis: the facts that its page and its paper share, its lessons and
//! what is to be done.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::crisis::{
    Alert, Crisis, Figures, FollowUp, Hour, InRole, Line, Reviewed, Spoken, Task,
};
use jiff::civil::Date;
use primitives::Id;

use super::review_view::ReviewPage;
use super::shown::{self, Person, ShownLine};
use super::{problem, rehearsal};
use crate::{Form, InBrand, Refusal};

type At = Path<(String, Id<Crisis>)>;

/// All that a review says.
pub(super) struct ReviewFacts {
    pub crisis: Crisis,
    pub opened_by: Option<String>,
    pub ended_by: Option<String>,
    pub alert: Option<Alert>,
    pub spoken: Spoken,
    pub curve: Vec<Hour>,
    pub figures: Figures,
    pub roles: Vec<InRole>,
    pub tasks: Vec<Task>,
    /// The oldest first.
    pub lines: Vec<ShownLine>,
    /// What was decided of posts, with their words.
    pub reviewed: Vec<(Reviewed, String)>,
    pub follow_ups: Vec<FollowUp>,
    pub team: Vec<Person>,
}

/// Shows it.
pub async fn get(here: InBrand, Path((_, id)): At) -> Result<Response, Refusal> {
    let facts = load(&here, id).await?;
    let form = Form::filled([("lessons", facts.crisis.lessons.as_str())]);
    Ok(here.show(&ReviewPage { facts, form }))
}

pub(super) async fn load(here: &InBrand, id: Id<Crisis>) -> Result<ReviewFacts, Refusal> {
    let (actor, words) = (&here.actor, here.words());
    let mut tx = here.read().await?;
    let crisis = Crisis::load(id, actor, &mut tx).await?;
    let team = rehearsal::team(here, &mut tx).await?;
    let name = |id| team.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone());
    let alert = match crisis.alert {
        Some(alert) => Some(Alert::load(alert, actor, &mut tx).await?),
        None => None,
    };
    let spoken = crisis.spoken(actor, &mut tx).await?;
    let curve = crisis.curve(actor, &mut tx).await?;
    let figures = crisis.figures(&spoken, &curve, actor, &mut tx).await?;
    let lines: Vec<Line> = crisis.timeline(actor, &mut tx).await?;
    let mut reviewed = Vec::new();
    for one in crisis.reviewed(&mut tx).await? {
        let post = channels::Publication::load(one.publication, actor, &mut tx).await;
        let text = post.map(|post| post.content.text).unwrap_or_default();
        reviewed.push((one, text));
    }
    Ok(ReviewFacts {
        opened_by: name(crisis.opened_by),
        ended_by: crisis.ended.and_then(|(by, _)| name(by)),
        roles: crisis.roles(actor, &mut tx).await?,
        tasks: crisis.tasks(actor, &mut tx).await?,
        follow_ups: crisis.follow_ups(actor, &mut tx).await?,
        lines: lines.iter().map(|line| shown::line(words, line, &team)).collect(),
        crisis,
        alert,
        spoken,
        curve,
        figures,
        reviewed,
        team,
    })
}

/// Writes what was learnt.
pub async fn learn(here: InBrand, Path((_, id)): At, form: Form) -> Result<Response, Refusal> {
    let page = format!("crisis/{id}/review");
    let mut tx = here.begin().await?;
    match Crisis::learn(id, form.get("lessons"), &here.actor, &mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(here.go(&page).saying("crisis-lessons-done").into_response())
        }
        Err(error) => refused(&here, &page, error),
    }
}

/// Adds something to be done.
pub async fn add_follow_up(
    here: InBrand,
    Path((_, id)): At,
    form: Form,
) -> Result<Response, Refusal> {
    let page = format!("crisis/{id}/review");
    let teammate = form.get("teammate").parse().ok();
    let due_on: Option<Date> = form.get("due_on").parse().ok();
    let (actor, words) = (&here.actor, form.get("words"));
    let mut tx = here.begin().await?;
    match Crisis::add_follow_up(id, words, teammate, due_on, actor, &mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(here.go(&page).saying("crisis-follow-up-added").into_response())
        }
        Err(error) => refused(&here, &page, error),
    }
}

/// It was done, or not yet.
pub async fn tick_follow_up(
    here: InBrand,
    Path((_, id, follow_up)): Path<(String, Id<Crisis>, Id<FollowUp>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let done = form.get("done") != "no";
    let mut tx = here.begin().await?;
    Crisis::tick_follow_up(id, follow_up, done, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let page = format!("crisis/{id}/review");
    Ok(here.go(&page).saying("crisis-follow-up-ticked").into_response())
}

fn refused(
    here: &InBrand,
    page: &str,
    error: conversations::crisis::CrisisError,
) -> Result<Response, Refusal> {
    let Some(said) = problem(here.words(), &error) else { return Err(error.into()) };
    Ok(here.go(page).saying("crisis-refused").with("name", said).into_response())
}
