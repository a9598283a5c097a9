//! The baseline of pages: one small page of axum, with nothing around it.

use axum::Router;
use axum::response::Html;
use axum::routing::get;

const PAGE: &str = "<!doctype html><html lang=\"fr\"><title>Bonjour</title><h1>Bonjour</h1></html>";

/// Serves it on a free port, told on standard output, until it is killed.
pub fn serve() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        println!("http://{}", listener.local_addr().expect("it has an address"));
        let router = Router::new().route("/", get(async || Html(PAGE)));
        axum::serve(listener, router).await.expect("it serves");
    });
}
