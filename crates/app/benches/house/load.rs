//! A load generator: kept connections, one request at a time on each. Closed: as many requests
//! as the server answers. Open: requests leave on the clock, whether or not others are answered,
//! and each is timed from when it should have left, so that no slowness hides another.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

/// Kept connections.
const CONNECTIONS: usize = 16;

/// What is asked, as the bytes of a request.
#[derive(Clone)]
pub struct Asked {
    pub address: SocketAddr,
    request: Arc<str>,
}

impl Asked {
    pub fn page(address: SocketAddr, path: &str, cookies: &str) -> Asked {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookies}\r\nAccept: text/html\r\n\r\n"
        );
        Asked { address, request: request.into() }
    }

    /// A form as a script of the page sends it.
    pub fn form(address: SocketAddr, path: &str, cookies: &str, csrf: &str, body: &str) -> Asked {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookies}\r\nX-CSRF-Token: {csrf}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        Asked { address, request: request.into() }
    }
}

/// Times of answers, in milliseconds, sorted; and how many answers a second.
pub struct Measured {
    pub per_second: f64,
    pub bytes: usize,
    times: Vec<f64>,
}

impl Measured {
    /// The time that this share of the answers does not exceed.
    pub fn quantile(&self, share: f64) -> f64 {
        let last = self.times.len().saturating_sub(1);
        self.times.get((last as f64 * share).round() as usize).copied().unwrap_or(f64::NAN)
    }

    fn of(mut times: Vec<f64>, bytes: usize, took: Duration) -> Measured {
        times.sort_by(f64::total_cmp);
        Measured { per_second: times.len() as f64 / took.as_secs_f64(), bytes, times }
    }
}

/// Reads one page, on a connection of its own; its size.
pub async fn page(address: SocketAddr, path: &str, cookies: &str) -> io::Result<usize> {
    Line::open(&Asked::page(address, path, cookies)).await?.ask().await
}

/// Reads one page whole, on a connection of its own.
pub async fn text(address: SocketAddr, path: &str, cookies: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookies}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await?;
    let mut read = Vec::new();
    stream.read_to_end(&mut read).await?;
    Ok(String::from_utf8_lossy(&read).into_owned())
}

/// As many requests as are answered.
pub async fn closed(asked: &Asked, seconds: u64) -> Measured {
    let (began, mut lines) = (Instant::now(), JoinSet::new());
    let end = began + Duration::from_secs(seconds);
    for _ in 0..CONNECTIONS {
        let asked = asked.clone();
        lines.spawn(async move {
            let mut line = Line::open(&asked).await.expect("the server takes connections");
            let (mut times, mut bytes) = (Vec::new(), 0);
            while Instant::now() < end {
                let left = Instant::now();
                bytes = line.ask().await.expect("the server answers");
                times.push(left.elapsed().as_secs_f64() * 1000.0);
            }
            (times, bytes)
        });
    }
    let (mut times, mut bytes) = (Vec::new(), 0);
    while let Some(line) = lines.join_next().await {
        let (of_line, size) = line.expect("a line ends");
        times.extend(of_line);
        bytes = size;
    }
    Measured::of(times, bytes, began.elapsed())
}

/// So many requests a second, on the clock.
pub async fn open(asked: &Asked, rate: u32, seconds: u64) -> Measured {
    let (due, waiting) = mpsc::unbounded_channel::<Instant>();
    let waiting = Arc::new(Mutex::new(waiting));
    let mut lines = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (asked, waiting) = (asked.clone(), waiting.clone());
        lines.spawn(async move {
            let mut line = Line::open(&asked).await.expect("the server takes connections");
            let (mut times, mut bytes) = (Vec::new(), 0);
            loop {
                let next = waiting.lock().await.recv().await;
                let Some(left) = next else { return (times, bytes) };
                bytes = line.ask().await.expect("the server answers");
                times.push(left.elapsed().as_secs_f64() * 1000.0);
            }
        });
    }
    // The lines connect first.
    tokio::time::sleep(Duration::from_millis(200)).await;
    let began = Instant::now();
    for number in 0..u64::from(rate) * seconds {
        let at = began + Duration::from_secs(1) * u32::try_from(number).unwrap_or(u32::MAX) / rate;
        sleep_until(at).await;
        // Timed from when the timer let us know: its own grain, a millisecond, is not the server's.
        let _ = due.send(Instant::now().max(at));
    }
    drop(due);
    let (mut times, mut bytes) = (Vec::new(), 0);
    while let Some(line) = lines.join_next().await {
        let (of_line, size) = line.expect("a line ends");
        times.extend(of_line);
        bytes = bytes.max(size);
    }
    Measured::of(times, bytes, began.elapsed())
}

/// One kept connection.
struct Line {
    stream: TcpStream,
    request: Arc<str>,
    read: Vec<u8>,
}

impl Line {
    async fn open(asked: &Asked) -> io::Result<Line> {
        let stream = TcpStream::connect(asked.address).await?;
        stream.set_nodelay(true)?;
        Ok(Line { stream, request: asked.request.clone(), read: Vec::with_capacity(1 << 16) })
    }

    /// Asks, reads the answer whole; its size. Anything but 200 is an error.
    async fn ask(&mut self) -> io::Result<usize> {
        self.stream.write_all(self.request.as_bytes()).await?;
        self.read.clear();
        loop {
            if self.stream.read_buf(&mut self.read).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let Some(head) = find(&self.read, b"\r\n\r\n") else { continue };
            let text = String::from_utf8_lossy(&self.read[..head]).to_ascii_lowercase();
            if !text.starts_with("http/1.1 200") {
                let first = text.lines().next().unwrap_or_default().to_owned();
                return Err(io::Error::other(first));
            }
            let length = text.lines().find_map(|line| line.strip_prefix("content-length:"));
            let whole = match length.and_then(|length| length.trim().parse::<usize>().ok()) {
                Some(length) => self.read.len() >= head + 4 + length,
                None => self.read.ends_with(b"0\r\n\r\n"),
            };
            if whole {
                return Ok(self.read.len() - head - 4);
            }
        }
    }
}

fn find(all: &[u8], wanted: &[u8]) -> Option<usize> {
    all.windows(wanted.len()).position(|window| window == wanted)
}
