use jiff::SignedDuration;
use platform::activity::{self, ActivityError, By};
use platform::brand::{BrandEdit, BrandError, NewBrand};
use platform::{Brand, Role, Subject};

use crate::world::*;

fn like(brand: &Brand, text: &str) -> NewBrand {
    NewBrand {
        name: name(text),
        colour: brand.colour.clone(),
        zone: brand.zone.clone(),
        language: brand.language,
        demo: false,
    }
}

#[tokio::test]
async fn a_stranger_s_brand_can_not_be_loaded() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let mallory = stranger(&engine, "mallory@exemple.test").await;
        let mut tx = read(&engine).await;
        let slug = &done.brand.slug;
        assert!(Brand::by_slug_for(mallory.id, slug, &mut tx).await.unwrap().is_none());
        assert!(Brand::of_teammate(mallory.id, &mut tx).await.unwrap().is_empty());
        let (brand, actor) =
            Brand::by_slug_for(done.teammate.id, slug, &mut tx).await.unwrap().unwrap();
        assert_eq!(brand.id, done.brand.id);
        assert_eq!((actor.brand(), actor.role()), (brand.id, Role::Owner));
    }
}

#[tokio::test]
async fn an_actor_of_one_brand_can_not_touch_another() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let mut tx = begin(&engine).await;
        let new = like(&done.brand, "Autre");
        let (other, _) = Brand::create(new, &done.actor, &mut tx).await.unwrap();
        let answer = other.pause("", &done.actor, &mut tx).await;
        assert!(matches!(answer, Err(BrandError::NotAllowed(_))), "{answer:?}");
    }
}

#[tokio::test]
async fn brands_of_one_name_and_of_reserved_names_get_addresses_of_their_own() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let mut tx = begin(&engine).await;
        let mut slugs = Vec::new();
        for text in ["Boulangerie de l’Œuf", "Boulangerie de l’Œuf", "API", "日本"] {
            let new = like(&done.brand, text);
            slugs.push(Brand::create(new, &done.actor, &mut tx).await.unwrap().0.slug);
        }
        let expected = ["boulangerie-de-l-oeuf-2", "boulangerie-de-l-oeuf-3", "api-2", "marque"];
        assert_eq!(slugs, expected, "{}", engine.name);
    }
}

#[tokio::test]
async fn a_pause_is_recorded_with_its_reason_and_its_author() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let mut tx = begin(&engine).await;
        let brand = done.brand.pause("  Bad buzz ", &done.actor, &mut tx).await.unwrap();
        tx.commit().await.unwrap();

        let mut tx = begin(&engine).await;
        assert!(Brand::is_paused(brand.id, &mut tx).await.unwrap());
        let page = activity::page(&done.actor, None, 10, &mut tx).await.unwrap();
        let paused = page.activities.iter().find(|act| act.verb == "brand.paused").unwrap();
        assert_eq!(paused.subject, Subject::new("brand", brand.id));
        assert_eq!(paused.data["reason"], "Bad buzz");
        let claire = By::Teammate { id: done.teammate.id, name: Some("Claire Aubry".into()) };
        assert_eq!(paused.by, claire);

        let again = brand.clone().pause("", &done.actor, &mut tx).await;
        assert!(matches!(again, Err(BrandError::AlreadyPaused)));
        let brand = brand.resume(&done.actor, &mut tx).await.unwrap();
        assert!(!Brand::is_paused(brand.id, &mut tx).await.unwrap());
        let subject = Subject::new("brand", brand.id);
        let history = activity::about(&done.actor, &subject, &mut tx).await.unwrap();
        assert_eq!(history.len(), 3);
    }
}

#[tokio::test]
async fn one_who_writes_drafts_neither_pauses_nor_edits_nor_reads_the_audit_log() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let (_, actor) =
            colleague(&engine, &done.actor, "leo@exemple.test", Role::Contributor).await;
        let mut tx = begin(&engine).await;
        let answer = done.brand.clone().pause("", &actor, &mut tx).await;
        assert!(matches!(answer, Err(BrandError::NotAllowed(_))));
        let edit = BrandEdit {
            name: name("À moi"),
            colour: done.brand.colour.clone(),
            zone: done.brand.zone.clone(),
            language: done.brand.language,
            late_after: done.brand.late_after,
        };
        let answer = done.brand.clone().edit(edit.clone(), &actor, &mut tx).await;
        assert!(matches!(answer, Err(BrandError::NotAllowed(_))));
        let answer = activity::page(&actor, None, 10, &mut tx).await;
        assert!(matches!(answer, Err(ActivityError::NotAllowed(_))));

        let never = BrandEdit { late_after: SignedDuration::ZERO, ..edit.clone() };
        let answer = done.brand.clone().edit(never, &done.actor, &mut tx).await;
        assert!(matches!(answer, Err(BrandError::DelayOutOfRange)));
        let late_after = SignedDuration::from_mins(30);
        let edit = BrandEdit { late_after, ..edit };
        done.brand.edit(edit, &done.actor, &mut tx).await.unwrap();
        let brand = Brand::of(&done.actor, &mut tx).await.unwrap();
        assert_eq!((brand.name.as_str(), brand.late_after), ("À moi", late_after));
    }
}

#[tokio::test]
async fn a_removed_brand_leaves_nothing_but_the_mention_of_its_removal() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let mut tx = begin(&engine).await;
        done.brand.clone().remove(&done.actor, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = read(&engine).await;
        assert!(Brand::for_system(done.brand.id, &mut tx).await.unwrap().is_none());
        assert!(Brand::is_paused(done.brand.id, &mut tx).await.unwrap());
        assert!(Brand::all(&mut tx).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn the_stream_is_read_page_by_page() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        for number in 0..5 {
            engine.ambient().advance(SignedDuration::from_secs(1));
            let mut tx = begin(&engine).await;
            let subject = Subject::only("test");
            let data = serde_json::json!({ "number": number });
            activity::record(&mut tx, &done.actor, "test.done", subject, data).await.unwrap();
            tx.commit().await.unwrap();
        }
        let mut tx = read(&engine).await;
        let first = activity::page(&done.actor, None, 4, &mut tx).await.unwrap();
        let second = activity::page(&done.actor, first.next, 4, &mut tx).await.unwrap();
        let numbers = |page: &activity::Page| -> Vec<Option<i64>> {
            page.activities.iter().map(|act| act.data["number"].as_i64()).collect()
        };
        assert_eq!(numbers(&first), [Some(4), Some(3), Some(2), Some(1)]);
        assert_eq!(numbers(&second), [Some(0), None]);
        assert!(second.next.is_none());
    }
}
