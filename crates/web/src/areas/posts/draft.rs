//! What a composer holds: read from its form, or from the post.

mod press;
mod read;
pub(crate) mod theirs;

use channels::Channel;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use platform::Brand;
use platform::media::Media;
use primitives::Id;
use publishing::post::{
    Edit, Extras, PostMedia, PostMediaEdit, PostSource, PostState, VariantEdit, VariantExtras,
};
use publishing::{Campaign, LocalSchedule, Post, Variant};
use strategy::Topic;

use crate::words::Words;

/// What a composer holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    /// The post, once there is one.
    pub id: Option<Id<Post>>,
    /// The version of the post it was read from; 0 for a new one.
    pub version: i64,
    pub text: String,
    pub link: String,
    /// The channels chosen.
    pub channels: Vec<Id<Channel>>,
    /// The texts of channels that have their own.
    pub own: Vec<(Id<Channel>, String)>,
    /// What else channels say otherwise.
    pub own_extras: Vec<(Id<Channel>, VariantExtras)>,
    /// The pictures, with what they show.
    pub media: Vec<(Id<Media>, String)>,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
    /// What it belongs to.
    pub campaign: Option<Id<Campaign>>,
    /// Its language; empty for the brand's.
    pub language: String,
    /// Thread, first comment, poll, labels. A thread may hold parts without words yet, and a
    /// poll choices without words: they are left out of what is stored.
    pub extras: Extras,
    /// As the date field sends it.
    pub date: String,
    /// As the time field sends it.
    pub time: String,
    /// The day and time that the fields were filled with before anyone chose: they ask nothing.
    pub proposed: String,
    /// What the form did not speak of, and so leaves as it is.
    pub silent: Vec<Part>,
}

/// A part of a draft that a form may not speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Topic,
    Campaign,
    Language,
    Extras,
    When,
}

impl Draft {
    /// What the post says, its time as the brand's clocks read it; `otherwise` where it has none.
    pub fn of(post: &Post, otherwise: DateTime) -> Self {
        let own = |v: &Variant| v.text.clone().map(|text| (v.channel, text));
        let otherwise_said = |v: &Variant| {
            (v.extras != VariantExtras::default()).then(|| (v.channel, v.extras.clone()))
        };
        let draft = Self {
            id: Some(post.id),
            version: post.version,
            text: post.text.clone(),
            link: post.link.clone().unwrap_or_default(),
            channels: post.variants.iter().map(|v| v.channel).collect(),
            own: post.variants.iter().filter_map(own).collect(),
            own_extras: post.variants.iter().filter_map(otherwise_said).collect(),
            media: post.media.iter().map(|m| (m.media.id, m.alt_text.clone())).collect(),
            topic: post.topic,
            campaign: post.campaign,
            language: post.language.clone().unwrap_or_default(),
            extras: post.extras.clone(),
            ..Self::default()
        };
        match (&post.state, &post.wanted) {
            (PostState::Scheduled(at), _) | (PostState::Draft, Some(at)) => draft.at(at.local),
            (PostState::Draft, None) => draft.proposing(otherwise),
        }
    }

    /// The same, to be published then.
    pub fn at(mut self, at: DateTime) -> Self {
        self.date = at.date().to_string();
        self.time = at.strftime("%H:%M").to_string();
        self
    }

    /// The same, with a time that is only proposed.
    pub fn proposing(self, at: DateTime) -> Self {
        let mut draft = self.at(at);
        draft.proposed = draft.local();
        draft
    }

    /// The clock reading asked for, as [`Post::schedule`] reads it.
    pub fn local(&self) -> String {
        format!("{}T{}", self.date.trim(), self.time.trim())
    }

    /// The instant that the date and time fields mean, in the brand's zone.
    pub fn instant(&self, words: &Words) -> Option<Timestamp> {
        let zone = words.zone().iana_name().unwrap_or("UTC");
        LocalSchedule::parse(&self.local(), zone).ok().map(|at| at.at)
    }

    /// The time that a draft is meant for: what someone chose, not what was proposed.
    fn wanted(&self, zone: &str) -> Option<LocalSchedule> {
        let chosen = self.local();
        if chosen == self.proposed {
            return None;
        }
        LocalSchedule::parse(&chosen, zone).ok()
    }

