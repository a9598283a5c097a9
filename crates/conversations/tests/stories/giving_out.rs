//! Who gets what comes.

use channels::ItemKind;
use conversations::Conversation;
use conversations::assignment::{
    self, Absence, NewAbsence, NewRule, Rule, RuleError, Way, bearings, set_capacity, to_hand_over,
};
use platform::notification::Notification;
use platform::{Role, Teammate};
use primitives::Id;

use crate::network::item;
use crate::world::{World, worlds};

async fn team(world: &World) -> [Id<Teammate>; 2] {
    let karim = world.member("karim", Role::CommunityManager).await;
    let ines = world.member("ines", Role::CommunityManager).await;
    [karim, ines]
}

async fn rule(world: &World, way: Way, team: &[Id<Teammate>]) {
    let new = NewRule { channel: None, label: None, way, team: team.to_vec() };
    let mut tx = world.engine.begin().await.unwrap();
    Rule::add(new, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// Someone new writes; whose it is.
async fn writes(world: &World, who: &str) -> Option<Id<Teammate>> {
    let minutes = 60 + world.count("message").await;
    world.comes(vec![item(who, ItemKind::Mention, who, "Bonjour", minutes)]).await;
    the_last(world).await.assignee
}

async fn the_last(world: &World) -> Conversation {
    world.list(conversations::Group::Messages).await.remove(0)
}

#[tokio::test]
async fn each_gets_one_in_turn_and_nobody_who_is_away() {
    for world in worlds().await {
        let [karim, ines] = team(&world).await;
        rule(&world, Way::InTurn, &[karim, ines]).await;
        assert_eq!(writes(&world, "anna").await, Some(karim), "{}", world.engine.name);
        assert_eq!(writes(&world, "bilal").await, Some(ines));
        assert_eq!(writes(&world, "chloe").await, Some(karim));
        let today = "2026-11-22".parse().unwrap();
        let away = NewAbsence { teammate: ines, from: today, until: today, note: "Congés".into() };
        let mut tx = world.engine.begin().await.unwrap();
        let absence = Absence::add(away, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(writes(&world, "driss").await, Some(karim));
        let mut tx = world.engine.begin().await.unwrap();
        let left = to_hand_over(&world.louise, &mut tx).await.unwrap();
        assert_eq!((left.len(), left[0].open.len()), (1, 1), "what Inès has is to be handed over");
        Absence::remove(absence, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(writes(&world, "elsa").await, Some(ines));
    }
}

#[tokio::test]
async fn who_has_the_least_gets_the_next_within_what_they_bear() {
    for world in worlds().await {
        let [karim, ines] = team(&world).await;
        rule(&world, Way::LeastLoaded, &[karim, ines]).await;
        assert_eq!(writes(&world, "anna").await, Some(karim), "{}", world.engine.name);
        assert_eq!(writes(&world, "bilal").await, Some(ines));
        let done = the_last(&world).await;
        world.resolves(&done).await;
        assert_eq!(writes(&world, "chloe").await, Some(ines));
        let mut tx = world.engine.begin().await.unwrap();
        for teammate in [karim, ines] {
            set_capacity(teammate, Some(1), &world.louise, &mut tx).await.unwrap();
        }
        let borne = bearings(&world.louise, &mut tx).await.unwrap();
        let karims = borne.iter().find(|one| one.teammate == karim).unwrap();
        assert_eq!((karims.open, karims.most, karims.away), (1, Some(1), false));
        tx.commit().await.unwrap();
        assert_eq!(writes(&world, "driss").await, None, "everyone has enough");
    }
}

#[tokio::test]
async fn what_nobody_can_take_waits_is_said_once_and_is_given_as_soon_as_someone_can() {
    for world in worlds().await {
        let [karim, _] = team(&world).await;
        rule(&world, Way::InTurn, &[karim]).await;
        let mut tx = world.engine.begin().await.unwrap();
        set_capacity(karim, Some(1), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(writes(&world, "anna").await, Some(karim));
        let annas = the_last(&world).await;
        assert_eq!(writes(&world, "bilal").await, None);
        assert_eq!(writes(&world, "chloe").await, None);
        let alerts = async || {
            let mut tx = world.engine.read().await.unwrap();
            let louise = world.louise.teammate_id().unwrap();
            let brand = world.louise.brand();
            let all = Notification::list(louise, brand, None, 50, &mut tx).await.unwrap();
            all.iter().filter(|one| one.kind == "assignment.nobody").count()
        };
        assert_eq!(alerts().await, 1, "{}", world.engine.name);
        assert_eq!(assignment::give_out_waiting(&world.engine).await.unwrap(), 0);
        world.resolves(&annas).await;
        assert_eq!(assignment::give_out_waiting(&world.engine).await.unwrap(), 1);
        let bilals = world.list(conversations::Group::Messages).await;
        assert_eq!(bilals.iter().filter(|one| one.assignee == Some(karim)).count(), 2);
    }
}

#[tokio::test]
async fn two_copies_of_the_program_give_each_conversation_to_one_person() {
    for world in worlds().await {
        let [karim, ines] = team(&world).await;
        for who in ["anna", "bilal", "chloe", "driss"] {
            assert_eq!(writes(&world, who).await, None);
        }
        rule(&world, Way::InTurn, &[karim, ines]).await;
        // What was nobody's before the rule came is theirs to give out.
        let mut tx = world.engine.begin().await.unwrap();
        assignment::give_out_open(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let other = world.engine.again().await;
        let (one, two) = tokio::join!(
            assignment::give_out_waiting(&world.engine),
            assignment::give_out_waiting(&other)
        );
        let _ = (one.unwrap(), two.unwrap());
        let all = world.list(conversations::Group::Messages).await;
        let of = |teammate| all.iter().filter(|one| one.assignee == Some(teammate)).count();
        assert_eq!((of(karim), of(ines)), (2, 2), "{}", world.engine.name);
        for conversation in &all {
            let mut tx = world.engine.read().await.unwrap();
            let changes = conversation.changes(&world.louise, &mut tx).await.unwrap();
            assert_eq!(changes.len(), 1, "each was given once");
        }
    }
}

#[tokio::test]
async fn a_rule_names_people_who_answer_here() {
    for world in worlds().await {
        let paul = world.member("paul", Role::ReadOnly).await;
        let mut tx = world.engine.begin().await.unwrap();
        for team in [vec![], vec![paul]] {
            let new = NewRule { channel: None, label: None, way: Way::InTurn, team };
            let refused = Rule::add(new, &world.louise, &mut tx).await;
            assert!(matches!(refused, Err(RuleError::Nobody | RuleError::NotOfTeam)));
        }
    }
}
