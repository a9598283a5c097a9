# Campaigns: launches, exclusives and themes.
campaigns-title = Campaigns
campaigns-lead = A launch, an exclusive, a theme: what you prepare together, what leaves when, and what it brought.
campaigns-new = New campaign
campaigns-none = No campaign
campaigns-none-lead = A campaign groups the posts of a launch: what announces it, the day itself, and what follows. It proposes a plan and counts what it brings.
campaigns-put-away = { $count ->
    [one] { $count } campaign put away
   *[other] { $count } campaigns put away
}
campaigns-no-posts = No posts
campaigns-count-published = { $count ->
    [one] { $count } published
   *[other] { $count } published
}
campaigns-count-scheduled = { $count ->
    [one] { $count } scheduled
   *[other] { $count } scheduled
}
campaigns-count-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
campaigns-kind = What it is
campaigns-kind-launch = Launch
campaigns-kind-launch-hint = A product or a service: hints before, the news on the day, reactions after.
campaigns-kind-exclusive = Exclusive
campaigns-kind-exclusive-hint = Your members first, everyone next.
campaigns-kind-theme = Theme
campaigns-kind-theme-hint = A subject followed for a few weeks.
campaigns-standing-undated = No dates
campaigns-standing-to-come = To come
campaigns-standing-on = On
campaigns-standing-over = Over
campaigns-standing-put-away = Put away
campaigns-dates-between = { $from } to { $to }
campaigns-dates-from = from { $from }
campaigns-dates-to = until { $to }
campaigns-no-dates = no dates
campaigns-day-is-launch = launch on { $day }
campaigns-day-is-exclusive = open to everyone on { $day }
campaigns-day-is-theme = begins on { $day }
campaigns-offset-day = The day
campaigns-offset-before = D-{ $count }
campaigns-offset-after = D+{ $count }
campaigns-edit = Edit the campaign
campaigns-create = Create the campaign
campaigns-save = Save
campaigns-name = Name
campaigns-name-hint = Short: it also serves in filters and in the first words proposed.
campaigns-about = What it is about
campaigns-about-hint = For the team: the offer, whom it is for, what is expected of it.
campaigns-colour = Colour
campaigns-colour-hint = To recognise it in the calendar.
campaigns-starts = First day
campaigns-ends = Last day
campaigns-day = The day
campaigns-day-hint = The day of the launch, of the opening to everyone, or the theme's first. The plan is set by it; you can move it later.
campaigns-with-plan = Propose a plan of posts
campaigns-more = More about the campaign
campaigns-archive = Put away
campaigns-take-up = Take up again
campaigns-remove = Delete
campaigns-write = Write for this campaign
campaigns-added = Campaign “{ $name }” created.
campaigns-changed = Campaign saved.
campaigns-archived = Campaign put away; its posts stay.
campaigns-taken-up = Campaign taken up again.
campaigns-removed = Campaign deleted; its posts stay.
campaigns-restored = The campaign is back.
campaigns-where = Where the campaign stands
campaigns-tile-published = Published
campaigns-tile-scheduled = Scheduled
campaigns-tile-drafts = Drafts
campaigns-tile-plan = Steps prepared
campaigns-plan = The plan
campaigns-plan-none-launch = No plan yet. We can propose that of a launch: four hints in the two weeks before, the news and first reactions on the day, then feedback, a testimony and answers to questions.
campaigns-plan-none-exclusive = No plan yet. We can propose that of an exclusive: the news and the opening for members, then the opening to everyone, what members said of it and a last reminder.
campaigns-plan-none-theme = No plan yet. We can propose that of a theme: the opening, some know-how, a question, a portrait, an article, and what to remember.
campaigns-lay-out = Propose a plan
campaigns-laid-out = The plan is proposed. Change it to your taste before preparing the drafts.
campaigns-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
campaigns-step-add = Add a step
campaigns-step-new = New step
campaigns-step-title = Step { $name }
campaigns-step-lead = When, what, and in which form. The draft follows the step until you give it another date.
campaigns-step-edit = Edit the step { $name }
campaigns-step-days = Days from the day
campaigns-step-days-hint = -14: two weeks before; 0: the day itself; 3: three days after.
campaigns-step-time = Time
campaigns-step-brief = What is to be said
campaigns-step-brief-hint = It stays in sight of whoever writes.
campaigns-step-opening = First words of the draft
campaigns-step-opening-hint = Somewhere to begin, to be rewritten.
campaigns-step-format = Form that suits
campaigns-format-open = Up to whoever writes
campaigns-step-remove = Take out of the plan
campaigns-step-added = Step added.
campaigns-step-changed = Step saved.
campaigns-step-removed = Step taken out; its draft stays.
campaigns-step-restored = The step is back.
campaigns-step-not-begun = To prepare
campaigns-step-deleted = Draft deleted
campaigns-phase = Phase
campaigns-phase-teasing = Hint at it
campaigns-phase-members = Members first
campaigns-phase-opening = Opening
campaigns-phase-day = The day
campaigns-phase-everyone = Everyone
campaigns-phase-during = While it is on
campaigns-phase-follow_up = What follows
campaigns-phase-closing = Closing
campaigns-open = Open
campaigns-begin = Prepare
campaigns-begin-again = Prepare again
campaigns-bring = Back to the plan’s date
campaigns-apart = Has its own date: { $when }.
campaigns-apart-undated = Has no date.
campaigns-scheduled-apart = Scheduled { $when }; the plan says otherwise.
campaigns-undated = no date
campaigns-day-of-launch = Day of the launch
campaigns-day-of-exclusive = Day of the opening to everyone
campaigns-day-of-theme = First day of the theme
campaigns-day-follows = The plan’s drafts follow this day. What is scheduled does not move without your word.
campaigns-day-move = Change the day
campaigns-day-moved = Day changed.
campaigns-day-moved-drafts = { $count ->
    [one] Day changed: { $count } draft followed.
   *[other] Day changed: { $count } drafts followed.
}
campaigns-day-moved-not-all = { $count ->
    [0] Day changed. What is scheduled has not moved: it is up to you.
    [one] Day changed: { $count } draft followed. What is scheduled has not moved: it is up to you.
   *[other] Day changed: { $count } drafts followed. What is scheduled has not moved: it is up to you.
}
campaigns-left-behind = { $count ->
    [one] { $count } scheduled post is not at the plan’s date
   *[other] { $count } scheduled posts are not at the plan’s date
}
campaigns-left-behind-lead = They leave when you scheduled them, unless you move them.
campaigns-bring-all = { $count ->
    [one] Move it to the plan’s date
   *[other] Move them to the plan’s dates
}
campaigns-brought = { $count ->
    [0] Nothing to move.
    [one] { $count } post moved to the plan’s date.
   *[other] { $count } posts moved to the plan’s dates.
}
campaigns-not-brought = Not moved: one of them would be refused by its network. Open it to see why.
campaigns-not-brought-past = Not moved: for one of them, the plan’s date has passed.
campaigns-prepare-title = { $count ->
    [one] { $count } step to prepare
   *[other] { $count } steps to prepare
}
campaigns-prepare-lead = Each step becomes a draft, at its date, for the channels chosen. Nothing leaves: you read and schedule each.
campaigns-prepare-no-day = Give the campaign a day first: drafts take their dates from it.
campaigns-prepare = { $count ->
    [one] Prepare the draft
   *[other] Prepare the { $count } drafts
}
campaigns-prepared = { $count ->
    [one] { $count } draft prepared. It is in the calendar, at its date.
   *[other] { $count } drafts prepared. They are in the calendar, at their dates.
}
campaigns-prepared-none = All was prepared already.
campaigns-members-where = Choose only channels that members alone read: a group, a room.
campaigns-posts = The posts
campaigns-posts-outside = Outside the plan
campaigns-panel = Campaign { $name }
campaigns-panel-format = Form foreseen: { $name }
campaigns-panel-plan = See the plan
campaigns-figures = What the campaign brought
campaigns-figures-none = Nothing was published yet. Figures come a quarter of an hour after each send.
campaigns-figures-csv = Download (CSV)
campaigns-coverage = { $count ->
    [one] { $known } send of { $all } measured.
   *[other] { $known } sends of { $all } measured.
}
campaigns-on = { $count ->
    [one] { $known } send of { $all }
   *[other] { $known } sends of { $all }
}
campaigns-rate-note = median; half lie between { $low } and { $high } · { $on }
campaigns-reach = Reach of a send (median)
campaigns-verdict-higher = The campaign’s posts did more than your other posts of the same period.
campaigns-verdict-lower = The campaign’s posts did less than your other posts of the same period.
campaigns-verdict-none = No difference shown with your other posts of the same period.
campaigns-verdict-not-enough = Too few measured posts to compare the campaign with the rest.
campaigns-difference = Difference of medians: { $low } to { $high } points more (95% interval, without zero).
campaigns-compared-note = Medians with their 95% interval; a comparison is not a cause.
campaigns-chart = The campaign and your other posts
campaigns-chart-source = { $measure }, median and 95% interval. { $period }.
campaigns-side = Posts
campaigns-side-campaign = The campaign
campaigns-side-others = The others, same days
campaigns-sends = Send by send
campaigns-send = Send
campaigns-send-not-followed = Send whose figures are not followed
campaigns-problem-name = Give the campaign a name of at most 80 characters.
campaigns-problem-name-taken = Another campaign has this name.
campaigns-problem-about = This text is too long: 2,000 characters at most.
campaigns-problem-colour = This is not a colour.
campaigns-problem-date = This is not a date.
campaigns-problem-ends = The last day is before the first.
campaigns-problem-day = This day is not between the campaign’s first and last days.
campaigns-problem-no-day = Give the campaign a day first.
campaigns-problem-brief = Say what is to be said, in at most 1,000 characters.
campaigns-problem-step-time = A number of days between -366 and 366.
campaigns-problem-time = This is not a time.
campaigns-problem-phase = Choose a phase.
campaigns-brief-hint = Show a detail, not all of it: a material, a colour, a gesture. Give the date.
campaigns-brief-making = Behind the scenes: how it is made, by whom. Still without showing all of it.
campaigns-brief-guess = Have people guess or choose: a question, two to four answers.
campaigns-brief-tomorrow = The appointment: tomorrow, at what time, where.
campaigns-brief-reveal = The news: what it is, for whom, where to find it, at what price.
campaigns-brief-first-reactions = First reactions, with people’s agreement. Say thank you.
campaigns-brief-feedback = Ask for feedback: what people like, what is missing. Answer each.
campaigns-brief-testimony = What a customer or a member says of it, in a minute.
campaigns-brief-answers = Answers to the questions received, and the link to the page that says it all.
campaigns-brief-members-soon = To members: something is coming, and you will have it before everyone. Say when.
campaigns-brief-members-first = To members: it is open for you. The link, the code, how many.
campaigns-brief-members-last-day = To members: last day before the opening to everyone.
campaigns-brief-open = It is open to everyone. What it is, where, until when.
campaigns-brief-members-said = What the first members said of it, with their agreement.
campaigns-brief-last-chance = Last reminder: what is left, until when. Invite people to become members.
campaigns-brief-theme-opening = Announce the theme: why now, what people will find in it.
campaigns-brief-know-how = Some know-how, step by step.
campaigns-brief-question = A question to the community. Be there to answer within the hour.
campaigns-brief-portrait = The portrait of a member or of someone of the team.
campaigns-brief-article = An article on your site, in three lines and a link.
campaigns-brief-recap = What to remember: the best answers, the pictures, what comes next.
campaigns-opening-hint = A hint: { $name }. See you on { $day }.
campaigns-opening-hint-undated = A hint: { $name }. Soon.
campaigns-opening-making = Behind the scenes: { $name }, almost ready.
campaigns-opening-guess = { $name }: what do you think?
campaigns-opening-tomorrow = Tomorrow: { $name }.
campaigns-opening-reveal = Here it is: { $name }.
campaigns-opening-first-reactions = { $name }: your first reactions. Thank you!
campaigns-opening-feedback = { $name }: what do you make of it? Tell us, we read every answer.
campaigns-opening-testimony = { $name }, told by those who tried it.
campaigns-opening-answers = { $name }: your questions, our answers.
campaigns-opening-members-soon = Dear members, { $name } is coming, and you will be first: open to everyone on { $day }, before that for you.
campaigns-opening-members-soon-undated = Dear members, { $name } is coming, and you will be first.
campaigns-opening-members-first = Dear members, { $name } is open for you from today.
campaigns-opening-members-last-day = Dear members, last day before everyone: { $name }.
campaigns-opening-open = { $name }: open to everyone.
campaigns-opening-members-said = { $name }: what our members said.
campaigns-opening-last-chance = { $name }: the last days.
campaigns-opening-theme-opening = { $name }: off we go.
campaigns-opening-know-how = { $name }: how we do it, step by step.
campaigns-opening-question = { $name }: and you?
campaigns-opening-portrait = { $name }: the portrait of the week.
campaigns-opening-article = { $name }: we took the time to write it.
campaigns-opening-recap = { $name }: what we remember, thanks to you.
