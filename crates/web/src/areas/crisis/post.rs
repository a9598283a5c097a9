//! A statement as a post, now: it passes the pause of the crisis, and the same fence as any post.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use channels::publication::Publication;
use conversations::crisis::{Crisis, HoldingStatement};
use database::Tx;
use platform::Right;
use primitives::{Id, Language};
use publishing::Post;
use publishing::post::{Edit, PostSource, ScheduleError};

use super::problem;
use crate::{Form, InBrand, Refusal};

/// What became of it.
enum Posted {
    /// It is on its way.
    Leaves,
    /// Something stops it: it is a draft, to be looked at.
    Stopped(Id<Post>),
}

/// Posts it on the chosen channels.
pub async fn post(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Crisis>)>,
    form: Form,
) -> Result<Response, Refusal> {
    here.must(Right::Publish)?;
    let page = format!("crisis/{id}");
    let chosen: Vec<Id<Channel>> = form.all("channel").filter_map(|id| id.parse().ok()).collect();
    let language = if form.get("language") == "en" { Language::En } else { Language::Fr };
    let statement = form.get("statement").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let crisis = Crisis::load(id, &here.actor, &mut tx).await?;
    let statement = HoldingStatement::load(statement, &here.actor, &mut tx).await?;
    let Some(words) = statement
        .on_or_other(None, language)
        .or_else(|| statement.on_or_other(chosen.first().copied(), language))
    else {
        return Ok(here.go(&page).saying("crisis-no-words").into_response());
    };
    if chosen.is_empty() && !crisis.rehearsal {
        return Ok(here.go(&page).saying("crisis-choose-channel").into_response());
    }
    if !statement.is_approved() {
        return Ok(here.go(&page).saying("crisis-not-approved").into_response());
    }
    let words = words.to_owned();
    let (mut post, mut key) = (None, "crisis-posted-rehearsal");
    if !crisis.rehearsal {
        let leaves = leave(&here, &statement, &words, &chosen, language, &mut tx).await?;
        key = "crisis-posted";
        match leaves {
            (id, Posted::Leaves) => post = Some(id.cast()),
            (_, Posted::Stopped(id)) => {
                tx.commit().await?;
                let to = format!("posts/{id}");
                return Ok(here.go(&to).saying("crisis-post-stopped").into_response());
            }
        }
    }
    let count = chosen.len();
    let noted =
        Crisis::note_posted(id, &statement, &words, post, count, &here.actor, &mut tx).await;
    if let Err(error) = noted {
        let Some(said) = problem(here.words(), &error) else { return Err(error.into()) };
        return Ok(here.go(&page).saying("crisis-refused").with("name", said).into_response());
    }
    tx.commit().await?;
    Ok(here.go(&page).saying(key).into_response())
}

/// Makes the post, and lets it through. What only asks was answered when a manager approved the
/// words; what stops, stops.
async fn leave(
    here: &InBrand,
    statement: &HoldingStatement,
    words: &str,
    chosen: &[Id<Channel>],
    language: Language,
    tx: &mut Tx,
) -> Result<(Id<Post>, Posted), Refusal> {
    let own = |channel: &Id<Channel>| {
        let own = statement.on_or_other(Some(*channel), language).map(str::to_owned);
        (*channel, own.filter(|own| own != words)).into()
    };
    let edit = Edit {
        text: words.to_owned(),
        variants: chosen.iter().map(own).collect(),
        language: Some(language.tag().to_owned()),
        ..Edit::default()
    };
    let post = Post::begin(edit, PostSource::Written, &here.actor, tx).await;
    let post = post.map_err(Refusal::fault)?;
    let found = publishing::guard::look(&post, Some(tx.now()), &here.actor, tx).await;
    let asked: Vec<_> = found.map_err(Refusal::fault)?.iter().map(|one| one.guard).collect();
    post.accept(&asked, &here.actor, tx).await?;
    match post.publish_now(&here.actor, tx).await {
        Ok(_) => {}
        Err(ScheduleError::Post(error)) => return Err(Refusal::fault(error)),
        Err(_) => return Ok((post.id, Posted::Stopped(post.id))),
    }
    let sent = Publication::of_post(post.id.cast(), &here.actor, tx).await;
    for publication in sent.map_err(Refusal::fault)? {
        publication.let_through(&here.actor, tx).await.map_err(Refusal::fault)?;
    }
    Ok((post.id, Posted::Leaves))
}
