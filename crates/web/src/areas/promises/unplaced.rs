//! What has no place in a conversation: seen, placed or dismissed by a person.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::{Channel, InboxItem, ItemKind, RemoteProfile};
use conversations::unplaced::{Reason, Unplaced, UnplacedError};
use conversations::{Conversation, Filter, StateFilter};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::room_tabs;
use crate::parts::{channel_mark, csrf, empty_state, page_header, time};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many conversations of a channel are offered.
const OFFERED: usize = 50;

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let items = Unplaced::list(&here.actor, &mut tx).await?;
    let channels = Channel::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    let mut places = Vec::new();
    let mut ids: Vec<_> = items.iter().map(|item| item.channel).collect();
    ids.sort_unstable();
    ids.dedup();
    for channel in ids {
        let filter = Filter {
            state: StateFilter::All,
            channel: Some(channel),
            limit: OFFERED,
            ..Filter::default()
        };
        for row in Conversation::list(&filter, &here.actor, &mut tx).await?.rows {
            let person = row.person.map(|person| person.name).unwrap_or_default();
            let name = format!("{person}, {}", row.conversation.preview);
            let name = primitives::text::shorten(&name, 70).into_owned();
            places.push((channel, row.conversation.id.to_string(), name));
        }
    }
    Ok(here.show(&UnplacedPage { items, channels, places }))
}

/// Puts one in a conversation.
pub async fn place(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Unplaced>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let conversation = form.get("conversation").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    match Unplaced::place(id, conversation, &here.actor, &mut tx).await {
        Ok(placed) => {
            tx.commit().await?;
            let to = format!("inbox/{}", placed.id);
            Ok(here.go(&to).saying("promises-placed").into_response())
        }
        Err(UnplacedError::NothingToRead | UnplacedError::NotThere) => {
            Ok(here.go("promises/unplaced").saying("promises-not-placed").into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Says that one needs no place.
pub async fn dismiss(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Unplaced>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Unplaced::dismiss(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let undo = here.url(&format!("promises/unplaced/{id}/dismissal/end"));
    Ok(here.go("promises/unplaced").saying("promises-dismissed").undo(undo).into_response())
}

/// Shows one again.
pub async fn restore(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Unplaced>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Unplaced::restore(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("promises/unplaced").saying("promises-restored").into_response())
}

/// What has no place.
pub struct UnplacedPage {
    items: Vec<Unplaced>,
    channels: Vec<Channel>,
    /// The conversations of each channel that may take one: channel, id, name.
    places: Vec<(Id<Channel>, String, String)>,
}

impl Page for UnplacedPage {
    fn samples() -> Vec<Self> {
        let channels = crate::areas::channels::sample_channels();
        let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 6);
        let author = RemoteProfile {
            remote_id: "1".to_owned(),
            handle: "fournil".to_owned(),
            name: "Le Fournil".to_owned(),
            url: None,
            avatar_url: None,
            followers: None,
        };
        let item = InboxItem {
            remote_id: "2".to_owned(),
            kind: ItemKind::Reply,
            author,
            text: "Oui, dès sept heures.".to_owned(),
            url: Some("https://bsky.app/profile/fournil/post/2".to_owned()),
            at: ambient.now(),
            in_reply_to: Some("3".to_owned()),
            root: None,
            root_text: None,
            root_url: None,
            pictures: Vec::new(),
            data: serde_json::Value::Null,
            letter: None,
        };
        let unplaced = |reason, item| Unplaced {
            id: ambient.new_id(),
            channel: channels[0].id,
            reason,
            item,
            received_at: ambient.now(),
        };
        let items =
            vec![unplaced(Reason::Awaiting, Some(item)), unplaced(Reason::Unreadable, None)];
        let places =
            vec![(channels[0].id, "1".to_owned(), "Léa Fontaine, Vous ouvrez quand".to_owned())];
        vec![
            Self { items: vec![], channels: vec![], places: vec![] },
            Self { items, channels, places },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("promises-unplaced-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("promises", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("promises-unplaced-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "promises/unplaced"))
                @if self.items.is_empty() {
                    (empty_state("circle-check", &words.t("promises-unplaced-none"), &words.t("promises-unplaced-none-lead"), html! {}))
                } @else {
                    ul.stack.promise-list { @for item in &self.items { li { (self.one(frame, item)) } } }
                }
            }
        }
    }
}

page_samples!(UnplacedPage);

impl UnplacedPage {
    fn one(&self, frame: &Frame, unplaced: &Unplaced) -> Markup {
        let words = &frame.words;
        let channel = self.channels.iter().find(|channel| channel.id == unplaced.channel);
        let item = unplaced.item.as_ref();
        let name = item.map(|item| item.author.name.clone()).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| words.t("inbox-someone"));
        html! {
            article.card.stack {
                div.row {
                    @if let Some(channel) = channel { (channel_mark(channel, "network-sm")) }
                    strong { (name) }
                    @let at = item.map_or(unplaced.received_at, |item| item.at);
                    (time(words, at, &words.moment(at)))
                }
                @match item {
                    Some(item) => p.pre { (item.text) },
                    None => p.muted { (words.t("promises-unplaced-nothing")) },
                }
                p.small.muted { (words.t(&format!("promises-unplaced-{}", unplaced.reason))) }
                @if let Some(url) = item.and_then(|item| item.url.as_ref()).filter(|url| url.starts_with("https://")) {
                    p.small { a href=(url) rel="noopener noreferrer" target="_blank" { (words.t("promises-unplaced-see")) } }
                }
                @if frame.may(Right::Converse) { (self.acts(frame, unplaced, &name)) }
            }
        }
    }

    fn acts(&self, frame: &Frame, unplaced: &Unplaced, name: &str) -> Markup {
        let words = &frame.words;
        let url = |what: &str| frame.url(&format!("promises/unplaced/{}/{what}", unplaced.id));
        let places: Vec<_> =
            self.places.iter().filter(|place| place.0 == unplaced.channel).collect();
        html! {
            div.row {
                @if unplaced.item.is_some() && !places.is_empty() {
                    form.row.grow method="post" action=(url("place")) {
                        (csrf(frame))
                        select.select name="conversation" aria-label=(words.tn("promises-place-of", args![name => name])) {
                            @for (_, id, place) in places { option value=(id) { (place) } }
                        }
                        button.button { (words.t("promises-place")) }
                    }
                }
                form method="post" action=(url("dismissal")) {
                    (csrf(frame))
                    button.button.button-quiet { (words.t("promises-dismiss")) }
                }
            }
        }
    }
}
