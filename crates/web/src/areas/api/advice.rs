//! Where a piece belongs: the brand's channels ranked, with the reasons in words.

use axum::Json;
use channels::Channel;
use measurement::advice::own_results;
use publishing::advice::{Advice, Piece, Source, advise};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::posts::PieceWord;
use super::shared::{Caller, Ident, Params, Problem, known};
use crate::areas::mix::advice_view::{adaptation, rule};
use crate::parts::network_key;
use crate::words::Words;

/// A piece, before it is anywhere.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PieceAsked {
    /// How long its text is, in characters: 260 when nothing is said.
    length: Option<u64>,
    /// What it shows: `nothing`, `picture`, `pictures`, `gif` or `video`.
    #[param(example = "picture")]
    carries: Option<String>,
    /// `true`: it leads somewhere.
    link: Option<bool>,
    /// `true`: it asks a question with answers to choose from.
    poll: Option<bool>,
    /// Whom it is for, between commas: `customers`, `professionals`, `young`, `local`, `members`.
    #[param(example = "customers,local")]
    audience: Option<String>,
    /// How quickly it must be known: `now`, `days` or `lasting`.
    urgency: Option<String>,
    /// What it is to bring: `awareness`, `traffic`, `sales`, `conversation`, `loyalty`, `help`,
    /// `feedback` or `contribution`.
    objective: Option<String>,
}

impl PieceAsked {
    fn piece(self) -> Result<Piece, Problem> {
        let audience = self.audience.as_deref().unwrap_or_default().split(',');
        let audience = audience.filter(|one| !one.trim().is_empty());
        Ok(Piece {
            length: self.length.unwrap_or(260),
            carried: match self.carries.as_deref() {
                Some(text) => known("carries", text)?,
                None => publishing::advice::Carried::default(),
            },
            shape: None,
            link: self.link.unwrap_or(false),
            poll: self.poll.unwrap_or(false),
            audience: audience.map(|one| known("audience", one)).collect::<Result<_, _>>()?,
            urgency: match self.urgency.as_deref() {
                Some(text) => known("urgency", text)?,
                None => publishing::advice::Urgency::default(),
            },
            objective: self.objective.as_deref().map(|one| known("objective", one)).transpose()?,
        })
    }
}

/// What is advised for a piece.
#[derive(Serialize, ToSchema)]
pub struct Advised {
    /// The brand’s channels, the best first.
    channels: Vec<AdviceBody>,
    /// Networks that the brand is not on and that would suit.
    elsewhere: Vec<AdviceBody>,
    /// How many of the brand’s own posts it was weighed with.
    own_posts: usize,
}

/// What is advised for one network.
#[derive(Serialize, ToSchema)]
#[schema(as = Advice)]
pub struct AdviceBody {
    #[schema(example = "Bluesky")]
    network: String,
    channel: Option<Ident>,
    /// The kind of piece that suits it.
    format: PieceWord,
    /// The sum of the points of its reasons.
    points: i32,
    reasons: Vec<ReasonBody>,
    /// What to change in the piece for it.
    adapt: Vec<String>,
}

/// Points given or taken, and why.
#[derive(Serialize, ToSchema)]
#[schema(as = Reason)]
pub struct ReasonBody {
    points: i32,
    /// In the language asked for.
    said: String,
    /// Where the rule comes from: `medium`, `space`, `limits`, `trade`, `own`, `settings`.
    source: &'static str,
}

impl AdviceBody {
    fn new(advice: &Advice, words: &Words) -> Self {
        let reasons = advice.reasons.iter().map(|reason| ReasonBody {
            points: reason.points,
            said: rule(words, advice, &reason.rule),
            source: match reason.rule.source() {
                Source::IdealMedium => "medium",
                Source::Space => "space",
                Source::Limits => "limits",
                Source::Trade => "trade",
                Source::Own => "own",
                Source::Settings => "settings",
            },
        });
        Self {
            network: advice.place.name.clone(),
            channel: advice.channel().map(Ident::from),
            format: advice.format.into(),
            points: advice.points,
            reasons: reasons.collect(),
            adapt: advice.adapt.iter().map(|one| adaptation(words, one)).collect(),
        }
    }
}

/// Which channels and formats suit a piece, with reasons
#[utoipa::path(get, path = "/api/v1/advice", operation_id = "advice", tag = "charter",
    security(("token" = ["posts:read"])), params(PieceAsked),
    responses((status = 200, description = "The channels, the best first", body = Advised)))]
pub async fn get(
    caller: Caller,
    Params(asked): Params<PieceAsked>,
) -> Result<Json<Advised>, Problem> {
    let piece = asked.piece()?;
    let mut tx = caller.read().await?;
    let all = Channel::for_posts(&caller.actor, &mut tx).await?;
    let own = own_results(&caller.actor, &mut tx).await?;
    let channels: Vec<_> = all.into_iter().map(|one| (network_key(&one), one)).collect();
    let advised = advise(&piece, &channels, &own.results);
    let bodies = |all: &[Advice]| -> Vec<AdviceBody> {
        all.iter().map(|one| AdviceBody::new(one, &caller.words)).collect()
    };
    Ok(Json(Advised {
        channels: bodies(&advised.channels),
        elsewhere: bodies(&advised.elsewhere),
        own_posts: own.results.posts,
    }))
}
