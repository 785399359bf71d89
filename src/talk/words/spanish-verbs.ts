/** Forms of Spanish verbs, as alternatives of a row. Without accents, except where one decides. */

/** Stems of a regular verb, by where they stand; `soft` is the stem before an e of -ar verbs. */
interface Verb {
  readonly ending: 'ar' | 'er' | 'ir';
  readonly plain: string;
  /** Where the stem is stressed: `devuelv-`. */
  readonly stressed: string;
  /** In the past and the subjunctive of -ir verbs: `transfir-`. */
  readonly weak: string;
  readonly soft: (stem: string) => string;
}

const softened = (stem: string): string =>
  stem.replace(/g$/, 'gu').replace(/c$/, 'qu').replace(/z$/, 'c');

/** `mandar`, `soltar:suelt`, `transferir:transfier:transfir`. */
function verbOf(text: string): Verb {
  const [infinitive = '', stressed, weak] = text.split(':');
  const plain = infinitive.slice(0, -2);
  const ending = infinitive.slice(-2) as Verb['ending'];
  return {
    ending,
    plain,
    stressed: stressed ?? plain,
    weak: weak ?? plain,
    soft: ending === 'ar' ? softened : (stem) => stem,
  };
}

const withClitics = (forms: readonly string[], clitics: readonly string[]): string[] =>
  forms.flatMap((form) => clitics.map((clitic) => `${form}${clitic}`));

const toOthers = 'le,les,lo,la,los,las,selo,selos,sela,selas,seles'.split(',');

function orders({ ending, plain, stressed, weak, soft }: Verb) {
  const [you, polite] = ending === 'ar' ? ['a', 'e'] : ['e', 'a'];
  const vowel = ending === 'ir' ? 'i' : you;
  const bases = [
    `${plain}${ending}`,
    `${stressed}${you}`,
    `${plain}${vowel}`,
    `${soft(stressed)}${polite}`,
    `${soft(stressed)}${polite}n`,
    `${soft(weak)}${polite}mos`,
  ];
  const bare = [
    `${plain}${vowel}d`,
    `${soft(stressed)}${polite}s`,
    `${soft(weak)}${polite}is`,
    `${stressed}${you}s`,
    `${stressed}${you}n`,
    `${plain}${vowel}s`,
    `${plain}${vowel}is`,
    `${plain}${vowel}mos`,
  ];
  return { bases, bare };
}

/** Orders and wishes: `manda`, `mándale`, `mandar`, `mandes`; also with the things sent. */
const ordersOf = (verb: Verb): string[] => {
  const { bases, bare } = orders(verb);
  // -er and -ir verbs: the order to vos is written like the past, `transferí`.
  const clear = bases.filter((form) => verb.ending === 'ar' || form !== pastI(verb));
  return [...clear, ...bare, ...withClitics(bases, toOthers)];
};

const pastI = ({ ending, plain, soft }: Verb): string =>
  ending === 'ar' ? `${soft(plain)}e` : `${plain}i`;

const accented = (form: string): string =>
  form.replace(/[aeio]$/, (vowel) => ({ a: 'á', e: 'é', i: 'í', o: 'ó' })[vowel] ?? vowel);

/** `mandé`, `mandó`, `mandaste`, `mandaron`: those written like orders only with their accents. */
function pastsOf(verb: Verb) {
  const { ending, plain, weak } = verb;
  const isAr = ending === 'ar';
  const i = pastI(verb);
  const he = isAr ? `${plain}o` : `${weak}io`;
  return {
    i: isAr ? [`=${accented(i)}`] : [i],
    iPlain: i,
    he: isAr ? [`=${accented(he)}`] : [he],
    hePlain: he,
    others: isAr
      ? [`${plain}aste`, `${plain}asteis`, `${plain}aron`]
      : [`${plain}iste`, `${plain}isteis`, `${weak}ieron`],
    done: [isAr ? `${plain}ado` : `${plain}ido`],
  };
}

/** Imagined, repeated or to come: `mandaba`, `mandaría`, `mandara`, `mandaré`. */
function unrealOf({ ending, plain, weak }: Verb): string[] {
  const infinitive = `${plain}${ending}`;
  const while_ = ending === 'ar' ? `${plain}aba` : `${plain}ia`;
  const if_ = ending === 'ar' ? [`${plain}ara`, `${plain}ase`] : [`${weak}iera`, `${weak}iese`];
  const stems = [while_, `${infinitive}ia`, ...if_];
  const persons = stems.flatMap((stem) => ['', 's', 'n', 'mos'].map((end) => `${stem}${end}`));
  return [...persons, ...['e', 'a', 'as', 'an'].map((end) => `${infinitive}${end}`)];
}

const each = (verbs: string, forms: (verb: Verb) => readonly string[]): string =>
  [
    ...new Set(
      verbs
        .split(/\s+/)
        .filter(Boolean)
        .flatMap((text) => forms(verbOf(text))),
    ),
  ].join('|');

export const orderForms = (verbs: string): string => each(verbs, ordersOf);

/** To the writer: `mándame`. */
export const toMeForms = (verbs: string): string =>
  each(verbs, (verb) =>
    withClitics(orders(verb).bases, ['me', 'nos', 'melo', 'melos', 'mela', 'melas']),
  );

/** `devuelva`, `pague`, `paguen`: after `que me`. */
export const wishForms = (verbs: string): string =>
  each(verbs, (verb) => {
    const form = `${verb.soft(verb.stressed)}${verb.ending === 'ar' ? 'e' : 'a'}`;
    return [form, `${form}n`];
  });

export const nowIForms = (verbs: string): string => each(verbs, ({ stressed }) => [`${stressed}o`]);

export const nowHeForms = (verbs: string): string =>
  each(verbs, ({ stressed, ending }) => [`${stressed}${ending === 'ar' ? 'a' : 'e'}`]);

export const pastIForms = (verbs: string): string => each(verbs, (verb) => pastsOf(verb).i);
/** Without accents: also an order, unless `le` or `me` is before it. */
export const plainPastForms = (verbs: string): string =>
  each(verbs, (verb) => [pastsOf(verb).iPlain, pastsOf(verb).hePlain]);
export const plainPastIForms = (verbs: string): string =>
  each(verbs, (verb) => [pastsOf(verb).iPlain]);
/** `mando`, for `mandó`: after `me`. */
export const pastHeForms = (verbs: string): string =>
  each(verbs, (verb) => [pastsOf(verb).hePlain]);
export const pastForms = (verbs: string): string =>
  each(verbs, (verb) => [...pastsOf(verb).he, ...pastsOf(verb).others]);
export const doneForms = (verbs: string): string => each(verbs, (verb) => pastsOf(verb).done);
export const unrealForms = (verbs: string): string => each(verbs, unrealOf);
/** `mandando`, `mandándole`: after `anda`. */
export const doingForms = (verbs: string): string =>
  each(verbs, ({ ending, plain, weak }) => {
    const form = ending === 'ar' ? `${plain}ando` : `${weak}iendo`;
    return [form, ...withClitics([form], toOthers)];
  });
