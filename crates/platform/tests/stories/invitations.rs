use jiff::SignedDuration;
use platform::invitation::{AcceptError, Invitation, InviteError};
use platform::{Brand, Role};
use primitives::Language;

use crate::world::*;

#[tokio::test]
async fn an_invitation_works_once() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let password = hash(&engine).await;
        let mut tx = begin(&engine).await;
        let address = email("leo@exemple.test");
        let (_, secret) =
            Invitation::invite(address, Role::Contributor, &done.actor, &mut tx).await.unwrap();
        let opened = Invitation::open(&secret, &mut tx).await.unwrap().unwrap();
        assert_eq!(opened.brand_name, done.brand.name);
        assert_eq!(opened.invited_by.as_deref(), Some("Claire Aubry"));
        assert!(!opened.has_account);
        assert_eq!(Invitation::waiting(&done.actor, &mut tx).await.unwrap().len(), 1);

        let (leo, actor) = Invitation::accept_as_new(
            &secret,
            name("Léo"),
            Language::Fr,
            password.clone(),
            &mut tx,
        )
        .await
        .unwrap();
        assert_eq!(actor.role(), Role::Contributor);
        let slug = &done.brand.slug;
        assert!(Brand::by_slug_for(leo.id, slug, &mut tx).await.unwrap().is_some());
        assert!(Invitation::open(&secret, &mut tx).await.unwrap().is_none());
        assert!(Invitation::waiting(&done.actor, &mut tx).await.unwrap().is_empty());
        let name = name("Léa");
        let answer =
            Invitation::accept_as_new(&secret, name, Language::Fr, password, &mut tx).await;
        assert!(matches!(answer, Err(AcceptError::NotValid)), "{answer:?}");
        let answer = Invitation::invite(leo.email, Role::Expert, &done.actor, &mut tx).await;
        assert!(matches!(answer, Err(InviteError::AlreadyAMember)), "{answer:?}");
    }
}

#[tokio::test]
async fn an_invitation_is_over_after_seven_days_or_when_it_is_revoked_or_sent_again() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let address = email("leo@exemple.test");
        let invite = async || {
            let mut tx = begin(&engine).await;
            let sent = Invitation::invite(address.clone(), Role::Expert, &done.actor, &mut tx);
            let sent = sent.await.unwrap();
            tx.commit().await.unwrap();
            sent
        };
        let good = async |secret| {
            Invitation::open(secret, &mut read(&engine).await).await.unwrap().is_some()
        };
        let (_, first) = invite().await;
        engine.ambient().advance(SignedDuration::from_hours(7 * 24 - 1));
        assert!(good(&first).await);
        engine.ambient().advance(SignedDuration::from_hours(1));
        assert!(!good(&first).await);
        let (_, second) = invite().await;
        let (third_id, third) = invite().await;
        assert!(!good(&second).await && good(&third).await);
        let mut tx = begin(&engine).await;
        Invitation::revoke(third_id.id, &done.actor, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!good(&third).await);
    }
}

#[tokio::test]
async fn an_invitation_is_for_its_address_alone() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let leo = stranger(&engine, "leo@exemple.test").await;
        let mallory = stranger(&engine, "mallory@exemple.test").await;
        let password = hash(&engine).await;
        let mut tx = begin(&engine).await;
        let (_, secret) = Invitation::invite(leo.email.clone(), Role::Expert, &done.actor, &mut tx)
            .await
            .unwrap();
        assert!(Invitation::open(&secret, &mut tx).await.unwrap().unwrap().has_account);
        let answer = Invitation::accept_as(&secret, &mallory, &mut tx).await;
        assert!(matches!(answer, Err(AcceptError::AnotherTeammate)), "{answer:?}");
        let name = name("Mallory");
        let answer =
            Invitation::accept_as_new(&secret, name, Language::Fr, password, &mut tx).await;
        assert!(matches!(answer, Err(AcceptError::HasAccount)), "{answer:?}");
        let actor = Invitation::accept_as(&secret, &leo, &mut tx).await.unwrap();
        assert_eq!(actor.role(), Role::Expert);
    }
}

#[tokio::test]
async fn only_an_owner_invites_an_owner() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let (_, manager) = colleague(&engine, &done.actor, "mia@exemple.test", Role::Manager).await;
        let mut tx = begin(&engine).await;
        let address = email("leo@exemple.test");
        let answer = Invitation::invite(address, Role::Owner, &manager, &mut tx).await;
        assert!(matches!(answer, Err(InviteError::ForOwnersOnly)), "{answer:?}");
    }
}
