//! Text: counting, entities and folding. Rules are data; nothing here reads or writes anything.
