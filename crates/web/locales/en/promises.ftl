# Promised answers: what is promised, kept or late; hours, delays, assignment, checks.
promises-title = Promised answers
promises-title-late = { $count ->
    [one] { $count } answer is late
   *[other] { $count } answers are late
  }
promises-lead = Whom we promised an answer, and until when.
promises-tabs = Promised answers
promises-tab-list = To keep
promises-tab-figures = Figures
promises-tab-checks = Checks
promises-tab-unplaced = Without a place
promises-settings = Set response times
promises-begin = Choose a response time
promises-nothing = No response time is promised
promises-nothing-lead = Choose how soon you want to answer: Parvis watches the clock, warns before time runs out and shows what is late.
promises-none = Nothing here
promises-none-lead = No conversation fits. Promises whose time is near come here by themselves.
promises-filter-state = By due time
promises-filter-all = All
promises-filter-late = Late
promises-filter-risk = At risk
promises-filter-on-time = On time
promises-filter-whose = Whose
promises-whole-team = The whole team
promises-mine = Yours
promises-nobody = Nobody’s
promises-state-late = Late
promises-state-risk = At risk
promises-state-on-time = On time
promises-badge-late = Late, { $when }
promises-badge-risk = At risk, { $when }
promises-badge-on-time = { $when }
promises-kind-first = First answer
promises-kind-next = Next answer
promises-kind-resolution = Resolution
promises-minutes = { $count } min
promises-hours = { $count } h
promises-hours-minutes = { $count } h { $minutes } min
promises-gone = Removed since
promises-everyone = All conversations
promises-on-channel = on { $name }
promises-with-label = label { $name }
promises-priority-low = not pressing
promises-priority-normal = ordinary priority
promises-priority-high = pressing
promises-priority-urgent = urgent
promises-says-first-working = First answer within { $delay } of working time.
promises-says-first-around = First answer within { $delay }, day and night.
promises-says-next-working = Next answers within { $delay } of working time.
promises-says-next-around = Next answers within { $delay }, day and night.
promises-says-resolution-working = Settled within { $delay } of working time.
promises-says-resolution-around = Settled within { $delay }, day and night.
promises-preview = A message received { $said } is promised an answer by { $when }.
promises-preview-now = A message received now is promised an answer by { $when }.
promises-preview-settled = A message received { $said } is promised to be settled by { $when }.
promises-preview-settled-now = A message received now is promised to be settled by { $when }.

promises-figures-title = Promises kept
promises-figures-lead = How soon we answer, and whether we keep our word.
promises-figures-nothing = Nothing is known yet
promises-figures-period = Period
promises-figures-days = { $count } days
promises-figures-now = Right now
promises-figures-running = { $count ->
    [0] No promise is running.
    [one] { $count } promise is running.
   *[other] { $count } promises are running.
  }
promises-figures-running-late = { $count ->
    [0] None is late.
    [one] { $count } is late.
   *[other] { $count } are late.
  }
promises-figure-kept = Promises kept
promises-figure-of = { $count } of { $total }
promises-figure-few = Too few for a percentage
promises-figure-median = Median time
promises-figure-p90 = Nine times in ten
promises-figure-over = { $count ->
    [one] over { $count } promise
   *[other] over { $count } promises
  }
promises-figure-unknown = Not known
promises-figure-unknown-why = No promise of this kind ended in the period
promises-figures-dropped = { $count ->
    [one] { $count } conversation was resolved without an answer: neither kept nor broken.
   *[other] { $count } conversations were resolved without an answer: neither kept nor broken.
  }
promises-figures-how = How it is counted
promises-figures-definition = A promise is kept when what was promised came within the time promised then; a change made since alters nothing that has ended. An answer counts from the moment it went out. Promises that ended in the period are counted.
promises-figures-definition-time = Times are counted in the brand’s opening hours. The clock stops while the conversation waits for the customer, is snoozed or is resolved. The median is the time that half of the answers do not exceed.
promises-figures-coverage = Known since { $when }: nothing was promised before.

promises-checks-title = Channel checks
promises-checks-lead = Each day, Parvis reads the last { $count } days of each channel again, without relying on its ordinary readings: what was missed is found and put in its place.
promises-checks-no-channel = No channel to check
promises-checks-no-channel-lead = Connect a channel: it is checked each day.
promises-checks-past = Latest checks
promises-check-asked = The check begins. It goes on without you.
promises-check-under-way = A check of this channel is already under way.
promises-check-now = Check now
promises-check-never = Not checked yet
promises-check-by-clock = the day’s check
promises-check-by-hand = asked for by hand
promises-check-running = Check under way
promises-check-all-there = { $count ->
    [0] Nothing to read: no notification in these days
    [one] { $count } item read again, it was there
   *[other] { $count } items read again, all were there
  }
