import { z } from 'zod';
import { applicationRow } from './applications.ts';
import { query } from './define.ts';
import { halalasField, nothing } from './fields.ts';
import { complaintRow } from './complaints.ts';
import { objectionRow } from './objections.ts';
import { cycleDto } from './payments.ts';

export const today = {
  /** One officer's day: what is due, what waits for his approval, how the cycle stands. */
  summary: query({
    access: 'signedIn',
    input: nothing,
    output: z.object({
      complaints: z.object({
        mine: z.int(),
        dueToday: z.int(),
        overdue: z.int(),
        toApprove: z.int(),
      }),
      objections: z.object({
        mine: z.int(),
        dueToday: z.int(),
        overdue: z.int(),
        toApprove: z.int(),
      }),
      applications: z.object({
        mine: z.int(),
        dueToday: z.int(),
        overdue: z.int(),
        toApprove: z.int(),
        /** Not completed in time: to be cancelled. */
        lapsed: z.int(),
      }),
      /** Resumptions and life statuses that others proposed. */
      resumes: z.object({ toApprove: z.int() }),
      lifeCases: z.object({ toApprove: z.int(), open: z.int() }),
      /** Months of eligibility, what past months owe, and what is asked back. */
      eligibilityRuns: z.object({ toApprove: z.int() }),
      settlements: z.object({ toApprove: z.int() }),
      recoveries: z.object({ toApprove: z.int() }),
      /** Changes of settings that wait for a second person. */
      settings: z.object({ toApprove: z.int() }),
      nextComplaints: z.array(complaintRow),
      nextObjections: z.array(objectionRow),
      nextApplications: z.array(applicationRow),
      cycle: z
        .object({
          cycle: cycleDto,
          paid: halalasField,
          rejected: halalasField,
          returned: halalasField,
          open: halalasField,
          exceptions: z.int(),
        })
        .nullable(),
    }),
  }),
};
