/** English: what people say around a request. */

const greetings =
  'hey|hi|hello|yo|dear passbook|bank|bot|team|sir|madam|there; hey bank bot; good sir; my good man|friend|sir; ' +
  'greetings; evening; morning; afternoon; heya; ahoy; hullo; hola; sup bank|bot; passbook';

const starts =
  `would it be|'s ok|okay|alright|fine|cool to; is it ok|okay|alright|fine if i; listen; look; alright|ok|okay|right so|then|now|listen; anyway; anyways; anyhow; oh and|yeah|right|btw; ` +
  'thing is; one thing; so basically|um|like|yeah; basically; quick favour|favor|request|ask; small favour|favor; ' +
  'first; firstly; first off|up|of_all|thing; next; next up; lastly; finally; fyi; p.s.; by the way; ' +
  'quick one; sorry to bother|trouble|disturb|nag you?; if i may; if you please; while you are at it; ' +
  `while you're at it; before you go; i almost|nearly forgot; oops|whoops i_forgot; note to self; ` +
  'can i trouble|bother you to?; could i trouble|bother you to?; might i trouble|bother you to?; be so good as to; ' +
  `i am|'m writing to; i hope you are|'re well; hope all is well; hope you are|'re well|good|ok; ` +
  `i'd be|i_would_be grateful|obliged|thankful|happy if you would|could|can; i'd like to ask you to; ` +
  `i am|'m wanting|trying|looking|hoping|here|gonna|about to|2; i was wanting|trying|looking to; ` +
  'i have|need got? to|2; please may|can|could i|you; please to; help me out? and|to?; ' +
  'do me a solid|favour|favor|kindness and?; be a good sport|lad|bot|dear|love|mate and?; would you kindly; ' +
  `it's|its about time i; it's|its only fair i; i should|ought to? probably|really; i better|best; i'd better|best; ` +
  `i guess|reckon|suppose i|we should|better|ought_to|need_to|have_to?; i'd|i_would appreciate you; ` +
  `it would|'d be great|nice|lovely|good|awesome|cool|fantastic|appreciated|super|wonderful|kind|helpful if you would|could|can?; ` +
  'gimme|give_me|lend_me a hand and?; possibly|perhaps; like uh|um|uhh|umm|erm|er; you think you could; think you could; ' +
  `i have|'ve decided|chosen|agreed|elected to; i've|ive decided|chosen|agreed to; ` +
  'my pleasure to; go ahead and; feel free to; just wanna|want_to|need_to|gotta|have_to; wanna just?; ' +
  `time for me to; i'm ready to; now i want|need|wanna|have to?; could ya|yall; can ya; wouldja; couldja; ` +
  `i|we wish to; i|we intend to; i|we require you to; you need|have to; you must; you gotta; i'll need you to; i beg you to?`;

const ends =
  `much obliged; thanks heaps|loads|tons|mate|man|bro|so_much|a_ton|a_million|ever_so_much|buddy|pal|friend|bank|bot; ` +
  'thx a|so bunch|ton|lot|much; thank you kindly|again|in_advance|bank|bot|passbook|my_friend|so_very_much; cheers mate|bank|bot|pal|bud|man; ' +
  `if that's|that_is|thats ok|okay|alright|cool|fine|possible with_you?; if it isn't|is_not too_much_trouble|a_bother; ` +
  `when|whenever you|u get|have|find|got a|the chance|sec|second|min|minute|moment|time; when you're|ur free|ready; ` +
  'when it suits|is_convenient you?; whenever you|u can|like|want; no hurry|rush|pressure|stress; take your time; ' +
  'if you|u would|could|can|please|dont_mind; would|will|can|could you|u please?; ok|okay please|thanks|thx|then; ' +
  'right this minute|second|instant; this instant|minute|second; at the moment; on the double; in one go; ' +
  `straightaway; stat; pronto; promptly; swiftly; right now please?; as quickly|fast as possible|you_can; ` +
  `that's all; thats all; that is all; that will be all; end of story; done; cool; nice; sweet; sorted; ` +
  'to be exact|precise|clear|fair|honest; ta very much; ta muchly; ' +
  `you rock|rule; you legend|star|hero|beauty|angel; love you|ya|u; luv u|ya; xx; xxx; xoxo; woo; woohoo; yay; ` +
  `lmk; let me know when|once it's|it_is|its done|through|sent; make it happen|so; get it done; do it now?; ` +
  `as per usual; like always|usual; with thanks|gratitude|pleasure; as a|one lump|single sum|payment|transfer; ` +
  'for real|sure|certain|now; literally; honestly; obviously; certainly; definitely; immediately please; over and out; ' +
  'in full; all at once; via|using|through the? bank|passbook|bot|this_bot|transfer|app; on my|our account; from|out_of my|the main|own account';

export const englishPolite = [greetings, starts, ends].join('; ');
