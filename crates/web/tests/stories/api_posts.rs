//! The JSON interface: a post from draft to publication, pictures, lists, imports.

use serde_json::{Value, json};

use crate::api::{Program, assisted, problem, read};
use crate::support::App;

fn id(of: &Value) -> String {
    of["id"].as_str().unwrap_or_else(|| panic!("no id in {of}")).to_owned()
}

#[tokio::test]
async fn a_post_is_begun_scheduled_seen_in_the_calendar_held_and_taken_back() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let program = Program::of(
            &louise,
            &["posts:write", "channels:write", "brand:write", "team:read", "measures:read"],
        )
        .await;
        let channel = assisted(&program).await;
        let new = json!({"text": "La bûche est là", "variants": [{"channel": channel, "text": "Bûche !"}]});
        let made = program.post("/posts", &new).await;
        assert_eq!(made.status, 201, "{made:?}");
        let post = read(&made);
        assert_eq!((&post["state"], &post["source"]), (&json!("draft"), &json!("api")));
        assert_eq!(post["variants"][0]["text"], "Bûche !");
        let schedule = format!("/posts/{}/schedule", id(&post));
        let said = problem(&program.post(&schedule, &json!({})).await, 422, "invalid");
        assert_eq!(said["errors"][0]["code"], "time_or_now");
        let said = problem(
            &program.post(&schedule, &json!({"local_time": "2020-01-01T09:00"})).await,
            422,
            "invalid",
        );
        assert_eq!(said["errors"][0]["code"], "in_the_past");
        let spring = program.post(&schedule, &json!({"local_time": "2027-03-28T02:30"})).await;
        let spring = read(&spring);
        assert_eq!(spring["schedule"]["at"], "2027-03-28T01:30:00Z", "{spring}");
        assert_eq!(
            (&spring["schedule"]["moved"], &spring["schedule"]["zone"]),
            (&json!("skipped"), &json!("Europe/Paris"))
        );

        let span = "/calendar?from=2027-03-01T00:00:00Z&to=2027-04-01T00:00:00Z";
        let calendar = read(&program.get(span).await);
        assert_eq!(calendar["items"][0]["post"], post["id"], "{calendar}");
        assert_eq!(calendar["items"][0]["local_time"], "2027-03-28T03:30:00");
        problem(&program.get("/calendar?from=2027-03-01T00:00:00Z").await, 422, "invalid");
        problem(
            &program.get("/calendar?from=2027-03-01T00:00:00Z&to=2029-03-01T00:00:00Z").await,
            422,
            "invalid",
        );

        let publication = calendar["items"][0]["publication"].as_str().unwrap().to_owned();
        let at = |what: &str| format!("/publications/{publication}{what}");
        let held = read(&program.post(&at("/hold"), &json!({})).await);
        assert_eq!((&held["state"], &held["reason"]), (&json!("held"), &json!("person")));
        assert_eq!(
            read(&program.get("/publications?state=held,uncertain").await)["items"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
        problem(&program.get("/publications?state=flying").await, 422, "invalid");
        let released = read(&program.post(&at("/release"), &json!({})).await);
        assert_eq!(released["state"], "planned");
        assert!(released["timeline"].as_array().unwrap().len() >= 3, "{released}");
        problem(&program.post(&at("/decision"), &json!({"says": "send_it"})).await, 409, "state");
        problem(&program.post(&at("/release"), &json!({})).await, 409, "state");

        let draft = read(&program.call("DELETE", &schedule, None).await);
        assert_eq!((&draft["state"], &draft["schedule"]), (&json!("draft"), &Value::Null));
        assert_eq!(read(&program.get(span).await)["items"], json!([]));
        problem(&program.post(&at("/cancellation"), &json!({})).await, 409, "state");
        let now = read(&program.post(&schedule, &json!({"now": true})).await);
        assert_eq!(now["variants"][0]["publication_state"], "planned");
        assert_eq!(
            read(&program.get(&format!("/posts/{}/results", id(&post))).await)["items"],
            json!([])
        );

        let paused = read(&program.post("/brand/pause", &json!({"reason": "Coupure d’eau"})).await);
        assert_eq!(paused["paused"]["reason"], "Coupure d’eau");
        app.engine.ambient().advance(jiff::SignedDuration::from_secs(1));
        assert_eq!(
            read(&program.call("DELETE", "/brand/pause", None).await)["paused"],
            Value::Null
        );
        let log = read(&program.get("/activity?limit=5").await);
        assert_eq!(
            (&log["items"][0]["verb"], &log["items"][0]["by"]["kind"]),
            (&json!("brand.resumed"), &json!("token"))
        );
        assert_eq!(read(&program.get("/teammates").await)["items"][0]["role"], "owner");
        assert_eq!(
            program.call("DELETE", &format!("/posts/{}", id(&post)), None).await.status,
            204
        );
        problem(&program.get(&format!("/posts/{}", id(&post))).await, 404, "not-found");
    }
}

