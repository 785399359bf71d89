/** Spanish. The meaning of each row: `src/talk/read/language.ts`. */
import type { Vocabulary } from '../read/language.ts';
import * as verbs from './spanish-verbs.ts';

const giving =
  'mandar enviar embiar pagar pasar girar regalar prestar donar regresar reembolsar soltar:suelt tirar ' +
  'liquidar consignar adelantar entregar traspasar transferir:transfier:transfir trasferir:trasfier:trasfir ' +
  'transpasar devolver:devuelv remitir aflojar saldar retornar reintegrar aportar';
/** To the own account, or to that of a person who is named. */
const paying = 'depositar ingresar abonar acreditar';
const asking = 'pedir:pid:pid solicitar reclamar cobrar facturar';
const adding = `${paying} recargar cargar`;
const taking = 'retirar sacar';
const spending =
  'gastar fundir pulir quemar invertir:inviert:invirt despilfarrar derrochar desembolsar comprar consumir';
const spent =
  'en qué|que se? me? fue|ha_ido|gasté|gaste|he_gastado|estoy_gastando|gasto|voy mi|el|la|mis? dinero|plata|pasta|lana|gemas|guita|saldo?';
const told = `${giving} ${paying} ${asking} ${taking} comprar deber`;
/** Whose past is written like an order, but for its accent. */
const ars = told
  .split(' ')
  .filter((verb) => /ar(?::|$)/.test(verb))
  .join(' ');
const showing =
  'mostrar:muestr enseñar listar buscar consultar revisar filtrar exportar imprimir indicar informar comunicar';
/** A payment as a noun. */
const payment =
  'pago|transferencia|transferensia|trasferencia|giro|envío|donación|abono|transfer|traspaso|bizum|reembolso';
/** People by what they are to somebody. */
const kin =
  'amigo|amiga|amigos|amigas|hermano|hermana|hermanos|madre|padre|padres|mamá|papá|colega|colegas|novia|novio|' +
  'jefe|jefa|casero|casera|vecino|vecina|primo|prima|tío|tía|compañero|compañera|compañeros|cuate|compa|pana|' +
  'hijo|hija|hijos|esposa|esposo|mujer|marido|abuela|abuelo|abuelos|socio|socia|chico|chica|chicos|chicas|tipo|' +
  'tipa|señor|señora|ganador|ganadora|profe|profesor|profesora|persona|gente|grupo|equipo|peña|otro|otra|demás|' +
  'suegra|suegro|cuñado|cuñada|sobrino|sobrina|mismo|misma|desconocido|familia|nene|nena|parcero|dueño|dueña';

