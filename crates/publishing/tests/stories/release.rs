//! Several posts released or labelled in one go, each after a second look.

use channels::LastLook;
use channels::publication::StateName;
use jiff::SignedDuration;
use platform::Brand;
use publishing::approval::{Approver, Mode, Path, Scope, Step};
use publishing::calendar::{self, Bulk, Done, Why};
use publishing::campaign::{CampaignEdit, CampaignKind};
use publishing::guard::{Guard, GuardLook, GuardSetting, GuardSettings, Level};
use publishing::{Campaign, Post};
use strategy::Topic;
use strategy::charter::{CharterWord, WordEdit, WordKind};
use strategy::topic::TopicEdit;

use crate::world::{World, worlds};

async fn planned(world: &World, text: &str, at: &str) -> Post {
    let post = world.draft(text).await;
    let mut tx = world.engine.begin().await.unwrap();
    let post = post.schedule(at, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    post
}

/// What the fence writes when a look keeps a publication back.
async fn held_by(world: &World, post: &Post, reason: &str) {
    let mut tx = world.engine.begin().await.unwrap();
    let text =
        format!("UPDATE publication SET state = 'held', reason = '{reason}' WHERE post_id = $1");
    tx.execute(&text, database::params![post.id]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn states(world: &World, post: &Post) -> Vec<StateName> {
    world.publications(post.id).await.iter().map(|p| p.state.name()).collect()
}

async fn apply(world: &World, bulk: Bulk, posts: &[&Post]) -> Done {
    let posts: Vec<_> = posts.iter().map(|post| post.id).collect();
    let mut tx = world.engine.begin().await.unwrap();
    let done = calendar::apply(bulk, &posts, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    done
}

async fn a_word_that_stops(world: &World) {
    let edit = WordEdit {
        kind: WordKind::Avoid,
        word: "pas cher*".into(),
        instead: "à prix doux".into(),
        why: String::new(),
    };
    let stops = GuardSetting { guard: Guard::Avoided, active: true, level: Level::Stops };
    let mut tx = world.engine.begin().await.unwrap();
    CharterWord::add(edit, &world.louise, &mut tx).await.unwrap();
    GuardSettings::set(&[stops], &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_a_check_holds_goes_once_released_in_one_go() {
    for world in worlds().await {
        let cheap = planned(&world, "Nos baguettes pas chères du mardi", "2026-12-01T09:00").await;
        let plain = planned(&world, "La galette sort du four", "2026-12-04T09:00").await;
        a_word_that_stops(&world).await;
        held_by(&world, &cheap, "guard").await;
        held_by(&world, &plain, "person").await;
        let done = apply(&world, Bulk::Release, &[&cheap, &plain]).await;
        assert_eq!((done.changed, done.refused), (2, vec![]));
        assert_eq!(states(&world, &cheap).await, [StateName::Planned, StateName::Planned]);
        let mut tx = world.engine.begin().await.unwrap();
        for publication in world.publications(cheap.id).await {
            let again = GuardLook.look(&publication, &mut tx).await.unwrap();
            assert_eq!(again, None, "the person's word holds: it is not held a second time");
        }
    }
}

#[tokio::test]
async fn what_would_be_held_again_stays_held_and_says_why() {
    for world in worlds().await {
        let free = planned(&world, "La galette sort du four", "2026-12-01T09:00").await;
        let asked = planned(&world, "Un atelier pour les enfants", "2026-12-04T09:00").await;
        let marie = Approver::Outside { name: "Marie".into(), email: "marie@example.org".into() };
        let step = Step { mode: Mode::All, approvers: vec![marie] };
        world.engine.ambient().advance(SignedDuration::from_secs(5));
        let mut tx = world.engine.begin().await.unwrap();
        let edit = CampaignEdit {
            name: "Noël".into(),
            kind: CampaignKind::Theme,
            about: String::new(),
            colour: "#b3402a".into(),
            starts_on: None,
            ends_on: None,
            day: None,
        };
        let campaign = Campaign::add(edit, &world.louise, &mut tx).await.unwrap().id;
        Path::set(Scope::Campaign(campaign), vec![step], &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        // Labelled for a campaign whose client must agree: what is planned is held.
        let done =
            apply(&world, Bulk::Label { topic: None, campaign: Some(Some(campaign)) }, &[&asked])
                .await;
        assert_eq!(done.changed, 1);
        held_by(&world, &asked, "approval").await;
        held_by(&world, &free, "brand_pause").await;
        let done = apply(&world, Bulk::Release, &[&free, &asked]).await;
        let (changed, refused) = (done.changed, done.refused.clone());
        assert_eq!((changed, refused), (1, vec![(asked.id, Why::NeedsApproval)]));
        assert_eq!(states(&world, &asked).await, [StateName::Held, StateName::Held]);
        assert_eq!(states(&world, &free).await, [StateName::Planned, StateName::Planned]);

        held_by(&world, &free, "brand_pause").await;
        let mut tx = world.engine.begin().await.unwrap();
        let brand = Brand::of(&world.louise, &mut tx).await.unwrap();
        brand.pause("Coupure d’eau", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.engine.ambient().advance(SignedDuration::from_hours(24 * 30));
        let done = apply(&world, Bulk::Release, &[&free]).await;
        assert_eq!((done.changed, done.refused), (0, vec![(free.id, Why::Paused)]));
    }
}

#[tokio::test]
async fn several_posts_are_labelled_in_one_go_and_back() {
    for world in worlds().await {
        let one = world.draft("La farine d’Émile").await;
        let two = planned(&world, "La galette sort du four", "2026-12-01T09:00").await;
        let mut tx = world.engine.begin().await.unwrap();
        let edit = TopicEdit {
            name: "Coulisses".into(),
            colour: "#2f6f5e".into(),
            ..TopicEdit::default()
        };
        let topic = Topic::add(edit, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let label = Bulk::Label { topic: Some(Some(topic.id)), campaign: None };
        let done = apply(&world, label, &[&one, &two]).await;
        assert_eq!(done.changed, 2);
        assert_eq!(world.post(two.id).await.topic, Some(topic.id));
        let again = apply(&world, label, &[&one]).await;
        assert_eq!(again.refused, [(one.id, Why::NothingToDo)]);
        let mut tx = world.engine.begin().await.unwrap();
        let change = done.change.unwrap();
        assert_eq!(calendar::undo(change, &world.louise, &mut tx).await.unwrap(), 2);
        tx.commit().await.unwrap();
        assert_eq!(world.post(one.id).await.topic, None);
        let strange =
            Bulk::Label { topic: Some(Some(world.engine.ambient().new_id())), campaign: None };
        let mut tx = world.engine.begin().await.unwrap();
        let refused = calendar::apply(strange, &[one.id], &world.louise, &mut tx).await;
        assert!(matches!(refused, Err(calendar::BulkError::NoSuchTopic)), "{refused:?}");
    }
}
