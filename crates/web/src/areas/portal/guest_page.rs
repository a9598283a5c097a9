//! What a client sees first: the coming posts, those that await them above.

use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::Secret;
use publishing::portal::{Guest, Planned};

use crate::areas::approvals::shown::{ShownPost, shown_channels};
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{badge, empty_state};
use crate::security::Visitor;
use crate::words::{Words, args};
use crate::{Frame, House, Page, Refusal, Shape, Width, guest, page_samples};

/// Someone who came by their link, with the frame of their pages.
pub(super) async fn opened(
    house: &House,
    visitor: &Visitor,
    token: &str,
    tx: &mut database::Tx,
) -> Result<(Guest, Frame), Refusal> {
    let guest = Guest::by(&Secret::received(token), tx).await?;
    let guest = guest.ok_or_else(|| guest::refuse(house, visitor))?;
    let base = format!("/portal/{token}");
    let frame = guest::frame(house, visitor, &guest.brand, guest.portal.language, base);
    Ok((guest, frame))
}

/// The coming posts.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let mut tx = house.database().read().await?;
    let (guest, frame) = opened(&house, &visitor, &token, &mut tx).await?;
    let planned = guest.planned(&mut tx).await?;
    let channels = guest.channels(&mut tx).await?;
    let channels = shown_channels(&channels, &house.kit.connectors);
    let now = tx.now();
    drop(tx);
    guest::note_seen(&house, &guest.link, now).await?;
    let page = GuestPage {
        name: guest.portal.name.clone(),
        coming: planned.into_iter().map(|planned| Coming::new(planned, &channels)).collect(),
    };
    Ok(guest::show(&frame, StatusCode::OK, &page))
}

/// A post, as a client's list shows it.
pub(super) struct Coming {
    pub shown: ShownPost,
    pub at: Option<Timestamp>,
    pub waits: bool,
    pub awaits_me: bool,
}

impl Coming {
    fn new(planned: Planned, channels: &[ShownChannel]) -> Self {
        Self {
            at: planned.at,
            waits: planned.request.is_some(),
            awaits_me: planned.awaits_me,
            shown: ShownPost::new(planned.post, channels),
        }
    }
}

/// Whether it is still to come, as a badge.
pub(super) fn planned(words: &Words, at: Option<Timestamp>) -> Markup {
    let past = at.zip(words.now()).is_some_and(|(at, now)| at < now);
    if past {
        badge(&words.t("portal-past"), "")
    } else {
        badge(&words.t("portal-planned"), "success")
    }
}

/// What a client sees first.
pub struct GuestPage {
    name: String,
    coming: Vec<Coming>,
}

impl GuestPage {
    fn item(&self, frame: &Frame, coming: &Coming) -> Markup {
        let words = &frame.words;
        let address = frame.url(&format!("posts/{}", coming.shown.post.id));
        let picture = coming.shown.post.media.first();
        html! {
            a.item href=(address) {
                @if let Some(picture) = picture {
                    img.item-thumb src=(frame.url(&format!("media/{}?side=160", picture.media.id))) alt="";
                }
                div.item-body {
                    p.item-title.clip-2 { (coming.shown.title(words)) }
                    p.item-meta {
                        @match coming.at { Some(at) => (words.time_of(at)), None => (words.t("approvals-no-time")) }
                        " " (coming.shown.marks())
                    }
                }
                div.item-end {
                    @if coming.awaits_me { (badge(&words.t("portal-awaits-you"), "warning")) }
                    @else if coming.waits { (badge(&words.t("portal-in-review"), "")) }
                    @else { (planned(words, coming.at)) }
                }
            }
        }
    }

    fn days(&self, words: &Words) -> Vec<(Option<Date>, Vec<&Coming>)> {
        let mut days: Vec<(Option<Date>, Vec<&Coming>)> = Vec::new();
        for coming in self.coming.iter().filter(|coming| !coming.awaits_me) {
            let day = coming.at.map(|at| words.local(at).date());
            match days.last_mut() {
                Some((known, list)) if *known == day => list.push(coming),
                _ => days.push((day, vec![coming])),
            }
        }
        days
    }
}

impl Page for GuestPage {
    fn samples() -> Vec<Self> {
        let coming = |awaits_me, waits, at: &str| Coming {
            shown: ShownPost::sample(),
            at: at.parse().ok(),
            waits,
            awaits_me,
        };
        vec![
            Self { name: "Paul Duval".to_owned(), coming: vec![] },
            Self {
                name: "Paul Duval".to_owned(),
                coming: vec![
                    coming(true, true, "2026-11-24T08:00:00Z"),
                    coming(false, true, "2026-11-24T09:00:00Z"),
                    coming(false, false, "2026-11-25T09:00:00Z"),
                    coming(false, true, ""),
                ],
            },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("portal-title")
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let mine: Vec<_> = self.coming.iter().filter(|coming| coming.awaits_me).collect();
        html! {
            div.stack.stack-lg {
                header { h1 { (self.title(frame)) } p.page-lead { (words.tn("portal-lead", args![name => &self.name])) } }
                @if self.coming.is_empty() {
                    (empty_state("calendar-days", &words.t("portal-nothing"), &words.t("portal-nothing-lead"), html! {}))
                }
                @if !mine.is_empty() {
                    section.stack aria-labelledby="mine" {
                        h2 id="mine" { (words.t("portal-for-you")) }
                        ul.list.card.card-flush {
                            @for coming in &mine {
                                li {
                                    (self.item(frame, coming))
                                }
                            }
                        }
                    }
                }
                @for (day, list) in self.days(words) {
                    section.stack {
                        h2 { @match day { Some(day) => (words.day(day)), None => (words.t("approvals-no-time")) } }
                        ul.list.card.card-flush { @for coming in list { li { (self.item(frame, coming)) } } }
                    }
                }
            }
        }
    }
}

page_samples!(GuestPage);
