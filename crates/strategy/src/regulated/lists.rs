//! The lists that Parvis comes with, written from the rules themselves; a brand may change each.

use super::RegulatedKind;

pub(super) const fn of(kind: RegulatedKind) -> &'static str {
    match kind {
        RegulatedKind::Food => FOOD,
        RegulatedKind::Alcohol => ALCOHOL,
        RegulatedKind::Finance => FINANCE,
        RegulatedKind::Gambling => GAMBLING,
    }
}

/// No food may be said to prevent, treat or cure a disease (Dir. 2002/46/EC art. 6, Reg. (EU)
/// 1169/2011 art. 7); no rate or amount of weight loss, no doctor's recommendation, no fear of
/// going without (Reg. (EC) 1924/2006 art. 12); a general benefit only beside an authorised
/// claim (art. 10).
const FOOD: &str = "
guéri* (sauf : plante, plantes, rosier, arbre, jardin, chat, chien, cheval, jambon, saucisson)
soign* (avec : maladie*, douleur*, arthrose, diabète, cancer, dépression, migraine*, rhume, grippe, eczéma, insomnie*, acné)
trait* (avec : maladie*, arthrose, diabète, cancer, dépression, migraine*, grippe, eczéma, insomnie*)
traitement naturel
préven* (avec : maladie*, cancer, rhume, grippe, diabète, infection*)
prévien* (avec : maladie*, cancer, rhume, grippe, diabète, infection*)
prévention (avec : maladie*, cancer, rhume, grippe, diabète)
protège* contre (avec : maladie*, virus, cancer, grippe, rhume, infection*)
remède* (sauf : pire que le mal)
anticancer*
anti cancer
anti inflammatoire*
antidépresseur*
anti dépresseur*
remplac* … médicament*
alternative … médicament*
sans médicament*
effet* thérapeutique*
vertu* thérapeutique*
vertus médicinales
cliniquement prouvé*
médicalement prouvé*
scientifiquement prouvé*
recommandé* par … médecin*
approuvé* par … médecin*
conseillé* par … médecin*
mon médecin … recommand*
perd* … kilo
perd* … kilos
perd* … kg
perte de poids
perd* du poids
maigri*
fait mincir
ventre plat
brûl* … graisse*
brûleur* de graisse*
coupe faim
détox* (sauf : digitale, numérique, écran*, digital)
élimin* … toxines
drain* … toxines
boost* … immun*
boost* … défenses
renforc* … défenses
stimul* … immun*
stimul* … défenses
super aliment*
superaliment*
anti âge
rajeuni* (avec : cellule*, peau, corps, organisme, cure)
aphrodisiaque*
abaiss* … cholestérol
rédui* … cholestérol
baisser … cholestérol
baisser … tension
bon pour la santé
bienfaits pour la santé
cure* (avec : gélule*, complément*, foie, microbiote, jours, semaines) (sauf : cure de jouvence)
cures (with : disease*, illness*, pain, insomnia, anxiety, cancer, arthritis)
cure your
heals
treats (with : disease*, arthritis, diabetes, cancer, depression, migraine*, flu, eczema, insomnia)
prevents (with : disease*, cancer, cold, colds, flu, diabetes, infection*)
natural remedy
natural treatment
anti inflammatory
clinically proven
medically proven
scientifically proven
doctor recommended
recommended by doctors
los* … pounds
lose weight
weight loss
burn* fat
fat burner*
flush* … toxins
boost* … immune
boost* … immunity
superfood*
anti aging
lowers … cholesterol
lowers … blood pressure
good for your health
replac* … medication
";

/// Advertising of alcohol says only what art. L3323-4 lists (degree, origin, name, composition,
/// how it is made, sold and drunk) and carries the health message; it never speaks of parties,
/// sport, success, seduction or health.
const ALCOHOL: &str = "
(sauf : l’abus d’alcool est dangereux, abus d’alcool, sans alcool, 0 alcool, recette*, cuisson, mijot*, sauce, marinade, alcohol abuse, drink responsibly, alcohol free, non alcoholic, recipe*)
vin
vins (sauf : vins aigres)
vin* naturel*
bière* (sauf : levure de bière)
champagne (sauf : Champagne Ardenne, région Champagne)
crémant*
prosecco
whisky*
rhum (sauf : baba*)
rhums (sauf : baba*)
vodka
gin
pastis
cidre*
spritz
cocktail* (sauf : cocktail de fruits, cocktail dînatoire)
liqueur*
digestif (avec : bouteille, verre, eau de vie, cognac, armagnac)
apéro* (avec : verre, bouteille, trinqu*, pression)
trinqu*
happy hour*
open bar
shots
ivresse
gueule de bois
sans modération
wine
wines
beer* (unless : root beer, ginger beer)
whiskey
rum
cider*
cocktails
booze
hangover
wine tasting
";

/// A gain is never promised, a risk never hidden (AMF, ACPR: exact, clear, not misleading);
/// crypto-assets, binary options and the like are only promoted by those who are registered
/// (law of 9 June 2023, art. 4).
const FINANCE: &str = "
rendement* garanti*
gain* garanti*
profit* garanti*
revenu* garanti*
capital garanti
sans risque* (avec : rendement*, placement*, investi*, épargne, gain*, capital, argent, trading, crypto*)
zéro risque (avec : rendement*, placement*, investi*, épargne, gain*, capital, argent)
risque zéro (avec : rendement*, placement*, investi*, épargne, gain*, capital, argent)
argent facile
devenez riche*
devenir riche*
riche* rapidement
revenu* passif*
liberté financière
indépendance financière
doubl* … argent
doubl* … capital
doubl* … mise
multipli* … investissement
multipli* … épargne
placement sûr
investissement sûr
gagn* … par jour (avec : trading, crypto*, bourse, forex, investi*)
trading (sauf : trading cards)
trader*
forex
cfd
options binaires
copy trading
signaux (avec : trading, crypto*, bourse, forex)
crypto (sauf : cryptographie)
cryptos
cryptomonnaie*
crypto monnaie*
crypto actif*
bitcoin*
ethereum
nft
guaranteed return*
guaranteed profit*
guaranteed income
risk free (with : invest*, profit*, saving*, capital, trading)
no risk (with : invest*, profit*, saving*, capital, trading)
easy money
get rich
passive income
financial freedom
double your … money
double your … investment
crypto* (unless : cryptography, cryptic)
binary options
";

/// Gambling never shows as a way to earn, never speaks to minors, and carries the warning and
/// joueurs-info-service (decree 2020-1349, ANJ).
const GAMBLING: &str = "
(sauf : joueurs info service, 09 74 75 13 13)
pari* sportif*
parie* (avec : match*, cote*, équipe*, ligue, euros, mise*)
parier
bookmaker*
casino* (avec : ligne, jeu*, mise*, bonus, gagn*, tour*, roulette)
machine* à sous
roulette (avec : casino*, mise*, gagn*)
jackpot*
poker (sauf : poker face)
cote* boostée*
freebet*
free bet*
pronos
pronostic* (avec : match*, cote*, pari*, course*)
pronostic* gagnant*
tickets à gratter
jeu* de grattage
loterie (sauf : école, kermesse, tombola)
gagn* à coup sûr
gagn* sa vie (avec : pari*, poker, jeu*)
bonus de bienvenue (avec : pari*, casino*, mise*, jeu*)
sports bet*
sports betting
betting odds
place your bets
online casino*
slot machine*
sure win
";
