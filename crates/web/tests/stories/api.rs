//! The JSON interface: tokens, scopes, brands, problems, keys.

use axum::body::Body;
use http::Request;
use platform::Role;
use serde_json::{Value, json};

use crate::api_plan::body_for;
use crate::support::{Answer, App, Browser, LE_FOURNIL};

/// A program with a token.
pub struct Program<'a> {
    browser: Browser<'a>,
    pub token: String,
}

impl<'a> Program<'a> {
    /// One for which someone makes a token, with these scopes.
    pub async fn of(someone: &Browser<'a>, scopes: &[&str]) -> Self {
        Self::in_brand(someone, LE_FOURNIL, scopes).await
    }

    /// The same, in another brand.
    pub async fn in_brand(someone: &Browser<'a>, brand: &str, scopes: &[&str]) -> Self {
        let mut fields = vec![("name", "Caisse")];
        fields.extend(scopes.iter().map(|scope| ("scope", *scope)));
        let page = someone.post(&format!("/b/{brand}/settings/tokens"), &fields).await;
        assert_eq!(page.status, 200, "{page:?}");
        let kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let rest = page.text.split("pv_").find(|rest| rest.chars().take_while(kept).count() >= 43);
        let secret: String = rest.expect("a token is shown").chars().take_while(kept).collect();
        let token = format!("pv_{secret}");
        Self::with(someone.app, &token)
    }

    /// One with that token.
    pub fn with(app: &'a App, token: &str) -> Self {
        let browser = app.browser("192.0.2.77").with("authorization", &format!("Bearer {token}"));
        Self { browser, token: token.to_owned() }
    }

    /// The same, with one more header on each request.
    pub fn saying(self, name: &str, value: &str) -> Self {
        Self { browser: self.browser.with(name, value), ..self }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call("GET", path, None).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.call("POST", path, Some(body)).await
    }

    pub async fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let body = body.map_or(Body::empty(), |body| Body::from(body.to_string()));
        self.browser.send(request.body(body).expect("a request")).await
    }

    pub async fn raw(&self, method: &str, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        let request = request.header("content-type", kind).body(body.into());
        self.browser.send(request.expect("a request")).await
    }
}

/// The body of an answer.
pub fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|_| panic!("no JSON in {answer:?}"))
}

/// That an answer is a problem of that kind; its body.
#[track_caller]
pub fn problem(answer: &Answer, status: u16, kind: &str) -> Value {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(answer.headers["content-type"], "application/problem+json", "{answer:?}");
    let body = read(answer);
    assert_eq!(body["type"], format!("/api#problem-{kind}"), "{answer:?}");
    assert_eq!(body["status"], status, "{answer:?}");
    let worded = |name: &str| {
        body[name].as_str().is_some_and(|text| !text.is_empty() && !text.starts_with('['))
    };
    assert!(worded("title") && worded("detail"), "{answer:?}");
    for error in body["errors"].as_array().into_iter().flatten() {
        assert!(!error["detail"].as_str().unwrap().starts_with('['), "{answer:?}");
    }
    body
}

#[tokio::test]
async fn without_a_valid_token_nothing_is_said_and_a_session_is_no_token() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let nobody = app.browser("192.0.2.50");
    let answer = nobody.get("/api/v1/brand").await;
    problem(&answer, 401, "unauthenticated");
    assert!(answer.headers.contains_key("www-authenticate"));
    problem(&louise.get("/api/v1/brand").await, 401, "unauthenticated");
    for wrong in ["pv_wrong", "", "é"] {
        let wrong = Program::with(&app, "pv_x").saying("authorization", &format!("Bearer {wrong}"));
        problem(&wrong.get("/brand").await, 401, "unauthenticated");
    }
    let program = Program::of(&louise, &["brand:read"]).await;
    assert_eq!(read(&program.get("/brand").await)["name"], "Le Fournil de Louise");
    let basic =
        Program::with(&app, "x").saying("authorization", &format!("Basic {}", program.token));
    problem(&basic.get("/brand").await, 401, "unauthenticated");
}

#[tokio::test]
async fn a_token_does_what_its_scopes_say_and_no_more_than_its_maker_may() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let reads = Program::of(&louise, &["posts:read"]).await;
        assert_eq!(reads.get("/posts").await.status, 200);
        let refused = problem(&reads.post("/posts", &json!({})).await, 403, "missing-scope");
        assert_eq!(refused["scope"], "posts:write");
        problem(&reads.get("/channels").await, 403, "missing-scope");
        let writes = Program::of(&louise, &["posts:write", "brand:write"]).await;
        assert_eq!(writes.get("/posts").await.status, 200, "writing includes reading");
        assert_eq!(writes.post("/posts", &json!({"text": "Bûche"})).await.status, 201);

        let manager = app.joins("karim", Role::Manager, &louise).await;
        let karim = Program::of(&manager, &["posts:write", "brand:read"]).await;
        assert_eq!(karim.get("/activity").await.status, 200);
        let mut tx = app.engine.begin().await.unwrap();
        tx.execute("UPDATE membership SET role = 'read_only' WHERE role = 'manager'", Vec::new())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        problem(&karim.post("/posts", &json!({})).await, 403, "not-allowed");
        problem(&karim.get("/activity").await, 403, "not-allowed");
    }
}

