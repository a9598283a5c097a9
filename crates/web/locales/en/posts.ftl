# Posts: their list, their writing, what became of them.
posts-title = Posts
posts-bring-in = Import a file
posts-tabs = Which posts
posts-tab-drafts = Drafts
posts-tab-scheduled = Scheduled and published
posts-tab-all = All
posts-to-check = To check
posts-none = Nothing here yet
posts-none-lead = Write a first post: one text, adapted to each account, at the time you choose.
posts-none-lead-drafts = Drafts save themselves while you write, and wait for you here.
posts-none-lead-scheduled = What you schedule shows here, then what each network made of it.
posts-write-first = Write a post
posts-without-words = Without text
posts-changed = changed { $when }
posts-pictures = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
posts-from-feed = From a feed

posts-new-title = Write a post
posts-edit-title = Edit the post
posts-channels = Accounts
posts-no-channel = No account is connected
posts-no-channel-lead = You can already write and keep drafts. To publish, first connect a Bluesky or Mastodon account, or any network where you will post by hand.
posts-connect = Connect an account
posts-for-brand = You are posting for { $brand }
posts-versions = Version of the text
posts-common = Common text
posts-own = edited
posts-text-for = Text for { $network }
posts-text-placeholder = What do you want to tell?
posts-follows = Follows the common text. Edit it here for this account only.
posts-follow-again = Back to the common text
posts-count = { $used } of { $most }
posts-count-bytes = { $used } bytes of { $most }
posts-picture = picture
posts-add-pictures = Add pictures or a video
posts-attach = Attach these pictures
posts-alt = What does the picture show?
posts-alt-placeholder = For people who do not see it
posts-picture-earlier = Move earlier
posts-picture-later = Move later
posts-picture-remove = Remove
posts-picture-do = { $what }: { $name }
posts-add-link = Add a link
posts-link = Link
posts-link-hint = Shown as a card where the network can, else after the text.
posts-when-to-publish = When to publish
posts-date = Day
posts-time = Time
posts-time-of = Time ({ $city })
posts-when = Will appear { $when }.
posts-when-missing = Choose a day and a time.
posts-when-past = This time has passed. Choose one to come, or publish now.
posts-when-too-far = That is more than ten years ahead. Choose a nearer date.
posts-when-skipped = The clocks go forward that day: { $asked } does not exist. It will appear at { $time }.
posts-when-twice = The clocks go back that day: { $asked } comes twice. It will appear the first time.
posts-schedule = Schedule
posts-reschedule = Change the time
posts-publish-now = Publish now
posts-save-draft = Keep as draft
posts-save-changes = Save without changing the time
posts-contributor = Your role lets you write. Someone who can publish will choose the time.
posts-saved = Draft saved.
posts-scheduled = Scheduled for { $when }.
posts-scheduled-moved = Scheduled for { $when }. { $where }
posts-publishing-now = It is leaving now. Follow it here.
posts-unscheduled = A draft again: nothing will leave.
posts-copied = Copy made, as a draft.
posts-removed = Post deleted.
posts-restored = Post brought back, as a draft.
posts-refused = Saved, but something needs correcting.
posts-more = Other actions
posts-duplicate = Duplicate
posts-remove = Delete
posts-conflict = Someone else changed it meanwhile
posts-conflict-lead = Nothing is lost: your version is in the fields, the other one is below. Take from it what you want, then choose.
posts-conflict-theirs = The other version
posts-conflict-keep-theirs = Keep the other
posts-conflict-keep-both = Keep both
posts-conflict-short = Your words are kept in this page and on this device; theirs are saved.
posts-conflict-compare = Compare both texts

