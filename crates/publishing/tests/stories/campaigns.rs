//! Campaigns: a launch is laid out, prepared, moved; an exclusive goes to members first.

use channels::Channel;
use jiff::civil::Date;
use primitives::Id;
use publishing::campaign::{
    CampaignEdit, CampaignError, CampaignKind, Following, PhaseName, Standing, StepEdit, ideas,
    phases,
};
use publishing::{Campaign, Post, PostState};

use crate::world::{World, as_it_is, worlds};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn launch(name: &str, on: Option<&str>) -> CampaignEdit {
    CampaignEdit {
        name: name.into(),
        kind: CampaignKind::Launch,
        about: "La bûche aux marrons, dès décembre.".into(),
        colour: "#2f6f4f".into(),
        starts_on: None,
        ends_on: None,
        day: on.map(day),
    }
}

fn proposed(kind: CampaignKind) -> Vec<StepEdit> {
    let step = |idea: &publishing::campaign::Idea| StepEdit {
        phase: idea.phase,
        days: idea.days,
        minute: idea.minute,
        brief: format!("À dire : {}", idea.key),
        opening: format!("Bientôt : {}", idea.key),
        format: Some(idea.format),
    };
    ideas(kind).iter().map(step).collect()
}

/// Every channel for every phase.
fn everywhere(world: &World) -> Vec<(PhaseName, Vec<Id<Channel>>)> {
    let channels = vec![world.bluesky, world.mastodon];
    PhaseName::ALL.iter().map(|phase| (*phase, channels.clone())).collect()
}

