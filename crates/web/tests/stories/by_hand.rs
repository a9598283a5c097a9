//! Posting by hand, as a phone without script meets it.

use channels::Publication;
use jiff::SignedDuration;
use platform::{Brand, Role};
use primitives::Id;
use publishing::letter::{HandLetter, Letter};
use serde_json::json;
use web::letters::Desk;

use crate::api::{Program, problem, read};
use crate::posts::{account, draft};
use crate::support::{App, Browser, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// A post that has come due on Louise's Instagram account, and whose reminder has left.
async fn due(louise: &Browser<'_>, channel: &str, text: &str) -> Id<Publication> {
    let app = louise.app;
    let before = publications(app).await;
    draft(louise, &[("text", text), ("channel", channel), ("do", "now")]).await;
    let id = publications(app).await.into_iter().find(|id| !before.contains(id)).unwrap();
    channels::publication::deliver(&app.house.kit, id).await.unwrap();
    let brand = brand(app).await;
    publishing::by_hand::remind(id, brand, app.house.database()).await.unwrap();
    id
}

async fn publications(app: &App) -> Vec<Id<Publication>> {
    let mut tx = app.engine.read().await.unwrap();
    let rows = tx.query("SELECT id FROM publication ORDER BY id", Vec::new()).await.unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

async fn brand(app: &App) -> Id<Brand> {
    Brand::all(&mut app.engine.read().await.unwrap()).await.unwrap()[0].id
}

/// The letter that tells Louise of it, written; its link.
async fn link(app: &App, publication: Id<Publication>, has_server: bool) -> Option<String> {
    let mut tx = app.engine.read().await.unwrap();
    let rows = tx.query("SELECT teammate_id FROM membership ORDER BY 1", Vec::new()).await.unwrap();
    let to = rows[0].get(0).unwrap();
    drop(tx);
    let desk = Desk::new(&app.house.kit, "http://parvis.test".to_owned(), has_server);
    let letter = Letter::ByHand { publication, to, why: HandLetter::Due };
    desk.write(&letter, brand(app).await).await.unwrap();
    let jobs = app.rows(&["job"]).await;
    let token = jobs.rsplit("http://parvis.test/to-post/").next()?;
    let token: String =
        token.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    has_server.then(|| format!("/to-post/{token}"))
}

#[tokio::test]
async fn the_screen_gives_everything_to_copy_and_asks_about_a_link_of_another_site() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        assert!(!louise.get(&at("posts")).await.says("À publier à la main"));
        let channel = account(&louise).await;
        let own = format!("own-{channel}");
        let text = "La bûche est là #noel #nantes";
        let first = due(&louise, &channel, text).await;
        let list = louise.get(&at("to-post")).await;
        assert!(list.says(text) && list.says("À publier maintenant"), "{list:?}");
        assert!(list.text.contains("count-hot"), "the sidebar counts it");
        let page = louise.get(&at(&format!("to-post/{first}"))).await;
        for words in [text, "#noel #nantes", "Ouvrir Instagram", "C’est publié", "Ce soir, à 18"]
        {
            assert!(page.says(words), "{words} {own}: {page:?}");
        }
        let posted = at(&format!("to-post/{first}/posted"));
        let bad = louise.post(&posted, &[("link", "bientôt")]).await;
        assert!(bad.status == 422 && bad.says("Ce n’est pas un lien"), "{bad:?}");
        let asked = louise.post(&posted, &[("link", "https://ailleurs.example/1")]).await;
        assert!(asked.status == 422 && asked.says("mène à ailleurs.example"), "{asked:?}");
        assert!(asked.text.contains("value=\"https://ailleurs.example/1\""), "kept: {asked:?}");
        let second = due(&louise, &channel, "La galette").await;
        let done = louise.post(&posted, &[("link", "instagram.com/p/1")]).await;
        let page = louise.follow(done).await;
        assert!(page.says("Noté") && page.text.contains("https://instagram.com/p/1"), "{page:?}");
        assert!(page.says("La suivante") && page.says("La galette"), "{page:?}");
        let again = louise.post(&posted, &[]).await;
        assert_eq!(again.status, 409, "{again:?}");
        let reason = [("reason", "Le marché est annulé")];
        let end = at(&format!("to-post/{second}/end"));
        assert_eq!(louise.post(&end, &[]).await.status, 422);
        let page = louise.follow(louise.post(&end, &reason).await).await;
        assert!(page.says("n’est plus à publier"), "{page:?}");
    }
}

