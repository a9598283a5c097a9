use super::Texts;

pub(super) static TEXTS: Texts = Texts {
    breads: [
        ("rye with Vertou honey", "dense, dark, and it keeps for a whole week", "miche"),
        ("the sourdough country loaf", "forty hours of rest and a crust that sings", "miche"),
        ("walnut bread from the Bocage", "the walnuts are cracked that very morning", "miche"),
        (
            "the traditional baguette",
            "local flour, water, salt, starter, and nothing else",
            "baguettes",
        ),
        ("buckwheat bread", "it calls for salted butter, and plenty of it", "miche"),
        ("olive fougasse", "it leaves faster than we can shape it", "baguettes"),
        ("the Thursday sandwich loaf", "for croque-monsieurs with some self-respect", "brioche"),
        ("the small spelt from Martin’s farm", "stone-ground twelve kilometres from here", "miche"),
        ("the Nantes crown", "made for sharing, that is the whole point", "couronne"),
        ("fig bread", "add a goat’s cheese and dinner is ready", "miche"),
        ("the seeded baguette", "sunflower, flax, sesame: it crunches", "baguettes"),
        ("corn bread", "yellow as a raincoat, soft as a Sunday", "brioche"),
        ("Louise’s maslin loaf", "half wheat, half rye, her grandmother’s recipe", "miche"),
    ],
    tarts: [
        ("strawberry", "tarte-rouge"),
        ("rhubarb", "tarte-rose"),
        ("cherry", "tarte-rouge"),
        ("roast apricot", "tarte-or"),
        ("raspberry", "tarte-rouge"),
        ("vineyard peach", "tarte-rose"),
        ("mirabelle plum", "tarte-or"),
        ("fresh fig", "tarte-rose"),
        ("apple and salted caramel", "tarte-or"),
        ("pear and almond", "tarte-or"),
        ("chocolate and buckwheat", "gateau"),
        ("walnut and honey", "tarte-or"),
        ("lemon meringue", "tarte-or"),
    ],
    backstage: [
        (
            "4.10 am. The starter has doubled, the radio crackles, the first batch goes in. Good morning, Nantes.",
            Some("four"),
        ),
        (
            "Youenn is shaping his three-hundredth croissant of the week. He says he does not count. He counts.",
            Some("croissants"),
        ),
        (
            "People ask why our bread is never quite the same. Because flour is alive, the weather turns, and we use no additives.",
            None,
        ),
        (
            "The flour from Martin’s farm came in this morning, still warm from the stone. Twelve kilometres, not one more.",
            Some("ble"),
        ),
        (
            "A word from the house: a sourdough loaf wakes up in three minutes in a hot oven, with a little water on the crust.",
            None,
        ),
        (
            "The old oven sulked last night. Camille had the last word. The eight o’clock batch will be fifteen minutes late, sorry in advance.",
            Some("four"),
        ),
        (
            "What you never see: the washing-up. So much washing-up. Thank you to Inès, our apprentice, who keeps smiling.",
            None,
        ),
        (
            "This morning’s puff pastry: twenty-seven layers of butter, and a library hush while we fold.",
            Some("croissants"),
        ),
        (
            "Last night the unsold bread went to the neighbourhood kitchens. Fourteen loaves, nine pastries, no bin.",
            None,
        ),
        (
            "Louise is trying a seaweed loaf. The team is divided. Louise is on her third slice.",
            Some("miche"),
        ),
        ("Good bread is mostly time. Ours sleeps longer than we do.", Some("miche")),
        (
            "Two days of training with a miller from the marshes. We took notes, we will tell you soon.",
            Some("ble"),
        ),
        (
            "Seven years since the shop opened. Thank you for pushing the door, even when it rains. Above all when it rains.",
            Some("boutique"),
        ),
    ],
    questions: [
        "Dark crust or soft crumb: which side are you on?",
        "Which bread tastes of your childhood? We might put one back in the oven.",
        "If you could keep only one pastry, which would it be?",
        "What do you have with your Sunday morning bread?",
        "We cannot decide on Saturday’s tart: pear or apple? Over to you.",
        "The heel, the crust, the nub, the end… What do you call it at home?",
        "Who has already finished the baguette before getting home? No judgement here.",
        "Got a recipe for stale bread? We are collecting the best ones.",
        "Apple turnover or raisin swirl, at four o’clock?",
        "Salted or unsalted butter? We are asking from Nantes, so we know the answer.",
        "What should we bake for the children on Wednesday?",
        "Sourdough or yeast: do you bake at home?",
        "Which Saturday workshop would bring you in: croissants, brioche or sourdough?",
    ],
    news: [
        (
            "Talensac market on Sunday: we are there from 8 am, with warm bread and madeleines.",
            Some("boutique"),
        ),
        (
            "This week the shop closes at 6 pm on Thursday, on account of Louise’s birthday. The rest stays the same.",
            None,
        ),
        (
            "Saturday’s sourdough workshop is full. A second date is coming; tell us if you would like to hear first.",
            None,
        ),
        (
            "Bring your own bread bag and earn our lasting gratitude, plus a chouquette.",
            Some("chouquettes"),
        ),
        ("Orders for school fêtes are open: come by the shop or write to us here.", None),
        ("New: we take meal vouchers, and compliments, as always.", Some("boutique")),
        (
            "The little five o’clock batch is back: warm bread when school lets out.",
            Some("baguettes"),
        ),
        (
            "We are looking for someone to sell bread at weekends. Good mood required, early riser welcome.",
            None,
        ),
        (
            "Thank you to the Ampère school for the visit: twenty-two small bakers, and flour inside the satchels.",
            Some("four"),
        ),
    ],
    of_bread: [
        "Bread of the week: {what}. Why this one: {why}. #sourdough #Nantes",
        "It is back: {what}. As a reminder, {why}. Tuesday to Saturday. #bread #Nantes",
    ],
    of_tart: [
        "This Saturday, a {what} tart. Keep yours by writing to us before Friday noon. #Nantes",
        "The {what} tart is back on Saturday. Twenty slices, not one more. #tart",
    ],
    again: ["{what} #backstage", "Asking again. {what}", "Good to know. {what}"],
    drafts: [
        (
            "Christmas logs: announce the three flavours. (Louise, is it pear for sure?)",
            Some("gateau"),
        ),
        ("House recipe: Agathe’s French toast, in four pictures.", Some("brioche")),
        (
            "An idea for January: a galette, with a charm drawn by the children of the Ampère school.",
            Some("couronne"),
        ),
    ],
    ahead: [
        (
            1,
            16,
            "The five o’clock batch: warm baguettes and chouquettes as school lets out.",
            Some("chouquettes"),
        ),
        (8, 7, "Talensac market this morning: shall we keep a loaf for you?", Some("boutique")),
        (
            11,
            12,
            "The sourdough workshop is back. Twelve places, two hours, a jar of starter to take home.",
            Some("ble"),
        ),
        (19, 9, "Holiday orders open today, in the shop or by message.", Some("gateau")),
    ],
    trouble: [
        "A special little batch tomorrow morning: milk rolls for early birds.",
        "Rain outside, oven inside. We are keeping a warm corner for you.",
        "Last chouquettes of the day, first come, first served.",
    ],
    reasons: [
        "The network refused the picture: a format it did not take that day.",
        "The network’s answer was lost, and its list does not settle the matter.",
    ],
    old_post: "Batch of the day, no.",
    alts: [
        "A round golden loaf scored with a cross, on a wooden board.",
        "Three golden baguettes side by side on a pale cloth.",
        "Two well-baked croissants on a cream background.",
        "A tall, shiny brioche seen from the front.",
        "A golden ring of bread seen from above.",
        "A red fruit tart seen from above, the fruit in tight circles.",
        "A golden fruit tart seen from above, its slices laid like petals.",
        "A pink fruit tart seen from above, on a pale tablecloth.",
        "A round chocolate-covered cake on a plate.",
        "A heap of chouquettes with pearl sugar.",
        "The mouth of a bread oven glowing in the half-light.",
        "A field of wheat under a pale sky.",
    ],
};
