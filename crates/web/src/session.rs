//! Who a handler works for: [`SignedIn`], or [`InBrand`] under `/b/{brand}/…`. Taking one of
//! them as an argument is the authorization: a handler that runs has its teammate, and its actor.

use axum::extract::FromRequestParts;
use axum::response::Response;
use database::{Error, Tx};
use http::request::Parts;
use maud::{Markup, html};
use platform::notification::Notification;
use platform::{Actor, Brand, Right, Role, Session, Teammate};
use publishing::ByHand;

use crate::flash::Go;
use crate::frame::{Frame, Page, Person, Shape, ShownBrand, Width};
use crate::parts::link_button;
use crate::security::Visitor;
use crate::words::{Words, args};
use crate::{House, Refusal, page_samples};

/// A teammate who is signed in, with the frame of pages outside any brand (their account).
pub struct SignedIn {
    /// The house.
    pub house: House,
    /// Who.
    pub teammate: Teammate,
    /// On which device.
    pub session: Session,
    /// What surrounds their pages; its bars are those of the brand last worked in.
    pub frame: Frame,
    /// The brands they work in, by name.
    pub brands: Vec<(Brand, Role)>,
    /// Where the request comes from, and what it carried.
    pub visitor: Visitor,
}

/// A teammate at work in the brand of the path, `/b/{brand}/…`. A stranger to the brand gets
/// [`Refusal::NotFound`], as for a brand that does not exist.
pub struct InBrand {
    /// The house.
    pub house: House,
    /// Who acts, and in which brand: give it to verbs.
    pub actor: Actor,
    /// The brand.
    pub brand: Brand,
    /// Who.
    pub teammate: Teammate,
    /// On which device.
    pub session: Session,
    /// What surrounds the brand's pages.
    pub frame: Frame,
}

impl SignedIn {
    /// A handle to read with.
    pub async fn read(&self) -> Result<Tx, Error> {
        self.house.database().read().await
    }

    /// A transaction.
    pub async fn begin(&self) -> Result<Tx, Error> {
        self.house.database().begin().await
    }

    /// Their language, now, in the zone of the brand last worked in.
    pub fn words(&self) -> &Words {
        &self.frame.words
    }
}

impl InBrand {
    /// A handle to read with.
    pub async fn read(&self) -> Result<Tx, Error> {
        self.house.database().read().await
    }

    /// A transaction.
    pub async fn begin(&self) -> Result<Tx, Error> {
        self.house.database().begin().await
    }

    /// The teammate's language, now, in the brand's zone.
    pub fn words(&self) -> &Words {
        &self.frame.words
    }

    /// The address of a page of the brand: `here.url("posts")` is `/b/SLUG/posts`.
    pub fn url(&self, path: &str) -> String {
        self.frame.url(path)
    }

    /// Goes to a page of the brand.
    pub fn go(&self, path: &str) -> Go {
        Go::to(self.url(path))
    }

    /// A page, as an answer.
    pub fn show(&self, page: &impl Page) -> Response {
        self.frame.show(page)
    }

    /// The page again (422), with what is wrong in its form.
    pub fn refused(&self, page: &impl Page) -> Response {
        self.frame.refused(page)
    }

    /// Refuses unless the role allows it: for pages that nobody else should see. Verbs ask by
    /// themselves.
    pub fn must(&self, right: Right) -> Result<(), Refusal> {
        Ok(self.actor.must(right)?)
    }
}

impl FromRequestParts<House> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let (visitor, session, teammate) = signed_in(parts, house).await?;
        let mut tx = house.database().read().await?;
        let brands = Brand::of_teammate(teammate.id, &mut tx).await?;
        let mut frame = frame_of(&visitor, &teammate, &brands, house);
        let last = visitor.last_brand.as_deref();
        let near = brands.iter().find(|(brand, _)| Some(brand.slug.as_str()) == last);
        if let Some((brand, role)) = near.or(brands.first()) {
            stand_in(&mut frame, brand, *role, &teammate, &mut tx).await?;
        }
        Ok(Self { house: house.clone(), teammate, session, frame, brands, visitor })
    }
}

