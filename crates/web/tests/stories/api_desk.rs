//! The JSON interface of the desk: what a post carries, its checks, its queue, its agreements,
//! changing several at once.

use serde_json::{Value, json};

use crate::api::{Program, assisted, problem, read};
use crate::support::{App, LE_FOURNIL};

pub fn id(of: &Value) -> String {
    of["id"].as_str().unwrap_or_else(|| panic!("no id in {of}")).to_owned()
}

/// A program of the owner that may do everything.
pub async fn everything<'a>(app: &'a App) -> (crate::support::Browser<'a>, Program<'a>) {
    let louise = app.set_up().await;
    let scopes = [
        "posts:write",
        "channels:write",
        "brand:write",
        "media:write",
        "measures:write",
        "team:read",
    ];
    let program = Program::of(&louise, &scopes).await;
    (louise, program)
}

/// A draft for a channel.
pub async fn draft(program: &Program<'_>, channel: &str, text: &str) -> Value {
    let new = json!({"text": text, "variants": [{"channel": channel}]});
    let made = program.post("/posts", &new).await;
    assert_eq!(made.status, 201, "{made:?}");
    read(&made)
}

async fn planned(program: &Program<'_>, channel: &str, text: &str, at: &str) -> Value {
    let post = draft(program, channel, text).await;
    let path = format!("/posts/{}/schedule", id(&post));
    let done = program.post(&path, &json!({"local_time": at})).await;
    assert_eq!(done.status, 200, "{done:?}");
    read(&done)
}