    /// What the post becomes: what the form says over what the post says now.
    pub fn onto(&self, post: &Post, zone: &str) -> Edit {
        let before = post.as_edit();
        let variants = self.channels.iter().map(|channel| {
            let known = before.variants.iter().find(|v| v.channel == *channel);
            let extras = if self.silent.contains(&Part::Extras) {
                known.map(|v| v.extras.clone()).unwrap_or_default()
            } else {
                whole_variant(self.extras_of(*channel))
            };
            let text = self.own.iter().find(|(c, _)| c == channel).map(|(_, text)| text.clone());
            VariantEdit { channel: *channel, text, extras }
        });
        let media = self
            .media
            .iter()
            .map(|(media, alt)| PostMediaEdit { media: *media, alt_text: alt.clone() });
        let mut edit = Edit {
            text: self.text.clone(),
            link: Some(self.link.clone()).filter(|link| !link.is_empty()),
            variants: variants.collect(),
            media: media.collect(),
            topic: self.topic,
            campaign: self.campaign,
            language: Some(self.language.clone()).filter(|tag| !tag.is_empty()),
            wanted: self.wanted(zone),
            extras: whole(&self.extras),
        };
        for part in &self.silent {
            match part {
                Part::Topic => edit.topic = before.topic,
                Part::Campaign => edit.campaign = before.campaign,
                Part::Language => edit.language.clone_from(&before.language),
                Part::Extras => edit.extras = before.extras.clone(),
                Part::When => edit.wanted.clone_from(&before.wanted),
            }
        }
        if post.state != PostState::Draft {
            // The fields say when it goes out, which is another thing.
            edit.wanted = before.wanted;
        }
        edit
    }

    /// The text that a channel shows.
    pub fn text_for(&self, channel: Id<Channel>) -> &str {
        self.own.iter().find(|(c, _)| *c == channel).map_or(&self.text, |(_, text)| text)
    }

    /// The text of a channel that has its own.
    pub fn own_text(&self, channel: Id<Channel>) -> Option<&str> {
        self.own.iter().find(|(c, _)| *c == channel).map(|(_, text)| text.as_str())
    }

    /// What a channel says otherwise, beside its text.
    pub fn extras_of(&self, channel: Id<Channel>) -> VariantExtras {
        let own = self.own_extras.iter().find(|(c, _)| *c == channel);
        own.map(|(_, extras)| extras.clone()).unwrap_or_default()
    }

    /// The posts that follow the first one on a channel.
    pub fn thread_for(&self, channel: Id<Channel>) -> Vec<String> {
        self.extras_of(channel).thread.unwrap_or_else(|| self.extras.thread.clone())
    }

    /// The comment of our own on a channel.
    pub fn first_comment_for(&self, channel: Id<Channel>) -> String {
        let own = self.extras_of(channel).first_comment;
        own.or_else(|| self.extras.first_comment.clone()).unwrap_or_default()
    }

    /// The post that it would be, to be measured; never stored.
    pub fn as_post(&self, media: &[Media]) -> Post {
        let nobody = || uuid::Uuid::nil();
        let variant = |channel: &Id<Channel>| Variant {
            id: Id::from_uuid(nobody()),
            channel: *channel,
            text: self.own.iter().find(|(c, _)| c == channel).map(|(_, text)| text.clone()),
            extras: whole_variant(self.extras_of(*channel)),
        };
        let attached = self.media.iter().filter_map(|(id, alt)| {
            let media = media.iter().find(|media| media.id == *id)?.clone();
            Some(PostMedia { media, alt_text: alt.clone() })
        });
        let mut post = Post {
            id: self.id.unwrap_or_else(|| Id::from_uuid(nobody())),
            brand: Id::<Brand>::from_uuid(nobody()),
            text: self.text.clone(),
            link: Some(self.link.clone()).filter(|link| !link.is_empty()),
            media: attached.collect(),
            variants: self.channels.iter().map(variant).collect(),
            state: PostState::Draft,
            author: None,
            version: self.version,
            source: PostSource::Written,
            topic: self.topic,
            campaign: self.campaign,
            language: Some(self.language.clone()).filter(|tag| !tag.is_empty()),
            format: strategy::Format::Text,
            wanted: None,
            extras: whole(&self.extras),
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
        };
        let media: Vec<_> = post.media.iter().map(|m| m.media.clone()).collect();
        post.format = Post::format_of(&post.as_edit(), &media);
        post
    }
}

/// A variant that says nothing otherwise.
pub(crate) fn follower(channel: Id<Channel>) -> Variant {
    let id = Id::from_uuid(uuid::Uuid::nil());
    Variant { id, channel, text: None, extras: VariantExtras::default() }
}

/// What is stored of what a composer holds: parts and choices that have words.
fn whole(extras: &Extras) -> Extras {
    let mut extras = extras.clone();
    with_words(&mut extras.thread);
    extras.first_comment = extras.first_comment.filter(|comment| !comment.trim().is_empty());
    if let Some(poll) = &mut extras.poll {
        with_words(&mut poll.choices);
    }
    extras.poll = extras.poll.filter(|poll| !poll.choices.is_empty());
    extras
}

fn whole_variant(mut extras: VariantExtras) -> VariantExtras {
    extras.thread.iter_mut().for_each(with_words);
    extras.first_comment = extras.first_comment.map(|comment| comment.trim_end().to_owned());
    extras
}

fn with_words(texts: &mut Vec<String>) {
    texts.retain(|text| !text.trim().is_empty());
    for text in texts {
        text.truncate(text.trim_end().len());
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
