//! Stories about what platform does at its edges: HTTP out, media, secrets, mail.
#![allow(missing_docs, clippy::unwrap_used, reason = "stories fail loudly")]

mod films;
mod mail;
mod media;
mod outbound;
mod vault;
