//! The document of the interface (OpenAPI 3.1), generated from the handlers, and what follows
//! from it: the table of routes, and the scope that the gate asks of each.

use std::collections::HashMap;
use std::sync::LazyLock;

use http::Method;
use platform::token::Scope;
use serde_json::json;
use utoipa::OpenApi as _;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::schema::Type;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{
    Content, ObjectBuilder, OpenApi, Ref, RefOr, Required, ResponseBuilder, Server,
};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::shared::{Kind, Rule};
use super::{
    advice, approvals, best_times, brand, calendar, campaign_plan, campaigns, channels, charter,
    conversations, crises, escalations, feed_rule, feedback, feeds, folders, imports, measures,
    media, mix, moderation, networks, occasions, post_imports, posts, promises, publications,
    queue, recurrences, shared, slots, team, templates, to_post, webhooks,
};
use crate::House;
use crate::route::{Access, Route};
use crate::words::Words;

/// The address of the document.
pub const DOCUMENT: &str = "/api/v1/openapi.json";

/// What the handlers say, before what is true of all of them is added.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Parvis",
        description = "What the screens of Parvis do, for programs. A token is made for one brand, on the settings page of its tokens, with the scopes it needs.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    components(schemas(shared::Ident, shared::Moment, shared::ProblemBody)),
    tags(
        (name = "brand", description = "The brand, its pause, its log"),
        (name = "channels", description = "Accounts on networks"),
        (name = "posts", description = "Writing, scheduling, the calendar"),
        (name = "queue", description = "Slots of the week, and what waits in them"),
        (name = "calendar", description = "Posts by time, ideas, days worth writing about"),
        (name = "campaigns", description = "Launches, exclusives and themes"),
        (name = "charter", description = "The editorial charter, the mix, advice"),
        (name = "approvals", description = "Agreements asked, given, refused"),
        (name = "publications", description = "Each post on its way to each channel"),
        (name = "media", description = "Pictures and films"),
        (name = "feeds", description = "Feeds whose items become drafts"),
        (name = "conversations", description = "What people say, and answering"),
        (name = "escalations", description = "Questions handed to those who know, with a deadline"),
        (name = "moderation", description = "Rules, the review queue, decisions"),
        (name = "feedback", description = "Suggestions and complaints"),
        (name = "promises", description = "Answers that are promised, opening hours, absences"),
        (name = "measures", description = "What posts brought"),
        (name = "imports", description = "Insights exported from networks"),
        (name = "webhooks", description = "Addresses told what happens"),
        (name = "team", description = "Who works in the brand"),
    ),
)]
struct Described;

