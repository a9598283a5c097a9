# The queue: slots, what waits in them, recurring posts, advised times.
queue-title = Queue
queue-lead = { $count ->
    [0] Nothing waits in the queue.
    [one] One post waits for its slot.
   *[other] { $count } posts wait for their slots.
}
queue-tab-queue = The queue
queue-tab-slots = Slots
queue-tab-recurring = Recurring posts
queue-tab-times = Advised times
queue-day-at = { $day } at { $time }
queue-channel = Channel
queue-every-channel = Every channel
queue-filter = Filter
queue-shuffle = Shuffle
queue-free = Free
queue-write = Write
queue-recurring = Recurring
queue-by-hand = Scheduled by hand
queue-more = See further
queue-none = The brand has no slots yet
queue-none-lead = A slot is a time of the week at which you publish. What you put in the queue takes the next free slot, with no date to choose.
queue-none-do = Choose the slots
queue-nothing-here = No slot of this channel in these weeks.
queue-skipped = Clocks change that night: it will go out at { $time }.
queue-twice = Clocks change that night: it will go out the first time clocks show that hour.
queue-earlier = Earlier: { $name }
queue-earlier-short = Earlier
queue-later = Later: { $name }
queue-later-short = Later
queue-leave = Take out of the queue: { $name }
queue-leave-short = Take out of the queue
queue-moved = Moved: { $when }.
queue-shuffled = { $count } posts changed places.
queue-shuffled-nothing = Nothing to shuffle: no post can take another’s place.
queue-queued = In the queue, for { $when }.
queue-left = Out of the queue: it is a draft again.
queue-undone = Undone.
queue-undone-some = { $count ->
    [one] Undone, but for one post, moved since or whose place is taken.
   *[other] Undone, but for { $count } posts, moved since or whose place is taken.
}
queue-not-done = It was not done. { $where }
queue-repeat = Repeat this post
queue-put = Put in the queue
queue-put-when = Next free slot: { $when }.
queue-put-none = No free slot suits it: see the slots
queue-advised = Advised times, from { $count } of your posts: { $times }.
queue-advised-why = Why
queue-error-not-a-time = Give a time, such as 9:00.
queue-error-no-channel = Choose at least one channel.
queue-error-same-slot = This slot is there already.
queue-error-too-many-slots = The brand has 400 slots already. Remove some before adding more.
queue-error-no-slots = The brand has no slots yet. Choose them under “Slots”.
queue-error-no-slot-suits = No slot for this topic is meant for { $networks }. Add a slot, or take this channel away.
queue-error-not-together = No slot brings all these channels together for this topic. Add one, or make two posts of it.
queue-error-full = Every slot that suits is taken for a year. Add slots.
queue-error-does-not-suit = This slot does not suit this post (channels or topic), or it is taken.
queue-error-nowhere = There is no other slot that way.
queue-error-not-queued = This post no longer waits in the queue.
queue-error-undone = It was undone already.
queue-error-no-day = Choose at least one day.

