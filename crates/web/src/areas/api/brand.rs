//! The brand of the token; pausing everything it sends.

use axum::Json;
use axum::response::Response;
use platform::Brand;
use platform::brand::BrandError;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared::{Caller, Ident, Input, Moment, Problem};

/// The brand that the token works for.
#[derive(Serialize, ToSchema)]
#[schema(as = Brand)]
pub struct BrandBody {
    id: Ident,
    #[schema(example = "Le Fournil de Louise")]
    name: String,
    /// Its place in the addresses of the screens.
    #[schema(example = "le-fournil-de-louise")]
    slug: String,
    #[schema(example = "#b3402a")]
    colour: String,
    /// Its IANA time zone: what local times are read in.
    #[schema(example = "Europe/Paris")]
    zone: String,
    /// The language of its community.
    #[schema(example = "fr")]
    language: String,
    /// Whether it is the demonstration.
    demo: bool,
    /// How late a publication may be before teammates are told, in seconds.
    #[schema(example = 900)]
    late_after_seconds: i64,
    /// Set while nothing is sent.
    paused: Option<PauseBody>,
    created_at: Moment,
}

/// Nothing of the brand is sent.
#[derive(Serialize, ToSchema)]
#[schema(as = Pause)]
pub struct PauseBody {
    /// Since when.
    at: Moment,
    /// The teammate who decided; null when Parvis did.
    by: Option<Ident>,
    /// Why, as they wrote it.
    reason: String,
}

impl From<Brand> for BrandBody {
    fn from(brand: Brand) -> Self {
        Self {
            id: brand.id.into(),
            name: brand.name.to_string(),
            slug: brand.slug,
            colour: brand.colour.to_string(),
            zone: brand.zone.name().to_owned(),
            language: brand.language.tag().to_owned(),
            demo: brand.demo,
            late_after_seconds: brand.late_after.as_secs(),
            paused: brand.paused.map(|pause| PauseBody {
                at: pause.at.into(),
                by: pause.by.map(Ident::from),
                reason: pause.reason,
            }),
            created_at: brand.created_at.into(),
        }
    }
}

/// Why everything is paused.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPause {
    /// At most 500 characters.
    #[serde(default)]
    #[schema(example = "Coupure d’eau")]
    reason: String,
}

/// The brand of the token
#[utoipa::path(get, path = "/api/v1/brand", operation_id = "brand", tag = "brand",
    security(("token" = ["brand:read"])), responses((status = 200, description = "The brand", body = BrandBody)))]
pub async fn get(caller: Caller) -> Result<Json<BrandBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Brand::of(&caller.actor, &mut tx).await?.into()))
}

/// Pause everything that the brand sends
#[utoipa::path(post, path = "/api/v1/brand/pause", operation_id = "brand_pause", tag = "brand",
    security(("token" = ["brand:write"])), request_body = NewPause,
    responses((status = 200, description = "The brand, paused", body = BrandBody)))]
pub async fn pause(caller: Caller, Input(new): Input<NewPause>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let brand = Brand::of(&caller.actor, &mut tx).await?;
    let brand = match brand.clone().pause(&new.reason, &caller.actor, &mut tx).await {
        // It is as asked.
        Err(BrandError::AlreadyPaused) => brand,
        paused => paused?,
    };
    caller.changed(tx, &BrandBody::from(brand)).await
}

/// Let the brand send again
///
/// What came due during the pause stays held until it is released.
#[utoipa::path(delete, path = "/api/v1/brand/pause", operation_id = "brand_resume", tag = "brand",
    security(("token" = ["brand:write"])),
    responses((status = 200, description = "The brand, no longer paused", body = BrandBody)))]
pub async fn resume(caller: Caller) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let brand = Brand::of(&caller.actor, &mut tx).await?;
    let brand = match brand.clone().resume(&caller.actor, &mut tx).await {
        Err(BrandError::NotPaused) => brand,
        resumed => resumed?,
    };
    caller.changed(tx, &BrandBody::from(brand)).await
}
