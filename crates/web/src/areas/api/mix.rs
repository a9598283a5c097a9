//! The content mix of a period against the charter, and the next best thing to prepare.

use axum::Json;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use platform::Brand;
use publishing::mix::{ChannelWhy, Counts, FormatWhy, Line, Mix, Proposal, TopicWhy};
use serde::{Deserialize, Serialize};
use strategy::Format;
use utoipa::{IntoParams, ToSchema};

use super::posts::{PieceWord, day};
use super::shared::{Caller, Ident, Moment, Params, Problem};
use crate::areas::mix::targets;

/// Which days.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MixAsked {
    /// The first day; four weeks ago when nothing is said.
    #[param(example = "2026-11-01")]
    from: Option<String>,
    /// The last day; in four weeks when nothing is said.
    #[param(example = "2026-12-31")]
    to: Option<String>,
}

/// What a period holds of each topic, format and channel.
#[derive(Serialize, ToSchema)]
#[schema(as = Mix)]
pub struct MixBody {
    #[schema(format = "date")]
    from: String,
    #[schema(format = "date")]
    to: String,
    counts: CountsBody,
    topics: Vec<TopicLine>,
    formats: Vec<FormatLine>,
    channels: Vec<ChannelLine>,
    /// The next best thing to prepare; null when everything asked for is reached.
    #[schema(required)]
    next: Option<ProposalBody>,
}

/// How many pieces, by how far they are.
#[derive(Serialize, ToSchema)]
#[schema(as = MixCounts)]
pub struct CountsBody {
    published: i64,
    scheduled: i64,
    /// Drafts that have a time.
    drafts: i64,
}

impl From<Counts> for CountsBody {
    fn from(counts: Counts) -> Self {
        let Counts { published, scheduled, drafts } = counts;
        Self { published, scheduled, drafts }
    }
}

/// What is asked for, and what is missing.
#[derive(Serialize, ToSchema)]
#[schema(as = MixTarget)]
pub struct TargetBody {
    counts: CountsBody,
    /// The share asked for, in hundredths; for channels, posts over the period. Null where
    /// nothing is asked.
    #[schema(required)]
    target: Option<f64>,
    /// How many pieces are missing to the target; below 0 when there are too many.
    #[schema(required)]
    missing: Option<f64>,
}

impl TargetBody {
    fn of<K>(line: &Line<K>) -> Self {
        Self { counts: line.counts.into(), target: line.target, missing: line.missing }
    }
}

/// A topic against its share; null is what has none.
#[derive(Serialize, ToSchema)]
pub struct TopicLine {
    #[schema(required)]
    topic: Option<Ident>,
    #[serde(flatten)]
    line: TargetBody,
}

/// A format against its share.
#[derive(Serialize, ToSchema)]
pub struct FormatLine {
    format: PieceWord,
    #[serde(flatten)]
    line: TargetBody,
}

/// A channel against its cadence.
#[derive(Serialize, ToSchema)]
pub struct ChannelLine {
    channel: Ident,
    #[serde(flatten)]
    line: TargetBody,
}

/// What to prepare next, and why.
#[derive(Serialize, ToSchema)]
#[schema(as = MixProposal)]
pub struct ProposalBody {
    topic: Option<Ident>,
    /// `behind` its share, or the one written on the `longest_ago`.
    topic_why: Option<&'static str>,
    /// When that topic was last published on; null when it never was.
    topic_last: Option<Moment>,
    format: Option<PieceWord>,
    /// `behind` its share, or `too_many_words` elsewhere.
    format_why: Option<&'static str>,
    channel: Option<Ident>,
    /// `behind` its cadence, or the one with the `fewest` pieces.
    channel_why: Option<&'static str>,
}

impl From<Proposal> for ProposalBody {
    fn from(proposal: Proposal) -> Self {
        let topic_why = |why| match why {
            TopicWhy::Behind { .. } => "behind",
            TopicWhy::LongestAgo(_) => "longest_ago",
        };
        let format_why = |why| match why {
            FormatWhy::Behind { .. } => "behind",
            FormatWhy::TooManyWords { .. } => "too_many_words",
        };
        let channel_why = |why| match why {
            ChannelWhy::Behind { .. } => "behind",
            ChannelWhy::Fewest { .. } => "fewest",
        };
        let last = proposal.topic.and_then(|(_, why)| match why {
            TopicWhy::LongestAgo(at) => at,
            TopicWhy::Behind { .. } => None,
        });
        Self {
            topic: proposal.topic.map(|(topic, _)| topic.into()),
            topic_why: proposal.topic.map(|(_, why)| topic_why(why)),
            topic_last: last.map(Moment::from),
            format: proposal.format.map(|(format, _): (Format, _)| format.into()),
            format_why: proposal.format.map(|(_, why)| format_why(why)),
            channel: proposal.channel.map(|(channel, _)| channel.into()),
            channel_why: proposal.channel.map(|(_, why)| channel_why(why)),
        }
    }
}

/// The content mix of a period against the charter, and what to prepare next
#[utoipa::path(get, path = "/api/v1/mix", operation_id = "mix", tag = "charter",
    security(("token" = ["posts:read"])), params(MixAsked),
    responses((status = 200, description = "The mix", body = MixBody)))]
pub async fn get(
    caller: Caller,
    Params(asked): Params<MixAsked>,
) -> Result<Json<MixBody>, Problem> {
    let given =
        |field: &str, text: Option<String>| text.map(|text| day(field, Some(&text))).transpose();
    let (from, to) = (given("from", asked.from)?, given("to", asked.to)?);
    let mut tx = caller.read().await?;
    let zone = Brand::of(&caller.actor, &mut tx).await?.zone;
    let today = zone.time_zone().to_datetime(tx.now()).date();
    let from = from.unwrap_or_else(|| today.saturating_sub(4.weeks()));
    let to = to.unwrap_or_else(|| today.saturating_add(4.weeks()));
    if to < from || to > from.saturating_add(366.days()) {
        return Err(Problem::field("to", "span_of_a_year"));
    }
    let at = |day: Date| -> Result<Timestamp, Problem> {
        let at = day.to_zoned(zone.time_zone().clone());
        at.map(|at| at.timestamp()).map_err(|_| Problem::field("from", "out_of_range"))
    };
    let span = (at(from)?, at(to.saturating_add(1.day()))?);
    let (targets, _) = targets::load(&caller.actor, &mut tx).await?;
    let mix = Mix::read(span.0, span.1, &caller.actor, &mut tx).await?;
    let topics = mix.topics(&targets).into_iter();
    let formats = mix.formats(&targets).into_iter();
    let channels = mix.channels(&targets).into_iter();
    Ok(Json(MixBody {
        from: from.to_string(),
        to: to.to_string(),
        counts: mix.counts().into(),
        topics: topics
            .map(|line| TopicLine { topic: line.key.map(Ident::from), line: TargetBody::of(&line) })
            .collect(),
        formats: formats
            .map(|line| FormatLine { format: line.key.into(), line: TargetBody::of(&line) })
            .collect(),
        channels: channels
            .map(|line| ChannelLine { channel: line.key.into(), line: TargetBody::of(&line) })
            .collect(),
        next: mix.next(&targets).map(ProposalBody::from),
    }))
}
