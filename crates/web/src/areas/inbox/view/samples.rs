//! The inbox with made-up people, for the test that renders every page.

use std::collections::HashMap;

use channels::{Act, ItemKind};
use conversations::feedback::{CaseState, Filed};
use conversations::judgement::{Feeling, Harm, Judgement, Weighed};
use conversations::saved::SavedReply;
use conversations::{
    About, Because, Change, Changed, Conversation, ConversationKind, ConversationRow,
    ConversationState, Counts, Deed, DeedState, Direction, KnownPerson, Label, MOST_COUNTED,
    Message, MessagePage, Note, Person, Present, Priority, Reading, View,
};
use jiff::Timestamp;
use members::Identity;
use primitives::{Ambient, Id};

use super::InboxPage;
use crate::Form;
use crate::areas::inbox::asked::{Asked, Shown};
use crate::areas::inbox::list::{Listed, Row};
use crate::areas::inbox::one::Opened;
use crate::areas::inbox::ready::Ready;

/// Two labels.
pub fn sample_labels() -> Vec<Label> {
    let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 5);
    let label = |name: &str, colour: &str| Label {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        name: name.to_owned(),
        colour: colour.to_owned(),
        created_at: ambient.now(),
    };
    vec![label("Réclamation", "#b3402a"), label("Commande", "#3b6ea5")]
}

struct Maker {
    ambient: Ambient,
    person: Person,
    channels: Vec<channels::Channel>,
}

impl Maker {
    fn new() -> Self {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 3);
        let person = Person {
            identity: ambient.new_id(),
            handle: "karim.test".into(),
            name: "Karim Benali".into(),
            profile_url: Some("https://bsky.app/profile/karim.test".into()),
            avatar_url: None,
        };
        Self { person, channels: crate::areas::channels::sample_channels(), ambient }
    }

    fn conversation(
        &self,
        kind: ConversationKind,
        state: ConversationState,
        waiting: Option<Timestamp>,
    ) -> Conversation {
        let now = self.ambient.now();
        Conversation {
            reading: Reading {
                feeling: Some(Feeling::Negative),
                harm: waiting.map(|_| Harm::Insult),
                ..Reading::default()
            },
            id: self.ambient.new_id(),
            brand: self.ambient.new_id(),
            channel: self.channels[0].id,
            kind,
            state,
            assignee: None,
            priority: Priority::Urgent,
            unread: waiting.is_some(),
            language: Some("fr".into()),
            identity: Some(self.person.identity),
            about: About {
                url: Some("https://bsky.app/profile/fournil/post/1".into()),
                text: Some("Notre levain a 12 ans".into()),
                ..About::default()
            },
            preview: "Est-ce que le pain contient du seigle\u{202f}?".into(),
            message_count: 3,
            last_message_at: now,
            waiting_since: waiting,
            promised: None,
            created_at: now,
        }
    }

    fn row(&self, conversation: Conversation) -> ConversationRow {
        ConversationRow { conversation, person: Some(self.person.clone()) }
    }

    fn listed(&self, tab: Shown, rows: Vec<Conversation>, waiting: i64) -> Listed {
        let now = self.ambient.now();
        let labels = sample_labels();
        let me = self.ambient.new_id();
        let row = |conversation| Row {
            row: self.row(conversation),
            excerpt: None,
            escalated: None,
            labels: labels.clone(),
        };
        Listed {
            asked: Asked::default().with_tab(tab),
            rows: rows.into_iter().map(row).collect(),
            next: None,
            counts: Counts { open: waiting, waiting, oldest_waiting: Some(now) },
            channels: self.channels.clone(),
            labels: labels.clone(),
            team: vec![
                (me, "Louise Martin".into()),
                (self.ambient.new_id(), "Inès Le Goff".into()),
            ],
            views: Vec::new(),
            pulse: "0".into(),
            me: Some(me),
        }
    }

    fn ready(&self) -> Ready {
        let one = |name: &str| SavedReply {
            id: self.ambient.new_id(),
            name: name.into(),
            french: "Bonjour {prénom}, nous ouvrons à 7 h.".into(),
            english: String::new(),
            used: 3,
            last_used_at: None,
        };
        Ready { fitting: vec![one("Horaires")], others: vec![one("Livraison")] }
    }

    fn filed(&self, state: CaseState, message: &Message) -> Filed {
        let case = crate::areas::feedback::sample_case(&self.ambient, state);
        Filed { case, message: message.id }
    }

    fn readings(&self, message: &Message) -> HashMap<Id<Message>, (Judgement, Vec<Weighed>)> {
        let text = "Vous êtes des escrocs, toujours rien reçu, c’est honteux";
        let (mut judgement, weighed) = Judgement::sample(text, message.sent_at);
        judgement.corrected = true;
        HashMap::from([(message.id, (judgement, weighed))])
    }

    fn opened(&self, conversation: Conversation, form: Form) -> Opened {
        let now = self.ambient.now();
        let text = "Est-ce que le pain contient du seigle\u{202f}? https://exemple.fr/pain";
        let message = |direction, kind| {
            let person = (direction == Direction::Inbound).then(|| self.person.clone());
            let mut made = Message::sample(&conversation, direction, kind, person, text);
            made.id = self.ambient.new_id();
            made.remote_id = Some("1".into());
            made
        };
        let messages = vec![
            message(Direction::Inbound, ItemKind::Reply),
            message(Direction::Outbound, ItemKind::Direct),
            message(Direction::Inbound, ItemKind::Like),
        ];
        let deed = |act, state, at: usize| Deed {
            id: self.ambient.new_id(),
            message: messages[at].id,
            act,
            state,
            reason: Some("unreachable".into()),
            detail: Some("away".into()),
            by: None,
            asked_at: now,
        };
        let change = |what, to: &str, because| Change {
            id: self.ambient.new_id(),
            conversation: conversation.id,
            what,
            from: None,
            to: Some(to.to_owned()),
            by: None,
            because,
            at: now,
        };
        let identity = Identity {
            id: self.person.identity,
            brand: conversation.brand,
            network: "bluesky".into(),
            remote_id: "did:plc:karim".into(),
            handle: self.person.handle.clone(),
            name: self.person.name.clone(),
            profile_url: self.person.profile_url.clone(),
            avatar_url: None,
            first_seen_at: now,
            followers: Some(1240),
            seen_at: now,
        };
        let other = self.conversation(ConversationKind::Mention, ConversationState::Open, None);
        Opened {
            channel: self.channels[0].clone(),
            person: Some(self.person.clone()),
            known: Some(KnownPerson {
                identity,
                conversations: 2,
                messages: 7,
                reactions: 3,
                last_at: Some(now),
                others: vec![self.row(other)],
            }),
            filed: CaseState::ALL.iter().map(|state| self.filed(*state, &messages[0])).collect(),
            categories: vec![crate::areas::feedback::sample_category(&self.ambient)],
            readings: self.readings(&messages[0]),
            deeds: vec![
                deed(Act::Like, DeedState::Done, 0),
                deed(Act::Hide, DeedState::Failed, 0),
                deed(Act::Delete, DeedState::Asked, 1),
            ],
            offers: messages.iter().map(|message| (message.id, Act::ALL.to_vec())).collect(),
            privately: true,
            notes: vec![Note {
                id: self.ambient.new_id(),
                conversation: conversation.id,
                teammate: None,
                name: "Inès Le Goff".into(),
                words: "@Louise, on a encore du seigle\u{202f}?".into(),
                created_at: now,
                edited_at: None,
            }],
            escalations: crate::areas::escalations::sample(),
            asked_course: crate::areas::escalations::sample_course(),
            changes: vec![
                change(Changed::State, "resolved", Because::Said),
                change(Changed::State, "open", Because::NewMessage),
                change(Changed::Priority, "urgent", Because::Said),
                change(Changed::Assignee, "", Because::Said),
            ],
            labels: sample_labels(),
            ready: self.ready(),
            merged: vec![self.ambient.new_id()],
            others: vec![Present {
                teammate: self.ambient.new_id(),
                name: "Inès Le Goff".into(),
                writing: true,
            }],
            post: None,
            most: 300,
            meanwhile: form.error("text").map(|_| messages[1].clone()),
            sanctions: vec![],
            proposed: false,
            names: vec!["Inès Le Goff".into()],
            messages: MessagePage { messages, older: None },
            form,
            conversation,
        }
    }
}

