//! Agreements, comments and client links, as browsers without script meet them.

use platform::Role;
use primitives::Id;
use publishing::approval::Request;
use publishing::letter::Letter;
use web::letters::Desk;

use crate::posts::{account, draft};
use crate::support::{App, Browser, LE_FOURNIL};

const WHEN: [(&str, &str); 2] = [("date", "2026-12-24"), ("time", "09:00")];

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// A draft of hers for the account, and its agreement asked for Christmas Eve.
async fn asked(who: &Browser<'_>, channel: &str, text: &str) -> String {
    let post = draft(who, &[("text", text), ("channel", channel), ("do", "draft")]).await;
    let answer = who.post(&format!("{post}/approval"), &WHEN).await;
    assert_eq!(answer.location(), format!("{post}/discussion"), "{answer:?}");
    post
}

/// Asks a client, by name, for everything.
async fn asks_a_client(louise: &Browser<'_>) {
    let path =
        [("scope", "brand"), ("outside-0", "Paul Duval <paul@duval.example>"), ("mode-0", "any")];
    let answer = louise.post(&at("settings/approvals/path"), &path).await;
    assert_eq!(answer.status, 303, "{answer:?}");
}

/// A client's link to everything, comments and agreements allowed; its address.
async fn window(louise: &Browser<'_>) -> String {
    let form = [
        ("name", "Paul Duval"),
        ("company", "Duval SA"),
        ("email", "paul@duval.example"),
        ("language", "fr"),
        ("life", "month"),
        ("may_comment", "yes"),
        ("may_approve", "yes"),
    ];
    let answer = louise.post(&at("settings/portals"), &form).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    format!(
        "/portal/{}",
        answer.between("http://parvis.test/portal/", "\"").split(['<', ' ']).next().unwrap()
    )
}

fn seen(page: &crate::support::Answer) -> String {
    page.between("name=\"seen\" value=\"", "\"").to_owned()
}

#[tokio::test]
async fn a_contributor_asks_and_the_one_who_runs_the_brand_agrees() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let answer = louise.post(&at("settings/approvals/simple"), &[("who", "managers")]).await;
        let page = louise.follow(answer).await;
        assert!(page.says("qui gère la marque"), "{page:?}");
        let ines = app.joins("ines", Role::Contributor, &louise).await;
        let post =
            draft(&ines, &[("text", "La bûche"), ("channel", &channel), ("do", "draft")]).await;
        let composer = ines.get(&post).await;
        assert!(composer.says("Demander l’accord"), "{composer:?}");
        let page = ines.get(&format!("{post}/approval")).await;
        assert!(page.says("qui gère la marque") && !page.says("sans attendre"), "{page:?}");
        let past = ines
            .post(&format!("{post}/approval"), &[("date", "2020-01-01"), ("time", "09:00")])
            .await;
        assert!(past.status == 422 && past.says("Cette heure est passée"), "{past:?}");
        let answer = ines.post(&format!("{post}/approval"), &WHEN).await;
        let page = ines.follow(answer).await;
        assert!(page.says("En attente de l’accord de Louise Moreau"), "{page:?}");
        assert!(louise.get(&format!("/b/{LE_FOURNIL}")).await.says("Une publication à relire"));
        let list = louise.get(&at("approvals")).await;
        assert!(list.says("La bûche") && list.says("jeudi 24 décembre à 9 h"), "{list:?}");
        let action = list.between("class=\"answer-form stack\" method=\"post\" action=\"", "\"");
        let (action, seen) = (action.to_owned(), seen(&list));
        let hers = ines.post(&action, &[("answer", "agree"), ("seen", &seen)]).await;
        assert!(hers.status == 422 && hers.says("pas attendue"), "{hers:?}");
        let mute = louise.post(&action, &[("answer", "changes"), ("seen", &seen)]).await;
        assert!(mute.status == 422 && mute.says("Dites ce qu’il faut changer"), "{mute:?}");
        let answer = louise.post(&action, &[("answer", "agree"), ("seen", &seen)]).await;
        let page = louise.follow(answer).await;
        assert!(page.says("L’accord est donné"), "{page:?}");
        let page = louise.get(&post).await;
        assert!(page.says("Programmée") && page.says("Accord demandé"), "{page:?}");
        let past = louise.get(&at("approvals?show=past")).await;
        assert!(past.says("Accord donné"), "{past:?}");
    }
}

#[tokio::test]
async fn who_may_publish_is_told_who_must_agree_first_and_an_owner_may_go_without() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        asks_a_client(&louise).await;
        let karim = app.joins("karim", Role::CommunityManager, &louise).await;
        let fields = [
            ("text", "La bûche"),
            ("channel", channel.as_str()),
            WHEN[0],
            WHEN[1],
            ("do", "schedule"),
        ];
        let answer = karim.post(&at("posts/new"), &fields).await;
        assert!(
            answer.status == 422 && answer.says("Paul Duval doit d’abord donner"),
            "{answer:?}"
        );
        let post = asked(&karim, &channel, "Fermé aujourd’hui").await;
        let sneaky = [("reason", "Vite"), WHEN[0], WHEN[1]];
        assert_eq!(karim.post(&format!("{post}/approval/bypass"), &sneaky).await.status, 403);
        let mute = louise.post(&format!("{post}/approval/bypass"), &WHEN).await;
        assert!(mute.status == 422 && mute.says("Dites pourquoi"), "{mute:?}");
        let why = [("reason", "Coupure d’eau"), WHEN[0], WHEN[1]];
        let answer = louise.post(&format!("{post}/approval/bypass"), &why).await;
        let page = louise.follow(answer).await;
        assert!(page.says("Programmée") && page.says("Coupure d’eau"), "{page:?}");
    }
}

