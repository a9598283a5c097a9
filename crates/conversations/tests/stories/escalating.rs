//! Questions handed to those who know, and their answers.

use std::sync::{Arc, Mutex};

use channels::ItemKind;
use conversations::escalation::{
    self, Asked, AskedState, Context, Deadline, Escalation, EscalationError, EscalationLetter,
    EscalationState, Expert, ExpertEdit, Narrowed, NewEscalation, Opened, Setting, Through, What,
    Whom, by_mail,
};
use conversations::promise::{NewPolicy, Policy};
use conversations::{Conversation, Escalated, Filter, NewReply};
use database::Database;
use jiff::{SignedDuration, Timestamp};
use jobs::{Done, Registry};
use platform::notification::Notification;
use platform::{Role, Secret};
use primitives::Language;

use crate::network::item;
use crate::world::{World, worlds};

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

pub async fn lea_asks(world: &World) -> Conversation {
    let text = "Y a-t-il du sésame dans la tradition ?";
    world.comes(vec![item("m1", ItemKind::Mention, "lea", text, 1)]).await;
    world.only().await
}

pub async fn anna(world: &World) -> Expert {
    knows(world, "Anna Bérard", "anna@labo.test").await
}

async fn knows(world: &World, name: &str, email: &str) -> Expert {
    let mut tx = world.engine.begin().await.unwrap();
    let edit = ExpertEdit {
        name: name.to_owned(),
        email: email.to_owned(),
        fields: "allergènes, étiquetage".to_owned(),
        language: Language::Fr,
    };
    let expert = Expert::add(edit, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    expert
}

pub fn question(conversation: &Conversation, to: Vec<Whom>) -> NewEscalation {
    NewEscalation {
        conversation: conversation.id,
        question: "La tradition contient-elle du sésame ?".to_owned(),
        to,
        deadline: Deadline::Working(hours(4)),
        context: Context::Thread,
        with_notes: false,
        holding: String::new(),
    }
}

pub async fn asks(world: &World, new: NewEscalation) -> Escalation {
    let mut tx = world.engine.begin().await.unwrap();
    let escalation = Escalation::ask(new, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    world.minutes(1);
    escalation
}

pub async fn now(world: &World, escalation: &Escalation) -> Escalation {
    let mut tx = world.engine.read().await.unwrap();
    Escalation::load(escalation.id, &world.louise, &mut tx).await.unwrap()
}

/// The secret of the letter's link.
async fn link(world: &World, escalation: &Escalation, asked: &Asked) -> Secret {
    let mut tx = world.engine.begin().await.unwrap();
    let (_, secret) = escalation.link_for(asked, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    secret
}

async fn opened(world: &World, secret: &Secret) -> Through {
    let mut tx = world.engine.read().await.unwrap();
    Opened::by(secret, &mut tx).await.unwrap().unwrap()
}

async fn answers(world: &World, secret: &Secret, words: &str) {
    let Through::Open(opened) = opened(world, secret).await else { panic!("it opens") };
    let mut tx = world.engine.begin().await.unwrap();
    opened.answer(words, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    world.minutes(1);
}

async fn course(world: &World, conversation: &Conversation) -> Vec<What> {
    let mut tx = world.engine.read().await.unwrap();
    let all = conversation.escalation_course(&world.louise, &mut tx).await.unwrap();
    all.into_iter().map(|one| one.what).collect()
}

/// The letters that are asked for, and run.
async fn letters(world: &World) -> Vec<EscalationLetter> {
    let letters = Arc::new(Mutex::new(Vec::new()));
    let kept = letters.clone();
    let registry = Registry::new().on(move |letter: EscalationLetter, _| {
        kept.lock().unwrap().push(letter);
        async move { Ok(Done::Finished) }
    });
    let now = world.engine.ambient().now();
    let _ = jobs::run_due(&world.engine, &registry, now).await;
    std::mem::take(&mut *letters.lock().unwrap())
}

#[tokio::test]
async fn an_expert_without_an_account_answers_from_the_letter() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
        assert_eq!(letters(&world).await.len(), 1, "{}", world.engine.name);
        // Léa waits as before.
        assert!(world.only().await.waiting_since.is_some());
        let secret = link(&world, &escalation, &escalation.asked[0]).await;
        let Through::Open(page) = opened(&world, &secret).await else { panic!("it opens") };
        let mut tx = world.engine.read().await.unwrap();
        let shown = page.shown(&mut tx).await.unwrap();
        drop(tx);
        assert_eq!(shown.messages.len(), 1);
        answers(&world, &secret, "Non, mais des traces sont possibles.").await;
        let answered = now(&world, &escalation).await;
        assert_eq!(answered.state, EscalationState::Answered);
        // Answered twice: the second is a correction, until it is used.
        answers(&world, &secret, "Non. Des traces sont possibles : même four.").await;
        let corrected = now(&world, &escalation).await;
        assert!(corrected.asked[0].answer.ends_with("même four."));
        let mut tx = world.engine.read().await.unwrap();
        let (me, brand) = (world.louise.teammate_id().unwrap(), world.louise.brand());
        let told = Notification::list(me, brand, None, 10, &mut tx).await.unwrap();
        assert!(told.iter().any(|one| one.kind == "escalation.answered"));
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        corrected.used(corrected.asked[0].id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(opened(&world, &secret).await, Through::Over(_)));
        let expected = [What::Asked, What::Answered, What::Corrected, What::Used];
        assert_eq!(course(&world, &lea).await, expected);
    }
}

#[tokio::test]
async fn a_link_that_expired_is_asked_anew_and_goes_to_the_same_address() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
        let secret = link(&world, &escalation, &escalation.asked[0]).await;
        letters(&world).await;
        world.minutes(60 * 24 * 20);
        let Through::Expired(page) = opened(&world, &secret).await else { panic!("it expired") };
        let mut tx = world.engine.begin().await.unwrap();
        page.ask_fresh_link(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let sent = letters(&world).await;
        let EscalationLetter::ToAsked { asked, .. } = &sent[0] else { panic!("to who is asked") };
        assert_eq!((sent.len(), *asked), (1, escalation.asked[0].id), "{}", world.engine.name);
        let fresh = link(&world, &escalation, &escalation.asked[0]).await;
        assert!(matches!(opened(&world, &fresh).await, Through::Open(_)));
    }
}

#[tokio::test]
async fn a_late_answer_is_told_once_whatever_runs() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
        letters(&world).await;
        let other = Database::open(&world.engine.location, world.engine.ambient().clone());
        let other = other.await.unwrap();
        let both = || async {
            let (here, there) =
                tokio::join!(escalation::tell_due(&world.engine), escalation::tell_due(&other));
            here.unwrap() + there.unwrap()
        };
        assert_eq!(both().await, 0);
        world.minutes(3 * 60);
        assert_eq!((both().await, letters(&world).await.len()), (1, 1), "{}", world.engine.name);
        assert_eq!(both().await, 0);
        world.minutes(2 * 60);
        assert_eq!(both().await, 1);
        // One to Anna, one to Louise, who asked and owns the brand.
        assert_eq!(letters(&world).await.len(), 2);
        assert_eq!((both().await, letters(&world).await.len()), (0, 0));
        let mut tx = world.engine.read().await.unwrap();
        let counts = escalation::open_counts(&world.louise, &mut tx).await.unwrap();
        assert_eq!((counts.open, counts.late), (1, 1));
        let late = Filter { escalated: Some(Escalated::Late(tx.now())), ..Filter::default() };
        let rows = Conversation::list(&late, &world.louise, &mut tx).await.unwrap().rows;
        assert_eq!(rows.len(), 1);
        drop(tx);
        // With more time it is told anew, once.
        let mut tx = world.engine.begin().await.unwrap();
        escalation.extend(Deadline::Working(hours(2)), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(121);
        assert_eq!((both().await, both().await), (1, 0));
    }
}

