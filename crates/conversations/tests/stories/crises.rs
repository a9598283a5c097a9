//! Negative bursts raise one alert; the room of a crisis holds what is said, and its stand-down
//! lets nothing leave without a person.

use std::sync::atomic::{AtomicUsize, Ordering};

use channels::publication::{NewPublication, Place, PostRef, Purpose, StateName, VariantRef};
use channels::{Content, InboxItem, ItemKind, Publication};
use conversations::crisis::burst::Basis;
use conversations::crisis::{
    self, Alert, AlertState, Crisis, CrisisError, CrisisLetter, Decision, EntryKind,
    HoldingStatement, Level, Line, NewCrisis, NewStatement, Role, StatementText,
};
use jiff::{SignedDuration, Timestamp};
use jobs::{Done, Registry};
use platform::notification::Notification;
use platform::{Brand, Right};
use primitives::{Id, Language};

use crate::network::item;
use crate::world::{World, worlds};

const ANGRY: &str = "Pain rassis et immangeable, service honteux, je suis très déçue !";

/// Something angry said now.
pub fn angry(world: &World, id: &str, author: &str, text: &str) -> InboxItem {
    let mut said = item(id, ItemKind::Mention, author, text, 0);
    said.at = world.engine.ambient().now();
    said
}

/// So many people are angry now.
async fn burst(world: &World, name: &str, many: usize) {
    let said = (0..many).map(|n| angry(world, &format!("{name}-{n}"), &format!("p{n}"), ANGRY));
    world.comes(said.collect()).await;
}

/// Four quiet weeks go by, with one angry message each day at this hour.
async fn quiet_weeks(world: &World) {
    for day in 0..29 {
        world.comes(vec![angry(world, &format!("quiet-{day}"), "grincheux", ANGRY)]).await;
        world.minutes(24 * 60 - 1);
    }
}

async fn alerts(world: &World) -> Vec<Alert> {
    Alert::list(&world.louise, &mut world.engine.read().await.unwrap()).await.unwrap()
}

async fn opened(world: &World, new: NewCrisis) -> Crisis {
    let mut tx = world.engine.begin().await.unwrap();
    let crisis = Crisis::open(new, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    crisis
}

fn bread() -> NewCrisis {
    NewCrisis { name: "Le pain rassis".into(), ..NewCrisis::default() }
}

/// What Louise says of a crisis, in the order of its timeline.
async fn kinds(world: &World, crisis: &Crisis) -> Vec<&'static str> {
    let mut tx = world.engine.read().await.unwrap();
    let lines = crisis.timeline(&world.louise, &mut tx).await.unwrap();
    let kind = |line: &Line| match line {
        Line::Own { entry, .. } => entry.kind.as_str(),
        Line::Answer { .. } => "answer",
        Line::Held { .. } => "held",
    };
    lines.iter().map(kind).collect()
}

/// How many letters the jobs would write.
async fn letters(world: &World) -> usize {
    let letters = std::sync::Arc::new(AtomicUsize::new(0));
    let counted = letters.clone();
    let registry = Registry::new().on(move |_: CrisisLetter, _| {
        counted.fetch_add(1, Ordering::SeqCst);
        async move { Ok(Done::Finished) }
    });
    let now = world.engine.ambient().now();
    let _ = jobs::run_due(&world.engine, &registry, now).await;
    letters.load(Ordering::SeqCst)
}

