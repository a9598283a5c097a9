//! Stories about counting, finding entities, folding and recognising texts.

mod counting;
mod entities;
mod folding;
mod properties;
