# What surrounds every page.
shell-skip = Skip to content
shell-free-software = Parvis is free software.
shell-rooms = Rooms
shell-rooms-phone = Rooms, at the bottom of the screen
shell-room-home = Home
shell-room-calendar = Calendar
shell-room-inbox = Inbox
shell-room-posts = Posts
shell-room-measures = Measures
shell-room-queue = Queue
shell-room-channels = Channels
shell-desk = Preparing posts
shell-room-library = Library
shell-room-knowledge = Help and replies
shell-room-campaigns = Campaigns
shell-room-mix = Balance
shell-room-settings = Settings
shell-more = More
shell-write = Write
shell-write-post = Write a post
shell-brands = Your brands
shell-add-brand = Add a brand
shell-demo-badge = demonstration
shell-demo = Demonstration brand: everything here is imaginary, nothing is sent.
shell-paused = Everything is paused: nothing is sent for this brand.
shell-resume = Resume sending
shell-account = Your account
shell-account-of = Your account, { $name }
shell-shortcuts = Keyboard shortcuts
shell-theme = Light or dark
shell-sign-out = Sign out
shell-close = Close
shell-undo = Undo
shell-without-answer = waiting for an answer
shell-waiting = { $count } waiting for an answer
shell-unread = { $count ->
    [0] Notifications, nothing new
    [one] One new notification
   *[other] { $count } new notifications
}
shell-key-enter = Enter
shell-key-write = Write a post
shell-key-home = Go home
shell-key-calendar = Go to the calendar
shell-key-inbox = Go to the inbox
shell-key-next = Next, previous conversation
shell-key-reply = Reply
shell-key-note = Write an internal note
shell-key-snooze = Snooze
shell-key-assign = Assign to someone
shell-key-label = Label
shell-key-check = Select the conversation
shell-key-search = Search
shell-key-resolve = Mark as resolved
shell-key-send = Send

parts-crumbs = You are here
parts-pages = Pages of the list
parts-newer = Newer
parts-older = Older
parts-copy = Copy
parts-form-refused = Some fields need correcting.

state-draft = Draft
state-asked = Waits for agreement
state-planned = Scheduled
state-prepared = Ready
state-sending = Sending
state-processing = Processing
state-published = Published
state-uncertain = Uncertain
state-failed = Refused
state-held = Held
state-cancelled = Cancelled
state-needs-a-person = Over to you
state-late = Late

session-leaving-title = One moment
session-leaving-lead = You are about to sign in on { $site }, then you will come back here.
session-leaving-go = Continue
shell-room-approvals = Approvals
shell-room-charter = Charter
shell-room-promises = Promises
shell-due = late or at risk
shell-room-escalations = Escalations
shell-escalated = questions to follow up
shell-room-fading = Relaunches
