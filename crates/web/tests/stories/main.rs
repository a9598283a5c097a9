//! Stories of the screens, through the whole router, on each engine.
#![allow(missing_docs)]

mod entrance;
mod guards;
mod pages;
mod support;
mod words;
