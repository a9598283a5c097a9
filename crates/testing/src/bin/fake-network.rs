//! A fake network as a process of its own, for tests that kill the program under test.
//!
//! `cargo run -p testing --bin fake-network -- mastodon --port 4000 [--ignores-keys]`
//! `cargo run -p testing --bin fake-network -- bluesky --port 4001`
//!
//! Prints one line of JSON when it is ready (`url` and what is needed to sign in), and serves
//! until it is killed. `/_fake/…` drives it: see `testing::networks::control`.

use std::process::ExitCode;

use serde_json::{Value, json};
use testing::networks::{FakeBluesky, FakeMastodon, bluesky, mastodon};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let given = |name: &str| arguments.iter().any(|argument| argument == name);
    let port = arguments.iter().position(|argument| argument == "--port");
    let port = port.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(0);
    match arguments.first().map(String::as_str) {
        Some("mastodon") => {
            let honours_idempotency = !given("--ignores-keys");
            let serves_source = !given("--no-source");
            let options = mastodon::Options {
                port,
                honours_idempotency,
                serves_source,
                ..Default::default()
            };
            let fake = FakeMastodon::start(options).await;
            serve(json!({ "url": fake.url(), "token": fake.token(), "username": fake.username() }))
                .await;
        }
        Some("bluesky") => {
            let options = bluesky::Options { port, ..Default::default() };
            let fake = FakeBluesky::start(options).await;
            serve(
                json!({ "url": fake.url(), "handle": fake.handle(), "password": fake.password() }),
            )
            .await;
        }
        _ => {
            eprintln!(
                "usage: fake-network mastodon|bluesky [--port N] [--ignores-keys] [--no-source]"
            );
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

async fn serve(ready: Value) {
    println!("{ready}");
    std::future::pending::<()>().await;
}
