# Talking with people.
inbox-title = { $count ->
    [0] Nobody is waiting for an answer
    [one] One person is waiting for an answer
   *[other] { $count } people are waiting for an answer
}
inbox-title-many = More than { $count } people are waiting for an answer
inbox-conversations = Conversations
inbox-tabs = Parts of the inbox
inbox-tab-waiting = To answer
inbox-tab-open = Open
inbox-tab-resolved = Resolved
inbox-tab-reactions = Reactions
inbox-channel = Channel
inbox-every-channel = Every channel
inbox-filter = Show
inbox-none-waiting = Everyone has their answer
inbox-none-waiting-lead = What people write on your channels will arrive here.
inbox-none-open = No open conversations
inbox-none-open-lead = Replies, mentions and private messages arrive here as soon as your channels are connected.
inbox-none-resolved = Nothing resolved yet
inbox-none-resolved-lead = A conversation that you mark as resolved is kept here, and comes back by itself if the person writes again.
inbox-none-reactions = No reactions yet
inbox-none-reactions-lead = Likes, shares and new followers are found here. They do not wait for an answer.
inbox-detail = Conversation
inbox-choose = Choose a conversation
inbox-choose-lead = It will open here. With the keyboard: j and k go from one to the next, r replies, e marks it as resolved.
inbox-someone = Someone
inbox-and-others = { $count ->
    [one] { $name } and one other person
   *[other] { $name } and { $count } others
}
inbox-waits = is waiting for an answer
inbox-with = Conversation with { $name }
inbox-back = Back to the list
inbox-kind-reply = answers a post
inbox-kind-mention = mentions you
inbox-kind-quote = quotes a post
inbox-kind-direct = private message
inbox-kind-reactions = reactions to a post
inbox-kind-follows = new followers
inbox-resolve = Resolved
inbox-reopen = Reopen
inbox-resolved = Conversation resolved.
inbox-reopened = Conversation reopened.
inbox-was-resolved = Marked as resolved { $when }
inbox-older = Older messages are on the network.
inbox-about-unknown = The post in question
inbox-about-ours = Your post
inbox-about-theirs = See it on the network
inbox-did-like = { $name } likes it
inbox-did-share = { $name } shared it
inbox-did-follow = { $name } follows the account
inbox-at-the-network = From the network
inbox-picture = Attached picture
inbox-see-why = See why
inbox-open-at = See on { $network }
inbox-reply = Reply
inbox-reply-to = Reply to { $name } on { $network }
inbox-as = On behalf of { $brand }
inbox-count = { $used } of { $most }
inbox-answered = The answer is on its way.
inbox-answered-by-hand = To be posted by hand: copy the answer, post it, then say so here.
inbox-reply-empty = Write your answer.
inbox-reply-too-long = Your answer is too long for the network by { $over ->
    [one] { $over } character
   *[other] { $over } characters
}. Shorten it.
inbox-reply-too-many-pictures = There are more pictures than the network takes.
inbox-reply-channel-gone = This channel was removed: it can’t be answered any more.
inbox-reply-nothing = There is no message to answer here.
inbox-reply-meanwhile = Someone answered meanwhile: read their answer before you send yours.
inbox-tab-pending = Waiting for them
inbox-tab-snoozed = Snoozed
inbox-tab-all = All
inbox-none-pending = You are not waiting for anyone
inbox-none-pending-lead = A conversation where you asked something can be kept here: it comes back as soon as they answer.
inbox-none-snoozed = Nothing is snoozed
inbox-none-snoozed-lead = A snoozed conversation comes back at its time, or as soon as the person writes.
inbox-none-all = No conversations yet
inbox-none-all-lead = Replies, mentions and private messages come here once your channels are connected.
inbox-none-found = Nothing matches
inbox-none-found-lead = Try other words, or widen the filters.
inbox-none-yet = Nothing among the latest conversations
inbox-none-yet-lead = Go on to look at older ones.
inbox-search = Search the messages
inbox-search-go = Search
inbox-narrow = Filters
inbox-narrowed = { $count ->
    [one] one filter
   *[other] { $count } filters
}
inbox-narrow-none = Clear all
inbox-any = Any
inbox-kind = Kind
inbox-kind-short-reply = Replies to your posts
inbox-kind-short-mention = Mentions
inbox-kind-short-quote = Quotes
inbox-kind-short-direct = Private messages
inbox-assignee = Whose
inbox-me = Mine
inbox-nobody = Nobody’s
inbox-label = Label
inbox-priority = Priority
inbox-priority-low = Low
inbox-priority-normal = Normal
inbox-priority-high = High
inbox-priority-urgent = Urgent
inbox-language = Language
inbox-language-fr = French
inbox-language-en = English
inbox-from = From
inbox-to = To
inbox-only-unread = Unread only
inbox-unread = unread
inbox-check = Select the conversation with { $name }
inbox-owner = Assigned to { $name }
inbox-state-open = open
inbox-state-pending = waiting for the person
inbox-state-snoozed = snoozed
inbox-state-resolved = resolved
inbox-state-merged = merged into another
inbox-back-on = Comes back { $when }
inbox-views = Saved lists
inbox-view-shared = Shared:
inbox-view-forget = Remove the list { $name }
inbox-view-keep = Save this list
inbox-view-name = Name of the list
inbox-view-share = Share it with the team
inbox-view-save = Save
inbox-view-kept = List saved.
inbox-view-forgotten = List removed.
inbox-view-bad-name = Give the list a name of 60 characters at most.
inbox-view-too-many = You already have 50 lists: remove one first.
inbox-bulk = Selected conversations
inbox-bulk-none = Select some conversations first.
inbox-bulk-done = { $count ->
    [one] One conversation changed.
   *[other] { $count } conversations changed.
}
inbox-undone = Undone.
inbox-more = More
inbox-assign = Assign
inbox-assign-to = Assign to
inbox-assigned = Noted.
inbox-priority-set = Change
inbox-prioritised = Priority changed.
inbox-labels = Labels
inbox-labels-save = Save
inbox-labels-manage = Manage labels
inbox-labelled = Labels changed.
inbox-label-put = Label
inbox-to-pending = Waiting for them
inbox-pending = The conversation waits for the person.
inbox-mark-read = Mark as read
inbox-mark-unread = Mark as unread
inbox-marked-unread = Marked as unread.
inbox-snooze = Snooze
inbox-snooze-until = Until when
inbox-snooze-later = In three hours
inbox-snooze-tomorrow = Tomorrow at 9:00
inbox-snooze-next-week = Next Monday at 9:00
inbox-snooze-at = At another time
inbox-snooze-past = Choose a time in the future.
inbox-snoozed = Snoozed. It comes back { $when }.
inbox-became-resolved = { $by } resolved it
inbox-became-pending = { $by } is waiting for the person
inbox-became-snoozed = { $by } snoozed it
inbox-became-merged = { $by } merged it into another
inbox-became-open-said = { $by } reopened it
inbox-became-open-new-message = Reopened by a new message
inbox-became-open-reply-failed = Reopened: the answer could not be sent
inbox-became-open-snooze-ended = Back at its time
inbox-became-open-merged = Reopened by the conversation merged into it
inbox-became-open-split = { $by } separated it
inbox-became-someones = { $by } assigned it to { $name }
inbox-became-nobodys = { $by } gave it back to everyone
inbox-became-urgent = { $by } changed the priority: { $priority }
inbox-note = Internal note
inbox-note-lead = Between colleagues, never sent
inbox-note-field = A note for your colleagues, with @ to notify one of them
inbox-note-add = Add the note
inbox-note-remove = Remove
inbox-note-empty = Write your note.
inbox-note-too-long = A note has 4,000 characters at most.
inbox-noted = Note added.
inbox-note-removed = Note removed.
inbox-write = Answer or note
inbox-private = Private message
inbox-reply-is-private = Only the person will read your answer.
inbox-reply-privately = Answer privately
inbox-reply-never-privately = Public answer: { $network } does not allow a private one here.
inbox-reply-not-privately = This network does not allow a private answer to this message.
inbox-reply-resolve = Answer and resolve
inbox-reply-pictures = Add pictures
inbox-reply-file = Pictures
inbox-reply-alt = What they show
inbox-meanwhile = { $name } answered meanwhile
inbox-others-there = { $count ->
    [one] { $name } is reading this conversation too
   *[other] { $name } are reading this conversation too
}
inbox-others-writing = { $count ->
    [one] { $name } is writing an answer
   *[other] { $name } are writing an answer
}
inbox-message-acts = Act on this message
inbox-act-like = Like
inbox-act-unlike = Take the like back
inbox-act-hide = Hide under the post
inbox-act-unhide = Show again
inbox-act-delete = Delete from the network
inbox-act-no-hide = { $network } does not allow this message to be hidden.
inbox-act-like-asked = will be liked
inbox-act-like-done = liked
inbox-act-unlike-asked = will no longer be liked
inbox-act-hide-asked = will be hidden
inbox-act-hide-done = hidden under the post
inbox-act-unhide-asked = will be shown again
inbox-act-delete-asked = will be deleted from the network
inbox-act-delete-done = deleted from the network
inbox-act-like-failed = Could not be liked:
inbox-act-unlike-failed = The like could not be taken back:
inbox-act-hide-failed = Could not be hidden:
inbox-act-unhide-failed = Could not be shown:
inbox-act-delete-failed = Could not be deleted:
inbox-act-because-unreachable = the network does not answer. Try again later.
inbox-act-because-rate-limited = the network asks you to wait. Try again later.
inbox-act-because-reauthorize = the channel has to be connected again.
inbox-act-because-rejected = the network refused it.
inbox-act-because-unsupported = the network does not allow it.
inbox-asked-like = Request sent to the network: like this message.
inbox-asked-unlike = Request sent to the network: take the like back.
inbox-asked-hide = Request sent to the network: hide this message.
inbox-asked-unhide = Request sent to the network: show this message.
inbox-asked-delete = Request sent to the network: delete this message.
inbox-merge = Merge with
inbox-merged = Conversations merged.
inbox-unmerge = Separate the merged conversation
inbox-unmerged = Conversations separated.
inbox-merge-not-alike = These two conversations can’t be merged.
inbox-split = Make a conversation from here
inbox-was-split = Conversation split in two.
inbox-split-nothing-left = It is the first message: nothing would be left.
inbox-person = This person
inbox-person-profile = Their profile on { $network }
inbox-person-since = Known since
inbox-person-messages = Messages
inbox-person-count =
    { $count ->
        [one] one message
       *[other] { $count } messages
    } in { $conversations ->
        [one] one conversation
       *[other] { $conversations } conversations
    }
