//! The screens, the forms, the JSON API and the words: the only crate that knows HTTP, and, with
//! `app`, the only one that speaks to people.
//!
//! Words: the [`House`] is what every handler works with; an **area** is a folder of pages under
//! `areas/`, named like its address; a [`Page`] is a struct of the facts it shows; the [`Frame`]
//! is what surrounds it; a [`Refusal`] is what a handler answers when it can't do what was asked;
//! [`Words`] speak a language.
//!
//! May import every room. Nothing but `app` imports it.
//!
//! - To add a page: a file in `areas/AREA/` with its handlers, its [`Page`] struct and
//!   [`page_samples!`]; its route in the area's `routes()`; its words in
//!   `locales/{fr,en}/AREA.ftl`; a story in `tests/stories`.
//! - To add an area: a folder, and its line in `areas.rs`.
//! - To add a piece shared by pages: a function in [`parts`], shown on `/style`.
//! - A handler authorizes by taking [`InBrand`] or [`SignedIn`], reads its [`Form`], calls one
//!   verb of a room, and shows a page or goes elsewhere ([`Go`]). A change of state is a
//!   sub-resource (`POST /b/x/pause`, `POST /b/x/pause/end`).

pub mod areas;
pub mod assets;
pub mod chart;
pub mod flash;
pub mod form;
pub mod frame;
pub mod guest;
pub mod health;
pub mod house;
pub mod letters;
pub mod parts;
mod refusal;
pub mod route;
mod router;
pub mod security;
pub mod session;
pub mod words;

pub use flash::Go;
pub use form::Form;
pub use frame::{Frame, Page, Shape, Width};
pub use house::House;
pub use refusal::Refusal;
pub use route::{Access, Route, Routes};
pub use router::{router, routes, serve};
pub use session::{InBrand, SignedIn, leave_for};
pub use words::{Words, args};