/// The router and its document.
fn described() -> OpenApiRouter<House> {
    OpenApiRouter::with_openapi(Described::openapi())
        .routes(routes!(brand::get))
        .routes(routes!(brand::pause, brand::resume))
        .routes(routes!(team::activity))
        .routes(routes!(team::teammates))
        .routes(routes!(networks::list))
        .routes(routes!(channels::list, channels::connect))
        .routes(routes!(channels::get, channels::remove))
        .routes(routes!(channels::pause, channels::resume))
        .routes(routes!(channels::test))
        .routes(routes!(posts::list::get, posts::list::post))
        .routes(routes!(posts::one::get, posts::one::put, posts::one::patch, posts::one::delete))
        .routes(routes!(posts::schedule::post, posts::schedule::delete))
        .routes(routes!(posts::checks::get))
        .routes(routes!(posts::held::hold))
        .routes(routes!(posts::held::release))
        .routes(routes!(posts::changes::post))
        .routes(routes!(posts::changes::delete))
        .routes(routes!(posts::versions::list))
        .routes(routes!(posts::versions::restore))
        .routes(routes!(posts::comments::list, posts::comments::say))
        .routes(routes!(posts::comments::remove))
        .routes(routes!(posts::comments::resolve, posts::comments::reopen))
        .routes(routes!(
            posts::queue::get,
            posts::queue::post,
            posts::queue::put,
            posts::queue::delete
        ))
        .routes(routes!(queue::get))
        .routes(routes!(queue::shuffle))
        .routes(routes!(queue::undo))
        .routes(routes!(slots::list, slots::add))
        .routes(routes!(slots::copy))
        .routes(routes!(slots::get, slots::put, slots::remove))
        .routes(routes!(recurrences::list, recurrences::begin))
        .routes(routes!(recurrences::get, recurrences::put, recurrences::end))
        .routes(routes!(recurrences::pause, recurrences::resume))
        .routes(routes!(recurrences::skip))
        .routes(routes!(recurrences::unskip))
        .routes(routes!(campaigns::list, campaigns::add))
        .routes(routes!(campaigns::get, campaigns::put))
        .routes(routes!(campaigns::archive, campaigns::take_up))
        .routes(routes!(campaigns::plan, campaigns::lay_out))
        .routes(routes!(campaign_plan::prepare))
        .routes(routes!(campaign_plan::move_day))
        .routes(routes!(campaign_plan::figures))
        .routes(routes!(charter::get))
        .routes(routes!(charter::topics, charter::add))
        .routes(routes!(charter::topic, charter::put))
        .routes(routes!(charter::archive, charter::take_up))
        .routes(routes!(mix::get))
        .routes(routes!(advice::get))
        .routes(routes!(approvals::list))
        .routes(routes!(approvals::get, approvals::withdraw))
        .routes(routes!(approvals::answer))
        .routes(routes!(approvals::reassign))
        .routes(routes!(approvals::of_post, approvals::ask))
        .routes(routes!(approvals::bypass))
        .routes(routes!(measures::posts::of_post))
        .routes(routes!(post_imports::list, post_imports::propose))
        .routes(routes!(post_imports::get, post_imports::undo))
        .routes(routes!(post_imports::plan))
        .routes(routes!(post_imports::run))
        .routes(routes!(templates::list, templates::add))
        .routes(routes!(templates::get, templates::put, templates::remove))
        .routes(routes!(calendar::get))
        .routes(routes!(occasions::list))
        .routes(routes!(occasions::list_ideas))
        .routes(routes!(occasions::days))
        .routes(routes!(occasions::want, occasions::unwant))
        .routes(routes!(publications::list))
        .routes(routes!(publications::get))
        .routes(routes!(publications::hold))
        .routes(routes!(publications::release))
        .routes(routes!(publications::cancel))
        .routes(routes!(publications::decide))
        .routes(routes!(to_post::list))
        .routes(routes!(to_post::get))
        .routes(routes!(to_post::snooze))
        .routes(routes!(to_post::assignee))
        .routes(routes!(to_post::posted))
        .routes(routes!(to_post::give_up))
        .routes(routes!(media::list, media::upload))
        .routes(routes!(media::get, media::describe))
        .routes(routes!(folders::list, folders::make))
        .routes(routes!(folders::put, folders::remove))
        .routes(routes!(feeds::list, feeds::follow))
        .routes(routes!(feeds::get, feeds::unfollow))
        .routes(routes!(feeds::pause, feeds::resume))
        .routes(routes!(feed_rule::get, feed_rule::put))
        .routes(routes!(conversations::list::get))
        .routes(routes!(conversations::one::get))
        .routes(routes!(conversations::one::reply))
        .routes(routes!(conversations::one::resolve, conversations::one::reopen))
        .routes(routes!(escalations::list::get))
        .routes(routes!(escalations::one::get, escalations::one::withdraw))
        .routes(routes!(escalations::one::ask))
        .routes(routes!(escalations::one::extend))
        .routes(routes!(escalations::one::complete))
        .routes(routes!(escalations::experts::list, escalations::experts::add))
        .routes(routes!(escalations::experts::change, escalations::experts::remove))
        .routes(routes!(crises::standing, crises::open))
        .routes(routes!(crises::alerts))
        .routes(routes!(crises::close_alert))
        .routes(routes!(crises::stand_down))
        .routes(routes!(promises::due))
        .routes(routes!(moderation::rules, moderation::add_rule))
        .routes(routes!(moderation::change_rule, moderation::remove_rule))
        .routes(routes!(moderation::cases))
        .routes(routes!(moderation::rule_on))
        .routes(routes!(moderation::rulings))
        .routes(routes!(promises::policies, promises::add_policy))
        .routes(routes!(promises::change_policy, promises::remove_policy))
        .routes(routes!(promises::hours, promises::set_hours))
        .routes(routes!(promises::absences, promises::add_absence))
        .routes(routes!(promises::remove_absence))
        .routes(routes!(conversations::verbs::stand))
        .routes(routes!(conversations::verbs::assign))
        .routes(routes!(conversations::verbs::prioritise))
        .routes(routes!(conversations::verbs::relabel))
        .routes(routes!(conversations::verbs::notes, conversations::verbs::note))
        .routes(routes!(feedback::list, feedback::file))
        .routes(routes!(feedback::get))
        .routes(routes!(feedback::advance))
        .routes(routes!(feedback::categories))
        .routes(routes!(conversations::verbs::act))
        .routes(routes!(
            conversations::reading::get,
            conversations::reading::correct,
            conversations::reading::withdraw
        ))
        .routes(routes!(conversations::verbs::merge, conversations::verbs::unmerge))
        .routes(routes!(conversations::verbs::labels, conversations::verbs::make_label))
        .routes(routes!(measures::posts::list))
        .routes(routes!(measures::posts::one))
        .routes(routes!(measures::comparisons::get))
        .routes(routes!(best_times::get))
        .routes(routes!(imports::list::get, imports::list::post))
        .routes(routes!(imports::one::get, imports::one::undo))
        .routes(routes!(imports::one::plan))
        .routes(routes!(imports::one::run))
        .routes(routes!(webhooks::list, webhooks::add))
        .routes(routes!(webhooks::get, webhooks::remove))
        .routes(routes!(webhooks::stop, webhooks::resume))
        .routes(routes!(webhooks::trial))
        .routes(routes!(webhooks::log))
        .routes(routes!(webhooks::retry))
}