#[tokio::test]
async fn a_holding_reply_goes_out_once_and_lea_still_waits() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let policy = NewPolicy { working: false, ..NewPolicy::proposed("Tous".into()) };
        Policy::add(policy, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let lea = lea_asks(&world).await;
        let due = lea.promised.unwrap().due_at;
        let anna = anna(&world).await;
        let held = NewEscalation {
            holding: "Bonjour, je me renseigne !".to_owned(),
            ..question(&lea, vec![Whom::Expert(anna.id)])
        };
        let escalation = asks(&world, held).await;
        let messages = world.messages(&lea).await;
        let holding = messages.last().unwrap();
        assert!(holding.holding && Some(holding.id) == escalation.holding);
        let publication = holding.publication.as_ref().unwrap().id;
        world.delivers(publication).await;
        let now = world.only().await;
        assert!(now.waiting_since.is_some(), "{}", world.engine.name);
        assert_eq!(now.promised.unwrap().due_at, due);
        let mut tx = world.engine.begin().await.unwrap();
        let again = escalation.hold("Encore un instant", &world.louise, &mut tx).await;
        assert!(matches!(again, Err(EscalationError::HeldAlready)));
        drop(tx);
        assert_eq!(world.count("publication").await, 1);
        world.answers(&now, "Non, des traces.").await;
        assert!(world.only().await.waiting_since.is_none());
    }
}

