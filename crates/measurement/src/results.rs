//! What one post brought: its figures now and over time, and each measure with its reason when
//! it is not known.

use channels::publication::PostRef;
use channels::{Channel, Connectors, Publication};
use database::Tx;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;

use crate::measured::{MeasuredPost, Reading, store};
use crate::reading::ingredient;
use crate::statistics::{Ingredient, Measure, Rate, Unknown, Weights};

/// What one piece brought.
#[derive(Debug, Clone)]
pub struct PostResult {
    /// The piece.
    pub post: MeasuredPost,
    /// Its channel, where it is on one of the brand's.
    pub channel: Option<Channel>,
    /// Its latest figures; `None` until the first reading.
    pub latest: Option<Reading>,
    /// All its readings, oldest first: the chart and the table behind it.
    pub series: Vec<Reading>,
    /// Every measure, with its value or why there is none. Empty until the first reading.
    pub measures: Vec<MeasureValue>,
    /// Which figures the network gives through Parvis; `None` where nothing is read from it
    /// (imports, channels by hand).
    pub gives: Option<Vec<Ingredient>>,
}

/// One measure of one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureValue {
    /// The measure; its definition is worded by `measure.formula_key()`.
    pub measure: Measure,
    /// Its value, or why it is not known.
    pub value: Result<Rate, Unknown>,
}

/// One ingredient over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The ingredient.
    pub ingredient: Ingredient,
    /// When, and how many, where known; oldest first.
    pub points: Vec<(jiff::Timestamp, Option<i64>)>,
}

/// Why results could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ResultsError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// There is no such measured post in the actor's brand.
    #[error("there is no such measured post in this brand")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl PostResult {
    /// Whether the network gives this figure; `None` where nothing is read from the network.
    #[must_use]
    pub fn may_be_known(&self, ingredient: Ingredient) -> Option<bool> {
        if ingredient == Ingredient::Followers {
            return Some(self.post.followers.is_some());
        }
        self.gives.as_ref().map(|gives| gives.contains(&ingredient))
    }

    /// The ingredients of which at least one reading says something, over time: what charts show.
    #[must_use]
    pub fn known_series(&self) -> Vec<Series> {
        let followers = Ingredient::Followers;
        let all = Ingredient::ALL.into_iter().filter(|kind| *kind != followers);
        all.map(|ingredient| Series {
            ingredient,
            points: self.series.iter().map(|one| (one.at, one.figures.get(ingredient))).collect(),
        })
        .filter(|series| series.points.iter().any(|(_, value)| value.is_some()))
        .collect()
    }
}

/// What a post brought on each channel where it appeared, in the order of its publications.
///
/// # Errors
/// [`ResultsError`].
pub async fn post_results(
    post: Id<PostRef>,
    connectors: &Connectors,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<PostResult>, ResultsError> {
    actor.must(Right::Read)?;
    let publications = match Publication::of_post(post, actor, tx).await {
        Ok(publications) => publications,
        Err(channels::publication::LoadError::Database(error)) => return Err(error.into()),
        Err(_) => return Err(ResultsError::NotFound),
    };
    let ids: Vec<Id<Publication>> = publications.iter().map(|one| one.id).collect();
    let mut results = Vec::new();
    for (post, latest) in store::of_publications(actor.brand(), &ids, tx).await? {
        results.push(result(post, latest, connectors, actor, tx).await?);
    }
    let place =
        |result: &PostResult| ids.iter().position(|id| Some(*id) == result.post.publication);
    results.sort_by_key(place);
    Ok(results)
}

/// What one measured post brought, published by Parvis or imported.
///
/// # Errors
/// [`ResultsError`].
pub async fn measured_post_result(
    id: Id<MeasuredPost>,
    connectors: &Connectors,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<PostResult, ResultsError> {
    actor.must(Right::Read)?;
    let found = store::load(actor.brand(), id, tx).await?;
    let (post, latest) = found.ok_or(ResultsError::NotFound)?;
    result(post, latest, connectors, actor, tx).await
}

/// Every measure of a reading, weighted engagement with these weights.
#[must_use]
pub fn measures(reading: &Reading, weights: Weights) -> Vec<MeasureValue> {
    let of = |measure: Measure| match measure {
        Measure::WeightedEngagement(_) => Measure::WeightedEngagement(weights),
        measure => measure,
    };
    Measure::all()
        .map(of)
        .map(|measure| MeasureValue { measure, value: measure.of(&reading.figures) })
        .into()
}

async fn result(
    post: MeasuredPost,
    latest: Option<Reading>,
    connectors: &Connectors,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<PostResult, ResultsError> {
    let channel = match post.channel {
        Some(id) => Channel::load(id, actor, tx).await.ok(),
        None => None,
    };
    let series = store::readings(&post, tx).await?;
    let connector = channel.as_ref().and_then(|channel| connectors.get(&channel.network));
    let measure = connector.and_then(|connector| connector.measure());
    let gives = measure
        .filter(|_| post.publication.is_some())
        .map(|measure| measure.gives().iter().filter_map(|name| ingredient(name)).collect());
    let measures = latest.map(|latest| measures(&latest, Weights::default())).unwrap_or_default();
    Ok(PostResult { post, channel, latest, series, measures, gives })
}
