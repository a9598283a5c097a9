//! What the composer sends: kept first, whatever else is asked; then scheduled or published.

use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Response};
use http::{StatusCode, header};
use maud::html;
use platform::Right;
use primitives::Id;
use primitives::text::count;
use publishing::guard::Guard;
use publishing::post::{EditError, NewPost, PostSource, PostState, ScheduleError};
use publishing::{Post, Template};
use serde::{Deserialize, Serialize};

use super::composer::{ComposerPage, load_channels, met, version_fields};
use super::draft::{Draft, proposed};
use super::shown::ShownChannel;
use super::{page, preview, problems};
use crate::areas::checks;
use crate::areas::media::{Sent, worded};
use crate::areas::queue::offer;
use crate::{Form, Go, InBrand, Refusal};

/// What a new post may be begun with.
#[derive(Debug, Default, Deserialize)]
pub struct Begun {
    /// The day chosen in the calendar.
    pub date: Option<String>,
    /// What it is to speak about.
    pub topic: Option<String>,
    /// What it belongs to.
    pub campaign: Option<String>,
    /// The channel it is for; every one where none is named.
    pub channel: Option<String>,
    /// The kind of piece it is to be.
    pub format: Option<String>,
}

/// A new composer.
pub async fn get_new(here: InBrand, Query(begun): Query<Begun>) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    Ok(here.show(&ComposerPage::begun(&here, &begun).await?))
}

/// The post: its composer while it is a draft, then what became of it.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    drop(tx);
    if post.state == PostState::Draft && here.actor.must(Right::Draft).is_ok() {
        let was_sent = page::PostPage::load(&here, &post).await?;
        if !was_sent.has_left() {
            return compose(&here, &post, "").await;
        }
        return Ok(here.show(&was_sent));
    }
    Ok(here.show(&page::PostPage::load(&here, &post).await?))
}

/// What a composer is shown with.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    /// The empty place to open: `part`, `part:CHANNEL`, `choice`.
    #[serde(default)]
    room: String,
}

/// The composer of a post that has its time already.
pub async fn get_edit(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    Query(shown): Query<Shown>,
) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let mut tx = here.read().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    drop(tx);
    if post.state != PostState::Draft {
        here.must(Right::Publish)?;
    }
    compose(&here, &post, &shown.room).await
}

async fn compose(here: &InBrand, post: &Post, room: &str) -> Result<Response, Refusal> {
    let mut draft = Draft::of(post, proposed(None, here.words()));
    draft.make_room(room);
    let scheduled = post.state != PostState::Draft;
    let page = ComposerPage::holding(here, Some(post.id), scheduled, draft, Form::empty()).await?;
    Ok(here.show(&page))
}

/// Begins a post with what the composer holds.
pub async fn post_new(here: InBrand, sent: Sent) -> Result<Response, Refusal> {
    submit(here, None, sent).await
}

/// Changes a post into what the composer holds.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    sent: Sent,
) -> Result<Response, Refusal> {
    submit(here, Some(id), sent).await
}

async fn submit(here: InBrand, id: Option<Id<Post>>, sent: Sent) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let mut errors = Form::empty();
    let mut draft = Draft::read(&sent.form)?;
    for file in sent.files {
        let name = file.name.clone();
        match file.receive(&here.house, &here.actor).await {
            Ok(media) => draft.media.push((media.id, String::new())),
            Err(error) => errors.refuse("file", worded(error, &name, here.words())?),
        }
    }
    let pressed = draft.press(&sent.form);
    press_outside(&here, &sent.form, &mut draft).await?;
    let post = match store(&here, id, &draft).await {
        Ok(post) => post,
        Err(error) => return not_stored(&here, id, draft, errors, error).await,
    };
    draft.version = post.version;
    if errors.is_refused() {
        return again(&here, &post, draft, errors).await;
    }
    if pressed {
        let room = Draft::room_asked(&sent.form).map(|room| format!("?room={room}"));
        let edit = format!("posts/{}/edit{}", post.id, room.unwrap_or_default());
        return Ok(here.go(&edit).into_response());
    }
    match sent.form.get("do") {
        wish @ ("schedule" | "schedule-anyway") => {
            appear(&here, &post, draft, true, accepted(wish, &sent.form)).await
        }
        "library" => Ok(here.go(&format!("library/picker?post={}", post.id)).into_response()),
        wish @ ("now" | "now-anyway") => {
            appear(&here, &post, draft, false, accepted(wish, &sent.form)).await
        }
        "ask" => Ok(here.go(&format!("posts/{}/approval", post.id)).into_response()),
        "queue" => match offer::enqueue(&here, &post).await? {
            Ok(queued) => Ok(queued.into_response()),
            Err(why) => {
                errors.refuse("when", why);
                again(&here, &post, draft, errors).await
            }
        },
        _ => Ok(here.go(&format!("posts/{}", post.id)).saying("posts-saved").into_response()),
    }
}