#[tokio::test]
async fn a_holding_reply_keeps_the_promise_where_the_brand_says_so() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let setting = Setting { holding_counts: true };
        setting.set(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let held = NewEscalation {
            holding: "Je me renseigne".to_owned(),
            ..question(&lea, vec![Whom::Expert(anna.id)])
        };
        asks(&world, held).await;
        assert!(world.only().await.waiting_since.is_none(), "{}", world.engine.name);
    }
}

#[tokio::test]
async fn someone_else_is_asked_instead_and_the_first_one_is_let_go() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let karim = world.member("Karim Benali", Role::Expert).await;
        let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
        let first = escalation.asked[0].id;
        let mut tx = world.engine.begin().await.unwrap();
        let same = escalation.ask_also(&[Whom::Expert(anna.id)], &world.louise, &mut tx).await;
        assert!(matches!(same, Err(EscalationError::AskedAlready)));
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        let whom = Whom::Teammate(karim);
        escalation.reassign(first, whom, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(1);
        let moved = now(&world, &escalation).await;
        let states: Vec<_> = moved.asked.iter().map(|asked| asked.state).collect();
        assert_eq!(states, [AskedState::Withdrawn, AskedState::Waiting], "{}", world.engine.name);
        // Karim misses something; the question comes back, and goes out again completed.
        let actor = platform::Actor::teammate(world.louise.brand(), karim, Role::Expert);
        let mut tx = world.engine.begin().await.unwrap();
        moved.miss_here("Quelle farine ?", &actor, &mut tx).await.unwrap();
        let missing = Escalation::load(moved.id, &actor, &mut tx).await.unwrap();
        assert_eq!(missing.state, EscalationState::More);
        missing.complete("Farine T65", None, None, &world.louise, &mut tx).await.unwrap();
        moved.answer_here("Pas de sésame.", &actor, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(now(&world, &escalation).await.state, EscalationState::Answered);
        assert!(now(&world, &escalation).await.question.ends_with("Farine T65"));
    }
}

#[tokio::test]
async fn who_refuses_names_another_who_is_only_asked_when_the_brand_knows_them() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        knows(&world, "Bruno", "bruno@moulin.test").await;
        for (email, asked) in [("inconnu@ailleurs.test", 1), ("BRUNO@moulin.test", 2)] {
            let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
            let secret = link(&world, &escalation, &escalation.asked[0]).await;
            let Through::Open(page) = opened(&world, &secret).await else { panic!("it opens") };
            let mut tx = world.engine.begin().await.unwrap();
            let instead = Some(("Bruno".to_owned(), email.to_owned()));
            page.decline("", instead, &mut tx).await.unwrap();
            tx.commit().await.unwrap();
            world.minutes(1);
            let now = now(&world, &escalation).await;
            assert_eq!(now.asked.len(), asked, "{}", world.engine.name);
            let state =
                if asked == 1 { EscalationState::Refused } else { EscalationState::Waiting };
            assert_eq!(now.state, state);
        }
    }
}

