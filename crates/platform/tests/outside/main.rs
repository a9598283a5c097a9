//! Stories about what platform does at its edges: HTTP out, media, secrets, mail.

mod mail;
mod media;
mod outbound;
mod vault;
