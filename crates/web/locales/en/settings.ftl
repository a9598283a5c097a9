# A brand’s settings, team, tokens, log, stopped work.
settings-title = Brand settings
settings-tabs = Settings
settings-tab-brand = Brand
settings-tab-team = Team
settings-tab-tokens = Access tokens
settings-tab-webhooks = Webhooks
settings-tab-activity = Log
settings-tab-jobs = Stopped work
settings-save = Save
settings-saved = The settings are saved.
settings-read-only = A manager of the brand can change these settings.
settings-late-after = Warn of a delay after (minutes)
settings-late-after-hint = Beyond it, everyone on the team who publishes is told.
settings-late-after-range = Write a number of minutes, from 1 to 10,080 (seven days).

pause-title = Pause everything
pause-lead = Nothing more is sent for the brand, at once. What is scheduled waits for your decision.
pause-reason = Reason, for the team
pause-go = Pause everything
pause-since = Paused since { $when }.
pause-done = Everything is paused.
pause-ended = Sending resumes.

removal-title = Remove the brand
removal-lead = Its posts, conversations, measures and connected channels are erased from Parvis, for good. What is online stays there.
removal-typed-name = To confirm, write the name of the brand
removal-another-name = This is not the name of the brand. Nothing was removed.
removal-go = Remove the brand
removal-demo-lead = Everything imaginary disappears. Your other brands do not change.
removal-demo-go = Remove the demonstration
removal-done = { $name } was removed.

brand-new-title = Add a brand
brand-new-lead = Its channels, posts and team are kept apart from those of others.
brand-new-go = Add the brand
brand-added = { $name } is ready. Connect a first channel to publish.

team-title = Team
team-lead = Who works for the brand, and what each may do.
team-second-factor = two-factor
team-role = Role
team-role-of = Role of { $name }
team-role-change = Change
team-role-changed = The role is changed.
team-role-unknown = Choose a role from the list.
team-remove = Remove
team-removed = This person no longer works for the brand.
team-left = You no longer work for { $name }.
team-last-owner = A brand keeps at least one owner: name another first.
team-for-owners-only = Only an owner names, changes or removes an owner.
team-already-member = This person works for the brand already.
team-waiting = Invitations that wait
team-until = good until { $when }
team-revoke = Withdraw the invitation
team-invitation-revoked = The invitation is withdrawn.
team-invite = Invite someone
team-invite-go = Invite
team-invited-by-mail = { $email } is about to receive an invitation.
team-invited-by-link = The invitation for { $email } is ready.
team-link-once = You may also pass on this link. It is shown once and good for seven days.
team-letter-subject = { $name } invites you to join { $brand }
team-letter-text =
    Hello,

    { $name } invites you to work for { $brand } in Parvis.

    To accept, open this link before { $until }:
    { $link }

    If you did not expect this invitation, you may ignore it.

tokens-title = Access tokens
tokens-lead = A token lets a program act for the brand, within its permissions and your role.
tokens-openapi = Description of the interface
tokens-none = No token
tokens-none-lead = Make one to link your till, your site or another tool.
tokens-new = Make a token
tokens-name = Name
tokens-name-hint = What it is for: “Shop till”.
tokens-life = Life
tokens-life-30 = 30 days
tokens-life-90 = 90 days
tokens-life-365 = One year
tokens-life-0 = For ever
tokens-scopes = Permissions
tokens-no-scope = Tick at least one permission.
tokens-make = Make the token
tokens-made = The token is made.
tokens-once = Copy it now: it is shown once.
tokens-by = made by { $name }
tokens-used = used { $when }
tokens-never-used = never used
tokens-until = until { $when }
tokens-revoke = Revoke
tokens-revoked = The token is worth nothing now.
scope-posts-read = Read posts
scope-posts-write = Write and schedule
scope-channels-read = Read channels
scope-channels-write = Connect channels
scope-conversations-read = Read conversations
scope-conversations-write = Answer
scope-measures-read = Read measures
scope-measures-write = Import measures
scope-media-read = Read images
scope-media-write = Add images
scope-team-read = Read the team
scope-team-write = Change the team
scope-brand-read = Read the settings
scope-brand-write = Change the settings

