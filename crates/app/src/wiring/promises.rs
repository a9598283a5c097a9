//! What keeps promises: their clocks, who is told, who gets what comes, checks of inboxes.

use std::time::Duration;

use channels::ChannelKit;
use conversations::assignment;
use conversations::promise::{self, PromiseLetter, WorkOutPromises};
use conversations::readback::{self, CheckInbox};
use jobs::{Done, Registry};

/// The jobs and recurring work of promises.
pub fn promises(registry: Registry, kit: &ChannelKit, desk: web::letters::Desk) -> Registry {
    let kit = kit.clone();
    registry
        .on::<WorkOutPromises, _, _>(|job, context| async move {
            promise::work_out_job(job.brand, &context.db).await?;
            Ok(Done::Finished)
        })
        .on::<PromiseLetter, _, _>(move |letter, context| {
            let desk = desk.clone();
            async move {
                if let Some(brand) = context.brand() {
                    desk.write_promise(&letter, brand).await?;
                }
                Ok(Done::Finished)
            }
        })
        .on::<CheckInbox, _, _>(move |job, _| {
            let kit = kit.clone();
            async move { Ok(readback::run(&kit, &job).await?) }
        })
        .every("promise_notices", Duration::from_secs(30), |context| async move {
            promise::tell_due(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("waiting_assignments", Duration::from_secs(60), |context| async move {
            assignment::give_out_waiting(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("inbox_checks", Duration::from_secs(600), |context| async move {
            readback::enqueue_checks(&context.db).await?;
            Ok(Done::Finished)
        })
}