pub(super) fn samples() -> Vec<InboxPage> {
    let maker = Maker::new();
    let now = maker.ambient.now();
    let open = || maker.conversation(ConversationKind::Reply, ConversationState::Open, Some(now));
    let resolved = ConversationState::Resolved { by: None, at: now };
    let done = || maker.conversation(ConversationKind::Direct, resolved, None);
    let snoozed = ConversationState::Snoozed { until: now, by: None, at: now };
    let liked = || maker.conversation(ConversationKind::Reactions, ConversationState::Open, None);
    let mut refused = Form::filled([("text", "Oui"), ("kept", "1")]);
    refused.refuse("text", "…");
    let mut pages: Vec<InboxPage> = Shown::ALL
        .into_iter()
        .map(|tab| InboxPage::of_list(maker.listed(tab, vec![], 0)))
        .collect();
    let aside = maker.conversation(ConversationKind::Mention, snoozed, None);
    let full = || maker.listed(Shown::All, vec![open(), done()], MOST_COUNTED);
    let mut narrowed = maker.listed(Shown::All, vec![open(), aside], 3);
    narrowed.asked.words = "seigle".into();
    narrowed.asked.priority = "urgent".into();
    narrowed.rows[0].excerpt = Some("du pain de seigle".into());
    narrowed.next = Some("1".into());
    let view = View {
        id: maker.ambient.new_id(),
        teammate: None,
        shared: true,
        name: "Urgences".into(),
        query: "tab=open&priority=urgent".into(),
    };
    narrowed.views = vec![(view, MOST_COUNTED)];
    pages.push(InboxPage::of_list(narrowed));
    pages.push(InboxPage::of_list(full()));
    pages.push(InboxPage::of_conversation(full(), maker.opened(open(), refused)));
    pages.push(InboxPage::of_conversation(full(), maker.opened(done(), Form::empty())));
    let reactions = maker.listed(Shown::Reactions, vec![liked()], 1);
    pages.push(InboxPage::of_conversation(reactions, maker.opened(liked(), Form::empty())));
    pages
}
