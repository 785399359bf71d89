/** The words of shared accounts that notices use. */
import type * as m from '../../bank/model/index.ts';

type Asked = m.SharedApproval['asked'];

/** What notices about shared accounts need of a language's words. */
export interface SharedWords {
  readonly roles: Readonly<Record<m.SharedGrant['role'], string>>;
  readonly labels: Readonly<
    Record<'account' | 'role' | 'allowance' | 'history' | 'invitedBy' | 'expires' | 'by', string>
  >;
  readonly reads: Readonly<Record<'true' | 'false', string>>;
  readonly perMonth: (sum: string) => string;
  readonly invitation: {
    readonly title: (account: string) => string;
    readonly sentence: string;
  };
  readonly moved: Readonly<Record<'in' | 'out', (account: string, amount: string) => string>>;
  readonly approvals: {
    readonly labels: Readonly<Record<'approvals' | 'approvedBy' | 'rule' | 'asker', string>>;
    readonly count: (given: number, needed: number) => string;
    readonly rule: (above: string, needed: number) => string;
    readonly noRule: string;
    readonly endedBy: (state: m.ApprovalEnd, kind: Asked['kind'], by: string | null) => string;
    readonly notice: {
      readonly asked: (account: string) => string;
      readonly pays: (asker: string, sum: string) => string;
      readonly changes: (asker: string) => string;
      readonly ended: (account: string, kind: Asked['kind'], end: m.ApprovalEnd) => string;
    };
  };
  readonly notice: {
    readonly title: (event: m.SharedEvent, account: string) => string;
    readonly sentence: (
      event: m.SharedEvent,
      people: {
        readonly actor: string | null;
        readonly about: string | null;
        readonly isYou: boolean;
      },
    ) => string;
  };
}
