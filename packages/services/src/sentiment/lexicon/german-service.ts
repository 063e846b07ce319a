import type { ToneGroups } from "./lexicon-source.ts";

/** How customers speak of a service in German: waiting, promises, faults, bills, staff; and what they thank for. */
export const germanService: ToneGroups = [
  [
    -3,
    `absolute_frechheit absolute_katastrophe armselig* bodenlos* drecksladen finger_weg geht_gar_nicht gehts_noch hände_weg ich_koche
    kann_man_vergessen kannste_vergessen kundenverarsche* können_sie_vergessen könnt_ihr_vergessen letzter_laden lüge lügen lügner*
    müll nervenzusammenbruch nie_mehr null_sterne platzt_der_kragen reine_abzocke sauladen saumäßig* schlechter_witz schwachsinn*
    schämen_sie schämt_euch stinkwütend totalausfall totale_katastrophe völlig_daneben völlig_unbrauchbar wucher zum_heulen zum_kotzen
    zum_verzweifeln`,
  ],
  [
    -2,
    `abgespeist abgewiesen allein_gelassen alleingelassen am_ende_meiner auseinandergefallen ausgenutzt außer_betrieb beleidig* belogen
    bitter_enttäuscht chaoten das_allerletzte das_letzte dauerbaustelle dauerschleife durcheinander eingebrochen ekelhaft* ekelig*
    eklig* erfolglos ermüdend* fassungslos* fehlgeschlagen fehlkauf flop fragwürdig* geduldsprobe gehen_nicht geht_nichts
    geht_schon_wieder_nicht gelangweilt geplatzt* hilflos* hinters_licht ignorant* im_regen_stehen in_der_luft_hängen kein_anschluss
    kein_durchkommen kein_rückruf kein_service kein_techniker kein_wort keine_entschuldigung keine_hilfe keine_information*
    keine_lust_mehr keine_lösung keine_nachricht keiner_hilft keiner_zuständig keinerlei kommt_nicht kommt_nichts kundenunfreundlich*
    laienhaft* lange_wartezeit* leere_versprechungen lieblos* lückenhaft* macht_mich_wahnsinnig meldet_sich_keiner meldet_sich_niemand
    minderwertig* missverständ* monatelang* murks nerven nervlich nicht_akzeptieren nicht_angerufen nicht_beantwortet nicht_bearbeitet
    nicht_durchdacht nicht_eingehalten nicht_ernst_genommen nicht_fair nicht_gehalten nicht_geklappt nicht_gemeldet nicht_gut
    nicht_gutgeschrieben nicht_in_ordnung nicht_kompetent nicht_möglich_jemanden nicht_nachvollziehbar nicht_rangegangen
    nicht_repariert nicht_so_toll nicht_verbucht nicht_wie_beschrieben nicht_zu_empfehlen nicht_zu_erreichen nicht_zu_gebrauchen
    nicht_zufrieden nicht_zugestellt nicht_zumutbar nicht_überzeugt nichts_als_ärger nichts_funktioniert nichts_geht nichts_gehört
    nie_bekommen nie_erhalten nie_erreichbar nie_gemeldet nie_pünktlich nie_wieder_gehört niemand_fühlt niemand_geht niemand_hilft
    niemand_kennt niemand_weiß niemand_zuständig null_service pampig* patzig* pfusch* plunder respektlos* rückschritt schikan*
    schlusslicht schuld_in_die_schuhe seit_ewigkeiten servicewüste so_nicht sprachlos standardantwort* stundenlang* tagelang*
    textbaustein* trauerspiel unausgereift* unbefriedigend* undurchsichtig* unerhört* unerträglich* ungeeignet* ungehalten unlogisch*
    unmut unqualifiziert* unseriös* unsinn unsäglich* unterbrechung* unterbrochen untätig* unzureichend* verbrannt verdorben
    vergammelt vergrault verhunzt verkorkst* verloren_gegangen vermurkst* verpfuscht* verschimmelt verschlamp* verschlechter*
    vertrauen_verloren verzweifel* von_pontius warum_dauert warum_immer warum_muss_ich was_soll_das wertverlust wie_kann_das
    wie_kann_es wie_lange_noch wie_oft_muss wo_bleibt wochenlang* wurde_abgebrochen zerbrochen zerkratzt zerrissen zerstört* zickig*
    zu_langsam zweimal_bezahlt`,
  ],
  [
    -1.3,
    `abbruch abbrüche abgebrochen* abgesagt* absage anstrengend* antwortet_nicht antwortet_niemand ausgefallen bricht_ab
    falsches_produkt fehlerhaft* flackert funktionieren_nicht gebrochen gelogen gestrandet gestört hakt holprig* hängengeblieben
    hängt_sich irritier* kein_empfang kein_internet kein_netz kein_strom kein_wasser keine_besserung keine_bestätigung
    keine_verbindung keinen_empfang kostenfalle kratzer lahm* lange_gewartet leck leckt lästig* mahnung_obwohl mangel mies miese
    mieser mieses missachte* mängel müde nachteil* nicht_aktuell nicht_angekündigt nicht_geantwortet nicht_gefunden nicht_gepasst
    nicht_geschafft nicht_korrekt nicht_sauber nicht_so_gut nicht_stabil nicht_verfügbar nicht_verständlich nicht_vollständig
    preiserhöhung* reagiert_nicht reagiert_niemand reißt_ab riss risse rostig* ruckeln ruckelt rumgeärgert schaden schimmel
    schleierhaft schleppend* schrumpf* schwach* sinnlos* spinnt startet_nicht stinkt stockt streikt störanfällig* störend*
    technische_probleme teurer_geworden trotz_mahnung trotz_mehrfacher trotz_zusage umgebucht unangekündigt* unangenehm* unbeantwortet
    unbequem* undicht* unerreichbar* ungeduldig ungenau* unglaublich unglücklich* unpassend* unpünktlich* unsauber* unschön*
    unstimmig* unvollständig* unwillig* verbogen vergebens verlorengegangen verpatzt verschollen verstopft vertan verwechselt
    verzichtet wackelig* wackelt warten_lassen warten_müssen warum_geht warum_ist_das warum_wird wieder_nicht wieder_nichts wird_nicht
    zeitraubend* zieht_sich zu_dünn zu_eng zu_groß zu_klein zu_kurz zu_laut zu_wenig zusatzkosten zweifel* zäh`,
  ],
  [
    -0.6,
    `abbrechen angeblich gewartet hoffentlich_bald kaum monate ohne_ankündigung ohne_erklärung ohne_vorwarnung reklamation reklamier*
    reparatur tage_später versucht_anzurufen wieder_mal wiederholt wochen wochen_später zurückgeschickt zurückschicken`,
  ],
  [
    3,
    `absolut_begeistert absolut_empfehlenswert absolut_top absolut_zufrieden allerbeste* auf_ganzer_linie_überzeugt bin_begeistert
    der_hammer eins_a erstklassig* extraklasse fabelhaft* famos* grandios* ihr_seid_die_besten ihr_seid_spitze ihr_seid_super
    ihr_seid_toll jederzeit_wieder kann_ich_nur_empfehlen kann_nicht_besser klasse_service könnte_nicht_besser
    könnte_nicht_zufriedener liebe_den liebe_die liebe_diese liebe_dieses mega_gut meisterhaft* meisterleistung nur_empfehlen
    nur_zu_empfehlen phantastisch* phänomenal* prächtig* riesen_dank riesendank riesenlob sagenhaft* sehr_empfehlenswert
    spitzenservice spitzenteam super_arbeit super_gemacht super_team tausenddank tolle_arbeit toller_service top_qualität top_service
    topservice traumhotel unschlagbar* voll_zufrieden vollauf_zufrieden volle_punktzahl vollkommen_zufrieden vollste_zufriedenheit
    weltbeste* wunderschön* wundervoll* übertrifft_alle übertroffen`,
  ],
  [
    2,
    `alles_bestens alles_gut alles_paletti alles_perfekt alles_super alles_wunderbar angetan anstandslos* auf_anhieb aufs_beste
    aufs_herzlichste ausgesprochen_freundlich ausgesprochen_gut bedanke_mich bedanken_wir bereichernd* bin_froh bin_sehr_froh dankend*
    durchdacht* ein_genuss ein_lob ein_traum eine_freude eine_wucht einfach_gut entgegenkommend* erfolgreich* erfrischend* ergreifend*
    erleichterung flexibel ganz_lieb gebe_ich_weiter gefreut geliebt gelohnt gemütlich* gerettet gern_weiter geschmackvoll*
    gut_aufgehoben gut_beraten gut_erklärt gut_gemacht gut_organisiert gut_verpackt gute_arbeit gute_beratung guter_service
    hat_spaß_gemacht herzlich* himmlisch* hochwertig* hochzufrieden humorvoll* immer_freundlich immer_hilfsbereit immer_pünktlich
    immer_zuverlässig kein_vergleich_zu_vorher keine_mängel kinderleichte klappte_prima klappte_super kompliment komplimente
    kundenfreundlich* köstlich* lebensretter lecker* liebevoll* lustig* macht_spaß netter_kontakt nichts_zu_meckern nie_enttäuscht
    nie_probleme noch_nie_probleme ohne_komplikationen ohne_probleme ohne_wenn preiswert* pünktlich* qualitativ_hochwertig
    rasche_hilfe rasend_schnell richtig_gut ruckzuck saubere_arbeit schmackhaft* schnell_geholfen schnell_gelöst
    schnell_und_unkompliziert schnelle_antwort schnelle_bearbeitung schnelle_hilfe schnelle_lieferung schneller_versand
    sehr_freundlich sehr_hilfreich sehr_nett sehr_schnell sorgfältig* souverän* spannend* stolz stressfrei super_schnell top_beratung
    treue_kunden umgehend_gelöst unterhaltsam* unübertroffen* verlass verlässlich* versiert* vertrauenswürdig* viel_besser viel_freude
    viel_spaß volltreffer war_klasse war_super war_toll warmherzig* weiterhin_so wertvoll* wie_am_schnürchen wie_gewohnt_gut wie_neu
    wieder_gern wieder_gerne wirklich_gut wohl_gefühlt wohlfühl* würde_wieder zauberhaft* zum_verlieben zuvorkommend* überglücklich*
    überragend* überrascht_wie`,
  ],
  [
    1.2,
    `anschaulich* ansprechend* bewährt* effizient* einfacher einladend* einleuchtend* endlich_geschafft endlich_wieder erfüllt
    erstattet_bekommen fehlerfrei* fleißig* funktionieren_wieder funktioniert_bestens funktioniert_gut funktioniert_jetzt_wieder
    funktioniert_nun funktioniert_prima funktioniert_tadellos gefiel gefällig* geht_nun gehört_gelobt geklappt genießen geregelt
    gerne_dabei geräumig* geschickt geschätzt handlich* harmonisch* innovativ* klappt_gut klappt_nun kostenlos_ersetzt kulanz leise
    läuft_einwandfrei läuft_gut läuft_nun läuft_prima lösungsorientiert* mag_ich nachvollziehbar nie_im_stich optimal* passgenau*
    passt_perfekt pflegeleicht* robust* schick* schöner_als seriös* sicherer sinnvoll* sofort_geholfen sofort_geklappt sympathisch*
    transparent* umgehend_geholfen verbesserung* vielseitig* wie_beschrieben wie_versprochen zeitnah_gelöst zeitsparend*`,
  ],
  [
    0,
    `alles_gute anbei_die bedanke_mich_im_voraus bedanke_mich_vorab beste_zeit besten_zeitpunkt dank_vorab danke_vorab das_letzte_mal
    dem_letzten der_letzte die_letzte es_tut_mir_leid freue_mich_auf freundliche_rückmeldung gut_erreichbar guten_rutsch
    gutschein_einlösen herzliche_grüße herzlichen_glückwunsch keine_große nicht_mehr_benötigt nicht_mehr_brauche nicht_mehr_gebraucht
    ohne_mwst optimale_größe schöne_feiertage schönen_abend schönen_feierabend schönen_gruß schönes_fest super_wäre tut_mir_leid
    viele_grüße vielen_dank_vorab wann_ist_die_beste was_ist_der_beste welche_ist_die_beste wir_freuen_uns_auf_ihre wäre_dankbar
    wäre_ich_dankbar wären_dankbar würde_ich_mich_freuen würden_uns_freuen zum_besten_preis`,
  ],
];
