crisis-title = Crisis
crisis-lead = Spot a backlash early and handle it calmly: what is being said, who decides, what waits, what to answer.
crisis-tab-crises = Crises and rehearsals
crisis-tab-statements = Holding statements
crisis-tab-settings = Settings
crisis-open = Open a crisis room
crisis-rehearse = Set up a rehearsal
crisis-opened = The crisis room is open.
crisis-another-runs = A crisis is already under way: here it is.
crisis-refused = { $name }
crisis-none = No crisis
crisis-none-lead = All the better. Quiet times are when to prepare holding statements and a rehearsal.
crisis-runs = Under way
crisis-since = Since { $when }
crisis-from-to = From { $from } to { $to }
crisis-someone = Someone
crisis-by-parvis = Parvis
crisis-by-network = The team, on the network
crisis-unknown = Not known

crisis-watch = Negative messages
crisis-watch-hour = This hour
crisis-watch-day = Today
crisis-watch-usual = Usually { $usual }; alert from { $threshold }.
crisis-watch-measured = Based on the last 28 days, same weekday and hour.
crisis-watch-early = First estimate, based on only 7 days.
crisis-watch-unknown = What is usual is not known yet: it takes at least a week of messages.
crisis-watch-off = Alerts for negative bursts are off.
crisis-how = How a burst is recognised
crisis-how-burst = Negative burst: the negative messages of an hour (or a day) against what the last 28 days predict, same weekday and same hour. It is a burst when they go beyond the 99.9th percentile of that prediction, and number at least 5.
crisis-how-prediction = The prediction is the negative binomial distribution: that of a Poisson count whose rate is known from the past four weeks only (Jeffreys’ prior). It allows for how little four counts can tell; in a steady series, one hour in a thousand goes beyond it by chance.
crisis-how-early = Before 28 days of listening, the last seven days at the same hour give a first estimate, labelled as such. Before seven days, nothing is said.
crisis-basis-measured = The past four weeks, same weekday and hour: { $past }. Up to { $most } would be usual.
crisis-basis-early = First estimate, from the last seven days: { $past }. Up to { $most } would be usual.
crisis-burst-hour = { $count ->
    [one] { $count } negative message
   *[other] { $count } negative messages
  } { $day } between { $from } and { $to }, where up to { $most } is usual.
crisis-burst-day = { $count ->
    [one] { $count } negative message
   *[other] { $count } negative messages
  } { $day }, where up to { $most } is usual.

crisis-alerts = Alerts
crisis-alert-title = Burst of negative messages
crisis-alert-open = To look at
crisis-alert-closed = Closed
crisis-alert-crisis = Became a crisis
crisis-alert-what = Read what is being said. If it is serious, open the crisis room: the messages are gathered there and posts are held. If not, close the alert; the same burst will not raise another.
crisis-alert-messages = Read the messages
crisis-alert-close = This is not a crisis
crisis-alert-closed-done = The alert is closed.
crisis-alert-room = See the crisis room

crisis-level = Severity
crisis-level-watch = Watch
crisis-level-watch-hint = We keep watch and get ready; we say nothing yet.
crisis-level-serious = Serious
crisis-level-serious-hint = We answer, in agreed words.
crisis-level-major = Major
crisis-level-major-hint = Everything else waits; management speaks.
crisis-level-change = Change the severity
crisis-level-why = Why
crisis-level-set = Change
crisis-level-done = The severity has changed, those concerned have been told.

crisis-new-title = Open a crisis room
crisis-new-lead = Negative messages since the burst (or from the last 24 hours) will be gathered there, and every decision will be noted.
crisis-field-name = What is it about?
crisis-field-name-hint = In a few words that the whole team understands.
crisis-field-pauses = Hold all posts from now on
crisis-field-pauses-hint = What falls due is held, recurring posts and relayed feeds included; answers still go out.
crisis-field-words = Words of the crisis
crisis-field-words-hint = One per line. A message that contains one is gathered even if it is not negative.
crisis-field-checklist = Things to do
crisis-field-checklist-hint = One per line.
crisis-checklist-proposed = Check the facts: what happened, since when, who is affected
    Tell management
    Say who decides, who answers, who watches, who informs the team
    Hold posts and promotions
    Choose and post a holding statement
    Answer those affected first
    Tell the team who speaks and who doesn’t
    Delete nothing but what the law forbids
    Set the time of the next meeting

