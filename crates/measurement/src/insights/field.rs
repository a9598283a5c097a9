//! What a column of an export may hold, and the names it is known by.

use primitives::text::fold;
use serde::{Deserialize, Serialize};

use crate::statistics::Ingredient;

/// What a column may be read as. One column may feed several fields, a field has one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum Field {
    /// The post's id at the network: what makes importing twice the same as once.
    RemoteId,
    /// The post's public address.
    Url,
    /// Its words, or its title.
    Text,
    /// What it is made of: photo, video, link…
    Format,
    /// When it was published.
    PublishedAt,
    /// Month of publication, 1 to 12, where there is no date.
    Month,
    /// Day of the week of publication, where there is no date.
    Weekday,
    /// Hour of publication, 0 to 23, where there is no date.
    Hour,
    /// Whether it was paid for.
    Paid,
    /// What it is about, in the export's own categories.
    Topic,
    /// The period a row counts: `Lifetime`, or a day of a daily breakdown.
    Period,
    /// A figure.
    Figure(Ingredient),
}

impl Field {
    /// Every field, in the order that screens list them.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::RemoteId,
            Self::Url,
            Self::Text,
            Self::Format,
            Self::PublishedAt,
            Self::Month,
            Self::Weekday,
            Self::Hour,
            Self::Paid,
            Self::Topic,
            Self::Period,
        ];
        all.extend(Ingredient::ALL.into_iter().map(Self::Figure));
        all
    }

    /// Stable name, for forms and Fluent keys (`import-field-…` with hyphens).
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::RemoteId => "remote_id",
            Self::Url => "url",
            Self::Text => "text",
            Self::Format => "format",
            Self::PublishedAt => "published_at",
            Self::Month => "month",
            Self::Weekday => "weekday",
            Self::Hour => "hour",
            Self::Paid => "paid",
            Self::Topic => "topic",
            Self::Period => "period",
            Self::Figure(ingredient) => ingredient.id(),
        }
    }

    /// The field of that name.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::all().into_iter().find(|field| field.id() == id)
    }

    /// The names of its columns in the exports known, normalised, the one to prefer first.
    pub(super) const fn names(self) -> &'static [&'static str] {
        use Ingredient as I;
        match self {
            Self::RemoteId => &[
                "post id",
                "identifiant de la publication",
                "tweet id",
                "video id",
                "media id",
                "id de la publication",
                "id",
            ],
            Self::Url => &[
                "permalink",
                "permalien",
                "tweet permalink",
                "post link",
                "video link",
                "lien de la publication",
                "post url",
                "url",
            ],
            Self::Text => &[
                "description",
                "post message",
                "tweet text",
                "post text",
                "post title",
                "video title",
                "message",
                "texte",
                "text",
                "legende",
                "caption",
                "titre",
                "title",
            ],
            Self::Format => &[
                "post type",
                "type de publication",
                "content type",
                "type de contenu",
                "media type",
                "type",
                "format",
            ],
            Self::PublishedAt => &[
                "publish time",
                "heure de publication",
                "video publish time",
                "post time",
                "posted",
                "created date",
                "date de publication",
                "published at",
                "published",
                "publication date",
                "time",
                "date",
            ],
            Self::Month => &["post month", "mois"],
            Self::Weekday => &["post weekday", "jour de la semaine", "weekday"],
            Self::Hour => &["post hour", "heure", "hour"],
            Self::Paid => &["paid", "payant", "paye", "sponsored", "sponsorise"],
            Self::Topic => &[
                "category",
                "topic",
                "custom labels",
                "libelles personnalises",
                "categorie",
                "theme",
                "campaign name",
            ],
            Self::Period => &[],
            Self::Figure(I::Reactions) => &[
                "reactions",
                "reactions total",
                "likes",
                "mentions j aime",
                "total likes",
                "like",
                "j aime",
                "lifetime post stories by action type like",
                "lifetime talking about this post by action type like",
            ],
            Self::Figure(I::Comments) => &[
                "comments",
                "commentaires",
                "total comments",
                "comments total",
                "comment",
                "replies",
                "reponses",
                "lifetime post stories by action type comment",
                "lifetime talking about this post by action type comment",
            ],
            Self::Figure(I::Shares) => &[
                "reposts",
                "retweets",
                "shares",
                "partages",
                "total shares",
                "share",
                "republications",
                "reposts total",
                "lifetime post stories by action type share",
                "lifetime talking about this post by action type share",
            ],
            Self::Figure(I::Clicks) => &[
                "total clicks",
                "total des clics",
                "clicks total",
                "clicks",
                "clics",
                "lifetime post consumptions",
                "url clicks",
                "link clicks",
                "clics sur un lien",
            ],
            Self::Figure(I::Saves) => &[
                "saves",
                "enregistrements",
                "bookmarks",
                "signets",
                "add to favorites",
                "favorites",
                "favoris",
            ],
            Self::Figure(I::VideoViews) => &[
                "3 second video views",
                "vues de video de 3 secondes",
                "video views",
                "vues de la video",
                "lifetime total video views",
            ],
            Self::Figure(I::ReachTotal) => &[
                "reach",
                "couverture",
                "portee",
                "total reach",
                "lifetime post total reach",
                "comptes touches",
                "accounts reached",
            ],
            Self::Figure(I::ReachOrganic) => &[
                "lifetime post organic reach",
                "organic reach",
                "reach from organic posts",
                "couverture de publications organiques",
                "couverture organique",
            ],
            Self::Figure(I::ReachPaid) => &[
                "lifetime post paid reach",
                "paid reach",
                "reach from boosted posts",
                "couverture de publications boostees",
                "couverture payante",
            ],
            Self::Figure(I::ImpressionsTotal) => &[
                "impressions",
                "impressions total",
                "total impressions",
                "lifetime post total impressions",
            ],
            Self::Figure(I::ImpressionsOrganic) => {
                &["lifetime post organic impressions", "organic impressions", "impressions organic"]
            }
            Self::Figure(I::ImpressionsPaid) => &[
                "lifetime post paid impressions",
                "paid impressions",
                "promoted impressions",
                "impressions sponsored",
            ],
            Self::Figure(I::Views) => &["views", "vues", "total views"],
            Self::Figure(I::Followers) => &[
                "page total likes",
                "lifetime total likes",
                "followers",
                "abonnes",
                "total followers",
            ],
        }
    }
}

impl From<Field> for &'static str {
    fn from(field: Field) -> Self {
        field.id()
    }
}

impl TryFrom<String> for Field {
    type Error = String;
    fn try_from(id: String) -> Result<Self, Self::Error> {
        Self::parse(&id).ok_or_else(|| format!("{id:?} is not a field"))
    }
}

/// A header as it is compared: folded, signs and repeated spaces made one space.
#[must_use]
pub fn normal(header: &str) -> String {
    let folded = fold(header);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