#[tokio::test]
async fn it_is_put_off_handed_over_and_told_of_on_the_screen() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let ines = app.joins("ines", Role::CommunityManager, &louise).await;
        let reader = app.joins("paul", Role::ReadOnly, &louise).await;
        let id = due(&louise, &channel, "La fournée de midi").await;
        let address = at(&format!("to-post/{id}"));
        let quarter = louise.post(&format!("{address}/snooze"), &[("for", "15m")]).await;
        let page = louise.follow(quarter).await;
        assert!(page.says("Reportée : rappel"), "{page:?}");
        let morning = [("for", "morning")];
        let asked = louise.post(&format!("{address}/snooze"), &morning).await;
        assert!(asked.status == 422 && asked.says("change de jour"), "{asked:?}");
        let sure = [("for", "morning"), ("sure", "1")];
        louise.follow(louise.post(&format!("{address}/snooze"), &sure).await).await;
        let past = [("at", "2020-01-01T09:00")];
        let past = louise.post(&format!("{address}/snooze"), &past).await;
        assert!(past.status == 422 && past.says("Cette heure est passée"), "{past:?}");
        let page = louise.get(&address).await;
        let to = page.between("<option value=\"", "\"").to_owned();
        let passed = louise.post(&format!("{address}/assignee"), &[("to", &to)]).await;
        let page = louise.follow(passed).await;
        assert!(page.says("Passée à ines") && page.says("Pour ines"), "{page:?}");
        let news = ines.get(&at("notifications")).await;
        assert!(news.says("On vous confie"), "{news:?}");
        assert!(louise.get(&at("to-post")).await.says("Rien ne vous attend"));
        assert!(ines.get(&at("to-post")).await.says("La fournée de midi"));
        let page = reader.get(&address).await;
        assert!(page.says("demandez à quelqu’un") && !page.says("Y renoncer"), "{page:?}");
        for action in ["posted", "snooze", "assignee", "end"] {
            let to = format!("{address}/{action}");
            let fields = [("for", "15m"), ("to", to.as_str()), ("reason", "x")];
            let refused = reader.post(&to, &fields).await.status;
            assert!(matches!(refused, 403 | 422), "{action}: {refused}");
        }
        let story = louise.get(&at(&format!("publications/{id}"))).await;
        assert!(story.says("Rappel envoyé") && story.says("Passée à quelqu’un"), "{story:?}");
    }
}

