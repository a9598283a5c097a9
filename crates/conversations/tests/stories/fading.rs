//! What loses pace is noticed, relaunched, and measured.

use std::collections::BTreeMap;

use channels::ItemKind;
use conversations::fading::{
    self, Fading, FadingError, FadingState, Pace, Piece, Verdict, Way, pace, silence, verdict,
};
use jiff::{SignedDuration, Timestamp};

use crate::network::{at, item};
use crate::world::{World, worlds};

fn day(number: i64) -> Timestamp {
    at(0) + SignedDuration::from_hours(24 * number)
}

fn piece(published: i64, by_day: &[i64]) -> Piece {
    let days = (0..).zip(by_day.iter().copied());
    Piece { published_at: day(published), by_day: days.collect::<BTreeMap<_, _>>() }
}

#[test]
fn a_post_fades_against_its_likes_of_the_same_age() {
    let lively: Vec<Piece> = (0..12).map(|n| piece(n, &[10, 8, 6, 4, 2])).collect();
    let lively: Vec<&Piece> = lively.iter().collect();
    let quiet = piece(30, &[9, 4, 1, 1]);
    // On its fourth day, ten came in two days to the others; two to it.
    let found = pace(&quiet, &lively, day(34)).unwrap();
    assert_eq!(found, Pace { recent: 2, usual: 10, compared: 12, total: 15 });
    let usual = piece(30, &[9, 7, 5, 4]);
    assert_eq!(pace(&usual, &lively, day(34)), None);
    // Too young, too old, too little to compare with, never alive.
    assert_eq!(pace(&quiet, &lively, day(31)), None);
    assert_eq!(pace(&quiet, &lively, day(60)), None);
    assert_eq!(pace(&quiet, &lively[..9], day(34)), None);
    assert_eq!(pace(&piece(30, &[1, 0, 0, 0]), &lively, day(34)), None);
}

#[test]
fn a_silence_is_long_against_what_people_usually_take() {
    let returns: Vec<_> = (1..=20).map(SignedDuration::from_hours).collect();
    let found = silence(day(0), 3, &returns, day(3)).unwrap();
    assert_eq!((found.hours, found.usual, found.compared), (72, 16, 20));
    assert_eq!(silence(day(0), 3, &returns, day(1)), None);
    assert_eq!(silence(day(0), 2, &returns, day(3)), None);
    assert_eq!(silence(day(0), 3, &returns[..19], day(3)), None);
    assert_eq!(silence(day(0), 3, &returns, day(30)), None);
}

#[test]
fn an_effect_is_shown_only_when_it_is_one() {
    let (many, few) = (vec![5; 10], vec![1; 10]);
    assert_eq!(verdict(&many, &few), Verdict::More);
    assert_eq!(verdict(&few, &many), Verdict::NoEffect);
    assert_eq!(verdict(&few, &few), Verdict::NoEffect);
    assert_eq!(verdict(&many[..9], &few), Verdict::NotKnown);
}

/// What someone says, now.
async fn says(world: &World, id: &str, kind: ItemKind, author: &str, text: &str) {
    let minutes = world.engine.ambient().now().duration_since(at(0)).as_mins();
    world.comes(vec![item(id, kind, author, text, minutes)]).await;
}

/// Marc and the bakery talk at length; then he falls silent for three days.
async fn marc_falls_silent(world: &World) {
    for turn in 0..21 {
        says(world, &format!("d{turn}"), ItemKind::Direct, "marc", "Et le seigle ?").await;
        let marc = world.only().await;
        world.answers(&marc, "Demain").await;
    }
    world.minutes(60 * 24 * 3);
}

async fn proposed(world: &World) -> Vec<Fading> {
    let mut tx = world.engine.read().await.unwrap();
    Fading::list(true, 50, &world.louise, &mut tx).await.unwrap()
}

async fn looks(world: &World) -> usize {
    fading::look(world.louise.brand(), &world.engine).await.unwrap()
}

#[tokio::test]
async fn a_conversation_that_fades_is_proposed_once_relaunched_and_measured() {
    for world in worlds().await {
        marc_falls_silent(&world).await;
        assert_eq!((looks(&world).await, looks(&world).await), (1, 0), "{}", world.engine.name);
        let found = proposed(&world).await.remove(0);
        assert_eq!((found.state, found.compared), (FadingState::Proposed, 20));
        let mut tx = world.engine.begin().await.unwrap();
        let people = found.took_part(&world.louise, &mut tx).await.unwrap();
        assert_eq!(people[0].name, "marc");
        found.relaunch(Way::Question, None, &world.louise, &mut tx).await.unwrap();
        let again = found.dismiss("trop tard", &world.louise, &mut tx).await;
        assert!(matches!(again, Err(FadingError::Decided)));
        tx.commit().await.unwrap();
        world.minutes(1);
        let marc = world.only().await;
        world.answers(&marc, "Et vous, Marc ?").await;
        says(&world, "back", ItemKind::Direct, "marc", "Me revoilà").await;
        assert_eq!(fading::measure_due(&world.engine).await.unwrap(), 0);
        world.minutes(60 * 24 * 8);
        assert_eq!(fading::measure_due(&world.engine).await.unwrap(), 1);
        let mut tx = world.engine.read().await.unwrap();
        let done = Fading::list(false, 50, &world.louise, &mut tx).await.unwrap();
        assert_eq!((done[0].came, done[0].state), (Some(1), FadingState::Relaunched));
        let effect = fading::effect(day(0), &world.louise, &mut tx).await.unwrap();
        assert_eq!((effect.relaunched, effect.verdict), (1, Verdict::NotKnown));
        let theirs = Fading::list(false, 50, &world.stranger(), &mut tx).await.unwrap();
        assert!(theirs.is_empty());
        let stranger = Fading::load(done[0].id, &world.stranger(), &mut tx).await;
        assert!(matches!(stranger, Err(FadingError::NotFound)));
    }
}

#[tokio::test]
async fn what_was_set_aside_and_a_relaunch_that_never_left_count_for_what_they_are() {
    for world in worlds().await {
        marc_falls_silent(&world).await;
        looks(&world).await;
        let found = proposed(&world).await.remove(0);
        let mut tx = world.engine.begin().await.unwrap();
        found.dismiss("Il est en vacances", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(proposed(&world).await.is_empty(), "{}", world.engine.name);
        let mut tx = world.engine.begin().await.unwrap();
        let aside = Fading::load(found.id, &world.louise, &mut tx).await.unwrap();
        aside.propose_again(&world.louise, &mut tx).await.unwrap();
        found.relaunch(Way::Mention, None, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(60 * 24 * 8);
        fading::measure_due(&world.engine).await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let done = Fading::load(found.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!((done.came, done.measured_at.is_some()), (None, true));
    }
}

#[tokio::test]
async fn a_brand_is_looked_at_in_its_turn_and_with_little_history_nothing_is_said() {
    for world in worlds().await {
        says(&world, "m1", ItemKind::Mention, "lea", "Bonjour").await;
        assert_eq!(fading::look_due(&world.engine).await.unwrap(), 1, "{}", world.engine.name);
        assert_eq!(looks(&world).await, 0);
        assert_eq!(fading::look_due(&world.engine).await.unwrap(), 0);
        let mut tx = world.engine.read().await.unwrap();
        let known = fading::known(&world.louise, &mut tx).await.unwrap();
        assert_eq!((known.posts, known.returns, known.looked_at.is_some()), (0, 0, true));
    }
}
