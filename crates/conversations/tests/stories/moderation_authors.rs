//! What authors are told, and what they say against it.

use conversations::moderation::{
    Complaint, ComplaintError, ComplaintState, Decision, OpenStatement, Statement, ToldHow,
};
use platform::Role;

use crate::moderation_queue::{decides, decision, waits};
use crate::moderation_rules::{acts, performs_all};
use crate::world::{World, worlds};

async fn opens(world: &World, secret: &platform::Secret) -> Option<OpenStatement> {
    let mut tx = world.engine.read().await.unwrap();
    OpenStatement::by(secret, &mut tx).await.unwrap()
}

/// A message of Karl's is hidden; the link to its statement.
async fn hidden(world: &World) -> platform::Secret {
    let case = waits(world, "m1", "karl", "Abruti").await;
    let ruling = decides(world, &case, decision(Decision::Hide, None)).await.unwrap();
    performs_all(world).await;
    let mut tx = world.engine.begin().await.unwrap();
    let statement = Statement::of(ruling.id, &world.louise, &mut tx).await.unwrap();
    let secret = statement.link(&world.louise, &mut tx).await.unwrap();
    statement.handed(&world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    secret
}

async fn complains(world: &World, secret: &platform::Secret) -> Result<(), ComplaintError> {
    let open = opens(world, secret).await.unwrap();
    let mut tx = world.engine.begin().await.unwrap();
    open.complain("C’était une citation.", &mut tx).await?;
    tx.commit().await.unwrap();
    Ok(())
}

#[tokio::test]
async fn the_author_is_told_in_private_through_the_fence() {
    for world in worlds().await {
        let case = waits(&world, "m1", "karl", "Abruti").await;
        let ruling = decides(&world, &case, decision(Decision::Hide, None)).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let statement = Statement::of(ruling.id, &world.louise, &mut tx).await.unwrap();
        let connectors = &world.kit.connectors;
        let text = "Masqué : voyez le lien".to_owned();
        let sent = statement.send(text, connectors, &world.louise, &mut tx).await.unwrap();
        let told = Statement::of(ruling.id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told.ruling.told_how, Some(ToldHow::Sent));
        world.delivers(sent.publication.unwrap().id).await;
        let accepted = world.network.0.lock().unwrap().accepted.clone();
        let data = &accepted[0].reply_to.as_ref().unwrap().data;
        assert_eq!(data["visibility"], "direct", "nobody else reads it");
    }
}

#[tokio::test]
async fn an_author_complains_once_by_the_link_and_within_six_months() {
    for world in worlds().await {
        let secret = hidden(&world).await;
        let open = opens(&world, &secret).await.unwrap();
        let (at, end) = (open.says.ruling.at, open.says.complains_until());
        assert!(end.duration_since(at).as_hours() >= 24 * 184, "six months at least");
        world.minutes(60 * 24 * 180);
        complains(&world, &secret).await.unwrap();
        let again = complains(&world, &secret).await;
        assert!(matches!(again, Err(ComplaintError::Closed)));
        world.minutes(60 * 24 * 60);
        assert!(opens(&world, &secret).await.is_none(), "the link ends");
        let late = hidden_and_late(&world).await;
        let refused = complains(&world, &late).await;
        assert!(matches!(refused, Err(ComplaintError::Closed)), "too late, but still readable");
    }
}

async fn hidden_and_late(world: &World) -> platform::Secret {
    let case = waits(world, "m9", "zoe", "Imbéciles").await;
    let ruling = decides(world, &case, decision(Decision::Hide, None)).await.unwrap();
    let mut tx = world.engine.begin().await.unwrap();
    let statement = Statement::of(ruling.id, &world.louise, &mut tx).await.unwrap();
    let secret = statement.link(&world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    world.minutes(60 * 24 * 200);
    secret
}

#[tokio::test]
async fn someone_else_than_who_decided_answers_and_the_message_comes_back() {
    for world in worlds().await {
        let sam = world.teammate("Sam Diallo", Role::CommunityManager).await;
        let secret = hidden(&world).await;
        complains(&world, &secret).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let complaint = Complaint::list(&sam, &mut tx).await.unwrap().remove(0);
        let connectors = &world.kit.connectors;
        let louise = &world.louise;
        let own = Complaint::answer(complaint.id, true, "Oui", connectors, louise, &mut tx).await;
        assert!(matches!(own, Err(ComplaintError::SamePerson)));
        let system = platform::Actor::system(louise.brand());
        let none = Complaint::answer(complaint.id, true, "Oui", connectors, &system, &mut tx).await;
        assert!(matches!(none, Err(ComplaintError::NobodyAnswers)), "never by a machine");
        let words = "Vous avez raison, c’était une citation.";
        Complaint::answer(complaint.id, true, words, connectors, &sam, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        performs_all(&world).await;
        assert_eq!(acts(&world).last().unwrap().0, channels::Act::Unhide);
        let told = opens(&world, &secret).await.unwrap().says;
        assert!(told.ruling.undone_at.is_some());
        let complaint = told.complaint.unwrap();
        assert_eq!((complaint.state, complaint.answer.as_str()), (ComplaintState::Reversed, words));
    }
}

#[tokio::test]
async fn alone_in_a_brand_one_answers_for_oneself() {
    for world in worlds().await {
        let secret = hidden(&world).await;
        complains(&world, &secret).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let complaint = Complaint::list(&world.louise, &mut tx).await.unwrap().remove(0);
        let connectors = &world.kit.connectors;
        let answered = Complaint::answer(
            complaint.id,
            false,
            "La décision tient.",
            connectors,
            &world.louise,
            &mut tx,
        );
        assert_eq!(answered.await.unwrap().state, ComplaintState::Upheld);
    }
}
