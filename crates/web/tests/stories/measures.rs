//! What posts brought, as the screens say it.

use crate::imports::import;
use crate::support::{App, Browser, LE_FOURNIL};

fn url(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// Thirty photos that do better than thirty links, and three texts.
fn export() -> String {
    let mut file = String::from(
        "Post ID,Page ID,Publish time,Description,Post type,Reactions,Comments,Shares,Total clicks,Reach\n",
    );
    for n in 0..63 {
        let (kind, reactions) = match n {
            0..30 => ("Photos", 200 + n),
            30..60 => ("Links", 40 + n),
            _ => ("Text", 10),
        };
        let day = n % 28 + 1;
        let reach = if n == 5 { String::new() } else { "1000".to_owned() };
        file +=
            &format!("{n},7,10/{day:02}/2026 09:00,Message {n},{kind},{reactions},1,1,1,{reach}\n");
    }
    file
}

async fn first_post(browser: &Browser<'_>) -> String {
    let page = browser.get(&url("measures?sort=reactions")).await;
    page.between(&format!("href=\"{}", url("measures/0")), "\"").to_owned()
}

#[tokio::test]
async fn an_empty_house_says_what_to_do_next() {
    let app = App::start().await;
    let louise = app.set_up().await;
    for page in [
        "measures",
        "measures/comparisons",
        "imports",
        "measures?network=nowhere&page=9&period=x&from=2026-99-99",
    ] {
        let answer = louise.get(&url(page)).await;
        assert!(answer.status == 200 && answer.says("Importer un fichier"), "{page}: {answer:?}");
    }
}

#[tokio::test]
async fn medians_come_with_their_coverage_and_unknown_is_never_zero() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        import(&louise, "a.csv", export().as_bytes()).await;
        let page = louise.get(&url("measures")).await;
        assert!(page.says("62 publications sur 63"), "{page:?}");
        assert!(page.says("1 publication sans ce taux\u{a0}: le réseau ou le fichier ne donne pas\u{a0}: portée"), "{page:?}");
        assert!(page.says("Page") || page.text.contains("rel=\"next\""), "63 posts take two pages");
        let second = louise.get(&url("measures?page=2")).await;
        assert!(second.text.contains("rel=\"prev\""), "{second:?}");
        let none = louise.get(&url("measures?from=2020-01-01&to=2020-02-01")).await;
        assert!(none.says("Aucune publication dans cette sélection"), "{none:?}");
    }
}

#[tokio::test]
async fn a_difference_is_announced_only_when_it_is_shown() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        import(&louise, "a.csv", export().as_bytes()).await;
        let page = louise.get(&url("measures/comparisons")).await;
        assert_eq!(page.status, 200);
        assert!(page.says("Les photos font plus que les liens."), "{page:?}");
        assert!(page.says("29 publications sur 30"), "{page:?}");
        assert!(
            page.says("Trop peu de publications pour conclure sur\u{a0}: Texte. Il en faut 10."),
            "{page:?}"
        );
        assert!(page.says("Un seul groupe"), "one hour, one network: {page:?}");
        assert!(page.text.contains("role=\"img\"") && page.says("Voir le tableau"));
        let clicks = louise.get(&url("measures/comparisons?measure=click_through")).await;
        assert!(clicks.says("Aucune différence montrée."), "{clicks:?}");
        let views = louise.get(&url("measures/comparisons?measure=engagement_by_views")).await;
        assert!(views.says("Rien à comparer"), "{views:?}");
    }
}

#[tokio::test]
async fn a_post_says_what_it_brought_and_what_nobody_knows() {
    let app = App::start().await;
    let louise = app.set_up().await;
    import(&louise, "a.csv", export().as_bytes()).await;
    let id = first_post(&louise).await;
    let address = format!("{}{id}", url("measures/0"));
    let page = louise.get(&address).await;
    assert_eq!(page.status, 200, "{page:?}");
    assert!(page.says("Message 29") && page.says("229"), "{page:?}");
    assert!(page.says("Chiffres importés") && page.says("médiane"), "{page:?}");
    assert!(page.says("23,2\u{202f}%"), "{page:?}");
    assert!(page.says("le réseau ou le fichier ne donne pas"), "{page:?}");
    assert!(page.text.contains("/definitions#reach-total"));
    let stranger = app.stranger().await;
    assert_eq!(stranger.get(&address).await.status, 404);
    assert_eq!(stranger.get(&address.replace(LE_FOURNIL, "autre-marque")).await.status, 404);
    let nothing = "0193b2a0-0000-7000-8000-000000000000";
    assert_eq!(louise.get(&url(&format!("measures/{nothing}"))).await.status, 404);
    assert_eq!(louise.get(&url(&format!("publications/{nothing}/figures"))).await.status, 404);
    assert!(matches!(louise.get(&url("measures/nothing")).await.status, 400 | 404));
}

#[tokio::test]
async fn every_definition_that_a_page_leads_to_is_there() {
    let app = App::start().await;
    let louise = app.set_up().await;
    import(&louise, "a.csv", export().as_bytes()).await;
    let definitions = louise.get("/definitions").await;
    assert!(definitions.says("Comment les chiffres sont calculés"), "{definitions:?}");
    let id = first_post(&louise).await;
    for page in [url("measures"), url("measures/comparisons"), format!("{}{id}", url("measures/0"))]
    {
        let text = louise.get(&page).await.text;
        for anchor in text.split("/definitions#").skip(1).filter_map(|rest| rest.split('"').next())
        {
            assert!(definitions.text.contains(&format!("id=\"{anchor}\"")), "{page}: {anchor}");
        }
    }
    assert_eq!(app.browser("192.0.2.7").get("/definitions").await.status, 303);
}
