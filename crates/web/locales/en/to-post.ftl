# What a person posts by hand: the list, the phone's screen, settings, letters.
shell-room-to-post = By hand
shell-to-post-waiting = to post

to-post-title = To post by hand
to-post-lead = Parvis gets everything ready when the time comes; you post, then paste the link.
to-post-whose = Whose
to-post-mine = Mine
to-post-all = The whole team
to-post-settings = Settings
to-post-devices = Notifications on this device
to-post-section-late = Late
to-post-section-due = To post now
to-post-section-snoozed = Put off
to-post-section-held = On hold
to-post-section-coming = Coming
to-post-none = Nothing to post by hand
to-post-none-lead = Posts meant for accounts kept by hand will appear here, and a reminder will leave when they are due.
to-post-none-mine = Nothing waits for you
to-post-none-mine-lead = What waits for your colleagues is under “The whole team”.
to-post-nobody = Nobody in particular
to-post-for = For { $name }
to-post-you = For you
to-post-count = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
to-post-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}

to-post-stage-coming = Coming
to-post-stage-due = To post now
to-post-stage-snoozed = Put off
to-post-stage-late = Late
to-post-stage-held = On hold
to-post-stage-posted = Posted
to-post-stage-over = Over

to-post-one = On { $network }
to-post-one-titled = On { $network }: { $title }
to-post-due-at = Due { $when }
to-post-snoozed-until = Put off: reminder { $when }.
to-post-held = Don’t post this one
to-post-held-lead = The brand or the account is paused, or someone put it on hold. A reminder will leave when it goes on.
to-post-coming = It is still early
to-post-coming-lead = A reminder will leave { $when }. The text may change until then.
to-post-posted = It is posted
to-post-posted-lead = Nothing else to do.
to-post-see = See the post
to-post-over = It is no longer to be posted
to-post-over-lead = Someone gave it up, or it was moved.
to-post-the-post = The post in Parvis

to-post-step-copy = Copy
to-post-step-publish = Post
to-post-step-done = Posted?
to-post-copy = Copy
to-post-copy-what = Copy { $what }
to-post-piece-text = The text
to-post-piece-part = What follows, { $part } of { $parts }
to-post-piece-first-comment = The first comment
to-post-piece-link = The link
to-post-piece-hashtags = The hashtags
to-post-piece-choice = Answer { $number } of the poll
to-post-piece-alt = The description of picture { $number }
to-post-no-text = There are only pictures.
to-post-after = What follows is posted as answers, in order.
to-post-media = Pictures and videos
to-post-save-image = Save picture { $number }
to-post-save-video = Save video { $number }
to-post-save-all = Save everything (.zip)
to-post-share = Share
to-post-share-lead = The phone’s share sheet takes the text and the files to the application.
to-post-open = Open { $network }
to-post-open-account = See the account
to-post-account = With the account { $account }.
to-post-link = Link to what you posted
to-post-link-hint = In the application: Share, then Copy link. Without a link, Parvis can’t read its figures.
to-post-done = It is posted
to-post-other-site = Is this the right address?
to-post-other-site-lead = This link leads to { $host }, not to { $network }.
to-post-profile-lead = This link leads to the account, not to the post. The link of the post is under Share.
to-post-sure = Yes, it is right
to-post-not-a-link = This is not a link. Copy the address of the post; it begins with https://.
to-post-later = Later
to-post-snooze-15m = In 15 minutes
to-post-snooze-1h = In an hour
to-post-snooze-evening = This evening at 6 pm
to-post-snooze-morning = Tomorrow at 9 am
to-post-snooze-at = At a time of your choice
to-post-snooze-at-go = Put off
to-post-other-day = It would appear another day
to-post-other-day-lead = It is due { $when }. Put off until { $until }, it changes day: those who run the brand will be told.
to-post-other-day-go = Put it off all the same
to-post-not-a-time = This is not a date.
to-post-in-the-past = This time is past.
to-post-too-far = This is more than thirty days ahead. Change the date of the post instead.
to-post-pass = Hand it over
to-post-pass-to = To whom
to-post-pass-hint = They are told at once.
to-post-pass-go = Hand over
to-post-no-such-teammate = This person can’t publish for this brand.
to-post-leave = Don’t post it
to-post-leave-why = Why
to-post-leave-hint = Others will read it in the history.
to-post-leave-go = Give it up
to-post-say-why = Say why, in a few words.
to-post-reason-too-long = This is too long: 500 characters at most.
to-post-next = The next one
to-post-next-lead = { $network }, { $when }
to-post-read-only = You may read it. To post it, ask someone who may publish.
to-post-not-waiting = It no longer waits to be posted.

to-post-was-posted = Noted: it is posted.
to-post-was-snoozed = Put off. Reminder { $when }.
to-post-was-passed = Handed over to { $name }.
to-post-was-left = Noted: it will not be posted.

