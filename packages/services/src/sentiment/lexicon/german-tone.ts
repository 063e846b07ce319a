import type { ToneGroups } from "./lexicon-source.ts";

export const germanTone: ToneGroups = [
  [
    3,
    `top hammer wahnsinnig_gut
    hervorragend* ausgezeichnet* fantastisch* großartig* perfekt* wunderbar* exzellent* brillant* genial* traumhaft* sensationell* herausragend*
    vorbildlich* liebe_es begeister* überwältig* spitze spitzenklasse spitzenmäßig weltklasse bestens beste bester bestes super superschnell
    rundum_zufrieden mehr_als_zufrieden sehr_zufrieden absolute_empfehlung klare_empfehlung hut_ab daumen_hoch fünf_sterne 5_sterne einfach_klasse`,
  ],
  [
    2,
    `genau_das genau_richtig kinderleicht positiv_überrascht sehr_gut gern_wieder
    gut gute guter gutes guten toll tolle toller tolles tollen klasse prima schön schöne schöner schönes freundlich* zufrieden* glücklich* freue freut
    erfreut freude erfreulich* dankbar* danke dank dankeschön herzlichen_dank vielen_dank besten_dank tausend_dank hilfreich* kompetent* zuverlässig*
    empfehl* weiterempfehl* gelungen* lob lobenswert* angenehm* hilfsbereit* vorzüglich* überzeugt beeindruck* mega cool lieb liebe_grüße_und_danke
    reibungslos* problemlos* einwandfrei* tadellos* unkompliziert* kulant* professionell* engagiert* aufmerksam* gerne_wieder weiter_so bravo respekt
    keine_probleme keine_beanstandungen nichts_zu_beanstanden nichts_auszusetzen funktioniert_super funktioniert_perfekt funktioniert_einwandfrei klappt_super
    hat_geholfen sehr_geholfen weitergeholfen gut_gelöst`,
  ],
  [
    1.3,
    `schnell schnelle schneller schnelles schnellen rasch* zügig* prompt* flott* einfach_zu bequem* praktisch* nützlich* sauber* fair* besser verbessert* erleichtert* nett
    nette netter nettes netten höflich* geduldig* ordentlich* verständlich* übersichtlich* intuitiv* günstig* gefällt gefallen funktioniert_wieder
    geht_wieder läuft_wieder klappt_wieder läuft_jetzt funktioniert_jetzt geht_jetzt klappt_jetzt gelöst erledigt kein_problem nicht_schlecht wie_erwartet
    lohnt interessant* komfortabel* stark starke spaß froh`,
  ],
  [0.7, `okay passt richtig korrekt behoben hilft geholfen funktioniert klappt läuft willkommen stabil`],
  [
    0,
    `guten_tag guten_morgen guten_abend gute_nacht schönen_tag schönes_wochenende schöne_grüße beste_grüße besten_grüßen liebe_grüße freundliche_grüße
    freundlichen_grüßen mit_besten mit_freundlichen vielen_dank_im_voraus danke_im_voraus besten_dank_im_voraus herzlichen_dank_im_voraus danke_schon_mal
    dank_im_voraus würde_mich_freuen wäre_gut wäre_schön wäre_toll wäre_nett wäre_super wäre_hilfreich freue_mich_auf_ihre freue_mich_über_eine gute_frage
    sehr_geehrte liebes_team liebe_kollegen liebes_supportteam gut_zu_wissen so_schnell_wie_möglich möglichst_schnell`,
  ],
  [
    -3,
    `schrecklich* furchtbar* fürchterlich* katastroph* unverschämt* frechheit* inakzeptab* unakzeptab* nicht_akzeptabel nicht_hinnehmbar unzumutbar* skandal*
    betrug betrüger* betrogen abzocke* abgezockt* abzocker* wertlos* nutzlos* unfassbar* ungeheuerlich* empört* empörend* empörung wütend* stinksauer
    sauer hasse hassen albtraum* alptraum* desaster* lächerlich* erbärmlich* miserabel miserabl* grauenhaft* grauenvoll* entsetz* widerlich* schlimmste*
    schlechteste* nie_wieder niemals_wieder reicht_es reichts zumutung unterirdisch* peinlich* schweinerei mist scheiß* saftladen verarsch*
    dreist* unverantwortlich* untragbar* inkompeten* lachnummer witz_sein ein_witz armutszeugnis ein_stern schnauze_voll nase_voll unter_aller_sau`,
  ],
  [
    -2,
    `schrott im_stich_gelassen stich_gelassen rausgeworfen aus_der_leitung gar_nichts_mehr nichts_mehr nicht_erschienen nie_erschienen
    rausgeschmissen geworfen_aus hängengelassen zu_teuer ausfälle
    schlecht* enttäusch* ärger ärgere ärgerlich* verärger* genervt nervt nervig* frustrier* frust unzufrieden* unfreundlich* unhöflich* unprofessionell* unzuverlässig*
    unfair* ungerecht* ignoriert ignorieren beschwer* mangelhaft* ungenügend* unbrauchbar* dumm* idiot* blöd* versag* gescheitert scheitert schlimm*
    traurig* schade unmöglich* chaos chaotisch* keine_antwort keine_rückmeldung keine_reaktion nie_angekommen nicht_angekommen nicht_geliefert
    nicht_erhalten nicht_bekommen immer_noch_nicht immer_noch_keine immer_noch_kein noch_immer_nicht noch_immer_keine warte_seit warten_seit wartezeit*
    doppelt_abgebucht doppelt_berechnet zu_viel_berechnet zweimal_abgebucht falsch_berechnet funktioniert_nicht geht_nicht klappt_nicht läuft_nicht funktioniert_gar_nicht
    nicht_mehr_erreichbar nicht_erreichbar niemand_erreichbar keiner_erreichbar abgewimmelt vertröstet hingehalten zum_dritten_mal kein_verständnis
    verlorene_zeit zeitverschwendung geldverschwendung langweilig* überteuert* irreführend* lustlos* nachlässig* schlampig* stümperhaft* reinfall`,
  ],
  [
    -1.4,
    `zum_vierten_mal vierten_mal fünften_mal nichts_tut nichts_passiert passiert_nichts wohl_nichts dauert_ewig ewig ausgesperrt
    kaputt* defekt* beschädigt* verloren fehlt fehlen fehlend* falsch* verspätet* verspätung* verzöger* langsam* abgestürzt absturz abstürze stürzt_ab hängt
    abgelehnt verweiger* umständlich* kompliziert* schwierig* verwirr* unklar* unverständlich* besorgt sorge sorgen mühsam* teuer unnötig* vergeblich* umsonst
    ständig dauernd schon_wieder erneut_nicht seit_wochen seit_tagen seit_monaten seit_stunden niemand kein_mensch warteschleife
    unsicher* schmutzig* dreckig* laut hässlich* dritte_mal dritten_mal bedauer* vermiss* belästig* aufgelegt falschlieferung nicht_hilfreich nicht_geholfen nicht_gelöst`,
  ],
  [
    -0.8,
    `problem probleme fehler fehlermeldung* störung* ausfall leider nicht nie niemals nichts kein keine keinen keiner kann_nicht warum wieso weshalb trotz trotzdem
    gesperrt blockiert abgelaufen ungültig* warten warte stunden immer_noch noch_immer immer_wieder bereits_mehrfach mehrfach mehrmals zu_lange zu_spät zu_viel
    eigentlich endlich verschwunden friert eingefroren verpasst schwer`,
  ],
  [
    0,
    `kein_stress keine_eile nicht_eilig nicht_dringend eilt_nicht nicht_nur kein_grund keine_sorge kein_thema nicht_mehr_nötig nicht_nötig problem_gelöst problem_ist_gelöst
    fehler_behoben fehler_ist_behoben problem_behoben problem_ist_behoben keine_ahnung weiß_nicht nicht_sicher bin_nicht_sicher ob_nicht wenn_nicht 24_stunden 48_stunden geöffnet_stunden
    passwort_vergessen leider_vergessen keine_fragen noch_nicht öffnungszeiten`,
  ],
];
