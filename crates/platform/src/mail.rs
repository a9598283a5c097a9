//! Mail out: invitations, alerts, newsletters later. Sent by a job, never inside a request.

use std::sync::Arc;
use std::time::Duration;

use jobs::{Done, Enqueue, Job, JobContext, JobError, Registry};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};

/// How long a mail server may take over each step.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends mail through one SMTP server, or says that there is none. Cloning gives another handle.
#[derive(Clone)]
pub struct Mailer {
    road: Option<Arc<Road>>,
}

struct Road {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// The settings of mail can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailSettingsError {
    /// The server's address is not `smtp://`, `smtps://` or `smtp://…?tls=required`.
    #[error("the address of the mail server can't be used (expected smtps://name:password@server)")]
    BadServer,
    /// The sender is not an address.
    #[error("the sender's address can't be used (expected Parvis <parvis@example.org>)")]
    BadSender,
}

/// Why a mail did not leave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// No mail server is set.
    #[error("no mail server is set")]
    NoServer,
    /// The address can't be one.
    #[error("the address can't be one")]
    BadAddress,
    /// The server refuses for good: the address is unknown, the sender is not allowed.
    #[error("the mail server refuses: {0}")]
    Refused(String),
    /// The server is out of reach or busy: trying later may do.
    #[error("the mail server can't be reached or is busy: {0}")]
    Later(String),
}

/// One mail, as a job: enqueued in the transaction of the verb that asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendMail {
    /// To whom: an address, or `Name <address>`.
    pub to: String,
    /// Its subject, on one line.
    pub subject: String,
    /// Its text, complete by itself.
    pub text: String,
    /// The same as HTML, if any.
    #[serde(default)]
    pub html: Option<String>,
    /// Where answers go, when not to the sender.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// The letter's own id, when answers are known by it: what stands between `<` and `>`.
    #[serde(default)]
    pub message_id: Option<String>,
}

impl Job for SendMail {
    const KIND: &'static str = "send_mail";
}

impl Mailer {
    /// Sends through the server at `url` (`smtps://name:password@server:465`,
    /// `smtp://server:587?tls=required`, `smtp://localhost:25`), from `sender`
    /// (`Parvis <parvis@example.org>`). No connection is opened yet.
    ///
    /// # Errors
    /// [`MailSettingsError`]; never with the password in it.
    pub fn new(url: &str, sender: &str) -> Result<Self, MailSettingsError> {
        // The transport takes the process's cryptography; somebody having set it already is fine.
        drop(rustls::crypto::ring::default_provider().install_default());
        let from = sender.parse().map_err(|_| MailSettingsError::BadSender)?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| MailSettingsError::BadServer)?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { road: Some(Arc::new(Road { transport, from })) })
    }

    /// Without a mail server: every send says so, and screens show links to copy instead.
    pub fn none() -> Self {
        Self { road: None }
    }

    /// Whether mail can be sent at all.
    pub fn is_set(&self) -> bool {
        self.road.is_some()
    }

    /// Sees that the server answers and takes the password.
    ///
    /// # Errors
    /// [`MailError`].
    pub async fn check(&self) -> Result<(), MailError> {
        let road = self.road.as_ref().ok_or(MailError::NoServer)?;
        match road.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(MailError::Later("it does not answer".to_owned())),
            Err(error) => Err(of_smtp(&error)),
        }
    }

    /// Sends a mail; `Ok` once the server has taken it.
    ///
    /// # Errors
    /// [`MailError`].
    pub async fn send(&self, mail: &SendMail) -> Result<(), MailError> {
        let road = self.road.as_ref().ok_or(MailError::NoServer)?;
        let message = message(&road.from, mail)?;
        let sent = road.transport.send(message).await;
        let outcome = if sent.is_ok() { "sent" } else { "failed" };
        metrics::counter!("parvis_mails_total", "outcome" => outcome).increment(1);
        sent.map(drop).map_err(|error| of_smtp(&error))
    }

    /// Handles the [`SendMail`] jobs with this mailer.
    pub fn register(&self, registry: Registry) -> Registry {
        let mailer = self.clone();
        registry.on::<SendMail, _, _>(move |mail, _: JobContext| {
            let mailer = mailer.clone();
            async move {
                match mailer.send(&mail).await {
                    Ok(()) => Ok(Done::Finished),
                    Err(error @ MailError::Later(_)) => Err(JobError::retry(error)),
                    Err(error) => Err(JobError::dead(error)),
                }
            }
        })
    }
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.is_set() { "Mailer(set)" } else { "Mailer(none)" })
    }
}

impl SendMail {
    /// Asks for this mail to be sent once the transaction has committed.
    ///
    /// # Errors
    /// What the database met.
    pub async fn enqueue(
        &self,
        tx: &mut database::Tx,
        how: Enqueue,
    ) -> Result<(), database::Error> {
        jobs::enqueue(tx, self, how).await.map(drop)
    }
}

fn message(from: &Mailbox, mail: &SendMail) -> Result<Message, MailError> {
    let to: Mailbox = mail
        .to
        .parse()
        .or_else(|_| mail.to.parse::<Address>().map(|address| Mailbox::new(None, address)))
        .map_err(|_| MailError::BadAddress)?;
    // A subject of several lines would be several headers.
    let subject = mail.subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut draft = Message::builder().from(from.clone()).to(to).subject(subject);
    if let Some(reply_to) = mail.reply_to.as_deref().and_then(|to| to.parse().ok()) {
        draft = draft.reply_to(reply_to);
    }
    let plain = |id: &&String| id.bytes().all(|b| b.is_ascii_graphic() && !b"<>".contains(&b));
    if let Some(id) = mail.message_id.as_ref().filter(plain) {
        draft = draft.message_id(Some(format!("<{id}>")));
    }
    let built = match &mail.html {
        Some(html) => {
            draft.multipart(MultiPart::alternative_plain_html(mail.text.clone(), html.clone()))
        }
        None => draft.singlepart(
            SinglePart::builder().header(ContentType::TEXT_PLAIN).body(mail.text.clone()),
        ),
    };
    built.map_err(|_| MailError::BadAddress)
}

/// Only an answer of the server that says "never" is lasting.
fn of_smtp(error: &SmtpError) -> MailError {
    let mut last: &dyn std::error::Error = error;
    while let Some(source) = last.source() {
        last = source;
    }
    let detail = last.to_string();
    if error.is_permanent() { MailError::Refused(detail) } else { MailError::Later(detail) }
}
