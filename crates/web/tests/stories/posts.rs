//! Writing, scheduling, following: as a browser without script does it.

use platform::Role;

use crate::support::{App, Browser, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// The smallest JPEG that a camera could have made: a real picture, encoded here.
fn picture() -> Vec<u8> {
    // A 1 × 1 PNG.
    let text = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text).unwrap()
}

/// An account that Louise publishes on by hand; its id.
pub async fn account(louise: &Browser<'_>) -> String {
    use channels::connector::Answers;
    let app = louise.app;
    let mut tx = app.engine.read().await.unwrap();
    let brand = platform::Brand::all(&mut tx).await.unwrap().remove(0);
    let membership =
        tx.query("SELECT teammate_id FROM membership ORDER BY 1", Vec::new()).await.unwrap();
    let teammate = membership[0].get(0).unwrap();
    let (_, actor) =
        platform::Brand::by_slug_for(teammate, &brand.slug, &mut tx).await.unwrap().unwrap();
    drop(tx);
    let assisted = app.house.kit.connectors.get("assisted").unwrap().clone();
    let answers: Answers = [("network", "Instagram"), ("account", "fournil")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
    let began =
        assisted.connect().unwrap().begin(&app.house.kit.http, "name", &answers, "", "").await;
    let Ok(channels::connector::Began::Connected(connected)) = began else {
        panic!("not connected")
    };
    let mut tx = app.engine.begin().await.unwrap();
    let channel =
        channels::Channel::add_assisted("Instagram", &connected, &actor, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    channel.id.to_string()
}

/// A draft; its address.
pub async fn draft(browser: &Browser<'_>, fields: &[(&str, &str)]) -> String {
    let answer = browser.post(&at("posts/new"), fields).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.location()
}

#[tokio::test]
async fn a_post_is_written_kept_scheduled_moved_and_made_a_draft_again() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let empty = louise.get(&at("posts")).await;
        assert!(empty.says("Écrire une publication"), "{empty:?}");
        let post = draft(
            &louise,
            &[("text", "La bûche est là #Nantes"), ("channel", &channel), ("do", "draft")],
        )
        .await;
        let page = louise.get(&post).await;
        assert!(page.says("La bûche est là") && page.text.contains("preview-link"), "{page:?}");
        let version = page.between("name=\"version\" value=\"", "\"").to_owned();
        let fields = [
            ("version", version.as_str()),
            ("text", "La bûche est là"),
            ("channel", &channel),
            ("date", "2027-03-28"),
            ("time", "02:30"),
            ("do", "schedule"),
        ];
        let answer = louise.post(&post, &fields).await;
        let page = louise.follow(answer).await;
        // The clocks jump over half past two that day.
        assert!(page.says("2 h 30 n’existe pas") && page.says("Programmée"), "{page:?}");
        let answer = louise
            .post(&format!("{post}/schedule"), &[("date", "2026-12-24"), ("time", "09:00")])
            .await;
        let page = louise.follow(answer).await;
        assert!(page.says("jeudi 24 décembre à 9 h"), "{page:?}");
        let month = louise.get(&at("calendar?view=month&date=2026-12-01")).await;
        assert!(month.says("La bûche est là") && month.says("Une publication"), "{month:?}");
        let answer = louise
            .post(&format!("{post}/schedule"), &[("date", "2020-01-01"), ("time", "09:00")])
            .await;
        assert!(answer.status == 422 && answer.says("Cette heure est passée"), "{answer:?}");
        let answer =
            louise.post(&format!("{post}/schedule"), &[("date", "demain"), ("time", "tôt")]).await;
        assert!(answer.status == 422 && answer.says("Choisissez un jour"), "{answer:?}");
        let answer = louise.post(&format!("{post}/schedule/end"), &[]).await;
        assert_eq!(answer.status, 303, "{answer:?}");
        let answer = louise.post(&format!("{post}/removal"), &[]).await;
        assert_eq!(louise.get(&post).await.status, 404);
        assert_eq!(answer.location(), at("posts"));
        louise.post(&format!("{post}/removal/end"), &[]).await;
        assert_eq!(louise.get(&post).await.status, 200);
        let copy = louise.post(&format!("{post}/copy"), &[]).await;
        assert_ne!(copy.location(), post);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let fields = [
            ("text", "Sans lien"),
            ("link", "fournil"),
            ("channel", channel.as_str()),
            ("do", "draft"),
        ];
        let page = louise.post(&at("posts/new"), &fields).await;
        assert!(
            page.status == 422 && page.says("Le lien doit commencer") && page.says("Sans lien"),
            "{page:?}"
        );
        let page = louise
            .post(
                &at("posts/new"),
                &[
                    ("text", "Sans compte"),
                    ("date", "2026-12-24"),
                    ("time", "09:00"),
                    ("do", "schedule"),
                ],
            )
            .await;
        assert!(
            page.status == 422
                && page.says("Choisissez au moins un compte")
                && page.says("Sans compte"),
            "{page:?}"
        );
        let long = "é".repeat(3000);
        let page = louise
            .post(
                &at("posts/new"),
                &[
                    ("text", &long),
                    ("channel", &channel),
                    ("date", "2026-12-24"),
                    ("time", "09:00"),
                    ("do", "schedule"),
                ],
            )
            .await;
        assert!(page.status == 422 && page.says("800 caractères de trop"), "{page:?}");
        assert!(page.text.contains("class=\"over\""), "what is too long is marked: {page:?}");
        let page = louise.post(&at("posts/new"), &[("text", "x"), ("channel", "nothing")]).await;
        assert_eq!(page.status, 400, "{page:?}");
        let token = louise.token().await;
        let page = louise
            .post_raw(
                &at("posts/new"),
                "application/x-www-form-urlencoded",
                format!("csrf={token}&text=%FF%FE"),
            )
            .await;
        assert_eq!(page.status, 400, "{page:?}");
        let huge = "a".repeat(150_000);
        let page = louise.post(&at("posts/new"), &[("text", &huge), ("do", "draft")]).await;
        assert!(page.status == 422 && page.says("100 000 octets"), "{page:?}");
        assert_eq!(louise.get(&at("calendar?view=month&date=9999-99-99")).await.status, 200);
        assert_eq!(louise.get(&at("calendar?view=week&date=-000001-01-01")).await.status, 200);
        assert_eq!(louise.get(&at("posts?before=nonsense&show=what")).await.status, 200);
    }
}

