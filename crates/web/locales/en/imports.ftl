# Importing networks’ statistics files.
imports-title = Imported files
imports-lead = Networks’ statistics exports, read column by column.
imports-none = No file imported
imports-none-lead = Download your statistics from Meta, LinkedIn, X, TikTok or YouTube, then bring the file here.
imports-new = Import a file
imports-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
imports-problems-count = { $count ->
    [one] { $count } unreadable cell
   *[other] { $count } unreadable cells
}
imports-state-planned = To confirm
imports-state-running = Under way
imports-state-done = Imported
imports-state-undone = Undone

imports-new-title = Import a statistics file
imports-new-lead = Bring the file as the network gave it. You will see how it is going to be read before anything is stored.
imports-file = File
imports-file-hint = CSV or Excel workbook, one row per post, 50 MB at most.
imports-file-none = Choose a file.
imports-file-empty = This file holds no row. Download it again from the network.
imports-file-too-large = This file is too large: { $most } and a million rows at most. Export a shorter period.
imports-file-not-a-table = This file is not a table. Bring the network’s CSV or Excel export, not a picture or a PDF.
imports-file-bad-encoding = The characters of this file can’t be read. Open it in a spreadsheet and save it as “CSV UTF-8”.
imports-file-broken-workbook = This workbook is damaged or locked by a password. Open it, save a copy without a password, and try again.
imports-file-no-header = No row names the columns. Keep the first row of the network’s export.
imports-file-too-many-columns = This table has more than 2,000 columns. Keep those of the posts.
imports-nothing-yet = Nothing is stored before you agree.
imports-read = Read the file
imports-where = Where to find the file
imports-where-facebook-name = Facebook and Instagram
imports-where-facebook = Meta Business Suite, Insights, Content, Export data, “Post” level.
imports-where-linkedin-name = LinkedIn
imports-where-linkedin = Page, Analytics, Content, Export: the “All posts” sheet is read.
imports-where-x-name = X
imports-where-x = Analytics, Content, Download data, posts rather than days.
imports-where-tiktok-name = TikTok
imports-where-tiktok = Creator tools, Analytics, Content, Download.
imports-where-youtube-name = YouTube
imports-where-youtube = YouTube Studio, Analytics, Advanced mode, Export: the “Table data” file.

imports-mapping-title = Which column says what
imports-recognised = Recognised: { $name }
imports-recognised-lead = The columns are already matched. Check the preview, then import.
imports-not-recognised = Columns to match
imports-partly = Export not recognised, columns found by their names
imports-partly-lead = Check each match and the preview before importing.
imports-plan-no-recognised-column = No column of figures was recognised. Say for each figure which column gives it.
imports-plan-days-not-posts = This export counts days of the account, not posts. Choose the “per post” export on the network.
imports-plan-no-figure = No figure has a column: there is nothing to import. Match at least one figure.
imports-plan-no-such-column = A chosen column is not in the file. Choose another.
imports-plan-not-a-zone = This time zone does not exist. Choose one from the list.
imports-plan-no-network = Say which network the file comes from.
imports-how = How to read it
imports-network = Network
imports-channel = Account
imports-channel-none = No connected account
imports-channel-hint = Joins these figures to the posts that Parvis sent.
imports-order = Dates in digits
imports-order-day-first = Day/month
imports-order-month-first = Month/day
imports-order-hint = Guessed from the dates of the file.
imports-zone = Time zone of dates
imports-zone-hint = For dates that say none.
imports-weekdays = Day number 1
imports-weekdays-monday-first = Monday
imports-weekdays-sunday-first = Sunday
imports-weekdays-hint = For days given as numbers.
imports-about = The post
imports-figures = Figures
imports-no-column = No column
imports-preview = Preview
imports-preview-lead = The first rows as they would be read. A blank cell stays “not known”, never zero.
imports-preview-rows = First rows of the file
imports-no-text = without text
imports-change = { $count ->
    [one] See or change the matched column
   *[other] See or change the { $count } matched columns
}
imports-preview-again = Update the preview
imports-run = { $count ->
    [one] Import { $count } row
   *[other] Import { $count } rows
}
imports-another = Choose another file
imports-left-out-one-day = Left out: a single day of a post whose total is on another row.
imports-left-out-total = Left out: the total of the other rows.
imports-left-out-no-figure = Left out: no figure.
imports-left-out-too-many-cells = Left out: more cells than columns.
import-field-remote-id = Id at the network
import-field-url = Address
import-field-text = Text or title
import-field-format = Format
import-field-published-at = Date of publication
import-field-month = Month (where there is no date)
import-field-weekday = Day of the week (where there is no date)
import-field-hour = Hour (where there is no date)
import-field-paid = Paid or not
import-field-topic = Topic or category
import-field-period = Period that the row counts
import-template-facebook-uci = Facebook, post statistics (UCI)
import-template-facebook-lifetime = Facebook, “Lifetime” statistics
import-template-meta-instagram = Meta Business Suite, Instagram
import-template-meta-facebook = Meta Business Suite, Facebook
import-template-x-tweets = X, tweet activity
import-template-x-posts = X, content
import-template-linkedin-posts = LinkedIn, posts of a page
import-template-tiktok-videos = TikTok, content
import-template-youtube-videos = YouTube Studio, video data
import-template-x-days = X, account by day
import-template-linkedin-days = LinkedIn, page by day

