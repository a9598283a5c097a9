//! Who works here and what they work with: brands, teammates, roles, sessions, tokens, the
//! activity stream, notifications, media, mail, the vault and the one road to the outside.
//!
//! Words: an [`organization::Organization`] owns [`Brand`]s; a [`Teammate`] works in a brand
//! through a [`Membership`], under a [`Role`] made of [`Right`]s; an [`Actor`] is someone
//! authorized in one brand, and every verb takes one. A verb writes its [`activity`] row in its
//! own transaction: the audit log, notifications and webhooks read that one stream.
//!
//! Imports `jobs`, `database` and `primitives`. Knows nothing of networks, posts or pages.
//!
//! - To add a right, add it to [`Right`] and give it to roles in [`Role::may`].
//! - To add something that is recorded, call [`activity::record`] in the verb; its words on
//!   screen go to the Fluent files of `web`, under the verb's name.
//! - To add a scope of the API, add it to [`token::Scope`].
//! - To tell teammates of something, call [`notification::notify`]; on their devices too,
//!   [`push::tell`].
//! - To open one thing to one person without an account, make a [`Link`] of a purpose of yours.

mod actor;

pub mod activity;
pub mod brand;
pub mod field;
pub mod idempotency;
pub mod invitation;
pub mod link;
pub mod mail;
pub mod media;
pub mod membership;
pub mod mention;
pub mod notification;
pub mod organization;
pub mod outbound;
pub mod push;
mod secret;
pub mod session;
pub mod setup;
pub mod teammate;
pub mod token;
pub mod vault;
pub mod webhook;

pub use activity::Subject;
pub use actor::{Actor, NotAllowed, Right, Role, Who};
pub use brand::Brand;
pub use link::Link;
pub use membership::Membership;
pub use secret::Secret;
pub use session::Session;
pub use teammate::Teammate;
pub use token::ApiToken;
