use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use platform::outbound::{Outbound, OutboundError, OutboundSettings, Part};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

fn client(allow_private: bool) -> Outbound {
    Outbound::new(OutboundSettings {
        allow_private,
        connect_timeout: Duration::from_secs(1),
        total_timeout: Duration::from_secs(2),
        max_body: 1000,
        ..OutboundSettings::default()
    })
    .unwrap()
}

/// A server that does `then` with each connection; its address, and how many came.
async fn server<F, W>(then: F) -> (SocketAddr, Arc<AtomicUsize>)
where
    F: Fn(TcpStream) -> W + Send + 'static,
    W: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let came = Arc::new(AtomicUsize::new(0));
    let count = came.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(then(stream));
        }
    });
    (address, came)
}

/// Reads a request to the end of its body and gives it.
async fn request(stream: &mut TcpStream) -> String {
    let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&seen).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| {
                    line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok()
                })
                .unwrap_or(0);
            if body.len() >= length {
                return text;
            }
        }
        let read = stream.read(&mut buffer).await.unwrap_or(0);
        if read == 0 {
            return text;
        }
        seen.extend_from_slice(&buffer[..read]);
    }
}

/// A server that answers every request with the same bytes, then closes.
async fn answering(bytes: String) -> (SocketAddr, Arc<AtomicUsize>) {
    server(move |mut stream| {
        let bytes = bytes.clone();
        async move {
            request(&mut stream).await;
            stream.write_all(bytes.as_bytes()).await.ok();
            stream.shutdown().await.ok();
        }
    })
    .await
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

fn assert_no_answer(error: &OutboundError) {
    assert!(matches!(error, OutboundError::NoAnswer { .. }), "{error:?}");
    assert!(!error.certainly_not_sent());
}

#[tokio::test]
async fn a_refused_connection_is_certainly_not_sent() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let error = client(true)
        .post(&format!("http://{address}/post?token=hush"))
        .body("x", "text/plain")
        .send()
        .await
        .unwrap_err();
    assert!(matches!(error, OutboundError::NotSent { .. }), "{error:?}");
    assert!(!error.to_string().contains("hush"));
}

#[tokio::test]
async fn an_unknown_name_or_a_bad_address_is_certainly_not_sent() {
    for url in ["http://no-such-name.invalid/", "nonsense", "http://", "http://a b/"] {
        let error = client(true).post(url).send().await.unwrap_err();
        assert!(matches!(error, OutboundError::NotSent { .. }), "{url}: {error:?}");
    }
    let error = client(true).post("http://x.org/").header("x", "a\nb").send().await.unwrap_err();
    assert!(matches!(error, OutboundError::NotSent { .. }), "{error:?}");
}

