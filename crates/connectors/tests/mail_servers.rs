//! The mailbox of a brand on real servers, when they run (`tests/servers/with.sh mail`): Dovecot
//! keeps letters, an SMTP server takes them, and lines break where it hurts.
#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

#[path = "support/mod.rs"]
mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use channels::connector::{Connected, Inbox, Publish, Watch};
use channels::{
    Call, Content, Found, InboxItem, Machine, NetworkError, Outcome, Piece, Rejection, ReplyTarget,
};
use connectors::mail::Mail;
use platform::outbound::{Outbound, OutboundSettings};
use primitives::Ambient;
use support::{Keeper, call, connected, picture, published, says, staged};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

fn variable(name: &str) -> Option<String> {
    std::env::var(format!("PARVIS_TEST_MAIL_{name}")).ok().filter(|value| !value.is_empty())
}

fn given(name: &str) -> String {
    variable(name).unwrap_or_else(|| panic!("PARVIS_TEST_MAIL_{name} is not set"))
}

fn outbound(private: bool, trusts: bool) -> Outbound {
    let authority = std::fs::read_to_string(given("AUTHORITY")).unwrap();
    Outbound::new(OutboundSettings {
        allow_private: private,
        total_timeout: Duration::from_secs(8),
        connect_timeout: Duration::from_secs(4),
        extra_roots: trusts.then_some(authority),
        ..OutboundSettings::default()
    })
    .unwrap()
}

async fn signed_in(
    http: &Outbound,
    address: &str,
    password: &str,
    imap: &str,
    smtp: &str,
) -> Result<Connected, NetworkError> {
    let answers = [
        ("address", address),
        ("password", password),
        ("imap", imap),
        ("smtp", smtp),
        ("name", "Le Fournil"),
    ];
    connected(&Mail, http, "servers", &answers).await
}

/// A mailbox, connected; `smtp` when letters go through another door.
async fn mailbox(address: &str, smtp: Option<&str>) -> Call {
    let http = outbound(true, true);
    let (password, imap, usual) = (given("PASSWORD"), given("IMAP"), given("SMTP"));
    let account =
        signed_in(&http, address, &password, &imap, smtp.unwrap_or(&usual)).await.unwrap();
    call(&account, &http, Keeper::of(&account))
}

fn unique(text: &str) -> String {
    format!("{text} {}", Ambient::real().new_id::<()>())
}

/// What the customer's own program sends: raw, through the front door.
async fn letter(to: &str, subject: &str, id: &str, more: &str, words: &str) {
    use lettre::transport::smtp::authentication::Credentials;
    use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
    use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
    let server = given("SMTP");
    let port = server.rsplit(':').next().unwrap().parse().unwrap();
    let authority = std::fs::read(given("AUTHORITY")).unwrap();
    let tls = TlsParameters::builder("localhost".to_owned())
        .add_root_certificate(Certificate::from_pem(&authority).unwrap())
        .build()
        .unwrap();
    let customer = given("CUSTOMER");
    let transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("localhost")
        .port(port)
        .tls(Tls::Wrapper(tls))
        .credentials(Credentials::new(customer.clone(), given("PASSWORD")))
        .build();
    let envelope =
        lettre::address::Envelope::new(Some(customer.parse().unwrap()), vec![to.parse().unwrap()]);
    let raw = format!(
        "From: Camille <{customer}>\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{id}>\r\n\
         {more}\r\n{words}\r\n"
    );
    transport.send_raw(&envelope.unwrap(), raw.as_bytes()).await.unwrap();
}

