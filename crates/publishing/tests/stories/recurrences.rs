//! Posts that come back: once each time, whatever happens.

use jiff::SignedDuration;
use jiff::civil::DateTime;
use publishing::post::PostState;
use publishing::recurrence::{
    Outcome, Piece, Recurrence, RecurrenceEdit, RecurrenceError, RecurrenceState, Rhythm, Rule,
    When, make_due,
};
use publishing::slot::SlotEdit;
use publishing::{Post, Slot};

use crate::world::{World, as_it_is, worlds};

// The world's instant is Sunday 22 November 2026, in the morning, in Paris.

fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

/// Every Tuesday at nine.
fn tuesdays() -> Rhythm {
    Rhythm {
        start: "2026-11-22".parse().unwrap(),
        until: None,
        times: None,
        when: When::Rule { rule: Rule::Weeks { every: 1, on: vec![2] }, minute: 540 },
    }
}

async fn begin(world: &World, rhythm: Rhythm, texts: &[&str], ends: bool) -> Recurrence {
    let piece = Piece::default().on(&[world.bluesky, world.mastodon]);
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    let edit = RecurrenceEdit { rhythm, texts, piece, ends_when_used: ends };
    let mut tx = world.engine.begin().await.unwrap();
    let recurrence = Recurrence::begin(edit, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    recurrence
}

async fn again(world: &World, recurrence: &Recurrence) -> Recurrence {
    let mut tx = world.engine.read().await.unwrap();
    Recurrence::load(recurrence.id, &world.louise, &mut tx).await.unwrap()
}

/// Its posts: when and what.
async fn posts(world: &World, recurrence: &Recurrence) -> Vec<(String, String)> {
    let mut tx = world.engine.read().await.unwrap();
    let recurrence = Recurrence::load(recurrence.id, &world.louise, &mut tx).await.unwrap();
    let mut runs = recurrence.history(&mut tx).await.unwrap();
    runs.reverse();
    let coming = recurrence.coming(60, &mut tx).await.unwrap();
    runs.extend(coming.into_iter().filter_map(|one| one.run));
    let mut posts = Vec::new();
    for run in runs {
        let Some(id) = run.post else { continue };
        let Ok(post) = Post::load(id, &world.louise, &mut tx).await else { continue };
        if let PostState::Scheduled(at) = &post.state {
            posts.push((at.local.strftime("%m-%d %H:%M").to_string(), post.text.clone()));
        }
    }
    posts
}

fn said(posts: &[(String, String)]) -> Vec<(&str, &str)> {
    posts.iter().map(|(when, text)| (when.as_str(), text.as_str())).collect()
}

#[tokio::test]
async fn what_comes_back_is_made_two_weeks_ahead_with_its_variations_in_turn() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &["Mardi pain", "Mardi brioche"], false).await;
        assert_eq!(make_due(&world.engine.database).await.unwrap(), 2);
        assert_eq!(make_due(&world.engine.database).await.unwrap(), 0, "once each");
        let made = posts(&world, &recurrence).await;
        assert_eq!(said(&made), [("11-24 09:00", "Mardi pain"), ("12-01 09:00", "Mardi brioche")]);
        world.engine.ambient().advance(SignedDuration::from_hours(7 * 24));
        assert_eq!(make_due(&world.engine.database).await.unwrap(), 1);
        let made = posts(&world, &recurrence).await;
        assert_eq!(said(&made)[2], ("12-08 09:00", "Mardi pain"), "from the first again");
    }
}

#[tokio::test]
async fn several_instances_at_once_make_each_post_once() {
    for world in worlds().await {
        for n in 0..4 {
            begin(&world, tuesdays(), &[&format!("Rendez-vous {n}")], false).await;
        }
        let rounds = (0..4).map(|_| {
            let database = world.engine.database.clone();
            tokio::spawn(async move { make_due(&database).await.unwrap() })
        });
        let mut made = 0;
        for round in rounds.collect::<Vec<_>>() {
            made += round.await.unwrap();
        }
        assert_eq!(made, 8, "two Tuesdays of four recurrences");
        let mut tx = world.engine.read().await.unwrap();
        let filter = publishing::post::ListFilter::default();
        assert_eq!(Post::list(&filter, &world.louise, &mut tx).await.unwrap().len(), 8);
    }
}

