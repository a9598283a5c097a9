//! Figures and measures as they are read: what is not known is null, with the reason.

use std::collections::BTreeMap;

use measurement::statistics::{Ingredient, Measure, Rate, Unknown};
use measurement::{FigureSource, Format, MeasuredPost, Reading};
use serde::Serialize;
use utoipa::ToSchema;

use crate::areas::api::shared::{FieldProblem, Ident, Moment, Problem, word};
use crate::words::args;

word! {
    /// The form of a post.
    FormatWord(Format);
    /// Where figures come from.
    FigureSourceWord(FigureSource);
}

/// A post whose figures are followed, published by Parvis or imported.
#[derive(Serialize, ToSchema)]
#[schema(as = MeasuredPost)]
pub struct MeasuredPostBody {
    id: Ident,
    channel: Option<Ident>,
    /// The publication, when Parvis published it.
    publication: Option<Ident>,
    /// The import that brought it.
    import: Option<Ident>,
    #[schema(example = "bluesky")]
    network: String,
    url: Option<String>,
    text: String,
    format: FormatWord,
    /// What it is about, in the export’s own categories.
    topic: Option<String>,
    /// Whether it was paid for; null where not known.
    paid: Option<bool>,
    /// Null where not known.
    published_at: Option<Moment>,
    /// When the network was last asked.
    read_at: Option<Moment>,
    /// When the network was seen to have it no longer.
    gone_at: Option<Moment>,
    /// Why the last reading failed.
    trouble: Option<String>,
}

impl From<MeasuredPost> for MeasuredPostBody {
    fn from(post: MeasuredPost) -> Self {
        Self {
            id: post.id.into(),
            channel: post.channel.map(Ident::from),
            publication: post.publication.map(Ident::from),
            import: post.import.map(Ident::from),
            network: post.network,
            url: post.url,
            text: post.text,
            format: post.format.into(),
            topic: post.topic,
            paid: post.paid,
            published_at: post.published_at.map(Moment::from),
            read_at: post.read_at.map(Moment::from),
            gone_at: post.gone_at.map(Moment::from),
            trouble: post.trouble,
        }
    }
}

/// A figure: how many, or why it is not known.
#[derive(Serialize, ToSchema)]
pub struct Figure {
    /// Null where not known, which is not 0.
    #[schema(required, example = 42)]
    value: Option<i64>,
    /// Why it is not known: `not_read_yet`, `not_given` by the network, `not_known`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// The figures of a reading, by name; `given` says whether the network gives one at all.
pub fn figures(
    reading: Option<&Reading>,
    given: impl Fn(Ingredient) -> Option<bool>,
) -> BTreeMap<&'static str, Figure> {
    let figure = |ingredient: Ingredient| {
        let value = reading.and_then(|reading| reading.figures.get(ingredient));
        let reason = match (value, reading) {
            (Some(_), _) => None,
            (None, _) if given(ingredient) == Some(false) => Some("not_given"),
            (None, None) => Some("not_read_yet"),
            (None, Some(_)) => Some("not_known"),
        };
        (ingredient.id(), Figure { value, reason })
    };
    Ingredient::ALL.into_iter().map(figure).collect()
}

/// A measure: a share, or why it is not known.
#[derive(Serialize, ToSchema)]
pub struct MeasureBody {
    /// Null where not known, which is not 0.
    #[schema(required, example = 0.034)]
    value: Option<f64>,
    #[schema(required, example = 34)]
    numerator: Option<i64>,
    #[schema(required, example = 1000)]
    denominator: Option<i64>,
    /// Why it is not known: `not_read_yet`, `missing` figures, `nobody` reached, `impossible`
    /// figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// The figures that are missing, nought or impossible.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    because_of: Vec<&'static str>,
}

impl From<Result<Rate, Option<Unknown>>> for MeasureBody {
    fn from(value: Result<Rate, Option<Unknown>>) -> Self {
        let unknown = |reason, because_of| Self {
            value: None,
            numerator: None,
            denominator: None,
            reason: Some(reason),
            because_of,
        };
        match value {
            Ok(rate) => Self {
                value: Some(rate.share()),
                numerator: Some(rate.numerator()),
                denominator: Some(rate.denominator()),
                reason: None,
                because_of: Vec::new(),
            },
            Err(None) => unknown("not_read_yet", Vec::new()),
            Err(Some(why)) => unknown(reason(&why), because_of(&why)),
        }
    }
}

/// Why a measure is not known, in a word.
pub fn reason(why: &Unknown) -> &'static str {
    match why {
        Unknown::Missing(_) => "missing",
        Unknown::Nobody(_) => "nobody",
        Unknown::Impossible(_) => "impossible",
    }
}

/// The figures that make a measure unknown.
pub fn because_of(why: &Unknown) -> Vec<&'static str> {
    match why {
        Unknown::Missing(missing) => missing.iter().map(|one| one.id()).collect(),
        Unknown::Nobody(one) | Unknown::Impossible(one) => vec![one.id()],
    }
}

/// The measure of that name; engagement by reach when nothing is said.
///
/// # Errors
/// A problem of `measure`.
pub fn measure(asked: Option<&str>) -> Result<Measure, Problem> {
    let Some(asked) = asked else { return Ok(Measure::EngagementByReach) };
    let found = Measure::all().into_iter().find(|measure| measure.id() == asked);
    found.ok_or_else(|| {
        let word: String = asked.chars().take(60).collect();
        Problem::fields(vec![FieldProblem::given("measure", "unknown_word", args![word => word])])
    })
}
