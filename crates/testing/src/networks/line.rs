//! Connections that can be cut in the middle of a request, and the server over them.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::Router;
use axum::extract::connect_info::Connected;
use axum::response::{IntoResponse, Response};
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The handle by which a request's connection is cut.
#[derive(Debug, Clone, Default)]
pub(super) struct Scissors(Arc<AtomicBool>);

impl Scissors {
    /// Cuts the connection: whatever is returned, the client gets no answer.
    pub(super) fn cut(&self) -> Response {
        self.0.store(true, Ordering::SeqCst);
        ().into_response()
    }
}

impl Connected<IncomingStream<'_, Lines>> for Scissors {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        stream.remote_addr().clone()
    }
}

/// A listener whose connections can be cut.
pub(super) struct Lines(TcpListener);

/// A connection that can be cut.
pub(super) struct Line {
    stream: TcpStream,
    scissors: Scissors,
}

impl Listener for Lines {
    type Io = Line;
    type Addr = Scissors;

    async fn accept(&mut self) -> (Line, Scissors) {
        let (stream, _) = Listener::accept(&mut self.0).await;
        // A fake that answers late because of Nagle would only make tests slower.
        let _ = stream.set_nodelay(true);
        let scissors = Scissors::default();
        (Line { stream, scissors: scissors.clone() }, scissors)
    }

    fn local_addr(&self) -> io::Result<Scissors> {
        Ok(Scissors::default())
    }
}

impl Line {
    fn whole(&self) -> io::Result<()> {
        match self.scissors.0.load(Ordering::SeqCst) {
            true => Err(io::Error::from(io::ErrorKind::ConnectionReset)),
            false => Ok(()),
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.whole()?;
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.whole()?;
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.whole()?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// A server that stops when it is dropped.
pub(super) struct Served {
    address: SocketAddr,
    task: JoinHandle<()>,
}

/// A place to listen at, known before the routes are made (they hold their own address).
pub(super) struct Place {
    listener: TcpListener,
    address: SocketAddr,
}

impl Place {
    /// A port of the loopback address; `0` is any free one.
    pub(super) async fn bind(port: u16) -> Place {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("the port is free");
        let address = listener.local_addr().expect("a bound listener has an address");
        Place { listener, address }
    }

    /// `http://127.0.0.1:PORT`.
    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves `router` from now on.
    pub(super) fn serve(self, router: Router) -> Served {
        let service = router.into_make_service_with_connect_info::<Scissors>();
        let lines = Lines(self.listener);
        let task = tokio::spawn(async move {
            if let Err(error) = axum::serve(lines, service).await {
                tracing::error!(%error, "a fake network stopped");
            }
        });
        Served { address: self.address, task }
    }
}

impl Served {
    /// `http://127.0.0.1:PORT`.
    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.task.abort();
    }
}
