//! What moderation does at networks, what authors are told, rules tried on the past.

use channels::ChannelKit;
use conversations::moderation::{self, Enforce, RunTrial, SanctionAtNetwork, TellAuthor};
use jobs::{Done, Registry};

/// The jobs of moderation.
pub fn moderation(registry: Registry, kit: &ChannelKit, desk: web::letters::Desk) -> Registry {
    let (enforcing, sanctioning, telling) = (kit.clone(), kit.clone(), kit.clone());
    registry
        .on::<Enforce, _, _>(move |job, _| {
            let kit = enforcing.clone();
            async move {
                moderation::enforce(&kit, &job).await?;
                Ok(Done::Finished)
            }
        })
        .on::<SanctionAtNetwork, _, _>(move |job, context| {
            let kit = sanctioning.clone();
            async move {
                moderation::sanction_at_network(&kit, &job, context.is_last_attempt()).await?;
                Ok(Done::Finished)
            }
        })
        .on::<TellAuthor, _, _>(move |job, _| {
            let (desk, kit) = (desk.clone(), telling.clone());
            async move {
                desk.tell_author(&job, &kit.connectors).await?;
                Ok(Done::Finished)
            }
        })
        .on::<RunTrial, _, _>(move |job, context| async move {
            Ok(moderation::run_trial(&context.db, &job).await?)
        })
}