impl FromRequestParts<House> for InBrand {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let (visitor, session, teammate) = signed_in(parts, house).await?;
        let slug = parts.uri.path().strip_prefix("/b/").and_then(|rest| rest.split('/').next());
        let mut tx = house.database().read().await?;
        let found = Brand::by_slug_for(teammate.id, slug.unwrap_or_default(), &mut tx).await?;
        let (brand, actor) = found.ok_or(Refusal::NotFound)?;
        let brands = Brand::of_teammate(teammate.id, &mut tx).await?;
        let mut frame = frame_of(&visitor, &teammate, &brands, house);
        stand_in(&mut frame, &brand, actor.role(), &teammate, &mut tx).await?;
        Ok(Self { house: house.clone(), actor, brand, teammate, session, frame })
    }
}

async fn signed_in(
    parts: &mut Parts,
    house: &House,
) -> Result<(Visitor, Session, Teammate), Refusal> {
    let visitor = Visitor::from_request_parts(parts, house).await?;
    match visitor.session.clone() {
        None => Err(Refusal::SignInFirst(visitor.asked)),
        Some((session, _)) if session.second_factor_pending => Err(Refusal::SecondFactorFirst),
        Some((session, teammate)) => Ok((visitor, session, teammate)),
    }
}

fn frame_of(
    visitor: &Visitor,
    teammate: &Teammate,
    brands: &[(Brand, Role)],
    house: &House,
) -> Frame {
    let mut frame = visitor.frame(house);
    frame.person =
        Some(Person { name: teammate.name.to_string(), email: teammate.email.to_string() });
    frame.brands = brands.iter().map(|(brand, _)| ShownBrand::from(brand)).collect();
    frame
}

/// Puts the brand around the page. What waits in a room and is counted in its line of the
/// sidebar is read here, each with one indexed query.
async fn stand_in(
    frame: &mut Frame,
    brand: &Brand,
    role: Role,
    teammate: &Teammate,
    tx: &mut Tx,
) -> Result<(), Error> {
    frame.words = frame.words.clone().in_zone(brand.zone.time_zone());
    frame.brand = Some(ShownBrand::from(brand));
    frame.role = Some(role);
    frame.unread = Notification::unread(teammate.id, brand.id, tx).await?;
    let actor = Actor::teammate(brand.id, teammate.id, role);
    // Every role may read; were that to change, the count would simply not be shown.
    frame.waiting = conversations::counts(&actor, tx).await.map_or(0, |counts| counts.waiting);
    let by_hand = ByHand::waiting(teammate.id, &actor, tx).await?;
    let counted = if role.may(Right::Publish) { by_hand.mine } else { 0 };
    frame.to_post = by_hand.any_channel.then_some(counted);
    if role.may(Right::Converse) {
        let counts = conversations::moderation::Case::counts(&actor, tx).await?;
        frame.to_moderate = counts.cases + counts.complaints;
    }
    let due = conversations::promise::due_counts(&actor, tx).await;
    frame.due = due.map_or(0, |counts| counts.mine);
    let asked = conversations::escalation::open_counts(&actor, tx).await;
    frame.escalated = asked.map_or(0, |counts| counts.to_review + counts.late);
    frame.crises = conversations::crisis::standing(teammate.id, &actor, tx).await?;
    Ok(())
}

/// Sends the person to another site (a network's sign-in) after a form: as a page that goes on by
/// itself, since browsers forbid our forms to end elsewhere, even by a redirect.
pub fn leave_for(frame: &Frame, address: &str) -> Response {
    frame.show(&LeavingPage { address: address.to_owned() })
}

/// The page between here and another site.
pub struct LeavingPage {
    address: String,
}

impl Page for LeavingPage {
    fn samples() -> Vec<Self> {
        vec![Self { address: "https://mastodon.example/oauth/authorize?client_id=1".to_owned() }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("session-leaving-title")
    }

    fn shape(&self) -> Shape {
        Shape::Centered(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let site = url::Url::parse(&self.address);
        let host =
            site.ok().and_then(|site| site.host_str().map(str::to_owned)).unwrap_or_default();
        html! {
            meta http-equiv="refresh" content={ "0;url=" (self.address) };
            div.card.stack {
                h1 { (self.title(frame)) }
                p { (words.tn("session-leaving-lead", args![site => host])) }
                div.row { (link_button(&words.t("session-leaving-go"), &self.address, "button-primary")) }
            }
        }
    }
}

page_samples!(LeavingPage);
