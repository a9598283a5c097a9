crisis-title = Crisis
crisis-lead = A backlash is seen early and handled calmly: what is said, who decides, what waits, what is answered.
crisis-tab-crises = Crises and rehearsals
crisis-tab-statements = Holding statements
crisis-tab-settings = Settings
crisis-open = Open a crisis room
crisis-rehearse = Set up a rehearsal
crisis-opened = The crisis room is open.
crisis-another-runs = A crisis is already running: here it is.
crisis-refused = { $name }
crisis-none = No crisis
crisis-none-lead = All the better. Holding statements and a rehearsal are prepared now, in quiet times.
crisis-runs = Running
crisis-since = Since { $when }
crisis-from-to = From { $from } to { $to }
crisis-someone = Someone
crisis-by-parvis = Parvis
crisis-by-network = The team, at the network
crisis-unknown = Not known

crisis-watch = Negative messages
crisis-watch-hour = This hour
crisis-watch-day = Today
crisis-watch-usual = Usually { $usual }; alert from { $threshold } on.
crisis-watch-measured = From the last 28 days, same weekday and hour.
crisis-watch-early = First sign, from 7 days only.
crisis-watch-unknown = What is usual is not known yet: it takes at least a week of messages.
crisis-watch-off = The watch for negative bursts is off.
crisis-how = How a burst is recognised
crisis-how-burst = Negative burst: the negative messages of an hour (or a day) against what the last 28 days predict, same weekday and same hour. It is a burst beyond the 99.9th percentile of that prediction, and from 5 messages on.
crisis-how-prediction = The prediction is the negative binomial distribution: that of a Poisson count whose rate is known from the past four weeks only (Jeffreys’ prior). It reckons with how little four counts say; in a steady series, one hour in a thousand goes beyond it by chance.
crisis-how-early = Before 28 days of listening, the last seven days at the same hour give a first sign, under that name. Before seven days, nothing is said.
crisis-basis-measured = The past four weeks, same weekday and hour: { $past }. Up to { $most } would be usual.
crisis-basis-early = First sign, from the last seven days: { $past }. Up to { $most } would be usual.
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
crisis-alert-what = Read what is said. If it is grave, open the crisis room: the messages are gathered there and posts are held. If not, close the alert; the same burst raises no other.
crisis-alert-messages = Read the messages
crisis-alert-close = This is no crisis
crisis-alert-closed-done = The alert is closed.
crisis-alert-room = See the crisis room

crisis-level = Gravity
crisis-level-watch = Watch
crisis-level-watch-hint = We look and get ready; nothing is said yet.
crisis-level-serious = Serious
crisis-level-serious-hint = We answer, with words that were agreed.
crisis-level-major = Major
crisis-level-major-hint = Everything else waits; the management speaks.
crisis-level-change = Change the gravity
crisis-level-why = Why
crisis-level-set = Change
crisis-level-done = The gravity is changed, those concerned are told.

crisis-new-title = Open a crisis room
crisis-new-lead = Negative messages since the burst (or for 24 hours) will be gathered there, and all that is decided will be noted.
crisis-field-name = What is it about?
crisis-field-name-hint = In a few words that the whole team understands.
crisis-field-pauses = Hold all posts from now on
crisis-field-pauses-hint = What comes due is held, recurring posts and relayed feeds included; answers leave.
crisis-field-words = Words of the crisis
crisis-field-words-hint = One a line. A message that holds one is gathered even if it is not negative.
crisis-field-checklist = Things to do
crisis-field-checklist-hint = One a line.
crisis-checklist-proposed = Check the facts: what happened, since when, who is affected
    Tell the management
    Say who decides, who answers, who watches, who informs the house
    Hold posts and promotions
    Choose and post a holding statement
    Answer those affected first
    Inform the team: who speaks, who doesn’t
    Delete nothing but what the law forbids
    Set the time of the next meeting

crisis-said = What is said
crisis-in-inbox = See in the inbox
crisis-said-none = No message for now.
crisis-said-count = { $count ->
    [one] { $count } message
   *[other] { $count } messages
  }, { $unanswered } without an answer. Those alike are grouped.
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
  } (known for { $known } of { $of })
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
crisis-choose = Choose the message of { $name }
crisis-choose-all = { $count ->
    [one] Choose the one without an answer
   *[other] Choose the { $count } without an answer
  }
crisis-choose-some = Choose messages first.
crisis-see-all = See the { $count } messages
crisis-see-conversation = Open
crisis-more-groups = { $count ->
    [one] And one more group of messages.
   *[other] And { $count } more groups of messages.
  }
crisis-answered = Answered
crisis-answer = Answer the chosen messages
crisis-answer-chosen = Answer
crisis-answer-hint = Each gets its answer once, with the words meant for its network.
crisis-answer-hint-rehearsal = Rehearsal: answers are noted, none leaves.
crisis-answer-language = Language
crisis-language-theirs = In each one’s language
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
    [one] One answer leaves.
   *[other] { $count } answers leave.
  }
