//! The engagement measures of one post, each under its one name.

use serde::{Deserialize, Serialize};

use super::figures::{Ingredient, PostFigures};
use super::rate::Rate;
use Ingredient::{
    Clicks, Comments, Followers, ImpressionsTotal, ReachOrganic, ReachPaid, ReachTotal, Reactions,
    Saves, Shares, VideoViews, Views,
};

/// What each kind of interaction is worth to a brand's objectives, set beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// Worth of a reaction.
    pub reactions: u32,
    /// Worth of a comment.
    pub comments: u32,
    /// Worth of a share.
    pub shares: u32,
    /// Worth of a click.
    pub clicks: u32,
    /// Worth of a save; not an interaction by itself, so 0 unless set.
    pub saves: u32,
    /// Worth of a video view; not an interaction by itself, so 0 unless set.
    pub video_views: u32,
}

impl Default for Weights {
    fn default() -> Self {
        Self { reactions: 1, comments: 1, shares: 1, clicks: 1, saves: 0, video_views: 0 }
    }
}

impl Weights {
    /// Each kind with its weight, those worth nothing left out.
    fn terms(self) -> Vec<(Ingredient, u32)> {
        let all = [
            (Reactions, self.reactions),
            (Comments, self.comments),
            (Shares, self.shares),
            (Clicks, self.clicks),
            (Saves, self.saves),
            (VideoViews, self.video_views),
        ];
        all.into_iter().filter(|(_, weight)| *weight > 0).collect()
    }
}

/// A rate of one post. Each has one definition and one name; where reach is not known, the rates
/// over impressions or views are other measures, never the same one under another count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// `(reactions + comments + shares + clicks) / reach`.
    EngagementByReach,
    /// The same interactions over organic reach.
    EngagementByOrganicReach,
    /// The same interactions over paid reach.
    EngagementByPaidReach,
    /// The same interactions over impressions.
    EngagementByImpressions,
    /// The same interactions over views.
    EngagementByViews,
    /// `(reactions + comments + shares) / followers at publication`.
    PublicEngagement,
    /// `clicks / reach`.
    ClickThrough,
    /// `comments / reach`.
    Conversation,
    /// `shares / reach`.
    Amplification,
    /// `reactions / reach`.
    Applause,
    /// `sum of weight x interactions / reach`.
    WeightedEngagement(Weights),
}

/// Why a measure of a post is not known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unknown {
    /// The network did not give these.
    Missing(Vec<Ingredient>),
    /// Nobody to divide by: the ingredient is 0.
    Nobody(Ingredient),
    /// The network gave a number below 0.
    Impossible(Ingredient),
}

impl Measure {
    /// Every measure, weighted engagement with the default weights.
    #[must_use]
    pub fn all() -> [Self; 11] {
        [
            Self::EngagementByReach,
            Self::EngagementByOrganicReach,
            Self::EngagementByPaidReach,
            Self::EngagementByImpressions,
            Self::EngagementByViews,
            Self::PublicEngagement,
            Self::ClickThrough,
            Self::Conversation,
            Self::Amplification,
            Self::Applause,
            Self::WeightedEngagement(Weights::default()),
        ]
    }

    /// Stable name, for the API, exports and stored choices.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::EngagementByReach => "engagement_by_reach",
            Self::EngagementByOrganicReach => "engagement_by_organic_reach",
            Self::EngagementByPaidReach => "engagement_by_paid_reach",
            Self::EngagementByImpressions => "engagement_by_impressions",
            Self::EngagementByViews => "engagement_by_views",
            Self::PublicEngagement => "public_engagement",
            Self::ClickThrough => "click_through",
            Self::Conversation => "conversation",
            Self::Amplification => "amplification",
            Self::Applause => "applause",
            Self::WeightedEngagement(_) => "weighted_engagement",
        }
    }

    /// Fluent key of the sentence that says how it is computed.
    #[must_use]
    pub const fn formula_key(self) -> &'static str {
        match self {
            Self::EngagementByReach => "formula-engagement-by-reach",
            Self::EngagementByOrganicReach => "formula-engagement-by-organic-reach",
            Self::EngagementByPaidReach => "formula-engagement-by-paid-reach",
            Self::EngagementByImpressions => "formula-engagement-by-impressions",
            Self::EngagementByViews => "formula-engagement-by-views",
            Self::PublicEngagement => "formula-public-engagement",
            Self::ClickThrough => "formula-click-through",
            Self::Conversation => "formula-conversation",
            Self::Amplification => "formula-amplification",
            Self::Applause => "formula-applause",
            Self::WeightedEngagement(_) => "formula-weighted-engagement",
        }
    }

    /// What it is computed from, the divisor last.
    #[must_use]
    pub fn needs(self) -> Vec<Ingredient> {
        let mut needs: Vec<_> = self.terms().into_iter().map(|(kind, _)| kind).collect();
        needs.push(self.divisor());
        needs
    }

    /// The measure of one post.
    ///
    /// # Errors
    /// [`Unknown`] with the reason, when an ingredient is missing, below 0, or a divisor of 0.
    pub fn of(self, post: &PostFigures) -> Result<Rate, Unknown> {
        let divisor = self.divisor();
        let needs = self.needs();
        let missing: Vec<_> =
            needs.iter().copied().filter(|need| post.get(*need).is_none()).collect();
        if !missing.is_empty() {
            return Err(Unknown::Missing(missing));
        }
        let value = |kind| post.get(kind).unwrap_or_default();
        if let Some(kind) = needs.into_iter().find(|kind| value(*kind) < 0) {
            return Err(Unknown::Impossible(kind));
        }
        let numerator = self.terms().into_iter().fold(0_i64, |sum, (kind, weight)| {
            sum.saturating_add(value(kind).saturating_mul(i64::from(weight)))
        });
        Rate::new(numerator, value(divisor)).ok_or(Unknown::Nobody(divisor))
    }

    const fn divisor(self) -> Ingredient {
        match self {
            Self::EngagementByOrganicReach => ReachOrganic,
            Self::EngagementByPaidReach => ReachPaid,
            Self::EngagementByImpressions => ImpressionsTotal,
            Self::EngagementByViews => Views,
            Self::PublicEngagement => Followers,
            _ => ReachTotal,
        }
    }

    fn terms(self) -> Vec<(Ingredient, u32)> {
        match self {
            Self::PublicEngagement => vec![(Reactions, 1), (Comments, 1), (Shares, 1)],
            Self::ClickThrough => vec![(Clicks, 1)],
            Self::Conversation => vec![(Comments, 1)],
            Self::Amplification => vec![(Shares, 1)],
            Self::Applause => vec![(Reactions, 1)],
            Self::WeightedEngagement(weights) => weights.terms(),
            _ => Weights::default().terms(),
        }
    }
}
