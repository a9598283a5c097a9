//! The durable queue: work that a verb asks for in its own transaction, done after the commit,
//! at least once, by any of the program's instances; and work that comes round again.
//!
//! Words: a **[`Job`]** is one piece of work, a small serializable struct; its **kind** is its
//! lasting name in the database; a **lease** is the time during which one instance alone works
//! on it; a **dead letter** is a job that failed too often and waits for a person; **recurring
//! work** is a job that the clock asks for.
//!
//! What is promised: a job enqueued in a transaction runs if and only if that transaction
//! commits; two instances never hold the same lease; a job whose instance dies runs again when
//! its lease has run out. So a job may run twice, and calls a verb that bears it.
//!
//! Imports `database` and `primitives` only.
//!
//! To add a job: derive `Serialize` and `Deserialize` on a struct, give it a [`Job::KIND`] that
//! never changes, [`enqueue`] it in the verb, and register its handler with [`Registry::on`]
//! where the program is wired. To add recurring work: [`Registry::every`].

mod backoff;
mod dead_letter;
mod enqueue;
mod job;
mod recurring;
mod registry;
mod restart;
mod run;
mod store;
mod wake;
mod worker;

pub use dead_letter::{DeadLetter, Scope, dead_letter_count, dead_letters, discard, retry};
pub use enqueue::{Backlog, Enqueue, JobRecord, backlog, enqueue};
pub use job::{Done, Job, JobContext, JobError};
pub use registry::Registry;
pub use restart::release_all;
pub use run::{RanDue, RunDueError, run_due};
pub use worker::{Instance, Worker, WorkerSettings};