crisis-said = What is being said
crisis-in-inbox = See in the inbox
crisis-said-none = No messages for now.
crisis-said-count = { $count ->
    [one] { $count } message
   *[other] { $count } messages
  }, { $unanswered } without an answer. Similar ones are grouped.
crisis-times = { $count ->
    [one] One message
   *[other] { $count } messages
  }, { $people ->
    [one] one person
   *[other] { $people } people
  }
crisis-reach = { $count ->
    [one] { $count } follower
   *[other] { $count } followers
  } (known for { $known } of { $of } people)
crisis-reach-unknown = Reach not known
crisis-followers = { $count ->
    [one] { $count } follower
   *[other] { $count } followers
  }
crisis-followers-unknown = followers not known
crisis-places = Where: { $name }.
crisis-speakers = Who: { $name }{ $count ->
    [0] {"."}
    [one] {" "}and one more.
   *[other] {" "}and { $count } more.
  }
crisis-choose = Select the message from { $name }
crisis-choose-all = { $count ->
    [one] Select the one without an answer
   *[other] Select the { $count } without an answer
  }
crisis-choose-some = Select some messages first.
crisis-see-all = See the { $count } messages
crisis-see-conversation = Open
crisis-more-groups = { $count ->
    [one] And one more group of messages.
   *[other] And { $count } more groups of messages.
  }
crisis-answered = Answered
crisis-answer = Answer the selected messages
crisis-answer-chosen = Answer
crisis-answer-hint = Each gets one answer, in the words meant for its network.
crisis-answer-hint-rehearsal = Rehearsal: answers are noted, none is sent.
crisis-answer-language = Language
crisis-language-theirs = In each person’s language
crisis-language-fr = French
crisis-language-en = English
crisis-statement = Holding statement
crisis-no-statement = No holding statement is approved.
crisis-leave-out = Leave out of the crisis
crisis-left-out = { $count ->
    [one] One message is left out.
   *[other] { $count } messages are left out.
  }
crisis-answered-done = { $count ->
    [one] One answer is being sent.
   *[other] { $count } answers are being sent.
  }
crisis-answered-already = { $count ->
    [0] No answer is sent
    [one] One answer is being sent
   *[other] { $count } answers are being sent
  }; already answered: { $name }.
crisis-answered-refused = { $count ->
    [0] No answer is sent
    [one] One answer is being sent
   *[other] { $count } answers are being sent
  }; not accepted: { $name } (perhaps too long for the network).
crisis-authors = Who is speaking
crisis-authors-known = Followers known for { $known } of { $count } people; not every network gives them.
crisis-author = Who
crisis-author-followers = Followers
crisis-author-messages = Messages
crisis-words = What belongs to the crisis
crisis-words-save = Save
crisis-words-done = The words of the crisis are changed.

crisis-curve-title = Negative messages by hour
crisis-curve-title-rehearsal = Messages of the rehearsal by hour
crisis-curve-source = Counted in the brand’s time zone. What is usual is known for { $known } of { $count } hours.
crisis-curve-seen = Negative messages
crisis-curve-most = Usual limit
crisis-curve-usual = Usually

crisis-post = Post a holding statement
crisis-post-where = Where
crisis-post-now = Post now
crisis-post-hint = It goes out despite the pause, by the same route as any post.
crisis-post-hint-rehearsal = Rehearsal: nothing is sent, it is only noted.
crisis-posted = The holding statement is on its way.
crisis-posted-rehearsal = Rehearsal: noted, nothing was sent.
crisis-post-stopped = A check or an approval is missing: the statement is ready, to be reviewed here.
crisis-choose-channel = Choose a channel first.
crisis-no-words = This holding statement has no words.
crisis-not-approved = This holding statement is not approved.

crisis-paused = Posts are held
crisis-paused-lead = What falls due waits for the stand-down. Answers and holding statements still go out.
crisis-paused-rehearsal = Rehearsal: as if posts were held
crisis-paused-rehearsal-lead = Real posts go out as usual.
crisis-not-paused = Posts go out as usual
crisis-not-paused-lead = A promotion in the middle of a crisis can make it worse.
crisis-pause = Hold posts
crisis-pause-done = Posts are held.
crisis-to-review = { $count ->
    [one] One post to review at the stand-down
   *[other] { $count } posts to review at the stand-down
  }

