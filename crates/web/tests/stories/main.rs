//! Stories of the screens, through the whole router, on each engine.
#![allow(missing_docs)]

mod account;
mod brand;
mod entrance;
mod guards;
mod pages;
mod stranger;
mod support;
mod words;
