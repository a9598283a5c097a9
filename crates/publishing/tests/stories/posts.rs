use channels::publication::StateName;
use platform::Role;
use publishing::post::{EditError, ListFilter, Problem, ScheduleError};
use publishing::{Moved, Post, PostState, calendar};

use crate::world::{as_it_is, worlds};

#[tokio::test]
async fn a_scheduled_post_keeps_the_clock_reading_and_the_zone() {
    for world in worlds().await {
        let post = world.draft("La bûche de Noël est arrivée").await;
        let mut tx = world.engine.begin().await.unwrap();
        let post = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let PostState::Scheduled(at) = &post.state else { panic!("it is scheduled") };
        assert_eq!(at.local.to_string(), "2026-12-01T09:00:00");
        assert_eq!(at.zone, "Europe/Paris");
        assert_eq!(at.at.to_string(), "2026-12-01T08:00:00Z");
        let publications = world.publications(post.id).await;
        assert_eq!(publications.len(), 2, "one for each channel, on {}", world.engine.name);
        assert!(publications.iter().all(|p| p.due_at == at.at));
    }
}

#[tokio::test]
async fn scheduling_again_moves_what_is_planned_and_plans_nothing_twice() {
    for world in worlds().await {
        let post = world.draft("La bûche de Noël est arrivée").await;
        for time in ["2026-12-01T09:00", "2026-12-02T10:30", "2027-03-28T02:30"] {
            let post = world.post(post.id).await;
            let mut tx = world.engine.begin().await.unwrap();
            post.schedule(time, &world.louise, &mut tx).await.unwrap();
            tx.commit().await.unwrap();
        }
        let publications = world.publications(post.id).await;
        assert_eq!(publications.len(), 2);
        assert_eq!(publications[0].due_at.to_string(), "2027-03-28T01:30:00Z");
        let PostState::Scheduled(at) = world.post(post.id).await.state else { panic!() };
        assert!(matches!(at.moved, Some(Moved::Skipped { .. })), "the change of clocks is told");
    }
}

#[tokio::test]
async fn a_past_time_a_missing_channel_and_a_text_too_long_are_refused_and_nothing_is_planned() {
    for world in worlds().await {
        let post = world.draft(&"é".repeat(301)).await;
        let mut tx = world.engine.begin().await.unwrap();
        let past = post.schedule("2026-11-22T09:00", &world.louise, &mut tx).await;
        assert!(matches!(past, Err(ScheduleError::InThePast)));
        let long = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await;
        let Err(ScheduleError::Refused(refused)) = long else { panic!("{long:?}") };
        assert_eq!(refused, [(world.bluesky, Problem::TooLong { used: 301, most: 300 })]);
        let mut edit = as_it_is(&post);
        edit.variants.clear();
        let post = post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
        let nowhere = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await;
        assert!(matches!(nowhere, Err(ScheduleError::NoChannel)));
        tx.commit().await.unwrap();
        assert!(world.publications(post.id).await.is_empty());
    }
}

#[tokio::test]
async fn a_variant_follows_the_common_text_until_it_has_its_own() {
    for world in worlds().await {
        let post = world.draft("Bonjour").await;
        let mut edit = as_it_is(&post);
        edit.text = "Bonjour Nantes".into();
        edit.variants[1].text = Some("Bonjour le fédivers".into());
        let mut tx = world.engine.begin().await.unwrap();
        let post = post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let texts: Vec<_> = post.variants.iter().map(|v| post.text_of(v)).collect();
        assert_eq!(texts, ["Bonjour Nantes", "Bonjour le fédivers"]);
    }
}

#[tokio::test]
async fn editing_a_scheduled_post_changes_what_will_leave() {
    for world in worlds().await {
        let post = world.draft("Fermé lundi").await;
        let mut tx = world.engine.begin().await.unwrap();
        let post = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
        let mut edit = as_it_is(&post);
        edit.text = "Fermé mardi".into();
        edit.variants.pop();
        post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let publications = world.publications(post.id).await;
        assert_eq!(publications.len(), 1, "the channel taken away is cancelled");
        assert_eq!(publications[0].content.text, "Fermé mardi");
    }
}

