//! Coming in: the first visit, signing in, invitations.

use platform::Role;

use crate::support::{App, LE_FOURNIL, PASSWORD};

/// The demonstration of the stories: a brand that says that it is one.
async fn demonstration(
    database: database::Database,
    organization: primitives::Id<platform::organization::Organization>,
    owner: primitives::Id<platform::Teammate>,
) -> platform::Brand {
    use platform::field::{Colour, Name, Zone};
    let new = platform::brand::NewBrand {
        name: Name::parse("Boulangerie du Quai").unwrap(),
        colour: Colour::parse("#2e6f73").unwrap(),
        zone: Zone::parse("Europe/Paris").unwrap(),
        language: primitives::Language::Fr,
        demo: true,
    };
    let mut tx = database.begin().await.unwrap();
    let (brand, _) = platform::Brand::found(organization, owner, new, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    brand
}

#[tokio::test]
async fn the_first_visit_opens_the_house_once() {
    for app in App::on_each_engine().await {
        let anyone = app.browser("192.0.2.1");
        assert_eq!(anyone.get("/").await.location(), "/setup");
        assert_eq!(anyone.get("/login").await.location(), "/setup");
        let page = anyone.get("/setup").await;
        assert_eq!(page.status, 200);
        assert!(page.says("Ouvrons votre parvis"));
        assert!(page.says("Europe/Paris"));
        let louise = app.set_up().await;
        assert_eq!(louise.get("/").await.location(), format!("/b/{LE_FOURNIL}"));
        let late = app.browser("192.0.2.2");
        assert_eq!(late.get("/").await.location(), "/login");
        assert_eq!(late.get("/setup").await.location(), "/login");
        let again = late
            .post(
                "/setup",
                &[
                    ("organization", "x"),
                    ("brand", "y"),
                    ("colour", "#000"),
                    ("zone", "UTC"),
                    ("name", "z"),
                    ("email", "z@z.example"),
                    ("password", PASSWORD),
                ],
            )
            .await;
        assert_eq!(again.location(), "/login", "{again:?}");
    }
}

#[tokio::test]
async fn the_first_visit_speaks_the_browser_s_language_or_the_one_chosen() {
    let app = App::start().await;
    let english = app.browser("192.0.2.1").with("accept-language", "en-GB");
    assert!(english.get("/setup").await.says("Let’s open your parvis"));
    let chosen = english.post("/language", &[("language", "fr")]).await;
    assert_eq!(chosen.status, 303);
    assert!(english.get("/setup").await.says("Ouvrons votre parvis"));
}

#[tokio::test]
async fn a_refused_form_comes_back_filled_without_the_password() {
    let app = App::start().await;
    let anyone = app.browser("192.0.2.1");
    let fields = [
        ("organization", "Maison \"Moreau\""),
        ("brand", ""),
        ("colour", "#b3402a"),
        ("zone", "Mars/Phobos"),
        ("name", "Louise"),
        ("email", "louise"),
        ("password", "court"),
    ];
    let page = anyone.post("/setup", &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("value=\"Maison &quot;Moreau&quot;\""), "{page:?}");
    assert!(page.says("Écrivez un nom."));
    assert!(page.says("Choisissez un fuseau horaire"));
    assert!(page.says("Une adresse s’écrit ainsi"));
    assert!(page.says("Il faut au moins 10 caractères"));
    assert!(!page.says("court\""));
}

#[tokio::test]
async fn one_signs_in_goes_where_one_was_going_and_signs_out() {
    for app in App::on_each_engine().await {
        app.set_up().await;
        let louise = app.browser("192.0.2.3");
        let asked = format!("/b/{LE_FOURNIL}/settings?a=1&b=2");
        let refused = louise.get(&asked).await;
        assert!(refused.location().starts_with("/login?back="), "{refused:?}");
        let page = louise.follow(refused).await;
        assert!(page.text.contains("a=1&amp;b=2"), "{page:?}");
        let fields =
            [("email", " Louise@Fournil.example "), ("password", PASSWORD), ("back", &asked)];
        let answer = louise.post("/login", &fields).await;
        assert_eq!(answer.location(), asked);
        assert_eq!(louise.get(&asked).await.status, 200);
        let end = louise.post("/session/end", &[]).await;
        assert_eq!(end.location(), "/login");
        assert!(louise.follow(end).await.says("Vous êtes déconnecté."));
        assert_eq!(louise.get("/account").await.status, 303);
    }
}

#[tokio::test]
async fn one_is_never_sent_elsewhere_after_signing_in() {
    let app = App::start().await;
    app.set_up().await;
    for elsewhere in
        ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
    {
        let louise = app.browser("192.0.2.3");
        let fields =
            [("email", "louise@fournil.example"), ("password", PASSWORD), ("back", elsewhere)];
        assert_eq!(louise.post("/login", &fields).await.location(), "/");
    }
}

#[tokio::test]
async fn wrong_passwords_are_slowed_by_account_and_by_address() {
    let app = App::start().await;
    app.set_up().await;
    let wrong = [("email", "louise@fournil.example"), ("password", "pas celui-ci")];
    let mut statuses = Vec::new();
    for tried in 0..12 {
        // Another address each time: it is the account that is protected.
        let browser = app.browser(&format!("203.0.113.{tried}"));
        statuses.push(browser.post("/login", &wrong).await.status);
    }
    assert_eq!(statuses[0], 422);
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    let one = app.browser("203.0.113.200");
    let mut last = None;
    for tried in 0..30 {
        let email = format!("{tried}@fournil.example");
        last = Some(one.post("/login", &[("email", &email), ("password", "x")]).await);
    }
    let last = last.unwrap();
    assert_eq!(last.status, 429);
    assert!(last.headers.contains_key("retry-after"));
    assert!(last.says("Trop d’essais"), "{last:?}");
}

#[tokio::test]
async fn someone_invited_joins_the_team_under_their_role() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let ines = app.joins("ines", Role::Contributor, &louise).await;
        assert_eq!(ines.get(&format!("/b/{LE_FOURNIL}/settings/team")).await.status, 403);
        let team = louise.get(&format!("/b/{LE_FOURNIL}/settings/team")).await;
        assert!(team.says("ines@fournil.example"), "{team:?}");
    }
}

