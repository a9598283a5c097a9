//! What watches for crises, and the letters about them.

use std::time::Duration;

use conversations::crisis::{self, CrisisLetter};
use jobs::{Done, Registry};

/// The jobs and recurring work of crises.
pub fn crises(registry: Registry, desk: web::letters::Desk) -> Registry {
    registry
        .on::<CrisisLetter, _, _>(move |letter, context| {
            let desk = desk.clone();
            async move {
                if let Some(brand) = context.brand() {
                    desk.write_crisis(&letter, brand).await?;
                }
                Ok(Done::Finished)
            }
        })
        .every("negative_bursts", Duration::from_secs(120), |context| async move {
            crisis::watch(&context.db).await?;
            Ok(Done::Finished)
        })
}