/// Reads a mailbox until a letter on that subject is there.
async fn comes(call: &Call, subject: &str) -> InboxItem {
    for _ in 0..100 {
        if let Some(item) = all(call).await.into_iter().rev().find(|item| on(item, subject)) {
            return item;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nothing on {subject:?} came")
}

fn on(item: &InboxItem, subject: &str) -> bool {
    item.letter.as_ref().is_some_and(|letter| letter.subject == subject)
}

/// Everything in a mailbox, from its beginning.
async fn all(call: &Call) -> Vec<InboxItem> {
    let (mut items, mut cursor) = (Vec::new(), None);
    loop {
        let batch = Mail.poll(call, cursor.as_deref()).await.unwrap();
        items.extend(batch.items);
        cursor = batch.cursor;
        if !batch.more {
            return items;
        }
    }
}

fn answering(item: &InboxItem, text: &str) -> Content {
    let target = ReplyTarget {
        remote_id: item.remote_id.clone(),
        root: None,
        handle: item.author.handle.clone(),
        data: item.data.clone(),
    };
    Content { reply_to: Some(target), ..says(text) }
}

#[tokio::test]
async fn connecting_says_in_what_it_fails() {
    if variable("IMAP").is_none() {
        return;
    }
    let (address, password) = (given("ADDRESS"), given("PASSWORD"));
    let (imap, smtp) = (given("IMAP"), given("SMTP"));
    let trusting = outbound(true, true);
    let account = signed_in(&trusting, &address, &password, &imap, &smtp).await.unwrap();
    assert_eq!((account.handle.as_str(), account.name.as_str()), (address.as_str(), "Le Fournil"));
    assert!(account.limits.answers_only);
    let asked = (given("IMAP_ASKED"), given("SMTP_ASKED"));
    signed_in(&trusting, &address, &password, &asked.0, &asked.1).await.unwrap();

    let reason = |result: Result<Connected, NetworkError>| match result.unwrap_err() {
        NetworkError::Rejected { reason, detail } => {
            assert!(!detail.contains(&password), "{detail}");
            reason
        }
        other => panic!("{other}"),
    };
    let wrong = signed_in(&trusting, &address, "un autre mot", &imap, &smtp).await;
    assert_eq!(reason(wrong), Rejection::WrongCredentials);
    let stranger = outbound(true, false);
    for (imap, smtp) in [(&imap, &smtp), (&asked.0, &asked.1)] {
        let unproved = signed_in(&stranger, &address, &password, imap, smtp).await;
        assert_eq!(reason(unproved), Rejection::NotSecure);
    }
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let closed = format!("imaps://localhost:{nobody}");
    let closed = signed_in(&trusting, &address, &password, &closed, &smtp).await.unwrap_err();
    assert!(matches!(closed, NetworkError::Retry { .. }), "{closed}");
    let public = outbound(false, true);
    let private = signed_in(&public, &address, &password, &imap, &smtp).await;
    assert_eq!(reason(private), Rejection::NotThisNetwork);
}

#[tokio::test]
async fn what_comes_is_told_within_a_second_and_an_answer_stands_in_its_thread() {
    if variable("IMAP").is_none() {
        return;
    }
    let brand = mailbox(&given("ADDRESS"), None).await;
    let (told, watched) = (Arc::new(AtomicUsize::new(0)), brand.clone());
    let count = told.clone();
    let watch = tokio::spawn(async move {
        let news = move || {
            count.fetch_add(1, Ordering::SeqCst);
        };
        Mail.watch(&watched, &news).await
    });
    let told_after = async |before: usize| {
        while told.load(Ordering::SeqCst) <= before {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    told_after(0).await;
    let (subject, id) = (unique("Du sésame"), unique("id").replace(' ', "."));
    let before = told.load(Ordering::SeqCst);
    letter(&brand.handle, &subject, &format!("{id}@exemple.test"), "", "Y en a-t-il ?").await;
    let sent = Instant::now();
    tokio::time::timeout(Duration::from_secs(1), told_after(before)).await.expect("told in time");
    println!("told {:?} after the letter was taken", sent.elapsed());
    watch.abort();

    let item = comes(&brand, &subject).await;
    assert_eq!(item.text, format!("{subject}\n\nY en a-t-il ?"));
    let image = picture(&brand, 40, 30, "La tourte").await;
    let content = Content { media: vec![image], ..answering(&item, "Non, aucun.\n.\nÀ samedi !") };
    let ours = published(&Mail, &brand, &content).await;

    let customer = mailbox(&given("CUSTOMER"), None).await;
    let answer = comes(&customer, &subject).await;
    assert_eq!(answer.remote_id, ours.id);
    assert_eq!(answer.in_reply_to.as_deref(), Some(item.remote_id.as_str()));
    assert_eq!(answer.text, "Non, aucun.\n.\nÀ samedi !");
    let letter = answer.letter.as_ref().unwrap();
    assert_eq!(
        (letter.thread.as_slice(), letter.answers),
        ([item.remote_id.clone()].as_slice(), true)
    );
    assert_eq!((letter.files.len(), letter.files[0].content_type.as_str()), (1, "image/png"));
    assert_eq!(
        (answer.author.handle.as_str(), answer.author.name.as_str()),
        (brand.handle.as_str(), "Le Fournil")
    );
    let piece = Piece { data: answer.data.clone(), ..Piece::default() };
    let file = Mail.file(&customer, &piece, 0).await.unwrap();
    assert!(file.starts_with(b"\x89PNG"));
    let none = Mail.file(&customer, &piece, 1).await.unwrap_err();
    assert!(matches!(none, NetworkError::Rejected { .. }), "{none}");
}

#[tokio::test]
async fn our_answer_is_among_sent_letters_once_and_reading_goes_on_where_it_stopped() {
    if variable("IMAP").is_none() {
        return;
    }
    let brand = mailbox(&given("ADDRESS"), None).await;
    let (subject, id) = (unique("Horaires"), unique("h").replace(' ', "."));
    letter(&brand.handle, &subject, &format!("{id}@exemple.test"), "", "Le lundi ?").await;
    let item = comes(&brand, &subject).await;
    let mut cursor = None;
    loop {
        let batch = Mail.poll(&brand, cursor.as_deref()).await.unwrap();
        cursor = batch.cursor;
        if !batch.more {
            break;
        }
    }
    // Delivered twice, as post offices do: it is the same letter.
    letter(&brand.handle, &subject, &format!("{id}@exemple.test"), "", "Le lundi ?").await;
    let prepared = staged(&Mail, &brand, &answering(&item, "Fermé le lundi.")).await;
    let absent = Mail.find(&brand, &prepared, &[]).await.unwrap();
    assert_eq!(absent, Found::CannotTell(Vec::new()), "what is not there may yet have left");
    let outcome = Mail.send(&brand, &prepared).await.unwrap();
    let Outcome::Published(ours) = outcome else { panic!("{outcome:?}") };
    assert_eq!(Mail.find(&brand, &prepared, &[]).await.unwrap(), Found::There(ours.clone()));
    let next = Mail.poll(&brand, cursor.as_deref()).await.unwrap();
    let here: Vec<_> = next.items.iter().filter(|item| on(item, &subject)).collect();
    let ids: Vec<_> = here.iter().map(|item| item.remote_id.as_str()).collect();
    assert_eq!(ids.iter().filter(|one| **one == item.remote_id).count(), 1, "{ids:?}");
    assert_eq!(ids.iter().filter(|one| **one == ours.id).count(), 1, "{ids:?}");
    let copy = here.iter().find(|item| item.remote_id == ours.id).unwrap();
    assert_eq!(copy.author.remote_id, brand.remote_account_id, "it is ours");
    let again = Mail.reread(&brand, item.at, None).await.unwrap();
    assert!(again.items.iter().any(|one| one.remote_id == item.remote_id));
}

/// A door to a server through which only so many bytes pass to it; then, the line is cut, with
/// (`answers`) or without letting it say anything more.
async fn door(to: &str, bytes: usize, after_all: bool) -> String {
    let port: u16 = to.rsplit(':').next().unwrap().parse().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("smtps://localhost:{}", listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        while let Ok((mut inside, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut outside = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
                let (mut passed, mut buffer, mut back) = (0, [0; 4096], [0; 4096]);
                loop {
                    let full = passed >= bytes;
                    if full && !after_all {
                        return;
                    }
                    tokio::select! {
                        read = inside.read(&mut buffer) => match read {
                            Ok(count @ 1..) => {
                                passed += count;
                                outside.write_all(&buffer[..count]).await.unwrap();
                            }
                            _ => return,
                        },
                        read = outside.read(&mut back) => match read {
                            // What it says once it has the letter is lost.
                            Ok(1..) if full => return,
                            Ok(count @ 1..) => inside.write_all(&back[..count]).await.unwrap(),
                            _ => return,
                        },
                    }
                }
            });
        }
    });
    address
}

#[tokio::test]
async fn a_line_cut_in_the_middle_is_never_called_sent_nor_refused() {
    if variable("IMAP").is_none() {
        return;
    }
    let brand = mailbox(&given("ADDRESS"), None).await;
    let customer = mailbox(&given("CUSTOMER"), None).await;
    let long = "Une longue réponse sur le levain. ".repeat(400);
    // (where it is cut, after all has passed, what is said, how many letters arrive)
    for (bytes, after_all, arrives) in [(9_000, false, 0), (14_000, true, 1)] {
        let (subject, id) = (unique("Coupure"), unique("c").replace(' ', "."));
        letter(&brand.handle, &subject, &format!("{id}@exemple.test"), "", "Alors ?").await;
        let item = comes(&brand, &subject).await;
        let prepared = staged(&Mail, &brand, &answering(&item, &long)).await;
        let through =
            mailbox_through(&given("ADDRESS"), &door(&given("SMTP"), bytes, after_all).await).await;
        let outcome = Mail.send(&through, &prepared).await;
        assert!(matches!(outcome, Ok(Outcome::Uncertain { .. })), "{bytes}: {outcome:?}");
        let found = Mail.find(&brand, &prepared, &[]).await.unwrap();
        assert_eq!(found, Found::CannotTell(Vec::new()), "a person must look");
        tokio::time::sleep(Duration::from_millis(200)).await;
        let there = all(&customer).await.iter().filter(|item| on(item, &subject)).count();
        assert_eq!(there, arrives, "{bytes}");
    }
    // Before anything was said, it is certain that nothing left.
    let item = all(&brand).await.pop().unwrap();
    let prepared = staged(&Mail, &brand, &answering(&item, "Court")).await;
    let early = mailbox_through(&given("ADDRESS"), &door(&given("SMTP"), 200, false).await).await;
    let error = Mail.send(&early, &prepared).await.unwrap_err();
    assert!(matches!(error, NetworkError::Retry { .. }), "{error}");
}

/// The mailbox, its letters going through another door than the one it was connected by.
async fn mailbox_through(address: &str, smtp: &str) -> Call {
    let http = outbound(true, true);
    let (password, imap, usual) = (given("PASSWORD"), given("IMAP"), given("SMTP"));
    let mut account = signed_in(&http, address, &password, &imap, &usual).await.unwrap();
    let port: u16 = smtp.rsplit(':').next().unwrap().parse().unwrap();
    account.credentials["smtp"]["port"] = port.into();
    call(&account, &http, Keeper::of(&account))
}

#[tokio::test]
async fn a_letter_to_nobody_comes_back_and_says_why() {
    if variable("IMAP").is_none() {
        return;
    }
    let brand = mailbox(&given("ADDRESS"), None).await;
    let (subject, id) = (unique("Retour"), unique("r").replace(' ', "."));
    let more = "Reply-To: personne@exemple.test\r\n";
    letter(&brand.handle, &subject, &format!("{id}@exemple.test"), more, "Répondez là-bas").await;
    let item = comes(&brand, &subject).await;
    let ours = published(&Mail, &brand, &answering(&item, "Voici.")).await;
    let back = comes(&brand, "Undelivered Mail Returned to Sender");
    let mut back = back.await.letter.unwrap();
    for _ in 0..50 {
        if back.undelivered.as_ref().is_some_and(|undelivered| undelivered.letter == ours.id) {
            break;
        }
        back = comes(&brand, "Undelivered Mail Returned to Sender").await.letter.unwrap();
    }
    assert_eq!(back.machine, Some(Machine::Bounce));
    let undelivered = back.undelivered.unwrap();
    assert_eq!(undelivered.letter, ours.id);
    assert!(undelivered.reason.contains("User unknown"), "{}", undelivered.reason);

    // Refused at the door, it never left.
    for (whom, lasting) in [("refusee@exemple.test", true), ("plus-tard@exemple.test", false)] {
        let mut item = item.clone();
        item.data["to"] = serde_json::json!([whom]);
        let prepared = staged(&Mail, &brand, &answering(&item, "Voici.")).await;
        let error = Mail.send(&brand, &prepared).await.unwrap_err();
        assert_eq!(matches!(error, NetworkError::Rejected { .. }), lasting, "{error}");
        assert_eq!(matches!(error, NetworkError::Retry { .. }), !lasting, "{error}");
    }
}

#[tokio::test]
async fn nothing_is_lost_when_the_server_numbers_letters_anew() {
    if variable("IMAP").is_none() {
        return;
    }
    let address = given("RENUMBERED");
    let moved = mailbox(&address, None).await;
    let mut ids = Vec::new();
    for number in 0..3 {
        let id = format!("{}@exemple.test", unique("n").replace(' ', "."));
        letter(&address, &format!("Lettre {number}"), &id, "", "Mots").await;
        comes(&moved, &format!("Lettre {number}")).await;
        ids.push(id);
    }
    let before = Mail.poll(&moved, None).await.unwrap();
    let nothing = Mail.poll(&moved, before.cursor.as_deref()).await.unwrap();
    assert!(nothing.items.is_empty());
    let folder = std::path::Path::new(&given("BOXES")).join(&address);
    for entry in std::fs::read_dir(&folder).unwrap().flatten() {
        if entry.file_name().to_string_lossy().starts_with("dovecot") {
            std::fs::remove_file(entry.path()).unwrap();
        }
    }
    // Numbers may begin at the same instant: another second, another numbering.
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let id = format!("{}@exemple.test", unique("n").replace(' ', "."));
    letter(&address, "Lettre 3", &id, "", "Mots").await;
    ids.push(id);
    comes(&moved, "Lettre 3").await;
    let after = Mail.poll(&moved, before.cursor.as_deref()).await.unwrap();
    for id in &ids {
        assert!(after.items.iter().any(|item| item.remote_id == *id), "{id} is lost");
    }
    assert_ne!(before.cursor, after.cursor);
}