crisis-roles = Who does what
crisis-role-decides = Decides
crisis-role-answers = Answers
crisis-role-watches = Watches
crisis-role-informs = Informs the team
crisis-role-nobody = Nobody yet
crisis-role-who = Who
crisis-role-what = Does what
crisis-role-give = Assign
crisis-role-take = Remove this role from { $name }
crisis-role-given = The role is assigned, the person has been told.
crisis-role-taken = The role is removed.

crisis-checklist = Things to do
crisis-checklist-done = { $done } of { $count }
crisis-task-new = Another thing to do
crisis-task-add = Add
crisis-task-added = Added.
crisis-task-do = Tick “{ $name }”
crisis-task-undo = Untick “{ $name }”
crisis-task-ticked = Noted.
crisis-task-done-by = Done by { $name }, { $when }
crisis-task-open = To do

crisis-timeline = Timeline
crisis-say = What happened, what was decided…
crisis-note = Note
crisis-decide = Decide
crisis-said-done = Added to the timeline.
crisis-line-opened = { $name } opens the room
crisis-line-level = { $name } changes the severity: from “{ $from }” to “{ $to }”
crisis-line-paused = { $name } holds the posts
crisis-line-resumed = Posts may leave again
crisis-line-role-given = { $name } assigns a role to { $who }: { $role }
crisis-line-role-taken = { $name } removes a role from { $who }: { $role }
crisis-line-words = { $name } changes the words of the crisis
crisis-line-task-done = { $name } has done
crisis-line-task-undone = { $name } unticks
crisis-line-task-added = { $name } adds a thing to do
crisis-line-note = Note by { $name }
crisis-line-decision = Decision by { $name }
crisis-line-answered = { $name } answers { $count ->
    [one] one message
   *[other] { $count } messages
  }
crisis-line-posted = { $name } posts “{ $title }”{ $count ->
    [0] {""}
    [one] {" "}on one channel
   *[other] {" "}on { $count } channels
  }
crisis-line-left-out = { $name } leaves out { $count ->
    [one] one message
   *[other] { $count } messages
  }
crisis-line-reviewed = { $name } reviews a post: { $decision }
crisis-line-ended = { $name } stands down the crisis
crisis-line-follow-up-added = { $name } adds a follow-up
crisis-line-follow-up-done = { $name } has carried out a follow-up
crisis-line-answer = { $name } answers { $to }
crisis-line-held = A post that fell due is held

crisis-stand-down = Stand down
crisis-stand-down-title = Standing down
crisis-stand-down-lead = Every post that was held, or is due within 48 hours, is reviewed one by one. Nothing goes out unless a person says so.
crisis-nothing-held = Nothing was held
crisis-nothing-held-lead = Posts kept going out on time.
crisis-nothing-to-review = Nothing to review
crisis-nothing-to-review-lead = No post is waiting, and none is due within 48 hours.
crisis-posts-to-review = { $count ->
    [one] One post to review
   *[other] { $count } posts to review
  }, { $undecided } undecided
crisis-held-due = Held, planned for { $when }
crisis-soon-due = Planned for { $when }
crisis-undecided = To decide
crisis-decided-release = Will go out
crisis-decided-move = At another time
crisis-decided-keep = Stays held
crisis-decided-give-up = Dropped
crisis-reviewed-by = By { $name }, { $when }
crisis-reviewed = The decision is noted; it takes effect at the stand-down.
crisis-do-release = Keep its time
crisis-do-release-now = Send it at the stand-down
crisis-do-keep = Keep it held
crisis-do-move = Move
crisis-do-move-when = New date and time
crisis-do-give-up = Drop
crisis-do-reason = Why drop it
crisis-end = Stand down the crisis
crisis-ended = The crisis is over. Here is its review.
crisis-ended-stays = { $count ->
    [one] The crisis is over. One post could not be moved and stays held.
   *[other] The crisis is over. { $count } posts could not be moved and stay held.
  }

