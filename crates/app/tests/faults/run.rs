//! One run: what is held where, when the program is killed, and the wait for everything to rest.

use std::collections::BTreeMap;
use std::time::Duration;

use channels::Publication;
use channels::publication::StateName;
use jiff::Timestamp;
use primitives::{Ambient, Id};
use testing::networks::{Hold, Point};
use tokio::time::{Instant, sleep};

use crate::house::{House, in_millis, until};
use crate::judge::{self, Case};
use crate::plan::{Moment, RunPlan};

/// How long a batch may take to come to rest, after the last restart.
const PATIENCE: Duration = Duration::from_secs(150);
/// Between the plan and the due time.
const NOTICE: i64 = 1500;
/// How long after the due time refused networks are there again.
const REFUSED: i64 = 3500;
/// How long the first request held waits for the others: less than a request may take.
const GATHER: Duration = Duration::from_millis(1300);
/// How long a program that is let go takes to come to the lock, give or take.
const TO_THE_LOCK: Duration = Duration::from_millis(500);

/// Where each publication stood when the program was killed.
pub type AtKill = BTreeMap<Id<Publication>, StateName>;

/// Tells one run, from the set-up to the judgement.
pub async fn tell(plan: RunPlan) -> Vec<Case> {
    let mut house = House::open(plan).await;
    hold_from_the_start(&house);
    let due_at = in_millis(NOTICE);
    let batch = house.plan_batch(due_at).await;
    let at_kill = play(&mut house, due_at).await;
    until(due_at + jiff::SignedDuration::from_millis(REFUSED)).await;
    house.networks.iter_mut().for_each(crate::network::Network::open_door);
    rest(&house).await;
    judge::cases(&house, &batch, &at_kill).await
}

fn hold_from_the_start(house: &House) {
    let hold = match house.plan.moment {
        Moment::Staging | Moment::AtTheDoor => (Point::Upload, Hold::Arrived),
        Moment::RequestLeft => (Point::Publish, Hold::Arrived),
        Moment::Accepted | Moment::AnswerUnwritten => (Point::Publish, Hold::Done),
        Moment::Looking => (Point::Read, Hold::Arrived),
        _ => return,
    };
    let through = house.plan.part.unwrap_or(0);
    house.networks.iter().for_each(|network| network.hold_after(hold.0, hold.1, through));
}

/// Lets the program work until the moment, and kills it.
async fn play(house: &mut House, due_at: Timestamp) -> AtKill {
    match house.plan.moment {
        Moment::Never => AtKill::new(),
        Moment::Planned => {
            until(due_at - jiff::SignedDuration::from_millis(400)).await;
            killed(house).await
        }
        Moment::Preparing => {
            until(due_at - jiff::SignedDuration::from_millis(100)).await;
            killed_at_the_lock(house).await
        }
        Moment::Staging | Moment::RequestLeft | Moment::Accepted => {
            gathered(house, house.reachable()).await;
            killed(house).await
        }
        Moment::AtTheDoor | Moment::AnswerUnwritten => {
            gathered(house, house.reachable()).await;
            killed_at_the_lock(house).await
        }
        // What is doubtful is looked for from a second and a half on.
        Moment::FirstOutcome => {
            reached(house, StateName::Uncertain, house.reachable() / 3).await;
            killed(house).await
        }
        Moment::Looking => {
            gathered(house, house.reachable() / 3).await;
            killed(house).await
        }
        Moment::SecondRequest => {
            hold_second_requests(house).await;
            gathered(house, house.reachable() / 3).await;
            killed(house).await
        }
        Moment::Published => {
            reached(house, StateName::Published, 3).await;
            killed(house).await
        }
        Moment::AtRandom => killed_at_random(house, due_at).await,
    }
}

/// Waits until so many requests are held, or as long as the first can wait.
async fn gathered(house: &House, expected: usize) {
    let (end, mut first) = (Instant::now() + Duration::from_secs(20), None);
    while house.held() < expected && Instant::now() < end {
        if house.held() > 0 && first.get_or_insert_with(Instant::now).elapsed() > GATHER {
            break;
        }
        sleep(Duration::from_millis(10)).await;
    }
    assert!(house.held() > 0, "{}: no request came", house.plan);
}

/// Waits until so many publications are in a state.
async fn reached(house: &House, state: StateName, expected: usize) {
    let end = Instant::now() + Duration::from_secs(20);
    let mut found = 0;
    while found < expected && Instant::now() < end {
        sleep(Duration::from_millis(10)).await;
        let all = house.publications().await;
        found = all.iter().filter(|publication| publication.state.name() == state).count();
    }
    assert!(found > 0, "{}: nothing became {state}", house.plan);
}

/// Once a network has had every first request, holds those that come after.
async fn hold_second_requests(house: &House) {
    let (each, end) = (house.plan.each, Instant::now() + Duration::from_secs(20));
    let mut waiting: Vec<_> = house.networks.iter().collect();
    while house.held() == 0 && Instant::now() < end {
        waiting.retain(|network| {
            let all_came = network.requests() >= each;
            if all_came {
                network.hold(Point::Publish, Hold::Arrived);
            }
            !all_came
        });
        sleep(Duration::from_millis(10)).await;
    }
}

/// Kills, notes where everything stood, lets go what was held, and starts again (unless another
/// instance is at work).
async fn killed(house: &mut House) -> AtKill {
    house.kill().await;
    after_the_kill(house).await
}

/// Lets go what was held while the rows are locked: the program comes to where it would write,
/// and is killed there.
async fn killed_at_the_lock(house: &mut House) -> AtKill {
    let lock = house.lock().await;
    house.let_go();
    sleep(TO_THE_LOCK).await;
    house.kill().await;
    drop(lock);
    after_the_kill(house).await
}

async fn after_the_kill(house: &mut House) -> AtKill {
    let stood = house.publications().await;
    house.let_go();
    if !house.plan.two {
        house.start().await;
    }
    house.let_job_leases_run_out().await;
    stood.iter().map(|publication| (publication.id, publication.state.name())).collect()
}

/// Five kills. Of two instances, they are killed by turns, and started again.
async fn killed_at_random(house: &mut House, due_at: Timestamp) -> AtKill {
    let chance = Ambient::fixed_at(due_at, house.plan.seed);
    let mut stood = AtKill::new();
    until(due_at).await;
    for _ in 0..5 {
        sleep(Duration::from_secs_f64(0.05 + 1.6 * chance.share())).await;
        stood = killed(house).await;
        if house.plan.two {
            house.start().await;
        }
    }
    stood
}

/// Waits until nothing moves any more.
async fn rest(house: &House) {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        let all = house.publications().await;
        if all.iter().all(|publication| is_at_rest(publication.state.name())) {
            // A request of a dead program may still be on its way into a slow network.
            sleep(Duration::from_secs(4)).await;
            return;
        }
        sleep(Duration::from_millis(200)).await;
    }
}

fn is_at_rest(state: StateName) -> bool {
    matches!(
        state,
        StateName::Published | StateName::Failed | StateName::NeedsPerson | StateName::Cancelled
    )
}
