/** Signs between the letters of names, in all allowed writing systems. */

/** Includes ʻokina, ʿayn, hamza and saltillo, which Unicode classes as letters. */
const apostrophes = "'’‘ʼʻʾʿꞌꞋ՚׳״";
const hyphens = '\\-‐֊־゠';
const points = '.·‧・་';

/** All signs but the space; for a character class. */
export const nameSigns = `${apostrophes}${hyphens}${points}`;
/** Signs that every writing system uses. */
export const neutralSigns = /['’‘ʼʻʾʿ\-‐.·‧ ]/u;

/** A letter that is not an apostrophe. */
export const nameLetter = `[[\\p{L}〇]--[${apostrophes}]]`;

/** Lengthen the letter before them, so that no word begins with one. */
const strokes = 'ـー';

/** A letter, or an apostrophe and a letter: `’t Hooft`. */
export const beginsAsName = new RegExp(`^[${apostrophes}]?[${nameLetter}--[${strokes}]]`, 'v');

/** `J.-P.` is allowed, `O''Neill` is not. */
export const doubledSigns = new RegExp(
  `[${apostrophes}${points}]{2}|[${hyphens}][${nameSigns}]`,
  'v',
);