to-post-ended-title = This link is of no more use
to-post-ended-lead = The post was made, given up or put on hold, or the link is more than seven days old.
to-post-ended-go = See it in Parvis

to-post-rules-title = Posting by hand: who, and when to worry
to-post-rules-lead = Who gets the reminder when the time comes, and who is told when nothing happens.
to-post-rules-assignee = Who posts, as a rule
to-post-rules-author = The author of each post
to-post-rules-channels = Accounts kept by someone else
to-post-rules-channels-lead = Leave “as a rule” to follow the choice above.
to-post-rules-as-brand = As a rule
to-post-rules-late = When nothing happens
to-post-rules-after = Delay before telling others, in minutes
to-post-rules-after-hint = Left empty, it is the brand’s delay before an alert: { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}. A post that was put off is late only after the chosen time.
to-post-rules-after-range = From 1 minute to 7 days (10,080 minutes).
to-post-rules-to = Whom to tell
to-post-rules-managers = Those who run the brand
to-post-rules-to-hint = By letter and in Parvis, then again after each day it stays late.
to-post-rules-save = Save
to-post-rules-saved = Settings saved.
to-post-rules-no-such = This person can’t publish for this brand.

devices-title = Notifications on this device
devices-lead = When something is to be posted by hand, this phone or computer tells you, even when Parvis is closed.
devices-on = Turn on for this device
devices-off = Turn off for this device
devices-is-on = On for this device
devices-is-off = Not turned on for this device yet
devices-denied = This browser refuses notifications from Parvis. Allow them in its settings, then come back here.
devices-unsupported = This browser can’t receive notifications, or Parvis was not opened by a safe address (https).
devices-no-script = Without script, notifications can’t be turned on. Letters reach you all the same.
devices-failed = It could not be turned on. Try again in a moment.
devices-iphone = On iPhone and iPad
devices-iphone-lead = Open Parvis in Safari, touch Share, then “Add to Home Screen”. Open it from that new icon, and turn notifications on here.
devices-said = What is sent: the network and the first words of the post, encrypted all the way to your device.
devices-all = Devices turned on
devices-none = No device is turned on.
devices-since = Since { $when }
devices-reached = Reached { $when }
devices-end = Turn off
devices-trial = Send a trial
devices-trial-title = A trial from Parvis
devices-trial-body = Notifications do reach this device.
devices-was-on = Notifications are on for this device.
devices-was-off = The device is turned off.
devices-was-tried = The trial is sent: it comes in a moment.
devices-too-many = Twenty devices are turned on already. Turn one off.
devices-section = Notifications on your devices
devices-section-lead = Be told on your phone when something is to be posted by hand.
devices-manage = Choose devices

letter-hand-due-subject = To post on { $network }: { $title }
letter-hand-due = It is time to post on { $network }, with the account { $account } (due { $when }).
letter-hand-due-push = To post on { $network }
letter-hand-reassigned-subject = Your turn to post on { $network }: { $title }
letter-hand-reassigned = This post on { $network } is handed over to you, with the account { $account } (due { $when }).
letter-hand-reassigned-push = Your turn to post on { $network }
letter-hand-late-subject = Late on { $network }: { $title }
letter-hand-late = Due { $when }, this post on { $network } has not been made yet. It waits for { $name }.
letter-hand-late-push = Late on { $network }
letter-hand-nobody = someone of the team
letter-hand-files = { $count ->
    [one] A file goes with it, to be saved from the screen.
   *[other] { $count } files go with it, to be saved from the screen.
}
letter-hand-button = Post now
letter-hand-foot = This link is for you alone: it opens this post without a password, for seven days. Don’t pass it on.

publications-hand = To post by hand
publications-hand-lead = Texts to copy, files to save, a link to paste: all on one screen, made for the phone.
publications-hand-go = Post by hand

step-reminded = Reminder sent
step-snoozed = Put off
step-reassigned = Handed over to someone else
step-escalated = Not posted: those who run the brand are told

notification-publication-handed-over = A post to make by hand is handed over to you
notification-publication-not-posted = A post by hand was not made
notification-publication-put-off = A post by hand was put off to another day
activity-publication-reminded = Reminder sent for a post by hand
activity-publication-snoozed = Post by hand put off
activity-publication-reassigned = Post by hand handed over
activity-publication-escalated = Post by hand late, those who run the brand told
activity-brand-by-hand-rules = Settings of posting by hand changed
job-remind-by-hand = Remind of a post by hand
job-send-push = Tell a device

# The interface of posts by hand.
api-op-to-post = What is to be posted by hand, by the time it is due
api-op-to-post-one = One post to post by hand
api-op-to-post-snooze = Put it off: its person is reminded again then
api-op-to-post-assignee = Hand it over to someone else
api-op-to-post-posted = Say that it is posted
api-op-to-post-give-up = Give it up, and say why
api-error-other-day = It would appear another day than it was meant for: say sure to confirm.
api-error-other-site = This link leads to { $where }, not to the network: say sure to confirm.
