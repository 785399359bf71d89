/** What waits for the managers of a shared account: cards, notices and refusals. */
import type {
  ApprovalEnd,
  ErrorCode,
  ErrorData,
  SharedApproval,
} from '../../../bank/model/index.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('de');

type Asked = SharedApproval['asked']['kind'];

/** Labels in the audit trail. */
export const approvalAudits = {
  SHARED_RULE_CHANGED: 'Freigaben eines Gemeinschaftskontos geändert',
  SHARED_ASKED: 'Freigabe der Verwalter angefragt',
  SHARED_APPROVED: 'Als Verwalter freigegeben',
  SHARED_DECIDED: 'Anfrage an die Verwalter beendet',
};

const over: Record<ApprovalEnd, string> = {
  APPROVED: 'Das wurde schon freigegeben.',
  DECLINED: 'Das wurde schon abgelehnt.',
  CANCELLED: 'Das wurde zurückgenommen.',
  EXPIRED: 'Das ist abgelaufen.',
  WITHDRAWN: 'Das ist hinfällig.',
  REFUSED: 'Das kann nicht mehr bezahlt werden.',
};
/** The same where a member decided or cancelled it. */
const overBy: Partial<Record<ApprovalEnd, (by: string) => string>> = {
  APPROVED: (by) => `${by} hat das schon als Letzter freigegeben.`,
  DECLINED: (by) => `${by} hat das schon abgelehnt.`,
  CANCELLED: (by) => `${by} hat das schon zurückgenommen.`,
};
const overText = (state: ApprovalEnd, by: string | null): string =>
  (by === null ? undefined : overBy[state]?.(by)) ?? over[state];
const ends: Record<ApprovalEnd, string> = {
  APPROVED: 'Freigegeben',
  DECLINED: 'Abgelehnt',
  CANCELLED: 'Zurückgenommen',
  EXPIRED: 'Abgelaufen',
  WITHDRAWN: 'Hinfällig',
  REFUSED: 'Nicht möglich',
};
const whats: Record<Asked, string> = {
  PAYMENT: 'Zahlung',
  RULE: 'Regel',
};
const kept: Record<Asked, string> = {
  PAYMENT: 'Es wurde kein Geld bewegt. Das zurückgelegte Geld ist wieder verfügbar.',
  RULE: 'Die Regel bleibt, wie sie war.',
};

/** How it ended; `by`: who decided, null: a former customer. */
function endedBy(state: ApprovalEnd, kind: Asked, decider: string | null): string {
  const by = decider ?? 'Ein früherer Kunde';
  switch (state) {
    case 'APPROVED':
      return kind === 'PAYMENT'
        ? `${by} hat als Letzter freigegeben. Die Zahlung ist gebucht.`
        : `${by} hat als Letzter freigegeben. Die neue Regel gilt jetzt.`;
    case 'DECLINED':
      return `${by} hat abgelehnt. ${kept[kind]}`;
    case 'CANCELLED':
      return `${by} hat die Anfrage zurückgenommen. ${kept[kind]}`;
    case 'EXPIRED':
      return `Es haben nicht genug Verwalter rechtzeitig freigegeben. ${kept[kind]}`;
    case 'WITHDRAWN':
      return (
        'Die Rolle des anfragenden Mitglieds hat sich geändert, oder das Konto ist ' +
        `geschlossen. ${kept[kind]}`
      );
    case 'REFUSED':
      return (
        'Die Freigabe liegt vor, aber die Zahlung ist nicht mehr möglich: Empfänger, Gebühr ' +
        `oder Forderung haben sich geändert. ${kept[kind]}`
      );
  }
}