#[tokio::test]
async fn an_invitation_that_was_never_sent_is_not_valid() {
    let app = App::start().await;
    app.set_up().await;
    let page = app.browser("192.0.2.8").get("/invitations/abc").await;
    assert_eq!(page.status, 200);
    assert!(page.says("Cette invitation ne vaut plus"));
}

#[tokio::test]
async fn the_demonstration_is_added_at_the_first_visit_and_removed_in_one_click() {
    for engine in testing::engines().await {
        let database = engine.database.clone();
        let app = App::with(engine, channels::Connectors::default(), |rooms| {
            rooms.demo = Some(std::sync::Arc::new(move |organization, owner| {
                let adding = demonstration(database.clone(), organization, owner);
                Box::pin(async { Ok(adding.await) })
            }));
        });
        let louise = app.browser("192.0.2.1");
        assert!(louise.get("/setup").await.says("Ajouter une marque de démonstration"));
        let fields = [
            ("organization", "Maison Moreau"),
            ("brand", "Le Fournil de Louise"),
            ("colour", "#b3402a"),
            ("zone", "Europe/Paris"),
            ("language", "fr"),
            ("name", "Louise"),
            ("email", "louise@fournil.example"),
            ("password", PASSWORD),
            ("demo", "on"),
        ];
        assert_eq!(louise.post("/setup", &fields).await.location(), format!("/b/{LE_FOURNIL}"));
        let page = louise.get("/b/boulangerie-du-quai/settings").await;
        assert!(page.says("Marque de démonstration"), "{page:?}");
        assert_eq!(louise.post("/b/boulangerie-du-quai/removal", &[]).await.location(), "/");
        assert_eq!(louise.get("/b/boulangerie-du-quai/settings").await.status, 404);
    }
}
