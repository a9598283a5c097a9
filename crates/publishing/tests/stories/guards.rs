//! Checks before a post leaves: what they stop, what they ask, what a person may answer.

use std::sync::Arc;

use channels::publication::{HeldBy, PublicationState};
use channels::{LastLook, NothingToSay};
use jiff::SignedDuration;
use platform::{Actor, Brand, Role};
use publishing::guard::{
    self, Fact, Finding, Guard, GuardLook, GuardSetting, GuardSettings, Hold, Level,
};
use publishing::post::{Edit, Extras, ScheduleError};
use publishing::{LastLooks, Post, PostState};
use strategy::charter::{ChannelLineEdit, VoiceEdit, WordEdit, WordKind};
use strategy::topic::TopicEdit;
use strategy::{Charter, CharterWord, Regulated, RegulatedKind, Topic};

use crate::world::{World, worlds};

async fn seen(world: &World, post: &Post) -> Vec<Finding> {
    let mut tx = world.engine.read().await.unwrap();
    guard::look(post, None, &world.louise, &mut tx).await.unwrap()
}

fn guards(found: &[Finding]) -> Vec<Guard> {
    found.iter().map(|finding| finding.guard).collect()
}

async fn with_extras(world: &World, post: &Post, extras: Extras) -> Post {
    let edit = Edit { extras, ..post.as_edit() };
    let mut tx = world.engine.begin().await.unwrap();
    let post = post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    post
}

