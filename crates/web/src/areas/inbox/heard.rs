//! Taking down what was said where Parvis can't read.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use channels::{Channel, ItemKind};
use conversations::{Conversation, Heard, HeardError};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use serde::Deserialize;

use crate::parts::{Field, Select, crumbs, csrf, empty_state, error_summary, link_button};
use crate::parts::{page_header_under, submit};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// What can be written down, the likeliest first.
const KINDS: [ItemKind; 4] =
    [ItemKind::Review, ItemKind::Direct, ItemKind::Reply, ItemKind::Mention];

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The conversation that it goes on.
    follows: String,
}

/// The form.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let now = here.house.kit.database.ambient().now().to_zoned(here.words().zone().clone());
    let form = Form::filled([
        ("kind", ItemKind::Review.as_str()),
        ("day", &now.date().to_string()),
        ("time", &now.strftime("%H:%M").to_string()),
        ("follows", &asked.follows),
    ]);
    Ok(here.show(&HeardPage::load(&here, form).await?))
}

/// Takes it down.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let words = here.words().clone();
    let follows: Option<Id<Conversation>> = form.get("follows").parse().ok();
    let channel = form.get("channel").parse::<Id<Channel>>();
    let channel = form.check("channel", channel, |_| words.t("heard-no-channel"));
    let stars = read_stars(form.get("stars"));
    let stars = form.check("stars", stars, |()| words.t("heard-bad-stars"));
    let at = read_instant(&form, &words);
    let at = form.check("day", at, |()| words.t("heard-bad-instant"));
    if let (Some(channel), Some(stars), Some(at)) = (channel, stars, at) {
        let given = |name: &str| Some(form.get(name).to_owned()).filter(|text| !text.is_empty());
        let heard = Heard {
            channel,
            kind: form.get("kind").parse().unwrap_or(ItemKind::Direct),
            name: form.get("name").to_owned(),
            profile: given("profile"),
            text: form.get("text").to_owned(),
            stars,
            url: given("url"),
            at,
            follows,
        };
        let mut tx = here.begin().await?;
        match Conversation::take_down(heard, &here.actor, &mut tx).await {
            Ok(conversation) => {
                tx.commit().await?;
                let go = here.go(&format!("inbox/{conversation}"));
                return Ok(go.saying("heard-taken-down").into_response());
            }
            Err(error) => {
                drop(tx);
                word(&mut form, error, &words)?;
            }
        }
    }
    Ok(here.refused(&HeardPage::load(&here, form).await?))
}

/// Beside the field that is to blame.
fn word(form: &mut Form, error: HeardError, words: &Words) -> Result<(), Refusal> {
    let (field, key) = match error {
        HeardError::NoName => ("name", "heard-no-name"),
        HeardError::NameTooLong => ("name", "heard-name-too-long"),
        HeardError::NoWords => ("text", "heard-no-words"),
        HeardError::TooLong => ("text", "heard-too-long"),
        HeardError::NotAMark => ("stars", "heard-bad-stars"),
        HeardError::NotALink => ("url", "heard-not-a-link"),
        HeardError::InTheFuture => ("day", "heard-in-the-future"),
        HeardError::Already { .. } => ("text", "heard-already"),
        HeardError::NotAMessage => ("kind", "heard-no-kind"),
        HeardError::NotFound => ("channel", "heard-no-channel"),
        HeardError::NotAllowed(error) => return Err(error.into()),
        HeardError::Database(error) => return Err(error.into()),
    };
    form.refuse(field, words.t(key));
    Ok(())
}

fn read_stars(text: &str) -> Result<Option<u8>, ()> {
    match text {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(drop),
    }
}

/// The instant of a day and a time in the brand's zone; a time that the clock skips is moved.
fn read_instant(form: &Form, words: &Words) -> Result<Timestamp, ()> {
    let day: Date = form.get("day").parse().map_err(drop)?;
    let time: Time = match form.get("time") {
        "" => Time::midnight(),
        text => text.parse().map_err(drop)?,
    };
    let zoned = day.to_datetime(time).to_zoned(words.zone().clone()).map_err(drop)?;
    Ok(zoned.timestamp())
}

/// The form on screen.
pub struct HeardPage {
    form: Form,
    /// Where it may have been said: those that are read by hand first.
    channels: Vec<(Id<Channel>, String)>,
    /// The conversation that it goes on, and with whom.
    follows: Option<(Conversation, String)>,
}

