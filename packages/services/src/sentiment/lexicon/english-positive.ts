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
    `you're_the_man you_are_the_man snappier could_not_have_done couldn't_have_done love_how
    gem joy joyful hearty time_saver saves_us saves_me saves_time saved_me saved_us in_no_time exactly_what charming succeed*
    made_me_smile made_it_right shout_out shoutout big_thanks gold_star on_point game_changer so_much_easier phew whew
    great happy happily happier happiest happiness pleased pleasant* pleasure pleasing delight delightful* impressed impresses impressive*
    enjoy enjoyed enjoying enjoys enjoyable enjoyment good glad excited exciting excitement grateful* thankful* appreciat* helpful* friendly
    courteous polite politely professional professionally professionalism recommend recommended recommends recommending satisf* superior
    terrific nice nicely cool beautiful* beauty charm charmed charming charms elegant* effortless* reliable reliably trustworth* worthwhile
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
    efficient* comfortable comfortably convenient* smart clever* creative* original* fun funny interesting intelligent* powerful*     solid warm warmth genuine* successful* success sorted works_again works_now working_again working_now is_working is_fixed
    fixed_it solved_it solved_my got_it_working all_good it_works works_as_expected as_expected much_appreciated no_issues no_problems no_problem
    not_bad awesomeness patient patience kind kindness caring thoughtful* knowledgeable attentive responsive accommodating generous* intuitive
    useful* valuable* affordable bargain favorite favourite favorites favourites like_it like_this liked likes like_the like_your like_how
    liking welcome_change relief relieved lucky blessed proud proudly fascinat* lively imaginative* insight*     wise* gripping absorbing mesmeriz* ambitious authentic* admir*
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
    could_you_help can_you_help need_help please_help help_me help_with any_help good_time best_way best_time customer_support
    is_it_okay is_it_ok fast_track credit_card no_thanks thanks_but if_possible nice_to_know happy_to_provide happy_to_send glad_to_provide
    appreciate_a appreciate_any appreciate_your_help appreciate_it_if appreciate_if better_understand clear_cache clear_the recommended_settings`,
  ],
];
