//! A stranger walks all routes with another brand's slug and ids: never a page, never a change.

use std::collections::BTreeMap;

use platform::Role;
use web::{Access, Route};

use crate::support::{Answer, App, Browser, LE_FOURNIL};

/// Everything that a brand has; what a stranger must not change.
const TABLES: &[&str] = &[
    "organization",
    "brand",
    "membership",
    "invitation",
    "api_token",
    "media",
    "channel",
    "post",
    "publication",
    "conversation",
    "message",
    "feed",
    "notification",
    "activity",
    "job",
];

/// Ids of the brand's own records by the name they have in paths; any other id is one that
/// belongs to nobody.
async fn known_ids(app: &App) -> BTreeMap<&'static str, String> {
    let mut tx = app.engine.read().await.unwrap();
    let mut ids = BTreeMap::new();
    for (name, table) in
        [("teammate", "membership"), ("invitation", "invitation"), ("token", "api_token")]
    {
        let column = if table == "membership" { "teammate_id" } else { "id" };
        let sql = format!("SELECT {column} AS id FROM {table} ORDER BY 1");
        if let Some(row) = tx.query_opt(&sql, Vec::new()).await.unwrap() {
            let bytes: Vec<u8> = row.get("id").unwrap();
            let id = primitives::Id::<()>::from_slice(&bytes).unwrap();
            ids.insert(name, id.to_string());
        }
    }
    ids
}

/// The path of a route, with the brand's slug and ids in it.
fn filled(route: &Route, ids: &BTreeMap<&'static str, String>) -> String {
    let fill = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some("brand") => LE_FOURNIL.to_owned(),
        Some(name) => {
            let nobody = "01920000-0000-7000-8000-000000000000".to_owned();
            ids.get(name.trim_start_matches('*')).cloned().unwrap_or(nobody)
        }
        None => part.to_owned(),
    };
    route.path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

async fn tried(who: &Browser<'_>, route: &Route, path: &str) -> Answer {
    match route.method.as_str() {
        "GET" => who.get(path).await,
        "POST" => {
            let fields = [
                ("name", "x"),
                ("brand", "x"),
                ("role", "owner"),
                ("email", "x@x.example"),
                ("reason", "x"),
                ("typed_name", "Le Fournil de Louise"),
                ("text", "x"),
                ("title", "x"),
            ];
            who.post(path, &fields).await
        }
        method => {
            let request = http::Request::builder().method(method).uri(path);
            let request = request.header("x-csrf-token", who.token().await);
            who.send(request.body(axum::body::Body::empty()).unwrap()).await
        }
    }
}

#[tokio::test]
async fn a_stranger_sees_nothing_of_a_brand_and_changes_nothing() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        app.joins("ines", Role::Contributor, &louise).await;
        louise
            .post(
                &format!("/b/{LE_FOURNIL}/settings/team/invitations"),
                &[("email", "k@k.example"), ("role", "expert")],
            )
            .await;
        louise
            .post(
                &format!("/b/{LE_FOURNIL}/settings/tokens"),
                &[("name", "Caisse"), ("scope", "posts:read")],
            )
            .await;
        let ids = known_ids(&app).await;
        let stranger = app.stranger().await;
        stranger.token().await;
        let anonymous = app.browser("192.0.2.44");
        anonymous.get("/login").await;
        let before = app.rows(TABLES).await;
        let mut walked = 0;
        for route in web::routes().table().iter().filter(|route| route.access == Access::Brand) {
            walked += 1;
            let path = filled(route, &ids);
            let answer = tried(&stranger, route, &path).await;
            assert!(
                matches!(answer.status, 400 | 403 | 404 | 413),
                "{} {path}: {answer:?}",
                route.method
            );
            assert!(!answer.says("Fournil"), "{} {path}: {answer:?}", route.method);
            let answer = tried(&anonymous, route, &path).await;
            let away = answer.status == 303 && answer.location().starts_with("/login");
            assert!(
                away || matches!(answer.status, 400 | 403 | 404),
                "{} {path}: {answer:?}",
                route.method
            );
        }
        assert!(walked >= 18, "only {walked} routes");
        assert_eq!(app.rows(TABLES).await, before, "a stranger changed something");
    }
}

#[tokio::test]
async fn someone_who_is_not_signed_in_is_asked_to_everywhere_else() {
    let app = App::start().await;
    app.set_up().await;
    let anonymous = app.browser("192.0.2.44");
    anonymous.get("/login").await;
    let ids = known_ids(&app).await;
    let before = app.rows(TABLES).await;
    for route in web::routes().table() {
        let path = filled(route, &ids);
        let answer = tried(&anonymous, route, &path).await;
        match route.access {
            Access::SignedIn => {
                assert!(answer.location().starts_with("/login"), "{path}: {answer:?}")
            }
            Access::Api => assert!(matches!(answer.status, 200 | 401 | 404), "{path}: {answer:?}"),
            Access::Public => assert!(answer.status < 500, "{path}: {answer:?}"),
            Access::Brand => {}
        }
    }
    assert_eq!(app.rows(TABLES).await, before);
}

#[tokio::test]
async fn ids_of_another_brand_do_not_exist_in_one_s_own() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        louise
            .post(
                &format!("/b/{LE_FOURNIL}/settings/team/invitations"),
                &[("email", "k@k.example"), ("role", "expert")],
            )
            .await;
        louise
            .post(
                &format!("/b/{LE_FOURNIL}/settings/tokens"),
                &[("name", "Caisse"), ("scope", "posts:read")],
            )
            .await;
        let ids = known_ids(&app).await;
        let stranger = app.stranger().await;
        stranger.token().await;
        let before = app
            .rows(&["invitation", "api_token", "membership", "channel", "post", "publication"])
            .await;
        let with_ids =
            |route: &&Route| route.access == Access::Brand && route.path.matches('{').count() > 1;
        for route in web::routes().table().iter().filter(with_ids) {
            let path = filled(route, &ids).replace(LE_FOURNIL, "autre-marque");
            let answer = tried(&stranger, route, &path).await;
            assert!(
                matches!(answer.status, 303 | 400 | 403 | 404 | 413 | 422),
                "{} {path}: {answer:?}",
                route.method
            );
            assert!(!answer.says("Fournil"), "{path}: {answer:?}");
        }
        let after = app
            .rows(&["invitation", "api_token", "membership", "channel", "post", "publication"])
            .await;
        assert_eq!(after, before, "a stranger changed something");
    }
}
