use std::io::Write;
use std::sync::Arc;

use jobs::{Worker, WorkerSettings};
use metrics_exporter_prometheus::PrometheusBuilder;
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::house::{House, Rooms, Settings};
use web::words::args;

use crate::config::Options;
use crate::wiring::{self, CannotOpen, Wired};
use crate::{logs, wiring::registry};

/// Serves the screens and the interface, and does the jobs, until asked to stop.
pub async fn serve(options: &Options) -> Result<(), CannotOpen> {
    logs::start(options);
    let metrics = PrometheusBuilder::new().install_recorder().map_err(CannotOpen::because)?;
    let listener = TcpListener::bind(options.listen())
        .await
        .map_err(|e| CannotOpen(format!("{}: {e}", options.listen())))?;
    let bound = listener.local_addr().map_err(CannotOpen::because)?;
    let wired = wiring::open(options).await?;
    let base_url = options.base_url(bound);
    announce(options, &base_url);
    let (stop, stopping) = watch::channel(false);
    let worker = tokio::spawn(Worker::run(
        wired.kit.database.clone(),
        Arc::new(registry(&wired.kit)),
        worker_settings(options, &wired),
        stopping.clone(),
    ));
    tokio::spawn(stop_when_asked(stop));
    let house = House::new(Rooms {
        kit: wired.kit.clone(),
        mailer: wired.mailer.clone(),
        settings: Settings {
            secure_cookies: base_url.starts_with("https://"),
            base_url,
            version: env!("CARGO_PKG_VERSION"),
            trust_proxy: false,
            metrics_token: options.metrics_token.clone(),
        },
        metrics: Some(metrics),
        demo: None,
        limits: web::security::Limits::default(),
    });
    let served = web::serve(listener, house, stopping).await;
    let worked = worker.await;
    wired.kit.database.close().await;
    served.map_err(CannotOpen::because)?;
    worked.map_err(CannotOpen::because)
}

/// Does the jobs alone, beside other instances that serve (on PostgreSQL).
pub async fn work(options: &Options) -> Result<(), CannotOpen> {
    logs::start(options);
    let wired = wiring::open(options).await?;
    let (stop, stopping) = watch::channel(false);
    tokio::spawn(stop_when_asked(stop));
    let settings = worker_settings(options, &wired);
    let database = wired.kit.database.clone();
    Worker::run(database.clone(), Arc::new(registry(&wired.kit)), settings, stopping).await;
    database.close().await;
    Ok(())
}

fn worker_settings(options: &Options, wired: &Wired) -> WorkerSettings {
    let usual = WorkerSettings::new(wired.kit.instance.cast());
    WorkerSettings { concurrency: options.workers.unwrap_or(usual.concurrency).clamp(1, 256), ..usual }
}

/// The address on standard output, on a line of its own, for people and for scripts.
fn announce(options: &Options, base_url: &str) {
    let words = super::words(options.lang.as_deref());
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