#[tokio::test]
async fn a_letter_opens_one_post_to_one_person_and_looking_changes_nothing() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        asks_a_client(&louise).await;
        let post = asked(&louise, &channel, "La bûche de Noël").await;
        let (brand, request) = the_request(&app).await;
        let key = request.awaited()[0].key.clone();
        let desk = Desk::new(&app.house.kit, "http://parvis.test".to_owned(), true);
        let letter = Letter::Asked { request: request.id, key, reminder: false };
        desk.write(&letter, brand).await.unwrap();
        let jobs = app.rows(&["job"]).await;
        for words in
            ["Louise Moreau vous demande", "24 décembre", "La bûche de Noël", "\"Paul Duval\\"]
        {
            assert!(jobs.replace("\\u{a0}", " ").contains(words), "{words} is not in {jobs}");
        }
        let token = jobs.split("http://parvis.test/approve/").nth(1).unwrap();
        let token: String =
            token.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        assert!(!app.rows(&["signed_link"]).await.contains(&token), "only its hash is kept");
        let paul = app.browser("192.0.2.77");
        let address = format!("/approve/{token}");
        let tables = ["approval_request", "approval_answer", "post", "publication", "signed_link"];
        let before = app.rows(&tables).await;
        let page = paul.get(&address).await;
        assert!(page.says("La bûche de Noël") && page.says("Donner son accord"), "{page:?}");
        assert!(page.text.contains("noindex") && !page.text.contains(LE_FOURNIL), "{page:?}");
        assert_eq!(page.headers["referrer-policy"], "same-origin", "or browsers disown its forms");
        assert_eq!(app.rows(&tables).await, before, "a scanner of letters changes nothing");
        let said = paul.post(&format!("{address}/comments"), &[("words", "Bien")]).await;
        assert_eq!(said.location(), address);
        let answer = [("answer", "agree"), ("seen", &*seen(&page))];
        let done = paul.post(&address, &answer).await;
        let page = paul.follow(done).await;
        assert!(page.says("a donné son accord"), "{page:?}");
        let page = louise.get(&post).await;
        assert!(
            page.says("Programmée") && page.says("Paul Duval") && page.says("Bien"),
            "{page:?}"
        );
        let twice = paul.post(&address, &answer).await;
        assert!(twice.status == 422 && twice.says("déjà reçu sa réponse"), "{twice:?}");
        assert_eq!(paul.get("/approve/rien").await.status, 404);
        assert_eq!(paul.get(&at("approvals")).await.status, 303, "the house is closed");
    }
}

#[tokio::test]
async fn words_that_changed_while_they_were_read_are_read_again() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        asks_a_client(&louise).await;
        let window = window(&louise).await;
        let post = asked(&louise, &channel, "La bûche à 22 €").await;
        let paul = app.browser("192.0.2.78");
        let id = post.rsplit('/').next().unwrap();
        let page = paul.get(&format!("{window}/posts/{id}")).await;
        let old = seen(&page);
        let composer = louise.get(&post).await;
        let version = composer.between("name=\"version\" value=\"", "\"").to_owned();
        let fields = [
            ("version", version.as_str()),
            ("text", "La bûche à 24 €"),
            ("channel", channel.as_str()),
            ("do", "draft"),
        ];
        louise.post(&post, &fields).await;
        let stale = [("answer", "agree"), ("seen", old.as_str())];
        let again = paul.post(&format!("{window}/posts/{id}/answer"), &stale).await;
        assert!(again.status == 422 && again.says("a changé") && again.says("24 €"), "{again:?}");
        let fresh = [("answer", "agree"), ("seen", &*seen(&again))];
        let done = paul.post(&format!("{window}/posts/{id}/answer"), &fresh).await;
        let page = paul.follow(done).await;
        assert!(page.says("Votre accord est noté"), "{page:?}");
    }
}

