//! What the composer offers: the next free opening, and the times that do better.

use database::Tx;
use maud::{Markup, html};
use measurement::best_time::{TimeVerdict, best_times};
use platform::Right;
use publishing::Post;
use publishing::queue::{Needs, next_free};

use super::act::queued;
use super::shown::reading;
use super::times::advised_words;
use super::words::said;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::composer::panels::Composed;
use crate::parts::icon;
use crate::words::args;
use crate::{Go, InBrand, Refusal};

/// The button that puts the post in the queue, with the opening it would get now, and the times
/// that are shown to do better.
pub(crate) async fn panel(at: &Composed<'_>, tx: &mut Tx) -> Result<Markup, Refusal> {
    let here = at.here;
    let words = here.words();
    if here.must(Right::Publish).is_err() {
        return Ok(html! {});
    }
    let mut needs = Needs::of(at.post);
    // A new post begins on every account.
    if at.id.is_none() && needs.channels.is_empty() {
        needs.channels = at.channels.iter().map(|channel| channel.id).collect();
    }
    let next = next_free(&needs.channels, needs.topic, &here.actor, tx).await.ok();
    let best = best_times(None, &here.actor, tx).await.map_err(Refusal::fault)?;
    Ok(html! {
        button.button name="do" value="queue" { (icon("list-ordered")) (words.t("queue-put")) }
        p.hint.queue-offer {
            @match next {
                Some(spot) => (words.tn("queue-put-when", args![when => reading(words, spot.local)])),
                None => { a href=(here.url("queue/slots")) { (words.t("queue-put-none")) } },
            }
            @if best.verdict == TimeVerdict::Shown {
                @let times: Vec<_> = best.advised.iter().take(3).map(|one| advised_words(words, one)).collect();
                br; (words.tn("queue-advised", args![times => times.join(", "), count => best.posts])) " "
                a href=(here.url("queue/times")) { (words.t("queue-advised-why")) }
            }
        }
    })
}

/// Queues what the composer stored; or why not.
pub(crate) async fn enqueue(here: &InBrand, post: &Post) -> Result<Result<Go, String>, Refusal> {
    let mut tx = here.begin().await?;
    match post.enqueue(&here.actor, &mut tx).await {
        Ok((_, spot)) => {
            tx.commit().await?;
            Ok(Ok(queued(here, post.id, spot.local)))
        }
        Err(error) => {
            drop(tx);
            let mut tx = here.read().await?;
            let channels = load_channels(here, &mut tx).await?;
            Ok(Err(said(error, &channels, here.words())?))
        }
    }
}
