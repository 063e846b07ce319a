import type { ToneGroups } from "./lexicon-source.ts";

/** How customers speak of a service: waiting, broken promises, broken things, bills, journeys, staff; and what they thank for. */
export const englishService: ToneGroups = [
  [
    -3,
    `absolute_disgrace absolute_shambles absolute_worst avoid_like_the_plague badcustomerservice badservice biggest_mistake by_far_the_worst
    complete_disaster complete_scam complete_waste customerservicefail disgusted_with do_not_order do_not_recommend don't_recommend
    don't_trust epic_failure failing_miserably get_your_shit hot_mess how_not_to i'll_never joke_company kiss_my last_time_flying lost_a_loyal
    money_grabbing nevercoming neverflyagain neverflyingagain not_flying_you not_recommend poorcustomerservice poorservice proper_joke
    pure_garbage shame_on shit_show so_disappointed so_frustrated so_frustrating stay_clear stay_far thanks_for_ruining total_disaster
    total_waste unfollow* useless_service will_never_fly will_never_order will_never_shop won't_be_back won't_be_flying won't_be_ordering
    won't_be_using worst_airline worst_app worst_flight worst_update worstcustomerservice worstever would_not_recommend wouldn't_recommend
    wouldn't_wish you're_a_joke you_guys_suck you_ruined you_suck yousuck zero_customer_service`,
  ],
  [
    -2,
    `0_stars acting_up almost_missed always_broken always_late are_you_kidding are_you_serious arrived_broken arrived_damaged arrived_late
    at_wits_end bad_customer_service bad_experience bad_service badly_packed barely_works beyond_late blatant_lie bounced_from broke_after
    broken_after broken_again broken_within brush_off brushed_off bunch_of_liars called_five_times called_four_times called_three_times
    can't_be_serious can't_believe_how can't_believe_i can't_believe_you canned_response* change_it_back changed_for_the_worse
    charged_for_nothing charged_for_something charging_me_for cheap_plastic cheaply_made closed_my_ticket closed_without cold_food
    cold_shoulder come_on_guys constant_ads constantly_crashes constantly_crashing couldn't_care cracked_after cramped_seats crap_service
    crashes_constantly crashes_every customer_disservice customer_no_service dead_after deal_breaker dealbreaker death_trap deleted_the_app
    deleting_the_app deleting_this died_after died_within disconnected_me disgruntled_customer disregard* does_nothing doesn't_do_anything
    doesn't_even doesn't_fit doesn't_help doesn't_last doesn't_look_like doesn't_make_sense doesn't_match doesn't_respond doing_nothing
    don't_even don't_get_it don't_give_a dropped_my_call dropping_the_ball eaten_my eats_my empty_promises error_after_error every_single_time
    fails_every fails_miserably falling_off fell_through fell_to_pieces five_hours_late flight_delays fob_me_off fobbed_off
    for_the_second_time for_the_third_time four_hours_late freezes_every frozen_again full_of_ads full_of_bugs full_of_lies get_a_grip
    get_it_right getting_nowhere getting_old getting_ridiculous give_me_a_break gives_up_after gone_for_good gone_missing good_grief
    got_nothing got_nowhere half_the_price_elsewhere hanging_up_on hard_to_reach hardly_works have_not_heard_back have_to_keep
    haven't_heard_anything haven't_heard_back haven't_helped horrible_experience hour_after_hour how_about_you_fix how_are_you_still
    how_can_it how_can_this how_come how_difficult_is how_do_you_expect how_hard_can how_hard_is how_long_must how_many_more how_much_longer
    i_give_up i_want_out in_tears insult_to_injury it's_been_days it's_been_months it's_been_weeks it's_broken joke_of_an kept_in_the_dark
    kept_me_waiting kept_us_waiting killed_my killing_my lack_of_care lack_of_service lack_of_support late_flight leaves_a_lot leaving_me
    leaving_us left_a_bad left_hanging left_in_the_dark left_me left_stranded left_us_with lied_about lied_again lost_again lost_bags
    lost_customer lost_in_the_mail lost_luggage lost_my_bag lost_my_bags lost_my_booking lost_my_luggage lost_my_order lost_my_reservation
    lost_our_bags lost_our_luggage lost_patience_with made_it_worse made_me_miss made_us_miss make_it_stop make_me_wait making_it_worse
    making_me_miss making_us_wait messed_up_my missed_connection* missed_my missed_our missing_bag missing_bags missing_connection
    missing_items missing_luggage missing_parts missing_pieces need_to_do_better needs_to_do_better never_answer never_answers never_any_help
    never_been_so never_called_back never_get_through never_got_a never_got_my never_had_such never_heard never_on_time never_picks_up
    never_replies never_reply never_respond never_responds never_shipped never_showed never_turned_up no_apologies no_call no_call_back
    no_callback no_compensation no_confirmation no_crew no_customer_service no_explanations no_follow_up no_gate no_info no_information
    no_internet no_longer_a_customer no_option_to no_pilot no_point_in no_refund no_resolution no_results no_service no_sign_of no_signal
    no_solution no_support no_updates no_wifi nobody_answered nobody_answers nobody_called nobody_came nobody_can nobody_cares nobody_helps
    nobody_responds none_of_you not_a_happy not_a_word not_accept not_amused not_an_answer not_as_described_at_all not_as_good not_buying_it
    not_delivered not_even_a not_going_to_cut not_good_enough not_honoring not_honouring not_ideal not_letting_me not_loading not_responding
    not_satisfied not_the_answer not_the_same_quality not_what_i_ordered not_what_i_paid not_working_again nothing_but_excuses
    nothing_but_issues nothing_but_problems nothing_but_trouble nothing_changed nothing_changes nothing_has_changed nothing_has_happened
    nothing_special nothing_was_done now_i_can't now_it_won't one_thing_after out_of_control over_an_hour_late overbooking overnight_delay
    overpay* paid_extra paid_for_nothing paid_good_money passed_from_pillar passing_the_buck pathetic_excuse piece_of_crap piss_poor
    pissing_me playing_games please_explain_why pls_fix_this_asap poor_communication poor_customer poor_design poor_experience poor_management
    poor_planning poor_service pull_the_plug put_me_on_hold putting_me_on_hold quit_working rather_walk red_flag* refund_my_money
    refuse_to_help refused_to_help refuses_to_help refuses_to_work removed_the_best robbery rubbish_service ruin_my ruined_my ruined_our
    screwed_me screwed_over screwed_up sent_me_the_wrong sent_the_wrong sent_to_the_wrong service_is_down shame_that shocking_customer
    shocking_that short_staffed showing_up_late sick_to_death sits_on_the_tarmac sitting_on_runway sitting_on_the_plane sitting_on_the_runway
    sitting_on_the_tarmac slow_response slow_service slowest smh_at so_annoyed so_annoying so_done so_late so_much_for_customer so_over
    so_over_this so_rude so_slow so_tired_of someone_needs_to something_needs_to spam_me started_crashing step_backward* still_at_the
    still_broken still_down still_down_again still_has_not still_hasn't still_is_not still_isn't still_missing still_nothing still_on_hold
    still_stuck still_trying still_unable still_waiting_for still_waiting_on stopped_charging stopped_responding stranded_in stuck_again
    stuck_on_the stuck_waiting stupid_update take_forever takes_so_long takes_too_long taking_so_long taking_too_long technical_difficulties
    terrible_customer thanks_a_bunch thanks_but_no thanks_for_canceling thanks_for_cancelling thanks_for_delaying thanks_for_ignoring
    thanks_for_leaving thanks_for_losing thanks_for_making_me thanks_for_making_us thanks_for_not thanks_for_the_delay thanks_for_the_late
    thanks_for_wasting that's_it_for_me that's_just_wrong they_don't_care this_is_getting this_is_not_ok this_is_wrong three_hours_late
    time_to_switch tone_deaf too_many_ads too_many_bugs too_many_problems took_forever_to took_off_without took_over_an_hour took_so_long
    took_too_long took_two_weeks tore torn_apart treat_customers treat_people treated_like treated_so treating_customers tried_everything
    tried_to_charge tries_to_charge two_hours_late u_guys_suck u_suck unbelievabl* undelivered under_staffed unhappy_customer unhappycustomer
    uninstalled uninstalling wait_and_wait waited_all waited_for_over waited_hours waited_over waiting_2 waiting_3 waiting_all waiting_an_hour
    waiting_and_waiting waiting_for_2 waiting_for_3 waiting_for_days waiting_for_weeks waiting_forever waiting_months waiting_on_hold
    waiting_over waiting_since waiting_weeks wasn't_worth waste_your wasting_my wasting_our went_downhill what's_wrong what_a_load what_gives
    what_is_the_point what_is_wrong what_kind_of_company what_kind_of_service what_the_heck what_the_hell when_will_you_learn where_the_heck
    where_the_hell why_am_i why_are_you_not why_are_your why_can_i_not why_did_you why_do_i_have why_do_i_pay why_do_you_keep
    why_does_it_always why_does_it_take why_does_your why_is_it_taking why_is_my why_is_no_one why_is_nobody why_is_there_no why_is_your
    why_on_earth why_should_i why_the_hell why_would_you will_not_be_back will_not_fly will_not_order will_not_shop will_switch
    wish_i_had_never wish_i_never wished_i_had with_no_explanation with_no_luck with_no_notice with_no_response without_a_response
    won't_accept won't_be_renewing won't_connect won't_help won't_honor won't_honour won't_respond won't_stop worn_off wouldn't_help
    wouldn't_let you_clearly_don't you_don't_care you_lied you_lose you_lost you_owe you_people_are you_promised_me you_should_be_ashamed
    your_own_customers your_staff_are_rude zero_communication zero_help zero_response zero_support`,
  ],
  [
    -1.2,
    `2_hrs_late a_couple_hours_late a_pain additional_charge* after_an_hour after_three_attempts after_waiting ain't_working already_paid_for
    another_2 another_3 another_bug another_charge another_fail another_failed another_fee anybody_there_at anything_but_smooth arrives_late
    ask_for_a_refund automated_message automated_response back_and_forth bad_connection bad_weather_excuse bag_is_lost bags_are_lost bags_lost
    battery_drain* been_an_hour been_down been_hours been_on_hold been_sitting_on been_stuck been_waiting_for behind_schedule billing_error
    black_screen bloatware blue_screen booking_problems* boot_me_off booted_off bounced breaking_down broken_down call_center_hell call_keeps
    called_twice calling_all_day can't_access_anything can't_afford can't_board can't_even can't_find_anyone can't_hear can't_log_in_anymore
    can't_reach can't_rebook can't_speak can't_use canceled_again canceling_flights cancellations cancelled_again cancelled_on_me
    cancelling_flights changed_my_flight changed_my_seat charged_again charged_an_extra charged_even charged_full charged_more
    closing_my_account come_to_nothing complain_about computer_glitch connection_issues connection_problems constantly cost_me cost_us
    could_have_told couldn't_be_reached couldn't_fix couldn't_help couldn't_tell cut_me cuts_out_every damaged_bag damaged_luggage
    deceptive_pricing delayed_again delayed_flight* delayed_for delaying delivered_late delivered_to_the_wrong did_not_fix did_not_get
    did_not_help did_not_show didn't_fix didn't_get didn't_help didn't_honor didn't_last didn't_offer didn't_show didn't_solve didn't_tell
    directed_me_to_another disable_ads disconnect disconnected_after does_not_help does_not_load does_not_respond doesn't_answer
    doesn't_arrive doesn't_charge doesn't_connect doesn't_exist doesn't_open doesn't_play doesn't_recognize doesn't_save doesn't_start
    doesn't_stay doesn't_sync doesn't_turn don't_answer don't_care_about don't_deserve don't_expect don't_have_a_clue don't_know_what_you
    don't_pick_up don't_reply don't_respond double_the_price drops_out due_to_your eternity excessive_fee* expected_better_from
    expected_more_from extra_charges extra_fee extra_fees failed_again failed_to fails_to_load fake_reviews fall_apart falling_short
    fees_for_everything flickering flight_attendant_was_rude flight_cancellation flight_cancellations flight_got_cancelled forced_us
    forgot_my_order forgotten_about freezing get_a_response get_an_answer get_through_to_anyone get_your_facts getting_charged getting_no
    getting_the_runaround give_me_my give_us_our going_in_circles got_cancelled got_charged got_lost had_to_cancel had_to_return half_the_time
    hang_on_hold hanging_for_hours hangs hard_to_believe hard_to_get hard_to_understand has_been_cancelled has_been_delayed has_been_down
    hasn't_been have_to_reset have_to_restart_it have_to_return have_to_wait haven't_got haven't_gotten hidden_charge* hold_time* holding_for
    hour_hold hour_wait hours_of_waiting hours_on_the_phone in_the_trash increase_in_price insufficient_staff internet_is_down is_down_again
    isn't_fair it_broke it_died it_failed it_froze jerked just_hangs just_stopped kicked_off kicked_out kicks_me lack_of_information
    lack_of_staff lagging lags_so last_minute_cancellation late_delivery late_departure left_behind left_waiting_for letting_customers
    line_is_busy line_is_dead long_delay* long_hold long_time_to long_wait_times loses_connection losing_my_mind lost_a_day lost_connection
    lost_hours lost_in_transit lost_money lost_progress lost_signal low_quality make_things_worse making_me_pay mechanical_issue*
    mechanical_problem* misled_me missed_a_connection missed_flight missing_from money_wasted month_later months_later must_be_joking
    must_be_kidding need_a_refund need_answers need_my_bag need_my_money need_to_fix needs_fixing needs_improvement needs_work
    never_again_will never_been_able never_could never_did never_fixed never_gave never_helped never_made never_resolved never_sent never_told
    never_updated no_ac no_agent no_agents no_answer_to no_answer_yet no_apology_from no_assistance no_avail no_bags no_bueno
    no_communication_from no_customer_support no_drinks no_food no_good_reason no_heat no_heating no_hot no_luggage no_meal no_notice
    no_one_answering no_one_at no_one_can no_one_cares no_one_here no_one_in no_one_knows no_one_on no_one_seems no_one_to no_one_told
    no_one_will no_outlets no_record no_room_for no_seats no_sound no_staff no_tracking no_use no_value not_able_to_log not_again not_answered
    not_answering not_as_expected not_available_again not_been_able not_being_able not_charging not_connecting not_durable not_fixed not_fun
    not_get_a not_giving not_heard_back not_helping not_in_stock_again not_listening not_moving not_one not_one_person not_received
    not_recognized not_resolved not_showing_up not_solved not_sturdy not_syncing not_thrilled not_true not_turning_on not_updated
    not_user_friendly not_very not_well_made only_lasted only_works_half out_of_date out_of_luck out_of_stock_again paid_for_but
    paying_for_nothing phone_just_rings phone_system_is poor_sound problem_persists problem_still problems_again problems_every
    problems_with_your push_notifications_every really_disappointed reset_every returned_it ripped runs_out_of_battery scammy
    screen_went_black sent_back_twice service_interruption* several_weeks should_be_ashamed should_know_better should_not_be should_not_have
    shouldn't_be shouldn't_have shut_down_my shuts_down since_the_last_update since_the_update since_update sitting_at_the sitting_for
    slowing_down smaller_than so_many_ads so_many_bugs so_many_problems something_is_wrong sort_out_your spent_an_hour spent_hours
    spent_two_hours still_can_not still_delayed still_get_the still_getting still_getting_charged still_having still_in_the still_sitting_on
    still_the_same still_won't stop_spamming stop_working stopped_me stops_working stuck_at_the stuck_here stuck_in_an stuck_with
    suddenly_stopped taken_off_the_flight takes_a_lifetime taking_my_money technical_issue technical_issues technical_problem*
    tells_me_nothing than_advertised than_promised that's_not_right they_lost they_refuse they_refused they_won't this_isn't three_hour_delay
    three_times_now throw_it_away too_bad_you too_difficult too_much_money took_2_hours took_3_hours took_an_hour tried_calling
    tried_three_times tried_to_call tried_twice trouble_with two_hour_delay un_believable unanswered_emails unauthorised* under_delivered
    unexpectedly_closed unfortunate ungodly unhelpful_staff unreachable unresponsive_support until_i_complained used_to_be_better
    used_to_be_good used_to_love used_to_work useless_bot wait_another wait_for_over wait_in_line wait_on_hold wait_over waited_2 waited_3
    waited_30 waited_45 waited_an waited_two waiting_30 waiting_45 waiting_at waiting_for_my_bag waiting_for_our waiting_for_someone
    waiting_here waiting_in waiting_two want_a_full_refund want_my_bag wanted_a_refund was_broken was_cold was_damaged was_down was_late
    was_missing was_not_told was_stolen wasn't_cheap wasn't_working weather_delay website_down website_is_down website_keeps website_won't
    went_dead went_missing weren't_told when_is_someone where's_the_refund who_do_i_complain why_bother why_hasn't why_have_i why_have_you
    why_haven't why_isn't_my why_no why_not_just why_was wish_you_would won't_answer won't_charge won't_even won't_fit won't_give won't_refund
    won't_save won't_sync won't_tell won't_update wouldn't_work wrong_address_again wrong_bill wrong_charge wrong_color wrong_colour
    wrong_order wrong_size_again yelled_at you_canceled you_cancelled you_charged you_couldn't you_didn't you_forgot you_have_lost you_refuse
    you_sent_me_the_wrong you_won't your_app_is_down your_app_keeps your_site_is_down your_system_is_down your_website_is_down zero_updates`,
  ],
  [
    -0.6,
    `called_again delayed_departure do_something every_day every_month every_time_i excuse_me falls figure_it_out guess hang_on hour_on_hold
    how_is_this_possible i_thought_you instead_i is_there_anyone joke just_now_got lately long_hours multiple_calls needed_help never_seems
    no_idea off_hold on_the_phone_for really_need_help sketchy_site so_far_no somehow speak_to_a_human spoke_to_three still_at supposed
    talk_to_a_human the_same_answer too tried unless_you wondering_why would_think you'd_think you_would_think zero`,
  ],
  [
    3,
    `absolute_pleasure absolutely_love absolutely_loved best_airline best_app best_company best_customer_service best_experience best_flight
    best_purchase best_service bestairline bestever bestservice blew_my_mind can't_live_without can't_praise cant_thank customer_for_life
    customer_service_at_its_best customerforlife definitely_recommend doing_a_great doing_an_amazing faith_restored fantastic_service
    five_star_service flawless_service greatservice happycustomer highly_recommended huge_thank huge_thanks i'm_in_love i_love_this i_love_you
    i_love_your immensely_grateful it's_perfect life_changer life_changing love_love love_this love_you love_your loveit loving_it loving_the
    made_a_difference made_my_month made_my_morning made_my_night made_my_trip many_thanks_to most_helpful must_have_app never_been_happier
    never_looked_back number_one_fan offer_great outstandingly restored_my_faith restores_my_faith saved_my_life saved_my_trip saved_our_trip
    so_grateful so_happy so_impressed so_much_love so_thankful thank_u_so_much thank_you_all thank_you_so_much thank_you_very_much
    thanks_a_ton thanks_again thanks_so_much thankyou thankyousomuch the_bomb the_greatest thumbs_way_up truly_appreciate truly_grateful
    u_rock ur_the_best very_impressed way_better_than won_me_over won_my_heart wouldn't_change_a_thing you're_amazing you're_awesome
    you're_the_best you_are_amazing you_are_awesome you_are_the_best you_guys_are_amazing you_guys_are_awesome you_guys_are_great
    you_guys_are_the_best you_made_my_day your_the_best youre_the_best yourock`,
  ],
  [
    2,
    `10_out_of_10 a_big_thank a_class_act a_great_help a_lifesaver a_ok absolutely_right all_good_here all_good_now all_is_well all_smiles
    all_taken_care always_a_pleasure always_great always_helpful always_on_time always_there answered_all_my answered_my_questions
    answered_quickly appreciate_it appreciate_that appreciate_the appreciate_you appreciate_your arrived_early arrived_in_perfect
    arrived_quickly arrived_safely as_good_as_new as_pictured awesome_job beautifully_made beautifully_packaged best_decision
    better_and_better big_hug big_kudos big_plus big_shout big_up bless_you both_thumbs brings_a_smile came_early came_quickly
    came_through_for came_to_the_rescue can't_fault can_always_count cannot_fault class_act clean_and_comfy clear_and_concise
    clear_and_helpful comes_in_handy completely_satisfied could_not_have_been_better couldn't_do_without couldn't_have_been_better
    couldn't_have_been_nicer deserve_a_raise deserve_praise deserves_a_raise deserves_praise did_a_great did_an_amazing did_great did_it_right
    did_wonders dream_to_use easiest easy_as_pie easy_to_follow easy_to_install easy_to_navigate easy_to_set_up easy_to_setup
    easy_to_understand easy_to_use everything_i_hoped everything_i_needed everything_i_wanted everything_perfect exactly_as exactly_what_i
    exactly_what_we exceeded_all exceeded_our excellent_job excited_to extremely_helpful extremely_pleased eye_catching fair_play fair_price
    fast_and_easy fast_and_friendly fast_reply fast_response fast_service fast_shipping fast_turnaround feel_valued felt_valued felt_welcome
    first_class_support fits_like fits_perfectly fixed_everything fixed_in flew_by follow_through friendliest gave_me_a_refund_right
    get_a_raise give_her_a_raise give_him_a_raise give_them_a_raise glad_i_chose glad_i_found glad_i_went glad_to_be glad_you god_bless
    going_strong good_as_new good_choice good_communication good_customer_service good_day_thanks good_design good_experience good_flight
    good_guys good_on_ya good_on_you good_people good_product good_quality good_service good_support got_it_sorted great_app great_attitude
    great_bunch great_communication great_company great_crew great_customer great_experience great_flight great_guy great_help great_idea
    great_improvement great_people great_product great_purchase great_quality great_response great_service great_so_far great_staff
    great_stuff great_success great_support great_team great_time greatly_appreciate* guys_are_the_best had_a_blast had_a_great had_the_best
    happy_camper happy_for happy_now happy_so_far happy_to_be happy_to_report happy_to_say happy_with_my hard_working hardworking
    has_been_great hassle_free_return helped_a_lot helped_me_a_lot helped_me_out helped_so_much helped_us_out helpful_staff hit_the_spot
    holds_up_well i_approve i_stand_corrected impressed_by impressed_with in_love instantly_fixed is_a_joy is_a_pleasure is_fantastic
    is_working_again it's_working_now it_helped_a_lot it_is_working_now job_well_done just_perfect keep_it_coming keep_up kept_me_informed
    kept_me_updated kept_us_informed kept_us_updated kind_people kind_service kind_words kindest landed_early laugh_out lifesavers
    lightning_fast like_a_champ like_a_dream like_magic like_new like_that_you long_lasting looking_forward_to_flying looking_good
    looks_amazing looks_better looks_great looks_lovely love_my love_that love_these low_price loyal_customer_because luv makes_life_easier
    makes_life_so makes_me_happy makes_me_smile making_it_right mission_accomplished more_than_happy more_than_i_expected much_appreciate
    much_better_now much_easier much_faster much_improved much_love much_nicer music_to_my my_favorite my_favourite my_hero my_new_favorite
    my_new_favourite neat_feature never_a_problem never_been_easier never_disappoints never_going_back_to_my_old never_had_any_issues
    never_had_any_problems never_misses_a_beat new_favorite nice_and_easy nice_and_quick nice_app nice_crew nice_feature nice_flight
    nice_gesture nice_one nice_people nice_surprise nice_to_have nice_to_meet nice_to_see nice_to_talk nice_touch nice_update no_complaint
    no_downtime no_drama no_faults no_hidden_fees no_issue_at_all no_nonsense no_stress no_trouble_at_all no_worries_now not_a_problem_since
    nothing_but_good nothing_but_great nothing_but_praise nothing_but_the_best now_that's_service now_that_is_service on_the_ball
    on_top_of_things one_happy one_of_the_best one_of_the_few outdid outdone over_delivered packaged_well packed_well paid_for_itself painless
    perfect_fit perfect_for pleased_with pls_thank positive_experience praise_to problem_free prompt_response props_to quality_product
    quick_and_easy quick_fix quick_reply quick_response quick_service quick_shipping quick_to_respond quick_turnaround quickly_fixed
    quickly_resolved quickly_solved quiet_and_comfortable really_appreciate really_cool really_enjoy* really_good really_happy really_helped
    really_helpful really_like really_nice really_pleased rest_assured returning_customer runs_like runs_perfectly saved_me_a saved_us_a
    saves_a_lot saves_so_much second_purchase seriously_good served_me_well service_with_a_smile setup_was_easy shoutout_to smooth_flight
    smooth_sailing smooth_transaction so_accommodating so_comfortable so_convenient so_cool so_cute so_easy so_excited so_far_so_good so_fast
    so_friendly so_fun so_glad so_good so_helpful so_kind so_lucky so_nice so_polite so_quick so_quickly so_relieved so_smooth so_soft
    so_sweet so_well solid_app solid_product sorted_in sorted_it_out_quickly speedy staff_was_great stand_up_company stands_behind
    step_in_the_right stoked stress_relief stunned_by_how super_comfy super_easy super_fast super_friendly super_happy super_helpful
    super_nice super_quick super_soft support_was_great take_care_of_their_customers taken_good_care takes_care_of_its takes_care_of_their
    takes_the_time took_care_of took_good_care took_great_care took_the_time top_class top_job top_marks top_service totally_worth
    treated_me_well treated_us_well treats_customers_well true_professional truly_helpful ty_for ty_so ty_very tyvm unbelievably_good
    user_experience_is_great very_clear very_comfortable very_cool very_courteous very_easy very_good very_happy very_helpful very_kind
    very_nice very_pleased very_polite very_professional very_responsive very_satisfied very_useful very_well_made walked_me_through
    was_a_breeze was_a_joy was_a_pleasure was_able_to_help was_amazing was_awesome was_excellent was_fantastic was_great was_so_helpful
    was_so_nice was_very_helpful was_wonderful way_better way_easier well_handled well_looked_after well_worth_it went_above went_beyond
    went_out_of went_the_extra what_a_great what_a_lovely what_a_nice will_be_back_for_more will_fly_again will_gladly will_recommend
    will_use_again win_for wonderful_crew worked_a_treat worked_great worked_like works_a_treat works_amazing works_as_it_should works_awesome
    works_every_time works_fantastic works_for_me works_just works_like works_wonders would_buy_again would_fly_again would_highly
    would_recommend yass yasss you_deserve you_guys_did you_handled you_helped_me you_made_it_easy you_made_me_smile you_made_our_day
    you_saved your_team_is_great yum`,
  ],
  [
    1.1,
    `5_stars_for accepted_my_return aced answered_my_question apology_accepted back_to_normal beats_the bought_another buying_again
    buying_another can_log_in_again comes_with_everything comfy_seats continue_to_impress did_a_good did_exactly did_the_trick did_what
    do_a_good does_exactly does_the_trick doing_a_good easy_enough enjoying_the even_better everything_fine excited_about excited_for
    feels_good feels_great figured_it_out finally_fixed finally_working finally_works fixed_now fixed_the_issue fixed_the_problem fixed_within
    flies_through follows_up for_caring for_fixing for_following for_getting_back for_getting_me for_getting_us for_going for_helping
    for_listening for_making for_responding for_sorting for_the_fast for_the_great for_the_help for_the_prompt for_the_quick for_the_reply
    for_the_response for_the_support for_your_help for_your_patience for_your_prompt for_your_quick for_your_support for_your_understanding
    forward_to_seeing forward_to_using found_my_bag fully_refunded gets_better gets_it_right gets_the_job given_a_refund good_enough
    got_a_full_refund got_it_to_work got_my_bag got_my_money got_my_refund got_through haven't_had_a_problem haven't_had_any_issues
    haven't_had_any_problems having_fun held_up help_was highlight holds_a_charge hours_of_fun it_did_work it_helped it_worked looks_good
    lucky_to makes_it_easy meets_all meets_expectations meets_my met_my_expectations more_comfortable my_go_to nicest no_longer_have no_pain
    on_its_way_thanks on_the_way_thanks on_track problem_gone problem_is_gone problem_resolved problem_was_solved quick_answer
    reasonably_priced refund_arrived refund_came refund_received refunded_me_right remedied replaced_immediately replaced_it_free
    replied_within resolved_now responded_within runs_great runs_well safe_landing serves_its_purpose set_up_in so_much_fun solved_the_issue
    solved_the_problem sorted_now still_going still_works_great that's_better that_did_it that_fixed that_helped that_helps that_worked
    thats_better took_only understood_my using_it_daily using_it_every_day using_this_for_years was_easy was_fast was_fixed was_good
    was_helpful was_quick was_resolved was_solved well_built well_spent went_through_thanks with_a_smile within_an_hour_thanks
    worked_perfectly worked_well works_better works_fast works_for_us works_on_all worth_having yay_for you_rescued`,
  ],
  [0.6, `accepts answered bonus brand_new finally free_shipping good_to_know heart human moving rich worked works`],
  [
    0,
    `at_the_same_time back_in_stock best_buy best_fare best_price best_rate best_western clear_all complaint_form complaint_number
    complaints_department credit_score do_you_offer does_that_work down_the_road down_to drop_down dropdown exactly_how exactly_what_documents
    exactly_what_time first_class_seat first_class_ticket for_the_first_time frequently_asked good_luck ground_floor happy_birthday
    happy_friday happy_holidays happy_monday happy_new help_desk helpdesk how_does_it_work how_does_this_work how_it_works human_resources
    i'd_appreciate i_would_appreciate is_it_possible issue_a issue_me like_that lost_password low_fare loyalty_card loyalty_points me_too
    moving_house moving_to new_year no_later no_longer_at not_available not_included not_listed not_mandatory not_required not_yet or_not
    out_of_office out_of_town premium_plan save_as scroll_down special_offer spirit_airlines super_user to_no too_soon top_left top_right
    top_up top_ups tried_on trying_on very_best what_a_day whether_or_not wish_to worked_in worked_with works_in works_with zero_percent`,
  ],
];
