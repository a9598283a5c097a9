//! Each known export, read as proposed.

use jiff::tz::TimeZone;
use measurement::Format;
use measurement::insights::{
    DateOrder, Field, ImportPlan, ImportedRow, LeftOut, PlanError, PreviewRow, ProblemKind, Sheet,
};
use measurement::statistics::{Ingredient, Measure};

use crate::sheets::workbook;
use crate::world::{fixture, plan};

fn preview(name: &str) -> (ImportPlan, Vec<PreviewRow>) {
    let sheet = Sheet::read(&fixture(name)).unwrap();
    let plan = plan(&sheet, name);
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let rows = plan.preview(&sheet, &zone, 100);
    (plan, rows)
}

fn row(preview: &PreviewRow) -> &ImportedRow {
    preview.row.as_ref().unwrap()
}

#[test]
fn a_meta_export_in_english_keeps_totals_and_tells_what_it_can_not_read() {
    let (plan, rows) = preview("meta_facebook_en.csv");
    assert_eq!(plan.template.as_deref(), Some("meta_facebook"));
    let first = row(&rows[0]);
    assert_eq!(first.remote_id, "101_1");
    assert_eq!(first.format, Format::Video);
    assert_eq!(first.text, "Galette \"des rois\", enfin !");
    assert_eq!(first.figures.reach_total, Some(1850));
    assert_eq!(first.figures.views, Some(2644));
    assert_eq!(first.figures.clicks, Some(280));
    assert_eq!(first.published_at.unwrap().to_string(), "2026-01-03T09:30:00Z");
    assert_eq!(first.placed.hour, Some(10));
    let rate = Measure::EngagementByReach.of(&first.figures).unwrap();
    assert_eq!((rate.numerator(), rate.denominator()), (64 + 34 + 9 + 280, 1850));

    assert_eq!(rows[2].row, Err(LeftOut::OneDay), "a day is not counted again");
    assert_eq!(rows[3].row, Err(LeftOut::NoFigure));
    let last = row(&rows[4]);
    assert_eq!(last.figures.reach_total, Some(100));
    assert_eq!(last.figures.reactions, None);
    assert_eq!(last.figures.comments, None, "a dash is not nought");
    assert_eq!(last.published_at, None);
    let told: Vec<_> =
        rows[4].problems.iter().map(|p| (p.column.as_str(), p.kind, p.cell.as_str())).collect();
    assert_eq!(
        told,
        [
            ("Reactions", ProblemKind::NotANumber, "many"),
            ("Total clicks", ProblemKind::NotWhole, "1.2K"),
            ("Publish time", ProblemKind::NotADate, "32/13/2026 08:00"),
        ]
    );
    assert_eq!(rows[4].line, 8);
}

#[test]
fn a_meta_export_in_french_has_its_months_first_too() {
    let (plan, rows) = preview("meta_facebook_fr.csv");
    assert_eq!(plan.template.as_deref(), Some("meta_facebook"));
    assert_eq!(plan.order, DateOrder::MonthFirst);
    let (first, second) = (row(&rows[0]), row(&rows[1]));
    assert_eq!(first.figures.views, Some(3280));
    assert_eq!((first.figures.reach_organic, first.figures.reach_paid), (Some(2293), Some(3)));
    assert_eq!((first.paid, second.paid), (Some(true), Some(false)));
    assert_eq!((first.format, second.format), (Format::Video, Format::Picture));
    assert_eq!(second.placed.month, Some(7));
    assert_eq!(second.figures.clicks, Some(170));
}

#[test]
fn an_instagram_export_gives_no_clicks() {
    let (plan, rows) = preview("meta_instagram_fr.csv");
    assert_eq!(plan.network, "instagram");
    let second = row(&rows[1]);
    assert_eq!(second.format, Format::Pictures);
    assert_eq!(second.figures.reactions, Some(244));
    assert_eq!(second.figures.saves, Some(69));
    assert_eq!(second.figures.clicks, None);
}

#[test]
fn exports_of_x_old_and_new_are_read() {
    let (plan, rows) = preview("x_tweets.csv");
    assert_eq!(plan.template.as_deref(), Some("x_tweets"));
    let tweet = row(&rows[0]);
    assert_eq!(tweet.figures.impressions_total, Some(1200));
    assert_eq!(tweet.figures.impressions_paid, None);
    assert_eq!((tweet.figures.shares, tweet.figures.clicks), (Some(12), Some(24)));
    // 23:30 UTC on Saturday is Sunday in Paris.
    assert_eq!((tweet.placed.weekday, tweet.placed.hour), (Some(7), Some(0)));

    let (plan, rows) = preview("x_posts.csv");
    assert_eq!(plan.template.as_deref(), Some("x_posts"));
    let post = row(&rows[0]);
    assert_eq!((post.figures.shares, post.figures.saves), (Some(5), Some(4)));
    assert_eq!((post.placed.weekday, post.placed.hour), (Some(2), None));
    assert_eq!(row(&rows[1]).remote_id, "https://x.com/fournil/status/9102");
    assert_eq!(rows[1].problems[0].kind, ProblemKind::DamagedId);
}