activity-title = Log
activity-lead = All that was done for the brand, by whom and when. Nothing is ever erased from it.
activity-none = Nothing yet
activity-none-lead = Each act of the team, of programs and of Parvis will be written here.
activity-what = What
activity-who = Who
activity-when = When
activity-someone-gone = someone who left
activity-token-gone = a removed token
activity-by-token = { $token }, token of { $name }
activity-brand-created = Brand created
activity-brand-edited = Brand settings changed
activity-brand-paused = Sending paused
activity-brand-resumed = Sending resumed
activity-brand-removed = Brand removed
activity-organization-renamed = Organization renamed
activity-teammate-created = Account created
activity-teammate-signed-in = Signed in
activity-teammate-password-changed = Password changed
activity-teammate-second-factor-enabled = Two-factor enabled
activity-teammate-second-factor-disabled = Two-factor removed
activity-teammate-recovery-code-used = Recovery code used
activity-teammate-recovery-codes-renewed = Recovery codes renewed
activity-membership-role-changed = Role changed
activity-membership-removed = Teammate removed
activity-invitation-sent = Invitation sent
activity-invitation-revoked = Invitation withdrawn
activity-invitation-accepted = Invitation accepted
activity-token-made = Access token made
activity-token-revoked = Access token revoked
activity-channel-connected = Channel connected
activity-channel-reconnected = Channel connected again
activity-channel-refused = The network refuses the channel
activity-channel-paused = Channel paused
activity-channel-resumed = Channel resumed
activity-channel-removed = Channel removed
activity-feed-followed = Feed followed
activity-feed-unfollowed = Feed removed
activity-feed-paused = Feed paused
activity-feed-resumed = Feed followed again
activity-post-begun = Post begun
activity-post-scheduled = Post scheduled
activity-post-unscheduled = Post unscheduled
activity-post-deleted = Post deleted
activity-post-restored = Post restored
activity-publication-published = Published
activity-publication-confirmed = Publication confirmed by a person
activity-publication-sent-again = Publication sent again
activity-publication-held = Publication held
activity-publication-released = Publication released
activity-publication-cancelled = Publication cancelled
activity-publication-late = Publication late
activity-publication-failed = Publication refused
activity-publication-uncertain = Publication uncertain
activity-publication-needs-person = Publication to be checked
activity-conversation-answered = Answer sent
activity-conversation-resolved = Conversation resolved
activity-conversation-reopened = Conversation reopened
activity-media-uploaded = Image added
activity-media-described = Image described
activity-insights-imported = Measures imported
activity-insights-undone = Import of measures undone

jobs-title = Stopped work
jobs-lead = What Parvis tried several times without success.
jobs-none = Nothing is stopped
jobs-none-lead = Everything that had to be done was, or waits for its time.
jobs-attempts = { $count ->
    [one] one try
   *[other] { $count } tries
}
jobs-retry = Try again
jobs-retried = Parvis is trying again.
jobs-discard = Give up
jobs-discarded = This work is given up.
job-send-mail = Send a letter
job-deliver = Publish a post
job-poll-inbox = Read the messages of a channel
job-read-feed = Read a feed
job-measure-channel = Read the measures of a channel

notifications-title = Notifications
notifications-new = new
notifications-none = Nothing to report
notifications-none-lead = Parvis warns you here of a delay, a refusal or a channel to connect again.
notifications-read-all = Mark all as read
notifications-all-read = All is read.
notifications-open = Open
notifications-mark = Mark as read
notification-other = News ({ $kind })
notification-publication-late = A publication is late
notification-publication-failed = A publication was refused
notification-publication-uncertain = A publication is uncertain
notification-publication-needs-person = A publication waits for your decision
notification-publication-to-post-by-hand = A post is to be published by hand
notification-channel-needs-reconnection = A channel is to be connected again

webhooks-title = Tell other programs
webhooks-lead = A webhook tells another program as soon as something happens in the brand: your till, your site, a dashboard.
webhooks-none = No webhook
webhooks-none-lead = Add the address of a program: it will be told what you choose, with a signature that it can check.
webhooks-new = Add a webhook
webhooks-name = Name
webhooks-name-hint = What it is for: “Shop till”.
webhooks-url = Address
webhooks-url-hint = The program that you tell gives it to you. It begins with https://.
webhooks-nouns = What it is told
webhooks-nouns-hint = Nothing ticked: all that happens.
webhooks-noun-post = Posts
webhooks-noun-publication = Publications
webhooks-noun-conversation = Conversations
webhooks-noun-channel = Channels
webhooks-noun-feed = Feeds
webhooks-noun-campaign = Campaigns
webhooks-noun-media = Pictures and videos
webhooks-noun-brand = Brand
webhooks-everything = All that happens
webhooks-add = Add the webhook
webhooks-made = The webhook is added.
webhooks-once = This is the secret that each message is signed with. Copy it now: it is shown only once.
webhooks-not-an-address = This address does not begin with https:// or http://. Copy the whole of it.
webhooks-too-many = The brand has twenty webhooks already. Remove one first.
webhooks-listening = Listening
webhooks-failing = Not answering
webhooks-stopped-person = Stopped
webhooks-stopped-gone = Stopped: the address says it is gone
webhooks-stopped-silent = Stopped: no answer for five days
webhooks-remove = Remove
webhooks-removed = The webhook is removed.
webhooks-try = Send a trial
webhooks-trial-sent = The trial is leaving. Load the page again to see the answer.
webhooks-stop = Stop
webhooks-was-stopped = This webhook is told nothing more.
webhooks-resume = Resume
webhooks-was-resumed = This webhook is told again what happens, from now on.
webhooks-again = Send again
webhooks-sent-again = The message leaves again.
webhooks-signed = Each message is signed as Standard Webhooks has it (headers webhook-id, webhook-timestamp, webhook-signature). Without an answer it is sent again for about a day, under the same number. This log is kept for thirty days.
webhooks-log-none = Nothing yet
webhooks-log-none-lead = What is sent to it will appear here, with what it answered.
webhooks-state-waiting = Waiting
webhooks-state-taken = Taken
webhooks-state-given-up = Given up
webhooks-not-sent-yet = not sent yet
webhooks-answered = { $count ->
    [one] answered { $status }
   *[other] answered { $status }, after { $count } tries
}
webhooks-no-answer = { $count ->
    [one] no answer
   *[other] no answer after { $count } tries
}
webhooks-body = What is sent
job-deliver-webhook = Telling another program
activity-webhook-added = Webhook added
activity-webhook-removed = Webhook removed
activity-webhook-stopped = Webhook stopped
activity-webhook-resumed = Webhook resumed
notification-webhook-stopped = A webhook no longer answers
