/** What waits for the managers of a shared account: cards, notices and refusals. */
import type {
  ApprovalEnd,
  ErrorCode,
  ErrorData,
  SharedApproval,
} from '../../../bank/model/index.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');

type Asked = SharedApproval['asked']['kind'];

/** Labels in the audit trail. */
export const approvalAudits = {
  SHARED_RULE_CHANGED: 'Accords d’un compte partagé changés',
  SHARED_ASKED: 'Accord des gestionnaires demandé',
  SHARED_APPROVED: 'Approuvé en tant que gestionnaire',
  SHARED_DECIDED: 'Demande aux gestionnaires terminée',
};

const over: Record<ApprovalEnd, string> = {
  APPROVED: 'C’est déjà approuvé.',
  DECLINED: 'C’est déjà refusé.',
  CANCELLED: 'La demande a été annulée.',
  EXPIRED: 'La demande a expiré.',
  WITHDRAWN: 'La demande a été retirée.',
  REFUSED: 'Ce paiement n’est plus possible.',
};
/** The same where a member decided or cancelled it. */
const overBy: Partial<Record<ApprovalEnd, (by: string) => string>> = {
  APPROVED: (by) => `${by} a déjà donné le dernier accord.`,
  DECLINED: (by) => `${by} a déjà refusé.`,
  CANCELLED: (by) => `${by} a déjà annulé la demande.`,
};
const overText = (state: ApprovalEnd, by: string | null): string =>
  (by === null ? undefined : overBy[state]?.(by)) ?? over[state];
const ends: Record<ApprovalEnd, string> = {
  APPROVED: 'Approuvé',
  DECLINED: 'Refusé',
  CANCELLED: 'Annulé',
  EXPIRED: 'Expiré',
  WITHDRAWN: 'Retiré',
  REFUSED: 'Impossible',
};
const whats: Record<Asked, string> = {
  PAYMENT: 'paiement',
  RULE: 'règle',
};
const kept: Record<Asked, string> = {
  PAYMENT: 'Aucun mouvement n’a été effectué. L’argent réservé est de nouveau disponible.',
  RULE: 'La règle reste inchangée.',
};

/** How it ended; `by`: who decided, null: a former customer. */
function endedBy(state: ApprovalEnd, kind: Asked, decider: string | null): string {
  const by = decider ?? 'Un ancien client';
  switch (state) {
    case 'APPROVED':
      return kind === 'PAYMENT'
        ? `${by} a donné le dernier accord. Le paiement est comptabilisé.`
        : `${by} a donné le dernier accord. La nouvelle règle s’applique.`;
    case 'DECLINED':
      return `${by} a refusé. ${kept[kind]}`;
    case 'CANCELLED':
      return `${by} a annulé la demande. ${kept[kind]}`;
    case 'EXPIRED':
      return `Trop peu de gestionnaires ont donné leur accord à temps. ${kept[kind]}`;
    case 'WITHDRAWN':
      return `Le rôle du membre qui l’a demandé a changé, ou le compte est clôturé. ${kept[kind]}`;
    case 'REFUSED':
      return (
        'L’accord est donné, mais le paiement n’est plus possible : le bénéficiaire, les ' +
        `frais ou la demande ont changé. ${kept[kind]}`
      );
  }
}

export const approvals = {
  /** On the confirm card. */
  waits: (needed: number, days: number): string =>
    'Ce paiement a besoin de l’accord ' +
    `${plural(needed, { one: 'd’un autre gestionnaire', other: `de ${needed} autres gestionnaires` })}. ` +
    `*Confirmer* le leur demande et réserve l’argent pour ${days} jours au plus.`,
  renewed: (): string =>
    'Les accords de ce compte ont changé depuis la dernière carte. Vérifiez celle-ci.',
  count: (given: number, needed: number): string => `${given} sur ${needed}`,
  payment: 'Paiement',
  withdrawal: 'Retrait',
  rule: (above: string, needed: number): string =>
    `Paiements au-delà de ${above} : ${plural(needed, { one: 'un accord', other: `${needed} accords` })}`,
  noRule: 'Aucun paiement n’a besoin d’un accord',
  labels: {
    asked: 'Demande',
    asker: 'Demandé par',
    approvals: 'Accords',
    approvedBy: 'Accord de',
    rule: 'Règle',
  },
  title: (account: string): string => `En attente d’accord : ${account}`,
  none: 'Rien n’attend votre accord, et vous n’en avez demandé aucun.',
  noneTitle: 'Accords',
  more: (count: number): string =>
    plural(count, {
      one: 'Une autre demande attend.',
      other: `${count} autres demandes attendent.`,
    }),
  own: 'C’est votre demande. D’autres gestionnaires décident.',
  counted: 'Votre accord compte. D’autres gestionnaires doivent encore répondre.',
  setAside: 'L’argent est réservé. Vous recevrez un message une fois la décision prise.',
  askedRule: 'Les autres gestionnaires décident. Vous recevrez alors un message.',
  ends,
  endedBy,
  notice: {
    asked: (account: string): string => `${account} : accord nécessaire`,
    pays: (asker: string, sum: string): string => `${asker} souhaite payer ${sum}.`,
    changes: (asker: string): string =>
      `${asker} souhaite changer les paiements qui ont besoin d’un accord.`,
    ended: (account: string, kind: Asked, end: ApprovalEnd): string => {
      const [what, state] = [whats[kind], ends[end].toLowerCase()];
      return `${account} : ${what}, ${state}`;
    },
  },
  set: {
    question: 'Changer les paiements qui ont besoin d’un accord ?',
    now: 'Cela s’applique tout de suite.',
    needs: (needed: number): string =>
      'Cela s’applique dès que ' +
      plural(needed, {
        one: 'un autre gestionnaire l’approuve.',
        other: `${needed} autres gestionnaires l’approuvent.`,
      }),
    note:
      'On n’approuve jamais son propre paiement. Un nouveau gestionnaire peut approuver ' +
      'après trois jours.',
    done: 'Accords changés',
    asked: 'Envoyé aux autres gestionnaires',
  },
  buttons: {
    approve: 'Approuver',
    decline: 'Refuser',
    cancel: 'Annuler la demande',
    open: 'Accords',
    rule: 'Régler les accords',
  },
};

export const approvalSentences = {
  SHARED_APPROVAL: ({ needed }, nothing) => {
    if (needed === 0)
      return `Ce paiement n’a plus besoin d’un accord. ${nothing} Envoyez-le de nouveau.`;
    const lead = plural(needed, {
      one: 'Ce paiement a besoin de l’accord d’un autre gestionnaire.',
      other: `Ce paiement a besoin de l’accord de ${needed} autres gestionnaires.`,
    });
    return `${lead} ${nothing} Envoyez-le de nouveau pour le demander.`;
  },
  SHARED_APPROVERS: ({ needed, approvers }, nothing) =>
    'Les accords de ce compte demandent ' +
    `${plural(needed, { one: 'un autre gestionnaire', other: `${needed} autres gestionnaires` })} ` +
    '; ' +
    `il y en a ${approvers}. ${nothing} Nommez un autre gestionnaire, ou changez les accords.`,
  SHARED_APPROVER_NEW: ({ days }, nothing) =>
    'Un nouveau gestionnaire peut approuver après ' +
    `${plural(days, { one: 'un jour', other: `${days} jours` })}. ${nothing}`,
  SHARED_APPROVAL_OVER: ({ state, by }, nothing) =>
    `${state === null ? 'Rien ne vous attend sous ce numéro.' : overText(state, by)} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
