/** English: unusual shapes of sentences, and plain questions by their words. */
import type { Bags } from '../read/language.ts';

const sent =
  'sent|paid|transferred|wired|given|moved|credited|forwarded|handed|tipped|remitted|delivered';
const over = 'over|across|out|back|on|straight|directly';
const would =
  'can|could|should|must|may|might|to|shall|will|would|please|needs_to|has_to|ought_to|got_to';
const wish = `i'd_like|i_would_like|i'd_love|i_want|i_need|we_need|we_want|i_wanna|i'd_want|id_like`;
const give = 'send|pay|give|transfer|wire|forward|return|refund|reimburse|repay';

/** Verbs that pay only before a person and an amount. */
const rare =
  'slip|palm|ping|plop|nudge|wing|whiz|bounce|redirect|reallocate|paypal|cashapp|zelle|etransfer|' +
  'e-transfer|allot|advance|sub|recompense|reward|stump_up|cough_up|flip|channel|fund|sponsor';

/** `{1}` is the first part in braces. */
export const englishRewrites = [
  // Words that say nothing at the end.
  `already {end} =>`,
  '{start} with? kind|kindest|best|warm|many? regards|wishes {end} =>',
  '{start} love_you|luv_u|xx|xxx|xoxo|peace|peace_out|bless|bless_you|amen {end} =>',
  '{start} yours? sincerely|faithfully|truly {end} =>',
  `don't|dont ask|judge why? {stop} =>`,
  `don't|dont tell anyone|him|her|them {stop} =>`,
  // Spoken without marks: the order follows what it is about.
  '{inside} please? send|pay|transfer it|that|this {end} => , send it',
  '{inside} please? send|pay|transfer it|that|this over? to => , send it to',
  'put|mark {person} down for {amount} => send {1} {2}',
  `arrange|organise|organize|see|ask for? {amount} to be ${sent} ${over}? to => send {1} to`,
  'hit {person} up for => request from {1}',
  'send|make|write|issue|raise|give {person} a|an|the invoice|bill|request|reminder for|of|over|about? => request from {1}',
  'remind|nudge|ping|poke|chase|message|text {person} about|for|regarding|re the|my|those {amount} => request {2} from {1}',
  `i|we have|got|'ve|have_got {amount} to|for deposit|pay_in|put_in|bank|depositing => deposit {1}`,
  `i've|we've got? {amount} to|for deposit|pay_in|put_in|bank|depositing => deposit {1}`,
  '{start} here is|are {amount} for|to => {1} to',
  'sort|square|hook {person} out|up|off with => send {1}',
  // Passives.
  `${would} {amount} please? be ${sent} ${over}? to => send {1} to`,
  `{amount} ${would} please? be ${sent} ${over}? to => send {1} to`,
  `${would} {person} please? be ${sent} {amount} => send {1} {2}`,
  `{person} ${would} be ${sent} {amount} => send {1} {2}`,
  `${wish} {amount} ${sent} ${over}? to => send {1} to`,
  `have|get|want|need|see the? {amount} ${sent} ${over}? to => send {1} to`,
  `see to it that {person} gets|receives|has {amount} => send {1} {2}`,
  `make sure that? {person} gets|receives|has {amount} => send {1} {2}`,
  // The person is the subject.
  `${wish} {person} to have|get|receive|be_sent|be_given|be_paid {amount} => send {1} {2}`,
  `${wish} for {person} to have|get|receive {amount} => send {1} {2}`,
  `{person} can|may have {amount} from me => send {1} {2}`,
  `{person} is getting|receiving {amount} from me => send {1} {2}`,
  `${would} {person} please? get|receive|have {amount} from|out_of my account => send {1} {2}`,
  `${rare} {amount} ${over}? to => send {1} to`,
  `${rare} {person} {amount} => send {1} {2}`,
  '{person} needs|wants paying , {amount} => send {1} {2}',
  `deduct|take|subtract|debit {amount} and ${give} it|that to => send {1} to`,
  `kick|zing|trade {amount} over|across? to => send {1} to`,
  `i|we? need|want cash , {amount} => withdraw {1}`,
  `{start} i|we? need|want some? cash {end} => withdraw`,
  `{start} i|we? need|want {amount} cash => withdraw {1}`,
  `{start} split|share|dues|bill : {amount} to => send {1} to`,
  // What is wanted, and then the payment.
  'what|all i want|need|would_like is to? send|pay|give|transfer => send',
  'what|all i want|need is for? {person} to get|have|receive {amount} => send {1} {2}',
  'it is|should|must be {person} who|that gets|receives {amount} => send {1} {2}',
  'the one|person who|that gets|receives {amount} is {person} => send {1} to {2}',
  `tell|remind|message|text {person} that|to? i want|need|would_like|'d_like my|the? {amount} back => request {2} from {1}`,
  `tell|remind|message|text {person} that|to? i want|need|would_like|'d_like {amount} => request {2} from {1}`,
  `i want|need|would_like my|the? {amount} back from {person} => request {1} from {2}`,
  `have|make|let|get {person} ${give} me => request {1}`,
  `tell {person} to|he_has_to|she_has_to|he_should|she_should ${give} me => request {1}`,
  `could|can|would|will you|u? ask|get|have {person} to? ${give} me => request {1}`,
].join(';');

