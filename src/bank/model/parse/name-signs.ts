/** What stands between the letters of names, in the writing systems that names may have. */

/** Those Unicode calls letters count as apostrophes too: the ʻokina, ʿayn and hamza. */
const apostrophes = "'’‘ʼʻʾʿ՚׳״";
const hyphens = '\\-‐֊־゠';
const points = '.·‧・་';

/** Signs of names, without the space; for a character class. */
export const nameSigns = `${apostrophes}${hyphens}${points}`;
/** Those that every writing system uses; the others are of one. */
export const neutralSigns = /['’‘ʼʻʾʿ\-‐.·‧ ]/u;

/** A letter, and none of the apostrophes. */
export const nameLetter = `[[\\p{L}〇]--[${apostrophes}]]`;

/** A letter comes first, behind an apostrophe at most: `’t Hooft`. */
export const beginsAsName = new RegExp(`^[${apostrophes}]?${nameLetter}`, 'v');

/** `J.-P.` is a name, `O''Neill` is none. */
export const doubledSigns = new RegExp(
  `[${apostrophes}${points}]{2}|[${hyphens}][${nameSigns}]`,
  'v',
);
