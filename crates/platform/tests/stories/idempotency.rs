use jiff::SignedDuration;
use platform::idempotency::{Begun, begin, finish, forget, purge};

use crate::world::{self, *};

#[tokio::test]
async fn a_request_made_twice_is_done_once_and_answered_twice() {
    for engine in engines().await {
        let brand = bakery(&engine).await.brand.id;
        let start = async |key: &str, hash: &str| {
            let mut tx = world::begin(&engine).await;
            let begun = begin(brand, key, hash, &mut tx).await.unwrap();
            tx.commit().await.unwrap();
            begun
        };
        assert_eq!(start("k", "one").await, Begun::New);
        assert_eq!(start("k", "one").await, Begun::StillRunning);
        assert_eq!(start("k", "two").await, Begun::DifferentRequest);
        let mut tx = world::begin(&engine).await;
        finish(brand, "k", 201, "{}", &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let replay = Begun::Replay { status: 201, body: "{}".into() };
        assert_eq!(start("k", "one").await, replay);
        assert_eq!(start("k", "two").await, Begun::DifferentRequest);

        // One that failed may be tried again, one whose process died too, a little later.
        assert_eq!(start("failed", "one").await, Begun::New);
        let mut tx = world::begin(&engine).await;
        forget(brand, "failed", &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(start("failed", "one").await, Begun::New);
        engine.ambient().advance(SignedDuration::from_mins(5));
        assert_eq!(start("failed", "two").await, Begun::DifferentRequest);
        assert_eq!(start("failed", "one").await, Begun::New);
        assert_eq!(start("k", "one").await, replay);

        engine.ambient().advance(SignedDuration::from_hours(24));
        assert_eq!(start("k", "two").await, Begun::New, "{}", engine.name);
        let mut tx = world::begin(&engine).await;
        assert_eq!(purge(&mut tx).await.unwrap(), 1);
    }
}
