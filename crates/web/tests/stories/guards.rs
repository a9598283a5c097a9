//! What stands between the world and the pages.

use http::Request;

use crate::support::{App, LE_FOURNIL, form};

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_form_without_our_token_changes_nothing() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let path = format!("/b/{LE_FOURNIL}/pause");
        let before = app.rows(&["brand"]).await;
        for body in ["", "reason=x", "csrf=&reason=x", "csrf=wrong&reason=x"] {
            let answer = louise.post_raw(&path, FORM, body).await;
            assert_eq!(answer.status, 403, "{answer:?}");
            assert!(answer.says("Ce formulaire n’est plus valable"));
        }
        let token = louise.token().await;
        let kinds = ["text/plain", "application/json", "multipart/form-data; boundary=x"];
        for kind in kinds {
            let answer = louise.post_raw(&path, kind, format!("csrf={token}")).await;
            assert_eq!(answer.status, 403, "{kind}: {answer:?}");
        }
        assert_eq!(app.rows(&["brand"]).await, before);
    }
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_even_with_our_token() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let token = louise.token().await;
    let elsewhere =
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")];
    for (name, value) in elsewhere {
        let request = Request::post(format!("/b/{LE_FOURNIL}/pause"))
            .header("content-type", FORM)
            .header(name, value)
            .body(form(&[("csrf", &token), ("reason", "x")]).into())
            .unwrap();
        assert_eq!(louise.send(request).await.status, 403, "{name}: {value}");
    }
}

#[tokio::test]
async fn pages_forbid_what_is_not_ours() {
    let app = App::start().await;
    let page = app.browser("192.0.2.1").get("/setup").await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.headers["x-content-type-options"], "nosniff");
    assert_eq!(page.headers["cache-control"], "no-store");
    assert!(page.headers.contains_key("x-request-id"));
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
}

#[tokio::test]
async fn bytes_that_are_no_text_and_texts_too_long_are_refused_with_clear_words() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let token = louise.token().await;
    let path = format!("/b/{LE_FOURNIL}/pause");
    let answer = louise.post_raw(&path, FORM, format!("csrf={token}&reason=%FF%FE")).await;
    assert_eq!(answer.status, 400);
    assert!(answer.says("Ce texte ne peut pas être lu"), "{answer:?}");
    let long = format!("csrf={token}&reason={}", "a".repeat(300_000));
    let answer = louise.post_raw(&path, FORM, long).await;
    assert_eq!(answer.status, 413);
    assert!(answer.says("C’est trop volumineux"), "{answer:?}");
    let endless = format!("csrf={token}&reason={}", "a".repeat(10_000_000));
    assert_eq!(louise.post_raw(&path, FORM, endless).await.status, 413);
}

#[tokio::test]
async fn assets_are_kept_by_browsers_and_asked_again_for_nothing() {
    let app = App::start().await;
    let browser = app.browser("192.0.2.1");
    let page = browser.get("/setup").await;
    let address = format!("/assets/parvis.css{}", page.between("/assets/parvis.css", "\""));
    let sheet = browser.get(&address).await;
    assert_eq!(sheet.status, 200);
    assert!(sheet.headers["cache-control"].to_str().unwrap().contains("immutable"));
    let tag = sheet.headers["etag"].to_str().unwrap();
    let again =
        Request::get(&address).header("if-none-match", tag).body(String::new().into()).unwrap();
    assert_eq!(browser.send(again).await.status, 304);
    assert_eq!(browser.get("/assets/nothing.css").await.status, 404);
    let colours = browser.get("/assets/colours/b3402a-f5e663.css").await;
    assert!(colours.text.contains("--brand:#b3402a;--brand-ink:#fff"), "{}", colours.text);
    assert!(colours.text.contains("--brand:#f5e663;--brand-ink:#000"), "{}", colours.text);
    assert_eq!(browser.get("/assets/colours/x}body{.css").await.status, 404);
}

#[tokio::test]
async fn machines_are_told_how_the_house_is() {
    for app in App::on_each_engine().await {
        let machine = app.browser("192.0.2.1");
        assert_eq!(machine.get("/healthz").await.text, "ok\n");
        assert_eq!(machine.get("/readyz").await.text, "ready\n");
        assert_eq!(machine.get("/metrics").await.status, 404);
    }
}

#[tokio::test]
async fn the_token_of_a_form_with_files_is_its_first_part() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let token = louise.token().await;
    let path = format!("/b/{LE_FOURNIL}/pause");
    let kind = "multipart/form-data; boundary=limite";
    let part = |name: &str, value: &str| {
        format!("--limite\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let late = part("reason", "x") + &part("csrf", &token) + "--limite--\r\n";
    assert_eq!(louise.post_raw(&path, kind, late).await.status, 403);
    let wrong = part("csrf", "wrong") + "--limite--\r\n";
    assert_eq!(louise.post_raw(&path, kind, wrong).await.status, 403);
    let endless = "--limite\r\n".to_owned() + &"a".repeat(100_000);
    assert_eq!(louise.post_raw(&path, kind, endless).await.status, 403);
    let ours = part("csrf", &token) + "--limite--\r\n";
    assert_eq!(louise.post_raw(&path, kind, ours).await.status, 303);
}
