use std::net::SocketAddr;

use platform::mail::{MailError, MailSettingsError, Mailer, SendMail};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A mail server that takes one mail, and answers RCPT as told; its address and what it was sent.
async fn server(recipient: &'static str) -> (SocketAddr, oneshot::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, told) = oneshot::channel();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let (mut seen, mut in_data) = (String::new(), false);
        write.write_all(b"220 here\r\n").await.unwrap();
        while let Ok(Some(line)) = lines.next_line().await {
            seen.push_str(&line);
            seen.push('\n');
            let answer = match line.split(' ').next().unwrap_or_default() {
                "." => {
                    in_data = false;
                    "250 taken"
                }
                _ if in_data => continue,
                "DATA" => {
                    in_data = true;
                    "354 go on"
                }
                "RCPT" => recipient,
                "QUIT" => "221 bye",
                _ => "250 yes",
            };
            if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() || line == "." {
                break;
            }
        }
        tell.send(seen).ok();
    });
    (address, told)
}

fn mail() -> SendMail {
    SendMail {
        to: "Zoé <zoe@example.org>".to_owned(),
        subject: "Invitation\r\nBcc: other@example.org".to_owned(),
        text: "Bonjour.".to_owned(),
        html: Some("<p>Bonjour.</p>".to_owned()),
        reply_to: None,
        message_id: None,
    }
}

fn mailer(server: SocketAddr) -> Mailer {
    Mailer::new(&format!("smtp://{server}"), "Parvis <parvis@example.org>").unwrap()
}

#[tokio::test]
async fn a_mail_reaches_the_server_whole_and_its_subject_stays_on_one_line() {
    let (address, told) = server("250 yes").await;
    mailer(address).send(&mail()).await.unwrap();
    let seen = told.await.unwrap();
    assert!(seen.contains("RCPT TO:<zoe@example.org>"), "{seen}");
    assert!(seen.contains("text/plain") && seen.contains("text/html"), "{seen}");
    assert!(!seen.contains("\nBcc:"), "{seen}");
}

#[tokio::test]
async fn a_refusal_is_lasting_and_a_busy_or_absent_server_is_not() {
    let (address, _told) = server("550 unknown").await;
    let error = mailer(address).send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Refused(_)), "{error:?}");
    let (address, _told) = server("450 busy").await;
    let error = mailer(address).send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Later(_)), "{error:?}");
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = mailer(free).send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Later(_)), "{error:?}");
}

#[tokio::test]
async fn without_a_server_mail_says_so() {
    assert_eq!(Mailer::none().send(&mail()).await, Err(MailError::NoServer));
    assert!(!Mailer::none().is_set());
}

#[tokio::test]
async fn settings_are_checked_and_never_show_the_password() {
    let bad = Mailer::new("http://x:hush@example.org", "parvis@example.org").unwrap_err();
    assert_eq!(bad, MailSettingsError::BadServer);
    assert!(!bad.to_string().contains("hush"));
    let bad = Mailer::new("smtp://localhost", "nobody").unwrap_err();
    assert_eq!(bad, MailSettingsError::BadSender);
    let broken = SendMail { to: "nobody".to_owned(), ..mail() };
    let mailer = Mailer::new("smtp://localhost:1", "parvis@example.org").unwrap();
    assert_eq!(mailer.send(&broken).await, Err(MailError::BadAddress));
}