crisis-review = Review
crisis-review-of = Review: { $name }
crisis-review-pdf = Download as PDF
crisis-review-posts = Posts reviewed
crisis-back-to-room = Back to the room
crisis-lessons = Lessons
crisis-lessons-field = What we learned
crisis-lessons-hint = What went well, what was missing, what will change.
crisis-lessons-save = Save
crisis-lessons-done = The lessons are saved.
crisis-follow-ups = Follow-ups
crisis-follow-up-new = Something to follow up
crisis-follow-up-who = By whom
crisis-follow-up-when = By when
crisis-follow-up-nobody = Nobody yet
crisis-follow-up-due = by { $when }
crisis-follow-up-added = The follow-up is noted.
crisis-follow-up-ticked = Noted.

crisis-figure-of = { $count } of { $of }
crisis-figure-messages = Messages
crisis-figure-messages-note = Negative, or with the words of the crisis.
crisis-figure-authors = People
crisis-figure-authors-note = { $count ->
    [one] In the only message read.
   *[other] In the last { $count } messages.
  }
crisis-figure-reach = Reach
crisis-figure-reach-note = Sum of followers, known for { $known } of { $count } people.
crisis-figure-peak = Busiest hour
crisis-figure-peak-note = { $when }, where up to { $most } is usual.
crisis-figure-peak-unknown = { $when }; what is usual is not known.
crisis-figure-answered = Messages answered
crisis-figure-answered-note = From the room or from the inbox.
crisis-figure-response = Response time
crisis-figure-response-note = Median, nights included; nine in ten within { $ninetieth }, over { $count } messages.
crisis-figure-response-none = No answer yet.
crisis-figure-reaction = From alert to opening
crisis-figure-reaction-note = Between the alert and the opening of the room.
crisis-figure-reaction-none = Opened by hand, without an alert.
crisis-figure-lasted = Duration
crisis-figure-lasted-note = From the opening to the end.

crisis-paper-what = What happened
crisis-paper-figures = Figures
crisis-paper-who-did = Who did what
crisis-paper-opened = { $name } opened the room { $when }. Severity: { $level }. { $count ->
    [one] One message belongs to the crisis.
   *[other] { $count } messages belong to the crisis.
  }
crisis-paper-ended = { $name } stood the crisis down { $when }.
crisis-paper-runs = The crisis is still under way.
crisis-paper-band = Up to the usual limit
crisis-paper-role = { $role }: { $name }
crisis-paper-task = To do
crisis-paper-done = Done
crisis-paper-post = Post
crisis-paper-decision = Decision
crisis-paper-by = By
crisis-paper-reason = Why
crisis-paper-due = By when
crisis-paper-yes = Yes
crisis-paper-no = No
crisis-paper-no-lesson = No lesson is written yet.
crisis-paper-definitions = Definitions
crisis-paper-response = Response time: from a message to the first answer that went out in its conversation, in clock time, nights and closed days included. Reach: the followers of each person, counted once, where the network gives them.
crisis-paper-mark = REHEARSAL – none of this happened
crisis-paper-page = page { "{page}" } of { "{pages}" }

crisis-statements-lead = Words written in quiet times, approved, ready for when time is short.
crisis-statements-none = No holding statement
crisis-statements-none-lead = “We have seen it, we are checking, we will come back to you”: write it once, in both languages.
crisis-statement-new = Write a holding statement
crisis-statement-title = Title, for the team
crisis-statement-situation = When to use it
crisis-statement-situation-hint = For example: faulty product, a teammate’s remarks, outage.
crisis-statement-everywhere = On all channels
crisis-statement-own = Other words for { $name }
crisis-statement-save = Save
crisis-statement-written = The holding statement is saved; it still has to be approved.
crisis-statement-changes = A changed text has to be approved again.
crisis-statement-approved = Approved
crisis-statement-draft = To approve
crisis-statement-approved-by = Approved by { $name }, { $when }
crisis-statement-to-approve = These words can’t be used until they are approved
crisis-statement-to-approve-lead = Someone who manages the brand approves them.
crisis-statement-approve = Approve these words
crisis-statement-approved-done = The holding statement is approved.
crisis-statement-remove = Remove
crisis-statement-removed = The holding statement is removed.
crisis-statement-proposed-fr = Nous avons lu vos messages et nous les prenons au sérieux. Nous vérifions ce qui s’est passé et revenons vers vous ici même dès que nous en savons plus.
crisis-statement-proposed-en = We have read your messages and take them seriously. We are checking what happened and will come back to you here as soon as we know more.

