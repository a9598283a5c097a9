#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    for engine in testing::engines().await {
        for sql in database::registered_sql() {
            let checked = engine.check_sql(sql.text).await;
            assert!(checked.is_ok(), "{} at {}:{}: {checked:?}", engine.name, sql.file, sql.line);
        }
    }
}