#[tokio::test]
async fn two_people_on_one_post_never_overwrite_each_other() {
    for world in worlds().await {
        let post = world.draft("Bonjour").await;
        let mut louise_s = as_it_is(&post);
        louise_s.text = "Bonjour de Louise".into();
        let mut ines_s = as_it_is(&post);
        ines_s.text = "Bonjour d’Inès".into();
        let mut tx = world.engine.begin().await.unwrap();
        post.edit(louise_s, post.version, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let refused = post.edit(ines_s, post.version, &world.louise, &mut tx).await;
        let Err(EditError::Conflict(theirs)) = refused else { panic!("{refused:?}") };
        assert_eq!(theirs.text, "Bonjour de Louise", "what the other wrote is shown");
    }
}

#[tokio::test]
async fn an_apprentice_drafts_and_does_not_publish() {
    for world in worlds().await {
        let ines = world.colleague(Role::Contributor).await;
        let post = world.draft("Atelier pain du mercredi").await;
        let mut tx = world.engine.begin().await.unwrap();
        let mut edit = as_it_is(&post);
        edit.text = "Atelier pain, mercredi à 14 h".into();
        let post = post.edit(edit, post.version, &ines, &mut tx).await.unwrap();
        assert!(post.schedule("2026-12-01T09:00", &ines, &mut tx).await.is_err());
        assert!(post.publish_now(&ines, &mut tx).await.is_err());
    }
}

#[tokio::test]
async fn a_neighbour_sees_nothing_of_the_bakery() {
    for world in worlds().await {
        let post = world.draft("Recette du levain").await;
        let mut tx = world.engine.begin().await.unwrap();
        post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        assert!(Post::load(post.id, &world.neighbour, &mut tx).await.is_err());
        let filter = ListFilter::default();
        assert!(Post::list(&filter, &world.neighbour, &mut tx).await.unwrap().is_empty());
        let from = "2026-11-01T00:00:00Z".parse().unwrap();
        let to = "2027-01-01T00:00:00Z".parse().unwrap();
        let theirs = calendar::entries(from, to, &world.neighbour, &mut tx).await.unwrap();
        assert!(theirs.is_empty());
        let ours = calendar::entries(from, to, &world.louise, &mut tx).await.unwrap();
        assert_eq!(ours.len(), 2);
    }
}

#[tokio::test]
async fn a_post_taken_away_cancels_what_was_planned_and_can_be_brought_back() {
    for world in worlds().await {
        let post = world.draft("Pain surprise").await;
        let mut tx = world.engine.begin().await.unwrap();
        let post = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
        post.delete(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(world.publications(post.id).await.is_empty());
        let mut tx = world.engine.begin().await.unwrap();
        let post = Post::restore(post.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(post.state, PostState::Draft);
        let post = post.schedule("2026-12-02T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let planned = world.publications(post.id).await;
        assert_eq!(planned.len(), 2);
        assert!(planned.iter().all(|p| p.state.name() == StateName::Planned));
    }
}

#[tokio::test]
async fn a_list_comes_in_pages_with_the_state_of_each_channel() {
    for world in worlds().await {
        for n in 0..5 {
            world.draft(&format!("Brouillon {n}")).await;
            world.engine.ambient().advance(jiff::SignedDuration::from_secs(1));
        }
        let mut tx = world.engine.begin().await.unwrap();
        let mut seen = Vec::new();
        let mut before = None;
        loop {
            let filter = ListFilter { most: 2, before, ..ListFilter::default() };
            let page = Post::list(&filter, &world.louise, &mut tx).await.unwrap();
            let Some(last) = page.last() else { break };
            before = Some((last.updated_at, last.id));
            assert!(page.iter().all(|row| row.channels.len() == 2));
            seen.extend(page.into_iter().map(|row| row.text));
        }
        let expected: Vec<_> = (0..5).rev().map(|n| format!("Brouillon {n}")).collect();
        assert_eq!(seen, expected);
    }
}