#[tokio::test]
async fn an_answer_comes_as_a_reply_to_the_letter() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
        let mut tx = world.engine.begin().await.unwrap();
        let token = escalation.mail_token_for(&escalation.asked[0], &mut tx).await.unwrap();
        let header = format!("<{token}@parvis.test>");
        let token = by_mail::token_in([header.as_str()]).unwrap();
        let text =
            format!("Non, aucun.\n\nLe lundi, Louise <l@f.fr> a écrit :\n> {}", by_mail::LINE);
        let taken =
            by_mail::answer_by_mail(&token, "anna@labo.test", &text, &mut tx).await.unwrap();
        assert_eq!(taken, Some(by_mail::Taken::Answered(escalation.id)));
        tx.commit().await.unwrap();
        let answered = now(&world, &escalation).await;
        assert_eq!(answered.asked[0].answer, "Non, aucun.", "{}", world.engine.name);
        assert!(answered.asked[0].letter.is_some() && answered.asked[0].answered_from.is_none());
        // Once it is used, what still comes is kept and told, and changes nothing.
        let mut tx = world.engine.begin().await.unwrap();
        answered.used(answered.asked[0].id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(1);
        let mut tx = world.engine.begin().await.unwrap();
        let taken = by_mail::answer_by_mail(&token, "x@y.test", "Ah, si !", &mut tx).await.unwrap();
        assert_eq!(taken, Some(by_mail::Taken::After(escalation.id)));
        tx.commit().await.unwrap();
        assert_eq!(course(&world, &lea).await.last(), Some(&What::After));
        let unknown = by_mail::token_in([format!("esc-{}", "x".repeat(43)).as_str()]).unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        assert_eq!(by_mail::answer_by_mail(&unknown, "a@b.c", "?", &mut tx).await.unwrap(), None);
    }
}

#[tokio::test]
async fn who_is_asked_sees_what_was_chosen_and_nothing_that_came_since() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        lea.note("Cliente difficile", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
        let mut tx = world.engine.begin().await.unwrap();
        let reply = NewReply { text: "Un secret".to_owned(), ..NewReply::default() };
        lea.reply(reply, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let shown = escalation.shown(&mut tx).await.unwrap();
        let said: Vec<_> = shown.messages.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(said, ["Y a-t-il du sésame dans la tradition ?"], "{}", world.engine.name);
        assert!(shown.notes.is_empty());
    }
}

#[tokio::test]
async fn another_brand_sees_nothing_of_it() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
        let stranger = world.stranger();
        let mut tx = world.engine.begin().await.unwrap();
        let loaded = Escalation::load(escalation.id, &stranger, &mut tx).await;
        assert!(matches!(loaded, Err(EscalationError::NotFound)), "{}", world.engine.name);
        assert!(escalation.withdraw(&stranger, &mut tx).await.is_err());
        assert!(Expert::all(&stranger, &mut tx).await.unwrap().is_empty());
        let open = Escalation::list(Narrowed::Open, None, 50, &stranger, &mut tx).await.unwrap();
        assert!(open.is_empty());
        assert_eq!(escalation::open_counts(&stranger, &mut tx).await.unwrap().open, 0);
        let new = question(&lea, vec![Whom::Expert(anna.id)]);
        assert!(Escalation::ask(new, &stranger, &mut tx).await.is_err());
        let reader = world.with_role(Role::ReadOnly);
        let new = question(&lea, vec![Whom::Expert(anna.id)]);
        let refused = Escalation::ask(new, &reader, &mut tx).await;
        assert!(matches!(refused, Err(EscalationError::NotAllowed(_))));
    }
}

#[tokio::test]
async fn figures_count_who_answered_in_time() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let begun = world.engine.ambient().now();
        let mut took = Vec::new();
        for late in [false, false, true] {
            let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
            world.minutes(if late { 300 } else { 59 });
            let secret = link(&world, &escalation, &escalation.asked[0]).await;
            answers(&world, &secret, "Non.").await;
            took.push(late);
        }
        let mut tx = world.engine.read().await.unwrap();
        let until: Timestamp = tx.now() + hours(1);
        let all = escalation::figures(begun, until, &world.louise, &mut tx).await.unwrap();
        assert_eq!((all.all.asked, all.all.in_time, all.all.judged), (3, 2, 3));
        assert_eq!(all.each[0].median, Some(SignedDuration::from_mins(60)));
        assert_eq!(all.each[0].name, "Anna Bérard", "{}", world.engine.name);
    }
}