crisis-answered-already = { $count ->
    [0] No answer leaves
    [one] One answer leaves
   *[other] { $count } answers leave
  }; { $name } had theirs already.
crisis-answered-refused = { $count ->
    [0] No answer leaves
    [one] One answer leaves
   *[other] { $count } answers leave
  }; { $name } could not be taken (too long for their network, perhaps).
crisis-authors = Who speaks
crisis-authors-known = Followers known for { $known } people of { $count }; not every network gives them.
crisis-author = Who
crisis-author-followers = Followers
crisis-author-messages = Messages
crisis-words = What belongs to the crisis
crisis-words-save = Save
crisis-words-done = The words of the crisis are changed.

crisis-curve-title = Negative messages by hour
crisis-curve-title-rehearsal = Messages of the rehearsal by hour
crisis-curve-source = Counted by the brand’s clock. What is usual is known for { $known } hours of { $count }.
crisis-curve-seen = Negative messages
crisis-curve-most = Limit of what is usual
crisis-curve-usual = Usually

crisis-post = Post a holding statement
crisis-post-where = Where
crisis-post-now = Post now
crisis-post-hint = It leaves in spite of the pause, on the same way as any post.
crisis-post-hint-rehearsal = Rehearsal: nothing leaves, it is only noted.
crisis-posted = The holding statement leaves.
crisis-posted-rehearsal = Rehearsal: it is noted, nothing left.
crisis-post-stopped = A check or an agreement is missing: the statement is ready, to be read again here.
crisis-choose-channel = Choose an account first.
crisis-no-words = This holding statement has no words.
crisis-not-approved = This holding statement is not approved.

crisis-paused = Posts are held
crisis-paused-lead = What comes due waits for the stand-down. Answers and holding statements leave.
crisis-paused-rehearsal = Rehearsal: as if posts were held
crisis-paused-rehearsal-lead = Real posts leave as usual.
crisis-not-paused = Posts leave as usual
crisis-not-paused-lead = A promotion in the middle of a crisis can make it worse.
crisis-pause = Hold the posts
crisis-pause-done = Posts are held.
crisis-to-review = { $count ->
    [one] One post to look at when standing down
   *[other] { $count } posts to look at when standing down
  }

crisis-roles = Who does what
crisis-role-decides = Decides
crisis-role-answers = Answers
crisis-role-watches = Watches
crisis-role-informs = Informs the house
crisis-role-nobody = Nobody yet
crisis-role-who = Who
crisis-role-what = Does what
crisis-role-give = Give
crisis-role-take = Take this role from { $name }
crisis-role-given = The role is given, the person is told.
crisis-role-taken = The role is taken back.

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
crisis-say = What happened, what is decided…
crisis-note = Note
crisis-decide = Decide
crisis-said-done = It is on the timeline.
crisis-line-opened = { $name } opens the room
crisis-line-level = { $name } changes the gravity: from “{ $from }” to “{ $to }”
crisis-line-paused = { $name } holds the posts
crisis-line-resumed = Posts may leave again
crisis-line-role-given = { $name } gives { $who } a role: { $role }
crisis-line-role-taken = { $name } takes a role from { $who }: { $role }
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
    [one] {" "}on one account
   *[other] {" "}on { $count } accounts
  }
crisis-line-left-out = { $name } leaves out { $count ->
    [one] one message
   *[other] { $count } messages
  }
crisis-line-reviewed = { $name } looks at a post: { $decision }
crisis-line-ended = { $name } stands down the crisis
crisis-line-follow-up-added = { $name } adds a follow-up
crisis-line-follow-up-done = { $name } has carried out a follow-up
crisis-line-answer = { $name } answers { $to }
crisis-line-held = A post that came due is held

crisis-stand-down = Stand down
crisis-stand-down-title = Standing down
crisis-stand-down-lead = Each post that was held, or leaves within 48 hours, is looked at one by one. Nothing leaves without a person.
crisis-nothing-held = Nothing was held
crisis-nothing-held-lead = Posts kept leaving at their time.
crisis-nothing-to-review = Nothing to look at
crisis-nothing-to-review-lead = No post waits, and none leaves within 48 hours.
crisis-posts-to-review = { $count ->
    [one] One post to look at
   *[other] { $count } posts to look at
  }, { $undecided } undecided
