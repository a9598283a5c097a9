//! Questions handed to those who know: their letters, and what is told before and after a
//! deadline.

use std::time::Duration;

use conversations::escalation::{self, EscalationLetter};
use conversations::fading::{self, LookForFading};
use jobs::{Done, Registry};

/// Posts and conversations that lose pace: looked for, and what came of relaunches counted.
pub fn fading(registry: Registry) -> Registry {
    registry
        .on::<LookForFading, _, _>(|job, context| async move {
            fading::look(job.brand, &context.db).await?;
            Ok(Done::Finished)
        })
        .every("fading_looks", Duration::from_secs(600), |context| async move {
            fading::look_due(&context.db).await?;
            fading::measure_due(&context.db).await?;
            Ok(Done::Finished)
        })
}

/// The jobs and recurring work of escalations.
pub fn escalation(registry: Registry, desk: web::letters::Desk) -> Registry {
    registry
        .on::<EscalationLetter, _, _>(move |letter, context| {
            let desk = desk.clone();
            async move {
                if let Some(brand) = context.brand() {
                    desk.write_escalation(&letter, brand).await?;
                }
                Ok(Done::Finished)
            }
        })
        .every("escalation_notices", Duration::from_secs(30), |context| async move {
            escalation::tell_due(&context.db).await?;
            Ok(Done::Finished)
        })
}
