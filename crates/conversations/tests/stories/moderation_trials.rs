//! Rules tried on what was said before.

use conversations::moderation::{
    Action, Rule, RunTrial, Trial, TrialError, TrialState, What, run_trial,
};
use jobs::Done;

use crate::moderation_rules::{mentions, rule, rulings, words};
use crate::world::worlds;

#[tokio::test]
async fn a_trial_shows_what_a_rule_would_have_done_and_changes_nothing() {
    for world in worlds().await {
        mentions(&world, "m1", "lea", "Bonjour").await;
        mentions(&world, "m2", "karl", "Abruti").await;
        mentions(&world, "m3", "karl", "Encore, abruti").await;
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        let tried = rule("Insultes", words("abruti*"), vec![Action::Hide]);
        let tried = Rule::add(tried, louise, &mut tx).await.unwrap();
        let other = Rule::add(rule("Tout", What::FirstMessage, vec![Action::Ask]), louise, &mut tx);
        let other = other.await.unwrap();
        let far = Trial::begin(Some(tried.id), 0, 100, louise, &mut tx).await;
        assert!(matches!(far, Err(TrialError::TooFar)));
        let trial = Trial::begin(Some(tried.id), 30, 100, louise, &mut tx).await.unwrap();
        let all = Trial::begin(None, 30, 2, louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        for one in [&trial, &all] {
            let job = RunTrial { trial: one.id, brand: louise.brand() };
            while run_trial(&world.engine.database, &job).await.unwrap() != Done::Finished {}
        }
        let mut tx = world.engine.read().await.unwrap();
        let trial = Trial::load(trial.id, louise, &mut tx).await.unwrap();
        assert_eq!((trial.state, trial.looked, trial.touched), (TrialState::Done, 3, 2));
        assert_eq!(trial.of.len(), 1, "a rule that is off is not tried along");
        assert_eq!(trial.of[0].examples[0].said, "Encore, abruti");
        let all = Trial::load(all.id, louise, &mut tx).await.unwrap();
        assert_eq!(all.looked, 2, "no more than asked");
        let first = all.of.iter().find(|of| of.rule == other.id).unwrap();
        assert_eq!(first.count, 1, "as things stood when it was said");
        drop(tx);
        assert!(rulings(&world).await.is_empty());
        assert_eq!(world.count("moderation_run").await, 0);
    }
}
