use jiff::SignedDuration;
use platform::token::{ApiToken, MissingScope, Scope, Scopes, TokenError};
use platform::{Membership, Right, Role, Secret, Who};

use crate::world::*;

#[tokio::test]
async fn a_token_does_what_its_scopes_say_under_its_maker_s_role_of_today() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let (mia, manager) =
            colleague(&engine, &done.actor, "mia@exemple.test", Role::Manager).await;
        let mut tx = begin(&engine).await;
        let scopes: Scopes = "posts:write channels:read".parse().unwrap();
        let (token, secret) =
            ApiToken::make(name("Export"), scopes, None, &manager, &mut tx).await.unwrap();
        assert!(secret.reveal().starts_with("pv_") && secret.reveal().ends_with(&token.hint));
        let (actor, scopes) = ApiToken::authenticate(&secret, &mut tx).await.unwrap().unwrap();
        assert_eq!(actor.who(), Who::Token(token.id, mia.id));
        assert!(scopes.has(Scope::PostsWrite) && scopes.has(Scope::PostsRead));
        assert!(scopes.has(Scope::ChannelsRead));
        let missing = scopes.must(Scope::ChannelsWrite);
        assert_eq!(missing, Err(MissingScope(Scope::ChannelsWrite)));
        assert!(actor.may(Right::Publish));

        Membership::change_role(mia.id, Role::ReadOnly, &done.actor, &mut tx).await.unwrap();
        let (actor, _) = ApiToken::authenticate(&secret, &mut tx).await.unwrap().unwrap();
        assert!(!actor.may(Right::Publish));
    }
}

#[tokio::test]
async fn a_token_that_is_revoked_over_or_unknown_opens_nothing() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let soon = engine.ambient().now() + SignedDuration::from_hours(1);
        let mut tx = begin(&engine).await;
        let make = async |tx: &mut _, expiry| {
            ApiToken::make(name("Export"), Scopes::all(), expiry, &done.actor, tx).await.unwrap()
        };
        let (kept, kept_secret) = make(&mut tx, Some(soon)).await;
        let (revoked, revoked_secret) = make(&mut tx, None).await;
        ApiToken::revoke(revoked.id, &done.actor, &mut tx).await.unwrap();
        let again = ApiToken::revoke(revoked.id, &done.actor, &mut tx).await;
        assert!(matches!(again, Err(TokenError::NotFound)), "{again:?}");
        ApiToken::touch(kept.id, &mut tx).await.unwrap();
        tx.commit().await.unwrap();

        let opens = async |secret: Secret| {
            ApiToken::authenticate(&secret, &mut read(&engine).await).await.unwrap().is_some()
        };
        assert!(opens(kept_secret.clone()).await);
        assert!(!opens(revoked_secret).await);
        assert!(!opens(Secret::received("pv_unknown")).await);
        assert!(!opens(Secret::received(kept_secret.reveal().replace("pv_", "xx_"))).await);
        let listed = ApiToken::of_brand(&done.actor, &mut read(&engine).await).await.unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].id, listed[0].used_at), (kept.id, Some(engine.ambient().now())));
        engine.ambient().advance(SignedDuration::from_hours(1));
        assert!(!opens(kept_secret.clone()).await);
    }
}

#[tokio::test]
async fn a_token_makes_no_token_and_a_useless_one_is_not_made() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let mut tx = begin(&engine).await;
        let (_, secret) = ApiToken::make(name("Export"), Scopes::all(), None, &done.actor, &mut tx)
            .await
            .unwrap();
        let (actor, scopes) = ApiToken::authenticate(&secret, &mut tx).await.unwrap().unwrap();
        let answer = ApiToken::make(name("Fils"), scopes, None, &actor, &mut tx).await;
        assert!(matches!(answer, Err(TokenError::NotATeammate)), "{answer:?}");
        let none = Scopes::default();
        let answer = ApiToken::make(name("Rien"), none, None, &done.actor, &mut tx).await;
        assert!(matches!(answer, Err(TokenError::NoScope)), "{answer:?}");
        let past = Some(tx.now());
        let answer = ApiToken::make(name("Passé"), Scopes::all(), past, &done.actor, &mut tx).await;
        assert!(matches!(answer, Err(TokenError::ExpiryInThePast)), "{answer:?}");
    }
}

#[test]
fn scopes_are_read_back_from_their_text() {
    for scope in Scope::ALL {
        assert_eq!(scope.to_string().parse(), Ok(*scope));
    }
    assert_eq!(Scopes::all().to_string().parse(), Ok(Scopes::all()));
    assert!("posts:read posts:burn".parse::<Scopes>().is_err());
}
