//! The JSON interface of the plan: what comes back, topics, campaigns, the mix, days, feeds,
//! files of posts, texts kept, folders, webhooks; and strangers everywhere.

use serde_json::{Value, json};

use crate::api::{Program, assisted, problem, read};
use crate::api_desk::{draft, everything, id};
use crate::support::App;

fn rhythm(channel: &str) -> Value {
    json!({"when": {"kind": "weeks", "every": 1, "on": [2], "time": "09:00"}, "start": "2026-12-01",
        "texts": ["Le pain du mardi", "La brioche du mardi"], "variants": [{"channel": channel}]})
}

#[tokio::test]
async fn a_post_comes_back_is_skipped_paused_changed_and_ended() {
    for app in App::on_each_engine().await {
        let (_louise, program) = everything(&app).await;
        let channel = assisted(&program).await;
        let made = program.post("/recurrences", &rhythm(&channel)).await;
        assert_eq!(made.status, 201, "{made:?}");
        let made = read(&made);
        let path = format!("/recurrences/{}", id(&made));
        let second = json!({"local_time": made["coming"][1]["at"]["local_time"]});
        let skipped = read(&program.post(&format!("{path}/skips"), &second).await);
        assert_eq!(skipped["coming"][1]["decided"]["outcome"], "skipped", "{skipped}");
        assert_eq!(program.post(&format!("{path}/skips/end"), &second).await.status, 200);
        let never = json!({"local_time": "2026-12-02T09:00"});
        problem(&program.post(&format!("{path}/skips"), &never).await, 404, "not-found");
        let paused = read(&program.post(&format!("{path}/pause"), &json!({})).await);
        assert_eq!(paused["state"], "paused");
        assert_eq!(
            read(&program.call("DELETE", &format!("{path}/pause"), None).await)["state"],
            "active"
        );
        let mut change = rhythm(&channel);
        change["when"] = json!({"kind": "free", "gap_days": 30});
        let changed = program.call("PUT", &path, Some(&change)).await;
        assert_eq!(read(&changed)["when"]["gap_days"], 30, "{changed:?}");
        let ended = read(&program.call("DELETE", &format!("{path}?withdraw=true"), None).await);
        assert_eq!(ended["state"], "ended");
        problem(&program.post(&format!("{path}/pause"), &json!({})).await, 409, "state");
        let mut wrong = rhythm(&channel);
        wrong["when"]["on"] = json!([]);
        let said = problem(&program.post("/recurrences", &wrong).await, 422, "invalid");
        assert_eq!(said["errors"][0]["code"], "not_a_rhythm");
        assert_eq!(read(&program.get("/recurrences").await)["items"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn topics_campaigns_the_mix_and_advice() {
    for app in App::on_each_engine().await {
        let (_louise, program) = everything(&app).await;
        let channel = assisted(&program).await;
        let new = json!({"name": "Coulisses", "colour": "#2f6f5e", "target_share": 40});
        let topic = read(&program.post("/topics", &new).await);
        problem(&program.post("/topics", &new).await, 422, "invalid");
        let path = format!("/topics/{}", id(&topic));
        let renamed = json!({"name": "Les coulisses", "colour": "#2f6f5e"});
        assert_eq!(
            read(&program.call("PUT", &path, Some(&renamed)).await)["name"],
            "Les coulisses"
        );
        assert_eq!(
            read(&program.post(&format!("{path}/archive"), &json!({})).await)["archived"],
            true
        );
        assert_eq!(program.call("DELETE", &format!("{path}/archive"), None).await.status, 200);
        assert_eq!(read(&program.get("/charter").await)["topics"][0]["id"], topic["id"]);

        let new =
            json!({"name": "Noël", "kind": "launch", "colour": "#b3402a", "day": "2026-12-15"});
        let campaign = program.post("/campaigns", &new).await;
        assert_eq!(campaign.status, 201, "{campaign:?}");
        let path = format!("/campaigns/{}", id(&read(&campaign)));
        let plan = read(&program.post(&format!("{path}/plan"), &json!({})).await);
        let steps = plan["items"].as_array().unwrap().len();
        assert!(steps >= 5 && plan["items"][0]["brief"].as_str().is_some_and(|b| !b.is_empty()));
        let channels = json!({"channels": {"day": [channel]}});
        let made = read(&program.post(&format!("{path}/drafts"), &channels).await);
        assert_eq!(made["posts"].as_array().unwrap().len(), steps);
        problem(
            &program.post(&format!("{path}/drafts"), &json!({"channels": {"jour": []}})).await,
            422,
            "invalid",
        );
        let moved = json!({"day": "2026-12-16"});
        let moved = read(&program.call("PUT", &format!("{path}/day"), Some(&moved)).await);
        assert_eq!(moved["drafts"], json!(steps));
        let wrong = json!({"name": "Noël", "kind": "launch", "colour": "rouge"});
        problem(&program.call("PUT", &path, Some(&wrong)).await, 422, "invalid");
        let figures = read(&program.get(&format!("{path}/figures")).await);
        assert_eq!(
            (&figures["verdict"], &figures["median_reach"]),
            (&json!("not_enough"), &Value::Null)
        );
        assert_eq!(figures["totals"]["reactions"]["sum"], Value::Null, "not known is not nought");
        assert_eq!(
            read(&program.post(&format!("{path}/archive"), &json!({})).await)["archived"],
            true
        );
        let all = read(&program.get("/campaigns").await);
        assert_eq!(all["items"][0]["posts"]["drafts"], json!(steps));

        let mix = read(&program.get("/mix?from=2026-11-20&to=2027-01-10").await);
        assert_eq!(mix["counts"]["drafts"], json!(steps), "{mix}");
        problem(&program.get("/mix?from=2026-11-20&to=2029-01-10").await, 422, "invalid");
        let advice =
            read(&program.get("/advice?length=120&carries=picture&audience=local,young").await);
        assert!(
            advice["channels"][0]["reasons"][0]["said"].as_str().is_some_and(|s| !s.is_empty())
        );
        problem(&program.get("/advice?carries=parfum").await, 422, "invalid");
        let times = read(&program.get("/best-times").await);
        assert_eq!((&times["verdict"], &times["usual"]), (&json!("too_few"), &Value::Null));
        assert_eq!(times["hours"].as_array().unwrap().len(), 168);
        problem(&program.get(&format!("/best-times?channel={}", id(&topic))).await, 422, "invalid");
    }
}

#[tokio::test]
async fn the_calendar_shows_drafts_ideas_and_days() {
    for app in App::on_each_engine().await {
        let (_louise, program) = everything(&app).await;
        let channel = assisted(&program).await;
        let idea = draft(&program, &channel, "Une idée").await;
        assert_eq!(read(&program.get("/calendar/ideas").await)["items"][0]["post"], idea["id"]);
        let want = format!("/posts/{}/wanted", id(&idea));
        let wanted = json!({"local_time": "2026-12-24T09:00"});
        assert_eq!(program.call("PUT", &want, Some(&wanted)).await.status, 200);
        let past = json!({"local_time": "2020-12-24T09:00"});
        problem(&program.call("PUT", &want, Some(&past)).await, 422, "invalid");
        let span = "/calendar/occasions?from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z";
        let found = read(&program.get(span).await);
        assert_eq!(
            (&found["items"][0]["state"], &found["items"][0]["local_time"]),
            (&json!("draft"), &json!("2026-12-24T09:00:00"))
        );
        assert_eq!(read(&program.get(&format!("{span}&state=planned")).await)["items"], json!([]));
        problem(&program.get(&format!("{span}&format=opera")).await, 422, "invalid");
        problem(&program.get("/calendar/occasions").await, 422, "invalid");
        assert_eq!(read(&program.call("DELETE", &want, None).await)["wanted"], Value::Null);
        let days = read(&program.get("/calendar/days?from=2026-12-01&to=2026-12-31").await);
        let christmas =
            days["items"].as_array().unwrap().iter().find(|day| day["day"] == "2026-12-25");
        assert!(christmas.unwrap()["name"].as_str().unwrap().contains("Noël"), "{days}");
        problem(&program.get("/calendar/days?from=2026-12-01").await, 422, "invalid");
    }
}

#[tokio::test]
async fn a_file_of_posts_is_looked_at_mapped_and_run() {
    for app in App::on_each_engine().await {
        let (_louise, program) = everything(&app).await;
        assisted(&program).await;
        let file = "Légende;Quand\nLa bûche arrive;2026-12-01 09:00\n;2026-12-02\n";
        let made = program.raw("POST", "/post-imports", "text/csv", file).await;
        assert_eq!(made.status, 201, "{made:?}");
        let made = read(&made);
        assert_eq!(made["plan"]["columns"][0], "text");
        let path = format!("/post-imports/{}", id(&made));
        let plan = json!({"columns": ["text", "date"], "order": "day_first", "becomes": "draft"});
        let planned = read(&program.call("PUT", &format!("{path}/plan"), Some(&plan)).await);
        assert_eq!(planned["lines"][0]["at"]["local_time"], "2026-12-01T09:00:00", "{planned}");
        assert_eq!(planned["lines"][1]["problems"][0]["kind"], "no_text");
        let short = json!({"columns": ["text"], "order": "day_first", "becomes": "draft"});
        problem(&program.call("PUT", &format!("{path}/plan"), Some(&short)).await, 422, "invalid");
        problem(&program.call("DELETE", &path, None).await, 409, "state");
        assert_eq!(program.post(&format!("{path}/run"), &json!({})).await.status, 202);
        problem(&program.post(&format!("{path}/run"), &json!({})).await, 409, "state");
        let import = read(&program.get("/post-imports").await)["items"][0].clone();
        assert_eq!(import["state"], "running");
        let run = id(&import).parse().unwrap();
        publishing::bulk::run(run, &app.house.kit).await.unwrap();
        let done = read(&program.get(&path).await);
        assert_eq!(
            (&done["state"], &done["progress"]["made"]),
            (&json!("done"), &json!(1)),
            "{done}"
        );
        assert_eq!(read(&program.call("DELETE", &path, None).await)["stay"], 0);
        let empty = program.raw("POST", "/post-imports", "text/csv", "").await;
        assert_eq!(problem(&empty, 422, "invalid")["errors"][0]["field"], "file");
    }
}

#[tokio::test]
async fn texts_folders_and_webhooks_are_kept() {
    for app in App::on_each_engine().await {
        let (_louise, program) = everything(&app).await;
        let new = json!({"kind": "hashtags", "name": "Pain", "text": "#pain #levain"});
        let kept = read(&program.post("/templates", &new).await);
        let path = format!("/templates/{}", id(&kept));
        let changed = json!({"kind": "hashtags", "name": "Pain", "text": "#pain"});
        assert_eq!(read(&program.call("PUT", &path, Some(&changed)).await)["text"], "#pain");
        problem(
            &program.post("/templates", &json!({"kind": "text", "name": "", "text": "x"})).await,
            422,
            "invalid",
        );
        assert_eq!(program.call("DELETE", &path, None).await.status, 204);
        problem(&program.get(&path).await, 404, "not-found");

        let folder = read(&program.post("/media-folders", &json!({"name": "Noël"})).await);
        problem(&program.post("/media-folders", &json!({"name": "Noël"})).await, 422, "invalid");
        let path = format!("/media-folders/{}", id(&folder));
        assert_eq!(
            read(&program.call("PUT", &path, Some(&json!({"name": "Fêtes"}))).await)["name"],
            "Fêtes"
        );
        assert_eq!(program.call("DELETE", &path, None).await.status, 204);

        let keyed = Program::with(&app, &program.token).saying("idempotency-key", "un");
        let new = json!({"name": "Site", "url": "https://example.org/parvis", "nouns": ["post"]});
        let made = read(&keyed.post("/webhooks", &new).await);
        assert!(made["secret"].as_str().unwrap().starts_with("whsec_"));
        let again = read(&keyed.post("/webhooks", &new).await);
        assert_eq!(
            (&again["id"], &again["secret"]),
            (&made["id"], &Value::Null),
            "its secret is shown once"
        );
        let wrong = json!({"name": "Site", "url": "ftp://example.org"});
        problem(&program.post("/webhooks", &wrong).await, 422, "invalid");
        let path = format!("/webhooks/{}", id(&made));
        assert_eq!(program.post(&format!("{path}/trial"), &json!({})).await.status, 202);
        let log = read(&program.get(&format!("{path}/deliveries")).await);
        assert_eq!(
            (&log["items"][0]["verb"], &log["items"][0]["state"]),
            (&json!("webhook.tried"), &json!("waiting"))
        );
        let retry = format!("{path}/deliveries/{}/retry", id(&log["items"][0]));
        problem(&program.post(&retry, &json!({})).await, 404, "not-found");
        let mut tx = app.engine.begin().await.unwrap();
        let given_up = "UPDATE webhook_delivery SET state = 'given_up'";
        tx.execute(given_up, Vec::new()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(program.post(&retry, &json!({})).await.status, 204);
        assert_eq!(
            read(&program.post(&format!("{path}/pause"), &json!({})).await)["stopped"],
            "person"
        );
        assert_eq!(program.call("DELETE", &format!("{path}/pause"), None).await.status, 200);
        assert_eq!(program.call("DELETE", &path, None).await.status, 204);
        problem(&program.get(&path).await, 404, "not-found");
    }
}

/// A body that the endpoint takes, by its address and method.
pub fn body_for(path: &str, method: &str, channel: &str) -> Value {
    let topic = json!({"name": "x", "colour": "#b3402a"});
    let local = json!({"local_time": "2026-12-08T09:00"});
    let last = path.rsplit('/').next().unwrap_or_default();
    match (last, method) {
        ("schedule", _) => json!({"local_time": "2026-12-01T09:00"}),
        ("skips" | "wanted", _) => local,
        ("end", _) if path.contains("/skips/") => local,
        ("crisis", "POST" | "post") => json!({"name": "x"}),
        ("stand-down", _) => json!({}),
        ("standing", _) => json!({"state": "open"}),
        ("priority", _) => json!({"priority": "high"}),
        ("labels", _) if path.contains("conversations") => json!({"labels": []}),
        ("notes", _) => json!({"words": "x"}),
        ("acts", _) => {
            json!({"message": "01920000-0000-7000-8000-000000000001", "act": "like"})
        }
        ("judgement", _) => {
            json!({"feeling": "negative", "harm": "none", "spam": false, "intents": []})
        }
        ("step", _) => json!({"state": "in_progress"}),
        ("feedback", "post") => json!({
            "conversation": "01920000-0000-7000-8000-000000000001",
            "category": "01920000-0000-7000-8000-000000000001"
        }),
        ("merge", "post") => json!({"other": "01920000-0000-7000-8000-000000000001"}),
        ("comments", _) => json!({"words": "x"}),
        ("approval-bypass", _) => json!({"reason": "x"}),
        ("answer", _) => json!({"agrees": true, "content": "x"}),
        ("place", _) => json!({"from": "x", "name": "x", "email": "x@example.org"}),
        ("day", _) => json!({"day": "2026-12-15"}),
        ("rule", _) => json!({"into": "drafts"}),
        ("plan", "put") if path.contains("post-imports") => {
            json!({"columns": [], "order": "day_first", "becomes": "draft"})
        }
        ("queue", "put") => json!({"way": "later"}),
        ("decision", _) => json!({"says": "send_it"}),
        ("reply", _) | ("replies", _) => json!({"text": "x"}),
        ("{post}", "put") => json!({"version": 1, "text": "x", "variants": [], "media": []}),
        ("{post}", "patch") => json!({"version": 1}),
        ("{topic}", _) => topic,
        ("{campaign}", _) => json!({"name": "x", "kind": "theme", "colour": "#b3402a"}),
        ("{template}", _) => json!({"kind": "text", "name": "x", "text": "x"}),
        ("{folder}", _) => json!({"name": "x"}),
        ("{policy}", _) => json!({"name": "x", "first_minutes": 60, "working": true}),
        ("escalations", "post") => json!({"question": "x", "working_minutes": 60}),
        ("deadline", _) => json!({"working_minutes": 60}),
        ("completion", _) => json!({"words": "x"}),
        ("{expert}", _) => {
            json!({"name": "x", "email": "x@example.org", "language": "fr"})
        }
        ("{rule}", _) => {
            json!({"name": "x", "joined": "all", "conditions": [{"what": "first_message"}],
            "actions": [{"do": "ask"}]})
        }
        ("ruling", _) => json!({"decision": "keep"}),
        ("{slot}", _) => json!({"weekday": 1, "time": "09:00", "channels": [channel]}),
        ("{recurrence}", _) => rhythm(channel),
        _ => json!({}),
    }
}

#[tokio::test]
async fn what_another_brand_has_does_not_exist_for_a_stranger_and_a_reader_changes_nothing() {
    let app = App::start().await;
    let (louise, program) = everything(&app).await;
    let channel = assisted(&program).await;
    let post = draft(&program, &channel, "La bûche").await;
    let path = format!("/posts/{}", id(&post));
    let made = |answer: crate::support::Answer| id(&read(&answer));
    let slot = json!({"weekday": 2, "time": "09:00", "channels": [channel]});
    let slot = read(&program.post("/slots", &slot).await);
    let topic = json!({"name": "Coulisses", "colour": "#2f6f5e"});
    let campaign = json!({"name": "Noël", "kind": "theme", "colour": "#b3402a"});
    let template = json!({"kind": "text", "name": "Bonjour", "text": "Bonjour"});
    let webhook = json!({"name": "Site", "url": "https://example.org/parvis"});
    let file =
        program.raw("POST", "/post-imports", "text/csv", "Texte;Date\nBonjour;2026-12-01\n").await;
    let ids = [
        ("post", id(&post)),
        ("channel", channel.clone()),
        ("slot", id(&slot["slots"][0])),
        ("version", id(&read(&program.get(&format!("{path}/versions")).await)["items"][0])),
        ("comment", made(program.post(&format!("{path}/comments"), &json!({"words": "x"})).await)),
        ("recurrence", made(program.post("/recurrences", &rhythm(&channel)).await)),
        ("topic", made(program.post("/topics", &topic).await)),
        ("campaign", made(program.post("/campaigns", &campaign).await)),
        ("template", made(program.post("/templates", &template).await)),
        ("folder", made(program.post("/media-folders", &json!({"name": "Noël"})).await)),
        ("webhook", made(program.post("/webhooks", &webhook).await)),
        ("import", made(file)),
    ];
    let there = app.stranger().await;
    let scopes = [
        "posts:write",
        "channels:write",
        "brand:write",
        "media:write",
        "measures:write",
        "conversations:write",
    ];
    let stranger = Program::in_brand(&there, "autre-marque", &scopes).await;
    let their_channel = assisted(&stranger).await;
    let reader = Program::of(&louise, &["brand:read"]).await;
    let document = read(&app.browser("192.0.2.3").get("/api/v1/openapi.json").await);
    let tables = [
        "post",
        "slot",
        "recurrence",
        "topic",
        "campaign",
        "template",
        "webhook",
        "media_folder",
        "post_comment",
        "publication",
    ];
    let before = app.rows(&tables).await;
    let mut walked = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let mut address = path.trim_start_matches("/api/v1").to_owned();
            for (name, id) in &ids {
                address = address.replace(&format!("{{{name}}}"), id);
            }
            while let (Some(open), Some(close)) = (address.find('{'), address.find('}')) {
                address.replace_range(open..=close, "01920000-0000-7000-8000-000000000000");
            }
            let takes = operation["requestBody"]["content"]["application/json"].is_object();
            let body = takes.then(|| body_for(path, method, &their_channel));
            let verb = method.to_uppercase();
            if path.contains('{') {
                walked += 1;
                let answer = stranger.call(&verb, &address, body.as_ref()).await;
                assert_eq!(answer.status, 404, "{verb} {address}: {answer:?}");
            }
            if method != "get" {
                let answer = reader.call(&verb, &address, body.as_ref()).await;
                problem(&answer, 403, "missing-scope");
            }
        }
    }
    assert!(walked >= 80, "only {walked}");
    assert_eq!(app.rows(&tables).await, before, "a stranger changed something");
}
