/** Spanish: unusual shapes of sentences, and what people say around a request. */

/** `{1}` is the first part in braces. */
export const spanishRewrites = [
  '{inside} van|va|irán|irían para|a|pa {person} => a {1}',
  '{start} aquí|ahí|acá van|va|tienes|te_dejo|te_mando {amount} para|a => manda {1} a',
  'configura|crea|establece|prepara|monta|activa una|un orden|domiciliación|pago|transferencia ' +
    'permanente|periódica|periódico|automático|automática|recurrente|fijo|fija de? => manda',
  'quiero|quisiera|querría|necesito|me_gustaría que {person} reciba|tenga|cobre {amount} => manda {2} a {1}',
  'asegúrate|encárgate de que {person} reciba|cobre {amount} => manda {2} a {1}',
  'salda|liquida|paga|cancela mi|mis|la|nuestra deuda|deudas|cuenta|parte con|a => paga a',
  '{person} puede recibir|tener|cobrar {amount} de mi parte => manda {2} a {1}',
  '{start} un? cordial|atento|afectuoso? saludo|saludos cordiales? {end} =>',
  '{start} un|muchos? abrazo|beso|saludo|besos|abrazos|besitos {end} =>',
  '{start} atentamente|cordialmente {end} =>',
].join(';');

export const spanishPolite = [
  'serías|sería|serían tan amable|amables|majo|maja|bueno|buena de; sé|sea tan? amable|bueno|majo y?; hazme|hágame el|un favor|favorcito y|de?; ' +
    'ten|tenga la bondad|amabilidad de; me harías|haría el|un favor de?',
  'cuando puedas|pueda|puedan|tengas_un_momento|tengas_un_rato|tengas_tiempo|quieras; si puedes|puede|es_posible|no_te_importa|no_es_molestia|te_parece|eres_tan_amable; ' +
    'en cuanto puedas; lo antes posible; cuanto antes; sin prisa|prisas|apuro|demora; de una vez; al toque; al tiro; ahorita; volando; rapidito; rápido; pronto; de volada; enseguida; ya mismo',
  'gracias de_antemano|mil|por_todo|anticipadas|majo|guapa|crack|amigo|eh; mil|muchas|muchísimas gracias; te lo agradezco|agradecería; buen día|finde; buenas tardes|noches|y_santas?; buenos días; hola|oye|oiga|ey|eh|che|mira|escucha banco|banquito|bot|passbook|amigo?; estimado|querido banco|equipo|passbook',
  'a ver; bueno|vale|venga|pues|ea|ale|entonces|total; por cierto; una|la cosita|cosa|pregunta|petición; una preguntita; tío|tía|bro|hermano|compadre|parce|wey|güey|colega|compi|jefe|crack|máquina|fiera|nene; de mi bolsillo|parte|saldo|cuenta|dinero; como quedamos|acordamos|siempre|te_dije|hablamos|prometí; en total; de golpe; enterito; enteros',
  'tenemos|tengo|hay que; debemos|debo|deberíamos; vamos a; voy a; nos toca|gustaría; me toca; toca; quiero|querría|queremos|quisiéramos; me apetece; he decidido|pensado; necesito|necesitamos que?',
].join('; ');
