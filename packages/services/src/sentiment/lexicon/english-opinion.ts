import type { ToneGroups } from "./lexicon-source.ts";

/** Praise and blame of what somebody made or did: of books, films, dishes, designs, lessons, shows. */
export const englishOpinion: ToneGroups = [
  [
    2.5,
    `a_delight a_gem a_joy a_marvel a_miracle a_revelation a_star a_triumph a_winner at_its_best best_yet breath_of_fresh_air
    couldn't_be_more_pleased cream_of_the_crop deserves_a_medal deserves_an_award deserves_credit dynamite exceeds expertly
    first_class_service flying_colors flying_colours go_out_of_your_way goes_out_of_its_way gold_standard head_and_shoulders heroic hit_of_the
    in_love_with incomparabl* inimitabl* instant_classic knock_out knocked_it_out knocks_it_out labor_of_love labour_of_love matchless
    miles_ahead mind_blowing nothing_short_of_amazing of_the_highest_order on_cloud_nine one_of_a_kind out_of_this_world peerless perfected
    purely_magical rapturous resounding richly_rewarding sensational sheer_joy simply_the_best stand_out standout star_quality
    state_of_the_art stole_the_show stood_out superlative tour_de_force unequaled unequalled unsurpassed whole_heartedly wholeheartedly
    win_win wowed wows you_killed_it`,
  ],
  [
    2,
    `ably absorbingly acclaimed accomplished achievement* adept adroit* affable affection affectionate* alluring amicabl* appetizing
    appreciably artful* artistry assured astute* atmospheric beaming beguil* believe_in_you beloved bewitching boldly bracing buoyant
    can_count_on catchy charismatic charmer cherish* chuckle* coherent comfy comical congenial conscientious* consummate convivial coolest
    crowd_pleasing dazzl* deeply_felt deeply_moving delectable deserving dignified dignity disarming distinctive distinguished down_to_earth
    droll ebullient effervescent electrifying elegance endear* enlighten* enticing entranc* evenhanded evocat* exuberance eye_opening
    fair_minded fervent* finely finesse finest_work flair flavorful flavourful flourish* fond fondly forthright freshness fulfill*
    full_of_life fun_to funnier funniest galvaniz* giddy gleeful* good_fun good_hearted good_natured gorgeously grandeur gratitude gripped
    happy_ending harmonious* harmony haunting* heartbreaking honesty hypnotic idyllic illuminates impish incisive infectious inspirational
    inspire integrity intoxicating inventive* invigorat* irrepressibl* jaunty joyfully joyously keenly kindhearted laugh_out_loud laughter
    light_hearted lighthearted lovably luscious lusty masterly mastery melodious memorably merriment mirth modern_classic moved_me
    moved_to_tears much_fun multi_faceted must_read nail_biting nostalgic noteworthy nourish* open_hearted openness packs_a_punch panache
    perceptively picturesque piquant plausible pleaser pleasurable poetic poetry poised provocative quick_witted quirky rare_gift ravishing
    razor_sharp refined refinement refreshes rejoice* relish* resonan* resplendent revelat* richer richest rollicking rousing satirical savory
    savoury savvy scintillating searing self_assured side_splitting sincerity skilful* skill smarter smartly solidly soothes sound_judgement
    spontaneous startling stirring stirs strong_cast suave sumptuous sure_footed surehanded surprisingly_good sweetly sweetness sympathy
    tactful* tantaliz* taut tear_jerker tenderly terrifically thrillingly touches transcend* transport_you treasure* uncanny undeniabl*
    understands understated unexpectedly_good unforced universal_appeal unmissable unsentimental unspoiled uproarious* vigor* vigour*
    visionary vivacious warm_hearted watchable well_cast well_developed well_directed well_drawn well_mounted well_paced well_played
    well_received well_rounded well_shot well_told wickedly_funny winning_performance worth_a_look worth_reading worth_seeing worth_the_wait
    worth_visiting worth_watching worthy wry zeal* zingers`,
  ],
  [
    1.1,
    `adventurous apt aptly assuring banter bold calmly candour clarity cleanly confident* content_with daringly decisive deliver_on delivers
    diverting dreamy easygoing eminent* empower* enduring enormously faithful fanciful favorably favourably fluent fluidly full_of_heart
    gentle_touch gently good_looking goodwill gutsy handsome* harmless_fun heartening honorable honourable immediacy immense* informative
    jubilant keen liberating light_touch makes_sense makes_you_think manages_to mellow mesmer* mind_bending modest observant offbeat palatable
    patiently pays_off phenomenon pleased_to pleases poetically positively prime_example proficien* promising provokes quietly realistic
    realistically reliabil* resilient revealing reverent richly_detailed roars self_deprecating simplicity simply_told skillset soars sober*
    soft_spoken spellbound spunky stands_out startlingly still_holds stimulat* strong_performances sturdy subtlety subversive surefire
    surprising* swoon* tangible tempting tenacious thought_through thrives tongue_in_cheek top_form trendy unafraid uncompromising undoubtedly
    unexpected_pleasure uniquely unpredictable utterly_convincing value_for vast_improvement verve well_balanced well_chosen well_informed
    well_judged with_care with_ease worldly young_at_heart youthful`,
  ],
  [
    -2.5,
    `a_bomb a_bust a_chore a_disappointment a_disgrace a_flop a_mess a_waste absolute_garbage agonising* agonizing* all_time_low an_abomination
    an_embarrassment asleep_at atrocious_acting avoid_this bargain_basement blew_it blunder* bored_me bored_to_tears bottom_of_the_barrel
    brain_dead cheapskate* con_job could_have_cried couldn't_be_worse dead_weight don't_bother don't_waste dreck drudge* excrement execrabl*
    falls_flat fell_flat flopped flops for_suckers god_awful godawful godforsaken goes_nowhere going_nowhere half_dead hell_on_earth imbecil*
    insult_to kill_me laughing_stock laughingstock less_than_zero lifelessly lost_cause low_point mind_numbing* mind_numbingly nadir nauseous
    never_should_have not_even_close not_worth_the not_worth_your numbingly outright_bad painfully_bad painfully_slow piece_of_junk
    plain_awful please_stop_making poor_quality puke putrid rancid ripping_us root_canal run_away run_from save_your_money save_yourself
    screwup shocking_service skip_this snooze_fest snoozefest snore* stupefying* suffocat* swill terrible_waste third_rate tortur* turgid
    unmitigated unredeem* vomit* walked_out_of want_my_time wasted_my wastes what_were_they_thinking worst_kind worst_part`,
  ],
  [
    -2,
    `airhead at_a_loss badly_acted badly_written barely_watchable beaten_up blather* blemish* bluster boorish bore bores brazen* butcher*
    careen* caricature* cartoonish charmlessly cheapens cheerless chore claptrap clatter clumsiness coarse cold_hearted concoct* condescen*
    confound* contrivance* contrive* convolut* copycat crass crassly craven creak* crummy cutesy deadening deadly_dull deathly dimwitted
    disagreeabl* disastrous* discomfit* discredit* disengaged disgruntl* dishearten* disingenuous* dispirit* distaste* distort* ditch*
    doldrums doomed dopey drag_on drags_on dread dreaded droning drool* dubious_at dull_as dumbfound* dysfunctional effortful egotistical
    empty_headed enervat* excessive* excruciat fail_to_live fails_to falter* fatuous feckless fetid fiascos fisted flaccid flatfooted
    flatulent flavorless flavourless flounder* fluff fool fooled foolhardy formless formulaic fraught frivolous fumbl* fumes garbled garish
    gaudy gibberish glib glum gooey gratuitous* grubby gruel gruesome gullible gutless hack_job hackneyed ham_fisted hammy hapless
    hard_to_follow hard_to_watch hastily heavy_handedly hoax hogwash hokey hokum horrify humorless humourless ill_advised ill_at_ease
    ill_mannered illogical impenetrabl* imperfect* impotent impoverished improbabl* in_shambles inappropriat* inarticulate inaudibl*
    incongruous inconsequential indecipher* indigest* indulgent inert inexplicabl* infantile infest* insignificant insomnia insulting_to
    insults irrational irrelevan* jarring juvenile lackadaisical lags_behind leaden lecher* less_than_impressive letdowns limping limps
    listlessly long_winded longwinded lost_interest lowbrow lugubrious lumber* lurid maddening* mangl* maudlin mawkish mediocrity
    melodramatic* mess_of mildew mind_boggl* misbegotten miscalculat* miscast misconceived misfit mishmash misjudg* misogyn*
    missed_opportunity misses_the_mark mockery_of muddle* muddy mumbl* mushy needless* negativity neurotic no_fun no_good no_idea_how
    no_laughs no_point no_substance no_taste not_enough_to not_funny not_interesting not_very_good noxious numbing numbs obnoxiously obsess*
    obtuse odious off_putting offend offended offends offputting one_dimensional opaque oppressive* ordeal_of over_hyped over_priced
    over_rated over_the_top overacted overburden* overcomplicat* overkill overlook* overplayed overstay* overstuffed overwritten paltry
    pandering paper_thin peevish perfunctor* pile_of pitiab* plagiar* platitud* plods pontificat* poorly_made poorly_written posturing preachy
    pretence* pretense* prosaic protract* punish* pushover quagmire quarrel* rambling ramshackle rehash* retread* ridicul* rots rotting
    rough_edges rubs_me saccharine sadistic sags sanctimonious scatterbrained schlock* schmaltz* scoff* scold* scorn* second_rate
    self_important self_indulgent self_righteous selfish* senseless* sexist shapeless shoddily shopworn short_changed shortchang* shortcoming*
    showy shrill sick_joke sickly simpleton sinks skimpy slapdash slapped_together sleep_inducing sleepwalk* slipshod sloppily slow_moving
    smear* smirk* snide snob snotty so_bad so_boring so_dull sordid spineless squalid squirm* stagger_through stagnan* staid stereotyp*
    stilted stodgy strident stuffy stultify* stumble_through stunted sugary sulk* superfluous suspiciously talky tastelessly tedium
    temper_tantrum thankless thick_headed thin_plot thinly thoughtless* threadbare throw_away time_waster trashy travest* trifle twaddle
    two_dimensional ugliness unappetizing unattractive uncalled_for unconvincingly undercook* undercut* underdeveloped underwritten
    undignified undisciplin* undistinguished unentertaining unenthusiastic unfaithful ungainly unimaginativ* unintentional*
    unintentionally_funny uninvolving unlikable unlikeable unmemorable unnatural* unoriginality unpalatable unpersuasive unpolished
    unrealistic* unremarkable unruly unskilful unsubtle unsuccessful* unsuspenseful untidy unwieldy vacuous vain_attempt vainly vanity_project
    verbose vulgarity wannabe* washed_out washed_up waste wasted_opportunity water_down watered_down weak_plot weakness* wear_thin wears_thin
    wimpy witless woe woes wooden worn_out worn_thin wrong_headed wrongheaded zero_effort zombie_like`,
  ],
  [
    -1.1,
    `ailing arbitrary beat_up bewilder* blind_to bumpy busted by_accident chopped compromised conceit* conflicted contaminat* crammed cripple*
    critici* cursed damn_it darn defect* defies_logic deliberately_slow demoraliz* denial* derail* deterior* detract* detriment* devoid
    disadvantag* disagree* disconcert* discontent* disorient* dissonan* distract* dodgy downer downfall downright downside drastic* drawback*
    dubiously dunno eggshells endless* enough_already exaggerat* failings fatal fatigue* filth flail* flooded floppy forcibly foul_up
    fractured frown* futile gagged glaring grievanc* grime grimy grind half_heartedly hampered hardly_any hardship haunted havoc headache*
    hectic helplessly hinder* hindrance hit_and_miss hit_or_miss hole_in holes homesick hurt hurtful hurting hurts hysteric* illegal immature
    impair* impasse imped* improper in_vain incendiary indecent insecure insufficiently intimidat* intrusive invasive itchy jagged jeopard*
    leaky left_cold looted lost_my lull meager meagre merciless* mess_up messed_up mindlessly minefield miscommunicat* miserly misinform*
    misplac* misread misstep* mistrust* misus* mixed_bag mope* muffled narrow_minded nausea nerve_racking no_better no_choice no_interest
    non_responsive nonchalant nonsensical not_convinced not_much not_really not_so_good not_up_to not_well obscur* obstacle* obstruct*
    off_track on_edge one_note only_half outburst overly overpower* oversight overstat* pale_imitation pedestrian pesky powerless precarious
    prolong* provok* refuse_to rigged ruined_by rusty sabotag* sacrific* sarcasm scarc* seedy setback* shabb* shaken shatter* shock shortage*
    shove* shriek* skeptic* sketchy slander* sluggishness smother* snag* sneer* sporadic* squeak* squeal* stench stifle* strangl* strenuous
    stupor sullen suspect suspici* tangle* tatter* taunt* tension* tirade tire_of tired too_bad too_little traged* traitor* trepid* troubling
    turbulen* twisted unappreciated unaware uncertain* uncivil uncontrol* undermin* undesirabl* undone unequal unexplainabl* unfinished unfit
    unfocussed unforeseen ungrateful uninspir* unnoticed unpopular unproven unpunctual unqualified unravel* unreasonabl* unrelenting
    unresponsiv* unsavory unsteady unsure untenable unwant* unwarranted upheaval uproar utter_lack wanna_be weaken* wearisome weirdo
    wholly_inadequate worse_than worst_of wounds wrangl* yell yelled yelling yells`,
  ],
];