async fn avoid(world: &World, word: &str) {
    let edit = WordEdit {
        kind: WordKind::Avoid,
        word: word.into(),
        instead: "à prix doux".into(),
        why: "On n’est pas un supermarché".into(),
    };
    let mut tx = world.engine.begin().await.unwrap();
    CharterWord::add(edit, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_word_to_avoid_asks_and_once_answered_the_post_is_scheduled() {
    for world in worlds().await {
        avoid(&world, "pas cher*").await;
        let post = world.draft("Nos baguettes pas chères du mardi, venez tôt").await;
        let mut tx = world.engine.begin().await.unwrap();
        let refused = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await;
        let Err(ScheduleError::Asked(found)) = refused else { panic!("{refused:?}") };
        assert_eq!(guards(&found), [Guard::Avoided]);
        let Fact::Word { words, instead, .. } = &found[0].fact else { panic!("{found:?}") };
        assert_eq!((words.as_str(), instead.as_str()), ("pas chères", "à prix doux"));
        assert_eq!(found[0].channel, None, "every channel says so");
        post.accept(&[Guard::Avoided], &world.louise, &mut tx).await.unwrap();
        post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.publications(post.id).await.len(), 2);
        let moved = world.post(post.id).await;
        let mut tx = world.engine.begin().await.unwrap();
        moved.schedule("2026-12-02T09:00", &world.louise, &mut tx).await.unwrap();
    }
}

#[tokio::test]
async fn a_word_given_for_one_text_is_not_given_for_another() {
    for world in worlds().await {
        avoid(&world, "pas cher*").await;
        let post = world.draft("Nos baguettes pas chères du mardi").await;
        let mut tx = world.engine.begin().await.unwrap();
        post.accept(&[Guard::Avoided], &world.louise, &mut tx).await.unwrap();
        let mut edit = post.as_edit();
        edit.text = "Nos brioches pas chères du mardi".into();
        let post = post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
        let refused = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await;
        assert!(matches!(refused, Err(ScheduleError::Asked(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn an_apprentice_can_t_answer_for_the_brand() {
    for world in worlds().await {
        let ines = world.colleague(Role::Contributor).await;
        let post = world.draft("Bonjour").await;
        let mut tx = world.engine.begin().await.unwrap();
        assert!(post.accept(&[Guard::Avoided], &ines, &mut tx).await.is_err());
        let off = GuardSetting { guard: Guard::Twin, active: false, level: Level::Informs };
        assert!(GuardSettings::set(&[off], &ines, &mut tx).await.is_err());
    }
}

#[tokio::test]
async fn a_declared_collaboration_without_its_mention_stops_and_can_t_be_talked_round() {
    for world in worlds().await {
        let post = world.draft("Une semaine avec le robot du Moulin").await;
        let declared = Extras { commercial: Some("Le Moulin".into()), ..Extras::default() };
        let post = with_extras(&world, &post, declared.clone()).await;
        let mut tx = world.engine.begin().await.unwrap();
        post.accept(&[Guard::CollaborationMention], &world.louise, &mut tx).await.unwrap();
        let refused = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await;
        let Err(ScheduleError::Stopped(found)) = refused else { panic!("{refused:?}") };
        assert_eq!(found[0].guard, Guard::CollaborationMention);
        drop(tx);
        let mut edit = post.as_edit();
        edit.text = format!("Collaboration commerciale\n\n{}", edit.text);
        let mut tx = world.engine.begin().await.unwrap();
        let post = post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
        post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
    }
}

#[tokio::test]
async fn what_comes_to_stop_after_scheduling_holds_the_publication_until_a_second_look() {
    for world in worlds().await {
        let post = world.draft("Nos baguettes pas chères du mardi").await;
        let mut tx = world.engine.begin().await.unwrap();
        post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        avoid(&world, "pas cher*").await;
        let stops = GuardSetting { guard: Guard::Avoided, active: true, level: Level::Stops };
        let mut tx = world.engine.begin().await.unwrap();
        GuardSettings::set(&[stops], &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let looks: [Arc<dyn LastLook>; 2] = [Arc::new(NothingToSay), Arc::new(GuardLook)];
        let looks = LastLooks::new(looks.to_vec());
        let mut publication = world.publications(post.id).await.remove(0);
        let mut tx = world.engine.begin().await.unwrap();
        let held = looks.look(&publication, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(held, Some(HeldBy::Guard));
        let mut tx = world.engine.begin().await.unwrap();
        let hold = Hold::of(publication.id, &world.louise, &mut tx).await.unwrap().unwrap();
        assert_eq!(guards(&hold.findings), [Guard::Avoided]);
        assert!(Hold::of(publication.id, &world.neighbour, &mut tx).await.unwrap().is_none());
        // The fence writes the state; a person then lets it go.
        publication.hold(&world.louise, &mut tx).await.unwrap();
        publication.state = PublicationState::Held { reason: HeldBy::Guard };
        guard::release(&mut publication, &world.louise, &mut tx).await.unwrap();
        assert_eq!(looks.look(&publication, &mut tx).await.unwrap(), None, "accepted");
    }
}

#[tokio::test]
async fn a_second_post_too_close_or_one_too_many_is_seen_before_it_floods() {
    for world in worlds().await {
        let edit = ChannelLineEdit {
            per_week: Some(2),
            most_per_day: Some(1),
            least_gap: Some(120),
            ..ChannelLineEdit::default()
        };
        let mut tx = world.engine.begin().await.unwrap();
        Charter::say_channel(world.bluesky.cast(), edit, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let first = world.draft("La galette arrive lundi").await;
        let mut tx = world.engine.begin().await.unwrap();
        first.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let second = world.draft("Un atelier pour les enfants mercredi").await;
        let mut tx = world.engine.begin().await.unwrap();
        let refused = second.schedule("2026-12-01T10:00", &world.louise, &mut tx).await;
        let Err(ScheduleError::Asked(found)) = refused else { panic!("{refused:?}") };
        let on: Vec<_> = found.iter().filter(|f| f.guard == Guard::Flooding).collect();
        assert_eq!(on.len(), 2, "too many that day, too close: {found:?}");
        assert!(on.iter().all(|finding| finding.channel == Some(world.bluesky)));
        assert!(matches!(on[1].fact, Fact::TooClose { minutes: 60, least: 120, .. }));
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        second.schedule("2026-12-02T10:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let third = world.draft("Un mot du moulin pour jeudi").await;
        let mut tx = world.engine.begin().await.unwrap();
        let refused = third.schedule("2026-12-06T10:00", &world.louise, &mut tx).await;
        let Err(ScheduleError::Asked(found)) = refused else { panic!("Sunday is of the week") };
        assert!(matches!(found[0].fact, Fact::TooManyAWeek { count: 3, wanted: 2 }));
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        third.schedule("2026-12-07T10:00", &world.louise, &mut tx).await.unwrap();
    }
}

#[tokio::test]
async fn the_same_text_everywhere_is_said_and_the_same_text_again_is_asked() {
    for world in worlds().await {
        let text = "La bûche de Noël est arrivée au fournil, réservez la vôtre avant le 20";
        let post = world.draft(text).await;
        let found = seen(&world, &post).await;
        let Some(Fact::Twin { others, percent: 100, .. }) = found.first().map(|f| &f.fact) else {
            panic!("{found:?}")
        };
        assert_eq!(others.len(), 2);
        let mut tx = world.engine.begin().await.unwrap();
        post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let again = world.draft(&format!("{text} ! #Noël")).await;
        world.engine.ambient().advance(SignedDuration::from_hours(24 * 12));
        let found = seen(&world, &again).await;
        assert_eq!(guards(&found), [Guard::Repeated, Guard::Repeated, Guard::Twin], "{found:?}");
        let own = seen(&world, &world.post(post.id).await).await;
        assert!(!guards(&own).contains(&Guard::Repeated), "a post does not repeat itself");
    }
}

#[tokio::test]
async fn a_text_is_on_a_topic_by_its_words_or_because_its_author_says_so() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let edit = TopicEdit {
            name: "Nos pains".into(),
            colour: "#b3402a".into(),
            words: vec!["brioche".into(), "four".into()],
            ..TopicEdit::default()
        };
        let topic = Topic::add(edit, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let on = world.draft("Trois brioches tressées sortent ce matin, venez").await;
        assert!(!guards(&seen(&world, &on).await).contains(&Guard::OffTopic));
        let off = world.draft("Quel match hier soir, une ambiance incroyable au stade").await;
        assert!(guards(&seen(&world, &off).await).contains(&Guard::OffTopic));
        let mut edit = off.as_edit();
        edit.topic = Some(topic.id);
        let mut tx = world.engine.begin().await.unwrap();
        let off = off.edit(edit, off.version, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!guards(&seen(&world, &off).await).contains(&Guard::OffTopic));
    }
}

#[tokio::test]
async fn regulated_words_are_seen_once_the_brand_watches_them_with_its_own_list_or_ours() {
    for world in worlds().await {
        let post = world.draft("Notre tisane guérit le rhume et la grippe").await;
        assert!(!guards(&seen(&world, &post).await).contains(&Guard::Regulated));
        let food = RegulatedKind::Food;
        let mut tx = world.engine.begin().await.unwrap();
        Regulated::set(food, true, None, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let found = seen(&world, &post).await;
        let regulated = found.iter().find(|f| f.guard == Guard::Regulated).expect("it is watched");
        let Fact::Regulated { kind, words } = &regulated.fact else { panic!() };
        assert_eq!((*kind, words[0].as_str()), (food, "guérit"));
        let own = vec!["camomille".to_owned()];
        let mut tx = world.engine.begin().await.unwrap();
        Regulated::set(food, true, Some(own), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!guards(&seen(&world, &post).await).contains(&Guard::Regulated));
        let usual = food.default_terms().into_iter().map(str::to_owned).collect();
        let mut tx = world.engine.begin().await.unwrap();
        Regulated::set(food, true, Some(usual), &world.louise, &mut tx).await.unwrap();
        let lists = Regulated::all(&world.louise, &mut tx).await.unwrap();
        assert_eq!(lists[0].own_terms, None, "the usual list, kept as it is, stays followed");
    }
}

#[tokio::test]
async fn a_channel_s_language_is_held_before_the_brand_s() {
    for world in worlds().await {
        let edit = ChannelLineEdit { language: Some("en".into()), ..ChannelLineEdit::default() };
        let mut tx = world.engine.begin().await.unwrap();
        Charter::say_channel(world.mastodon.cast(), edit, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let post = world.draft("Nous ouvrons ce samedi à sept heures, venez nous voir").await;
        let found = seen(&world, &post).await;
        let wrong: Vec<_> = found.iter().filter(|f| f.guard == Guard::WrongLanguage).collect();
        assert_eq!(wrong.len(), 1, "{found:?}");
        assert_eq!(wrong[0].channel, Some(world.mastodon));
    }
}

#[tokio::test]
async fn a_check_that_is_off_says_nothing_and_a_paused_brand_is_told() {
    for world in worlds().await {
        let post = world.draft("La bûche de Noël est arrivée au fournil ce matin").await;
        let off = GuardSetting { guard: Guard::Twin, active: false, level: Level::Informs };
        let mut tx = world.engine.begin().await.unwrap();
        GuardSettings::set(&[off], &world.louise, &mut tx).await.unwrap();
        let brand = Brand::of(&world.louise, &mut tx).await.unwrap();
        brand.pause("Rappel d’un produit", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let found = seen(&world, &post).await;
        assert_eq!(guards(&found), [Guard::Paused]);
        assert!(
            matches!(&found[0].fact, Fact::BrandPaused { reason, .. } if reason.contains("Rappel"))
        );
    }
}

#[tokio::test]
async fn parvis_itself_is_stopped_by_what_stops_and_not_by_what_asks() {
    for world in worlds().await {
        avoid(&world, "pas cher*").await;
        let system = Actor::system(world.louise.brand());
        let post = world.draft("Nos baguettes pas chères du mardi").await;
        let mut tx = world.engine.begin().await.unwrap();
        let scheduled = post.schedule("2026-12-01T09:00", &system, &mut tx).await.unwrap();
        assert!(matches!(scheduled.state, PostState::Scheduled(_)));
    }
}

#[tokio::test]
async fn a_dead_link_is_seen_once_it_has_been_looked_at_and_a_private_one_is_never_asked() {
    for world in worlds().await {
        let post = world.draft("Le programme : http://127.0.0.1:9/programme et la suite").await;
        let mut tx = world.engine.begin().await.unwrap();
        let unknown = guard::links::unknown(&post, &world.louise, &mut tx).await.unwrap();
        assert_eq!(unknown, ["http://127.0.0.1:9/programme"]);
        guard::links::look_at(unknown.clone(), None, &world.louise, &mut tx).await.unwrap();
        guard::links::look_at(unknown.clone(), None, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let http = platform::outbound::Outbound::new(Default::default()).unwrap();
        let job = guard::links::CheckLinks { brand: world.louise.brand(), urls: unknown };
        guard::links::run(&job, &world.engine.database, &http).await.unwrap();
        let found = seen(&world, &post).await;
        let dead = found.iter().find(|f| f.guard == Guard::DeadLink).expect("it is private");
        assert!(matches!(dead.fact, Fact::DeadLink { trouble: guard::LinkTrouble::Private, .. }));
        let voice =
            VoiceEdit { sites: vec!["https://www.127.0.0.1:9/".into()], ..VoiceEdit::default() };
        let mut tx = world.engine.begin().await.unwrap();
        Charter::say_voice(voice, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(guards(&seen(&world, &post).await).contains(&Guard::Untracked));
    }
}

#[tokio::test]
async fn five_hundred_posts_leave_the_checks_quick() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        for kind in RegulatedKind::ALL {
            Regulated::set(*kind, true, None, &world.louise, &mut tx).await.unwrap();
        }
        for n in 0..250 {
            let text =
                format!("Le pain du jour numéro {n}, au seigle et au miel, est sur l’étal {n}");
            let new = publishing::post::NewPost {
                text,
                channels: vec![world.bluesky, world.mastodon],
                ..Default::default()
            };
            let source = publishing::post::PostSource::Written;
            let post = Post::draft(new, source, &world.louise, &mut tx).await.unwrap();
            let system = Actor::system(world.louise.brand());
            let at = format!("2026-12-{:02}T{:02}:00", 1 + n % 28, n % 24);
            post.schedule(&at, &system, &mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        let post = world.draft("Trois brioches tressées sortent ce matin, venez tôt").await;
        let mut times = Vec::new();
        for _ in 0..9 {
            let started = std::time::Instant::now();
            seen(&world, &post).await;
            times.push(started.elapsed());
        }
        times.sort();
        println!(
            "{}: checks over 500 publications in {:?} (unoptimised)",
            world.engine.name, times[4]
        );
        assert!(times[4].as_millis() < 500, "even unoptimised: {:?}", times[4]);
    }
}