#[tokio::test]
async fn a_failed_tls_handshake_is_certainly_not_sent() {
    let (other, _) = server(|mut stream| async move {
        stream.write_all(b"HTTP/1.1 400 Bad\r\n\r\n").await.ok();
        tokio::time::sleep(Duration::from_secs(5)).await;
    })
    .await;
    let (silent, _) = server(|stream| async move {
        tokio::time::sleep(Duration::from_secs(5)).await;
        drop(stream);
    })
    .await;
    for address in [other, silent] {
        let error = client(true).post(&format!("https://{address}/")).send().await.unwrap_err();
        assert!(matches!(error, OutboundError::NotSent { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_connection_closed_before_the_request_is_read_leaves_a_doubt() {
    let (address, came) = server(|stream| async move { drop(stream) }).await;
    let url = format!("http://{address}/");
    let error = client(true).post(&url).body("x", "text/plain").send().await.unwrap_err();
    assert_no_answer(&error);
    assert_eq!(came.load(Ordering::SeqCst), 1, "a lost request must not be sent again by itself");
}

#[tokio::test]
async fn a_server_that_reads_and_never_answers_leaves_a_doubt() {
    let (address, came) = server(|mut stream| async move {
        request(&mut stream).await;
        tokio::time::sleep(Duration::from_secs(30)).await;
    })
    .await;
    let started = Instant::now();
    let request = client(true).post(&format!("http://{address}/")).json(&"text");
    let error = request.timeout(Duration::from_millis(300)).send().await.unwrap_err();
    assert_no_answer(&error);
    assert!(started.elapsed() < Duration::from_secs(2));
    assert_eq!(came.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn half_an_answer_a_slow_one_and_a_huge_one_leave_a_doubt() {
    let half_head = "HTTP/1.1 200 OK\r\ncontent-le".to_owned();
    let half_body = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf".to_owned();
    for bytes in [half_head, half_body, "nonsense\r\n\r\n".to_owned(), ok(&"x".repeat(1001))] {
        let (address, came) = answering(bytes).await;
        let error = client(true).post(&format!("http://{address}/")).send().await.unwrap_err();
        assert_no_answer(&error);
        assert_eq!(came.load(Ordering::SeqCst), 1);
    }
    let (address, _) = server(|mut stream| async move {
        request(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n").await.ok();
        for _ in 0..900 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            stream.write_all(b"x").await.ok();
        }
    })
    .await;
    let started = Instant::now();
    let error = client(true).get(&format!("http://{address}/")).send().await.unwrap_err();
    assert_no_answer(&error);
    assert!(started.elapsed() < Duration::from_secs(4));
}

#[tokio::test]
async fn posts_never_share_a_connection_that_may_be_closing() {
    // A server that keeps connections open, and closes each on its second request.
    let (address, came) = server(|mut stream| async move {
        request(&mut stream).await;
        stream.write_all(ok("{}").as_bytes()).await.ok();
        request(&mut stream).await;
    })
    .await;
    let http = client(true);
    for _ in 0..3 {
        http.post(&format!("http://{address}/")).json(&1).send().await.unwrap();
    }
    assert_eq!(came.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn private_addresses_are_out_of_reach() {
    let (address, came) = answering(ok("secret")).await;
    let port = address.port();
    for url in [
        format!("http://127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("http://0x7f.1:{port}/"),
    ] {
        let error = client(false).get(&url).send().await.unwrap_err();
        assert!(matches!(error, OutboundError::Forbidden { .. }), "{url}: {error:?}");
    }
    assert_eq!(came.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_name_that_leads_to_a_private_address_is_refused() {
    // The machine's own name is in its hosts file, on a loopback or private address.
    let name = std::fs::read_to_string("/etc/hostname").unwrap_or_default().trim().to_owned();
    let Ok(mut found) = tokio::net::lookup_host((name.as_str(), 80)).await else { return };
    if name.is_empty() || !found.all(|at| at.ip().is_loopback() || is_private(at)) {
        return;
    }
    let error = client(false).post(&format!("http://{name}/")).send().await.unwrap_err();
    assert!(matches!(error, OutboundError::Forbidden { .. }), "{error:?}");
}

fn is_private(address: SocketAddr) -> bool {
    matches!(address, SocketAddr::V4(v4) if v4.ip().is_private())
}

#[tokio::test]
async fn redirects_are_followed_for_reading_only_and_checked() {
    let (end, _) = answering(ok("there")).await;
    let moved =
        |to: &str| format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n");
    let (start, _) = answering(moved(&format!("http://{end}/end"))).await;
    let http = client(true);
    let answer = http.get(&format!("http://{start}/")).send().await.unwrap();
    assert_eq!((answer.status, answer.text().as_str()), (200, "there"));
    assert_eq!(answer.url.path(), "/end");
    assert_eq!(http.post(&format!("http://{start}/")).send().await.unwrap().status, 302);

    let (elsewhere, _) = answering(moved("file:///etc/passwd")).await;
    let error = http.get(&format!("http://{elsewhere}/")).send().await.unwrap_err();
    assert!(matches!(error, OutboundError::Forbidden { .. }), "{error:?}");

    let (circle, came) = answering(moved("/again")).await;
    assert_no_answer(&http.get(&format!("http://{circle}/")).send().await.unwrap_err());
    assert_eq!(came.load(Ordering::SeqCst), 6);
}

#[tokio::test]
async fn credentials_stay_with_the_server_they_were_meant_for() {
    let (end, _) = server(|mut stream| async move {
        let seen = request(&mut stream).await.to_ascii_lowercase();
        let body = if seen.contains("hush") { "told" } else { "kept" };
        stream.write_all(ok(body).as_bytes()).await.ok();
    })
    .await;
    let moved =
        format!("HTTP/1.1 301 Moved\r\nlocation: http://{end}/\r\ncontent-length: 0\r\n\r\n");
    let (start, _) = answering(moved).await;
    let request = client(true).get(&format!("http://{start}/")).bearer("hush");
    assert_eq!(request.send().await.unwrap().text(), "kept");
    let error = client(false).get("http://example.org/").bearer("hush").send().await.unwrap_err();
    assert!(matches!(error, OutboundError::Forbidden { .. }), "{error:?}");
    assert!(!error.to_string().contains("hush"));
}

#[tokio::test]
async fn bodies_are_sent_as_asked() {
    let (address, _) = server(|mut stream| async move {
        let seen = request(&mut stream).await;
        stream.write_all(ok(&seen.to_lowercase()).as_bytes()).await.ok();
    })
    .await;
    let (http, url) = (client(true), format!("http://{address}/a?b=c"));
    let seen = http.post(&url).query(&[("d", "é")]).json(&[1]).send().await.unwrap().text();
    assert!(seen.starts_with("post /a?b=c&d=%c3%a9 http/1.1"), "{seen}");
    assert!(seen.contains("application/json") && seen.ends_with("[1]"), "{seen}");
    let seen = http.put(&url).form(&[("a", "b c")]).send().await.unwrap().text();
    assert!(seen.ends_with("a=b+c"), "{seen}");
    let file = Part::file("bytes", "one.png", "image/png");
    let parts = vec![("alt", Part::Text("words".to_owned())), ("file", file)];
    let seen = http.post(&url).multipart(parts).send().await.unwrap().text();
    assert!(seen.contains("filename=\"one.png\"") && seen.contains("image/png"), "{seen}");
}

/// A server with a certificate of its own, by OpenSSL's command, if the machine has it.
#[tokio::test]
async fn a_server_is_only_believed_if_its_certificate_is() {
    let folder = tempfile::tempdir().unwrap();
    let openssl = |arguments: &str| {
        let mut command = std::process::Command::new("openssl");
        command.args(arguments.split(' ')).current_dir(folder.path());
        command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null());
        command.stderr(std::process::Stdio::null());
        command
    };
    let make = "req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -days 2 -subj /CN=localhost \
                -addext subjectAltName=DNS:localhost -addext basicConstraints=critical,CA:FALSE";
    let make = make.split_whitespace().collect::<Vec<_>>().join(" ");
    if !openssl(&make).status().is_ok_and(|status| status.success()) {
        return;
    }
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let serve = format!("s_server -accept {port} -cert cert -key key -www -alpn http/1.1");
    let mut serving = openssl(&serve).spawn().unwrap();
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let roots = std::fs::read_to_string(folder.path().join("cert")).unwrap();
    let settings = OutboundSettings { allow_private: true, ..OutboundSettings::default() };
    let stranger = Outbound::new(settings.clone()).unwrap();
    let trusting = OutboundSettings { extra_roots: Some(roots), ..settings.clone() };
    let url = format!("https://localhost:{port}/");
    let believed = Outbound::new(trusting).unwrap().get(&url).bearer("hush").send().await;
    let refused = stranger.post(&url).send().await;
    serving.kill().unwrap();
    serving.wait().unwrap();
    assert_eq!(believed.unwrap().status, 200);
    assert!(matches!(refused, Err(OutboundError::NotSent { .. })), "{refused:?}");
    let nonsense = OutboundSettings {
        extra_roots: Some(
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----".to_owned(),
        ),
        ..settings
    };
    assert!(Outbound::new(nonsense).is_err());
}
