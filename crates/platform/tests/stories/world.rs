//! A bakery, its owner and her colleagues.

use database::{Database, Tx};
use platform::field::{Email, Name, Password, PasswordHash};
use platform::invitation::Invitation;
use platform::setup::{Done, SetUp, set_up};
use platform::teammate::{NewSession, NewTeammate, SignIn, sign_in};
use platform::{Actor, Role, Teammate};
use primitives::Language;
pub use testing::{Engine, engines};

pub const PASSWORD: &str = "levain et patience";

pub fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

/// What the owner types at the first visit.
pub fn typed() -> SetUp {
    SetUp {
        organization: "Fournil d’Œuilly SARL".into(),
        brand: "Boulangerie de l’Œuf".into(),
        colour: "#C0392B".into(),
        zone: "Europe/Paris".into(),
        language: Language::Fr,
        name: "Claire Aubry".into(),
        email: " Claire@Exemple.test ".into(),
        password: PASSWORD.into(),
    }
}

/// The first visit, made.
pub async fn bakery(database: &Database) -> Done {
    let checked = typed().check(database.ambient()).await.unwrap();
    let mut tx = database.begin().await.unwrap();
    let done = set_up(checked, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    done
}

pub async fn hash(database: &Database) -> PasswordHash {
    Password::parse(PASSWORD).unwrap().hash(database.ambient()).await.unwrap()
}

/// Someone with an account and no brand.
pub async fn stranger(database: &Database, address: &str) -> Teammate {
    let password = hash(database).await;
    let new = NewTeammate {
        email: email(address),
        name: name(address.split('@').next().unwrap()),
        language: Language::Fr,
        password,
    };
    let mut tx = database.begin().await.unwrap();
    let teammate = Teammate::create(new, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    teammate
}

/// Someone who accepted the owner's invitation.
pub async fn colleague(
    database: &Database,
    owner: &Actor,
    address: &str,
    role: Role,
) -> (Teammate, Actor) {
    let password = hash(database).await;
    let mut tx = database.begin().await.unwrap();
    let (_, secret) = Invitation::invite(email(address), role, owner, &mut tx).await.unwrap();
    let name = name(address.split('@').next().unwrap());
    let joined =
        Invitation::accept_as_new(&secret, name, Language::Fr, password, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    joined
}

pub async fn signed_in(database: &Database, address: &str, password: &str) -> NewSession {
    match sign_in(address, password, "Firefox", database).await.unwrap() {
        SignIn::SignedIn(new) => new,
        other => panic!("not signed in: {other:?}"),
    }
}

pub async fn begin(database: &Database) -> Tx {
    database.begin().await.unwrap()
}

pub async fn read(database: &Database) -> Tx {
    database.read().await.unwrap()
}
