//! Rules applied to what comes.

use channels::{Act, InboxItem, ItemKind};
use conversations::moderation::{
    Action, Because, Case, Condition, Enforce, Entry, Joined, Law, LogAsked, NewGround, NewRule,
    PriorityWord, Rule, RuleError, Ruling, Run, What, enforce, proposed_answer,
};
use conversations::saved::{SavedReply, SavedReplyEdit};
use conversations::{Label, Priority};
use platform::Role;

use crate::network::{answer, item};
use crate::world::{World, worlds};

/// A rule on the law against insults.
pub fn rule(name: &str, what: What, actions: Vec<Action>) -> NewRule {
    NewRule {
        name: name.to_owned(),
        joined: Joined::All,
        conditions: vec![Condition { not: false, what }],
        actions,
        stops: false,
        ground: Some(NewGround::Law { law: Law::Insult, words: String::new() }),
        reason: "Une insulte envers l’équipe".to_owned(),
        tells: false,
    }
}

pub fn words(lines: &str) -> What {
    What::Words { lines: lines.to_owned() }
}

/// Adds a rule, turned on.
pub async fn adds(world: &World, new: NewRule) -> Rule {
    let mut tx = world.engine.begin().await.unwrap();
    let rule = Rule::add(new, &world.louise, &mut tx).await.unwrap();
    assert!(!rule.active, "a rule begins turned off");
    let rule = Rule::turn(rule.id, true, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    rule
}

pub async fn mentions(world: &World, id: &str, who: &str, text: &str) {
    let at = world.engine.ambient().now();
    let said = InboxItem { text: text.to_owned(), at, ..answer(id, who, "post", "post", 1) };
    world.comes(vec![said]).await;
}

pub async fn rulings(world: &World) -> Vec<Ruling> {
    let mut tx = world.engine.read().await.unwrap();
    Ruling::list(None, None, 50, &world.louise, &mut tx).await.unwrap()
}

pub async fn queue(world: &World) -> Vec<Case> {
    let mut tx = world.engine.read().await.unwrap();
    Case::queue(50, &world.louise, &mut tx).await.unwrap()
}

/// Runs the job of a rule's decision, and then what it asks of the network.
pub async fn enforces(world: &World, ruling: &Ruling) {
    let (ruling, brand) = (ruling.id, world.louise.brand());
    let job = Enforce { ruling, brand, asks: true, tells: false };
    enforce(&world.kit, &job).await.unwrap();
    performs_all(world).await;
}

/// Runs every job that acts on a message.
pub async fn performs_all(world: &World) {
    let mut tx = world.engine.read().await.unwrap();
    let text = "SELECT id FROM message_act WHERE state = 'asked' ORDER BY id";
    let rows = tx.query(text, database::params![]).await.unwrap();
    drop(tx);
    for row in rows {
        let deed = row.get("id").unwrap();
        let job = conversations::ActOnMessage { deed, brand: world.louise.brand() };
        conversations::perform(&world.kit, &job, true).await.unwrap();
    }
}

pub fn acts(world: &World) -> Vec<(Act, String)> {
    world.network.0.lock().unwrap().acts.clone()
}

#[tokio::test]
async fn a_rule_that_fits_hides_once_and_says_why() {
    for world in worlds().await {
        let says = rule("Insultes", words("abruti*\nimbécile"), vec![Action::Hide]);
        let rule = adds(&world, says).await;
        mentions(&world, "m1", "karl", "Bande d’ABRUTIS").await;
        mentions(&world, "m1", "karl", "Bande d’ABRUTIS").await;
        mentions(&world, "m2", "lea", "Quel bon pain").await;
        let ruled = rulings(&world).await;
        assert_eq!(ruled.len(), 1, "once, and only the one that insults");
        assert!(ruled[0].automated && ruled[0].by.is_none());
        enforces(&world, &ruled[0]).await;
        enforces(&world, &ruled[0]).await;
        assert_eq!(acts(&world), [(Act::Hide, "m1".to_owned())], "the network is asked once");
        let mut tx = world.engine.read().await.unwrap();
        let report = Run::report(rule.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!((report.messages, report.overturned), (1, 0));
        let why = &report.latest[0].why[0];
        assert_eq!(
            (why.what.as_str(), why.found.as_slice()),
            ("words", &["ABRUTIS".to_owned()][..])
        );
        let asked = LogAsked { rule: Some(rule.id), ..LogAsked::default() };
        let log = Entry::list(&asked, 20, &world.louise, &mut tx).await.unwrap();
        let mut what: Vec<_> = log.iter().map(|entry| entry.what.as_str()).collect();
        what.sort_unstable();
        assert_eq!(what, ["rule.added", "rule.applied", "rule.turned_on", "ruling.hide"]);
    }
}

#[tokio::test]
async fn what_the_network_cannot_do_comes_back_to_a_person() {
    for world in worlds().await {
        world.network.0.lock().unwrap().hides_nothing = true;
        adds(&world, rule("Insultes", words("abruti*"), vec![Action::Hide])).await;
        mentions(&world, "m1", "karl", "Abruti").await;
        assert!(queue(&world).await.is_empty());
        enforces(&world, &rulings(&world).await[0]).await;
        let waiting = queue(&world).await;
        assert_eq!(waiting[0].because, Because::Cannot);
        assert_eq!(waiting[0].why[0].found, ["Abruti"], "with what the rule had found");
        assert!(acts(&world).is_empty());
    }
}

#[tokio::test]
async fn what_the_network_refuses_comes_back_to_a_person() {
    for world in worlds().await {
        adds(&world, rule("Insultes", words("abruti*"), vec![Action::Hide])).await;
        mentions(&world, "m1", "karl", "Abruti").await;
        let reason = channels::Rejection::Other;
        let refusal = channels::NetworkError::Rejected { reason, detail: "no".into() };
        world.network.0.lock().unwrap().refusals.push_back(refusal);
        enforces(&world, &rulings(&world).await[0]).await;
        assert_eq!(queue(&world).await[0].because, Because::Refused);
    }
}

#[tokio::test]
async fn several_rules_apply_in_order_until_one_stops() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let label = Label::make("Prix", "#b3402a", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let urgent = Action::Priority { priority: PriorityWord(Priority::High) };
        let louise = world.louise.teammate_id().unwrap();
        adds(&world, rule("Prix", words("prix"), vec![Action::Label { label: label.id }])).await;
        let mut stops = rule("Cher", words("cher"), vec![urgent, Action::Assign { to: louise }]);
        stops.stops = true;
        adds(&world, stops).await;
        let last = adds(&world, rule("Fin", words("prix"), vec![Action::Resolve])).await;
        mentions(&world, "m1", "lea", "Vos prix ! C’est cher").await;
        let lea = world.only().await;
        assert_eq!((lea.priority, lea.assignee), (Priority::High, Some(louise)));
        assert!(lea.is_open(), "the rule after the one that stops was left aside");
        let mut tx = world.engine.begin().await.unwrap();
        assert_eq!(lea.labels(&world.louise, &mut tx).await.unwrap()[0].name, "Prix");
        for _ in 0..2 {
            Rule::shift(last.id, true, &world.louise, &mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        mentions(&world, "m2", "paul", "Vos prix ! C’est cher").await;
        let all = world.list(conversations::Group::Messages).await;
        assert!(!all[0].is_open(), "moved first, it applies");
    }
}

#[tokio::test]
async fn conditions_on_authors_links_hours_and_what_is_meant() {
    for world in worlds().await {
        let both = |what: Vec<What>| NewRule {
            conditions: what.into_iter().map(|what| Condition { not: false, what }).collect(),
            ..rule("x", What::FirstMessage, vec![Action::Ask])
        };
        let hosts = vec!["bit.ly".to_owned()];
        let first = adds(&world, both(vec![What::FirstMessage, What::Links { hosts }])).await;
        let flood = adds(&world, both(vec![What::Flood { least: 3 }])).await;
        let angry = both(vec![What::Harm {
            kinds: vec![language::Harm::Insult, language::Harm::Hate, language::Harm::Threat],
            sure: 50,
        }]);
        let angry = adds(&world, angry).await;
        let days = vec![];
        let time = What::Time { days, from: "22:00".into(), until: "06:00".into() };
        let night = adds(&world, both(vec![time])).await;
        let got = async |rule: &Rule| {
            let mut tx = world.engine.read().await.unwrap();
            let report = Run::report(rule.id, &world.louise, &mut tx).await.unwrap();
            let mut said: Vec<_> = report.latest.into_iter().map(|run| run.said).collect();
            said.reverse();
            said
        };
        mentions(&world, "a", "lea", "Voyez www.bit.ly/pain").await;
        mentions(&world, "b", "lea", "Et https://bit.ly/brioche").await;
        mentions(&world, "c", "paul", "Voyez fournil.fr").await;
        mentions(&world, "d", "lea", "Troisième").await;
        mentions(&world, "e", "karl", "Vous êtes une belle bande de connards").await;
        world.comes(vec![item("f", ItemKind::Mention, "zoe", "Insomnie", -9 * 60)]).await;
        assert_eq!(got(&first).await, ["Voyez www.bit.ly/pain"]);
        assert_eq!(got(&flood).await, ["Troisième"]);
        assert_eq!(got(&angry).await, ["Vous êtes une belle bande de connards"]);
        assert_eq!(got(&night).await, ["Insomnie"]);
        assert_eq!(queue(&world).await.len(), 4);
    }
}

#[tokio::test]
async fn a_ready_reply_is_laid_out_or_sent_once_a_day() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let edit = SavedReplyEdit {
            name: "Horaires".into(),
            french: "Bonjour {prénom}, de 7 h à 19 h.".into(),
            english: String::new(),
        };
        let saved = SavedReply::add(edit, &world.louise, &mut tx).await.unwrap().id;
        tx.commit().await.unwrap();
        adds(&world, rule("H", words("ouvert*"), vec![Action::Reply { saved, send: false }])).await;
        mentions(&world, "m1", "lea", "Êtes-vous ouverts ?").await;
        let lea = world.only().await;
        let mut tx = world.engine.read().await.unwrap();
        let laid = proposed_answer(lea.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(laid.unwrap().saved, saved);
        drop(tx);
        assert!(lea.waiting_since.is_some(), "nothing left");
        world.answers(&lea, "Oui").await;
        let mut tx = world.engine.read().await.unwrap();
        let laid = proposed_answer(lea.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(laid, None, "someone answered");
        drop(tx);
        adds(&world, rule("S", words("samedi"), vec![Action::Reply { saved, send: true }])).await;
        mentions(&world, "m2", "lea", "Et samedi ?").await;
        mentions(&world, "m3", "lea", "Samedi, vraiment ?").await;
        let ours = world.messages(&lea).await;
        let ours: Vec<_> = ours.iter().filter(|one| one.person.is_none()).collect();
        assert_eq!(ours.len(), 2, "{ours:?}");
        assert!(ours[1].text.contains("de 7 h à 19 h") && ours[1].teammate.is_none());
    }
}

#[tokio::test]
async fn only_a_good_rule_is_taken_and_only_from_those_who_run_the_brand() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        let no_ground = NewRule { ground: None, ..rule("x", words("a"), vec![Action::Hide]) };
        let refused = Rule::add(no_ground, louise, &mut tx).await;
        assert!(matches!(refused, Err(RuleError::NoGround)));
        let pattern = What::Pattern { pattern: "prix (bas".into() };
        let refused = Rule::add(rule("x", pattern, vec![Action::Ask]), louise, &mut tx).await;
        assert!(matches!(refused, Err(RuleError::Pattern(_))));
        let twice = vec![Action::Ask, Action::Ask];
        let refused = Rule::add(rule("x", words("a"), twice), louise, &mut tx).await;
        assert!(matches!(refused, Err(RuleError::Twice)));
        let unknown = vec![Action::Label { label: tx.new_id() }];
        let refused = Rule::add(rule("x", words("a"), unknown), louise, &mut tx).await;
        assert!(matches!(refused, Err(RuleError::Unknown("label"))));
        let reader = world.with_role(Role::Contributor);
        let refused = Rule::add(rule("x", words("a"), vec![Action::Ask]), &reader, &mut tx).await;
        assert!(matches!(refused, Err(RuleError::NotAllowed(_))));
        assert!(Rule::all(&reader, &mut tx).await.unwrap().is_empty());
    }
}
