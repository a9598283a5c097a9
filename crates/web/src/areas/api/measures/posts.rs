//! Posts with their figures, and what one post brought.

use std::collections::BTreeMap;

use axum::Json;
use measurement::MeasuredPost;
use measurement::comparing::{PostFilter, PostRow, SortBy, measured_posts};
use measurement::results::{PostResult, measured_post_result, post_results};
use measurement::statistics::Ingredient;
use publishing::Post;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shape::{Figure, FigureSourceWord, MeasureBody, MeasuredPostBody, figures, measure};
use crate::areas::api::shared::{
    At, Caller, FieldProblem, Ident, Listing, Moment, Params, Place, Problem, limit,
};
use crate::words::args;

/// Which posts, by which measure, in which order.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MeasuredAsked {
    /// Only of this network.
    network: Option<String>,
    /// Only on this channel.
    channel: Option<Ident>,
    /// Only those that this import brought.
    import: Option<Ident>,
    /// Published at or after.
    from: Option<Moment>,
    /// Published before.
    to: Option<Moment>,
    /// The measure to show: `engagement_by_reach` when nothing is said.
    #[param(example = "engagement_by_reach")]
    measure: Option<String>,
    /// `published` (the latest first), `measure`, or a figure (the largest first).
    #[param(example = "reactions")]
    sort: Option<String>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// A post in a list, with its latest figures and one measure.
#[derive(Serialize, ToSchema)]
pub struct MeasuredLine {
    #[serde(flatten)]
    post: MeasuredPostBody,
    /// When its figures were read; null until they are.
    figures_at: Option<Moment>,
    /// Its figures, by name.
    figures: BTreeMap<&'static str, Figure>,
    /// The measure asked for.
    measure: MeasureBody,
}

impl From<PostRow> for MeasuredLine {
    fn from(row: PostRow) -> Self {
        Self {
            post: row.post.into(),
            figures_at: row.latest.map(|latest| latest.at.into()),
            figures: figures(row.latest.as_ref(), |_| None),
            measure: row.value.into(),
        }
    }
}

/// Posts with their latest figures
#[utoipa::path(get, path = "/api/v1/measures/posts", operation_id = "measured_posts", tag = "measures",
    security(("token" = ["measures:read"])), params(MeasuredAsked),
    responses((status = 200, description = "A page of posts", body = Listing<MeasuredLine>)))]
pub async fn list(
    caller: Caller,
    Params(asked): Params<MeasuredAsked>,
) -> Result<Json<Listing<MeasuredLine>>, Problem> {
    let limit = limit(asked.limit)?;
    let measure = measure(asked.measure.as_deref())?;
    let sort = sort(asked.sort.as_deref())?;
    let page = Place::read(asked.cursor.as_deref())?.map_or(1, Place::number);
    let filter = PostFilter {
        network: asked.network,
        channel: asked.channel.map(Ident::of),
        import: asked.import.map(Ident::of),
        from: asked.from.map(Moment::at),
        to: asked.to.map(Moment::at),
    };
    let mut tx = caller.read().await?;
    let found =
        measured_posts(&filter, measure, sort, (page, limit), &caller.actor, &mut tx).await?;
    let next = (found.page < found.pages).then(|| Place::numbered(found.page + 1).to_string());
    Ok(Json(Listing { items: found.rows.into_iter().map(MeasuredLine::from).collect(), next }))
}

fn sort(asked: Option<&str>) -> Result<SortBy, Problem> {
    match asked {
        None | Some("published") => Ok(SortBy::Published),
        Some("measure") => Ok(SortBy::Measure),
        Some(name) => {
            let figure = Ingredient::ALL.into_iter().find(|one| one.id() == name);
            figure.map(SortBy::Figure).ok_or_else(|| {
                let word: String = name.chars().take(60).collect();
                let wrong = FieldProblem::given("sort", "unknown_word", args![word => word]);
                Problem::fields(vec![wrong])
            })
        }
    }
}

/// What a post brought on one channel.
#[derive(Serialize, ToSchema)]
#[schema(as = PostResult)]
pub struct ResultBody {
    #[serde(flatten)]
    post: MeasuredPostBody,
    /// When its latest figures were read; null until they are.
    figures_at: Option<Moment>,
    /// Its latest figures, by name.
    figures: BTreeMap<&'static str, Figure>,
    /// Every measure, by name; empty until the first reading.
    measures: BTreeMap<&'static str, MeasureBody>,
    /// All its readings, oldest first.
    readings: Vec<ReadingBody>,
}

/// The figures of one instant.
#[derive(Serialize, ToSchema)]
#[schema(as = Reading)]
pub struct ReadingBody {
    at: Moment,
    source: FigureSourceWord,
    /// The figures, by name.
    figures: BTreeMap<&'static str, Figure>,
}

impl From<PostResult> for ResultBody {
    fn from(result: PostResult) -> Self {
        let given = |ingredient| result.may_be_known(ingredient);
        let readings = result.series.iter().map(|reading| ReadingBody {
            at: reading.at.into(),
            source: reading.source.into(),
            figures: figures(Some(reading), given),
        });
        let measures = result.measures.iter();
        Self {
            figures_at: result.latest.map(|latest| latest.at.into()),
            figures: figures(result.latest.as_ref(), given),
            measures: measures
                .map(|one| (one.measure.id(), one.value.clone().map_err(Some).into()))
                .collect(),
            readings: readings.collect(),
            post: result.post.into(),
        }
    }
}

/// What one measured post brought, published by Parvis or imported
#[utoipa::path(get, path = "/api/v1/measures/posts/{measured}", operation_id = "measured_post", tag = "measures",
    security(("token" = ["measures:read"])), params(("measured" = Ident, Path, description = "The measured post")),
    responses((status = 200, description = "Its figures and measures", body = ResultBody)))]
pub async fn one(caller: Caller, At(id): At<MeasuredPost>) -> Result<Json<ResultBody>, Problem> {
    let mut tx = caller.read().await?;
    let connectors = &caller.house.kit.connectors;
    Ok(Json(measured_post_result(id, connectors, &caller.actor, &mut tx).await?.into()))
}

/// What a post brought, on each channel where it appeared
#[utoipa::path(get, path = "/api/v1/posts/{post}/results", operation_id = "post_results", tag = "measures",
    security(("token" = ["measures:read"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "One item for each channel", body = Listing<ResultBody>)))]
pub async fn of_post(
    caller: Caller,
    At(id): At<Post>,
) -> Result<Json<Listing<ResultBody>>, Problem> {
    let mut tx = caller.read().await?;
    Post::load(id, &caller.actor, &mut tx).await?;
    let connectors = &caller.house.kit.connectors;
    let results = post_results(id.cast(), connectors, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(results.into_iter().map(ResultBody::from))))
}
