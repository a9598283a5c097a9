//! What teammates write down: reviews and messages received where Parvis can't read.

use channels::connector::Connected;
use channels::publication::{NeedsPerson, PersonSays, PublicationState};
use channels::{Channel, ItemKind, Limits, Publication};
use conversations::promise::{self, ClockKind, NewPolicy, Policy};
use conversations::{Conversation, ConversationKind, Group, Heard, HeardError};
use jiff::SignedDuration;
use platform::Actor;
use primitives::text::CountRule;

use crate::world::{World, worlds};

/// The bakery's page where people leave reviews, looked after by hand.
async fn page(world: &World, network: &str) -> Channel {
    let account = Connected {
        server: String::new(),
        remote_account_id: format!("fournil at {network}"),
        handle: "fournil".into(),
        name: "Le Fournil".into(),
        profile_url: None,
        avatar_url: None,
        followers: None,
        limits: Limits::of(CountRule::graphemes(4096)),
        credentials: serde_json::Value::Null,
    };
    let mut tx = world.engine.begin().await.unwrap();
    let channel = Channel::add_assisted(network, &account, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    channel
}

fn review(world: &World, channel: &Channel) -> Heard {
    Heard {
        channel: channel.id,
        kind: ItemKind::Review,
        name: "Camille B.".into(),
        profile: None,
        text: "Accueil charmant, mais plus de seigle à 17 h".into(),
        stars: Some(4),
        url: None,
        at: world.engine.ambient().now() - SignedDuration::from_mins(10),
        follows: None,
    }
}

async fn taken(world: &World, heard: Heard, who: &Actor) -> Result<Conversation, HeardError> {
    let mut tx = world.engine.begin().await.unwrap();
    let id = Conversation::take_down(heard, who, &mut tx).await?;
    let conversation = Conversation::load(id, who, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    Ok(conversation)
}

#[tokio::test]
async fn a_review_written_down_waits_for_an_answer_like_any_message() {
    for world in worlds().await {
        let google = page(&world, "Google Business").await;
        let review = review(&world, &google);
        let said_at = review.at;
        let conversation = taken(&world, review, &world.louise).await.unwrap();
        assert_eq!(conversation.kind, ConversationKind::Review);
        assert_eq!(conversation.waiting_since, Some(said_at), "{}", world.engine.name);
        let messages = world.messages(&conversation).await;
        assert_eq!((messages[0].stars(), messages[0].is_heard()), (Some(4), true));
        assert_eq!(messages[0].person.as_ref().unwrap().name, "Camille B.");
        assert_eq!(world.list(Group::Messages).await.len(), 1);
    }
}

#[tokio::test]
async fn the_same_thing_is_written_down_once() {
    for world in worlds().await {
        let google = page(&world, "Google Business").await;
        let first = taken(&world, review(&world, &google), &world.louise).await.unwrap();
        let again = taken(&world, review(&world, &google), &world.louise).await;
        let Err(HeardError::Already { conversation }) = again else { panic!("it is known") };
        assert_eq!(conversation, first.id);
        let with_link = |text: &str| Heard {
            text: text.into(),
            url: Some("https://maps.example/review/7".into()),
            ..review(&world, &google)
        };
        taken(&world, with_link("Très bon pain"), &world.louise).await.unwrap();
        let again = taken(&world, with_link("Très bon pain !"), &world.louise).await;
        assert!(matches!(again, Err(HeardError::Already { .. })), "the same link");
        assert_eq!(world.list(Group::Messages).await.len(), 2, "{}", world.engine.name);
    }
}

#[tokio::test]
async fn what_followed_joins_the_conversation_and_people_of_two_pages_stay_apart() {
    for world in worlds().await {
        let google = page(&world, "Google Business").await;
        let facebook = page(&world, "Facebook").await;
        let first = taken(&world, review(&world, &google), &world.louise).await.unwrap();
        let followed = Heard {
            text: "Merci de votre réponse, je repasserai".into(),
            follows: Some(first.id),
            name: String::new(),
            stars: None,
            at: world.engine.ambient().now(),
            ..review(&world, &google)
        };
        let second = taken(&world, followed, &world.louise).await.unwrap();
        assert_eq!((second.id, second.message_count), (first.id, 2), "{}", world.engine.name);
        let elsewhere = taken(&world, review(&world, &facebook), &world.louise).await.unwrap();
        assert_ne!(elsewhere.identity, first.identity, "the same name on another page");
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_nothing_is_kept() {
    for world in worlds().await {
        let google = page(&world, "Google Business").await;
        let ahead = world.engine.ambient().now() + SignedDuration::from_hours(2);
        let good = || review(&world, &google);
        type Is = fn(&HeardError) -> bool;
        let wrong: [(Heard, Is); 6] = [
            (Heard { name: " @ ".into(), ..good() }, |e| matches!(e, HeardError::NoName)),
            (Heard { text: "  ".into(), stars: None, ..good() }, |e| {
                matches!(e, HeardError::NoWords)
            }),
            (Heard { stars: Some(6), ..good() }, |e| matches!(e, HeardError::NotAMark)),
            (Heard { url: Some("javascript:alert(1)".into()), ..good() }, |e| {
                matches!(e, HeardError::NotALink)
            }),
            (Heard { at: ahead, ..good() }, |e| matches!(e, HeardError::InTheFuture)),
            (Heard { kind: ItemKind::Like, ..good() }, |e| matches!(e, HeardError::NotAMessage)),
        ];
        for (heard, is_so) in wrong {
            let refused = taken(&world, heard, &world.louise).await.unwrap_err();
            assert!(is_so(&refused), "{refused}");
        }
        let bilal = world.with_role(platform::Role::ReadOnly);
        let refused = taken(&world, good(), &bilal).await.unwrap_err();
        assert!(matches!(refused, HeardError::NotAllowed(_)), "{refused}");
        assert!(world.list(Group::Messages).await.is_empty(), "{}", world.engine.name);
    }
}

#[tokio::test]
async fn an_answer_posted_by_hand_waits_for_the_word_of_who_posted_it() {
    for world in worlds().await {
        let google = page(&world, "Google Business").await;
        let conversation = taken(&world, review(&world, &google), &world.louise).await.unwrap();
        let publication = world.answers(&conversation, "Merci Camille, à demain !").await;
        let mut tx = world.engine.begin().await.unwrap();
        let mut asked = Publication::load(publication, &world.louise, &mut tx).await.unwrap();
        let by_hand = PublicationState::NeedsPerson {
            why: NeedsPerson::Assisted,
            detail: String::new(),
            frozen: None,
        };
        assert_eq!(asked.state.name(), by_hand.name(), "{}", world.engine.name);
        // Until someone says that it is posted, nothing tells that it was.
        let now = Conversation::load(conversation.id, &world.louise, &mut tx).await.unwrap();
        assert!(now.waiting_since.is_some(), "Camille still waits");
        // An agent who answers and does not publish posts is heard.
        let agent = Actor::teammate(
            world.louise.brand(),
            world.louise.teammate_id().unwrap(),
            platform::Role::CommunityManager,
        );
        asked.decide(PersonSays::ItIsThere { url: None }, &agent, &mut tx).await.unwrap();
        conversations::reply_settled(publication, &mut tx).await.unwrap();
        let now = Conversation::load(conversation.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(now.waiting_since, None, "{}", world.engine.name);
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn an_answer_posted_by_hand_counts_from_when_it_was_posted() {
    for world in worlds().await {
        let google = page(&world, "Google Business").await;
        let mut tx = world.engine.begin().await.unwrap();
        let promise = NewPolicy { working: false, ..NewPolicy::proposed("Tout le monde".into()) };
        Policy::add(promise, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(60);
        let said = Heard { at: world.engine.ambient().now(), ..review(&world, &google) };
        let conversation = taken(&world, said, &world.louise).await.unwrap();
        let publication = world.answers(&conversation, "Merci Camille, à demain !").await;
        world.minutes(118);
        let mut tx = world.engine.begin().await.unwrap();
        let mut asked = Publication::load(publication, &world.louise, &mut tx).await.unwrap();
        asked.decide(PersonSays::ItIsThere { url: None }, &world.louise, &mut tx).await.unwrap();
        conversations::reply_settled(publication, &mut tx).await.unwrap();
        let now = Conversation::load(conversation.id, &world.louise, &mut tx).await.unwrap();
        let clocks = promise::of_conversation(&now, &world.louise, &mut tx).await.unwrap();
        let first = clocks.iter().find(|clock| clock.kind == ClockKind::First).unwrap();
        assert!(first.ended.is_some(), "{}", world.engine.name);
        assert_eq!(first.used, SignedDuration::from_hours(2), "{}", world.engine.name);
    }
}