#[tokio::test]
async fn a_burst_raises_one_alert_however_often_and_by_however_many_it_is_looked_for() {
    for world in worlds().await {
        quiet_weeks(&world).await;
        assert_eq!(crisis::watch(&world.engine).await.unwrap(), 0, "one a day is usual");
        burst(&world, "early", 4).await;
        assert_eq!(crisis::watch(&world.engine).await.unwrap(), 0, "four is not five");
        burst(&world, "burst", 9).await;
        let (one, other) = tokio::join!(crisis::watch(&world.engine), crisis::watch(&world.engine));
        assert_eq!(one.unwrap() + other.unwrap(), 1, "{}", world.engine.name);
        let raised = alerts(&world).await;
        assert_eq!(raised.len(), 1);
        assert_eq!(raised[0].prediction.basis, Basis::Measured);
        assert!(raised[0].seen >= 9 && raised[0].state == AlertState::Open);
        assert_eq!(letters(&world).await, 1, "Louise manages the house");

        world.minutes(40);
        burst(&world, "on", 12).await;
        assert_eq!(crisis::watch(&world.engine).await.unwrap(), 0, "the same burst goes on");
        let mut tx = world.engine.begin().await.unwrap();
        Alert::close(raised[0].id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(30);
        burst(&world, "still", 12).await;
        assert_eq!(crisis::watch(&world.engine).await.unwrap(), 0, "closed, it stays closed");
        world.minutes(8 * 60);
        burst(&world, "anew", 12).await;
        assert_eq!(crisis::watch(&world.engine).await.unwrap(), 1, "another one");
    }
}

#[tokio::test]
async fn with_too_little_past_nothing_is_said_and_after_a_week_a_first_sign_under_its_own_name() {
    for world in worlds().await {
        burst(&world, "first", 30).await;
        assert_eq!(crisis::watch(&world.engine).await.unwrap(), 0);
        let mut tx = world.engine.read().await.unwrap();
        let watching = crisis::watched(&world.louise, &mut tx).await.unwrap();
        assert!(watching.hour.prediction.is_none() && watching.hour.seen == 30);
        drop(tx);
        world.minutes(9 * 24 * 60);
        burst(&world, "second", 30).await;
        assert_eq!(crisis::watch(&world.engine).await.unwrap(), 1);
        assert_eq!(alerts(&world).await[0].prediction.basis, Basis::Early);
    }
}

#[tokio::test]
async fn a_room_gathers_what_is_negative_and_what_holds_its_words() {
    for world in worlds().await {
        burst(&world, "before", 3).await;
        let new = NewCrisis { words: "farine".into(), ..bread() };
        let crisis = opened(&world, new).await;
        let neutral = "Bonjour, à quelle heure ouvrez-vous demain ?";
        world
            .comes(vec![
                angry(&world, "a", "lea", ANGRY),
                angry(&world, "b", "max", neutral),
                angry(&world, "c", "zoe", "D’où vient votre farine en ce moment ?"),
            ])
            .await;
        let mut tx = world.engine.read().await.unwrap();
        let spoken = crisis.spoken(&world.louise, &mut tx).await.unwrap();
        assert_eq!(spoken.total, 5, "{}", world.engine.name);
        let groups = spoken.groups();
        assert_eq!((groups.len(), groups[0].said.len()), (2, 4));
        assert_eq!(spoken.authors().len(), 5);
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        let said = spoken.said.iter().find(|said| said.author == "zoe").unwrap();
        Crisis::leave_out(crisis.id, &[said.id], &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        assert_eq!(crisis.spoken(&world.louise, &mut tx).await.unwrap().total, 4);
        assert_eq!(crisis.curve(&world.louise, &mut tx).await.unwrap().last().unwrap().seen, 4);
    }
}

#[tokio::test]
async fn one_crisis_runs_at_a_time_and_only_roles_that_answer_open_one() {
    for world in worlds().await {
        let first = opened(&world, bread()).await;
        let mut tx = world.engine.begin().await.unwrap();
        let again = Crisis::open(bread(), &world.louise, &mut tx).await;
        assert!(matches!(again, Err(CrisisError::AnotherRuns(id)) if id == first.id));
        let expert = world.with_role(platform::Role::Expert);
        let refused = Crisis::open(bread(), &expert, &mut tx).await;
        assert!(matches!(refused, Err(CrisisError::NotAllowed(_))));
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        Crisis::set_level(first.id, Level::Major, "la presse en parle", &world.louise, &mut tx)
            .await
            .unwrap();
        Crisis::say(first.id, "On jette la fournée", true, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(kinds(&world, &first).await, ["opened", "level", "decision"]);
    }
}

async fn statement(world: &World, approved: bool) -> Id<HoldingStatement> {
    let text =
        |language, words: &str| StatementText { channel: None, language, words: words.to_owned() };
    let new = NewStatement {
        title: "Nous cherchons".into(),
        situation: String::new(),
        texts: vec![
            text(Language::Fr, "Nous avons vu, nous cherchons."),
            text(Language::En, "We have seen it."),
        ],
    };
    let mut tx = world.engine.begin().await.unwrap();
    let id = HoldingStatement::write(None, new, &world.louise, &mut tx).await.unwrap();
    if approved {
        let written = HoldingStatement::load(id, &world.louise, &mut tx).await.unwrap();
        written.approve(&world.louise, &mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn chosen_messages_are_answered_in_bulk_each_once_with_words_that_were_approved() {
    for world in worlds().await {
        let crisis = opened(&world, bread()).await;
        burst(&world, "b", 3).await;
        let mut tx = world.engine.read().await.unwrap();
        let spoken = crisis.spoken(&world.louise, &mut tx).await.unwrap();
        drop(tx);
        let all: Vec<_> = spoken.said.iter().map(|said| said.id).collect();
        let draft = statement(&world, false).await;
        let (louise, db) = (&world.louise, &world.engine.database);
        let refused = crisis::answer_each(crisis.id, &all, draft, None, louise, db).await;
        assert!(matches!(refused, Err(CrisisError::NotApproved)));
        let words = statement(&world, true).await;
        let done = crisis::answer_each(crisis.id, &all, words, None, louise, db).await.unwrap();
        assert_eq!((done.sent, done.already, done.refused), (3, 0, 0), "{:?}", done.because);
        world.minutes(1);
        let again = crisis::answer_each(crisis.id, &all, words, None, louise, db).await.unwrap();
        assert_eq!((again.sent, again.already), (0, 3));
        let mut tx = world.engine.read().await.unwrap();
        let rows = "SELECT COUNT(*) AS n FROM publication WHERE purpose = 'reply'";
        let sent: i64 = tx.query_one(rows, vec![]).await.unwrap().get("n").unwrap();
        assert_eq!(sent, 3);
        let spoken = crisis.spoken(&world.louise, &mut tx).await.unwrap();
        assert_eq!(spoken.unanswered(), 0);
        drop(tx);
        assert_eq!(kinds(&world, &crisis).await, ["opened", "answered"]);
    }
}

#[tokio::test]
async fn an_answer_that_did_not_arrive_answers_nobody_and_may_be_given_again() {
    for world in worlds().await {
        let crisis = opened(&world, bread()).await;
        world.comes(vec![angry(&world, "a", "anna", ANGRY)]).await;
        let (louise, db) = (&world.louise, &world.engine.database);
        let words = statement(&world, true).await;
        let spoken = async || {
            let mut tx = world.engine.read().await.unwrap();
            crisis.spoken(louise, &mut tx).await.unwrap()
        };
        let anna = [spoken().await.said[0].id];
        let done = crisis::answer_each(crisis.id, &anna, words, None, louise, db).await.unwrap();
        assert_eq!((done.sent, spoken().await.unanswered()), (1, 0), "{}", world.engine.name);
        world.network.refuses_to_publish();
        let answer = world.messages(&world.only().await).await[1].publication.clone().unwrap().id;
        world.minutes(1);
        world.delivers(answer).await;
        assert_eq!(spoken().await.unanswered(), 1, "{}", world.engine.name);
        let again = crisis::answer_each(crisis.id, &anna, words, None, louise, db).await.unwrap();
        assert_eq!((again.sent, again.already), (1, 0), "{:?}", again.because);
        world.minutes(1);
        let twice = crisis::answer_each(crisis.id, &anna, words, None, louise, db).await.unwrap();
        assert_eq!((twice.sent, twice.already), (0, 1), "{}", world.engine.name);
    }
}

/// A post planned for so many minutes from now.
async fn post(world: &World, text: &str, minutes: i64) -> Publication {
    let mut tx = world.engine.begin().await.unwrap();
    let new = NewPublication {
        channel: world.channel.id,
        purpose: Purpose::Post { post: tx.new_id::<PostRef>(), variant: tx.new_id::<VariantRef>() },
        place: Place::default(),
        due_at: tx.now() + SignedDuration::from_mins(minutes),
        content: Content { text: text.to_owned(), ..Content::default() },
    };
    let publication = Publication::plan(new, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    publication
}

async fn state(world: &World, id: Id<Publication>) -> StateName {
    let mut tx = world.engine.read().await.unwrap();
    Publication::load(id, &world.louise, &mut tx).await.unwrap().state.name()
}

#[tokio::test]
async fn a_stand_down_looks_at_each_post_and_nothing_leaves_without_a_person() {
    for world in worlds().await {
        let due = post(&world, "Promotion du jour", 0).await;
        let soon = post(&world, "Concours demain", 60).await;
        let crisis = opened(&world, NewCrisis { pauses: true, ..bread() }).await;
        world.delivers(due.id).await;
        assert_eq!(state(&world, due.id).await, StateName::Held);
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        let all = crisis.stand_down(louise, &mut tx).await.unwrap();
        let seen: Vec<_> = all.posts.iter().map(|one| (one.publication.id, one.held)).collect();
        assert_eq!(seen, [(due.id, true), (soon.id, false)], "{}", world.engine.name);
        let refused = Crisis::end(crisis.id, "", louise, &mut tx).await;
        assert!(matches!(refused, Err(CrisisError::Undecided(2))));
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        let gone = Decision::GiveUp;
        let why = Crisis::review(crisis.id, due.id, gone, "", "", louise, &mut tx).await;
        assert!(matches!(why, Err(CrisisError::ReasonNeeded)));
        let past = Decision::Move;
        let moved =
            Crisis::review(crisis.id, due.id, past, "2020-01-01T09:00", "", louise, &mut tx);
        assert!(matches!(moved.await, Err(CrisisError::NotATime)));
        Crisis::review(crisis.id, due.id, gone, "", "déplacé", louise, &mut tx).await.unwrap();
        Crisis::review(crisis.id, soon.id, Decision::Release, "", "", louise, &mut tx)
            .await
            .unwrap();
        let decided = Crisis::end(crisis.id, "Prévenir plus tôt", louise, &mut tx).await.unwrap();
        assert_eq!(decided.len(), 2);
        let brand = Brand::of(louise, &mut tx).await.unwrap();
        assert!(brand.paused.is_none());
        tx.commit().await.unwrap();
        assert_eq!(state(&world, due.id).await, StateName::Held, "the caller carries out");
        let told = kinds(&world, &crisis).await;
        assert_eq!(told, ["opened", "paused", "held", "reviewed", "reviewed", "resumed", "ended"]);
        let mut tx = world.engine.begin().await.unwrap();
        let over = Crisis::say(crisis.id, "trop tard", false, louise, &mut tx).await;
        assert!(matches!(over, Err(CrisisError::Over)));
    }
}

#[tokio::test]
async fn roles_and_tasks_are_told_and_ticked_with_name_and_time() {
    for world in worlds().await {
        let karim = world.member("Karim", platform::Role::CommunityManager).await;
        let checklist = "Prévenir la direction\n\nGeler les promotions";
        let crisis = opened(&world, NewCrisis { checklist: checklist.into(), ..bread() }).await;
        letters(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        Crisis::give_role(crisis.id, Role::Answers, karim, louise, &mut tx).await.unwrap();
        let tasks = crisis.tasks(louise, &mut tx).await.unwrap();
        assert_eq!(tasks.len(), 2);
        Crisis::tick(crisis.id, tasks[0].id, true, louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let tasks = crisis.tasks(louise, &mut tx).await.unwrap();
        let (name, _) = tasks[0].done.clone().unwrap();
        assert_eq!(name, "Louise Martin");
        let roles = crisis.roles(louise, &mut tx).await.unwrap();
        let names: Vec<_> = roles.iter().map(|one| (one.role, one.name.as_str())).collect();
        assert_eq!(names, [(Role::Answers, "Karim"), (Role::Decides, "Louise Martin")]);
        let told = Notification::list(karim, louise.brand(), None, 10, &mut tx).await.unwrap();
        assert!(told.iter().any(|one| one.kind == "crisis.in_role"));
        drop(tx);
        assert_eq!(letters(&world).await, 1);
    }
}

#[tokio::test]
async fn of_a_rehearsal_nothing_leaves_the_house_and_nothing_stays_of_it() {
    for world in worlds().await {
        let karim = world.member("Karim", platform::Role::CommunityManager).await;
        burst(&world, "past", 6).await;
        let (from, to) = {
            let now: Timestamp = world.engine.ambient().now();
            (now - SignedDuration::from_hours(1), now + SignedDuration::from_hours(1))
        };
        world.minutes(3 * 60);
        let promotion = post(&world, "Promotion du jour", 0).await;
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        let material = crisis::Material::Past { from, to };
        let rehearsal =
            Crisis::rehearse("Exercice de mars", material, &[karim], "Lire", louise, &mut tx)
                .await
                .unwrap();
        Crisis::pause_posts(rehearsal.id, louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(letters(&world).await, 1, "Karim, who takes part; Louise opened it");
        let words = statement(&world, true).await;
        let mut tx = world.engine.read().await.unwrap();
        let spoken = rehearsal.spoken(louise, &mut tx).await.unwrap();
        assert_eq!((spoken.total, spoken.said[0].message), (6, None));
        drop(tx);
        let all: Vec<_> = spoken.said.iter().map(|said| said.id).collect();
        let db = &world.engine.database;
        let done = crisis::answer_each(rehearsal.id, &all, words, None, louise, db).await.unwrap();
        assert_eq!(done.sent, 6);
        assert_eq!(world.count("publication").await, 1, "no answer was planned");
        world.delivers(promotion.id).await;
        assert_ne!(state(&world, promotion.id).await, StateName::Held, "real posts leave");
        let mut tx = world.engine.begin().await.unwrap();
        assert!(rehearsal.pauses(&mut tx).await.unwrap(), "it is only said");
        let decided = Crisis::end(rehearsal.id, "Bien", louise, &mut tx).await.unwrap();
        assert!(decided.is_empty());
        Crisis::remove_rehearsal(rehearsal.id, louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        for table in ["crisis", "crisis_message", "crisis_entry", "crisis_role", "crisis_task"] {
            assert_eq!(world.count(table).await, 0, "{table}");
        }
        assert_eq!(world.count("message").await, 6, "the real messages stay");
    }
}

#[tokio::test]
async fn the_figures_of_a_review_say_on_what_they_rest() {
    for world in worlds().await {
        let crisis = opened(&world, bread()).await;
        let mut wide = angry(&world, "w", "louis", ANGRY);
        wide.author.followers = Some(1_200);
        world.comes(vec![wide, angry(&world, "x", "ines", "Honteux, c’est nul et mauvais")]).await;
        let conversation = world.list(conversations::Group::Messages).await.remove(0);
        world.minutes(30);
        world.answers(&conversation, "Nous cherchons").await;
        let mut tx = world.engine.read().await.unwrap();
        let louise = &world.louise;
        let spoken = crisis.spoken(louise, &mut tx).await.unwrap();
        let curve = crisis.curve(louise, &mut tx).await.unwrap();
        let figures = crisis.figures(&spoken, &curve, louise, &mut tx).await.unwrap();
        assert_eq!((figures.messages, figures.authors), (2, 2));
        assert_eq!((figures.reach, figures.reach_known), (1_200, 1));
        let response = figures.response.unwrap();
        assert_eq!((response.count, response.median.as_mins()), (1, 32), "when it left");
        let told = crisis.timeline(louise, &mut tx).await.unwrap();
        assert!(told.iter().any(|line| matches!(line, Line::Answer { .. })));
        assert!(EntryKind::ALL.len() > 10 && louise.may(Right::Converse));
    }
}
