//! The review queue, decisions, sanctions.

use channels::Act;
use conversations::moderation::{
    Action, AtNetwork, Because, Case, Clause, ClauseEdit, Decision, Entry, Ground, Law, LogAsked,
    NewGround, NewRuling, NewSanction, Ruling, RulingError, Run, Sanction, SanctionAtNetwork,
    SanctionKind, sanction_at_network, year,
};
use platform::Role;

use crate::moderation_rules::{
    acts, adds, enforces, mentions, performs_all, queue, rule, rulings, words,
};
use crate::world::{World, worlds};

/// A decision on the law against insults.
pub fn decision(decision: Decision, sanction: Option<NewSanction>) -> NewRuling {
    NewRuling {
        decision,
        sanction,
        ground: Some(NewGround::Law { law: Law::Insult, words: String::new() }),
        reason: "Vous insultez l’équipe du fournil.".into(),
        resolves: true,
    }
}

pub async fn decides(world: &World, case: &Case, new: NewRuling) -> Result<Ruling, RulingError> {
    let mut tx = world.engine.begin().await.unwrap();
    let ruling = case.decide(new, &world.kit.connectors, &world.louise, &mut tx).await?;
    tx.commit().await.unwrap();
    world.minutes(1);
    Ok(ruling)
}

/// A message in the queue, put there by hand.
pub async fn waits(world: &World, id: &str, who: &str, text: &str) -> Case {
    mentions(world, id, who, text).await;
    let conversations = world.list(conversations::Group::Messages).await;
    let mut tx = world.engine.begin().await.unwrap();
    for conversation in conversations {
        let page = conversation.messages(None, 50, &world.louise, &mut tx).await.unwrap();
        if let Some(message) = page.messages.iter().find(|one| one.text == text) {
            let case = Case::ask(message.id, &world.louise, &mut tx).await.unwrap();
            tx.commit().await.unwrap();
            return case;
        }
    }
    panic!("no such message")
}

async fn sanctions(world: &World) -> Vec<Sanction> {
    let mut tx = world.engine.read().await.unwrap();
    Sanction::list(None, &world.louise, &mut tx).await.unwrap()
}

async fn at_network(world: &World, sanction: &Sanction) {
    let job = SanctionAtNetwork { sanction: sanction.id, brand: world.louise.brand() };
    sanction_at_network(&world.kit, &job, true).await.unwrap();
}

