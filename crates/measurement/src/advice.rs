//! What the brand's own posts did, by network and format: what channel advice weighs beside its
//! rules.

use std::collections::BTreeMap;

use channels::{Channel, Mode};
use database::Tx;
use jiff::SignedDuration;
use platform::{Actor, Right};
use publishing::advice::{OwnResult, OwnResults};
use strategy::Format as Kind;

use crate::comparing::{CompareError, PostFilter};
use crate::measured::{Format, MeasuredPost, Reading, store};
use crate::statistics::{Measure, PostFigures, SMALLEST_SAMPLE, Sample};

/// How far back results are taken from.
pub const LOOKED_BACK: SignedDuration = SignedDuration::from_hours(365 * 24);
/// How many posts at the usual rate each median is mixed with: the fewer the posts, the more the
/// usual rate weighs.
pub const DRAWN_BY: usize = SMALLEST_SAMPLE;

/// The brand's own results, with the measure they are by.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnByMeasure {
    /// The measure that most posts have, engagement by reach first.
    pub measure: Measure,
    /// The results.
    pub results: OwnResults,
}

/// The medians of the brand's posts of the last year by network and format, by one measure.
///
/// # Errors
/// [`CompareError`].
pub async fn own_results(actor: &Actor, tx: &mut Tx) -> Result<OwnByMeasure, CompareError> {
    actor.must(Right::Read)?;
    let filter = PostFilter { from: Some(tx.now() - LOOKED_BACK), ..PostFilter::default() };
    let posts = store::filtered(actor.brand(), &filter, tx).await?;
    let channels = match Channel::all(actor, tx).await {
        Ok(channels) => channels,
        Err(channels::ChannelError::Database(error)) => return Err(error.into()),
        Err(_) => Vec::new(),
    };
    let read: Vec<_> = posts
        .iter()
        .filter_map(|(post, latest)| Some((network_of(post, &channels), post, latest.as_ref()?)))
        .collect();
    let candidates = [Measure::EngagementByReach, Measure::PublicEngagement];
    let known = |measure: Measure| {
        read.iter().filter(|(_, post, latest)| measure.of(&figures(post, latest)).is_ok()).count()
    };
    let [by_reach, public] = candidates;
    let measure = if known(public) > known(by_reach) { public } else { by_reach };
    Ok(OwnByMeasure { measure, results: results(&read, measure) })
}

type Read<'a> = (String, &'a MeasuredPost, &'a Reading);

fn results(read: &[Read<'_>], measure: Measure) -> OwnResults {
    let mut all = Vec::new();
    let mut groups: BTreeMap<(String, Kind), Vec<f64>> = BTreeMap::new();
    for (network, post, latest) in read {
        let Ok(rate) = measure.of(&figures(post, latest)) else { continue };
        all.push(rate.share());
        if let Some(kind) = kind_of(post.format) {
            groups.entry((network.clone(), kind)).or_default().push(rate.share());
        }
    }
    let all = Sample::new(all);
    let Some(usual) = all.median() else { return OwnResults::default() };
    let cells = groups.into_iter().filter_map(|((network, format), rates)| {
        let sample = Sample::new(rates);
        let median = sample.median()?;
        let posts = sample.len();
        let drawn = drawn(median, posts, usual);
        Some(OwnResult { network, format, posts, median, drawn, enough: posts >= SMALLEST_SAMPLE })
    });
    OwnResults { usual: Some(usual), posts: all.len(), cells: cells.collect() }
}

/// A median of `posts` posts, as if [`DRAWN_BY`] more had the usual rate.
#[must_use]
pub fn drawn(median: f64, posts: usize, usual: f64) -> f64 {
    let (posts, prior) = (posts as f64, DRAWN_BY as f64);
    (posts * median + prior * usual) / (posts + prior)
}

fn figures(post: &MeasuredPost, latest: &Reading) -> PostFigures {
    PostFigures { followers: post.followers, ..latest.figures }
}

/// The network that a post is on, as the brand's channels are named.
fn network_of(post: &MeasuredPost, channels: &[Channel]) -> String {
    let channel = channels.iter().find(|channel| Some(channel.id) == post.channel);
    match channel {
        Some(channel) if channel.mode == Mode::Assisted => primitives::slug(&channel.network_name),
        Some(channel) => channel.network.clone(),
        None => post.network.clone(),
    }
}

fn kind_of(format: Format) -> Option<Kind> {
    match format {
        Format::Text => Some(Kind::Text),
        Format::Link => Some(Kind::Link),
        Format::Picture => Some(Kind::Image),
        Format::Pictures => Some(Kind::Carousel),
        Format::Video => Some(Kind::Video),
        Format::Other | Format::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_posts_are_drawn_to_the_usual_rate_and_many_stand_for_themselves() {
        assert!((drawn(0.10, 10, 0.02) - 0.06).abs() < 1e-9, "ten posts weigh as the usual does");
        assert!(drawn(0.10, 2, 0.02) < 0.035);
        assert!(drawn(0.10, 200, 0.02) > 0.09);
        assert!((drawn(0.02, 7, 0.02) - 0.02).abs() < 1e-9);
    }
}