#[tokio::test]
async fn from_a_signed_link_on_a_phone_without_a_session_the_link_is_pasted_and_it_is_published() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let id = due(&louise, &channel, "La bûche de Noël").await;
        let other = due(&louise, &channel, "Une autre histoire").await;
        let address = link(&app, id, true).await.unwrap();
        let token = address.rsplit('/').next().unwrap();
        assert!(!app.rows(&["signed_link"]).await.contains(token), "only its hash is kept");
        let phone = app.browser("192.0.2.55");
        let tables = ["publication", "hand_posting", "signed_link", "notification"];
        let before = app.rows(&tables).await;
        let page = phone.get(&address).await;
        assert!(page.says("La bûche de Noël") && page.says("C’est publié"), "{page:?}");
        assert!(page.text.contains("noindex") && !page.says("Une autre histoire"), "{page:?}");
        assert_eq!(app.rows(&tables).await, before, "a scanner of letters changes nothing");
        // It opens this one and nothing else.
        assert_eq!(phone.get(&at(&format!("to-post/{other}"))).await.status, 303);
        assert_eq!(phone.get(&at("to-post")).await.status, 303);
        let quarter = phone.post(&format!("{address}/snooze"), &[("for", "15m")]).await;
        assert!(phone.follow(quarter).await.says("Reportée : rappel"));
        let elsewhere = [("link", "https://ailleurs.example/1")];
        let asked = phone.post(&format!("{address}/posted"), &elsewhere).await;
        assert!(asked.status == 422 && asked.says("Est-ce la bonne adresse"), "{asked:?}");
        let pasted = [("link", "https://www.instagram.com/p/1/")];
        let done = phone.post(&format!("{address}/posted"), &pasted).await;
        let page = phone.follow(done).await;
        assert!(page.says("Ce lien ne sert plus") && page.says("c’est publié"), "{page:?}");
        assert!(!page.says("La bûche de Noël"), "{page:?}");
        let again = phone.post(&format!("{address}/posted"), &pasted).await;
        assert_eq!(again.status, 409, "{again:?}");
        let page = louise.get(&at(&format!("to-post/{id}"))).await;
        assert!(page.text.contains("https://www.instagram.com/p/1/"), "{page:?}");
        assert_eq!(phone.get("/to-post/rien").await.status, 404);
    }
}

#[tokio::test]
async fn a_link_that_has_had_its_time_says_so() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let channel = account(&louise).await;
    let id = due(&louise, &channel, "La bûche de Noël").await;
    let address = link(&app, id, true).await.unwrap();
    app.engine.ambient().advance(SignedDuration::from_hours(8 * 24));
    let page = app.browser("192.0.2.55").get(&address).await;
    assert!(page.status == 200 && page.says("Ce lien ne sert plus"), "{page:?}");
}

/// A browser as it is known at its push service.
const BROWSER: [(&str, &str); 3] = [
    ("endpoint", "https://push.example.net/louise"),
    (
        "p256dh",
        "BLn9b-VR0ca83knDNZ32dCHGyjJp-1riX9ZTN40MqV8K_LpQmLqxC_DoHvqvFXO_nGdAB4W9dogZb_sM-uV4JbY",
    ),
    ("auth", "_ordMnz7uTCmrpBTeUV4Bw"),
];

#[tokio::test]
async fn a_device_is_turned_on_told_without_a_mail_server_and_turned_off() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let page = louise.get("/account/devices").await;
        assert!(page.says("Sur l’écran d’accueil") && page.says("Aucun appareil"), "{page:?}");
        let key = page.between("data-push=\"", "\"").to_owned();
        assert_eq!(key.len(), 87);
        let bad = [("endpoint", "ftp://a"), ("p256dh", "x"), ("auth", "y")];
        assert_eq!(louise.post("/account/devices", &bad).await.status, 400);
        let page = louise.follow(louise.post("/account/devices", &BROWSER).await).await;
        assert!(page.says("sont activées sur cet appareil"), "{page:?}");
        assert!(page.says("Firefox of the story"), "{page:?}");
        assert_eq!(page.between("data-push=\"", "\""), key, "one key for good");
        let id = due(&louise, &channel, "La bûche de Noël").await;
        assert!(link(&app, id, false).await.is_none());
        let jobs = app.rows(&["job"]).await.replace("\\u{a0}", " ");
        assert!(jobs.contains("send_push") && jobs.contains("À publier sur Instagram"), "{jobs}");
        assert!(!jobs.contains("send_mail"), "{jobs}");
        let device = page.between("/account/devices/", "/trial").to_owned();
        let tried = louise.post(&format!("/account/devices/{device}/trial"), &[]).await;
        assert!(louise.follow(tried).await.says("Essai envoyé"));
        let ines = app.joins("ines", Role::CommunityManager, &louise).await;
        let theirs = format!("/account/devices/{device}/end");
        assert_eq!(ines.post(&theirs, &[]).await.status, 404);
        let page = louise.follow(louise.post(&theirs, &[]).await).await;
        assert!(page.says("Aucun appareil"), "{page:?}");
    }
}