#[tokio::test]
async fn a_change_of_what_someone_else_changed_is_a_conflict_that_shows_theirs() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let program = Program::of(&louise, &["posts:write"]).await;
        let post = read(
            &program
                .post("/posts", &json!({"text": "Un", "link": "https://fournil.example"}))
                .await,
        );
        let path = format!("/posts/{}", id(&post));
        let version = post["version"].clone();
        let changed =
            program.call("PATCH", &path, Some(&json!({"version": version, "text": "Deux"}))).await;
        assert_eq!(changed.status, 200, "{changed:?}");
        assert_eq!(read(&changed)["link"], "https://fournil.example");
        let late =
            program.call("PATCH", &path, Some(&json!({"version": version, "text": "Trois"}))).await;
        let said = problem(&late, 409, "conflict");
        assert_eq!(said["current"]["text"], "Deux");
        let missing = program.call("PATCH", &path, Some(&json!({"text": "Trois"}))).await;
        assert_eq!(problem(&missing, 422, "invalid")["errors"][0]["field"], "version");

        let tag = program.get(&path).await.headers["etag"].to_str().unwrap().to_owned();
        let program = program.saying("if-match", &tag);
        let whole = json!({"text": "Quatre", "variants": [], "media": []});
        let replaced = read(&program.call("PUT", &path, Some(&whole)).await);
        assert_eq!((&replaced["text"], &replaced["link"]), (&json!("Quatre"), &Value::Null));
        let late = program.call("PUT", &path, Some(&whole)).await;
        assert_eq!(problem(&late, 412, "precondition")["current"]["text"], "Quatre");
        let cleared = program
            .call("PATCH", &path, Some(&json!({"version": replaced["version"], "link": null})))
            .await;
        assert_eq!(cleared.status, 200, "{cleared:?}");
    }
}

#[tokio::test]
async fn pages_walk_through_all_once() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let program = Program::of(&louise, &["posts:write", "channels:write", "brand:read"]).await;
        let channel = assisted(&program).await;
        let mut made = Vec::new();
        for number in 0..7 {
            let post =
                json!({"text": format!("Pain {number}"), "variants": [{"channel": channel}]});
            let post = id(&read(&program.post("/posts", &post).await));
            let at = json!({"local_time": format!("2027-01-0{}T09:00", 1 + number % 3)});
            assert_eq!(program.post(&format!("/posts/{post}/schedule"), &at).await.status, 200);
            made.push(post);
        }
        made.sort();
        let walked = walk(&program, "/posts?limit=3", "id").await;
        assert_eq!(walked.len(), 3, "pages of 3, 3 and 1");
        let mut all = walked.concat();
        all.sort();
        assert_eq!(all, made);
        let mut posts = walk(&program, "/publications?limit=2&only=posts", "post").await.concat();
        posts.sort();
        assert_eq!(posts, made);
        let acts = walk(&program, "/activity?limit=10", "id").await.concat();
        let distinct: std::collections::BTreeSet<_> = acts.iter().collect();
        assert_eq!(distinct.len(), acts.len());
        assert!(acts.len() > 14);
    }
}

async fn walk(program: &Program<'_>, path: &str, field: &str) -> Vec<Vec<String>> {
    let (mut pages, mut cursor) = (Vec::new(), String::new());
    loop {
        let answer = program.get(&format!("{path}{cursor}")).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let page = read(&answer);
        let items = page["items"].as_array().unwrap().iter();
        pages.push(items.map(|item| item[field].as_str().unwrap().to_owned()).collect());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return pages,
        }
    }
}

