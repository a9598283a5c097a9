use std::io::{ErrorKind, Write};
use std::sync::Arc;

use jobs::{Worker, WorkerSettings};
use metrics_exporter_prometheus::PrometheusBuilder;
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::house::{House, Rooms, Settings};
use web::words::{Words, args};

use crate::config::Options;
use crate::demo;
use crate::failure::Failure;
use crate::logs;
use crate::wiring::{self, Wired, registry};

/// Serves the screens and the interface, and does the jobs, until asked to stop.
pub async fn serve(options: &Options, words: &Words) -> Result<(), Failure> {
    logs::start(options);
    let metrics = PrometheusBuilder::new().install_recorder().map_err(Failure::because)?;
    let listener = TcpListener::bind(options.listen()).await.map_err(|error| {
        let address = options.listen().to_string();
        let key = match error.kind() {
            ErrorKind::AddrInUse => "cli-wrong-port-taken",
            ErrorKind::PermissionDenied => "cli-wrong-port-forbidden",
            _ => "cli-wrong-port",
        };
        Failure::new(key, args![address => address, detail => error.to_string()])
    })?;
    let bound = listener.local_addr().map_err(Failure::because)?;
    let wired = wiring::open(options).await?;
    let base_url = options.base_url(bound);
    announce(words, &base_url);
    let (stop, stopping) = watch::channel(false);
    let worker = tokio::spawn(Worker::run(
        wired.kit.database.clone(),
        Arc::new(registry(options, &wired)),
        worker_settings(options, &wired),
        stopping.clone(),
    ));
    let watching = tokio::spawn(conversations::keep_watch(wired.kit.clone(), stopping.clone()));
    tokio::spawn(stop_when_asked(stop));
    let house = House::new(Rooms {
        kit: wired.kit.clone(),
        mailer: wired.mailer.clone(),
        settings: Settings {
            secure_cookies: base_url.starts_with("https://"),
            base_url,
            version: env!("CARGO_PKG_VERSION"),
            trust_proxy: options.trusts_proxy(),
            metrics_token: options.metrics_token.clone(),
        },
        metrics: Some(metrics),
        demo: Some(demo::hook(&wired.kit)),
        limits: web::security::Limits::default(),
    });
    let served = web::serve(listener, house, stopping).await;
    let worked = worker.await;
    let watched = watching.await;
    wired.kit.database.close().await;
    served.map_err(Failure::because)?;
    watched.map_err(Failure::because)?;
    worked.map_err(Failure::because)
}

/// Does the jobs alone, beside other instances that serve (on PostgreSQL).
pub async fn work(options: &Options) -> Result<(), Failure> {
    logs::start(options);
    let wired = wiring::open(options).await?;
    let (stop, stopping) = watch::channel(false);
    tokio::spawn(stop_when_asked(stop));
    let settings = worker_settings(options, &wired);
    let database = wired.kit.database.clone();
    let watching = tokio::spawn(conversations::keep_watch(wired.kit.clone(), stopping.clone()));
    Worker::run(database.clone(), Arc::new(registry(options, &wired)), settings, stopping).await;
    let watched = watching.await;
    database.close().await;
    watched.map_err(Failure::because)
}

fn worker_settings(options: &Options, wired: &Wired) -> WorkerSettings {
    let usual = WorkerSettings::new(wired.kit.instance.cast());
    WorkerSettings {
        concurrency: options.workers.unwrap_or(usual.concurrency).clamp(1, 256),
        ..usual
    }
}

/// The address on standard output, on a line of its own, for people and for scripts.
fn announce(words: &Words, base_url: &str) {
    println!("{}", words.tn("cli-serve-ready", args![url => base_url]));
    // A closed standard output is no reason not to serve.
    let _ = std::io::stdout().flush();
}

/// Interrupt and terminate both ask the program to stop: what runs ends, nothing new begins.
async fn stop_when_asked(stop: watch::Sender<bool>) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            let _ = stop.send(true);
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
    let _ = stop.send(true);
}
