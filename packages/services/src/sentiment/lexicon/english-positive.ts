import type { ToneGroups } from "./lexicon-source.ts";

export const englishPositive: ToneGroups = [
  [
    3,
    `pleasantly_surprised can't_thank_you_enough cannot_thank_you_enough thank_you_enough can't_recommend_you_enough joyous
    never_let_me_down never_let_us_down spot_on
    amazing amazingly awesome excellent* outstanding fantastic* superb* exceptional* perfect perfectly perfection wonderful* brilliant*
    phenomenal* magnificent* marvelous* marvellous* spectacular* stellar stunning* flawless* impeccabl* masterpiece* masterful*
    love loved loves loving lovely adore* adorable best greatest finest thrilled delighted overjoyed ecstatic extraordinar* unforgettable
    couldn't_be_happier could_not_be_happier couldn't_ask_for_more over_the_moon blown_away hats_off five_stars 5_stars second_to_none
    top_notch first_rate first_class life_saver lifesaver saved_my_day made_my_day best_ever can't_recommend_enough love_it
    you_rock you_guys_rock you_rule exceeded_my_expectations exceeded_expectations above_and_beyond`,
  ],
  [
    2,
    `a_must_have you're_the_man you_are_the_man snappier could_not_have_done couldn't_have_done love_how
    gem joy joyful hearty time_saver saves_us saves_me saves_time saved_me saved_us in_no_time exactly_what charming succeed*
    made_me_smile made_it_right shout_out shoutout big_thanks gold_star on_point game_changer so_much_easier phew whew
    great happy happily happier happiest happiness pleased pleasant* pleasure pleasing delight delightful* impressed impresses impressive*
    enjoy enjoyed enjoying enjoys enjoyable enjoyment good glad excited exciting excitement grateful* thankful* appreciat* helpful* friendly
    courteous polite politely professional professionally professionalism recommend recommended recommends recommending satisf* superior
    terrific nice nicely cool beautiful* beauty charm charmed charms elegant* effortless* reliable reliably trustworth* worthwhile
    rocks rocked kudos bravo congrat* thumbs_up well_done good_job great_job nice_job nice_work great_work awesome_work keep_it_up
    saved_the_day thank thanks thx thnx tysm thanx woohoo hooray yay yippee hilarious* gorgeous splendid* compelling captivating
    engaging fascinating* heartfelt inspiring inspired inspires refreshing* remarkabl* rewarding touching uplifting memorable
    never_disappoint* no_complaints can't_complain cannot_complain can't_wait no_regrets works_great works_perfectly works_like_a_charm
    works_well working_well works_fine works_flawlessly runs_smoothly went_smoothly worth_it well_worth well_made well_designed
    highly_recommend* props winner winning wins triumph* dazzling* graceful* poignant* vivid* witty entertaining* entertain entertains sweet sweetest`,
  ],
  [
    1.3,
    `worth unique appealing appeals intrigu* smile smiles smiling honest surprised_me exceeded peace_of_mind well_organised
    well_organized on_time early ahead_of_schedule clear_instructions good_value stress_free comforting reassur*
    better improved improves improvement* improving easy easily easier fast faster quick quicker quickly prompt promptly smooth smoothly smoother
    efficient* comfortable comfortably convenient* smart clever* creative* original* fun funny interesting intelligent* powerful* solid warm warmth genuine* successful* success sorted works_again works_now working_again working_now is_working is_fixed
    fixed_it solved_it solved_my got_it_working all_good it_works works_as_expected as_expected much_appreciated no_issues no_problems no_problem
    not_bad awesomeness patient patience kind kindness caring thoughtful* knowledgeable attentive responsive accommodating generous* intuitive
    useful* valuable* affordable bargain favorite favourite favorites favourites like_it like_this liked likes like_the like_your like_how
    liking welcome_change relief relieved lucky blessed proud proudly fascinat* lively imaginative* insight* wise* gripping absorbing mesmeriz* ambitious authentic* admir*
    respect* celebrat* skillful* talented talent talents energetic delicate* hopeful* hero heroes`,
  ],
  [
    0.7,
    `clear surprised simple right_away instantly hope hoping definitely right strong
    fine ok okay fair fairly decent correct resolved solved fixed sorted_out clean helped helps helping love_to stable calm cheers
    welcome glad_to new_feature upgrade upgraded safe safely effective* gentle* bright* ease`,
  ],
  [
    0,
    `thanks_in_advance thank_you_in_advance thanks_for_your_help_in_advance many_thanks_in_advance thank_you_for_your_time would_love_to love_to_know
    would_like i'd_like like_to_know good_morning good_afternoon good_evening good_day best_regards kind_regards warm_regards best_wishes
    hope_you_are_well hope_this_finds_you_well happy_to_help would_be_great would_be_nice would_be_good would_be_helpful it_would_help
    could_you_help can_you_help need_help please_help help_me help_with any_help a_good_time_to a_good_time_for best_way best_time customer_support
    is_it_okay is_it_ok fast_track credit_card no_thanks thanks_but if_possible nice_to_know happy_to_provide happy_to_send glad_to_provide
    appreciate_a appreciate_any appreciate_your_help appreciate_it_if appreciate_if better_understand clear_cache clear_the recommended_settings`,
  ],
  [
    3,
    `10_10 5_star astonish* beyond_expectations beyond_happy beyond_impressed big_fan blew_me_away blew_us_away blows_me_away breathtaking*
    could_not_be_better couldn't_be_better couldn't_have_asked_for delicious* divine dream_come_true exhilarat* exquisite* extra_mile
    fabulous* faultless* five_star forever_grateful genius glorious* heart_warming heartwarming heavenly immaculate* incredible ingenious*
    money_well_spent mouth_watering nailed_it riveting rock_solid spellbinding spotless sublime* surpassed_my surpassed_our
    thanks_a_million tremendous* two_thumbs_up unbeatable unmatched unparalleled unrivalled wondrous world_class worth_every`,
  ],
  [
    2,
    `a_blast a_breeze a_must a_treat amiable amused amusing attractive* be_back_soon better_than_ever better_than_expected better_than_i
    bliss blissful* buy_again can't_beat can't_go_wrong captivat* cheered cheerful* classy come_again come_back_again commend* compassion*
    compliment* compliments considerate convincing* cosy courage* cozy cracking crowd_pleaser cute dependable devoted diligent* eager*
    elated eloquent* empathetic* enchant* encouraging endearing enthrall* enthusias* evocative excel excelled excels
    exuberant fab fan_of generosity gifted good_deal good_laugh good_news good_stuff good_to_hear good_to_see gracious*
    gratify* great_deal great_news great_price great_value had_fun handy happy_customer happy_with hard_to_beat hassle_free high_quality
    hilarity honored honoured hooked hospitable humorous ideal immersive innovative invaluable irresistible jolly likable likeable
    lovable luminous luxurious* lyrical made_my_week made_our_day made_our_week majestic marvel marvels meticulous* much_better must_buy
    must_see never_failed never_fails never_had_a_problem never_had_any nifty no_fuss no_hassle no_problems_at_all noble optimistic
    order_again out_of_her_way out_of_his_way out_of_their_way peaceful* personable playful* polished praise praised praises
    praising priceless pristine proactive* punctual* radiant rave raves relaxed relaxing rescued resourceful* richly romantic
    satisfied_customer satisfied_with saved_our seamless* serene sincere sleek* so_much_better sold_on soothing soulful spacious sparkl*
    spirited stimulating straightforward striking* stylish* supportive surpass* suspenseful swiftly sympathetic tasty tender
    tenderness thorough thoroughly thought_provoking thrill thrilling thrills tidy timeless top_quality truthful unpretentious upbeat
    user_friendly vibrant virtuos* welcoming well_acted well_crafted well_deserved well_executed well_explained well_maintained
    well_packaged well_thought well_trained well_written went_great went_well whimsical wholesome will_be_back will_buy_again
    will_order_again wisdom without_a_hitch without_a_problem without_hassle without_hiccups working_perfectly works_as_promised
    works_beautifully works_really_well works_very_well yummy zero_issues zippy`,
  ],
  [
    1.3,
    `agreeable ahead_of_time all_set all_sorted amuse amuses as_advertised as_described as_promised back_online back_up_and_running
    believable beneficial calming careful_with cohesive colorful colourful compassionate complement* consistent* crisp deft* delights
    desirable did_the_job does_the_job does_what_it durable earnest easy_peasy energi* engross* enlightening enrich* expressive
    favorable favourable fixed_my fixed_our glowing goodness humane humanity humor humour illuminating intimate inviting
     laugh laughed laughing laughs legendary lucid lush meaningful motivat* neat neatly nimble no_longer_an_issue no_longer_crashes
    nuanced passion passionate* passionately perceptive persuasive potent precise* productive profound* rapid rapidly
    really_well reasonable reasonably relatable resolved_it resolved_my resolved_our resolved_quickly richness robust romance sensible*
    sharp shine shines shone slick solved_our sophisticated splendor stability steady strength strengths subtle succinct suspense tasteful
    timely treat truthfully tuned up_and_running very_well vitality warmhearted well_done_on winningly winsome wit wonder*
    zest`,
  ],
  [
    0,
    `just_what_i_needed just_what_we_needed tell_me_a_joke all_kinds any_kind at_my_convenience be_well best_before best_contact best_number careful get_well
     how_useful i_wonder is_it_worth kinds_of laugh_at laughing_at sincerely sincerely_yours some_kind
     this_kind treat_it treat_me treat_this treat_us what's_the_best what_is_the_best what_is_worth
    what_kind which_is_best which_kind wonder_if wondering yours_sincerely`,
  ],
  [3, `can't_ask_for_more cannot_ask_for_more couldn't_ask_for_anything_more`],
  [
    2,
    `again_any_day in_good_hands just_worked just_works made_our_evening made_our_holiday made_our_honeymoon made_our_stay made_our_trip
    much_obliged never_had_a_single never_had_an_issue never_had_issues never_had_problems not_a_single_complaint not_a_single_issue
    not_a_single_problem so_simple what_a_company what_a_difference what_a_pleasure what_a_service what_a_team what_a_treat you_made_it`,
  ],
  [
    1.3,
    `answered_all can_finally did_not_disappoint didn't_disappoint everything_is_working everything_runs everything_went_well
    everything_worked everything_works fixed_the from_you_again got_through_to in_minutes knew_exactly knew_what knows_what like_a_baby
    listened listens lived_up_to lives_up_to no_more_crashes no_more_issues no_more_problems question_answered questions_answered
    resolved_the solved_the sorted_the took_a_minute took_five_minutes took_ten_minutes took_two_minutes with_you_again within_an_hour
    within_minutes`,
  ],
  [0, ``],
];
