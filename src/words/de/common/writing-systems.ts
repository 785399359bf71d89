/** German names of writing systems, by the names that Unicode gives the scripts. */
const names: Readonly<Record<string, string>> = {
  Latin: 'lateinisch',
  Greek: 'griechisch',
  Cyrillic: 'kyrillisch',
  Armenian: 'armenisch',
  Georgian: 'georgisch',
  Hebrew: 'hebräisch',
  Arabic: 'arabisch',
  Ethiopic: 'äthiopisch',
  Bengali: 'bengalisch',
  Tibetan: 'tibetisch',
  Myanmar: 'birmanisch',
  Thai: 'thailändisch',
  Lao: 'laotisch',
  Han: 'chinesisch',
  Hangul: 'koreanisch',
};

/** Scripts without a German adjective keep their name: `Hiragana`. */
export const writingSystem = (script: string): string => names[script] ?? script;
