//! Keeping the place fair: rules applied to what comes, messages that a person looks at, what is
//! decided and why, and what its author may say against it.
//!
//! Words: a [`Rule`] holds conditions and actions, tried in order at arrival (`examine`); what
//! it did is a [`Run`]; a [`Case`] is a message that waits for a person; a [`Ruling`] is what was
//! decided about one, on a [`Ground`] (the law, or a [`Clause`] of the house rules); a
//! [`Sanction`] is what an author may not do for a while; a [`Statement`] tells the author what
//! was decided and why (regulation (EU) 2022/2065, article 17), a [`Complaint`] is what they say
//! against it (article 20), always answered by a person. Everything is in the [`Entry`] log.
//!
//! Nothing is done at a network inside the transaction that decides: a job does it
//! ([`Enforce`], [`SanctionAtNetwork`], [`crate::ActOnMessage`]), and what the network can't do
//! comes back to a person.
//!
//! To add a condition: a variant of [`What`], its fact in `facts.rs`, its fields in `web`.

mod arrive;
mod case;
mod clause;
mod complaint;
mod condition;
mod enforce;
mod facts;
mod figures;
mod ground;
mod log;
mod pattern;
mod proposal;
mod rule;
mod ruling;
mod run;
mod sanction;
mod statement;
mod store;
mod trial;

pub use case::{Because, Case, CaseCounts};
pub use clause::{Clause, ClauseEdit, ClauseError, HouseRules, OpenHouseRules};
pub use complaint::{Complaint, ComplaintError, ComplaintState};
pub use condition::{Condition, What, Why};
pub use enforce::{Enforce, SanctionAtNetwork, TellAuthor, enforce, sanction_at_network};
pub use figures::{FiguresError, Share, Year, year, years};
pub use ground::{Ground, Law, NewGround};
pub use language::{Harm, Tone};
pub use log::{Entry, LogAsked, LogError};
pub use pattern::PatternError;
pub use proposal::{Proposal, proposed_answer};
pub use rule::{Action, Joined, NewRule, PriorityWord, Rule, RuleError};
pub use ruling::{Decision, NewRuling, Reached, Ruling, RulingError, ToldHow};
pub use run::{Did, Outcome, Report, Run, RunError};
pub use sanction::{AtNetwork, NewSanction, Sanction, SanctionError, SanctionKind};
pub use statement::{OpenStatement, Statement};
pub use trial::{Example, RunTrial, Trial, TrialError, TrialOf, TrialState, run_trial};

pub(crate) use arrive::{arrived, examine};
pub(crate) use enforce::deed_failed;