#[tokio::test]
async fn a_post_carries_all_that_the_composer_gives_it() {
    for app in App::on_each_engine().await {
        let (_louise, program) = everything(&app).await;
        let channel = assisted(&program).await;
        let topic = json!({"name": "Coulisses", "colour": "#2f6f5e"});
        let topic = read(&program.post("/topics", &topic).await);
        let campaign = json!({"name": "Noël", "kind": "launch", "colour": "#b3402a"});
        let campaign = read(&program.post("/campaigns", &campaign).await);
        let new = json!({
            "text": "La bûche arrive", "topic": topic["id"], "campaign": campaign["id"],
            "language": "fr", "wanted": "2026-12-20T09:00", "thread": ["La suite", "La fin"],
            "first_comment": "Recette sur le site", "commercial": "Moulin Foricher",
            "retouched": true,
            "variants": [{"channel": channel, "text": "Bûche !", "first_comment": ""}],
        });
        let made = program.post("/posts", &new).await;
        assert_eq!(made.status, 201, "{made:?}");
        let post = read(&made);
        assert_eq!((&post["topic"], &post["campaign"]), (&topic["id"], &campaign["id"]));
        assert_eq!((&post["format"], &post["thread"][1]), (&json!("thread"), &json!("La fin")));
        assert_eq!(post["wanted"]["at"], "2026-12-20T08:00:00Z", "{post}");
        assert_eq!(
            (&post["commercial"], &post["retouched"]),
            (&json!("Moulin Foricher"), &json!(true))
        );
        assert_eq!(post["variants"][0]["first_comment"], "");
        let path = format!("/posts/{}", id(&post));
        let poll = json!({"version": post["version"], "thread": [], "wanted": null,
            "poll": {"choices": ["Marron", "Chocolat"], "minutes": 1440}});
        let changed = program.call("PATCH", &path, Some(&poll)).await;
        let changed_to = read(&changed);
        assert_eq!(changed.status, 200, "{changed:?}");
        assert_eq!((&changed_to["format"], &changed_to["wanted"]), (&json!("poll"), &Value::Null));
        assert_eq!(changed_to["first_comment"], "Recette sur le site", "what is left out stays");
        assert_eq!(changed_to["variants"][0]["text"], "Bûche !");
        let listed = read(
            &program.get(&format!("/posts?topic={}&q=buche", topic["id"].as_str().unwrap())).await,
        );
        assert_eq!(listed["items"].as_array().unwrap().len(), 1);
        let whole =
            json!({"version": changed_to["version"], "text": "Seule", "variants": [], "media": []});
        let whole = read(&program.call("PUT", &path, Some(&whole)).await);
        assert_eq!(
            (&whole["topic"], &whole["poll"], &whole["retouched"]),
            (&Value::Null, &Value::Null, &json!(false))
        );

        let said = program.post("/posts", &json!({"topic": channel})).await;
        assert_eq!(problem(&said, 422, "invalid")["errors"][0]["code"], "no_such_topic");
        let said = program.post("/posts", &json!({"wanted": "demain"})).await;
        assert_eq!(problem(&said, 422, "invalid")["errors"][0]["field"], "wanted");
        let said = program.post("/posts", &json!({"language": "le français"})).await;
        assert_eq!(problem(&said, 422, "invalid")["errors"][0]["code"], "not_a_language");

        let versions = read(&program.get(&format!("{path}/versions")).await);
        let first = versions["items"].as_array().unwrap().last().unwrap().clone();
        let back =
            program.post(&format!("{path}/versions/{}/restoration", id(&first)), &json!({})).await;
        assert_eq!(back.status, 200, "{back:?}");
        let said = json!({"words": "Belle idée", "shared": true});
        let comment = read(&program.post(&format!("{path}/comments"), &said).await);
        assert_eq!((&comment["name"], &comment["shared"]), (&json!("Louise Moreau"), &json!(true)));
        let settled =
            program.post(&format!("/comments/{}/resolution", id(&comment)), &json!({})).await;
        assert!(read(&settled)["resolved_at"].is_string());
        let empty = program.post(&format!("{path}/comments"), &json!({"words": " "})).await;
        assert_eq!(problem(&empty, 422, "invalid")["errors"][0]["code"], "empty");
        assert_eq!(
            read(&program.get(&format!("{path}/comments")).await)["items"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
        assert_eq!(
            program.call("DELETE", &format!("/comments/{}", id(&comment)), None).await.status,
            204
        );
    }
}

#[tokio::test]
async fn checks_say_what_they_see_and_the_way_out_and_scheduling_takes_a_word() {
    for app in App::on_each_engine().await {
        let (louise, program) = everything(&app).await;
        let channel = assisted(&program).await;
        let form = [("kind", "avoid"), ("word", "pas cher*"), ("instead", "à prix doux")];
        louise.post(&format!("/b/{LE_FOURNIL}/charter/words"), &form).await;
        let post = draft(&program, &channel, "Nos baguettes pas chères du mardi").await;
        let path = format!("/posts/{}", id(&post));
        let found = read(&program.get(&format!("{path}/checks")).await);
        let asks = &found["items"][0];
        assert_eq!(
            (&asks["check"], &asks["level"], &asks["open"]),
            (&json!("avoided"), &json!("asks"), &json!(true)),
            "{found}"
        );
        assert!(asks["seen"].as_str().unwrap().contains("pas chères"));
        assert!(asks["way_out"].as_str().unwrap().contains("à prix doux"));
        let at = json!({"local_time": "2026-12-01T09:00"});
        let refused =
            problem(&program.post(&format!("{path}/schedule"), &at).await, 422, "invalid");
        assert_eq!(refused["errors"][0]["code"], "check_asks");
        let at = json!({"local_time": "2026-12-01T09:00", "accept": ["avoided"]});
        let done = program.post(&format!("{path}/schedule"), &at).await;
        assert_eq!(done.status, 200, "{done:?}");
        let found = read(&program.get(&format!("{path}/checks")).await);
        assert_eq!(found["items"][0]["accepted"], true);
        let at = json!({"local_time": "2026-12-01T09:00", "accept": ["volant"]});
        problem(&program.post(&format!("{path}/schedule"), &at).await, 422, "invalid");
    }
}

#[tokio::test]
async fn several_posts_are_changed_in_one_go_with_a_result_for_each_and_a_way_back() {
    for app in App::on_each_engine().await {
        let (_louise, program) = everything(&app).await;
        let channel = assisted(&program).await;
        let one = planned(&program, &channel, "La bûche", "2026-12-01T09:00").await;
        let two = draft(&program, &channel, "Une idée").await;
        let both = json!([one["id"], two["id"]]);
        let shift = json!({"what": "shift", "days": 7, "posts": both});
        let done = read(&program.post("/post-changes", &shift).await);
        assert_eq!(
            (&done["changed"], &done["items"][0]["done"]),
            (&json!(1), &json!(true)),
            "{done}"
        );
        assert_eq!(done["items"][1]["why"], "no_day");
        assert!(done["items"][1]["detail"].as_str().is_some_and(|said| !said.is_empty()));
        let path = format!("/posts/{}", id(&one));
        let moved = read(&program.get(&path).await);
        assert_eq!(moved["schedule"]["local_time"], "2026-12-08T09:00:00");
        let undo = format!("/post-changes/{}", done["change"].as_str().unwrap());
        assert_eq!(read(&program.call("DELETE", &undo, None).await)["posts"], 1);
        problem(&program.call("DELETE", &undo, None).await, 404, "not-found");
        let hold = json!({"what": "hold", "posts": both});
        assert_eq!(
            read(&program.post("/post-changes", &hold).await)["items"][1]["why"],
            "nothing_to_do"
        );
        let released = read(&program.post(&format!("{path}/release"), &json!({})).await);
        assert_eq!(released["variants"][0]["publication_state"], "planned");
        let nothing =
            problem(&program.post(&format!("{path}/release"), &json!({})).await, 409, "state");
        assert_eq!(nothing["why"], "nothing_to_do");
        let held = read(&program.post(&format!("{path}/hold"), &json!({})).await);
        assert_eq!(held["variants"][0]["publication_state"], "held");
        let label = json!({"what": "label", "topic": channel, "posts": both});
        problem(&program.post("/post-changes", &label).await, 422, "invalid");
        let gone = json!({"what": "delete", "posts": both});
        assert_eq!(read(&program.post("/post-changes", &gone).await)["changed"], 2);
        for wrong in [
            json!({"what": "shift", "posts": both}),
            json!({"what": "hold", "posts": []}),
            json!({"what": "to", "to": "demain", "posts": both}),
        ] {
            problem(&program.post("/post-changes", &wrong).await, 422, "invalid");
        }
    }
}

#[tokio::test]
async fn posts_wait_in_slots_move_within_the_queue_and_leave_it() {
    for app in App::on_each_engine().await {
        let (_louise, program) = everything(&app).await;
        let channel = assisted(&program).await;
        let one = draft(&program, &channel, "La bûche").await;
        let path = format!("/posts/{}/queue", id(&one));
        problem(&program.post(&path, &json!({})).await, 409, "state");
        let slot = json!({"weekday": 2, "time": "09:00", "channels": [channel]});
        let made = program.post("/slots", &slot).await;
        assert_eq!(made.status, 201, "{made:?}");
        problem(&program.post("/slots", &slot).await, 409, "state");
        let wrong = json!({"weekday": 9, "time": "09:00", "channels": [channel]});
        problem(&program.post("/slots", &wrong).await, 422, "invalid");
        let copies = program.post("/slots/copies", &json!({"from": 2, "to": [4]})).await;
        assert_eq!(read(&copies)["slots"][0]["weekday"], 4);
        let next = read(&program.get(&path).await);
        let queued = read(&program.post(&path, &json!({})).await);
        assert_eq!(queued["schedule"]["local_time"], next["local_time"]);
        let later = read(&program.call("PUT", &path, Some(&json!({"way": "later"}))).await);
        assert_ne!(later["local_time"], next["local_time"]);
        problem(&program.call("PUT", &path, Some(&json!({}))).await, 422, "invalid");
        let coming = read(&program.get("/queue?days=30").await);
        let waits = coming["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["at"]["local_time"] == later["local_time"])
            .unwrap();
        assert_eq!(
            (&waits["filled"][0]["post"], &waits["filled"][0]["queued"]),
            (&one["id"], &json!(true))
        );
        let undo = format!("/queue/changes/{}", later["change"].as_str().unwrap());
        assert_eq!(read(&program.call("DELETE", &undo, None).await)["back"], 1);
        problem(&program.call("DELETE", &undo, None).await, 409, "state");
        assert_eq!(program.post("/queue/shuffle", &json!({})).await.status, 200);
        let left = read(&program.call("DELETE", &path, None).await);
        assert_eq!(left["local_time"], Value::Null);
        problem(&program.call("DELETE", &path, None).await, 409, "state");
        let slots = read(&program.get("/slots").await);
        let slot = format!("/slots/{}", id(&slots["items"][0]));
        let changed = json!({"weekday": 3, "time": "10:30", "channels": [channel]});
        assert_eq!(program.call("PUT", &slot, Some(&changed)).await.status, 200);
        assert_eq!(read(&program.get(&slot).await)["time"], "10:30");
        assert_eq!(program.call("DELETE", &slot, None).await.status, 200);
        problem(&program.get(&slot).await, 404, "not-found");
    }
}

#[tokio::test]
async fn agreement_is_asked_answered_for_what_was_read_and_done_without_for_a_reason() {
    for app in App::on_each_engine().await {
        let (louise, program) = everything(&app).await;
        let channel = assisted(&program).await;
        let one = draft(&program, &channel, "La bûche").await;
        let path = format!("/posts/{}", id(&one));
        assert_eq!(read(&program.get(&format!("{path}/approvals")).await)["needed"], false);
        problem(&program.post(&format!("{path}/approvals"), &json!({})).await, 409, "state");
        let ines = app.joins("ines", platform::Role::Manager, &louise).await;
        let ines_program = Program::of(&ines, &["posts:write"]).await;
        louise
            .post(&format!("/b/{LE_FOURNIL}/settings/approvals/simple"), &[("who", "managers")])
            .await;
        let team = read(&program.get("/teammates").await);
        assert_eq!(team["items"].as_array().unwrap().len(), 2);
        let needed = read(&program.get(&format!("{path}/approvals")).await);
        if needed["needed"] != true {
            panic!("the path is set: {needed}");
        }
        let refused = program
            .post(&format!("{path}/schedule"), &json!({"local_time": "2026-12-01T09:00"}))
            .await;
        problem(&refused, 409, "state");
        let asked = ines_program
            .post(&format!("{path}/approvals"), &json!({"wanted": "2026-12-01T09:00"}))
            .await;
        assert_eq!(asked.status, 201, "{asked:?}");
        let bypass = format!("{path}/approval-bypass");
        problem(
            &ines_program.post(&bypass, &json!({"reason": "Pressée"})).await,
            403,
            "not-allowed",
        );
        let empty = problem(&program.post(&bypass, &json!({"reason": " "})).await, 422, "invalid");
        assert_eq!(empty["errors"][0]["field"], "reason");
        let request = read(&asked);
        let at = format!("/approvals/{}", id(&request));
        if request["state"] == "waiting" {
            let stale = json!({"agrees": true, "content": "autre chose"});
            problem(&program.post(&format!("{at}/answer"), &stale).await, 409, "conflict");
            assert_eq!(read(&program.get("/approvals").await)["items"][0]["id"], request["id"]);
            let answer =
                json!({"agrees": true, "content": request["content"], "words": "Très bien"});
            let answered = program.post(&format!("{at}/answer"), &answer).await;
            assert_eq!(answered.status, 200, "{answered:?}");
        }
        let settled = read(&program.get(&at).await);
        assert_eq!(settled["state"], "agreed", "{settled}");
        assert_eq!(read(&program.get(&path).await)["state"], "scheduled");
        problem(&program.call("DELETE", &at, None).await, 409, "state");
        let two = draft(&program, &channel, "Une galette").await;
        let bypass = format!("/posts/{}/approval-bypass", id(&two));
        let done = program.post(&bypass, &json!({"reason": "Accord donné au téléphone"})).await;
        assert_eq!(read(&done)["state"], "bypassed", "{done:?}");
    }
}