imports-one-title = { $file }
imports-progress = { $count ->
    [one] { $read } row read of { $count }
   *[other] { $read } rows read of { $count }
}
imports-progress-label = Progress of the import
imports-leave = You can leave this page: the import goes on, and is found again in the list of files.
imports-look-again = See how far it is
imports-cut = This import was cut short
imports-cut-lead = { $count ->
    [one] { $count } row was read. Resume it: nothing will be counted twice.
   *[other] { $count } rows were read. Resume it: nothing will be counted twice.
}
imports-resume = Resume
imports-undo = Undo this import
imports-undone = The import of { $name } is undone.
imports-undone-title = This import was undone
imports-undone-lead = The figures it had brought were removed. The file can be imported again.
imports-new-posts = New
imports-new-posts-note = posts that Parvis did not know
imports-updated = Updated
imports-updated-note = posts whose figures changed
imports-unchanged = Unchanged
imports-unchanged-note = already known, nothing new
imports-left-out = Left out
imports-left-out-note = totals, single days, rows without figures
imports-see-posts = See these posts
imports-see-comparisons = Compare them
imports-no-problem = Everything was read
imports-no-problem-lead = No unreadable cell in this file. Blank cells stay not known.
imports-problems = { $count ->
    [one] { $count } cell could not be read
   *[other] { $count } cells could not be read
}
imports-problems-lead = The rest of each row is imported; what was not read stays not known. Correct the file and import it again: nothing will be counted twice.
imports-problems-caption = What could not be read, row by row
imports-problems-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
imports-line = Line
imports-line-number = Line { $line }
imports-column = Column
imports-cell = What is written
imports-what = What is wrong
import-problem-not-a-number = Not a number: figure not known.
import-problem-not-whole = Not a whole number (decimals, percentage or rounded): figure not known.
import-problem-negative = A number below zero: figure not known.
import-problem-too-large = A number too large to be true: figure not known.
import-problem-not-a-date = Not a date: the post stays without one.
import-problem-out-of-range = Neither a month, a day nor an hour.
import-problem-not-yes-or-no = Neither yes nor no: promotion not known.
import-problem-damaged-id = A spreadsheet rounded this id: another column stands for it. Import the original file, without opening it in a spreadsheet.
import-problem-no-figure = No figure on this row: left out.
import-problem-too-many-cells = More cells than columns (missing quotes): row left out.
