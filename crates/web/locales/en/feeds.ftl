# The blogs that the brand relays.
feeds-title = The blogs you relay
feeds-lead = Each new article becomes a draft, to be read over and scheduled.
feeds-none = No blog followed
feeds-none-lead = Give the address of your blog: its next articles will arrive among your drafts.
feeds-follow = Follow a blog
feeds-url = Address of the blog or of its feed
feeds-url-hint = RSS, Atom or JSON Feed; the address of the home page is often enough.
feeds-url-empty = Give the blog’s address.
feeds-already = This blog is already followed.
feeds-drafts = To begin with
feeds-drafts-of = { $count ->
    [0] Take nothing of what has already appeared
    [one] Take the last article as a draft
   *[other] Take the last { $count } articles as drafts
}
feeds-follow-button = Follow this blog
feeds-followed = { $name } is followed.
feeds-read = { $name } has just been read.
feeds-read-failed = { $name } could not be read.
feeds-paused = { $name } is not read for now.
feeds-resumed = { $name } is read again.
feeds-unfollowed = { $name } is no longer followed. Its drafts stay.
feeds-read-now = Read now
feeds-pause = Pause
feeds-resume = Resume
feeds-unfollow = Stop following
feeds-state-followed = Followed
feeds-state-paused = Paused
feeds-state-gone = Gone
feeds-state-trouble = Unreadable
feeds-error-unreachable = The site does not answer. Check the address, then try again.
feeds-error-forbidden = This is not the address of a public site.
feeds-error-status = The site answers with an error ({ $status }). Check the address.
feeds-error-gone = This feed no longer exists.
feeds-error-too-large = This feed is too heavy to be read.
feeds-error-not-a-feed = There is no feed at this address. Look for “RSS” on the site, or give the address of its home page.
feeds-error-malformed = This feed is damaged and can’t be read. Tell whoever keeps the site.
feeds-trouble-unreachable = The site does not answer. Parvis tries again, less and less often; nothing that was read is lost.
feeds-trouble-forbidden = The site points to an address that is not public.
feeds-trouble-status = The site answers with an error. Parvis will try again.
feeds-trouble-gone = The site says that this feed no longer exists.
feeds-trouble-too-large = The feed has become too heavy.
feeds-trouble-not-a-feed = There is no feed at this address any more.
feeds-trouble-malformed = The feed is damaged. Parvis will try again.