async fn prepared(world: &World) -> Campaign {
    let mut tx = world.engine.begin().await.unwrap();
    let edit = launch("La bûche de Noël", Some("2026-12-15"));
    let campaign = Campaign::add(edit, &world.louise, &mut tx).await.unwrap();
    let steps = proposed(CampaignKind::Launch);
    campaign.lay_out(steps, &world.louise, &mut tx).await.unwrap();
    campaign.prepare(&everywhere(world), &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    campaign
}

#[tokio::test]
async fn a_launch_becomes_drafts_from_teasing_to_follow_up_in_one_action() {
    for world in worlds().await {
        let campaign = prepared(&world).await;
        let mut tx = world.engine.read().await.unwrap();
        let steps = campaign.steps(&world.louise, &mut tx).await.unwrap();
        assert_eq!(steps.len(), ideas(CampaignKind::Launch).len());
        let first = steps[0].post.as_ref().unwrap();
        let post = Post::load(first.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(post.state, PostState::Draft, "nothing leaves by itself");
        assert_eq!(post.text, "Bientôt : hint");
        assert_eq!(post.campaign, Some(campaign.id));
        let wanted = post.wanted.unwrap();
        assert_eq!(wanted.local.to_string(), "2026-12-01T18:00:00", "14 days before");
        assert_eq!(wanted.at.to_string(), "2026-12-01T17:00:00Z", "by the brand's clock");
        assert_eq!(post.variants.len(), 2);
        let of = |phase| steps.iter().filter(|s| s.phase == phase).count();
        assert!(phases(CampaignKind::Launch).iter().all(|phase| of(*phase) >= 2));
    }
}

#[tokio::test]
async fn preparing_twice_makes_nothing_twice_and_a_deleted_draft_only_comes_back_when_asked() {
    for world in worlds().await {
        let campaign = prepared(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let again = campaign.prepare(&everywhere(&world), &world.louise, &mut tx).await.unwrap();
        assert!(again.is_empty());
        let laid =
            campaign.lay_out(proposed(CampaignKind::Launch), &world.louise, &mut tx).await.unwrap();
        assert_eq!(laid.len(), ideas(CampaignKind::Launch).len(), "the plan is laid out once");
        let step = laid[0].clone();
        let post = step.post.clone().unwrap().id;
        let post = Post::load(post, &world.louise, &mut tx).await.unwrap();
        post.delete(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let again = campaign.prepare(&everywhere(&world), &world.louise, &mut tx).await.unwrap();
        assert!(again.is_empty(), "what was deleted on purpose stays so");
        let step = &campaign.steps(&world.louise, &mut tx).await.unwrap()[0];
        assert_eq!(step.following(campaign.day, "Europe/Paris"), Following::Deleted);
        let new =
            campaign.prepare_step(step.id, &[world.bluesky], &world.louise, &mut tx).await.unwrap();
        assert_ne!(new, post.id);
        let same = campaign.prepare_step(step.id, &[], &world.louise, &mut tx).await.unwrap();
        assert_eq!(same, new);
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn when_the_day_moves_drafts_follow_and_what_is_scheduled_waits_to_be_asked() {
    for world in worlds().await {
        let campaign = prepared(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let steps = campaign.steps(&world.louise, &mut tx).await.unwrap();
        // The first is scheduled as planned; the second was given another time by hand.
        let id = steps[0].post.as_ref().unwrap().id;
        let post = Post::load(id, &world.louise, &mut tx).await.unwrap();
        post.schedule("2026-12-01T18:00", &world.louise, &mut tx).await.unwrap();
        let apart = steps[1].post.as_ref().unwrap().id;
        let post = Post::load(apart, &world.louise, &mut tx).await.unwrap();
        let mut edit = as_it_is(&post);
        edit.wanted = None;
        post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
        let moved =
            campaign.move_day(Some(day("2026-12-18")), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(moved.drafts, steps.len() - 2);
        assert_eq!(moved.scheduled, [steps[0].id]);

        let scheduled = world.post(id).await;
        let PostState::Scheduled(at) = &scheduled.state else { panic!("still scheduled") };
        assert_eq!(at.local.to_string(), "2026-12-01T18:00:00", "it did not move by itself");
        assert_eq!(world.post(apart).await.wanted, None, "given its own time, it keeps it");
        let third = world.post(steps[2].post.as_ref().unwrap().id).await;
        assert_eq!(third.wanted.unwrap().local.to_string(), "2026-12-15T18:00:00");

        let mut tx = world.engine.begin().await.unwrap();
        let campaign = Campaign::load(campaign.id, &world.louise, &mut tx).await.unwrap();
        let now = campaign.steps(&world.louise, &mut tx).await.unwrap();
        assert_eq!(now[0].following(campaign.day, "Europe/Paris"), Following::ScheduledApart);
        let asked = [now[0].id, now[1].id];
        let count = campaign.bring_to_plan(&asked, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count, 2);
        let PostState::Scheduled(at) = world.post(id).await.state else { panic!() };
        assert_eq!(at.local.to_string(), "2026-12-04T18:00:00");
        let publications = world.publications(id).await;
        assert!(publications.iter().all(|p| p.due_at == at.at), "what leaves follows");
    }
}

#[tokio::test]
async fn moving_the_day_there_and_back_leaves_all_as_it_was() {
    for world in worlds().await {
        let campaign = prepared(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let before = campaign.steps(&world.louise, &mut tx).await.unwrap();
        campaign.move_day(Some(day("2027-01-20")), &world.louise, &mut tx).await.unwrap();
        campaign.move_day(campaign.day, &world.louise, &mut tx).await.unwrap();
        let after = campaign.steps(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(before, after);
    }
}

#[tokio::test]
async fn a_step_that_changes_takes_its_draft_along() {
    for world in worlds().await {
        let campaign = prepared(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let step = campaign.steps(&world.louise, &mut tx).await.unwrap().remove(0);
        let edit = StepEdit {
            phase: step.phase,
            days: -10,
            minute: 8 * 60 + 30,
            brief: "Un détail du décor".into(),
            opening: step.opening.clone(),
            format: None,
        };
        campaign.edit_step(step.id, edit.clone(), &world.louise, &mut tx).await.unwrap();
        let empty = StepEdit { brief: "  ".into(), ..edit.clone() };
        let refused = campaign.edit_step(step.id, empty, &world.louise, &mut tx).await;
        assert!(matches!(refused, Err(CampaignError::Brief)));
        let far = StepEdit { days: 500, ..edit };
        let refused = campaign.edit_step(step.id, far, &world.louise, &mut tx).await;
        assert!(matches!(refused, Err(CampaignError::StepTime)));
        campaign.remove_step(step.id, true, &world.louise, &mut tx).await.unwrap();
        let fewer = campaign.steps(&world.louise, &mut tx).await.unwrap();
        assert!(fewer.iter().all(|one| one.id != step.id));
        campaign.remove_step(step.id, false, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let post = world.post(step.post.unwrap().id).await;
        assert_eq!(post.wanted.unwrap().local.to_string(), "2026-12-05T08:30:00");
    }
}

#[tokio::test]
async fn names_dates_and_colours_are_checked() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        let campaign = Campaign::add(launch("Pâques", None), louise, &mut tx).await.unwrap();
        let add = async |edit, tx: &mut _| Campaign::add(edit, louise, tx).await;
        let taken = add(launch("  paques ", None), &mut tx).await;
        assert!(matches!(taken, Err(CampaignError::NameTaken)));
        let unnamed = add(launch(" ", None), &mut tx).await;
        assert!(matches!(unnamed, Err(CampaignError::Name)));
        let pink = CampaignEdit { colour: "rose".into(), ..launch("A", None) };
        assert!(matches!(add(pink, &mut tx).await, Err(CampaignError::Colour)));
        let back = CampaignEdit {
            starts_on: Some(day("2027-04-02")),
            ends_on: Some(day("2027-04-01")),
            ..launch("A", None)
        };
        assert!(matches!(add(back, &mut tx).await, Err(CampaignError::EndsBeforeItStarts)));
        let outside =
            CampaignEdit { starts_on: Some(day("2027-04-02")), ..launch("A", Some("2027-04-01")) };
        assert!(matches!(add(outside, &mut tx).await, Err(CampaignError::DayOutside)));
        let nothing = campaign.prepare(&[], louise, &mut tx).await;
        assert!(matches!(nothing, Err(CampaignError::NoDay)));
    }
}

#[tokio::test]
async fn a_campaign_taken_away_can_be_brought_back_with_its_posts() {
    for world in worlds().await {
        let campaign = prepared(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        campaign.remove(&world.louise, &mut tx).await.unwrap();
        assert!(Campaign::all(&world.louise, &mut tx).await.unwrap().is_empty());
        assert!(Campaign::load(campaign.id, &world.louise, &mut tx).await.is_err());
        tx.commit().await.unwrap();
        // What was written for it can still be worked on.
        let mut tx = world.engine.begin().await.unwrap();
        let step = campaign.steps(&world.louise, &mut tx).await.unwrap().remove(0);
        let post = Post::load(step.post.unwrap().id, &world.louise, &mut tx).await.unwrap();
        let mut edit = as_it_is(&post);
        edit.text = "Toujours là".into();
        post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
        Campaign::restore(campaign.id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let tallies = Campaign::tallies(&world.louise, &mut tx).await.unwrap();
        assert_eq!(tallies[0].1.drafts, 9);
        let posts = campaign.posts(&world.louise, &mut tx).await.unwrap();
        assert_eq!(posts.len(), 9);
        assert!(posts.is_sorted_by_key(|post| post.at));
    }
}

#[tokio::test]
async fn a_campaign_stands_where_its_dates_say() {
    let mut campaign = Campaign {
        id: Id::from_slice(&[0; 16]).unwrap(),
        brand: Id::from_slice(&[0; 16]).unwrap(),
        name: "A".into(),
        kind: CampaignKind::Theme,
        about: String::new(),
        colour: "#112233".into(),
        starts_on: None,
        ends_on: None,
        day: None,
        archived: false,
    };
    assert_eq!(campaign.standing(day("2026-12-01")), Standing::Undated);
    campaign.day = Some(day("2026-12-05"));
    assert_eq!(campaign.standing(day("2026-12-01")), Standing::ToCome);
    assert_eq!(campaign.standing(day("2026-12-05")), Standing::On);
    assert_eq!(campaign.standing(day("2026-12-06")), Standing::Over);
    campaign.ends_on = Some(day("2026-12-20"));
    assert_eq!(campaign.standing(day("2026-12-06")), Standing::On);
    campaign.archived = true;
    assert_eq!(campaign.standing(day("2026-12-06")), Standing::PutAway);
}

#[tokio::test]
async fn a_neighbour_sees_and_changes_nothing_of_it() {
    for world in worlds().await {
        let campaign = prepared(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let them = &world.neighbour;
        assert!(Campaign::all(them, &mut tx).await.unwrap().is_empty());
        assert!(campaign.steps(them, &mut tx).await.unwrap().is_empty());
        assert!(campaign.posts(them, &mut tx).await.unwrap().is_empty());
        assert!(Campaign::tallies(them, &mut tx).await.unwrap().is_empty());
        campaign.remove(them, &mut tx).await.unwrap();
        assert!(Campaign::load(campaign.id, &world.louise, &mut tx).await.is_ok());
    }
}
