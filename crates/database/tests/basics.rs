//! Stories about values, transactions and errors, on both engines.
#![allow(clippy::unwrap_used)]

mod common;

use common::{databases, thing_table};
use database::{Error, Params, Value, params, sql, text_enum};
use jiff::Timestamp;
use primitives::Id;

struct Thing;

text_enum! {
    /// A mood.
    enum Mood {
        /// Good.
        Glad => "glad",
        /// Less so.
        Sad => "sad",
    }
}

#[tokio::test]
async fn every_kind_of_value_comes_back_as_it_went() {
    for db in databases().await {
        let mut tx = db.begin().await.unwrap();
        tx.execute(
            "CREATE TABLE kinds (id BYTEA PRIMARY KEY, small INT, n BIGINT, x DOUBLE PRECISION, t TEXT, b BYTEA, f BOOL, at BIGINT, mood TEXT)",
            params![],
        )
        .await
        .unwrap();
        let (id, at) = (tx.new_id::<Thing>(), tx.now());
        let insert = "INSERT INTO kinds (id, small, n, x, t, b, f, at, mood) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let text = "L’été à Œuilly 🎈".to_owned();
        let bytes: &[u8] = &[0, 255, 7];
        tx.execute(insert, params![id, 7u32, i64::MIN, 1.5, &text, bytes, true, at, Mood::Sad])
            .await
            .unwrap();
        let other = tx.new_id::<Thing>();
        let nothing = vec![Value::Null; 8];
        tx.execute(insert, [params![other], nothing].concat()).await.unwrap();
        tx.commit().await.unwrap();

        let mut read = db.read().await.unwrap();
        let row = read.query_one("SELECT * FROM kinds WHERE id = $1", params![&id]).await.unwrap();
        assert_eq!(row.get::<Id<Thing>>("id").unwrap(), id);
        assert_eq!(row.get::<u32>("small").unwrap(), 7);
        assert_eq!(row.get::<i64>("n").unwrap(), i64::MIN);
        assert_eq!(row.get::<f64>("x").unwrap(), 1.5);
        assert_eq!(row.get::<String>(4).unwrap(), text);
        assert_eq!(row.get::<Vec<u8>>("b").unwrap(), bytes);
        assert!(row.get::<bool>("f").unwrap());
        assert_eq!(row.get::<Timestamp>("at").unwrap(), at);
        assert_eq!(row.get::<Mood>("mood").unwrap(), Mood::Sad);
        assert_eq!(row.get::<Option<Mood>>("mood").unwrap(), Some(Mood::Sad));
        let wrong = row.get::<Mood>("t").unwrap_err().to_string();
        assert!(wrong.contains("column t: expected Mood"), "{wrong}");
        assert!(matches!(row.get::<i64>("nowhere"), Err(Error::WrongType { .. })));
        assert!(matches!(row.get::<String>("n"), Err(Error::WrongType { .. })));
        let row =
            read.query_one("SELECT * FROM kinds WHERE id = $1", params![other]).await.unwrap();
        assert_eq!(row.get::<Option<bool>>("f").unwrap(), None);
        assert!(row.get::<i64>("n").unwrap_err().to_string().contains("found null"));
    }
}