/// Does what the buttons ask that need to know more than the form: put a kept text in, cut the
/// text in a thread.
async fn press_outside(here: &InBrand, form: &Form, draft: &mut Draft) -> Result<(), Refusal> {
    if !form.has("insert") && !form.has("split") {
        return Ok(());
    }
    let mut tx = here.read().await?;
    let channels = load_channels(here, &mut tx).await?;
    if let Ok(template) = form.get("insert").parse() {
        let template = Template::load(template, &here.actor, &mut tx).await?;
        let shown = form.get("shown").parse::<usize>().ok().and_then(|tab| tab.checked_sub(1));
        draft.insert(&template, shown.and_then(|at| channels.get(at)).map(|c| c.id));
    }
    if form.has("split") {
        cut(draft, &channels);
    }
    Ok(())
}

/// Cuts the common text so that every part fits on the chosen channels that follow it, and have
/// threads at all.
fn cut(draft: &mut Draft, channels: &[ShownChannel]) {
    let strictest: Vec<_> = channels
        .iter()
        .filter(|c| draft.channels.contains(&c.id) && draft.own_text(c.id).is_none())
        .filter(|c| c.takes_threads())
        .map(|c| c.limits.text)
        .collect();
    draft.split(|part| strictest.iter().all(|rule| count(part, rule).fits()));
}

/// A text cut in a thread, for the composer's script.
#[derive(Debug, Serialize)]
pub struct Cut {
    text: String,
    thread: Vec<String>,
}

/// Cuts the composer's text in a thread; nothing is stored.
pub async fn split(here: InBrand, form: Form) -> Result<Json<Cut>, Refusal> {
    here.must(Right::Draft)?;
    let mut draft = Draft::read(&form)?;
    let mut tx = here.read().await?;
    let channels = load_channels(&here, &mut tx).await?;
    cut(&mut draft, &channels);
    Ok(Json(Cut { text: draft.text, thread: draft.extras.thread }))
}

