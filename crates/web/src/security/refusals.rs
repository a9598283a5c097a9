//! Refusals as pages: what happened, what to do, in the person's language.

use std::any::Any;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use maud::{Markup, html};

use crate::frame::{Frame, Page, Shape, Width};
use crate::parts::link_button;
use crate::words::args;
use crate::{Refusal, page_samples};

/// The page of a refusal.
#[derive(Debug, Clone)]
pub struct RefusalPage {
    /// Why.
    pub refusal: Refusal,
}

impl Page for RefusalPage {
    fn samples() -> Vec<Self> {
        Refusal::all().into_iter().map(|refusal| Self { refusal }).collect()
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t(&format!("refusal-{}-title", self.refusal.name()))
    }

    fn shape(&self) -> Shape {
        Shape::Centered(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let key = format!("refusal-{}-lead", self.refusal.name());
        let lead = match self.refusal {
            Refusal::TooMany(seconds) => {
                let wait =
                    words.length(jiff::SignedDuration::from_secs(seconds.try_into().unwrap_or(60)));
                words.tn(&key, args![wait => wait])
            }
            _ => words.t(&key),
        };
        html! {
            div.card.stack {
                h1 { (self.title(frame)) }
                p { (lead) }
                div.row { (link_button(&words.t("refusal-home"), "/", "button-primary")) }
            }
        }
    }
}

page_samples!(RefusalPage);

/// Turns a refusal, or a bare error of a library, into its page or its redirect.
pub(super) fn page(frame: &Frame, response: Response) -> Response {
    let refusal = response.extensions().get::<Refusal>().cloned();
    let refusal = match refusal {
        Some(refusal) => refusal,
        None if is_bare(&response) => match Refusal::of_status(response.status()) {
            Some(refusal) => refusal,
            None => return response,
        },
        None => return response,
    };
    match &refusal {
        Refusal::SignInFirst(asked) => {
            let back = url::form_urlencoded::byte_serialize(asked.as_bytes()).collect::<String>();
            let to = if asked == "/" { "/login".to_owned() } else { format!("/login?back={back}") };
            crate::flash::Go::to(to).into_response()
        }
        Refusal::SecondFactorFirst => crate::flash::Go::to("/login/second-factor").into_response(),
        Refusal::TooMany(seconds) => {
            let seconds = *seconds;
            let mut page = frame.show_as(refusal.status(), &RefusalPage { refusal });
            page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            page
        }
        _ => frame.show_as(refusal.status(), &RefusalPage { refusal }),
    }
}

/// An error whose body is not meant for people.
fn is_bare(response: &Response) -> bool {
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    (status.is_client_error() || status.is_server_error())
        && kind.is_none_or(|kind| kind.starts_with(b"text/plain"))
}

/// What is answered when a handler panics.
pub fn caught(panic: Box<dyn Any + Send + 'static>) -> Response {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    Refusal::fault(format!("a handler panicked: {text}")).into_response()
}