crisis-held-due = Held, planned for { $when }
crisis-soon-due = Planned for { $when }
crisis-undecided = To decide
crisis-decided-release = It will leave
crisis-decided-move = At another time
crisis-decided-keep = Stays held
crisis-decided-give-up = Given up
crisis-reviewed-by = By { $name }, { $when }
crisis-reviewed = The decision is noted; it takes effect as the crisis ends.
crisis-do-release = Leave it at its time
crisis-do-release-now = Let it leave at the end
crisis-do-keep = Keep it held
crisis-do-move = Move
crisis-do-move-when = New date and time
crisis-do-give-up = Give up
crisis-do-reason = Why give it up
crisis-end = Stand down the crisis
crisis-ended = The crisis is over. Here is its review.
crisis-ended-stays = { $count ->
    [one] The crisis is over. One post could not be moved and stays held.
   *[other] The crisis is over. { $count } posts could not be moved and stay held.
  }

crisis-review = Review
crisis-review-of = Review: { $name }
crisis-review-pdf = Download as PDF
crisis-review-posts = Posts that were looked at
crisis-back-to-room = Back to the room
crisis-lessons = Lessons
crisis-lessons-field = What we keep of it
crisis-lessons-hint = What went well, what was missing, what will change.
crisis-lessons-save = Save
crisis-lessons-done = The lessons are saved.
crisis-follow-ups = Follow-ups
crisis-follow-up-new = A thing to follow up
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
crisis-figure-reach-note = Sum of followers, known for { $known } people of { $count }.
crisis-figure-peak = Strongest hour
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
crisis-figure-lasted = Length
crisis-figure-lasted-note = From the opening to the end.

crisis-paper-what = What happened
crisis-paper-figures = Figures
crisis-paper-who-did = Who did what
crisis-paper-opened = { $name } opened the room { $when }. Gravity: { $level }. { $count ->
    [one] One message belongs to the crisis.
   *[other] { $count } messages belong to the crisis.
  }
crisis-paper-ended = { $name } stood the crisis down { $when }.
crisis-paper-runs = The crisis is still running.
crisis-paper-band = Up to the limit of what is usual
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
crisis-paper-response = Response time: from a message to the first answer in its conversation, by the clock, nights and closed days included. Reach: the followers of each person, counted once, where the network says it.
crisis-paper-mark = REHEARSAL – none of this took place
crisis-paper-page = page { "{page}" } of { "{pages}" }

crisis-statements-lead = Words written in quiet times, approved, ready for when everything presses.
crisis-statements-none = No holding statement
crisis-statements-none-lead = “We have seen it, we are checking, we will come back to you”: write it once, in both languages.
crisis-statement-new = Write a holding statement
crisis-statement-title = Title, for the team
crisis-statement-situation = When to use it
crisis-statement-situation-hint = For example: faulty product, words of a teammate, outage.
crisis-statement-everywhere = On all accounts
crisis-statement-own = Other words for { $name }
crisis-statement-save = Save
crisis-statement-written = The holding statement is saved; it remains to be approved.
crisis-statement-changes = A changed text is to be approved again.
crisis-statement-approved = Approved
crisis-statement-draft = To approve
crisis-statement-approved-by = Approved by { $name }, { $when }
crisis-statement-to-approve = These words are of no use until they are approved
crisis-statement-to-approve-lead = Someone who manages the brand approves them.
crisis-statement-approve = Approve these words
crisis-statement-approved-done = The holding statement is approved.
crisis-statement-remove = Remove
crisis-statement-removed = The holding statement is removed.
crisis-statement-proposed-fr = Nous avons lu vos messages et nous les prenons au sérieux. Nous vérifions ce qui s’est passé et revenons vers vous ici même dès que nous en savons plus.
crisis-statement-proposed-en = We have read your messages and take them seriously. We are checking what happened and will come back to you here as soon as we know more.

crisis-settings-lead = Who is told of a burst, and what is done first.
crisis-settings-watching = Raise an alert when negative messages pour in
crisis-settings-letters = Tell by e-mail too
crisis-settings-watchers = Who is told
crisis-settings-watchers-hint = Nobody chosen: those who manage the brand.
crisis-settings-save = Save
crisis-settings-done = The settings are saved.
crisis-settings-managers = Those who manage the brand change these settings.

crisis-rehearsal-title = Set up a rehearsal
crisis-rehearsal-lead = The same room, the same timeline, on past or made-up messages. Nothing leaves the house, and all of it can be removed.
crisis-rehearsal-badge = Rehearsal
crisis-rehearsal-mark = None of this is real: no answer leaves, no post is held.
crisis-room-rehearsal = Rehearsal: { $name }
crisis-rehearsal-begin = Begin the rehearsal
crisis-rehearsal-opened = The rehearsal begins. Only those who take part are told.
crisis-rehearsal-removed = The rehearsal is removed.
crisis-remove-rehearsal = End of the rehearsal
crisis-remove-rehearsal-lead = After the stand-down its review stays. All of it can be removed too.
crisis-remove-rehearsal-do = Remove the rehearsal
crisis-material = On which messages?
crisis-material-template = Made up by Parvis
crisis-material-template-hint = A common situation, with people who don’t exist.
crisis-material-past = Of a past period
crisis-material-past-hint = Its negative messages, copied and moved to now.
crisis-material-written = Written by you
crisis-material-written-hint = Your own, one a line.
crisis-situation = Situation
crisis-situation-product = A faulty product
crisis-situation-person = Words out of place
crisis-situation-service = An outage, a service that is not there
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
    Still waiting for an answer to my message of last night.
    Really disappointed, I used to recommend you to everyone.
