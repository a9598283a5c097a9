//! What a post carries beside its words and pictures, as it is read and written.

use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Brand};
use publishing::Post;
use publishing::local_time::LocalSchedule;
use publishing::post::{Edit, Poll, PostMediaEdit, ScheduleError, VariantEdit, VariantExtras};
use serde::{Deserialize, Serialize};
use strategy::Format;
use utoipa::ToSchema;

use super::shape::{NewMedia, ScheduleBody};
use crate::areas::api::shared::{Ident, Problem, present, word};

word! {
    /// The kind of piece that a post is, by what it carries.
    PieceWord(Format);
}

/// What a post carries beside its words and pictures.
#[derive(Serialize, ToSchema)]
#[schema(as = Carried)]
pub struct CarriedBody {
    /// What it speaks about, by the charter.
    topic: Option<Ident>,
    campaign: Option<Ident>,
    /// The language it is written in; null is the brand’s.
    language: Option<String>,
    /// The kind of piece it is, which follows from what it carries.
    format: PieceWord,
    /// The time that a draft is meant for; nothing leaves for it.
    wanted: Option<ScheduleBody>,
    /// The posts that follow the first one.
    thread: Vec<String>,
    /// A comment of one’s own, under what is published.
    first_comment: Option<String>,
    poll: Option<PollBody>,
    /// The partner of a commercial collaboration, empty when not named; null when there is none.
    commercial: Option<String>,
    /// Whether a face or a figure was retouched.
    retouched: bool,
}

impl CarriedBody {
    pub(super) fn of(post: &Post) -> Self {
        let extras = post.extras.clone();
        Self {
            topic: post.topic.map(Ident::from),
            campaign: post.campaign.map(Ident::from),
            language: post.language.clone(),
            format: post.format.into(),
            wanted: post.wanted.as_ref().map(ScheduleBody::from),
            thread: extras.thread,
            first_comment: extras.first_comment,
            poll: extras.poll.map(PollBody::from),
            commercial: extras.commercial,
            retouched: extras.retouched,
        }
    }
}

/// A question, which is the text, with answers to choose from.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Poll)]
pub struct PollBody {
    /// The answers, in order.
    #[schema(example = json!(["Au beurre", "À l’huile d’olive"]))]
    choices: Vec<String>,
    /// How long it is open.
    #[schema(example = 1440)]
    minutes: u32,
    /// Whether several may be chosen.
    #[serde(default)]
    several: bool,
}

impl From<Poll> for PollBody {
    fn from(poll: Poll) -> Self {
        Self { choices: poll.choices, minutes: poll.minutes, several: poll.several }
    }
}

impl From<PollBody> for Poll {
    fn from(poll: PollBody) -> Self {
        Self { choices: poll.choices, minutes: poll.minutes, several: poll.several }
    }
}

/// What a post says on one channel.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVariant {
    /// The channel.
    pub channel: Ident,
    /// Its own text; null follows the common text.
    pub text: Option<String>,
    /// Its own thread; null follows the post’s.
    pub thread: Option<Vec<String>>,
    /// Its own first comment, empty for none; null follows the post’s.
    pub first_comment: Option<String>,
}

impl From<NewVariant> for VariantEdit {
    fn from(new: NewVariant) -> Self {
        let extras = VariantExtras { thread: new.thread, first_comment: new.first_comment };
        Self { channel: new.channel.of(), text: new.text, extras }
    }
}

/// What changes of a post; what is left out stays.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PostChange {
    /// The version that was read; or give it as `If-Match`.
    #[schema(example = 3)]
    pub version: Option<i64>,
    /// The common text.
    #[schema(example = "La bûche au marron est arrivée, et la galette suit.")]
    pub text: Option<String>,
    /// A link to show as a card; null takes it away.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub link: Option<Option<String>>,
    /// The channels, in order, each with its own text or none: all of them.
    pub variants: Option<Vec<NewVariant>>,
    /// The pictures, in order: all of them.
    pub media: Option<Vec<NewMedia>>,
    /// What it speaks about; null for nothing said.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Ident>)]
    pub topic: Option<Option<Ident>>,
    /// What it belongs to; null for nothing.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Ident>)]
    pub campaign: Option<Option<Ident>>,
    /// The language it is written in: `fr`; null for the brand’s.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, example = "fr")]
    pub language: Option<Option<String>>,
    /// The time a draft is meant for, as a clock reading in the brand’s zone; null for none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, example = "2026-12-01T09:00")]
    pub wanted: Option<Option<String>>,
    /// The posts that follow the first one: all of them.
    pub thread: Option<Vec<String>>,
    /// A comment of one’s own, under what is published; null for none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub first_comment: Option<Option<String>>,
    /// A poll; null for none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<PollBody>)]
    pub poll: Option<Option<PollBody>>,
    /// The partner of a commercial collaboration, empty when not named; null for none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub commercial: Option<Option<String>>,
    /// Whether a face or a figure was retouched.
    pub retouched: Option<bool>,
}

impl PostChange {
    /// What a post says once this has changed; `media` are its pictures, looked up.
    pub async fn applied(
        self,
        mut edit: Edit,
        media: Option<Vec<PostMediaEdit>>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Edit, Problem> {
        let wanted = match self.wanted {
            None => None,
            Some(None) => Some(None),
            Some(Some(local)) => Some(Some(reading(&local, actor, tx).await?)),
        };
        if let Some(variants) = self.variants {
            edit.variants = variants.into_iter().map(VariantEdit::from).collect();
        }
        edit.text = self.text.unwrap_or(edit.text);
        edit.link = self.link.unwrap_or(edit.link);
        edit.media = media.unwrap_or(edit.media);
        edit.topic = self.topic.map_or(edit.topic, |topic| topic.map(Ident::of));
        edit.campaign = self.campaign.map_or(edit.campaign, |one| one.map(Ident::of));
        edit.language = match self.language {
            Some(Some(tag)) => Some(language(tag)?),
            said => said.unwrap_or(edit.language),
        };
        edit.wanted = wanted.unwrap_or(edit.wanted);
        edit.extras.thread = self.thread.unwrap_or(edit.extras.thread);
        let comment = self.first_comment.unwrap_or(edit.extras.first_comment);
        edit.extras.first_comment = comment.filter(|comment| !comment.trim().is_empty());
        edit.extras.poll = self.poll.map_or(edit.extras.poll, |poll| poll.map(Poll::from));
        edit.extras.commercial = self.commercial.unwrap_or(edit.extras.commercial);
        edit.extras.retouched = self.retouched.unwrap_or(edit.extras.retouched);
        Ok(edit)
    }
}

fn language(tag: String) -> Result<String, Problem> {
    let fits = (2..=35).contains(&tag.len())
        && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if fits { Ok(tag) } else { Err(Problem::field("language", "not_a_language")) }
}

async fn reading(local: &str, actor: &Actor, tx: &mut Tx) -> Result<LocalSchedule, Problem> {
    let zone = Brand::of(actor, tx).await?.zone;
    let now: Timestamp = tx.now();
    let at = LocalSchedule::parse(local, zone.name()).and_then(|at| at.within_ten_years(now));
    at.map_err(|error| Problem::from(ScheduleError::Time(error)).at("local_time", "wanted"))
}
