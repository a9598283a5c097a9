//! Letters: threads of their own, machines that wait for nobody, answers that come back, answers
//! to something else, and lines kept open by one program at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use channels::connector::{Connector, Inbox, Watch};
use channels::{
    Call, ChannelKit, Connectors, InboxItem, ItemKind, Letter, Machine, Network, NetworkError,
    Undelivered,
};
use conversations::escalation::Whom;
use conversations::{Conversation, Group, StateWord};
use tokio::sync::{Notify, watch};

use crate::escalating::{anna, asks, lea_asks, now, question};
use crate::network::{Pretend, item};
use crate::world::{World, worlds};

/// A letter on a subject, after those that it names.
fn letter(id: &str, author: &str, subject: &str, thread: &[&str], minutes: i64) -> InboxItem {
    let thread: Vec<String> = thread.iter().map(|id| (*id).to_owned()).collect();
    let letter =
        Letter { subject: subject.to_owned(), thread: thread.clone(), ..Letter::default() };
    InboxItem {
        in_reply_to: thread.last().cloned(),
        letter: Some(Box::new(letter)),
        ..item(id, ItemKind::Direct, author, &format!("{author} écrit {id}"), minutes)
    }
}

fn change(mut item: InboxItem, change: impl FnOnce(&mut Letter)) -> InboxItem {
    change(item.letter.as_mut().unwrap());
    item
}

async fn all(world: &World) -> Vec<Conversation> {
    world.list(Group::Messages).await
}

#[tokio::test]
async fn one_person_has_as_many_threads_as_subjects_and_answers_find_theirs() {
    for world in worlds().await {
        world.comes(vec![letter("a", "lea", "Commande", &[], 1)]).await;
        world.comes(vec![letter("b", "lea", "Horaires", &[], 2)]).await;
        assert_eq!(all(&world).await.len(), 2, "{}", world.engine.name);
        let order =
            all(&world).await.into_iter().find(|c| c.about.text.as_deref() == Some("Commande"));
        let order = order.unwrap();
        world.answers(&order, "C’est noté").await;
        // To our answer: the same thread.
        world.comes(vec![letter("c", "lea", "Commande", &["a", "ours-1"], 5)]).await;
        // A program that names no letter, but says that it answers.
        let bare = change(letter("e", "lea", "Commande", &[], 6), |letter| letter.answers = true);
        world.comes(vec![bare]).await;
        // And her colleague.
        world.comes(vec![letter("d", "paul", "Commande", &["a"], 7)]).await;
        // The same subject begun anew is another matter; so is another's.
        world.comes(vec![letter("f", "lea", "Commande", &[], 8)]).await;
        let other = change(letter("g", "zoe", "Commande", &[], 9), |letter| letter.answers = true);
        world.comes(vec![other]).await;
        let messages = world.messages(&order).await;
        let mut ids: Vec<_> = messages.into_iter().filter_map(|m| m.remote_id).collect();
        ids.sort();
        assert_eq!(ids, ["a", "c", "d", "e", "ours-1"], "{}", world.engine.name);
        assert_eq!(all(&world).await.len(), 4);
    }
}

#[tokio::test]
async fn nobody_waits_behind_a_machine() {
    for world in worlds().await {
        world.comes(vec![letter("a", "lea", "Commande", &[], 1)]).await;
        let asked = world.only().await;
        world.answers(&asked, "C’est noté").await;
        world.resolves(&asked).await;
        let away = change(letter("b", "lea", "Absence", &["a", "ours-1"], 5), |letter| {
            letter.machine = Some(Machine::Absence);
        });
        world.comes(vec![away]).await;
        let news = change(letter("n", "gazette", "Les nouvelles", &[], 6), |letter| {
            letter.machine = Some(Machine::List);
        });
        world.comes(vec![news]).await;
        for conversation in all(&world).await {
            assert_eq!(conversation.waiting_since, None, "{}", world.engine.name);
            assert!(!conversation.unread);
        }
        let stays = all(&world).await.into_iter().find(|c| c.id == asked.id).unwrap();
        assert_eq!(stays.state.word(), StateWord::Resolved, "an absence opens nothing again");
        // She herself does.
        world.comes(vec![letter("c", "lea", "Commande", &["a"], 8)]).await;
        let open = all(&world).await.into_iter().find(|c| c.id == asked.id).unwrap();
        assert!(open.waiting_since.is_some());
    }
}

