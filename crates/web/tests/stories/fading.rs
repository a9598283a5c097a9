//! What loses pace, on screen.

use conversations::Conversation;
use conversations::fading::Fading;
use database::params;
use platform::Brand;
use primitives::Id;

use crate::escalations::lea_asks;
use crate::support::{App, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// What the look of the night noticed.
async fn noticed(app: &App, conversation: Id<Conversation>) -> Id<Fading> {
    let mut tx = app.engine.begin().await.unwrap();
    let brand = Brand::all(&mut tx).await.unwrap()[0].id;
    let (id, now): (Id<Fading>, _) = (tx.new_id(), tx.now());
    let text = "INSERT INTO fading (id, brand_id, channel_id, subject, conversation_id, noticed_at,
        recent, usual, compared, total, state, measure_at)
        SELECT $1, $2, channel_id, 'conversation', id, $4, 120, 20, 34, 5, 'proposed', $5
        FROM conversation WHERE id = $3";
    let later = now + jiff::SignedDuration::from_hours(7 * 24);
    tx.execute(text, params![id, brand, conversation, now, later]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_conversation_that_fades_is_relaunched_by_a_draft_or_set_aside() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let page = louise.get(&at("fading")).await;
        assert!(page.says("Pas encore assez d’historique"), "{page:?}");
        let lea = lea_asks(&louise).await;
        let fading = noticed(&app, lea).await;
        let page = louise.get(&at("fading")).await;
        assert!(page.says("5 jours de silence") && page.says("Poser une question"), "{page:?}");
        let aside = at(&format!("fading/{fading}/dismissal"));
        let answer = louise.post(&aside, &[("reason", "En vacances")]).await;
        assert!(louise.follow(answer).await.says("En vacances"));
        assert_eq!(louise.post(&format!("{aside}/end"), &[]).await.status, 303);
        let relaunch = at(&format!("fading/{fading}/relaunch"));
        let drafted = louise.post(&relaunch, &[("way", "question")]).await;
        assert!(drafted.says("Bonjour Léa, où en êtes-vous"), "{drafted:?}");
        let again = louise.post(&relaunch, &[("way", "question")]).await;
        assert_eq!(again.status, 409, "{again:?}");
        assert!(louise.get(&at("fading")).await.says("Relancée par une question"));
        let stranger = app.stranger().await;
        assert_eq!(stranger.post(&relaunch, &[("way", "question")]).await.status, 404);
    }
}