impl HeardPage {
    async fn load(here: &InBrand, form: Form) -> Result<HeardPage, Refusal> {
        let mut tx = here.read().await?;
        let follows = match form.get("follows").parse() {
            Ok(id) => {
                let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
                let person = conversation.person(&mut tx).await?;
                person.map(|person| (conversation, person.name))
            }
            Err(_) => None,
        };
        let mut all = Channel::all(&here.actor, &mut tx).await?;
        all.retain(|channel| channel.removed_at.is_none());
        all.sort_by_key(|channel| channel.mode != channels::Mode::Assisted);
        let named = |channel: &Channel| format!("{} ({})", channel.network_name, channel.name);
        let channels = all.iter().map(|channel| (channel.id, named(channel))).collect();
        Ok(HeardPage { form, channels, follows })
    }

    fn form(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let kinds = KINDS.map(|kind| (kind.as_str(), words.t(&format!("heard-kind-{kind}"))));
        let marks = (1..=5).rev().map(|mark: u8| {
            (mark.to_string(), words.tn("heard-stars-of", args![stars => i64::from(mark)]))
        });
        let marks = std::iter::once((String::new(), words.t("heard-stars-none"))).chain(marks);
        let channels = self.channels.iter().map(|(id, name)| (id.to_string(), name.clone()));
        html! {
            form.form method="post" action=(frame.url("inbox/heard")) {
                (csrf(frame))
                (error_summary(words, form))
                @match &self.follows {
                    Some((conversation, name)) => {
                        input type="hidden" name="follows" value=(conversation.id);
                        input type="hidden" name="channel" value=(conversation.channel);
                        input type="hidden" name="kind" value=(conversation.kind);
                        p.lead { (words.tn("heard-follows", args![name => name.as_str()])) }
                    }
                    None => {
                        div.fields-inline {
                            (Select::new(form, "channel", &words.t("heard-channel"), channels))
                            (Select::new(form, "kind", &words.t("heard-kind"), kinds))
                        }
                        (Field::new(form, "name", &words.t("heard-name")).hint(words.t("heard-name-hint")).required().autocomplete("off"))
                    }
                }
                (Field::new(form, "text", &words.t("heard-text")).lines(6))
                @if self.follows.is_none() { (Select::new(form, "stars", &words.t("heard-stars"), marks)) }
                div.fields-inline {
                    (Field::new(form, "day", &words.t("heard-day")).kind("date").required())
                    (Field::new(form, "time", &words.t("heard-time")).kind("time"))
                }
                (Field::new(form, "url", &words.t("heard-url")).kind("url").hint(words.t("heard-url-hint")).with("placeholder", "https://").autocomplete("off"))
                @if self.follows.is_none() {
                    (Field::new(form, "profile", &words.t("heard-profile")).kind("url").with("placeholder", "https://").autocomplete("off"))
                }
                div.form-actions {
                    (submit(&words.t("heard-save"), "button-primary"))
                    (link_button(&words.t("heard-cancel"), &frame.url("inbox"), "button-quiet"))
                }
            }
        }
    }
}

impl Page for HeardPage {
    fn samples() -> Vec<Self> {
        let channel = |name: &str| (Id::<Channel>::from_uuid(uuid::Uuid::nil()), name.to_owned());
        let channels =
            vec![channel("Google Business (Le Fournil)"), channel("Facebook (Le Fournil)")];
        let filled = Form::filled([
            ("kind", "review"),
            ("name", "Camille B."),
            ("text", "Accueil charmant, mais plus de seigle à 17 h."),
            ("stars", "4"),
            ("day", "2026-11-21"),
            ("time", "18:20"),
        ]);
        let mut refused = Form::filled([("kind", "direct"), ("day", "2026-11-31")]);
        refused.refuse("name", "Dites qui l’a écrit.");
        refused.refuse("day", "Ce jour n’existe pas.");
        vec![
            Self { form: Form::empty(), channels: Vec::new(), follows: None },
            Self { form: filled, channels: channels.clone(), follows: None },
            Self { form: refused, channels, follows: None },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("heard-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("inbox", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let crumbs = crumbs(frame, &[(&words.t("heard-inbox"), &frame.url("inbox"))]);
        html! {
            (page_header_under(crumbs, &self.title(frame), html! { (words.t("heard-lead")) }, html! {}))
            @if self.channels.is_empty() && self.follows.is_none() {
                (empty_state("hand", &words.t("heard-nowhere"), &words.t("heard-nowhere-lead"), link_button(&words.t("heard-add-channel"), &frame.url("channels/new/assisted"), "button-primary")))
            } @else {
                (self.form(frame))
            }
        }
    }
}

page_samples!(HeardPage);