#[tokio::test]
async fn a_client_sees_what_is_planned_and_nothing_else_of_the_brand() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let window = window(&louise).await;
        let token = window.rsplit('/').next().unwrap().to_owned();
        let hidden =
            draft(&louise, &[("text", "Secret"), ("channel", &channel), ("do", "draft")]).await;
        let shown = [
            ("text", "La bûche"),
            ("channel", channel.as_str()),
            WHEN[0],
            WHEN[1],
            ("do", "schedule"),
        ];
        let shown = louise.post(&at("posts/new"), &shown).await.location();
        let (shown_id, hidden_id) =
            (shown.rsplit('/').next().unwrap(), hidden.rsplit('/').next().unwrap());
        louise.post(&format!("{shown}/comments"), &[("words", "Entre nous")]).await;
        louise
            .post(&format!("{shown}/comments"), &[("words", "Pour vous"), ("shared", "yes")])
            .await;
        let paul = app.browser("192.0.2.79");
        let page = paul.get(&window).await;
        assert!(page.says("La bûche") && !page.says("Secret"), "{page:?}");
        assert!(page.says("Le Fournil de Louise") && page.text.contains("b3402a"), "{page:?}");
        let post = paul.get(&format!("{window}/posts/{shown_id}")).await;
        assert!(post.says("Pour vous") && !post.says("Entre nous"), "{post:?}");
        assert!(!post.says("Donner son accord"), "nobody asks for anything");
        let said = format!("{window}/posts/{shown_id}/comments");
        paul.post(&said, &[("words", "Très beau")]).await;
        assert!(louise.get(&shown).await.says("Paul Duval (Duval SA)"));
        assert_eq!(paul.get(&format!("{window}/posts/{hidden_id}")).await.status, 404);
        // Every address of the house, with the token as its only key.
        let nobody = Id::<()>::from_uuid(uuid::Uuid::nil()).to_string();
        for route in web::routes().table() {
            // What the interface is like is for everyone to read; what it holds is not.
            if route.access == web::Access::Public || route.path.ends_with("openapi.json") {
                continue;
            }
            let fill = |part: &str| match part.trim_start_matches('{').trim_end_matches('}') {
                same if same == part => part.to_owned(),
                "brand" => LE_FOURNIL.to_owned(),
                "post" => shown_id.to_owned(),
                _ => nobody.clone(),
            };
            let path: String = route.path.split('/').map(fill).collect::<Vec<_>>().join("/");
            let answer = match route.method.as_str() {
                "GET" => paul.get(&format!("{path}?token={token}")).await,
                _ => paul.post(&path, &[("token", &token)]).await,
            };
            assert!(
                matches!(answer.status, 303 | 401 | 403 | 404 | 405 | 415),
                "{} {path}: {}",
                route.method,
                answer.status
            );
            assert!(!answer.says("Secret") && !answer.says("Entre nous"), "{path}");
        }
        let settings = louise.get(&at("settings/portals")).await;
        assert!(settings.says("Ouvert"), "{settings:?}");
        let end = settings.between("/settings/portals/", "/link").to_owned();
        louise.post(&at(&format!("settings/portals/{end}/end")), &[]).await;
        for path in [window.clone(), format!("{window}/posts/{shown_id}")] {
            assert_eq!(paul.get(&path).await.status, 404, "a revoked link shows nothing");
        }
        assert_eq!(paul.post(&said, &[("words", "Encore")]).await.status, 404);
    }
}

#[tokio::test]
async fn a_draft_is_talked_about_and_each_keeps_their_own_words() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let ines = app.joins("Ines", Role::Contributor, &louise).await;
        let reader = app.joins("Rene", Role::ReadOnly, &louise).await;
        let post =
            draft(&louise, &[("text", "La bûche"), ("channel", &channel), ("do", "draft")]).await;
        let empty = louise.post(&format!("{post}/comments"), &[("words", " ")]).await;
        assert!(empty.status == 422 && empty.says("Écrivez quelque chose"), "{empty:?}");
        let answer =
            louise.post(&format!("{post}/comments"), &[("words", "@Ines, la photo <b> ?")]).await;
        let page = louise.follow(answer).await;
        assert!(page.text.contains("@Ines, la photo &lt;b&gt; ?"), "{page:?}");
        let news = ines.get(&at("notifications")).await;
        assert!(news.says("On vous parle d’une publication"), "{news:?}");
        let id = page.between("id=\"c-", "\"").to_owned();
        let words = [("words", "Changé")];
        let hers = ines.post(&format!("{post}/comments/{id}"), &words).await;
        assert_eq!(hers.status, 403, "one's own only: {hers:?}");
        let mute = reader.post(&format!("{post}/comments"), &words).await;
        assert_eq!(mute.status, 403, "{mute:?}");
        louise.post(&format!("{post}/comments/{id}"), &words).await;
        ines.post(&format!("{post}/comments/{id}/resolution"), &[]).await;
        let page = ines.get(&format!("{post}/discussion")).await;
        assert!(page.says("Changé") && page.says("Réglé") && page.says("modifié"), "{page:?}");
        assert!(page.says("Qui a fait quoi"), "{page:?}");
        louise.post(&format!("{post}/comments/{id}/removal"), &[]).await;
        assert!(!ines.get(&format!("{post}/discussion")).await.says("Changé"));
    }
}

/// The one request of the app, with its brand.
async fn the_request(app: &App) -> (Id<platform::Brand>, Request) {
    let mut tx = app.engine.read().await.unwrap();
    let brand = platform::Brand::all(&mut tx).await.unwrap().remove(0).id;
    let system = platform::Actor::system(brand);
    let request = Request::waiting(&system, &mut tx).await.unwrap().remove(0);
    (brand, request)
}