queue-slots-title = Slots
queue-slots-lead = The times of the week at which the brand publishes. What is put in the queue takes them in order.
queue-slots-none = The brand has no slots yet.
queue-slot-without-channel = No channel
queue-slot-change = Change:
queue-slots-added = { $count ->
    [one] One slot added.
   *[other] { $count } slots added.
}
queue-channels = Channels
queue-days = Days
queue-day = Day
queue-time = Time
queue-topic = Topic
queue-topic-any = Every topic
queue-topic-hint = A slot kept for a topic takes nothing else.
queue-slot-add = Add slots
queue-slot-add-do = Add
queue-copy = Copy a day
queue-copy-from = From
queue-copy-to = To
queue-copy-do = Copy
queue-propose = A first set of slots
queue-propose-own = Drawn from your own posts ({ $count } measured).
queue-propose-none = { $count ->
    [0] Somewhere to begin, no more: your figures do not say yet which hours do better.
    [one] Somewhere to begin, no more: one measured post does not say yet which hours do better.
   *[other] Somewhere to begin, no more: { $count } measured posts do not say yet which hours do better.
}
queue-propose-do = Add these slots
queue-see-times = See the advised times
queue-no-channels = No channel connected
queue-no-channels-lead = A slot says where one publishes: connect a channel first.
queue-no-channels-do = Connect a channel
queue-slot-lead = What waits in this slot follows to its new time, or takes the next free slot. You can undo it.
queue-slot-save = Save
queue-slot-remove = Remove this slot
queue-slot-changed = Slot changed.
queue-slot-changed-moved = { $count ->
    [one] Slot changed. One post followed.
   *[other] Slot changed. { $count } posts followed.
}
queue-slot-changed-kept = { $count ->
    [one] Slot changed. One post found no slot: it keeps its time, out of the queue. Moved: { $where }.
   *[other] Slot changed. { $count } posts found no slot: they keep their times, out of the queue. Moved: { $where }.
}
queue-slot-removed = Slot removed.
queue-slot-removed-moved = { $count ->
    [one] Slot removed. One post took another slot.
   *[other] Slot removed. { $count } posts took other slots.
}
queue-slot-removed-kept = { $count ->
    [one] Slot removed. One post found no slot: it keeps its time, out of the queue. Moved: { $where }.
   *[other] Slot removed. { $count } posts found no slot: they keep their times, out of the queue. Moved: { $where }.
}

times-title = Advised times
times-lead = When your own posts do better. Nothing here comes from elsewhere.
times-none = No measured post
times-none-lead = Advised times come from your own figures. Publish, or import the statistics that your networks export.
times-none-do = Import figures
times-too-few = Too few posts
times-too-few-lead = { $count ->
    [0] No post whose hour and rate are known: { $fewest } are needed to say anything.
    [one] One post whose hour and rate are known: { $fewest } are needed to say anything.
   *[other] { $count } posts whose hour and rate are known: { $fewest } are needed to say anything.
}
times-no-difference = No difference shown
times-no-difference-lead = On { $count } posts, hours differ by no more than chance makes them. Publish when it suits you.
times-advised = These times do better
times-every-day-at = Every day at { $time }
times-on = On { $day }
times-why = { $count ->
    [one] { $rate } expected (between { $low } and { $high }), against { $usual } usually; one post at that time.
   *[other] { $rate } expected (between { $low } and { $high }), against { $usual } usually; { $count } posts at that time.
}
times-rests-on = { $measure }; { $count } posts of { $all } measured.
times-period = From { $from } to { $to }.
times-paid = { $count ->
    [one] One post whose reach was bought is left out.
   *[other] { $count } posts whose reach was bought are left out.
}
times-map = The week, hour by hour
times-map-lead = The rate expected at each hour, against the usual one; the number is how many posts came out then.
times-map-plain = How many posts came out at each hour. No colour: nothing says that one hour is better than another.
times-hour = Hour
times-cell = { $count ->
    [one] One post; expected rate { $rate } (between { $low } and { $high })
   *[other] { $count } posts; expected rate { $rate } (between { $low } and { $high })
}
times-cell-posts = { $count ->
    [0] No post
    [one] One post
   *[other] { $count } posts
}
times-better = better than usual, with 95% confidence
times-level-1 = far below usual
times-level-2 = a little below
times-level-3 = as usual
times-level-4 = a little above
times-level-5 = far above usual
times-how = How it is computed
times-how-told = Each hour and each day is pulled back to your usual rate, the more so the fewer posts it has; neighbouring hours shed light on each other. Each channel’s own level is taken away first. A time is advised only when three things hold: at least 30 posts, differences that chance makes less than once in twenty, and a 95% interval wholly above the usual rate.