crisis-settings-lead = Who is told of a burst, and what is done first.
crisis-settings-watching = Raise an alert when negative messages pour in
crisis-settings-letters = Tell them by e-mail too
crisis-settings-watchers = Who is told
crisis-settings-watchers-hint = If nobody is chosen: those who manage the brand.
crisis-settings-save = Save
crisis-settings-done = The settings are saved.
crisis-settings-managers = Only those who manage the brand can change these settings.

crisis-rehearsal-title = Set up a rehearsal
crisis-rehearsal-lead = The same room, the same timeline, on past or made-up messages. Nothing goes out, and all of it can be removed afterwards.
crisis-rehearsal-badge = Rehearsal
crisis-rehearsal-mark = None of this is real: no answer is sent, no post is held.
crisis-room-rehearsal = Rehearsal: { $name }
crisis-rehearsal-begin = Begin the rehearsal
crisis-rehearsal-opened = The rehearsal begins. Only those who take part are told.
crisis-rehearsal-removed = The rehearsal is removed.
crisis-remove-rehearsal = End of the rehearsal
crisis-remove-rehearsal-lead = Its review is kept after the stand-down. You can also remove everything.
crisis-remove-rehearsal-do = Remove the rehearsal
crisis-material = Using which messages?
crisis-material-template = Made up by Parvis
crisis-material-template-hint = A common situation, with people who don’t exist.
crisis-material-past = From a past period
crisis-material-past-hint = Its negative messages, copied and moved to the present.
crisis-material-written = Written by you
crisis-material-written-hint = Your own, one per line.
crisis-situation = Situation
crisis-situation-product = A faulty product
crisis-situation-person = Inappropriate remarks
crisis-situation-service = An outage, a service that is down
crisis-many = How many messages
crisis-span-from = From
crisis-span-to = To
crisis-written = Your messages
crisis-written-hint = “name | followers | message”, or the message alone.
crisis-participants = Who takes part
crisis-participants-hint = They are told, and nobody else.
crisis-made-names = Mary L., Karim B., Sophie D., Owen G., Ines M., Paul R., Leah T., Hugh V., Fatou S., Jules P., Nadia K., Tom C.
crisis-made-product = I found a piece of plastic in what I bought, this is unacceptable!
    Same here, a bit of plastic inside. Are you going to react?
    My son nearly swallowed it. Do you realise?
    Refund me at once, please. I won’t buy anything from you again.
    Is Tuesday’s batch affected too?
    They laughed at me in the shop when I reported the problem.
    Spread the word, there is plastic in their products.
    I am a journalist at the regional daily and would like to reach you quickly.
    Still waiting for an answer to my message from last night.
    Really disappointed, I used to recommend you to everyone.
crisis-made-person = Have you seen what their manager wrote last night? Shameful.
    These words are unworthy of a company like yours.
    Will you apologise, yes or no?
    I have been a customer for ten years and will never come back.
    Silence since yesterday, well done…
    I have a screenshot and I am sharing it everywhere.
    Does the whole team think like that?
    Our association asks for a meeting and a public explanation.
    So you delete comments now?
    There are good people in this team, don’t lump them all together.
crisis-made-service = I haven’t been able to order since this morning, nothing works.
    Two hours on the phone for nothing.
    My order is paid and nobody answers, this is theft!
    Still down? Give us a time at least.
    I was charged twice, pay me back.
    You could have told us instead of leaving us waiting.
    Useless. I’m going to a competitor.
    Are Saturday’s deliveries still on?
    Is my data safe?
    Thanks to the person at the counter, she at least was patient.

crisis-wrong-empty = Write something.
crisis-wrong-too-long = { $most } characters at most.
crisis-wrong-another-runs = Another crisis is under way.
crisis-wrong-over = This crisis is over: it can no longer be changed.
crisis-wrong-undecided = { $count ->
    [one] One post waits for a decision.
   *[other] { $count } posts wait for a decision.
  }
