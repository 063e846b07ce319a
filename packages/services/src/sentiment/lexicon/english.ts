import { englishNegative } from "./english-negative.ts";
import { englishOpinion } from "./english-opinion.ts";
import { englishPositive } from "./english-positive.ts";
import { englishService } from "./english-service.ts";
import type { LexiconSource } from "./lexicon-source.ts";

export const english: LexiconSource = {
  language: "en",
  functionWords: `the a an and or of to in on at for from with by is are was were be been am i you he she it we they my your our their his her its this that
    these those there here have has had do does did will would can could should not but if so what when where who how why which me us them please about into
    just more some any all your's i'm you're it's i've i'd don't can't didn't doesn't isn't wasn't won't n't`,
  tone: [englishPositive, englishNegative, englishService, englishOpinion],
  courtesies: `thank thanks thx thnx tysm thanx cheers appreciat* grateful great nice wow well_done good_job great_job nice_job great_work nice_work brilliant
    awesome lovely bravo congrat* kudos fantastic wonderful`,
  thanks: `thank thanks thx thnx tysm thanx ty cheers appreciat* grateful`,
  requests: `please pls plz kindly can_you could_you would_you can_someone could_someone can_somebody could_somebody can_anyone could_anyone can_we can_i could_i may_i i_need we_need
    need_to i_require i_want_to i_would_like i'd_like we_would_like we'd_like let_me_know help_me how_do_i how_can_i how_to requesting i_request looking_for`,
  questionOpeners: `how what what's when when's where where's which who whom can could may do does did is are was were will would shall should has have any if anyone`,
  negations: `not no never n't none nothing neither nor cannot without hardly barely scarcely lacks lacking zero dont didnt doesnt isnt wasnt wont cant
    don't_think do_not_think didn't_think don't_believe do_not_believe don't_feel do_not_feel don't_find do_not_find can't_say cannot_say
    far_from anything_but instead_of`,
  intensifiers: `very really so extremely absolutely totally completely utterly incredibly unbelievably terribly awfully insanely super truly deeply highly
    particularly especially most quite such entirely damn fucking freaking bloody beyond way too simply ever`,
  diminishers: `slightly somewhat little bit rather kinda kind_of sort_of sorta fairly partly mildly almost nearly mostly`,
  contrasts: `but however although though yet except unfortunately`,
  negatesBackwards: false,
  triggers: [
    [
      "legal",
      `lawyer* attorney* solicitor* sue_you sue_your will_sue to_sue suing lawsuit* legal_action legal_steps legal_proceedings legal_team take_you_to_court see_you_in_court small_claims
      consumer_protection trading_standards better_business_bureau bbb ombudsman* regulator data_protection_authority report_you file_a_complaint
      formal_complaint official_complaint press_charges police breach_of_contract class_action litigat*`,
    ],
    [
      "churn",
      `cancel cancels canceling cancelling cancellation* unsubscribe terminate_my terminate_our terminate_the_contract terminating close_my_account
      close_our_account close_the_account delete_my_account       lose_a_customer losing_a_customer lost_a_customer lost_my_business
      losing_my_business end_my_subscription end_our_contract not_renew won't_renew not_be_renewing never_fly never_buy never_order never_use_you
      never_shop never_again leaving_you leave_you done_with_you
      done_with_your i'm_done i_am_done we're_done`,
    ],
    [
      "rival",
      `switch_to switching_to moving_to_another move_to_another another_provider other_provider different_provider new_provider
      competitor* take_my_business take_our_business looking_for_alternatives looking_elsewhere go_elsewhere going_elsewhere to_your_competition the_competition`,
    ],
    [
      "refund",
      `refund refunds refunded refunding full_refund money_back chargeback* dispute_the_charge dispute_this_charge compensat* reimburse* charge_back
      want_my_money give_me_my_money return_my_money stop_payment`,
    ],
    [
      "public",
      `social_media twitter facebook instagram linkedin tiktok reddit trustpilot yelp google_review bad_review negative_review leave_a_review one_star_review
      write_a_review journalist* newspaper the_press the_media tell_everyone warn_others warn_everyone public_review post_about_this go_public`,
    ],
    [
      "superior",
      `supervisor* manager managers management escalat* your_boss your_ceo the_ceo head_of_support someone_in_charge person_in_charge someone_senior
      higher_up higher_ups executive*`,
    ],
    [
      "anger",
      `unacceptab* not_acceptable outrag* disgust* furious livid inexcusabl* ridiculous* fed_up sick_of sick_and_tired last_straw had_enough
      have_had_enough out_of_patience losing_patience lost_patience patience_is_running_out running_out_of_patience scam scammed scammers fraud* rip_off ripoff ripped_off
      appalling* disgrace* incompeten* worst_service worst_customer_service worst_company worst_experience a_joke lost_all_trust lost_trust lost_all_confidence shameful*
      completely_ignored keep_ignoring being_ignored ignoring_me ignoring_us`,
    ],
    [
      "repeated",
      `third_time fourth_time fifth_time third_email fourth_email third_ticket tenth_time umpteenth_time yet_again once_again again_and_again over_and_over
      still_no_response still_no_reply still_no_answer still_waiting no_one_responds nobody_responds no_one_answers nobody_answers no_one_replies nobody_replies
      still_not_resolved still_not_fixed still_unresolved how_many_times multiple_times several_times countless_times numerous_times for_weeks for_months
      weeks_of_waiting weeks_without nobody_cares no_one_cares last_chance final_warning final_notice last_time`,
    ],
    [
      "deadline",
      `immediately right_now by_tomorrow by_end_of_day by_the_end_of_the_day within_24_hours or_else asap losing_customers losing_money losing_business
      production_is_down business_is_down cannot_work can't_work costing_us costing_me`,
    ],
    [
      "harmless",
      `account_manager project_manager password_manager product_manager task_manager file_manager device_manager my_manager our_manager office_manager
      management_console user_management management_system cancel_button cancellation_policy refund_policy cancel_my_order cancellation_fee
      facebook_login facebook_integration twitter_integration with_facebook instagram_integration escalation_policy legal_team_needs`,
    ],
  ],
  reassurances: `not no_need don't_want do_not_want didn't_want won't will_not wouldn't would_not never no_intention don't_need do_not_need doesn't_need
    no_plans not_going_to without_having_to instead_of rather_than no_longer_need no_longer_want don't do_not no`,
};
