//! What a network says of one post.

use serde::{Deserialize, Serialize};

/// A number a network may give about a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ingredient {
    /// Likes and their kin.
    Reactions,
    /// Comments and replies.
    Comments,
    /// Shares, boosts, reposts.
    Shares,
    /// Clicks on the post's link.
    Clicks,
    /// Times it was saved.
    Saves,
    /// Times its video was watched.
    VideoViews,
    /// People reached.
    ReachTotal,
    /// People reached without paying.
    ReachOrganic,
    /// People reached by paying.
    ReachPaid,
    /// Times it was shown on a screen.
    ImpressionsTotal,
    /// Times it was shown without paying.
    ImpressionsOrganic,
    /// Times it was shown by paying.
    ImpressionsPaid,
    /// Views, where a network counts those instead of impressions.
    Views,
    /// Followers of the account when the post was published.
    Followers,
}

impl Ingredient {
    /// Every ingredient, in the order they are listed.
    pub const ALL: [Self; 14] = [
        Self::Reactions,
        Self::Comments,
        Self::Shares,
        Self::Clicks,
        Self::Saves,
        Self::VideoViews,
        Self::ReachTotal,
        Self::ReachOrganic,
        Self::ReachPaid,
        Self::ImpressionsTotal,
        Self::ImpressionsOrganic,
        Self::ImpressionsPaid,
        Self::Views,
        Self::Followers,
    ];

    /// Stable name, for the API, exports and Fluent keys (`ingredient-…` with hyphens).
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reactions => "reactions",
            Self::Comments => "comments",
            Self::Shares => "shares",
            Self::Clicks => "clicks",
            Self::Saves => "saves",
            Self::VideoViews => "video_views",
            Self::ReachTotal => "reach_total",
            Self::ReachOrganic => "reach_organic",
            Self::ReachPaid => "reach_paid",
            Self::ImpressionsTotal => "impressions_total",
            Self::ImpressionsOrganic => "impressions_organic",
            Self::ImpressionsPaid => "impressions_paid",
            Self::Views => "views",
            Self::Followers => "followers",
        }
    }
}

/// What a network says of one post; `None` where it says nothing, which is not 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostFigures {
    /// See [`Ingredient::Reactions`].
    pub reactions: Option<i64>,
    /// See [`Ingredient::Comments`].
    pub comments: Option<i64>,
    /// See [`Ingredient::Shares`].
    pub shares: Option<i64>,
    /// See [`Ingredient::Clicks`].
    pub clicks: Option<i64>,
    /// See [`Ingredient::Saves`].
    pub saves: Option<i64>,
    /// See [`Ingredient::VideoViews`].
    pub video_views: Option<i64>,
    /// See [`Ingredient::ReachTotal`].
    pub reach_total: Option<i64>,
    /// See [`Ingredient::ReachOrganic`].
    pub reach_organic: Option<i64>,
    /// See [`Ingredient::ReachPaid`].
    pub reach_paid: Option<i64>,
    /// See [`Ingredient::ImpressionsTotal`].
    pub impressions_total: Option<i64>,
    /// See [`Ingredient::ImpressionsOrganic`].
    pub impressions_organic: Option<i64>,
    /// See [`Ingredient::ImpressionsPaid`].
    pub impressions_paid: Option<i64>,
    /// See [`Ingredient::Views`].
    pub views: Option<i64>,
    /// See [`Ingredient::Followers`].
    pub followers: Option<i64>,
}

impl PostFigures {
    /// One ingredient, if the network gave it.
    #[must_use]
    pub const fn get(&self, ingredient: Ingredient) -> Option<i64> {
        match ingredient {
            Ingredient::Reactions => self.reactions,
            Ingredient::Comments => self.comments,
            Ingredient::Shares => self.shares,
            Ingredient::Clicks => self.clicks,
            Ingredient::Saves => self.saves,
            Ingredient::VideoViews => self.video_views,
            Ingredient::ReachTotal => self.reach_total,
            Ingredient::ReachOrganic => self.reach_organic,
            Ingredient::ReachPaid => self.reach_paid,
            Ingredient::ImpressionsTotal => self.impressions_total,
            Ingredient::ImpressionsOrganic => self.impressions_organic,
            Ingredient::ImpressionsPaid => self.impressions_paid,
            Ingredient::Views => self.views,
            Ingredient::Followers => self.followers,
        }
    }

    /// Sets one ingredient, as an import or a snapshot does.
    pub const fn set(&mut self, ingredient: Ingredient, value: Option<i64>) {
        let field = match ingredient {
            Ingredient::Reactions => &mut self.reactions,
            Ingredient::Comments => &mut self.comments,
            Ingredient::Shares => &mut self.shares,
            Ingredient::Clicks => &mut self.clicks,
            Ingredient::Saves => &mut self.saves,
            Ingredient::VideoViews => &mut self.video_views,
            Ingredient::ReachTotal => &mut self.reach_total,
            Ingredient::ReachOrganic => &mut self.reach_organic,
            Ingredient::ReachPaid => &mut self.reach_paid,
            Ingredient::ImpressionsTotal => &mut self.impressions_total,
            Ingredient::ImpressionsOrganic => &mut self.impressions_organic,
            Ingredient::ImpressionsPaid => &mut self.impressions_paid,
            Ingredient::Views => &mut self.views,
            Ingredient::Followers => &mut self.followers,
        };
        *field = value;
    }
}
