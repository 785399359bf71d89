/** English. The meaning of each row: `src/talk/read/language.ts`. */
import type { Vocabulary } from '../read/language.ts';

export const en: Vocabulary = {
  language: 'en',
  decimal: '.',
  group: ',',
  numbers:
    '0:zero|nil;1:one;2:two;3:three;4:four;5:five|fiver;6:six;7:seven;8:eight;9:nine;' +
    '10:ten|tenner;11:eleven;12:twelve|dozen;13:thirteen;14:fourteen;15:fifteen;16:sixteen;' +
    '17:seventeen;18:eighteen;19:nineteen;20:twenty;30:thirty;40:forty|fourty;50:fifty;60:sixty;' +
    `70:seventy;80:eighty;90:ninety;100:hundred;1000:thousand|grand;1000000:million`,
  numberJoin: 'and',
  one: `a|an`,
  halfOne: `half a|an`,
  andHalf: `and a half`,
  point: `point`,
  months:
    '1:january|jan;2:february|feb;3:march|mar;4:april|apr;5:may;6:june|jun;7:july|jul;' +
    `8:august|aug;9:september|sep|sept;10:october|oct;11:november|nov;12:december|dec`,
  weekdaysEach: `0:mondays;1:tuesdays;2:wednesdays;3:thursdays;4:fridays;5:saturdays;6:sundays`,
  weekdays:
    '0:monday|mon;1:tuesday|tue|tues;2:wednesday|wed;' +
    '3:thursday|thu|thurs;4:friday|fri;5:saturday|sat;' +
    `6:sunday|sun`,
  units: {
    day: `day|days`,
    week: `week|weeks|wk`,
    month: `month|months`,
    year: `year|years`,
  },
  ordinals:
    '1:first;2:second;3:third;4:fourth;5:fifth;6:sixth;7:seventh;8:eighth;9:ninth;10:tenth;' +
    '11:eleventh;12:twelfth;13:thirteenth;14:fourteenth;15:fifteenth;16:sixteenth;' +
    `17:seventeenth;18:eighteenth;19:nineteenth;20:twentieth;25:twentyfifth;30:thirtieth`,
  dayFirst: null,
  dates: {
    today: `today|tonight 's?`,
    yesterday: `yesterday 's?; last night`,
    beforeYesterday: `from|on? the? day before yesterday`,
    tomorrow: `tomorrow|tmrw|tmr 's?; tomorrow morning|evening|night`,
    afterTomorrow: `the? day after tomorrow`,
    thisUnit: `in|for|during? this|current {unit} 's?; in|for|during? the current {unit}; the? {unit} so far; {unit} to date`,
    lastUnit: `in|for|during|from|over|of? the? last|previous|prior {unit} 's?; the {unit} before this`,
    nextUnit: `in? next {unit}`,
    pastUnits:
      `in|for|during|from|over|of|within? the|my? last|past|previous {n} {unit}; in|for|during|over? the past {unit}; in|for|over|during? the? last couple of? {unit}`,
    unitsAgo: `from? {n} {unit} ago; a {unit} ago`,
    inUnits: `in {n} {unit}; in a {unit}`,
    unitStart:
      `the? start|beginning of the|this? {unit}`,
    weekend: `on|over|during|at|for? the|this weekend 's?`,
    lastWeekend: `on|over|during|from? last weekend 's?`,
    weekday: `on|from|this|of? last? {weekday} 's?`,
    nextWeekday: `on? next|coming {weekday}`,
    month:
      `in|during|for|of|throughout|from? {month} of? {y} 's?; in|during|for|of|throughout|from? {month} 's?; in|during|of|for? the month of {month}; last {month} 's?`,
    lastYearMonth: `in? {month} last year; in? {month} of last year`,
    nextMonth: `in? next {month}`,
    day: `on? the? {d} of? {month} of? {y}?; on|from|dated? {numeric}; on? {weekday} the? {d} of? {month}`,
    monthDay: `on|from? {month} the? {d} {y}?; on? {month} {d} , {y}; on {weekday} {month} {d}`,
    dayOnly: `on the {d}`,
    dayRange:
      `between|from? the? {d} and|to|until|till|through|-|– the? {d} of? {month} {y}?`,
    monthDayRange: `between|from? {month} {d} and|to|until|till|through|-|– {d} {y}?`,
    year: `in|during|for|of|from|throughout? the? year? {y}`,
    range: `between {date} and {date}; from? {date} to|until|till|through|thru|-|– {date}`,
    since: `since|after {date}; from {date} on|onwards|onward; starting|beginning from? {date}`,
    until: `until|till|before|through {date}; up to|until|till {date}; up through {date}`,
  },
  repeats: {
    unit: `every|each|per single? {unit}; a|per {unit}; once a|every {unit}; on? a|the? daily|weekly|monthly basis`,
    units: `every|each {n} {unit}; once? every|each {n} {unit}`,
    otherUnit: `every|each other|second|2nd {unit}; every|each second|2nd {unit}`,
    day: `daily; everyday`,
    week: `weekly`,
    month: `monthly`,
    year: `yearly|annually|annual`,
    unclear: `biweekly|bi-weekly|bimonthly|bi-monthly`,
    twoWeeks: `fortnightly; every|each|a? fortnight; once a fortnight`,
    weekday: `on? {weekdays}; on? every|each single? {weekday}; weekly|week on|each|every? {weekday}; every|each week on {weekday}`,
    otherWeekday: `on? every|each other|second|2nd {weekday}`,
    monthDay:
      `on? the? {d} day? of|in every|each|the|a month; on the? {d} every|each month; {nth} every|each month; every|each month on the? {d}; every|each month the? {nth}; monthly on the? {d}; every|each {nth} of the|each? month; on? every|each the? {nth}`,
    monthLast:
      `on|at? the? last day of? every|each|the|a month; on|at? the? end of every|each|the|a month; every|each month on|at the last day?; monthly on the last day?; every month end; at? every|each month-end; every|each month at the end`,
    weekOn: `on {weekday}`,
    monthOn: `on the? {d}`,
    monthOnLast: `on the last day?; on|at the? last day; at the end`,
    start:
      `starting|start|starts|beginning|begin|begins|commencing from|on|in|with|as? of? {date}; from {date} on|onwards|onward?; as of|from {date}`,
  },
  senses: {
    polite:
      `please|pls|plz|plis; hey|hi|hello|yo|hiya|heya|ok|okay|um|uh|umm|so|well|alright|right|thanks|thx|ty|cheers|ta|btw|lol|haha|lmao|dude|man|bro|mate|fam|bank|bot|passbook; thank you; thanks a lot|million|bunch|again; many thanks; thank_you so|very much; good morning|evening|afternoon|day; kindly|quickly|quick|real_quick|asap|now|rn|immediately|instantly|again|also|just|simply|then|there; right now|away; straight away; at once; as soon as possible; yes|yeah|yep|sure|yea|fine|great; no worries|rush|hurry; for me; go ahead and?; go on and?; on it; can|could|will|would|may|might you|u please? kindly|just|maybe|quickly?; would you mind; do you mind; you|u can|could; can|could|may i|we|u? please? get you to|2; can|could|may|might i|we please? just|also|quickly?; i would|want|need|wanna|wish like|love|to to?; i'd like|love|want|wanna|need|prefer to|for|you? to?; i_want|need you to; i wanna|gotta|want|need|must|should_like|would_like to?; i have|'ve to; i got to|2; i am|'m going|gonna to?; i would like to?; i want|need to?; i'd like you to; i'm|am trying to; i'm looking to; let me|us; let 's; lets; time to; help me to?; need to; want to; wanna; gotta; would like to; could we|i; if it 's|is no trouble|bother|problem; if you don't mind; if you would|could; if possible; if you can|please; when you can|get a chance|moment|sec|minute; real quick; quick one|question|q|thing; quick; for once; be so kind as|and to?; be a dear|darling|star|sweetheart and?; do me a favor|favour and?; one more time; ffs|tbh|imo|yet|pretty|plox|cheers; for fun; just for fun; thank god; 's account|wallet; how about you?; to see|test if|whether it|this works; lemme; u|you; as well; too; don't forget to; remember to; make sure to|that|you?; make it snappy; chop chop; go; get on it; in total; from|out_of|off|with my|the|our account|balance|wallet|money|funds|gems; from me; let me know; i forgot; i forget; remind me; automatically; by transfer; via transfer; real; actually|basically|maybe|perhaps|gladly|finally; today please; no questions asked; a|the? sum of; to|on|in my account; here; sorry to bother; sorry; exactly|precisely|only|total`,
    small:
      `old|past|previous|earlier|tell|let|make|the|a|an|my|mine|our|some|that|this|these|those|of|it|is|are|was|'s|his|her_own|their|your|with|worth|amount|the_amount|sum|over|across|out|up|off|down|more|another|still|back|all_of_it_now|should|to_get|and_that|by|as|on|at|off|be|account|acct|person|user|member|customer|number|named|called|no.|ever|last|latest|recent|recently|few|whole|entire|anyone|people|folks|anything|someone_else|things|stuff|any|been|do|does|did|have|has|had|got|get|there|me_and|everyone|everybody|each_one|overall|so_far|already|total_of|for_now`,
    send: `send|sent_over|transfer|pay|give|wire|gift|tip|shoot|sling|toss|drop|slide|flick|move|forward|remit|hand|chuck|pass|zap|beam|fling|throw|lob|ship|punt|push|venmo|donate|chip|reimburse|refund|repay|spot|lend|loan|credit|deliver|cover|bung|yeet|hit|settle; pay|send|give|move|hand|wire|transfer|pass|chip|fork|slide over|across|back|out|in_full|off|up; make|do|start|initiate|set|create|issue|place|book|arrange a|an|another|the? quick|new|small|bank? payment|transfer|gift|donation|transaction; set up a|an|the? payment|transfer; settle up with; pay|square off|up|away?; payment|transfer|donation|gift of|to?; set up; transfer of; wire transfer; i'm|im|am sending|paying|giving|transferring; sending|paying|transferring`,
    gets: `gets|receives|should_get|should_receive|will_get|is_to_get|is_getting|deserves|earns|should_be_paid|needs_to_get|has_earned; goes|going|go to; should go to`,
    request:
      `request|requests|invoice|bill|charge|claim|collect|demand; send|make|create|issue a|an|another|the? payment|money? request|invoice|bill; payment|money request; request a? payment|money; ask; i need|want; pay me; cough|pay up; ask|see if he|she|they can|could|would|will; to pay up; pays me; should pay|send|give|transfer me; pay me back; should|must|has_to|needs_to|can|could pay me back?; send me; hit up; give me; to send|give|transfer me; transfer me; remind|nudge|ping|poke|chase|bug; needs|has to|2 pay|send|give me; i'd want; back from`,
    get: `get|put|pull|bring|fetch|stick|pop`,
    deposit:
      `deposit|top_up|topup|top-up|load; pay|put|add|transfer|move some|something|money|cash|funds|gems? in|into_my_account|on_my_account; put|add|load money|cash|gems|funds|something|some in|into|to|on|onto? my? account|balance?; make|do a|another deposit; top up my account|balance|wallet?; top my account|balance up; add to my account|balance; paying in; in my account; into my account; to my account|balance; fund my account; a deposit; charge my account`,
    withdraw:
      `withdraw|withdrawal|withdrawl|cash_out|cashout|cash-out|take|take_out|pull_out; cash me out; take|pull|get|draw|move cash|it|money|some|something|everything|gems? out; get|take|pull my? money|cash|it|gems|something|some from|out_of my|the account|bank; make a|another withdrawal; paid out; pay_out; payout; pay me out; a withdrawal; withdrawing; out of my account`,
    to: `to|for_the_attention_of|in|into|2|onto|towards|->|→|on|upon`,
    from: `from|off|off_of|of`,
    for: `for|4|because_of|towards|toward`,
    note: `with the|a? note|message|memo|reason|comment|reference|subject|description|text saying|of?; note|memo|reason|message|reference|ref|comment|subject|text :?; as|re; and write|say|put|note; saying|labelled|labeled|marked|titled|captioned; with a note saying; it 's for; it is for; that 's for; thats for; its for; and add the? note|memo|message; in memory of; call it; call|label|mark it|that; for the? reason|purpose of`,
    currency: `gem|gems|💎|coins|coin|bucks|buck|credits|credit_points|quid|tokens|points|gold|dough`,
    otherCurrency:
      `dollar|dollars|usd|euro|euros|eur|pound|pounds|gbp|yen|jpy|bitcoin|btc|eth|cents|cent|percent|pesos|francs`,
    counted:
      `minute*|min|mins|hour|hours|hrs|hr|second_place|seconds|sec|secs|pm|am|o'clock|oclock|times|percent_off|cats|dogs|kids|people|players|friends|guys|girls|km|kg|miles|meters|years|yrs|days|weeks|months|day|week|month|year|messages|questions|games|rounds|levels|th|nd|rd|st|% of|off?; of us|them|you`,
    half: `half of? my|the|what? gems|money|balance|account|funds|it|cash|coins|have|i? have|'ve|got? got?; half; 50 % of? my|the? balance|money|gems|account?; half of what i have|got|own|'ve; half of everything; half my stuff; a half of? my? balance|money|gems?`,
    all: `all|everything|all_of_it|all_my_money|all_my_gems|the_lot|the_whole_lot|it_all|them_all; my|the whole|entire|full|complete balance|account|amount|lot|pot; all of? my|the gems|money|balance|funds|cash|coins|stuff; all|everything|all i've got; everything i have|'ve|own|got|possess got?; all i've got; all the|my? money|gems i have|own|got; every last|single gem|one|coin|penny; every gem i have|own; the lot; all that i have; all of it|them; 100 %; max_out; everything in my account; whatever i have|'ve left|got?; whatever 's|is left; the rest`,
    vague:
      `about|around|roughly|approximately|approx|circa|ish|like_around|almost|nearly|something_like|up_to|at_least|at_most|maximum|minimum|between|a_few|a_couple_of|a_couple|couple|several|a_bunch_of|more_than|less_than|over_like|no_more_than|maybe_like|or_so|or_something|or_whatever|or_more|or_less|give_or_take|somewhere`,
    some: `some|some_money|some_cash|money|cash|a_bit|a_little|a_payment|payment|funds|something|some_gems`,
    who: `him|her|them|someone|somebody|anyone|anybody|everyone|everybody|whoever|they|us|one_of_them|one_of_you|that_guy|that_person|that_dude|this_guy|this_person|the_guy|the_girl|the_dude|the_other_one|the_other_guy|a_friend|my_friend|my_friends|my_mom|my_mum|my_dad|my_mother|my_father|my_brother|my_sister|my_son|my_daughter|my_wife|my_husband|my_boss|my_landlord|my_roommate|my_teacher|my_buddy|my_mate|friend|friends|brother|sister|mom|mum|dad|the_winner|winner|the_team|team|you|she|he|same_person|the_same_person|same_person_as_last_time|same_as_last_time|the_last_person|the_person|that_one|everyone_else|the_usual|the_usual_person|someone_else|my_bro|my_sis|the_other|whoever_won|group|the_group|guy|the_treasurer|the_admin|the_mod|the_owner|landlord|wife|husband|boss|roommate|stranger|a_stranger|account_holder|random|the_club|myself`,
    title: `mr|mrs|ms|miss|dr|mister|sir|madam|professor|prof|uncle|aunt|auntie|grandma|grandpa|coach|captain|account_of|account_number|account_no|acct|acc|user`,
    and: `and|&|plus|as_well_as|+`,
    or: `or|or_maybe|or_rather|vs|versus|either`,
    correct:
      `no|nah|nope|wait|oops|rather|sorry_i_meant|i_mean|i_meant|scratch_that|make_that|correction|actually_no|never_mind|nevermind|on_second_thought|no_wait|instead|hang_on|hold_on|my_bad|oh_wait|not_sorry`,
    aside:
      `i|i'm|i'll|i've|he|she|it's|it_is|they're|he's|she's|we|we're|because|cause|cuz|since_he|since_she|that's|thats|its|u|you're|don't_ask|what_a|you_know|who|which|what|where|when|is|are|was|were|needs|she_earned_it|he_earned_it|deserves|owed|just_testing|let's|lets|before|till|until|so_that|so_he|so_she|so_they`,
    guard:
      `don't|dont|do_not|doesn't|doesnt|didn't|didnt|did_not|won't|wont|will_not|wouldn't|wouldnt|can't|cant|cannot|couldn't|couldnt|shouldn't|shouldnt|isn't|isnt|ain't|aint|hasn't|haven't|hadn't|wasn't|weren't|not|never|no_longer|without|nothing|nobody|no_one|stop|cancel|undo|abort|revoke|refuse|avoid|forget|hold_off|instead_of|rather_than; if|unless|when|once|whenever|until|till|after|before|in_case|provided|assuming|suppose|supposing|as_soon_as|should_i|should_we|shall_i|shall_we|must_i|do_i|what_if|would_it|would_be|would|could_have|should_have|might|may_have|maybe_i|i'd_have|i_would_have|i'd_send|i'd_pay|i'd_give|wish|imagine|hypothetically|pretend|thinking|thinking_about|think|thought|considering|wondering|wonder|tempted|dreamt|dreamed|dream; said|says|say_send|told|tells|asked|asks|wants|wanted|told_me|texted|wrote|writes|meant_to|tried|promised|promise|claims|claimed|suggested|suggests|heard|reckons; sent|paid|gave|transferred|wired|received|tipped|owes|owe|owed|lent|borrowed|was|were|had|did|has|have|got|went|keeps|used_to|already|yesterday|gonna|going_to|supposed|planning|plan_to|plans; sends|pays|gives|transfers|is_sending|is_paying|are_sending|sending_me|tips; why|who|whose|how|where|scam|joke|kidding|jk|lol_jk|example|quote|e.g.|each|both|split|between|respectively|ignore|changed_my_mind|too_much|pay_attention|my_regards|enough|afford`,
    history:
      `anything new; where did all? my gems|money|cash go; what went on; history|transactions|transaction|statement|statements|activity|movements|ledger|bookings|log|records|purchases; payment|payments|payment_history|money_movements; payments; transaction list|history; recent activity; what 's|is new|been_happening; what happened; what did my account do; what 's? been? happening; account history|activity|statement`,
    show: `show|list|display|see|view|give_me|get_me|pull|pull_up|bring_up|print|find|search|look_up|search_for|look_for|check|open|tell_me|fetch|filter|export|go_through|look_at|send_me_my|send_me_a|show_me`,
    what: `what|wat|whats`,
    ask: `wat|wats|wut|what|what's|whats|which|who|when|did|do|does|has|have|was|were|is|are|where|any|anything|how_often|whom`,
    sum: `how much|many money|gems|cash|coins|in_total|total|altogether|of_my_money?; total|sum|totals|altogether|overall|in_total|all_together|summed|add_up|amount; what did i spend|blow|burn|waste|drop|pay; what have i spent|paid; my? spending|expenses|income|earnings|expenditure|outgoings|spendings; what 's|is|was my total|spending|income; what i spent|earned; what did i earn|make`,
    in: `my? income|earnings; what did i earn|make; what i earned; received|receive|incoming|income|earned|earn|earnings|came_in|come_in|coming_in|went_in|gotten|credited|deposited_by|money_in|paid_in_by|inbound`,
    out: `i made|make; did i make; my payments; what did i spend|blow|burn|waste|pay; what have i spent|paid; my? spending|expenses|expenditure|outgoings|spendings; what i spent; what 's|is|was my total? spending; spend|spent|spending|spendings|expenses|expenditure|expenditures|outgoing|outgoings|went_out|go_out|going_out|wasted|waste|blew|blow|burned|burnt|burn|costs|cost|money_out|left_my_account|gone_out|purchases|outbound|spends|drop|dropped`,
    me: `send|give|pay|transfer me; pay me back; me|to_me|us`,
    I: `i|i've|ive|i'd|have_i|did_i|we`,
    moved: `send|give|pay|transfer me; pay me back; send|sent|pay|paid|give|gave|given|transfer|transferred|wire|wired|tip|tipped|sending|paying|hand|handed|move|moved|pay_back|paid_back|forward|forwarded|cover|owe|donate|donated|lend|lent|pass|passed`,
    deposits: `deposits|deposited|top-ups|topups|top_up|pay-ins|paid_in|put_in|pay_in`,
    withdrawals: `withdrawals|withdrawn|withdrew|cashed_out|took_out|taken_out|take_out|payouts|cash_out|cash-outs|pulled_out`,
    transfers: `transfers|transfers_only|only_transfers`,
    with: `with|between_me_and|me_and|between_us_and|involving|between|and_me|and_i|by|concerning_user`,
    about: `about|on|regarding|concerning|containing|mentioning|with_the_word|named|called|labelled|labeled|tagged|like`,
    balance:
      `balance|bal|blance|my_balance; account balance; how much|many money|gems|cash|dough|coins|funds|bucks|credits? do|have|did? i|we still|even|currently|actually? have|got|own|possess left|now?; how much|many money|gems|cash|dough|coins? is|are|'s left|in_my_account|on_my_account|there; how much|many money|gems|cash|coins? have|do i|we got|have|own left?; how much money|gems|cash|coins? is|are|'s|do_i_have there? still|currently|now|left? in|on|left_in my|the account|wallet|bank|it; wats|what my balance; my|the balance; what 's|is|do_i_have in|on|left_in my|the account|wallet|bank|purse; whats in my account|wallet; what do|have i still|currently|actually? have|got|own left?; how|what much|many money|gems|cash|coins? i have|'ve|own|got|have_got got|left?; how rich|broke|poor|wealthy|loaded am i; am i rich|broke|poor|loaded|out_of_money; how|what much|many gems|money|cash? can|could|may i still? spend|use|afford|send; how|what much|many? gems|money|cash? am i at|worth|on; what am i at|worth; do i still|even? have any|some|enough gems|money|cash|coins|anything|something left?; have i any|got_any|got_anything gems|money|cash? left?; is|are there any? anything|money|gems|something|cash left? in|on? my? account|wallet?; how much i|i've have|'ve|got|own got?; anything|money|what|how_much left in|on|over? my|the? account|wallet|bank?; what|how_much is|'s left; how much is left; how_much|what left; my gems|money|funds|cash|wallet|finances; account status|state; how 's|is|are|does my? account|balance|money|finances|wallet|stash|funds doing|looking|look?; current balance|funds; available balance|funds|money; funds available; how much money|cash|gems; show me the money; where am i at; how_much do i got`,
    accounts:
      `accounts|my_accounts; what|which|how_many accounts do|have i have|got?; how many accounts; list of? accounts; account list|overview|numbers; account number; my account number|no|details|info; what 's|is my account number|no|id; all|every of? my|the? accounts; i can use; my account; overview of my accounts`,
    login: `log in|me_in|on|me_on|into; login|logon|signin|log-in|sign-in; sign in|me_in|on; let me in; log back in; i? want_to be? logged in; start a session; unlock my session; authenticate me?`,
    logout: `log out|me_out|off|me_off; logout|logoff|signout|log-out|sign-out; sign out|me_out|off; end my|the|this session; close my|the session; i am? done log_me_out?`,
    register:
      `register|signup|enroll|enrol|sign-up; sign up|me_up; open|create|make|start|get|set_up a|an|my|new|me|another|me_an|my_own? new|bank|first? account; become a? customer|member; i'd like an account; join the? bank; new customer|here; opening an account; i need an account; can i have an account; get_me an account; i want an account`,
    lock: `lock|freeze|block|disable|suspend|secure my|the|this|down_my? account|wallet|everything|card|money|access; lock|freeze everything|it|me; lock me out; lock|freeze down?; lock down my account; i? 've? been hacked; someone|somebody hacked|stole|has_hacked|is_in|got_into my? account|password|phone?; my account was|has_been|got hacked|stolen|compromised; emergency lock; shut down my account; panic; put a lock|freeze on my? account; someone else is in|using my account; lock it down`,
    help: `help|commands|manual|guide|instructions|faq|features|menu; what|which can|could you|u|this_bot|it|the_bot|i do here?; what do you do; what are you; help me; what else can you do; how does this|it|that|the_bot|all_this work; how does this bank|bot|thing work; i need help; show help; what can i|we ask|say|type|write|do you?; what commands are there; how do i use this|you|it|the_bot; who are you; i'm lost|stuck; i'm new here; i? don't understand|get this|it|anything?; what is this`,
    howto:
      `how do|can|could|would|should|does i|we|you|u|one|someone|people?; how to; how does; how do; how 's; explain how? to?; explain; help|guide|info|information with|on|for|about; tell me how to|i?; show me how to|i?; what 's|is the way to; what do i do to; what|how|where do i have|need to do|click|go? to|for?; can you explain how? to?; i? don't know how to; where do|can i; is there a way to; what are the steps to|for; teach me how? to?; works|work; help me understand; trouble|problem|problems with`,
    password:
      `password|passcode|pass_word|pwd|pw; i? forgot|forgotten|lost my|the password|passcode|pwd|pw|login_details; reset|change|recover|new|update my|the|a? password|passcode|pwd|pw; can't remember my password; password reset|forgotten; lost password; forgot my password; don't remember my password; i? have forgotten my password; forgot pw`,
    security:
      `security|2fa|two_factor|two-factor|authenticator|second_factor|safe|secure|hacked|phishing|authentication|recovery_codes|recovery_code|protect|protect_my_account|keep_my_account_safe|my_account_safe|safety|app_code; is my money|account safe|secure; two factor authentication; keep my account|money safe|secure`,
    staff: `staff|teller|moderator|admin|employee|human|a_human|a_person|real_person|support|cashier|agent|an_agent|operator|representative|talk_to_a_human|talk_to_someone|talk_to_staff|speak_to_a_human|contact|contact_staff|reach|become_a_teller|a_teller|tellers|someone_in_charge|staff_member|talk|speak|speak_to|talk_to|customer_service|complain|complaint`,
  },
};
