//! In the composer: where the piece being written belongs.

use channels::Channel;
use database::Tx;
use maud::{Markup, html};
use primitives::text::{CountRule, count};
use publishing::Post;
use publishing::advice::{Carried, OwnResults, Piece, advise};

use super::advice::{audience, objective, urgency};
use super::advice_view::summary;
use crate::areas::posts::composer::panels::Composed;
use crate::areas::posts::problems;
use crate::parts::{icon, network_key};
use crate::{Form, Refusal};

/// The channels in order for what is written, renewed while one types. By the rules alone: the
/// brand's own results are weighed on the page, which may take the time to read them.
pub(crate) async fn panel(at: &Composed<'_>, tx: &mut Tx) -> Result<Markup, Refusal> {
    let frame = &at.here.frame;
    let words = &frame.words;
    let all = Channel::for_posts(&at.here.actor, tx).await.map_err(problems::of_channel)?;
    let channels: Vec<_> = all.into_iter().map(|one| (network_key(&one), one)).collect();
    let empty = Form::filled([("urgency", "days")]);
    let form = at.form.unwrap_or(&empty);
    let piece = Piece {
        audience: form.all("audience").filter_map(|one| one.parse().ok()).collect(),
        urgency: form.get("urgency").parse().unwrap_or_default(),
        objective: form.get("objective").parse().ok(),
        ..piece(at.post)
    };
    let nothing = piece.length == 0 && piece.carried == Carried::Nothing;
    if channels.is_empty() {
        return Ok(html! { div id="panel-advice" {} });
    }
    let advised = advise(&piece, &channels, &OwnResults::default());
    Ok(html! {
        section id="panel-advice" {
            details.card.disclosure.advice-panel {
                summary { (icon("signpost")) (words.t("advice-panel")) }
                div.stack.stack-sm {
                    @if nothing { p.small.muted { (words.t("advice-panel-nothing")) } } @else { (summary(words, &advised)) }
                    details.disclosure {
                        summary { (words.t("advice-panel-more")) }
                        div.stack.stack-sm {
                            (audience(form, words))
                            (urgency(form, words))
                            (objective(form, words))
                        }
                    }
                    a.small href=(frame.url(&format!("advice?{}", query(&piece)))) { (words.t("advice-panel-all")) }
                }
            }
        }
    })
}

/// The piece that a post is.
fn piece(post: &Post) -> Piece {
    let first = post.media.first().map(|attached| &attached.media);
    let kind = |prefix: &str| first.is_some_and(|media| media.content_type.starts_with(prefix));
    let carried = match post.media.len() {
        0 => Carried::Nothing,
        _ if kind("video/") => Carried::Video,
        1 if kind("image/gif") => Carried::Gif,
        1 => Carried::Picture,
        _ => Carried::Pictures,
    };
    let size = |value: i64| u32::try_from(value).ok().filter(|value| *value > 0);
    Piece {
        length: count(post.text.trim(), &CountRule::graphemes(u32::MAX)).used,
        carried,
        shape: first.and_then(|media| size(media.width).zip(size(media.height))),
        link: post.link.is_some() || post.text.contains("://"),
        poll: post.extras.poll.is_some(),
        ..Piece::default()
    }
}

/// The same piece, described to the page of advice.
fn query(piece: &Piece) -> String {
    let mut given = vec![
        format!("characters={}", piece.length),
        format!("media={}", piece.carried),
        format!("urgency={}", piece.urgency),
    ];
    given.extend(piece.link.then(|| "link=1".to_owned()));
    given.extend(piece.poll.then(|| "poll=1".to_owned()));
    given.extend(piece.audience.iter().map(|one| format!("audience={one}")));
    given.extend(piece.objective.map(|one| format!("objective={one}")));
    given.join("&")
}