#[tokio::test]
async fn who_posts_and_who_is_told_is_set_by_those_who_run_the_brand() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let ines = app.joins("ines", Role::CommunityManager, &louise).await;
        assert_eq!(ines.get(&at("to-post/settings")).await.status, 403);
        let page = louise.get(&at("to-post/settings")).await;
        assert!(page.says("10 minutes") && page.says("Instagram · fournil"), "{page:?}");
        let theirs = page.text.split("ines</option>").next().unwrap();
        let theirs = theirs.rsplit("value=\"").next().unwrap().split('"').next().unwrap();
        let own = format!("channel-{channel}");
        let refused = louise.post(&at("to-post/settings"), &[("after", "99999")]).await;
        assert!(refused.status == 422 && refused.says("10 080"), "{refused:?}");
        let fields = [("after", "120"), (own.as_str(), theirs)];
        let saved = louise.post(&at("to-post/settings"), &fields).await;
        assert_eq!(saved.location(), at("to-post"), "{saved:?}");
        due(&louise, &channel, "La fournée").await;
        assert!(ines.get(&at("to-post")).await.says("La fournée"));
        assert!(louise.get(&at("to-post")).await.says("Rien ne vous attend"));
        assert!(louise.get(&at("to-post?whose=all")).await.says("La fournée"));
    }
}

#[tokio::test]
async fn programs_see_put_off_and_confirm_what_is_posted_by_hand() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let id = due(&louise, &channel, "La fournée").await;
        let program = Program::of(&louise, &["posts:read", "posts:write"]).await;
        let list = read(&program.get("/to-post").await);
        assert_eq!(list["items"][0]["stage"], "due", "{list}");
        let path = format!("/to-post/{id}");
        let late = program.post(&format!("{path}/snooze"), &json!({"until": "morning"})).await;
        assert_eq!(problem(&late, 422, "invalid")["errors"][0]["code"], "other_day");
        let off = program.post(&format!("{path}/snooze"), &json!({"until": "1h"})).await;
        assert_eq!(read(&off)["stage"], "snoozed", "{off:?}");
        let stranger = json!({"teammate": id.to_string()});
        let nobody = program.post(&format!("{path}/assignee"), &stranger).await;
        assert_eq!(problem(&nobody, 422, "invalid")["errors"][0]["code"], "no_such_teammate");
        let posted = format!("{path}/posted");
        let other = program.post(&posted, &json!({"url": "https://ailleurs.example/1"})).await;
        assert_eq!(problem(&other, 422, "invalid")["errors"][0]["code"], "other_site");
        let done = json!({"url": "https://ailleurs.example/1", "sure": true});
        assert_eq!(read(&program.post(&posted, &done).await)["stage"], "posted");
        problem(&program.post(&posted, &done).await, 409, "state");
        let reader = Program::of(&louise, &["posts:read"]).await;
        problem(
            &reader.post(&format!("{path}/end"), &json!({"reason": "x"})).await,
            403,
            "missing-scope",
        );
        assert_eq!(read(&reader.get(&path).await)["stage"], "posted");
    }
}

#[tokio::test]
async fn the_worker_of_notifications_is_served_for_the_whole_house() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let page = louise.get(&at("posts")).await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("worker-src 'self'") && policy.contains("manifest-src 'self'"));
    let worker = louise.get("/sw.js").await;
    // Without scripts built there is none, and the page says what it can't do.
    if worker.status == 200 {
        assert!(worker.headers["content-type"].to_str().unwrap().starts_with("text/javascript"));
        assert_eq!(worker.headers["cache-control"], "no-cache");
    }
}