#[tokio::test]
async fn pictures_come_in_as_forms_or_alone_and_join_posts() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let program = Program::of(&louise, &["media:write", "posts:write"]).await;
        let text = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        let png = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text).unwrap();
        let alone = program.raw("POST", "/media", "image/png", png.clone()).await;
        assert_eq!(alone.status, 201, "{alone:?}");
        let form = |mark: &str| {
            let mut body = format!("--{mark}\r\nContent-Disposition: form-data; name=\"alt_text\"\r\n\r\nUn point\r\n--{mark}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"point.png\"\r\nContent-Type: image/png\r\n\r\n").into_bytes();
            body.extend(&png);
            body.extend(format!("\r\n--{mark}--\r\n").into_bytes());
            (format!("multipart/form-data; boundary={mark}"), body)
        };
        let keyed = Program::with(&app, &program.token).saying("idempotency-key", "point");
        let (kind, body) = form("premier");
        let joined = keyed.raw("POST", "/media", &kind, body).await;
        assert_eq!(joined.status, 201, "{joined:?}");
        let (kind, body) = form("second");
        let again = keyed.raw("POST", "/media", &kind, body).await;
        assert_eq!(
            again.text, joined.text,
            "the same form with another boundary is the same request"
        );
        let media = read(&joined);
        assert_eq!((&media["name"], &media["alt_text"]), (&json!("point.png"), &json!("Un point")));
        let path = format!("/media/{}", id(&media));
        let described =
            program.call("PATCH", &path, Some(&json!({"alt_text": "Un point rouge"}))).await;
        assert_eq!(read(&described)["alt_text"], "Un point rouge");
        assert_eq!(read(&program.get("/media").await)["items"].as_array().unwrap().len(), 2);
        let post = read(&program.post("/posts", &json!({"media": [{"media": media["id"]}]})).await);
        assert_eq!(post["media"][0]["alt_text"], "Un point rouge", "{post}");
    }
}

#[tokio::test]
async fn an_export_is_taken_in_run_compared_and_undone() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let program = Program::of(&louise, &["measures:write"]).await;
        let csv = "Post ID,Permalink,Publish time,Post type,Reach,Reactions,Comments,Shares\n\
            1,https://x.example/1,01/05/2026 09:00,Photos,1000,50,4,6\n\
            2,https://x.example/2,02/05/2026 18:00,Links,800,,2,1\n";
        let send = async |plan: &str| {
            let body = format!(
                "--x\r\nContent-Disposition: form-data; name=\"plan\"\r\n\r\n{plan}\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"export.csv\"\r\nContent-Type: text/csv\r\n\r\n{csv}\r\n--x--\r\n"
            );
            program.raw("POST", "/imports", "multipart/form-data; boundary=x", body).await
        };
        problem(&send("{\"columns\": {\"nothing\": 1}}").await, 422, "invalid");
        problem(&send("{\"zone\": \"Europe/Brest\"}").await, 422, "invalid");
        let answer = send("{\"network\": \"facebook\", \"order\": \"month_first\"}").await;
        assert_eq!(answer.status, 201, "{answer:?}");
        let planned = read(&answer);
        assert_eq!(
            (&planned["state"], &planned["rows"]),
            (&json!("planned"), &json!(2)),
            "{planned}"
        );
        let path = format!("/imports/{}", id(&planned));
        let run = program.post(&format!("{path}/run"), &json!({})).await;
        assert_eq!(run.status, 202, "{run:?}");
        let mut state = Value::Null;
        for _ in 0..200 {
            state = read(&program.get(&path).await);
            if state["state"] == "done" {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert_eq!(
            (&state["state"], &state["rows_imported"]),
            (&json!("done"), &json!(2)),
            "{state}"
        );
        let posts = read(&program.get("/measures/posts?sort=reach_total").await);
        assert_eq!(posts["items"][0]["figures"]["reach_total"]["value"], 1000, "{posts}");
        let unknown = &posts["items"][1];
        assert_eq!(unknown["figures"]["reactions"], json!({"value": null, "reason": "not_known"}));
        assert_eq!(
            (&unknown["measure"]["value"], &unknown["measure"]["reason"]),
            (&Value::Null, &json!("missing"))
        );
        let one = read(&program.get(&format!("/measures/posts/{}", id(unknown))).await);
        assert_eq!(one["readings"].as_array().unwrap().len(), 1, "{one}");
        let compared = read(&program.get("/measures/comparisons").await);
        assert_eq!(
            (&compared["overall"]["all"], &compared["overall"]["known"]),
            (&json!(2), &json!(0)),
            "clicks are not in the file: {compared}"
        );
        problem(&program.get("/measures/comparisons?measure=joy").await, 422, "invalid");
        problem(&program.post(&format!("{path}/run"), &json!({})).await, 409, "state");
        assert_eq!(read(&program.call("DELETE", &path, None).await)["state"], "undone");
        assert_eq!(read(&program.get("/measures/posts").await)["items"], json!([]));
    }
}