#[tokio::test]
async fn an_answer_that_comes_back_leaves_the_person_waiting() {
    for world in worlds().await {
        world.comes(vec![letter("a", "lea", "Commande", &[], 1)]).await;
        let asked = world.only().await;
        world.answers(&asked, "C’est noté").await;
        world.resolves(&asked).await;
        assert_eq!(world.only().await.waiting_since, None);
        let back = change(letter("z", "poste", "Non remis", &[], 5), |letter| {
            letter.machine = Some(Machine::Bounce);
            let reason = "550 5.1.1 User unknown".to_owned();
            letter.undelivered = Some(Undelivered { letter: "ours-1".to_owned(), reason });
        });
        // Given twice, it is told once.
        for _ in 0..2 {
            world.comes(vec![back.clone()]).await;
            let open = world.only().await;
            assert_eq!(open.state.word(), StateWord::Open, "{}", world.engine.name);
            assert!(open.waiting_since.is_some(), "she has no answer");
            assert_eq!(open.identity, asked.identity, "the conversation is still with her");
        }
        let messages = world.messages(&asked).await;
        let ours = messages.iter().find(|m| m.remote_id.as_deref() == Some("ours-1")).unwrap();
        assert_eq!(ours.undelivered.as_deref(), Some("550 5.1.1 User unknown"));
        assert_eq!(messages.len(), 3, "the notice stands beside it");
        // Answered again, it goes to her, and nobody waits.
        world.answers(&asked, "Encore une fois").await;
        let to = world.network.0.lock().unwrap().accepted.last().unwrap().reply_to.clone().unwrap();
        assert_eq!(to.remote_id, "a");
        assert_eq!(world.only().await.waiting_since, None);
    }
}

#[tokio::test]
async fn an_experts_letter_is_their_answer_and_no_conversation() {
    for world in worlds().await {
        let lea = lea_asks(&world).await;
        let anna = anna(&world).await;
        let escalation = asks(&world, question(&lea, vec![Whom::Expert(anna.id)])).await;
        let mut tx = world.engine.begin().await.unwrap();
        let token = escalation.mail_token_for(&escalation.asked[0], &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let named = format!("{token}@parvis.test");
        let mut answer = letter("anna-1", "anna", "Du sésame ?", &[&named], 30);
        answer.text = "Non, aucun.".to_owned();
        // The same letter read again, numbered anew by its server, is not a second answer.
        for handed_over in [1, 0] {
            let done = world.comes(vec![answer.clone()]).await;
            assert_eq!((done.handed_over, done.new_messages), (handed_over, 0));
        }
        assert_eq!(all(&world).await.len(), 1, "{}", world.engine.name);
        assert_eq!(now(&world, &escalation).await.asked[0].answer, "Non, aucun.");
        // An absence that names the question answers nothing.
        let away = change(letter("anna-2", "anna", "Absence", &[&named], 31), |letter| {
            letter.machine = Some(Machine::Absence);
        });
        assert_eq!(world.comes(vec![away]).await.handed_over, 0);
    }
}

/// A network that tells when something comes.
#[derive(Clone, Default)]
struct Tells {
    pretend: Pretend,
    lines: Arc<AtomicUsize>,
    came: Arc<Notify>,
}

impl Connector for Tells {
    fn network(&self) -> &'static Network {
        self.pretend.network()
    }
    fn inbox(&self) -> Option<&dyn Inbox> {
        self.pretend.inbox()
    }
    fn watch(&self) -> Option<&dyn Watch> {
        Some(self)
    }
}

#[async_trait]
impl Watch for Tells {
    async fn watch(&self, _: &Call, news: &(dyn Fn() + Send + Sync)) -> NetworkError {
        self.lines.fetch_add(1, Ordering::SeqCst);
        loop {
            self.came.notified().await;
            news();
        }
    }
}

async fn until(what: impl AsyncFn() -> bool) {
    for _ in 0..500 {
        if what().await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("it never came to that");
}

#[tokio::test]
async fn one_program_alone_keeps_a_line_open_and_what_it_hears_is_read_at_once() {
    for world in worlds().await {
        let network = Tells::default();
        let connectors = Connectors::new([Arc::new(network.clone()) as Arc<dyn Connector>]);
        let program = || ChannelKit {
            connectors: connectors.clone(),
            instance: world.engine.ambient().new_id(),
            ..world.kit.clone()
        };
        let (stop, stopping) = watch::channel(false);
        let running: Vec<_> = (0..2)
            .map(|_| tokio::spawn(conversations::keep_watch(program(), stopping.clone())))
            .collect();
        until(async || network.lines.load(Ordering::SeqCst) > 0).await;
        assert_eq!(world.count("job").await, 0, "{}", world.engine.name);
        network.came.notify_one();
        until(async || world.count("job").await == 1).await;
        assert_eq!(network.lines.load(Ordering::SeqCst), 1, "one line for two programs");
        assert_eq!(world.count("channel_watch").await, 1);
        stop.send(true).unwrap();
        for one in running {
            one.await.unwrap();
        }
        assert_eq!(world.count("channel_watch").await, 0, "it is free for the next program");
    }
}
