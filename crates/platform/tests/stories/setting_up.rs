use platform::field::{EmailProblem, NameProblem, NotAColour, NotAZone, PasswordProblem};
use platform::setup::{CheckError, SetUp, SetUpError, SetUpProblems, needs_setup, set_up};
use platform::{Brand, Role, Session};

use crate::world::*;

#[tokio::test]
async fn the_first_visit_makes_an_owner_at_work_in_a_brand() {
    for engine in engines().await {
        assert!(needs_setup(&mut read(&engine).await).await.unwrap());
        let done = bakery(&engine).await;
        let mut tx = begin(&engine).await;
        assert!(!needs_setup(&mut tx).await.unwrap());
        assert_eq!(done.brand.slug, "boulangerie-de-l-oeuf");
        assert_eq!(done.brand.colour.as_str(), "#c0392b");
        assert_eq!(done.teammate.email.as_str(), "claire@exemple.test");
        let brands = Brand::of_teammate(done.teammate.id, &mut tx).await.unwrap();
        assert_eq!(brands.len(), 1);
        assert_eq!(brands[0].1, Role::Owner);
        assert_eq!(brands[0].0.zone.name(), "Europe/Paris");
        let opened = Session::open(&done.teammate, "Firefox", &mut tx).await.unwrap();
        assert!(!opened.session.second_factor_pending);
    }
}

#[tokio::test]
async fn parvis_is_set_up_once() {
    for engine in engines().await {
        bakery(&engine).await;
        let again = SetUp { email: "mallory@exemple.test".into(), ..typed() };
        let checked = again.check(engine.ambient()).await.unwrap();
        let mut tx = begin(&engine).await;
        let answer = set_up(checked, &mut tx).await;
        assert!(matches!(answer, Err(SetUpError::AlreadyDone)), "{answer:?}");
    }
}

#[tokio::test]
async fn of_two_first_visits_at_once_one_is_refused() {
    for engine in engines().await {
        let visit = async |address: &str| {
            let typed = SetUp { email: address.into(), ..typed() };
            let checked = typed.check(engine.ambient()).await.unwrap();
            let mut tx = begin(&engine).await;
            set_up(checked, &mut tx).await?;
            tx.commit().await.map_err(SetUpError::from)
        };
        let (one, other) = tokio::join!(visit("a@exemple.test"), visit("b@exemple.test"));
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|done| **done).count(), 1);
    }
}

#[tokio::test]
async fn every_wrong_field_is_told_at_once() {
    let wrong = SetUp {
        organization: "  ".into(),
        brand: "x".repeat(101),
        colour: "rouge".into(),
        zone: "Europe/Atlantis".into(),
        name: "\u{0}\n".into(),
        email: "claire@exemple".into(),
        password: "azertyuiop".into(),
        ..typed()
    };
    let ambient = primitives::Ambient::fixed(testing::engines::THE_INSTANT, 1);
    let Err(CheckError::Fields(problems)) = wrong.check(&ambient).await else {
        panic!("nothing was wrong")
    };
    assert_eq!(
        problems,
        SetUpProblems {
            organization: Some(NameProblem::Empty),
            brand: Some(NameProblem::TooLong),
            colour: Some(NotAColour),
            zone: Some(NotAZone),
            name: Some(NameProblem::Empty),
            email: Some(EmailProblem::NotAnAddress),
            password: Some(PasswordProblem::TooCommon),
        }
    );
}
