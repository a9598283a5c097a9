//! Finding conversations: by words, and by what lists are narrowed to.

use channels::ItemKind;
use conversations::{
    Assigned, Conversation, ConversationKind, Filter, Label, Priority, StateFilter, View,
    index_messages,
};
use platform::Role;

use crate::network::{answer, at, item};
use crate::world::{World, worlds};

async fn finds(world: &World, words: &str, filter: &Filter) -> Vec<String> {
    let mut tx = world.engine.read().await.unwrap();
    let page = Conversation::search(words, filter, None, &world.louise, &mut tx).await.unwrap();
    page.found.into_iter().map(|found| found.excerpt).collect()
}

async fn all() -> Vec<World> {
    let worlds = worlds().await;
    for world in &worlds {
        let said = [
            ("m1", "lea", "Où trouver vos boulangères préférées à Nantes ?"),
            ("m2", "karim", "Do you bake two loaves of rye bread every morning for the shops?"),
            ("m3", "ines", "Cœur de bœuf, ça existe en brioche ?"),
            ("m4", "tom", "La brioche d'hier était trop cuite, je suis déçu"),
            ("m5", "mia", "Ваши булочки очень вкусные"),
        ];
        let items = said
            .iter()
            .zip(1..)
            .map(|((id, who, text), minutes)| item(id, ItemKind::Mention, who, text, minutes));
        world.comes(items.collect()).await;
        assert_eq!(index_messages(&world.engine).await.unwrap(), 5);
        assert_eq!(index_messages(&world.engine).await.unwrap(), 0, "all is indexed");
    }
    worlds
}

#[tokio::test]
async fn words_are_found_whatever_their_accents_capitals_and_endings() {
    for world in all().await {
        let any = Filter { state: StateFilter::All, ..Filter::default() };
        let name = world.engine.name;
        for (words, many, begins) in [
            ("boulangère", 1, "Où trouver"),
            ("BOULANGERES nantes", 1, "Où trouver"),
            ("baking", 1, "Do you bake"),
            ("loaf bread", 0, ""),
            ("loaves brea", 1, "Do you bake"),
            ("coeur boeuf", 1, "Cœur"),
            ("brioches", 2, "La brioche"),
            ("brio", 2, "La brioche"),
            ("brioche cœur", 1, "Cœur"),
            ("булочки", 1, "Ваши"),
            ("karim", 1, "Do you"),
            ("chocolat", 0, ""),
            ("", 0, ""),
            ("« ' \" * ) OR (", 0, ""),
        ] {
            let found = finds(&world, words, &any).await;
            assert_eq!(found.len(), many, "{words} on {name}: {found:?}");
            assert!(found.first().is_none_or(|first| first.starts_with(begins)), "{found:?}");
        }
        let stranger = world.stranger();
        let mut tx = world.engine.read().await.unwrap();
        let page = Conversation::search("brioche", &any, None, &stranger, &mut tx).await.unwrap();
        assert!(page.found.is_empty(), "another brand finds nothing");
    }
}

#[tokio::test]
async fn a_search_is_narrowed_as_lists_are_and_goes_on_page_by_page() {
    for world in all().await {
        let lists = world.list(conversations::Group::Messages).await;
        let tom = lists.iter().find(|c| c.preview.contains("trop cuite")).unwrap();
        world.resolves(tom).await;
        let open = Filter::default();
        assert_eq!(finds(&world, "brioche", &open).await.len(), 1);
        let spoken = Filter { language: Some("en".into()), ..Filter::default() };
        assert_eq!(finds(&world, "bake", &spoken).await.len(), 1);
        assert_eq!(finds(&world, "brioche", &spoken).await.len(), 0);
        let one = Filter { state: StateFilter::All, limit: 1, ..Filter::default() };
        let mut tx = world.engine.read().await.unwrap();
        let (mut next, mut found) = (None, Vec::new());
        loop {
            let page = Conversation::search("brioche", &one, next, &world.louise, &mut tx).await;
            let page = page.unwrap();
            found.extend(page.found.into_iter().map(|found| found.row.conversation.id));
            next = page.next;
            if next.is_none() {
                break;
            }
        }
        assert_eq!(found.len(), 2, "{}", world.engine.name);
        assert_eq!(found[0], tom.id, "the latest first");
    }
}

