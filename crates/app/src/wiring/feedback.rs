//! What looks after suggestions and complaints: reminders, and the letters of each month.

use std::time::Duration;

use conversations::feedback::{self, FeedbackLetter};
use jobs::{Done, Registry};

/// The jobs and recurring work of suggestions and complaints.
pub fn feedback(registry: Registry, desk: web::letters::Desk) -> Registry {
    registry
        .on::<FeedbackLetter, _, _>(move |letter, context| {
            let desk = desk.clone();
            async move {
                if let Some(brand) = context.brand() {
                    desk.write_feedback(&letter, brand).await?;
                }
                Ok(Done::Finished)
            }
        })
        .every("feedback_reminders", Duration::from_secs(300), |context| async move {
            feedback::remind_due(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("feedback_summaries", Duration::from_secs(3600), |context| async move {
            feedback::write_summaries(&context.db).await?;
            Ok(Done::Finished)
        })
}