#[tokio::test]
async fn a_transaction_that_never_ends_leaves_neither_the_run_nor_the_post() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &["Mardi pain"], false).await;
        let mut tx = world.engine.begin().await.unwrap();
        recurrence.make(at("2026-11-24T09:00"), &world.louise, &mut tx).await.unwrap();
        drop(tx);
        assert!(posts(&world, &recurrence).await.is_empty());
        assert_eq!(make_due(&world.engine.database).await.unwrap(), 2);
    }
}

#[tokio::test]
async fn it_ends_when_its_variations_are_used_or_its_times_are_over() {
    for world in worlds().await {
        let used = begin(&world, tuesdays(), &["Un", "Deux", "Trois"], true).await;
        let three = begin(&world, Rhythm { times: Some(3), ..tuesdays() }, &["Un"], false).await;
        let until = Some("2026-12-08".parse().unwrap());
        let dated = begin(&world, Rhythm { until, ..tuesdays() }, &["Un"], false).await;
        for _ in 0..6 {
            make_due(&world.engine.database).await.unwrap();
            world.engine.ambient().advance(SignedDuration::from_hours(7 * 24));
        }
        for recurrence in [used, three, dated] {
            assert_eq!(posts(&world, &recurrence).await.len(), 3);
            assert_eq!(again(&world, &recurrence).await.state, RecurrenceState::Ended);
        }
    }
}

#[tokio::test]
async fn one_time_is_skipped_and_taken_up_again() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &["Mardi"], false).await;
        make_due(&world.engine.database).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        recurrence.skip(at("2026-11-24T09:00"), &world.louise, &mut tx).await.unwrap();
        // Also one that is too far ahead to be made yet.
        recurrence.skip(at("2026-12-29T09:00"), &world.louise, &mut tx).await.unwrap();
        let wrong = recurrence.skip(at("2026-11-25T09:00"), &world.louise, &mut tx).await;
        assert!(matches!(wrong, Err(RecurrenceError::NotFound)), "not one of its times");
        tx.commit().await.unwrap();
        for _ in 0..4 {
            make_due(&world.engine.database).await.unwrap();
        }
        let when = |made: &[(String, String)]| {
            made.iter().map(|(when, _)| when.clone()).collect::<Vec<_>>()
        };
        assert_eq!(when(&posts(&world, &recurrence).await), ["12-01 09:00"]);
        let mut tx = world.engine.begin().await.unwrap();
        let recurrence = again(&world, &recurrence).await;
        recurrence.unskip(at("2026-11-24T09:00"), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let made = posts(&world, &recurrence).await;
        assert_eq!(when(&made), ["11-24 09:00", "12-01 09:00"]);
    }
}

#[tokio::test]
async fn those_that_follow_change_and_what_someone_wrote_by_hand_stays() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &["Mardi"], false).await;
        make_due(&world.engine.database).await.unwrap();
        // Someone rewrites the first one by itself.
        let mut tx = world.engine.begin().await.unwrap();
        let own = recurrence.make(at("2026-11-24T09:00"), &world.louise, &mut tx).await.unwrap();
        let mut edit = as_it_is(&own);
        edit.text = "Mardi, avec Inès".into();
        own.edit(edit, own.version, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut edit = recurrence.as_edit();
        edit.texts = vec!["Mardi nouveau".into()];
        let mut tx = world.engine.begin().await.unwrap();
        recurrence.edit(edit, None, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        make_due(&world.engine.database).await.unwrap();
        let made = posts(&world, &recurrence).await;
        assert_eq!(
            said(&made),
            [("11-24 09:00", "Mardi, avec Inès"), ("12-01 09:00", "Mardi nouveau")]
        );
    }
}

#[tokio::test]
async fn from_one_time_on_it_becomes_another_and_no_day_has_two() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &["Mardi"], false).await;
        make_due(&world.engine.database).await.unwrap();
        let mut edit = recurrence.as_edit();
        edit.rhythm.when =
            When::Rule { rule: Rule::Weeks { every: 1, on: vec![2, 5] }, minute: 600 };
        let mut tx = world.engine.begin().await.unwrap();
        let from = Some(at("2026-12-01T09:00"));
        let next = recurrence.edit(edit, from, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_ne!(next.id, recurrence.id);
        for _ in 0..2 {
            make_due(&world.engine.database).await.unwrap();
        }
        assert_eq!(said(&posts(&world, &recurrence).await), [("11-24 09:00", "Mardi")]);
        assert_eq!(
            said(&posts(&world, &next).await),
            [("12-01 10:00", "Mardi"), ("12-04 10:00", "Mardi")]
        );
        assert_eq!(again(&world, &recurrence).await.state, RecurrenceState::Ended);
    }
}

