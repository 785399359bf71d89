/** German: unusual shapes of sentences, and what people say around a request. */

/** `{1}` is the first part in braces. */
export const germanRewrites = [
  '{start} mit? liebe|schöne|viele|beste|herzliche|freundlichen|lieben|besten grüße|grüßen|gruß {end} =>',
  '{start} mfg|lg|vg|gruß|grüße {end} =>',
  'gehen|geht|gehn|gingen bitte? an {person} => an {1}',
  `ich|wir bitte|bitten|ersuche|ersuchen um die|eine|ne? überweisung|zahlung|transfer von|über? => überweise`,
  'begleich|begleiche|bezahl|bezahle|zahl|tilge meine|unsere schulden|rechnung|schuld|zeche bei|an|mit => überweise an',
  'kannst|könntest|kann|würdest|magst du? bitte|mal? {person} bitte|mal? nach|um {amount} fragen|bitten|anhauen => frag {1} nach {2}',
  'kannst|könntest|würdest du bitte|mal? {person} {amount} zukommen lassen => schick {1} {2}',
  'sorg|sorge dafür dass {person} {amount} bekommt|kriegt|erhält => schick {1} {2}',
  'ich möchte|will|hätte_gern|hätte_gerne|würde_gern dass {person} {amount} bekommt|kriegt|erhält|hat => schick {1} {2}',
  '{person} möge|darf|kann {amount} von mir haben|bekommen|kriegen => schick {1} {2}',
  '{amount} sollen|soll|müssen|sollten an {person} gehen|überwiesen_werden|geschickt_werden => {1} an {2}',
  '{person} sollen|soll {amount} von mir haben|kriegen|bekommen|erhalten => schick {1} {2}',
  'lass {person} {amount} haben|da|zukommen => schick {1} {2}',
  `ging|gingen|geht|gehen für => ausgegeben für`,
  `ging|gingen|geht|gehen drauf => ausgegeben`,
  '{inside} bitte? schick|überweis|zahl|gib das|es {end} => , schick das',
  'setz|setze|schreib|schreibe {person} {amount} auf_die_rechnung => frag {1} nach {2}',
  `schick|schreib|stell {person} eine|die|ne rechnung|zahlungsanforderung|anfrage|forderung über|von|für? => fordere von {1}`,
  `sag|erinner|erinnere {person} dass er|sie mir noch? {amount} schuldet|zahlen_soll|zahlen_muss => frag {1} nach {2}`,
].join(';');

export const germanPolite = [
  'hättest|hätten du|sie die güte zu?; wärst|wärest|wären du|sie so lieb|nett|gut|freundlich und?',
  'sei|seien sie? so lieb|nett|gut|freundlich und?; tu mir den|einen gefallen und?; bei gelegenheit',
  `wenn du zeit|lust|kurz_zeit hast; wenns|wenn's geht|passt|recht_ist; wenn es geht|passt|keine_umstände_macht`,
  'wenn|falls möglich; ganz|recht|echt schnell|fix|kurz|flott; fix; flott; zügig; umgehend; unverzüglich',
  'danke im voraus; im voraus vielen? danke; tausend|herzlichen|besten|lieben dank; merci; dankeschön; danke dir|ihnen|schön|sehr|vielmals',
  'ach ja|so|du|übrigens; übrigens; na gut|ja|dann|los; hör|hört mal; pass auf; kurze frage|bitte; eine frage|bitte',
  'wir müssen|sollten|wollen|möchten noch?; wir würden|möchten gerne|gern?; ich sollte|müsste|würde noch|mal|gerne|gern?',
  'sehr geehrte damen|bank und? herren?; liebe|liebes|hallo bank|passbook|team|bot; moin|servus|grüezi|tach|hallöchen|hi|hey|ey|yo|huhu|na bank|du|ihr|bot?',
  'aber flott|schnell|dalli|zackig|pronto|sofort|gern|bitte; dalli dalli?; zack zack?; hopp hopp?; los; ab dafür',
  'alter|digga|bruder|bro|mann|ey|junge|kumpel|chef|meister|leute; echt|halt|eben|einfach|wirklich|tatsächlich',
  'aus meiner tasche|kasse|börse; von meinem guthaben|geld|konto; auf meine rechnung|kosten; wie vereinbart|besprochen|versprochen|abgemacht|immer',
  'hab dich lieb; bist ein schatz|engel|held; super|klasse|prima|spitze|perfekt|top; geht klar; alles klar; ok|okay|jo|jup|jep|jawohl',
].join('; ');