crisis-made-person = Have you seen what their manager wrote last night? Shameful.
    These words are unworthy of a house like yours.
    Will you apologise, yes or no?
    I have been a customer for ten years and will never come back.
    Silence since yesterday, well done…
    I have a screenshot and I am sharing it everywhere.
    Does the whole team think like that?
    Our association asks for a meeting and a public explanation.
    So you delete comments now?
    There are good people in this team, don’t lump them all together.
crisis-made-service = Can’t order since this morning, nothing works.
    Two hours on the phone for nothing.
    My order is paid and nobody answers, this is theft!
    Still down? Give us a time at least.
    I was charged twice, pay me back.
    You could tell us instead of letting us wait.
    Useless. I am going to the competition.
    Are Saturday’s deliveries still on?
    Is my data safe?
    Thanks to the person at the counter, she at least was patient.

crisis-wrong-empty = Write something.
crisis-wrong-too-long = { $most } characters at most.
crisis-wrong-another-runs = Another crisis is running.
crisis-wrong-over = This crisis is over: nothing of it changes any more.
crisis-wrong-undecided = { $count ->
    [one] One post waits for a decision.
   *[other] { $count } posts wait for a decision.
  }
crisis-wrong-time = Choose a date and time to come.
crisis-wrong-reason = Say why it is given up.
crisis-wrong-not-approved = This holding statement is not approved.
crisis-wrong-no-words = Write it in one language at least.
crisis-wrong-nothing = There is no message there: choose another period or write some.
crisis-wrong-span = Choose a beginning and an end, in that order.
crisis-wrong-too-many = { $most } at most.
crisis-wrong-teammate = This person does not work for the brand.

shell-room-crisis = Crisis
shell-crisis-alert = { $count ->
    [one] { $count } negative message since { $when }, far more than usual
   *[other] { $count } negative messages since { $when }, far more than usual
  }
shell-crisis-look = Look
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
letter-crisis-alert-what = Read what is said: if it is grave, open the crisis room; if not, close the alert.
letter-crisis-opened-subject = Crisis room open: { $name }
letter-crisis-opened = A crisis room is open for { $brand }: { $name }. Gravity: { $level }.
letter-crisis-messages = { $count ->
    [0] No message is gathered there yet.
    [one] One message is gathered there.
   *[other] { $count } messages are gathered there; the most repeated one:
  }
letter-crisis-level-subject = { $name }: gravity “{ $level }”
letter-crisis-level = The gravity of the crisis “{ $name }” ({ $brand }) is now: { $level }.
letter-crisis-in-role-subject = Your role in the crisis: { $name }
letter-crisis-in-role = You are given a role in the crisis “{ $name }” ({ $brand }).
letter-crisis-ended-subject = Crisis over: { $name }
letter-crisis-ended = The crisis “{ $name }” ({ $brand }) is over. Its review is to be read and completed.
letter-crisis-rehearsal-subject = [REHEARSAL] { $name }
letter-crisis-rehearsal = This is a rehearsal: nothing of it is real.

activity-crisis-alert-raised = Alert: burst of negative messages
activity-crisis-alert-closed = Alert closed
activity-crisis-alert-taken-up = Alert became a crisis
activity-crisis-opened = Crisis room opened
activity-crisis-level-changed = Gravity of the crisis changed
activity-crisis-decided = Decision in a crisis
activity-crisis-noted = Note in a crisis
activity-crisis-words-changed = Words of the crisis changed
activity-crisis-messages-left-out = Messages left out of the crisis
activity-crisis-messages-answered = Messages of the crisis answered
activity-crisis-role-given = Role in a crisis given
activity-crisis-role-taken = Role in a crisis taken back
activity-crisis-task-added = Thing to do added to a crisis
activity-crisis-task-ticked = Thing to do ticked
activity-crisis-statement-posted = Holding statement posted
activity-crisis-post-reviewed = Post looked at before the stand-down
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
notification-crisis-level = The gravity of the crisis has changed
notification-crisis-in-role = You are given a role in a crisis
notification-crisis-ended = The crisis is over
checks-saw-crisis = A crisis has been running since { $when } ({ $reason }): posts are held.
checks-crisis-way = It will be held at its time, and looked at when the crisis is stood down.
checks-crisis-room = See the crisis room
inbox-filter-crisis = Messages of the crisis
