//! The server's JSON.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::html::html;
use super::state::{Account, Media, Notification, State, Status};

/// An error as Mastodon words it.
pub(super) fn error(status: u16, words: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(json!({ "error": words }))).into_response()
}

impl State {
    pub(super) fn account_json(&self, account: &Account) -> Value {
        let picture = format!("{}/avatars/{}.png", self.base, account.id);
        json!({
            "id": account.id.to_string(), "username": account.username, "acct": account.username,
            "display_name": account.name, "url": format!("{}/@{}", self.base, account.username),
            "uri": format!("{}/users/{}", self.base, account.username),
            "avatar": picture, "followers_count": account.followers, "following_count": 1,
            "statuses_count": 1, "locked": false, "bot": false, "note": "", "emojis": [],
            "fields": [], "created_at": "2020-01-01T00:00:00.000Z",
        })
    }

    pub(super) fn status_json(&self, status: &Status) -> Value {
        let account = &self.accounts[&status.account];
        let parent = status.in_reply_to.and_then(|id| self.statuses.get(&id));
        let url = format!("{}/@{}/{}", self.base, account.username, status.id);
        let replies = self.statuses.values().filter(|other| other.in_reply_to == Some(status.id));
        let media = status.media.iter().filter_map(|id| self.media.get(id));
        json!({
            "id": status.id.to_string(), "uri": url, "url": url, "created_at": status.at.to_string(),
            "edited_at": null, "account": self.account_json(account),
            "content": html(&status.text, &self.base), "spoiler_text": "", "sensitive": false,
            "in_reply_to_id": status.in_reply_to.map(|id| id.to_string()),
            "in_reply_to_account_id": parent.map(|parent| parent.account.to_string()),
            "visibility": status.visibility, "language": status.language, "reblog": null,
            "replies_count": replies.count(), "favourites_count": status.likes,
            "reblogs_count": status.shares, "mentions": [], "tags": [], "emojis": [],
            "media_attachments": media.map(|media| self.media_json(media)).collect::<Vec<_>>(),
            "card": null, "poll": status.poll.as_ref().map(|poll| json!({
                "id": status.id.to_string(), "expired": false, "multiple": poll.multiple,
                "votes_count": 0, "options": poll.options.iter()
                    .map(|option| json!({ "title": option, "votes_count": 0 })).collect::<Vec<_>>(),
            })),
        })
    }

    pub(super) fn media_json(&self, media: &Media) -> Value {
        let url = (media.waits == 0).then(|| format!("{}/media/{}.png", self.base, media.id));
        let kind = match media.content_type.as_str() {
            "image/gif" => "gifv",
            video if video.starts_with("video/") => "video",
            _ => "image",
        };
        json!({
            "id": media.id.to_string(), "type": kind, "url": url, "preview_url": url,
            "description": media.description, "blurhash": null,
            "meta": { "size": media.bytes, "content_type": media.content_type },
        })
    }

    pub(super) fn notification_json(&self, notification: &Notification) -> Value {
        let status = notification.status.and_then(|id| self.statuses.get(&id));
        json!({
            "id": notification.id.to_string(), "type": notification.kind,
            "created_at": notification.at.to_string(),
            "account": self.account_json(&self.accounts[&notification.account]),
            "status": status.map(|status| self.status_json(status)),
            "group_key": format!("ungrouped-{}", notification.id),
        })
    }

    pub(super) fn configuration_json(&self) -> Value {
        json!({
            "statuses": { "max_characters": self.options.max_characters,
                "max_media_attachments": 4, "characters_reserved_per_url": 23 },
            "media_attachments": { "supported_mime_types": ["image/jpeg", "image/png", "image/webp",
                    "image/gif", "video/mp4"], "image_size_limit": 16_777_216,
                "image_matrix_limit": 33_177_600, "description_limit": 1500,
                "video_size_limit": self.options.video_bytes },
            "polls": { "max_options": 4, "max_characters_per_option": 50, "min_expiration": 300,
                "max_expiration": 2_629_746 },
        })
    }
}
