use platform::notification::{Notification, Recipients, notify};
use platform::{Right, Role, Subject};
use serde_json::json;

use crate::world::*;

#[tokio::test]
async fn those_who_have_the_right_are_told_once_until_they_have_read() {
    for engine in engines().await {
        let done = bakery(&engine).await;
        let (leo, _) = colleague(&engine, &done.actor, "leo@exemple.test", Role::Contributor).await;
        let (mia, _) = colleague(&engine, &done.actor, "mia@exemple.test", Role::Manager).await;
        let brand = done.brand.id;
        let mut tx = begin(&engine).await;
        let subject = Subject::new("brand", brand);
        let to = Recipients::Right(Right::Publish);
        for told in [2, 0] {
            let subject = subject.clone();
            let news = notify(&mut tx, brand, "test.late", subject, json!({ "n": 1 }), to);
            assert_eq!(news.await.unwrap(), told, "{}", engine.name);
        }
        assert_eq!(Notification::unread(leo.id, brand, &mut tx).await.unwrap(), 0);
        let listed = Notification::list(mia.id, brand, None, 10, &mut tx).await.unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].kind.as_str(), &listed[0].data["n"]), ("test.late", &json!(1)));
        assert!(!Notification::mark_read(listed[0].id, leo.id, &mut tx).await.unwrap());
        assert!(Notification::mark_read(listed[0].id, mia.id, &mut tx).await.unwrap());
        assert_eq!(Notification::unread(mia.id, brand, &mut tx).await.unwrap(), 0);
        let again = notify(&mut tx, brand, "test.late", subject.clone(), json!({}), to).await;
        assert_eq!(again.unwrap(), 1);
        assert_eq!(Notification::settle(brand, &subject, &mut tx).await.unwrap(), 2);

        // A subject without an id is one subject too.
        let one = Recipients::Teammate(leo.id);
        for told in [1, 0] {
            let news = notify(&mut tx, brand, "test.full", Subject::only("disk"), json!({}), one);
            assert_eq!(news.await.unwrap(), told, "{}", engine.name);
        }
        assert_eq!(Notification::mark_all_read(leo.id, brand, &mut tx).await.unwrap(), 1);
    }
}