#[tokio::test]
async fn a_person_decides_once_with_a_reason_and_may_undo_it() {
    for world in worlds().await {
        let case = waits(&world, "m1", "karl", "Abruti").await;
        let why = NewRuling { reason: " ".into(), ..decision(Decision::Hide, None) };
        assert!(matches!(decides(&world, &case, why).await, Err(RulingError::NoReason)));
        let on = NewRuling { ground: None, ..decision(Decision::Hide, None) };
        assert!(matches!(decides(&world, &case, on).await, Err(RulingError::NoGround)));
        let gone = decides(&world, &case, decision(Decision::Delete, None)).await;
        assert!(matches!(gone, Err(RulingError::NotOffered)), "the network deletes nothing");
        let ruling = decides(&world, &case, decision(Decision::Hide, None)).await.unwrap();
        let again = decides(&world, &case, decision(Decision::Keep, None)).await;
        assert!(matches!(again, Err(RulingError::Decided)));
        performs_all(&world).await;
        assert!(!world.only().await.is_open(), "done with");
        assert!(queue(&world).await.is_empty());
        let mut tx = world.engine.begin().await.unwrap();
        let connectors = &world.kit.connectors;
        Ruling::undo(ruling.id, "C’était de l’humour", true, connectors, &world.louise, &mut tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        performs_all(&world).await;
        let m1 = || "m1".to_owned();
        assert_eq!(acts(&world), [(Act::Hide, m1()), (Act::Unhide, m1())]);
        assert_eq!(queue(&world).await[0].because, Because::Undone);
        let mut tx = world.engine.read().await.unwrap();
        let asked = LogAsked { what: "ruling".into(), ..LogAsked::default() };
        let log = Entry::list(&asked, 20, &world.louise, &mut tx).await.unwrap();
        let what: Vec<_> = log.iter().map(|entry| entry.what.as_str()).collect();
        assert_eq!(what, ["ruling.undone", "ruling.hide"]);
        assert_eq!(log[0].reason, "C’était de l’humour");
    }
}

#[tokio::test]
async fn keeping_what_a_rule_found_says_that_the_rule_was_wrong() {
    for world in worlds().await {
        let found = adds(&world, rule("Insultes", words("abruti*"), vec![Action::Ask])).await;
        mentions(&world, "m1", "lea", "Le pain m’a abruti de bonheur").await;
        let case = queue(&world).await.remove(0);
        assert_eq!(case.rule_name.as_deref(), Some("Insultes"));
        let keep = NewRuling {
            decision: Decision::Keep,
            sanction: None,
            ground: None,
            reason: String::new(),
            resolves: false,
        };
        decides(&world, &case, keep).await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let report = Run::report(found.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!((report.messages, report.overturned, report.waiting), (1, 1, 0));
        assert!(world.only().await.is_open(), "it still waits for its answer");
    }
}

#[tokio::test]
async fn equal_messages_stand_together_whatever_their_accents() {
    for world in worlds().await {
        let one = waits(&world, "m1", "a", "Gagnez  de l’argent ÉTÉ").await;
        waits(&world, "m2", "b", "gagnez de l’argent été").await;
        waits(&world, "m3", "c", "Bonjour").await;
        let mut tx = world.engine.read().await.unwrap();
        let equal = one.equal(&world.louise, &mut tx).await.unwrap();
        assert_eq!(equal.len(), 1);
        assert_eq!(equal[0].name.as_deref(), Some("b"));
    }
}

#[tokio::test]
async fn someone_muted_waits_for_nobody_and_someone_banned_is_hidden_until_the_end() {
    for world in worlds().await {
        let case = waits(&world, "m1", "karl", "Abruti").await;
        let mute = NewSanction { kind: SanctionKind::Mute, days: Some(7) };
        decides(&world, &case, decision(Decision::Keep, Some(mute))).await.unwrap();
        mentions(&world, "m2", "karl", "Encore moi").await;
        let karl = world.only().await;
        assert!(!karl.is_open() && karl.waiting_since.is_none());
        let case = queue(&world).await.remove(0);
        assert_eq!((case.because, case.said.as_str()), (Because::Muted, "Encore moi"));
        let ban = NewSanction { kind: SanctionKind::Ban, days: Some(30) };
        decides(&world, &case, decision(Decision::Hide, Some(ban))).await.unwrap();
        let ban = sanctions(&world).await.into_iter().find(|one| one.kind == SanctionKind::Ban);
        let ban = ban.unwrap();
        at_network(&world, &ban).await;
        at_network(&world, &ban).await;
        let blocked = || world.network.0.lock().unwrap().blocked.clone();
        assert_eq!(blocked(), [("id-karl".to_owned(), true)], "once");
        mentions(&world, "m3", "karl", "Toujours là").await;
        let hidden = rulings(&world).await.remove(0);
        assert!(hidden.automated && hidden.decision == Decision::Hide && hidden.ground.is_some());
        enforces(&world, &hidden).await;
        assert!(acts(&world).contains(&(Act::Hide, "m3".to_owned())));
        assert!(queue(&world).await.is_empty(), "nobody is asked about those");
        world.minutes(31 * 24 * 60);
        at_network(&world, &ban).await;
        assert_eq!(blocked()[1], ("id-karl".to_owned(), false), "let back at the end");
        assert_eq!(sanctions(&world).await[0].network, AtNetwork::Ended);
        let now = world.engine.ambient().now();
        assert!(sanctions(&world).await.iter().all(|one| !one.holds_at(now)));
    }
}

#[tokio::test]
async fn a_sanction_is_lifted_before_its_end_and_stays_written() {
    for world in worlds().await {
        let case = waits(&world, "m1", "karl", "Abruti").await;
        let ban = NewSanction { kind: SanctionKind::Ban, days: None };
        let ruling = decides(&world, &case, decision(Decision::Hide, Some(ban))).await.unwrap();
        let ban = sanctions(&world).await.remove(0);
        at_network(&world, &ban).await;
        let mut tx = world.engine.begin().await.unwrap();
        let lifted = Sanction::lift(ban.id, "Il s’excuse", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        at_network(&world, &lifted).await;
        assert_eq!(sanctions(&world).await[0].network, AtNetwork::Ended);
        mentions(&world, "m2", "karl", "Pardon").await;
        assert_eq!(rulings(&world).await[0].id, ruling.id, "nothing new was decided");
        let mut tx = world.engine.read().await.unwrap();
        let of = LogAsked { identity: Some(ban.identity), ..LogAsked::default() };
        let log = Entry::list(&of, 20, &world.louise, &mut tx).await.unwrap();
        assert!(log.iter().any(|one| one.what == "sanction.lifted" && one.reason == "Il s’excuse"));
    }
}

#[tokio::test]
async fn a_clause_keeps_its_number_and_a_decision_the_words_it_cited() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let edit = |title: &str, words: &str| ClauseEdit {
            title_french: title.into(),
            french: words.into(),
            ..ClauseEdit::default()
        };
        let louise = &world.louise;
        let first = Clause::add(edit("Accueil", "On se salue."), louise, &mut tx).await.unwrap();
        let clause = Clause::add(edit("Respect", "On se respecte."), louise, &mut tx).await;
        let clause = clause.unwrap();
        Clause::remove(first.id, louise, &mut tx).await.unwrap();
        let third = Clause::add(edit("Pub", "Pas de publicité."), louise, &mut tx).await.unwrap();
        assert_eq!((clause.number, third.number), (2, 3));
        tx.commit().await.unwrap();
        let case = waits(&world, "m1", "karl", "Abruti").await;
        let on = NewGround::Clause { clause: clause.id };
        let new = NewRuling { ground: Some(on), ..decision(Decision::Hide, None) };
        let ruling = decides(&world, &case, new).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        Clause::edit(clause.id, edit("Respect", "Autre chose."), louise, &mut tx).await.unwrap();
        let ruling = Ruling::load(ruling.id, louise, &mut tx).await.unwrap();
        let ground = ruling.ground.unwrap();
        assert!(matches!(&ground, Ground::Clause { number: 2, .. }));
        let said = ground.clause_in(primitives::Language::En).unwrap();
        assert_eq!(said, ("Respect", "On se respecte."), "what is written in one language alone");
        let figures = year(2026, louise, &mut tx).await.unwrap();
        assert_eq!(figures.rulings[0].ground, "clause 2");
        assert_eq!((figures.rulings[0].by_people, figures.rulings[0].automated), (1, 0));
    }
}

#[tokio::test]
async fn readers_read_and_only_those_who_answer_decide() {
    for world in worlds().await {
        let case = waits(&world, "m1", "karl", "Abruti").await;
        let reader = world.with_role(Role::ReadOnly);
        let mut tx = world.engine.begin().await.unwrap();
        assert_eq!(Case::queue(10, &reader, &mut tx).await.unwrap().len(), 1);
        let new = decision(Decision::Hide, None);
        let refused = case.decide(new, &world.kit.connectors, &reader, &mut tx).await;
        assert!(matches!(refused, Err(RulingError::NotAllowed(_))));
        let stranger = world.stranger();
        assert!(Case::queue(10, &stranger, &mut tx).await.unwrap().is_empty());
        let theirs = Case::load(case.id, &stranger, &mut tx).await;
        assert!(matches!(theirs, Err(RulingError::NotFound)));
    }
}