/// Stores the draft, as a new post or over one, if nobody changed that meanwhile.
async fn store(here: &InBrand, id: Option<Id<Post>>, draft: &Draft) -> Result<Post, EditError> {
    let mut tx = here.begin().await?;
    let (post, version) = match id {
        Some(id) => (Post::load(id, &here.actor, &mut tx).await?, draft.version),
        None => {
            let new =
                Post::draft(NewPost::default(), PostSource::Written, &here.actor, &mut tx).await?;
            let version = new.version;
            (new, version)
        }
    };
    let post =
        post.edit(draft.onto(&post, here.brand.zone.name()), version, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(post)
}

/// The composer again, with what is wrong; a conflict with both texts.
async fn not_stored(
    here: &InBrand,
    id: Option<Id<Post>>,
    draft: Draft,
    mut errors: Form,
    error: EditError,
) -> Result<Response, Refusal> {
    if let EditError::Conflict(theirs) = error {
        let mine = Draft { version: theirs.version, ..draft };
        let scheduled = theirs.state != PostState::Draft;
        let mut page = ComposerPage::holding(here, id, scheduled, mine, errors).await?;
        page.theirs = Some(Draft::of(&theirs, proposed(None, here.words())));
        return Ok(here.frame.show_as(StatusCode::CONFLICT, &page));
    }
    let (field, said) = problems::edit_words(error, here.words())?;
    errors.refuse(field, said);
    let page = ComposerPage::holding(here, id, false, draft, errors).await?;
    Ok(here.refused(&page))
}

async fn again(
    here: &InBrand,
    post: &Post,
    draft: Draft,
    errors: Form,
) -> Result<Response, Refusal> {
    let scheduled = post.state != PostState::Draft;
    let page = ComposerPage::holding(here, Some(post.id), scheduled, draft, errors).await?;
    Ok(here.refused(&page))
}

/// The checks that the person said they know of, where they pressed the button that says so.
fn accepted(wish: &str, form: &Form) -> Vec<Guard> {
    let known = form.all("accept").filter_map(|guard| guard.parse().ok());
    if wish.ends_with("-anyway") { known.collect() } else { Vec::new() }
}

/// Gives what was stored to the send fence, for its time or at once.
async fn appear(
    here: &InBrand,
    post: &Post,
    draft: Draft,
    at_its_time: bool,
    accepted: Vec<Guard>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    post.accept(&accepted, &here.actor, &mut tx).await?;
    let given = if at_its_time {
        post.schedule(&draft.local(), &here.actor, &mut tx).await
    } else {
        post.publish_now(&here.actor, &mut tx).await
    };
    match given {
        Ok(post) => {
            tx.commit().await?;
            Ok(said(here, &post, at_its_time).into_response())
        }
        Err(error) => {
            drop(tx);
            let mut tx = here.read().await?;
            let channels = load_channels(here, &mut tx).await?;
            drop(tx);
            let asked = match &error {
                ScheduleError::Asked(findings) => checks::panel::asked(findings),
                _ => Vec::new(),
            };
            let (field, words) = problems::schedule_words(error, &channels, here.words())?;
            let mut errors = Form::empty();
            for guard in asked {
                errors = errors.with("asked", guard.as_str());
            }
            if !at_its_time {
                errors = errors.with("asked-now", "1");
            }
            errors.refuse(field, words);
            again(here, post, draft, errors).await
        }
    }
}

/// Says when it will appear, and what a change of clocks made of that.
pub(super) fn said(here: &InBrand, post: &Post, at_its_time: bool) -> Go {
    let go = here.go(&format!("posts/{}", post.id));
    let PostState::Scheduled(at) = &post.state else { return go };
    if !at_its_time {
        return go.saying("posts-publishing-now");
    }
    let when = here.words().moment(at.at);
    let go = match at.moved {
        None => go.saying("posts-scheduled").with("when", when),
        Some(moved) => go
            .saying("posts-scheduled-moved")
            .with("when", when)
            .with("where", preview::moved_words(here.words(), at, moved)),
    };
    go.undo(here.url(&format!("posts/{}/schedule/end", post.id)))
}

/// Keeps what a composer without a post holds, as the script asks while one types.
pub async fn autosave_new(here: InBrand, form: Form) -> Result<Response, Refusal> {
    autosave(here, None, form).await
}

/// Keeps what a composer holds, as the script asks while one types.
pub async fn autosave_post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    form: Form,
) -> Result<Response, Refusal> {
    autosave(here, Some(id), form).await
}

async fn autosave(here: InBrand, id: Option<Id<Post>>, form: Form) -> Result<Response, Refusal> {
    let words = here.words();
    let draft = Draft::read(&form)?;
    Ok(match store(&here, id, &draft).await {
        Ok(post) => {
            let base = here.url(&format!("posts/{}", post.id));
            let fields = Html(version_fields(Some(post.id), post.version).into_string());
            if id.is_some() {
                return Ok(fields.into_response());
            }
            // A post was just begun: the script follows it there.
            let places = [
                (header::LOCATION.as_str(), format!("{base}/draft")),
                ("x-page", format!("{base}/edit")),
                ("x-form-action", base),
            ];
            (StatusCode::CREATED, places, fields).into_response()
        }
        Err(EditError::Conflict(_)) => {
            (StatusCode::CONFLICT, Html(met(words).into_string())).into_response()
        }
        Err(error) => {
            let (_, said) = problems::edit_words(error, words)?;
            let said = html! { p data-said { (said) } };
            (StatusCode::UNPROCESSABLE_ENTITY, Html(said.into_string())).into_response()
        }
    })
}