#[test]
fn videos_of_tiktok_and_youtube_have_views_and_no_reach() {
    let (plan, rows) = preview("tiktok_videos.csv");
    assert_eq!(plan.template.as_deref(), Some("tiktok_videos"));
    let video = row(&rows[0]);
    assert_eq!(video.format, Format::Video);
    assert_eq!((video.figures.views, video.figures.reach_total), (Some(10_500), None));
    assert_eq!(video.remote_id, "https://www.tiktok.com/@fournil/video/71");

    let (plan, rows) = preview("youtube_videos.csv");
    assert_eq!(plan.template.as_deref(), Some("youtube_videos"));
    assert_eq!(rows[0].row, Err(LeftOut::Total));
    assert_eq!(row(&rows[1]).remote_id, "abcDEF12345");
    assert_eq!(row(&rows[1]).figures.views, Some(3200));
}

#[test]
fn an_old_facebook_export_has_two_rows_of_header() {
    let (plan, rows) = preview("facebook_lifetime.csv");
    assert_eq!(plan.template.as_deref(), Some("facebook_lifetime"));
    let post = row(&rows[0]);
    let f = post.figures;
    assert_eq!((f.reactions, f.comments, f.shares), (Some(60), Some(6), Some(4)));
    assert_eq!((f.reach_total, f.reach_organic, f.reach_paid), (Some(1000), Some(900), Some(100)));
    assert_eq!(f.clicks, Some(50));
    assert_eq!(post.published_at.unwrap().to_string(), "2014-12-31T08:05:00Z");
}

#[test]
fn a_linkedin_workbook_says_which_posts_were_sponsored() {
    let bytes = workbook(&[(
        "All posts",
        &[
            &["Engagement metrics for individual posts"],
            &[
                "Post title",
                "Post link",
                "Post type",
                "Created date",
                "Impressions",
                "Views",
                "Clicks",
                "Likes",
                "Comments",
                "Reposts",
                "Content Type",
            ],
            &[
                "Pain",
                "https://www.linkedin.com/feed/update/7",
                "Sponsored",
                "01/03/2026",
                "1000",
                "250",
                "40",
                "30",
                "2",
                "1",
                "Video",
            ],
        ],
    )]);
    let sheet = Sheet::read(&bytes).unwrap();
    let rows = plan(&sheet, "linkedin.xlsx").preview(&sheet, &TimeZone::UTC, 5);
    let post = row(&rows[0]);
    assert_eq!((post.paid, post.format), (Some(true), Format::Video));
    assert_eq!((post.figures.video_views, post.figures.views), (Some(250), None));
    assert_eq!((post.figures.impressions_total, post.figures.shares), (Some(1000), Some(1)));
}

#[test]
fn an_export_of_days_is_refused_and_an_unknown_one_is_left_to_a_person() {
    let days = "Date,Impressions,Likes,New follows,Unfollows\n2026-01-03,10,2,0,0\n";
    let sheet = Sheet::read(days.as_bytes()).unwrap();
    assert_eq!(ImportPlan::propose(&sheet, "", "", "UTC"), Err(PlanError::DaysNotPosts));

    let unknown = "Lien,Coups de cœur,Portée estimée\na,3,40\nb,,50\n";
    let sheet = Sheet::read(unknown.as_bytes()).unwrap();
    assert_eq!(ImportPlan::propose(&sheet, "", "", "UTC"), Err(PlanError::NoRecognisedColumn));
    let mut plan = ImportPlan::by_hand(&sheet, "", "", "UTC");
    assert_eq!(plan.check(&sheet), Err(PlanError::NoFigure));
    plan.columns.insert(Field::Figure(Ingredient::Reactions), 1);
    plan.columns.insert(Field::Figure(Ingredient::ReachTotal), 2);
    assert_eq!(plan.check(&sheet), Ok(()));
    let rows = plan.preview(&sheet, &TimeZone::UTC, 5);
    assert_eq!(row(&rows[0]).figures.reactions, Some(3));
    assert_eq!(row(&rows[1]).figures.reactions, None);
    plan.columns.insert(Field::Url, 9);
    assert_eq!(plan.check(&sheet), Err(PlanError::NoSuchColumn(Field::Url)));
}

#[test]
fn a_plan_survives_being_stored() {
    let (plan, _) = preview("meta_facebook_fr.csv");
    let text = serde_json::to_string(&plan).unwrap();
    assert_eq!(serde_json::from_str::<ImportPlan>(&text).unwrap(), plan);
    for field in Field::all() {
        assert_eq!(Field::parse(field.id()), Some(field));
    }
}
