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
inbox-channel = Account
inbox-every-channel = Every account
inbox-filter = Show
inbox-none-waiting = Everyone has their answer
inbox-none-waiting-lead = What people write on your accounts will arrive here.
inbox-none-open = No open conversation
inbox-none-open-lead = Replies, mentions and private messages arrive here as soon as your accounts are connected.
inbox-none-resolved = Nothing resolved yet
inbox-none-resolved-lead = A conversation that you mark as resolved is kept here, and comes back by itself if the person writes again.
inbox-none-reactions = No reaction yet
inbox-none-reactions-lead = Likes, shares and new followers are found here. They do not wait for an answer.
inbox-detail = Conversation
inbox-choose = Choose a conversation
inbox-choose-lead = It will open here. With the keyboard: j and k go from one to the next, r answers, e when it is resolved.
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
inbox-older = Older messages are at the network.
inbox-about-unknown = The post in question
inbox-about-ours = Your post
inbox-about-theirs = See it at the network
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
inbox-answered = Answer handed to the network.
inbox-reply-empty = Write your answer.
inbox-reply-too-long = Your answer is { $over } over what the network takes. Shorten it.
inbox-reply-too-many-pictures = There are more pictures than the network takes.
inbox-reply-channel-gone = This account was removed: it can’t be answered any more.
inbox-reply-nothing = There is no message to answer here.
inbox-reply-meanwhile = Someone answered meanwhile: read their answer before you send yours.