promises-check-found = { $count ->
    [one] { $count } item read again
   *[other] { $count } items read again
  }, { $missing ->
    [one] { $missing } was missing
   *[other] { $missing } were missing
  }
promises-check-partial = Check interrupted after { $count ->
    [one] { $count } item
   *[other] { $count } items
  }: the rest is not known
promises-check-missing = { $count ->
    [one] { $count } found
   *[other] { $count } found
  }
promises-check-trouble-retry = The network did not answer: tomorrow’s check will try again
promises-check-trouble-rate-limited = The network asks you to wait: try again later
promises-check-trouble-reauthorize = The network refuses access: connect the channel again
promises-check-trouble-rejected = The network refused the check
promises-check-trouble-unsupported = This network does not allow messages to be read again
promises-check-trouble-not-connected = The channel is not connected
promises-check-trouble-too-much = Too many items for one check
promises-check-when = On
promises-check-back-to = Back to
promises-check-reached = Stopped at
promises-check-read = Items read
promises-check-unreadable = Unreadable
promises-blind = Can’t be read again here: { $what }.
promises-blind-removed = what was removed since
promises-blind-dismissed = notifications dismissed from the account
promises-blind-direct = private messages
promises-blind-old = what the network no longer keeps
promises-found-title = Check of { $name }
promises-found-none = Nothing was missing
promises-found-none-lead = Everything the network gave was in its place already.
promises-found-ours = Answer written on the network

promises-unplaced-title = Without a place
promises-unplaced-lead = What networks gave and no conversation could take. Nothing is thrown away: you decide.
promises-unplaced-none = Everything found its place
promises-unplaced-none-lead = Each message received is in a conversation.
promises-unplaced-nothing = Nothing of it can be read.
promises-unplaced-unreadable = The network does not say what it is, or who it is from.
promises-unplaced-awaiting = This answer, written on the network, answers a message that has not arrived. It will take its place by itself if it does.
promises-unplaced-see = See it on the network
promises-place = Put in this conversation
promises-place-of = Conversation for the message of { $name }
promises-placed = The message is in the conversation.
promises-not-placed = This message can’t go in that conversation.
promises-dismiss = Leave aside
promises-dismissed = Left aside.
promises-restored = Back in the list.

promises-hours-title = Opening hours
promises-hours-lead = When you are there to answer. Promised times only run during these hours.
promises-hours-saved = Opening hours saved. Due times have been recalculated.
promises-hours-save = Save the hours
promises-hours-never = Give at least one opening, or choose “day and night”.
promises-hours-overlap = Two openings of the same day overlap.
promises-hours-unreadable = Complete the hours of { $day }: a beginning, and an end after it.
promises-hours-from = Opening { $count }, beginning
promises-hours-until = Opening { $count }, end
promises-mode = When do you answer?
promises-mode-week = At fixed hours
promises-mode-week-hint = Up to three openings a day; leave empty what is closed.
promises-mode-always = Day and night
promises-mode-always-hint = Time runs without a break.
promises-holidays = Public holidays
promises-holidays-none = Worked
promises-holidays-france = Closed on the public holidays of France
promises-holidays-alsace_moselle = Closed on the public holidays of Alsace and Moselle
promises-own-days = Your own days
promises-own-days-lead = Closures, leave, exceptional openings: they take precedence over the week and public holidays.
promises-day-from = From
promises-day-until = To
promises-day-until-hint = Empty: that day only.
promises-last-day = To (included)
promises-open-from = Open from
promises-open-until = until
promises-open-hint = Empty: closed.
promises-note = Note for the team
promises-note-too-long = 200 characters at most.
promises-day-add = Add these days
promises-day-added = Days added. Due times have been recalculated.
promises-day-removed = Days removed. Due times have been recalculated.
promises-day-needed = Give a day.
promises-day-backwards = The last day comes before the first.
promises-day-too-long = A year at most.
promises-day-hours = Give a beginning, and an end after it.
promises-days-span = from { $from } to { $until }
promises-opening = from { $from } to { $until }
promises-closed = Closed
promises-remove = Remove