#[tokio::test]
async fn two_people_on_one_draft_see_both_texts_and_lose_nothing() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let ines = app.joins("ines", Role::CommunityManager, &louise).await;
        let post = draft(&louise, &[("text", "Le début"), ("do", "draft")]).await;
        let page = louise.get(&post).await;
        let version = page.between("name=\"version\" value=\"", "\"").to_owned();
        let fields = |text: &'static str, version: &str| {
            vec![
                ("version", version.to_owned()),
                ("text", text.to_owned()),
                ("do", "draft".to_owned()),
            ]
        };
        let send = |fields: &[(&'static str, String)]| {
            fields.iter().map(|(n, v)| (*n, v.clone())).collect::<Vec<_>>()
        };
        let one = send(&fields("Le texte d’Inès", &version));
        let one: Vec<_> = one.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(ines.post(&post, &one).await.status, 303);
        let two = send(&fields("Le texte de Louise", &version));
        let two: Vec<_> = two.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let conflict = louise.post(&post, &two).await;
        assert_eq!(conflict.status, 409, "{conflict:?}");
        assert!(
            conflict.says("Le texte d’Inès") && conflict.says("Le texte de Louise"),
            "{conflict:?}"
        );
        let again = louise.post(&format!("{post}/draft"), &two).await;
        assert_eq!(again.status, 409, "the script is told too: {again:?}");
        // Choosing one's own sends the version of the other.
        let version = conflict.between("name=\"version\" value=\"", "\"").to_owned();
        let mine = [("version", version.as_str()), ("text", "Le texte de Louise"), ("do", "draft")];
        assert_eq!(louise.post(&post, &mine).await.status, 303);
        assert!(louise.get(&post).await.says("Le texte de Louise"));
    }
}

