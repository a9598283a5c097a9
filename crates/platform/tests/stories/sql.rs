use crate::world::engines;

#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    for engine in engines().await {
        let mut checked = 0;
        for sql in database::registered_sql() {
            let answer = engine.check_sql(sql.text).await;
            assert!(answer.is_ok(), "{}: {}:{}: {answer:?}", engine.name, sql.file, sql.line);
            checked += 1;
        }
        assert!(checked > 60, "{checked} statements only");
    }
}