/// The router alone.
pub fn router() -> axum::Router<House> {
    described().split_for_parts().0
}

/// The document, whole.
pub static OPENAPI: LazyLock<OpenApi> = LazyLock::new(|| {
    let mut document = described().split_for_parts().1;
    let scheme = Http::builder().scheme(HttpAuthScheme::Bearer).bearer_format("pv_…");
    let scheme = scheme.description(Some("A token of the brand. Each operation names its scope."));
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("token", SecurityScheme::Http(scheme.build()));
    for kind in Kind::ALL {
        let said = Words::new(primitives::Language::En);
        let example = json!({
            "type": format!("/api#problem-{}", kind.name()),
            "title": kind.title(&said),
            "status": kind.status().as_u16(),
            "detail": kind.lead(&said),
        });
        let content = Content::builder()
            .schema(Some(Ref::from_schema_name("Problem")))
            .example(Some(example));
        let response = ResponseBuilder::new()
            .description(kind.title(&said))
            .content("application/problem+json", content.build());
        components.responses.insert(kind.name().to_owned(), RefOr::T(response.build()));
    }
    document.servers = Some(vec![Server::new("/")]);
    for item in document.paths.paths.values_mut() {
        for (method, operation) in operations_mut(item) {
            complete(&method, operation);
        }
    }
    document
});

/// Adds what is true of every operation: what it may refuse, and the key of a write.
fn complete(method: &Method, operation: &mut Operation) {
    let scope = scope_of(operation).map_or("", Scope::as_str).to_owned();
    let said = operation.description.take().filter(|said| !said.is_empty());
    let needs = format!("Scope: `{scope}`.");
    operation.description = Some(said.map_or(needs.clone(), |said| format!("{said}\n\n{needs}")));
    let writes = *method != Method::GET;
    let parameters = operation.parameters.iter().flatten();
    let places: Vec<_> =
        parameters.filter_map(|one| plain(one).map(|one| one.parameter_in.clone())).collect();
    let mut kinds =
        vec![Kind::Unauthenticated, Kind::MissingScope, Kind::TooMany, Kind::Fault, Kind::Busy];
    if places.contains(&ParameterIn::Path) {
        kinds.push(Kind::NotFound);
    }
    if writes {
        kinds.extend([Kind::Conflict, Kind::TooLarge, Kind::Invalid, Kind::DiskFull]);
        let text = ObjectBuilder::new().schema_type(Type::String).max_length(Some(255)).build();
        let key = ParameterBuilder::new()
            .name("Idempotency-Key")
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some("A key of your own: the same request with the same key is done once, and answered the same for a day."))
            .schema(Some(text));
        operation.parameters.get_or_insert_default().push(RefOr::T(key.build()));
    } else if places.contains(&ParameterIn::Query) {
        kinds.push(Kind::Invalid);
    }
    if operation.request_body.is_some() {
        kinds.extend([Kind::Malformed, Kind::UnsupportedType]);
    }
    if matches!(operation.operation_id.as_deref(), Some("channel_connect" | "channel_test")) {
        kinds.push(Kind::NetworkAway);
    }
    if matches!(operation.operation_id.as_deref(), Some("post_replace" | "post_change")) {
        kinds.push(Kind::Precondition);
    }
    for kind in kinds {
        let status = kind.status().as_str().to_owned();
        let refused = RefOr::Ref(Ref::new(format!("#/components/responses/{}", kind.name())));
        operation.responses.responses.entry(status).or_insert(refused);
    }
}