export const es: Vocabulary = {
  language: 'es',
  decimal: ',',
  group: '.',
  numbers:
    '0:cero;1:uno;2:dos;3:tres;4:cuatro;5:cinco;6:seis;7:siete;8:ocho;9:nueve;10:diez;11:once;12:doce|docena;' +
    '13:trece;14:catorce;15:quince;16:dieciséis;17:diecisiete;18:dieciocho;19:diecinueve;20:veinte;' +
    '21:veintiuno|veintiún|veintiuna;22:veintidós;23:veintitrés;24:veinticuatro;25:veinticinco;26:veintiséis;' +
    '27:veintisiete;28:veintiocho;29:veintinueve;30:treinta;40:cuarenta;50:cincuenta;60:sesenta;70:setenta;' +
    '80:ochenta;90:noventa;100:cien|ciento;200:doscientos|doscientas;300:trescientos|trescientas;' +
    '400:cuatrocientos|cuatrocientas;500:quinientos|quinientas;600:seiscientos|seiscientas;' +
    '700:setecientos|setecientas;800:ochocientos|ochocientas;900:novecientos|novecientas;1000:mil;1000000:millón',
  numberJoin: 'y',
  one: 'un|una',
  halfOne: 'medio|media',
  andHalf: 'y medio|media',
  point: 'coma|punto',
  cents: 'con',
  hasPoint: true,
  months:
    '1:enero;2:febrero;3:marzo;4:abril;5:mayo;6:junio;7:julio;8:agosto;9:septiembre|setiembre|sept;' +
    '10:octubre;11:noviembre;12:diciembre',
  weekdays: '0:lunes;1:martes;2:miércoles;3:jueves;4:viernes;5:sábado|sábados;6:domingo|domingos',
  units: {
    day: 'día|días',
    week: 'semana|semanas',
    month: 'mes|meses',
    year: 'año|años',
  },
  ordinals:
    '1:primero|primer|primera|1er;2:segundo|segunda;3:tercero|tercer|tercera;4:cuarto|cuarta',
  dayFirst: true,
  dates: {
    today: `de? hoy; esta mañana|noche|tarde; el día de hoy`,
    yesterday: `de? ayer; anoche; de anoche; ayer por la noche|mañana|tarde`,
    beforeYesterday: `de? anteayer|antier|antes_de_ayer|antes_ayer|antayer`,
    tomorrow: `mañana; mañana por la mañana|tarde|noche`,
    afterTomorrow: `pasado mañana`,
    thisUnit: `en|de|durante|para? este|esta|el_presente {unit}; en lo que va de|del {unit}; del? {unit} en curso|actual; del {unit}`,
    lastUnit: `en|de|del|durante|para? el|la? {unit} pasado|pasada|anterior|último; de|en|del? la|el? última|último|pasada|pasado {unit}`,
    nextUnit: `el|la? próximo|próxima {unit}; el|la? {unit} que viene|entra; el|la {unit} próximo|próxima`,
    pastUnits: `de|en|durante? los|las|mis? últimos|últimas|pasados {n} {unit}; de|en|durante? los|las? {n} últimos|últimas {unit}; en|desde_hace {n} {unit}`,
    unitsAgo: `de? hace {n} {unit}`,
    inUnits: `en|dentro_de {n} {unit}; dentro de un|una {unit}; en un|una {unit}`,
    unitStart: `principio|principios|comienzo|inicio|inicios de|del este? {unit}`,
    weekend: `el|este|del|de_este fin de semana; el|este finde`,
    lastWeekend: `el|del? fin de semana pasado|anterior; el|del finde pasado; del? último fin de semana`,
    weekday: `el|del|de|este? {weekday} pasado?`,
    nextWeekday: `el? próximo {weekday}; el {weekday} que viene; el {weekday} próximo`,
    month: `en|de|durante|por|para|todo|el_mes_de|del_mes_de|en_el_mes_de? {month} de|del? {y}?; en|de|del? {month} pasado; de todo {month}; finales|fines de {month}`,
    lastYearMonth: `en|de? {month} del año pasado`,
    nextMonth: `en? {month} próximo`,
    day: `el|del|al|de|día|el_día|del_día? {d} de|del {month} de|del? {y}?; el|del|al|de|día|el_día? {numeric}; el|del {weekday} {d} de {month}`,
    dayOnly: `el día {d}`,
    dayRange: `del|entre_el|desde_el|de? {d} al|y_el|hasta_el|y|a {d} de {month} de|del? {y}?`,
    quarter: `en|de|del|durante? el|este? {nth} trimestre del? año|{y}?; en|de|del|durante? el|este? {nth} trimestre de|del {y}; en|de|del|durante? el|este? {nth} trimestre de este año`,
    halfMonth: `en|de|durante? la|esta? {nth} quincena|mitad de|del {month} de|del? {y}?`,
    year: `en|de|del|durante|todo? el? año? {y}`,
    range: `del|de|entre|entre_el|desde|desde_el {date} al|a|y|y_el|hasta|hasta_el|- el? {date}`,
    since: `desde|a_partir_de|a_partir_del el|la? {date}; después de|del {date}; de {date} en|para adelante|acá`,
    until: `hasta|antes_de|antes_del el|la? {date}; hasta|antes fin|finales|fines de {date}`,
  },
  repeats: {
    unit: `cada|por {unit}; todos|todas los|las {unit}; una vez al|por|a_la|cada {unit}; al {unit}; a la semana`,
    units: `cada {n} {unit}`,
    otherUnit: `un|una {unit} sí y otro|otra no; cada otra {unit}; {unit} por medio`,
    day: `diario|diaria|diariamente|a_diario`,
    week: `semanal|semanalmente`,
    month: `mensual|mensualmente|mes_a_mes|al_mes`,
    year: `anual|anualmente`,
    twoWeeks: `quincenal|quincenalmente|cada_quincena|cada_quince_días|cada_15_días`,
    unclear: `bimensual|bisemanal`,
    weekday: `cada|todos_los|todas_las|los {weekday} siempre?; todas las semanas los|el? {weekday}; cada semana el|los {weekday}; los {weekday} , sin falta ,; semanalmente|semanal los|el|cada {weekday}; {weekday} de cada semana`,
    otherWeekday: `un {weekday} sí y otro no; {weekday} por medio; cada dos {weekday}; un {weekday} de cada dos`,
    monthDay: `el|los|los_días|el_día|cada|todos_los|cada_día {d} de|del cada|todos_los? mes|meses; el|los|los_días|cada|todos_los_días|todos_los|el_día {d} de|del cada? mes; cada mes el|los|el_día {d}; todos los meses el|los|el_día {d}; mensualmente|mensual el|el_día {d}; el {d} cada mes; cada día {d}`,
    monthLast: `el|cada|los último|últimos día|días de|del cada? mes; a|al final|finales|fin de|del cada? mes; cada fin|final de mes; todos los fines de mes; cada mes el último día`,
    weekOn: `el|los {weekday}`,
    monthOn: `el día? {d}; el_día|los_días {d}`,
    monthOnLast: `el último día; a fin|finales de mes`,
    start: `a_partir_de|a_partir_del|empezando|comenzando|desde|desde_el|empieza|empezando_el|comenzando_el|iniciando_el|empezando_en|que_empiece|inicio el|en|por|desde|de|a_partir_del? {date}`,
  },
  senses: {
    polite: `porfa|porfis|plis|please|pls|xfa|xfavor|porfi|porfavor|gracias|hola|buenas|oye|oiga|oigan|che|eh|ey|hey|órale|orale|ándale|vale|va|ok|okay|bueno|pues|entonces|a_ver|ahora|ahorita|ya|rápido|rapidito|luego_luego|enseguida|banco|bot|passbook|sí|si_porfa|claro|tío|tía|parce|wey|güey|bro|hermano|amigo_banco|jaja|jajaja|jajaj|lol|solo|solamente|también|otra_vez|dale|eee|em|este_pues|thx|ty|mira|aquí|ahí|po|nomás|justo|directamente|inmediatamente|urgente|urgentemente|pana|vos|usted|tú|perdona|disculpa|disculpe|listo|veamos; por favor; muchas|mil gracias; gracias de antemano; buenos días; buenas tardes|noches; buen día; me|te haces|hace|harías el favor de; hazme|hágame el|un favor de|y?; puedes|podrías|puede|podría|podéis|podrían|pueden|podés|quieres|querés|quiere? ; me|te puedes|podrías|puede|podría|podrían|gustaría|ayudas a?; me gustaría|encantaría; quiero|quisiera|necesito|deseo|debo|tengo_que|voy_a|querría|queria|me_toca|hay_que|toca|vamos_a|puedo|podría_yo|ando_queriendo que?; te|le importa|importaría; sería tan amable de; sería posible; es posible; haga el favor de; ten la bondad de; a ver; de mi|nuestra parte; de|desde|con mi|la cuenta|saldo|dinero|mi_saldo; en mi nombre; si no es molestia; si puedes|puede|es_posible|se_puede; cuando puedas|pueda; cuanto antes; lo antes posible; de una; de una vez; de inmediato; de golpe; no te olvides de; la suma|cantidad de; la cantidad; un total de; por un importe|valor|monto de; el importe|monto de; importe|monto; es urgente; y punto; y listo|ya; y gracias; en total; sin falta; para mí; tan amable de; así que; una|pequeña pregunta|duda|cosita; y que se calle; que vaya|vayan; ahora mismo; en seguida; tú decides; qué tal; automática|automáticamente; hazme el favor; te lo agradezco; vía transferencia; son; y eso; de la cuenta; venga|anda; x favor|fa; kiero|qiero|kisiera|nesecito|necesitaría|deseo|querría|quería_pedirte|deseamos|queremos|necesitamos|puedo que?; ruego|sírvase|rogamos|agradecería|agradeceríamos|solicito_que que?; le ruego|pido|agradezco que?; te|le lo? ruego|pido|agradezco|agradecería que?; de mi|su parte; si no te|le importa; si eres|es tan amable; cuando te|le venga bien; x fa; de paso; al final; por fin; en serio; a la orden; haz el favor de; hazme un favorcito; y ya está|listo; y no se hable más; y apúrate|apurate|rápido; ten; aquí tienes; buenas; holi|ola|wenas|hey|eyy|saludos_banco|estimado|estimados|estimada banco?; me podrías|podrías hacer? el favor de; quisiéramos|desearía que?; o ya no; o no; o qué; un favor|favorcito; que es urgente; esta vez; de nuevo; otra vez; a|hasta la brevedad; a la mayor brevedad; lo más pronto|rápido posible; me da|das por; ya sabes|sabe|sabéis quién|cuál|cómo|qué; y|a que se calle; toma|tomen|apunta|anota nota?; te|le encargo|encomiendo; hazlo; adelante; contándolo|contando|sumándolo|sumando|incluyéndolo|incluyendo todo`,
    small: `el|la|los|las|lo|un|una|unos_cuantos_de|mi|mis|su|sus|nuestro|nuestra|tu|tus|este|esta|ese|esa|eso|esto|de|del|que|en|se|me|te|nos|le|les|es|está|están|sea|sean|cuenta|cuentas|número|numero|n°|usuario|con|al|y_eso|he|ha|han|hemos|haya|hubo|hay|había|sido|hecho|hice|hizo|hacer|haz|hago|último|últimos|última|últimas|reciente|recientes|todo|todos|todas|toda|ya|hasta_ahora|hasta_la_fecha|algo|alguna|algún|gente|por_ahí|más|antiguos|viejos|cosas|llevo|lleva|destino|a_mí|ahora|así|mismo|misma|pa_mí|tan|muy|día|días|esos|esas|aquel|todavía|aún; q|k|ke|qe|esque|lo|os|ahí|allí|ello|aquella|aquellos|dicha|dicho|siguiente; número|num|nro|no. de cuenta; nº; yo; que|q me|nos|se; actual|actuales|actualmente|concreto; y|o yo`,
    send: `${verbs.orderForms(giving)}|${verbs.orderForms(paying)}; mando|envio|pago|transfiero|devuelvo|doy; le|les ${verbs.nowIForms(giving)}|${verbs.nowIForms(paying)}|doy; transferencia|transfer|transferensia|traspaso|donación|bizum|reembolso; =dé|da|dale|dales|dar|darle|darles|dárselo|dárselos|dárselas|dáselo|dáselos|dáselas|dele|deles|denle|den|demos|demosle|das|dan|des; pon|ponle|ponles|poner|ponerle|ponga|pongan|póngale|pongas|pónselo|pónselos; échale|echar|echarle|invita|invítale|tírele|cáele|reparte|coloca|propina|cotiza|programa|programar|programe|domicilia|domiciliar|orden_permanente; haz_llegar|hazle_llegar|hacerle_llegar|házselos_llegar|házselas_llegar|haga_llegar|hágale_llegar|hágaselos_llegar; haz|as|has|hacer|haces|hace|hagas|hazle|hazles|hacele|hacerle|haga|hágale|hagan|hagamos|hacemos|hago|realiza|realizar|realice|realícese|efectuar|efectúa|efectúe|efectúese|ordena|ordeno|ordenar|autorizo|autoriza|programa|programar|configura|crea|crear|emite|tramita|quiero|quisiera|necesito|hágase|háganle|solicito_hacer un|una|el|la|otro|otra? ${payment}|depósito|ingreso; me haces|hace|haría|harías|harás|hacen|puedes_hacer|podrías_hacer|puede_hacer un|una ${payment}; me|me_le|me_les manda|mandas|mandan|envía|envías|envían|pasas|pasan|pagas|pagan|transfieres|transfiere|transfieren|giras|pones|depositas; que? le|les lleguen|llegue|caiga|caigan|toquen; le|les hacemos|hago|haces|hace un|una ${payment}; le|les mandamos|enviamos|pagamos|pasamos|damos; que le|les ${verbs.wishForms(giving)}|${verbs.wishForms(paying)}|dé|den; que sean|vayan|vaya`,
    gets: `reciba|recibe|recibirá|se_lleva|que_reciba|debe_recibir|le_tocan|le_toca|necesita_de_mí|cobra_de_mí`,
    request: `${verbs.orderForms(asking)}|${verbs.toMeForms(giving)}; pido|pidele|pedile|exige|exígele|exigir|exigirle|solicitud|recuérdale|recordarle|recuérdele|demanda|apriétale; cobro; manda|mándale|mandale|mandarle|envía|envíale|enviarle|haz|hazle|hacer|hacerle|hágale|crea|genera|emite|pásale|pasar|pasarle|mandar|enviar|quiero|mande|envíe|hacele una|un|la|el otra|otro? solicitud|pedido|petición|cobro|factura|recibo|requerimiento|cuenta de? pago|dinero|plata|cobro?; solicitud|petición|pedido|reclamación|requerimiento de pago|dinero|cobro|plata|devolución; solicitar|solicita|pedir|pide|pídele un|el pago|reembolso|abono; que? me|nos ${verbs.wishForms(giving)}|${verbs.wishForms(paying)}|dé|den|haga_llegar; que? me lo|los|las|la ${verbs.wishForms(giving)}|dé|den; tiene|tienen que|debe pagarme|devolverme|darme|mandarme|enviarme|pasarme|abonarme|transferirme; me|nos tiene|tienen que|debe pagar|devolver|dar|mandar|enviar|pasar; hazme|hágame|me_haga|que_me_haga|me_haces un|una bizum|giro; para|pa que me|nos ${verbs.wishForms(giving)}|dé|den`,
    get: `agarra|coge|toma|trae|consigue`,
    deposit: `${verbs.orderForms(adding)}; depósito|deposito|ingreso|recarga; saca_de; en|a|hacia mi cuenta|kuenta|cuneta|saldo|cartera|hucha; hacer|haz|hago|haz_un|hazme|realizar|efectuar|quiero|quisiera|necesito un|una depósito|ingreso|recarga|abono; mete|meter|meto|meteme|méteme|añade|añadir|agrega|agregar|agrego|suma|pon|ponme|poner|abonar|abona|echa|echar dinero|plata|gemas|saldo|pasta|lana|en|a mi? cuenta|saldo?; añade|añadir|agrega|agregar|mete|meter|meto; añadir saldo; meter dinero; depositar dinero`,
    withdraw: `${verbs.orderForms(taking)}|${verbs.toMeForms(taking)}; retiro|saco|extrae|extraer|extráeme|retirada|extracción|reintegro; hacer|haz|hago|hazme|realizar|efectuar|quiero|quisiera|necesito un|una retiro|retirada|extracción|reintegro; en efectivo|cash|metálico; dame|quiero|necesito en? efectivo|cash|metálico; de mi cuenta en efectivo; cash out; sacar dinero|plata; dame; vacía|vaciar|vacíame mi|la? cuenta`,
    to: `a|al|para|pa|hacia|a_favor_de|a_nombre_de|->|→|a_la_cuenta_de|en_la_cuenta_de|para_la_cuenta_de|donde; destinatario|beneficiario :?; a|en|para la|su? cuenta|usuario de?; a favor de; a nombre de; a la cuenta número|num|nro?; al usuario; a la de; deuda|deudas|pendiente|cuentas con`,
    from: `de|a_partir_de_ti|desde`,
    for: `por|x|por_lo_de|por_el_tema_de|debido_a|a_cambio_de|para|en_pago_de|por_concepto_de|a_cuenta_de|pa_lo_de|para_lo_de|por_aquello_de`,
    note: `concepto|asunto|nota|motivo|mensaje|referencia|memo|descripción|razón|comentario :|de?; con|de|en|como|pon|ponle|ponle_de|y_pon|y_ponle_de el|la|de|como|un|una? concepto|asunto|nota|motivo|mensaje|referencia|memo|comentario|descripción :|de|que_diga?; es|son por|para; como|en concepto de; y pon|escribe|pongan; que diga; a título de; con concepto`,
    currency: `gem|gems|gm|gema|gemas|gemitas|jemas|💎|monedas|moneda|pavos|pavo|varos|créditos|fichas|plata|lana|pasta|feria|guita|duros|mangos|dinerito|dinero|billete|billetes|cobres|pelas|perras|puntos|efectivo|baros|moneditas|guitas|bolas`,
    otherCurrency: `por_ciento|euro|euros|eur|€|dólar|dólares|usd|pesos|peso|pesitos|libras|yenes|céntimos|centavos|bitcoin|btc|soles|lucas|luca|lukas|luquitas|palos|palo|bolívares|quetzales|reales|francos|colones|lempiras|mxn|cop|ars|clp`,
    counted: `horas|hora|h|minuto*|min|segundo*|veces|vez|personas|km|kg|metros|años|año|días|día|semanas|meses|gatos|perros|hijos|niños|amigos|mensajes|preguntas|partidas|niveles|goles|pizzas|entradas|cervezas|a_0|%|litros|amigas|hermanos|cafés|tacos|kilos`,
    half: `el? cincuenta por ciento de mi saldo|dinero|cuenta; la? mitad de|del? todo? mi|mis|lo|la? saldo|dinero|gemas|plata|cuenta|que_tengo|que_hay|ahorros?; la? mitad; 50 % de mi saldo; medio saldo; la mitad de lo que tengo|hay|me_queda; la mitad de lo que me queda; medio de mi saldo; el 50 %; 50 por ciento; el? 50 % de mi|lo que_tengo|saldo|dinero?; mitad; la mitad de mi|mis|la|el dinero|saldo|gemas|plata|lana|pasta|cuenta|ahorros|guita`,
    all: `todo|todo_lo_que_tengo|todo_mi_saldo|todo_mi_dinero|todos_mis_ahorros|todas_mis_gemas|toda_mi_plata|la_totalidad|todito|todo_lo_que_hay|todo_lo_que_me_queda|el_saldo_completo|el_total|mi_saldo_completo|todo_el_saldo|todo_el_dinero|toda_la_plata|cuanto_tengo|todo_cuanto_tengo|todo_lo_mío|lo_que_me_queda|lo_que_tengo|hasta_la_última_gema|mi_saldo_entero; todo lo que tengo|hay|queda|me_queda en la|mi cuenta; 100 %; la totalidad de mi|mis saldo|gemas|dinero; toda|todo|todos|todas mi|mis|la|el|los|las dinero|saldo|gemas|plata|lana|pasta|guita|ahorros|feria|monedas|cuenta; absolutamente todo; todo lo que me? queda|quede|haya|tenga; hasta el último céntimo|gema; el 100 %; el saldo entero|íntegro`,
    vague: `unos|unas|aproximadamente|más_o_menos|como_unos|como|casi|alrededor_de|cerca_de|mínimo|máximo|como_mucho|al_menos|por_lo_menos|entre|un_par_de|algunas|algunos|varias|varios|unas_cuantas|unos_cuantos|más_de|menos_de|o_así|o_algo_así|y_pico|aprox|una_decena|hasta_unos|unas_pocas; menos|cerca; un|una poco|poquito|montón|par|puñado de?; unos|unas pocos|pocas|cuantos|cuantas de?; varios|varias|muchos|muchas; x_ahí|por_ahí_de; algo más|menos|como de?; y|con algo|pico|tantos; mucho|bastante|poco dinero|plata|gemas?; algo así? como; cosa de; x cantidad; lo que quieras|sea|veas|puedas; sobre los|unos?; tirando a; como mínimo|máximo`,
    some: `dinero|algo_de_dinero|algo|plata|lana|gemas|una_plata|un_dinero|una_ayuda|un_dinerito|algo_de_plata`,
    who: `él|ella|ellos|ellas|alguien|cualquiera|todos_ustedes|todo_el_mundo|ustedes|quien_sea|como_siempre|los_demás|todos|señor_ese; a|al|para|pa|por? mi|mis|tu|tus|su|sus|nuestro|nuestra|nuestros|el|la|los|las|un|una|unos|ese|esa|esos|este|esta|estos|todos_los|todas_las|todos_mis|cada ${kin}; ${kin}; al|a_la|a_los|para_el|para_la|el|la de siempre|ayer|antes|la_otra_vez|la_última_vez|arriba|anoche|turno; el|la|los mismo|misma|mismos de siempre|ayer|antes?; la misma persona de? siempre?; a la|el? misma|mismo persona|gente de? siempre?; alguno|alguna|uno|una|cualquiera|cualquier de los|las|ellos|ellas dos|tres?`,
    title: `señor|señora|sr|sra|srta|don|doña|doctor|doctora|dr|profe|profesor|profesora|abuela|abuelo|tito|tita|coach`,
    and: `y|e|&|más|así_como|+`,
    or: `o|u|o_bien|o_sea_o; ya? no me acuerdo|no_sé|no_recuerdo cuál|quién|a_cuál?; o quizá|quizás|tal_vez|mejor|si_no`,
    correct: `no|nop|perdón|mejor|mejor_dicho|digo|quise_decir|quiero_decir|o_mejor|espérate|ups|corrijo|corrección|miento|bueno_no|rectifico|en_realidad|o_más_bien|más_bien|me_equivoqué; espera|esperate|espere; , no ,|mejor?; o sea; perdona; , eh; nono|nonono; sorry; ay no; no no`,
    aside: `yo|porque|pq|xq|ya_que|puesto_que|que_es|quien|cuando|donde|me_debe|le_debo|nos|le_devo|invitó|prestó|sigue|necesita|compré|dijo|pagó|puso|es_que|está_en|anda|llevamos|hablé|fuimos|que_yo; que se los|las|lo?; que me|nos|ya|siempre|está|son; que no se; se lo|los merece|ganó|prometí; gracias_a; menudo|menuda|vaya|qué buena|buen|gran|rico|rica; así|para que|ver; para|pa probar|ver|comprobar si`,
    guard: `no|nunca|jamás|nada|ningún|ninguna|ninguno|tampoco|ni|sin|nadie|para_ya|cancela|cancelar|cancele|anula|anular|anule|olvida|olvídate|deja_de|dejen_de|detén|detener|ni_se_te_ocurra|evita|basta_de|mejor_no|guarda; si|cuando|en_cuanto|apenas|hasta_que|a_menos_que|siempre_que|en_caso_de|siempre_y_cuando|salvo|antes_de_que|una_vez_que|suponiendo|imagina|imagínate|supongamos|y_si|como_gane|tan_pronto; debería|deberías|deberíamos|debo_yo|tendría_que|tendría|habría_que|habría|podría_ser|quizá|quizás|tal_vez|a_lo_mejor|igual_le|creo|creo_que|pienso|pensaba|pensando|iba_a|ibas_a|iban_a|íbamos_a|a_punto|casi_le|casi|hubiera|hubiese|sería_bueno|estaría|ojalá|algún_día|un_día_de_estos|luego_veré|ya_veré|planeo|sueño|soñé|supongo|imagino|merece_la_pena|vale_la_pena|conviene|hace_falta|hipotéticamente|teoría; dice|dijo|dicen|decía|dijeron|dicho|diciendo|escribió|ponía|pone_que|según|pidió|pidieron|me_pidió|quiere|quieren|quería|querían|contó|asegura|promete|prometió|comentó|pregunta|preguntó|leí|leo|leído|ordenó|exige_que; debe|debo|devo|debes|deben|debemos|debía|debían|devia|había|era|fue|fueron|estaba|estaban; ayer; por_qué|cómo|cuánto|cuánta|cuántos|quién|quiénes|cuál|adónde|estafa|broma|es_broma|bromeaba|ejemplo|película|canción|cada_uno|cada_una|ambos|ambas|divide|dividir|reparte|repartir|repártelo|entre_los|mitad_y_mitad|a_medias|saludos|saludo|recuerdos|abrazo|abrazos|beso|besos|besitos|enhorabuena|recuérdame|avísame|atención|confianza|partido|enlace|foto|fotos|recado|mentira|todavía_no|permiso|consejo|ánimo|ánimos|paseo; págame|mándame|envíame; menos mal; ni de broma|coña|loco; las gracias; a cada uno|una|cual; en vez de; antes de; luego|después|primero; tú le|les|me; de fiesta; por poco; un mensaje|recado|correo|meme|abrazo|beso; mensaje de; gracias por; ${verbs.pastIForms(told)}|${verbs.pastForms(told)}|${verbs.doneForms(told)}|${verbs.unrealForms(told)}; le|les ${verbs.plainPastIForms(ars)}; me|te|nos|se ${verbs.pastHeForms(ars)}; di|=dí|dio|=dió|diste|dieron|dado|daba|daría|darías|daríamos|diera|diese|daré|dará; recibí|recibió|recibieron|recibido|cobré|pedí|puse|puso|puesto; invitó|invité|invitaron; hice|hizo|hiciste|hicieron; le|les|me|te|nos|se debe|debo|devo|deben|debemos|debía|debes|devo; para|pará|pare|paren|parar|deja|deje|dejen|dejar|basta de ${verbs.orderForms(giving)}; prohibido|imposible ${verbs.orderForms(giving)}; acabo|acaba|acaban de; se supone; borra|borrar|elimina|eliminar|deshaz|revierte|rechaza|bloquea el|la|los|las; ya ${verbs.plainPastIForms(told)}; que le|les ${verbs.pastIForms(told)}; ${verbs.orderForms('restar quitar descontar:descuent')}; a que; apuesto|apostamos|apostar|apostaría; sería|serían|seria; mala|buena|pésima|gran idea|opción; recuerda|recordar|acuérdate|acordarme|acuerdo|acuerdas; devuelto|puesto`,
    finite: `${verbs.nowHeForms(giving)}|da; ${verbs.nowIForms(giving)}|doy`,
    adjective: `mensual|mensuales|semanal|semanales|anual|anuales|diario|diaria|diarios|diarias|quincenal|bimensual`,
    due: `que|q|k|ke le|les debo|debía|debemos|devo; que|q|k|ke me|nos debe|deben|debía|debes; que|q me|nos prestó|presto|prestaron|dejó|pagó|adelantó|puso; pendientes|pendiente|prometidos|atrasados|acordados; dile|dígale|decile|decirle|diles|dígales|avisa|avísale|pregúntale|pregunta|coméntale|hazle_saber a?`,
    article: `el|la|los|las|mi|mis|su|sus|tu|tus|nuestro|nuestra|un|una`,
    told: `no|sin|todavía_no|aún_no; debe|debo|devo|deben|debemos|debía|debían; ${verbs.pastIForms(told)}|${verbs.pastForms(told)}|${verbs.doneForms(told)}; le|les ${verbs.plainPastIForms(ars)}; me|te|nos|se ${verbs.pastHeForms(ars)}; di|dio|diste|dieron|dado|invitó|invité|invitaron|puso|puse|hice|hizo|era|fue|fueron|estaba|estaban|había; espera|esperan|necesita|necesitan|necesito|falta|faltan|lleva|llevan|está|están|sigue|siguen|tengo|tenemos|tiene|son|es|somos|hablé|fuimos|fui|vino|vinieron|compré|compró|compramos|ganó|perdí|perdimos|quedamos|anda|toca|tocan|merece|ya_fue|ayudó|trajo|cocinó|llevó|hemos|ha|han|he; me|nos ha|han; que me|nos ${verbs.wishForms(giving)}; tiene|tienen que ${verbs.toMeForms(giving)}; le|les|me|te|nos|se debe|debo|devo|deben|debemos|debía|debes|devo; me|nos|le|les ha|han|he|hemos; me|nos lo|los|las? ha|han|debe|deben; con sus|su; ya ${verbs.plainPastIForms(told)}; devuelto|puesto|hecho`,
    history: `historial|movimientos|movimiento|transacciones|transacción|operaciones|operación|extracto|extractos|actividad|estado_de_cuenta|pagos|registro|registros|resumen|cargos|cargo|compras; qué hubo|pasó|ha_pasado|se_movió|movimientos en|con? la|mi? cuenta?; en qué se? me? fue|ha_ido|gasté mi|el dinero|plata; qué hay de nuevo; qué ha pasado; novedades; cualquier movimiento; qué pasó; en qué gasté; en qué he gastado; ${spent}; en|de|entre|por|con el|la|los|las|mi|mis historial|movimientos|operaciones|transacciones|pagos|extracto|registro|conceptos; transacciones_recientes`,
    show: `muestra|muéstrame|mostrar|enseña|enséñame|lista|listar|ver|dame|ponme|sácame|busca|buscar|búscame|encuentra|consulta|consultar|quiero_ver|dime|pásame|checar|revisa|revisar|filtra|despliega|imprime|exporta|saber|mostrame|enseñame|a_ver|listado|detalle|reporte|abre|muestrame; ${verbs.orderForms(showing)}|${verbs.toMeForms(showing)}; dices|dice|decirme|dígame|decime|dirías|darme|das|ponerme|pones|puedo_ver|queremos_ver|pasarme|mándame|envíame|enséñamelo|decir; me das|dices|dice|pasas|sacas; checa|chequea|checo|checame|mira|mirar|échale_un_ojo_a`,
    what: `=qué`,
    ask: `qué|quién|quiénes|cuándo|cuáles|cuál|dónde|me_ha|me_han|ha|he|lo_que|cuántas_veces|a_quién|hubo; tuve|tuvimos|he_tenido|hemos_tenido|tuvo|veces|vez; las veces que; cuándo|cuando|qué_día fue la|el? última|último|primera|primer? vez|día|pago|transferencia? que; dónde; a quién|quien|quiénes; cuáles fueron; de quién`,
    sum: `cuánto|cuánta|cuántos|cuántas dinero|plata|gemas|lana|pasta?; total|en_total|suma|gastos|ingresos_totales|totales|gasto_total|sumando|importe_total|monto_total; a? cuánto|cuanto suman|suma|ascienden|asciende|sube|suben|llega|llegan; sumame|súmame|sumar|totaliza|calcula|calcúlame; la suma|el total de; cuánto dinero|plata; dinero total; importe total`,
    in: `recibido|recibidos|recibidas|recibí|recibo|ingresos|ingresado|entrado|entraron|entró|entradas|entrada|cobrado|cobré|ganado|gané|llegado|llegaron|llegó|entrante|entrantes|recibir|me_dieron|entra|abonos|ha_llegado; me|nos ${verbs.pastHeForms(told)}; me|nos ${verbs.pastForms(told)}; me|nos ha|han ${verbs.doneForms(told)}|devuelto|dado|llegado|caído|entrado|puesto; me|nos dio|dieron|llegó|entró|cayó|llegaron|entraron|cayeron|puso|pusieron|da|dan; recibimos|recibieron|recibiré; ingresaron|ingresado; cayó|caído|cayeron`,
    out: `${verbs.pastIForms(giving)}|${verbs.pastIForms(spending)}|${verbs.doneForms(spending)}|gasto|gastos|gastar|gastamos|gasta|gaste|salido|salieron|salió|salidas|salida|salientes|costado|costó|se_fue|se_me_fue|egresos|mis_pagos|hice_pagos|cuesta|que_hice|que_he_hecho; pagos que le? hice|he_hecho; me|nos he|hemos|llevo ${verbs.doneForms(spending)}|pagado; le|les|os he|hemos|llevo|llevamos|habré ${verbs.doneForms(giving)}|devuelto|dado|hecho; le|les ${verbs.plainPastIForms(ars)}; le|les di|dimos|damos|puse; he|hemos|llevo ${verbs.doneForms(giving)}|devuelto|dado; ${spent}`,
    me: `me|a_mí|mí`,
    I: `yo|le_he|he|hice|le_hice; mando|envio|pago|transfiero|devuelvo|doy|pido|deposito|retiro|saco; le|les paso|regalo|presto|giro|tiro|suelto|abono|deposito|ingreso; ${verbs.nowIForms(giving)}; le|les ${verbs.nowIForms(giving)}|${verbs.nowIForms(paying)}|doy`,
    moved: `${verbs.pastIForms(giving)}|${verbs.pastForms(giving)}|${verbs.doneForms(giving)}|devuelto|dado|di|dio|dieron|mandar|enviar|pagar|manda|paga|hice|he_hecho|enviados|pagados|enviadas|doné|donado|movido|moví|movimos|soltado|hecho|hizo|hicieron|${verbs.plainPastForms(giving)}|diste; le|les ${verbs.plainPastIForms(ars)}; me|te|nos ${verbs.pastHeForms(ars)}; me|nos ha|han ${verbs.doneForms(giving)}|devuelto|dado|hecho; le|les he|hemos|llevo ${verbs.doneForms(giving)}|devuelto|dado|hecho; he|hemos|llevo ${verbs.doneForms(giving)}|devuelto|dado; le|les di|dimos; me|nos dio|dieron`,
    deposits: `depósitos|depósito|recargas|ingresos_en_efectivo|${verbs.pastIForms(adding)}|${verbs.doneForms(adding)}; he|hemos|llevo ${verbs.doneForms(adding)}; deposite|ingrese|recargue; metí|he_metido|añadí|metido|añadido`,
    withdrawals: `retiros|retiro|retiradas|extracciones|reintegros|${verbs.pastIForms(taking)}|${verbs.doneForms(taking)}; he|hemos|llevo ${verbs.doneForms(taking)}; saque|retire|extraje; me? he ${verbs.doneForms(taking)}`,
    transfers: `transferencias|transferencia|giros`,
    with: `con|entre_yo_y|entre_mí_y|y_yo`,
    about: `por|en|para|sobre|con_la_palabra|con_el_concepto|relacionados_con|concepto|de_concepto|referente_a|acerca_de; que digan|diga|dicen|contengan|contenga|ponga|pongan|incluyan|lleven|hablen_de|tengan; con la? palabra|texto|concepto|nota|asunto; donde ponga|diga`,
    balance: `saldo|mi_saldo; saldo de|en mi|la cuenta; estado|situación de mis|mi finanzas|cuenta; cuánto|cuánta|cuántas|cuántos|cuanta dinero|plata|gemas|lana|pasta|guita? tengo|traigo|ando_trayendo|conservo|manejo|juntado|me_queda|queda|hay|me_quedan|tiene|ai|llevo|poseo|tenemos|dispongo aún|todavía|ahora|ahorita|disponible? en|de? la|mi|el|total|saldo? cuenta|hucha|banco|cartera|kuenta|cuneta?; en|a|de|con cuánto|cuanto estoy|está|ando|cuento|anda|dispongo mi? cuenta|saldo? ahora|ahorita|hoy?; a cuánto está mi cuenta; me queda|quedan algo|dinero|gemas|plata|lana; tengo algo|dinero|plata|lana|gemas|suficiente|saldo de? lana|plata|dinero|pasta|gemas? todavía|en_la_cuenta|en_mi_cuenta|aún?; estoy|soy pobre|rico|rica|pelado|sin_blanca|sin_dinero|en_números_rojos|en_la_ruina|quebrado; qué|cuál saldo tengo|es_mi_saldo|hay; cuál es mi saldo; cómo|como va|está|anda|van|andan|están|ando|voy mi|mis|de? cuenta|saldo|finanzas|dinero|plata|lana; qué tengo|hay|queda en mi|la cuenta; dinero disponible en mi cuenta; saldo|dinero disponible; lo que|cuánto me? queda|tengo; mi dinero|plata; mis gemas|finanzas|ahorros; cuánto puedo gastar; el dinero disponible; en mi cuenta; cuánto valgo; tírame|pásame|mándame|dame|échame|dime|muéstrame|decime el|mi saldo; qué|que|cuál|cual saldo me|nos? tengo|queda|queda_disponible|hay|es_mi_saldo|aparece; cómo|como estoy|ando|voy de saldo|dinero|plata|lana|pasta|gemas|fondos|guita; de cuánto|cuanto dispongo; fondos|fondo disponibles?; mis fondos; me queda|quedan plata|dinero|lana|gemas|pasta|saldo|guita o_ya_no|o_no?; hay|tengo dinero|plata|lana|gemas|saldo|fondos suficiente|suficientes?; soy rico|pobre o sigo|soy rico|pobre; cuánto|cuanto dinero|plata|lana|pasta? tenía; tengo saldo; saldo actual|disponible|total; el dinero que tengo|me_queda|hay; cuánto|cuanto vale mi cuenta`,
    accounts: `cuentas|mis_cuentas; mis|lista_de_mis|listado_de_mis|todas_mis|qué|cuáles|cuántas cuentas tengo?; número de cuenta; mi número de? cuenta?; cuáles son mis cuentas; cuál es mi número de? cuenta?; mi|el clabe|cbu|iban`,
    login: `login|loguear|loguéame|entrar|acceder|conectar|conéctame|iniciar_sesión|inicia_sesión; iniciar|inicia|abrir|abre|inicio mi|de? sesión; quiero entrar; déjame entrar; méteme; entrar a|en mi cuenta; conectarme; autentícame|identifícame`,
    logout: `logout|desloguear|desconectar|desconéctame|cerrar_sesión|cierra_sesión|desconectarme; cerrar|cierra|termina|terminar|finalizar|cierre mi|la|de? sesión; salir; sal de mi cuenta; sácame de la sesión`,
    register: `registrarme|registro|regístrame|registrar|inscribirme|inscríbeme|darme_de_alta|dame_de_alta|alta; abrir|abre|abrirme|ábreme|crear|créame|crea|hacer|hazme|apertura una|de|mi|la? nueva? cuenta; quiero una cuenta; hacerme cliente|socio; soy nuevo y quiero? cuenta?; nueva cuenta; ser cliente`,
    lock: `bloquea|bloquear|bloquéame|bloqueen|congela|congelar|suspende|suspender|bloqueo|bloquee mi|la|todo|de|el? cuenta|todo|acceso|rápido; me robaron|hackearon|han_hackeado|han_robado|clonaron el|la|mi? cuenta|celular|móvil|teléfono|contraseña?; me hackearon; bloquea|congela todo; alguien entró|está en|usando mi cuenta; mi cuenta fue|ha_sido hackeada|robada; han entrado en mi cuenta; bloqueo de emergencia`,
    help: `ayuda|help|comandos|menú|instrucciones|manual|funciones|ayúdame|ayudame; qué|que puedes|sabes|podés|puede|haces hacer|este_bot|por_mí?; qué haces; cómo|como funciona|funcionas|va|se_usa|te_uso esto|este_bot|este|el|la|tú? bot|banco|esto?; quién eres; necesito ayuda; para qué sirves; no entiendo nada|esto|cómo_va; qué puedo|se_puede hacer|pedirte|decirte|preguntar aquí|acá?; soy nuevo aquí|por_aquí|acá?; estoy perdido|perdida; me ayudas|puedes_ayudar; qué más puedes hacer; en qué me puedes ayudar; ayúdame con esto`,
    howto: `cómo|como veo|miro|activo|desactivo|configuro|pongo|uso|cambio|recupero|reviso|consulto|abro|añado|agrego|elimino|puedo|se|hago|se_hace|se_puede|le_hago|debo|tengo_que|funciona|funcionan|va|puede_uno? para|hace|puede|el|los? ; cómo; explícame|explica|explíqueme|explicame cómo? a?; enséñame|muéstrame|dime|indícame|enseñame cómo|como|a; ayuda|ayúdame|info|información con|para|sobre|a|de; no sé cómo; dónde puedo|se; qué hago|tengo_que_hacer|debo_hacer|hay_que_hacer para; de qué manera; cuál es la forma de; qué pasos para; problemas con`,
    password: `contraseña|clave|password|pin|contra; olvidé|olvide|perdí|se_me_olvidó|me_olvidé_de|he_olvidado|no_recuerdo|no_me_acuerdo_de mi|la? contraseña|clave|password; cambiar|restablecer|recuperar|resetear|cambia mi|la|de? contraseña|clave; contraseña|clave olvidada; no me sé la clave|contraseña`,
    security: `seguridad|2fa|doble_factor|autenticador|proteger|protejo|protección|segura|seguro|dos_pasos|verificación|autenticación|phishing|código_de_recuperación|blindar; protejo|proteger|protegemos|aseguro|asegurar mejor? mi|la? cuenta|dinero; mejor protegida|segura; hackeo|robo|fraude|estafas|antirrobo`,
    staff: `empleado|persona_real|humano|agente|personal|soporte|moderador|cajero|asesor|staff|queja|reclamación|atención_al_cliente|hablar|contactar|ventanilla|una_persona|alguien_del_banco|persona; hablo|hablar|hablamos|contacto|contactar|comunicarme|comunico|escribo|escribir con|a? un|una|el|la|alguien? alguien|humano|persona|cajero|asesor|gerente|personal|agente|empleado|soporte del|de? banco|personal?; gerente|director|encargado|trabajador|empleados|trabajadores|operador|operadora; persona de_verdad|real|humana`,
  },
};
