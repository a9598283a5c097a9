//! A teammate's own account.

use crate::support::{Answer, App, LE_FOURNIL, PASSWORD};

/// The code that an application would show now, for the secret on the page.
fn code(page: &Answer, app: &App) -> String {
    let secret = page.between("<code class=\"pre\">", "</code>").to_owned();
    let secret = totp_rs::Secret::try_from_base32(secret).expect("base 32");
    let totp = totp_rs::Builder::new().with_secret(secret).build().expect("a valid secret");
    let now = app.engine.ambient().now().as_second().unsigned_abs();
    totp.generate(now).to_string()
}

#[tokio::test]
async fn a_second_factor_is_asked_once_it_is_confirmed_and_a_recovery_code_replaces_it() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let begun = louise.post("/account/second-factor", &[]).await;
        assert!(begun.text.contains("<svg"), "{begun:?}");
        let wrong = louise.post("/account/second-factor/confirmation", &[("code", "000000")]).await;
        assert_eq!(wrong.status, 422);
        let done = louise
            .post("/account/second-factor/confirmation", &[("code", &code(&wrong, &app))])
            .await;
        assert!(done.says("Gardez ces codes de secours"), "{done:?}");
        let codes = done.between("<code class=\"pre\">", "</code>").to_owned();
        let recovery = codes.lines().next().unwrap();

        let phone = app.browser("192.0.2.20");
        let half = phone
            .post("/login", &[("email", "louise@fournil.example"), ("password", PASSWORD)])
            .await;
        assert!(half.location().starts_with("/login/second-factor"), "{half:?}");
        // Half-way in, nothing is open.
        let closed = phone.get(&format!("/b/{LE_FOURNIL}/settings")).await;
        assert_eq!(closed.location(), "/login/second-factor");
        assert_eq!(
            phone.post(&format!("/b/{LE_FOURNIL}/pause"), &[]).await.location(),
            "/login/second-factor"
        );
        let wrong = phone.post("/login/second-factor", &[("code", "123456")]).await;
        assert_eq!(wrong.status, 422);
        let before = phone.cookie("parvis_session");
        let inside = phone.post("/login/second-factor", &[("code", recovery)]).await;
        assert_eq!(inside.location(), "/", "{inside:?}");
        assert_ne!(phone.cookie("parvis_session"), before);
        assert_eq!(phone.get("/account").await.status, 200);
        // It works once.
        let other = app.browser("192.0.2.21");
        other.post("/login", &[("email", "louise@fournil.example"), ("password", PASSWORD)]).await;
        assert_eq!(other.post("/login/second-factor", &[("code", recovery)]).await.status, 422);
        let ended =
            louise.post("/account/second-factor/end", &[("password", "pas celui-ci")]).await;
        assert_eq!(ended.status, 422);
        let ended = louise.post("/account/second-factor/end", &[("password", PASSWORD)]).await;
        assert_eq!(ended.location(), "/account");
    }
}

#[tokio::test]
async fn guessing_second_factors_is_slowed() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let begun = louise.post("/account/second-factor", &[]).await;
    louise.post("/account/second-factor/confirmation", &[("code", &code(&begun, &app))]).await;
    let thief = app.browser("203.0.113.5");
    thief.post("/login", &[("email", "louise@fournil.example"), ("password", PASSWORD)]).await;
    let mut last = 0;
    for guess in 0..12 {
        last = thief.post("/login/second-factor", &[("code", &format!("{guess:06}"))]).await.status;
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn a_new_password_closes_the_other_sessions() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let phone = app.browser("192.0.2.20");
        phone.post("/login", &[("email", "louise@fournil.example"), ("password", PASSWORD)]).await;
        assert_eq!(phone.get("/account").await.status, 200);
        let fields = [("present_password", "non"), ("new_password", "un autre levain dort")];
        let wrong = louise.post("/account/password", &fields).await;
        assert!(wrong.says("Ce n’est pas votre mot de passe"), "{wrong:?}");
        let fields = [("present_password", PASSWORD), ("new_password", "un autre levain dort")];
        let changed = louise.post("/account/password", &fields).await;
        assert_eq!(changed.location(), "/account", "{changed:?}");
        assert_eq!(louise.get("/account").await.status, 200);
        assert_eq!(phone.get("/account").await.status, 303);
    }
}

#[tokio::test]
async fn one_s_screens_speak_one_s_language() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let fields = [("name", "Louise M."), ("language", "en"), ("theme", "dark")];
    let saved = louise.post("/account", &fields).await;
    let page = louise.follow(saved).await;
    assert!(page.says("Your account is saved.") && page.says("Louise M."), "{page:?}");
    assert!(page.text.contains("<html lang=\"en\" data-theme=\"dark\">"));
    let again = louise.get("/account").await;
    assert!(!again.says("Your account is saved."), "it is said once");
}

#[tokio::test]
async fn one_s_sessions_are_listed_and_closed() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let phone = app.browser("192.0.2.20");
    phone.post("/login", &[("email", "louise@fournil.example"), ("password", PASSWORD)]).await;
    let page = louise.get("/account").await;
    assert!(page.says("Firefox of the story"), "{page:?}");
    let id = page.between("/account/sessions/", "/end").to_owned();
    assert_eq!(
        louise.post(&format!("/account/sessions/{id}/end"), &[]).await.location(),
        "/account"
    );
    assert_eq!(phone.get("/account").await.status, 303);
}
