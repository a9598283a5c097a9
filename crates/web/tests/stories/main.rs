//! Stories of the screens, through the whole router, on each engine.
#![allow(missing_docs)]

mod pages;
mod words;