#[tokio::test]
async fn a_version_follows_the_common_text_until_it_has_its_own() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let channel = account(&louise).await;
    let variant = format!("variant-{channel}");
    let fields = [
        ("text", "Commun"),
        ("before", ""),
        (variant.as_str(), "Propre à Instagram"),
        ("channel", channel.as_str()),
        ("do", "draft"),
    ];
    let post = draft(&louise, &fields).await;
    let page = louise.get(&post).await;
    assert!(page.says("Propre à Instagram") && page.says("Commun"), "{page:?}");
    let version = page.between("name=\"version\" value=\"", "\"").to_owned();
    let back = [
        ("version", version.as_str()),
        ("text", "Commun"),
        (variant.as_str(), "Propre à Instagram"),
        ("channel", channel.as_str()),
        ("follow", channel.as_str()),
    ];
    let page = louise.post(&post, &back).await;
    let page = louise.follow(page).await;
    assert!(!page.says("Propre à Instagram"), "{page:?}");
    // Without script the version's field still holds the old common text: it follows.
    let version = page.between("name=\"version\" value=\"", "\"").to_owned();
    let changed = [
        ("version", version.as_str()),
        ("before", "Commun"),
        ("text", "Nouveau"),
        (variant.as_str(), "Commun"),
        ("channel", channel.as_str()),
        ("do", "draft"),
    ];
    louise.post(&post, &changed).await;
    let page = louise.get(&post).await;
    assert!(!page.says(">Commun<") && page.says("Nouveau"), "{page:?}");
    let live = louise.post(&at("posts/preview"), &changed).await;
    assert!(
        live.status == 200 && live.says("7 sur 2 200") && live.text.contains("id=\"preview\""),
        "{live:?}"
    );
}

#[tokio::test]
async fn pictures_are_judged_by_what_they_are_and_served_to_the_brand_only() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let bytes = picture();
        let fields = [("text", "Avec image"), ("do", "draft")];
        let answer = louise
            .upload(&at("posts/new"), &fields, "file", ("buche.png", "image/png", &bytes))
            .await;
        let page = louise.follow(answer).await;
        let id = page.between("name=\"media\" value=\"", "\"").to_owned();
        let served = louise.get(&at(&format!("media/{id}?side=160"))).await;
        assert_eq!(served.status, 200, "{served:?}");
        assert_eq!(served.headers["x-content-type-options"], "nosniff");
        assert!(
            served.headers["cache-control"].to_str().unwrap().contains("private"),
            "{:?}",
            served.headers
        );
        let stranger = app.stranger().await;
        assert_eq!(stranger.get(&at(&format!("media/{id}"))).await.status, 404);
        assert_eq!(stranger.get(&format!("/b/autre-marque/media/{id}")).await.status, 404);
        let theirs = stranger
            .post("/b/autre-marque/posts/new", &[("text", "x"), ("media", &id), ("do", "draft")])
            .await;
        assert!(
            theirs.status == 422 && theirs.says("n’appartient pas à cette marque"),
            "{theirs:?}"
        );
        let bad = louise
            .upload(
                &at("posts/new"),
                &fields,
                "file",
                ("virus.jpg", "image/jpeg", b"%PDF-1.7 hello"),
            )
            .await;
        assert!(bad.status == 422 && bad.says("PDF") && bad.says("Avec image"), "{bad:?}");
        let bad = louise.upload(&at("media"), &[], "file", ("vide.png", "image/png", b"")).await;
        assert!(bad.status == 422 && bad.says("est vide"), "{bad:?}");
        let good = louise.upload(&at("media"), &[], "file", ("b.png", "image/png", &bytes)).await;
        assert!(good.status == 200 && good.text.contains("media-item"), "{good:?}");
    }
}

#[tokio::test]
async fn each_role_is_offered_what_it_may_do_and_refused_the_rest() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let channel = account(&louise).await;
    let fields = [("text", "À relire"), ("channel", channel.as_str()), ("do", "draft")];
    let post = draft(&louise, &fields).await;
    let writer = app.joins("contributrice", Role::Contributor, &louise).await;
    let page = writer.get(&post).await;
    assert!(page.says("À relire") && !page.says("Publier maintenant"), "{page:?}");
    let when = [("date", "2026-12-24"), ("time", "09:00")];
    assert_eq!(writer.post(&format!("{post}/schedule"), &when).await.status, 403);
    let reader = app.joins("lectrice", Role::ReadOnly, &louise).await;
    let page = reader.get(&post).await;
    assert!(
        page.status == 200 && page.says("À relire") && !page.text.contains("data-composer"),
        "{page:?}"
    );
    assert_eq!(reader.post(&post, &fields).await.status, 403);
    assert_eq!(reader.get(&at("posts/new")).await.status, 403);
}

