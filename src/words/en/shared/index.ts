/** Words of shared accounts. */
export { shared, sharedAudits, sharedSteps, sharedTopics } from './cards.ts';
export { sharedSentences } from './errors.ts';
export { sharedCommands, sharedFields, sharedOptions } from './forms.ts';
