/** French: unusual shapes of sentences, and what people say around a request. */

/** `{1}` is the first part in braces. */
export const frenchRewrites = [
  '{inside} vont|va|iront|reviennent|revient à|a {person} => à {1}',
  'règle|rembourse|paie|paye|solde ma|mes|la|notre dette|dettes|ardoise|note envers|auprès_de|chez|avec => paie à',
  '{start} facture|facturez|facturer {amount} à => demande {1} à',
  'il faut|faudrait que {person} reçoive|touche|ait {amount} => envoie {2} à {1}',
  `je veux|voudrais|souhaite|aimerais que {person} reçoive|touche|ait {amount} => envoie {2} à {1}`,
  `j'aimerais que {person} reçoive|touche|ait {amount} => envoie {2} à {1}`,
  'fais|faites en sorte que {person} reçoive|touche {amount} => envoie {2} à {1}',
  `{person} peut avoir|toucher|recevoir {amount} de ma part => envoie {2} à {1}`,
  `demande|demandez|dis|dites à {person} qu'il|qu'elle|de me|m' rembourse|rembourser|rende|rendre {amount} => demande {2} à {1}`,
  '{start} gros|bons? bisous|bises|bisou {end} =>',
  '{start} bien? cordialement|sincèrement|amicalement {end} =>',
].join(';');

export const frenchPolite = [
  `auriez|aurais|aurait vous|tu|-_tu|-_vous? la gentillesse|bonté|amabilité de|d'; ayez|aie la gentillesse|bonté de|d'`,
  `soyez|sois gentil|gentille|sympa|aimable et?; ce serait|serait gentil|sympa|cool|super|bien si|que tu|vous envoyais|envoyiez`,
  `fais|faites moi|-_moi? un|le plaisir|une|la faveur et?|de?; rends|rendez moi|-_moi un|ce service et?`,
  `quand tu peux|as_le_temps|as_un_moment|as_deux_minutes|voudras|pourras; quand vous pouvez|aurez_le_temps|pourrez; dès que possible|tu_peux|vous_pouvez; si possible|c'est_possible`,
  `si ça|cela te|ne_te|vous|ne_vous|m'? dérange|va|embête pas?; si ce n'est pas trop demander; sans urgence|faute|tarder|délai; rien d'urgent; au plus vite; illico; fissa; vite fait; rapidos; rapido; direct; tranquille`,
  `merci d'avance|beaucoup|infiniment|bien|encore|mille_fois|à_toi|à_vous; mille mercis; un grand merci; je vous|te remercie d'avance|beaucoup?; à plus; bonne journée|soirée; bon week-end`,
  `écoute|écoutez; au fait|passage; alors|bon|ben|bah|euh|hein|tiens|voilà|donc; petite|une question|requête|demande :?; chère|cher banque|bot|passbook; coucou|salut|bonjour|bonsoir|hello|yo|wesh|hé|hey la|le? banque|bot|passbook?`,
  `mon pote|gars|vieux|cher|ami|frère|frérot|reuf|chef; mec; frère; poto; copain; de ma part|poche; sur mes économies|fonds; comme convenu|prévu|promis|d'habitude|d'hab; en une fois; en entier`,
  `nous devons|voulons|souhaitons|aimerions|voudrions; on doit|veut|voudrait|aimerait; il me faut|faudrait; je souhaiterais; j'ai besoin de|d'; je tiens à; je compte; j'ai décidé de|d'; j'ai envie de|d'`,
].join('; ');
