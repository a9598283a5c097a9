# The calendar.
calendar-month = Month
calendar-week = Week
calendar-day = Day
calendar-list = List
calendar-ideas = Ideas
calendar-views = Ways to look at the calendar
calendar-today = Today
calendar-previous-month = Previous month
calendar-next-month = Next month
calendar-previous-week = Previous week
calendar-next-week = Next week
calendar-previous-day = Previous day
calendar-next-day = Next day
calendar-previous-list = A month earlier
calendar-next-list = A month later
calendar-filter = Filter
calendar-filter-apply = Show
calendar-filter-none = Clear all
calendar-filter-off = remove this filter
calendar-filters-on = Filters in place
calendar-narrowed = { $count ->
    [one] One filter in place.
   *[other] { $count } filters in place.
}
calendar-by-channel = Account
calendar-every-channel = Every account
calendar-by-state = State
calendar-every-state = Every state
calendar-by-campaign = Campaign
calendar-every-campaign = Every campaign
calendar-by-topic = Topic
calendar-every-topic = Every topic
calendar-by-format = Format
calendar-every-format = Every format
calendar-by-author = Author
calendar-every-author = Every author
calendar-format-text = Text
calendar-format-link = Link
calendar-format-image = Picture
calendar-format-carousel = Carousel
calendar-format-gif = Animated picture
calendar-format-video = Video
calendar-format-thread = Thread
calendar-format-poll = Poll
calendar-caption = Posts of { $when }
calendar-week-of = week of { $first } to { $last }
calendar-list-of = from { $day }
calendar-list-start = Start of the list
calendar-list-on = Next
calendar-lead = { $count ->
    [0] Nothing planned. { $city } time.
    [one] One post. { $city } time.
   *[other] { $count } posts. { $city } time.
}
calendar-lead-list = Dated drafts and posts, in order. { $city } time.
calendar-lead-ideas = Drafts that still wait for their day.
calendar-count = { $count ->
    [0] no post
    [one] one post
   *[other] { $count } posts
}
calendar-more = { $count } more
calendar-chip-undated = idea without a date
calendar-write = Write for this day
calendar-write-on = Write for { $day }
calendar-empty-list = Nothing from this day on
calendar-empty-list-lead = Dated drafts and scheduled posts line up here, the nearest first.
calendar-drag-hint = Drag a post to move it, with Alt or Ctrl to copy it. By keyboard: Tab, Space to pick it up, arrows, Enter to drop it, Escape to give up.
calendar-hours-all = Show every hour
calendar-hours-few = Show working hours only
calendar-more-actions = More for this calendar
calendar-choose = Choose several posts
calendar-choose-end = Stop choosing
calendar-choose-all = Choose everything on this page
calendar-choose-one = Choose “{ $name }”
calendar-choose-lead = Tick posts, then say what to do with them.
calendar-chosen-one = One post chosen
calendar-chosen-more = posts chosen
calendar-shift = Shift
calendar-shift-days = Days
calendar-shift-hours = Hours
calendar-shift-hint = A negative number brings forward. The clock reading is kept when clocks change.
calendar-shift-go = Shift the selection
calendar-to-date = Move to
calendar-to-date-field = Day
calendar-to-date-hint = Each keeps its time of day.
calendar-to-date-go = Move the selection
calendar-hold = Hold
calendar-release = Release
calendar-remove = Remove
calendar-changed-none = Nothing changed: { $name }.
calendar-changed-hold = { $count ->
    [one] One post held.
   *[other] { $count } posts held.
}
calendar-changed-release = { $count ->
    [one] One post released.
   *[other] { $count } posts released.
}
calendar-changed-remove = { $count ->
    [one] One post removed.
   *[other] { $count } posts removed.
}
calendar-changed-moved = { $count ->
    [one] One post moved.
   *[other] { $count } posts moved.
}
calendar-changed-some = { $count ->
    [one] One post changed. Left in place: { $name }.
   *[other] { $count } posts changed. Left in place: { $name }.
}
calendar-change-undone = { $count ->
    [0] Nothing could be put back: everything has left or changed since.
    [one] One post put back.
   *[other] { $count } posts put back.
}
calendar-change-nothing-chosen = No post was chosen.
calendar-change-unclear = Say how far to shift, or to which day.
calendar-why-gone = no longer there
calendar-why-not-allowed = beyond your role
calendar-why-already-left = already left
calendar-why-in-the-past = would be in the past
calendar-why-no-day = without a date
calendar-why-refused = that a network would refuse
calendar-why-checked = that a check keeps back
calendar-why-needs-approval = that someone must agree to
calendar-why-paused = kept back by a pause
calendar-why-nothing-to-do = with nothing to do
calendar-ideas-show = Show ideas
calendar-ideas-hide = Hide ideas
calendar-ideas-none = Note an idea, it will wait here. Drag it onto a day when it is ripe.
calendar-ideas-all = All drafts
calendar-idea-new = New idea
calendar-idea-add = Note the idea
calendar-idea-empty = Write a few words first.
calendar-idea-noted = Idea noted.
calendar-idea-drafted = Draft begun for { $when }.
calendar-idea-day = Put on this day
calendar-idea-day-of = Day for “{ $name }”
calendar-wanted = Draft meant for { $when }.
calendar-unwanted = The date is gone: it is an idea again.
calendar-day-past = This day has passed. Choose today or later.
calendar-copy-to = Duplicate on…
calendar-copy-to-of = Duplicate “{ $name }” on another day
calendar-copy-day = Day
calendar-copy-time = Time
calendar-copy-lead = The copy is a draft: nothing leaves until you schedule it.
calendar-copy-go = Duplicate
calendar-copied = Copied as a draft for { $when }.
calendar-days-show = Show days to remember
calendar-days-hide = Hide days to remember
calendar-days-coming = Days to remember
calendar-days-title = Days to remember
calendar-days-lead = The three months from { $day }, computed from law and custom.
calendar-days-on = The next three months
calendar-days-none = Nothing to point out
calendar-days-none-lead = Choose beside which kinds of days your brand wants to see.
calendar-days-until = until { $day }
calendar-days-draft = Make it a draft
calendar-days-draft-of = Make it a draft: { $name }
calendar-days-choice = What your brand wants to see
calendar-days-keep = Save
calendar-days-kept = The calendar now shows these days.
calendar-family-public = Public holidays
calendar-family-public-hint = The eleven days of the French labour code.
calendar-family-alsace_moselle = Holidays of Alsace and Moselle
calendar-family-alsace_moselle-hint = Good Friday and 26 December.
calendar-family-feasts = Feasts and traditions
calendar-family-feasts-hint = Candlemas, Valentine’s Day, Mother’s Day, Halloween…
calendar-family-trade = Trade
calendar-family-trade-hint = Sales, back to school, Black Friday, Beaujolais nouveau…
calendar-family-culture = Culture
calendar-family-culture-hint = Fête de la musique, heritage days…
calendar-family-world_days = World days
calendar-family-world_days-hint = Women’s rights, Earth, small firms…
calendar-family-clocks = Changes of clocks
calendar-family-clocks-hint = Those of the brand’s time zone.
calendar-print = Print
calendar-pause-all = Pause everything
calendar-held = Second look
calendar-held-some = { $count ->
    [one] One post is held and waits for your second look.
   *[other] { $count } posts are held and wait for your second look.
}
calendar-held-look = Look at them
calendar-channel-paused = { $network } ({ $account }) is paused: nothing leaves there.
calendar-channel-resume = Resume
calendar-held-lead = { $count ->
    [0] Nothing is held.
    [one] One post is held. Nothing leaves without a second look.
   *[other] { $count } posts are held. Nothing leaves without a second look at each.
}
calendar-held-none = Nothing to look at
calendar-held-none-lead = What a pause, a check, a missing approval or a person holds waits here.
calendar-held-late = Due { $when }, { $length } ago
calendar-held-due = Due { $when }
calendar-held-release = Let it leave at its time
calendar-held-release-now = Let it leave now
calendar-held-still = The pause still lasts: released, it would be held again at its time.
calendar-held-move = Release at another time
calendar-held-move-go = Schedule
calendar-held-edit = Edit
calendar-held-conversation = See the conversation
calendar-held-cancel = Cancel the send
calendar-held-released = Released.
calendar-held-moved = Scheduled { $when }.
calendar-held-cancelled = Send cancelled.
calendar-held-again = Held again.
calendar-held-changed = This post had changed meanwhile.
calendar-subscribe = Subscribe to the calendar
calendar-link-lead = Your editorial calendar in the one you open every morning.
calendar-link-none = A secret address lets others read what is scheduled and published, and nothing else of the brand. Drafts are not in it.
calendar-link-days = Put days to remember in it too
calendar-link-days-keep = Save
calendar-link-days-kept = Saved. The address has not changed.
calendar-link-make = Make the address
calendar-link-made = The address is made.
calendar-link-title = The secret address
calendar-link-open = Open in my calendar
calendar-link-secret = Whoever has this address can read the calendar, without an account.
calendar-link-since = It dates from { $when }. Renew it if it has been passed around too much: the old one stops at once.
calendar-link-renew = Renew the address
calendar-link-revoke = Remove the address
calendar-link-revoked = The address is removed: it opens nothing any more.
calendar-link-how = How to add it
calendar-link-google = Google Calendar
calendar-link-google-how = On a computer: Other calendars, +, From URL, then paste the address. Google reads it again a few times a day.
calendar-link-apple = Apple Calendar
calendar-link-apple-how = The button above is enough. Otherwise: File, New calendar subscription, then paste the address.
calendar-link-outlook = Outlook
calendar-link-outlook-how = Add calendar, Subscribe from web, then paste the address.
calendar-link-delay = Each program reads the address at its own pace: a change may take a few hours.
calendar-feed-name = { $name }, posts