#[tokio::test]
async fn a_person_publishes_by_hand_and_says_so() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let post =
            draft(&louise, &[("text", "Story du jour"), ("channel", &channel), ("do", "now")])
                .await;
        let mut tx = app.engine.read().await.unwrap();
        let rows = tx.query("SELECT id FROM publication ORDER BY id", Vec::new()).await.unwrap();
        let id: primitives::Id<channels::Publication> = rows[0].get(0).unwrap();
        drop(tx);
        let held = louise.post(&at(&format!("publications/{id}/hold")), &[]).await;
        assert_eq!(held.location(), post, "{held:?}");
        let page = louise.get(&post).await;
        assert!(page.says("Suspendue"), "{page:?}");
        assert!(louise.get(&at("publications")).await.says("Story du jour"));
        louise.post(&at(&format!("publications/{id}/hold/end")), &[]).await;
        channels::publication::deliver(&app.house.kit, id).await.unwrap();
        let page = louise.get(&at(&format!("publications/{id}"))).await;
        assert!(page.says("Publier à la main") && page.says("Story du jour"), "{page:?}");
        let decision = at(&format!("publications/{id}/decision"));
        let bad =
            louise.post(&decision, &[("says", "there"), ("link", "javascript:alert(1)")]).await;
        assert!(bad.status == 422 && bad.says("Ce n’est pas un lien"), "{bad:?}");
        let done = louise
            .post(&decision, &[("says", "there"), ("link", "https://instagram.com/p/1")])
            .await;
        let page = louise.follow(done).await;
        assert!(
            page.says("Publiée") && page.text.contains("https://instagram.com/p/1"),
            "{page:?}"
        );
        let again = louise.post(&decision, &[("says", "leave")]).await;
        assert_eq!(again.status, 409, "{again:?}");
    }
}

#[tokio::test]
async fn the_composer_keeps_all_that_a_post_carries_and_never_erases_what_it_was_not_told() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let own_part = format!("part-{channel}");
        let own_comment = format!("first-comment-{channel}");
        let fields = [
            ("text", "La bûche est là"),
            ("channel", channel.as_str()),
            ("extras", "1"),
            ("part", "Elle est au marron"),
            ("part", "  "),
            ("own-thread", &channel),
            (own_part.as_str(), "Au marron, en trois images"),
            ("first-comment", "Réservez jusqu’au 22"),
            (own_comment.as_str(), "Lien dans la bio"),
            ("poll", "1"),
            ("choice", "Marron"),
            ("choice", "Praliné"),
            ("poll-minutes", "4320"),
            ("poll-several", "1"),
            ("commercial", "1"),
            ("partner", "Moulin de la Loire"),
            ("retouched", "1"),
            ("topic", ""),
            ("campaign", ""),
            ("language", "br"),
            ("date", "2026-12-24"),
            ("time", "09:00"),
            ("do", "draft"),
        ];
        let post = draft(&louise, &fields).await;
        let kept = app.rows(&["post", "variant"]).await;
        for said in ["Elle est au marron", "trois images", "Réservez", "la bio", "Praliné", "4320"]
        {
            assert!(kept.contains(said), "{said}: {kept}");
        }
        assert!(kept.contains("2026-12-24T09:00:00") && !kept.contains("\"  \""), "{kept}");
        let page = louise.get(&post).await;
        for said in ["Moulin de la Loire", "Au marron, en trois images", "Lien dans la bio"] {
            assert!(page.says(said), "{said}: {page:?}");
        }
        // A form that speaks of the text alone leaves the rest.
        let version = page.between("name=\"version\" value=\"", "\"").to_owned();
        let fields = [("version", version.as_str()), ("text", "La bûche !"), ("channel", &channel)];
        assert_eq!(louise.post(&post, &fields).await.status, 303);
        let after = app.rows(&["post", "variant"]).await;
        for said in ["Elle est au marron", "trois images", "la bio", "Praliné", "\"br\"", "Moulin"]
        {
            assert!(after.contains(said), "{said}: {after}");
        }
        assert!(after.contains("2026-12-24T09:00:00"), "{after}");
        // A button opens a place for one more part.
        let page = louise.get(&post).await;
        let version = page.between("name=\"version\" value=\"", "\"").to_owned();
        let fields = [
            ("version", version.as_str()),
            ("text", "La bûche !"),
            ("channel", &channel),
            ("extras", "1"),
            ("part", "Un"),
            ("part", "Deux"),
            ("earlier-part", "common:1"),
            ("add-part", "common"),
        ];
        let answer = louise.post(&post, &fields).await;
        assert!(answer.location().ends_with("/edit?room=part"), "{answer:?}");
        let page = louise.follow(answer).await;
        let at = |text: &str| page.text.find(text).unwrap_or_else(|| panic!("{text}: {page:?}"));
        assert!(at("\nDeux</textarea>") < at("\nUn</textarea>"), "{page:?}");
        assert!(page.says("Publication 4 du fil"), "{page:?}");
    }
}
