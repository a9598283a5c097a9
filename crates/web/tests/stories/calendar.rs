//! The calendar: full, moved about, narrowed, changed in one go, read from elsewhere.

use platform::Role;

use crate::support::{Answer, App, Browser, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// A brand with one channel that is posted to by hand.
async fn with_channel(app: &App) -> Browser<'_> {
    let louise = app.set_up().await;
    let mut tx = app.engine.begin().await.unwrap();
    let fields = "id, brand_id, network, network_name, server, remote_account_id, handle, name, mode, state, limits, created_at";
    let limits = r#"{"text":{"unit":"graphemes","max":300},"images":4,"image_bytes":1,"image_side":1,"image_types":[],"alt_text":9,"source":"","learnt_on":""}"#;
    let channel = primitives::Id::<channels::Channel>::from_uuid(uuid::Uuid::from_u128(77));
    tx.execute(
        &format!(
            "INSERT INTO channel ({fields}) SELECT $1, id, 'assisted', 'Réseau', '', 'r', 'fournil', 'R', 'assisted', 'connected', $2, 0 FROM brand ORDER BY id LIMIT 1"
        ),
        database::params![channel, limits],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    louise
}

/// Writes a post and schedules it; its id.
async fn planned(louise: &Browser<'_>, text: &str, date: &str, time: &str) -> String {
    let channel = uuid::Uuid::from_u128(77).to_string();
    let id = drafted(louise, text, &[("channel", &channel)]).await;
    let fields = [("date", date), ("time", time)];
    let answer = louise.post(&at(&format!("posts/{id}/schedule")), &fields).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    id
}

/// Begins a draft; its id.
async fn drafted(louise: &Browser<'_>, text: &str, more: &[(&str, &str)]) -> String {
    let mut fields = vec![("text", text)];
    fields.extend(more);
    let answer = louise.post(&at("posts/draft"), &fields).await;
    assert_eq!(answer.status, 201, "{answer:?}");
    let location = answer.location();
    location.split("/posts/").nth(1).unwrap().split('/').next().unwrap().to_owned()
}

/// Sends a form as our script does.
async fn by_script(who: &Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
    let request = http::Request::post(path)
        .header("x-requested-with", "fetch")
        .header("x-csrf-token", who.token().await)
        .header("content-type", "application/x-www-form-urlencoded");
    who.send(request.body(crate::support::form(fields).into()).unwrap()).await
}

#[tokio::test]
async fn a_month_of_ten_thousand_publications_is_shown_with_right_counts_and_few_chips() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let mut tx = app.engine.begin().await.unwrap();
    // Ten thousand publications of ten thousand posts over 20 days, on ten channels.
    for statement in [
        "INSERT INTO post (id, brand_id, text, state, source, created_at, updated_at)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
         SELECT CAST(printf('post%012d', i) AS BLOB), (SELECT MIN(id) FROM brand), 'Fournée du jour, tout juste sortie du four', 'scheduled', 'written', 0, 0 FROM n",
        "INSERT INTO channel (id, brand_id, network, network_name, server, remote_account_id, handle, name, mode, state, limits, created_at)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
         SELECT CAST(printf('chan%012d', i) AS BLOB), (SELECT MIN(id) FROM brand), 'assisted', 'Réseau', '', 'r' || i, 'r' || i, 'R', 'assisted', 'connected',
         '{\"text\":{\"unit\":\"graphemes\",\"max\":300},\"images\":4,\"image_bytes\":1,\"image_side\":1,\"image_types\":[],\"alt_text\":9,\"source\":\"\",\"learnt_on\":\"\"}', 0 FROM n",
        "INSERT INTO publication (id, brand_id, channel_id, purpose, post_id, state, due_at, content, created_at, updated_at)
         SELECT CAST(printf('publ%012d', substr(CAST(p.id AS TEXT), 5) + 0) AS BLOB), p.brand_id, CAST(printf('chan%012d', 1 + (substr(CAST(p.id AS TEXT), 5) + 0) % 10) AS BLOB), 'post', p.id, 'planned',
         1796202000000000 + 86400000000 * ((substr(CAST(p.id AS TEXT), 5) + 0) % 20) + 1000000 * ((substr(CAST(p.id AS TEXT), 5) + 0) / 20), '{\"text\":\"\"}', 0, 0 FROM post p",
    ] {
        tx.execute(statement, Vec::new()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let begun = std::time::Instant::now();
    let page = louise.get(&at("calendar?view=month&date=2026-12-10")).await;
    let took = begun.elapsed();
    assert!(page.says("10 000 publications"), "{page:?}");
    assert!(page.says("498 de plus"), "five hundred a day, two shown: {page:?}");
    assert!(page.text.len() < 100_000, "{} bytes", page.text.len());
    assert!(took.as_secs() < 3, "{took:?} even without optimisation");
    for view in ["week", "day", "list"] {
        let page = louise.get(&at(&format!("calendar?view={view}&date=2026-12-10"))).await;
        assert_eq!(page.status, 200);
        assert!(page.text.len() < 160_000, "{view}: {} bytes", page.text.len());
    }
}

#[tokio::test]
async fn every_view_shows_what_is_planned_and_what_is_meant_and_each_day_s_name() {
    for app in App::on_each_engine().await {
        let louise = with_channel(&app).await;
        planned(&louise, "La bûche est arrivée", "2026-12-24", "09:30").await;
        let idea = drafted(&louise, "Raconter le levain", &[]).await;
        for view in ["month", "week", "day", "list"] {
            let page = louise.get(&at(&format!("calendar?view={view}&date=2026-12-24"))).await;
            assert!(page.says("La bûche est arrivée"), "{view}: {page:?}");
            assert!(page.says("Raconter le levain"), "{view}: the idea is beside: {page:?}");
            assert!(page.says("Réveillon de Noël"), "{view}: {page:?}");
        }
        let fields = [("date", "2026-12-24")];
        let answer = by_script(&louise, &at(&format!("posts/{idea}/wanted")), &fields).await;
        assert_eq!(answer.status, 204, "{answer:?}");
        let page = louise.get(&at("calendar?view=month&date=2026-12-24")).await;
        assert!(page.text.contains("data-state=\"draft\" data-draggable=\"d\""), "{page:?}");
        assert!(page.says("9 h</time> <span class=\"chip-text\">Raconter le levain</span><span class=\"visually-hidden\">, Brouillon"), "at nine: {page:?}");
        let past =
            by_script(&louise, &at(&format!("posts/{idea}/wanted")), &[("date", "2026-11-01")])
                .await;
        assert_eq!(past.status, 422);
        assert!(past.says("Ce jour est passé"), "{past:?}");
        let answer = by_script(&louise, &at(&format!("posts/{idea}/wanted/end")), &[]).await;
        assert_eq!(answer.status, 204);
        let page = louise.get(&at("calendar?view=ideas")).await;
        assert!(page.says("Raconter le levain"), "{page:?}");
    }
}

#[tokio::test]
async fn filters_are_in_the_address_and_can_be_put_off_one_by_one() {
    let app = App::start().await;
    let louise = with_channel(&app).await;
    planned(&louise, "La bûche est arrivée", "2026-12-24", "09:30").await;
    let page = louise.get(&at("calendar?date=2026-12-24&state=draft&ideas=none")).await;
    assert!(!page.says("La bûche est arrivée"), "{page:?}");
    assert!(page.says("Un filtre en place"), "{page:?}");
    let page = louise.get(&at("calendar?date=2026-12-24&state=planned&format=text")).await;
    assert!(page.says("La bûche est arrivée"));
    assert!(
        page.text.contains("view=month&amp;date=2026-12-24&amp;format=text\""),
        "one off: {page:?}"
    );
    let page = louise.get(&at("calendar?date=2026-12-24&state=nonsense&author=nobody")).await;
    assert!(page.says("La bûche est arrivée"), "what makes no sense narrows nothing");
}

#[tokio::test]
async fn an_idea_is_noted_a_day_becomes_a_draft_and_both_can_be_undone() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let page = louise.post(&at("calendar/ideas"), &[("text", "Une recette de grand-mère")]).await;
    let page = louise.follow(page).await;
    assert!(page.says("Idée notée"), "{page:?}");
    assert!(page.says("Une recette de grand-mère"));
    let days = louise.get(&at("calendar/days")).await;
    assert!(days.says("Soldes d’hiver") && days.says("jusqu’au 2 février 2027"), "{days:?}");
    assert!(!days.says("Journée mondiale du pain"), "not until it is asked for");
    let fields = [("moment", "winter-sales"), ("date", "2027-01-06"), ("back", "calendar/days")];
    let answer = louise.post(&at("calendar/ideas"), &fields).await;
    assert_eq!(answer.location(), at("calendar/days"));
    let page = louise.get(&at("calendar?view=list&date=2027-01-05&ideas=none")).await;
    assert!(page.says("Soldes d’hiver") && page.says("Brouillon"), "{page:?}");
    let answer = louise.post(&at("calendar/days"), &[("family", "world_days")]).await;
    let page = louise.follow(answer).await;
    assert!(!page.says("Soldes d’hiver"), "{page:?}");
    let page = louise.get(&at("calendar/days?from=2027-10-01")).await;
    assert!(page.says("Journée mondiale du pain"), "{page:?}");
    let elsewhere = [("text", "x"), ("back", "https://ailleurs.example")];
    let answer = louise.post(&at("calendar/ideas"), &elsewhere).await;
    assert_eq!(answer.location(), at("calendar"), "never led elsewhere");
}

#[tokio::test]
async fn a_copy_is_a_draft_on_the_day_it_was_dropped_on() {
    let app = App::start().await;
    let louise = with_channel(&app).await;
    let post = planned(&louise, "Pain de seigle", "2026-12-01", "09:30").await;
    let fields = [("post", post.as_str()), ("date", "2026-12-08")];
    let answer = by_script(&louise, &at("calendar/copies"), &fields).await;
    assert_eq!(answer.status, 201, "{answer:?}");
    assert!(answer.says("Copie en brouillon pour mardi 8 décembre"), "{answer:?}");
    let page = louise.get(&at("calendar?view=month&date=2026-12-08&ideas=none")).await;
    assert!(page.says("9 h 30</time> <span class=\"chip-text\">Pain de seigle</span><span class=\"visually-hidden\">, Réseau, Programmée"), "{page:?}");
    assert!(page.says("9 h 30</time> <span class=\"chip-text\">Pain de seigle</span><span class=\"visually-hidden\">, Réseau, Brouillon"), "the same hour: {page:?}");
    let form = louise.get(&at(&format!("calendar/copies/new?post={post}"))).await;
    assert!(form.text.contains("value=\"2026-12-01\""), "{form:?}");
    let past = [("post", post.as_str()), ("date", "2026-11-02"), ("time", "09:00")];
    let refused = louise.post(&at("calendar/copies"), &past).await;
    assert_eq!(refused.status, 422);
    assert!(refused.says("Ce jour est passé"));
}

#[tokio::test]
async fn several_are_shifted_held_and_taken_away_with_one_undo() {
    let app = App::start().await;
    let louise = with_channel(&app).await;
    let one = planned(&louise, "Un", "2026-12-01", "09:00").await;
    let two = planned(&louise, "Deux", "2026-12-02", "10:00").await;
    let both = [("post", one.as_str()), ("post", two.as_str())];
    let mut fields = both.to_vec();
    fields.extend([
        ("do", "shift"),
        ("days", "2"),
        ("hours", "1"),
        ("back", "calendar?view=list&date=2026-12-01"),
    ]);
    let answer = louise.post(&at("calendar/changes"), &fields).await;
    assert_eq!(answer.location(), at("calendar?view=list&date=2026-12-01"));
    let page = louise.follow(answer).await;
    assert!(page.says("2 publications déplacées"), "{page:?}");
    assert!(page.says("jeudi 3 décembre") && page.says("10 h"), "{page:?}");
    let undo = page.between("<form method=\"post\" action=\"", "\"").to_owned();
    let undo = page
        .text
        .match_indices("/calendar/changes/")
        .map(|(n, _)| &page.text[n..])
        .find(|rest| rest.contains("/end\""))
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .unwrap_or(undo);
    let page = louise.post(&format!("/b/{LE_FOURNIL}{undo}"), &[]).await;
    let page = louise.follow(page).await;
    assert!(page.says("2 publications rétablies"), "{page:?}");
    let mut fields = both.to_vec();
    fields.push(("do", "hold"));
    let page = louise.post(&at("calendar/changes"), &fields).await;
    let page = louise.follow(page).await;
    assert!(page.says("2 publications sont retenues"), "{page:?}");
    let none = louise.post(&at("calendar/changes"), &[("do", "remove")]).await;
    assert!(louise.follow(none).await.says("Aucune publication n’était choisie"));
    let unclear = [("post", one.as_str()), ("do", "shift"), ("days", "0")];
    let unclear = louise.post(&at("calendar/changes"), &unclear).await;
    assert!(louise.follow(unclear).await.says("Dites de combien décaler"));
}

#[tokio::test]
async fn what_is_held_gets_a_second_look_each() {
    for app in App::on_each_engine().await {
        let louise = with_channel(&app).await;
        let post = planned(&louise, "Bûche au praliné", "2026-12-01", "09:00").await;
        louise.post(&at("calendar/changes"), &[("post", &post), ("do", "hold")]).await;
        let page = louise.get(&at("calendar/held")).await;
        assert!(
            page.says("Bûche au praliné") && page.says("Suspendue par une personne"),
            "{page:?}"
        );
        let publication = page.between("/calendar/held/", "\"").to_owned();
        let address = at(&format!("calendar/held/{publication}"));
        let past = [("do", "move"), ("date", "2026-11-01"), ("time", "09:00")];
        let refused = louise.post(&address, &past).await;
        assert_eq!(refused.status, 422, "{refused:?}");
        let later = [("do", "move"), ("date", "2026-12-03"), ("time", "18:00")];
        let page = louise.post(&address, &later).await;
        let page = louise.follow(page).await;
        assert!(
            page.says("Programmée jeudi 3 décembre à 18 h") && page.says("Rien à relire"),
            "{page:?}"
        );
        let again = louise.post(&address, &[("do", "release")]).await;
        assert!(louise.follow(again).await.says("avait changé entre-temps"));
        // The toast's undo says nothing but the address: it is held again.
        let undo = louise.post(&address, &[]).await;
        assert!(louise.follow(undo).await.says("Retenue de nouveau"));
        let cancelled = louise.post(&address, &[("do", "cancel")]).await;
        assert!(louise.follow(cancelled).await.says("Envoi annulé"));
    }
}

#[tokio::test]
async fn a_paused_brand_says_so_and_leads_to_what_it_holds() {
    let app = App::start().await;
    let louise = app.set_up().await;
    louise.post(&at("pause"), &[("reason", "panne du four")]).await;
    let page = louise.get(&at("calendar")).await;
    assert!(page.text.contains("/calendar/held\""), "{page:?}");
    assert!(!page.says("Tout suspendre"), "it is already");
}

#[tokio::test]
async fn calendar_programs_read_the_secret_address_and_nothing_else() {
    for app in App::on_each_engine().await {
        let louise = with_channel(&app).await;
        planned(&louise, "La bûche, la vraie; et ses amis\nune longue ligne pour que le fichier doive la plier en plusieurs morceaux de soixante-quinze octets", "2026-12-24", "09:30").await;
        drafted(&louise, "Brouillon secret", &[]).await;
        let page = louise.post(&at("calendar/subscription"), &[("with_days", "yes")]).await;
        let page = louise.follow(page).await;
        let path = page.between("http://parvis.test/calendars/", "<").to_owned();
        let path = format!("/calendars/{path}");
        let nobody = app.browser("192.0.2.77");
        let feed = nobody.get(&path).await;
        assert_eq!(feed.status, 200, "{feed:?}");
        assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
        let text = &feed.text;
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{text}");
        assert!(text.contains("DTSTART:20261224T083000Z"), "UTC: {text}");
        assert!(text.contains("La bûche\\, la vraie\\; et ses amis"), "escaped: {text}");
        assert!(text.lines().all(|line| line.len() <= 76), "folded: {text}");
        assert!(text.contains("Noël") && text.contains("DTSTART;VALUE=DATE:20261225"), "{text}");
        assert!(!text.contains("secret"), "drafts stay inside");
        let uid = text.split("UID:").nth(1).unwrap().split('\r').next().unwrap().to_owned();
        // Unchanged, it is not sent again.
        let tag = feed.headers["etag"].to_str().unwrap().to_owned();
        app.engine.ambient().advance(jiff::SignedDuration::from_mins(20));
        let known = app.browser("192.0.2.77").with("if-none-match", &tag);
        assert_eq!(known.get(&path).await.status, 304);
        let list = louise.get(&at("calendar?view=list&ideas=none")).await;
        let post = list.between("name=\"post\" value=\"", "\"").to_owned();
        let moved = [("date", "2026-12-23"), ("time", "10:00")];
        louise.post(&at(&format!("posts/{post}/schedule")), &moved).await;
        let feed = known.get(&path).await;
        assert_eq!(feed.status, 200, "it changed");
        assert!(
            feed.text.contains(&uid) && feed.text.contains("DTSTART:20261223T090000Z"),
            "the same event moved"
        );
        louise.post(&at("calendar/subscription"), &[]).await;
        assert_eq!(nobody.get(&path).await.status, 404, "the old address opens nothing");
        assert_eq!(nobody.get("/calendars/devinette/parvis.ics").await.status, 404);
        let mut last = 0;
        for _ in 0..70 {
            last = nobody.get(&path).await.status;
        }
        assert_eq!(last, 429, "nor does guessing get far");
    }
}

#[tokio::test]
async fn a_reader_looks_and_moves_nothing() {
    let app = App::start().await;
    let louise = with_channel(&app).await;
    let post = planned(&louise, "Un", "2026-12-01", "09:00").await;
    let reader = app.joins("paul", Role::ReadOnly, &louise).await;
    let page = reader.get(&at("calendar?view=list&date=2026-12-01")).await;
    assert!(page.says("Un") && !page.text.contains("id=\"changes\""), "{page:?}");
    assert!(!page.text.contains("data-draggable"));
    let shift = [("post", post.as_str()), ("do", "shift"), ("days", "1")];
    assert_eq!(reader.post(&at("calendar/changes"), &shift).await.status, 403);
    assert_eq!(reader.post(&at("calendar/ideas"), &[("text", "x")]).await.status, 403);
    assert_eq!(reader.post(&at("calendar/subscription"), &[]).await.status, 403);
    assert_eq!(reader.get(&at("calendar/subscription")).await.status, 403);
}

#[test]
fn every_day_that_is_known_has_its_name_in_both_languages() {
    use primitives::Language;
    for language in Language::ALL {
        let words = web::words::Words::new(language);
        let clocks = ["clocks-forward", "clocks-back"];
        let keys = publishing::holidays::MARKERS.iter().map(|marker| marker.key).chain(clocks);
        for key in keys {
            assert!(words.has(&format!("moment-{key}")), "{language}: {key}");
        }
    }
}