#[tokio::test]
async fn what_belongs_to_another_brand_does_not_exist() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let all = [
            "posts:write",
            "channels:write",
            "conversations:write",
            "measures:write",
            "media:write",
            "team:read",
            "brand:write",
        ];
        let ours = Program::of(&louise, &all).await;
        let post = read(&ours.post("/posts", &json!({"text": "Bûche"})).await)["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let channel = assisted(&ours).await;
        let stranger = app.stranger().await;
        let theirs = Program::in_brand(&stranger, "autre-marque", &all).await;
        let tables = [
            "post",
            "variant",
            "channel",
            "publication",
            "conversation",
            "media",
            "feed",
            "insights_import",
            "brand",
        ];
        let their_channel = assisted(&theirs).await;
        let before = app.rows(&tables).await;
        for id in
            [post.as_str(), channel.as_str(), "01920000-0000-7000-8000-000000000000", "not-an-id"]
        {
            // A token of its own for each walk: they are many requests.
            let theirs = Program::in_brand(&stranger, "autre-marque", &all).await;
            for route in web::routes()
                .table()
                .iter()
                .filter(|route| route.path.contains('{') && route.path.starts_with("/api/v1/"))
            {
                let path = route.path.strip_prefix("/api/v1").unwrap();
                let path: String = path
                    .split('/')
                    .map(|part| if part.starts_with('{') { id } else { part })
                    .collect::<Vec<_>>()
                    .join("/");
                let method = route.method.as_str().to_lowercase();
                let takes = !matches!(method.as_str(), "get" | "delete");
                let body = takes.then(|| body_for(route.path, &method, &their_channel));
                let answer = theirs.call(route.method.as_str(), &path, body.as_ref()).await;
                problem(&answer, 404, "not-found");
            }
        }
        let mine = json!({"variants": [{"channel": channel}]});
        let refused = problem(&theirs.post("/posts", &mine).await, 422, "invalid");
        assert_eq!(refused["errors"][0]["code"], "no_such_channel");
        assert_eq!(app.rows(&tables).await, before, "a stranger changed something");
    }
}

/// An account on which a person publishes, added through the interface.
pub async fn assisted(program: &Program<'_>) -> String {
    let answers = json!({"network": "Instagram", "account": "fournil"});
    let answer =
        program.post("/channels", &json!({"network": "assisted", "answers": answers})).await;
    assert_eq!(answer.status, 201, "{answer:?}");
    read(&answer)["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn problems_are_worded_in_the_language_asked_for() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let program = Program::of(&louise, &["posts:write"]).await;
    let french = program.get("/posts/nothing").await;
    let said = problem(&french, 404, "not-found");
    assert_eq!(said["title"], "Cela n’existe pas ici");
    assert_eq!(french.headers["content-language"], "fr");
    let program = program.saying("accept-language", "en-GB,en;q=0.9,fr;q=0.3");
    let english = program.get("/posts/nothing").await;
    assert_eq!(problem(&english, 404, "not-found")["title"], "This does not exist here");
    assert_eq!(english.headers["content-language"], "en");
    let said = problem(&program.get("/posts?limit=1000").await, 422, "invalid");
    assert_eq!(said["errors"][0]["detail"], "From 1 to 100.");
    problem(&program.get("/no/such/thing").await, 404, "not-found");
    let answer = program.call("DELETE", "/posts", None).await;
    problem(&answer, 405, "method");
    assert!(answer.headers["allow"].to_str().unwrap().contains("POST"), "{:?}", answer.headers);
}

#[tokio::test]
async fn malformed_bodies_are_refused_with_what_is_wrong() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let program = Program::of(&louise, &["posts:write", "media:write"]).await;
    let before = app.rows(&["post", "media"]).await;
    let json_kind = "application/json";
    let sent = |body: &'static [u8]| program.raw("POST", "/posts", json_kind, Body::from(body));
    problem(&sent(b"{\"text\": ").await, 400, "malformed");
    problem(&sent(b"").await, 400, "malformed");
    problem(&sent(b"{} {}").await, 400, "malformed");
    problem(&sent(b"{\"text\": \"\xff\xfe\"}").await, 400, "not-text");
    problem(&sent(b"{\"text\": \"a\\u0000b\"}").await, 400, "not-text");
    problem(&sent(&[b'['; 5000]).await, 400, "malformed");
    problem(&sent(b"[\"Bonjour\"]").await, 400, "malformed");
    problem(&program.raw("POST", "/posts", "text/plain", "{}").await, 415, "unsupported-type");
    let large = format!("{{\"text\": \"{}\"}}", "a".repeat(2_000_000));
    problem(&program.raw("POST", "/posts", json_kind, large).await, 413, "too-large");
    let wrong = [
        (json!({"txt": "x"}), "txt", "unknown_field"),
        (json!({"text": 3}), "text", "wrong_type"),
        (json!({"variants": [{"channel": "x"}]}), "variants[0].channel", "not_an_id"),
        (json!({"variants": [{}]}), "variants[0].channel", "missing"),
        (
            json!({"variants": [{"channel": "01920000-0000-7000-8000-000000000000", "x": 1}]}),
            "variants[0].x",
            "unknown_field",
        ),
        (json!({"link": "nowhere"}), "link", "not_a_link"),
        (json!({"text": "a".repeat(200_000)}), "text", "text_too_long"),
    ];
    for (body, field, code) in wrong {
        let said = problem(&program.post("/posts", &body).await, 422, "invalid");
        assert_eq!(
            (said["errors"][0]["field"].as_str(), said["errors"][0]["code"].as_str()),
            (Some(field), Some(code)),
            "{said}"
        );
    }
    let twice = sent(b"{\"text\": \"a\", \"text\": \"b\"}").await;
    assert_eq!(problem(&twice, 422, "invalid")["errors"][0]["code"], "twice");
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=x", "limit"),
        ("cursor=zzz", "cursor"),
        ("state=x", "state"),
        ("x=1", "x"),
    ] {
        let said = problem(&program.get(&format!("/posts?{query}")).await, 422, "invalid");
        assert_eq!(said["errors"][0]["field"], field, "{query}: {said}");
    }
    let program_file = program.raw("POST", "/media", "image/png", "MZ program").await;
    assert_eq!(problem(&program_file, 422, "invalid")["errors"][0]["field"], "file");
    let cut = program
        .raw("POST", "/media", "multipart/form-data; boundary=x", "--x\r\nContent-Disp")
        .await;
    assert!(matches!(cut.status, 400 | 422), "{cut:?}");
    assert_eq!(app.rows(&["post", "media"]).await, before);
}

