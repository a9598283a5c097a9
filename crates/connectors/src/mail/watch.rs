//! A line kept open (IDLE, RFC 2177), on which the server says at once that something came.

use std::time::Duration;

use async_imap::extensions::idle::IdleResponse;
use async_trait::async_trait;
use channels::connector::Watch;
use channels::{Call, NetworkError};

use super::Mail;
use super::account::Account;
use super::folders::INBOX;
use super::session::{reopen, within};

/// How long one wait lasts: servers hang up after 30 minutes, and lines that died in silence are
/// found out when it is renewed.
const RENEWED: Duration = Duration::from_mins(9);

#[async_trait]
impl Watch for Mail {
    async fn watch(&self, call: &Call, news: &(dyn Fn() + Send + Sync)) -> NetworkError {
        match keep(call, news).await {
            Ok(never) => match never {},
            Err(error) => error,
        }
    }
}

enum Never {}

async fn keep(call: &Call, news: &(dyn Fn() + Send + Sync)) -> Result<Never, NetworkError> {
    let account = Account::of(call).await?;
    let patience = call.http.patience();
    let mut session = reopen(&call.http, &account).await?;
    let able = within(patience, &account, session.capabilities()).await?;
    if !able.has_str("IDLE") {
        return Err(NetworkError::Unsupported { what: "idle".to_owned() });
    }
    within(patience, &account, session.examine(INBOX)).await?;
    // What came while nobody watched.
    news();
    loop {
        let mut idle = session.idle();
        within(patience, &account, idle.init()).await?;
        let came = {
            let (wait, _interrupt) = idle.wait_with_timeout(RENEWED);
            wait.await
        };
        match came {
            Ok(IdleResponse::NewData(_)) => news(),
            Ok(IdleResponse::Timeout) => {}
            Ok(IdleResponse::ManualInterrupt) => {
                return Err(NetworkError::Retry {
                    detail: "the line was lost".to_owned(),
                    after: None,
                });
            }
            Err(error) => return within(patience, &account, async { Err(error) }).await,
        }
        session = within(patience, &account, idle.done()).await?;
        // What the server said between two waits.
        let mut more = false;
        while session.unsolicited_responses.try_recv().is_ok() {
            more = true;
        }
        if more {
            news();
        }
    }
}