inbox-person-reactions = Likes, shares, follows
inbox-person-others = Their other conversations
inbox-labels-lead = The brand’s own words for its conversations.
inbox-labels-none = No labels yet
inbox-labels-none-lead = For example “Order”, “Complaint”, “Press”.
inbox-label-name = Name
inbox-label-colour = Colour
inbox-label-make = Create the label
inbox-label-save = Save
inbox-label-remove = Remove
inbox-label-made = Label created.
inbox-label-changed = Label changed.
inbox-label-removed = Label removed.
inbox-label-bad-name = Give it a name of 40 characters at most.
inbox-label-bad-colour = Choose a colour.
inbox-label-taken = The brand has this label already.
inbox-label-too-many = A brand has 200 labels at most.
inbox-ready = Ready replies:
inbox-ready-others = The others
inbox-heard = Write down a message
inbox-heard-on = Write down what followed
inbox-kind-review = review
inbox-kind-short-review = Reviews
inbox-stars = { $stars } out of 5
inbox-heard-by-hand = written down by hand
inbox-by-hand = To be posted by hand on { $network }
inbox-by-hand-lead = Copy the reply, post it on { $network }, then say so here. Until then, the person is waiting.
inbox-by-hand-copy = Copy the reply
inbox-by-hand-open = Open { $network }
inbox-by-hand-link = Link of the reply, if it has one
inbox-by-hand-done = It is posted
inbox-by-hand-leave = Do not post it
inbox-to-article = Turn the last answer into an article
inbox-escalated = Expert
inbox-escalated-any = With an expert
inbox-escalated-late = Expert late
inbox-letter-returned = Not delivered:
inbox-letter-quoted = Show what the message repeats
inbox-letter-files = Attachments
inbox-letter-file = File { $number }
inbox-letter-absence = Out-of-office reply
inbox-letter-bounce = Non-delivery notice
inbox-letter-list = Mailing list
inbox-letter-other = Sent automatically
