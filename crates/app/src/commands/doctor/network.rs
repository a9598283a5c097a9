//! What is looked at outside: networks, the way out, the mail server.

use channels::{Channel, ChannelKit, ChannelState, Mode, NetworkError};
use platform::{Actor, Brand};
use web::words::args;

use super::Findings;
use super::Level::{Fail, Ok as Good, Warn};
use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// Tests the connection of every channel that has one.
pub async fn channels(
    kit: &ChannelKit,
    brands: &[Brand],
    findings: &mut Findings<'_>,
    offline: bool,
) -> Result<(), Failure> {
    for brand in brands {
        let mut tx = kit.database.read().await?;
        let all =
            Channel::all(&Actor::system(brand.id), &mut tx).await.map_err(Failure::because)?;
        drop(tx);
        for channel in all.iter().filter(|channel| channel.mode == Mode::Api) {
            one(kit, channel, findings, offline).await;
        }
    }
    Ok(())
}

async fn one(kit: &ChannelKit, channel: &Channel, findings: &mut Findings<'_>, offline: bool) {
    let name = || format!("{} @{}", channel.network_name, channel.handle);
    if let ChannelState::NeedsReconnection { detail, .. } = &channel.state {
        let given = args![channel => name(), detail => detail.as_str()];
        return findings.note("channel", Fail, "channel-refused", given);
    }
    if kit.call(channel).keeper.current().await.is_err() {
        return findings.note("key", Fail, "key-other", args![channel => name()]);
    }
    if offline {
        return;
    }
    let connector = kit.connectors.get(&channel.network).cloned();
    let Some(connect) = connector.as_ref().and_then(|connector| connector.connect()) else {
        return;
    };
    match connect.test(&kit.call(channel)).await {
        Ok(_) => findings.note("channel", Good, "channel-ok", args![channel => name()]),
        Err(NetworkError::Reauthorize { detail }) => findings.note(
            "channel",
            Fail,
            "channel-refused",
            args![channel => name(), detail => detail],
        ),
        Err(error) => findings.note(
            "channel",
            Warn,
            "channel-trouble",
            args![channel => name(), detail => error.to_string()],
        ),
    }
}

/// Whether a request can leave at all.
pub async fn outside(kit: &ChannelKit, findings: &mut Findings<'_>, offline: bool) {
    if offline {
        return;
    }
    match kit.http.get("https://example.com/").send().await {
        Ok(_) => findings.note("outside", Good, "outside-ok", &[]),
        Err(error) => {
            let detail = error.to_string();
            findings.note("outside", Warn, "outside-none", args![detail => detail]);
        }
    }
}

/// Whether the mail server answers.
pub async fn mail(options: &Options, findings: &mut Findings<'_>, offline: bool) {
    let mailer = match wiring::mailer(options) {
        Ok(Some(mailer)) => mailer,
        Ok(None) => return findings.note("mail", Warn, "mail-none", &[]),
        Err(failure) => return findings.fail("mail", &failure),
    };
    if offline {
        return;
    }
    match mailer.check().await {
        Ok(()) => findings.note("mail", Good, "mail-ok", &[]),
        Err(error) => {
            findings.note("mail", Fail, "mail-trouble", args![detail => error.to_string()]);
        }
    }
}