promises-policies-title = Promised response times
promises-policies-lead = How soon to answer, and whom.
promises-proposal = To begin with
promises-proposal-lead = A simple promise, which you can change at any time.
promises-proposed-name = Everyone
promises-no-hours = You have no opening hours: promised times would run day and night.
promises-set-hours = Give your hours
promises-accept = Promise this
promises-in-order = What you promise
promises-in-order-lead = In order: the first promise that fits a conversation applies to it.
promises-earlier = Move up
promises-change = Change
promises-add = Add a promise
promises-policy-save = Save
promises-policy-added = It is promised. Due times have been calculated.
promises-policy-changed = Promise changed. What has ended is still judged by what was promised then.
promises-policy-removed = Promise removed.
promises-policy-remove = Remove this promise
promises-policy-remove-lead = Conversations under way go to the next promise that fits them.
promises-field-name = Name
promises-for-whom = For which conversations
promises-field-channel = Channel
promises-field-label = Label
promises-field-priority = Priority
promises-any-channel = All channels
promises-any-label = With or without a label
promises-any-priority = All priorities
promises-delays = Response times, in hours
promises-delays-hint = 0.5 for half an hour. Leave empty what you do not promise.
promises-field-first = First answer
promises-field-next = Next answers
promises-field-resolution = Settled
promises-field-working = Count opening hours only
promises-bad-name = Give a name of 1 to 80 characters.
promises-nothing-promised = Give at least one response time.
promises-bad-delay = A response time is between a minute and 90 days, in hours: 4, or 0.5.
promises-too-many = There are as many as possible already: remove some first.
promises-watch = Warn before time runs out
promises-warning = At risk when this much time is left, in hours
promises-warning-hint = At most half of the promised time.
promises-bad-warning = From a minute to 72 hours.
promises-reminds = Warn the person the conversation is assigned to
promises-letters = Also by e-mail
promises-watch-save = Save
promises-watch-saved = Noted.
promises-steps = Whom to tell when it is late
promises-steps-lead = Each step warns once. Without a step, only the person the conversation is assigned to knows.
promises-late-by = Once late by, in hours
promises-step-to = Tell
promises-managers = Those who manage the brand
promises-step-add = Add this step
promises-step-added = Step added.
promises-step-removed = Step removed.
promises-step-line = Once late by { $delay }: { $name }
promises-step-at-once = As soon as it is late: { $name }

promises-assignment-title = Assignment
promises-assignment-lead = Who gets what comes in, and who is away.
promises-left = { $count ->
    [one] { $name } is away: { $count } conversation to hand over
   *[other] { $name } is away: { $count } conversations to hand over
  }
promises-left-until = Back after { $day }.
promises-give-to = Hand the conversation of { $name } to
promises-give = Hand over
promises-handed-over = The conversation is handed over.
promises-rules = Rules
promises-rules-none = No rule: what comes in is nobody’s, and each takes what they want.
promises-rules-lead = The first rule that fits chooses the person. Anyone who is away or has enough already gets nothing; if nobody can, those who manage the brand are told and the conversation waits.
promises-rule-add = Add a rule
promises-rule-save = Add the rule
promises-rule-added = Rule added.
promises-rule-removed = Rule removed.
promises-rule-nobody = Choose at least one person.
promises-rule-not-of-team = One of these people does not answer for this brand.
promises-way = How to choose
promises-way-in-turn = In turn
promises-way-in-turn-hint = One after the other, in order.
promises-way-least-loaded = The least busy
promises-way-least-loaded-hint = Whoever has the fewest open conversations.
promises-among = Among
promises-give-out = Share out what is already waiting
promises-given-out = { $count ->
    [0] Nothing was waiting to be shared out.
    [one] { $count } conversation is about to be shared out.
   *[other] { $count } conversations are about to be shared out.
  }
promises-capacities = Each person’s load
promises-capacities-lead = Beyond this number of open conversations, rules give a person nothing more.
promises-capacities-save = Save
promises-capacities-saved = Saved.
promises-bad-capacity = A number from 1 to 10,000, or nothing.
promises-open-now = { $count ->
    [0] No open conversation
    [one] { $count } open conversation
   *[other] { $count } open conversations
  }
promises-no-limit = no limit
promises-most-of = Open conversations at most, { $name }
promises-at-most = { $count } at most
promises-away = Away
promises-absences = Absences
promises-absences-lead = Anyone who is away gets nothing new; what they leave open is to be handed over at the top of this page.
promises-absent = Who
promises-absence-add = Note the absence
promises-absence-own = Note my absence
promises-absence-added = Absence noted.
promises-absence-removed = Absence removed.
promises-check-no-reading = Kept by hand: nothing can be read again there
