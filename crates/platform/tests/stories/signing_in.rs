use jiff::SignedDuration;
use platform::field::Password;
use platform::teammate::{PasswordError, SignIn, sign_in};
use platform::{Secret, Session};

use crate::world::*;

const ADDRESS: &str = "claire@exemple.test";

#[tokio::test]
async fn the_right_password_opens_a_session_and_the_wrong_one_none() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let new = signed_in(&engine, " CLAIRE@exemple.test", PASSWORD).await;
        let mut tx = read(&engine).await;
        let (session, teammate) = Session::load(&new.token, &mut tx).await.unwrap().unwrap();
        assert_eq!((session.id, teammate.id), (new.session.id, done.teammate.id));
        assert_eq!(session.device, "Firefox");
        for (address, password) in [
            (ADDRESS, "levain et patienc"),
            (ADDRESS, ""),
            ("nobody@exemple.test", PASSWORD),
            ("not an address", PASSWORD),
        ] {
            let answer = sign_in(address, password, "", &engine).await.unwrap();
            assert!(matches!(answer, SignIn::Refused), "{address}: {answer:?}");
        }
        let unknown = Secret::received("x");
        assert!(Session::load(&unknown, &mut tx).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn changing_the_password_signs_the_other_sessions_out() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let here = signed_in(&engine, ADDRESS, PASSWORD).await;
        let elsewhere = signed_in(&engine, ADDRESS, PASSWORD).await;
        let new = || Password::parse("un autre levain").unwrap();
        let answer = done.teammate.change_password("wrong", new(), here.session.id, &engine).await;
        assert!(matches!(answer, Err(PasswordError::WrongPassword)), "{answer:?}");
        done.teammate.change_password(PASSWORD, new(), here.session.id, &engine).await.unwrap();
        let mut tx = read(&engine).await;
        assert!(Session::load(&here.token, &mut tx).await.unwrap().is_some());
        assert!(Session::load(&elsewhere.token, &mut tx).await.unwrap().is_none());
        let former = sign_in(ADDRESS, PASSWORD, "", &engine).await.unwrap();
        assert!(matches!(former, SignIn::Refused));
        signed_in(&engine, ADDRESS, "un autre levain").await;
    }
}

#[tokio::test]
async fn a_session_that_is_used_goes_on_and_one_that_is_not_ends_after_thirty_days() {
    for engine in engines().await {
        bakery(&engine).await;
        let used = signed_in(&engine, ADDRESS, PASSWORD).await;
        let left = signed_in(&engine, ADDRESS, PASSWORD).await;
        let load = async |token| Session::load(token, &mut read(&engine).await).await.unwrap();
        engine.ambient().advance(SignedDuration::from_mins(4));
        let (session, _) = load(&used.token).await.unwrap();
        assert!(!session.is_to_be_touched(engine.ambient().now()));
        engine.ambient().advance(SignedDuration::from_hours(29 * 24));
        let (session, _) = load(&used.token).await.unwrap();
        assert!(session.is_to_be_touched(engine.ambient().now()));
        let mut tx = begin(&engine).await;
        session.touch(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        engine.ambient().advance(SignedDuration::from_hours(2 * 24));
        assert!(load(&used.token).await.is_some());
        assert!(load(&left.token).await.is_none());
        let mut tx = begin(&engine).await;
        assert_eq!(Session::purge(&mut tx).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_teammate_ends_their_own_sessions_and_no_one_else_s() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let mallory = stranger(&engine, "mallory@exemple.test").await;
        let one = signed_in(&engine, ADDRESS, PASSWORD).await;
        let other = signed_in(&engine, ADDRESS, PASSWORD).await;
        let mut tx = begin(&engine).await;
        let claire = done.teammate.id;
        assert!(!Session::revoke(mallory.id, one.session.id, &mut tx).await.unwrap());
        assert_eq!(Session::of_teammate(claire, &mut tx).await.unwrap().len(), 2);
        assert!(Session::revoke(claire, one.session.id, &mut tx).await.unwrap());
        assert_eq!(Session::revoke_all(claire, None, &mut tx).await.unwrap(), 1);
        assert!(Session::load(&other.token, &mut tx).await.unwrap().is_none());
    }
}

#[test]
fn a_password_is_judged_by_its_length_and_its_fame_alone() {
    use platform::field::PasswordProblem as P;
    let problem = |text: &str| Password::parse(text).err();
    assert_eq!(problem("Aa1!éèçàù"), Some(P::TooShort));
    assert_eq!(problem("motdepasse123"), Some(P::TooCommon));
    assert_eq!(problem("MotDePasse123"), Some(P::TooCommon));
    assert_eq!(problem("zzzzzzzzzzzzz"), Some(P::TooCommon));
    assert_eq!(problem(&"é ".repeat(101)), Some(P::TooLong));
    assert_eq!(problem("éclair au café"), None);
    assert!(!format!("{:?}", Password::parse("éclair au café")).contains("café"));
}
