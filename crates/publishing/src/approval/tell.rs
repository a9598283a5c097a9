use database::Tx;
use jobs::Enqueue;
use platform::notification::{Recipients, notify};
use platform::{Right, Subject, Teammate};
use primitives::Id;
use primitives::text::shorten;
use serde_json::json;

use super::Request;
use crate::letter::Letter;
use crate::post::{Post, PostError};

/// Asks these people of a request, in the house and by letter.
pub(super) async fn ask_people(
    request: &Request,
    keys: &[&String],
    reminder: bool,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    let system = platform::Actor::system(request.brand);
    let title = match Post::load(request.post, &system, tx).await {
        Ok(post) => title_of(&post),
        Err(PostError::Database(error)) => return Err(error),
        Err(_) => return Ok(()),
    };
    let kind = if reminder { "approval.reminder" } else { "approval.asked" };
    for step in &request.steps {
        for asked in step.people.iter().filter(|asked| keys.contains(&&asked.key)) {
            if let Some(teammate) = asked.teammate {
                let subject = Subject::new("approval", request.id);
                let to = Recipients::Teammate(teammate);
                notify(tx, request.brand, kind, subject, json!({ "title": title }), to).await?;
            }
            let letter = Letter::Asked { request: request.id, key: asked.key.clone(), reminder };
            let how = Enqueue::now().brand(request.brand);
            jobs::enqueue(tx, &letter, how).await?;
        }
    }
    Ok(())
}

/// Tells whoever asked what came of it; for a post that nobody asked for by name, those who may
/// publish.
pub(super) async fn author(
    request: &Request,
    post: &Post,
    fact: &'static str,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    let mut people: Vec<Id<Teammate>> = request.asked_by.into_iter().chain(post.author).collect();
    people.dedup();
    // Who has just answered knows what came of it.
    let answered = request.answers.last().filter(|_| fact != "approval.late");
    people.retain(|id| answered.is_none_or(|last| last.approver != super::key_of(*id)));
    let data = json!({ "title": title_of(post) });
    let subject = Subject::new("post", post.id);
    if request.asked_by.is_none() || matches!(fact, "approval.too_late" | "approval.not_scheduled")
    {
        let to = Recipients::Right(Right::Publish);
        notify(tx, post.brand, fact, subject.clone(), data.clone(), to).await?;
    }
    for teammate in people {
        let to = Recipients::Teammate(teammate);
        notify(tx, post.brand, fact, subject.clone(), data.clone(), to).await?;
        let letter = Letter::Settled { request: request.id, fact: fact.to_owned(), to: teammate };
        jobs::enqueue(tx, &letter, Enqueue::now().brand(post.brand)).await?;
    }
    Ok(())
}

/// Tells those who may publish that a post was held for want of agreement.
pub(super) async fn held(post: &Post, tx: &mut Tx) -> Result<(), database::Error> {
    let data = json!({ "title": title_of(post) });
    let subject = Subject::new("post", post.id);
    let to = Recipients::Right(Right::Publish);
    notify(tx, post.brand, "approval.held", subject, data, to).await.map(drop)
}

pub(crate) fn title_of(post: &Post) -> String {
    title_in(&post.text)
}

/// The first words of a text, by which the post is known.
pub(crate) fn title_in(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty());
    shorten(line.unwrap_or_default(), 60).into_owned()
}
