//! What a composer holds: read from its form, or from the post.

use channels::Channel;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use platform::media::Media;
use primitives::Id;
use publishing::post::{
    Edit, Extras, PostMedia, PostMediaEdit, PostSource, PostState, VariantExtras,
};
use publishing::{Post, Variant};
use strategy::Format;

use crate::words::Words;
use crate::{Form, Refusal};

/// What a composer holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    /// The version of the post it was read from; 0 for a new one.
    pub version: i64,
    pub text: String,
    pub link: String,
    /// The channels chosen.
    pub channels: Vec<Id<Channel>>,
    /// The texts of channels that have their own.
    pub own: Vec<(Id<Channel>, String)>,
    /// The pictures, with what they show.
    pub media: Vec<(Id<Media>, String)>,
    /// As the date field sends it.
    pub date: String,
    /// As the time field sends it.
    pub time: String,
}

impl Draft {
    /// What the form says. A variant that says what the common text says, or said when the form
    /// was made, follows the common text.
    pub fn read(form: &Form) -> Result<Self, Refusal> {
        let id = |text: &str| text.parse().map_err(|_| Refusal::Malformed);
        let (text, before) = (form.get("text"), form.get("before"));
        let mut draft = Self {
            version: form.get("version").parse().unwrap_or(0),
            text: text.to_owned(),
            link: form.get("link").trim().to_owned(),
            date: form.get("date").to_owned(),
            time: form.get("time").to_owned(),
            ..Self::default()
        };
        for channel in form.all("channel") {
            draft.channels.push(id(channel)?);
        }
        for (name, value) in form.fields() {
            let Some(channel) = name.strip_prefix("variant-") else { continue };
            let follows = value.trim().is_empty() || value == text || value == before;
            if !follows && form.get("follow") != channel {
                draft
                    .own
                    .push((channel.parse().map_err(|_| Refusal::Malformed)?, value.to_owned()));
            }
        }
        for media in form.all("media") {
            let alt = form.get(&format!("alt-{media}")).to_owned();
            draft.media.push((media.parse().map_err(|_| Refusal::Malformed)?, alt));
        }
        Ok(draft)
    }

    /// What the post says, its time as the brand's clocks read it; `otherwise` for a draft.
    pub fn of(post: &Post, otherwise: DateTime) -> Self {
        let at = match &post.state {
            PostState::Scheduled(at) => at.local,
            PostState::Draft => otherwise,
        };
        let own = |v: &Variant| v.text.clone().map(|text| (v.channel, text));
        Self {
            version: post.version,
            text: post.text.clone(),
            link: post.link.clone().unwrap_or_default(),
            channels: post.variants.iter().map(|v| v.channel).collect(),
            own: post.variants.iter().filter_map(own).collect(),
            media: post.media.iter().map(|m| (m.media.id, m.alt_text.clone())).collect(),
            ..Self::default()
        }
        .at(at)
    }

    /// The same, to be published then.
    pub fn at(mut self, at: DateTime) -> Self {
        self.date = at.date().to_string();
        self.time = at.strftime("%H:%M").to_string();
        self
    }

    /// Does what the buttons inside the form ask: remove a picture, move it. True if one was
    /// pressed.
    pub fn press(&mut self, form: &Form) -> bool {
        let place = |draft: &Self, name: &str| {
            draft.media.iter().position(|(id, _)| id.to_string() == form.get(name))
        };
        if let Some(at) = place(self, "remove") {
            self.media.remove(at);
        } else if let Some(at) = place(self, "earlier").filter(|at| *at > 0) {
            self.media.swap(at, at - 1);
        } else if let Some(at) = place(self, "later").filter(|at| at + 1 < self.media.len()) {
            self.media.swap(at, at + 1);
        }
        ["remove", "earlier", "later", "follow", "attach"].iter().any(|name| form.has(name))
    }

    /// The clock reading asked for, as [`Post::schedule`] reads it.
    pub fn local(&self) -> String {
        format!("{}T{}", self.date.trim(), self.time.trim())
    }

    /// What the post is to become.
    pub fn edit(&self) -> Edit {
        let own = |channel| self.own.iter().find(|(c, _)| *c == channel).map(|(_, t)| t.clone());
        let media = self
            .media
            .iter()
            .map(|(media, alt)| PostMediaEdit { media: *media, alt_text: alt.clone() });
        Edit {
            text: self.text.clone(),
            link: Some(self.link.clone()).filter(|link| !link.is_empty()),
            variants: self.channels.iter().map(|c| (*c, own(*c)).into()).collect(),
            media: media.collect(),
            ..Edit::default()
        }
    }

    /// The text that a channel shows.
    pub fn text_for(&self, channel: Id<Channel>) -> &str {
        self.own.iter().find(|(c, _)| *c == channel).map_or(&self.text, |(_, text)| text)
    }

    /// The post that it would be, to be measured; never stored.
    pub fn as_post(&self, media: &[Media]) -> Post {
        let nobody = || uuid::Uuid::nil();
        let variant = |channel: &Id<Channel>| Variant {
            id: Id::from_uuid(nobody()),
            channel: *channel,
            text: self.own.iter().find(|(c, _)| c == channel).map(|(_, text)| text.clone()),
            extras: VariantExtras::default(),
        };
        let media = self.media.iter().filter_map(|(id, alt)| {
            let media = media.iter().find(|media| media.id == *id)?.clone();
            Some(PostMedia { media, alt_text: alt.clone() })
        });
        Post {
            id: Id::from_uuid(nobody()),
            brand: Id::from_uuid(nobody()),
            text: self.text.clone(),
            link: Some(self.link.clone()).filter(|link| !link.is_empty()),
            media: media.collect(),
            variants: self.channels.iter().map(variant).collect(),
            state: PostState::Draft,
            author: None,
            version: self.version,
            source: PostSource::Written,
            topic: None,
            campaign: None,
            language: None,
            format: Format::Text,
            wanted: None,
            extras: Extras::default(),
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
        }
    }
}

/// When a new post is proposed to appear: that day, or tomorrow, at nine.
pub(crate) fn proposed(day: Option<Date>, words: &Words) -> DateTime {
    let today = words.now().map(|now| words.local(now).date()).unwrap_or_default();
    let day = day.filter(|day| *day >= today).or_else(|| today.tomorrow().ok()).unwrap_or(today);
    let nine = day.at(9, 0, 0, 0);
    match words.now().map(|now| words.local(now).datetime()) {
        // Today, nine may have passed: the next hour that begins.
        Some(now) if now >= nine => day.at(
            now.hour().saturating_add(1).min(23),
            if now.hour() == 23 { 59 } else { 0 },
            0,
            0,
        ),
        _ => nine,
    }
}
