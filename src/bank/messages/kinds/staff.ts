/** Every kind of message to the staff channels, a row each. */
import type * as m from '../../model/index.ts';
import { by, byApproval, byAudit, byRequest, kind } from './form.ts';

const byJob = by<'jobId', m.JobId>('jobId');

export const staffKinds = {
  APPROVAL: kind({
    category: 'staff',
    ...byApproval,
    read: async ({ openApproval }, { approvalId }) => {
      const approval = await openApproval(approvalId);
      return approval && { approval };
    },
  }),
  STUCK: kind({
    category: 'staff',
    ...byRequest,
    read: async (sources, { requestId }) => {
      const stuck = await sources.stuck(requestId);
      return stuck && { stuck };
    },
  }),
  JOB_STUCK: kind({
    category: 'staff',
    ...byJob,
    read: async (sources, { jobId }) => {
      const stuck = await sources.stuckJob(jobId);
      return stuck && { stuck };
    },
  }),
  UNREACHED: kind({
    category: 'staff',
    ...by<'customerId', m.CustomerId>('customerId'),
    read: async ({ unreached }, { customerId }) => unreached(customerId),
  }),
  STAFF_ACT: kind({
    category: 'staff',
    ...byAudit,
    read: async ({ staffAct }, { auditId }) => staffAct(auditId),
  }),
  UPKEEP_FAILED: kind({
    category: 'staff',
    ...byAudit,
    read: async ({ upkeepFailed }, { auditId }) => upkeepFailed(auditId),
  }),
  CHECKPOINT: kind({
    category: 'staff',
    ...by<'checkpoint', bigint>('checkpoint'),
    read: async (sources, { checkpoint }) => sources.checkpoint(checkpoint),
  }),
  /** Written by earlier versions. */
  CHAIN_HEAD: kind({
    category: 'staff',
    ...by<'link', bigint>('link'),
    read: async ({ chainHead }, { link }) => chainHead(link),
  }),
  MOVEMENT: kind({
    category: 'staff',
    ...by<'transactionId', m.RequestId>('transactionId'),
    read: async ({ movement }, { transactionId }) => movement(transactionId),
  }),
};
