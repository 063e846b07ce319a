import type { ToneGroups } from "./lexicon-source.ts";

export const englishNegative: ToneGroups = [
  [
    -3,
    `neveragain worstairline worstservice
    horrified vile repulsive bait_and_switch false_advertising hot_garbage joke_of_a hopeless* despicable disgraceful mistreat*
    harass* harrass*
    terrible* horrible* horribly horrific horrid awful* worst disgust* outrag* unacceptab* not_acceptable appalling* atrocious* abysmal* hate
    hated hates hating despis* loathe* loathing furious* livid irate fraud* scam scams scammed scammers scandal* nightmare* pathetic* disgrace*
    disaster* useless* worthless* incompeten* shameful* shameless* rip_off ripoff ripped_off ripping_off garbage trash rubbish crap crappy shit*
    bullshit fuck* wtf dreadful* horrendous* deplorabl* infuriat* enraged enraging inexcusabl* unforgivabl* fed_up sick_of sick_and_tired
    never_again never_ever worst_ever is_a_joke such_a_joke what_a_joke a_joke laughable clueless thief thieves robbed cheated lied_to liars liar
    intolerable insulting insulted insult thanks_for_nothing no_thanks_to had_enough have_had_enough last_straw beyond_ridiculous waste_of_time
    waste_of_money waste_of steer_clear stay_away avoid_at_all_costs zero_stars one_star 1_star will_never_buy will_never_use never_use_again
    screw_you go_to_hell hell_with`,
  ],
  [
    -2,
    `i_demand we_demand demanding_a lost_my_business losing_my_business lost_our_business can't_get_through cannot_get_through what's_the_point do_better you_people get_it_together step_it_up step_up_your epicfail
    epic_fail fail_again stranding sent_to_voicemail left_waiting
    irritat* offensive inept* depress* junk* crushed shattered smashed in_pieces soaked downhill let_down let_me_down let_us_down
    letdown lets_me_down lets_us_down expected_more expected_better billed_me_twice billed_us_twice charged_us_twice careless*
    reckless nasty bully* discriminat* steal* stole stolen theft abuse* greedy money_grab neglect* arrogan* condescending rotten
    spamming tired_of embarrass* ashamed heartbroken not_worth not_helpful not_impressed not_okay not_ok not_cool not_fair
    never_arrives never_worked without_internet without_power without_water without_heating gone_wrong went_wrong dying dies
    another_outage another_delay another_error wait_time* waiting_time* long_wait broken_promise* unbelievable inhumane horrid*
    ghosted unethical extortion* ransom rips
    bad badly poor poorly disappoint* frustrat* angry angrily anger annoy* upset upsetting unhappy dissatisf* unsatisf* ridiculous* absurd* stupid*
    idiot* rude rudely rudeness unprofessional* unhelpful* unreliabl* unfair* unfriendly unpleasant* ignored ignores ignoring complain* fail failed
    failing fails failure* mess messed messy worse worsen* sad sadly miserabl* unbearabl* suck sucks sucked stink* boring bored boredom dull* lame*
    misleading mislead misled overpriced nonsense clumsy* tedious* painful* pain suffer* lousy mediocre horror sloppy* shoddy shambl* dishonest*
    deceiv* decepti* lied lies lying cheap cheaply lazy unresponsive no_response no_reply no_answer no_answers no_explanation no_apology
    never_received never_got never_arrived never_came never_responded never_replied never_answered never_works never_called hasn't_arrived
    has_not_arrived have_not_received haven't_received didn't_receive did_not_receive still_waiting been_waiting keep_waiting kept_waiting
    waiting_for_hours wait_for_hours hours_on_hold on_hold_for hung_up hang_up hangs_up runaround run_around charged_twice double_charged charged_me_twice
    billed_twice overcharg* wrongly_charged keeps_crashing keeps_failing keep_getting stopped_working not_good not_great not_happy
    no_longer_works does_not_work doesn't_work don't_work do_not_work didn't_work did_not_work won't_work not_working isn't_working
    losing_my losing_patience out_of_patience no_excuse no_sense makes_no_sense make_no_sense get_your_act_together wasted wasting stranded
    unwatchable unfunny contrived pretentious* cliche* cliched predictabl* tiresome forgettable lifeless pointless* mindless soulless charmless
    bland* hollow* shallow* uninspired uninteresting unimaginative incoheren* implausib* laughably ludicrous* plodding wretched* silly sillier disjointed heavy_handed amateurish* manipulative lacks lacking derivative repetitive dumb dumbed`,
  ],
  [
    -1.4,
    `no_reason do_you_realize you_do_realize do_you_even do_you_guys_even how_can_you how_do_you_not how_does_a how_is_it_possible
    how_can_a dropped_the_ball
    been_trying trying_to_reach trying_to_get_through can't_get cannot_get miss_my will_miss missing_my
    diverted sitting_here sitting_on stuck_in stuck_at busy_signal poor_show come_on no_one_is nobody_is still_sitting been_sitting
    over_an_hour over_two_hours over_2_hours over_3_hours disappointing_that hours_now days_now weeks_now minutes_now another_hour
    another_day hours_later days_later weeks_later
    unnecessar* helpless creepy inability abandon* unresolved unsolved out_of_order out_of_service leak leaks leaking scratched dented
    torn cracked burnt burned stain* mold* corrupt* unreadable hacked spam gave_up give_up giving_up desperate* exhaust* stress*
    overwhelm* cry crying tears overheat* won't_let not_right never_mentioned costing_me costing_us hold_for long_line*
    long_queue* tarmac expensive_for times_already locked_out not_what_i leave_us left_us lack_of regression downtime off_again
    again_today misunderstanding unexplained inadequate insufficient
    broken broke breaks defective faulty damaged damage lost lose loses losing stuck crash crashed crashes crashing slow slower slowly sluggish laggy refuse refused
    refuses refusing denied deny delayed delays delay late missed missing wrong wrongly incorrect* inaccura* error_again again_and_again over_and_over
    still_no still_not still_doesn't still_does_not still_can't still_cannot still_haven't still_have_not yet_to_receive nobody no_one no-one
    nothing_happens nothing_works no_help no_luck no_progress no_update no_notification no_warning no_way unusable unable_to impossible
    difficult* hard_to confus* complicated inconvenien* inconsisten* concern* worried worry worrying unclear hassle trouble* struggl* lack lacked awkward*
    expensive cancelled_flight* canceled_flight* cancelled_my canceled_my cancelled_our canceled_our flight_cancelled flight_canceled flight_delayed
    was_cancelled was_canceled been_cancelled been_canceled on_hold waiting_on waited waiting hours_late days_late weeks_late hour_delay hours_delay
    third_time second_time fourth_time fifth_time times_now every_time what_is_going_on what's_going_on why_is_it_so how_is_this how_hard_is_it
    for_weeks for_days for_months for_hours for_ages days_ago_and can't_believe cannot_believe why_can't why_won't why_don't why_doesn't why_isn't
    overbooked bumped misplaced unanswered disconnected unsafe danger* unprepared understaffed dirty filthy gross smelly uncomfortable cramped
    blame* excuse excuses blah loud noisy obnoxious sorry_state fake false forced overlong overblown cold dreary strained
    problem_again issue_again same_problem same_issue same_error should_have_been could_have_been supposed_to_be would_have_been_nice could_be_better
    should_be_better disservice regret regrets shame shocking* shocked unexpected_charge hidden_fees hidden_fee without_my_consent without_permission
    bogus ugly vulgar crude* wreck* ruin* bitter* cruel* dead deadly death destroy* nowhere ordeal scary trap* threat* violat*`,
  ],
  [
    -0.8,
    `why charged nope compensation mechanical get_through trying_to_call hold_music your_mistake my_luggage my_bags lost_bag sitting
    grounded voicemail
    hr bother* billed twice another downgrade* rebook* leaving unless supposedly apparently overnight worn
    problem problems problematic issue issues error errors bug bugs buggy glitch* fault faults outage* down cancelled canceled unable cannot can't wait waits hour hours lag lags broken_link blocked blocking rejected declined expired invalid timeout timed_out freeze* unauthorized mistake* sick sorry hell damn dang omg ugh argh meh grr smh ffs seriously really? no already
    instead neither nor without doesn't don't didn't isn't wasn't hasn't haven't aren't weren't shouldn't too_much not_able unfortunately hardly barely rather_than only_to just_to flawed unlikely odd
    guilty fear* violen* problem_is`,
  ],
  [
    -0.95,
    `never nothing none couldn't won't froze frozen disappear* vanish* forgot forgotten long_time ages anymore any_more please_fix fix_this
    fix_it fix_your explain_why hrs too_long too_late too_many no_longer wouldn't ain't deleted gave_away given_away not_flying not_using not_buying guess_i'll i_guess want_me_to_pay
    asking_me_to_pay keeps_asking gone_quiet reboots_itself restarts_itself cuts_out kicks_me_out logs_me_out logged_me_out no_wonder my_fault your_fault charge_me`,
  ],
  [
    -0.5,
    `where_is_my where's_my
     not still days weeks months refund rescheduled my_bag how_long any_update any_updates call_back called emailed phoned tweeted messaged again sit`,
  ],
  [
    0,
    `noise_cancelling refund_policy refund_form cancellation_policy no_of no_1 number_no
    no_need no_need_to no_rush no_hurry no_worries no_doubt not_only no_matter don't_worry why_not never_mind nevermind down_payment download hour_before
    business_hours opening_hours office_hours hours_of_operation don't_know didn't_know do_not_know not_sure i'm_not_sure wasn't_sure can't_remember forgot_my_password
    don't_have do_not_have don't_see issue_resolved problem_solved issue_is_resolved problem_is_solved error_free bug_free trouble_free without_any_issues without_issues
    without_any_problems without_problems 24_hours 48_hours 24_hour in_hours wait_to_see no_hurry_at_all not_urgent isn't_urgent sorry_for_the_trouble sorry_to_bother sorry_for_bothering
    sorry_for_the_inconvenience for_no_reason_at_all lost_and_found dead_line cold_brew cold_water at_least nothing_but nothing_short miss_you missed_you
    if_there_is_a_problem if_any_issues any_issues any_problems hard_copy hard_drive hard_disk flat_rate flat_fee cancelled_order_number issue_date error_message error_code
    cancel_my_order late_fee_policy late_checkout late_arrival`,
  ],
  [
    -3,
    `abhor* abomination* absolute_joke atrocity beyond_angry beyond_disappointed beyond_frustrated catastroph* cesspool complete_joke
    con_artist* crook crooked crooks daylight_robbery debacle detest* dire do_not_buy don't_buy excruciating* farce farcical fiasco fuming
    ghastly grotesque* hideous* highway_robbery horrifying incensed insufferabl* loathsome lost_me_as mockery nauseat* never_book never_buy
    never_coming_back never_fly never_order never_shop never_trust pissed pissed_off repugnan* revolting rock_bottom scum scumbag*
    seething sickening* slap_in_the_face spit_in swindl* ticked_off total_joke travesty unspeakabl* utter_joke vicious* you_lost_me`,
  ],
  [
    -2,
    `abrasive aggravat* aimless* alarming apathetic appalled asinine baffl* banal betray* bleak bloated botch* bounced_around brainless
    brutal* bunch_of_clowns bungl* callous* chaos chaotic cheesy circus clowns clunky clusterfuck contempt* convoluted corny
    counterproductive cringe* cumbersome cut_me_off cynical dead_on_arrival dehumaniz* demean* despair* devastat* disapprov* disbelief
    discourag* disgruntled disillusion* dislike* dismal* dismay* disorganised disorganized disrespect* distress* distrust* disturbing drab
    drags drivel dubious dud dumpster egregious* erratic* exasperat* excuse_of_a falling_apart falls_apart far_fetched feeble fell_apart
    flaky flimsy foolish* for_nothing foul gimmick* goes_to_voicemail going_downhill gone_downhill gouging grating grim grimly grouchy
    grumpy half_assed half_baked half_hearted haphazard* hateful heard_nothing heartless* hostil* humiliat* hypocri* ignoran* ill_conceived
    impersonal impolite inane inappropriate incapab* incomprehensibl* inconsiderate indifferen* ineffective* inefficien* inferior inflexib*
    insensitive insincere insipid insolent irksome irresponsib* jerk jerks joyless lack_of_communication lackluster lacklustre left_on_hold
    lethargic letting_me_down letting_us_down listless loser losers lost_all_my lost_everything lost_my_data lukewarm mad_at malfunction*
    malicious mean_spirited meandering meaningless messes misery mishandl* mismanag* misrepresent* moan* monoton* moron* muddled mundane
    negligen* nerve_wracking never_heard_back no_communication no_show non_existent nonexistent not_acceptable_at_all not_as_advertised
    not_as_described nuisance obscene* out_of_pocket out_of_touch outdated overbearing overdone overhyped overrated panic* passed_around
    passive_aggressive patroni* peeved perplex* petty phony pitiful* pompous poor_excuse preposterous* pretty_mad price_gouging racism
    racist radio_silence rage raging raw_deal really_mad red_tape regrettabl* resent* run_down rundown ruthless* sad_excuse sarcastic*
    screw_up screwed sham simplistic sleazy slimy smug sneaky snobb* so_mad soggy spoiled_by squander* stale standoffish stifling stingy
    sub_par subpar substandard superficial* surly tacky takes_ages takes_forever taking_forever tasteless tawdry tepid terribly_slow
    too_expensive too_slow took_ages took_forever torment* torture* toxic tragic* train_wreck trainwreck traumat* tricked trite turmoil
    two_faced unappealing uncaring unclean uncomfortabl* unconvincing uncooperative underwhelm* unfocused unhygienic unimpressed
    unimpressive unintelligible unjust* unkempt unoriginal unplayable unsettl* unskilled untrained untrustworthy unwelcom*
    unwilling* vapid very_mad vindictive wasteful way_too weary went_to_voicemail woeful* wonky yawn* yuck yucky`,
  ],
  [
    -1.4,
    `already_broken anxious awry blank_page broke_off buffering came_off charges_me charging_me clumsily contradict*
    could_care_less couldn't_be_bothered couldn't_care_less cut_off dead_end decay* deficien* degrad* didn't_bother didn't_care discomfort
    disconnecting disconnects dismissive disrupt* doesn't_bother doesn't_care doesn't_load doesn't_turn_on don't_care double_booked
    double_booking doubtful drain drained drains dropped_call* endless_loop evasive even_worse fake_news falls_off fell_off flat_out flaw
    flaws fragile frantic freak* fussy get_rid_of gets_worse getting_worse go_back_to_the_old got_worse grief gripe* harsh* have_not_heard
    haven't_heard hidden_cost* hidden_costs impatient* inadvertent* inexperienced insane insanely_slow jaded keeps_breaking
    keeps_disconnecting keeps_dropping keeps_freezing keeps_getting keeps_going_down keeps_happening keeps_losing keeps_sending
    keeps_telling kept_crashing kept_freezing kept_getting kept_telling lame_excuse leave_me_alone let_alone limp mangled misfire*
    misguided murky nag nagging naive never_again_with never_got_back never_loads never_show no_clue no_idea_what no_record_of nobody_knows
    not_a_single not_enough not_even not_once not_working_properly nothing_back numb oddly overcook* overcrowded overwrought owe_me owes_me
    panned pest plague* plod price_hike prohibitive pushy put_on_hold raised_the_price raising_prices ran_out reject rejecting reluctan*
    rigid sadness sappy scrambl* shaky sluggishly sore sorely spoil* stall stalled stalling stalls sterile still_being_charged stole_my
    stop_calling stop_charging stop_sending strain stumbl* supposed_to the_old_one_was times_out timing_out tiring
    too_complicated too_hard too_loud took_money_from took_my_money transferred_me unauthorized_charge* uneasy uneven unfulfill*
    uninform* unlucky unnerv* unorgan* unrewarding unstable untrue unwise unworkable vague vaguely weak weaker weakest weakly weird weirdly
    whin* wiped without_asking without_explanation without_my_permission without_notice without_telling without_warning won't_load
    won't_open won't_start won't_turn_on wrong_item wrong_product`,
  ],
  [
    -2,
    `an_explanation do_you_ever enough_is_enough ever_going_to for_the_last_time good_luck_finding good_luck_getting
    good_luck_reaching good_luck_trying how_dare last_time_i_book last_time_i_buy last_time_i_fly last_time_i_order last_time_we
    lost_confidence lost_faith lost_trust never_happened no_longer_trust pull_your_socks so_much_for sort_it_out sort_this_out
    sort_yourselves such_a_mess such_a_shame such_a_waste wake_up_and what_a_disappointment what_a_disaster what_a_mess what_a_shame
    what_a_waste`,
  ],
  [
    -1.4,
    `anybody_there anyone_home anyone_there did_not_arrive didn't_arrive forced_to fourth_attempt fourth_call from_one_department guess_i_am
    guess_we had_promised had_to_call had_to_restart had_to_sleep had_to_wait have_to_call have_to_explain have_to_restart is_anybody
    is_anyone is_this_normal isn't_normal made_me_pay made_me_wait made_us_wait miss_the_old money_back my_fifth my_fourth my_third
    never_went_through noise not_sure_why passed_from second_replacement smelled smells takes_a_month takes_a_week takes_days takes_hours
    takes_months takes_weeks the_old_version third_attempt third_call third_day_without third_replacement times_a_day took_days took_four
    took_hours took_months took_six took_three took_weeks unreal want_a_refund was_promised was_supposed were_promised were_supposed
    when_are_you you_promised`,
  ],
  [
    -0.95,
    `all_day all_morning all_night all_week any_idea_when does_anyone_there drove_off entire_day five_days_ago had_to_buy had_to_pay
    i_was_told months_ago the_only_reason they_told_me they_told_us told_me told_us we_were_told weeks_ago whole_day would_be_nice_if
    you_told_me you_told_us`,
  ],
  [
    -0.5,
    `claims promised since_friday since_last_week since_monday since_saturday since_sunday since_this_morning since_thursday since_tuesday
    since_wednesday since_yesterday`,
  ],
];
