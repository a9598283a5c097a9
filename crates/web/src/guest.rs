//! Pages for people outside, who came by a signed link: in the brand's name and colour, with
//! nothing around them that leads into the house.

use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use jiff::Timestamp;
use platform::Brand;
use platform::link::Link;
use primitives::Language;

use crate::frame::{Frame, Page, ShownBrand};
use crate::security::Visitor;
use crate::words::Words;
use crate::{House, Refusal};

/// The frame of a guest's pages, whose addresses all begin with `base`.
pub fn frame(
    house: &House,
    visitor: &Visitor,
    brand: &Brand,
    language: Language,
    base: String,
) -> Frame {
    let words = Words::new(language).in_zone(brand.zone.time_zone()).at(house.ambient().now());
    let mut frame = Frame::outside(words, visitor.csrf.clone());
    frame.flash = visitor.flash.clone();
    frame.brand = Some(ShownBrand::from(brand));
    frame.guest = Some(base);
    frame
}

/// A page for a guest: no engine lists it, and no other site learns its address.
pub fn show(frame: &Frame, status: StatusCode, page: &impl Page) -> Response {
    private(frame.show_as(status, page))
}

/// An answer that neither engines nor other sites keep the address of.
pub fn private(response: impl IntoResponse) -> Response {
    let mut response = response.into_response();
    let headers = response.headers_mut();
    // Not "no-referrer": browsers would then send `Origin: null` with its forms, which are refused
    // as another site's.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    let robots = HeaderName::from_static("x-robots-tag");
    headers.insert(robots, HeaderValue::from_static("noindex, nofollow, noarchive"));
    response
}

/// Notes that someone came by that link, where it was not noted just before.
pub async fn note_seen(house: &House, link: &Link, now: Timestamp) -> Result<(), Refusal> {
    if link.is_to_be_noted(now) {
        let mut tx = house.database().begin().await?;
        link.note_seen(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What a link that opens nothing answers: like any address that is none, but counted, so that
/// nobody tries them one after the other.
pub fn refuse(house: &House, visitor: &Visitor) -> Refusal {
    let claim = format!("link:{}", visitor.address);
    match house.limits.try_as(visitor.address, &claim) {
        Ok(()) => Refusal::NotFound,
        Err(refusal) => refusal,
    }
}