posts-preview = Preview
posts-preview-and-checks = Preview and checks
posts-preview-no-channel = Choose at least one account to see the preview.
posts-preview-on = Preview on { $network }
posts-preview-card = The page’s title and picture will be read when publishing.
posts-check-fits = Fits { $network }.
posts-problem-empty = { $network }: a text or a picture is needed.
posts-problem-too-long = { $count ->
    [0] { $network }: the text is too heavy. Shorten it, or remove emoji.
    [one] { $network }: one character too many. Shorten it, or write a version for this account.
   *[other] { $network }: { $count } characters too many. Shorten it, or write a version for this account.
}
posts-problem-too-many-pictures = { $count ->
    [0] { $network } takes no pictures.
    [one] { $network } takes only one picture.
   *[other] { $network } takes at most { $count } pictures.
}
posts-problem-no-alt-text = Picture { $picture } has no description for people who do not see it.
posts-problem-alt-text-too-long = { $network }: the description of picture { $picture } is longer than { $most } characters.
posts-problem-no-threads = { $network } has no threads: keep what matters in the first text, or write a version without a sequel for this account.
posts-problem-thread-part-empty = Part { $part } of the thread is empty: write it, or remove it.
posts-problem-thread-part-too-long = { $count ->
    [0] { $network }: part { $part } of the thread is too heavy. Shorten it, or remove emoji.
    [one] { $network }: one character too many in part { $part } of the thread.
   *[other] { $network }: { $count } characters too many in part { $part } of the thread.
}
posts-problem-no-first-comments = { $network } does not let you comment under your own post: remove the first comment for this account.
posts-problem-first-comment-too-long = { $count ->
    [0] { $network }: the first comment is too heavy. Shorten it, or remove emoji.
    [one] { $network }: one character too many in the first comment.
   *[other] { $network }: { $count } characters too many in the first comment.
}
posts-problem-no-polls = { $network } has no polls: ask the question in the text, or publish without this account.
posts-problem-poll-without-question = The poll has no question: write it in the text.
posts-problem-too-few-choices = A poll offers at least two answers.
posts-problem-too-many-choices = { $network }: { $most } answers at most in a poll.
posts-problem-choice-empty = Answer { $choice } of the poll is empty.
posts-problem-choice-too-long = { $network }: answer { $choice } of the poll is longer than { $most } characters.
posts-problem-choice-twice = Answer { $choice } of the poll is offered already.
posts-problem-poll-too-short = { $network }: a poll stays open for { $most } at least.
posts-problem-poll-too-long = { $network }: a poll stays open for { $most } at most.
posts-problem-poll-one-choice-only = { $network }: only one answer of a poll can be chosen.
posts-problem-poll-with-media = { $network }: a poll does not go with pictures or a video. Keep one or the other.
posts-problem-no-videos = { $network } takes no videos.
posts-problem-too-many-videos = { $count ->
    [one] { $network } takes only one video.
   *[other] { $network } takes at most { $count } videos.
}
posts-problem-video-type = { $network } does not take { $found } videos. Upload it as MP4.
posts-problem-video-too-heavy = { $network }: the video weighs { $found }, the network takes { $most } at most. Upload a lighter version.
posts-problem-video-too-long = { $network }: the video lasts { $found }, the network takes { $most } at most.
posts-problem-video-with-pictures = { $network }: a video does not go with pictures. Keep one or the others.
posts-problem-picture-too-tall = { $network } will cut picture { $picture }: it is too tall.
posts-problem-picture-too-wide = { $network } will cut picture { $picture }: it is too wide.
posts-problem-gif-still = { $network } does not animate GIFs: picture { $picture } will be still there. A short video would move.
posts-problem-gif-too-heavy = { $network }: picture { $picture } is too heavy to stay animated (over { $most }): it will be still there.
posts-problem-gif-with-pictures = { $network }: an animated GIF does not go with other pictures. Keep one or the others.
posts-problem-text-far-too-long = The text is longer than 100,000 bytes: no network would take it.
posts-problem-not-a-link = The link must begin with https:// or http://.
posts-problem-far-too-many-pictures = Twenty pictures at most in a post.
posts-problem-no-such-channel = One of the accounts chosen is no longer connected. Untick it.
posts-problem-no-such-picture = One of the pictures does not belong to this brand. Remove it and send it again.
posts-problem-no-such-topic = This topic is no longer in the charter. Choose another.
posts-problem-no-such-campaign = This campaign no longer exists. Choose another.
posts-problem-already-left = Part of it has been published already: the text can’t change any more. Duplicate it to write another.
posts-problem-no-channel = Choose at least one account.

posts-edit = Edit
posts-figures = Results
posts-sends = Sends
posts-no-send = Nothing of this post is scheduled.
posts-details = The post
posts-move = Change the time
posts-unschedule = Make it a draft again
posts-fact-author = Written by
posts-fact-source = Origin
posts-fact-zone = Times of
posts-fact-clocks = Change of clocks
posts-fact-begun = Begun
posts-at = { $when }
posts-checks-stop = Checks stop this post:
posts-checks-ask = Checks ask for your word before this is scheduled:
posts-check-on = { $network }: { $seen }
