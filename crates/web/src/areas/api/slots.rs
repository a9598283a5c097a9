//! Slots: the times of the week that the brand keeps for publishing.

use axum::Json;
use axum::response::Response;
use jiff::civil::Time;
use publishing::Slot;
use publishing::queue::Replaced;
use publishing::slot::SlotEdit;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared::{At, Caller, Ident, Input, Listing, Problem};

/// A time of the week kept for publishing, on the clock of the brand’s zone.
#[derive(Serialize, ToSchema)]
#[schema(as = Slot)]
pub struct SlotBody {
    pub id: Ident,
    /// 1 for Monday to 7 for Sunday.
    #[schema(example = 2)]
    weekday: i64,
    #[schema(example = "09:00")]
    time: String,
    /// The topic it is kept for; null takes any post.
    topic: Option<Ident>,
    channels: Vec<Ident>,
}

impl From<Slot> for SlotBody {
    fn from(slot: Slot) -> Self {
        Self {
            id: slot.id.into(),
            weekday: slot.weekday,
            time: clock(slot.minute),
            topic: slot.topic.map(Ident::from),
            channels: slot.channels.into_iter().map(Ident::from).collect(),
        }
    }
}

/// Minutes after midnight as a clock shows them.
pub(super) fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Minutes after midnight of a time of day.
pub(super) fn minute(field: &str, time: &str) -> Result<i64, Problem> {
    let time: Time = time.trim().parse().map_err(|_| Problem::field(field, "not_a_clock"))?;
    Ok(i64::from(time.hour()) * 60 + i64::from(time.minute()))
}

/// What a slot is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSlot {
    /// 1 for Monday to 7 for Sunday.
    #[schema(example = 2)]
    weekday: i64,
    #[schema(example = "09:00")]
    time: String,
    /// The topic it is kept for; null takes any post.
    topic: Option<Ident>,
    /// The channels it is for; at least one.
    channels: Vec<Ident>,
}

impl NewSlot {
    fn edit(self) -> Result<SlotEdit, Problem> {
        Ok(SlotEdit {
            weekday: self.weekday,
            minute: minute("time", &self.time)?,
            topic: self.topic.map(Ident::of),
            channels: self.channels.into_iter().map(Ident::of).collect(),
        })
    }
}

/// Slots that were added.
#[derive(Serialize, ToSchema)]
pub struct SlotsAdded {
    /// What undoes it: `DELETE /api/v1/queue/changes/{change}`.
    change: Ident,
    slots: Vec<SlotBody>,
}

/// What became of the posts of a slot that changed.
#[derive(Serialize, ToSchema)]
pub struct SlotReplaced {
    /// What undoes it: `DELETE /api/v1/queue/changes/{change}`.
    change: Ident,
    /// How many posts went to another opening.
    moved: usize,
    /// How many found none, and stay at their time, out of the queue.
    kept: usize,
}

impl From<Replaced> for SlotReplaced {
    fn from(replaced: Replaced) -> Self {
        Self { change: replaced.change.into(), moved: replaced.moved, kept: replaced.kept }
    }
}

/// The brand’s slots, from Monday morning to Sunday night
#[utoipa::path(get, path = "/api/v1/slots", operation_id = "slots", tag = "queue",
    security(("token" = ["posts:read"])),
    responses((status = 200, description = "All of them", body = Listing<SlotBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<SlotBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Slot::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(SlotBody::from))))
}

/// Add a slot
#[utoipa::path(post, path = "/api/v1/slots", operation_id = "slot_add", tag = "queue",
    security(("token" = ["posts:write"])), request_body = NewSlot,
    responses((status = 201, description = "The slot, and what undoes it", body = SlotsAdded)))]
pub async fn add(caller: Caller, Input(new): Input<NewSlot>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let (change, slots) = Slot::add(vec![new.edit()?], &caller.actor, &mut tx).await?;
    let slots = slots.into_iter().map(SlotBody::from).collect();
    caller.created(tx, &SlotsAdded { change: change.into(), slots }).await
}

/// One slot
#[utoipa::path(get, path = "/api/v1/slots/{slot}", operation_id = "slot", tag = "queue",
    security(("token" = ["posts:read"])), params(("slot" = Ident, Path, description = "The slot")),
    responses((status = 200, description = "The slot", body = SlotBody)))]
pub async fn get(caller: Caller, At(id): At<Slot>) -> Result<Json<SlotBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Slot::load(id, &caller.actor, &mut tx).await?.into()))
}

/// Change a slot; what waits in it follows where it can
#[utoipa::path(put, path = "/api/v1/slots/{slot}", operation_id = "slot_change", tag = "queue",
    security(("token" = ["posts:write"])), params(("slot" = Ident, Path, description = "The slot")),
    request_body = NewSlot,
    responses((status = 200, description = "What became of what waited in it", body = SlotReplaced)))]
pub async fn put(
    caller: Caller,
    At(id): At<Slot>,
    Input(new): Input<NewSlot>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let slot = Slot::load(id, &caller.actor, &mut tx).await?;
    let replaced = slot.edit(new.edit()?, &caller.actor, &mut tx).await?;
    caller.changed(tx, &SlotReplaced::from(replaced)).await
}

/// Take a slot away; what waits in it goes to the next one that suits
#[utoipa::path(delete, path = "/api/v1/slots/{slot}", operation_id = "slot_remove", tag = "queue",
    security(("token" = ["posts:write"])), params(("slot" = Ident, Path, description = "The slot")),
    responses((status = 200, description = "What became of what waited in it", body = SlotReplaced)))]
pub async fn remove(caller: Caller, At(id): At<Slot>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let slot = Slot::load(id, &caller.actor, &mut tx).await?;
    let replaced = slot.remove(&caller.actor, &mut tx).await?;
    caller.changed(tx, &SlotReplaced::from(replaced)).await
}

/// A day’s slots for other days.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SlotCopies {
    /// 1 for Monday to 7 for Sunday.
    #[schema(example = 1)]
    from: i64,
    #[schema(example = json!([2, 3]))]
    to: Vec<i64>,
}

/// Give other days the slots of one day
#[utoipa::path(post, path = "/api/v1/slots/copies", operation_id = "slots_copy", tag = "queue",
    security(("token" = ["posts:write"])), request_body = SlotCopies,
    responses((status = 201, description = "The slots added", body = SlotsAdded)))]
pub async fn copy(caller: Caller, Input(copies): Input<SlotCopies>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let (change, slots) = Slot::copy_day(copies.from, &copies.to, &caller.actor, &mut tx).await?;
    let slots = slots.into_iter().map(SlotBody::from).collect();
    caller.created(tx, &SlotsAdded { change: change.into(), slots }).await
}
