//! Comments, and the client's link.

use platform::Role;
use platform::notification::Notification;
use publishing::approval::{self, Approver, Mode, NewAnswer, RequestState, Scope};
use publishing::comment::{Comment, CommentError, NewComment};
use publishing::portal::{Guest, GuestError, NewPortal, Portal, PortalError};

use crate::together::{TIME, step};
use crate::world::{World, worlds};

fn client() -> NewPortal {
    NewPortal {
        name: "Paul Duval".into(),
        company: "Duval SA".into(),
        email: "paul@duval.test".into(),
        may_comment: true,
        may_approve: true,
        ..NewPortal::default()
    }
}

async fn guest(world: &World, new: NewPortal) -> (Portal, Option<Guest>, platform::Secret) {
    let mut tx = world.engine.begin().await.unwrap();
    let (portal, secret) = Portal::make(new, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = world.engine.read().await.unwrap();
    let guest = Guest::by(&secret, &mut tx).await.unwrap();
    (portal, guest, secret)
}

fn said(words: &str) -> NewComment {
    NewComment { words: words.into(), ..NewComment::default() }
}

#[tokio::test]
async fn who_is_mentioned_and_who_wrote_are_told_once_each() {
    for world in worlds().await {
        let ines = world.hires("Ines", Role::Contributor).await;
        let paul = world.hires("Paul", Role::Expert).await;
        let post = world.draft("La bûche").await;
        let mut tx = world.engine.begin().await.unwrap();
        Comment::say(&post, said("@paul, quel prix ?"), &ines, &mut tx).await.unwrap();
        let comment = Comment::say(&post, said("24 €"), &paul, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let brand = world.louise.brand();
        let mut kinds = Vec::new();
        for who in [&paul, &ines, &world.louise] {
            let who = who.teammate_id().unwrap();
            let news = Notification::list(who, brand, None, 10, &mut tx).await.unwrap();
            kinds.push(news.into_iter().map(|n| n.kind).collect::<Vec<_>>());
        }
        assert_eq!(kinds, [vec!["comment.mentioned"], vec!["comment.said"], vec!["comment.said"]]);
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        let other = comment.reword("25 €", &ines, &mut tx).await;
        assert!(matches!(other, Err(CommentError::NotAllowed(_))), "one's own only");
        comment.reword("25 €", &paul, &mut tx).await.unwrap();
        comment.resolve(true, &ines, &mut tx).await.unwrap();
        let now = Comment::load(comment.id, &ines, &mut tx).await.unwrap();
        assert_eq!(now.words, "25 €");
        assert!(now.resolved_at.is_some() && now.edited_at.is_some());
        comment.remove(&paul, &mut tx).await.unwrap();
        assert_eq!(Comment::of_post(post.id, &ines, &mut tx).await.unwrap().len(), 1);
        let strange = Comment::load(comment.id, &world.neighbour, &mut tx).await;
        assert!(matches!(strange, Err(CommentError::NotFound)));
    }
}

#[tokio::test]
async fn a_client_sees_what_is_planned_and_no_draft_of_ours() {
    for world in worlds().await {
        let (_, guest, _) = guest(&world, client()).await;
        let guest = guest.unwrap();
        let draft = world.draft("Idée pour plus tard").await;
        let planned = world.draft("La bûche").await;
        let mut tx = world.engine.begin().await.unwrap();
        planned.schedule(TIME, &world.louise, &mut tx).await.unwrap();
        Comment::say(&planned, said("Entre nous"), &world.louise, &mut tx).await.unwrap();
        let shared = NewComment { shared: true, ..said("Pour vous") };
        Comment::say(&planned, shared, &world.louise, &mut tx).await.unwrap();
        let seen = guest.planned(&mut tx).await.unwrap();
        assert_eq!(seen.iter().map(|p| p.post.id).collect::<Vec<_>>(), [planned.id]);
        let hidden = guest.post(draft.id, &mut tx).await;
        assert!(matches!(hidden, Err(GuestError::NotFound)), "{hidden:?}");
        let comments = guest.comments(planned.id, &mut tx).await.unwrap();
        assert_eq!(comments.iter().map(|c| c.words.as_str()).collect::<Vec<_>>(), ["Pour vous"]);
        let said = guest.comment(planned.id, "Très beau", &mut tx).await.unwrap();
        assert_eq!(said.name, "Paul Duval (Duval SA)");
    }
}

#[tokio::test]
async fn a_client_who_sees_one_channel_sees_its_variant_only() {
    for world in worlds().await {
        let only = NewPortal { channels: vec![world.mastodon], ..client() };
        let (_, guest, _) = guest(&world, only).await;
        let guest = guest.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let elsewhere = world.draft_in(&mut tx, &[world.bluesky]).await;
        let both = world.draft_in(&mut tx, &[world.bluesky, world.mastodon]).await;
        for post in [&elsewhere, &both] {
            post.schedule(TIME, &world.louise, &mut tx).await.unwrap();
        }
        let seen = guest.planned(&mut tx).await.unwrap();
        assert_eq!(seen.len(), 1);
        assert_eq!(seen[0].post.variants.len(), 1);
        assert_eq!(seen[0].post.variants[0].channel, world.mastodon);
        assert!(guest.post(elsewhere.id, &mut tx).await.is_err());
    }
}

#[tokio::test]
async fn a_client_whom_a_path_names_agrees_through_their_link() {
    for world in worlds().await {
        let named =
            Approver::Outside { name: "Paul Duval".into(), email: "Paul@Duval.test".into() };
        world.path(Scope::Brand, vec![step(Mode::Any, vec![named])]).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let post = world.draft("La bûche").await;
        world.ask(&post, &ines).await;
        let (_, paul, _) = guest(&world, client()).await;
        let watcher = NewPortal { may_approve: false, may_comment: false, ..client() };
        let (_, watcher, _) = guest(&world, watcher).await;
        let (paul, watcher) = (paul.unwrap(), watcher.unwrap());
        let mut tx = world.engine.begin().await.unwrap();
        let planned = paul.post(post.id, &mut tx).await.unwrap();
        assert!(planned.awaits_me);
        let answer =
            || NewAnswer { agrees: true, words: String::new(), seen: approval::seen(&post) };
        let refused = watcher.answer(post.id, answer(), &mut tx).await;
        assert!(matches!(refused, Err(GuestError::NotAllowed)), "{refused:?}");
        let mute = watcher.comment(post.id, "Bonjour", &mut tx).await;
        assert!(matches!(mute, Err(GuestError::NotAllowed)), "{mute:?}");
        let done = paul.answer(post.id, answer(), &mut tx).await.unwrap();
        assert_eq!(done.state, RequestState::Agreed);
        tx.commit().await.unwrap();
        assert_eq!(world.publications(post.id).await.len(), 2);
    }
}

#[tokio::test]
async fn a_revoked_portal_link_shows_nothing() {
    for world in worlds().await {
        let (portal, guest, secret) = guest(&world, client()).await;
        assert!(guest.is_some());
        let mut tx = world.engine.begin().await.unwrap();
        let foreign = Portal::end(portal.id, &world.neighbour, &mut tx).await;
        assert!(matches!(foreign, Err(PortalError::NotFound)), "{foreign:?}");
        let life = publishing::portal::Life::Month;
        let (_, fresh) = Portal::renew(portal.id, life, &world.louise, &mut tx).await.unwrap();
        assert!(Guest::by(&secret, &mut tx).await.unwrap().is_none(), "the one before is dead");
        assert!(Guest::by(&fresh, &mut tx).await.unwrap().is_some());
        Portal::end(portal.id, &world.louise, &mut tx).await.unwrap();
        assert!(Guest::by(&fresh, &mut tx).await.unwrap().is_none());
        assert!(Portal::all(&world.louise, &mut tx).await.unwrap().is_empty());
        tx.commit().await.unwrap();
        let (_, _, secret) = self::guest(&world, client()).await;
        world.engine.ambient().advance(jiff::SignedDuration::from_secs(93 * 24 * 3600));
        let mut tx = world.engine.read().await.unwrap();
        assert!(Guest::by(&secret, &mut tx).await.unwrap().is_none(), "a quarter is over");
    }
}

#[tokio::test]
async fn another_brands_post_is_not_in_sight() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let (_, secret) = Portal::make(client(), &world.neighbour, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let post = world.draft("La bûche").await;
        let mut tx = world.engine.begin().await.unwrap();
        post.schedule(TIME, &world.louise, &mut tx).await.unwrap();
        let guest = Guest::by(&secret, &mut tx).await.unwrap().unwrap();
        assert!(matches!(guest.post(post.id, &mut tx).await, Err(GuestError::NotFound)));
        assert!(guest.planned(&mut tx).await.unwrap().is_empty());
        let said = guest.comment(post.id, "Bonjour", &mut tx).await;
        assert!(matches!(said, Err(GuestError::NotFound)));
    }
}
