//! One suite over every connector, against the fake of its network: what the send fence, the
//! inbox and the figures rely on.
//!
//! To add a network: a [`subject::Subject`] in `subject.rs` and its line below.
#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod failing;
mod following;
mod listening;
mod moderating;
mod publishing;
mod subject;
#[path = "../support/mod.rs"]
mod support;

/// Runs every story over one network.
macro_rules! conforms {
    ($network:ident) => {
        mod $network {
            use crate::{failing, following, listening, moderating, publishing, subject};

            conforms!(@stories $network: publishing,
                a_post_appears_once_with_its_address,
                the_same_send_twice_gives_one_post_where_that_is_promised,
                staging_shows_nothing_and_may_run_again,
                pictures_arrive_with_their_alternative_text,
                what_the_network_would_refuse_is_refused_before,
                a_post_is_told_from_its_likes_when_reading_back,
                a_post_that_is_another_publications_is_not_taken_for_ours,
                an_answer_to_what_is_gone_is_refused,
                an_answer_stands_under_what_it_answers,
            );
            conforms!(@stories $network: following,
                a_thread_stands_in_order_and_names_nobody,
                a_part_whose_answer_was_lost_is_found_under_what_it_answers,
                a_part_of_a_thread_whose_beginning_is_gone_is_refused,
                a_poll_arrives_whole_or_is_refused_before,
                a_video_arrives_with_its_alternative_text,
                a_video_that_the_network_would_refuse_is_refused_before,
                an_animation_is_never_lost_in_silence,
                our_own_thread_is_no_news,
                a_link_tells_what_a_person_confirmed,
            );
            conforms!(@stories $network: failing,
                after_each_fault_reading_back_tells_the_truth,
                what_is_in_doubt_is_never_called_an_error,
                a_server_that_is_away_gets_nothing,
                too_many_requests_wait_as_long_as_asked,
                an_expired_token_is_renewed_once_or_asks_for_a_person,
                two_renewals_at_once_are_one,
                credentials_are_in_no_error,
                reading_that_fails_says_nothing_about_what_is_there,
            );
            conforms!(@stories $network: listening,
                every_item_comes_once_across_pages,
                the_same_cursor_gives_the_same_ids,
                what_polls_missed_is_there_when_it_is_read_again,
                what_is_not_known_is_passed_over,
                an_item_says_what_it_is_about,
                figures_are_those_given_and_no_others,
            );
            conforms!(@stories $network: moderating,
                a_like_is_given_once_and_taken_back,
                an_answer_is_hidden_under_our_post_and_shown_again_where_that_is_offered,
                what_we_wrote_is_deleted_for_good,
                what_is_not_offered_is_refused_without_a_word_to_the_network,
                a_private_answer_is_seen_by_nobody_else_where_that_is_offered,
                acts_that_meet_trouble_say_so_and_may_be_asked_again,
                someone_is_blocked_once_and_let_back,
            );
        }
    };
    (@stories $network:ident: $room:ident, $($story:ident),* $(,)?) => {
        $(
            #[tokio::test]
            async fn $story() {
                $room::$story(&subject::$network().await).await;
            }
        )*
    };
}

conforms!(bluesky);
conforms!(mastodon);
conforms!(mastodon_that_ignores_keys);
conforms!(mastodon_that_keeps_its_sources);
