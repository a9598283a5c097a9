//! Learning again what networks take, once Parvis has learnt to ask for more.

use super::{Channel, Mode, store};
use crate::kit::ChannelKit;
use crate::limits::Limits;

/// Reads again the limits that were learnt before all of today's were looked for; returns how
/// many channels learnt something. One that can't be asked now is asked another time.
///
/// # Errors
/// What the database met.
pub async fn learn_limits_again(kit: &ChannelKit) -> Result<usize, database::Error> {
    let mut tx = kit.database.read().await?;
    let mut channels = store::everywhere(&mut tx).await?;
    drop(tx);
    channels.retain(|channel| channel.limits.learnt_as < Limits::UP_TO_DATE);
    let mut learnt = 0;
    for channel in channels {
        let Some(limits) = asked(&channel, kit).await else { continue };
        let mut tx = kit.database.begin().await?;
        store::set_limits(channel.id, &limits, &mut tx).await?;
        tx.commit().await?;
        learnt += 1;
    }
    Ok(learnt)
}

async fn asked(channel: &Channel, kit: &ChannelKit) -> Option<Limits> {
    let connector = kit.connectors.get(&channel.network)?;
    match channel.mode {
        Mode::Assisted => connector.limits_by_hand(&channel.network_name),
        Mode::Api => {
            let read = connector.connect()?.test(&kit.call(channel)).await;
            read.ok().map(|read| read.limits)
        }
    }
}