#[tokio::test]
async fn what_is_not_committed_is_not_there() {
    for db in databases().await {
        thing_table(&db).await;
        let mut tx = db.begin().await.unwrap();
        tx.execute("INSERT INTO thing (id, name) VALUES ($1, $2)", params![1, "a"]).await.unwrap();
        drop(tx);
        let mut tx = db.begin().await.unwrap();
        assert_eq!(common::names(&mut tx).await, Vec::<String>::new());
        tx.execute("INSERT INTO thing (id, name) VALUES ($1, $2)", params![1, "b"]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(common::names(&mut db.read().await.unwrap()).await, ["b"]);
    }
}

#[tokio::test]
async fn errors_are_named_for_what_happened_and_end_the_transaction() {
    for db in databases().await {
        thing_table(&db).await;
        let insert = sql!("INSERT INTO thing (id, name, parent) ", "VALUES ($1, $2, $3)");
        let mut tx = db.begin().await.unwrap();
        tx.execute(insert, params![1, "a", Value::Null]).await.unwrap();
        let error = tx.execute(insert, params![2, "a", Value::Null]).await.unwrap_err();
        assert!(error.is_unique_violation() && error.is_unique_violation_on("name"), "{error:?}");
        let after = tx.execute(insert, params![3, "c", Value::Null]).await.unwrap_err();
        assert!(matches!(after, Error::TransactionFailed));
        assert!(matches!(tx.commit().await, Err(Error::TransactionFailed)));
        assert!(common::names(&mut db.read().await.unwrap()).await.is_empty());

        let mut tx = db.begin().await.unwrap();
        let error = tx.execute(insert, params![1, "a", 99]).await.unwrap_err();
        assert!(error.is_foreign_key_violation(), "{error:?}");
        drop(tx);
        let mut tx = db.begin().await.unwrap();
        let error = tx.execute(insert, params![1, Value::Null, Value::Null]).await.unwrap_err();
        assert!(matches!(&error, Error::CheckViolation { on } if on.contains("name")), "{error:?}");
        drop(tx);
        let mut tx = db.begin().await.unwrap();
        assert!(
            tx.execute("INSERT INTO thing", params![])
                .await
                .unwrap_err()
                .to_string()
                .contains("in: INSERT")
        );
        drop(tx);
        let mut tx = db.begin().await.unwrap();
        let error = tx.execute(insert, params![1]).await.unwrap_err();
        assert!(error.to_string().contains("3 parameters expected, 1 given"), "{error}");
    }
}

#[tokio::test]
async fn a_read_handle_does_not_write() {
    for db in databases().await {
        thing_table(&db).await;
        let mut read = db.read().await.unwrap();
        let refused = read.execute("DELETE FROM thing", params![]).await;
        assert!(matches!(refused, Err(Error::ReadOnly)));
        assert!(matches!(
            read.query_one("SELECT id FROM thing", params![]).await,
            Err(Error::NoRow)
        ));
        assert!(
            read.query_opt("SELECT id FROM thing ORDER BY id", params![]).await.unwrap().is_none()
        );
    }
}

#[tokio::test]
async fn many_rows_go_in_one_trip_and_come_back_changed() {
    for db in databases().await {
        thing_table(&db).await;
        let mut tx = db.begin().await.unwrap();
        let rows: Vec<Params> = (0..1_200).map(|n| params![n, format!("name {n:04}")]).collect();
        let done =
            tx.execute_many("INSERT INTO thing (id, name) VALUES ($1, $2)", rows).await.unwrap();
        assert_eq!(done, 1_200);
        let update = "UPDATE thing SET name = $2 || name WHERE id < $1 RETURNING id";
        // query_opt gives one row of a statement that writes, and all of them are written.
        assert!(tx.query_opt(update, params![10, "x"]).await.unwrap().is_some());
        let count =
            "SELECT COUNT(*) AS n, CAST(SUM(id) AS BIGINT) AS s FROM thing WHERE name LIKE $1";
        let row = tx.query_one(count, params!["x%"]).await.unwrap();
        assert_eq!((row.get::<usize>("n").unwrap(), row.get::<i64>("s").unwrap()), (10, 45));
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_text_is_prepared_to_be_checked() {
    for db in databases().await {
        thing_table(&db).await;
        db.check_sql("SELECT id FROM thing WHERE name = $1").await.unwrap();
        db.check_sql("SELECT id FROM nothing").await.unwrap_err();
        assert!(database::registered_sql().any(|sql| sql.text.ends_with("VALUES ($1, $2, $3)")));
    }
}

#[tokio::test]
async fn parameters_take_the_type_that_the_engine_expects_of_them() {
    for db in databases().await {
        let mut tx = db.begin().await.unwrap();
        let create = "CREATE TABLE typed (id BIGINT PRIMARY KEY, i INT, s SMALLINT, r REAL, v VARCHAR(9), f BOOL)";
        tx.execute(create, params![]).await.unwrap();
        let insert = "INSERT INTO typed (id, i, s, r, v, f) VALUES ($1, $2, $3, $4, $5, $6)";
        tx.execute(insert, params![-123_456_789_012i64, 2, 3, 4, "v", false]).await.unwrap();
        tx.execute(
            insert,
            params![2, None::<i64>, None::<String>, 0.5, None::<String>, None::<bool>],
        )
        .await
        .unwrap();
        // SUM of BIGINT is NUMERIC on PostgreSQL, and so is what it is compared with.
        let having =
            "SELECT CAST(SUM(id) AS BIGINT) AS s FROM typed HAVING SUM(id) > $1 AND SUM(id) < $2";
        let row = tx.query_one(having, params![-123_456_789_011i64, 0]).await.unwrap();
        assert_eq!(row.get::<i64>("s").unwrap(), -123_456_789_010);
        let list = format!(
            "SELECT r FROM typed WHERE id IN ({}) ORDER BY id",
            database::placeholders(1, 2)
        );
        let rows = tx.query(&list, params![2, 5]).await.unwrap();
        assert_eq!(rows[0].get::<f64>("r").unwrap(), 0.5);
        let limited = tx
            .query("SELECT id FROM typed ORDER BY id LIMIT $1 OFFSET $2", params![1, 1])
            .await
            .unwrap();
        assert_eq!(limited[0].get::<i64>("id").unwrap(), 2);
        let optional =
            "SELECT id FROM typed WHERE (CAST($1 AS BIGINT) IS NULL OR id = $1) ORDER BY id";
        assert_eq!(tx.query(optional, params![None::<i64>]).await.unwrap().len(), 2);
        if db.dialect() == database::Dialect::Postgres {
            let numeric = tx.query("SELECT SUM(id) AS s FROM typed", params![]).await.unwrap_err();
            assert!(numeric.to_string().contains("CAST"), "{numeric}");
            let mut tx = db.begin().await.unwrap();
            let wrong = tx.query("SELECT $1 AS s", params![1]).await.unwrap_err();
            assert!(wrong.to_string().contains("CAST"), "{wrong}");
        }
    }
}

#[tokio::test]
async fn a_server_out_of_reach_is_unavailable_and_tls_is_declined() {
    let open = async |url: &str| {
        let location = database::Location::parse(url).unwrap();
        database::Database::open(&location, primitives::Ambient::real()).await.err().unwrap()
    };
    let error = open("postgres://someone:secret@127.0.0.1:1/none").await;
    assert!(matches!(error, database::OpenError::Failed(Error::Unavailable(_))), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("secret"));
    let error = open("postgres://someone@127.0.0.1:1/none?sslmode=require").await;
    assert!(matches!(error, database::OpenError::TlsUnsupported));
    let shown = format!(
        "{:?}",
        database::Location::parse("postgres://me:secret@host/db?password=secret").unwrap()
    );
    assert!(shown.contains("host/db") && !shown.contains("secret"), "{shown}");
    let error = database::Location::parse("mysql://me:secret@host").unwrap_err().to_string();
    assert!(!error.contains("secret"), "{error}");
}
