use jiff::SignedDuration;
use platform::teammate::{NewSession, PasswordError, SecondFactorError, SignIn, sign_in};
use platform::vault::Vault;
use platform::{Session, Teammate};

use crate::world::*;

const ADDRESS: &str = "claire@exemple.test";

/// What Claire's telephone shows now.
fn code(secret: &str, engine: &Engine) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    totp.generate(engine.ambient().now().as_second().try_into().unwrap()).to_string()
}

/// Claire with a second factor: her vault, her secret, her recovery codes.
async fn enrolled(engine: &Engine) -> (Teammate, Vault, String, Vec<String>) {
    let claire = bakery(engine).await.teammate;
    let vault = Vault::for_tests(engine.ambient());
    let mut tx = begin(engine).await;
    let enrolment = claire.begin_second_factor(&vault, &mut tx).await.unwrap();
    assert!(enrolment.url.starts_with("otpauth://totp/Parvis:claire%40exemple.test?"));
    let first = code(&enrolment.secret, engine);
    let codes = claire.confirm_second_factor(&first, &vault, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    (claire, vault, enrolment.secret, codes)
}

async fn half_signed_in(engine: &Engine) -> NewSession {
    match sign_in(ADDRESS, PASSWORD, "Firefox", engine).await.unwrap() {
        SignIn::SecondFactorNeeded(new) => new,
        other => panic!("no second factor was asked: {other:?}"),
    }
}

/// Tries a code on a fresh sign-in, and keeps what came of it.
async fn attempt(
    engine: &Engine,
    vault: &Vault,
    code: &str,
) -> Result<NewSession, SecondFactorError> {
    let half = half_signed_in(engine).await;
    assert!(half.session.second_factor_pending);
    let mut tx = begin(engine).await;
    let whole = half.session.pass_second_factor(code, vault, &mut tx).await?;
    tx.commit().await.unwrap();
    Ok(whole)
}

fn is_wrong(answer: &Result<NewSession, SecondFactorError>) -> bool {
    matches!(answer, Err(SecondFactorError::WrongCode))
}

#[tokio::test]
async fn a_code_of_the_application_finishes_the_sign_in_with_another_token() {
    for engine in engines().await {
        let (_, vault, secret, _) = enrolled(&engine).await;
        engine.ambient().advance(SignedDuration::from_secs(60));
        let half = half_signed_in(&engine).await;
        let mut tx = begin(&engine).await;
        let code = code(&secret, &engine);
        let whole = half.session.pass_second_factor(&code, &vault, &mut tx).await.unwrap();
        assert!(Session::load(&half.token, &mut tx).await.unwrap().is_none());
        let (session, _) = Session::load(&whole.token, &mut tx).await.unwrap().unwrap();
        assert!(!session.second_factor_pending);
    }
}

#[tokio::test]
async fn a_stolen_code_fails_twice() {
    for engine in engines().await {
        let (_, vault, secret, _) = enrolled(&engine).await;
        engine.ambient().advance(SignedDuration::from_secs(60));
        let older = code(&secret, &engine);
        engine.ambient().advance(SignedDuration::from_secs(30));
        let used = code(&secret, &engine);
        attempt(&engine, &vault, &used).await.unwrap();
        // The one just used, then the one before it, which its clock would still allow.
        for stolen in [&used, &older, &used] {
            let answer = attempt(&engine, &vault, stolen).await;
            assert!(is_wrong(&answer), "{answer:?}");
        }
        engine.ambient().advance(SignedDuration::from_secs(90));
        assert!(is_wrong(&attempt(&engine, &vault, &used).await));
    }
}

#[tokio::test]
async fn a_clock_half_a_minute_wrong_is_forgiven_and_no_more() {
    for engine in engines().await {
        let (_, vault, secret, _) = enrolled(&engine).await;
        engine.ambient().advance(SignedDuration::from_secs(120));
        let slow = code(&secret, &engine);
        engine.ambient().advance(SignedDuration::from_secs(30));
        attempt(&engine, &vault, &slow).await.unwrap();
        let too_slow = code(&secret, &engine);
        engine.ambient().advance(SignedDuration::from_secs(60));
        assert!(is_wrong(&attempt(&engine, &vault, &too_slow).await));
    }
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    for engine in engines().await {
        let (claire, vault, _, codes) = enrolled(&engine).await;
        assert_eq!(codes.len(), 10);
        let typed = codes[3].replace('-', " ").to_uppercase();
        attempt(&engine, &vault, &typed).await.unwrap();
        assert!(is_wrong(&attempt(&engine, &vault, &codes[3]).await));
        assert!(is_wrong(&attempt(&engine, &vault, "0000-0000-0000-0000").await));
        let left = claire.recovery_codes_left(&mut read(&engine).await).await.unwrap();
        assert_eq!(left, 9);
        let others = claire.renew_recovery_codes(PASSWORD, &engine).await.unwrap();
        assert!(is_wrong(&attempt(&engine, &vault, &codes[4]).await));
        attempt(&engine, &vault, &others[4]).await.unwrap();
    }
}

#[tokio::test]
async fn nothing_is_asked_until_the_first_code_confirms() {
    for engine in engines().await {
        let claire = bakery(&engine).await.teammate;
        let vault = Vault::for_tests(engine.ambient());
        let mut tx = begin(&engine).await;
        claire.begin_second_factor(&vault, &mut tx).await.unwrap();
        let answer = claire.confirm_second_factor("000000", &vault, &mut tx).await;
        assert!(matches!(answer, Err(SecondFactorError::WrongCode)), "{answer:?}");
        tx.commit().await.unwrap();
        signed_in(&engine, ADDRESS, PASSWORD).await;
    }
}

#[tokio::test]
async fn a_half_signed_in_session_is_over_after_ten_minutes_and_is_not_in_the_list() {
    for engine in engines().await {
        let (claire, ..) = enrolled(&engine).await;
        let half = half_signed_in(&engine).await;
        let mut tx = read(&engine).await;
        assert!(Session::of_teammate(claire.id, &mut tx).await.unwrap().is_empty());
        drop(tx);
        engine.ambient().advance(SignedDuration::from_mins(10));
        let mut tx = read(&engine).await;
        assert!(Session::load(&half.token, &mut tx).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn disabling_it_asks_the_password() {
    for engine in engines().await {
        let (claire, vault, ..) = enrolled(&engine).await;
        let answer = claire.disable_second_factor("wrong", &engine).await;
        assert!(matches!(answer, Err(PasswordError::WrongPassword)), "{answer:?}");
        let mut tx = begin(&engine).await;
        let again = claire.begin_second_factor(&vault, &mut tx).await.err();
        assert!(matches!(again, Some(SecondFactorError::AlreadyConfirmed)));
        drop(tx);
        claire.disable_second_factor(PASSWORD, &engine).await.unwrap();
        signed_in(&engine, ADDRESS, PASSWORD).await;
    }
}
