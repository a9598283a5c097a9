//! What is done in the room.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::crisis::{self, Crisis, CrisisError, Level, Role, Said, Task};
use platform::Teammate;
use primitives::{Id, Language};

use super::problem;
use super::room::load;
use super::room_view::RoomPage;
use crate::{Form, Go, InBrand, Refusal};

type At = Path<(String, Id<Crisis>)>;

/// Back in the room, saying what was done, or why it was not.
fn back(
    here: &InBrand,
    id: Id<Crisis>,
    done: Result<(), CrisisError>,
    key: &str,
) -> Result<Go, Refusal> {
    let page = format!("crisis/{id}");
    match done {
        Ok(()) => Ok(here.go(&page).saying(key)),
        Err(error) => match problem(here.words(), &error) {
            Some(said) => Ok(here.go(&page).saying("crisis-refused").with("name", said)),
            None => Err(error.into()),
        },
    }
}

/// How grave it is.
pub async fn level(here: InBrand, Path((_, id)): At, form: Form) -> Result<Response, Refusal> {
    let level: Level = form.get("level").parse().map_err(|_| Refusal::Malformed)?;
    let mut tx = here.begin().await?;
    let done = Crisis::set_level(id, level, form.get("why"), &here.actor, &mut tx).await;
    finish(&here, id, done, "crisis-level-done", tx).await
}

/// By which words messages belong to it.
pub async fn words(here: InBrand, Path((_, id)): At, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let done = Crisis::set_words(id, form.get("words"), &here.actor, &mut tx).await;
    finish(&here, id, done, "crisis-words-done", tx).await
}

/// Holds the brand's posts.
pub async fn pause(here: InBrand, Path((_, id)): At) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let done = Crisis::pause_posts(id, &here.actor, &mut tx).await;
    finish(&here, id, done, "crisis-pause-done", tx).await
}

/// Notes or decides something.
pub async fn say(here: InBrand, Path((_, id)): At, form: Form) -> Result<Response, Refusal> {
    let decision = form.get("decision") == "yes";
    let mut tx = here.begin().await?;
    let done = Crisis::say(id, form.get("words"), decision, &here.actor, &mut tx).await;
    finish(&here, id, done, "crisis-said-done", tx).await
}

/// Gives a role.
pub async fn give_role(here: InBrand, Path((_, id)): At, form: Form) -> Result<Response, Refusal> {
    let (role, teammate) = role_of(&form)?;
    let mut tx = here.begin().await?;
    let done = Crisis::give_role(id, role, teammate, &here.actor, &mut tx).await;
    finish(&here, id, done, "crisis-role-given", tx).await
}

/// Takes one.
pub async fn take_role(here: InBrand, Path((_, id)): At, form: Form) -> Result<Response, Refusal> {
    let (role, teammate) = role_of(&form)?;
    let mut tx = here.begin().await?;
    let done = Crisis::take_role(id, role, teammate, &here.actor, &mut tx).await;
    finish(&here, id, done, "crisis-role-taken", tx).await
}

fn role_of(form: &Form) -> Result<(Role, Id<Teammate>), Refusal> {
    let role = form.get("role").parse().map_err(|_| Refusal::Malformed)?;
    let teammate = form.get("teammate").parse().map_err(|_| Refusal::NotFound)?;
    Ok((role, teammate))
}

/// Adds a line to the checklist.
pub async fn add_task(here: InBrand, Path((_, id)): At, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let done = Crisis::add_task(id, form.get("words"), &here.actor, &mut tx).await;
    finish(&here, id, done, "crisis-task-added", tx).await
}

/// Ticks one, or takes the tick back.
pub async fn tick(
    here: InBrand,
    Path((_, id, task)): Path<(String, Id<Crisis>, Id<Task>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let done = form.get("done") != "no";
    let ticked = Crisis::tick(id, task, done, &here.actor, &mut tx).await;
    finish(&here, id, ticked, "crisis-task-ticked", tx).await
}

async fn finish(
    here: &InBrand,
    id: Id<Crisis>,
    done: Result<(), CrisisError>,
    key: &str,
    tx: database::Tx,
) -> Result<Response, Refusal> {
    if done.is_ok() {
        tx.commit().await?;
    } else {
        drop(tx);
    }
    Ok(back(here, id, done, key)?.into_response())
}

/// Answers the chosen messages with a statement, or leaves them out.
pub async fn messages(
    here: InBrand,
    Path((_, id)): At,
    mut form: Form,
) -> Result<Response, Refusal> {
    let chosen = form.all("said").flat_map(|ids| ids.split(','));
    let mut chosen: Vec<Id<Said>> = chosen.filter_map(|id| id.parse().ok()).collect();
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() {
        form.refuse("said", here.words().t("crisis-choose-some"));
        let facts = load(&here, id).await?;
        return Ok(here.refused(&RoomPage { facts, form }));
    }
    let page = format!("crisis/{id}");
    if form.get("do") == "leave-out" {
        let mut tx = here.begin().await?;
        let count = Crisis::leave_out(id, &chosen, &here.actor, &mut tx).await?;
        tx.commit().await?;
        let go = here.go(&page).saying("crisis-left-out").with("count", count.to_string());
        return Ok(go.into_response());
    }
    let statement = form.get("statement").parse().map_err(|_| Refusal::NotFound)?;
    let language = match form.get("language") {
        "fr" => Some(Language::Fr),
        "en" => Some(Language::En),
        _ => None,
    };
    let database = here.house.database();
    let done = crisis::answer_each(id, &chosen, statement, language, &here.actor, database).await;
    match done {
        Ok(done) => {
            let number = |count: usize| count.to_string();
            let key = match (done.refused, done.already) {
                (0, 0) => "crisis-answered-done",
                (0, _) => "crisis-answered-already",
                _ => "crisis-answered-refused",
            };
            let go = here.go(&page).saying(key).with("count", number(done.sent));
            let rest = if done.refused > 0 { done.refused } else { done.already };
            Ok(go.with("name", number(rest)).into_response())
        }
        Err(error) => Ok(back(&here, id, Err(error), "")?.into_response()),
    }
}
