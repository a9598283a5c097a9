//! The networks that can be connected, and what each asks for.

use axum::Json;
use channels::connector::{ConnectField, FieldKind};
use serde::Serialize;
use utoipa::ToSchema;

use super::shared::{Caller, Listing, Problem};

/// A network.
#[derive(Serialize, ToSchema)]
pub struct Network {
    /// What names it in this interface.
    #[schema(example = "bluesky")]
    key: &'static str,
    #[schema(example = "Bluesky")]
    name: &'static str,
    /// How one signs in, the way to prefer first.
    ways: Vec<Way>,
    /// Whether Parvis publishes on it; otherwise a person does, and confirms.
    publishes: bool,
    /// Whether what people say there comes into conversations.
    reads_conversations: bool,
    /// Which figures it gives.
    gives: Vec<&'static str>,
}

/// A way of signing in.
#[derive(Serialize, ToSchema)]
pub struct Way {
    #[schema(example = "app-password")]
    key: &'static str,
    /// The answers it asks for.
    fields: Vec<Answer>,
}

/// An answer that a way asks for.
#[derive(Serialize, ToSchema)]
pub struct Answer {
    #[schema(example = "handle")]
    name: &'static str,
    /// `text`, `secret` or `server`.
    #[schema(example = "text")]
    kind: &'static str,
    required: bool,
    /// What is usual.
    initial: &'static str,
}

impl From<&ConnectField> for Answer {
    fn from(field: &ConnectField) -> Self {
        let kind = match field.kind {
            FieldKind::Text => "text",
            FieldKind::Secret => "secret",
            FieldKind::Server => "server",
        };
        Self { name: field.name, kind, required: field.required, initial: field.initial }
    }
}

/// The networks that can be connected, and what each asks for
#[utoipa::path(get, path = "/api/v1/networks", operation_id = "networks", tag = "channels",
    security(("token" = ["channels:read"])),
    responses((status = 200, description = "All of them", body = Listing<Network>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<Network>>, Problem> {
    let networks = caller.house.kit.connectors.all().filter_map(|connector| {
        let network = connector.network();
        let ways = connector
            .connect()?
            .ways()
            .iter()
            .map(|way| Way { key: way.key, fields: way.fields.iter().map(Answer::from).collect() });
        Some(Network {
            key: network.key,
            name: network.name,
            ways: ways.collect(),
            publishes: connector.takes_posts(),
            reads_conversations: connector.inbox().is_some(),
            gives: connector.measure().map_or(Vec::new(), |measure| measure.gives().to_vec()),
        })
    });
    Ok(Json(Listing::whole(networks)))
}