again-title = Recurring posts
again-lead = What comes back on fixed dates, or from time to time. Each date makes a real post, two weeks before.
again-none = Nothing comes back yet
again-none-lead = The Tuesday appointment, opening hours, the recipe worth telling again: write it once, in several variations so as not to repeat yourself.
again-new = New recurring post
again-new-lead = It will come back by itself. Each date can be changed or skipped on its own.
again-next = Next: { $when }
again-state-active = Active
again-state-paused = Paused
again-state-ended = Ended
again-free = { $count ->
    [one] Into slots left free, at most every day
   *[other] Into slots left free, at most every { $count } days
}
again-days = { $count ->
    [one] Every day at { $time }
   *[other] Every { $count } days at { $time }
}
again-weeks = { $count ->
    [one] Every week, { $days }, at { $time }
   *[other] Every { $count } weeks, { $days }, at { $time }
}
again-month-day = { $count ->
    [one] Every month, on day { $day }, at { $time }
   *[other] Every { $count } months, on day { $day }, at { $time }
}
again-month-weekday = { $count ->
    [one] Every month, on the { $nth } { $day }, at { $time }
   *[other] Every { $count } months, on the { $nth } { $day }, at { $time }
}
again-nth = Which one
again-nth-1 = first
again-nth-2 = second
again-nth-3 = third
again-nth-4 = fourth
again-nth-last = last
again-no-end = no end date
again-until-day = until { $day }
again-times-count = { $count ->
    [one] once
   *[other] { $count } times
}
again-until-used = { $count ->
    [one] only once
   *[other] until the { $count } variations are used
}
again-paused = Paused. What is ready will go out; nothing new will be made.
again-resumed = Resumed. Dates that passed meanwhile are not made good.
again-skipped = Skipped: { $when }.
again-unskipped = Planned again: { $when }.
again-ended = { $count ->
    [0] Ended. Nothing more will be made.
    [one] Ended. One post that was ready was taken away.
   *[other] Ended. { $count } posts that were ready were taken away.
}
again-begun = It will come back by itself.
again-changed = What follows is changed. What someone had changed by hand stays.
again-edit = Change
again-edit-title = Change what comes back
again-edit-lead = For every date to come. Those that someone changed by hand stay as they are.
again-edit-from = From { $when } on
again-edit-from-lead = This date and all that follow. Those before stay as they are.
again-pause = Pause
again-resume = Resume
again-coming = Next dates
again-coming-free = It will take the next slot left free, three days before.
again-coming-none = Nothing more is to come.
again-not-yet = To be made
again-outcome-made = Ready
again-outcome-refused = To look at
again-outcome-skipped = Skipped
again-outcome-missed = Missed
again-this-one = Change this one
again-following = This one and those after
again-skip = Skip
again-unskip = Take up again
again-variation = Variation { $number }
again-variation-head = Variation
again-history = What it brought
again-history-none = It has not come out yet.
again-date = Date
again-rate = Engagement rate
again-texts = { $count ->
    [one] The text
   *[other] { $count } variations, in turn
}
again-end = End it
again-withdraw = Also take away the posts that are ready and that nobody changed
again-end-do = End it
again-what = What it says
again-what-hint = Write several variations: they are used in turn, so that nothing is repeated word for word.
again-optional = (optional)
again-used = Stop when every variation was used
again-topic-none = No topic
again-from-post = The picture, the link and the settings of the original post are kept.
again-when = When it comes back
again-kind-weeks = Every week
again-kind-weeks-hint = On Tuesday, on Tuesday and Friday…
again-kind-month-weekday = A day of the month
again-kind-month-weekday-hint = The first Monday, the last Friday…
again-kind-month-day = A date of the month
again-kind-month-day-hint = The 1st, the 15th…
again-kind-days = Every few days
again-kind-days-hint = Every 10 days…
again-kind-free = From time to time
again-kind-free-hint = Into slots left free in the queue
again-day = Date of the month
again-day-hint = A shorter month gives its last day.
again-gap = Rest, in days
again-gap-hint = At least so many days between two.
again-every = Every how many
again-every-hint = 1 for every week, month or day; 2 for every other one…
again-start = From
again-ends = When it stops
again-ends-never = Never
again-ends-until = On a date
again-ends-times = After a number of times
again-until = Last day
again-times = Number of times
again-save = Save
again-begin = Begin
again-error-rhythm = This rhythm means nothing: check the days, numbers and dates.
again-error-no-text = Write at least one text.
again-error-too-many-texts = 50 variations at most.
