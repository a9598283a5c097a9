//! What the composer shows beside the text: where the agreement stands, what was said last, and
//! the button that asks.

use database::Tx;
use maud::{Markup, html};
use platform::Right;
use publishing::Post;
use publishing::approval::{Path as ApprovalPath, Request, RequestState};
use publishing::comment::Comment;

use super::thread::{Said, thread};
use crate::areas::approvals::shown::{awaited, state_badge, wanted};
use crate::areas::posts::composer::panels::Composed;
use crate::parts::icon;
use crate::words::args;
use crate::{Frame, InBrand, Refusal};

/// How many of the last comments are shown.
const LAST: usize = 3;

/// Beside the text: always the same element, empty where there is nothing to say.
pub(crate) async fn beside(at: &Composed<'_>, tx: &mut Tx) -> Result<Markup, Refusal> {
    let needs = needs(at, tx).await?;
    let Some(id) = at.id else {
        return Ok(
            html! { div id="together-panel" { @if needs { (must_be_read(&at.here.frame)) } } },
        );
    };
    let request = Request::of_post(id, &at.here.actor, tx).await?.into_iter().next();
    let comments = Comment::of_post(id, &at.here.actor, tx).await?;
    let open: Vec<_> = comments.into_iter().filter(|said| said.resolved_at.is_none()).collect();
    let count = open.len();
    let last: Vec<Said> =
        open.into_iter().skip(count.saturating_sub(LAST)).map(Said::from).collect();
    let frame = &at.here.frame;
    let words = &frame.words;
    let discussion = frame.url(&format!("posts/{id}/discussion"));
    Ok(html! {
        div.stack.stack-sm id="together-panel" {
            @match &request {
                Some(request) if request.state != RequestState::Withdrawn => {
                    section.card.stack.stack-sm aria-label=(words.t("together-agreement")) {
                        div.spread { p.strong { (words.t("together-agreement")) } (state_badge(words, request)) }
                        @if request.state == RequestState::Waiting {
                            p.small { (awaited(words, request)) }
                            p.small.muted { (wanted(words, request, words.now())) }
                            p.small.muted { (words.t("together-edit-while-waiting")) }
                        }
                        @if let Some(answer) = request.answers.iter().rev().find(|answer| !answer.words.is_empty() && !answer.void) {
                            p.small { strong { (answer.name) } }
                            p.small.pre { (answer.words) }
                        }
                        p.small { a href=(frame.url(&format!("approvals/{}", request.id))) { (words.t("together-see-request")) } }
                    }
                },
                _ if needs => (must_be_read(frame)),
                _ => {},
            }
            section.card.stack.stack-sm aria-label=(words.t("together-comments")) {
                p.strong { (icon("message-square")) " " (words.t("together-comments")) }
                @if !last.is_empty() { (thread(frame, &last, None)) }
                p.small {
                    a href=(discussion) {
                        (if count > last.len() { words.tn("together-all-comments", args![count => count]) } else { words.t("together-open") })
                    }
                }
            }
        }
    })
}

fn must_be_read(frame: &Frame) -> Markup {
    html! { p.card.small { (icon("check-check")) " " (frame.words.t("together-needs-agreement")) } }
}

/// The button that asks, where someone must agree.
pub(crate) async fn action(at: &Composed<'_>, tx: &mut Tx) -> Result<Markup, Refusal> {
    let words = at.here.words();
    let asks = at.here.actor.may(Right::Draft) && needs(at, tx).await?;
    Ok(html! {
        @if asks { button.button name="do" value="ask" { (icon("check-check")) (words.t("approvals-ask")) } }
    })
}

async fn needs(at: &Composed<'_>, tx: &mut Tx) -> Result<bool, Refusal> {
    let InBrand { brand, .. } = at.here;
    // What a composer holds belongs to no brand before it is stored.
    let post = Post { brand: brand.id, ..at.post.clone() };
    Ok(!ApprovalPath::of(&post, tx).await?.is_empty())
}
