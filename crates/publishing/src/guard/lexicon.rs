//! The words by which checks know what they look for, French and English.
//!
//! These are heuristics over what people write, measured in `tests/quality`; what the brand
//! itself decides is in its charter.

use std::sync::LazyLock;

use language::{Found, Reading, Terms};

/// The first term of a list that a text holds.
pub(super) fn says(list: &Terms, text: &str) -> Option<Found> {
    list.find_all(&Reading::of(text), text).into_iter().next()
}

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident = $list:literal;)+) => {$(
        $(#[$doc])*
        pub(super) static $name: LazyLock<Terms> = LazyLock::new(|| Terms::parse($list.lines()));
    )+};
}

terms! {
    /// The mention that the law asks for (art. 5: « Publicité » or « Collaboration
    /// commerciale »), and what English texts say.
    MENTION = "publicité
        collaboration commerciale
        collaborations commerciales
        #ad
        advertisement
        paid partnership
        commercial collaboration";
    /// « Images retouchées », in the singular too, and in English.
    RETOUCHED = "images retouchées
        image retouchée
        photos retouchées
        photo retouchée
        retouched image*
        retouched photo*
        edited image*";
    /// What reads like an exchange with another brand.
    COLLABORATION = "(sauf : mairie, école, écoles, association*, ville de, département, collège, lycée, médiathèque, bibliothèque, bénévol*, banque alimentaire, restos du cœur, office de tourisme, hôpital, université, town hall, school, charity, council, library)
        offert* par (sauf : par la maison, par nos soins, par notre)
        offert* gracieusement
        nous a offert (sauf : cliente, client)
        m’a offert (avec : marque, test*, produit*, code, collection)
        reçu* gratuitement
        produit* offert* (avec : marque, merci à, test*) (sauf : produits achetés, produit acheté)
        en partenariat avec
        partenariat rémunéré
        partenariat avec (avec : marque, code, offert*, nouvelle collection)
        en collaboration avec (avec : marque, code, collection, gamme, offert*, découvrir)
        sponsorisé* par
        post sponsorisé
        vidéo sponsorisée
        rémunéré* par
        invité* par (avec : hôtel, séjour, marque, restaurant, spa)
        lien* affilié*
        lien* d’affiliation
        placement de produit*
        ambassad* de la marque
        ambassad* pour la marque
        pour m’avoir envoyé
        pour m’avoir offert
        pour nous avoir offert (sauf : vos messages, votre confiance)
        merci … pour l’envoi (avec : produit*, marque, colis, test*)
        #sponsorisé
        #sponso
        #partenariat
        #sponsored
        #gifted
        gifted by
        gifted me
        kindly gifted
        sponsored by
        in partnership with
        in paid partnership
        thank* … for sending (avec : me, us) (unless : feedback, photo*, message*)
        affiliate link*
        brand ambassador for";
    /// A code to spend; only with another account named beside it.
    CODE = "code promo
        avec le code
        avec mon code
        utilisez le code
        code de réduction
        promo code
        discount code
        use code
        with code
        with my code";
    /// Private life: first person, family, holidays, nights out.
    PRIVATE = "(sauf : transmis*, a repris, a fondé, fondateur*, fondatrice*, génération*, avis client*, témoign*, nous écrit, taught me, handed down, founded, review, testimonial)
        mon mari
        ma femme (sauf : ma femme de ménage)
        mon conjoint
        ma conjointe
        mon chéri
        ma chérie
        mon copain
        ma copine
        mon petit ami
        ma petite amie
        mes enfants
        mon fils
        ma fille
        mon bébé
        mes gosses
        mes parents
        ma mère
        mon père
        ma belle mère
        mes beaux parents
        ma grossesse
        mon divorce
        ma rupture
        mon ex
        mes potes
        mes copines
        entre potes
        mes vacances
        mes congés
        vacances en famille (avec : je, moi, ma, mon, mes)
        mon week end
        mon dimanche
        mon anniversaire
        ma soirée
        mon chien
        mon chat
        ma maison de campagne
        gueule de bois
        j’ai trop bu
        my husband
        my wife
        my boyfriend
        my girlfriend
        my kids
        my children
        my son
        my daughter
        my baby
        my mum
        my mom
        my dad
        my mother
        my father
        my in laws
        my pregnancy
        my divorce
        my ex
        my holiday*
        my vacation
        my weekend
        my birthday
        my dog
        my cat
        my mates
        hungover
        my hangover";
    /// An invitation to write privately.
    IN_PRIVATE = "(sauf : pas de message, pas de messages, suivez nous d’abord, abonnez vous d’abord, follow us first)
        en MP
        en DM
        par MP
        par DM
        un MP
        un DM
        message privé
        messages privés
        messagerie privée
        message direct
        messages directs
        écri* … en privé
        contact* … en privé
        DM us
        DM me
        DM for
        a DM
        our DMs
        via DM
        private message
        direct message
        message us privately";
    /// Words of a poll that should be there.
    POLL = "sondage ci dessous
        sondage ci après
        votez ci dessous
        votez dans le sondage
        répondez au sondage ci
        poll below
        vote below
        vote in the poll";
}

/// Words about what one network has: who has it (folded names), its name, the words.
pub(super) static ELSEWHERE: LazyLock<Vec<(&'static [&'static str], &'static str, Terms)>> =
    LazyLock::new(|| {
        let one = |homes, shown, list: &str| (homes, shown, Terms::parse(list.split('|')));
        vec![
            one(
                &["x", "twitter"][..],
                "X",
                "retweet*|RT si|RT pour|RT et|RT +|tweet*|RT to win|RT if",
            ),
            one(
                &["instagram", "tiktok", "threads"][..],
                "Instagram",
                "lien en bio|lien dans la bio|lien dans notre bio|lien dans ma bio|link in bio|link in our bio",
            ),
            one(
                &["instagram", "facebook", "snapchat"][..],
                "Instagram",
                "swipe up|swipez vers le haut",
            ),
            one(
                &["youtube"][..],
                "YouTube",
                "activez la cloche|active la cloche|abonnez vous à la chaîne|hit the bell|ring the bell|subscribe to the channel|subscribe to our channel (unless : youtube)",
            ),
            one(
                &["facebook"][..],
                "Facebook",
                "likez la page|aimez la page|like our page|identifiez … ami (avec : commentaire*) (sauf : instagram)",
            ),
            one(&["tiktok"][..], "TikTok", "faites un duo|utilisez ce son|duet this|stitch this"),
            one(&["mastodon"][..], "Mastodon", "pouet*|repouet*"),
        ]
    });

/// Networks where a private message is refused unless one follows the other (folded names): on
/// X the person must follow, or the account have opened its messages; Bluesky's own setting is
/// « people I follow ».
pub(super) const FOLLOW_FIRST: &[&str] = &["x", "twitter", "x (twitter)", "bluesky"];
