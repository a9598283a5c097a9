# Suggestions and complaints.
shell-room-feedback = Suggestions
feedback-title = Suggestions and complaints
feedback-lead = What people propose and what they complain of, until they have had their answer.
feedback-none-yet = Nothing is filed yet
feedback-none-yet-lead = Create a category and say who looks after it. From a conversation, one action then files a suggestion or a complaint there; Parvis can propose them too.
feedback-none = Nothing is under way
feedback-none-lead = All that was filed has had its answer.
feedback-none-found = Nothing matches
feedback-none-found-lead = Widen the filters.
feedback-sheet = Download (CSV)
feedback-categories = Categories
feedback-categories-lead = Each says what it takes, who looks after it and what people are told.
feedback-categories-none = No categories
feedback-categories-none-lead = For example “Delivery”, “Shop”, “Ideas for products”.
feedback-category-add = Create a category
feedback-category-new = New category
feedback-category-keep = Save
feedback-category-kept = Category “{ $name }” saved.
feedback-category-remove = Remove this category
feedback-category-remove-hint = What is filed there stays, with its history.
feedback-category-removed = Category “{ $name }” removed.
feedback-name = Name
feedback-takes = What it takes
feedback-takes-suggestion = Suggestions
feedback-takes-complaint = Complaints
feedback-takes-both = Both
feedback-owner = Who looks after it
feedback-days-field = Expected time, in days
feedback-days = { $count ->
    [one] one day expected
   *[other] { $count } days expected
}
feedback-how = How things get there
feedback-terms = Words that lead to it
feedback-terms-hint = One per line; * stands for the end of a word. Without any, everything that reads as a suggestion or a complaint fits.
feedback-filing = Filing
feedback-filing-by_hand = By hand
feedback-filing-by_hand-hint = The team files from conversations.
feedback-filing-proposed = Proposed
feedback-filing-proposed-hint = Parvis proposes; someone agrees or not.
feedback-filing-automatic = Automatic
feedback-filing-automatic-hint = Parvis files what fits, as it comes.
feedback-filing-short-by_hand = by hand
feedback-filing-short-proposed = proposed
feedback-filing-short-automatic = automatic
feedback-words = What people are told
feedback-words-lead = At each step, once, in the person’s language. {"{first name}"}, {"{name}"}, {"{brand}"}, {"{me}"} and {"{reason}"} are filled in automatically. A step without words sends nothing.
feedback-telling = Sending
feedback-telling-draft = As a draft
feedback-telling-draft-hint = Someone reads it before it goes.
feedback-telling-send = At once
feedback-telling-send-hint = The text goes out as soon as the step changes.
feedback-telling-short-draft = as a draft
feedback-telling-short-send = sent
feedback-in-french = In French
feedback-in-english = In English
feedback-first-received = Hello {"{first name}"}, thank you for telling us. We are looking into it and will come back to you.
feedback-first-in_progress = Hello {"{first name}"}, we are on it.
feedback-first-done = Hello {"{first name}"}, it is done. {"{reason}"}
feedback-first-declined = Hello {"{first name}"}, we will not be able to do this: {"{reason}"} Thank you for writing to us.
feedback-bad-name = Give a name of 80 characters at most.
feedback-bad-days = From 1 to 365 days.
feedback-bad-owner = Choose someone on the team.
feedback-too-many = The brand has a hundred categories already.
feedback-too-long = A text is too long: 2,000 characters at most.
feedback-unknown-blank = Nothing fills { $name }.
feedback-by-state = Step
feedback-by-category = Category
feedback-by-kind = Kind
feedback-by-owner = Who looks after it
feedback-only-sleeping = Late only
feedback-state-open = Open
feedback-state-all = All
feedback-state-proposed = Proposed
feedback-state-received = Received
feedback-state-in_progress = In progress
feedback-state-done = Done
feedback-state-declined = Declined
feedback-state-dismissed = Set aside
feedback-kind-suggestion = Suggestion
feedback-kind-complaint = Complaint
feedback-one-suggestion = Suggestion, { $category }
feedback-one-complaint = Complaint, { $category }
feedback-looked-after = looked after by { $name }
feedback-people = { $count ->
    [one] one person
   *[other] { $count } people
}
feedback-sleeps = Late
feedback-due = expected by { $when }
feedback-reason-said = Reason:
feedback-next = And now
feedback-reason = What was done, or why not
feedback-reason-hint = These words replace {"{reason}"} in what people are told.
feedback-reason-missing = Say why it won’t be done.
feedback-to-received = Accept
feedback-to-in_progress = Start on it
feedback-to-done = It is done
feedback-to-declined = Decline
feedback-to-dismissed = Set aside
feedback-to-proposed = Propose
feedback-tells = People are told once, as set in the category.
feedback-moved = Step changed.
feedback-recategorised = Category changed.
feedback-merged = Merged: everyone will be told.
feedback-sent = Message sent to the network.
feedback-dropped = Draft set aside.
feedback-filed = Filed in “{ $name }”.
feedback-filed-already = This message is filed here already.
feedback-dismissed = Proposal set aside.
feedback-drafts = { $count ->
    [one] A message to review
   *[other] { $count } messages to review
}
feedback-draft-to = Message for { $name }
feedback-because-chosen = The category asks for a review before it is sent.
feedback-because-too_long = The text is longer than the network takes: shorten it.
feedback-because-no_channel = It could not be sent through this channel.
feedback-because-old = What the person said is old: see whether this is still worth saying.
feedback-send = Send
feedback-drop = Don’t send
feedback-not-sendable = The network would not take it: shorten the text, or see whether this channel still works.
feedback-see = See the conversation
feedback-sources = { $count ->
    [one] One person said so
   *[other] { $count } people said so
}
feedback-was-told = told ({ $step }) { $when }
feedback-course = History
feedback-happened-filed = Filed in “{ $name }”
feedback-happened-proposed = Proposed in “{ $name }”
feedback-happened-joined = Merged with “{ $name }”
feedback-happened-merged = Merged into “{ $name }”
feedback-happened-category = Moved to “{ $name }”
feedback-happened-reminded = Its owner was reminded
feedback-order = File elsewhere
feedback-recategorise = Change category
feedback-same-as = The same as
feedback-same-hint = The people of the other join this one and are told along with its own.
feedback-merge = Merge
feedback-file = File as a suggestion or a complaint
feedback-agree = File
feedback-dismiss = Set aside
activity-feedback-filed = Suggestion or complaint filed
activity-feedback-proposed = Suggestion or complaint proposed
activity-feedback-moved = Suggestion or complaint moved on
activity-feedback-merged = Suggestions or complaints merged
activity-feedback-recategorised = Suggestion or complaint filed elsewhere
activity-feedback_category-added = Category of suggestions created
activity-feedback_category-changed = Category of suggestions changed
activity-feedback_category-removed = Category of suggestions removed
notification-feedback-filed = A suggestion or a complaint is waiting for you
notification-feedback-sleeps = A suggestion or a complaint is late
letter-feedback-sleeps-subject = Late: { $category }
letter-feedback-sleeps = The following is waiting in “{ $category }” for { $brand }. It was expected by { $when }.
letter-feedback-sleeps-button = See it and move it on
letter-feedback-month-subject = Suggestions and complaints, { $month }
letter-feedback-month = This is what { $month } brought to { $brand } in the categories that you look after.
letter-feedback-category = { $name }: { $came } received, { $done } done, { $declined } declined; { $open } open at the end of the month, { $sleeping } of them late.
letter-feedback-days = Half of those that were closed took { $count ->
    [0] less than a day
    [one] a day at most
   *[other] { $count } days at most
}.
letter-feedback-nothing = Nothing was filed there.
letter-feedback-coverage = Across the whole brand, { $read } messages of the month read as a suggestion or a complaint; { $filed } of them are filed. Parvis may misread.
letter-feedback-oldest = The oldest still open has been there since { $when }:
letter-feedback-month-button = See those I look after
letter-feedback-foot = You get this e-mail because you look after a category of suggestions and complaints.
api-room-feedback = Suggestions and complaints
api-op-feedback-list = Suggestions and complaints
api-op-feedback-one = A suggestion or a complaint
api-op-feedback-file = File a message as a suggestion or a complaint
api-op-feedback-advance = Move a suggestion or a complaint on
api-op-feedback-categories = The categories