crisis-wrong-time = Choose a date and time in the future.
crisis-wrong-reason = Say why it is dropped.
crisis-wrong-not-approved = This holding statement is not approved.
crisis-wrong-no-words = Write it in at least one language.
crisis-wrong-nothing = There are no messages there: choose another period or write some.
crisis-wrong-span = Choose a beginning and an end, in that order.
crisis-wrong-too-many = { $most } at most.
crisis-wrong-teammate = This person does not work for the brand.

shell-room-crisis = Crisis
shell-crisis-alert = { $count ->
    [one] { $count } negative message since { $when }, far more than usual
   *[other] { $count } negative messages since { $when }, far more than usual
  }
shell-crisis-look = Take a look
shell-crisis-watch = Watch: { $name }.
shell-crisis-serious = Crisis: { $name }.
shell-crisis-major = Major crisis: { $name }.
shell-crisis-rehearsal = REHEARSAL: { $name }.
shell-crisis-paused = Posts are held.
shell-crisis-room = Crisis room

letter-crisis-button = Open in Parvis
letter-crisis-foot = You get this message because you are among those who are told of a crisis.
letter-crisis-alert-subject = Alert: { $count } negative messages for { $brand }
letter-crisis-alert = Negative messages are pouring in for { $brand }.
letter-crisis-alert-what = Read what is being said: if it is serious, open the crisis room; if not, close the alert.
letter-crisis-opened-subject = Crisis room open: { $name }
letter-crisis-opened = A crisis room is open for { $brand }: { $name }. Severity: { $level }.
letter-crisis-messages = { $count ->
    [0] No message is gathered there yet.
    [one] One message is gathered there.
   *[other] { $count } messages are gathered there; the most repeated one:
  }
letter-crisis-level-subject = { $name }: severity “{ $level }”
letter-crisis-level = The severity of the crisis “{ $name }” ({ $brand }) is now: { $level }.
letter-crisis-in-role-subject = Your role in the crisis: { $name }
letter-crisis-in-role = You have been given a role in the crisis “{ $name }” ({ $brand }).
letter-crisis-ended-subject = Crisis over: { $name }
letter-crisis-ended = The crisis “{ $name }” ({ $brand }) is over. Its review is ready to be read and completed.
letter-crisis-rehearsal-subject = [REHEARSAL] { $name }
letter-crisis-rehearsal = This is a rehearsal: none of it is real.

activity-crisis-alert-raised = Alert: burst of negative messages
activity-crisis-alert-closed = Alert closed
activity-crisis-alert-taken-up = Alert became a crisis
activity-crisis-opened = Crisis room opened
activity-crisis-level-changed = Severity of the crisis changed
activity-crisis-decided = Decision in a crisis
activity-crisis-noted = Note in a crisis
activity-crisis-words-changed = Words of the crisis changed
activity-crisis-messages-left-out = Messages left out of the crisis
activity-crisis-messages-answered = Messages of the crisis answered
activity-crisis-role-given = Role in a crisis assigned
activity-crisis-role-taken = Role in a crisis removed
activity-crisis-task-added = Thing to do added to a crisis
activity-crisis-task-ticked = Thing to do ticked
activity-crisis-statement-posted = Holding statement posted
activity-crisis-post-reviewed = Post reviewed before the stand-down
activity-crisis-ended = Crisis stood down
activity-crisis-lessons-written = Lessons of a crisis written
activity-crisis-follow-up-added = Follow-up of a crisis added
activity-crisis-follow-up-ticked = Follow-up of a crisis ticked
activity-crisis-rehearsal-removed = Rehearsal of a crisis removed
activity-crisis-setting-changed = Crisis settings changed
activity-holding-statement-written = Holding statement written
activity-holding-statement-changed = Holding statement changed
activity-holding-statement-approved = Holding statement approved
activity-holding-statement-removed = Holding statement removed
activity-publication-let-through = Post let through in spite of the crisis
notification-crisis-alert = Negative messages are pouring in
notification-crisis-opened = A crisis room is open
notification-crisis-level = The severity of the crisis has changed
notification-crisis-in-role = You have been given a role in a crisis
notification-crisis-ended = The crisis is over
checks-saw-crisis = A crisis has been under way since { $when } ({ $reason }): posts are held.
checks-crisis-way = It will be held when it falls due, and reviewed when the crisis is stood down.
checks-crisis-room = See the crisis room
inbox-filter-crisis = Messages of the crisis
