//! Notes among teammates, and who is there at the same time.

use channels::ItemKind;
use conversations::{NewReply, NoteError, ReplyError};
use platform::Role;

use crate::network::item;
use crate::world::worlds;

#[tokio::test]
async fn a_note_speaks_to_teammates_and_is_never_sent() {
    for world in worlds().await {
        world.comes(vec![item("m1", ItemKind::Mention, "lea", "Et le seigle ?", 1)]).await;
        let lea = world.only().await;
        let karim = world.teammate("Karim Benali", Role::Contributor).await;
        let rose = world.teammate("Rose", Role::ReadOnly).await;
        let mut tx = world.engine.begin().await.unwrap();
        let words = "@karim, c’est bien du seigle français ?";
        let note = lea.note(words, &world.louise, &mut tx).await.unwrap();
        let refused = lea.note("Moi aussi", &rose, &mut tx).await;
        assert!(matches!(refused, Err(NoteError::NotAllowed(_))));
        assert!(matches!(lea.note("  ", &karim, &mut tx).await, Err(NoteError::Empty)));
        lea.assign(world.louise.teammate_id(), &world.louise, &mut tx).await.unwrap();
        lea.note("Oui, de Bretagne", &karim, &mut tx).await.unwrap();
        assert!(note.reword("Autre chose", &karim, &mut tx).await.is_err(), "it is another's");
        note.reword("@Karim, du seigle français ?", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.count("notification WHERE kind = 'note.mentioned'").await, 1);
        assert_eq!(world.count("notification WHERE kind = 'note.said'").await, 1);
        let mut tx = world.engine.read().await.unwrap();
        let notes = lea.notes(&world.louise, &mut tx).await.unwrap();
        let said: Vec<_> = notes.iter().map(|note| (&*note.name, &*note.words)).collect();
        assert_eq!(
            said,
            [
                ("Louise Martin", "@Karim, du seigle français ?"),
                ("Karim Benali", "Oui, de Bretagne")
            ]
        );
        assert_eq!(world.count("publication").await, 0);
        assert!(world.only().await.waiting_since.is_some(), "the person still waits");
        let strangers = lea.notes(&world.stranger(), &mut tx).await.unwrap();
        assert!(strangers.is_empty());
    }
}

#[tokio::test]
async fn two_who_answer_at_once_are_told_before_the_second_is_sent() {
    for world in worlds().await {
        world.comes(vec![item("m1", ItemKind::Mention, "lea", "Ouvert lundi ?", 1)]).await;
        let lea = world.only().await;
        let karim = world.teammate("Karim", Role::CommunityManager).await;
        let seen = world.messages(&lea).await[0].id;
        let mut tx = world.engine.begin().await.unwrap();
        lea.note_presence(true, &karim, &mut tx).await.unwrap();
        let there = lea.others_present(&world.louise, &mut tx).await.unwrap();
        assert_eq!(
            there.iter().map(|p| (&*p.name, p.writing)).collect::<Vec<_>>(),
            [("Karim", true)]
        );
        assert!(lea.others_present(&karim, &mut tx).await.unwrap().is_empty());
        let says = |text: &str, seen| NewReply { text: text.into(), seen, ..NewReply::default() };
        lea.reply(says("Fermé", Some(seen)), &karim, &mut tx).await.unwrap();
        lea.note_absence(&karim, &mut tx).await.unwrap();
        assert!(lea.others_present(&world.louise, &mut tx).await.unwrap().is_empty());
        tx.commit().await.unwrap();
        world.minutes(1);
        let mut tx = world.engine.begin().await.unwrap();
        let refused = lea.reply(says("Ouvert !", Some(seen)), &world.louise, &mut tx).await;
        let Err(ReplyError::AnsweredMeanwhile { answer }) = refused else {
            panic!("{}: {refused:?}", world.engine.name)
        };
        assert_eq!((&*answer.text, answer.teammate), ("Fermé", karim.teammate_id()));
        // Having read it, she sends hers all the same.
        lea.reply(says("Ouvert !", Some(answer.id)), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.messages(&lea).await.len(), 3);
    }
}

#[tokio::test]
async fn an_answer_may_be_private_where_the_network_offers_it() {
    for world in worlds().await {
        world.comes(vec![item("m1", ItemKind::Mention, "lea", "Ma commande ?", 1)]).await;
        let lea = world.only().await;
        let asked = world.messages(&lea).await.remove(0);
        let private = asked.privately(&world.channel, &world.kit.connectors);
        assert!(private.is_some());
        let mut tx = world.engine.begin().await.unwrap();
        let reply = NewReply { text: "Votre numéro ?".into(), private, ..NewReply::default() };
        let sent = lea.reply(reply, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(sent.kind, ItemKind::Direct);
        world.delivers(sent.publication.unwrap().id).await;
        let accepted = world.network.0.lock().unwrap().accepted.remove(0);
        assert_eq!(accepted.reply_to.unwrap().data["visibility"], "direct");
    }
}