#[tokio::test]
async fn a_pause_makes_nothing_and_what_passed_meanwhile_is_not_made_good() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &["Mardi"], false).await;
        let mut tx = world.engine.begin().await.unwrap();
        recurrence.pause(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(make_due(&world.engine.database).await.unwrap(), 0);
        world.engine.ambient().advance(SignedDuration::from_hours(10 * 24));
        let mut tx = world.engine.begin().await.unwrap();
        again(&world, &recurrence).await.resume(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        make_due(&world.engine.database).await.unwrap();
        let when: Vec<_> = posts(&world, &recurrence).await.into_iter().map(|one| one.0).collect();
        assert_eq!(when, ["12-08 09:00", "12-15 09:00"]);
    }
}

#[tokio::test]
async fn what_passed_while_nothing_ran_is_said_and_not_published_late() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &["Mardi"], false).await;
        world.engine.ambient().advance(SignedDuration::from_hours(3 * 24));
        make_due(&world.engine.database).await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let history = again(&world, &recurrence).await.history(&mut tx).await.unwrap();
        assert_eq!(history.len(), 1);
        assert_eq!(history[0].outcome, Outcome::Missed);
        assert_eq!(history[0].post, None);
    }
}

#[tokio::test]
async fn ending_takes_away_what_nobody_changed_when_asked() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &["Mardi"], false).await;
        make_due(&world.engine.database).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        assert_eq!(recurrence.end(true, &world.louise, &mut tx).await.unwrap(), 2);
        tx.commit().await.unwrap();
        assert!(posts(&world, &recurrence).await.is_empty());
        let ended = again(&world, &recurrence).await;
        let mut tx = world.engine.begin().await.unwrap();
        let resumed = ended.resume(&world.louise, &mut tx).await;
        assert!(matches!(resumed, Err(RecurrenceError::Ended)));
    }
}

#[tokio::test]
async fn one_that_a_network_would_refuse_waits_as_a_draft_and_someone_is_told() {
    for world in worlds().await {
        let recurrence = begin(&world, tuesdays(), &[&"a".repeat(301)], false).await;
        make_due(&world.engine.database).await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let coming = recurrence.coming(1, &mut tx).await.unwrap();
        let run = coming[0].run.clone().unwrap();
        assert_eq!(run.outcome, Outcome::Refused);
        let post = Post::load(run.post.unwrap(), &world.louise, &mut tx).await.unwrap();
        assert_eq!(post.state, PostState::Draft);
        assert_eq!(post.wanted.unwrap().local, at("2026-11-24T09:00"));
        let louise = world.louise.teammate_id().unwrap();
        let told =
            platform::notification::Notification::unread(louise, world.louise.brand(), &mut tx)
                .await;
        assert_eq!(told.unwrap(), 2);
    }
}

#[tokio::test]
async fn an_evergreen_takes_what_stays_free_and_rests_between() {
    for world in worlds().await {
        let both = vec![world.bluesky, world.mastodon];
        let mut tx = world.engine.begin().await.unwrap();
        let days = (1..=7).map(|weekday| SlotEdit {
            weekday,
            minute: 540,
            topic: None,
            channels: both.clone(),
        });
        Slot::add(days.collect(), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let person = world.draft("Lundi, d’abord une personne").await;
        let mut tx = world.engine.begin().await.unwrap();
        let (_, spot) = person.enqueue(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let first = spot.local;
        let rhythm = Rhythm { when: When::Free { gap_days: 5 }, ..tuesdays() };
        let recurrence = begin(&world, rhythm, &["Nos horaires"], false).await;
        assert_eq!(make_due(&world.engine.database).await.unwrap(), 1);
        for _ in 0..20 {
            world.engine.ambient().advance(SignedDuration::from_hours(24));
            make_due(&world.engine.database).await.unwrap();
        }
        let made = posts(&world, &recurrence).await;
        assert!(made.len() >= 4, "{made:?}");
        assert!(made.iter().all(|(when, _)| *when != first.strftime("%m-%d %H:%M").to_string()));
        let days: Vec<i64> = made
            .iter()
            .map(|(when, _)| {
                let day: jiff::civil::Date = format!("2026-{}", &when[..5]).parse().unwrap();
                (day - jiff::civil::date(2026, 1, 1)).get_days().into()
            })
            .collect();
        assert!(days.windows(2).all(|pair| pair[1] - pair[0] >= 5), "{days:?}");
    }
}