/// What stands in the document itself, not elsewhere.
fn plain<T>(one: &RefOr<T>) -> Option<&T> {
    match one {
        RefOr::T(one) => Some(one),
        RefOr::Ref(_) => None,
    }
}

/// The operations of a path, with their methods.
fn operations_mut(item: &mut PathItem) -> Vec<(Method, &mut Operation)> {
    let all = [
        (Method::GET, &mut item.get),
        (Method::POST, &mut item.post),
        (Method::PUT, &mut item.put),
        (Method::PATCH, &mut item.patch),
        (Method::DELETE, &mut item.delete),
    ];
    let some = all.into_iter().filter_map(|(method, one)| Some((method, one.as_mut()?)));
    some.collect()
}

/// One line of the interface.
pub struct Endpoint {
    /// GET, POST…
    pub method: Method,
    /// As axum and the document write it.
    pub path: &'static str,
    /// Its name in the document.
    pub id: &'static str,
    /// Its room.
    pub tag: &'static str,
    /// What it asks of a token.
    pub scope: Scope,
    /// Whether it takes files.
    pub upload: bool,
}

/// Every endpoint, by path.
pub static ENDPOINTS: LazyLock<Vec<Endpoint>> = LazyLock::new(|| {
    let mut endpoints = Vec::new();
    for (path, item) in &OPENAPI.paths.paths {
        let all = [
            (Method::GET, &item.get),
            (Method::POST, &item.post),
            (Method::PUT, &item.put),
            (Method::PATCH, &item.patch),
            (Method::DELETE, &item.delete),
        ];
        for (method, operation) in all {
            let Some(operation) = operation else { continue };
            let body = operation.request_body.iter().filter_map(plain);
            let body = body.flat_map(|body| body.content.keys());
            endpoints.push(Endpoint {
                method,
                path,
                id: operation.operation_id.as_deref().unwrap_or_default(),
                tag: operation.tags.iter().flatten().next().map_or("", String::as_str),
                scope: scope_of(operation).expect("a story checks that each operation has a scope"),
                upload: body.into_iter().any(|kind: &String| kind != "application/json"),
            });
        }
    }
    endpoints
});

/// The scope that an operation asks for.
fn scope_of(operation: &Operation) -> Option<Scope> {
    let asked = serde_json::to_value(operation.security.as_ref()?).ok()?;
    asked.get(0)?.get("token")?.get(0)?.as_str()?.parse().ok()
}

/// What the gate asks for, by method and path.
pub fn rules() -> HashMap<(Method, String), Rule> {
    let rule = |one: &Endpoint| {
        let rule = Rule { scope: one.scope, upload: one.upload };
        ((one.method.clone(), one.path.to_owned()), rule)
    };
    ENDPOINTS.iter().map(rule).collect()
}

/// The lines of the table of routes.
pub fn table() -> Vec<Route> {
    let line =
        |one: &Endpoint| Route { method: one.method.clone(), path: one.path, access: Access::Api };
    let document = Route { method: Method::GET, path: DOCUMENT, access: Access::Api };
    ENDPOINTS.iter().map(line).chain([document]).collect()
}
