/** The card in a server that the bot has joined. Everyone there may press its buttons. */
import { words } from '../../words/index.ts';
import { actionButton, formButton, type Reply, show, text, withButtons } from '../cards/reply.ts';

const { arrival: say } = words.help;

export const welcomeCard = (bankName: string): Reply =>
  withButtons(
    show(say.title(bankName), text(say.sentence)),
    formButton('register', words.replies.buttons.openAccount, 'primary'),
    actionButton('topics', say.howItWorks, { command: 'help' }),
  );
