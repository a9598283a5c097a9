//! What the charter says of one channel: its cadence, its language, whose it is.

use database::Tx;
use jiff::SignedDuration;
use platform::{Actor, Right};
use primitives::Id;
use serde_json::json;

use super::voice::is_tag;
use super::{Charter, CharterError, note, store};

/// Stands for a channel in an id: the noun lives beside, in `channels`.
#[derive(Debug)]
pub enum ChannelRef {}

/// What the charter says of one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelLine {
    /// The channel.
    pub channel: Id<ChannelRef>,
    /// How many posts a week are wanted.
    pub per_week: Option<i64>,
    /// At most this many a day.
    pub most_per_day: Option<i64>,
    /// The least time between two posts.
    pub least_gap: Option<SignedDuration>,
    /// The language written there; none follows the post's or the brand's.
    pub language: Option<String>,
    /// Whether it is a person's own profile rather than the brand's.
    pub personal: bool,
}

/// What a line becomes; all of it empty takes the line away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChannelLineEdit {
    /// 1 to 200.
    pub per_week: Option<i64>,
    /// 1 to 50.
    pub most_per_day: Option<i64>,
    /// In minutes, up to a week.
    pub least_gap: Option<i64>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// Whether it is a person's own profile.
    pub personal: bool,
}

impl Charter {
    /// Says what is wanted of a channel; the caller has loaded it through the same actor. Needs
    /// [`Right::ManageBrand`].
    pub async fn say_channel(
        channel: Id<ChannelRef>,
        edit: ChannelLineEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CharterError> {
        actor.must(Right::ManageBrand)?;
        let within = |value: Option<i64>, most: i64| value.is_none_or(|v| (1..=most).contains(&v));
        let fits = within(edit.per_week, 200)
            && within(edit.most_per_day, 50)
            && within(edit.least_gap, 7 * 24 * 60);
        if !fits {
            return Err(CharterError::Cadence);
        }
        if !edit.language.as_deref().is_none_or(is_tag) {
            return Err(CharterError::Language);
        }
        store::write_channel(actor.brand(), channel, &edit, tx).await?;
        let data = json!({
            "channel": channel.to_string(),
            "per_week": edit.per_week,
            "most_per_day": edit.most_per_day,
            "least_gap": edit.least_gap,
        });
        note("charter.channel_said", data, actor, tx).await
    }
}