#[tokio::test]
async fn a_write_with_a_key_is_done_once_and_answered_the_same() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let program =
            Program::of(&louise, &["posts:write"]).await.saying("idempotency-key", "caisse-1");
        let first = program.post("/posts", &json!({"text": "Bûche"})).await;
        assert_eq!(first.status, 201, "{first:?}");
        assert!(!first.headers.contains_key("idempotent-replay"));
        let again = program.post("/posts", &json!({"text": "Bûche"})).await;
        assert_eq!((again.status, &again.text), (201, &first.text));
        assert_eq!(again.headers["idempotent-replay"], "true");
        problem(&program.post("/posts", &json!({"text": "Galette"})).await, 422, "key-reused");
        let posts = read(&program.get("/posts").await);
        assert_eq!(posts["items"].as_array().unwrap().len(), 1, "{posts}");

        let program = program.saying("idempotency-key", "caisse-2");
        problem(&program.post("/posts", &json!({"link": "nowhere"})).await, 422, "invalid");
        let corrected = program.post("/posts", &json!({"link": "https://fournil.example"})).await;
        assert_eq!(corrected.status, 201, "a refused request leaves its key free: {corrected:?}");

        let program = program.saying("idempotency-key", "caisse-3");
        let id = read(&first)["id"].as_str().unwrap().to_owned();
        for _ in 0..2 {
            let gone = program.call("DELETE", &format!("/posts/{id}"), None).await;
            assert_eq!((gone.status, gone.text.as_str()), (204, ""), "{gone:?}");
        }
        let program = program.saying("idempotency-key", &"x".repeat(256));
        let said = problem(&program.post("/posts", &json!({})).await, 422, "invalid");
        assert_eq!(said["errors"][0]["code"], "idempotency_key");
    }
}

#[tokio::test]
async fn requests_at_the_same_time_with_the_same_key_are_done_once() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let program =
            Program::of(&louise, &["posts:write"]).await.saying("idempotency-key", "ensemble");
        let body = json!({"text": "Bûche"});
        let calls = (0..8).map(|_| program.post("/posts", &body));
        for answer in futures_util::future::join_all(calls).await {
            assert!(
                answer.status == 201 || problem(&answer, 409, "key-running").is_object(),
                "{answer:?}"
            );
        }
        assert_eq!(read(&program.get("/posts").await)["items"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_token_that_asks_too_much_waits_and_the_others_do_not() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let program = Program::of(&louise, &["brand:read"]).await;
    let mut refused = None;
    for _ in 0..400 {
        let answer = program.get("/brand").await;
        if answer.status != 200 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("there is a limit");
    problem(&refused, 429, "too-many");
    assert!(refused.headers.contains_key("retry-after"));
    let other = Program::of(&louise, &["brand:read"]).await;
    assert_eq!(other.get("/brand").await.status, 200);
}