const money =
  'money|gem|gems|cash|coins|coin|funds|bucks|credits|dosh|dough|moolah|quid|wonga|tokens|gold|' +
  'monies|savings|moola|cheddar|bread|loot|change|doubloons';
const left = 'left|remaining|remain|remains|available|over|spare|free|leftover';
const place =
  'account|wallet|balance|bank|purse|piggy|vault|stash|pot|kitty|jar|stack|pocket|pockets|funds';
const small =
  `'s 's 've 're 'm i'm ` +
  'i im me my mine myself we our us the a an in on of at to for is are there it its do does have has got ' +
  'be and am right now still currently actually exactly today so far this moment s m ve re hey yo ok can ' +
  'could would will may u you tell show check see view know state status level position standing total figure contents let give gimme get what whats which how ' +
  'hows much many wats passbook total overall altogether even any anything some just quick quickly ' +
  'real really current present please look looking looks like doing sitting holding stand stands ' +
  'standing worth with amount number exact thing happy about remind where up here that if want wanna ' +
  'need id out find say display read latest by chance yet then also again own spend use play actual';

export const englishBags: Bags = {
  balance: {
    core: [
      'balance|balances|bal|blance',
      `state|status|level|position|standing|amount|total|figure|contents ${place}`,
      `how much|many have|got|own|has|holding|hold|possess|${left}`,
      `how much|many ${place} is|are|in|on|s`,
      `how much|many ${money} in|on|there`,
      `how much|many ${money} got|have ${left}`,
      `what|whats|anything|something|any|some have|got|${left} in|on|${left}|${place}`,
      `how|hows|whats ${place}|finances|money looking|doing|like|look|is|at|s|stand|hows`,
      'rich|broke|poor|loaded|wealthy|skint|flush|minted am|i',
      `${money} ${left}`,
      `show|check|see|view|display|look ${money}|wallet`,
      'where i stand|at',
    ].join(';'),
    beside: `${small} rich broke poor`,
  },
  lock: {
    core: `lock|freeze|block|suspend|disable|secure|shut|deactivate ${place}|everything|it|access|card|money|gems|me`,
    beside:
      'i my the a an please now right immediately down up out all asap quick quickly at once need ' +
      'want to can could you u for me of on put this bank hold help someone somebody has got stole ' +
      'hacked was been phone password straight away urgent urgently emergency and',
  },
  logout: {
    core: 'log|sign|logging|signing out|off; logout|logoff|signout; end|close|finish|terminate session',
    beside:
      'i me my the a please now want wanna to can could you u would like need done am m im for today ' +
      'thats all s it of here and bye thanks this id d',
  },
  login: {
    core: 'log|sign|logging|signing in|on|back|into; login|logon|signin; start|open|begin session',
    beside:
      'i me my the a please now want wanna to can could you u would like need again account bank ' +
      'passbook into here am im get d id it',
  },
  register: {
    core:
      'open|create|make|get|start|set|need|want|opening|creating|have account; register|registering|enroll|enrol|signup; ' +
      'become|be member|customer|client; join; sign up',
    beside:
      'i me my the a an new first own bank to can could you u would like please now here with this passbook up us ' +
      'want wanna need for as am im id d in at your brand myself one',
  },
  accounts: {
    core: 'accounts; account number|numbers|no|nr|details|id; which|what account',
    beside:
      'i me my the a all of list show see view give tell what whats is are which do have how many can ' +
      'could you please have got any number numbers details with here s u mine for need know every ' +
      'again open does many one there it did my was',
  },
};