#[tokio::test]
async fn lists_are_narrowed_by_whose_what_and_when() {
    for world in worlds().await {
        let people = (0..6).map(|n| answer(&format!("m{n}"), &format!("p{n}"), "post", "post", n));
        world.comes(people.collect()).await;
        world.comes(vec![item("d", ItemKind::Direct, "p9", "Bonjour", 9)]).await;
        let karim = world.teammate("Karim", Role::CommunityManager).await;
        let all = world.list(conversations::Group::Messages).await;
        let (private, first, second) = (&all[0], &all[1], &all[2]);
        let mut tx = world.engine.begin().await.unwrap();
        let by = &world.louise;
        let label = Label::make("Commande", "#224466", by, &mut tx).await.unwrap();
        first.label(label.id, by, &mut tx).await.unwrap();
        second.label(label.id, by, &mut tx).await.unwrap();
        first.assign(karim.teammate_id(), by, &mut tx).await.unwrap();
        first.prioritise(Priority::High, by, &mut tx).await.unwrap();
        second.await_person(by, &mut tx).await.unwrap();
        private.mark_read(true, by, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let any = Filter::default;
        let whole = || Filter { state: StateFilter::All, ..any() };
        let to_karim = karim.teammate_id().map(Assigned::To);
        let (labelled, high) = (Some(label.id), Some(Priority::High));
        for (filter, many) in [
            (Filter { kind: Some(ConversationKind::Direct), ..any() }, 1),
            (Filter { assigned: to_karim, ..any() }, 1),
            (Filter { assigned: to_karim, ..whole() }, 1),
            (Filter { assigned: Some(Assigned::Nobody), ..whole() }, 6),
            (Filter { label: labelled, ..any() }, 1),
            (Filter { label: labelled, ..whole() }, 2),
            (Filter { label: labelled, priority: high, ..whole() }, 1),
            (Filter { priority: high, ..any() }, 1),
            (Filter { priority: high, ..whole() }, 1),
            (Filter { priority: Some(Priority::Normal), ..whole() }, 6),
            (Filter { unread: true, ..whole() }, 6),
            (Filter { unread: true, assigned: to_karim, ..any() }, 1),
            (Filter { since: Some(at(3)), ..whole() }, 4),
            (Filter { since: Some(at(1)), until: Some(at(3)), ..whole() }, 2),
            (Filter { label: labelled, since: Some(at(5)), ..whole() }, 1),
            (Filter { channel: Some(world.channel.id), ..whole() }, 7),
            (Filter { channel: Some(world.channel.id), label: labelled, ..any() }, 1),
            (Filter { identity: first.identity, priority: high, ..whole() }, 1),
        ] {
            let mut tx = world.engine.read().await.unwrap();
            let page = Conversation::list(&filter, by, &mut tx).await.unwrap();
            assert_eq!(page.rows.len(), many, "{filter:?} on {}", world.engine.name);
            let counted = Conversation::count(&filter, by, &mut tx).await.unwrap();
            assert_eq!(usize::try_from(counted).unwrap(), many, "{filter:?}");
            assert!(page.next.is_none());
        }
    }
}

#[tokio::test]
async fn a_list_that_is_kept_is_ones_own_or_everyones() {
    for world in worlds().await {
        let karim = world.teammate("Karim", Role::CommunityManager).await;
        let mut tx = world.engine.begin().await.unwrap();
        let by = &world.louise;
        View::keep("Urgences", "tab=open&priority=urgent", true, by, &mut tx).await.unwrap();
        let own = View::keep("À moi", "assignee=me", false, by, &mut tx).await.unwrap();
        let names = |views: Vec<View>| views.into_iter().map(|v| v.name).collect::<Vec<_>>();
        assert_eq!(names(View::all(by, &mut tx).await.unwrap()), ["À moi", "Urgences"]);
        assert_eq!(names(View::all(&karim, &mut tx).await.unwrap()), ["Urgences"]);
        assert!(View::forget(own.id, &karim, &mut tx).await.is_err());
        View::forget(own.id, by, &mut tx).await.unwrap();
        assert!(View::keep(" ", "", false, by, &mut tx).await.is_err());
        assert!(View::all(&world.stranger(), &mut tx).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_is_known_of_someone_goes_across_conversations() {
    for world in worlds().await {
        world
            .comes(vec![answer("a", "lea", "p1", "p1", 1), answer("b", "lea", "p2", "p2", 2)])
            .await;
        world.comes(vec![crate::network::like("l", "lea", "p1", 3)]).await;
        let all = world.list(conversations::Group::Messages).await;
        let mut tx = world.engine.read().await.unwrap();
        let known = all[0].known_person(5, &world.louise, &mut tx).await.unwrap().unwrap();
        assert_eq!((known.conversations, known.messages, known.reactions), (2, 2, 1));
        assert_eq!(known.identity.name, "lea");
        let others: Vec<_> = known.others.iter().map(|row| row.conversation.id).collect();
        assert_eq!(others, [all[1].id]);
    }
}
