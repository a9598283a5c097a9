# The calendar.
calendar-month = Month
calendar-week = Week
calendar-day = Day
calendar-today = Today
calendar-previous-month = Previous month
calendar-next-month = Next month
calendar-previous-week = Previous week
calendar-next-week = Next week
calendar-previous-day = Previous day
calendar-next-day = Next day
calendar-channel = Account
calendar-every-channel = All accounts
calendar-state = State
calendar-every-state = All states
calendar-filter = Filter
calendar-caption = Posts of { $when }
calendar-week-of = week of { $first } to { $last }
calendar-lead = { $count ->
    [0] Nothing planned. Times of { $city }.
    [one] One post. Times of { $city }.
   *[other] { $count } posts. Times of { $city }.
}
calendar-count = { $count ->
    [0] no post
    [one] one post
   *[other] { $count } posts
}
calendar-more = { $count } more
calendar-chip = { $name }, { $networks }, { $time }, { $state }
calendar-write = Write for this day
calendar-write-on = Write for { $day }
calendar-empty-day = Nothing that day
calendar-empty-day-lead = Write a post for this day: it will have the right date already.
calendar-drag-hint = Drag a post to another day, or choose it with Tab, then Space, the arrows and Space again.
