//! Liking, hiding and deleting at the network.

use channels::{Act, ItemKind, NetworkError};
use conversations::{ActError, ActOnMessage, Conversation, Deed, DeedState, Message, perform};
use platform::Role;
use primitives::Id;

use crate::network::item;
use crate::world::{World, worlds};

async fn asks(
    world: &World,
    of: &Conversation,
    message: Id<Message>,
    act: Act,
) -> Result<Deed, ActError> {
    let mut tx = world.engine.begin().await.unwrap();
    let deed = of.act(message, act, &world.kit.connectors, &world.louise, &mut tx).await?;
    tx.commit().await.unwrap();
    world.minutes(1);
    Ok(deed)
}

async fn runs(world: &World, deed: &Deed, last: bool) -> Result<(), database::Error> {
    let job = ActOnMessage { deed: deed.id, brand: world.louise.brand() };
    perform(&world.kit, &job, last).await
}

async fn deeds(world: &World, of: &Conversation) -> Vec<(Act, DeedState, Option<String>)> {
    let ids: Vec<_> = world.messages(of).await.iter().map(|message| message.id).collect();
    let mut tx = world.engine.read().await.unwrap();
    let deeds = of.deeds(&ids, &world.louise, &mut tx).await.unwrap();
    deeds.into_iter().map(|deed| (deed.act, deed.state, deed.reason)).collect()
}

#[tokio::test]
async fn what_is_asked_is_done_once_and_what_came_of_it_is_said() {
    for world in worlds().await {
        world.comes(vec![item("m1", ItemKind::Mention, "lea", "Délicieux", 1)]).await;
        let lea = world.only().await;
        let message = world.messages(&lea).await[0].id;
        let liked = asks(&world, &lea, message, Act::Like).await.unwrap();
        let again = asks(&world, &lea, message, Act::Like).await.unwrap();
        assert_eq!(liked.id, again.id, "asked twice, it is asked once");
        assert_eq!(deeds(&world, &lea).await, [(Act::Like, DeedState::Asked, None)]);
        runs(&world, &liked, false).await.unwrap();
        runs(&world, &liked, false).await.unwrap();
        assert_eq!(deeds(&world, &lea).await, [(Act::Like, DeedState::Done, None)]);
        let acts = world.network.0.lock().unwrap().acts.clone();
        assert_eq!(acts, [(Act::Like, "m1".to_owned())]);
    }
}

#[tokio::test]
async fn a_change_of_mind_leaves_the_first_undone() {
    for world in worlds().await {
        world.comes(vec![item("m1", ItemKind::Mention, "lea", "Beurk", 1)]).await;
        let lea = world.only().await;
        let message = world.messages(&lea).await[0].id;
        let hide = asks(&world, &lea, message, Act::Hide).await.unwrap();
        let show = asks(&world, &lea, message, Act::Unhide).await.unwrap();
        runs(&world, &hide, false).await.unwrap();
        runs(&world, &show, false).await.unwrap();
        let acts = world.network.0.lock().unwrap().acts.clone();
        assert_eq!(acts, [(Act::Unhide, "m1".to_owned())]);
    }
}

#[tokio::test]
async fn trouble_is_tried_again_and_a_refusal_is_told_and_may_be_asked_again() {
    for world in worlds().await {
        world.comes(vec![item("m1", ItemKind::Mention, "lea", "Beurk", 1)]).await;
        let lea = world.only().await;
        let message = world.messages(&lea).await[0].id;
        let deed = asks(&world, &lea, message, Act::Hide).await.unwrap();
        let away = || NetworkError::Retry { detail: "away".into(), after: None };
        world.network.0.lock().unwrap().refusals.extend([away(), away()]);
        assert!(runs(&world, &deed, false).await.is_err(), "the job comes back");
        assert_eq!(deeds(&world, &lea).await[0].1, DeedState::Asked);
        runs(&world, &deed, true).await.unwrap();
        let failed = (Act::Hide, DeedState::Failed, Some("unreachable".to_owned()));
        assert_eq!(deeds(&world, &lea).await, [failed]);
        let again = asks(&world, &lea, message, Act::Hide).await.unwrap();
        assert_ne!(again.id, deed.id);
        runs(&world, &again, false).await.unwrap();
        assert_eq!(deeds(&world, &lea).await, [(Act::Hide, DeedState::Done, None)]);
    }
}

#[tokio::test]
async fn only_what_the_network_offers_is_asked_and_only_by_those_who_may() {
    for world in worlds().await {
        world.comes(vec![item("m1", ItemKind::Mention, "lea", "Beurk", 1)]).await;
        let lea = world.only().await;
        let message = world.messages(&lea).await[0].id;
        let refused = asks(&world, &lea, message, Act::Delete).await;
        assert!(matches!(refused, Err(ActError::NotOffered)));
        world.answers(&lea, "Désolés").await;
        let ours = world.messages(&lea).await[1].id;
        let deed = asks(&world, &lea, ours, Act::Delete).await.unwrap();
        runs(&world, &deed, false).await.unwrap();
        assert_eq!(world.network.0.lock().unwrap().acts[0].0, Act::Delete);
        let reader = world.with_role(Role::Expert);
        let mut tx = world.engine.begin().await.unwrap();
        let may_not = lea.act(message, Act::Like, &world.kit.connectors, &reader, &mut tx).await;
        assert!(matches!(may_not, Err(ActError::NotAllowed(_))));
        let stranger = world.stranger();
        let other = lea.act(message, Act::Like, &world.kit.connectors, &stranger, &mut tx).await;
        assert!(matches!(other, Err(ActError::NotFound)));
    }
}
