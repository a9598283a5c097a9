//! Stories of the screens, through the whole router, on each engine.
#![allow(clippy::unwrap_used, reason = "the helpers of stories fail as stories do")]
#![allow(missing_docs)]

mod account;
mod api;
mod api_desk;
mod api_document;
mod api_plan;
mod api_posts;
mod brand;
mod by_hand;
mod calendar;
mod charter;
mod composer;
mod crises;
mod entrance;
mod escalations;
mod fading;
mod feedback;
mod guards;
mod imports;
mod knowledge;
mod library;
mod measures;
mod moderation;
mod pages;
mod plan;
mod posts;
mod promises;
mod queue;
mod stranger;
mod support;
mod together;
mod words;