export const approvals = {
  /** On the confirm card. */
  waits: (needed: number, days: number): string =>
    'Diese Zahlung braucht die Freigabe ' +
    `${plural(needed, { one: 'eines anderen Verwalters', other: `von ${needed} anderen Verwaltern` })}. ` +
    `*Bestätigen* fragt an und legt das Geld bis zu ${days} Tage zurück.`,
  renewed: (): string =>
    'Die Freigaben dieses Kontos haben sich seit der letzten Karte geändert. Bitte prüfe diese.',
  count: (given: number, needed: number): string => `${given} von ${needed}`,
  payment: 'Zahlung',
  withdrawal: 'Auszahlung',
  rule: (above: string, needed: number): string =>
    `Zahlungen über ${above} brauchen ` +
    plural(needed, { one: 'eine Freigabe', other: `${needed} Freigaben` }),
  noRule: 'Keine Zahlung braucht eine Freigabe',
  labels: {
    asked: 'Anfrage',
    asker: 'Angefragt von',
    approvals: 'Freigaben',
    approvedBy: 'Freigegeben von',
    rule: 'Regel',
  },
  title: (account: string): string => `Wartet auf Freigabe: ${account}`,
  none: 'Nichts wartet auf deine Freigabe, und du hast keine angefragt.',
  noneTitle: 'Freigaben',
  more: (count: number): string =>
    plural(count, { one: 'Eine weitere wartet.', other: `${count} weitere warten.` }),
  own: 'Du hast das angefragt. Andere Verwalter entscheiden.',
  counted: 'Deine Freigabe zählt. Jetzt fehlen noch andere Verwalter.',
  setAside: 'Das Geld ist zurückgelegt. Du bekommst eine Nachricht, wenn entschieden ist.',
  askedRule: 'Die anderen Verwalter entscheiden. Du bekommst dann eine Nachricht.',
  ends,
  endedBy,
  notice: {
    asked: (account: string): string => `${account}: Freigabe nötig`,
    pays: (asker: string, sum: string): string => `${asker} möchte ${sum} bezahlen.`,
    changes: (asker: string): string =>
      `${asker} möchte ändern, welche Zahlungen eine Freigabe brauchen.`,
    ended: (account: string, kind: Asked, end: ApprovalEnd): string => {
      const [what, state] = [whats[kind], ends[end].toLowerCase()];
      return `${account}: ${what} – ${state}`;
    },
  },
  set: {
    question: 'Ändern, welche Zahlungen eine Freigabe brauchen?',
    now: 'Das gilt sofort.',
    needs: (needed: number): string =>
      'Das gilt, sobald ' +
      `${plural(needed, { one: 'ein anderer Verwalter zustimmt', other: `${needed} andere Verwalter zustimmen` })}.`,
    note: 'Niemand gibt die eigene Zahlung frei. Neue Verwalter geben erst nach drei Tagen frei.',
    done: 'Freigaben geändert',
    asked: 'An die anderen Verwalter gesendet',
  },
  buttons: {
    approve: 'Freigeben',
    decline: 'Ablehnen',
    cancel: 'Zurücknehmen',
    open: 'Freigaben',
    rule: 'Freigaben festlegen',
  },
};

export const approvalSentences = {
  SHARED_APPROVAL: ({ needed }, nothing) => {
    if (needed === 0)
      return `Diese Zahlung braucht keine Freigabe mehr. ${nothing} Sende sie noch einmal.`;
    const lead = plural(needed, {
      one: 'Diese Zahlung muss ein anderer Verwalter freigeben.',
      other: `Diese Zahlung müssen ${needed} andere Verwalter freigeben.`,
    });
    return `${lead} ${nothing} Sende sie noch einmal, um sie zu fragen.`;
  },
  SHARED_APPROVERS: ({ needed, approvers }, nothing) =>
    'Die Freigaben dieses Kontos brauchen ' +
    `${plural(needed, { one: 'einen anderen Verwalter', other: `${needed} andere Verwalter` })}; ` +
    `es gibt ${plural(approvers, { one: 'einen', other: `${approvers}` })}. ${nothing} ` +
    'Mach ein weiteres Mitglied zum Verwalter oder ändere die Freigaben.',
  SHARED_APPROVER_NEW: ({ days }, nothing) =>
    'Ein neuer Verwalter kann nach ' +
    `${plural(days, { one: 'einem Tag', other: `${days} Tagen` })} freigeben. ${nothing}`,
  SHARED_APPROVAL_OVER: ({ state, by }, nothing) =>
    `${state === null ? 'Unter dieser Nummer wartet nichts auf dich.' : overText(state, by)} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
