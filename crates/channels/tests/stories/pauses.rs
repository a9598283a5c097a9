use channels::connector::Repeat;
use channels::publication::{HeldBy, NewPublication, Place, Purpose, StateName};
use channels::{Channel, Content, NetworkError, Publication, PublicationState};
use platform::Brand;
use platform::brand::BrandError;

use crate::network::Does;
use crate::world::{account, worlds};

#[tokio::test]
async fn a_post_held_by_a_pause_is_not_sent_until_a_person_releases_it() {
    for world in worlds(Repeat::SameRecord).await {
        let publication = world.plan("Le four est chaud", 0).await;
        let mut tx = world.engine.begin().await.unwrap();
        let brand = Brand::of(&world.louise, &mut tx).await.unwrap();
        let brand = brand.pause("incendie au fournil", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let state = world.let_pass(publication.id, 5).await;
        assert_eq!(state, PublicationState::Held { reason: HeldBy::BrandPause });
        assert_eq!(world.network.state.lock().unwrap().stages, 0, "not even its pictures left");

        let mut tx = world.engine.begin().await.unwrap();
        brand.resume(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.let_pass(publication.id, 5).await.name(), StateName::Held);

        let mut publication = world.publication(publication.id).await;
        let mut tx = world.engine.begin().await.unwrap();
        publication.release(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.let_pass(publication.id, 5).await.name(), StateName::Published);
        assert_eq!(world.network.posts(), 1);
    }
}

#[tokio::test]
async fn a_paused_channel_holds_its_own_posts() {
    for world in worlds(Repeat::SameRecord).await {
        let publication = world.plan("Le four est chaud", 0).await;
        let mut tx = world.engine.begin().await.unwrap();
        world.channel.pause(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let state = world.let_pass(publication.id, 5).await;
        assert_eq!(state, PublicationState::Held { reason: HeldBy::ChannelPause });
    }
}

#[tokio::test]
async fn a_channel_connected_again_sends_what_it_was_refused() {
    for world in worlds(Repeat::SameRecord).await {
        world
            .network
            .script([Does::Refuses(NetworkError::Reauthorize { detail: "token revoked".into() })]);
        let publication = world.plan("Le four est chaud", 0).await;
        assert_eq!(world.let_pass(publication.id, 1).await.name(), StateName::Failed);
        let mut tx = world.engine.begin().await.unwrap();
        let channel = Channel::load(world.channel.id, &world.louise, &mut tx).await.unwrap();
        assert!(matches!(channel.state, channels::ChannelState::NeedsReconnection { .. }));
        let network = world.kit.connectors.get("pretend").unwrap().network();
        let vault = &world.kit.vault;
        let again = Channel::connect(network, &account(), vault, &world.louise, &mut tx).await;
        assert_eq!(again.unwrap().id, channel.id, "the same account is the same channel");
        tx.commit().await.unwrap();
        assert_eq!(world.let_pass(publication.id, 1).await.name(), StateName::Published);
        assert_eq!(world.network.posts(), 1);
    }
}

#[tokio::test]
async fn removing_a_channel_says_so_on_what_was_planned_on_it() {
    for world in worlds(Repeat::SameRecord).await {
        let publication = world.plan("Le four est chaud", 60).await;
        let mut tx = world.engine.begin().await.unwrap();
        world.channel.remove(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.let_pass(publication.id, 1).await.name(), StateName::Failed);
        assert_eq!(world.network.posts(), 0);
    }
}

#[tokio::test]
async fn a_crisis_holds_posts_and_lets_answers_and_what_is_let_through_leave() {
    for world in worlds(Repeat::SameRecord).await {
        let ordinary = world.plan("Le four est chaud", 0).await;
        let statement = world.plan("Nous avons vu vos messages", 0).await;
        let crisis = world.engine.ambient().new_id();
        let mut tx = world.engine.begin().await.unwrap();
        let answer = Publication::plan(
            NewPublication {
                channel: world.channel.id,
                purpose: Purpose::Reply { conversation: tx.new_id() },
                place: Place::default(),
                due_at: tx.now(),
                content: Content {
                    text: "Merci de nous l’avoir dit".into(), ..Content::default()
                },
            },
            &world.louise,
            &mut tx,
        );
        let answer = answer.await.unwrap();
        statement.let_through(&world.louise, &mut tx).await.unwrap();
        let brand = Brand::of(&world.louise, &mut tx).await.unwrap();
        brand.pause_for_crisis(crisis, "pain rassis", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();

        let held = PublicationState::Held { reason: HeldBy::BrandPause };
        assert_eq!(world.let_pass(ordinary.id, 1).await, held);
        assert_eq!(world.let_pass(statement.id, 1).await.name(), StateName::Published);
        assert_eq!(world.let_pass(answer.id, 1).await.name(), StateName::Published);

        let mut tx = world.engine.begin().await.unwrap();
        let brand = Brand::of(&world.louise, &mut tx).await.unwrap();
        let resumed = brand.clone().resume(&world.louise, &mut tx).await;
        assert!(matches!(resumed, Err(BrandError::InCrisis(id)) if id == crisis));
        let other = tx.new_id();
        let brand = brand.resume_after_crisis(other, &world.louise, &mut tx).await.unwrap();
        assert!(brand.paused.is_some(), "another crisis does not end it");
        let brand = brand.resume_after_crisis(crisis, &world.louise, &mut tx).await.unwrap();
        assert!(brand.paused.is_none());
        tx.commit().await.unwrap();
        assert_eq!(world.let_pass(ordinary.id, 1).await, held, "a person releases it");
    }
}
