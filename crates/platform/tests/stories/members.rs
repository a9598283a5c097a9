use platform::membership::MembershipError;
use platform::token::{ApiToken, Scope};
use platform::{Brand, Membership, Role};

use crate::world::*;

#[tokio::test]
async fn the_last_owner_stays() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let claire = done.teammate.id;
        let mut tx = begin(&engine).await;
        let answer = Membership::change_role(claire, Role::Manager, &done.actor, &mut tx).await;
        assert!(matches!(answer, Err(MembershipError::LastOwner)), "{answer:?}");
        let answer = Membership::remove(claire, &done.actor, &mut tx).await;
        assert!(matches!(answer, Err(MembershipError::LastOwner)), "{answer:?}");
        drop(tx);

        let (paul, _) = colleague(&engine, &done.actor, "paul@exemple.test", Role::Owner).await;
        let mut tx = begin(&engine).await;
        Membership::remove(claire, &done.actor, &mut tx).await.unwrap();
        let slug = &done.brand.slug;
        assert!(Brand::by_slug_for(claire, slug, &mut tx).await.unwrap().is_none());
        let (_, paul_acts) = Brand::by_slug_for(paul.id, slug, &mut tx).await.unwrap().unwrap();
        let answer = Membership::remove(paul.id, &paul_acts, &mut tx).await;
        assert!(matches!(answer, Err(MembershipError::LastOwner)), "{answer:?}");
    }
}

#[tokio::test]
async fn two_owners_who_remove_each_other_at_once_leave_one() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let (paul, acts) = colleague(&engine, &done.actor, "paul@exemple.test", Role::Owner).await;
        let removal = async |teammate, actor| {
            let mut tx = begin(&engine).await;
            Membership::remove(teammate, actor, &mut tx).await?;
            tx.commit().await.map_err(MembershipError::from)
        };
        let (one, other) =
            tokio::join!(removal(paul.id, &done.actor), removal(done.teammate.id, &acts));
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|done| **done).count(), 1);
    }
}

#[tokio::test]
async fn a_manager_decides_about_everyone_but_owners() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let (_, manager) = colleague(&engine, &done.actor, "mia@exemple.test", Role::Manager).await;
        let (leo, leo_acts) =
            colleague(&engine, &done.actor, "leo@exemple.test", Role::Contributor).await;
        let mut tx = begin(&engine).await;
        Membership::change_role(leo.id, Role::Expert, &manager, &mut tx).await.unwrap();
        for (teammate, role) in [(leo.id, Role::Owner), (done.teammate.id, Role::Expert)] {
            let answer = Membership::change_role(teammate, role, &manager, &mut tx).await;
            assert!(matches!(answer, Err(MembershipError::ForOwnersOnly)), "{answer:?}");
        }
        let answer = Membership::remove(done.teammate.id, &leo_acts, &mut tx).await;
        assert!(matches!(answer, Err(MembershipError::NotAllowed(_))), "{answer:?}");
        let team = Membership::of_brand(&leo_acts, &mut tx).await.unwrap();
        let roles: Vec<_> = team.iter().map(|member| (member.name.as_str(), member.role)).collect();
        assert_eq!(
            roles,
            [("Claire Aubry", Role::Owner), ("leo", Role::Expert), ("mia", Role::Manager)]
        );
        // Leaving is everyone's to decide.
        Membership::remove(leo.id, &leo_acts, &mut tx).await.unwrap();
    }
}

#[tokio::test]
async fn the_tokens_of_one_who_left_open_nothing_even_if_they_come_back() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let (mia, manager) =
            colleague(&engine, &done.actor, "mia@exemple.test", Role::Manager).await;
        let mut tx = begin(&engine).await;
        let scopes = [Scope::PostsRead].into_iter().collect();
        let (_, secret) =
            ApiToken::make(name("Export"), scopes, None, &manager, &mut tx).await.unwrap();
        assert!(ApiToken::authenticate(&secret, &mut tx).await.unwrap().is_some());
        Membership::remove(mia.id, &done.actor, &mut tx).await.unwrap();
        assert!(ApiToken::authenticate(&secret, &mut tx).await.unwrap().is_none());
        let (_, invitation) = platform::invitation::Invitation::invite(
            mia.email.clone(),
            Role::Manager,
            &done.actor,
            &mut tx,
        )
        .await
        .unwrap();
        platform::invitation::Invitation::accept_as(&invitation, &mia, &mut tx).await.unwrap();
        assert!(ApiToken::authenticate(&secret, &mut tx).await.unwrap().is_none());
    }
}
